"""Tags that name a version, whatever they point to."""

from pathlib import Path

import pytest

from folkmoot.sources.git.command import Git
from folkmoot.sources.git.tags import Tag, is_prerelease, is_version, made_at_once, tags
from sources.git.repositories import ADA, BOB, START, Repository


@pytest.fixture
def made(tmp_path: Path) -> Repository:
    made = Repository.create(tmp_path / "r")
    made.commit(files={"a": "1\n"})
    return made


def found(made: Repository) -> dict[str, Tag]:
    return {tag.name: tag for tag in tags(Git(made.place))}


@pytest.mark.parametrize(
    "name",
    ["v1.0", "1.0", "1.0.0-rc1", "v7", "release-1.2", "pkg@1.2.3", "folk-2.1", "r5", "2024.01",
     "40.beta", "44.rc", "10-rc2"],
)  # fmt: skip
def test_versions_are_told(name: str) -> None:
    assert is_version(name)


@pytest.mark.parametrize("name", ["latest", "nightly", "before-rewrite", "x64", "stable", "", "40", "40.x"])
def test_other_names_are_none(name: str) -> None:
    assert not is_version(name)


@pytest.mark.parametrize(
    ("name", "is_pre"),
    [("v1.0", False), ("1.0rc1", True), ("v2.0.0-beta.3", True), ("1.0a2", True), ("2.0-alpha", True),
     ("beta-tools-1.0", False), ("1.0.dev3", True), ("v1.0-final", False), ("3.0.0-next.1", True),
     ("rc-8_22_0-2", True), ("folk-beta1.0", True), ("dev_v1.0", True), ("devtools-1.0", False),
     ("v8.5.4-20260722-ed5657c", False), ("v8.5.4-20260713-53721a2", False), ("v1.2-gb294f28", False),
     ("v2026.8.21-pr5113.1", True), ("pkg@1.0.6-temp.0", True), ("v2023.9.8-own-branch.9", True),
     ("1.0.0-final.2", False), ("v1.21.5-gke.1302", False), ("v2.2.4-patch1", False), ("3.4.1-jre8", False),
     ("project-1.2.3", False),
     ("v1.2-beta1-ed5657c", True), ("v6.3.0-20230322-TEST", True), ("v1.0-testing-tools", False),
     ("40.beta", True), ("44.rc", True), ("1.3.0.c", True), ("1.3.0.g", True), ("1.3.0d", False),
     ("2.x.d", False)],
)  # fmt: skip
def test_pre_releases_say_so_beside_their_numbers(name: str, is_pre: bool) -> None:
    assert is_prerelease(name) is is_pre


def test_a_letter_mends_a_version_that_was_there_already(made: Repository) -> None:
    made.tag("1.8", at=START)
    made.tag("1.8a", at=START + 5)
    made.tag("1.8c", at=START + 6)
    made.tag("1.8rc", at=START + 7)
    assert [name for name, tag in found(made).items() if tag.is_prerelease] == ["1.8rc"]


def test_a_letter_before_its_version_is_an_alpha_or_a_beta(made: Repository) -> None:
    made.tag("1.9a", at=START)
    made.tag("1.9b1", at=START + 5)
    made.tag("1.9", at=START + 5)
    made.tag("2.0b", at=START + 6)
    assert [name for name, tag in found(made).items() if tag.is_prerelease] == ["1.9a", "1.9b1", "2.0b"]


def test_a_version_tagged_with_and_without_a_v_is_one_release_made_when_the_first_tag_was(
    made: Repository,
) -> None:
    later = {"1.0": 0, "v1.0": 9, "v1.1": 20, "1.1": 21, "1.2": 30, "V1.2": 30, "tool-1.0": 5}
    for name, seconds in later.items():
        made.tag(name, at=START + seconds)
    assert {name: tag.at - START for name, tag in found(made).items()} == {
        "1.0": 0, "v1.1": 20, "1.2": 30, "tool-1.0": 5,
    }  # fmt: skip


def test_an_annotated_tag_says_who_and_when(made: Repository) -> None:
    made.tag("v1.0", who=BOB, at=START + 5, offset="-0330")
    assert found(made) == {"v1.0": Tag("v1.0", made.head, BOB.encode(), START + 5, -210, False, START)}


def test_a_light_tag_has_the_time_of_its_commit(made: Repository) -> None:
    made.ref("refs/tags/v1.0", made.head)
    assert found(made) == {"v1.0": Tag("v1.0", made.head, b"", START, 0, False)}


def test_tags_of_trees_and_blobs_point_to_no_commit(made: Repository) -> None:
    made.tag("v1.0-tree", made.tree(), kind="tree")
    made.tag("v1.0-blob", made.blob("1\n"), kind="blob")
    made.ref("refs/tags/v1.1-blob", made.blob("1\n"))
    assert {name: tag.sha == made.head for name, tag in found(made).items()} == dict.fromkeys(
        ["v1.0-blob", "v1.0-tree", "v1.1-blob"], False
    )
    assert found(made)["v1.1-blob"].at == 0


def test_tags_of_tags_lead_to_their_commit(made: Repository) -> None:
    inner = made.tag("inner", at=START)
    middle = made.tag("v1.0", inner, kind="tag", at=START + 1)
    made.tag("v2.0", middle, kind="tag", at=START + 2)
    file = made.blob("1\n")
    leaf = made.tag("leaf", file, kind="blob")
    made.tag("v3.0", leaf, kind="tag")
    shas = {name: tag.sha for name, tag in found(made).items()}
    assert shas.pop("v3.0") in {leaf, file}  # as far as git goes by itself
    assert shas == {"v1.0": made.head, "v2.0": made.head}


def test_a_tag_named_like_an_option_is_read(made: Repository) -> None:
    made.ref("refs/tags/--exec=touch-1.0", made.head)
    assert list(found(made)) == ["--exec=touch-1.0"]


def test_a_damaged_tag_costs_only_itself(made: Repository) -> None:
    for number in range(12):
        made.ref(f"refs/tags/v1.{number}", made.head)
    bad = made.tag("v2.0")
    (made.place / "objects" / bad[:2] / bad[2:]).unlink()
    assert sorted(found(made)) == sorted(f"v1.{number}" for number in range(12))


def test_a_tag_without_a_tagger_and_with_a_broken_date(made: Repository) -> None:
    for name, line in (("v1.0", ""), ("v1.1", f"tagger {ADA} nonsense\n")):
        body = f"object {made.head}\ntype commit\ntag {name}\n{line}\nNews\n".encode()
        stored = made.run("hash-object", "-t", "tag", "-w", "--literally", "--stdin", stdin=body)
        made.ref(f"refs/tags/{name}", stored)
    assert [tag.at for tag in found(made).values()] == [0, 0]


def test_names_in_other_encodings_are_read(made: Repository) -> None:
    packed = (
        b"# pack-refs with: peeled fully-peeled sorted\n" + made.head.encode() + b" refs/tags/caf\xe9-1.0\n"
    )
    (made.place / "packed-refs").write_bytes(packed)
    assert [tag.sha for tag in found(made).values()] == [made.head]


def test_tags_are_made_at_once_where_no_more_than_a_minute_lies_between_two(made: Repository) -> None:
    for number in range(5):
        made.tag(f"v1.{number}", at=START + 60 * number)
        made.tag(f"v2.{number}", at=START + 3600 + 61 * number)
    made.ref("refs/tags/v1.9", made.head)
    assert [[tag.name for tag in group] for group in made_at_once(found(made).values())] == [
        ["v1.0", "v1.1", "v1.2", "v1.3", "v1.4"]
    ]
