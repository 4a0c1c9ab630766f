"""The licences that installed packages state."""

from __future__ import annotations

from pathlib import Path

import pytest

from folkmoot.licences.installed import installed, normalized
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
