"""What the files of a project say of its licence, read once per ground: the part that checks ask for too."""

from __future__ import annotations

from functools import partial

from folkmoot.licences.project import licences_of
from folkmoot.model.check import Ground
from folkmoot.model.licence import Licences

LICENCES = "licences"
"""The name under which the ground keeps what its files say of licences, for whoever asks next."""


def licences_on(ground: Ground) -> Licences:
    """Give what the licence files, manifests and the README say; the same ground is read once."""
    return ground.once(LICENCES, partial(licences_of, ground))
