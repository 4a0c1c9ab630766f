"""How a repository releases: its version tags with their signatures, and what its last year's commits carry.

Only the newest tags are looked at closely. A signature is told by its kind and never checked here.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from folkmoot.model.errors import SourceError
from folkmoot.model.fact import IdentityFact
from folkmoot.model.released import Released, VersionTag
from folkmoot.sources.git.command import Git
from folkmoot.sources.git.contents import contents
from folkmoot.sources.git.landscape import heads
from folkmoot.sources.git.repository import Repository
from folkmoot.sources.git.tags import is_prerelease, is_version, mending

NEWEST = 400
"""Tags whose signature is asked for; the names of all are counted."""
TAGS = "%(refname:strip=2)%00%(objecttype)%00%(creatordate:unix)%00%(objectname)"
SIGNED_OFF = r"(^|\\n)signed-off-by[[:blank:]]*:[[:blank:]]*[^[:blank:]]"
"""A sign-off anywhere at the start of a line, as `message.trailers` reads it: squashing leaves it mid-way."""
MOST_COMMITS = 20_000
SIGNATURE = re.compile(
    rb"^-----BEGIN (SSH SIGNATURE|PGP (?:SIGNATURE|MESSAGE)|SIGNED MESSAGE)-----", re.MULTILINE
)
"""The line where the signature of a tag begins. Only git 2.34 and newer know those by SSH."""
KINDS = {b"SSH": "ssh", b"PGP": "pgp", b"SIGNED": "x509"}
MOST_BYTES = 4 << 20
"""Of a tag, looked at for its signature."""


def released_of(
    repository: Repository, is_program: Callable[[IdentityFact], bool] = lambda _: False
) -> Released:
    """Give what the version tags and the commits of the last year before the newest one say.

    Commits of whom `is_program` tells are not counted: a dependency updater signs off all it does.
    Raises SourceError when git fails at the history; damaged tags are left out.
    """
    tags = _tags(repository.git)
    if not repository.tip:
        return Released(tags)
    made = _authors(repository)
    people = {author for author in set(made) if not is_program(_fact(*author))}
    authors = [author[1] for author in made if author in people]
    with_line = _authors(repository, "-E", "-i", f"--grep={SIGNED_OFF}")
    signed_off = [author for author in with_line if author in people]
    may_be_solitary = len(set(authors)) == 1 and not heads(repository.references)
    is_solitary = may_be_solitary and _is_solitary(repository, is_program)
    return Released(tags, len(authors), len(signed_off), len(set(authors)), is_solitary)


def _tags(git: Git) -> tuple[VersionTag, ...]:
    try:
        told = git.run("for-each-ref", "--sort=-creatordate", f"--format={TAGS}", "refs/tags")
    except SourceError:  # git gives nothing at all where one tag is damaged
        return ()
    rows = [
        line.decode("utf-8", "replace").split("\0") for line in told.split(b"\n") if line.count(b"\0") == 3
    ]
    rows = [row for row in rows if is_version(row[0])]
    signed = _signed(git, [tag for _, kind, _, tag in rows[:NEWEST] if kind == "tag"])
    final = mending({name: int(at or 0) for name, _, at, _ in rows})
    return tuple(
        VersionTag(
            name,
            int(at or 0),
            kind == "tag",
            signed.get(tag, ""),
            is_prerelease(name) and name not in final,
        )
        for name, kind, at, tag in rows
    )


def _signed(git: Git, tags: list[str]) -> dict[str, str]:
    """Give the kind of signature by the tag's own id."""
    found = {}
    for tag, raw, _size in contents(git, tags, MOST_BYTES, b"tag"):
        marks = SIGNATURE.findall((raw or b"").partition(b"\n\n")[2])
        found[tag] = KINDS[marks[-1].split()[0]] if marks else ""
    return found


def _is_solitary(repository: Repository, is_program: Callable[[IdentityFact], bool]) -> bool:
    """Tell whether all commits there are have the address of one person."""
    made = _authors(repository, is_ever=True)
    people = {address for name, address in set(made) if not is_program(_fact(name, address))}
    return len(made) < MOST_COMMITS and len(people) == 1


def _authors(repository: Repository, *among: str, is_ever: bool = False) -> list[tuple[bytes, bytes]]:
    """Give name and address of each commit's author in the year before the newest one, without merges."""
    since = () if is_ever else (f"--since={repository.committed_at - 365 * 86400}",)
    told = repository.git.run(
        "log", "--no-merges", "--no-mailmap", f"--max-count={MOST_COMMITS}", *since, *among,
        "--format=%an%x00%ae%x00", repository.tip, "--",
    )  # fmt: skip
    words = [word.lstrip(b"\n") for word in told.split(b"\0")[:-1]]
    return list(zip(words[::2], words[1::2], strict=True))


def _fact(name: bytes, address: bytes) -> IdentityFact:
    return IdentityFact(0, "git", name.decode("utf-8", "replace"), address.decode("utf-8", "replace"))
