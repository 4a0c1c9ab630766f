"""A plain CSV: a row for each ballot, a column for each candidate; or `voter` and `vote` for yes/no.

Optional columns are `voter` and `count` (how many identical ballots a row stands for). Numbers are ranks (1
is best), scores or marks, as the method asks; an empty cell is no opinion. A yes/no file has the columns
`voter`, `vote` (yes, no, abstain) and optionally `reason` and `binding` (yes, no).
"""

from __future__ import annotations

from folkmoot.govern.votes._record import Form, Numbers, Record, bounded, name_in
from folkmoot.govern.votes._table import ballot_of, rows_of
from folkmoot.model.ballot import Answer, Ballot, Poll

MOST_ALIKE = 1_000_000
_SAID = {"yes": True, "no": False, "": None}


def recognises(record: Record) -> bool:
    """Tell by the ending of the file."""
    return not record.folder and record.name().endswith(".csv")


def read(record: Record, numbers: Numbers) -> Poll:
    """Read the rows."""
    header, rows = rows_of(record)
    special = {name: name.casefold() for name in header if name.casefold() in {"voter", "count", "vote"}}
    if "vote" in special.values():
        return Poll(FORM.name, record.path, tuple(_answer(record, header, row) for row in rows))
    candidates = tuple(name for name in header if name not in special)
    if not candidates:
        raise record.wrong(1, "there is no column for a candidate.")
    ballots, seen = [], set()
    for line, cells in rows:
        row = {special.get(name, name): cell for name, cell in zip(header, cells, strict=True)}
        voter = name_in(record, line, row["voter"]) if "voter" in special.values() else ""
        if voter and voter.casefold() in seen:
            raise record.wrong(line, f"{voter!r} votes a second time.")
        seen.add(voter.casefold())
        weight = bounded(record, line, row["count"]) if "count" in special.values() else 1
        if not 1 <= weight <= MOST_ALIKE:
            raise record.wrong(line, f"a row cannot stand for {weight} ballots.")
        chosen = {name: row[name] for name in candidates}
        ballots.append(ballot_of(record, line, chosen, numbers, voter, weight))
    return Poll(FORM.name, record.path, tuple(ballots), options=candidates)


def _answer(record: Record, header: list[str], row: tuple[int, list[str]]) -> Ballot:
    line, cells = row
    said = {name.casefold(): cell for name, cell in zip(header, cells, strict=True)}
    unknown = sorted(set(said) - {"voter", "vote", "reason", "binding"})
    if unknown or "voter" not in said:
        raise record.wrong(1, "a yes/no file has the columns voter, vote, reason and binding.")
    answers = {answer.value: answer for answer in Answer}
    answer, binding = said["vote"].casefold(), said.get("binding", "").casefold()
    if answer not in answers or binding not in _SAID:
        raise record.wrong(line, "a vote is yes, no or abstain, and binding is yes, no or empty.")
    return Ballot(
        voter=name_in(record, line, said["voter"]),
        answer=answers[answer],
        reason=said.get("reason", ""),
        binding=_SAID[binding],
    )


FORM = Form("csv", "a plain CSV with a column for each candidate", recognises, read, order=90)
