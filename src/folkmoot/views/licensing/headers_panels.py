"""Panels on what single files say: how many say it, which licences, and REUSE's rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from folkmoot.i18n import Absence, Message, Text
from folkmoot.model.check import Finding, Outcome
from folkmoot.model.licence import Headers, Used
from folkmoot.model.metric import Better, Shape, Unit
from folkmoot.model.page import Panel, Point
from folkmoot.views.licensing.known import Licensing
from folkmoot.views.licensing.stated import place_of

REUSE = "https://reuse.software/spec-3.3/"
NOW = "all time"
MOST_SHOWN = 12
MOST_NAMED = 4
NONE = Absence("No file states a licence of its own.")
NOT_HERE = "The contents of the files are not in this clone."
WHY = "Files travel alone: copied elsewhere, only what stands in a file says what it may be used for."


def headers_panel(licensing: Licensing) -> Panel:
    """Give which licences files state, and in how many."""
    headers = licensing.headers
    shown = [*_points(headers.used, ""), *_points(headers.worded, "in words")]
    return Panel(
        id="licences-headers",
        title="What the files say",
        question="Which licences do single files state?",
        unit=Unit.FILES,
        better=Better.NEITHER,
        shape=Shape.BREAKDOWN,
        points=tuple(shown[: 2 * MOST_SHOWN]),
        headline=_headline(headers),
        missing="" if shown else NOT_HERE if 0 < headers.files <= headers.unread else NONE,
        caveat=(
            "By SPDX-License-Identifier in the first 4 KB of a file (further down in projects that follow "
            "REUSE), by a file .license beside it, or by REUSE.toml or .reuse/dep5. Headers in words are "
            "counted apart: licences propose them, REUSE does not read them."
        ),
        coverage_notes=_elsewise(licensing),
        definition=REUSE,
    )


def _elsewise(licensing: Licensing) -> tuple[Text, ...]:
    """Say where files state another licence than the project: one place of each, the most frequent first."""
    others = licensing.stated_elsewise
    if not others or not licensing.licences.expression:
        return ()
    named = "; ".join(
        f"{each.id}: {each.path}:{each.line}" if each.line else f"{each.id}: {each.path}"
        for each in sorted(others, key=lambda each: -each.files)[:MOST_NAMED]
    )
    more = len(others) - MOST_NAMED
    if more > 0:
        return (Message("Another licence than the whole, one place of each: {named}; {more} more.", {
            "named": named, "more": more,
        }),)  # fmt: skip
    return (Message("Another licence than the whole, one place of each: {named}.", {"named": named}),)


def reuse_panel(licensing: Licensing) -> Iterator[Panel]:
    """Give what REUSE's rules want, in a project that follows them or has statements that are broken."""
    headers = licensing.headers
    findings = tuple(_findings(headers))
    if not headers.adopted and not headers.broken:
        return
    yield Panel(
        id="licences-reuse",
        title="REUSE",
        question="Are the rules of REUSE kept?",
        unit=None,
        better=Better.NEITHER,
        shape=None,
        findings=findings,
        headline=_verdict(headers),
        definition=REUSE,
    )


def _points(used: Iterable[Used], part: str) -> list[Point]:
    return [Point(NOW, each.files, each.files, label=each.id, part=part) for each in list(used)[:MOST_SHOWN]]


def _headline(headers: Headers) -> Text:
    share = headers.licensed / headers.files if headers.files else 0.0
    values: dict[str, str | int | float] = {
        "files": headers.files,
        "licensed": headers.licensed,
        "percent": "under 1" if 0 < share < 0.005 else f"{100 * share:.0f}",
        "worded": sum(each.files for each in headers.worded),
        "unread": headers.unread,
    }
    if not headers.files:
        return "There are no files that would have to say anything."
    if headers.unread:
        return Message(
            "Files that say in a tag which licence they are under: {licensed} of {files}. Not in this clone: "
            "{unread}.",
            values,
        )
    if headers.worded:
        return Message(
            "Files that say in a tag which licence they are under: {licensed} of {files} ({percent}%). In "
            "words instead: {worded}.",
            values,
        )
    return Message(
        "Files that say in a tag which licence they are under: {licensed} of {files} ({percent}%).", values
    )


def _verdict(headers: Headers) -> Text:
    if not headers.adopted:
        return "This project does not follow REUSE; these statements are wrong all the same."
    if headers.compliant is None:
        return "Whether the rules are kept is not known: not every file is in this clone."
    if headers.compliant:
        return "The rules of REUSE are kept: every file says whose it is and under which licence."
    return "The rules of REUSE are not kept in full."


def _findings(headers: Headers) -> Iterator[Finding]:
    """Give what breaks a rule, the quickest to mend first."""
    if headers.broken:
        yield _finding(
            "broken", "Statements that name no known licence", [
                Message("{place}: {words}", {"place": place_of(each), "words": each.words})
                for each in headers.broken
            ],
            "Write an expression of SPDX's identifiers, such as MIT or Apache-2.0 OR MIT.", "minutes each",
        )  # fmt: skip
    if not headers.adopted:
        return
    if headers.missing:
        yield _finding(
            "missing", "Licences without a text", [
                Message(
                    "{id} is used in {place} and has no text in LICENSES.",
                    {"id": each.id, "place": f"{each.path}:{each.line}" if each.line else each.path},
                )
                for each in headers.missing
            ],
            "`reuse download --all` adds the texts.", "minutes",
        )  # fmt: skip
    for name, title, paths, remedy in (
        ("unused", "Texts that no file is under", headers.unused, "Delete them, or state where they hold."),
        ("unnamed", "Texts whose name is no identifier", headers.unnamed,
         "Name each by SPDX's identifier, or LicenseRef- and a name of your own."),
        ("old", "Texts under a deprecated identifier", headers.old,
         "Say `-only` or `-or-later`, in the name and in the files."),
        ("problems", "Files of REUSE that could not be read", headers.problems,
         "`reuse lint` says what is wrong with them."),
    ):  # fmt: skip
        if paths:
            yield _finding(name, title, list(paths), remedy, "minutes")
    incomplete = headers.files - headers.unread - headers.complete
    if incomplete > 0 and not headers.unread:
        yield _finding(
            "incomplete", "Files that do not say everything", [
                Message(
                    "Files without whose they are, or under which licence: {count} of {files}.",
                    {"count": incomplete, "files": headers.files},
                ),
                *headers.bare,
            ],
            "`reuse annotate --license ID --copyright NAME FILE` adds a header; REUSE.toml states it for "
            "many files at once.", "an hour",
        )  # fmt: skip


def _finding(name: str, title: Text, evidence: Sequence[Text], remedy: str, effort: str) -> Finding:
    shown: list[Text] = list(evidence[:MOST_SHOWN])
    more = len(evidence) - len(shown)
    if more > 0:
        shown.append(Message("{count} more.", {"count": more}))
    return Finding(
        id=f"reuse-{name}", title=title, outcome=Outcome.NO, evidence=tuple(shown), why=WHY, remedy=remedy,
        effort=effort,
    )  # fmt: skip
