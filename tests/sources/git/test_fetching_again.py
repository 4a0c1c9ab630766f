"""Contents are fetched into a clone without them, where git can do that."""

import shutil
from typing import cast

import pytest

from folkmoot.model.errors import SourceError
from folkmoot.sources.git import clones
from folkmoot.sources.git.clones import cache_of
from folkmoot.sources.git.location import Remote, locate
from folkmoot.sources.git.repository import Options, open_repository
from sources.git.obeying import needs_a_git_that_obeys, needs_refetch
from sources.git.repositories import Repository


def url_of(made: Repository) -> str:
    return f"file://{made.place}"


@needs_a_git_that_obeys
@needs_refetch
def test_contents_are_fetched_when_lines_are_asked_for_and_stay(made: Repository) -> None:
    with open_repository(url_of(made)) as opened:
        assert opened.is_partial
    with open_repository(url_of(made), Options(lines="always")) as opened:
        assert not opened.is_partial
        assert opened.git.run("cat-file", "blob", "main:src/a.py")
    made.commit(files={"new": "1\n"})
    with open_repository(url_of(made)) as opened:
        assert (opened.is_partial, opened.tip) == (False, made.head)


@needs_a_git_that_obeys
def test_a_git_too_old_to_fetch_contents_again_is_told(
    made: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clones, "FETCHING_AGAIN", (99, 0))
    whole = Options(lines="always")
    with open_repository(url_of(made)):
        pass
    with (
        pytest.raises(SourceError, match="too old to fetch them into it") as caught,
        open_repository(url_of(made), whole),
    ):
        pass
    assert "remove that folder" in caught.value.hint
    shutil.rmtree(cache_of(cast("Remote", locate(url_of(made)))))
    with open_repository(url_of(made), whole) as opened:
        assert opened.git.run("cat-file", "blob", "main:src/a.py")
