"""Lists: bounded in number and in what is said of each, and their states in words."""

from dataclasses import replace

import example_report as example

from folkmoot.i18n import Message
from folkmoot.model.page import Entry
from folkmoot.render import render
from folkmoot.render.lists import MOST, MOST_SENTENCES, named, sentences, shown_entries
from folkmoot.render.panel_file import panel_svg
from folkmoot.render.voice import Voice

VOICE = Voice()
MANY = replace(example.DECISIONS, entries=tuple(Entry(str(n), f"Vote {n}") for n in range(MOST + 5)), more=7)


def test_no_page_shows_more_than_a_reader_can_use() -> None:
    entries, more = shown_entries(MANY)
    assert (len(entries), more) == (MOST, 12)


def test_few_are_shown_whole() -> None:
    assert shown_entries(example.DECISIONS) == (example.DECISIONS.entries, 3)


def test_what_is_said_of_one_is_bounded_too() -> None:
    facts, details = sentences(Entry("1", "?", facts=("yes",) * 500, details=("no",) * 500), VOICE)
    assert len(facts) == len(details) == MOST_SENTENCES


def test_the_state_stands_before_the_title() -> None:
    assert (
        named(Entry("1", Message("{title}", {"title": "A {new} logo"}), "open"), VOICE)
        == "open: A {new} logo"
    )
    assert named(Entry("1", "A logo"), VOICE) == "A logo"


def test_a_panel_file_lists_them_and_counts_the_rest() -> None:
    drawn = panel_svg(example.DECISIONS)
    assert "open: Cleo becomes a maintainer" in drawn
    assert "3 more are not shown here." in drawn
    assert "Open decisions: 5 entries." in drawn


def test_a_long_list_stays_a_short_file() -> None:
    assert len(panel_svg(MANY)) < 20_000


def test_what_stands_behind_an_entry_is_folded() -> None:
    page = render(example.example_report(), "html")
    assert '<details><summary>By which rule?<span class="hidden"> Cleo becomes a maintainer</span>' in page
