"""Files of other tools are told apart, bounded, and refused by name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.model.errors import SourceError
from folkmoot.people import importing
from folkmoot.people.importing import MOST_BYTES, read


@pytest.mark.parametrize(
    ("text", "email"),
    [
        ("al@y.example ada@x.example\n", "ada@x.example"),
        ('{"uidentities": {"1": {"identities": [{"email": "ada@x.example"}]}}}', "ada@x.example"),
        ("- profile:\n    name: Ada\n  email:\n    - ada@x.example\n", "ada@x.example"),
        ('{"contributors": [{"login": "ada", "name": "Ada"}]}', "ada@users.noreply.github.com"),
        ('﻿{"contributors": [{"login": "ada", "name": "Ada"}]}', "ada@users.noreply.github.com"),
    ],
)
def test_each_form_is_known_by_its_content(text: str, email: str) -> None:
    (one,) = read("people.txt", text.encode()).people
    assert email in one.identities


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{", b"[1]", b'{"contributors": [1, {"login": 3}]}', b"[" * 100_000, b"nobody", b"\xff\xfe\x00",
        b"- " * 100_000, b"- a: &x 1\n  b: *x\n", b"- : : :\n", b"- profile\n",
    ],
)  # fmt: skip
def test_what_tells_of_nobody_is_refused(content: bytes) -> None:
    with pytest.raises(SourceError, match=r"people\.txt"):
        read("people.txt", content)


def test_what_is_too_large_is_refused() -> None:
    with pytest.raises(SourceError, match=r"people\.txt is larger than 50 MB"):
        read("people.txt", b"x" * (MOST_BYTES + 1))


def test_too_many_people_are_refused_unless_only_known_ones_are_wanted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(importing, "MOST_PEOPLE", 2)
    content = b"".join(b"p%d@x.example Engines\n" % number for number in range(3))
    with pytest.raises(SourceError, match="tells of 3 people") as caught:
        read("email-map", content)
    assert "--known" in caught.value.hint
    told = read("email-map", content, known={"p1@x.example"})
    assert [job.email for job in told.jobs] == ["p1@x.example"]


@given(st.one_of(st.text(max_size=300).map(str.encode), st.binary(max_size=300)))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    said = "people.txt"
    try:
        read("people.txt", content)
    except SourceError as error:
        said = str(error)
    assert "people.txt" in said
