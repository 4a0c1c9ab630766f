"""Records of votes as communities keep them: every form is one file here, found by discovery.

A form module is a docstring and one `FORM`. All input is hostile: sizes and numbers are bounded, nothing in a
file is executed or followed, and an error names the file and the line.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path

from folkmoot.govern.votes._record import Beside, Form, Numbers, Record, text_of
from folkmoot.govern.votes._table import rows_of
from folkmoot.model.ballot import Poll
from folkmoot.model.errors import HostileInputError, SourceError

LARGEST_FOLDER = 50_000_000

__all__ = ["Form", "Numbers", "Record", "all_forms", "employers_from", "read_poll", "read_record"]


@cache
def all_forms() -> dict[str, Form]:
    """Give every form by its name, in the order in which they are tried."""
    found = [
        import_module(f"{__name__}.{module.name}").FORM
        for module in pkgutil.iter_modules(__path__)
        if not module.name.startswith("_")
    ]
    return {form.name: form for form in sorted(found, key=lambda form: (form.order, form.name))}


def read_record(record: Record, numbers: Numbers = Numbers.RANKS) -> Poll:
    """Read a record of votes in whatever form it is. Raises SourceError, naming file and line."""
    for form in all_forms().values():
        if form.recognises(record):
            return form.read(record, numbers)
    raise SourceError(
        f"{record.path} is no record of votes in a known form.",
        hint="known forms: " + "; ".join(form.title for form in all_forms().values()) + ".",
    )


def read_poll(path: Path, numbers: Numbers = Numbers.RANKS) -> Poll:
    """Read a record of votes from a file, or from a folder of our own ballots. Raises SourceError."""
    if path.is_dir():
        return read_record(Record(str(path), "", _files(path), folder=True), numbers)
    if not path.is_file():
        raise SourceError(f"There is no file {path}.", hint="check the path.")
    return read_record(Record(str(path), text_of(path), _Neighbours(path)), numbers)


def _files(folder: Path) -> Beside:
    paths = sorted(each for each in folder.glob("*.toml") if each.is_file() and not each.is_symlink())
    if sum(path.stat().st_size for path in paths) > LARGEST_FOLDER:
        raise HostileInputError(
            f"{folder} holds more than {LARGEST_FOLDER // 1_000_000} MB of ballots.",
            hint="is this the folder of one vote?",
        )
    return {path.name: text_of(path) for path in paths}


class _Neighbours(Mapping[str, str]):
    """The files beside one file, read when they are asked for; links are not followed."""

    def __init__(self, path: Path) -> None:
        self.folder = path.parent
        self.found = sorted(
            each.name for each in self.folder.iterdir() if each.is_file() and not each.is_symlink()
        )

    def __getitem__(self, name: str) -> str:
        if name not in self.found:
            raise KeyError(name)
        return text_of(self.folder / name)

    def __iter__(self) -> Iterator[str]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)


def employers_from(path: Path, candidates: Collection[str]) -> dict[str, str]:
    """Read who works for whom from a CSV with the columns candidate and employer. Raises SourceError."""
    if not path.is_file():
        raise SourceError(f"There is no file {path}.", hint="check the path.")
    record = Record(str(path), text_of(path))
    header, rows = rows_of(record)
    if [name.casefold() for name in header] != ["candidate", "employer"]:
        raise record.wrong(1, "the columns must be candidate and employer.")
    known = {name.casefold(): name for name in candidates}
    found: dict[str, str] = {}
    for line, (name, employer) in rows:
        if name.casefold() not in known:
            raise record.wrong(line, f"{name[:80]!r} does not stand.")
        if known[name.casefold()] in found:
            raise record.wrong(line, f"{name[:80]!r} stands there twice.")
        found[known[name.casefold()]] = employer
    return found
