"""Maven's and Gradle's files."""

from __future__ import annotations

import pytest

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
