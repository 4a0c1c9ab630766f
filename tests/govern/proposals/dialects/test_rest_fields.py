"""Fields of reStructuredText, with the pitfalls of Django."""

from folkmoot.model.proposal import DecisionState, DeliveryState
from govern.proposals.documents import DEP, attempt, read


def test_everything_of_a_list_is_there() -> None:
    found = read("dep", DEP)
    assert (found.label, found.title, found.kind) == ("DEP 12", "Hats for all", "Feature")
    assert found.authors == ("Ada Example", "Bob Example")
    assert (found.decision, found.delivery) == (DecisionState.ACCEPTED, DeliveryState.NONE)


def test_a_folder_that_says_something_else_is_told() -> None:
    found, problems = attempt("dep", DEP, "final/0012-hats.rst")
    assert found is not None
    assert found.decision is DecisionState.ACCEPTED
    assert [(one.code, one.line) for one in problems] == [("place-mismatch", 8)]


def test_a_field_may_go_on() -> None:
    assert read("dep", DEP.replace("Ada Example, ", "Ada Example,\n   ")).authors == (
        "Ada Example",
        "Bob Example",
    )
