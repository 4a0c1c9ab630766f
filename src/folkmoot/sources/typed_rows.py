"""Reading fields of JSON that somebody else wrote: each has the type it should have, or is named."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from folkmoot.i18n import Message

WRONG = "{file}: {place}: {field} should be {wanted}, and is {found}."
LONGEST = 1_000_000
"""Longest text taken, in characters; what a person writes on a forge is shorter."""
NEVER = "0001-01-01T00:00:00Z"
_NAMES = {dict: "an object", list: "a list", str: "a text", bool: "a truth value", type(None): "nothing"}


class WrongFieldError(ValueError):
    """A field has another type than it should; `message` names the file, the place and the field."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


class Row:
    """One JSON object, with the place it stands at; a field that is not there is as good as null.

    Every reader raises WrongFieldError for a value of another type.
    """

    __slots__ = ("above", "file", "step", "values")

    def __init__(self, values: object, file: str, place: str, above: Row | None = None) -> None:
        """Take an object; `place` is its own within `above`, where that is given."""
        self.file = file
        self.step = place
        self.above = above
        if not isinstance(values, dict):
            raise self.wrong("it", "an object", values)
        self.values: dict[str, Any] = values

    @property
    def place(self) -> str:
        """Where it stands, put together only when something is wrong there."""
        return self.step if self.above is None else f"{self.above.place}.{self.step}"

    def wrong(self, field: str, wanted: str, found: object) -> WrongFieldError:
        """Give the error that says what stands in a field and what should."""
        name = _NAMES.get(type(found), "a number")
        place = {"file": self.file, "place": self.place, "field": field}
        return WrongFieldError(Message(WRONG, {**place, "wanted": wanted, "found": name}))

    def text(self, field: str, *, default: str | None = None) -> str:
        """Give a text; null is `default` where there is one."""
        found = self.values.get(field)
        if found is None and default is not None:
            return default
        if not isinstance(found, str) or len(found) > LONGEST:
            raise self.wrong(field, "a text", found)
        if found.isascii() and "\x00" not in found:
            return found
        # A database takes neither zero characters nor halves of a surrogate pair.
        return found.replace("\x00", "�").encode("utf-8", "replace").decode("utf-8")

    def word(self, field: str, *, default: str | None = None) -> str:
        """Give a text that is a name or an id: without control characters, and not long."""
        usual = self.values.get(field)
        if isinstance(usual, str) and len(usual) <= 300 and usual.isascii() and usual.isprintable():
            return usual
        found = self.text(field, default=default)
        if len(found) > 300 or not (found.isprintable() or not found):
            raise self.wrong(field, "a short name", found)
        return found

    def number(self, field: str, *, default: int | None = None) -> int:
        """Give a whole number of 0 or more that a database can hold."""
        found = self.values.get(field)
        if found is None and default is not None:
            return default
        if isinstance(found, bool) or not isinstance(found, int) or not 0 <= found < 2**31:
            raise self.wrong(field, "a whole number", found)
        return found

    def identity(self, field: str) -> int:
        """Give a number by which a forge knows a thing; large ones have more of them than 32 bits hold."""
        found = self.values.get(field)
        if isinstance(found, bool) or not isinstance(found, int) or not 0 <= found < 2**63:
            raise self.wrong(field, "a whole number", found)
        return found

    def truth(self, field: str) -> bool:
        """Give a truth value; null is false."""
        found = self.values.get(field)
        if found is None:
            return False
        if not isinstance(found, bool):
            raise self.wrong(field, "a truth value", found)
        return found

    def moment(self, field: str, *, optional: bool = False) -> int:
        """Give a time in seconds since 1970; where it is `optional`, null is 0, and so is Go's year 1."""
        found = self.values.get(field)
        if optional and (found is None or found == NEVER):
            return 0
        if isinstance(found, str) and len(found) <= 40:
            try:
                read = datetime.fromisoformat(found)
            except ValueError:
                read = None
            if read is not None and read.tzinfo is not None and 1970 <= read.year < 2200:
                return int(read.timestamp())
        raise self.wrong(field, "a time such as 2026-03-31T12:00:00Z", found)

    def row(self, field: str) -> Row | None:
        """Give the object in a field, None for null."""
        found = self.values.get(field)
        if found is not None and not isinstance(found, dict):
            raise self.wrong(field, "an object", found)
        return None if found is None else Row(found, self.file, field, self)

    def words(self, field: str) -> tuple[str, ...]:
        """Give a list of texts; null is an empty one."""
        found = self._list(field)
        if not all(isinstance(word, str) for word in found):
            raise self.wrong(field, "a list of texts", found)
        return tuple(word[:300].replace("\x00", "�").encode("utf-8", "replace").decode() for word in found)

    def rows(
        self, field: str, wrong: Callable[[WrongFieldError], None], *, skip_null: bool = False
    ) -> Iterator[Row]:
        """Yield the objects of a list; what is none, and a field that is no list, goes to `wrong`."""
        try:
            found = self._list(field)
        except WrongFieldError as error:
            wrong(error)
            return
        for place, values in enumerate(found):
            if values is None and skip_null:
                continue
            try:
                yield Row(values, self.file, f"{field}[{place}]", self)
            except WrongFieldError as error:
                wrong(error)

    def _list(self, field: str) -> list[Any]:
        found = self.values.get(field)
        if found is None:
            return []
        if not isinstance(found, list):
            raise self.wrong(field, "a list", found)
        return found
