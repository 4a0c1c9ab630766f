"""YAML as nodes with lines, and what is refused before it can cost anything."""

import subprocess
import sys
from collections.abc import Iterator

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.checks.scorecard import _yaml
from folkmoot.checks.scorecard._yaml import MOST_DEPTH, BrokenYamlError, Kind, Node, compose


@pytest.fixture(autouse=True, scope="module", params=["as it is here", "without libyaml"])
def loader(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let each test run with the parser of libyaml, where there is one, and with PyYAML's own."""
    with pytest.MonkeyPatch.context() as patched:
        if request.param == "without libyaml":
            patched.setattr(_yaml, "LOADER", yaml.SafeLoader)
        yield


def test_libyaml_is_not_needed() -> None:
    """In a process of its own, where PyYAML is as one that was built without it."""
    code = (
        "import yaml; [delattr(yaml, name) for name in dir(yaml) if name[0] == 'C' and name[1:] in dir(yaml)]"
        "; from folkmoot.checks.scorecard._yaml import compose; print(compose(b'a: 1').items[1].value)"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout == "1\n"


def root_of(text: str, *, follow: bool = False) -> Node:
    root = compose(text.encode(), follow=follow)
    assert root is not None
    return root


def test_nodes_carry_their_lines() -> None:
    root = root_of("a: 1\nb:\n  - x\n  -\n    y: z\n")
    assert [(each.kind, each.line) for each in root.items] == [
        (Kind.SCALAR, 1), (Kind.SCALAR, 1), (Kind.SCALAR, 2), (Kind.SEQUENCE, 3),
    ]  # fmt: skip
    assert [each.line for each in root.items[3].items] == [3, 5]


def test_a_block_begins_where_its_sign_stands() -> None:
    run = root_of("run: |\n  echo\n").items[1]
    assert (run.line, run.value) == (1, "echo\n")


def test_values_stay_the_text_of_the_file() -> None:
    root = root_of("on: yes\nversion: 1.10\nday: 2026-01-01\n!!python/object:x y: !!int z\n")
    assert [each.value for each in root.items] == [
        "on", "yes", "version", "1.10", "day", "2026-01-01", "y", "z",
    ]  # fmt: skip


def test_only_the_first_document_counts() -> None:
    assert root_of("a: 1\n---\n[broken\n").items[1].value == "1"


def test_comments_alone_are_no_document() -> None:
    assert compose(b"# nothing here\n") is None


def test_an_alias_is_a_node_of_its_own() -> None:
    alias = root_of("a: &x [1, 2]\nb: *x\n").items[3]
    assert (alias.kind, alias.value, alias.line, alias.items) == (Kind.ALIAS, "x", 2, [])


def test_an_alias_that_is_followed_is_what_it_names() -> None:
    root = root_of("a: &x [1, 2]\nb: *x\n", follow=True)
    assert root.items[3] is root.items[1]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: [1\n", 2), ("a: b: c\n", 1), ("a b: 'x\n", 2), ("a: *nowhere\n", 1), ("ok: 1\n\t- a\n", 2),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_line(text: str, line: int) -> None:
    with pytest.raises(BrokenYamlError) as caught:
        compose(text.encode())
    assert caught.value.line == line
    assert caught.value.problem


@pytest.mark.parametrize("content", [b"a: \xff\xfe\n", b"\x00\x01", b"a: \x1b[2J\n"])
def test_bytes_that_are_no_text_are_refused(content: bytes) -> None:
    with pytest.raises(BrokenYamlError):
        compose(content)


@pytest.mark.parametrize("bomb", ["[" * 50_000, "- " * 50_000, "{a: " * 50_000, "? " * 50_000])
def test_depth_is_bounded(bomb: str) -> None:
    with pytest.raises(BrokenYamlError, match="deep"):
        compose(bomb.encode())


def test_the_greatest_depth_is_fine() -> None:
    assert root_of("[" * MOST_DEPTH + "]" * MOST_DEPTH).kind is Kind.SEQUENCE


def bomb(levels: int) -> bytes:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, levels)]
    return "\n".join(lines).encode()


@pytest.mark.parametrize("follow", [True, False])
def test_aliases_that_multiply_are_refused(follow: bool) -> None:
    with pytest.raises(BrokenYamlError, match="aliases"):
        compose(bomb(9), follow=follow)


def test_a_few_aliases_are_fine() -> None:
    assert compose(bomb(3), follow=True) is not None


def test_an_anchor_that_contains_itself_is_refused_where_aliases_are_followed() -> None:
    with pytest.raises(BrokenYamlError, match="itself"):
        compose(b"a: &x [*x]\n", follow=True)
    assert compose(b"a: &x [*x]\n") is not None


@given(st.binary(max_size=300))
def test_any_bytes_give_a_tree_or_one_kind_of_error(content: bytes) -> None:
    try:
        root = compose(content)
    except BrokenYamlError:
        return
    assert root is None or root.size >= 1


@given(st.text(alphabet="ab:-[]{}&*x, \n'\"|>#!?%@\t", max_size=200), st.booleans())
def test_text_that_looks_like_yaml_does_the_same(text: str, follow: bool) -> None:
    try:
        root = compose(text.encode(), follow=follow)
    except BrokenYamlError:
        return
    assert root is None or root.line >= 1
