"""NuGet's files."""

from __future__ import annotations

import json

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
