"""What a repository is called."""

from __future__ import annotations

from pathlib import Path

import pytest

from folkmoot.sources.git.location import locate
from folkmoot.sources.git.naming import default_store_name, name_of, web_of
from sources.git.repositories import Repository, small_history


@pytest.fixture
def made(tmp_path: Path) -> Repository:
    return small_history(tmp_path / "made")


def configured(tmp_path: Path, config: str) -> str:
    """Name a folder called `here` whose configuration is `config`."""
    made = Repository.create(tmp_path / "here")
    (made.place / "config").write_text(config)
    return name_of(locate(str(made.place)))


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://host.invalid/ada/engine.git", "ada/engine"),
        ("https://ada:t0ken@host.invalid/ada/engine", "ada/engine"),
        ("git@host.invalid:ada/engine.git", "ada/engine"),
        ("ssh://git@host.invalid:2222/group/ada/engine.git", "ada/engine"),
        ("/some/folder/engine.git", "here"),
        ("../engine", "here"),
        ("ext::sh -c true", "here"),
    ],
)
def test_a_clone_is_called_as_its_forge_calls_it(tmp_path: Path, url: str, name: str) -> None:
    told = f'[core]\n\tbare = true\n[remote "origin"]\n\tfetch = +refs/*:refs/*\n\turl = {url}\n'
    assert configured(tmp_path, told) == name


def test_another_remote_does_not_name_it(tmp_path: Path) -> None:
    told = '[remote "origin"]\n\tfetch = x\n[remote "fork"]\n\turl = https://host.invalid/eve/engine\n'
    assert configured(tmp_path, told) == "here"


@pytest.mark.parametrize(
    "piece", ["\n", " ", "[", "[remote ", '[remote "origin"]', '[remote "origin"]\n', "url ="]
)
def test_a_configuration_without_end_names_nothing(tmp_path: Path, piece: str) -> None:
    assert configured(tmp_path, piece * (500_000 // len(piece))) == "here"


@pytest.mark.parametrize(
    ("origin", "name"),
    [
        ("https://host.invalid/group/part/thing.git/", "part/thing"),
        ("git@host.invalid:group/thing", "group/thing"),
        ("https://host.invalid/thing", "host.invalid/thing"),
    ],
)
def test_a_url_is_called_by_its_last_two_words(origin: str, name: str) -> None:
    assert name_of(locate(origin)) == name


def test_a_folder_is_called_by_its_name(tmp_path: Path) -> None:
    for path, name in (("thing.git", "thing"), ("other/repo", "other"), ("third/.git", "third")):
        Repository.create(tmp_path / path)
        assert name_of(locate(str(tmp_path / path))) == name


def test_a_set_of_repositories_has_one_store_in_any_order(made: Repository, tmp_path: Path) -> None:
    other = Repository.create(tmp_path / "other")
    both = [str(made.place), str(other.place)]
    assert default_store_name(both) == default_store_name(both[::-1])
    assert default_store_name(both) != default_store_name(both[:1])
    assert "t0ken" not in default_store_name(["https://ada:t0ken@host.invalid/x"])


@pytest.mark.parametrize(
    ("origin", "expected"),
    [
        ("https://github.com/harbour/boats.git", "https://github.com/harbour/boats"),
        ("git@github.com:harbour/boats.git", "https://github.com/harbour/boats"),
        ("ssh://git@forge.test:2222/harbour/fleet/boats/", "https://forge.test/harbour/fleet/boats"),
        ("file:///srv/boats.git", ""),
        ("/srv/boats", ""),
        ("https://forge.test/a b/<x>", ""),
        ("", ""),
    ],
)
def test_the_web_address_follows_from_the_git_url(origin: str, expected: str) -> None:
    assert web_of(origin) == expected
