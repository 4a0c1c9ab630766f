"""Who changed which status when, out of generated histories."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from folkmoot.govern.proposals.layouts import all_layouts
from folkmoot.govern.timeline import TIDYING, History, Timeline, read_history
from folkmoot.model.proposal import DecisionState, DeliveryState
from folkmoot.sources.git.repository import Options, open_repository
from sources.git.repositories import ADA, BOB, CLEO, DAY, START, Repository

from .documents import DEP, EMBER, KEP, PATHS, PEP, RUST


def pep(status: str, number: int = 12) -> str:
    return PEP.replace("PEP: 12", f"PEP: {number}").replace("Status: Final", f"Status: {status}")


def history_of(place: Path, layout: str = "pep") -> History:
    with open_repository(str(place), Options(branch="main")) as opened:
        return read_history(opened, all_layouts()[layout])


def only(place: Path, layout: str = "pep") -> Timeline:
    found = history_of(place, layout).timelines
    assert len(found) == 1
    return found[0]


def words(timeline: Timeline) -> list[str]:
    return [one.after for one in timeline.transitions]


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


def test_an_exact_rename_is_followed(tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    made.commit(files={"pep-0012.txt": pep("Draft")})
    made.commit(files={"pep-0012.txt": None, PATHS["pep"]: pep("Draft")})
    made.commit(files={PATHS["pep"]: pep("Final")})
    found = only(tmp_path)
    assert (words(found), found.path, found.began_at) == (["draft", "final"], PATHS["pep"], START)


def test_a_rename_with_a_change_is_followed_by_number(tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    made.commit(files={"pep-0012.txt": pep("Draft")})
    made.commit(files={"pep-0012.txt": None, PATHS["pep"]: pep("Accepted")})
    assert words(only(tmp_path)) == ["draft", "accepted"]


def test_a_new_number_is_followed_by_the_short_name(tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    made.commit(files={"draft/0000-hats.rst": DEP.replace("Accepted", "Draft")})
    made.commit(files={"draft/0000-hats.rst": None, PATHS["dep"]: DEP})
    found = only(tmp_path, "dep")
    assert (words(found), found.number) == (["draft", "accepted"], 12)


def test_numbers_given_anew_do_not_mix_documents(tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    made.commit(files={"active/0032-hats.md": RUST, "active/0068-gloves.md": RUST + "Gloves\n"})
    made.commit(
        files={
            "active/0032-hats.md": None,
            "active/0068-gloves.md": None,
            "text/0068-hats.md": RUST + "New\n",
            "text/0214-gloves.md": RUST + "New gloves\n",
        }
    )
    found = history_of(tmp_path, "rust").timelines
    assert [(one.number, one.path, one.began_at) for one in found] == [
        (68, "text/0068-hats.md", START),
        (214, "text/0214-gloves.md", START),
    ]


def test_two_documents_of_one_number_stay_two(tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    made.commit(files={"text/0007-a.md": RUST})
    made.commit(files={"text/0007-b.md": RUST + "b\n"})
    assert [one.path for one in history_of(tmp_path, "rust").timelines] == [
        "text/0007-a.md",
        "text/0007-b.md",
    ]


def test_what_was_removed_is_gone_and_may_come_back(tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    made.commit(files={PATHS["pep"]: pep("Draft"), "x": "y"})
    made.commit(files={PATHS["pep"]: None})
    assert only(tmp_path).gone_at == START + DAY
    made.commit(files={PATHS["pep"]: pep("Final")})
    found = only(tmp_path)
    assert (found.gone_at, words(found)) == (None, ["draft", "final"])


def test_a_file_beside_takes_over_from_the_text(tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    text = f"---\n{KEP.replace('implementable #', 'provisional #')}---\n\n# Hats\n"
    made.commit(files={"keps/sig-hats/12-hats/README.md": text})
    made.commit(files={PATHS["kep"]: KEP})
    made.commit(files={"keps/sig-hats/12-hats/README.md": text + "More\n"})
    made.commit(files={PATHS["kep"]: KEP.replace("implementable #", "implemented #")})
    assert words(only(tmp_path, "kep")) == ["provisional", "implementable", "implemented"]


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


def illegal(place: Path) -> list[str]:
    return [f"{one.before}-{one.after}" for one in only(place).transitions if one.illegal]


def test_a_step_left_out_is_illegal(tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    for status in ("Draft", "Final"):
        made.commit(files={PATHS["pep"]: pep(status)})
    assert illegal(tmp_path) == ["draft-final"]


def test_every_step_taken_is_legal(tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    for status in ("Draft", "Deferred", "Draft", "Accepted", "Final", "Superseded"):
        made.commit(files={PATHS["pep"]: pep(status)})
    assert illegal(tmp_path) == []


def test_a_mistake_taken_back_is_not_held_against_anybody(tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    for status in ("Draft", "Final", "Draft", "Accepted"):
        made.commit(files={PATHS["pep"]: pep(status)})
    assert illegal(tmp_path) == []


def test_rejected_is_not_accepted_without_being_taken_up(tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    for status in ("Rejected", "Accepted"):
        made.commit(files={PATHS["pep"]: pep(status)})
    assert illegal(tmp_path) == ["rejected-accepted"]


def test_many_at_once_is_tidying(tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    numbers = range(100, 100 + TIDYING)
    for status in ("Draft", "Final"):
        made.commit(files={f"peps/pep-0{number}.rst": pep(status, number) for number in numbers})
    steps = [one for timeline in history_of(tmp_path).timelines for one in timeline.transitions if one.before]
    assert {(one.together, str(one.illegal)) for one in steps} == {(TIDYING, "")}


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
