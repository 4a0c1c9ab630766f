"""A process that is being started is ended with whoever starts it."""

import os
import signal
import subprocess
import threading
from collections.abc import Iterator
from typing import Any, NoReturn

import pytest

from folkmoot.sources.git.command import Git
from folkmoot.sources.git.starting import ENDING, signals_wait
from sources.git.repositories import Repository


@pytest.fixture
def ended() -> Iterator[None]:
    """Let SIGTERM end this as it ends a command."""

    def end(number: int, _: object) -> NoReturn:
        raise SystemExit(128 + number)

    before = signal.signal(signal.SIGTERM, end)
    yield
    signal.signal(signal.SIGTERM, before)


@pytest.mark.usefixtures("ended")
def test_git_ends_when_we_are_ended_while_it_starts(
    made: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[subprocess.Popen[bytes]] = []

    class Asked(subprocess.Popen[bytes]):
        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, **options)
            started.append(self)
            signal.raise_signal(signal.SIGTERM)

    monkeypatch.setattr(subprocess, "Popen", Asked)
    with pytest.raises(SystemExit), Git(made.place).stream("cat-file", "--batch", stdin=iter(b"")):
        pytest.fail("nobody waits for what git says")
    with pytest.raises(ProcessLookupError):
        os.kill(started[0].pid, 0)


@pytest.mark.usefixtures("ended")
def test_a_signal_that_came_is_heard_at_the_end_at_the_latest() -> None:
    with pytest.raises(SystemExit), signals_wait():
        signal.raise_signal(signal.SIGTERM)


def test_signals_are_heard_as_before() -> None:
    before = [signal.getsignal(number) for number in ENDING]
    with signals_wait() as let_through:
        assert [signal.getsignal(number) for number in ENDING] != before
        let_through()
        assert [signal.getsignal(number) for number in ENDING] == before


def test_other_threads_leave_signals_alone() -> None:
    before, seen = signal.getsignal(signal.SIGTERM), []

    def start() -> None:
        with signals_wait() as let_through:
            let_through()
            seen.append(signal.getsignal(signal.SIGTERM))

    thread = threading.Thread(target=start)
    thread.start()
    thread.join()
    assert seen == [before]
