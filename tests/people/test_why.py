"""The chain of merges between two identities, finding whom somebody means, and whom they count for."""

from __future__ import annotations

import pytest

from folkmoot.i18n import say
from folkmoot.model.fact import AccountFact
from folkmoot.people.overrides import parse_overrides
from folkmoot.people.resolution import Ground, Link
from folkmoot.people.sectors import Said
from folkmoot.people.stated_organisations import StatedOrganisation
from folkmoot.people.why import chain, find, organisation, sentence
from people.crowds import crowd, facts_of

LINKS = [
    Link(1, 2, "same e-mail", "a@x"),
    Link(2, 3, "same name", "ada lovelace"),
    Link(3, 4, "same account", "github.com/ada"),
    Link(1, 4, "confirmed", ""),
    Link(8, 9, "same name", "bob babbage"),
]


def test_the_shortest_chain_is_told_in_order() -> None:
    assert chain(LINKS, 1, 3) == [LINKS[0], LINKS[1]]
    assert chain(LINKS, 3, 1) == [LINKS[1], LINKS[0]]
    assert chain(LINKS[:3], 1, 4) == LINKS[:3]


def test_no_chain_leads_to_somebody_else() -> None:
    assert chain(LINKS, 1, 9) is None
    assert chain(LINKS, 1, 77) is None


def test_nothing_needs_to_join_somebody_to_themselves() -> None:
    assert chain(LINKS, 1, 1) == []


FACTS = facts_of(["Ada Lovelace <ada@x.example>", "Ada <al@y.example>", "Bob <bob@x.example>"])


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("2", [2]),
        ("ADA@x.example", [1]),
        ("ada", [2]),
        ("Ada  Lovelace <ada@x.example>", [1]),
        ("lovelace", [1]),
        ("x.example", [1, 3]),
        ("", []),
        ("nobody", []),
        ("99", []),
    ],
)
def test_people_are_found_as_they_are_named(text: str, numbers: list[int]) -> None:
    assert [fact.identity for fact in find(FACTS, text)] == numbers


@pytest.mark.parametrize("text", ["@bob_b", "@forge.example:8443/Bob_B", "@forge.example/bob_b"])
def test_an_account_is_found_with_the_port_of_its_forge_or_without(text: str) -> None:
    told = [AccountFact(3, "forge.example:8443", "Bob_B"), AccountFact(1, "other.example", "ada")]
    assert [fact.identity for fact in find(FACTS, text, told)] == [3]
    assert find(FACTS, "@forge.example:3000/bob_b", told) == []


def test_every_rule_has_its_sentence() -> None:
    found = crowd(
        "Ada Lovelace <ada@x.example>",
        "ada <ada@x.example>",
        "Ada Lovelace <9+adalove@users.noreply.github.com>",
        "C <9+c@users.noreply.github.com>",
        "adalove <z@z.example>",
        "D <d@d.example>",
        "E <e@e.example>",
        "h[bot] <h@h.example>",
        "h[bot] <i@i.example>",
        mailmap=b"<e@x.example> <d@d.example>\n<e@x.example> <e@e.example>\n",
        accepted=[(1, 6)],
    )
    assert found.rules >= {
        "same e-mail",
        "same name",
        "same account",
        "same handle",
        "mailmap",
        "confirmed",
        "same program",
    }
    for link in [*found.resolution.links, Link(1, 2, "stated", "ada.toml")]:
        text = say(sentence(link, "ONE {x}", "OTHER"))
        assert text.startswith("ONE {x} and OTHER")
        assert text.endswith(".")


def told(*written: str, stated: bytes = b"") -> list[str]:
    """Give what is said of the first identity's organisation."""
    overrides = parse_overrides({"ada.toml": stated} if stated else {})
    engines = StatedOrganisation("f.toml", "Engines", "company", ("engines.example",))
    resolution = crowd(*written, overrides=overrides, organisations=[engines]).resolution
    return [say(text) for text in organisation(facts_of(written)[0], resolution, "Ada")]


@pytest.mark.parametrize(
    ("written", "ending"),
    [
        (["Ada Lovelace <ada@ibm.com>"], "for IBM: ibm.com is on the list of known organisations."),
        (["Ada Lovelace <ada@cs.ox.ac.uk>"], "only institutions have a domain such as ox.ac.uk."),
        (
            ["Ada Lovelace <ada@engine.com>", "Bob Babbage <bob@engine.com>"],
            "for engine.com: 2 people use addresses at engine.com, and it is not named after one of them.",
        ),
        (["Ada Lovelace <me@lovelace.dev>"], "because it is named after a person who uses it."),
        (["Ada Lovelace <ada@engine.com>"], "only one person uses it, so it may be their own."),
        (["Ada Lovelace <ada@gmail.com>"], "such an address says nothing about an employer."),
    ],
)
def test_the_ground_of_an_organisation_is_told(written: list[str], ending: str) -> None:
    first, *_ = told(*written)
    assert first.startswith("Ada counts for ")
    assert first.endswith(ending)


@pytest.mark.parametrize(
    ("email", "says"),
    [
        ("ada@engines.example", "Engines is of the sector company, as .folkmoot/organisations*.toml says."),
        (
            "ada@cs.ox.ac.uk",
            "ox.ac.uk is of the sector academia: registries give such a domain to nobody else.",
        ),
        ("ada@epfl.ch", "epfl.ch is of the sector academia: it is on the list of universities."),
    ],
)
def test_who_says_the_sector_is_told(email: str, says: str) -> None:
    assert told(f"Ada Lovelace <{email}>")[-1] == says


def test_whose_a_stated_domain_is_is_told() -> None:
    assert told("Ada Lovelace <ada@lab.engines.example>")[0] == (
        "Ada counts for Engines: .folkmoot/organisations*.toml says that engines.example is theirs."
    )


def test_every_ground_has_its_sentence() -> None:
    from folkmoot.people import why

    assert set(why._GROUNDS) == set(Ground)
    assert set(why._SECTORS) == set(Said)


def test_what_somebody_states_comes_first_with_its_days() -> None:
    stated = b"""identities = ["ada@engine.com"]
    [[employers]]
    organisation = "Acme"
    until = 2024-06-30
    [[employers]]
    organisation = ""
    since = 2024-07-01
    """
    first, second, third = told("Ada Lovelace <ada@engine.com>", stated=stated)
    assert {first, second} == {
        "Ada counts for Acme before 2024-07-01, as a file in .folkmoot/ says.",
        "Ada counts for no organisation from 2024-07-01 on, as a file in .folkmoot/ says.",
    }
    assert "only one person uses it" in third
