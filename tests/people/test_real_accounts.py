"""Accounts of real projects join the authors git knows, where dumps and clones are at hand.

Measured, as accounts with merged changes that have commits / all of them, in the order of GROUPS: 3, 6 and 20
before changes were looked at; 8 of 9, 19 of 25 and 40 of 46 since. Each pair was looked at: none is wrong.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from folkmoot.model.source import Access
from folkmoot.sources.forges import open_forge
from folkmoot.sources.git.repository import Options
from folkmoot.store.database import connect, one
from folkmoot.store.forge_sync import sync_forge
from folkmoot.store.people import who_is_who
from folkmoot.store.sync import sync_origin

PROJECT = Path(__file__).parents[2]
DUMPS = PROJECT.parent / "shared" / "data" / "issues"
REAL = Path(os.environ.get("FOLKMOOT_REAL_REPOSITORIES") or PROJECT.parent / ".mirror")
GROUPS = [("quicwg+datagram", 8, 9), ("cfrg+draft-irtf-cfrg-hpke", 19, 25), ("mlswg+mls-protocol", 40, 46)]
JOINED = """
    with merged as (
        select distinct author from item_fact where is_change = 1 and merged_at > 0 and author > 0)
    select count(*), count(*) filter (where exists (
        select 1 from identity_person other join commit_fact c on c.author = other.identity
        where other.person = ip.person))
    from merged m join identity_person ip on ip.identity = m.author"""


@pytest.mark.shared_data
@pytest.mark.parametrize(("group", "least", "of"), GROUPS)
def test_most_accounts_with_merged_changes_join_their_git_person(
    tmp_path: Path, group: str, least: int, of: int
) -> None:
    clone, dump = REAL / group / "repo", DUMPS / f"{group}.archive.json.gz"
    if not clone.is_dir() or not dump.is_file():
        pytest.skip(f"no clone or dump of {group}")
    store = tmp_path / "x.duckdb"
    synced = sync_origin(store, str(clone), Options(lines="never"))
    sync_forge(store, synced.origin, open_forge(str(dump), Access()))
    with connect(store, read_only=True) as connection:
        accounts, joined = one(connection, JOINED)
        assert (accounts, joined >= least) == (of, True)
        hosts = connection.execute("select identity, host from account").fetchall()
        persons = {row.identity: row.person for row in who_is_who(connection).assignments}
    taken = [(persons[identity], host) for identity, host in hosts]
    doubled = len(taken) - len(set(taken))
    assert doubled <= 1
