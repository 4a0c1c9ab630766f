"""`folkmoot init --governance` where a community already keeps its roles in files of some form."""

from __future__ import annotations

from pathlib import Path

import pytest

from folkmoot.govern.files.disk import read_folder
from house.tree import ROOT
from sources.git.repositories import git

from .conftest import Call

LAYOUTS = {
    "OWNERS": "approvers:\n  - ada\n  - leads\nreviewers:\n  - cleo\n",
    "OWNERS_ALIASES": "aliases:\n  leads:\n    - bob\n",
    "CODEOWNERS": "* @ada @bob\n",
    "MAINTAINERS.md": "| Name | GitHub | Company |\n|---|---|---|\n| Ada Example | @ada | Acme |\n",
    "GOVERNANCE.md": "# Governance\n\nWe decide by lazy consensus.\n",
    "teams/core/team.json": '{"maintainers": [{"githubName": "ada"}, {"githubName": "bob"}]}',
    "teams/core.toml": 'name = "core"\nkind = "team"\n\n[people]\nleads = ["ada"]\nmembers = ["bob"]\n',
    "teams/builds.yml": "name: builds\nmembers:\n  - ada\n  - bob\n",
}


def community(place: Path, *names: str) -> Path:
    git(place, "init", "--quiet", "--initial-branch=main")
    for name in names:
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(LAYOUTS[name])
    git(place, "add", "-A")
    git(place, "commit", "--quiet", "--allow-empty", "-m", "Work")
    return place


def roles(place: Path) -> dict[str, set[str]]:
    """Give the roles that the written files give, held to be without a problem."""
    state = read_folder(place)
    assert state.problems == []
    return {handle: {held.role for held in person.roles} for handle, person in state.people.items()}


def test_owners_with_their_aliases(own_folders: Path, call: Call) -> None:
    place = community(own_folders, "OWNERS", "OWNERS_ALIASES")
    answer = call("init", "--governance", "--preset", "lazy-majority")
    assert answer.code == 0
    assert roles(place) == {"ada": {"approver"}, "bob": {"approver"}, "cleo": {"reviewer"}}
    assert "Roles were read from OWNERS:" in answer.err
    assert ".folkmoot/people/cleo.toml" in answer.out.splitlines()
    assert (
        "Its roles are those that OWNERS gave" in (place / ".folkmoot/decisions/0001-founding.md").read_text()
    )


@pytest.mark.parametrize(
    ("name", "who"),
    [
        ("CODEOWNERS", {"ada", "bob"}),
        ("MAINTAINERS.md", {"ada"}),
        ("teams/core/team.json", {"ada", "bob"}),
        ("teams/core.toml", {"ada", "bob"}),
        ("teams/builds.yml", {"ada", "bob"}),
    ],
)
def test_every_layout_begins_a_community(own_folders: Path, call: Call, name: str, who: set[str]) -> None:
    place = community(own_folders, name)
    assert call("init", "--governance", "--preset", "lazy-consensus").code == 0
    assert set(roles(place)) == who


def test_names_and_employers_come_along(own_folders: Path, call: Call) -> None:
    place = community(own_folders, "MAINTAINERS.md")
    call("init", "--governance", "--preset", "lazy-majority")
    text = (place / ".folkmoot/people/ada.toml").read_text()
    assert text.startswith('name = "Ada Example"\n\n[[employers]]\norganisation = "Acme"\n')


def test_one_role_is_chosen(own_folders: Path, call: Call) -> None:
    place = community(own_folders, "OWNERS")
    assert call("init", "--governance", "--preset", "lazy-majority", "--adopt", "reviewer").code == 0
    assert roles(place) == {"cleo": {"reviewer"}}


def test_a_governance_document_names_the_likely_rule(own_folders: Path, call: Call) -> None:
    place = community(own_folders, "OWNERS", "GOVERNANCE.md")
    answer = call("init", "--governance")
    assert answer.code == 2
    assert "--preset lazy-consensus" in answer.err
    assert not (place / ".folkmoot").exists()


def test_a_person_s_file_is_never_written_over(own_folders: Path, call: Call) -> None:
    place = community(own_folders, "OWNERS")
    (place / ".folkmoot/people").mkdir(parents=True)
    (place / ".folkmoot/people/ada.toml").write_text('name = "Ada"\n')
    assert call("init", "--governance", "--preset", "lazy-majority").code == 2
    assert (place / ".folkmoot/people/ada.toml").read_text() == 'name = "Ada"\n'
    assert not (place / ".folkmoot/governance.toml").exists()


def test_named_founders_need_no_files(own_folders: Path, call: Call) -> None:
    place = community(own_folders, "OWNERS")
    assert call("init", "--governance", "--preset", "lazy-majority", "--founder", "emil").code == 0
    assert roles(place) == {"emil": {"maintainer"}}


def test_files_and_founders_are_not_mixed(own_folders: Path, call: Call) -> None:
    community(own_folders, "OWNERS")
    more = ("--adopt", "reviewer", "--founder", "ada")
    assert call("init", "--governance", "--preset", "lazy-majority", *more).code == 2


def test_rules_changed_as_the_guide_says_are_those_of_the_founding(own_folders: Path, call: Call) -> None:
    """The hint that `init` gives, and the election that the guide adds, lead to what `verify` accepts."""
    place = community(own_folders, "OWNERS")
    begun = ("init", "--governance", "--founder", "ada", "--founder", "bob")
    told = call(*begun, "--preset", "lazy-majority")
    assert "begin again with --rules and the copy" in told.err
    guide = (ROOT / "docs" / "guides" / "govern-a-community.md").read_text(encoding="utf-8")
    election = next(part for part in guide.split("```toml\n") if part.startswith("[roles.steering]"))
    rules = (place / ".folkmoot" / "governance.toml").read_text() + "\n" + election.partition("```")[0]
    (place / "rules.toml").write_text(rules)
    for named in told.out.split():
        (place / named).unlink()
    assert call(*begun, "--rules", "rules.toml").code == 0
    kept = [place / ".folkmoot" / name for name in ("governance.toml", "decisions/0001/governance.toml")]
    assert [path.read_text() for path in kept] == [rules, rules]
    git(place, "add", "--all")
    git(place, "commit", "--quiet", "--message", "Found")
    assert "governance.toml: The rules are those that were decided." in call("verify").out
    stand = ("--as", "ada", "--candidate", "ada", "--candidate", "bob")
    assert call("decide", "open", "elect-steering", "First steering", *stand).code == 0
