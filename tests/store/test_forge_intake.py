"""What a forge says enters the store once, however often it is said."""

from __future__ import annotations

import pytest

from folkmoot.model.event import Kind
from folkmoot.model.forge import NOBODY, Account, Act, Item, Mark, Reach, Record, Remark, Snapshot, Turn
from folkmoot.store.database import Connection, one
from folkmoot.store.forge_intake import KEYS, ForgeIntake, marks
from folkmoot.store.people import resolve_people
from folkmoot.store.scope import look_at
from fresh_store import fresh_store

ADA, BOB = Account("ada"), Account("bob", name="Bob B.")
DAY = 86_400
PROJECT = 7


def issue(number: int = 1, *, closed_at: int = 0, labels: tuple[str, ...] = ()) -> Item:
    """An issue of Ada's, opened on day 10."""
    return Item(False, number, f"i{number}", ADA, "NONE", "It breaks", 10 * DAY, closed_at, 11 * DAY,
                labels=labels)  # fmt: skip


def comment(key: str = "c1", who: Account = BOB, number: int = 1) -> Remark:
    """A comment on an issue, made on day 11."""
    return Remark(False, number, key, Kind.COMMENT, who, "MEMBER", 11 * DAY, length=40)


def store_with(*readings: list[Record]) -> Connection:
    """A store that took each reading on its own, as one sync after another."""
    store = fresh_store()
    store.execute("insert into project values (?, 'p', 'made for a test')", [PROJECT])
    for records in readings:
        intake = ForgeIntake(store, PROJECT, "forge.test", "forge.test")
        intake.take(records)
        intake.flush()
    resolve_people(store)
    store.execute("insert into coverage values (?, 'git', 0, ?, 'complete', '')", [PROJECT, 100 * DAY])
    look_at(store)
    return store


EVERYTHING: list[Record] = [
    issue(labels=("bug", "good first issue")),
    comment(),
    Turn(False, 1, "t1", "labelled", BOB, 10 * DAY, "bug"),
    Act("a1", Kind.STAR, BOB, 12 * DAY),
    Snapshot(12, stars=3, forks=1),
    Reach(10 * DAY, 12 * DAY, "complete"),
    Mark("issues", "page 2"),
]


def dump(store: Connection) -> list[list[tuple[object, ...]]]:
    """Every forge table, sorted."""
    tables = [*KEYS, "account", "forge_state", "identity"]
    return [sorted(store.execute(f"from {table}").fetchall(), key=str) for table in tables]


def test_reading_the_same_again_changes_nothing() -> None:
    """Idempotent by key."""
    assert dump(store_with(EVERYTHING, EVERYTHING)) == dump(store_with(EVERYTHING))


def test_the_same_thing_twice_in_one_reading_is_there_once() -> None:
    """Pages overlap when something changes while they are read."""
    assert dump(store_with([*EVERYTHING, *EVERYTHING])) == dump(store_with(EVERYTHING))


def test_of_two_readings_that_enter_at_once_the_later_one_tells_how_far_it_reaches() -> None:
    """The store was busy when the first one ended, so its facts are entered with those of the second."""
    store = store_with([*EVERYTHING, Reach(10 * DAY, 13 * DAY, "lower bound")])
    known = store.execute("select until, quality from coverage where source <> 'git'").fetchall()
    assert known == [(13 * DAY, "lower bound")]


def test_an_item_read_again_is_replaced_by_what_it_is_now() -> None:
    """State and labels follow the forge."""
    store = store_with([issue(labels=("bug",))], [issue(closed_at=20 * DAY, labels=("done",))])
    assert one(store, "select is_closed, closed_ts from items") == (1, 20 * DAY)
    assert store.execute("select label from labels").fetchall() == [("done",)]


def test_labels_that_were_all_taken_off_are_gone() -> None:
    """An empty list replaces as any other."""
    assert store_with([issue(labels=("bug",))], [issue()]).execute("from labels").fetchall() == []


def test_a_deleted_account_is_nobody() -> None:
    """Ghosts have no identity, and answer nobody."""
    store = store_with([issue(), comment(who=NOBODY)])
    assert one(store, "select person from interactions") == (0,)
    assert one(store, "select response_ts from items") == (0,)


def test_the_first_response_is_by_another_human() -> None:
    """Neither the author nor a robot answers."""
    robot = Account("helper", is_bot=True)
    early = Remark(False, 1, "c0", Kind.COMMENT, robot, "NONE", 10 * DAY + 5, length=40)
    own = Remark(False, 1, "c2", Kind.COMMENT, ADA, "NONE", 10 * DAY + 9, length=40)
    store = store_with([issue(), early, own, comment()])
    assert one(store, "select response_ts from items") == (11 * DAY,)


def test_an_account_meets_the_commits_of_its_noreply_address() -> None:
    """The login stands in the address a forge gives to commits made on its pages."""
    store = fresh_store()
    store.execute("insert into project values (?, 'p', 'made for a test')", [PROJECT])
    store.execute("insert into identity values (1, 'git', 'Ada L.', '123+ada@users.noreply.github.com')")
    intake = ForgeIntake(store, PROJECT, "github.com", "github.com")
    intake.take([issue()])
    intake.flush()
    resolve_people(store)
    assert one(store, "select count(distinct person) from identity_person") == (1,)


@pytest.mark.parametrize(
    "email", ["ada@noreply.forge.example", "7-ada@users.noreply.forge.example"], ids=["forgejo", "gitlab"]
)
def test_an_account_of_a_forge_at_a_port_of_its_own_meets_them_too(email: str) -> None:
    """Forges leave the port out of the addresses they make."""
    store = fresh_store()
    store.execute("insert into project values (?, 'p', 'made for a test')", [PROJECT])
    store.execute("insert into identity values (1, 'git', 'Ada L.', ?)", [email])
    store.execute("insert into identity values (2, 'git', 'Bob B.', 'bob@noreply.forge.example')")
    intake = ForgeIntake(store, PROJECT, "forgejo", "forge.example:8443")
    intake.take([issue()])
    intake.flush()
    made = (resolve_people(store).links)[0]
    assert (made.rule, made.because) == ("same account", "forge.example/ada")
    assert one(store, "select count(distinct person) from identity_person") == (2,)
    assert one(store, "select host from account") == ("forge.example:8443",)
    assert one(store, "select email from identity where source <> 'git'") == (
        "ada@users.noreply.forge.example",
    )


def test_logins_are_the_same_whatever_their_case() -> None:
    """Forges keep the case people typed and compare without it."""
    store = store_with([issue(), comment(who=Account("ADA"))])
    assert one(store, "select count(*) from account") == (1,)


def test_a_change_of_the_forge_takes_the_place_of_what_git_alone_shows() -> None:
    """What is merged, open and closed is then known."""
    change = Item(True, 3, "p3", ADA, "NONE", "Mend it", 10 * DAY, 12 * DAY, 12 * DAY)
    store = fresh_store()
    store.execute("insert into project values (?, 'p', 'made for a test')", [PROJECT])
    store.execute("insert into change_fact values (?, 3, 0, ?, 'unknown', 0, 0, 0, '')", [PROJECT, 10 * DAY])
    intake = ForgeIntake(store, PROJECT, "github.com", "github.com")
    intake.take([change])
    intake.flush()
    resolve_people(store)
    store.execute("insert into coverage values (?, 'git', 0, ?, 'complete', '')", [PROJECT, 100 * DAY])
    look_at(store)
    assert store.execute("select number, is_settled, is_closed, is_merged from changes").fetchall() == [
        (3, 1, 1, 0)
    ]


def test_marks_are_found_again() -> None:
    """A reading can be taken up where it stopped."""
    store = store_with(EVERYTHING, [Mark("issues", "page 3")])
    assert marks(store, PROJECT, "forge.test") == {"issues": "page 3"}


def test_what_did_not_happen_yet_is_not_seen() -> None:
    """A look back shows an issue open that was closed later."""
    store = store_with([issue(closed_at=50 * DAY), comment()])
    look_at(store, as_of=10 * DAY + 1)
    assert one(store, "select is_closed, response_ts from items") == (0, 0)
