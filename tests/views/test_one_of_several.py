"""One project told apart from others."""

from folkmoot.views.one_of_several import one_of_several
from views.guarding.guards import guard
from views.looking import panel


def test_a_panel_of_several_projects_has_its_project_in_id_and_title() -> None:
    shown = one_of_several(panel("agenda-security", []), guard(project=7), 2)
    assert shown.id == "agenda-security-7"
    assert str(shown.title) == "agenda-security: boats"


def test_the_panel_of_a_single_project_stays() -> None:
    one = panel("agenda-security", [])
    assert one_of_several(one, guard(), 1) is one
