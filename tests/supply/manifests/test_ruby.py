"""Bundler's files and gemspecs."""

from __future__ import annotations

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
