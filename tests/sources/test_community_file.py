"""`folkmoot.toml`: what it says, and errors that name the file, the key and what is allowed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from folkmoot.model.community import Community, Listed
from folkmoot.model.errors import UsageError
from folkmoot.sources.community_file import FILE, MOST_BYTES, MOST_ENTRIES, read_community

WHOLE = """
name = "Analytical Engines"
repositories = [
    "../server",
    { at = "https://github.com/engines/*", forge = true, without = "old-*" },
    { at = "../client", forge = ["client.archive.json", "https://codeberg.org/engines/client"] },
]
time_zone = "Europe/London"
working_days = ["sun", "Mon", "tue", "wed", "thu"]
working_hours = [9, 17]
response_days = 3
language = "en-GB"
together = true
store = "all.duckdb"

[groups]
core = ["server", "engines/*"]
"""


def read(folder: Path, text: str | bytes) -> Community:
    place = folder / FILE
    place.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_community(place)


def test_everything_it_can_say(tmp_path: Path) -> None:
    assert read(tmp_path, WHOLE) == Community(
        name="Analytical Engines",
        repositories=(
            Listed("../server"),
            Listed("https://github.com/engines/*", has_own_forge=True, without=("old-*",)),
            Listed("../client", ("client.archive.json", "https://codeberg.org/engines/client")),
        ),
        groups={"core": ("server", "engines/*")},
        time_zone="Europe/London",
        working_days=(1, 2, 3, 4, 7),
        working_hours=(9, 17),
        response_days=3,
        language="en-GB",
        store="all.duckdb",
        together=True,
    )


def test_an_empty_file_says_nothing(tmp_path: Path) -> None:
    assert read(tmp_path, "") == Community()


def test_a_star_makes_a_pattern() -> None:
    assert [Listed(at).is_pattern for at in ("../a", "clones/*", "lib-?", "[ab]")] == [
        False,
        True,
        True,
        True,
    ]


@pytest.mark.parametrize(
    ("line", "key", "allowed"),
    [
        ("repository = []", "'repository'", "known are name, repositories"),
        ("repositories = 'a'", "repositories is 'a'", "a list"),
        ("repositories = [1]", "repositories[0] is 1", "a path or address"),
        ("repositories = ['']", "repositories[0] is ''", "a path or an address"),
        ("repositories = ['--upload-pack=x']", "repositories[0]", "a path or an address"),
        ("repositories = ['a\\u0000b']".replace("'", '"'), "repositories[0]", "a path or an address"),
        ("repositories = [{forge = true}]", "repositories[0].at is None", "a short text"),
        ("repositories = [{at = 'a', forges = 'b'}]", "'repositories[0].forges'", "at, forge, without"),
        ("repositories = [{at = 'a', forge = 3}]", "repositories[0].forge is 3", "true, an address"),
        ("groups = ['a']", "groups is ['a']", "a table of lists"),
        ("[groups]\ncore = []", "groups.core is []", "one repository or more"),
        ("[groups]\ncore = 'a'", "groups.core is 'a'", "a list"),
        ("time_zone = 'Mars/Olympus'", "time_zone is 'Mars/Olympus'", "such as Europe/London"),
        ("time_zone = '../../etc/passwd'", "time_zone", "such as Europe/London"),
        ("working_days = ['monday']", "working_days is 'monday'", "mon, tue, wed, thu, fri, sat, sun"),
        ("working_hours = [18, 9]", "working_hours is [18, 9]", "two hours from 0 to 24"),
        ("working_hours = [true, 9]", "working_hours", "two hours from 0 to 24"),
        ("response_days = 0", "response_days is 0", "a whole number from 1 to 365"),
        ("response_days = '5 days'", "response_days is '5 days'", "a whole number from 1 to 365"),
        ("language = 'Klingon?'", "language is 'Klingon?'", "such as en or pt-BR"),
        ("together = 1", "together is 1", "true or false"),
        ("name = 7", "name is 7", "a short text"),
    ],
)
def test_what_is_wrong_is_named_with_what_is_allowed(
    tmp_path: Path, line: str, key: str, allowed: str
) -> None:
    with pytest.raises(UsageError) as caught:
        read(tmp_path, line)
    assert caught.value.what.startswith(f"{FILE}: ")
    assert key in caught.value.what
    assert allowed in caught.value.hint


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"= nothing", "is not TOML"),
        ("name = 'Büro'".encode("utf-16"), "line 1: this is no UTF-8 text"),
        (b"name = 'x'\nstore = '\xfc'", "line 2: this is no UTF-8 text"),
        (b"a = " + b"[" * 5000, "is not TOML"),
        (b"#" * (MOST_BYTES + 1), "is larger than"),
        (b"repositories = [" + b"'a'," * (MOST_ENTRIES + 1) + b"]", "at most"),
    ],
)
def test_hostile_files_are_refused(tmp_path: Path, content: bytes, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        read(tmp_path, content)


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        read_community(tmp_path / FILE)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3),
)


@settings(max_examples=80)
@given(key=st.sampled_from(["repositories", "groups", "working_days", "working_hours", "time_zone", "forge"]),
       value=VALUES)  # fmt: skip
def test_any_value_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, key: str, value: object
) -> None:
    import json

    text = json.dumps(value, ensure_ascii=True)
    if "null" in text:
        return
    said = ""
    try:
        read(tmp_path_factory.mktemp("any"), f"{key} = {text}")
    except UsageError as error:
        said = error.what
    assert not said or FILE in said
