"""What stands in place of numbers that cannot be had."""

from dataclasses import replace

import pytest

from folkmoot.i18n import Absence, Message
from folkmoot.metrics import all_metrics, metric
from folkmoot.model.event import Kind
from folkmoot.model.metric import Row
from folkmoot.store.outline import outline
from folkmoot.store.reach import LACKING, UNCOUNTED
from folkmoot.views import missing as texts
from folkmoot.views.landing import NO_MERGES
from folkmoot.views.missing import has_values, missing
from worked_example import day, example

ROW = [Row(202601, 1.0, 100)]


@pytest.fixture(scope="module")
def plain():
    """The outline of two commits without changes, releases, trailers or line counts."""
    return outline(example("when | who | files\n2026-01-03 | Ada | a.py\n2026-01-04 | Bob | b.py"))


def test_no_commits_explain_every_empty_answer() -> None:
    empty = outline(example(""))
    assert missing(metric("commits"), [], empty) == texts.NO_COMMITS


@pytest.mark.parametrize("name", ["changes-opened", "changes-merged", "time-to-merge", "direct-pushes"])
def test_changes_need_references(name: str, plain) -> None:
    assert missing(metric(name), [], plain) == texts.NO_CHANGES
    assert "folkmoot report URL" in texts.NO_CHANGES


def test_releases_need_tags(plain) -> None:
    assert missing(metric("release-frequency"), [], plain) == texts.NO_RELEASES


@pytest.mark.parametrize("name", ["review-share", "sign-off-share"])
def test_shares_of_trailers_need_such_trailers(name: str, plain) -> None:
    assert missing(metric(name), [], plain) == texts.NO_TRAILERS
    with_them = replace(plain, kinds=frozenset({Kind.ACKED, Kind.SIGNED_OFF}))
    assert missing(metric(name), ROW, with_them) == ""


@pytest.mark.parametrize("name", ["review-share", "sign-off-share"])
def test_trailers_of_bots_alone_are_none_of_people(name: str, plain) -> None:
    by_bots = replace(plain, kinds=frozenset({Kind.ACKED, Kind.SIGNED_OFF}))
    assert missing(metric(name), [], by_bots) == texts.NO_TRAILERS


@pytest.mark.parametrize("name", sorted(known.id for known in all_metrics().values() if known.least_days))
def test_what_takes_longer_than_the_history_is_not_called_nothing(name: str, plain) -> None:
    """0 % orphaned files in a project of one day would be no news, and no merit."""
    sentence = metric(name).too_young or texts.NOTHING
    rows = [Row(0, 0.0, 100)]
    until = plain.first_commit + metric(name).least_days * 86400
    assert missing(metric(name), rows, replace(plain, as_of=until - 1)) == sentence != ""
    assert missing(metric(name), rows, replace(plain, as_of=until)) == ""


def test_no_known_organisation_is_not_none() -> None:
    nobody_known = outline(example("when | who\n2026-01-03 | Ada\n2026-01-04 | Bob"))
    said = missing(metric("organisational-diversity"), [], nobody_known)
    assert said == texts.NOTHING_ON["organisations"]


@pytest.mark.parametrize(
    "name", sorted(known.id for known in all_metrics().values() if known.is_of_last_year)
)
def test_where_nobody_committed_in_a_year_no_address_is_blamed(name: str) -> None:
    rested = outline(example("when | who\n2024-01-03 | Ada\n2024-01-04 | Bob", as_of="2026-01-04"))
    assert missing(metric(name), [], rested) == texts.NOBODY_LATELY


@pytest.mark.parametrize("name", ["top-organisations", "cross-organisation-co-editing"])
def test_what_asks_about_a_year_speaks_of_that_year_only(name: str, plain) -> None:
    """Earlier years may be known well."""
    assert "of the last 12 months" in str(missing(metric(name), [], plain))


def test_lines_need_the_contents_of_files(plain) -> None:
    assert missing(metric("lines-changed"), ROW, plain) == texts.NO_LINES
    assert missing(metric("contributor-absence-factor-lines"), [], plain) == texts.NO_LINES
    counted = replace(plain, commits_with_lines=2)
    assert missing(metric("lines-changed"), ROW, counted) == ""


def test_where_contents_are_not_in_the_clone_it_is_no_use_to_run_again(plain) -> None:
    lacking = replace(plain, notes=(Message(LACKING, {"lacking": 2, "commits": 2}),))
    assert missing(metric("lines-changed"), ROW, lacking) == texts.NO_CONTENTS
    left = replace(plain, notes=(Message(UNCOUNTED, {"lacking": 2, "commits": 2}),))
    assert missing(metric("lines-changed"), ROW, left) == texts.NO_LINES


def test_trailers_are_a_bonus_where_commits_suffice(plain) -> None:
    assert missing(metric("active-contributors"), ROW, plain) == ""


def test_nothing_counted_is_an_answer_where_a_gap_means_zero(plain) -> None:
    assert missing(metric("returning-contributors"), [], plain) == ""
    assert missing(metric("burstiness"), [], plain) == texts.NOTHING


@pytest.mark.parametrize("name", [
        "ai-assisted-share", "translators", "top-organisations", "orphaned-files",
        "contribution-concentration", "contributor-retention", "release-pace", "time-between-releases",
    ],
)  # fmt: skip
def test_some_metrics_say_more_than_too_little_history(name: str, plain) -> None:
    sentence = missing(metric(name), [], replace(plain, releases=1))
    assert sentence
    assert sentence != texts.NOTHING


def test_a_metric_says_itself_what_no_row_means(plain) -> None:
    """A metric is one file: nothing is to be added elsewhere for its sentence to be shown."""
    own = replace(metric("burstiness"), nothing=Absence("No geese."))
    assert missing(own, [], plain) == "No geese."
    assert isinstance(missing(own, [], plain), Absence)
    assert missing(own, ROW, plain) == ""


def test_a_metric_says_itself_from_which_age_on_it_can_tell(plain) -> None:
    own = replace(metric("commits"), least_days=30, too_young="Geese take a month.")
    old = replace(plain, as_of=plain.first_commit + 30 * 86400)
    assert missing(own, ROW, replace(old, as_of=old.as_of - 1)) == "Geese take a month."
    assert missing(own, ROW, old) == ""


def test_the_sentences_for_pages_speak_of_some() -> None:
    assert set(texts.NOTHING_ON) <= {known.page for known in all_metrics().values()}


def test_zeros_and_gaps_are_no_values() -> None:
    assert not has_values([Row(0, 0.0, 3), Row(0, None, 3)])
    assert has_values([Row(0, 0.0, 3), Row(0, 1.0, 3)])


@pytest.mark.parametrize("name", ["time-to-merge", "lottery-factor-changes"])
def test_changes_none_of_which_is_seen_merged_are_no_lack_of_history(name: str, plain) -> None:
    opened = replace(plain, changes=3, opened_changes=3, merged_changes=0)
    assert missing(metric(name), [], opened) == NO_MERGES
    told = replace(opened, told=frozenset({Kind.CHANGE_OPENED}))
    assert missing(metric(name), [], told) == texts.NOTHING


def test_where_every_period_has_too_few_that_is_said(plain) -> None:
    least = metric("known-organisation-share").min_n
    few = [Row(0, 0.5, least - 1), Row(1, 0.5, 1)]
    said = str(missing(metric("known-organisation-share"), few, plain))
    assert f"it takes {least}, and here are at most {least - 1}" in said
    assert missing(metric("known-organisation-share"), [*few, Row(1, 0.5, least)], plain) == ""


ASKS_A_FORGE = replace(metric("commits"), needs=(Kind.REVIEW,))


def test_what_only_a_forge_knows_says_how_to_connect_one(plain) -> None:
    assert missing(ASKS_A_FORGE, [], plain) == texts.NO_FORGE
    assert "folkmoot report REPO --forge" in texts.NO_FORGE


@pytest.mark.parametrize(
    ("needs", "sentence"),
    [
        ((Kind.STAR, Kind.FORK), texts.NO_ATTENTION),
        ((Kind.CHANGE_MERGED, Kind.REVIEW), texts.NO_REVIEWS),
        ((Kind.ISSUE_OPENED,), texts.NO_ISSUES),
    ],
)
def test_a_forge_that_tells_only_some_things_is_named_for_the_rest(needs, sentence: str, plain) -> None:
    connected = replace(plain, told=frozenset({"change.opened"}), changes=1)
    assert missing(replace(ASKS_A_FORGE, needs=needs), [], connected) == sentence


@pytest.mark.parametrize(
    ("known", "sentence"), [(8, texts.NOBODY_REVIEWS), (7, texts.NO_REVIEWS), (0, texts.NO_REVIEWS)]
)
def test_where_it_is_known_of_all_merged_changes_nobody_reviewed_any(
    known: int, sentence: str, plain
) -> None:
    whole = replace(
        plain, told=frozenset({"change.opened"}), changes=8, merged_by_people=8, reviews_known=known
    )
    assert missing(metric("reviews"), [], whole) == sentence


def test_counts_of_stars_are_enough_for_attention(plain) -> None:
    counted = replace(plain, told=frozenset({"snapshot"}))
    assert missing(replace(ASKS_A_FORGE, needs=(Kind.STAR,)), ROW, counted) == ""


def test_the_outline_knows_what_a_forge_told_and_when() -> None:
    seen = outline(
        example(
            items="item | who | opened | closed\n#1 | Ada | 2026-01-01 | 2026-02-01",
            acts="who | when | kind\nBob | 2026-03-01 | star",
        )
    )
    assert seen.told == {"issue.opened", "star"}
    assert seen.last_seen == day("2026-03-01")
    assert min(seen.months) == 202601


@pytest.mark.parametrize("name", ["good-first-issues", "issue-backlog-age", "collaboration-organisations"])
def test_a_forge_without_git_is_not_told_that_commits_are_missing(name: str) -> None:
    store = example(items="item | who | opened | closed\n#1 | Ada | 2026-01-01 | 2026-02-01")
    seen = replace(outline(store), told=frozenset(Kind))
    sentence = missing(metric(name), [], seen)
    assert sentence not in {"", texts.NO_COMMITS, texts.NO_FORGE, texts.NOTHING}


@pytest.mark.parametrize(
    "name", sorted(known.id for known in all_metrics().values() if Kind.ISSUE_OPENED in known.wrong_without)
)
def test_where_nobody_tells_of_issues_and_changes_nobody_is_said_to_stay_away(name: str) -> None:
    acts = "who | when | kind\nBob | 2026-01-04 | star"
    untold = outline(example("when | who\n2026-01-03 | Ada", acts=acts))
    assert missing(metric(name), ROW, untold) == texts.NO_ITEMS
    items = "item | who | opened\n#1 | Ada | 2026-01-04"
    assert missing(metric(name), ROW, outline(example("", acts=acts, items=items))) == ""


def test_where_a_forge_tells_of_issues_only_no_clone_is_blamed() -> None:
    told = outline(
        example("when | who\n2026-01-03 | Ada", items="item | who | opened\n#1 | Ada | 2026-01-04")
    )
    assert missing(metric("changes-opened"), [], told) == texts.NO_CHANGES_TOLD
    assert missing(metric("contributor-path"), ROW, told) == ""


def test_what_ran_before_a_merge_is_said_to_be_told_by_nobody_here(plain) -> None:
    told = replace(
        plain, told=frozenset({Kind.ISSUE_OPENED, Kind.CHANGE_OPENED}), changes=9, merged_changes=5
    )
    said = missing(metric("ci-checked-share"), [], told)
    assert "what ran before changes were merged" in str(said)
    assert "A connected forge tells" in str(said)


@pytest.mark.parametrize("name", ["contribution-concentration", "people-by-content"])
def test_where_nobody_committed_lately_bots_are_not_said_to_have(plain, name: str) -> None:
    """A project that rests has no bots either, as far as anybody knows."""
    said = str(missing(metric(name), [], replace(plain, recent_bot_commits=0)))
    assert said.startswith("Nobody has committed here in the last 12 months")


def test_where_only_pre_releases_are_tagged_history_is_not_blamed() -> None:
    told = outline(
        example("when | who\n2026-01-03 | Ada", releases="tag | when | also\nv1rc | 2026-01-04 | pre")
    )
    assert missing(metric("days-since-release"), [], told) == "Only pre-releases are tagged so far."


def test_what_is_known_not_to_be_there_is_told_apart_from_what_is_not_known(plain) -> None:
    assert isinstance(missing(metric("ai-assisted-share"), [], plain), Absence)
    assert isinstance(missing(metric("translation-languages"), [], plain), Absence)
    assert not isinstance(missing(ASKS_A_FORGE, [], plain), Absence)
    assert not isinstance(missing(metric("sign-off-share"), [], plain), Absence)
