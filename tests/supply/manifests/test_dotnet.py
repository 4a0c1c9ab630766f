"""NuGet's files."""

from __future__ import annotations

import json

import pytest

from supply.reading_files import needs, read, told

PROJECT = """\
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><JsonVersion>13.0.1</JsonVersion></PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Newtonsoft.Json" Version="$(JsonVersion)" />
    <PackageReference Include="Ranged" Version="[1.0,2.0)" />
    <PackageReference Include="Floating" Version="1.*" />
    <PackageReference Include="Exact"><Version>[4.0.0]</Version></PackageReference>
    <PackageReference Include="Central" />
    <PackageReference Include="Analyser" Version="1.0.0" PrivateAssets="all" />
    <PackageReference Update="Other" Version="1.0.0" />
    <ProjectReference Include="..\\Other.csproj" />
  </ItemGroup>
</Project>
"""
CENTRAL = '<Project><ItemGroup><PackageVersion Include="central" Version="7.0.0" /></ItemGroup></Project>'


def test_a_project_with_central_versions() -> None:
    manifest = read("src/app/App.csproj", PROJECT, {"Directory.Packages.props": CENTRAL})
    assert told(manifest) == [
        "4: Newtonsoft.Json@13.0.1 runtime direct '13.0.1'",
        "5: Ranged runtime direct '[1.0,2.0)'",
        "6: Floating runtime direct '1.*'",
        "7: Exact@4.0.0 runtime direct '[4.0.0]'",
        "8: Central@7.0.0 runtime direct '7.0.0'",
        "9: Analyser@1.0.0 build direct '1.0.0'",
    ]


def test_a_broken_file_of_central_versions_leaves_versions_open() -> None:
    manifest = read("App.fsproj", PROJECT, {"Directory.Packages.props": "<broken"})
    assert [each.purl.version for each in manifest.components if each.purl.name == "Central"] == [""]


def test_packages_config() -> None:
    text = """<packages>
  <package id="A" version="1.0.0" />
  <package id="B" version="2.0.0" developmentDependency="true" />
</packages>"""
    assert told(read("packages.config", text)) == ["2: A@1.0.0 runtime ?", "3: B@2.0.0 build ?"]


def test_packages_lock_gives_a_package_of_several_frameworks_once() -> None:
    framework = {
        "A": {"type": "Direct", "resolved": "1.0.0", "contentHash": "qqo=", "dependencies": {"b": "1.0"}},
        "B": {"type": "Transitive", "resolved": "2.0.0"},
        "Mine": {"type": "Project"},
    }
    text = json.dumps({"dependencies": {"net8.0": framework, "net9.0": framework}}, indent=1)
    manifest = read("packages.lock.json", text)
    assert [line.split(": ")[1] for line in told(manifest)] == [
        "A@1.0.0 runtime direct",
        "B@2.0.0 runtime needed",
    ]
    assert needs(manifest) == {"A@1.0.0": ["B@2.0.0"]}
    assert manifest.components[0].hashes == (("sha512", "aaaa"),)


def test_xml_that_is_none_is_a_problem() -> None:
    assert len(read("packages.config", "<other/>").problems) == 1
    assert len(read("App.csproj", "no xml").problems) == 1


def reference(
    inner: str, beside: dict[str, str] | None = None, path: str = "a/b/App.csproj"
) -> tuple[str, str]:
    """Give (version, what is asked for) of the one package that a project refers to."""
    (found,) = read(path, f"<Project><ItemGroup>{inner}</ItemGroup></Project>", beside).components
    return found.purl.version, found.requirement


@pytest.mark.parametrize(
    ("wanted", "version"),
    [
        ("1.0.0", "1.0.0"), ("[1.0.0]", "1.0.0"), ("1.0.0-beta.1+a", "1.0.0-beta.1+a"), (" 1.0 ", "1.0"),
        ("[1.0.0", ""), ("1.0.0]", ""), ("(1.0,)", ""), ("1.*", ""), ("$(Unknown)", ""), ("", ""),
    ],
)  # fmt: skip
def test_only_one_version_is_exact(wanted: str, version: str) -> None:
    assert reference(f'<PackageReference Include="A" Version="{wanted}" />') == (version, wanted.strip())


def test_a_project_s_own_version_comes_before_the_central_one() -> None:
    central = {"Directory.Packages.props": CENTRAL}
    for told_as, version in [("Version", "2.0"), ("VersionOverride", "3.0")]:
        assert (
            reference(f'<PackageReference Include="Central" {told_as}="{version}" />', central)[0] == version
        )
    both = '<PackageReference Include="Central" Version="2.0" VersionOverride="3.0" />'
    assert reference(both, central)[0] == "3.0"


def test_the_nearest_file_of_central_versions_is_the_one() -> None:
    near = {
        "Directory.Packages.props": CENTRAL, "a/Directory.Packages.props": CENTRAL.replace("7.0.0", "8.0.0"),
        "a/b/c/Directory.Packages.props": CENTRAL.replace("7.0.0", "9.0.0"),
    }  # fmt: skip
    assert reference('<PackageReference Include="CENTRAL" />', near)[0] == "8.0.0"


def test_a_property_of_the_central_file_holds_below() -> None:
    central = (
        "<Project><PropertyGroup><V> 5.0.0 </V></PropertyGroup><ItemGroup>"
        '<PackageVersion Include="Central" Version="$(V)" /></ItemGroup></Project>'
    )
    assert (
        reference('<PackageReference Include="Central" />', {"Directory.Packages.props": central})[0]
        == "5.0.0"
    )


@pytest.mark.parametrize(
    ("private", "scope"), [("all", "build"), ("All", "build"), ("compile", "runtime"), ("", "runtime")]
)
def test_what_is_private_as_a_whole_is_there_for_the_build(private: str, scope: str) -> None:
    text = f'<Project><PackageReference Include="A" PrivateAssets="{private}" /></Project>'
    assert str(read("App.vbproj", text).components[0].scope) == scope


@pytest.mark.parametrize("path", ["Directory.Build.props", "src/Directory.Build.props", "x/A.fsproj"])
def test_a_reference_in_a_file_for_many_projects_counts(path: str) -> None:
    assert reference('<PackageReference Include="A" Version="1.0" />', path=path) == ("1.0", "1.0")


def test_a_package_that_one_framework_asks_for_is_asked_for() -> None:
    text = json.dumps({
        "dependencies": {
            "net8.0": {"A": {"type": "Transitive", "resolved": "1.0.0"}},
            "net9.0": {"a": {"type": "Direct", "resolved": "1.0.0"}},
        }
    }, indent=1)  # fmt: skip
    assert told(read("packages.lock.json", text)) == ["4: A@1.0.0 runtime direct"]


def test_each_framework_has_its_own_version_at_its_own_line() -> None:
    text = json.dumps({
        "dependencies": {
            "net8.0": {"A": {"type": "Direct", "resolved": "1.0.0", "dependencies": {"B": "1"}},
                       "b": {"type": "Transitive", "resolved": "3.0.0"}},
            "net9.0": {"A": {"type": "Direct", "resolved": "2.0.0", "dependencies": {"B": "1"}},
                       "B": {"type": "Transitive", "resolved": "4.0.0"}},
        }
    }, indent=1)  # fmt: skip
    manifest = read("packages.App.lock.json", text)
    assert [line.partition(" ")[2] for line in told(manifest)] == [
        "A@1.0.0 runtime direct", "b@3.0.0 runtime needed", "A@2.0.0 runtime direct",
        "B@4.0.0 runtime needed",
    ]  # fmt: skip
    lines = [each.line for each in manifest.components]
    assert lines == sorted(set(lines))
    assert needs(manifest) == {"A@1.0.0": ["b@3.0.0"], "A@2.0.0": ["B@4.0.0"]}
