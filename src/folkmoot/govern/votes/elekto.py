"""Elekto's and Kubernetes' elections: `ballots.csv`, the settings in `election.yaml` beside it.

The first line names the candidates; each cell is a rank (1 is best, equal ranks are allowed) or "No opinion".
The elections of 2017 to 2020 are the same without settings. Employers stand in `candidate-*.md` beside the
ballots. An `employer_cap` in the settings is ours: Elekto knows none. The winners are those that a
`results.md` beside the ballots publishes.

References:
    https://elekto.dev/docs/ and https://github.com/kubernetes/community/tree/master/elections
"""

from __future__ import annotations

import re

from folkmoot.govern.plain_yaml import Mapping, UnreadableYamlError, read_mapping
from folkmoot.govern.votes._published import published_winners
from folkmoot.govern.votes._record import Form, Numbers, Record, bounded
from folkmoot.govern.votes._table import NO_OPINION, ballot_of, rows_of
from folkmoot.i18n import Message, Text
from folkmoot.model.ballot import Poll
from folkmoot.model.errors import SourceError

SETTINGS = "election.yaml"
LONGEST_HEAD = 4_000
_ID = re.compile(r"^ID:[ \t]*(\S[^\n]*)$", re.MULTILINE | re.IGNORECASE)
_EMPLOYER = re.compile(r"^[ \t]*-?[ \t]*employer:[ \t]*(\S[^\n]*)$", re.MULTILINE | re.IGNORECASE)


def recognises(record: Record) -> bool:
    """Tell by the name of the file, and that its first column is no voter."""
    first = record.text.partition("\n")[0].partition(",")[0].strip().casefold()
    return not record.folder and record.name() == "ballots.csv" and first not in {"voter", "count"}


def read(record: Record, numbers: Numbers) -> Poll:
    """Read the ballots and the settings beside them."""
    if numbers is not Numbers.RANKS:
        raise SourceError(
            f"{record.path} holds ranks, as Elekto writes them, not {numbers.value}.",
            hint="if its numbers are something else, give the file another name.",
        )
    candidates, rows = rows_of(record)
    ballots = tuple(
        ballot_of(record, line, dict(zip(candidates, cells, strict=True)), numbers) for line, cells in rows
    )
    title, seats, cap, opinions = _settings(record)
    notes: list[Text] = []
    without = [line for line, cells in rows if any(cell.casefold() in NO_OPINION for cell in cells)]
    if not opinions and without:
        notes.append(
            Message(
                "Ballots that leave somebody unranked, which the settings do not allow: {n}.",
                {"n": len(without)},
            )
        )
    return Poll(
        form=FORM.name,
        title=title,
        ballots=ballots,
        options=tuple(candidates),
        seats=seats,
        employers=_employers(record, candidates),
        employer_cap=cap,
        winners=published_winners(record.beside, candidates),
        notes=tuple(notes),
    )


def _settings(record: Record) -> tuple[str, int | None, int | None, bool]:
    if SETTINGS not in record.beside:
        return record.path, None, None, True
    beside = Record(record.path[: -len(record.name())] + SETTINGS, record.beside[SETTINGS])
    try:
        found = read_mapping(beside.text)
    except UnreadableYamlError as error:
        raise beside.wrong(error.line, f"{error.why}.") from error
    title = found.values.get("name")
    seats = _number(beside, found, "no_winners")
    if seats is not None and seats < 1:
        raise beside.wrong(found.lines["no_winners"], "there must be at least one winner.")
    cap = _number(beside, found, "employer_cap")
    if cap is not None and cap < 0:
        raise beside.wrong(found.lines["employer_cap"], "a limit of seats cannot be less than none.")
    opinions = str(found.values.get("allow_no_opinion", "true")).casefold() not in {"false", "no", "off"}
    return (title if isinstance(title, str) and title else record.path), seats, cap, opinions


def _number(beside: Record, found: Mapping, key: str) -> int | None:
    value = found.values.get(key)
    return None if value is None else bounded(beside, found.lines[key], str(value))


def _employers(record: Record, candidates: list[str]) -> dict[str, str]:
    """Give the employers that candidates' own pages state, by the candidates' names as they stand."""
    by_handle = {name.casefold(): name for name in candidates}
    found = {}
    for name in record.beside:
        if not (name.startswith("candidate-") and name.endswith(".md")):
            continue
        head = record.beside[name][:LONGEST_HEAD]
        handle, employer = _ID.search(head), _EMPLOYER.search(head)
        candidate = by_handle.get(handle[1].strip().casefold()) if handle else None
        if candidate and employer:
            found[candidate] = employer[1].strip()
    return found


FORM = Form("elekto", "ballots.csv of Elekto and Kubernetes", recognises, read, order=10)
