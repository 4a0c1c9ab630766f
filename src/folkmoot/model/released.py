"""What a clone knows about a project's releases and its recent commits, beside the files of one commit."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class VersionTag:
    """A tag that names a version. `made_at` is in seconds since 1970; `signed` is "pgp", "ssh", "x509" or "".

    A signature is named, not checked: whose key it was a clone cannot tell.
    """

    name: str
    made_at: int = 0
    is_annotated: bool = False
    signed: str = ""
    is_prerelease: bool = False


@dataclass(frozen=True)
class Released:
    """Version tags, the newest first, and what the commits of the year before the newest one carry.

    `commits` counts what people committed in that year on the default branch, merges and programs left out,
    `signed_off` what of it has a `Signed-off-by`, `authors` how many different author addresses it has.
    `is_solitary`: nobody but one person was ever seen here, not even with a change that was not merged.
    """

    tags: tuple[VersionTag, ...] = ()
    commits: int = 0
    signed_off: int = 0
    authors: int = 0
    is_solitary: bool = False

    @property
    def versions(self) -> tuple[VersionTag, ...]:
        """Give the tags of final versions."""
        return tuple(tag for tag in self.tags if not tag.is_prerelease)
