"""One request counts a project, and what a forge does not tell is not known."""

from __future__ import annotations

from collections.abc import Iterator
from http.server import HTTPServer
from pathlib import Path

import pytest

from folkmoot.model.errors import SourceError, UnreachableError, UsageError
from folkmoot.model.forge import UNKNOWN, Snapshot
from folkmoot.model.source import Access
from folkmoot.sources.counting import QUERY, address, brand_of, count
from folkmoot.sources.forges import gitlab
from sources.counting_server import ANSWERS, counting_server
from sources.forges.forge_at_hand import TOKEN, needs_schema


@pytest.fixture
def server() -> Iterator[HTTPServer]:
    with counting_server() as made:
        yield made


def counted(server: HTTPServer, brand: str, name: str = "moot/hall", **environment: str) -> Snapshot:
    place = address(f"{brand}+http://127.0.0.1:{server.server_port}/{name}")
    return count(place, Access(environment, named_by_user=True), 20000)


def test_github_without_a_token_tells_issues_and_changes_not_apart(server: HTTPServer) -> None:
    assert counted(server, "github") == Snapshot(20000, 12, 3, 4, UNKNOWN, UNKNOWN)


def test_github_with_a_token_tells_everything(server: HTTPServer) -> None:
    assert counted(server, "github", FOLKMOOT_GITHUB_TOKEN=TOKEN) == Snapshot(20000, 12, 3, 4, 5, 2)
    assert server.asked == [("/api/graphql", f"Bearer {TOKEN}")]  # type: ignore[attr-defined]


def test_a_token_of_the_public_forge_goes_nowhere_else(server: HTTPServer) -> None:
    counted(server, "github", GITHUB_TOKEN=TOKEN)
    assert [secret for _, secret in server.asked] == [""]  # type: ignore[attr-defined]


def test_a_common_token_that_is_for_another_gitlab_stays_at_home(
    server: HTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """GITLAB_HOST tells whose GITLAB_TOKEN is; gitlab.com is not told it."""
    monkeypatch.setattr(gitlab, "PUBLIC", f"127.0.0.1:{server.server_port}")
    for host, sent in (("code.example.org", ""), ("", f"Bearer {TOKEN}")):
        counted(server, "gitlab", GITLAB_TOKEN=TOKEN, GITLAB_HOST=host, HOME="/nowhere")
        assert server.asked.pop()[1] == sent  # type: ignore[attr-defined]


def test_a_token_is_found_where_gh_put_it(server: HTTPServer, tmp_path: Path) -> None:
    (tmp_path / "hosts.yml").write_text(f'"127.0.0.1:{server.server_port}":\n    oauth_token: of-gh\n')
    assert counted(server, "github", GH_CONFIG_DIR=str(tmp_path)).open_issues == 5
    assert server.asked == [("/api/graphql", "Bearer of-gh")]  # type: ignore[attr-defined]


def test_a_limit_of_graphql_is_waited_for(server: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = ANSWERS["/api/graphql"]
    spent = {"data": None, "errors": [{"type": "RATE_LIMIT", "message": "API rate limit exceeded"}]}
    monkeypatch.setitem(ANSWERS, "/api/graphql", spent)
    slept: list[float] = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        monkeypatch.setitem(ANSWERS, "/api/graphql", whole)

    place = address(f"github+http://127.0.0.1:{server.server_port}/moot/hall")
    access = Access({"FOLKMOOT_GITHUB_TOKEN": TOKEN}, named_by_user=True, sleep=sleep)
    assert count(place, access, 20000).stars == 12
    assert sum(slept) == 60


def test_the_reason_is_told_where_a_project_is_not_shown(
    server: HTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    why = {"type": "FORBIDDEN", "path": ["repository"], "message": "Grant your token access."}
    monkeypatch.setitem(ANSWERS, "/api/graphql", {"data": {"repository": None}, "errors": [why]})
    with pytest.raises(UnreachableError, match="does not show moot/hall to this token: Grant your token"):
        counted(server, "github", FOLKMOOT_GITHUB_TOKEN=TOKEN)


@pytest.mark.parametrize("brand", ["forgejo", "gitea"])
def test_forgejo_and_gitea(server: HTTPServer, brand: str) -> None:
    assert counted(server, brand) == Snapshot(20000, 7, 1, 2, 3, 4)


def test_gitlab(server: HTTPServer) -> None:
    assert counted(server, "gitlab") == Snapshot(20000, 6, 5, UNKNOWN, UNKNOWN, UNKNOWN)


def test_a_project_that_is_not_there_is_named(server: HTTPServer) -> None:
    with pytest.raises(UnreachableError, match=r"moot/none: the forge answers 404"):
        counted(server, "github", "moot/none")


@pytest.mark.parametrize(
    ("name", "said"), [("moot/odd", "stargazers_count should be"), ("moot/text", "no JSON")]
)
def test_an_answer_of_another_form_is_an_error(server: HTTPServer, name: str, said: str) -> None:
    with pytest.raises(SourceError, match=said):
        counted(server, "github", name)


@pytest.mark.parametrize(
    ("named", "shown", "brand"),
    [
        ("moot/hall", "https://github.com/moot/hall", "github"),
        ("https://codeberg.org/moot/hall", "https://codeberg.org/moot/hall", "forgejo"),
        ("https://gitlab.com/moot/a/b", "https://gitlab.com/moot/a/b", "gitlab"),
        ("gitea+https://code.example.org/moot/hall", "https://code.example.org/moot/hall", "gitea"),
    ],
)
def test_a_project_is_known_by_its_address(named: str, shown: str, brand: str) -> None:
    assert (address(named).shown, brand_of(address(named))) == (shown, brand)


@pytest.mark.parametrize("named", ["hall", "", "a b/c", "https://u:secret@github.com/a/b"])
def test_what_is_no_project_is_refused(named: str) -> None:
    with pytest.raises(UsageError) as raised:
        address(named)
    assert "secret" not in str(raised.value)


def test_an_unknown_forge_is_asked_about() -> None:
    with pytest.raises(UsageError, match="cannot be told"):
        brand_of(address("https://code.example.org/a/b"))


@needs_schema
def test_the_question_is_valid() -> None:
    from fake_forge.resolving import schema
    from graphql import parse, validate

    assert validate(schema(), parse(QUERY)) == []
