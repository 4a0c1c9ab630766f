"""`folkmoot people import` writes statements, and never over any."""

from __future__ import annotations

from pathlib import Path

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
