"""Advice in the words of the forge at hand: menus and folders have other names at each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from folkmoot.i18n import Text
from folkmoot.model.check import SOME_FORGE, Ground

Advice = Text | Mapping[str, Text]
"""What to do: one text, or one for each brand of forge that says it in other words; "" is for all others."""
SIGNS = (("gitlab", ".gitlab-ci.yml"), ("forgejo", ".forgejo/"), ("gitea", ".gitea/"), ("github", ".github/"))
"""Files by which a brand is guessed where no forge was asked."""


def brand_of(ground: Ground) -> str:
    """Give the brand of the project's forge, "" where neither it, its files nor the clone tell one."""
    if ground.forge is not None:
        return ground.forge.forge
    left = ground.once("brand", lambda: _left_by(ground.paths()))
    return left or ("" if ground.shown_forge == SOME_FORGE else ground.shown_forge)


def _left_by(paths: Sequence[str]) -> str:
    """Give the brand that alone left files here, "" where none or several did."""
    found = [brand for brand, sign in SIGNS if any(path.startswith(sign) for path in paths)]
    return found[0] if len(found) == 1 else ""


def in_its_words(advice: Advice, ground: Ground) -> Text:
    """Give advice in the words of the project's forge, in those for all others where it is none of them."""
    return advice.get(brand_of(ground), advice[""]) if isinstance(advice, Mapping) else advice
