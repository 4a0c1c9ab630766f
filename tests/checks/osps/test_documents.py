"""The prose of a project: which files are read, in which order, and where their headings stand."""

from __future__ import annotations

import pytest

from checks.trees import ground
from folkmoot.checks.osps._documents import (
    LARGEST,
    MOST_BYTES,
    MOST_FILES,
    Document,
    document_of,
    library,
)


def read(*paths: str) -> list[str]:
    """Give which of these files are read, in their order."""
    return [each.path for each in library(ground(dict.fromkeys(paths, "Hello\n"))).documents]


def headings(path: str, text: str) -> list[tuple[int, str]]:
    return [(each.line, each.text) for each in document_of(path, text.encode()).headings]


@pytest.mark.parametrize(
    "path",
    [
        "README.md", "README", "INSTALL", "notes.txt", "MAINTAINERS", "guide.adoc", ".github/SECURITY.md",
        ".gitlab/CONTRIBUTING.md", "docs/deep/down/guide.rst", "website/docs/a.mdx", "server/README.md",
        "SECURITY.MD", "Documentation/process.rst", "AGENTS.md", "api/CLAUDE.md", "README.mkdn",
    ],
)  # fmt: skip
def test_prose_for_people_is_read(path: str) -> None:
    assert read(path) == [path]


@pytest.mark.parametrize(
    "path",
    [
        "main.py", "Makefile", "LICENSE.md", "COPYING", "CHANGELOG.md", "docs/changes.rst", "NEWS",
        "docs/release-notes.md", "vendor/README.md", "docs/third_party/x.md", "docs/zh/guide.md",
        "README.zh-CN.md", "README_ja.md", "docs/pt-BR/guide.md", "docs/i18n/guide.md", "docs/examples/a.md",
        ".github/ISSUE_TEMPLATE/bug.md", ".github/pull_request_template.md", "server/notes.md",
        "a/b/README.md", "a/b/AGENTS.md", "testdata/README.md", "CMakeLists.txt", "docs/requirements-dev.txt",
        "meson_options.txt",
    ],
)  # fmt: skip
def test_what_is_no_prose_of_this_project_is_not(path: str) -> None:
    assert read(path) == []


def test_what_is_read_first_stands_first() -> None:
    """The top (known names, then others), a forge's folder, the documentation from above, then the rest."""
    order = [
        "README.md", "notes.md", ".github/SUPPORT.md", ".github/notes.md", "docs/security.md", "docs/a.md",
        "docs/deep/install.md", "AGENTS.md", "server/README.md",
    ]  # fmt: skip
    assert read(*sorted(order)) == order


def test_links_are_not_read_twice() -> None:
    made = ground({"README.md": "Hello\n", "docs/index.md": "Hello\n"}, links={"docs/index.md"})
    assert [each.path for each in library(made).documents] == ["README.md"]


def test_no_more_bytes_are_read_than_the_bound() -> None:
    """Each of them as large as one file may be: 24 fit into six million bytes, the 25th does not."""
    files = {f"docs/{number:03d}.md": "x" * LARGEST for number in range(30)}
    documents = library(ground(files)).documents
    assert len(documents) == MOST_BYTES // LARGEST == 24
    assert len(documents) < MOST_FILES


# -- headings ----------------------------------------------------------------------------------------------


def test_a_heading_underlined_with_tildes_hides_nothing_below_it() -> None:
    """In reStructuredText any mark underlines; only in Markdown do tildes begin a block of code."""
    text = "Guide\n=====\n\nTests\n~~~~~\n\nRun them.\n\nReleases\n--------\n\nMonthly.\n"
    expected = [(1, "Guide"), (4, "Tests"), (9, "Releases")]
    assert headings("CONTRIBUTING.rst", text) == expected
    assert headings("docs/guide.txt", text) == expected


@pytest.mark.parametrize("fence", ["```", "~~~", "```sh", "   ```", "      ~~~"])
def test_what_looks_like_a_heading_in_code_is_none(fence: str) -> None:
    end = fence.removesuffix("sh")
    assert headings("README.md", f"# Moot\n\n{fence}\n# a comment\n{end}\n\n## Use\n") == [
        (1, "Moot"), (7, "Use"),
    ]  # fmt: skip


def test_tildes_after_an_empty_line_begin_code_in_plain_text() -> None:
    assert headings("INSTALL", "Build\n=====\n\n~~~\n# make\n~~~\n\n# Use\n") == [(1, "Build"), (8, "Use")]


@pytest.mark.parametrize("above", ["", "[source,sh]", ".Listing"])
def test_blocks_of_asciidoc_are_code(above: str) -> None:
    text = f"== Build\n\nHow:\n{above}\n----\n# make\n\n== none\n----\n\n== Use\n"
    assert headings("guide.adoc", text) == [(1, "Build"), (11, "Use")]


def test_four_dashes_below_a_title_underline_it_in_asciidoc() -> None:
    assert headings("guide.adoc", "Test\n----\n\nRun.\n\n== Use\n") == [(1, "Test"), (6, "Use")]


@pytest.mark.parametrize(
    "text",
    [
        "####### too deep\n",
        "#no space\n",
        "    # indented as code\n",
        "ab\n==\n",
        "abc\n==\n",
        "Two lines of one\nparagraph, and a rule\n---\n",
        "- the item of a list\n---\n",
        "=====\n-----\n",
        "# " + "x" * 300 + "\n",
        "===\nx\n",
    ],
)
def test_what_is_no_heading(text: str) -> None:
    assert headings("README.md", text) == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Moot #\n", "Moot"),
        ("A text much longer than its line\n=====\n", "A text much longer than its line"),
        ("###### Moot\n", "Moot"),
        ("   # Moot\n", "Moot"),
        ("= Moot\n", "Moot"),
        ("<h1 align='center'>Moot</h1>\n", "Moot"),
        ("  <H6>Moot</H6>\n", "Moot"),
        ("Moot\n====\n", "Moot"),
        ("Moots\n===\n", "Moots"),
        ("Moot\n^^^^\n", "Moot"),
        ("=====\nMoot\n=====\n", "Moot"),
    ],
)
def test_what_is_a_heading(text: str, title: str) -> None:
    assert [told for _, told in headings("README.md", text)] == [title]


def test_a_section_ends_where_the_next_heading_begins_however_deep() -> None:
    document = Document("README.md", "# One\n\nfirst\n\n### Two\nsecond\nthird")
    one, two = document.headings
    assert [(each.line, each.end) for each in (one, two)] == [(1, 5), (5, 8)]
    assert [document.body(each) for each in (one, two)] == ["first", "second\nthird"]


def test_the_line_below_a_heading_that_underlines_it_is_no_body() -> None:
    document = Document("README.rst", "One\n---\n\nTwo\n---\n\ntext\n")
    assert [document.body(each) for each in document.headings] == ["", "text"]


def test_all_headings_stand_in_the_outline() -> None:
    assert Document("README.md", "# Moot\n\n## How To Build\n").outline == "moot\nhow to build"


def test_places_are_told_by_their_line() -> None:
    document = Document("README.md", "one\ntwo\nthree\n")
    assert [document.line_at(document.text.index(word)) for word in ("one", "two", "three")] == [1, 2, 3]


@pytest.mark.parametrize(
    ("path", "name"),
    [("docs/Guide.en.md", "guide"), ("README", "readme"), (".github/SECURITY.md", "security")],
)
def test_a_file_is_called_by_its_name_up_to_the_first_dot(path: str, name: str) -> None:
    assert Document(path, "").name == name


# -- what readers see --------------------------------------------------------------------------------------


def test_comments_are_not_seen_and_lines_stay_where_they_are() -> None:
    text = "# Moot\n<!-- ## Roles\n\n## Tests -->\n## Use\n"
    document = document_of("README.md", text.encode())
    assert [(each.line, each.text) for each in document.headings] == [(1, "Moot"), (5, "Use")]
    assert len(document.text) == len(text)


def test_a_comment_without_an_end_hides_the_rest() -> None:
    assert headings("README.md", "# Moot\n<!-- ## Roles\n\n## Tests\n") == [(1, "Moot")]


def test_other_formats_have_no_such_comments() -> None:
    assert "kept" in document_of("README.rst", b"<!-- kept -->").text


def test_ends_of_lines_of_windows_are_ends_of_lines() -> None:
    assert headings("README.md", "# Moot\r\n\r\nUse\r\n---\r\n") == [(1, "Moot"), (3, "Use")]


def test_a_paragraph_flows_and_a_list_does_not() -> None:
    document = Document("README.md", "Each change\nneeds a Test\n\n- one\n- two\n")
    assert document.flowing == "each change needs a test\n\n- one\n- two\n"
    assert len(document.flowing) == len(document.lower)


def test_only_in_markdown_a_short_line_makes_a_heading() -> None:
    assert headings("guide.txt", "A text much longer than its line\n=====\n") == []


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.md", "Moot\n====\n\nTaking part\n---\n\n### Style\n\nPlain.\n\n## Licence\n\nMIT\n"),
        ("a.rst", "Moot\n~~~~\n\nTaking part\n===========\n\nStyle\n-----\n\nPlain.\n\nEnd\n===\nMIT\n"),
        ("a.md", "<h1>Moot</h1>\n<h2>Taking part</h2>\n<h3>Style</h3>\nPlain.\n<h2>Licence</h2>\nMIT\n"),
    ],
)  # fmt: skip
def test_a_section_ends_before_the_next_heading_that_is_no_deeper(path: str, text: str) -> None:
    document = document_of(path, text.encode())
    first, second, *_ = document.headings
    assert second.text == "Taking part"
    assert document.body(second) == ""
    assert "Plain." in document.section(second)
    assert "MIT" not in document.section(second)
    assert "MIT" in document.section(first)
