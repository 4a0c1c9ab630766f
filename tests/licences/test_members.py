"""The licences of packages that are made in folders of one project."""

from __future__ import annotations

import pytest

from checks.trees import ground
from folkmoot.licences import members
from folkmoot.licences.members import members_of
from folkmoot.model.licence import Member
from licences.licence_texts import MIT, text_of

ROOT = '[workspace.package]\nlicense = "MIT OR Apache-2.0"\n'
CARGO = '[package]\nname = "a"\nlicense{}\n'
POM = "<project><parent><artifactId>top</artifactId></parent>{}</project>"
LICENSED = "<licenses><license><name>Apache-2.0</name></license></licenses>"


def found(files: dict[str, str | None], links: tuple[str, ...] = ()) -> dict[str, Member]:
    told = members_of(ground(files, links), {path: f"pkg:x/{path}" for path in files if "/" in path})
    return {each.path: each for each in told}


@pytest.mark.parametrize(
    ("path", "text", "expression"),
    [
        ("a/package.json", '{"license": "ISC"}', "ISC"),
        ("a/Cargo.toml", CARGO.format(' = "MIT"'), "MIT"),
        ("a/b/Cargo.toml", CARGO.format(".workspace = true"), "MIT OR Apache-2.0"),
        ("a/Cargo.toml", CARGO.format('-file = "x"'), ""),
        ("a/pyproject.toml", '[project]\nlicense = "BSD-3-Clause"\n', "BSD-3-Clause"),
        ("a/pom.xml", POM.format(""), "Apache-2.0"),
        ("a/pom.xml", POM.format("<licenses><license><name>MIT</name></license></licenses>"), "MIT"),
        ("a/pom.xml", "<project></project>", ""),
        ("a/Cargo.toml", "[[[", ""),
        ("a/go.mod", "module m", ""),
    ],
)
def test_a_manifest_below_declares_or_takes_from_above(path: str, text: str, expression: str) -> None:
    told = found({"Cargo.toml": ROOT, "pom.xml": f"<project>{LICENSED}</project>", path: text})
    assert told[path].expression == expression


def test_a_licence_file_in_the_folder_speaks_for_the_package() -> None:
    told = found({"LICENSE": text_of("Apache-2.0"), "api/go.mod": "module m", "api/LICENSE": MIT})
    assert (told["api/go.mod"].expression, told["api/go.mod"].said[0].path) == ("MIT", "api/LICENSE")


def test_a_module_of_go_comes_with_the_licence_file_of_the_top() -> None:
    files = {"LICENSE": MIT, "api/go.mod": "module m", "web/package.json": "{}"}
    told = found(files)
    assert (told["api/go.mod"].expression, told["api/go.mod"].said[0].path) == ("MIT", "LICENSE")
    assert told["web/package.json"].said == ()


def test_go_takes_no_other_name_from_the_top() -> None:
    told = found({"LICENSE.md": MIT, "COPYING": MIT, "api/go.mod": "module m"})
    assert told["api/go.mod"].said == ()


def test_what_text_and_manifest_do_not_agree_on_is_not_clear() -> None:
    told = found({"a/package.json": '{"license": "ISC OR MIT"}', "a/LICENSE": "Ask Ada."})["a/package.json"]
    assert (told.expression, len(told.said)) == ("", 2)


def test_what_states_nothing_has_said_nothing() -> None:
    assert found({"a/package.json": "{}"})["a/package.json"].said == ()


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("tests/Cargo.toml", '[package]\nname = "t"\npublish = false\n'),
        ("tests/Cargo.toml", '[package]\nname = "t"\n publish=[ ]\n'),
        ("site/package.json", '{"name": "site", "private":\n true}'),
    ],
)
def test_what_nobody_publishes_need_not_state_a_licence(path: str, text: str) -> None:
    folder = path.partition("/")[0]
    assert found({path: text}) == {}
    assert found({path: text, f"{folder}/LICENSE": MIT})[path].expression == "MIT"
    assert path in found(
        {path: text.replace("false", "true").replace("[ ]", '["ours"]').replace("\n true", "0")}
    )


def test_what_is_not_in_this_clone_is_not_known() -> None:
    told = found({"a/package.json": '{"license": "MIT"}', "a/LICENSE": None, "b/package.json": None})
    assert {path: (each.expression, each.is_unread) for path, each in told.items() if "json" in path} == {
        "a/package.json": ("", True),
        "b/package.json": ("", True),
    }


def test_a_link_to_the_text_at_the_top_is_followed() -> None:
    told = found({"LICENSE": MIT, "a/package.json": "{}", "a/LICENSE": "../LICENSE"}, links=("a/LICENSE",))
    assert told["a/package.json"].expression == "MIT"


def test_copies_of_a_text_are_compared_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    compare = members.text_said
    monkeypatch.setattr(members, "text_said", lambda path, text: asked.append(path) or compare(path, text))
    told = found({f"p{n}/{name}": MIT for n in range(9) for name in ("LICENSE", "package.json")})
    assert {each.expression for path, each in told.items() if path.endswith("json")} == {"MIT"}
    assert len(asked) == 1


def test_what_stands_at_the_top_is_the_project_and_no_member() -> None:
    assert members_of(ground({"package.json": '{"license": "MIT"}'}), {"package.json": "pkg:npm/a"}) == ()
