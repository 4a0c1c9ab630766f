"""Package URLs: one canonical form, read and written to the letter of the specification."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.model.purl import LONGEST, Purl, parse_purl, purl

# Cases that contradict another case of the suite, or the type definition beside it: keys of qualifiers are
# lowered by "how to parse", and names of the type git are case sensitive by its definition.
CONTRADICTED = {
    ("gem", "parse", "pkg:gem/jruby-launcher@1.1.2?Platform=java"),
    ("rpm", "parse", "pkg:Rpm/fedora/curl@7.50.3-1.fc25?Arch=i386&Distro=fedora-25"),
    ("git", "validate", "pkg:git/github/Package-url/purl-Spec@244fd47e07d1004f0aed9c"),
}


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("pkg:npm/%40vue/shared@3.5.0", Purl("npm", "shared", "@vue", "3.5.0")),
        ("pkg:npm/@vue/shared", Purl("npm", "shared", "@vue")),
        ("pkg:PyPI/Zope_Interface@1.0.POST1", Purl("pypi", "zope-interface", "", "1.0.post1")),
        ("pkg:maven/org.slf4j/slf4j-api@2.0", Purl("maven", "slf4j-api", "org.slf4j", "2.0")),
        ("pkg:golang/x.org/A/b@v1#sub//./dir/", Purl("golang", "b", "x.org/A", "v1", (), "sub/dir")),
        ("pkg://gem/rake?os=java&a=1&b=", Purl("gem", "rake", "", "", (("a", "1"), ("os", "java")))),
        ("pkg:github/Ada/Tool@ABC", Purl("github", "tool", "ada", "ABC")),
        ("pkg:git/forge.example/ada/tool@abc", Purl("git", "ada/tool", "forge.example", "abc")),
        ("pkg:cargo/a@1.0%2Bb", Purl("cargo", "a", "", "1.0+b")),
    ],
)  # fmt: skip
def test_a_text_is_read_into_its_parts(text: str, parts: Purl) -> None:
    assert parse_purl(text) == parts
    assert parse_purl(str(parts)) == parts


@pytest.mark.parametrize(
    "text",
    [
        "", "npm/x", "pkg:", "pkg:npm", "pkg:npm/", "pkg:n&pm/x", "pkg:1npm/x", "pkg:npm/x?1=2",
        "pkg:npm/x?a=1&a=2",
        "pkg:pypi/space/x", "pkg:maven/x", "pkg:npm/x#a%2Fb", "pkg:npm/a%2Fb/c", "pkg:npm/%FF",
        "pkg:julia/Dates", "pkg:swift/host/x", "pkg:cpan/A::B", "pkg:chrome-extension/dogs",
        f"pkg:npm/{'x' * LONGEST}",
    ],
)  # fmt: skip
def test_what_is_none_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        parse_purl(text)


def test_what_must_be_quoted_is() -> None:
    assert str(purl("npm", "a b", "@x", "1.0+é", [("url", "https://x/?q")])) == (
        "pkg:npm/%40x/a%20b@1.0%2B%C3%A9?url=https:%2F%2Fx%2F%3Fq"
    )


def test_a_package_is_a_version_without_its_version() -> None:
    assert purl("npm", "b", "", "1", [("a", "b")], "c").package == purl("npm", "b")


@pytest.mark.parametrize(
    ("given_purl", "name"),
    [(purl("npm", "b", "@a"), "@a/b"), (purl("maven", "b", "a"), "a:b"), (purl("pypi", "A_b"), "a-b")],
)
def test_the_full_name_is_the_registry_s(given_purl: Purl, name: str) -> None:
    assert given_purl.full_name == name


@given(
    st.text(max_size=60),
    st.text(max_size=20),
    st.text(max_size=60),
    st.sampled_from(["npm", "golang", "pypi"]),
)
def test_what_is_written_is_read_again(name: str, version: str, namespace: str, type_: str) -> None:
    try:
        made = purl(type_, name, namespace, version)
    except ValueError:
        return
    assert parse_purl(str(made)) == made
    assert str(made).isascii()


@given(st.text(max_size=100))
def test_any_text_is_a_package_url_or_refused(text: str) -> None:
    try:
        made = parse_purl("pkg:" + text)
    except ValueError:
        return
    assert str(parse_purl(str(made))) == str(made)


def suite() -> Iterator[tuple[str, dict[str, Any]]]:
    """Give (file, case) of the specification's own test suite, from its repository."""
    repository = Path(os.environ.get("FOLKMOOT_REAL_REPOSITORIES", "")) / "package-url+purl-spec" / "repo"
    if not os.environ.get("FOLKMOOT_REAL_REPOSITORIES") or not repository.exists():
        pytest.skip("the repository of the specification is not here")
    git = ["git", "-C", str(repository)]
    listed = subprocess.run(
        [*git, "ls-tree", "-r", "--name-only", "HEAD", "tests"], capture_output=True, text=True, check=True
    )
    for path in listed.stdout.split():
        shown = subprocess.run([*git, "show", f"HEAD:{path}"], capture_output=True, check=True).stdout
        for case in json.loads(shown)["tests"]:
            yield Path(path).name.removesuffix("-test.json"), case


def answered(case: dict[str, Any]) -> object:
    """Give what we make of a case, in the shape of its expected output; None when it is refused."""
    told = case["input"]
    try:
        if isinstance(told, str):
            made = parse_purl(told)
        else:
            text = {key: told.get(key) or "" for key in ("type", "name", "namespace", "version", "subpath")}
            qualifiers = (told.get("qualifiers") or {}).items()
            made = purl(
                text["type"], text["name"], text["namespace"], text["version"], qualifiers, text["subpath"]
            )
    except ValueError:
        return None
    if not isinstance(case.get("expected_output"), dict):
        return str(made)
    return {
        "type": made.type, "namespace": made.namespace or None, "name": made.name,
        "version": made.version or None, "qualifiers": dict(made.qualifiers) or None,
        "subpath": made.subpath or None,
    }  # fmt: skip


@pytest.mark.shared_data
def test_the_specification_s_own_suite() -> None:
    wrong = {
        (name, case["test_type"], str(case["input"]))
        for name, case in suite()
        if answered(case) != (None if case["expected_failure"] else case["expected_output"])
    }
    assert wrong == CONTRADICTED


@pytest.mark.parametrize(
    ("type_", "name", "expected"),
    [
        ("pypi", "Zope__Interface", "zope-interface"), ("pub", "a-B.c", "a_b_c"), ("hackage", "a_b", "a-b"),
        ("cargo", "A_b", "A_b"),
    ],
)  # fmt: skip
def test_each_type_writes_names_in_its_own_way(type_: str, name: str, expected: str) -> None:
    assert purl(type_, name).name == expected


@pytest.mark.parametrize(
    ("type_", "namespace", "reason"),
    [("pypi", "ada", "has no namespace"), ("maven", "", "has a namespace"), ("n/m", "", "letters, digits")],
)
def test_a_namespace_that_a_type_forbids_or_demands_is_told(type_: str, namespace: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        purl(type_, "x", namespace)


def test_a_name_of_slashes_alone_is_none() -> None:
    with pytest.raises(ValueError, match="has a name"):
        purl("npm", "//")


def test_parts_may_be_as_long_as_they_may_be_together_and_no_longer() -> None:
    assert len(purl("npm", "a" * LONGEST).name) == LONGEST
    with pytest.raises(ValueError, match="at most"):
        purl("npm", "a" * LONGEST, version="1")


def test_a_qualifier_without_a_value_is_left_out_and_one_in_other_letters_is_the_same() -> None:
    assert purl("gem", "x", qualifiers=[("OS", "linux"), ("arch", "")]).qualifiers == (("os", "linux"),)
    with pytest.raises(ValueError, match="only once"):
        purl("gem", "x", qualifiers=[("OS", "linux"), ("os", "")])


def test_a_subpath_leads_nowhere_above() -> None:
    assert purl("golang", "b", "x.org", subpath="../a/./b//").subpath == "a/b"


@pytest.mark.parametrize(
    ("type_", "name", "text"),
    [("npm", "b", "pkg:npm/b"), ("NPM", "b/", "pkg:npm/b"), ("npm", "a:b~c", "pkg:npm/a:b~c")],
)
def test_what_a_package_has_not_leaves_no_sign_behind(type_: str, name: str, text: str) -> None:
    assert str(purl(type_, name)) == text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("npm/x", "begins with pkg:"), ("pkg", "begins with pkg:"), ("deb:npm/x", "begins with pkg:"),
        ("pkg:npm", "a type and a name"), ("pkg:npm/x#a%2Fb", "holds no slash"),
        ("pkg:npm/x?1=2", "a qualifier's key has only"), ("pkg:swift/host/x", "a host and an owner"),
        ("pkg:julia/Dates", "its uuid"), ("pkg:cpan/A::B", "is no module"),
        ("pkg:cpan/ada/Tool", "author is in capitals"),
        ("pkg:chrome-extension/dogs", "32 letters from a to p"),
    ],
)  # fmt: skip
def test_why_a_text_is_none_is_told(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        parse_purl(text)


def test_a_text_may_be_as_long_as_the_limit_and_no_longer() -> None:
    longest = "pkg:npm/".ljust(LONGEST, "x")
    assert str(parse_purl(longest)) == longest
    with pytest.raises(ValueError, match=f"at most {LONGEST}"):
        parse_purl(longest + "x")


@pytest.mark.parametrize(
    ("text", "name", "version"),
    [
        ("pkg:npm/@vue/shared@3.5.0", "shared", "3.5.0"),
        ("pkg:npm/@vue/shared", "shared", ""),
        ("pkg:golang/x.org/b@feature/x", "b", "feature/x"),
        ("PKG:npm/x/", "x", ""),
    ],
    ids=["both", "namespace alone", "a version with a slash", "a slash at the end"],
)
def test_an_at_sign_begins_a_version_or_a_namespace(text: str, name: str, version: str) -> None:
    assert (parse_purl(text).name, parse_purl(text).version) == (name, version)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("pkg:npm/x#a#b", Purl("npm", "x#a", subpath="b")),
        ("pkg:npm/x?a=1?b=2", Purl("npm", "x?a=1", qualifiers=(("b", "2"),))),
        ("pkg:npm/x?url=a=b", Purl("npm", "x", qualifiers=(("url", "a=b"),))),
        ("pkg:npm/x@1@2", Purl("npm", "x@1", version="2")),
    ],
    ids=["subpath", "qualifiers", "a value", "version"],
)  # fmt: skip
def test_the_last_sign_parts_a_text_and_the_first_a_qualifier(text: str, parts: Purl) -> None:
    assert parse_purl(text) == parts


def test_the_type_git_is_known_in_capitals_too() -> None:
    assert parse_purl("pkg:GIT/forge.example/ada/tool") == Purl("git", "ada/tool", "forge.example")


@pytest.mark.parametrize(
    "text",
    [
        "pkg:julia/Dates?uuid=ade2ca70", "pkg:swift/host/owner/x", "pkg:cpan/ADA/Tool@1.55",
        f"pkg:chrome-extension/{'ap' * 16}", f"pkg:chrome-extension/{'ap' * 16}@1.2.3.4",
    ],
)  # fmt: skip
def test_what_keeps_the_rules_of_its_type_is_one(text: str) -> None:
    assert str(parse_purl(text)) == text


@pytest.mark.parametrize("version", ["1.2.3.4.5", "1.a", "1."])
def test_an_extension_has_up_to_four_numbers_as_version(version: str) -> None:
    with pytest.raises(ValueError, match="four numbers"):
        purl("chrome-extension", "ap" * 16, version=version)


DATABRICKS = [("repository_url", "https://adb-1.azuredatabricks.net/api")]


@pytest.mark.parametrize(
    ("type_", "qualifiers", "name"),
    [
        ("mlflow", DATABRICKS, "creditfraud"),
        ("mlflow", [("repository_url", "https://ml.example/api")], "CreditFraud"),
        ("npm", DATABRICKS, "CreditFraud"),
    ],
)
def test_databricks_alone_ignores_the_case_of_models(
    type_: str, qualifiers: list[tuple[str, str]], name: str
) -> None:
    assert purl(type_, "CreditFraud", qualifiers=qualifiers).name == name
