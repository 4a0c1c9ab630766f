"""What the files of a project say of its licence, for whoever asks."""

from __future__ import annotations

from checks.trees import ground
from folkmoot.views.licensing.in_files import licences_on
from views.licensing.trees_of_licences import MIT


def test_the_files_of_a_ground_are_read_once() -> None:
    files = ground({"LICENSE": MIT})
    first = licences_on(files)
    assert first.expression == "MIT"
    assert licences_on(files) is first


def test_a_project_without_a_licence_has_none() -> None:
    assert licences_on(ground({"main.c": "int main;\n"})).expression == ""
