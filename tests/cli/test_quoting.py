"""What is quoted from a project's own files names nobody who opted out."""

from __future__ import annotations

from pathlib import Path

import pytest

from sources.git.repositories import ADA, Repository

from .conftest import Call

SIGNING = "on: release\njobs:\n  a:\n    steps:\n    - run: gpg --detach-sign x # @zqzelda, z@quirk.example\n"


@pytest.mark.parametrize("form", ["text", "json", "sarif", "markdown"])
def test_whoever_opted_out_is_named_in_no_line_that_is_quoted(
    call: Call, project: Repository, form: str
) -> None:
    """Of them no store knows: the list of hashes is asked about each word that looks like a login."""
    project.commit(ADA, "Sign\n", {".github/workflows/release.yml": SIGNING})
    asked = ("check", project.place, "--profile", "osps-3", "--format")
    words = ("zqzelda", "z@quirk.example")
    assert all(word in call(*asked, "json").out for word in words)
    assert call("people", "opt-out", "@zqzelda", "z@quirk.example").code == 0
    assert [word for word in words if word in call(*asked, form).out] == []


def test_whoever_opted_out_is_named_in_no_report_that_quotes(
    call: Call, project: Repository, own_folders: Path
) -> None:
    project.commit(ADA, "Sign\n", {".github/workflows/release.yml": SIGNING})
    assert call("report", project.place, "-o", "before.json").code == 0
    assert "zqzelda" in (own_folders / "before.json").read_text()
    assert call("people", "opt-out", "@zqzelda").code == 0
    assert call("report", project.place, "-o", "after.json").code == 0
    assert "zqzelda" not in (own_folders / "after.json").read_text()
