"""The project's prose: README, guides and policies, with their headings, read once for all requirements.

Only what people wrote for people is read: Markdown, reStructuredText, AsciiDoc and plain text at the top, in
a forge's folder or in the documentation. Licences, changelogs, translations, what belongs to others and the
items of lists of links are left out, and so is everything after `MOST_FILES` files or `MOST_BYTES` bytes: the
top comes first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from folkmoot.checks._link_lists import without_listed_links
from folkmoot.model.check import Ground

MOST_FILES = 300
MOST_BYTES = 6_000_000
LARGEST = 250_000
MARKDOWN = ("md", "markdown", "mdx", "mkdn", "mkd", "mdown")
ENDINGS = (*MARKDOWN, "rst", "txt", "adoc", "asciidoc", "org")
FORGES = (".github/", ".gitlab/", ".gitea/", ".forgejo/")
DOCS = ("docs/", "doc/", "documentation/", "website/docs/", "docs-site/")
KNOWN = re.compile(
    r"(readme|contributing|contribute|hacking|develop(ment|ing|ers?)?|security|governance|"
    r"maintainers?|support|"
    r"releas(e|es|ing)|architecture|design|authors?|committers|owners|install(ation)?|build(ing)?|testing|"
    r"roadmap|adopters|policy|policies|dependencies|threat[-_ ]?model|code[-_]of[-_]conduct)",
    re.IGNORECASE,
)
LEFT_OUT = re.compile(
    r"(^|/)(licen[cs]es?|copying|changelog|changes|history|news|release[-_ ]?notes?|notice)([._/-]|$)|"
    r"(^|/)(vendor|third[-_]?party|node_modules|testdata|fixtures?|blog|_posts|_build|locales?|i18n|translations?|"
    r"archive[ds]?|examples?)/|"
    r"(^|/)(zh|ja|ko|fr|de|es|pt|ru|it|tr|pl|uk|vi|ar|fa|id|bn|hi)([-_][A-Za-z]{2,4})?/|"
    r"[._-](zh|ja|jp|ko|kr|fr|de|es|pt|ru|it|tr|pl|uk|cn)([-_][A-Za-z]{2,4})?\.[a-z]+$",
    re.IGNORECASE,
)
NO_PROSE = re.compile(
    r"(^|/)(cmakelists|meson[-_]options|(requirements|constraints)[-\w]*|robots|cmakecache)\.txt$",
    re.IGNORECASE,
)
"""Files that end like prose and are read by programs."""
FORM = re.compile(r"(issue|pull_request|merge_request)_templates?(\.|/|$)", re.IGNORECASE)
"""Forms to fill in: what stands in them is about each issue or change, wherever they lie."""
FOR_MACHINES = re.compile(r"(^|/)(agents|claude|gemini|copilot-instructions)\.md$", re.IGNORECASE)
"""Instructions for assistants: they tell much about a project, after all that was written for people."""
_ATX = re.compile(r"^ {0,3}(#{1,6}|={1,6})[ \t]+(.*?)[ \t#=]*$")
_ABOVE = re.compile(r"(?![-*+>|#=~`<]|\d+[.)] )\S.{1,80}")
"""A line that a line of any length below it makes a heading, as Markdown has it."""
_UNDER = re.compile(r"^([=\-~^\"'`#*+.:_])\1{2,}[ \t]*$")
_BREAK = re.compile(r"(?<=[^\s`])\n(?=[a-z(\"'\[*_])")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_WITH_COMMENTS = (*(f".{ending}" for ending in MARKDOWN), ".html")
ASCIIDOC = ("adoc", "asciidoc")
_HTML = re.compile(r"^\s*<h([1-6])[^>]{0,200}>(.{1,200}?)</h[1-6]>", re.IGNORECASE)


@dataclass(frozen=True)
class Heading:
    """A heading: its line (from 1), its text, the line the next one is in, and its depth (1 is the top)."""

    line: int
    text: str
    end: int
    depth: int


@dataclass(frozen=True)
class Document:
    """One file of prose."""

    path: str
    text: str

    @cached_property
    def lower(self) -> str:
        """The text in lower case, as long as the text itself or longer."""
        return self.text.lower()

    @cached_property
    def flowing(self) -> str:
        """The text in lower case with each paragraph on one line; as long as `lower`."""
        return _BREAK.sub(" ", self.lower)

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their ends."""
        return self.text.split("\n")

    @cached_property
    def name(self) -> str:
        """The name of the file in lower case, up to its first dot."""
        return self.path.lower().rpartition("/")[2].partition(".")[0]

    @cached_property
    def outline(self) -> str:
        """All headings in lower case, one to a line."""
        return "\n".join(heading.text.lower() for heading in self.headings)

    @cached_property
    def headings(self) -> list[Heading]:
        """The headings in Markdown, reStructuredText, AsciiDoc or HTML, outside of blocks of code."""
        found: list[tuple[int, str, int]] = []
        marks: list[str] = ["=", "-"] if self._is_markdown else []
        is_code = False
        for number, line in enumerate(self.lines):
            begin = line.lstrip()[:1]
            if not begin or begin.isalnum():
                continue  # prose, as most lines are
            if self._is_fence(line, self.lines[number - 1] if number else "", is_code):
                is_code = not is_code
            elif is_code or len(line) > 300:
                continue
            elif match := _ATX.match(line):
                found.append((number + 1, match[2], len(match[1])))
            elif match := _HTML.match(line):
                found.append((number + 1, match[2], int(match[1])))
            elif number and _UNDER.match(line) and self._is_headed(number):
                marks.extend({begin} - set(marks))
                found.append((number, self.lines[number - 1].strip(), marks.index(begin) + 1))
        ends = [line for line, *_ in found[1:]] + [len(self.lines) + 1]
        return [Heading(line, text, end, depth)
                for (line, text, depth), end in zip(found, ends, strict=False)]  # fmt: skip

    @property
    def _is_markdown(self) -> bool:
        return self.path.lower().rpartition(".")[2] in MARKDOWN

    def _is_headed(self, number: int) -> bool:
        """Tell whether the row of marks in a line makes the one above it a heading."""
        row, above = self.lines[number].rstrip(), self.lines[number - 1].strip()
        if 2 < len(above) <= len(row) + 2 and not _UNDER.match(above):
            return True
        is_alone = number == 1 or not self.lines[number - 2].strip()
        return self._is_markdown and row[0] in "=-" and is_alone and bool(_ABOVE.fullmatch(above))

    def _is_fence(self, line: str, above: str, is_code: bool) -> bool:
        """Tell whether a block of code begins or ends here; reST has none, and ~~~~ below a text heads it."""
        ending = self.path.lower().rpartition(".")[2]
        if ending == "rst":
            return False
        if ending in ASCIIDOC:
            return line.rstrip() in ("----", "....", "```") and (is_code or not above.strip(" \t\r")
                                                                or above.startswith(("[", ".")))  # fmt: skip
        told = line.lstrip(" ")
        if told.startswith("~~~") and ending not in MARKDOWN:
            return is_code or not above.strip()
        return told.startswith(("```", "~~~"))

    def body(self, heading: Heading) -> str:
        """Give what stands below a heading, up to the next one of any depth."""
        return "\n".join(self.lines[heading.line : heading.end - 1]).strip(" \t\n=-~^")

    def section(self, heading: Heading) -> str:
        """Give what stands below a heading, with all that stands below deeper ones."""
        after = (each for each in self.headings if each.line > heading.line)
        following = next((each.line for each in after if each.depth <= heading.depth), len(self.lines) + 1)
        return "\n".join(self.lines[heading.line : following - 1]).strip(" \t\n=-~^")

    def line_at(self, offset: int) -> int:
        """Give the line, from 1, of a place in the text."""
        return self.text.count("\n", 0, offset) + 1


@dataclass(frozen=True)
class Library:
    """All documents that were read, the top first; `missing` are those not in this clone."""

    documents: tuple[Document, ...]
    missing: tuple[str, ...] = ()


def library(ground: Ground) -> Library:
    """Give the project's prose, read once."""
    return ground.once("documents", lambda: _read(ground))


def _read(ground: Ground) -> Library:
    ranked = sorted((rank, path) for path in ground.paths() if (rank := _rank(path)) is not None)
    wanted = [path for _, path in ranked if path not in ground.links()][:MOST_FILES]
    found, missing, size = [], [], 0
    for path, content, _ in ground.read_all(wanted, LARGEST):
        if content is None:
            missing.append(path)
            continue
        size += len(content)
        if size > MOST_BYTES:
            break
        found.append(document_of(path, content))
    return Library(tuple(found), tuple(missing))


def document_of(path: str, content: bytes) -> Document:
    """Give one file of prose as its readers see it."""
    shown = _shown(path, content.decode("utf-8", "replace").replace("\r\n", "\n"))
    return Document(path, without_listed_links(shown))


def _shown(path: str, text: str) -> str:
    """Give the text as its readers see it: comments become blanks, every line stays where it is."""
    if not path.lower().endswith(_WITH_COMMENTS):
        return text
    return _COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


def _rank(path: str) -> tuple[int, int] | None:
    """Give how early a file is read, None for one that is not prose of this project."""
    folder, _, name = path.rpartition("/")
    stem, dot, ending = name.rpartition(".")
    if not dot:
        stem, ending = name, ""
    if ending.lower() not in ENDINGS and not (not ending and KNOWN.fullmatch(stem)):
        return None
    place = _place(path, folder, stem if dot else "")
    if place is None or LEFT_OUT.search(path) or NO_PROSE.search(path) or FORM.search(path):
        return None
    return place, 0 if KNOWN.match(stem) else 1


def _place(path: str, folder: str, stem: str) -> int | None:
    """Give how early the files of a folder are read, None where nobody looks for prose of this project."""
    if FOR_MACHINES.search(path):
        return 8 if path.count("/") < 2 else None
    if not folder:
        return 0
    if path.startswith(FORGES):
        return None if "template" in path.lower() else 1
    if path.lower().startswith(DOCS):
        return 2 + path.count("/")
    return 9 if stem and path.count("/") == 1 and KNOWN.fullmatch(stem) else None
