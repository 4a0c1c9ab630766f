"""HTML inside Markdown: who stands in a table or a list of it holds what the heading says."""

from __future__ import annotations

import pytest

from folkmoot.govern.roles.html_prose import as_markdown
from govern.roles.reading import read, said

GRID = """<h2 align="center">Maintainers</h2>

<table>
  <tbody>
    <tr>
      <td align="center">
        <a href="https://github.com/ada">
          <img width="150" src="https://github.com/ada.png?size=150">
          </br>
          Ada Example
        </a>
      </td>
      <td><a href="https://github.com/bob"><img src="b.png" alt=""></a><br/><b>Bob Example</b><p>Core</p></td>
      <td>Ask @cleo for a review.</td>
    </tr>
  <tbody>
</table>

## Licence

- Dora (@dora)
"""
HEADED = """## Maintainers
<table>
<thead><tr><th>Name</th><th>GitHub</th><th>Role</th><th>Area</th></tr></thead>
<tr><td>Ada Example</td><td><a href='https://github.com/ada'>ada</a></td><td>Lead</td><td>docs | web</td></tr>
<tr><td>Bob &Eacute;xample</td>
  <td>@bob</td><td></td><td></td></tr>
</table>
"""
LIST = """## Maintainers

<ul>
  <li><a href="https://github.com/ada">Ada</a>, Acme</li>
  <li>Bob (@bob)<li>@cleo
</ul>
- @dora
"""


def test_people_laid_out_in_a_grid() -> None:
    reading = read("README.md", GRID)
    assert said(reading) == [("maintainer", "", "ada", 6), ("maintainer", "", "bob", 13)]
    assert [each.holder.name for each in reading.listings] == ["Ada Example", ""]


def test_a_table_with_headers_is_read_by_its_columns() -> None:
    reading = read("README.md", HEADED)
    assert said(reading) == [("lead", "docs web", "ada", 4), ("maintainer", "", "bob", 5)]
    assert [each.holder.name for each in reading.listings] == ["Ada Example", "Bob Éxample"]


LINKED = """## Maintainers
<table>
<tr><th>Name</th><th>Role</th><th>Area</th></tr>
<tr><td><b><a href="https://github.com/ada">Ada Example</a></b></td><td>Lead</td><td>docs</td></tr>
<tr><td>Bob Example (<a href="https://github.com/bob">@bob</a>)</td><td>Reads what the others write</td></tr>
<tr><td><a href="https://oak.invalid">Cleo Example</a></td><td></td></tr>
<tr><td>@dora, @emil</td><td></td></tr>
<tr><td>Ask <a href="https://github.com/fay">Fay</a> to join</td><td></td></tr>
</table>
"""


def test_a_table_whose_names_lead_to_accounts() -> None:
    """A name that leads elsewhere, a row of several people and a sentence are none."""
    reading = read("README.md", LINKED)
    assert said(reading) == [("lead", "docs", "ada", 4), ("maintainer", "", "bob", 5)]
    assert [each.holder.name for each in reading.listings] == ["Ada Example", "Bob Example"]
    assert read("README.md", LINKED.replace("Maintainers", "Thanks")).listings == []


def test_such_a_table_in_markdown() -> None:
    table = "| Maintainer | Role |\n|---|---|\n| **[Ada](https://github.com/ada)** | Lead |\n| Bob | Lead |\n"
    reading = read("MAINTAINERS.md", table)
    assert said(reading) == [("lead", "", "ada", 3)]
    assert reading.problems == []


def test_a_list() -> None:
    assert said(read("README.md", LIST)) == [
        ("maintainer", "", key, line) for key, line in (("ada", 4), ("bob", 5), ("cleo", 5), ("dora", 7))
    ]  # fmt: skip


def test_other_files_of_roles_are_read_alike() -> None:
    assert said(read("MAINTAINERS.md", LIST)) == said(read("README.md", LIST))


@pytest.mark.parametrize(
    "text",
    [
        GRID.replace(">Maintainers<", ">Contributors<"),
        GRID.replace("## Licence", "").replace("</h2>", ""),
        "<!--\n" + HEADED + "-->\n",
        "```html\n" + HEADED + "```\n",
        "## Maintainers\n<ul><li>Ask @ada for a review</li><li>Ada Example</li></ul>\n",
        "## Maintainers\n<table><tr><th>Name</th></tr><tr><td>Ask @ada</td></tr></table>\n",
        "## Maintainers\n<table><tr><td>Ada <img alt='@ada'></td></tr></table>\n",
        "## Maintainers\n<ul>\n<li>@ada</li>\n",
    ],
    ids=["no role", "never closed", "comment", "code", "mentions", "no account", "picture", "unclosed list"],
)
def test_whoever_is_only_mentioned_holds_nothing(text: str) -> None:
    assert said(read("README.md", text)) == []


def test_restructured_text_has_no_html() -> None:
    assert said(read("README.rst", "Maintainers\n===========\n\n<ul><li>@ada</li></ul>\n")) == []


def test_lines_without_html_stay_as_they_are() -> None:
    lines = ["# A", "", "<details>", "- @ada <b>x</b>", "| a | b |", "    <ul>", "text <ul>"]
    assert as_markdown(lines) == list(enumerate(lines, 1))


@pytest.mark.parametrize(
    "text",
    [
        "<ul>\n" * 40_000, "<ul>" * 40_000, "<" * 100_000, "<a " * 50_000,
        "<ul>" + "<li>x" * 40_000 + "</ul>",
        "<table><tr>" + "<td>@ada" * 40_000 + "</tr></table>", "<ul><li>" + " " * 200_000 + "</ul>",
        "<ul><li>" + "<br>" * 40_000 + "</ul>", "<table>\n" + "<ul>\n" * 40_000 + "</table>\n",
        "<ul><li>" + "<a href=x>" * 40_000 + "</a>" * 40_000 + "</ul>", "<!--\n" * 40_000,
        ("<table><tr><td>" + "*" * 990 + "</td></tr></table>\n") * 100, "<h2>a\n" * 40_000,
    ],
)  # fmt: skip
def test_hostile_html_is_read_to_an_end(text: str) -> None:
    lines = text.splitlines()
    numbers = [number for number, _ in as_markdown(lines)]
    assert numbers == sorted(numbers)
    assert set(numbers) <= set(range(1, len(lines) + 1))
