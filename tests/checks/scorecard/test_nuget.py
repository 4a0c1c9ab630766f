"""Whether .NET projects lock what they restore."""

import pytest

from folkmoot.checks.scorecard._nuget import BrokenProjectError, central_versions, is_fixed, locks_restore


def project(inner: str) -> bytes:
    return f'<?xml version="1.0"?>\n<Project Sdk="x">{inner}</Project>'.encode()


def group(value: str) -> str:
    return f"<PropertyGroup><RestoreLockedMode>{value}</RestoreLockedMode></PropertyGroup>"


@pytest.mark.parametrize(
    ("value", "expected"), [("true", True), (" True\n", True), ("1", True), ("false", False), ("", False)]
)
def test_a_project_says_whether_it_locks(value: str, expected: bool) -> None:
    assert locks_restore(project(group(value))) is expected


def test_one_of_several_groups_is_enough() -> None:
    assert locks_restore(project(group("false") + group("true")))


@pytest.mark.parametrize(
    "inner", ["", "<RestoreLockedMode>true</RestoreLockedMode>", f"<When>{group('true')}</When>"]
)
def test_elsewhere_it_means_nothing(inner: str) -> None:
    assert not locks_restore(project(inner))


@pytest.mark.parametrize(
    "content",
    [
        b"", b"no xml", b"<Project>", b"<Other/>", project(group("yes")), b"\xff\xfe\x00",
        b'<!DOCTYPE x [<!ENTITY a "b">]><Project>&a;</Project>',
        b"<Project>" * 5000,
        b'<?xml version="1.0" encoding="nonsense"?><Project/>',
    ],
)  # fmt: skip
def test_what_is_no_project_is_refused(content: bytes) -> None:
    with pytest.raises(BrokenProjectError):
        locks_restore(content)


def test_versions_are_read_where_they_are_managed_centrally() -> None:
    versions = (
        '<ItemGroup><PackageVersion Include="a" Version="[1.0]"/><PackageVersion Include="b"/></ItemGroup>'
    )
    flag = (
        "<PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>"
    )
    assert central_versions(project(flag + versions)) == ["[1.0]", ""]
    assert central_versions(project(versions)) is None


@pytest.mark.parametrize(
    ("version", "expected"), [("[1.2.3]", True), ("1.2.3", False), ("[1.0,2.0]", False), ("[]", False)]
)
def test_a_fixed_version_stands_in_brackets(version: str, expected: bool) -> None:
    assert is_fixed(version) is expected
