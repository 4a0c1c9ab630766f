"""What two sources told of the same thing is there once, and the forge's own words stay."""

from __future__ import annotations

from folkmoot.model.event import Kind
from folkmoot.model.forge import Account, Act, Item, Record, Remark, Turn
from folkmoot.store.database import Connection, connect
from folkmoot.store.forge_intake import ForgeIntake
from folkmoot.store.told_twice import drop_what_was_told_twice
from store.archives import rows

ADA, AT = Account("ada"), 1714564800


def told(*sources: tuple[str, list[Record]]) -> Connection:
    store = connect(None)
    store.execute("insert into project values (1, 'p', 'made for a test')")
    for source, records in sources:
        intake = ForgeIntake(store, 1, source, "github.com")
        intake.take(records)
        intake.flush()
    drop_what_was_told_twice(store)
    return store


ITEM = Item(False, 3, "I_3", ADA, "", "It breaks", AT, 0, AT)
COMMENT = Remark(False, 3, "c", Kind.COMMENT, ADA, "", AT)


def closed(key: str, at: int = AT) -> Turn:
    return Turn(False, 3, key, "closed", ADA, at)


def test_an_archive_gives_way_on_an_item_the_forge_tells_of() -> None:
    store = told(("gharchive", [COMMENT, closed("9")]), ("github", [ITEM, COMMENT, closed("T_1")]))
    assert rows(store, "select event from remark_fact union all select event from turn_fact") == [
        ("github:c",), ("github:T_1",),
    ]  # fmt: skip


def test_an_archive_alone_is_left_alone() -> None:
    store = told(("gharchive", [ITEM, COMMENT, closed("9"), Act("1", Kind.STAR, ADA, AT)]))
    tables = ("remark_fact", "turn_fact", "act_fact")
    assert [rows(store, f"select count(*) from {table}") for table in tables] == [[(1,)]] * 3


def test_the_same_star_is_there_once_and_a_later_one_too() -> None:
    archive: list[Record] = [
        Act("1", Kind.STAR, ADA, AT),
        Act("2", Kind.STAR, ADA, AT + 9000),
        Act("3", Kind.FORK, ADA, AT),
    ]
    store = told(("gharchive", archive), ("github", [Act("s", Kind.STAR, ADA, AT + 2)]))
    assert sorted(rows(store, "select event from act_fact")) == [
        ("gharchive:2",),
        ("gharchive:3",),
        ("github:s",),
    ]


def test_a_delivered_turn_gives_way_to_the_same_one_with_its_id() -> None:
    delivered = [closed("delivered:I_3:closed:1"), closed("delivered:I_3:closed:2", AT + 500)]
    store = told(("github", [ITEM, *delivered, closed("T_1", AT + 1)]))
    assert sorted(rows(store, "select event from turn_fact")) == [
        ("github:T_1",), ("github:delivered:I_3:closed:2",),
    ]  # fmt: skip


def test_a_watch_gives_way_to_the_star_it_tells_of() -> None:
    delivered = [Act(f"delivered:star:U:{at}", Kind.STAR, ADA, at) for at in (AT + 3, AT + 9000)]
    store = told(("github", [Act("star:U:1", Kind.STAR, ADA, AT), *delivered]))
    assert sorted(rows(store, "select event from act_fact")) == [
        (f"github:delivered:star:U:{AT + 9000}",), ("github:star:U:1",),
    ]  # fmt: skip
