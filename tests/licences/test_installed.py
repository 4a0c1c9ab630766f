"""The licences that installed packages state."""

from __future__ import annotations

from pathlib import Path

import pytest

from folkmoot.licences import installed as reading
from folkmoot.licences.installed import Installed, installed, normalized
from folkmoot.model.errors import UsageError
from licences.licence_texts import text_of

MIT = "Classifier: License :: OSI Approved :: MIT License"
METADATA = "Metadata-Version: 2.4\nName: {}\nVersion: 1.0\n{}\n\nLicense: in the description\n"


def python(folder: Path, name: str, lines: str) -> None:
    place = folder / "site-packages" / f"{name}-1.0.dist-info"
    place.mkdir(parents=True)
    (place / "METADATA").write_text(METADATA.format(name, lines), encoding="utf-8")


def node(folder: Path, name: str, text: str) -> None:
    place = folder / "node_modules" / name
    place.mkdir(parents=True)
    (place / "package.json").write_text(text, encoding="utf-8")


def told(folder: Path) -> dict[str, str]:
    return {f"{each.type}/{each.name}@{each.version}": each.expression for each in installed(folder)}


@pytest.mark.parametrize(
    ("lines", "expression"),
    [
        ("License-Expression: MIT OR Apache-2.0", "MIT OR Apache-2.0"),
        ("License: BSD 3-Clause License", "BSD-3-Clause"),
        ("License: UNKNOWN\nClassifier: License :: OSI Approved :: MIT License", "MIT"),
        ("License: BSD\nClassifier: License :: OSI Approved :: ISC License (ISCL)", "ISC"),
        ("Classifier: License :: OSI Approved :: BSD License", ""),
        (f"{MIT}\nClassifier: License :: OSI Approved :: ISC License (ISCL)", ""),
        ("Summary: nothing said", ""),
    ],
)
def test_python_packages(tmp_path: Path, lines: str, expression: str) -> None:
    python(tmp_path, "Moot_Tools", lines)
    assert told(tmp_path) == {"pypi/moot-tools@1.0": expression}


def test_node_packages_nested_and_scoped(tmp_path: Path) -> None:
    node(tmp_path, "moot", '{"name": "moot", "version": "2.0.0", "license": "MIT"}')
    node(tmp_path / "node_modules" / "moot", "@ada/deep", '{"name": "@ada/deep", "license": "ISC"}')
    assert told(tmp_path) == {"npm/moot@2.0.0": "MIT", "npm/@ada/deep@": "ISC"}


def test_other_files_called_package_json_are_left_alone(tmp_path: Path) -> None:
    node(tmp_path, "moot/dist/esm", '{"name": "inner", "license": "MIT"}')
    assert told(tmp_path) == {}


@pytest.mark.parametrize("text", ["", "{", "[]", '{"name": 3}', "[" * 100_000])
def test_what_cannot_be_read_is_left_out(tmp_path: Path, text: str) -> None:
    node(tmp_path, "moot", text)
    assert told(tmp_path) == {}


def test_a_text_beside_says_what_the_metadata_leaves_open(tmp_path: Path) -> None:
    python(tmp_path, "moot", "License: BSD")
    beside = tmp_path / "site-packages" / "moot-1.0.dist-info" / "licenses"
    beside.mkdir()
    (beside / "LICENSE.txt").write_text(text_of("BSD-3-Clause"), encoding="utf-8")
    (found,) = installed(tmp_path)
    assert found.expression == "BSD-3-Clause"
    assert found.path == "site-packages/moot-1.0.dist-info/licenses/LICENSE.txt"


def test_two_texts_beside_leave_it_open(tmp_path: Path) -> None:
    node(tmp_path, "moot", '{"name": "moot", "license": "SEE LICENSE FILES"}')
    for name in ("LICENSE-MIT", "LICENSE-BSD"):
        (tmp_path / "node_modules" / "moot" / name).write_text(text_of("MIT"), encoding="utf-8")
    assert told(tmp_path) == {"npm/moot@": ""}


def test_links_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path)
    outside = tmp_path.parent / f"{tmp_path.name}-outside"
    node(outside, "moot", '{"name": "moot", "license": "MIT"}')
    (tmp_path / "elsewhere").symlink_to(outside)
    assert told(tmp_path) == {}


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no folder"):
        installed(tmp_path / "nowhere")


def test_names_have_one_form() -> None:
    assert normalized("Zope.Interface__x") == "zope-interface-x"


def test_the_packages_beside_this_test_are_read() -> None:
    """Hypothesis runs this test, so it is installed; its metadata says MPL-2.0."""
    import hypothesis

    found = {each.name: each.expression for each in installed(Path(hypothesis.__file__).parent.parent)}
    assert found["hypothesis"] == "MPL-2.0"


def only(folder: Path) -> Installed:
    (found,) = installed(folder)
    return found


@pytest.mark.parametrize(
    ("lines", "words", "expression"),
    [
        ("License: BSD\nLicense-Expression: MIT", "MIT", "MIT"),
        ("License-Expression: Nonsense-1.0\nLicense: ISC", "ISC", "ISC"),
        ("license: ISC", "ISC", "ISC"),
        ("License: Ask Ada", "Ask Ada", ""),
        (f"License: Ask Ada\n{MIT}", "Ask Ada", "MIT"),
        (MIT, "License :: OSI Approved :: MIT License", "MIT"),
        (f"{MIT}\n{MIT}", ", ".join(2 * ["License :: OSI Approved :: MIT License"]), "MIT"),
        ("Classifier: Topic :: Software Development", "", ""),
        ("Summary: none\n\nLicense: MIT", "", ""),
    ],
    ids=["the expression first", "one that is none", "small letters", "no licence", "the classifier then",
         "the classifier alone", "said twice", "another classifier", "in the description"],
)  # fmt: skip
def test_what_python_s_metadata_states_in_order(
    tmp_path: Path, lines: str, words: str, expression: str
) -> None:
    python(tmp_path, "moot", lines)
    assert (only(tmp_path).words, only(tmp_path).expression) == (words, expression)


def test_the_metadata_of_an_egg_is_read_too(tmp_path: Path) -> None:
    (tmp_path / "moot.egg-info").mkdir()
    (tmp_path / "moot.egg-info" / "PKG-INFO").write_text("Name: moot\nVersion: 3\nLicense: MIT\n")
    assert only(tmp_path) == Installed("pypi", "moot", "3", "MIT", "MIT", "moot.egg-info/PKG-INFO")


@pytest.mark.parametrize("place", ["docs/METADATA", "moot.dist-info/RECORD", "moot.dist-info/x/METADATA"])
def test_other_files_of_a_package_are_left_alone(tmp_path: Path, place: str) -> None:
    (tmp_path / place).parent.mkdir(parents=True)
    (tmp_path / place).write_text("Name: moot\nLicense: MIT\n")
    assert installed(tmp_path) == []


def test_metadata_without_a_name_is_nobody_s(tmp_path: Path) -> None:
    (tmp_path / "moot.dist-info").mkdir()
    (tmp_path / "moot.dist-info" / "METADATA").write_text("Version: 1.0\nLicense: MIT\n")
    assert installed(tmp_path) == []


@pytest.mark.parametrize(
    ("text", "version", "expression"),
    [
        ('{"name": "moot", "version": 2, "license": "MIT"}', "", "MIT"),
        ('{"name": "moot", "version": "2", "licenses": [{"type": "MIT"}, {"type": "ISC"}]}', "2", ""),
        ('{"name": "moot", "version": "2"}', "2", ""),
        ('\ufeff{"name": "moot", "version": "2", "license": "MIT"}', "2", "MIT"),
    ],
    ids=["a version that is no text", "two licences", "no licence", "a byte order mark"],
)
def test_what_node_s_metadata_states(tmp_path: Path, text: str, version: str, expression: str) -> None:
    node(tmp_path, "moot", text)
    assert (only(tmp_path).version, only(tmp_path).expression) == (version, expression)


def test_a_scope_is_one_only_below_node_modules(tmp_path: Path) -> None:
    (tmp_path / "src" / "@ada" / "moot").mkdir(parents=True)
    (tmp_path / "src" / "@ada" / "moot" / "package.json").write_text('{"name": "moot", "license": "MIT"}')
    assert installed(tmp_path) == []


def test_packages_come_by_kind_name_and_version(tmp_path: Path) -> None:
    python(tmp_path, "a", "License: MIT")
    node(tmp_path, "b", '{"name": "b", "version": "2"}')
    node(tmp_path / "node_modules" / "b", "a", '{"name": "a"}')
    node(tmp_path / "node_modules" / "b", "b", '{"name": "b", "version": "1"}')
    assert [f"{each.type}/{each.name}@{each.version}" for each in installed(tmp_path)] == [
        "npm/a@", "npm/b@1", "npm/b@2", "pypi/a@1.0",
    ]  # fmt: skip


def test_a_text_beside_is_not_asked_where_the_metadata_says_enough(tmp_path: Path) -> None:
    node(tmp_path, "moot", '{"name": "moot", "license": "ISC"}')
    (tmp_path / "node_modules" / "moot" / "LICENSE").write_text(text_of("MIT"), encoding="utf-8")
    assert (only(tmp_path).expression, only(tmp_path).path) == ("ISC", "node_modules/moot/package.json")


def test_a_text_that_is_no_licence_leaves_what_the_metadata_says(tmp_path: Path) -> None:
    node(tmp_path, "moot", '{"name": "moot", "license": "SEE LICENSE"}')
    (tmp_path / "node_modules" / "moot" / "LICENSE").write_text("Ask Ada.")
    assert (only(tmp_path).words, only(tmp_path).path) == ("SEE LICENSE", "node_modules/moot/package.json")


def test_a_text_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "MIT"
    outside.write_text(text_of("MIT"), encoding="utf-8")
    node(tmp_path, "moot", '{"name": "moot"}')
    (tmp_path / "node_modules" / "moot" / "LICENSE").symlink_to(outside)
    assert only(tmp_path).expression == ""


def test_only_so_many_texts_are_compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_COMPARED", 1)
    for name in ("a", "b"):
        node(tmp_path, name, f'{{"name": "{name}"}}')
        (tmp_path / "node_modules" / name / "LICENSE").write_text(text_of("MIT"), encoding="utf-8")
    assert sorted(told(tmp_path).values()) == ["", "MIT"]


@pytest.mark.parametrize(("deepest", "found"), [(1, []), (2, ["npm/moot@"])])
def test_only_so_deep_folders_are_looked_into(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, deepest: int, found: list[str]
) -> None:
    """node_modules is one deep, the package itself two."""
    node(tmp_path, "moot", '{"name": "moot"}')
    monkeypatch.setattr(reading, "DEEPEST", deepest)
    assert list(told(tmp_path)) == found
