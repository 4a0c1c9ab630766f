"""Real git repositories with invented people, built exactly as a test describes them.

Commits are written as objects, byte by byte, so that any author, date, offset, encoding, header and parent
is possible; odd ones git itself would not make are stored literally.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ADA = "Ada <ada@example.org>"
BOB = "Bob <bob@example.net>"
CLEO = "Cleo <cleo@example.com>"
START = 1_700_000_000
DAY = 86_400

Content = bytes | str


def git(place: Path, *arguments: str, stdin: bytes = b"", check: bool = True) -> bytes:
    """Run git in a folder, as somebody without any settings of their own; give what it prints."""
    done = subprocess.run(
        ["git", "-c", "protocol.file.allow=always", "-c", "safe.bareRepository=all", *arguments],
        cwd=place,
        input=stdin,
        capture_output=True,
        check=False,
        env={
            "PATH": os.environ["PATH"],
            "HOME": str(place),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_NO_REPLACE_OBJECTS": "1",
            "GIT_DEFAULT_HASH": "sha1", "GIT_DEFAULT_REF_FORMAT": "files",
            "GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.org",
            "GIT_COMMITTER_NAME": "Ada", "GIT_COMMITTER_EMAIL": "ada@example.org",
            "GIT_AUTHOR_DATE": f"{START} +0000", "GIT_COMMITTER_DATE": f"{START} +0000",
        },
    )  # fmt: skip
    if check and done.returncode:
        raise AssertionError(f"git {' '.join(arguments)}: {done.stderr.decode('utf-8', 'replace')}")
    return done.stdout


def said(place: Path, *arguments: str, stdin: bytes = b"") -> str:
    """Give what git prints as stripped text."""
    return git(place, *arguments, stdin=stdin).decode("utf-8", "replace").strip()


@dataclass
class Repository:
    """One repository being built. `files` is the tree that the next commit has; `at` the next one's time."""

    place: Path
    files: dict[bytes, tuple[str, str]] = field(default_factory=dict)
    at: int = START
    head: str = ""
    hash: str = "sha1"

    @classmethod
    def create(cls, place: Path, *options: str) -> Repository:
        """Make an empty bare repository whose default branch is `main`."""
        place.mkdir(parents=True, exist_ok=True)
        git(place, "init", "--quiet", "--bare", "--template=", "--initial-branch=main", *options)
        return cls(place, hash="sha256" if "--object-format=sha256" in options else "sha1")

    def run(self, *arguments: str, stdin: bytes = b"") -> str:
        """Run git here and give what it prints."""
        return said(self.place, *arguments, stdin=stdin)

    def blob(self, content: Content) -> str:
        """Store a file's content and give its id."""
        return self.object("blob", _bytes(content))

    def object(self, kind: str, body: bytes) -> str:
        """Store the very bytes of an object, as git stores them, and give its id."""
        whole = f"{kind} {len(body)}".encode() + b"\0" + body
        sha = hashlib.new(self.hash, whole, usedforsecurity=False).hexdigest()
        place = self.place / "objects" / sha[:2] / sha[2:]
        if not place.exists():
            place.parent.mkdir(exist_ok=True)
            place.write_bytes(zlib.compress(whole, 1))
        return sha

    def write(self, files: Mapping[Content, Content | None]) -> None:
        """Put files into the next commit's tree, or (None) take them out."""
        for name, content in files.items():
            if content is None:
                del self.files[_bytes(name)]
            else:
                self.files[_bytes(name)] = ("100644", self.blob(content))

    def tree(self) -> str:
        """Store the next commit's tree and give its id."""
        return self._tree(self.files)

    def _tree(self, files: Mapping[bytes, tuple[str, str]]) -> str:
        folders: dict[bytes, dict[bytes, tuple[str, str]]] = {}
        entries: dict[bytes, tuple[str, str]] = {}
        for name, entry in files.items():
            folder, slash, rest = name.partition(b"/")
            if slash:
                folders.setdefault(folder, {})[rest] = entry
            else:
                entries[name] = entry
        entries |= {name: ("40000", self._tree(inside)) for name, inside in folders.items()}
        # git sorts a folder as if its name ended with a slash.
        order = sorted(entries, key=lambda name: name + b"/" if name in folders else name)
        rows = ((*entries[name], name) for name in order)
        return self.object(
            "tree",
            b"".join(mode.encode() + b" " + name + b"\0" + bytes.fromhex(sha) for mode, sha, name in rows),
        )

    def commit(
        self,
        who: Content = ADA,
        message: Content = "Work\n",
        files: Mapping[Content, Content | None] | None = None,
        *,
        at: int | str | None = None,
        offset: str = "+0000",
        committer: Content | None = None,
        committed_at: int | str | None = None,
        committed_offset: str | None = None,
        parents: Sequence[str] | None = None,
        headers: bytes = b"",
        branch: str = "main",
        tree: str = "",
    ) -> str:
        """Store a commit on `branch` and give its id.

        Without `parents` it follows the newest commit made here; without `at` it is a day later than that.
        """
        self.write(files or {})
        moment = self.at if at is None else at
        if isinstance(moment, int):
            self.at = moment + DAY
        mothers = ([self.head] if self.head else []) if parents is None else parents
        author = _bytes(who) + f" {moment} {offset}".encode()
        other = _bytes(who if committer is None else committer)
        when = moment if committed_at is None else committed_at
        body = b"".join([
            f"tree {tree or self.tree()}\n".encode(),
            *(f"parent {mother}\n".encode() for mother in mothers),
            b"author " + author + b"\n",
            b"committer " + other + f" {when} {committed_offset or offset}".encode() + b"\n",
            headers,
            b"\n",
            _bytes(message),
        ])  # fmt: skip
        return self.store(body, branch)

    def store(self, body: bytes, branch: str = "main") -> str:
        """Store the very bytes of a commit, make it the tip of `branch`, and give its id."""
        self.head = self.object("commit", body)
        if branch:
            self.ref(f"refs/heads/{branch}", self.head)
        return self.head

    def ref(self, name: str, sha: str) -> None:
        """Write a loose reference."""
        place = self.place / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(f"{sha}\n")

    def tag(
        self,
        name: str,
        sha: str = "",
        *,
        who: str = ADA,
        at: int = START,
        kind: str = "commit",
        offset: str = "+0000",
    ) -> str:
        """Store an annotated tag and give its id."""
        body = f"object {sha or self.head}\ntype {kind}\ntag {name}\ntagger {who} {at} {offset}\n\nNews\n"
        tag = self.object("tag", body.encode())
        self.ref(f"refs/tags/{name}", tag)
        return tag

    def clone(self, place: Path, *options: str) -> Path:
        """Clone this repository with git's own means, over the transport that honours every option."""
        git(self.place, "config", "uploadpack.allowFilter", "true")
        git(self.place, "config", "uploadpack.allowAnySHA1InWant", "true")
        git(self.place, "clone", "--quiet", *options, f"file://{self.place}", str(place))
        return place


def _bytes(value: Content) -> bytes:
    return value if isinstance(value, bytes) else value.encode()


def small_history(place: Path) -> Repository:
    """Give a repository with three people, a merge, a rename, a trailer, a tag and two pull requests.

    Main line: A (Ada), B (Bob), M (Ada merges C and D of Cleo as #1), E (Bob, #2 squashed).
    """
    made = Repository.create(place)
    first = made.commit(ADA, "Begin\n", {"README.md": "one\ntwo\n", "src/a.py": "a\nb\nc\n"})
    second = made.commit(BOB, "Improve\n\nReviewed-by: Ada <ada@example.org>\n", {"src/a.py": "a\nB\nc\nd\n"})
    made.commit(CLEO, "Try\n", {"src/c.py": "1\n"}, parents=[first], branch="topic")
    topic = made.commit(CLEO, "Finish\n", {"src/c.py": "1\n2\n"}, branch="topic")
    made.ref("refs/pull/1/head", topic)
    made.commit(ADA, "Merge pull request #1 from cleo/topic\n", parents=[second, topic])
    merge = made.head
    moved = {"src/c.py": None, "src/d.py": "1\n2\n"}
    made.ref("refs/pull/2/head", made.commit(BOB, "Move it\n", moved, branch=""))
    made.commit(BOB, "Move it (#2)\n\nCo-authored-by: Cleo <cleo@example.com>\n", parents=[merge])
    made.tag("v1.0", at=made.at)
    return made
