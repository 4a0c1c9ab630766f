"""What a page is made of, before there are numbers."""

from folkmoot.views.plan import PagePlan, nothing_more
from views.looking import told


def test_most_pages_have_no_panels_of_their_own() -> None:
    plan = PagePlan("people", "People", 1, lambda _look: "So it is.")
    assert plan.more(told()) == nothing_more(told()) == ()
    assert plan.lede(told()) == "So it is."
