"""Asking single requirements over files written by hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from checks.trees import ground
from folkmoot.checks import all_checks
from folkmoot.i18n import say
from folkmoot.model.check import Finding, Outcome
from folkmoot.model.forge_settings import BranchRules, ForgeSettings
from folkmoot.model.licence import Licences
from folkmoot.model.released import Released, VersionTag

GITHUB = "https://github.com/ada/moot"
RELEASED = Released((VersionTag("v1.2.0", 100, is_annotated=True),), commits=40, signed_off=0, authors=3)
"""A project with one release and a year of commits."""


def asked(
    identifier: str, files: Mapping[str, bytes | str | None], *, forge: ForgeSettings | None = None,
    released: Released | None = RELEASED, licences: Licences | None = None,
) -> Finding:  # fmt: skip
    """Give the finding of one requirement, named without `OSPS-`, over these files."""
    made = ground(files)
    made.forge, made.released, made.licences = forge, released, licences
    return all_checks("osps")[f"OSPS-{identifier}"].decide(made)


def outcome(identifier: str, files: Mapping[str, bytes | str | None], **known: Any) -> Outcome:
    """Give the outcome of one requirement."""
    return asked(identifier, files, **known).outcome


def github(*, branch: BranchRules | None = None, **shown: Any) -> ForgeSettings:
    """Give settings at GitHub of which only these are shown."""
    return ForgeSettings("github", GITHUB, branch=branch or BranchRules(), **shown)


def words(finding: Finding) -> str:
    """Give everything a finding says, for a person."""
    spots = (f"{spot.place} {say(spot.what)}" for spot in finding.spots)
    return "\n".join([*map(say, finding.evidence), *spots, say(finding.remedy)])


def places(finding: Finding) -> list[str]:
    """Give the places a finding rests on."""
    return [spot.place for spot in finding.spots]
