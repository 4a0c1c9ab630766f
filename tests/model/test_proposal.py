"""The two axes of a proposal."""

from folkmoot.model.proposal import DecisionState, DeliveryState


def test_the_axes_have_the_states_we_tell_of() -> None:
    assert [str(state) for state in DecisionState] == [
        "draft", "open", "final comment", "accepted", "rejected", "withdrawn", "postponed", "superseded",
    ]  # fmt: skip
    assert [str(state) for state in DeliveryState] == ["none", "started", "partly", "delivered", "removed"]


def test_undecided_is_what_still_needs_an_answer() -> None:
    undecided = {state for state in DecisionState if state.is_undecided}
    assert undecided == {DecisionState.DRAFT, DecisionState.OPEN, DecisionState.FINAL_COMMENT}
