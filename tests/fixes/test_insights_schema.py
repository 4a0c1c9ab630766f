"""What we say about our own security, and what the fix writes, against the schema that OpenSSF publishes."""

from __future__ import annotations

import os
import subprocess
from functools import cache
from pathlib import Path

import pytest
import yaml

from fixes.benches import bench
from fixes.insights_schema import Schema
from fixes.test_security_insights import ANSWERS, FILES
from folkmoot.fixes.security_insights import propose

ROOT = Path(__file__).parents[2]
OURS = ROOT / ".github/security-insights.yml"
SMALL = """#URL: =~"^https?://[^\\\\s]+$"
#Link: {
	// where
	uri: #URL
	comment?: string @go(Comment)
}
#SecurityInsights: {
	links: [#Link, ...] @go(Links)
	"kind": "a" | "b"
}
"""


@cache
def schema() -> Schema:
    place = Path(os.environ.get("FOLKMOOT_REAL_REPOSITORIES", "")) / "ossf+security-insights" / "repo"
    if not place.is_dir():
        pytest.skip("FOLKMOOT_REAL_REPOSITORIES does not hold ossf+security-insights")
    shown = ["git", "-C", str(place), "show", "HEAD:spec/schema.cue"]
    return Schema(subprocess.run(shown, check=True, capture_output=True, text=True).stdout)


def test_the_reader_of_the_schema_tells_what_is_wrong() -> None:
    small = Schema(SMALL)
    assert list(small.problems({"kind": "a", "links": [{"uri": "https://a.test"}]})) == []
    assert list(small.problems({"kind": "c", "links": [{"uri": "a", "more": 1}]})) == [
        '.kind: \'c\' is no "a" | "b"',
        ".links.0.more: not in the schema",
        ".links.0.uri: 'a' is no =~\"^https?://[^\\\\s]+$\"",
    ]
    assert list(small.problems({"links": []})) == [".kind: missing", ".links: empty"]


def test_what_we_say_about_ourselves_is_valid() -> None:
    assert list(schema().problems(yaml.safe_load(OURS.read_text()))) == []


def test_what_the_fix_writes_with_every_answer_is_valid() -> None:
    (edit,) = propose(bench(FILES, ANSWERS)).edits
    assert list(schema().problems(yaml.safe_load(edit.after))) == []


def test_we_name_nobody_and_no_address_that_is_not_there() -> None:
    told = yaml.safe_load(OURS.read_text())
    assert "contact" not in told["project"]["vulnerability-reporting"]
    assert {one["name"] for one in told["project"]["administrators"]} == {"founders"}
    assert "@" not in OURS.read_text()


def test_what_we_call_ours_is_there() -> None:
    told = yaml.safe_load(OURS.read_text())
    assert (ROOT / told["repository"]["security"]["assessments"]["self"]["name"]).is_file()
    assert (ROOT / told["header"]["url"].removeprefix("https://folkmoot.invalid/")).is_file()
