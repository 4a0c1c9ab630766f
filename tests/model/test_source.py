"""What a source is given to work with."""

from __future__ import annotations

from folkmoot.i18n import Message
from folkmoot.model.source import Access


def test_an_access_shows_no_token() -> None:
    assert "s3cret" not in repr(Access({"TOKEN": "s3cret"}))


def test_nobody_needs_to_listen() -> None:
    access = Access()
    access.progress("reading", 1, 2)
    access.tell(Message("waiting"))
    assert not access.named_by_user
