"""GitLab, at gitlab.com or anywhere else, through its documented REST v4; GraphQL tells whose commits are.

A token is needed, as GitLab tells nobody else who said what; one that may only read (`read_api`) is enough.
It is found in FOLKMOOT_GITLAB_TOKEN, in GITLAB_TOKEN (which is for gitlab.com, or for the host in
GITLAB_HOST), in the config file of `glab`, or in the keyring.

Our one HTTP client asks, rather than python-gitlab: it bounds answers, refuses other hosts and private
networks, shows how long a limit makes us wait and goes on where it stopped, which that library leaves to its
caller, and it brings no second HTTP library.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from folkmoot.model.errors import UsageError
from folkmoot.model.source import Access
from folkmoot.sources.forges._project import Project, Speech
from folkmoot.sources.user_folders import path_of
from folkmoot.sources.web.place import Place, is_of_brand, place_of

if TYPE_CHECKING:
    from folkmoot.sources.forges._brand import Brand
    from folkmoot.sources.web.pages import Pages

NAME = "gitlab"
KINDS = (
    "issue.opened", "issue.closed", "change.opened", "change.merged", "change.closed", "comment", "review",
    "review.comment", "star", "fork", "release",
)  # fmt: skip
PERSONAL = ("login", "name", "title", "association", "stargazer", "owner of a fork")
"""What this source is called, the kinds of events it gives, and the personal data it reads."""
HOSTS = frozenset({"gitlab.com"})
PUBLIC = "gitlab.com"
HOW_TO_LOG_IN = "set FOLKMOOT_GITLAB_TOKEN to one that may read_api, or log in with `glab auth login`."


def open_source(origin: str, access: Access) -> Project | None:
    """Open a project at a GitLab. Raises UsageError for an address that names none."""
    place = place_of(origin)
    if place is None or not is_of_brand(place, NAME, HOSTS):
        return None
    if len(place.parts) < 2:
        raise UsageError(f"{place.shown} names no project.", hint=f"write it as {place.base}/group/name.")
    return Project(NAME, place, access, speech_of(place, access))


def speech_of(place: Place, access: Access) -> Speech:
    """Give how a GitLab is spoken to."""

    def speak(pages: Pages) -> Brand:
        from folkmoot.sources.forges.gitlab.reading import Reading

        return Reading(pages, place.project)

    def token() -> str:
        return _token(access, place.host)

    return Speech(f"{place.base}/api/v4", "Bearer", HOW_TO_LOG_IN, token, speak, is_silent_without=True)


def _token(access: Access, host: str) -> str:
    """Give the token for a host. What was set for one host goes to no other."""
    from folkmoot.sources.web.tokens import find_token

    own = access.environment
    meant = own.get("GITLAB_HOST", "").strip() or PUBLIC
    meant = urlsplit(meant).netloc if "://" in meant else meant
    variables = ["FOLKMOOT_GITLAB_TOKEN"] if host == PUBLIC or access.named_by_user else []
    if host == meant and (host == PUBLIC or access.named_by_user):
        variables.append("GITLAB_TOKEN")
    configs = [place / "config.yml" for place in _folders(own)]
    return find_token(own, variables, configs=configs, keys=("token",), service=f"glab:{host}", host=host)


def _folders(own: Mapping[str, str]) -> list[Path]:
    """Give the folders in which `glab` keeps its config, in the order it looks itself: a Mac's comes last."""
    if named := own.get("GLAB_CONFIG_DIR"):
        return [Path(named)]
    home = path_of(own.get("HOME", "~"))
    above = [home / ".config", home / "Library" / "Application Support"]
    if configured := own.get("XDG_CONFIG_HOME"):
        above.insert(1, Path(configured))
    return [folder / "glab-cli" for folder in above]
