"""Who changed which status when, out of generated histories."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from folkmoot.model.proposal import DecisionState, DeliveryState
from sources.git.repositories import ADA, BOB, CLEO, DAY, START, Repository

from .histories import history_of, only, pep, words
from .proposals.documents import EMBER, PATHS, RUST


def test_each_change_has_its_day_commit_and_author(tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    first = made.commit(ADA, files={PATHS["pep"]: pep("Draft")})
    made.commit(BOB, files={PATHS["pep"]: pep("Draft") + "More.\n"})
    last = made.commit(CLEO, files={PATHS["pep"]: pep("Accepted")})
    found = only(tmp_path)
    assert [(one.at, one.commit, one.by, one.before, one.after) for one in found.transitions] == [
        (START, first, "Ada", "", "draft"),
        (START + 2 * DAY, last, "Cleo", "draft", "accepted"),
    ]
    assert (found.label, found.kind, found.created) == ("PEP 12", "Standards Track", date(2001, 7, 3))
    assert (found.began_at, found.changed_at, found.gone_at) == (START, START + 2 * DAY, None)
    assert found.state == (DecisionState.ACCEPTED, DeliveryState.NONE)


def test_a_branch_counts_when_it_lands_and_names_its_writer(tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    first = made.commit(ADA, files={PATHS["pep"]: pep("Draft")})
    made.commit(BOB, files={PATHS["pep"]: pep("Rejected")}, parents=[first], branch="topic")
    topic = made.commit(BOB, files={PATHS["pep"]: pep("Accepted")}, branch="topic")
    merge = made.commit(CLEO, "Merge\n", parents=[first, topic], at=START + 40 * DAY)
    found = only(tmp_path).transitions
    assert [(one.after, one.commit, one.by) for one in found[1:]] == [("accepted", merge, "Bob")]
    assert found[-1].at == START + 40 * DAY


def test_a_header_broken_for_a_while_changes_nothing(tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    for content in (pep("Draft"), "<<<<<<< ours\n", pep("Draft")):
        made.commit(files={PATHS["pep"]: content})
    assert words(only(tmp_path)) == ["draft"]


def test_before_there_was_a_field_merged_was_accepted(tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    made.commit(files={PATHS["ember"]: RUST.replace("Rust", "Ember")})
    made.commit(files={PATHS["ember"]: EMBER.replace("recommended", "accepted")})
    made.commit(files={PATHS["ember"]: EMBER.replace("recommended", "released")})
    assert words(only(tmp_path, "ember")) == ["accepted", "released"]


def test_the_beginning_of_a_shallow_clone_is_no_landing(tmp_path: Path) -> None:
    made = Repository.create(tmp_path / "whole")
    made.commit(files={PATHS["pep"]: pep("Draft")})
    made.commit(files={PATHS["pep"]: pep("Draft") + "More\n"})
    made.commit(files={PATHS["pep"]: pep("Final")})
    shallow = made.clone(tmp_path / "shallow", "--depth=2", "--bare")
    found = only(shallow)
    assert (found.began_at, words(found)) == (None, ["draft", "final"])


STATUSES = ("Draft", "Accepted", "Final", "Rejected", "Deferred")


@settings(max_examples=12, deadline=None)
@given(
    steps=st.lists(st.tuples(st.integers(1, 3), st.sampled_from(STATUSES)), min_size=1, max_size=8),
    apart=st.permutations([1, 2, 3]),
)
def test_what_happens_to_one_does_not_depend_on_the_others(
    steps: list[tuple[int, str]], apart: list[int], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Each proposal's words are the same alone, together, and whichever comes first."""
    together = Repository.create(tmp_path_factory.mktemp("together"))
    for number, status in steps:
        together.commit(files={f"peps/pep-{number:04}.rst": pep(status, number)})
    in_turn = Repository.create(tmp_path_factory.mktemp("in-turn"))
    for number in apart:
        for other, status in steps:
            if other == number:
                in_turn.commit(files={f"peps/pep-{number:04}.rst": pep(status, number)})
    mixed = {one.number: words(one) for one in history_of(together.place).timelines}
    assert mixed == {one.number: words(one) for one in history_of(in_turn.place).timelines}
    for number, found in mixed.items():
        said = [status.casefold() for other, status in steps if other == number]
        assert found == [word for place, word in enumerate(said) if place == 0 or said[place - 1] != word]
