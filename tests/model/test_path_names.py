"""Names of folders of tests, by which other floors leave files out."""

import pytest

from folkmoot.model.path_names import is_for_tests


@pytest.mark.parametrize("path", ["tests/a.py", "src/Test/a.c", "pkg/testdata/x/y.json", "a/__mocks__/b.js"])
def test_what_lies_in_a_folder_of_tests_is_for_tests(path: str) -> None:
    assert is_for_tests(path)


@pytest.mark.parametrize("path", ["test.py", "src/test_a.py", "attestation/a.py", "latest/a", ""])
def test_a_file_is_not_for_tests_by_its_own_name(path: str) -> None:
    assert not is_for_tests(path)
