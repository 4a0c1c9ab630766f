"""A YAML file beside the document, with the pitfalls of the KEPs."""

import pytest

from folkmoot.model.proposal import DecisionState, DeliveryState
from govern.proposals.documents import KEP, attempt, codes, read

BOTH = (DecisionState.ACCEPTED, DeliveryState.DELIVERED)


def test_everything_of_a_file_is_there() -> None:
    found = read("kep", KEP)
    assert (found.label, found.authors) == ("KEP 12", ("@ada", "@bob"))
    assert (found.decision, found.delivery) == (DecisionState.ACCEPTED, DeliveryState.STARTED)
    assert (found.word, found.kind, found.line) == ("implementable", "sig-hats", 7)


def test_a_day_that_is_none_costs_only_the_day() -> None:
    found, problems = attempt("kep", KEP.replace("2019-04-18", "2019-25-04"))
    assert found is not None
    assert found.created is None
    assert [(one.code, one.line) for one in problems] == [("bad-date", 8)]


def test_a_misspelt_status_is_read_and_told() -> None:
    document = KEP.replace("implementable #", "imlpemented #").replace("alpha", "stable")
    found, problems = attempt("kep", document)
    assert found is not None
    assert (found.decision, found.delivery) == BOTH
    assert found.word == "imlpemented"
    assert [one.code for one in problems] == ["misspelt"]


def test_the_templates_choices_are_no_status() -> None:
    found, problems = attempt("kep", KEP.replace("implementable #", "provisional|implementable #"))
    assert found is not None
    assert found.decision is None
    assert [one.code for one in problems] == ["placeholder"]


def test_the_templates_date_is_none() -> None:
    assert codes("kep", KEP.replace("2019-04-18", "yyyy-mm-dd")) == ["placeholder"]


def test_a_number_unlike_its_folders_is_told() -> None:
    found, problems = attempt("kep", KEP, "keps/sig-hats/13-hats/kep.yaml")
    assert found is not None
    assert found.number == 12
    assert [one.code for one in problems] == ["number-mismatch"]


def test_versions_and_dates_stay_text() -> None:
    assert read("kep", KEP.replace("Hats for all", "1.10")).title == "1.10"


@pytest.mark.parametrize(("status", "stage"), [("implemented", "alpha"), ("provisional", "stable")])
def test_decision_and_delivery_may_contradict(status: str, stage: str) -> None:
    document = KEP.replace("implementable #", f"{status} #").replace("stage: alpha", f"stage: {stage}")
    assert codes("kep", document) == ["contradiction"]


def test_a_status_nobody_knows_is_told_with_its_line() -> None:
    found, problems = attempt("kep", KEP.replace("implementable #", "hatless #"))
    assert found is not None
    assert (found.decision, found.word) == (None, "hatless")
    assert [(one.code, one.line) for one in problems] == [("unknown-status", 7)]
