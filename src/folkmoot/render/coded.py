"""Commands and file names in sentences: what stands between backticks is set as code where a page can."""

from __future__ import annotations

import re
from html import escape

from markupsafe import Markup

CODE = re.compile(r"`([^`\s][^`\n]{0,300})`")

OPTION = re.compile(r"(?<!\S)(--[a-z][a-z-]{1,40})(?!\S)")
"""An option, which browsers would break behind its first hyphen."""


def coded(words: str) -> Markup:
    """Give a sentence as HTML: escaped first, so that nothing in it is markup, then with its code marked."""
    return Markup(CODE.sub(_marked, escape(words)))  # noqa: S704 - escaped in this line


def _marked(found: re.Match[str]) -> str:
    """Set one command, which is escaped already; no line ends within one of its options."""
    return "<code>" + OPTION.sub(r"<span>\1</span>", found[1]) + "</code>"
