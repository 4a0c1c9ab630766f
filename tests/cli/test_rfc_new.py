"""`folkmoot rfc new`: writes one new file in the community's form, names it, and never writes over one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sources.git.repositories import git

from .conftest import Call
from .test_writing import room_for

PEP = "PEP: {n}\nTitle: Old\nAuthor: Cleo\nStatus: Draft\nType: Process\nCreated: 01-Jan-2026\n\nText\n"


def commit(place: Path, **files: str) -> None:
    for name, text in files.items():
        path = place / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    git(place, "add", "-A")
    git(place, "commit", "--quiet", "-m", "Work")


@pytest.fixture
def community(own_folders: Path) -> Path:
    git(own_folders, "init", "--quiet", "--initial-branch=main")
    commit(own_folders, **{"README.md": "Hello\n"})
    return own_folders


def test_a_community_without_proposals_gets_its_first(community: Path, call: Call) -> None:
    answer = call("rfc", "new", "Use  SQL", "--author", "Ada")
    assert answer.out == "rfcs/0001-use-sql.md\n"
    commit(community)
    (listed,) = json.loads(call("rfc", "list", "--format", "json").out)["proposals"]
    assert (listed["number"], listed["title"], listed["decision"]) == (1, "Use SQL", "draft")
    assert call("rfc", "new", "Use tea").out == "rfcs/0002-use-tea.md\n"


def test_the_next_number_passes_over_what_is_not_committed_yet(community: Path, call: Call) -> None:
    commit(community, **{f"peps__pep-{n:04}.rst": PEP.format(n=n) for n in (11, 12)})
    assert call("rfc", "new", "One").out == "peps/pep-0013.rst\n"
    assert call("rfc", "new", "Two").out == "peps/pep-0014.rst\n"
    assert "PEP: 13\nTitle: One\n" in (community / "peps/pep-0013.rst").read_text()
    assert call("rfc", "new", "Three", "--number", "12").code == 2
    assert (community / "peps/pep-0012.rst").read_text() == PEP.format(n=12)


def test_a_template_is_filled_and_a_later_number_said(community: Path, call: Call) -> None:
    template = "- Feature Name: (fill me in)\n- Start Date: (fill me in)\n- Rust Issue: y\n\n# Summary\n"
    text = template.replace("(fill me in)", "2026-01-01", 2)
    commit(community, **{"0000-template.md": template, "text__0007-old.md": text})
    answer = call("rfc", "new", "Borrow more", community)
    assert answer.out == "text/0000-borrow-more.md\n"
    assert "--number next" in answer.err
    assert "- Feature Name: borrow_more\n" in (community / "text/0000-borrow-more.md").read_text()
    assert call("rfc", "new", "Borrow less", "--number", "next").out == "text/0008-borrow-less.md\n"


def test_folders_and_files_beside(community: Path, call: Call) -> None:
    yaml = "title: T\nkep-number: NNNN\nauthors:\n  - x\nowning-sig: s\nstatus: provisional\n"
    commit(
        community,
        **{
            "keps__NNNN-kep-template__kep.yaml": yaml,
            "keps__NNNN-kep-template__README.md": "# KEP-NNNN: Your short, descriptive title\n",
            "keps__sig-node__12-old__kep.yaml": yaml.replace("NNNN", "12"),
            "keps__sig-cli__11-older__kep.yaml": yaml.replace("NNNN", "11"),
        },
    )
    assert call("rfc", "new", "Pods").code == 2
    answer = call("rfc", "new", "Pods", "--place", "sig-cli", "--number", "13")
    assert answer.out == "keps/sig-cli/13-pods/kep.yaml\nkeps/sig-cli/13-pods/README.md\n"
    assert (community / "keps/sig-cli/13-pods/README.md").read_text() == "# KEP-13: Pods\n"


@pytest.mark.parametrize(
    "more",
    [["--place", "../.."], ["--number", "0"], ["--number", "x"], ["--author", "a\nb"], ["--layout", "x"]],
)
def test_what_cannot_be_asked_for(community: Path, call: Call, more: list[str]) -> None:
    assert call("rfc", "new", "Title", *more).code == 2
    assert not (community / "rfcs").exists()


def test_a_link_is_not_followed(community: Path, call: Call, tmp_path: Path) -> None:
    (community / "rfcs").symlink_to(tmp_path)
    assert call("rfc", "new", "Title").code == 3
    assert not list(tmp_path.glob("*.md"))


def test_a_title_is_needed_and_a_work_tree(community: Path, call: Call, tmp_path: Path) -> None:
    assert call("rfc", "new", " ").code == 2
    bare = tmp_path / "bare"
    git(tmp_path, "clone", "--quiet", "--bare", str(community), str(bare))
    assert call("rfc", "new", "Title", bare).code == 2


def test_a_full_disk_is_told_and_leaves_nothing(community: Path, call: Call) -> None:
    with room_for(20):
        answer = call("rfc", "new", "Hello there", community, "--author", "Ada")
    assert answer.code == 2
    assert "cannot be written: File too large." in answer.err
    assert not (community / "rfcs").exists()
