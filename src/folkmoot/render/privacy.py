"""Notice, record and templates on personal data as Markdown, from configuration and the list of what is held.

Nothing is guessed: what the configuration does not say is marked as to be filled. The order follows articles
13, 14 and 30 of Regulation (EU) 2016/679 (GDPR), and for the assessment article 35(7). No legal advice.
"""

from __future__ import annotations

from collections.abc import Sequence

from folkmoot.model.privacy import DataClass, PrivacySettings

TO_FILL = "**[to be filled: {what}]**"
ABOUT = (
    "This community uses Folkmoot to see how it stands. Folkmoot reads the public history of its "
    "repositories, and what connected forges publish.\n"
)
RIGHTS = (
    "You may ask what is held of you and get a copy of it, have it corrected or erased, object to it, and "
    "have it restricted. Write to the contact above; an e-mail address from your commits is enough to find "
    "you. After an objection you are counted in totals only. After an erasure nothing names you, a keyed "
    "hash keeps you from coming back, and what you did stays as a number. The public history of the "
    "repository is not ours to change.\n"
)
NO_PROFILES = (
    "No decision about anybody is made by a machine, nobody is scored or ranked, and neither gender, "
    "ethnicity, mood, health nor country is inferred of anybody.\n"
)
NO_ADVICE = "Made by Folkmoot from its configuration. This is no legal advice.\n"
_MARKS = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_[]<>|#"})


def notice(settings: PrivacySettings, classes: Sequence[DataClass], sources: Sequence[str]) -> str:
    """Give the public notice of articles 13 and 14."""
    return "\n".join([
        "# Privacy notice\n",
        ABOUT,
        "## Who is responsible\n", _said(settings.controller, "name and address of the controller") + "\n",
        f"Contact: {_said(settings.contact, 'contact for requests')}\n",
        *([f"Data protection officer: {_clean(settings.officer)}\n"] if settings.officer else []),
        "## What is held, why, and for how long\n", _table(settings, classes),
        "## Where it comes from\n", _listed(sources, "the repositories and forges that are read"),
        "## What it is for\n", _listed(settings.purposes, "the purposes"),
        "## The legal basis\n", _said(settings.legal_basis, "the legal basis") + "\n",
        *([f"The interest pursued: {_clean(settings.interest)}\n"] if settings.interest else []),
        "## Who gets it\n", _said(settings.recipients, "recipients, or nobody") + "\n",
        _said(settings.transfers, "transfers to countries outside the EU, or none") + "\n",
        "## Your rights\n",
        RIGHTS,
        f"You may complain to {_said(settings.authority, 'the supervisory authority')}.\n",
        NO_PROFILES,
        NO_ADVICE,
    ])  # fmt: skip


def record(settings: PrivacySettings, classes: Sequence[DataClass], sources: Sequence[str]) -> str:
    """Give the record of processing activities of article 30(1)."""
    rows = [
        ("Controller", _said(settings.controller, "name and address of the controller")),
        ("Contact", _said(settings.contact, "contact")),
        ("Data protection officer", _said(settings.officer, "data protection officer, or none is required")),
        ("Purposes", "; ".join(map(_clean, settings.purposes)) or TO_FILL.format(what="the purposes")),
        ("Legal basis", _said(settings.legal_basis, "the legal basis")),
        ("People concerned", "People who contributed to the repositories, or wrote on their forges"),
        ("Sources", "; ".join(map(_clean, sources)) or TO_FILL.format(what="the sources")),
        ("Recipients", _said(settings.recipients, "recipients, or nobody")),
        ("Transfers", _said(settings.transfers, "transfers to third countries, or none")),
    ]  # fmt: skip
    return "\n".join([
        "# Record of processing: community metrics with Folkmoot\n",
        "| | |\n|---|---|", *(f"| {name} | {value} |" for name, value in rows),
        "\n## Classes of data and when they go\n", _table(settings, classes),
        "## Measures (article 32)\n", _measures(), NO_ADVICE,
    ])  # fmt: skip


def balancing(settings: PrivacySettings, classes: Sequence[DataClass], sources: Sequence[str]) -> str:
    """Give a template for the balancing test of article 6(1)(f)."""
    return "\n".join([
        "# Balancing test: legitimate interest (article 6(1)(f))\n",
        "To be decided by a person; Folkmoot fills in only what is configured.\n",
        "## 1. The interest\n", _said(settings.interest, "whose interest, and in what") + "\n",
        _listed(settings.purposes, "the purposes"),
        "## 2. Is it necessary?\n",
        "Folkmoot counts people over public histories. Would fewer sources, a shorter time, or totals "
        "without names do? " + TO_FILL.format(what="the answer") + "\n",
        _listed(sources, "the sources"),
        "## 3. The people concerned\n",
        "- They published under their name in a public project. What they expect: "
        + TO_FILL.format(what="the answer"),
        "- Employees of the operator, or minors, among them: " + TO_FILL.format(what="the answer"),
        "- What may go wrong for them: " + TO_FILL.format(what="the answer") + "\n",
        "## 4. What protects them\n", _measures(),
        _table(settings, classes),
        "## 5. The outcome\n",
        TO_FILL.format(what="which interest prevails, why, who decided, when it is looked at again") + "\n",
        NO_ADVICE,
    ])  # fmt: skip


def dpia(settings: PrivacySettings, classes: Sequence[DataClass], sources: Sequence[str]) -> str:
    """Give a template for the impact assessment of article 35(7)."""
    risks = (
        (
            "Somebody's work is judged by numbers",
            "no ranking of people, no score, lists in alphabetical order",
        ),
        ("Working hours show when somebody is awake", "shown for the whole community, from five people on"),
        ("A small group is told apart", "groups under five people are not broken down"),
        ("Somebody is named who does not want it", "`folkmoot privacy object` and `erase`"),
        ("A copy of the store is lost", "one table of names, keyed lookup, key outside the store"),
    )
    return "\n".join([
        "# Impact assessment (article 35)\n",
        f"Controller: {_said(settings.controller, 'name and address of the controller')}\n",
        "## Is one needed?\n", TO_FILL.format(what="the answer, with the authority's list") + "\n",
        "## (a) What is done, and what for\n", _listed(settings.purposes, "the purposes"),
        _listed(sources, "the sources"), _table(settings, classes),
        "## (b) Necessity and proportion\n", TO_FILL.format(what="see the balancing test") + "\n",
        "## (c) Risks, and (d) measures\n",
        "| Risk | Measure that is there | How likely and how grave it stays |\n|---|---|---|",
        *(f"| {risk} | {measure} | {TO_FILL.format(what='to be judged')} |" for risk, measure in risks),
        "", _measures(),
        "## Who was heard\n", TO_FILL.format(what="officer, works council, people concerned") + "\n",
        NO_ADVICE,
    ])  # fmt: skip


def _table(settings: PrivacySettings, classes: Sequence[DataClass]) -> str:
    lines = ["| What | Why | How long |", "|---|---|---|"]
    for one in classes:
        months = settings.retention.get(one.id, one.months)
        if not one.retained:
            period = ""
        elif months:
            period = f"{months} months. "
        else:
            period = TO_FILL.format(what=f"retention of {one.id}") + " "
        lines.append(f"| **{one.title}.** {one.what} | {one.purpose} | {period}{one.ends} |")
    return "\n".join(lines) + "\n"


def _measures() -> str:
    return (
        "- Names, addresses and logins stand apart from facts, which carry a number; the number is found by "
        "HMAC-SHA-256 under a key outside the database that only its owner can read.\n"
        "- Bodies of messages and comments are not kept.\n"
        "- Reports can be made with aliases for every name; groups under five people are not broken down.\n"
        "- Copies, objections, erasure and periods are commands; erasure rewrites the database and is "
        "finished even when it is interrupted.\n"
        "- Nothing is sent anywhere. Access to the computer and its backups: "
        + TO_FILL.format(what="your own measures")
        + "\n"
    )


def _listed(texts: Sequence[str], what: str) -> str:
    return "".join(f"- {_clean(text)}\n" for text in texts) or TO_FILL.format(what=what) + "\n"


def _said(text: str, what: str) -> str:
    return _clean(text) or TO_FILL.format(what=what)


def _clean(text: str) -> str:
    """Give what somebody configured as plain words: one line, no marks of Markdown or HTML."""
    shown = "".join(sign if sign.isprintable() else " " for sign in text)
    return " ".join(shown.translate(_MARKS).split())
