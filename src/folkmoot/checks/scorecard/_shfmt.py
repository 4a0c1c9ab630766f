"""The syntax of shell commands, from the program `shfmt`: which do not parse, and trees of those that do.

It is the program of the parser that Scorecard's engine uses. What it reads comes through its input or lies
under numbers in a folder of our own: no name out of a repository reaches it. Time, memory and size are
bounded; what goes beyond is not understood, and never guessed.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from time import monotonic
from typing import Any

SECONDS = 15
"""Time for one run over many texts."""
SECONDS_FOR_ALL = 40
"""Time for all runs over one project."""
MEMORY = 1_500_000_000
LONGEST = 1_000_000
"""Bytes of one text; longer ones are not understood."""
LONGEST_TREE = 300_000
"""Bytes of one text of which a tree is made."""
AT_ONCE = 2_000_000
"""Bytes whose syntax is checked in one run."""
TREE_AT_ONCE = 100_000
"""Bytes whose trees are made in one run: a tree takes some 200 times the room of its text."""
MOST_TEXTS = 5_000
"""Texts in one run; their numbers stand in one command line."""
AT_A_TIME = 2
"""Runs of shfmt at the same time."""
_SAYS = re.compile(r"(\d+):(\d+|\?):(?:\d+|\?): (.*)")
_NEWER = re.compile(rb"\$\{(?:\\\n|[ \t\n|])")
"""How ${ commands; } begins, which the engine's version of the parser knows of another shell only."""
_QUOTED = re.compile(r"^`(foo\(|\})` (must|can)")
_NO_CHILDREN = frozenset(("Pos", "End", "Position", "Semicolon", "Comments", "Last", "Slice"))
_PLAIN = ("Lit", "SglQuoted")


_SAMPLE = b"a <(b) | c >d\n"


@dataclass(frozen=True)
class Problem:
    """Why a text has no tree. `stops` is True for what the engine gives up on altogether."""

    told: str
    stops: bool = False


TOO_MUCH = Problem("too long, too deep or too slow to read")
Node = dict[str, Any]


@dataclass(frozen=True)
class Tree:
    """The statements of a text; their lines count from that many lines `before` it."""

    statements: list[Node]
    before: int = 0


@cache
def program() -> str | None:
    """Give the path of shfmt: beside the running Python, or on the path; None where it is not installed."""
    beside = Path(sys.executable).parent / "shfmt"
    return str(beside) if os.access(beside, os.X_OK) else shutil.which("shfmt")


def walk(statements: list[Node]) -> Iterator[Node]:
    """Give every node but plain text before its children, without recursion: trees may be deep.

    shfmt writes the fields of a node in the order in which the engine walks them.
    """
    ahead: list[Node] = statements[::-1]
    while ahead:
        node = ahead.pop()
        yield node
        children: list[Node] = []
        for name, child in node.items():
            if name in _NO_CHILDREN:
                continue
            if type(child) is list:
                children += [each for each in child if each.get("Type") not in _PLAIN]
            elif type(child) is dict and "Offset" not in child and child.get("Type") not in _PLAIN:
                children.append(child)
        ahead += reversed(children)


class Shell:
    """Texts that were given to shfmt, each once: `problems` of those that do not parse, and `trees`."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: dict[bytes, Problem | None] = {}
        self._trees: dict[bytes, Tree] = {}
        self._until = monotonic() + SECONDS_FOR_ALL

    @cached_property
    def signs(self) -> dict[Any, str]:
        """Give what |, > and <( are called in trees: numbers before 3.14; nothing if shfmt makes no trees."""
        nodes = list(walk(self._statements(_SAMPLE) or []))
        signs = {"BinaryCmd": "|", "ProcSubst": "<("}
        found = {node["Op"]: signs[node["Type"]] for node in nodes if node.get("Type") in signs}
        found |= {node["Op"]: ">" for node in nodes if "Op" in node and "Type" not in node}
        return found if len(found) == 3 else {}

    def sign(self, node: Node) -> str:
        """Give the operator of a node, "" for those that nobody asks for."""
        return self.signs.get(node.get("Op"), "")

    def check(self, texts: Iterable[bytes]) -> None:
        """Find out which of the texts parse, many at once."""
        fresh = [text for text in dict.fromkeys(texts) if text not in self.problems]
        for text in fresh:
            self.problems[text] = TOO_MUCH if len(text) > LONGEST else None
        self._in_turns(self._check, _portions([text for text in fresh if len(text) <= LONGEST], AT_ONCE))

    def _check(self, texts: Sequence[bytes]) -> None:
        said = self._say(texts)
        if said is None and len(texts) > 1:
            for text in texts:
                self._check([text])
        elif said is None:
            self.problems[texts[0]] = TOO_MUCH
        else:
            for number, line, told in said:
                if number < len(texts):
                    self.problems[texts[number]] = _problem(texts[number], line, told)

    def _say(self, texts: Sequence[bytes]) -> list[tuple[int, int, str]] | None:
        """Give (number of the text, line, what is wrong there); None when the run failed."""
        with tempfile.TemporaryDirectory(prefix="folkmoot-shell-") as folder:
            names = [str(number) for number in range(len(texts))]
            for name, text in zip(names, texts, strict=True):
                Path(folder, name).write_bytes(text)
            status, _shown, said = self._run(["-l", "-ln", "bash", *names], folder=folder)
        if status not in (0, 1):
            return None
        matches = (_SAYS.fullmatch(line) for line in said.decode("utf-8", "replace").splitlines())
        return [(int(match[1]), int(match[2].replace("?", "0")), match[3]) for match in matches if match]

    def refuse_newer(self) -> None:
        """Refuse what the engine's version of the parser refuses: ${ commands; } and ${| commands; }."""
        wanted = [text for text, problem in self.problems.items() if not problem and _NEWER.search(text)]
        self.plant(wanted)
        for text in wanted:
            tree = self.tree(text)
            if tree and any(each.get("TempFile") or each.get("ReplyVar") for each in walk(tree.statements)):
                self.problems[text] = Problem(
                    "${ stmts;} is a mksh feature; tried parsing as bash", stops=True
                )

    def plant(self, texts: Iterable[bytes]) -> None:
        """Make the trees of texts that parse, many at once."""
        self.check(texts)
        fresh = [text for text in dict.fromkeys(texts) if text not in self._trees and not self.problems[text]]
        # A text that ends with a continued line would go on in the next.
        for text in fresh:
            if len(text) > LONGEST_TREE:
                self.problems[text] = TOO_MUCH
            elif text.rstrip().endswith(b"\\"):
                self._plant([text])
        left = [text for text in fresh if text not in self._trees and not self.problems[text]]
        self._in_turns(self._plant, _portions(left, TREE_AT_ONCE))

    def _in_turns(self, work: Callable[[Sequence[bytes]], None], portions: Iterable[Sequence[bytes]]) -> None:
        """Work on portions, one being read by shfmt while another is taken up."""
        turns = list(portions)
        if len(turns) < 2:  # as in most projects, which need not load more
            for portion in turns:
                work(portion)
            return
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(AT_A_TIME) as pool:
            for done in [pool.submit(work, portion) for portion in turns]:
                done.result()

    def _plant(self, texts: Sequence[bytes]) -> None:
        """Read texts as one, one after the other, and part the statements by their lines again."""
        statements = self._statements(b"".join(text + b"\n\n" for text in texts))
        if statements is None and len(texts) > 1:
            for text in texts:
                self._plant([text])
            return
        if statements is None:
            self.problems[texts[0]] = TOO_MUCH
            return
        ahead = iter(statements)
        statement = next(ahead, None)
        before = 0
        for text in texts:
            after = before + text.count(b"\n") + 2
            own = []
            while statement is not None and statement["Pos"]["Line"] <= after:
                own.append(statement)
                statement = next(ahead, None)
            self._trees[text] = Tree(own, before)
            before = after

    def _statements(self, text: bytes) -> list[Node] | None:
        status, shown, _said = self._run(["--to-json", "-ln", "bash"], text)
        if status:
            return None
        try:
            found = json.loads(shown)
        except (ValueError, RecursionError):
            return None
        statements = found.get("Stmts", []) if isinstance(found, dict) else None
        return statements if isinstance(statements, list) else None

    def tree(self, text: bytes) -> Tree | None:
        """Give the tree of a text that was planted and parses."""
        return self._trees.get(text)

    def _run(
        self, arguments: Sequence[str], text: bytes = b"", folder: str | None = None
    ) -> tuple[int, bytes, bytes]:
        """Give (exit status, output, errors); the status is -1 when it took too long."""
        seconds = min(SECONDS, self._until - monotonic())
        if seconds <= 0:
            return -1, b"", b""
        environment = {"PATH": os.environ.get("PATH", ""), "GOMEMLIMIT": str(MEMORY // 2), "GOMAXPROCS": "2"}
        try:
            process = subprocess.Popen(  # noqa: S603 - our own program, with arguments of our own
                [self.path, *arguments],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                cwd=folder or tempfile.gettempdir(),
                env=environment,
            )
        except OSError:
            return -1, b"", b""
        with process:
            _bound(process.pid)
            try:
                shown, said = process.communicate(text, timeout=seconds)
            except subprocess.TimeoutExpired:
                process.kill()
                process.communicate()
                return -1, b"", b""
        return process.returncode, shown, said


def _bound(process: int) -> None:
    if sys.platform == "linux":
        import resource

        with contextlib.suppress(ProcessLookupError, PermissionError, ValueError):
            resource.prlimit(process, resource.RLIMIT_DATA, (MEMORY, MEMORY))


def _portions(texts: Sequence[bytes], most: int) -> Iterator[list[bytes]]:
    portion: list[bytes] = []
    size = 0
    for text in texts:
        if portion and (size + len(text) > most or len(portion) == MOST_TEXTS):
            yield portion
            portion, size = [], 0
        portion.append(text)
        size += len(text)
    if portion:
        yield portion


def _problem(text: bytes, line: int, told: str) -> Problem:
    # Since 3.13 shfmt puts signs into `backquotes`, as the engine's version does not. What only the shell
    # mksh understands is another kind of error to the engine, at which it stops; zsh it does not know yet.
    newer = _NEWER.search(text)
    is_before = newer is not None and text.count(b"\n", 0, newer.start()) < line
    stops = "; tried parsing as " in told and "mksh" in told
    told = _QUOTED.sub(r'"\1" \2', told).replace("`", "")
    return Problem(told, stops=stops or is_before)
