"""Progress: bars where a person watches, and nothing in a pipe."""

from __future__ import annotations

import io
import sys

import pytest

from folkmoot.cli._progress import Bars


class Terminal(io.StringIO):
    """Standard error with somebody before it."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def watched(monkeypatch: pytest.MonkeyPatch) -> tuple[Bars, Terminal]:
    """Give bars and the terminal on which they are shown."""
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    return Bars(), screen


def test_nobody_who_does_not_watch_sees_a_bar(capsys: pytest.CaptureFixture[str]) -> None:
    bars = Bars()
    bars("reading", 1, 2)
    bars.close()
    assert capsys.readouterr() == ("", "")


def test_a_bar_names_what_is_done_and_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    bars, screen = watched(monkeypatch)
    bars("reading", 1, 4)
    bars("reading", 2, 4)
    bars.close()
    assert "reading" in screen.getvalue()
    assert "50%" in screen.getvalue()


def test_where_the_end_is_not_known_the_number_stands_in_the_label(monkeypatch: pytest.MonkeyPatch) -> None:
    bars, screen = watched(monkeypatch)
    bars("fetching", 7, 0)
    bars.close()
    assert "fetching 7" in screen.getvalue()


def test_what_comes_next_has_a_bar_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    bars, screen = watched(monkeypatch)
    bars("reading", 4, 4)
    first = bars.bar
    bars("writing", 1, 4)
    assert bars.bar is not first
    assert (bars.what, bars.bar.pos) == ("writing", 1)
    bars.close()
    assert "writing" in screen.getvalue()


def test_a_bar_never_goes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    bars, _ = watched(monkeypatch)
    bars("reading", 3, 4)
    bars("reading", 1, 4)
    assert bars.bar.pos == 3
    bars.close()


def test_the_end_may_move_while_it_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    bars, _ = watched(monkeypatch)
    bars("reading", 1, 2)
    bars("reading", 2, 10)
    assert (bars.bar.pos, bars.bar.length) == (2, 10)
    bars.close()


def test_closing_twice_is_closing_once(monkeypatch: pytest.MonkeyPatch) -> None:
    bars, screen = watched(monkeypatch)
    bars("reading", 1, 2)
    bars.close()
    shown = screen.getvalue()
    bars.close()
    assert (screen.getvalue(), bars.bar, bars.what) == (shown, None, "")


def test_who_is_waited_for_is_named_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    Bars().waiting("process 7")
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", "The store is being written by process 7; waiting for it.\n")
