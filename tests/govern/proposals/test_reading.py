"""The proposals of a whole repository: the layout is found by looking, and each document is read or told."""

from pathlib import Path

import pytest

from folkmoot.govern.proposals.layouts import all_layouts
from folkmoot.govern.proposals.reading import Reading, read_proposals
from folkmoot.model.errors import UsageError
from folkmoot.sources.git.repository import open_repository
from sources.git.repositories import Repository

from .documents import DEP, EMBER, KEP, PATHS, PEP, RUST, SWIFT

REACT = RUST.replace("Rust Issue", "React Issue")
VUE = "- Start Date: 2019-01-14\n- Target Major Version: 3.x\n"
EIP = "---\neip: 12\ntitle: Hats\nauthor: Ada\nstatus: Draft\ntype: Core\ncreated: 2020-01-02\n---\n"
OURS = "---\ntitle: Hats\nstatus: Accepted\n---\n"
DOCUMENTS = {
    "pep": PEP, "kep": KEP, "ember": EMBER, "rust": RUST, "react": REACT, "swift": SWIFT, "dep": DEP,
    "vue": VUE, "eip": EIP, "numbered": OURS,
}  # fmt: skip


def reading_of(place: Path) -> Reading:
    with open_repository(str(place)) as opened:
        return read_proposals(opened)


@pytest.mark.parametrize("name", sorted(DOCUMENTS))
def test_the_layout_is_found_by_looking(name: str, tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    made.commit(files={PATHS[name]: DOCUMENTS[name], "README.md": "# Hats\n", "text/README.md": "Hats\n"})
    reading = reading_of(tmp_path)
    assert reading.layout.name == name
    assert [one.number for one in reading.proposals] == [12]


def test_every_layout_is_tried() -> None:
    assert set(DOCUMENTS) == set(all_layouts())


def test_a_repository_without_proposals_says_what_was_looked_for(tmp_path: Path) -> None:
    Repository.create(tmp_path).commit(files={"README.md": "# Hats\n", "text/a.md": "b\n"})
    with pytest.raises(UsageError, match="No proposals"):
        reading_of(tmp_path)


def test_an_empty_repository_has_none(tmp_path: Path) -> None:
    Repository.create(tmp_path)
    with pytest.raises(UsageError, match="No proposals"):
        reading_of(tmp_path)


def test_templates_and_indexes_are_no_documents(tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    made.commit(
        files={
            "accepted/README.rst": "DEPs\n",
            "template.rst": DEP,
            PATHS["dep"]: DEP,
            "draft/README.rst": "x",
        }
    )
    assert reading_of(tmp_path).documents == 1


def test_proposals_stand_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    made.commit(files={f"text/{number:04}-hats.md": RUST for number in (10, 9, 2, 100)})
    assert [one.number for one in reading_of(tmp_path).proposals] == [2, 9, 10, 100]


def test_unread_documents_are_named_and_counted(tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    made.commit(files={"text/0001-a.md": RUST, "text/0002-b.md": "Moved to [c](c.md)\n"})
    reading = reading_of(tmp_path)
    assert reading.documents == 2
    assert [(one.file, one.line, one.code) for one in reading.unread] == [("text/0002-b.md", 1, "stub")]
