"""What registries say, out of local files, in each registry's own form."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from folkmoot.model.errors import SourceError
from folkmoot.model.purl import parse_purl
from folkmoot.supply.registry_data import read_registry_data

NPM = {
    "name": "@s/a",
    "time": {
        "created": "2019-01-01T00:00:00Z",
        "1.0.0": "2020-01-01T00:00:00Z",
        "2.0.0": "2022-01-01T00:00:00.000Z",
        "3.0.0-beta.1": "2023-01-01T00:00:00Z",
        "1.0.1": "2024-01-01T00:00:00Z",
        "9.0.0": "2021-01-01T00:00:00Z",
    },
    "versions": {"9.0.0": {"deprecated": "broken"}},
}
PYPI = {
    "info": {"name": "Zope_Tool"},
    "releases": {
        "1.0": [{"upload_time_iso_8601": "2020-01-01T00:00:00Z"}],
        "2.0": [{"upload_time_iso_8601": "2021-01-01T00:00:00Z", "yanked": True}],
        "3.0rc1": [{"upload_time_iso_8601": "2022-01-01T00:00:00Z"}],
        "1.10": [{"upload_time_iso_8601": "2020-06-01T00:00:00Z"}],
        "0.1": [],
    },
}
CRATES = {
    "crate": {"id": "regex"},
    "versions": [
        {"num": "1.5.1", "created_at": "2021-05-01T00:00:00Z"},
        {"num": "1.9.0", "created_at": "2023-07-01T00:00:00Z", "yanked": True},
        {"num": "1.8.0", "created_at": "2023-01-01T00:00:00Z", "yanked": False},
    ],
}
PACKAGIST = {"packages": {"psr/log": [{"version": "3.0.0", "time": "2021-07-14T16:46:02+00:00"}]}}


def written(place: Path, **told: Any) -> Path:
    for name, value in told.items():
        (place / f"{name}.json").write_text(value if isinstance(value, str) else json.dumps(value))
    return place


@pytest.mark.parametrize(
    ("told", "package", "newest"),
    [
        (NPM, "pkg:npm/@s/a", "2.0.0"),
        (PYPI, "pkg:pypi/zope-tool", "1.10"),
        (CRATES, "pkg:cargo/regex", "1.8.0"),
        (PACKAGIST, "pkg:composer/psr/log", "3.0.0"),
    ],
)
def test_the_newest_is_the_highest_stable_version_that_is_still_offered(
    told: dict[str, Any], package: str, newest: str, tmp_path: Path
) -> None:
    found, unread = read_registry_data(written(tmp_path, told=told))
    assert unread == 0
    assert found[parse_purl(package)].newest == newest


def test_times_are_kept_for_withdrawn_versions_too(tmp_path: Path) -> None:
    found, _ = read_registry_data(written(tmp_path, a=NPM) / "a.json")
    assert found[parse_purl("pkg:npm/@s/a")].times["9.0.0"] == 1_609_459_200
    assert "created" not in found[parse_purl("pkg:npm/@s/a")].times


def test_files_that_tell_nothing_are_counted(tmp_path: Path) -> None:
    place = written(tmp_path, a="{", b="[]", c={"name": "x"}, d={"time": {}, "name": ""}, e={"packages": {}})
    (place / "link.json").symlink_to("/etc/passwd")
    found, unread = read_registry_data(place)
    assert (found, unread) == ({}, 6)


def test_a_place_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="There is no"):
        read_registry_data(tmp_path / "no")
