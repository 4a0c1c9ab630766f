"""URLs are cloned once, without contents, fetched afterwards, and fail in words."""

import base64
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from folkmoot.model.errors import SourceError, UnreachableError
from folkmoot.sources.git import clones as module
from folkmoot.sources.git.call import Call
from folkmoot.sources.git.clones import cache_of, clone
from folkmoot.sources.git.command import Git
from folkmoot.sources.git.location import Remote, locate
from folkmoot.sources.git.repository import Options, open_repository
from folkmoot.sources.git.repository import Repository as Opened
from sources.git.obeying import needs_a_git_that_obeys
from sources.git.repositories import ADA, BOB, Repository
from sources.settings_at_hand import forge


def url_of(made: Repository) -> str:
    return f"file://{made.place}"


def remote_of(url: str) -> Remote:
    found = locate(url)
    assert isinstance(found, Remote)
    return found


@pytest.fixture
def closed_port() -> Iterator[int]:
    """Give a port at which nobody listens, and which nobody else gets meanwhile."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield int(taken.getsockname()[1])


def facts(opened: Opened) -> tuple[str, str, list[str], bool]:
    return opened.default_branch, opened.tip, sorted(opened.references), opened.is_partial


@needs_a_git_that_obeys
def test_a_url_is_cloned_with_its_pull_requests_and_without_contents(made: Repository) -> None:
    made.ref("refs/pull-requests/3/from", made.head)
    made.ref("refs/merge-requests/4/head", made.head)
    with open_repository(url_of(made)) as opened:
        assert facts(opened) == (
            "refs/heads/main", made.head,
            ["refs/heads/main", "refs/heads/topic", "refs/merge-requests/4/head", "refs/pull-requests/3/from",
             "refs/pull/1/head", "refs/pull/2/head", "refs/tags/v1.0"],
            True,
        )  # fmt: skip
        assert not opened.counts_lines


@needs_a_git_that_obeys
def test_a_single_file_is_fetched_when_it_is_read(made: Repository) -> None:
    with open_repository(url_of(made)) as opened:
        assert opened.tree.read("README.md") == b"one\ntwo\n"
    with open_repository(url_of(made), Options(offline=True)) as opened:
        assert opened.tree.read("README.md") == b"one\ntwo\n"
        assert opened.tree.read("src/a.py") is None


def test_what_is_new_is_fetched_and_what_is_gone_is_dropped(made: Repository) -> None:
    with open_repository(url_of(made)):
        pass
    made.commit(BOB)
    made.run("update-ref", "-d", "refs/heads/topic")
    with open_repository(url_of(made)) as opened:
        assert opened.tip == made.head
        assert "refs/heads/topic" not in opened.references


def test_a_rewritten_branch_is_taken_over(made: Repository) -> None:
    with open_repository(url_of(made)):
        pass
    made.commit(ADA, parents=[])
    with open_repository(url_of(made)) as opened:
        assert opened.git.text("rev-list", "--count", opened.tip) == "1"


def test_another_default_branch_is_noticed(made: Repository) -> None:
    with open_repository(url_of(made)):
        pass
    (made.place / "HEAD").write_text("ref: refs/heads/topic\n")
    with open_repository(url_of(made)) as opened:
        assert opened.default_branch == "refs/heads/topic"


def test_an_empty_remote_is_an_empty_repository(tmp_path: Path) -> None:
    empty = Repository.create(tmp_path / "empty")
    with open_repository(url_of(empty)) as opened:
        assert opened.tips == []


def test_a_remote_with_another_hash_is_cloned_and_fetched(tmp_path: Path) -> None:
    made = Repository.create(tmp_path / "long", "--object-format=sha256")
    made.commit(files={"a": "1\n"})
    for number in range(2):
        with open_repository(url_of(made), Options(lines="always")) as opened:
            assert opened.tip == made.head
            assert len(opened.tip) == 64
            assert opened.tree.read("a") == b"1\n"
        made.commit(message=f"More {number}\n")
    with open_repository(url_of(made), Options(offline=True)) as opened:
        assert len(opened.tip) == 64


def test_a_lost_remote_leaves_a_clone_with_another_hash_readable(tmp_path: Path) -> None:
    made = Repository.create(tmp_path / "long", "--object-format=sha256")
    made.commit(files={"a": "1\n"})
    with open_repository(url_of(made)):
        pass
    made.place.rename(tmp_path / "moved")
    with pytest.raises(UnreachableError), clone(remote_of(url_of(made))):
        pass
    with open_repository(url_of(made), Options(offline=True)) as opened:
        assert opened.tip == made.head


@pytest.mark.parametrize("lines", ["auto", "always"])
def test_odd_objects_of_old_histories_are_let_in(tmp_path: Path, lines: str) -> None:
    made = Repository.create(tmp_path / "odd")
    made.commit("Ada <>", at=0, files={".gitmodules": '[submodule "-x"]\n\tpath = -x\n\turl = -x\n'})
    made.commit("<ada@example.org>", at="99999999999999999999")
    made.commit("Ada <ada@example.org", offset="+051800")
    made.commit(tree=made.object("tree", b"0100644 x\0" + bytes.fromhex(made.blob("1\n"))))
    with open_repository(url_of(made), Options(lines=lines)) as opened:
        assert opened.git.text("rev-list", "--count", opened.tip) == "4"
    made.commit(tree=made.object("tree", b"0100644 y\0" + bytes.fromhex(made.blob("2\n"))))
    with open_repository(url_of(made), Options(lines=lines)) as opened:
        assert opened.tip == made.head


@pytest.mark.parametrize("lines", ["auto", "always"])
def test_forged_objects_are_refused_on_the_way_in(tmp_path: Path, lines: str) -> None:
    """A tree whose entry is named .git would overwrite a repository where it is checked out."""
    made = Repository.create(tmp_path / "forged")
    inner = made.object("tree", b"100644 x\0" + bytes.fromhex(made.blob("1\n")))
    made.commit(tree=made.object("tree", b"0100644 x\0" + bytes.fromhex(made.blob("1\n"))))
    made.commit(tree=made.object("tree", b"40000 .git\0" + bytes.fromhex(inner)))
    with pytest.raises(UnreachableError):
        open_repository(url_of(made), Options(lines=lines)).__enter__()


def test_offline_uses_what_was_fetched_before(made: Repository, tmp_path: Path) -> None:
    with open_repository(url_of(made)):
        pass
    made.place.rename(tmp_path / "moved")
    with open_repository(url_of(made), Options(offline=True)) as opened:
        assert opened.tip == made.head
    with pytest.raises(UnreachableError, match="cannot be read") as caught, open_repository(url_of(made)):
        pass
    assert "--offline" in caught.value.hint


def test_a_cache_that_cannot_be_written_is_named(
    made: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file" / "cache"))
    with (
        pytest.raises(SourceError, match=r"file/cache\S* cannot be written: Not a directory\.") as caught,
        clone(remote_of(url_of(made))),
    ):
        pass
    assert "XDG_CACHE_HOME" in caught.value.hint


@pytest.mark.parametrize("reason", ["No space left on device", "Disk quota exceeded"])
def test_a_full_disk_is_not_taken_for_a_remote_that_does_not_answer(
    made: Repository, cache: Path, monkeypatch: pytest.MonkeyPatch, reason: str
) -> None:
    said = f"remote: Enumerating objects: 4, done.\nfatal: write error: {reason}\n"
    usual = Call.wait
    monkeypatch.setattr(Call, "wait", lambda call: (128, said) if call.command == "fetch" else usual(call))
    with (
        pytest.raises(SourceError, match=f"cannot be fetched into .*: {reason}") as caught,
        clone(remote_of(url_of(made))),
    ):
        pass
    assert not isinstance(caught.value, UnreachableError)
    assert "make room there; XDG_CACHE_HOME" in caught.value.hint
    assert not list(cache.rglob("HEAD")), "a clone that never was leaves nothing"


def test_offline_needs_an_earlier_clone(made: Repository) -> None:
    with (
        pytest.raises(UnreachableError, match="never cloned") as caught,
        clone(remote_of(url_of(made)), offline=True),
    ):
        pass
    assert caught.value.exit_code == 3


@pytest.mark.parametrize("scheme", ["http", "https", "ssh"])
def test_a_url_that_answers_nothing_is_an_error_with_a_hint(
    scheme: str, cache: Path, closed_port: int
) -> None:
    with (
        pytest.raises(UnreachableError, match="cannot be read") as caught,
        clone(remote_of(f"{scheme}://ada:t0ken@127.0.0.1:{closed_port}/x")),
    ):
        pass
    assert "check the address" in caught.value.hint
    assert "t0ken" not in str(caught.value)
    assert not list(cache.rglob("HEAD")), "a clone that never was leaves nothing"


def test_a_page_that_is_no_repository_is_an_error_and_empties_no_clone(made: Repository) -> None:
    """A page to log in, in one line, is what git takes for a repository without references."""
    page = b"<html>Log in first</html>"
    with forge(dict.fromkeys(("/ada/moot/info/refs", "/ada/moot/HEAD"), page)) as place:
        remote = remote_of(place.removeprefix("github+"))
        with pytest.raises(UnreachableError, match="answers, but not as a git repository"), clone(remote):
            pass
        assert not cache_of(remote).exists()
        with clone(remote_of(url_of(made))) as (kept, _):
            kept.git.rename(cache_of(remote))
        with (
            pytest.raises(UnreachableError, match="answers, but not as a git repository") as caught,
            clone(remote),
        ):
            pass
    assert "--offline" in caught.value.hint
    assert Git(cache_of(remote)).text("rev-parse", "refs/heads/main") == made.head


def test_a_url_of_no_repository_is_an_error(tmp_path: Path) -> None:
    with (
        pytest.raises(UnreachableError, match="cannot be read"),
        clone(remote_of(f"file://{tmp_path}/nothing")),
    ):
        pass


def test_a_token_is_in_no_file_of_the_clone_and_in_no_process_list(
    cache: Path, monkeypatch: pytest.MonkeyPatch, closed_port: int
) -> None:
    lines: list[list[str]] = []
    started = subprocess.Popen

    def watch(line: list[str], **rest: object) -> subprocess.Popen[bytes]:
        lines.append(line)
        return started(line, **rest)  # type: ignore[call-overload,no-any-return]

    monkeypatch.setattr(subprocess, "Popen", watch)
    remote = remote_of(f"http://ada:t0ken@127.0.0.1:{closed_port}/x")
    with pytest.raises(UnreachableError), clone(remote):
        pass
    assert lines
    told = base64.b64encode(b"ada:t0ken").decode()
    assert not any("t0ken" in word or told in word for line in lines for word in line)
    assert not any(b"t0ken" in path.read_bytes() for path in cache.rglob("*") if path.is_file())
    assert "t0ken" not in str(cache_of(remote))


def test_two_urls_never_share_a_clone() -> None:
    places = {cache_of(remote_of(f"https://h.invalid/{path}")) for path in ("a-b", "a/b", "a_b")}
    assert len(places) == 3


def test_the_newest_progress_that_git_tells_is_passed_on(tmp_path: Path) -> None:
    """Git draws its lines over one another; it had ended at the third look."""
    said = iter(["remote: Enumerating", "Counting objects:  50% (1/2)\rReceiving objects:  12% (3/25)\r"])
    ended = iter([None, None, 0])
    call = SimpleNamespace(
        process=SimpleNamespace(poll=ended.__next__), said=said.__next__, pause=lambda _: None
    )
    told: list[tuple[str, int, int]] = []
    is_over = module._listen(call, lambda *words: told.append(words), tmp_path, 1_000_000)
    assert (is_over, told) == (False, [("receiving objects", 3, 25)])


def test_the_clone_needs_no_configuration_of_the_user(made: Repository, cache: Path) -> None:
    with open_repository(url_of(made)):
        pass
    (place,) = (path.parent for path in cache.rglob("HEAD"))
    assert b"credential" not in Git(place).run("config", "--file", str(place / "config"), "--list")
