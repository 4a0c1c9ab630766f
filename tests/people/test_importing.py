"""Files of other tools become statements, or are refused."""

from __future__ import annotations

import json

import pytest

from folkmoot.model.errors import SourceError
from folkmoot.people.importing import statements
from folkmoot.people.overrides import Statement, parse_overrides

HAT = {"uidentities": {"1": {
    "profile": {"name": 'Ada "A" Lovelace', "is_bot": False},
    "identities": [{"email": "ada@x.example"}, {"username": "ada", "source": "github"}],
    "enrollments": [{"organization": "Engines", "start": "2020-01-01T00:00:00", "end": "2100-01-01"}],
}}}  # fmt: skip


def read(text: str) -> tuple[Statement, ...]:
    made = statements("people.txt", text.encode())
    assert all(one.startswith('# Imported from "people.txt".') for one in made.values())
    return parse_overrides({name: one.encode() for name, one in made.items()}).statements


def test_aliases_of_gitdm() -> None:
    (one,) = read("# ours\nal@y.example ada@x.example # old\na@z.example ada@x.example\n")
    assert [email for _, email in one.identities] == ["ada@x.example", "al@y.example", "a@z.example"]


def test_a_sorting_hat() -> None:
    (one,) = read(json.dumps(HAT))
    assert one.name == 'Ada "A" Lovelace'
    assert [email for _, email in one.identities] == ["ada@x.example", "ada@users.noreply.github.com"]
    assert [(job.organisation, job.since > 0) for job in one.employers] == [("Engines", True)]


def test_all_contributors() -> None:
    (bot, ada) = read('{"contributors": [{"login": "ada", "name": "Zed"}, {"login": "x[bot]", "name": "A"}]}')
    assert (ada.name, ada.identities) == ("Zed", (("", "ada@users.noreply.github.com"),))
    assert bot.kind == "bot"


@pytest.mark.parametrize(
    "text", ["", "{", "[1]", '{"contributors": [1, {"login": 3}]}', "[" * 100_000, "nobody"]
)
def test_what_tells_of_nobody_is_refused(text: str) -> None:
    with pytest.raises(SourceError, match=r"people\.txt"):
        read(text)
