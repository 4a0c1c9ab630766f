"""`folkmoot verify` at its higher levels, `folkmoot checkpoint`, shallow clones and forks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from folkmoot.govern.files.decision import Grant
from folkmoot.sources.git import signatures
from govern.proof.community import Community, founding, yes
from govern.proof.signing import in_git, needs_ssh, signed_life
from sources.git.repositories import git

from .conftest import Answer, Call
from .test_writing import room_for

ORIGIN = "example.org/decisions"


@pytest.fixture
def life() -> Community:
    return signed_life()


def facts(answer: Answer) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(answer.out)["facts"]
    return found


@needs_ssh
def test_a_signed_life_verifies(tmp_path: Path, call: Call, life: Community) -> None:
    place = in_git(tmp_path / "r", life.snapshots).place
    answer = call("verify", place)
    assert answer.code == 0
    assert "decisions/0002/ballots/cleo.toml: cleo signed it." in answer.out
    assert " violations: 0, unknown: 0." in answer.err


@needs_ssh
def test_a_ballot_that_somebody_else_signed(tmp_path: Path, call: Call, life: Community) -> None:
    place = in_git(tmp_path / "r", life.snapshots, {5: "bob"}).place
    answer = call("verify", place)
    assert answer.code == 1
    assert "decisions/0002/ballots/cleo.toml: bob signed it, and only cleo could." in answer.out


@needs_ssh
def test_without_ssh_keygen_required_signatures_never_pass(
    tmp_path: Path, call: Call, life: Community, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = in_git(tmp_path / "r", life.snapshots).place
    monkeypatch.setattr(signatures, "PROGRAM", "no-such-ssh-keygen")
    answer = call("verify", place)
    assert answer.code == 1
    assert "Its signature could not be checked" in answer.out
    assert " violations: 0," in answer.err


@pytest.fixture
def released(tmp_path: Path) -> Path:
    """Give a repository with a founding and one decision."""
    community = founding()
    number = community.open(1, "proposal", "Quick")
    for name in ("ada", "bob"):
        community.vote(2, number, yes(name))
    community.close(9, number)
    return in_git(tmp_path / "released", community.snapshots, dict.fromkeys(range(9), "")).place


def test_a_checkpoint_finds_a_shorter_history(released: Path, call: Call, tmp_path: Path) -> None:
    kept = tmp_path / "checkpoint.txt"
    assert call("checkpoint", "write", released, "--origin", ORIGIN, "--out", kept).out == f"{kept}\n"
    assert call("verify", released, "--checkpoint", kept).code == 0
    git(released, "update-ref", "refs/heads/main", "main~1")
    shorter = call("verify", released, "--checkpoint", kept)
    assert shorter.code == 1
    assert "Some were removed" in shorter.out


def test_a_signed_checkpoint_and_its_proof(released: Path, call: Call, tmp_path: Path) -> None:
    key, old, new, proof = (tmp_path / name for name in ("key", "old", "new", "proof"))
    public = call("checkpoint", "key", ORIGIN, key).out.strip()
    assert public.startswith(f"{ORIGIN}+")
    assert key.stat().st_mode & 0o077 == 0
    newest = git(released, "rev-parse", "main").decode().strip()
    git(released, "update-ref", "refs/heads/main", "main~1")
    assert call("checkpoint", "write", released, "--sign-with", key, "--out", old).code == 0
    git(released, "update-ref", "refs/heads/main", newest)
    assert call("checkpoint", "write", released, "--sign-with", key, "--out", new).code == 0
    assert call("verify", released, "--checkpoint", old, "--checkpoint-key", public).code == 0
    proof.write_text(call("checkpoint", "prove", old, new, released).out)
    told = call("checkpoint", "compare", old, proof, "--key", public)
    assert (told.code, told.out.count(f"{ORIGIN} signed it.")) == (0, 2)
    assert "The first closed decisions (1) are those of the checkpoint; added since: 1." in told.out
    other = call("checkpoint", "key", ORIGIN, tmp_path / "other").out.strip()
    assert call("checkpoint", "compare", old, proof, "--key", other).code == 1
    assert call("checkpoint", "compare", new, proof).code == 2


def test_a_checkpoint_is_never_written_over(released: Path, call: Call, tmp_path: Path) -> None:
    kept = tmp_path / "checkpoint.txt"
    kept.write_text("mine")
    assert call("checkpoint", "write", released, "--origin", ORIGIN, "--out", kept).code == 2
    assert call("checkpoint", "key", ORIGIN, kept).code == 2
    assert kept.read_text() == "mine"


def test_a_checkpoint_has_its_place_in_the_folder(released: Path, call: Call, tmp_path: Path) -> None:
    work = tmp_path / "work"
    git(tmp_path, "clone", "--quiet", str(released), str(work))
    answer = call("checkpoint", "write", work, "--origin", ORIGIN)
    place = work / ".folkmoot" / "checkpoints" / "0002.txt"
    assert answer.out == f"{place}\n"
    assert place.read_text().startswith(f"{ORIGIN}\n2\n")
    assert call("checkpoint", "write", work).code == 2


def test_no_checkpoint_of_what_does_not_verify(released: Path, call: Call, tmp_path: Path) -> None:
    work = tmp_path / "work"
    git(tmp_path, "clone", "--quiet", str(released), str(work))
    (work / ".folkmoot" / "governance.toml").write_text("format = 1\n")
    git(work, "commit", "--quiet", "--all", "--message=Mine")
    answer = call("checkpoint", "write", work, "--origin", ORIGIN, "--out", tmp_path / "c")
    assert answer.code == 2
    assert not (tmp_path / "c").exists()


def test_a_shallow_clone_says_what_it_cannot_know(released: Path, call: Call, tmp_path: Path) -> None:
    work = tmp_path / "work"
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{released}", str(work))
    answer = call("verify", work, "--format", "json")
    assert answer.code == 0
    assert [fact["kind"] for fact in facts(answer) if fact["level"] != "found"] == ["shallow"]
    assert [fact["about"] for fact in facts(answer) if fact["kind"] == "counted"] == ["0002-quick.md"]
    assert call("verify", work, "--strict").code == 1


def test_a_fork_is_verified_and_told(released: Path, call: Call, tmp_path: Path) -> None:
    fork = tmp_path / "fork"
    git(tmp_path, "clone", "--quiet", "--bare", str(released), str(fork))
    git(released, "update-ref", "refs/heads/main", "main~1")
    told = call("verify", fork, "--against", released)
    assert told.code == 0
    assert "Decisions shared: 1, the last is 0001-founding.md." in told.out
    assert "Only fork decided: Quick (passed)." in told.out
    assert "released has closed nothing since." in told.out


def test_a_fork_that_forged_is_told_as_such(released: Path, call: Call, tmp_path: Path) -> None:
    fork = tmp_path / "fork"
    git(tmp_path, "clone", "--quiet", str(released), str(fork))
    (fork / ".folkmoot" / "people" / "bob.toml").unlink()
    git(fork, "commit", "--quiet", "--all", "--message=Mine")
    told = call("verify", released, "--against", fork)
    assert told.code == 1
    assert "fork: .folkmoot/people/bob.toml" in told.out


@needs_ssh
def test_a_whole_signed_life_ends_in_a_fork(tmp_path: Path, call: Call, life: Community) -> None:
    """Half of the community goes on from before the rule change; both sides verify, signatures too."""
    left = Community(dict(life.snapshots[14].files), life.snapshots[:15])
    number = left.open(41, "appoint", "Fay joins", gives=(Grant("maintainer", "fay"),))
    for name in ("bob", "dan"):
        left.vote(42, number, yes(name))
    assert left.close(49, number) == "passed"
    stayed, gone = in_git(tmp_path / "stayed", life.snapshots), in_git(tmp_path / "gone", left.snapshots)
    told = call("verify", stayed.place, "--against", gone.place)
    assert told.code == 0
    assert "Decisions shared: 4, the last is 0004-first-steering.md." in told.out
    assert "Only stayed decided: Proposals need two thirds (passed)." in told.out
    assert "Only gone decided: Fay joins (passed)." in told.out
    assert "people/fay.toml: In stayed: -. In gone: maintainer." in told.out


@needs_ssh
def test_why_somebody_has_a_role_names_its_term_and_decision(
    tmp_path: Path, call: Call, life: Community
) -> None:
    place = in_git(tmp_path / "r", life.snapshots).place
    listed = json.loads(call("roles", "list", place, "--format", "json").out)["roles"]
    steering = {row["holder"]: (row["until"], row["decision"]) for row in listed if row["role"] == "steering"}
    assert steering == {"ada": ("2026-08-07", "0004"), "cleo": ("2026-08-07", "0004")}
    why = json.loads(call("roles", "why", "emil", place, "--format", "json").out)["terms"]
    assert [(row["role"], row["decision"]) for row in why] == [("maintainer", "0006")]


def test_a_full_disk_leaves_no_half_of_a_key(call: Call, tmp_path: Path) -> None:
    with room_for(20):
        answer = call("checkpoint", "key", ORIGIN, tmp_path / "key")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith(f"error: {tmp_path / 'key'} cannot be written: File too large.\n")
    assert not (tmp_path / "key").exists()
