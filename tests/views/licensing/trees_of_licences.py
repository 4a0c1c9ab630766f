"""Projects for tests of the pages on licences."""

from __future__ import annotations

from collections.abc import Mapping

from checks.trees import Files
from folkmoot.model.check import Ground
from folkmoot.views.licensing.known import Licensing
from licences.licence_texts import MIT, text_of

__all__ = ["MIT", "licensing", "text_of"]


def licensing(files: Mapping[str, str | None]) -> Licensing:
    """Give what is known of a project of these files."""
    told = {path: None if text is None else text.encode() for path, text in files.items()}
    return Licensing("moot", Ground(Files(told)))
