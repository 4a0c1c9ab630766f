"""Commands and file names in sentences: what stands between backticks is set as code where a page can."""

from __future__ import annotations

import re
from html import escape

from markupsafe import Markup

CODE = re.compile(r"`([^`\s][^`\n]{0,300})`")


def coded(words: str) -> Markup:
    """Give a sentence as HTML: escaped first, so that nothing in it is markup, then with its code marked."""
    return Markup(CODE.sub(r"<code>\1</code>", escape(words)))  # noqa: S704 - escaped in this line
