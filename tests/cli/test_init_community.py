"""`folkmoot init --community` writes a folkmoot.toml, and never over one."""

from __future__ import annotations

from pathlib import Path

import pytest

from folkmoot.model.community import Listed
from folkmoot.sources.community_file import read_community
from sources.forges.forge_at_hand import TOKEN, fake, needs_schema
from sources.forges.rest_forge import RestForge

from .conftest import Call


def test_options_say_everything(call: Call, own_folders: Path) -> None:
    answer = call("init", "--community", "--name", 'Ada\'s "Engines"', "--repositories", "../server",
                  "--repositories", "forgejo+https://code.example.org/ada/loom",
                  "--time-zone", "Europe/London", "--response-days", 3)  # fmt: skip
    assert (answer.code, answer.out) == (0, "folkmoot.toml\n")
    found = read_community(own_folders / "folkmoot.toml")
    assert found.name == 'Ada\'s "Engines"'
    assert found.repositories == (
        Listed("../server"),
        Listed("forgejo+https://code.example.org/ada/loom", has_own_forge=True),
    )
    assert (found.time_zone, found.response_days) == ("Europe/London", 3)


def test_a_file_is_never_written_over(call: Call, own_folders: Path) -> None:
    (own_folders / "folkmoot.toml").write_text("# mine")
    answer = call("init", "--community", "--repositories", ".")
    assert answer.code == 2
    assert "not written over" in answer.err
    assert (own_folders / "folkmoot.toml").read_text() == "# mine"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "No repository was named"),
        (["--repositories", ".", "--time-zone", "Mars"], "time_zone is 'Mars'"),
    ],
)
def test_what_makes_no_sense_leaves_no_file(
    call: Call, own_folders: Path, arguments: list[str], said: str
) -> None:
    answer = call("init", "--community", *arguments)
    assert answer.code == 2
    assert said in answer.err
    assert not (own_folders / "folkmoot.toml").exists()


def test_on_a_terminal_it_asks(call: Call, own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["Engines", "../a ../b", "", 7])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("click.prompt", lambda *_, **__: next(answers))
    assert call("init", "--community").code == 0
    found = read_community(own_folders / "folkmoot.toml")
    assert [one.at for one in found.repositories] == ["../a", "../b"]
    assert (found.name, found.response_days) == ("Engines", 7)


@needs_schema
def test_an_organisation_becomes_its_repositories(
    call: Call, own_folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOLKMOOT_GITHUB_TOKEN", TOKEN)
    forge = fake()
    (project,) = forge.world.values()
    forge.world["ada/mill"] = {**project, "nameWithOwner": "ada/mill"}
    with forge.serving() as base:
        answer = call("init", "--community", "--repositories", f"github+{base}/ada")
    assert "2 repositories" in answer.err
    assert read_community(own_folders / "folkmoot.toml").repositories == (
        Listed(f"github+{base}/ada/loom", has_own_forge=True),
        Listed(f"github+{base}/ada/mill", has_own_forge=True),
    )


@needs_schema
def test_an_organisation_of_one_repository_has_one(
    call: Call, own_folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOLKMOOT_GITHUB_TOKEN", TOKEN)
    with fake().serving() as base:
        answer = call("init", "--community", "--repositories", f"github+{base}/ada")
    assert "/ada: one repository." in answer.err
    assert len(read_community(own_folders / "folkmoot.toml").repositories) == 1


def test_an_address_of_no_known_forge_is_written_down_without_one(call: Call, own_folders: Path) -> None:
    answer = call("init", "--community", "--repositories", "https://code.lovelace.example/ada/loom")
    assert answer.code == 0
    assert "No forge is known by 'https://code.lovelace.example/ada/loom'. It is written down" in answer.err
    found = read_community(own_folders / "folkmoot.toml")
    assert found.repositories == (Listed("https://code.lovelace.example/ada/loom"),)


def test_an_organisation_at_a_forge_below_a_path_is_asked_for(
    call: Call, own_folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOLKMOOT_GITLAB_TOKEN", TOKEN)
    forge = RestForge("gitlab", "git/api/v4", {}, lambda found, _: found, "per_page")
    forge.rows["groups/ada/projects"] = [{"path_with_namespace": "ada/loom"}]
    with forge.serving() as base:
        place = f"gitlab+{base}/git//ada"
        assert call("init", "--community", "--repositories", place).code == 0
    found = read_community(own_folders / "folkmoot.toml")
    assert found.repositories == (Listed(f"{place}/loom", has_own_forge=True),)


def test_a_forge_that_does_not_answer_leaves_the_pattern(call: Call, own_folders: Path) -> None:
    answer = call("init", "--community", "--repositories", "https://github.com/engines")
    assert answer.code == 0
    assert "only with a token" in answer.err
    found = read_community(own_folders / "folkmoot.toml")
    assert found.repositories == (Listed("https://github.com/engines/*", has_own_forge=True),)


def test_what_was_not_counted_is_not_said_to_be_one(call: Call, own_folders: Path) -> None:
    answer = call("init", "--community", "--repositories", "https://github.com/engines")
    assert "repositor" not in answer.err
    assert "hint: set FOLKMOOT_GITHUB_TOKEN" in answer.err
    assert (own_folders / "folkmoot.toml").exists()


def test_a_folder_that_is_not_there_is_told_and_written_down(call: Call, own_folders: Path) -> None:
    (own_folders / "hall").mkdir()
    answer = call("init", "--community", "--repositories", "hall", "--repositories", "../nowhere")
    assert (answer.code, "hall is not there" in answer.err) == (0, False)
    assert "../nowhere is not there yet" in answer.err
