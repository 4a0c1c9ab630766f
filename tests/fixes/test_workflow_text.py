"""Workflows as text: where things stand, and what is not read."""

from checks.trees import ground
from folkmoot.fixes._workflow_text import (
    MOST_BYTES,
    events,
    newline_of,
    pairs,
    top_keys,
    word,
    workflow_files,
)

TEXT = "on: push\njobs:\n  test:\n    runs-on: x\n  [a, b]: c\n"


def test_top_keys_are_found_with_their_values() -> None:
    seen = events(TEXT)
    keys = top_keys(seen)
    assert list(keys) == ["on", "jobs"]
    place, value = keys["jobs"]
    assert seen[place].line == 1
    assert [key for key, *_ in pairs(seen, value)] == ["test", ""]


def test_a_pair_ends_where_the_next_begins() -> None:
    seen = events("a:\n  b: [1, {c: d}]\ne: f\n")
    (_, _, start, end), second = pairs(seen, 2)
    assert [word(event) for event in seen[start:end] if word(event)] == ["b", "1", "c", "d"]
    assert second[0] == "e"


def test_what_is_no_block_mapping_has_no_keys() -> None:
    for text in (
        "[on, jobs]",
        "",
        "just words",
        "{on: push, jobs: {}}\n---\n{a: b}",
        "  on: push\n  jobs: {}\n",
    ):
        assert top_keys(events(text)) == {}, text


def test_what_is_no_yaml_has_no_events() -> None:
    assert events("a: [") is None
    assert events("\t- x") is None
    assert events("a: \x00") is None


def test_what_unfolds_into_billions_costs_no_more_than_its_length() -> None:
    levels = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 10)}]\n" for n in range(1, 30))
    assert len(events("l0: &l0 [x]\n" + levels)) < 1000


def test_what_is_nested_deeper_than_anybody_writes_is_not_read() -> None:
    assert events("[" * 100_000) is None
    assert events("[" * 50 + "]" * 50) is not None


def test_only_workflows_that_are_text_files_of_a_size_are_read() -> None:
    files = {
        ".github/workflows/a.yml": "on: push",
        ".github/workflows/b.yaml": "on: push",
        ".github/workflows/sub/c.yml": "on: push",
        ".github/workflows/gone.yml": None,
        ".github/workflows/latin.yml": "ä".encode("latin-1"),
        ".github/workflows/long.yml": "#" * (MOST_BYTES + 1),
        ".github/workflows/link.yml": "../../../etc/passwd",
        ".github/actions/own/action.yml": "runs: {}",
        "node_modules/x/action.yml": "runs: {}",
        "README.md": "x",
    }
    place = ground(files, links={".github/workflows/link.yml"})
    assert [path for path, _ in workflow_files(place)] == [
        ".github/workflows/a.yml",
        ".github/workflows/b.yaml",
    ]
    assert ".github/actions/own/action.yml" in dict(workflow_files(place, with_actions=True))
    assert "node_modules/x/action.yml" not in dict(workflow_files(place, with_actions=True))


def test_the_ends_of_lines_are_told() -> None:
    assert newline_of("a\r\nb") == "\r\n"
    assert newline_of("a\nb") == "\n"
