"""Known vulnerabilities: which updates close the holes that are known in what the project depends on.

Question:
    Is there an update to take in that closes a known hole?

Why it matters:
    A known hole is the first that somebody tries. Most are closed by an update that exists already, and one
    update often closes several.

How it is counted:
    Every component with an exact version in the project's own lock files and manifests is held against the
    advisories on this machine, by the algorithm of the OSV specification. Several advisories of one hole
    count once. Holes are gathered by the update that closes them, the worst first, what is there at run time
    before what only helps develop. Where an advisory names the import paths that are affected (Go's do), what
    no file of the project imports comes last, and makes no "no" where nothing mends it. Advisories that name
    no hole (a package is no longer maintained) are told and make no "no" either.

What it does not tell:
    Whether the project uses the part that is vulnerable, but for what it imports. What became known after
    the advisories were read; their age is told. Components whose file leaves several versions possible, and
    what no file names. Go's own library is held at the lowest Go that may build a module (`toolchain`, else
    `go` in go.mod): whoever builds with a newer one has less holes than are told. Where an advisory names
    commits only, and the history of a dependency that is kept at a commit is not at hand, it is told as not
    decided.

References:
    OSV, evaluation: https://ossf.github.io/osv-schema/#evaluation
    OpenSSF, Vulnerabilities: https://github.com/ossf/scorecard/blob/main/docs/checks.md#vulnerabilities
    OSPS Baseline, OSPS-VM-05: https://baseline.openssf.org/versions/2026-02-19#osps-vm-05
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from folkmoot.checks.hardening._closings import closings, is_out_of_reach, remedy, spot
from folkmoot.i18n import Message, Text
from folkmoot.model.check import Check, Finding, Ground, Outcome, Risk

if TYPE_CHECKING:
    from folkmoot.model.vulnerability import Vulnerabilities, Vulnerability

ID = "known-vulnerabilities"
TITLE = "Known vulnerabilities closed"
WHY = (
    "A known hole is the first that somebody tries. Most are closed by an update that exists already, and "
    "one update often closes several."
)
EFFORT, QUICK = "ten minutes each", "five minutes"
ADDRESS = "https://osv-vulnerabilities.storage.googleapis.com/{name}/all.zip"
SETTLE = "Run `folkmoot advisories update {more}`."
SETTLE_MANY = (
    "Run `folkmoot advisories update {more}`, in the same call with --from and the same address for {others} "
    "in place of {last}."
)
MOST_NAMED = 3
"""So many addresses are written out: a sentence that is cut in the middle of a command helps nobody."""
NONE_SHOWN = (
    "No file here shows where its packages come from. If there are any, `folkmoot advisories update --from "
    "ADDRESS` reads in what is known of them; https://google.github.io/osv.dev/data/ says which there are."
)
ECOSYSTEMS = {
    "npm": r"package(-lock)?\.json|pnpm-lock\.yaml|yarn\.lock|bun\.lock",
    "PyPI": r"pyproject\.toml|requirements[-\w]*\.txt|(uv|poetry|pdm)\.lock|pipfile(\.lock)?|setup\.(py|cfg)",
    "Go": r"go\.(mod|sum)",
    "crates.io": r"cargo\.(toml|lock)",
    "Maven": r"pom\.xml|build\.gradle(\.kts)?|gradle\.lockfile",
    "RubyGems": r"gemfile(\.lock)?|[^/]+\.gemspec",
    "Packagist": r"composer\.(json|lock)",
    "NuGet": r"packages\.lock\.json|[^/]+\.(cs|fs|vb)proj|packages\.config",
    "Hex": r"mix\.(exs|lock)",
    "Pub": r"pubspec\.(yaml|lock)",
    "GitHub Actions": r"\.github/workflows/[^/]+\.ya?ml",
}
"""Names of ecosystems as OSV writes them, and the files by which a project shows that it uses one."""
_RISKS = {"critical": Risk.CRITICAL, "high": Risk.HIGH, "low": Risk.LOW, "none": Risk.LOW}
"""How bad a hole of each severity is; all others are of medium risk."""
_ASIDE = re.compile(
    r"(^|/)(tests?|testdata|fixtures?|vendor|third_party|node_modules|examples?|playgrounds?)/"
)
"""Folders of what is not the project's own: what they ask for is asked for by others."""
_HOLES = ("", "malicious")
"""Kinds of advisories that name something to act on."""


def _decide(ground: Ground) -> Finding:
    known = ground.vulnerabilities
    if known is None:
        none = ("There are no advisories on this machine.",)
        used = _used(ground)
        values: dict[str, str | int | float] = {
            "more": _from(used[:MOST_NAMED]),
            "others": ", ".join(used[MOST_NAMED:]),
            "last": used[MOST_NAMED - 1] if len(used) > MOST_NAMED else "",
        }
        several = SETTLE_MANY if len(used) > MOST_NAMED else SETTLE
        settle = Message(several, values) if used else NONE_SHOWN
        return Finding(ID, TITLE, Outcome.UNKNOWN, none, WHY, settle, QUICK)
    told = tuple(_beside(known))
    found = closings(_holes(known.found))
    if not found:
        return Finding(ID, TITLE, _without_holes(known), told, WHY, *_way_to_know(known))
    summed = Message(
        "Known vulnerabilities: {holes}; places they are in: {components}.",
        {
            "holes": len({hole.id for each in found for hole in each.closes}),
            "components": len({each.component for each in found}),
        },
    )
    risk = Risk.LOW if found[0].is_aside else _RISKS.get(found[0].severity, Risk.MEDIUM)
    return Finding(
        ID, TITLE, Outcome.NO, (summed, *told), WHY, remedy(found, _day(known)), EFFORT,
        spots=tuple(map(spot, found)), risk=risk,
    )  # fmt: skip


def _used(ground: Ground) -> list[str]:
    """Give the ecosystems that the project's files show."""
    names = {
        path.lower() if path.startswith(".github/") else path.lower().rpartition("/")[2]
        for path in ground.paths()
        if not _ASIDE.search(path.lower())
    }
    return [name for name, form in ECOSYSTEMS.items() if any(map(re.compile(form).fullmatch, names))]


def _from(names: Iterable[str]) -> str:
    """Give the options that read the advisories of these ecosystems."""
    return " ".join(f"--from {ADDRESS.format(name=name.replace(' ', '%20'))}" for name in names)


def _holes(found: Iterable[Vulnerability]) -> Iterable[Vulnerability]:
    """Give what there is something to do about, each with the places where there is."""
    for hole in found:
        hits = tuple(hit for hit in hole.hits if not is_out_of_reach(hit))
        if hole.kind in _HOLES and hits:
            yield replace(hole, hits=hits)


def _without_holes(known: Vulnerabilities) -> Outcome:
    if known.checked and not known.unread and not known.missing:
        return Outcome.YES
    unasked = known.without_version or known.without_order or known.missing or known.unread
    return Outcome.UNKNOWN if unasked else Outcome.NOT_APPLICABLE


def _way_to_know(known: Vulnerabilities) -> tuple[Text, Text]:
    """Give what would settle it, and how long that takes, where something could not be asked."""
    if _without_holes(known) is not Outcome.UNKNOWN:
        return "", ""
    if known.unread:
        return "Ask this of a clone with all file contents, and mend files that cannot be read.", QUICK
    if known.missing:
        return Message(
            "Read the advisories of {names} in too, with those that are there: `folkmoot advisories update "
            "{more} --from ...`.",
            {"names": ", ".join(known.missing), "more": _from(known.missing)},
        ), QUICK
    return "Keep a lock file: a range of versions cannot be held against advisories.", "half an hour"


def _day(known: Vulnerabilities) -> str:
    """Give the day the newest advisory was changed."""
    return datetime.fromtimestamp(known.database.newest, UTC).date().isoformat()


def _beside(known: Vulnerabilities) -> Iterable[Text]:
    """Say how much was asked, of what, how old it is, and what could not be asked."""
    yield Message(
        "Package versions looked at: {checked}; advisories they were held against: {advisories}, the newest "
        "of {day}.",
        {"checked": known.checked, "advisories": known.database.advisories, "day": _day(known)},
    )
    notes = [each for each in known.found if each.kind not in _HOLES and each.hits]
    aside = [
        each
        for each in known.found
        if each.kind in _HOLES and each.hits and all(map(is_out_of_reach, each.hits))
    ]
    for form, names in (
        ("Without an exact version in any file: {count}, such as {name}.", known.without_version),
        ("With a version that cannot be compared: {count}, such as {name}.", known.without_order),
        ("Of an ecosystem without advisories at hand: {count}, such as {name}.", known.uncovered),
        ("Files that could not be read: {count}, such as {name}.", known.unread),
        (
            "By commits of a repository that is not at hand, so not decided: {count}, such as {name}.",
            known.undecided,
        ),
        ("Known for what is no hole: {count}, such as {name}.", [_named(each) for each in notes]),
        (
            "Not mended, in parts that no file of the project imports: {count}, such as {name}.",
            [f"{each.id} in {each.hits[0].component.purl.full_name}" for each in aside],
        ),
    ):
        if names:
            yield Message(form, {"count": len(names), "name": names[0]})


def _named(note: Vulnerability) -> str:
    return f"{note.hits[0].component.purl.full_name} ({note.kind})"


CHECK = Check(
    id=ID,
    version=1,
    title=TITLE,
    question="Is there an update to take in that closes a known hole?",
    page="security",
    decide=_decide,
    definition="https://ossf.github.io/osv-schema/#evaluation",
    order=12,
    risk=Risk.HIGH,
)
