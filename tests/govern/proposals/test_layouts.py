"""What is known about each community's way holds together."""

import pytest

from folkmoot.govern.proposals.dialects import all_dialects
from folkmoot.govern.proposals.layout import Layout, number_in, part
from folkmoot.govern.proposals.layouts import all_layouts
from folkmoot.model.proposal import DecisionState, DeliveryState, States

from .documents import PATHS

EVERY = pytest.mark.parametrize("layout", all_layouts().values(), ids=lambda layout: layout.name)


@EVERY
def test_its_words_are_lower_case_and_its_rules_use_them(layout: Layout) -> None:
    assert all(word == word.casefold() for word in layout.words)
    assert layout.words_today <= layout.known_words
    assert layout.unanswered <= layout.known_words
    assert set(layout.place_words.values()) <= layout.known_words
    assert layout.merged in {"", *layout.words}


@EVERY
def test_its_dialects_exist(layout: Layout) -> None:
    assert layout.dialects
    assert set(layout.dialects) <= set(all_dialects())


@EVERY
def test_its_paths_have_a_number(layout: Layout) -> None:
    match = layout.match(PATHS[layout.name])
    assert match is not None
    assert number_in(match) == 12
    assert all("12" in form.format(number=12) for form in (layout.label, *layout.place_labels.values()))


@EVERY
def test_every_document_has_a_way_to_a_decision(layout: Layout) -> None:
    decisions = {states.decision for states in layout.words.values()}
    assert DecisionState.ACCEPTED in decisions


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("kep", "keps/NNNN-kep-template/kep.yaml"),
        ("kep", "keps/sig-a/providers/0000-cloud-provider-template/kep.yaml"),
        ("kep", "keps/prod-readiness/sig-a/12.yaml"),
        ("dep", "draft/README.rst"),
        ("pep", "peps/pep-0000.rst"),
        ("pep", "peps/pep-0012/pep-NNNN.rst"),
        ("numbered", "rfcs/0000-template.md"),
        ("rust", "text/3392-council/alternatives.md"),
    ],
)
def test_what_is_no_document_is_left_out(name: str, path: str) -> None:
    assert all_layouts()[name].match(path, ever=True) is None


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("pep", "pep-0012.txt"),
        ("rust", "active/0012-hats.md"),
        ("kep", "keps/sig-hats/12-hats.md"),
        ("kep", "keps/sig-hats/12-hats/README.md"),
        ("eip", "EIPS/eip-12-hats.md"),
        ("vue", "rfcs/0012-hats.md"),
    ],
)
def test_former_places_are_known(name: str, path: str) -> None:
    match = all_layouts()[name].match(path, ever=True)
    assert match is not None
    assert number_in(match) == 12


def test_zeros_of_a_template_are_no_number() -> None:
    match = all_layouts()["rust"].match("text/0000-hats.md")
    assert match is not None
    assert number_in(match) is None
    assert (part(match, "slug"), part(match, "place")) == ("hats", "")


@pytest.mark.parametrize(
    ("word", "stage", "states"),
    [
        ("implementable", "alpha", States(DecisionState.ACCEPTED, DeliveryState.STARTED)),
        ("implementable", "Beta", States(DecisionState.ACCEPTED, DeliveryState.PARTLY)),
        ("implementable", "", States(DecisionState.ACCEPTED, None)),
        ("implemented", "alpha", States(DecisionState.ACCEPTED, DeliveryState.DELIVERED)),
        ("provisional", "beta", States(DecisionState.DRAFT, None)),
        ("hats", "beta", States(None, None)),
    ],
)
def test_a_stage_says_how_far_the_accepted_is(word: str, stage: str, states: States) -> None:
    assert all_layouts()["kep"].states(word, stage) == states
