"""Folders and archives of records, good, broken and hostile: read within bounds, and nothing written."""

import json
import struct
import tracemalloc
import zipfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from folkmoot.model.errors import HostileInputError, SourceError
from folkmoot.supply.advisories import feed
from folkmoot.supply.advisories.feed import Piece, pieces
from supply.advisories.records import archive, folder, record


def told(source: Path) -> list[str]:
    return [piece.problem or piece.told["id"] for piece in pieces(source)]


def test_a_folder_is_read_through_whatever_else_is_in_it(tmp_path: Path) -> None:
    folder(tmp_path / "PyPI", record("HALL-1"))
    folder(tmp_path / "npm" / "deeper", record("HALL-2"))
    (tmp_path / "README.md").write_text("Not an advisory.")
    folder(tmp_path / ".git", record("HALL-9"))
    assert told(tmp_path) == ["HALL-1", "HALL-2"]


def test_archives_in_a_folder_are_read_as_osv_lays_them_out(tmp_path: Path) -> None:
    for place, name in enumerate(("Go", "npm")):
        (tmp_path / name).mkdir()
        archive(tmp_path / name / "all.zip", record(f"HALL-{place}"))
    assert told(tmp_path) == ["HALL-0", "HALL-1"]


def test_one_file_is_enough(tmp_path: Path) -> None:
    (folder(tmp_path, record("HALL-1")) / "0000.json").rename(tmp_path / "one.json")
    assert told(tmp_path / "one.json") == ["HALL-1"]


def test_records_may_be_yaml_as_pythons_own_are(tmp_path: Path) -> None:
    (tmp_path / "PYSEC-2030-1.yaml").write_text(
        "id: PYSEC-2030-1\naffected:\n- package: {name: moot, ecosystem: PyPI}\n  versions: ['1.0', 1.10]\n"
    )
    (piece,) = pieces(tmp_path)
    assert piece.told["affected"][0]["versions"] == ["1.0", "1.10"]


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    folder(tmp_path / "outside", record("HALL-9"))
    inside = folder(tmp_path / "inside", record("HALL-1"))
    (inside / "linked").symlink_to(tmp_path / "outside")
    (inside / "linked.json").symlink_to(tmp_path / "outside" / "0000.json")
    (inside / "round").symlink_to(inside)
    assert told(inside) == ["HALL-1"]


def test_a_folder_is_left_where_it_is_too_deep(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d"] * (feed.DEEPEST + 1))
    folder(deep, record("HALL-9"))
    folder(tmp_path.joinpath(*["d"] * feed.DEEPEST), record("HALL-1"))
    assert told(tmp_path) == ["HALL-1"]


def test_what_is_not_there_or_no_archive_is_said(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no folder or archive"):
        list(pieces(tmp_path / "nowhere"))
    (tmp_path / "all.zip").write_bytes(b"PK no archive")
    with pytest.raises(SourceError, match=r"no archive of advisories[\s\S]*all\.zip"):
        list(pieces(tmp_path / "all.zip"))


def test_one_broken_record_loses_nothing_but_itself(tmp_path: Path) -> None:
    path = archive(tmp_path / "all.zip", record("HALL-1"), record("HALL-2"))
    with zipfile.ZipFile(path, "a") as packed:
        for name, content in {
            "a.json": b"{", "b.json": b"\xff\xfe", "c.json": b"[" * 100_000, "d.json": b"1" * 10_000,
            "e.json": b'{"id": NaN}', "f.yaml": b"&a [*a, *a]", "g.yaml": b"{[",
        }.items():  # fmt: skip
            packed.writestr(name, content)
    found = list(pieces(path))
    assert [piece.told["id"] for piece in found if not piece.problem] == ["HALL-1", "HALL-2"]
    assert [piece.name for piece in found if piece.problem] == [
        "a.json", "b.json", "c.json", "d.json", "e.json", "f.yaml", "g.yaml",
    ]  # fmt: skip


def test_a_member_whose_bytes_were_changed_is_told(tmp_path: Path) -> None:
    path = tmp_path / "all.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as packed:
        packed.writestr("HALL-1.json", json.dumps(record("HALL-1")))
    path.write_bytes(path.read_bytes().replace(b"reads past", b"reads PAST"))
    (piece,) = pieces(path)
    assert "CRC" in piece.problem


def test_names_that_lead_out_of_the_archive_are_only_names(tmp_path: Path) -> None:
    path = tmp_path / "in" / "all.zip"
    path.parent.mkdir()
    names = [
        "../../escaped.json",
        "/escaped.json",
        "C:\\escaped.json",
        "a/../../escaped.json",
        "x\x00y.json",
    ]
    with zipfile.ZipFile(path, "w") as packed:
        for name in names:
            packed.writestr(name, json.dumps(record()))
    assert told(path) == ["HALL-2030-1"] * 4  # a name ends at its zero byte: the fifth is no record's
    assert sorted(tmp_path.rglob("*")) == [path.parent, path]


def test_a_bomb_is_not_read_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed, "FREE", 1_000_000)
    path = tmp_path / "all.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for number in range(40):
            packed.writestr(f"{number}.json", b" " * 3_000_000)
    assert path.stat().st_size < 200_000
    tracemalloc.start()
    with pytest.raises(HostileInputError, match="unpacks to more"):
        list(pieces(path))
    assert tracemalloc.get_traced_memory()[1] < 60_000_000
    tracemalloc.stop()


@pytest.mark.filterwarnings("ignore:Overlapped entries:UserWarning")  # by Python 3.15
def test_members_that_lie_on_top_of_each_other_count_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list of an archive may name the same bytes again and again: what comes out counts."""
    monkeypatch.setattr(feed, "FREE", 1_000_000)
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a.json", b" " * 900_000)
        entry = packed.filelist[0]
        packed.filelist += [entry] * 400
    path = tmp_path / "all.zip"
    path.write_bytes(held.getvalue())
    read = 0
    with suppress(HostileInputError):
        for piece in pieces(path):
            read += "Overlapped" not in piece.problem  # some Pythons unpack no member that lies on another
    assert 1 <= read <= (feed.FREE + feed.RATIO * path.stat().st_size) / 900_000


def test_a_member_that_says_it_is_small_is_cut_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed, "LARGEST_RECORD", 1000)
    path = archive(tmp_path / "all.zip", record("HALL-1"), record("HALL-2", details="x" * 5000))
    assert told(path) == ["HALL-1", "it is larger than 0 MB"]
    folder(tmp_path / "loose", record(details="x" * 5000))
    assert told(tmp_path / "loose") == ["it is larger than 0 MB"]


def test_an_archive_with_an_endless_list_is_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = archive(tmp_path / "all.zip", *(record(f"HALL-{number}") for number in range(50)))
    monkeypatch.setattr(feed, "LARGEST_DIRECTORY", 2000)
    with pytest.raises(HostileInputError, match="more members"):
        list(pieces(path))


def test_a_list_whose_length_stands_in_64_bits_is_measured_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zipfile, "ZIP_FILECOUNT_LIMIT", 10)
    path = archive(tmp_path / "all.zip", *(record(f"HALL-{number}") for number in range(50)))
    assert b"PK\6\6" in path.read_bytes()
    assert len(told(path)) == 50
    monkeypatch.setattr(feed, "LARGEST_DIRECTORY", 2000)
    with pytest.raises(HostileInputError, match="more members"):
        list(pieces(path))


def test_a_locked_archive_is_told_member_by_member(tmp_path: Path) -> None:
    path = archive(tmp_path / "all.zip", record("HALL-1"))
    content = bytearray(path.read_bytes())
    for mark, place in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        at = content.index(mark) + place
        struct.pack_into("<H", content, at, 1)
    path.write_bytes(content)
    (piece,) = pieces(path)
    assert "password" in piece.problem


@settings(max_examples=150, deadline=None)
@given(
    cuts=st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=12)), min_size=1, max_size=6),
    end=st.floats(0.2, 1),
)
def test_an_archive_with_holes_is_told_or_read_and_never_breaks(
    tmp_path_factory: pytest.TempPathFactory, cuts: list[tuple[float, bytes]], end: float
) -> None:
    path = archive(tmp_path_factory.mktemp("holes") / "all.zip", *(record(f"HALL-{n}") for n in range(3)))
    content = bytearray(path.read_bytes())
    for place, garbage in cuts:
        at = int(place * (len(content) - 1))
        content[at : at + len(garbage)] = garbage
    path.write_bytes(content if end > 0.9 else content[: int(len(content) * end)])
    try:
        found = list(pieces(path))
    except SourceError:
        return
    assert all(isinstance(piece, Piece) and (piece.problem or piece.told is not None) for piece in found)
