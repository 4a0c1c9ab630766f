"""The ground that checks stand on, and what it is remembered by."""

from __future__ import annotations

from pathlib import Path

from checks.trees import tree
from folkmoot.model.check import Ground
from folkmoot.model.past import Past
from folkmoot.sources.git.repository import Options, open_repository
from folkmoot.views.guarding.standing import Beside, key_of, stand
from folkmoot.views.licensing.known import Licensing
from sources.git.repositories import Repository


def repository(tmp_path: Path) -> Repository:
    made = Repository.create(tmp_path / "boats")
    made.commit(files={"LICENSE": "x", "README.md": "Boats."})
    made.tag("v1.0")
    return made


def test_everything_that_a_clone_knows_is_on_the_ground(tmp_path: Path) -> None:
    with open_repository(str(repository(tmp_path).place)) as opened:
        ground = stand(Ground(opened.tree), Beside(opened))
    assert [tag.name for tag in ground.released.tags] == ["v1.0"]
    assert ground.licences is not None
    assert ground.vulnerabilities is ground.forge is ground.past is None


def test_a_shallow_clone_without_tags_says_nothing_about_releases(tmp_path: Path) -> None:
    made = repository(tmp_path)
    made.commit(files={"README.md": "More boats."})
    shallow = made.clone(tmp_path / "shallow", "--depth=1", "--no-tags")
    with open_repository(str(shallow)) as opened:
        assert stand(Ground(opened.tree), Beside(opened)).released is None


def test_a_whole_clone_without_tags_has_released_nothing(tmp_path: Path) -> None:
    made = Repository.create(tmp_path / "young")
    made.commit(files={"README.md": "Boats."})
    with open_repository(str(made.place)) as opened:
        assert stand(Ground(opened.tree), Beside(opened)).released.tags == ()


def test_sign_offs_of_programs_say_nothing_about_contributors(tmp_path: Path) -> None:
    made = repository(tmp_path)
    made.commit(
        "dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>",
        "Bump\n\nSigned-off-by: dependabot[bot] <support@github.com>\n",
    )
    with open_repository(str(made.place)) as opened:
        released = stand(Ground(opened.tree), Beside(opened)).released
    assert (released.commits, released.signed_off) == (1, 0)


def test_files_alone_leave_the_rest_unknown() -> None:
    ground = stand(Ground(tree("README.md")), Beside())
    assert ground.released is None


def test_what_was_read_of_the_files_before_is_shared() -> None:
    files = Ground(tree("LICENSE"))
    known = Licensing("boats", files).licences
    first, second = stand(files, Beside()), stand(files, Beside(past=Past(2, 1)))
    assert first.licences is second.licences is known
    assert (first.past, files.past, files.licences) == (None, None, None)


def test_a_broken_file_of_advisories_leaves_them_unknown(tmp_path: Path) -> None:
    (tmp_path / "advisories.sqlite").write_bytes(b"nothing of the kind")
    beside = Beside(advisories=tmp_path / "advisories.sqlite")
    assert stand(Ground(tree("README.md")), beside).vulnerabilities is None


def test_the_key_changes_with_everything_that_decides(tmp_path: Path) -> None:
    made = repository(tmp_path)
    advisories = tmp_path / "advisories.sqlite"
    advisories.write_bytes(b"one")

    def key(**more: object) -> tuple[str, ...]:
        with open_repository(str(made.place)) as opened:
            return key_of(opened.tree, Beside(opened, **more))

    first = key()
    assert first == key() != ()
    past = Past(1, 1, 2, None, None, None, 0, 0, 1)
    keys = [first, key(advisories=advisories), key(past=past)]
    made.tag("v1.1")
    keys.append(key())
    made.commit(files={"b": "x"})
    keys.append(key())
    assert len(set(keys)) == len(keys)


def test_what_no_commit_decides_is_not_remembered(tmp_path: Path) -> None:
    assert key_of(tree("a"), Beside()) == ()
    made = repository(tmp_path)
    made.run("config", "uploadpack.allowFilter", "true")
    with open_repository(f"file://{made.place}", Options()) as opened:
        assert opened.is_partial
        assert key_of(opened.tree, Beside(opened)) == ()
