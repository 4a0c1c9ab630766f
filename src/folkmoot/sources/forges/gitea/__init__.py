"""Gitea, at gitea.com or anywhere else, read as Forgejo is: their `api/v1` is the same where we read it.

Public projects need no token; one is found in FOLKMOOT_GITEA_TOKEN or GITEA_TOKEN, and goes nowhere but to
the host its user named.
"""

from __future__ import annotations

from folkmoot.model.source import Access
from folkmoot.sources.forges import forgejo
from folkmoot.sources.forges._project import Project

NAME = "gitea"
KINDS = forgejo.KINDS
PERSONAL = forgejo.PERSONAL
HOSTS = frozenset({"gitea.com"})
TOKENS = ("FOLKMOOT_GITEA_TOKEN", "GITEA_TOKEN")


def open_source(origin: str, access: Access) -> Project | None:
    """Open a project at a Gitea. Raises UsageError for an address that names none."""
    return forgejo.open_project(origin, access, NAME, HOSTS, TOKENS)
