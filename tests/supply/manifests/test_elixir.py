"""What Mix is asked for, and what it locked."""

from __future__ import annotations

import pytest

from supply.reading_files import needs, read, told

SUM, ARCHIVE = "a" * 64, "b" * 64
CRYPTO = '{:crypto, "~> 1.2", [hex: :plug_crypto, repo: "hexpm", optional: false]}'
GONE = '{:gone, ">= 0.0.0", [hex: :gone, repo: "hexpm", optional: true]}'
HALL = f'{{:hex, :hall, "2.0.0-rc.1", "{SUM}", [:mix], [{CRYPTO}, {GONE}], "hexpm:oak", "{ARCHIVE}"}}'
LOCK = f"""\
%{{
  "crypto": {{:hex, :plug_crypto, "1.2.1", "{SUM}", [:mix], [], "hexpm", "{ARCHIVE}"}},
  "fork": {{:git, "https://example.org/fork.git", "{"c" * 40}", [branch: "main"]}},
  "hall": {HALL},
  "old": {{:hex, :old, "0.1.0"}},
}}
"""


def test_one_package_a_line() -> None:
    manifest = read("mix.lock", LOCK)
    assert told(manifest) == [
        "2: plug_crypto@1.2.1 runtime ?",
        "3: fork runtime ?",
        "4: oak/hall@2.0.0-rc.1 runtime ?",
        "5: old@0.1.0 runtime ?",
    ]
    crypto, fork, hall, old = manifest.components
    assert str(hall.purl) == "pkg:hex/oak/hall@2.0.0-rc.1"
    assert crypto.hashes == (("sha256", ARCHIVE),)
    assert (old.hashes, fork.source) == ((), f"https://example.org/fork.git@{'c' * 40}")
    assert not manifest.problems


def test_what_a_package_needs_is_found_by_its_name_at_hex() -> None:
    assert needs(read("mix.lock", LOCK)) == {"oak/hall@2.0.0-rc.1": ["plug_crypto@1.2.1"]}


@pytest.mark.parametrize("line", ['"a": {:hex, a, 1}', '"a": {:git, "https://example.org/a.git"}'])
def test_a_line_of_another_form_is_told(line: str) -> None:
    manifest = read("mix.lock", f"%{{\n  {line},\n}}\n")
    assert not manifest.components
    assert [problem.line for problem in manifest.problems] == [2]


def test_an_umbrella_without_any_package_has_none() -> None:
    manifest = read("mix.lock", "%{\n}\n")
    assert (manifest.components, manifest.problems) == ((), ())


MIX = """\
defmodule Moot.MixProject do
  def project do
    [deps: deps(), aliases: [{:not_one, "1.0"}]]
  end

  defp deps do
    [
      {:plug, "~> 1.14"}, # a remark {:none, "1"}
      {:exact, "1.2.3"},
      {:doc, "~> 0.3", only: :docs, runtime: false},
      {:both, ">= 0.0.0", only: [:dev, :prod]},
      {:renamed, "~> 2.0", hex: :other, organization: "oak"},
      {:fork, git: "https://example.org/fork.git", branch: "main"},
      {:near, path: "../near"},
      {:sister, in_umbrella: true},
      {:any, ">= 0.0.0"}, {:two, "== 2.0.0"}
    ]
  end

  defp package, do: [{:late, "1.0"}]
end
"""


def test_what_stands_in_deps_is_asked_for() -> None:
    manifest = read("mix.exs", MIX)
    assert told(manifest) == [
        "8: plug runtime direct '~> 1.14'", "9: exact@1.2.3 runtime direct '1.2.3'",
        "10: doc development direct '~> 0.3'", "11: both runtime direct '>= 0.0.0'",
        "12: oak/other runtime direct '~> 2.0'", "13: fork runtime direct",
        "16: any runtime direct '>= 0.0.0'", "16: two@2.0.0 runtime direct '== 2.0.0'",
    ]  # fmt: skip
    assert manifest.components[0].requirement == "~> 1.14"
    assert manifest.components[5].source == "https://example.org/fork.git@main"
    assert not manifest.problems


@pytest.mark.parametrize(
    "line",
    [
        '[{:a, "1.0"}] ++ more()',
        "{:a, version()}",
        "{:a,",
        'if x, do: [{:a, "1"}]',
        "[:a, :b] |> Enum.map(&dep/1)",
    ],
)
def test_what_only_running_it_would_tell_is_told_as_not_understood(line: str) -> None:
    manifest = read("mix.exs", f"defp deps do\n  {line}\nend\n")
    assert [problem.line for problem in manifest.problems] == [2]


def test_a_program_without_deps_asks_for_nothing() -> None:
    manifest = read("mix.exs", "defmodule A do\n  def project, do: [deps: []]\nend\n")
    assert (manifest.components, manifest.problems) == ((), ())
