"""Shell commands that fetch and run or install something, found in their syntax trees as Scorecard does.

Follows https://github.com/ossf/scorecard/blob/main/checks/raw/shell_download_validate.go, and the order of
https://github.com/mvdan/sh/blob/v3.12.0/syntax/walk.go: what was fetched first may be run later.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from folkmoot.checks.scorecard._commands import (
    INTERPRETERS,
    OTHERS,
    PYTHONS,
    fetched_file,
    files_run,
    has_unpinned_addresses,
    installed,
    interpreter_with_command,
    is_download,
    is_one_of,
    key_of,
)
from folkmoot.checks.scorecard._gourl import NoAddressError
from folkmoot.checks.scorecard._shfmt import Node, Shell, walk

DOWNLOAD_THEN_RUN = "downloadThenRun"
DEEPEST = 8
"""Commands inside of commands (bash -c "bash -c ...") that are looked into."""


# What a line must say for its text to be worth a tree. Being asked for too often costs time only.
def _words_of(*words: str) -> re.Pattern[bytes]:
    """Give the expression for words in lower case. It begins with letters, which makes it fast."""
    whole = "|".join(f"{word[0]}(?<![\\w.-]{word[0]}){word[1:]}" for word in words)
    return re.compile(f"(?:{whole})(?![\\w.-])".encode())


_FETCHES = _words_of("curl", "wget", "gsutil", "aws")
_MANAGERS = _words_of(
    "pip3?", "npm", "go", r"choco(?:\.exe)?", r"nuget(?:\.exe)?", r"dotnet(?:\.exe)?", r"msbuild(?:\.exe)?"
)
_VERBS = re.compile(rb"(?<![\w-])(install|i|update|ci|install-test|restore|add|get)(?!\w)|/t:restore")
_SHELLS = _words_of("exec", "su", "sh", "bash", "mksh", "dash", "ksh", "dotnet", "nuget")
_COMMAND_FLAG = re.compile(rb"\s-\S*c")
_CONTINUED = re.compile(rb"\\\r?\n")


@dataclass(frozen=True)
class Script:
    """A text of shell commands: where it is, and how many lines stand before its first."""

    text: bytes
    path: str
    before: int = 0
    before_end: int = 0


@dataclass(frozen=True)
class Use:
    """A dependency that is used: what Scorecard calls it, where, and whether it is pinned."""

    kind: str
    path: str
    line: int
    end: int
    is_pinned: bool


@dataclass
class Found:
    """What one or more scripts showed; `skipped` are (path, line, problem) of what did not parse.

    `failure` says why the engine gave up on a script, "" where it did not.
    """

    uses: list[Use] = field(default_factory=list)
    skipped: list[tuple[str, int, str]] = field(default_factory=list)
    failure: str = ""


def prepare(shell: Shell, scopes: Iterable[list[Script]]) -> None:
    """Let shfmt read what will be looked at, in few runs. Scripts of one scope see each other's files."""
    worth: list[bytes] = []
    every: list[bytes] = []
    for scope in scopes:
        texts = [script.text for script in scope]
        every += texts
        joined = [_CONTINUED.sub(b"", text) for text in texts]
        fetches = any(_FETCHES.search(text.lower()) for text in joined)
        worth += [text for text, told in zip(texts, joined, strict=True) if fetches or _is_worth_a_tree(told)]
    shell.check(every)
    shell.refuse_newer()
    for _depth in range(DEEPEST):
        shell.plant(worth)
        inner = {text for each in worth for text in _inner_texts(shell, each)}
        worth = [text for text in inner if text not in shell.problems]
        if not worth:
            return


def _is_worth_a_tree(text: bytes) -> bool:
    low = text.lower()
    return _has_line(low, _MANAGERS, low, _VERBS) or _has_line(low, _SHELLS, text, _COMMAND_FLAG)


def _has_line(low: bytes, first: re.Pattern[bytes], text: bytes, then: re.Pattern[bytes]) -> bool:
    """Tell whether one line has both, `first` in lower case, looking at each line once."""
    match = first.search(low)
    while match:
        end = low.find(b"\n", match.end())
        end = len(low) if end < 0 else end
        if then.search(text, match.start(), end):
            return True
        match = first.search(low, end)
    return False


def _inner_texts(shell: Shell, text: bytes) -> Iterator[bytes]:
    tree = shell.tree(text)
    for node in walk(tree.statements) if tree else ():
        inner = _handed_over(node)
        if inner is not None:
            yield inner


Fetched = dict[str, set[str]]
"""Names of files that were fetched, by their key."""


def look(shell: Shell, script: Script, files: Fetched, found: Found) -> None:
    """Add what a script shows to `found`, and the files that it fetches to `files`."""
    _Look(shell, files, found).script(script, 0)


class _Look:
    def __init__(self, shell: Shell, files: Fetched, found: Found) -> None:
        self.shell = shell
        self.files = files
        self.found = found

    def script(self, script: Script, depth: int) -> None:
        problem = self.shell.problems.get(script.text)
        if problem and problem.stops:
            self.found.failure = problem.told
        elif problem:
            told = f"error parsing shell code: {problem.told}"
            self.found.skipped.append((script.path, script.before, told))
        tree = self.shell.tree(script.text)
        if tree is None or problem or depth >= DEEPEST:
            return
        for node in walk(tree.statements):
            self._node(node, script, tree.before, depth)

    def _node(self, node: Node, script: Script, before: int, depth: int) -> None:
        kind = node.get("Type")
        line = script.before + node["Pos"]["Line"] - before if "Pos" in node else 0
        end = max(script.before_end, script.before) + line - script.before
        if kind == "CallExpr":
            inner = _handed_over(node)
            if inner is not None:
                self.script(Script(inner, script.path, line, end), depth + 1)
                if self.found.failure:
                    return
            self._call(node, script.path, line, end)
        elif kind == "BinaryCmd" and self.shell.sign(node) == "|":
            left, right = _words(node["X"].get("Cmd")), _words(node["Y"].get("Cmd"))
            runs = bool(left and right) and is_download(left or ()) and is_one_of(INTERPRETERS, right or ())
            if runs and has_unpinned_addresses(left or ()):
                self._add(DOWNLOAD_THEN_RUN, script.path, line, end, is_pinned=False)
        elif kind is None and "Cmd" in node:
            self._fetch(node)

    def _call(self, node: Node, path: str, line: int, end: int) -> None:
        words = _words(node) or []
        for key in files_run(words) & self.files.keys():
            for _name in self.files[key]:
                self._add(DOWNLOAD_THEN_RUN, path, line, end, is_pinned=False)
        if is_one_of(INTERPRETERS, words) and _runs_what_it_fetches(self.shell, node):
            self._add(DOWNLOAD_THEN_RUN, path, line, end, is_pinned=False)
        told = installed(words)
        if told:
            self._add(told[0], path, line, end, is_pinned=told[1])

    def _fetch(self, statement: Node) -> None:
        words = _words(statement.get("Cmd"))
        if not words or not is_download(words) or not has_unpinned_addresses(words):
            return
        file = _redirected(self.shell, statement.get("Redirs", ()))
        if file is None:
            try:
                file = fetched_file(words)
            except NoAddressError as error:
                self.found.failure = f"not an address: {error}"
        if file is not None:
            self.files.setdefault(key_of(file), set()).add(file)

    def _add(self, kind: str, path: str, line: int, end: int, *, is_pinned: bool) -> None:
        self.found.uses.append(Use(kind, path, line, end, is_pinned))


def _words(node: Node | None) -> list[str] | None:
    """Give the words of a call as the engine sees them, None for what is no call."""
    if not node or node.get("Type") != "CallExpr":
        return None
    words = []
    for argument in node.get("Args", ()):
        part = _only_part(argument)
        kind = part.get("Type")
        if kind == "SglQuoted":
            words.append(f"'{part.get('Value', '')}'")
        elif kind == "DblQuoted":
            inner = _only_part(part)
            if inner.get("Type") == "Lit":
                words.append(f'"{inner.get("Value", "")}"')
        elif kind == "Lit" and part.get("Value", "").lower() != "sudo":
            words.append(part.get("Value", ""))
    return words


def _only_part(node: Node) -> Node:
    parts = node.get("Parts", ())
    part: Node = parts[0] if len(parts) == 1 else {}
    return part


def _handed_over(node: Node) -> bytes | None:
    """Give the commands that a call hands to a shell: bash -c "..."."""
    words = _words(node)
    interpreter = interpreter_with_command(words) if words else ""
    if not interpreter or interpreter in PYTHONS or interpreter in OTHERS:
        return None
    for argument in node.get("Args", ()):
        part = _only_part(argument)
        if part.get("Type") == "SglQuoted":
            return _bytes(part)
        inner = _only_part(part) if part.get("Type") == "DblQuoted" else {}
        if inner.get("Type") == "Lit":
            return _bytes(inner)
    return None


def _bytes(node: Node) -> bytes:
    told: str = node.get("Value", "")
    return told.encode("utf-8", "surrogatepass")


def _runs_what_it_fetches(shell: Shell, node: Node) -> bool:
    """Tell whether a call reads what another fetches: bash <(curl ...)."""
    arguments = node.get("Args", ())
    part = _only_part(arguments[1]) if len(arguments) > 1 else {}
    statements = part.get("Stmts") or ()
    if part.get("Type") != "ProcSubst" or shell.sign(part) != "<(" or not statements:
        return False
    words = _words(statements[0].get("Cmd"))
    return bool(words) and is_download(words or ())


def _redirected(shell: Shell, redirections: Iterable[Node]) -> str | None:
    """Give the file into which a command's output goes."""
    for each in redirections:
        part = _only_part(each.get("Word", {}))
        if shell.sign(each) == ">" and part.get("Type") == "Lit":
            told: str = part.get("Value", "")
            return told
    return None
