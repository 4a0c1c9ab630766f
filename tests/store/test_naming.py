"""What numbers are called, or the aliases that stand for them."""

import pytest

from folkmoot.store.naming import organisation_names, person_names, project_names, told_apart
from worked_example import example


class Reversed:
    """Aliases that anybody can see through: the key, backwards."""

    def alias(self, kind: str, key: str) -> str:
        return f"{kind}:{key[::-1]}"


def test_people_are_called_by_their_names() -> None:
    store = example("when | who\n2026-01-03 | Ada\n2026-01-04 | Bob @acme")
    assert person_names(store) == {"0": "(unknown)", "1": "Ada", "2": "Bob"}


def test_two_people_of_one_name_are_told_apart() -> None:
    store = example("when | who\n2026-01-03 | Ada\n2026-01-04 | Bob")
    store.execute("update person set name = ' Alex '")
    assert list(person_names(store).values())[1:] == ["Alex", "Alex (2)"]


def test_who_has_no_name_is_still_somebody() -> None:
    store = example("when | who\n2026-01-03 | Ada")
    store.execute("update person set name = ' '")
    assert person_names(store)["1"] == "(no name)"


def test_an_alias_is_made_of_the_first_address_not_of_the_number() -> None:
    store = example("when | who\n2026-01-03 | Ada @zebra\n2026-01-04 | Ada @acme")
    before = person_names(store, Reversed())["1"]
    assert before == "person:" + "ada@acme.test"[::-1]
    store.execute("update person set person = 7")
    store.execute("update identity_person set person = 7")
    assert person_names(store, Reversed())["7"] == before


def test_who_has_no_address_gets_an_alias_too() -> None:
    store = example("when | who\n2026-01-03 | Ada")
    store.execute("update identity set email = ''")
    assert person_names(store, Reversed())["1"] == "person:ada"


def test_organisations_have_names_and_aliases() -> None:
    store = example("when | who\n2026-01-03 | Ada @acme")
    assert organisation_names(store) == {"0": "(unknown)", "1": "acme"}
    assert organisation_names(store, Reversed())["1"] == "organisation:emca"


def test_projects_are_called_by_their_names() -> None:
    assert project_names(example("")) == {"1": "example"}


@pytest.mark.parametrize(
    ("places", "names"),
    [
        (["/srv/a/core", "/srv/b/core"], ["core (a)", "core (b)"]),
        (["/srv/core", "/srv/core/.git"], ["core", "core (2)"]),
        (["/srv/a/core", "/srv/a/core/.git", "/srv/b/core.git"], ["core", "core (2)", "core (core.git)"]),
        (["https://one.test/a/core", "https://two.test/a/core"], ["core (one.test)", "core (two.test)"]),
        (["/srv/old/a/core", "/srv/new/a/core"], ["core (old)", "core (new)"]),
        (["/x/a/b/core", "/x/a/c/core", "/x/d/c/core"], ["core (b)", "core (a/c)", "core (d/c)"]),
        (["D:\\one\\core", "D:\\two\\core"], ["core (one)", "core (two)"]),
    ],
)
def test_projects_of_one_name_go_by_what_tells_their_places_apart(
    places: list[str], names: list[str]
) -> None:
    store = example("when | who\n2026-01-03 | Ada")
    store.execute("delete from project")
    for number, place in enumerate(places, 1):
        store.execute("insert into project values (?, 'core', ?)", [number, place])
    asked = [(number, "core") for number in range(1, len(places) + 1)]
    assert [name for _, name in told_apart(store, asked)] == names


def test_projects_whose_names_differ_keep_them_and_none_is_given_twice() -> None:
    store = example("when | who\n2026-01-03 | Ada")
    assert told_apart(store, [(1, "one"), (2, "two")]) == [(1, "one"), (2, "two")]
    asked = [(7, "core (2)"), (8, "core"), (9, "core")]
    assert told_apart(store, asked) == [(7, "core (2)"), (8, "core"), (9, "core (3)")]


def test_no_place_is_named_where_nobody_shall_be() -> None:
    store = example("when | who\n2026-01-03 | Ada")
    store.execute("delete from project")
    store.execute("insert into project values (1, 'core', '/home/ada/core'), (2, 'core', '/home/bob/core')")
    asked = [(1, "core"), (2, "core")]
    assert told_apart(store, asked) == [(1, "core (ada)"), (2, "core (bob)")]
    assert told_apart(store, asked, by_place=False) == [(1, "core"), (2, "core (2)")]
