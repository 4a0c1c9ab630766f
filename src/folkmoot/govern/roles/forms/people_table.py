"""Tables of office holders in CSV, as conda's `steering.csv` and `emeritus.csv`: the file's name is the role.

A header names the columns: an account (`github_username`, `github`, `handle`), and where there are any
`name`, `email`, the employer (`funder`, `employer`, `affiliation`), `since` and `until`.
"""

from __future__ import annotations

import csv
import re

from folkmoot.govern.roles import wording
from folkmoot.govern.roles.form import Form, Reading
from folkmoot.model.role import Holder

_PATH = re.compile(
    r"(?:governance/|docs/)?(steering|emeritus|maintainers|committers|council|committee|tsc|core|members|board)\.csv"
)
COLUMNS = {
    "handle": ("github_username", "github", "handle", "username", "login"),
    "name": ("name", "full_name"),
    "email": ("email", "e-mail"),
    "employer": ("funder", "employer", "affiliation", "company", "organization", "organisation"),
    "since": ("since", "joined"),
    "until": ("until", "term_end", "term ends"),
}


def _read(reading: Reading, text: str) -> None:
    stem = reading.path.rpartition("/")[2].partition(".")[0]
    role = wording.singular(stem)
    role = f"{role} member" if role in ("steering", "council", "committee", "tsc", "core", "board") else role
    rows = csv.reader(text.splitlines())
    try:
        head = [cell.strip().casefold() for cell in next(rows, [])]
        places = {
            kind: next((head.index(n) for n in names if n in head), -1) for kind, names in COLUMNS.items()
        }
        if places["handle"] < 0 and places["email"] < 0:
            reading.broken(1, "The header names no account.", "call the column github_username or email.")
            return
        for cells in rows:
            told = {
                kind: cells[place].strip() if 0 <= place < len(cells) else ""
                for kind, place in places.items()
            }
            reading.add(
                role, "",
                Holder(wording.handle(told["handle"]), told["name"], told["email"],
                       wording.employer(told["employer"])),
                rows.line_num, since=wording.day(told["since"]), until=wording.day(told["until"]),
            )  # fmt: skip
    except csv.Error as error:
        reading.broken(rows.line_num, f"This is no CSV: {error}.", "quote cells that hold commas.")


FORM = Form("people-table", lambda path: bool(_PATH.fullmatch(path)), _read)
