"""Where work lands through a tool for review whose changes are no pull or merge requests."""

from dataclasses import replace

import pytest

from folkmoot.i18n import say
from folkmoot.metrics import metric
from folkmoot.model.event import Kind
from folkmoot.model.metric import Row
from folkmoot.store.outline import outline
from folkmoot.views import missing as texts
from folkmoot.views.landing import REVIEW_TOOLS
from folkmoot.views.missing import missing
from worked_example import example

ROW = [Row(202601, 1.0, 100)]


@pytest.fixture(name="plain", scope="module")
def _plain():
    return outline(example("when | who | files\n2026-01-03 | Ada | a.py\n2026-01-04 | Bob | b.py"))


@pytest.mark.parametrize("name", ["changes-merged", "time-to-merge", "direct-pushes", "self-merged"])
@pytest.mark.parametrize("tool", sorted(REVIEW_TOOLS))
def test_where_another_tool_lands_changes_pull_requests_tell_nothing(name: str, tool: str, plain) -> None:
    elsewhere = replace(plain, changes=20, merged_changes=20, opened_changes=20, review_tool=tool)
    said = missing(metric(name), ROW, elsewhere)
    assert f"a change in {REVIEW_TOOLS[tool]}." in say(said)
    assert missing(metric(name), ROW, replace(elsewhere, review_tool="")) == ""
    assert missing(metric(name), ROW, replace(elsewhere, told=frozenset({Kind.CHANGE_OPENED}))) == ""


@pytest.mark.parametrize("name", ["changes-merged", "changes-merge-share", "direct-pushes"])
def test_where_patches_come_by_mail_pull_requests_tell_nothing(name: str, plain) -> None:
    mailed = replace(plain, changes=20, merged_changes=20, opened_changes=20, review_tool="mail")
    assert "name a mail." in say(missing(metric(name), ROW, mailed))
    assert missing(metric(name), ROW, replace(mailed, told=frozenset({Kind.CHANGE_OPENED}))) == ""
    assert missing(metric("review-share"), [], mailed) == texts.NO_TRAILERS


def test_opened_pull_requests_and_commits_are_told_beside_another_tool(plain) -> None:
    elsewhere = replace(plain, changes=20, opened_changes=20, review_tool="gerrit")
    assert missing(metric("changes-opened"), ROW, elsewhere) == ""
    assert missing(metric("commits"), ROW, elsewhere) == ""


def test_no_forge_is_asked_for_what_only_that_tool_knows(plain) -> None:
    elsewhere = replace(plain, review_tool="gerrit")
    asks = replace(metric("commits"), needs=(Kind.REVIEW,))
    said = say(missing(asks, [], elsewhere))
    assert "a change in Gerrit, which is not read here" in said
    assert missing(replace(asks, needs=(Kind.STAR,)), [], elsewhere) == texts.NO_FORGE
    assert missing(asks, [], replace(plain, review_tool="mail")) == texts.NO_FORGE


def test_reviews_that_another_tool_keeps_are_not_said_to_be_none(plain) -> None:
    elsewhere = replace(plain, review_tool="phabricator")
    assert "where reviews are made" in say(missing(metric("review-share"), [], elsewhere))
    assert missing(metric("sign-off-share"), [], elsewhere) == texts.NO_TRAILERS
