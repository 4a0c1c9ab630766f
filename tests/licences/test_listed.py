"""The SPDX License List as the package holds it."""

import pytest

from folkmoot.licences.listed import list_version, shared_id, spdx_list, spellings


def test_the_version_is_told() -> None:
    assert list_version().count(".") >= 1
    assert list_version()[0].isdigit()


def test_the_whole_list_is_there() -> None:
    kinds = [entry.exception for entry in spdx_list().values()]
    assert kinds.count(False) > 700
    assert kinds.count(True) > 80


@pytest.mark.parametrize(
    ("identifier", "osi", "fsf"),
    [("MIT", True, True), ("JSON", False, False), ("0BSD", True, False), ("CC0-1.0", False, True)],
)
def test_approval_is_as_spdx_publishes_it(identifier: str, osi: bool, fsf: bool) -> None:
    entry = spdx_list()[identifier]
    assert (entry.osi, entry.fsf) == (osi, fsf)


def test_deprecated_identifiers_are_known_as_such() -> None:
    assert spdx_list()["GPL-3.0"].old
    assert not spdx_list()["GPL-3.0-only"].old


def test_exceptions_are_apart() -> None:
    assert spdx_list()["LLVM-exception"].exception


def test_case_does_not_matter() -> None:
    assert spellings()["apache-2.0"] == "Apache-2.0"


@pytest.mark.parametrize(
    ("identifier", "shared"),
    [
        ("GPL-3.0-only", "GPL-3.0"),
        ("LGPL-2.1-or-later", "LGPL-2.1"),
        ("GPL-2.0+", "GPL-2.0"),
        ("GFDL-1.3-no-invariants-or-later", "GFDL-1.3"),
        ("OFL-1.1-no-RFN", "OFL-1.1"),
        ("MPL-2.0-no-copyleft-exception", "MPL-2.0"),
        ("MIT", "MIT"),
    ],
)
def test_identifiers_of_one_text_share_a_name(identifier: str, shared: str) -> None:
    assert shared_id(identifier) == shared
