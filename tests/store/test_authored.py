"""Whose a commit is, as a forge knows: kept, used to join people, and nothing that anybody did."""

from __future__ import annotations

from folkmoot.model.fact import ProofFact
from folkmoot.model.forge import Account, Authored, Item
from folkmoot.store.database import one
from folkmoot.store.forge_intake import ForgeIntake
from folkmoot.store.people import proofs, resolve_people
from folkmoot.store.scope import look_at
from fresh_store import fresh_store

SHA, DAY = "c" * 40, 86_400
CHANGE = Item(
    True, 3, "c3", Account("x9"), "NONE", "A change", 10 * DAY, 11 * DAY, 11 * DAY, merged_at=11 * DAY
)


def test_a_commit_that_the_forge_knows_joins_its_author_and_is_no_turn() -> None:
    store = fresh_store()
    store.execute("insert into project values (7, 'p', 'made for a test')")
    store.execute("insert into identity values (1, 'git', 'Ada Lovelace', 'ada@lovelace.example')")
    store.execute(
        "insert into commit_fact values (1, 7, ?, 1, 1, ?, 0, ?, 0, 1, 0, 'A change')",
        [SHA, 10 * DAY, 10 * DAY],
    )
    for _ in range(2):
        intake = ForgeIntake(store, 7, "github", "github.com")
        intake.take([CHANGE, Authored(3, f"c3:commit:{SHA}", SHA, Account("x9"), 11 * DAY)])
        intake.flush()
    resolve_people(store)
    (account,) = one(store, "select identity from account")
    assert proofs(store) == [ProofFact(account, 1, SHA)]
    assert one(store, "select count(distinct person) from identity_person") == (1,)
    store.execute("insert into coverage values (7, 'git', 0, ?, 'complete', '')", [100 * DAY])
    look_at(store)
    assert one(store, "select count(*) from turns") == (0,)
    assert one(store, "select count(*) from items") == (1,)
