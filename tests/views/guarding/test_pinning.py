"""Commits of actions' versions out of clones that somebody named."""

from __future__ import annotations

from pathlib import Path

import pytest

from folkmoot.model.errors import UsageError
from folkmoot.views.guarding.pinning import KnownClones
from sources.git.repositories import Repository


@pytest.fixture
def action(tmp_path: Path) -> Repository:
    made = Repository.create(tmp_path / "known" / "checkout")
    made.commit(files={"action.yml": "runs: {}"})
    made.tag("v4.1.0")
    made.commit(files={"action.yml": "runs: {using: node}"})
    made.tag("v4.2.0")
    made.ref("refs/tags/v4", made.head)
    config = made.place / "config"
    config.write_text(config.read_text() + '[remote "origin"]\n\turl = https://github.com/actions/checkout\n')
    return made


def test_a_tag_is_the_commit_it_leads_to_by_its_most_exact_name(action: Repository) -> None:
    for place in (action.place, action.place.parent):
        pin = KnownClones([place]).pin("Actions/Checkout", "v4")
        assert pin is not None
        assert (pin.commit, pin.version) == (action.head, "v4.2.0")
        assert str(action.place) in pin.source


def test_an_annotated_tag_gives_its_commit_and_not_itself(action: Repository) -> None:
    pin = KnownClones([action.place]).pin("actions/checkout", "v4.1.0")
    assert pin is not None
    assert action.run("cat-file", "-t", pin.commit) == "commit"
    assert pin.version == "v4.1.0"


def test_what_is_not_tagged_is_not_known(action: Repository) -> None:
    known = KnownClones([action.place])
    assert known.pin("actions/checkout", "v5") is None
    assert known.pin("actions/checkout", "main") is None
    assert known.pin("actions/cache", "v4") is None


def test_a_folder_without_clones_is_refused(tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(UsageError):
            KnownClones([place])
