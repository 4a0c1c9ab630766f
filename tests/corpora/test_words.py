"""Names and messages that broke other programs, in every place of every format; nothing of theirs happens."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hostile_report import hostile_report
from reading import PageReader

from folkmoot.render import render
from sources.git.repositories import Repository
from store.stores import bring, contents

pytestmark = pytest.mark.corpora
PAYLOAD = re.compile(r'"payload":\s*("(?:[^"\\]|\\.)*")')
FORMULA = re.compile(r'(?:^|,)"?[=+\-@|%](?![0-9.])', re.MULTILINE)
CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
AT_ONCE = 60


def naughty(corpus: Any) -> list[str]:
    found = json.loads(corpus("minimaxir/big-list-of-naughty-strings").git("show", "HEAD:blns.json"))
    assert len(found) > 450
    return [str(each) for each in found if each]


def payloads(corpus: Any) -> list[str]:
    text = corpus("cure53/DOMPurify").git("show", "HEAD:test/fixtures/expect.mjs").decode()
    found = [json.loads(each) for each in PAYLOAD.findall(text)]
    assert len(found) > 150
    return found


def parts(words: list[str]) -> list[tuple[str, ...]]:
    return [tuple(words[at : at + AT_ONCE]) for at in range(0, len(words), AT_ONCE)]


@pytest.mark.parametrize("of", [naughty, payloads])
def test_no_word_becomes_markup(corpus: Any, of: Callable[[Any], list[str]]) -> None:
    for some in parts(of(corpus)):
        page = PageReader(render(hostile_report(some), "html"))
        assert {"script", "img", "iframe", "textarea", "object", "embed", "math", "form"}.isdisjoint(
            page.tags
        )
        assert not [name for name, _ in page.attributes if name.startswith("on")]
        links = [value for name, value in page.attributes if name in {"href", "xlink:href"}]
        assert all(link.startswith(("#", "https://", "http://")) for link in links)


@pytest.mark.parametrize("of", [naughty, payloads])
def test_no_word_steers_a_terminal_or_a_spreadsheet(corpus: Any, of: Callable[[Any], list[str]]) -> None:
    for some in parts(of(corpus)):
        report = hostile_report(some)
        for name in ("text", "html", "markdown"):
            assert not CONTROL.search(render(report, name)), name
        rows = render(report, "csv").split("\r\n")[1:]
        assert not [row for row in rows if FORMULA.search(row)]
        assert json.loads(render(report, "json"))


@pytest.mark.browser
@pytest.mark.parametrize("of", [naughty, payloads])
def test_no_payload_runs_in_a_browser(
    corpus: Any, chromium: Any, tmp_path: Path, of: Callable[[Any], list[str]]
) -> None:
    for number, some in enumerate(parts(of(corpus))):
        file = tmp_path / f"{number}.html"
        file.write_text(render(hostile_report(some), "html"), "utf-8")
        chromium.get(file.as_uri())
        assert chromium.execute_script("return document.scripts.length") == 0
        assert [entry["message"] for entry in chromium.get_log("browser")] == []


def test_people_and_files_of_such_names_are_kept(corpus: Any, tmp_path: Path) -> None:
    made = Repository.create(tmp_path / "r")
    for number, word in enumerate(naughty(corpus)):
        name = re.sub(r"[\0\n<>]", "", word).strip() or "nobody"
        path = re.sub(r"[\0/\n]", "_", word).encode("utf-8", "surrogatepass")[:200]
        files = {} if path in {b".", b"..", b".git"} else {path: "1\n"}
        made.commit(f"{name} <n{number}@example.org>", word.replace("\0", "") + "\n", files)
    bring(tmp_path / "s.duckdb", made.place, lines="always")
    held = {email for _, email, *_ in contents(tmp_path / "s.duckdb")["identities"]}
    assert len(held) == len(naughty(corpus))
