"""Asking a forge that speaks REST for settings: what is not shown is None, and is named."""

from __future__ import annotations

from folkmoot.model.errors import UnreachableError
from folkmoot.sources.typed_rows import Row, WrongFieldError
from folkmoot.sources.web.pages import Pages

NEWEST = 10
"""Releases asked for."""


class Asking:
    """Asks for settings. `hidden` collects the names of what was not shown."""

    def __init__(self, pages: Pages) -> None:
        self.pages = pages
        self.hidden: list[str] = []

    def project(self, path: str, called: str) -> Row:
        """Give the project itself. Raises UnreachableError where there is none, or none that is shown."""
        about = self.pages.one(path)
        if about is None:
            raise UnreachableError(
                f"{self.pages.client.host} has no project {called}, or does not show it.",
                hint=f"check the name; for a private one, {self.pages.how_to_log_in}",
            )
        return about

    def row(self, path: str, name: str) -> Row | None:
        """Give one object, None where it is not shown."""
        found = self.pages.one(path, is_optional=True)
        if found is None:
            self.hidden.append(name)
        return found

    def rows(self, path: str, name: str, *, first_page: bool = False) -> list[Row] | None:
        """Give all rows of a list, or its first page; None where it is not shown."""
        if first_page:
            page = self.pages.page(path, is_optional=True)
            found = page.rows if page else None
        else:
            found = self.pages.every(path, is_optional=True)
        if found is None:
            self.hidden.append(name)
        return found


def truth(row: Row | None, field: str) -> bool | None:
    """Give a truth value, None where it is not shown. Raises WrongFieldError."""
    return None if row is None or row.values.get(field) is None else row.truth(field)


def inner(row: Row | None, field: str) -> list[Row]:
    """Give the objects of a list in a field. Raises WrongFieldError."""

    def wrong(error: WrongFieldError) -> None:
        raise error

    return [] if row is None else list(row.rows(field, wrong))
