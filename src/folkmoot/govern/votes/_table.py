"""Tables in CSV whose columns are candidates and whose rows are ballots."""

from __future__ import annotations

import csv
import io

from folkmoot.govern.votes._record import MOST_BALLOTS, Numbers, Record, bounded, name_in
from folkmoot.model.ballot import Ballot

MOST_CELLS = 1_000_000
HIGHEST_RANK = 10_000
NO_OPINION = frozenset({"", "no opinion", "-"})
YES = frozenset({"1", "x", "yes", "true", "✓"})
NO = frozenset({"0", "", "no", "false", "-"})

Rows = list[tuple[int, list[str]]]


def rows_of(record: Record) -> tuple[list[str], Rows]:
    """Give the header and the rows that are not blank, each with its line. Raises SourceError."""
    reader = csv.reader(io.StringIO(record.text, newline=""), strict=True)
    found: Rows = []
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                found.append((reader.line_num, [cell.strip() for cell in cells]))
            if len(found) > MOST_BALLOTS or len(found) * len(found[0][1] if found else ()) > MOST_CELLS:
                raise record.wrong(reader.line_num, "there are more ballots than can be counted.")
    except csv.Error as error:
        raise record.wrong(reader.line_num, f"this is no CSV: {error}.") from error
    if not found:
        raise record.wrong(1, "the file is empty.")
    line, header = found[0]
    if len(header) == 1 and ";" in header[0]:
        raise record.wrong(line, "semicolons part the columns.", hint="save it with commas between them.")
    for row_line, cells in found[1:]:
        if len(cells) != len(header):
            raise record.wrong(row_line, f"{len(cells)} cells where the first line has {len(header)}.")
    names = [name_in(record, line, cell) for cell in header]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise record.wrong(line, f"the column {twice[0]!r} stands there twice.")
    return names, found[1:]


def ballot_of(
    record: Record, line: int, cells: dict[str, str], numbers: Numbers, voter: str = "", weight: int = 1
) -> Ballot:
    """Give the ballot of one row, its numbers read as ranks, scores or marks. Raises SourceError."""
    if numbers is Numbers.MARKS:
        for name, cell in cells.items():
            if cell.casefold() not in YES | NO:
                raise record.wrong(
                    line, f"{cell[:40]!r} under {name!r} is neither a mark (1, x, yes) nor none."
                )
        approved = tuple(name for name, cell in cells.items() if cell.casefold() in YES)
        return Ballot(voter=voter, approvals=approved, weight=weight)
    given = {
        name: bounded(record, line, cell) for name, cell in cells.items() if cell.casefold() not in NO_OPINION
    }
    if numbers is Numbers.SCORES:
        return Ballot(voter=voter, scores=tuple(given.items()), weight=weight)
    for name, rank in given.items():
        if not 1 <= rank <= HIGHEST_RANK:
            raise record.wrong(line, f"{rank} under {name!r} is no rank; the best is 1.")
    levels = sorted(set(given.values()))
    ranking = tuple(tuple(name for name in given if given[name] == level) for level in levels)
    return Ballot(voter=voter, ranking=ranking, weight=weight)
