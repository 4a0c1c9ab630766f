"""A new proposal in each community's form: it is read back as what was asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from folkmoot.govern.proposals.document import Reader
from folkmoot.govern.proposals.layouts import all_layouts
from folkmoot.govern.proposals.writing import (
    Draft,
    filled,
    like_newest,
    next_number,
    own,
    path_of,
    places,
    slug_of,
)
from folkmoot.model.errors import UsageError
from folkmoot.model.proposal import Proposal

from .documents import PEP

DAY = date(2026, 3, 31)
DRAFT = Draft("Faster: start", "faster-start", "0012", True, ("Ada Example", "Bob"), DAY)
WAITING = replace(DRAFT, number="0000", is_numbered=False)

TEMPLATES = {
    "rust": "- Feature Name: (fill me in)\n- Start Date: (fill me in)\n- RFC PR: [a#0000](b)\n\n# Summary\n",
    "ember": "---\nstage: accepted\nstart-date: # today\nteams: # delete\n  - cli\n---\n\n# RFC title\n",
    "pep": "PEP: <REQUIRED: pep number>\nTitle: <REQUIRED: pep title>\nAuthor: <REQUIRED: list of\n  names>\n"
    "Status: <REQUIRED: Draft | Active>\nType: Process\nCreated: <dd-mmm-yyyy>\n\nAbstract\n========\n",
    "kep": 'title: KEP Template\nkep-number: NNNN\nauthors:\n  - "@jane.doe"\nowning-sig: sig-xyz\n'
    "status: provisional|implementable\ncreation-date: yyyy-mm-dd\nreviewers:\n  - TBD\n",
    "eip": "---\ntitle: <The EIP title>\nauthor: <a list>\nstatus: Draft\ncreated: <d>\n---\n\nA\n",
    "swift": "# Feature name\n\n* Proposal: [SE-NNNN](NNNN-filename.md)\n* Authors: [A](b), [C](d)\n"
    "* Status: **Awaiting review**\n* Previous Proposal: [SE-XXXX](XXXX-filename.md)\n\n## Introduction\n",
    "dep": "======================\nDEP XXXX: DEP template\n======================\n\n:DEP: XXXX\n"
    ":Author: Jay Kay\n:Status: Draft\n:Type: Feature\n:Created: 2014-11-16\n\nText\n",
}


def read(name: str, path: str, text: str) -> Proposal:
    reader = Reader(all_layouts()[name])
    found = reader.read(path, text.encode())
    assert found is not None, reader.problems
    return found


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_filled_template_reads_back(name: str) -> None:
    layout = all_layouts()[name]
    draft = replace(DRAFT, place={"kep": "sig-node", "eip": "EIPS"}.get(name, ""))
    found = read(name, path_of(layout, draft), filled(TEMPLATES[name], layout, draft))
    assert found.number == 12
    assert found.created == (None if name == "swift" else DAY)
    if name not in ("rust", "ember"):
        assert [author.partition(" ")[0] for author in found.authors] == ["Ada", "Bob"]
    if name != "rust":
        assert found.title == "Faster: start"


def test_what_is_not_known_stays_as_the_template_has_it() -> None:
    text = filled(TEMPLATES["pep"], all_layouts()["pep"], replace(DRAFT, authors=()))
    assert "Author: <REQUIRED: list of\n  names>\n" in text
    assert text.endswith("\nAbstract\n========\n")
    assert "PEP: 12\n" in text
    assert "Created: 31-Mar-2026\n" in text
    assert "Status: Draft\n" in text


def test_a_list_of_yaml_stays_a_list() -> None:
    text = filled(TEMPLATES["kep"], all_layouts()["kep"], replace(DRAFT, place="sig-node/deep"))
    assert "authors:\n  - Ada Example\n  - Bob\nowning-sig: sig-node\nstatus: provisional\n" in text
    assert 'title: "Faster: start"\nkep-number: 12\n' in text
    assert "reviewers:\n  - TBD\n" in text


def test_a_heading_keeps_its_lines() -> None:
    text = filled(TEMPLATES["dep"], all_layouts()["dep"], DRAFT)
    assert text.startswith("=======================\nDEP 0012: Faster: start\n=======================\n")


def test_only_the_line_that_names_the_proposal_is_numbered() -> None:
    text = filled(TEMPLATES["swift"], all_layouts()["swift"], DRAFT)
    assert "* Proposal: [SE-0012](0012-faster-start.md)\n" in text
    assert "* Previous Proposal: [SE-XXXX](XXXX-filename.md)\n" in text


def test_without_a_number_the_templates_own_sign_stays() -> None:
    layout = all_layouts()["swift"]
    waiting = replace(WAITING, number="NNNN")
    assert path_of(layout, waiting) == "proposals/NNNN-faster-start.md"
    assert "* Proposal: [SE-NNNN](NNNN-faster-start.md)\n" in filled(TEMPLATES["swift"], layout, waiting)


NEWEST = {
    "docs/rfcs/0011-old.md": "- Start Date: 2026-01-01\n- Authors: Cleo\n- Status: accepted\n\n# Old\n",
    "rfcs/RFC-0011-old.rst": "Old\n===\n\n:Author: Cleo\n:Status: Accepted\n:Created: 2026-01-01\n",
    "designs/0011.md": "---\ntitle: Old\nstatus: accepted\nauthors:\n  - Cleo\ncreated: 2026-01-01\n---\n\n",
    "proposals/0011_old.txt": "Title: Old\nAuthor: Cleo\nStatus: accepted\nCreated: 2026-01-01\n\nText\n",
}


@pytest.mark.parametrize("newest", NEWEST)
def test_a_community_without_a_template_gets_the_form_of_its_newest(newest: str) -> None:
    layout = all_layouts()["numbered"]
    path = path_of(layout, DRAFT, newest)
    assert path.rpartition("/")[0] == newest.rpartition("/")[0]
    found = read("numbered", path, like_newest(NEWEST[newest], layout, DRAFT))
    assert (found.number, found.created, found.authors) == (12, DAY, ("Ada Example", "Bob"))
    assert found.title == "Faster: start"


def test_paths_follow_the_newest() -> None:
    layout = all_layouts()["numbered"]
    assert path_of(layout, DRAFT, "docs/rfcs/0011-old.md") == "docs/rfcs/0012-faster-start.md"
    assert path_of(layout, DRAFT, "proposals/0011_old.txt") == "proposals/0012_faster-start.txt"
    assert path_of(layout, DRAFT, "designs/0011.md") == "designs/0012.md"
    assert path_of(None, DRAFT) == "rfcs/0012-faster-start.md"


def test_a_layout_of_folders_needs_one() -> None:
    with pytest.raises(UsageError, match="folders"):
        path_of(all_layouts()["kep"], DRAFT)
    paths = dict.fromkeys(["keps/sig-node/1-a/kep.yaml", "keps/sig-cli/2-b/kep.yaml"], "")
    assert places(paths, all_layouts()["kep"]) == ["sig-cli", "sig-node"]


def test_the_first_proposal_of_all_reads_back() -> None:
    found = read("numbered", path_of(None, DRAFT), own(DRAFT))
    assert (found.title, found.word, found.created) == ("Faster: start", "draft", DAY)
    assert found.authors == ("Ada Example", "Bob")


@pytest.mark.parametrize("title", ["yes", "12", "a: b", "#x", "'quoted'", "x #y", "- z", "end:"])
def test_any_title_reads_back_from_yaml(title: str) -> None:
    assert read("numbered", "rfcs/0012-x.md", own(replace(DRAFT, title=title))).title == title


def proposals(*numbers: int, created: date = DAY) -> list[Proposal]:
    text = PEP.replace("Status: Final", "Status: Draft")
    one = read("pep", "pep-0012.rst", text)
    return [replace(one, number=number, created=created) for number in numbers]


def test_the_next_number_is_of_the_series_that_runs() -> None:
    assert next_number([]) == 1
    assert next_number(proposals(1, 2, 3)) == 4
    old = proposals(3000, 3100, 8000, created=date(2008, 1, 1))
    running = proposals(*range(801, 826))
    assert next_number([*old, *running, *proposals(8107)]) == 826
    assert next_number([*proposals(1, 2), *proposals(3, created=date(2001, 1, 1))]) == 4


def test_a_slug_is_never_empty() -> None:
    assert slug_of("Faster: start!") == "faster-start"
    assert slug_of("\u96ea") == "proposal"
