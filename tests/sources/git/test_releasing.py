"""Version tags with their signatures, and what the last year's commits carry."""

from __future__ import annotations

from pathlib import Path

import pytest

from folkmoot.model.released import Released
from folkmoot.sources.git.releasing import released_of
from folkmoot.sources.git.repository import Options, open_repository
from sources.git.repositories import BOB, DAY, START, Repository

SSH = "-----BEGIN SSH SIGNATURE-----\nU1NIU0lH\n-----END SSH SIGNATURE-----\n"
PGP = "-----BEGIN PGP SIGNATURE-----\n\niQIz\n-----END PGP SIGNATURE-----\n"


def read(made: Repository) -> Released:
    with open_repository(str(made.place), Options(offline=True)) as opened:
        return released_of(opened)


def tagged(made: Repository, name: str, at: int, signature: str = "") -> None:
    """Write an annotated tag as git does, with a signature or without."""
    body = f"object {made.head}\ntype commit\ntag {name}\ntagger {BOB} {at} +0000\n\n{name}\n{signature}"
    made.run("update-ref", f"refs/tags/{name}", made.object("tag", body.encode()))


def test_tags_come_newest_first_with_their_kind_of_signature(tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    made.commit()
    tagged(made, "v1.0.0", START)
    tagged(made, "v1.1.0", START + DAY, SSH)
    tagged(made, "v2.0.0rc1", START + 2 * DAY, PGP)
    told = read(made)
    assert [(tag.name, tag.signed) for tag in told.tags] == [
        ("v2.0.0rc1", "pgp"), ("v1.1.0", "ssh"), ("v1.0.0", ""),
    ]  # fmt: skip
    assert [tag.name for tag in told.versions] == ["v1.1.0", "v1.0.0"]
    assert all(tag.is_annotated for tag in told.tags)
    assert told.tags[2].made_at == START


def test_a_letter_behind_a_released_version_is_a_version(tmp_path: Path) -> None:
    made = Repository.create(tmp_path / "r")
    made.commit()
    tagged(made, "3.7", START)
    tagged(made, "3.7a", START + DAY)
    tagged(made, "3.8a", START + DAY)
    assert [tag.name for tag in read(made).versions] == ["3.7a", "3.7"]


def test_tags_that_name_no_version_are_left_out(tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    made.commit()
    made.run("update-ref", "refs/tags/stable", made.head)
    made.run("update-ref", "refs/tags/1.0.0", made.head)
    (tag,) = read(made).tags
    assert (tag.name, tag.is_annotated, tag.signed) == ("1.0.0", False, "")


def test_the_year_before_the_newest_commit_is_counted(tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    made.at = START - 400 * DAY
    made.commit(message="Long ago\n\nSigned-off-by: Ada <ada@example.org>\n")
    made.at = START
    made.commit(message="One\n\nSigned-off-by: Ada <ada@example.org>\n")
    made.commit(BOB, "Two\n")
    told = read(made)
    assert (told.commits, told.signed_off, told.authors) == (2, 1, 2)


def test_one_person_is_alone_until_another_is_seen_in_a_commit_or_a_change(tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    made.commit(BOB, at=START)
    made.commit(BOB, at=START + 400 * DAY)
    assert read(made).is_solitary
    made.ref("refs/pull/1/head", made.head)
    assert not read(made).is_solitary
    made.run("update-ref", "-d", "refs/pull/1/head")
    made.commit(at=START + 401 * DAY)
    made.commit(BOB, at=START + 900 * DAY)
    assert (read(made).authors, read(made).is_solitary) == (1, False)


def test_sign_offs_count_mid_way_and_behind_written_out_line_breaks(tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    made.commit(message="One (#1)\n\n* a\n\nsigned-off-by: Ada <ada@example.org>\n\n* b\n\nMore of it.\n")
    made.commit(message="Two (#2)\n\n" + r"close #1\n\nSigned-off-by: Ada <ada@example.org>" + "\n")
    made.commit(message="Three\n\nNot Signed-off-by: Ada <ada@example.org>\n\nSigned-off-by:\n")
    told = read(made)
    assert (told.commits, told.signed_off) == (3, 2)


def test_programs_do_not_count(tmp_path: Path) -> None:
    """A dependency updater signs off all it does, which says nothing about contributors."""
    made = Repository.create(tmp_path)
    made.commit(message="One\n")
    for number in range(3):
        made.commit(BOB, f"Bump {number}\n\nSigned-off-by: Bob <bob@example.org>\n")
    with open_repository(str(made.place), Options(offline=True)) as opened:
        told = released_of(opened, lambda fact: f"{fact.name} <{fact.email}>" == BOB)
    assert (told.commits, told.signed_off, told.authors) == (1, 0, 1)


def test_an_empty_repository_has_released_nothing(tmp_path: Path) -> None:
    assert read(Repository.create(tmp_path)) == Released()


def test_a_tag_named_like_an_option_is_a_name(tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    made.commit()
    (made.place / "refs" / "tags" / "--format=1.0").write_text(made.head + "\n")
    assert [tag.name for tag in read(made).tags] in (["--format=1.0"], [])


@pytest.mark.parametrize("name", ["v1.0.0", "release/2.4.1"])
def test_names_of_versions_are_those_of_releases(tmp_path: Path, name: str) -> None:
    made = Repository.create(tmp_path)
    made.commit()
    tagged(made, name, START)
    assert [tag.name for tag in read(made).tags] == [name]
