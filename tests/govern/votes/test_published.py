"""Published winners are found again on the ballots, all of them or none."""

import pytest

from folkmoot.govern.votes._published import as_options, published_winners

HEAD = "# Results\n\n## Winners\n\n"
REST = "\nThe rest of the candidates:\n3. dora\n"
OPTIONS = ("ada", "Bob B (@bob)", "dora")


def test_winners_are_found_by_account_or_name_in_the_published_order() -> None:
    results = f"{HEAD}1. [Robert](https://github.com/BOB)\n2. Ada\n{REST}"
    assert published_winners({"RESULTS.md": results}, OPTIONS) == ("Bob B (@bob)", "ada")


def test_a_candidates_own_page_says_which_name_is_which_account() -> None:
    near = {
        "results.md": f"{HEAD}1. Ada Example\n{REST}",
        "candidate-ada.md": "name: Ada Example\nID: ada\n",
        "notes.md": "name: Dora Example\nID: dora\n",
    }
    assert published_winners(near, OPTIONS) == ("ada",)
    near["results.md"] = f"{HEAD}1. Dora Example\n{REST}"
    assert published_winners(near, OPTIONS) == ()


@pytest.mark.parametrize(
    "results",
    ["", "# Results\n\n1. ada\n", f"{HEAD}1. ada\n2. zoe\n", f"{HEAD}1. ada\n2. Ada\n", f"{HEAD}\n{REST}"],
)
def test_where_not_all_can_be_found_none_is_guessed(results: str) -> None:
    assert published_winners({"results.md": results}, OPTIONS) == ()


def test_names_that_stand_for_nobody_are_told_apart_from_none() -> None:
    assert as_options([], OPTIONS, {}) == ()
    assert as_options(["zoe"], OPTIONS, {}) is None


def test_the_marks_of_a_link_are_no_part_of_a_name() -> None:
    """The page of a candidate knows the name without its link."""
    near = {
        "results.md": f"{HEAD}1. [Ada  Example](https://moot.invalid/ada)\n{REST}",
        "candidate-ada.md": "name: Ada Example\nID: ADA\n",
    }
    assert published_winners(near, OPTIONS) == ("ada",)


@pytest.mark.parametrize(
    ("name", "option"),
    [
        ("bob b", "Bob B (@bob)"),
        ("Bob B (@bob)", "Bob B (@bob)"),
        ("Somebody (@bob)", "Bob B (@bob)"),
        ("https://github.com/dora", "dora"),
        ("bob", "Bob B (@bob)"),
        ("Ｄｏｒａ", "dora"),
    ],
)
def test_ways_to_name_an_option(name: str, option: str) -> None:
    assert as_options([name], OPTIONS, {}) == (option,)


@pytest.mark.parametrize("heading", ["# Winner", "## Winners:", "### WINNERS of 2026"])
def test_headings_of_winners(heading: str) -> None:
    assert published_winners({"results.md": f"{heading}\n\n- ada\n- dora\n"}, OPTIONS) == ("ada", "dora")


@pytest.mark.parametrize("item", ["1. ada", "12. ada", "- ada", "  * ada"])
def test_lists_of_winners(item: str) -> None:
    assert published_winners({"results.md": f"{HEAD}{item}\n"}, OPTIONS) == ("ada",)


def test_the_list_ends_at_the_next_heading() -> None:
    assert published_winners({"results.md": f"{HEAD}1. ada\n\n## Thanks\n\n1. dora\n"}, OPTIONS) == ("ada",)


def test_only_the_head_of_a_candidate_s_page_is_read() -> None:
    near = {
        "results.md": f"{HEAD}1. Ada Example\n{REST}",
        "candidate-ada.md": "x" * 5000 + "\nname: Ada Example\nID: ada\n",
    }
    assert published_winners(near, OPTIONS) == ()
