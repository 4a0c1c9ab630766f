"""Files that name dependencies in forms that are not read."""

import pytest

from checks.trees import Files
from folkmoot.supply.foreign import foreign_files


@pytest.mark.parametrize(
    ("path", "naming", "silent"),
    [
        ("charts/a/Chart.yaml", "name: a\ndependencies:\n  - name: b\n", "name: a\n"),
        ("versions.tf", "terraform {\n  required_providers {\n", "terraform {\n  required_version = 1\n"),
        ("main.tf", 'module "a" {\n  source = "b/c/aws"\n', 'module "a" {\n  source = "../../"\n'),
        ("A.podspec", "s.dependency 'B'\n", "s.name = 'A'\n"),
        ("moot-lwt.opam", 'synopsis: "a"\ndepends: [\n  "ocaml"\n]\n', 'synopsis: "a"\n'),
        ("dune-project", "(lang dune 3.0)\n(package\n (name a)\n (depends ocaml))\n", "(lang dune 3.0)\n"),
        ("moot.nimble", 'requires "nim >= 2.0"\n', 'version = "1.0"\n'),
        ("shard.yml", "name: a\ndependencies:\n  b:\n", "name: a\n"),
        ("fpm.toml", '[dependencies]\nstdlib = "*"\n', 'name = "a"\n'),
        ("gleam.toml", '[dependencies]\ngleam_stdlib = "1"\n', 'name = "a"\n'),
        ("build.zig.zon", ".{ .dependencies = .{ .a = .{} } }", ".{ .dependencies = .{} }"),
        ("dub.json", '{"dependencies": {}}', '{"name": "a"}'),
        ("dub.sdl", 'dependency "a" version="~>1"\n', 'name "a"\n'),
        ("lisp/a.el", ';; Package-Requires: ((avy "0.5"))\n', ";; Keywords: a\n"),
        ("requirements.yml", "collections:\n  - name: a.b\n", "- a\n"),
    ],
)
def test_names_that_are_used_for_more_are_looked_into(path: str, naming: str, silent: str) -> None:
    assert foreign_files(Files({path: naming.encode()})) == (path,)
    assert foreign_files(Files({path: silent.encode()})) == ()


def test_others_are_known_by_their_name() -> None:
    paths = ("Makefile.PL", "a.cabal", "app/build.gradle", "examples/a/cpanfile", "src/a.py")
    tree = Files(dict.fromkeys(paths, b"x"), ("app/build.gradle",))
    assert foreign_files(tree) == ("Makefile.PL", "a.cabal")


def test_what_may_name_some_is_not_told_where_its_content_is_not_in_the_clone() -> None:
    assert foreign_files(Files({"Chart.yaml": None})) == ()
