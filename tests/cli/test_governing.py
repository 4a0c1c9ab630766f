"""`folkmoot init --governance`, `folkmoot decide` and `folkmoot verify`, on a work tree and its history."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from folkmoot.govern.rules import all_presets
from govern.proof.community import Community, whole_life
from sources.git.repositories import git

from .conftest import Call


def commit(place: Path) -> None:
    if not (place / ".git").exists():
        git(place, "init", "--quiet", "--initial-branch=main")
    git(place, "add", "-A")
    git(place, "-c", "core.hooksPath=/dev/null", "commit", "--quiet", "-m", "Work")


@pytest.fixture
def community(own_folders: Path, call: Call) -> Path:
    made = call("init", "--governance", "--preset", "lazy-majority", "--founder", "ada", "--founder", "bob")
    assert made.code == 0
    return own_folders


def lived(place: Path) -> Community:
    """Commit a whole life, each moment at its own time."""
    life = whole_life()
    git(place, "init", "--quiet", "--initial-branch=main")
    for moment in life.snapshots:
        for path, content in moment.files.items():
            target = place / ".folkmoot" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        git(place, "add", "-A")
        tree = git(place, "write-tree").decode().strip()
        parent = git(place, "rev-parse", "--verify", "--quiet", "HEAD", check=False).decode().strip()
        body = f"tree {tree}\n" + (f"parent {parent}\n" if parent else "")
        who = f"Ada <ada@example.org> {moment.when} +0000"
        body += f"author {who}\ncommitter {who}\n\nWork\n"
        made = (
            git(place, "hash-object", "-t", "commit", "-w", "--stdin", stdin=body.encode()).decode().strip()
        )
        git(place, "update-ref", "refs/heads/main", made)
    return life


@pytest.mark.parametrize("name", all_presets())
def test_every_preset_begins_a_community(own_folders: Path, call: Call, name: str) -> None:
    assert call("init", "--governance", "--preset", name, "--founder", "@ada").code == 0
    commit(own_folders)
    assert (own_folders / ".folkmoot" / "people" / "ada.toml").is_file()


def test_a_founding_names_its_files(own_folders: Path, call: Call) -> None:
    answer = call(
        "init", "--governance", "--preset", "bdfl", "--founder", "ada", "--founder", "maintainer=bob"
    )
    assert ".folkmoot/governance.toml" in answer.out
    assert 'role = "maintainer"' in (own_folders / ".folkmoot/people/bob.toml").read_text()


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--governance", "--founder", "ada"],
        ["--governance", "--preset", "lazy-majority"],
        ["--governance", "--preset", "nonsense", "--founder", "ada"],
        ["--governance", "--preset", "lazy-majority", "--founder", "../ada"],
        ["--governance", "--preset", "lazy-majority", "--founder", "king=ada"],
    ],
)
def test_a_founding_that_cannot_be(own_folders: Path, call: Call, arguments: list[str]) -> None:
    assert call("init", *arguments).code == 2
    assert not (own_folders / ".folkmoot").exists()


def test_a_community_begins_once(community: Path, call: Call) -> None:
    answer = call("init", "--governance", "--preset", "bdfl", "--founder", "eve", community)
    assert answer.code == 2


@pytest.mark.usefixtures("community")
def test_open_vote_and_status(call: Call) -> None:
    opened = call("decide", "open", "appoint", "Cleo joins", "--as", "ada", "--give", "maintainer=cleo")
    assert opened.out == ".folkmoot/decisions/0002-cleo-joins.md\n"
    assert "At least 2 vote yes." in opened.err
    assert (
        call("decide", "ballot", "2", "yes", "--as", "bob").out
        == ".folkmoot/decisions/0002/ballots/bob.toml\n"
    )
    told = json.loads(call("decide", "status", "2", "--format", "json").out)["decisions"][0]
    assert told["state"] == "open"
    assert told["electorate"] == ["ada", "bob"]
    assert "1 said yes" in call("decide", "status", "2").out
    closed = call("decide", "close", "2")
    assert closed.code == 2
    assert "cannot be closed yet" in closed.err


def test_a_work_tree_with_the_line_ends_of_windows_is_what_the_history_holds(
    community: Path, call: Call
) -> None:
    """Git writes them on checkout where core.autocrlf is set, and takes them out on commit."""
    call("decide", "open", "proposal", "Paint it green", "--as", "ada")
    call("decide", "ballot", "2", "yes", "--as", "ada")
    before = call("decide", "status", "2").out
    for path in (community / ".folkmoot").rglob("*.*"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert call("decide", "status", "2").out == before
    assert call("decide", "ballot", "2", "no", "--as", "bob").code == 0
    assert "1 said yes, 1 no" in call("decide", "status", "2").out


def test_files_are_named_from_where_somebody_stands(
    community: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    (community / "src").mkdir()
    monkeypatch.chdir(community / "src")
    told = call("decide", "open", "proposal", "Paint it green", "--as", "ada").out.strip()
    assert told == "../.folkmoot/decisions/0002-paint-it-green.md"
    other = call("init", "--governance", "--preset", "bdfl", "--founder", "ada", community / "src").out
    assert all(Path(line).is_file() for line in other.splitlines())


@pytest.mark.usefixtures("community")
def test_only_the_proposer_withdraws(call: Call) -> None:
    call("decide", "open", "proposal", "Paint it", "--as", "ada")
    assert call("decide", "withdraw", "2", "--as", "bob").code == 2
    assert call("decide", "withdraw", "2", "--as", "ada").code == 0
    assert "withdrawn" in call("decide", "status").out
    assert call("decide", "ballot", "2", "yes", "--as", "ada").code == 2


def test_a_link_out_of_the_folder_is_not_followed(community: Path, call: Call, tmp_path: Path) -> None:
    call("decide", "open", "proposal", "Paint it", "--as", "ada")
    outside = tmp_path / "outside"
    outside.mkdir()
    (community / ".folkmoot/decisions/0002").symlink_to(outside)
    assert call("decide", "ballot", "2", "yes", "--as", "ada").code == 3
    assert list(outside.iterdir()) == []


def test_a_new_community_verifies(community: Path, call: Call) -> None:
    commit(community)
    # The test's git commits at a fixed time in the past, so the founding lies ahead of its commit.
    answer = call("verify", "--format", "json")
    kinds = {fact["kind"] for fact in json.loads(answer.out)["facts"] if fact["level"] == "violation"}
    assert kinds == {"time"}
    assert answer.code == 1


def test_a_life_verifies_and_a_forgery_does_not(own_folders: Path, call: Call) -> None:
    lived(own_folders)
    sound = call("verify")
    assert sound.code == 0
    assert "VIOLATION" not in sound.out
    assert "Counted again: passed." in sound.out
    ballot = own_folders / ".folkmoot/decisions/0002/ballots/cleo.toml"
    ballot.write_bytes(ballot.read_bytes().replace(b'"no"', b'"yes"'))
    git(own_folders, "reset", "--quiet")
    commit(own_folders)
    forged = call("verify")
    assert forged.code == 1
    assert "decisions/0002/ballots/cleo.toml changed after the decision closed" in forged.out


def test_verify_needs_decisions_and_a_known_commit(own_folders: Path, call: Call) -> None:
    git(own_folders, "init", "--quiet", "--initial-branch=main")
    (own_folders / "README.md").write_text("Hello\n")
    commit(own_folders)
    assert call("verify").code == 2


def test_since_must_be_a_commit(own_folders: Path, call: Call) -> None:
    lived(own_folders)
    assert call("verify", "--since", "--output=x").code == 2
    assert call("verify", "--since", "main").code == 0


def test_closing_tells_the_outcome_and_the_working(own_folders: Path, call: Call) -> None:
    """The last decision of the life has been open since September 2026, and nobody voted."""
    lived(own_folders)
    closed = call("decide", "close", "7")
    assert closed.out.startswith(".folkmoot/decisions/0007-still-open.md\n0007: rejected\n")
    assert "May vote: 5; 0 said yes" in closed.out
    assert call("decide", "status", "7").out.startswith("0007 rejected: Still open (proposal)")
    assert call("decide", "close", "7").code == 2


def test_an_election_takes_a_ranking(own_folders: Path, call: Call) -> None:
    lived(own_folders)
    named = ("--candidate", "ada", "--candidate", "cleo", "--candidate", "bob")
    assert call("decide", "open", "elect-steering", "Second steering", "--as", "ada", *named).code == 0
    assert call("decide", "ballot", "8", "yes", "--as", "bob").code == 2
    assert call("decide", "ballot", "8", "--as", "bob", "--rank", "eve").code == 2
    assert call("decide", "ballot", "8", "--as", "bob", "--rank", "bob", "--rank", "ada,cleo").code == 0
    written = (own_folders / ".folkmoot/decisions/0008/ballots/bob.toml").read_text()
    assert 'ranking = [["bob"], ["ada", "cleo"]]' in written
