"""The shapes of the JSON, as `docs/guides/proposals.md` tells them."""

import json
import re
from pathlib import Path

from folkmoot.govern.proposals.checking import check
from folkmoot.govern.proposals.plain_data import history_data, problem_data, reading_data
from folkmoot.govern.proposals.reading import read_proposals
from folkmoot.govern.timeline import read_history
from folkmoot.sources.git.repository import open_repository
from sources.git.repositories import Repository

from .documents import PATHS, PEP

GUIDE = Path(__file__).parents[3] / "docs" / "guides" / "proposals.md"


def keys(data: object) -> set[str]:
    """Give every key anywhere in the data."""
    if isinstance(data, dict):
        return set(data) | {key for value in data.values() for key in keys(value)}
    return {key for value in data for key in keys(value)} if isinstance(data, list) else set()


def test_every_key_is_told_in_the_guide(tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    made.commit(files={PATHS["pep"]: PEP.replace("Final", "Draft")})
    made.commit(files={PATHS["pep"]: PEP, "peps/pep-0013.rst": "Hats\n"})
    with open_repository(str(tmp_path)) as opened:
        reading = read_proposals(opened)
        history = read_history(opened, reading.layout)
    data = [
        reading_data(reading, reading.proposals),
        history_data(history),
        [problem_data(one) for one in check(reading, history)],
    ]
    told = set(re.findall(r"`(\w+)`", GUIDE.read_text(encoding="utf-8")))
    assert keys(data) - told == set()
    assert json.loads(json.dumps(data)) == data


def test_what_is_not_known_is_null(tmp_path: Path) -> None:
    Repository.create(tmp_path).commit(files={PATHS["rust"]: "- Start Date: N/A\n- Rust Issue: N/A\n"})
    with open_repository(str(tmp_path)) as opened:
        reading = read_proposals(opened)
        history = read_history(opened, reading.layout)
    (one,) = reading_data(reading, reading.proposals)["proposals"]
    assert (one["created"], one["delivery"], one["decision"]) == (None, None, "accepted")
    assert history_data(history)["days_to_decision"] == {
        "n": 0, "done": 0, "median": None, "p90": None, "median_with_waiting": None, "p90_with_waiting": None,
        "by_year": [], "by_kind": [],
    }  # fmt: skip
