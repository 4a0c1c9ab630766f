"""One look at every file serves several checks."""

from collections.abc import Iterable, Iterator

from checks.trees import Files, ground
from folkmoot.checks.scorecard import binary_artifacts, fuzzing
from folkmoot.checks.scorecard._survey import survey
from folkmoot.model.check import Ground


def test_programs_are_known_by_mark_or_by_ending() -> None:
    files = {
        "a.txt": b"MZ\x90\0",
        "b.so": b"\0\1\2\3\4",
        "c.so": b"GROUP ( libc.so.6 )",
        "d.dat": b"\0\1\2\3\4",
    }
    assert survey(ground(dict(files))).programs == ["a.txt", "b.so"]


def test_an_ending_counts_in_small_letters_only() -> None:
    assert survey(ground({"a.SO": b"\0\1\2\3\4", "b.so.1": b"\0\1\2\3\4"})).programs == []


def test_test_data_and_empty_files_are_left_out() -> None:
    assert (
        survey(ground({"testdata/a.exe": b"MZ\x90", "x/src/test/b.exe": b"MZ", "c.exe": b""})).programs == []
    )


def test_first_lines_that_name_a_program_are_kept() -> None:
    files = {"run": b"#!/bin/sh\nls", "crlf": b"#!/bin/bash\r\n", "none": b" #!/bin/sh"}
    assert survey(ground(dict(files))).shebangs == {"run": b"#!/bin/sh", "crlf": b"#!/bin/bash"}


def test_a_first_line_without_an_end_is_cut() -> None:
    assert len(survey(ground({"a": b"#!" + b"x" * 9000})).shebangs["a"]) == 1024


def test_what_is_not_in_the_clone_is_kept_apart() -> None:
    assert survey(ground({"a": None, "b": b"x", "testdata/c": None})).missing == ["a"]


def test_a_link_shows_what_is_behind_it() -> None:
    files = {"a.exe": b"MZ\x90\0", "b": b"a.exe"}
    assert survey(ground(dict(files), links={"b"})).programs == ["a.exe", "b"]


def test_every_file_is_read_once_for_all_checks() -> None:
    asked: list[str] = []

    class Counting(Files):
        def read_all(
            self, paths: Iterable[str], limit: int = 1_000_000
        ) -> Iterator[tuple[str, bytes | None, int]]:
            wanted = list(paths)
            asked.extend(wanted)
            return super().read_all(wanted, limit)

    place = Ground(Counting({"a.py": b"import atheris", "b.c": b"int x;"}))
    binary_artifacts.CHECK.decide(place)
    fuzzing.CHECK.decide(place)
    assert sorted(asked) == ["a.py", "b.c"]
