"""One look at every file, shared by the checks that must see the content of each.

Git unpacks every file once; of each only what the checks need is kept.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from folkmoot.checks.scorecard._files import ending, file_name, is_test_data, listing
from folkmoot.checks.scorecard._fuzzers import fuzzer_for, lines_of
from folkmoot.checks.scorecard._kinds import MAGIC_BYTES, is_text, program_kind
from folkmoot.checks.scorecard._scored import CONTENT_LIMIT
from folkmoot.model.check import Ground

PROGRAM_ENDINGS = {
    ".crx", ".deb", ".dex", ".dey", ".elf", ".o", ".a", ".so", ".macho", ".iso", ".class", ".jar", ".bundle",
    ".dylib", ".lib", ".msi", ".dll", ".drv", ".efi", ".exe", ".ocx", ".pyc", ".pyo", ".par", ".rpm", ".wasm",
    ".whl",
}  # fmt: skip
LONGEST_FIRST_LINE = 1024


@dataclass
class Survey:
    """What every file showed, paths in the order of the walk and without test data.

    `programs` are files that are no source but what is made of it. `fuzzed` gives (path, line) by the
    fuzzer's name and the ending of the files. `shebangs` gives the first line, without its end, of files that
    begin with "#!". `missing` are files whose content is not in this clone.
    """

    programs: list[str] = field(default_factory=list)
    fuzzed: dict[tuple[str, str], list[tuple[str, int]]] = field(default_factory=dict)
    shebangs: dict[str, bytes] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)


def survey(ground: Ground) -> Survey:
    """Give what every file showed, looked at once."""
    return ground.once("scorecard survey", lambda: _look(ground))


def _look(ground: Ground) -> Survey:
    files = listing(ground)
    paths = [path for path in files.paths if not is_test_data(path)]
    seen = Survey()
    found = ground.read_all([files.behind.get(path, path) for path in paths], CONTENT_LIMIT)
    for path, (_real, content, _size) in zip(paths, found, strict=True):
        if content is None:
            seen.missing.append(path)
        elif content:
            _note(seen, path, content)
    return seen


def _note(seen: Survey, path: str, content: bytes) -> None:
    head = content[:MAGIC_BYTES]
    suffix = ending(path)
    if program_kind(head) or (suffix in PROGRAM_ENDINGS and not is_text(head)):
        seen.programs.append(path)
    if content.startswith(b"#!"):
        seen.shebangs[path] = content[:LONGEST_FIRST_LINE].partition(b"\n")[0].rstrip(b"\r")
    sought = fuzzer_for(suffix, file_name(path))
    if sought:
        fuzzer, by = sought
        lines = lines_of(fuzzer, content)
        if lines:
            seen.fuzzed.setdefault((fuzzer.name, by), []).extend((path, line) for line in lines)
