"""Whose a commit is, as GitHub tells it of addresses that an account has verified."""

from __future__ import annotations

from typing import Any

import pytest

from folkmoot.model.forge import Account, Authored
from sources.forges.github.test_rows import ADA, BOB, TEN, TEN_O_CLOCK, change, read


def test_whose_the_newest_and_the_merging_commit_are() -> None:
    head = {"commit": {"oid": "f" * 40, "author": {"user": ADA}}}
    merged = {"oid": "a" * 40, "author": {"user": BOB}}
    _, *found = read(change(newest={"nodes": [head]}, mergeCommit=merged, mergedAt=TEN), is_change=True)
    assert found == [
        Authored(7, f"I_1:commit:{'f' * 40}", "f" * 40, Account("ada", "Ada"), TEN_O_CLOCK),
        Authored(7, f"I_1:commit:{'a' * 40}", "a" * 40, Account("bob"), TEN_O_CLOCK),
    ]


@pytest.mark.parametrize("author", [None, {"user": None}, {"user": {"__typename": "User", "login": "ghost"}}])
def test_a_commit_by_an_address_that_no_account_has_is_nobodys(author: Any) -> None:
    assert len(read(change(mergeCommit={"oid": "a" * 40, "author": author}), is_change=True)) == 1
