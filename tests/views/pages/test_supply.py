"""Supply chain: what a report says about what its projects are made of."""

from folkmoot.i18n import say
from folkmoot.views.missing import NO_COMMITS
from folkmoot.views.pages.supply import NOT_READ, PAGE, applies, lede, more
from views.looking import files, told


def test_without_files_it_says_where_they_are() -> None:
    assert not applies(told())
    assert lede(told()) == NOT_READ


def test_without_commits_there_is_nothing_to_say() -> None:
    assert lede(told(trees={1: files("README.md")}, commits=0)) == NO_COMMITS


def test_one_project_is_told_as_itself() -> None:
    look = told(trees={1: files(**{"requirements.txt": b"a==1\n"})})
    assert applies(look)
    assert say(lede(look)) == "Packages this project names: 1, in one file."
    assert [panel.id for panel in more(look)] == ["supply-holes", "supply-packages", "supply-files"]


def test_several_projects_are_told_apart() -> None:
    trees = {1: files(**{"requirements.txt": b"a==1\n"}), 2: files(**{"requirements.txt": b"b==1\n"})}
    look = told(trees=trees)
    assert say(lede(look)) == "What 2 projects are made of."
    assert [panel.id for panel in more(look)][::3] == ["supply-holes-1", "supply-holes-2"]


def test_no_first_page_waits_for_it() -> None:
    assert PAGE.guards
