"""Community files: what is here, what is not, and what cannot be known."""

from folkmoot.model.check import Outcome
from folkmoot.views.pages.community import NOT_READ, lede, more
from views.looking import Files, files, look_of, told
from worked_example import example

ALL = (
    "README.md", "LICENSE", "CONTRIBUTING.md", "CODE_OF_CONDUCT.md", "SECURITY.md", "GOVERNANCE.md",
    "CHANGELOG.md", ".github/ISSUE_TEMPLATE/bug.md", ".github/PULL_REQUEST_TEMPLATE.md",
)  # fmt: skip


def test_everything_is_here() -> None:
    look = told(releases=1, projects=1, trees={1: files(*ALL)})
    (shown,) = more(look)
    assert shown.id == "community-files"
    assert str(shown.headline) == "All 9 files that people look for are here."
    assert str(lede(look)).startswith("Every file")


def test_what_not_every_project_needs_is_not_counted() -> None:
    (shown,) = more(told(releases=1, projects=1, trees={1: files(*ALL)}))
    optional = {finding.id for finding in shown.findings if finding.outcome is Outcome.NOT_APPLICABLE}
    assert optional == {"funding", "citation"}


def test_what_is_missing_for_certain_is_named() -> None:
    look = told(releases=1, projects=1, trees={1: files(*ALL[2:])})
    assert str(more(look)[0].headline) == "7 of the 9 files that people look for are here."
    assert "Not found in the repository: README, Licence." in str(lede(look))


def test_doubt_is_told_as_doubt() -> None:
    look = told(
        releases=1, projects=1, trees={1: files("README.md", "LICENSE", "CHANGELOG.md", ".github/x.yml")}
    )
    assert str(lede(look)).startswith("Nothing is missing for certain.")


def test_each_of_several_repositories_has_its_panel() -> None:
    shown = more(told(releases=1, projects=1, trees={1: files("a"), 2: files("b")}))
    assert [panel.id for panel in shown] == ["community-files-1", "community-files-2"]
    assert "example" in str(shown[0].title)


def test_a_changelog_that_stops_is_here_and_told_as_such() -> None:
    stopped = {**dict.fromkeys(ALL, b"text"), "CHANGELOG.md": b"# 1.0\n\nBegun.\n"}
    tags = "tag | when\n1.0 | 2019-01-01\n1.1 | 2020-01-01\n1.2 | 2021-01-01"
    look = look_of(example("when | who\n2026-03-03 | Ada", releases=tags), trees={1: Files(stopped)})
    found = next(finding for finding in look.findings[1] if finding.id == "changelog")
    assert found.outcome is Outcome.UNKNOWN
    assert "newer ones that are tagged: 2, the newest 1.2 of 2021-01-01" in str(found.evidence[0])
    assert str(more(look)[0].headline) == "All 9 files that people look for are here."
    assert "the changelog ends before the newest releases" in str(lede(look))


def test_files_that_were_not_read_are_not_missing() -> None:
    look = told(releases=1)
    assert list(more(look)) == []
    assert lede(look) == NOT_READ


def test_one_file_and_none_have_words_of_their_own() -> None:
    one, none = (
        told(releases=1, projects=1, trees={1: files(*names)}) for names in (["README.md"], ["a.py"])
    )
    assert str(more(one)[0].headline) == "One of the 9 files that people look for is here."
    assert str(more(none)[0].headline) == "None of the 9 files that people look for is here."


def test_an_empty_repository_is_not_told_what_it_lacks() -> None:
    look = told(commits=0, trees={1: files()})
    (shown,) = more(look)
    assert (shown.findings, shown.headline) == ((), "")
    assert shown.missing == lede(look)


def test_that_it_has_ended_stands_first_and_is_no_file() -> None:
    over = {**dict.fromkeys(ALL, b"text"), "README.md": b"# Oar (unmaintained)\n"}
    look = told(releases=1, projects=1, trees={1: Files(over)})
    (shown,) = more(look)
    assert [finding.id for finding in shown.findings][:2] == ["declared-end", "readme"]
    assert str(shown.headline) == "All 9 files that people look for are here."
    assert str(lede(look)).startswith("Every file")


def test_an_announced_end_is_told_before_it_comes() -> None:
    over = {**dict.fromkeys(ALL, b"text"), "README.md": b"# Oar\n\nThis project will be archived in 2098.\n"}
    (shown,) = more(told(releases=1, projects=1, as_of=1_300_000_000, trees={1: Files(over)}))
    (first, *_) = shown.findings
    assert (first.id, first.outcome) == ("declared-end", Outcome.YES)
    assert "by 2098-12-31 at the latest" in str(first.evidence[0])


def test_that_it_has_not_ended_is_not_told_among_files() -> None:
    (shown,) = more(told(releases=1, projects=1, trees={1: files(*ALL)}))
    assert "declared-end" not in [finding.id for finding in shown.findings]


def test_a_clone_without_trees_tells_of_no_file() -> None:
    class Bare(Files):
        is_missing = True

    look = told(releases=1, projects=1, trees={1: Bare({})})
    (shown,) = more(look)
    assert {finding.outcome for finding in shown.findings} == {Outcome.UNKNOWN}
    assert shown.headline == ""
    assert lede(look) == "The files of the newest commit are not in this clone."
