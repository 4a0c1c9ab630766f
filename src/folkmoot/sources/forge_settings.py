"""The settings of a project, whatever the brand of its forge: what `folkmoot check --forge` asks."""

from __future__ import annotations

from folkmoot.model.forge_settings import ForgeSettings
from folkmoot.model.source import Access
from folkmoot.sources.forges import open_forge


def read_settings(origin: str, access: Access) -> ForgeSettings:
    """Give how the project at an address is set up; of a brand that is not asked yet, its name alone.

    Raises UsageError for what is no forge, SourceError and UnreachableError where it cannot be read.
    """
    from folkmoot.sources.forges.github import GitHub
    from folkmoot.sources.forges.github.settings import settings_of

    source = open_forge(origin, access)
    try:
        if isinstance(source, GitHub):
            return settings_of(source)
        return ForgeSettings(source.name, source.shown)
    finally:
        source.close()
