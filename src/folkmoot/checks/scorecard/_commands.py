"""Commands as lists of words: which fetch something, which install something, and whether that is pinned.

Scorecard's rules, word for word, with their oddities: a word with more than one part, such as "$HOME/bin", is
not seen at all, and quotes belong to the word that stands in them. Follows
https://github.com/ossf/scorecard/blob/main/checks/raw/shell_download_validate.go.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from folkmoot.checks.scorecard._gourl import NoAddressError, parse_address

Words = Sequence[str]
PYTHONS = ("python", "python3", "python2.7")
SHELLS = ("exec", "su", "sh", "bash", "mksh", "dash", "ksh")
OTHERS = ("perl", "ruby", "php", "node", "nodejs", "java")
INTERPRETERS = ("dotnet", "nuget", *OTHERS, *SHELLS, *PYTHONS)
DOWNLOADERS = ("curl", "wget", "gsutil")
_HASH = re.compile(r"[a-fA-F0-9]{40}", re.ASCII)
_LONG_HASH = re.compile(r"[A-Fa-f0-9]{40,}", re.ASCII)
_VERSION = re.compile(r"v\d+\.\d+\.\d+(-[0-9A-Za-z\-.]+)?(\+[0-9A-Za-z\-.]+)?", re.ASCII)
_GO_PACKAGE = re.compile(r"\w\.\w+/\w", re.ASCII)
_GO_FLAGS = ("-d", "-f", "-t", "-u", "-v", "-fix", "-insecure")
_FLAG = re.compile(r"(--?\w+)+", re.ASCII)
_REMOTE = re.compile(r"(git|svn|hg|bzr).+")
_PINNED_GIT = re.compile(r"git(\+(https?|ssh|git))?://.*@[a-fA-F0-9]{40}(#egg=.*)?")
_NPM_SOURCES = ("github:", "git://", "git+http://", "git+https://")


def base(path: str) -> str:
    """Give the last part of a path, as Go's path.Base does."""
    if not path:
        return "."
    return path.rstrip("/").rpartition("/")[2] or "/"


def clean(path: str) -> str:
    """Give the shortest form of a path, as Go's filepath.Clean does."""
    told = posixpath.normpath(path)
    return told[1:] if told.startswith("//") else told


def is_program(name: str, word: str) -> bool:
    """Tell whether a word calls the program `name`."""
    return base(word).lower() == name


def is_one_of(names: Words, words: Words) -> bool:
    """Tell whether a command calls one of these programs."""
    return bool(words) and base(words[0]).lower() in names


def is_download(words: Words) -> bool:
    """Tell whether a command fetches something."""
    if is_one_of(DOWNLOADERS, words):
        return True
    return is_one_of(("aws",), words) and [word.lower() for word in words[1:3]] == ["s3api", "get-object"]


def has_unpinned_addresses(words: Words) -> bool:
    """Tell whether a download could give something else tomorrow.

    Only files of GitHub at a commit are pinned. Every word that is an address or begins with a slash counts.
    """
    addresses = []
    for word in words:
        quoted = len(word) > 1 and word[0] == word[-1] and word[0] in "'\""
        try:
            addresses.append(parse_address(word[1:-1] if quoted else word, of_request=True))
        except NoAddressError:
            continue
    return not addresses or not all(
        address.scheme == "https"
        and address.host == "raw.githubusercontent.com"
        and len(parts := address.path.split("/")) > 4
        and _HASH.fullmatch(parts[3])
        for address in addresses
    )


def fetched_file(words: Words) -> str | None:
    """Give the file that a download writes, or None. Raises NoAddressError, at which the engine gives up."""
    if not words:
        return None
    if is_program("wget", words[0]):
        return _fetched_by_wget(words)
    if is_program("gsutil", words[0]):
        for word, target in pairwise(words[1:]):
            if word.startswith("gs://"):
                return _target(word, target)
    if is_program("aws", words[0]) and is_download(words):
        return _target(words[-2], words[-1])
    return None


def _fetched_by_wget(words: Words) -> str | None:
    for word, target in pairwise(words[1:]):
        if word.lower() == "-o":
            return target
    for word in words[1:]:
        if word.startswith("http"):
            return base(parse_address(word).path)
    return None


def _target(source: str, target: str) -> str:
    folder = posixpath.dirname(target)
    if clean(folder) == clean(target):
        return clean(posixpath.join(folder, base(parse_address(source).path)))
    return target


def key_of(file: str) -> str:
    """Give the form of a file's name under which the engine takes two names for the same."""
    return clean(file).lower()


def files_run(words: Words) -> set[str]:
    """Give the keys of files that a command runs, by itself or through an interpreter."""
    if not words:
        return set()
    return {key_of(word) for word in (words if is_one_of(INTERPRETERS, words) else words[:1])}


def interpreter_with_command(words: Words) -> str:
    """Give the interpreter to which a command hands a command of its own (-c); "" for none."""
    if not any(word.startswith("-") and "c" in word for word in words):
        return ""
    for name in INTERPRETERS:
        was_called = False
        for word in words:
            if is_program(name, word):
                was_called = True
            elif was_called and word.startswith("-") and "c" in word:
                return name
    return ""


def installed(words: Words) -> tuple[str, bool] | None:
    """Give (what Scorecard calls the command, whether it is pinned) of one that installs, else None."""
    if not words:
        return None
    for name, installs, is_pinned in _MANAGERS:
        if installs(words):
            return name, is_pinned(words)
    return None


def _is_go(words: Words) -> bool:
    return len(words) > 2 and is_program("go", words[0]) and words[1] in ("get", "install")


def _is_pinned_go(words: Words) -> bool:
    is_insecure = False
    at = 1
    while at < len(words) - 1:
        while at < len(words) - 1 and words[at + 1] in _GO_FLAGS:
            is_insecure = is_insecure or words[at + 1] == "-insecure"
            at += 1
        if at + 1 >= len(words):
            return True
        package = words[at + 1]
        if not _GO_PACKAGE.search(package):
            return True
        parts = package.split("@")
        at += 1
        if len(parts) != 2:
            continue
        version = parts[1]
        if version == "none" or _LONG_HASH.fullmatch(version):
            return True
        if not is_insecure and _VERSION.fullmatch(version):
            return True
    return False


def _pip(words: Words) -> Words | None:
    """Give a call of pip as one, also one through python -m."""
    if is_one_of(PYTHONS, words):
        for at in range(1, len(words) - 1):
            if words[at].lower() == "-m" and words[at + 1].lower() == "pip":
                return words[at + 1 :]
    return words


def _is_pip(words: Words) -> bool:
    called = _pip(words)
    return (
        called is not None
        and len(called) > 1
        and is_one_of(("pip", "pip3"), called)
        and called[1].lower() == "install"
    )


def _is_pinned_pip(words: Words) -> bool:
    called = _pip(words) or ()
    lets_dependencies_be = is_editable = requires_hashes = has_more = has_wheel = False
    editables_are_pinned = True
    for word in called[2:]:
        if word.lower() == "--no-deps":
            lets_dependencies_be = True
        elif word in ("-e", "--editable"):
            is_editable = True
        elif word.lower() == "--require-hashes":
            requires_hashes = True
            break
        elif _FLAG.fullmatch(word):
            continue
        elif word.endswith(".whl"):
            has_wheel = True
        elif is_editable:
            editables_are_pinned = editables_are_pinned and _is_pinned_source(word)
        else:
            has_more = True
    if is_editable:
        return lets_dependencies_be and editables_are_pinned
    return requires_hashes or (has_wheel and not has_more)


def _is_pinned_source(source: str) -> bool:
    return not _REMOTE.fullmatch(source) or bool(_PINNED_GIT.fullmatch(source))


def _is_npm(words: Words) -> bool:
    wanted = ("install", "i", "install-test", "update", "ci")
    return is_program("npm", words[0]) and any(word.lower() in wanted for word in words[1:])


def _is_pinned_npm(words: Words) -> bool:
    for word in words[1:]:
        if word.lower() == "ci":
            return True
        if word.startswith(_NPM_SOURCES):
            parts = word.split("#")
            if len(parts) != 2:
                return False
            if _HASH.fullmatch(parts[1]):
                return True
    return False


def _is_choco(words: Words) -> bool:
    return len(words) > 1 and is_one_of(("choco", "choco.exe"), words) and words[1].lower() == "install"


def _is_pinned_choco(words: Words) -> bool:
    wanted = ("--requirechecksum", "--requirechecksums", "--require-checksums")
    return any(word.partition("=")[0].lower() in wanted for word in words[2:])


def _has(words: Words, *flags: str) -> bool:
    return any(word.lower() in flags for word in words)


def _is_called(words: Words, program: str, verb: str) -> bool:
    return len(words) > 1 and is_one_of((program, f"{program}.exe"), words) and words[1].lower() == verb


def _is_dotnet_add(words: Words) -> bool:
    return len(words) > 3 and _is_called(words, "dotnet", "add") and _has(words[2:4], "package")


def _is_msbuild(words: Words) -> bool:
    return is_one_of(("msbuild", "msbuild.exe"), words) and _has(words[1:], "/t:restore")


def _is_pinned_nuget_install(words: Words) -> bool:
    return len(words) == 2 or words[2].endswith("packages.config") or _has(words[2:], "-version")


_NUGET: tuple[tuple[Callable[[Words], bool], Callable[[Words], bool]], ...] = (
    (_is_dotnet_add, lambda words: _has(words[3:], "-v", "--version")),
    (lambda words: _is_called(words, "nuget", "install"), _is_pinned_nuget_install),
    (lambda words: _is_called(words, "dotnet", "restore"), lambda words: _has(words[2:], "--locked-mode")),
    (lambda words: _is_called(words, "nuget", "restore"), lambda words: _has(words[2:], "-lockedmode")),
    (_is_msbuild, lambda words: _has(words[2:], "/p:restorelockedmode=true")),
)


def _is_nuget(words: Words) -> bool:
    return any(fits(words) for fits, _is_pinned in _NUGET)


def _is_pinned_nuget(words: Words) -> bool:
    return all(is_pinned(words) for fits, is_pinned in _NUGET if fits(words))


_MANAGERS: tuple[tuple[str, Callable[[Words], bool], Callable[[Words], bool]], ...] = (
    ("goCommand", _is_go, _is_pinned_go),
    ("pipCommand", _is_pip, _is_pinned_pip),
    ("npmCommand", _is_npm, _is_pinned_npm),
    ("chocoCommand", _is_choco, _is_pinned_choco),
    ("nugetCommand", _is_nuget, _is_pinned_nuget),
)
