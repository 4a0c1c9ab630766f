"""Maven's and Gradle's files."""

from __future__ import annotations

import pytest

from folkmoot.supply.manifests import format_of
from supply.reading_files import read, told

POM = """\
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <parent>
    <groupId>org.folk</groupId><artifactId>parent</artifactId><version>1.0</version>
  </parent>
  <artifactId>mine</artifactId>
  <properties>
    <a.version>${base}.2</a.version>
    <loop>${loop}</loop>
  </properties>
  <dependencies>
    <dependency>
      <groupId>org.a</groupId><artifactId>a</artifactId><version>${a.version}</version>
    </dependency>
    <dependency>
      <groupId>org.b</groupId><artifactId>b</artifactId><version>[1.0,2.0)</version><scope>test</scope>
    </dependency>
    <dependency>
      <groupId>${project.groupId}</groupId><artifactId>c</artifactId><version>${project.version}</version>
      <classifier>tests</classifier><type>test-jar</type><optional>true</optional>
    </dependency>
    <dependency><groupId>org.m</groupId><artifactId>managed</artifactId></dependency>
    <dependency>
      <groupId>org.x</groupId><artifactId>open</artifactId><version>${loop}</version><scope>provided</scope>
    </dependency>
  </dependencies>
  <build><plugins>
    <plugin><artifactId>maven-jar-plugin</artifactId><version>3.4.0</version></plugin>
    <plugin><artifactId>maven-war-plugin</artifactId></plugin>
  </plugins></build>
</project>
"""
PARENT = """\
<project>
  <groupId>org.folk</groupId><artifactId>parent</artifactId><version>1.0</version>
  <properties><base>7.1</base><a.version>never</a.version></properties>
  <dependencyManagement><dependencies>
    <dependency>
      <groupId>org.m</groupId><artifactId>managed</artifactId><version>4.0</version><scope>test</scope>
    </dependency>
  </dependencies></dependencyManagement>
</project>
"""


def test_a_pom_with_properties_and_a_parent_in_the_tree() -> None:
    manifest = read("app/pom.xml", POM, {"pom.xml": PARENT})
    assert told(manifest) == [
        "11: org.a:a@7.1.2 runtime direct '7.1.2'",
        "14: org.b:b development direct '[1.0,2.0)'",
        "17: org.folk:c@1.0 optional direct '1.0'",
        "21: org.m:managed@4.0 development direct '4.0'",
        "22: org.x:open build direct '${loop}'",
        "27: org.apache.maven.plugins:maven-jar-plugin@3.4.0 build direct '3.4.0'",
    ]
    assert str(manifest.components[2].purl) == "pkg:maven/org.folk/c@1.0?classifier=tests&type=test-jar"
    assert str(manifest.own) == "pkg:maven/org.folk/mine@1.0"


@pytest.mark.parametrize("where", ["../../../etc/passwd", "/etc/passwd", "file:///etc/passwd", "pom.xml"])
def test_a_parent_outside_of_the_tree_is_not_read(where: str) -> None:
    parent = f"<parent><relativePath>{where}</relativePath></parent>"
    dependency = (
        "<dependency><groupId>g</groupId><artifactId>a</artifactId><version>${v}</version></dependency>"
    )
    text = f"<project>{parent}<dependencies>{dependency}</dependencies></project>"
    manifest = read(
        "app/pom.xml", text, {"etc/passwd": "<project><properties><v>1</v></properties></project>"}
    )
    assert told(manifest) == ["1: g:a runtime direct '${v}'"]


HOSTILE = {
    "entities": '<!DOCTYPE p [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><project>&b;</project>',
    "a file": """<!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/passwd">]><project><name>&x;</name></project>""",
    "an outer type": '<!DOCTYPE p SYSTEM "http://x.example/d" [<!ENTITY % x SYSTEM "http://x.example/">%x;]><p/>',
    "depth": "<project>" * 5_000,
    "no project": "<html/>",
    "half": "<project><dependencies>",
    "an encoding": '<?xml version="1.0" encoding="klingon"?><project/>',
    "nothing": "",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_xml_is_one_problem(text: str) -> None:
    manifest = read("pom.xml", text)
    assert manifest.components == ()
    assert len(manifest.problems) == 1


def test_properties_that_grow_are_bounded() -> None:
    grown = "".join(
        f"<p{n}>{'${p' + str(n - 1) + '}' * 1}{('${p' + str(n - 1) + '}') * 9}</p{n}>" for n in range(1, 30)
    )
    dependency = (
        "<dependency><groupId>g</groupId><artifactId>a</artifactId><version>${p29}</version></dependency>"
    )
    text = (
        f"<project><properties><p0>xxxxxxxxxx</p0>{grown}</properties>"
        f"<dependencies>{dependency}</dependencies></project>"
    )
    assert len(read("pom.xml", text).components[0].requirement) <= 1_000


def test_gradle_lockfile() -> None:
    text = """\
# This is a Gradle generated file
org.a:a:1.0=compileClasspath,testRuntimeClasspath
org.b:b:2.0=testCompileClasspath
broken line
empty=annotationProcessor
"""
    manifest = read("gradle.lockfile", text)
    assert told(manifest) == ["2: org.a:a@1.0 runtime ?", "3: org.b:b@2.0 development ?"]
    assert [each.line for each in manifest.problems] == [4]
    assert read("buildscript-gradle.lockfile", "org.a:a:1.0=classpath").components[0].scope == "build"
    assert told(read("gradle/dependency-locks/main.lockfile", "org.a:a:1.0")) == ["1: org.a:a@1.0 runtime ?"]


def test_version_catalogue() -> None:
    text = """\
[versions]
a = "1.0"
rich = { strictly = "[1.0, 2.0[", prefer = "1.5" }

[libraries]
a = { module = "org.a:a", version.ref = "a" }
b = { group = "org.b", name = "b", version = "2.+" }
c = "org.c:c:3.0"
d = { module = "org.d:d", version.ref = "rich" }
e = { module = "org.e:e" }
"""
    assert told(read("gradle/libs.versions.toml", text)) == [
        "6: org.a:a@1.0 runtime direct '1.0'",
        "7: org.b:b runtime direct '2.+'",
        "8: org.c:c@3.0 runtime direct '3.0'",
        "9: org.d:d runtime direct '[1.0, 2.0['",
        "10: org.e:e runtime direct",
    ]


def depending(inner: str, more: str = "") -> str:
    """Give a pom with one dependency that says this of itself."""
    said = f"<groupId>g</groupId><artifactId>a</artifactId>{inner}"
    return f"<project>{more}<dependencies><dependency>{said}</dependency></dependencies></project>"


@pytest.mark.parametrize(
    ("wanted", "version"),
    [
        ("1.0", "1.0"), ("[1.0]", "1.0"), ("[ 1.0 ]", "1.0"), ("[1.0,)", ""),
        ("(,1.0]", ""), ("[1.0],[2.0]", ""),
        ("LATEST", ""), ("RELEASE", ""), ("${unknown}", ""), ("1.0-SNAPSHOT", "1.0-SNAPSHOT"), ("", ""),
    ],
)  # fmt: skip
def test_only_one_possible_version_is_one(wanted: str, version: str) -> None:
    (found,) = read("pom.xml", depending(f"<version>{wanted}</version>")).components
    assert (found.purl.version, found.requirement) == (version, wanted)


@pytest.mark.parametrize(
    ("said", "scope"),
    [
        ("<scope>test</scope>", "development"), ("<scope>provided</scope>", "build"),
        ("<scope>system</scope>", "build"), ("<scope>runtime</scope>", "runtime"), ("", "runtime"),
        ("<optional>true</optional>", "optional"), ("<optional>false</optional>", "runtime"),
        ("<scope>test</scope><optional>true</optional>", "development"),
    ],
)  # fmt: skip
def test_a_scope_says_what_a_dependency_is_there_for(said: str, scope: str) -> None:
    (found,) = read("pom.xml", depending(f"<version>1</version>{said}")).components
    assert str(found.scope) == scope


def test_spaces_about_a_property_are_none_of_its_value() -> None:
    text = depending("<version> ${v} </version>", "<properties><v> 1.2 </v></properties>")
    assert read("pom.xml", text).components[0].purl.version == "1.2"


@pytest.mark.parametrize("name", ["pom.xml", "x/pom.xml", "maven/a-1.0.pom"])
def test_poms_have_one_name_or_ending(name: str) -> None:
    assert len(read(name, depending("<version>1</version>")).components) == 1


@pytest.mark.parametrize("where", ["../parent", "../parent/pom.xml"])
def test_a_parent_may_be_named_by_its_folder(where: str) -> None:
    parent = f"<parent><relativePath>{where}</relativePath></parent>"
    above = {"parent/pom.xml": "<project><properties><v>3.1</v></properties></project>"}
    (found,) = read("app/pom.xml", depending("<version>${v}</version>", parent), above).components
    assert found.purl.version == "3.1"


def test_the_nearest_pom_counts_and_a_broken_one_above_ends_the_search() -> None:
    parent = "<parent><artifactId>p</artifactId></parent>"
    near = f"<project>{parent}<properties><v>2</v></properties></project>"
    far = "<project><properties><v>1</v><w>9</w></properties></project>"
    text = depending("<version>${v}.${w}</version>", parent)
    whole = {"a/pom.xml": near, "pom.xml": far}
    assert read("a/b/pom.xml", text, whole).components[0].purl.version == "2.9"
    broken = {"a/pom.xml": "<broken", "pom.xml": far}
    assert read("a/b/pom.xml", text, broken).components[0].purl.version == ""


@pytest.mark.parametrize("path", ["gradle.lockfile", "x/gradle/dependency-locks/runtimeClasspath.lockfile"])
def test_lock_files_of_gradle_have_their_names_and_places(path: str) -> None:
    assert told(read(path, "g:a:1.0=compileClasspath\n")) == ["1: g:a@1.0 runtime ?"]


def test_another_lockfile_is_none_of_gradle_s() -> None:
    assert format_of("other/runtime.lockfile") is None
