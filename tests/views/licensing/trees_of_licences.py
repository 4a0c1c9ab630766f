"""Projects for tests of the pages on licences."""

from __future__ import annotations

from checks.trees import Files
from folkmoot.model.check import Ground
from folkmoot.views.licensing.known import Licensing
from licences.licence_texts import MIT, text_of

__all__ = ["MIT", "licensing", "text_of"]


def licensing(files: dict[str, str]) -> Licensing:
    """Give what is known of a project of these files."""
    return Licensing("moot", Ground(Files({path: text.encode() for path, text in files.items()})))
