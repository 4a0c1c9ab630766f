"""`folkmoot people import` writes statements, and never over any."""

from __future__ import annotations

from pathlib import Path

from sources.git.repositories import Repository

from .conftest import Call


def test_statements_are_written_and_what_people_stated_is_kept(call: Call, own_folders: Path) -> None:
    place = own_folders / ".folkmoot" / "people"
    place.mkdir(parents=True)
    (place / "bob.toml").write_text('identities = ["bob@x.example"]')
    (own_folders / "aliases").write_text("a@y.example ada@x.example\nb@y.example bob@x.example\n")
    answer = call("people", "import", "aliases")
    assert answer.code == 0
    assert sorted(one.name for one in place.iterdir()) == ["ada-x-example.toml", "bob.toml"]
    assert "left as it is: bob-x-example.toml" in answer.err
    assert call("people", "import", "aliases").out == ""


def test_employers_and_domains_become_one_file(call: Call, own_folders: Path) -> None:
    (own_folders / "domain-map").write_text(
        "engines.example Engines Ltd\ngmail.com Mail\nada!x.example Looms < 2020-01-01\n???\n"
    )
    answer = call("people", "import", "domain-map")
    assert answer.code == 0
    place = own_folders / ".folkmoot" / "organisations-domain-map.toml"
    assert answer.out.strip().endswith("organisations-domain-map.toml")
    assert 'name = "Engines Ltd"' in place.read_text()
    assert 'organisation = "Looms", until = 2019-12-31' in place.read_text()
    assert "1 say nothing about an employer, and are left out: gmail.com" in answer.err
    assert "1 make no sense here, and are left out: ???" in answer.err
    assert not (own_folders / ".folkmoot" / "people").exists()
    assert "left as it is: organisations-domain-map.toml" in call("people", "import", "domain-map").err


def test_only_people_a_project_knows_are_taken(call: Call, project: Repository, own_folders: Path) -> None:
    assert call("sync", project.place).code == 0
    known = next(
        line.rpartition("<")[2].rstrip(">")
        for line in call("people", "list", project.place).out.splitlines()
        if "<" in line
    )
    (own_folders / "email-map").write_text(f"{known} Engines\nstranger@x.example Looms\n")
    target = own_folders / "target"
    target.mkdir()
    answer = call("people", "import", "email-map", target, "--known", project.place)
    assert answer.code == 0, answer.err
    written = (target / ".folkmoot" / "organisations-email-map.toml").read_text()
    assert known in written
    assert "stranger@x.example" not in written


def test_a_file_that_tells_of_nobody_who_is_known_says_so(
    call: Call, project: Repository, own_folders: Path
) -> None:
    assert call("sync", project.place).code == 0
    (own_folders / "email-map").write_text("stranger@x.example Looms\n")
    answer = call("people", "import", "email-map", "--known", project.place)
    assert (answer.code, answer.out) == (0, "")
    assert "Nobody of whom email-map tells has an address that is known there." in answer.err
