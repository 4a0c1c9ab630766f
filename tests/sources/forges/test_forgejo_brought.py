"""What came to a Forgejo or Gitea together with its project, from another forge."""

from __future__ import annotations

from datetime import datetime

import pytest

from folkmoot.model.forge import NOBODY, Item
from sources.forges.rest_at_hand import Talk, of, read
from sources.forges.rest_worlds import day, forgejo, story

ROOT = "repos/ada/loom"


@pytest.mark.parametrize(
    ("original", "seconds", "is_anybodys"),
    [("https://elsewhere.example/a/b", 1, False), ("https://elsewhere.example/a/b", 0, True), ("", 1, True)],
)
def test_a_change_older_than_its_project_came_from_elsewhere(
    original: str, seconds: int, is_anybodys: bool
) -> None:
    """It names no original author; many a forge shows it as that of whoever brought the project."""
    forge = forgejo(story(issues=1, changes=1))
    opened = forge.rows[f"{ROOT}/pulls"][0]["created_at"]
    at = int(datetime.fromisoformat(opened).timestamp()) + seconds
    forge.rows[ROOT] |= {"original_url": original, "created_at": day(at)}
    talk = Talk()
    change = next(item for item in of(read(forge, talk=talk), Item) if item.is_change)
    assert (change.author != NOBODY) is is_anybodys
    assert any("brought here from elsewhere" in told for told in talk.told) is bool(original)
