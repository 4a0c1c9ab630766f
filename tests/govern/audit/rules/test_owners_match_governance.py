"""Who may approve everything, against who is named in the documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from folkmoot.model.check import Outcome
from govern.audit.moot import Moot, places

NAMED = {"MAINTAINERS.md": "# Maintainers\n\n- @ada\n- Bob <bob@example.org>\n"}


def asked(place: Path, owners: str, named: dict[str, str] | None = None) -> list[str]:
    """Ask with these CODEOWNERS, and give who is told."""
    moot = Moot.create(place, {**(NAMED if named is None else named), "CODEOWNERS": owners})
    return [str(each.what).partition(" ")[0] for each in moot.ask("owners-match-governance").evidence]


@pytest.mark.parametrize("pattern", ["*", "/", "/*", "**", "/**"])
def test_every_way_to_write_everything(tmp_path: Path, pattern: str) -> None:
    assert asked(tmp_path, f"{pattern} @zoe\n") == ["zoe"]


@pytest.mark.parametrize("pattern", ["/docs/", "*.py", "src/**", "docs/*"])
def test_owners_of_a_part_need_not_be_named(tmp_path: Path, pattern: str) -> None:
    moot = Moot.create(tmp_path, {**NAMED, "CODEOWNERS": f"{pattern} @zoe\n"})
    assert moot.ask("owners-match-governance").finding.outcome is Outcome.NOT_APPLICABLE


def test_an_address_that_the_document_gives_is_the_same_person(tmp_path: Path) -> None:
    """Bob is known by his address only; Ada by her account, and her row states an address too."""
    table = "| Name | GitHub | Email |\n|--|--|--|\n| Ada | ada | Ada@Example.org |\n"
    named = {"MAINTAINERS.md": f"# Maintainers\n\n{table}\n- Bob <bob@example.org>\n"}
    assert asked(tmp_path, "* ada@example.org BOB@example.org\n", named) == []


def test_an_address_of_somebody_who_is_not_named_does_not_name_them(tmp_path: Path) -> None:
    named = {**NAMED, "SECURITY_CONTACTS": "zoe@example.org\n"}
    assert asked(tmp_path, "* zoe@example.org\n", named) == ["zoe@example.org"]


@pytest.mark.parametrize("path", ["MAINTAINERS.md", "GOVERNANCE.md"])
def test_either_document_names_them(tmp_path: Path, path: str) -> None:
    assert asked(tmp_path, "* @ada @zoe\n", {path: "# Maintainers\n\n- @ada\n"}) == ["zoe"]


def test_a_list_of_a_body_names_them(tmp_path: Path) -> None:
    assert asked(tmp_path, "* @ada @zoe\n", {"steering.csv": "github\nada\n"}) == ["zoe"]


def test_reviewers_may_not_merge_and_need_not_be_named(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path, {**NAMED, "OWNERS": "approvers:\n- ada\n- zoe\nreviewers:\n- yan\n"})
    answer = moot.ask("owners-match-governance")
    assert places(answer) == ["OWNERS:3"]
    assert answer.examined == 2


def test_approvers_of_a_folder_need_not_be_named(tmp_path: Path) -> None:
    files = {**NAMED, "OWNERS": "approvers: [ada]\n", "docs/OWNERS": "approvers: [zoe]\n"}
    assert Moot.create(tmp_path, files).ask("owners-match-governance").finding.outcome is Outcome.YES
