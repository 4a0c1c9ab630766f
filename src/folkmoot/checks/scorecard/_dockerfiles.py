"""Dockerfiles of a project: the images that they begin from, and the commands that they run.

Gathered as by https://github.com/ossf/scorecard/blob/main/checks/raw/pinned_dependencies.go.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from folkmoot.checks.scorecard._commands import SHELLS, base
from folkmoot.checks.scorecard._dockerfile import BrokenDockerfileError, Instruction, parse_dockerfile
from folkmoot.checks.scorecard._files import file_name, matching, read_files
from folkmoot.checks.scorecard._shell import Script, Use
from folkmoot.checks.scorecard._survey import survey
from folkmoot.checks.scorecard._workflows import has_commands
from folkmoot.model.check import Ground
from folkmoot.model.path_names import CODE_ENDINGS, PROSE_ENDINGS, words

IMAGE = "containerImage"
NO_DOCKERFILES = (".go", ".c", ".cpp", ".rs", ".js", ".py", ".pyc", ".java")
"""Endings by which the engine tells programs from Dockerfiles."""
ABOUT_ONE = CODE_ENDINGS | PROSE_ENDINGS | words("cfg ini json json5 jsonc lock toml xml yaml yml")
"""Endings of programs, texts and settings; Dockerfile.php may be either, and its beginning tells."""
BEGINNINGS = (b"from", b"arg")
"""Only these may stand first in a Dockerfile."""
TEMPLATES = ("template", "tmpl", "tpl")
_VARIABLE = re.compile(r"\$\{([^{}]*)\}")
_DIGEST = re.compile(r"@sha256:[a-f\d]{64}", re.ASCII)


def dockerfiles(ground: Ground) -> list[tuple[str, list[Instruction]]]:
    """Give (path, instructions) of every Dockerfile. Raises BrokenDockerfileError and NotHereError."""
    shebangs = survey(ground).shebangs
    paths = [
        path
        for path in matching(ground, "*Dockerfile*")
        if not _is_vendored(path) and not path.endswith(NO_DOCKERFILES)
        and not is_shell_script(path, shebangs.get(path), SHELLS)
    ]  # fmt: skip
    found = []
    for path, content in read_files(ground, paths):
        if has_commands(content) and (not _may_be_about_one(path) or _begins_as_one(content)):
            try:
                found.append((path, parse_dockerfile(content)))
            except BrokenDockerfileError as error:
                raise BrokenDockerfileError(f"{path}:{error.line}: {error.problem}", error.line) from None
    return found


def _is_vendored(path: str) -> bool:
    return any(part.lower() in ("vendor", "third_party") for part in path.split("/"))


def _may_be_about_one(path: str) -> bool:
    return file_name(path).lower().rpartition(".")[2] in ABOUT_ONE


def _begins_as_one(content: bytes) -> bool:
    for line in content.removeprefix(b"\xef\xbb\xbf").split(b"\n"):
        told = line.strip()
        if told and not told.startswith(b"#"):
            return told.split(None, 1)[0].lower() in BEGINNINGS
    return False


def is_template(path: str) -> bool:
    """Tell whether a Dockerfile is filled in before it is used; its images are not looked at."""
    return any(part.lower() in TEMPLATES for part in re.split(r"[.\-_]", file_name(path)))


def is_shell_script(path: str, shebang: bytes | None, shells: tuple[str, ...]) -> bool:
    """Tell whether a file is a script for one of the shells; a first line with #! decides alone."""
    if shebang is None:
        return path.endswith(tuple(f".{shell}" for shell in shells))
    parts = shebang[2:].decode("utf-8", "replace").split(" ")
    names = [base(part).lower() for part in parts]
    return names[0] in shells or (len(names) > 1 and names[0] == "env" and names[1] in shells)


class OddFromError(Exception):
    """A FROM with neither one word nor "name AS name"; the engine gives up there."""


def images(path: str, instructions: list[Instruction]) -> Iterator[Use]:
    """Give the images that a Dockerfile begins from. Raises OddFromError."""
    given: dict[str, str] = {}
    stages: dict[str, bool] = {}
    for each in instructions:
        if each.name == "ARG":
            given |= dict(value.split("=", 1) for value in each.values if "=" in value)
        if each.name != "FROM":
            continue
        words = [_filled(value, given) for value in each.values]
        is_named = len(words) == 3 and words[1].lower() == "as"
        if words and words[0].lower() == "scratch":
            if is_named:
                stages[words[2]] = True
            continue
        if not is_named and len(words) != 1:
            raise OddFromError(f"{path}:{each.start}: FROM {' '.join(words)[:100]}")
        is_pinned = stages.get(words[0], False) or _has_digest(words[0])
        if is_named:
            stages[words[2]] = is_pinned
        yield Use(IMAGE, path, each.start, each.end, is_pinned)


def _has_digest(image: str) -> bool:
    # A variable in the place of the digest counts too.
    return bool(_DIGEST.search(image)) or "}" in image.partition("@sha256:${")[2]


DEEPEST = 10
"""Variables inside of variables that are filled in."""
LONGEST_WORD = 10_000
"""Letters to which variables may fill a word up; what is longer names no image."""


def _filled(word: str, given: dict[str, str]) -> str:
    for _level in range(DEEPEST):
        filled = _VARIABLE.sub(lambda match: given.get(match[1], match[0]), word)
        if filled == word or len(filled) > LONGEST_WORD:
            break
        word = filled
    return word


def commands_of(path: str, instructions: list[Instruction]) -> list[Script]:
    """Give the scripts of the RUN lines, in their order."""
    scripts = []
    for each in instructions:
        if each.name != "RUN":
            continue
        if not each.documents:
            text = encoded(" ".join(each.values))
            scripts.append(Script(text, path, each.start - 1, each.end - 1))
        offset = 1
        for document in each.documents:
            lines = offset + document.count("\n")
            text = encoded(document)
            scripts.append(Script(text, path, each.start + offset - 1, each.start + lines - 2))
            offset += lines
    return scripts


def encoded(text: str) -> bytes:
    """Give the bytes that a text was read from."""
    return text.encode("utf-8", "surrogateescape")
