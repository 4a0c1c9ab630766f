"""The settings of a project, whatever the brand of its forge: what `folkmoot check --forge` asks."""

from __future__ import annotations

from folkmoot.model.forge_settings import ForgeSettings
from folkmoot.model.source import Access
from folkmoot.sources.forges import open_forge


def read_settings(origin: str, access: Access) -> ForgeSettings:
    """Give how the project at an address is set up; of a brand without settings, its name.

    Raises UsageError for what is no forge, SourceError and UnreachableError where it cannot be read.
    """
    from folkmoot.sources.forges import forgejo, gitea, gitlab
    from folkmoot.sources.forges._project import Project
    from folkmoot.sources.forges.forgejo.settings import settings_of as forgejo_settings
    from folkmoot.sources.forges.github import GitHub
    from folkmoot.sources.forges.github.settings import settings_of as github_settings
    from folkmoot.sources.forges.gitlab.settings import settings_of as gitlab_settings

    source = open_forge(origin, access)
    try:
        if isinstance(source, GitHub):
            return github_settings(source)
        if isinstance(source, Project) and source.name == gitlab.NAME:
            return gitlab_settings(source)
        if isinstance(source, Project) and source.name in {forgejo.NAME, gitea.NAME}:
            return forgejo_settings(source)
        return ForgeSettings(source.name, source.shown)
    finally:
        source.close()
