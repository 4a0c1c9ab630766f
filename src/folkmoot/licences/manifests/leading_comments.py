"""Packages whose manifest is the comment that their main file begins with, and roles of Ansible.

Emacs Lisp, where a package's main file is the one with its version:
https://www.gnu.org/software/emacs/manual/html_node/elisp/Library-Headers.html
WordPress: https://developer.wordpress.org/plugins/plugin-basics/header-requirements/
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from folkmoot.licences.headers.wordings import worded
from folkmoot.licences.manifests.declared import Declared, line_of

HEAD = 8_000
"""Characters of a file in which its header stands, as for WordPress."""
EMACS = re.compile(r"^;+[ \t]*(?:(?:Package-)?Version|Package-Requires):", re.MULTILINE)
TAG = re.compile(r"SPDX-License-Identifier:[ \t]*([^\n]{1,200})")
SPEAKS = re.compile(r"^[^\n]*\blicen[cs]e\b[^\n]*$", re.MULTILINE | re.IGNORECASE)
WORDPRESS = re.compile(r"^[ \t/*#@]*(?:Plugin|Theme) Name:", re.MULTILINE)
STATED = re.compile(r"^[ \t/*#@]*License:[ \t]*([^\n]{1,200})$", re.MULTILINE)
ROLE = re.compile(r"^galaxy_info:[ \t]*$", re.MULTILINE)
OF_ROLE = re.compile(r"^[ \t]{1,8}license:[ \t]*([^\s\[&*|>][^\n]{0,200})$", re.MULTILINE)


def emacs(text: str) -> Iterator[Declared]:
    """Give what the header of an Emacs package's main file says in a tag, or in the words of a licence."""
    head = text[:HEAD]
    if not EMACS.search(head):
        return
    if tag := TAG.search(head):
        yield Declared(tag[1].strip(), line_of(head, tag[1]))
    elif means := worded(head.encode()):
        said = SPEAKS.search(head)
        line = head.count("\n", 0, said.start()) + 1 if said else 0
        yield Declared(" ".join(said[0].strip("; ").split()) if said else means, line, means)


def wordpress(text: str) -> Iterator[Declared]:
    """Give `License` of a plugin's or theme's header."""
    head = text[:HEAD]
    stated = STATED.search(head) if WORDPRESS.search(head) else None
    if stated and (words := stated[1].strip()):
        yield Declared(words, line_of(head, words))


def role(text: str) -> Iterator[Declared]:
    """Give `license` of a role's `galaxy_info`, where it is a plain text."""
    stated = OF_ROLE.search(text) if ROLE.search(text) else None
    if stated and (words := stated[1].partition(" #")[0].strip().strip("\"'")):
        yield Declared(words, line_of(text, words))


READERS = (
    ("*.el", emacs),
    ("*.php", wordpress),
    ("style.css", wordpress),
    ("meta/main.yml", role),
    ("meta/main.yaml", role),
)
