"""Final versions are told from those that were only announced."""

from folkmoot.model.released import Released, VersionTag


def test_versions_leave_out_prereleases() -> None:
    tags = (VersionTag("v2.0.0rc1", is_prerelease=True), VersionTag("v1.0.0"))
    assert [tag.name for tag in Released(tags).versions] == ["v1.0.0"]


def test_no_tags_are_no_versions() -> None:
    assert Released().versions == ()
