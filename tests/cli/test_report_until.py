"""`folkmoot report --until`: an earlier day is told of by the files of that day too."""

import json
from pathlib import Path

from sources.git.repositories import START, Repository

from .conftest import Call

DAY = 86_400


def test_what_a_readme_says_later_does_not_end_a_project_earlier(call: Call, tmp_path: Path) -> None:
    made = Repository.create(tmp_path / "hall")
    for day in range(60):
        made.commit(files={"README.md": f"# Hall\n\nDay {day}.\n"}, at=START + day * DAY)
    made.commit(files={"README.md": "# Hall\n\nThis project is no longer maintained.\n"}, at=START + 90 * DAY)
    asked = ("report", made.place, "--page", "overview", "--format", "json")

    assert "declared-end" in raised(call, *asked)
    earlier = raised(call, *asked, "--until", "2024-01-28")
    assert "declared-end" not in earlier
    assert "few-carry-it" in earlier


def raised(call: Call, *asked: object) -> list[str]:
    """Give the ids of the findings on the agenda."""
    panels = json.loads(call(*asked).out)["pages"][0]["panels"]
    return [finding["id"] for panel in panels if panel["id"] == "agenda" for finding in panel["findings"]]
