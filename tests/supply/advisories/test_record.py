"""Records in the OSV format: what is taken from them, and what hostile ones are."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.supply.advisories import record as record_module
from folkmoot.supply.advisories.matching import judge
from folkmoot.supply.advisories.record import Range, UnreadableRecordError, read_record
from supply.advisories.records import record

VECTOR = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H"


def test_a_record_is_taken_apart() -> None:
    read = read_record(
        record(
            aliases=["CVE-2030-1", "GHSA-aaaa-bbbb-cccc"],
            severity=[{"type": "CVSS_V3", "score": VECTOR}],
            versions=["1.0.0"],
        )
    )
    assert read.names == ("HALL-2030-1", "CVE-2030-1", "GHSA-aaaa-bbbb-cccc")
    assert (read.score, read.vector, read.summary) == (7.5, VECTOR, "moot reads past the end")
    (affected,) = read.affected
    assert (affected.ecosystem, affected.package, affected.versions) == ("npm", "moot", ("1.0.0",))
    assert affected.ranges == (Range(True, (("introduced", "0"), ("fixed", "1.2.0"))),)


def test_the_time_is_that_of_the_last_change() -> None:
    assert read_record(record(modified="2029-05-01T00:00:00Z")).modified == 1872288000
    assert (
        read_record(record(modified="0001-01-01T00:00:00Z", published="1970-01-02T00:00:00Z")).modified
        == 86400
    )


@pytest.mark.parametrize("time", ["soon", "99999-01-01T00:00:00Z", "", None, 7, "2029-13-01T00:00:00Z"])
def test_a_time_that_is_none_is_not_known(time: object) -> None:
    assert read_record(record(modified=time)).modified == 0


def test_what_was_withdrawn_says_so() -> None:
    assert read_record(record(withdrawn="2029-06-01T00:00:00Z")).is_withdrawn
    assert not read_record(record()).is_withdrawn


def test_the_word_of_the_database_is_taken_where_no_vector_can_be_scored() -> None:
    read = read_record(
        record(
            severity=[{"type": "CVSS_V4", "score": "CVSS:4.0/AV:N"}],
            database_specific={"severity": "MODERATE"},
        )
    )
    assert (read.score, read.vector, read.word) == (None, "CVSS:4.0/AV:N", "medium")


def test_the_highest_of_several_scores_counts() -> None:
    vectors = [VECTOR, "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", "CVSS:4.0/AV:N"]
    assert read_record(record(severity=[{"score": each} for each in vectors])).score == 9.8


def test_a_severity_of_the_package_counts_where_the_record_has_none() -> None:
    told = record()
    told["affected"][0]["severity"] = [{"type": "CVSS_V3", "score": VECTOR}]
    assert read_record(told).score == 7.5


def test_ranges_of_commits_are_left_to_git() -> None:
    told = record()
    told["affected"][0]["ranges"].append({"type": "GIT", "repo": "x", "events": [{"introduced": "0"}]})
    assert len(read_record(told).affected[0].ranges) == 1


def test_a_package_without_ranges_and_versions_is_not_affected() -> None:
    assert read_record(record(events=())).affected == ()


def test_a_package_named_by_its_url_alone_is_found() -> None:
    told = record()
    told["affected"][0]["package"] = {"purl": "pkg:pypi/Moot_Hall"}
    assert read_record(told).affected[0][:2] == ("PyPI", "moot-hall")


def test_the_summary_is_one_line_of_the_details_where_there_is_none() -> None:
    assert (
        read_record(record(summary="", details="It reads\npast the end.\n\nMore.")).summary
        == "It reads past the end."
    )
    assert len(read_record(record(summary="long " * 900)).summary) == 300


def test_control_characters_do_not_come_through() -> None:
    read = read_record(record(summary="a\x1b[2Jb\u202ec", package="mo\x00ot", versions=["1\ud8000"]))
    assert read.summary == "a [2Jb c"
    assert read.affected[0].package == "mo ot"
    assert read.affected[0].versions == ("1?0",)


@pytest.mark.parametrize(
    "affected",
    [
        {
            "package": {"ecosystem": "npm", "name": "moot"},
            "versions": ["1"],
            "database_specific": {"informational": kind},
        }
        for kind in ("unmaintained", "unsound", "notice")
    ],
)
def test_what_is_no_hole_says_what_it_is(affected: dict[str, Any]) -> None:
    told = record() | {"affected": [affected]}
    assert read_record(told).kind == affected["database_specific"]["informational"]


def test_a_package_made_to_do_harm_is_known_by_its_id() -> None:
    assert read_record(record("MAL-2030-1")).kind == "malicious"
    assert read_record(record()).kind == ""


def test_import_paths_are_kept_where_only_some_are_affected() -> None:
    told = record(ecosystem="Go")
    told["affected"][0]["ecosystem_specific"] = {
        "imports": [{"path": "a/b"}, {"path": "a/c"}, {"symbols": ["x"]}]
    }
    assert read_record(told).affected[0].imports == ("a/b", "a/c")


@pytest.mark.parametrize(
    "told",
    [
        None,
        7,
        [],
        "x",
        {},
        {"id": 7},
        {"id": ""},
        {"id": "\x1b[0m"},
        {"id": "../../etc/passwd"},
        {"id": "A-" + "x" * 200},
    ],
)
def test_what_is_no_record_is_refused(told: object) -> None:
    with pytest.raises(UnreadableRecordError, match="no id"):
        read_record(told)


def test_a_record_of_endless_versions_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(record_module, "MOST_MARKS", 10)
    with pytest.raises(UnreadableRecordError, match="more versions"):
        read_record(record(versions=[str(number) for number in range(9)]))


def test_a_record_of_endless_aliases_is_refused() -> None:
    with pytest.raises(UnreadableRecordError, match="aliases"):
        read_record(record(aliases=[f"CVE-2030-{number}" for number in range(500)]))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
FIELDS = [
    "aliases", "affected", "package", "ecosystem", "name", "purl", "ranges", "type", "events", "introduced",
    "fixed", "versions", "modified", "severity", "score", "summary", "details", "withdrawn",
    "database_specific", "ecosystem_specific", "imports", "path", "informational", "published",
]  # fmt: skip
SHAPED = st.recursive(
    JSON,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(FIELDS), inner, max_size=6),
    max_leaves=25,
)


@given(st.dictionaries(st.sampled_from(FIELDS), SHAPED, max_size=10))
def test_whatever_the_fields_hold_a_record_is_read_or_refused(told: dict[str, Any]) -> None:
    try:
        read = read_record(told | {"id": "HALL-2030-1"})
    except UnreadableRecordError:
        return
    assert read.id == "HALL-2030-1"
    # Everything kept can be written down: no half characters, nothing that is no text.
    json.dumps(read, ensure_ascii=False).encode("utf-8")


@pytest.mark.parametrize(
    ("known", "affected"),
    [
        ("< 3.0.0", ["2.26.11", "2.30.0"]),
        ("<= 3.0.0", ["2.26.11", "2.30.0", "3.0.0"]),
        (None, ["2.26.11", "2.30.0", "3.0.0", "3.28.3"]),
        ("> 1, < 2", ["2.26.11", "2.30.0", "3.0.0", "3.28.3"]),
        (["< 3.0.0"], ["2.26.11", "2.30.0", "3.0.0", "3.28.3"]),
    ],
)
def test_githubs_last_known_version_ends_a_range_that_nothing_mends(
    known: object, affected: list[str]
) -> None:
    told = record(ecosystem="GitHub Actions", package="ada/act", kind="ECOSYSTEM",
                  events=[{"introduced": "2.26.11"}])  # fmt: skip
    told["affected"][0]["database_specific"] = {"last_known_affected_version_range": known}
    (read,) = read_record(told).affected
    versions = ["2.0.0", "2.26.11", "2.30.0", "3.0.0", "3.28.3"]
    assert [version for version in versions if judge(version, read).is_affected] == affected
    assert judge("2.30.0", read).fixed == ""


def test_a_range_with_an_end_of_its_own_keeps_it() -> None:
    told = record()
    told["affected"][0]["database_specific"] = {"last_known_affected_version_range": "<= 9"}
    assert read_record(told).affected[0].ranges[0].events == (("introduced", "0"), ("fixed", "1.2.0"))


def test_a_record_as_github_publishes_it_is_read() -> None:
    told = read_record(
        {
            "schema_version": "1.4.0",
            "id": "GHSA-hall-0000-moot",
            "modified": "2026-01-02T03:04:05Z",
            "aliases": ["CVE-2030-0001"],
            "summary": "moot reads past the end",
            "severity": [
                {
                    "type": "CVSS_V4",
                    "score": "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N",
                }
            ],
            "affected": [
                {
                    "package": {"ecosystem": "RubyGems", "name": "moot"},
                    "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "1.2.1"}]}],
                }
            ],
            "database_specific": {"cwe_ids": ["CWE-22"], "severity": "HIGH", "github_reviewed": True},
        }
    )
    assert (told.names, told.score, told.word) == (("GHSA-hall-0000-moot", "CVE-2030-0001"), 8.7, "high")
    assert [judge(version, told.affected[0]).is_affected for version in ("1.2.0", "1.2.1")] == [True, False]


def test_what_is_said_of_commits_is_kept_beside_what_is_said_of_versions() -> None:
    told = record()
    told["affected"][0]["ranges"] += [
        {
            "type": "GIT",
            "repo": "https://Example.org/Ada/Moot.git",
            "events": [{"introduced": "0"}, {"fixed": "a" * 40}],
        },
        {"type": "GIT", "repo": 7, "events": [{"introduced": "0"}]},
        {"type": "GIT", "repo": "nowhere", "events": [{"introduced": "0"}]},
    ]
    package, commits = read_record(told).affected
    assert (package.ecosystem, commits.ecosystem, commits.package) == ("npm", "GIT", "example.org/ada/moot")
    assert commits.ranges[0].events == (("introduced", "0"), ("fixed", "a" * 40))
