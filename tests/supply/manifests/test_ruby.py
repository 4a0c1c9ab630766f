"""Bundler's files and gemspecs."""

from __future__ import annotations

import pytest

from supply.reading_files import needs, read, told

GEMFILE = """\
source "https://example.org"
ruby "3.3"
gem "rails", "~> 7.0", ">= 7.0.1"
gem 'rake', '13.0.6'
# gem "no"
gem "mine", path: "."
gem "fork", git: "https://example.org/fork.git", branch: "main"
gem "debug", group: :test
group :development, :test do
  gem "rspec", require: false
  platforms :mri do
    gem "byebug"
  end
end
group :production do
  gem "pg"
end
gem("paren", "1.0")
"""


def test_gemfile_is_read_literally() -> None:
    manifest = read("Gemfile", GEMFILE)
    assert told(manifest) == [
        "3: rails runtime direct '~> 7.0, >= 7.0.1'",
        "4: rake@13.0.6 runtime direct '13.0.6'",
        "7: fork runtime direct",
        "8: debug development direct",
        "10: rspec development direct",
        "12: byebug development direct",
        "16: pg runtime direct",
        "18: paren@1.0 runtime direct '1.0'",
    ]
    assert manifest.components[2].source == "https://example.org/fork.git@main"


def test_gemspec() -> None:
    text = """\
Gem::Specification.new do |spec|
  spec.name = "mine"
  spec.version = Mine::VERSION
  spec.add_dependency "a", "~> 1.0"
  spec.add_runtime_dependency("b", "= 2.0")
  spec.add_development_dependency 'c'
  spec.add_dependency "#{name}-core"
  system("touch was_run")
end
"""
    manifest = read("mine.gemspec", text)
    assert told(manifest) == [
        "4: a runtime direct '~> 1.0'",
        "5: b@2.0 runtime direct '= 2.0'",
        "6: c development direct",
    ]
    assert str(manifest.own) == "pkg:gem/mine"


LOCK = """\
GIT
  remote: https://example.org/fork.git
  revision: abc
  specs:
    fork (1.0)
      a

PATH
  remote: .
  specs:
    mine (0.1)

GEM
  remote: https://example.org/
  specs:
    a (1.0.0)
      b (>= 1, < 3)
    b (2.0.0)
    b (2.0.0-x86_64-linux)

PLATFORMS
  ruby

DEPENDENCIES
  a
  fork!

CHECKSUMS
  a (1.0.0) sha256=ee
  b (2.0.0-x86_64-linux) sha256=ff

BUNDLED WITH
   2.5.0
"""


def test_gemfile_lock_with_platforms_and_checksums() -> None:
    manifest = read("Gemfile.lock", LOCK)
    assert told(manifest) == [
        "5: fork@1.0 runtime direct",
        "16: a@1.0.0 runtime direct",
        "18: b@2.0.0 runtime needed",
        "19: b@2.0.0 runtime needed",
    ]
    assert str(manifest.components[3].purl) == "pkg:gem/b@2.0.0?platform=x86_64-linux"
    assert [each.hashes for each in manifest.components] == [
        (), (("sha256", "ee"),), (), (("sha256", "ff"),),
    ]  # fmt: skip
    assert needs(manifest) == {"fork@1.0": ["a@1.0.0"], "a@1.0.0": ["b@2.0.0", "b@2.0.0"]}
    assert manifest.components[0].source == "https://example.org/fork.git@abc"


def test_the_gemfile_of_a_gem_is_for_who_works_on_it() -> None:
    assert {each.scope.value for each in read("Gemfile", 'gemspec\ngem "yard"\n').components} == {
        "development"
    }
    assert {each.scope.value for each in read("Gemfile", 'gem "rails"\n').components} == {"runtime"}


def scopes(text: str) -> dict[str, str]:
    """Give what each gem of a Gemfile is there for."""
    return {each.purl.name: str(each.scope) for each in read("Gemfile", text).components}


@pytest.mark.parametrize("remark", ["", " # for us", "  #of us: do"])
def test_a_remark_behind_a_block_changes_nothing(remark: str) -> None:
    text = f'group :test do{remark}\n  gem "a"{remark}\nend{remark}\ngem "b"\n'
    assert scopes(text) == {"a": "development", "b": "runtime"}


def test_what_only_a_remark_says_is_not_asked_for() -> None:
    text = 'gem "a", "1.0" # path: "elsewhere", group: :test\n  # gem "b"\n#gem "c"\n'
    assert told(read("Gemfile", text)) == ["1: a@1.0 runtime direct '1.0'"]


@pytest.mark.parametrize(
    "opening", ["if ENV['X']", "unless true", "platforms :mri do", "source 'https://x' do |s|"]
)
def test_other_blocks_end_where_they_end(opening: str) -> None:
    """The end of an inner block is none of the group around it."""
    text = f'group :test do\n  {opening}\n    gem "a"\n  end\n  gem "b"\nend\ngem "c"\n'
    assert scopes(text) == {"a": "development", "b": "development", "c": "runtime"}


def test_an_end_too_much_ends_nothing() -> None:
    assert scopes('end\ngem "a"\ngroup :test do\n  gem "b"\nend\nend\ngem "c"\n') == {
        "a": "runtime", "b": "development", "c": "runtime",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("more", "scope"),
    [
        (", group: :test", "development"), (", groups: [:test, 'docs']", "development"),
        (", :group => :test", "development"), (", group: [:test, :production]", "runtime"),
        (", group: :default", "runtime"), (", :groups => [:assets]", "runtime"), ("", "runtime"),
    ],
)  # fmt: skip
def test_a_gem_in_a_group_that_runs_is_there_to_run(more: str, scope: str) -> None:
    assert scopes(f'gem "a"{more}\n') == {"a": scope}


def test_groups_in_texts_and_symbols_are_groups_alike() -> None:
    assert scopes('group "test", :docs do\n  gem "a"\nend\n') == {"a": "development"}
    assert scopes('group "test", "production" do\n  gem "a"\nend\n') == {"a": "runtime"}


@pytest.mark.parametrize(
    ("more", "source"),
    [
        ('git: "https://x.example/a"', "https://x.example/a"),
        ('git: "https://x.example/a", ref: "abc"', "https://x.example/a@abc"),
        ('git: "https://x.example/a", tag: "v1", branch: "main"', "https://x.example/a@v1"),
        ('github: "ada/a"', "ada/a"),
        (':github => "ada/a", :branch => "main"', "ada/a@main"),
        ('gist: "123"', "123"),
        ('branch: "main"', ""),
    ],
)
def test_where_a_gem_comes_from_is_told(more: str, source: str) -> None:
    (found,) = read("Gemfile", f'gem "a", {more}\n').components
    assert found.source == source


@pytest.mark.parametrize(
    ("asked", "version"),
    [
        ('"1.0"', "1.0"),
        ('"= 1.0"', "1.0"),
        ('" 1.0 "', "1.0"),
        ('"~> 1.0"', ""),
        ('"1.0", "< 2"', ""),
        ('">= 1"', ""),
    ],
)
def test_only_one_version_is_exact(asked: str, version: str) -> None:
    (found,) = read("Gemfile", f'gem "a", {asked}\n').components
    assert found.purl.version == version


def test_without_dependencies_nobody_says_what_is_asked_for() -> None:
    assert told(read("Gemfile.lock", "GEM\n  specs:\n    a (1.0.0)\n")) == ["3: a@1.0.0 runtime ?"]


def test_checksums_count_only_in_their_own_section() -> None:
    text = "GEM\n  specs:\n    a (1.0.0)\n\nOTHER\n  a (1.0.0) sha256=ee\n"
    assert read("Gemfile.lock", text).components[0].hashes == ()


def test_spaces_behind_the_name_of_a_section_change_nothing() -> None:
    text = "GEM  \n  specs:\n    a (1.0.0)\n\nCHECKSUMS \n  a (1.0.0) sha256=ee\n"
    (found,) = read("Gemfile.lock", text).components
    assert found.hashes == (("sha256", "ee"),)
