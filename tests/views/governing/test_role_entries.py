"""Who holds a role, since when and by what: every way in which a sentence can begin."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from folkmoot.govern.roles.forms.owners_aliases import ROLE as ALIAS
from folkmoot.govern.roles.roster import expanded
from folkmoot.model.event import DAY
from folkmoot.model.page import Entry
from folkmoot.model.role import Change, Holder, Listing, Role, Roster, Term
from folkmoot.views.governing.role_entries import (
    MANY_SCOPES,
    MOST_AREAS,
    MOST_DETAILS,
    MOST_ENTRIES,
    MOST_NAMES,
    NOT_RECORDED,
    RECORD_THE_NEXT,
    RoleEntries,
)
from folkmoot.views.governing.telling import Names
from views.looking import Aliases

SHOWN = Names({}, None, None)
HIDDEN = Names({}, None, Aliases())
MAINTAINER = Role("maintainer")
FIRST, LATER = Change("a" * 40, 0), Change("b" * 40, 10 * DAY)


def listing(who: str, role: Role = MAINTAINER, path: str = "OWNERS", **more: str) -> Listing:
    return Listing(role, Holder(who), path, 1, **more)


def term(who: str, began: Change = FIRST, role: Role = MAINTAINER, *, is_from_start: bool = False) -> Term:
    return Term(role, Holder(who), "OWNERS", 1, began, is_from_start=is_from_start)


def entries(
    *listings: Listing,
    terms: tuple[Term, ...] | None = (),
    names: Names = SHOWN,
    votes: Mapping[str, str] | None = None,
) -> tuple[tuple[Entry, ...], int]:
    roster = Roster("c" * 40, listings)
    return RoleEntries(roster, list(expanded(listings)), terms, names, votes or {}).entries()


def how(
    *listings: Listing,
    terms: tuple[Term, ...] | None = (),
    names: Names = SHOWN,
    votes: Mapping[str, str] | None = None,
) -> list[str]:
    """Give what is said of how the first role was decided, without the closing advice."""
    (entry, *_), _ = entries(*listings, terms=terms, names=names, votes=votes)
    return [str(said) for said in entry.details if "`folkmoot " not in str(said)]


def test_an_entry_names_its_people_once_in_order() -> None:
    (entry,), left_out = entries(listing("bob"), listing("Ada"), listing("bob", path="docs/OWNERS"))
    assert (str(entry.title), str(entry.state), left_out) == ("maintainer", "2 people", 0)
    assert [str(fact) for fact in entry.facts] == ["Ada, bob."]


def test_one_person_is_one_person() -> None:
    (entry,), _ = entries(listing("ada", Role("lead", "docs")))
    assert (str(entry.title), str(entry.state)) == ("lead of docs", "one person")


@pytest.mark.parametrize(
    ("given", "terms", "votes", "said"),
    [
        (listing("ada"), None, {}, "Since when is not known here: ada."),
        (listing("ada"), (term("bob"),), {}, "Since when is not known here: ada."),
        (listing("ada"), (term("ada"),), {}, "Since 1970-01-01, by commit aaaaaaaaaaaa in OWNERS: ada."),
        (
            listing("ada"),
            (term("ada"),),
            {FIRST.commit: "A Vote for Ada"},
            "Since 1970-01-01, by A Vote for Ada and commit aaaaaaaaaaaa in OWNERS: ada.",
        ),
        (
            listing("ada"),
            (term("ada", is_from_start=True),),
            {},
            "Since before the history of this clone begins: ada.",
        ),
        (listing("ada", since="2025-01-01"), None, {}, "Since 2025-01-01: ada."),
        (
            listing("ada", since="2025-01-01"),
            (term("ada", is_from_start=True),),
            {},
            "Since 2025-01-01: ada.",
        ),
        (listing("ada", since="2025-01-01", decision="0007"), None, {}, "Since 2025-01-01, by 0007: ada."),
        (
            listing("ada", since="2025-01-01", decision="0007"),
            None,
            {"0007": "decision 0007, “Ada leads”"},
            "Since 2025-01-01, by decision 0007, “Ada leads”: ada.",
        ),
        (
            listing("ada", since="2025-01-01", until="2026-01-01"),
            None,
            {},
            "From 2025-01-01 until 2026-01-01: ada.",
        ),
        (
            listing("ada", since="2025-01-01", until="2026-01-01", decision="0007"),
            None,
            {},
            "From 2025-01-01 until 2026-01-01, by decision 0007: ada.",
        ),
    ],
)
def test_every_way_in_which_a_role_can_have_begun(
    given: Listing, terms: tuple[Term, ...] | None, votes: dict[str, str], said: str
) -> None:
    assert how(given, terms=terms, votes=votes) == [said]


def test_who_came_together_is_told_together_and_the_newest_first() -> None:
    terms = (term("ada"), term("bob"), term("cleo", LATER))
    assert how(*map(listing, ("bob", "ada", "cleo")), terms=terms) == [
        "Since 1970-01-11, by commit bbbbbbbbbbbb in OWNERS: cleo.",
        "Since 1970-01-01, by commit aaaaaaaaaaaa in OWNERS: ada, bob.",
    ]


def test_a_term_that_ended_tells_nothing_of_the_one_that_lasts() -> None:
    over = Term(MAINTAINER, Holder("ada"), "OWNERS", 1, FIRST, Change("d" * 40, DAY))
    assert how(listing("ada"), terms=(term("ada", LATER), over)) == [
        "Since 1970-01-11, by commit bbbbbbbbbbbb in OWNERS: ada."
    ]


@pytest.mark.parametrize("first", ["the role", "the membership"])
def test_a_member_of_an_alias_has_the_role_since_both_are_true(first: str) -> None:
    """The leads got the role, and Ada stands among the leads: the later of the two days is hers."""
    membership = Role(ALIAS, "leads")
    early, late = (FIRST, LATER) if first == "the role" else (LATER, FIRST)
    terms = (term("leads", early), term("ada", late, membership))
    listings = (listing("leads"), listing("ada", membership, "OWNERS_ALIASES"))
    said = [one for one in how(*listings, terms=terms) if "ada" in one]
    assert any(one.startswith("Since 1970-01-11, by commit bbbbbbbbbbbb") for one in said)


def test_a_role_without_a_decision_beside_one_with_says_how_to_begin() -> None:
    bob = listing("bob", Role("reviewer"), since="2025-01-01", decision="0007")
    (ada, decided), _ = entries(listing("ada"), bob, terms=(term("ada"),))
    assert ada.details[-1] == NOT_RECORDED
    assert NOT_RECORDED not in decided.details


def test_where_there_is_a_place_for_decisions_nobody_is_told_to_make_one() -> None:
    bob = listing("bob", Role("reviewer"), since="2025-01-01", decision="0007")
    (ada, _), _ = entries(listing("ada"), bob, terms=(term("ada"),), votes={"0007": "decision 0007"})
    assert ada.details[-1] == RECORD_THE_NEXT
    assert "init" not in RECORD_THE_NEXT


def test_where_no_role_has_a_decision_the_advice_is_left_to_the_panel() -> None:
    (entry,), _ = entries(listing("ada"), terms=(term("ada"),))
    assert NOT_RECORDED not in entry.details


def test_areas_that_the_same_people_hold_are_one_entry() -> None:
    areas = ["client", "conf", "server"]
    given = [listing(who, Role("approver", area)) for area in areas for who in ("ada", "bob")]
    given.append(listing("ada", Role("approver", "docs")))
    found, _ = entries(*given)
    assert [str(entry.title) for entry in found] == ["approver of 3 paths or areas", "approver of docs"]
    assert [str(fact) for fact in found[0].facts] == ["ada, bob.", "client, conf, server."]


def test_what_one_commit_gave_in_several_files_is_one_sentence() -> None:
    areas = [Role("approver", area) for area in ("client", "conf")]
    given = [listing("ada", role, f"{role.scope}/OWNERS") for role in areas]
    assert how(*given, terms=tuple(term("ada", role=role) for role in areas)) == [
        "Since 1970-01-01, by commit aaaaaaaaaaaa in 2 files: ada."
    ]


def test_many_areas_of_the_same_people_are_counted_after_the_first() -> None:
    given = [listing("ada", Role("owner", f"area-{number:02}")) for number in range(MOST_AREAS + 2)]
    (entry,), _ = entries(*given)
    assert str(entry.facts[1]).endswith(f"area-{MOST_AREAS - 1} and 2 more.")


def test_where_some_are_decided_the_others_are_counted() -> None:
    (entry,), _ = entries(listing("ada", decision="0007"), listing("bob"), listing("cleo"))
    assert str(entry.details[-1]).startswith("For 2 of them no decision is recorded.")


def test_where_all_are_decided_no_advice_is_given() -> None:
    (entry,), _ = entries(listing("ada", since="2025-01-01", decision="0007"))
    assert [str(said) for said in entry.details] == ["Since 2025-01-01, by 0007: ada."]


@pytest.mark.parametrize(("scopes", "shown"), [(MANY_SCOPES, MANY_SCOPES), (MANY_SCOPES + 1, 1)])
def test_a_role_of_very_many_scopes_is_one_entry(scopes: int, shown: int) -> None:
    given = (listing(f"ada{number}", Role("owner", f"src/{number}")) for number in range(scopes))
    found, _ = entries(*given)
    assert len(found) == shown


def test_more_roles_than_a_page_can_hold_are_counted() -> None:
    found, left_out = entries(
        *(listing("ada", Role(f"role {number:03d}")) for number in range(MOST_ENTRIES + 7))
    )
    assert (len(found), left_out) == (MOST_ENTRIES, 7)


def test_more_people_than_a_line_can_hold_are_counted() -> None:
    (entry,), _ = entries(*(listing(f"user{number:03d}") for number in range(MOST_NAMES + 5)))
    assert str(entry.facts[0]).endswith("user029 and 5 more.")
    assert str(entry.details[0]).endswith("user029, ….")


def test_more_changes_than_can_be_told_are_counted() -> None:
    people = [f"user{number:03d}" for number in range(MOST_DETAILS + 3)]
    terms = tuple(term(who, Change(f"{n:040x}", n * DAY)) for n, who in enumerate(people))
    (entry,), _ = entries(*map(listing, people), terms=terms)
    assert str(entry.details[MOST_DETAILS]).startswith("Earlier changes that gave this role to others: 3")
    assert people[-1] in str(entry.details[0])


def test_our_own_files_are_not_named_as_the_place() -> None:
    """They say themselves by which decision; and no sentence has a hole where a path would be."""
    ada = listing("ada", path=".folkmoot/people/ada.toml")
    assert how(ada, terms=(term("ada"),)) == ["Since 1970-01-01, by commit aaaaaaaaaaaa: ada."]
    assert how(ada, terms=(term("ada"),), votes={FIRST.commit: "A Vote for Ada"}) == [
        "Since 1970-01-01, by A Vote for Ada: ada."
    ]


def test_among_aliases_neither_commit_nor_vote_leads_to_anybody() -> None:
    (entry,), _ = entries(
        listing("ada"), terms=(term("ada"),), names=HIDDEN, votes={FIRST.commit: "A Vote for Ada"}
    )
    said = " ".join(map(str, (*entry.facts, *entry.details)))
    assert [word for word in ("ada", "Ada", "aaaa") if word in said] == []
    assert "Since 1970-01-01: person " in said


def test_hostile_names_are_bounded() -> None:
    (entry,), _ = entries(listing("x" * 10_000, Role("y" * 10_000, "z\n" * 5_000)))
    assert all(len(str(said)) < 800 for said in (entry.title, *entry.facts, *entry.details))
    assert "\n" not in str(entry.title)


def test_an_expression_for_paths_is_shown_as_a_path() -> None:
    (entry,), _ = entries(listing("ada", Role("approver", r"conf/(OWNERS|boats\.toml)$")))
    assert str(entry.title) == "approver of conf/(OWNERS|boats.toml)"
    several = [listing("ada", Role("approver", rf"conf/{name}\.toml$")) for name in ("boats", "lights")]
    (entry,), _ = entries(*several)
    assert str(entry.facts[1]) == "conf/boats.toml, conf/lights.toml."
