"""Invented documents in each way of writing headers, and reading them."""

from __future__ import annotations

from folkmoot.govern.proposals.document import Reader
from folkmoot.govern.proposals.layouts import all_layouts
from folkmoot.model.problem import Problem
from folkmoot.model.proposal import Proposal

PEP = """\
PEP: 12
Title: Hats for all
Author: Ada Example <ada@example.org>,
        Bob Example, Jr. <bob@example.net>
Status: Final
Type: Standards Track
Created: 03-Jul-2001
Replaces: 3, 4
Resolution: `2 May 2002 <https://example.org/yes>`__


Abstract
========

Status: of hats.
"""

KEP = """\
title: Hats for all
kep-number: 12
authors:
  - "@ada"
  - "@bob"
owning-sig: sig-hats
status: implementable # provisional|implementable
creation-date: 2019-04-18
approvers:
  - "@cleo"
replaces:
stage: alpha
"""

EMBER = """\
---
stage: recommended # FIXME: or more?
start-date: 2017-06-13T00:00:00.000Z
teams:
  - framework
  - cli
prs:
  accepted: https://example.org/rfcs/12
---

# Hats for all

## Summary
"""

RUST = """\
- Feature Name: `hats_for_all`
- Start Date: 2014-03-11
- RFC PR: [rust-lang/rfcs#12](https://example.org/rfcs/12)
- Rust Issue: [#1](https://example.org/1), [#2](https://example.org/2)

## Summary

- Status: of hats
"""

SWIFT = """\
# Hats for all

* Proposal: [SE-0012](0012-hats.md)
* Authors: [Ada Example](https://example.org/ada), [Bob](https://example.org/bob)
* Review Manager: TBD
* Status: **Implemented (Swift 5.9)**
* Implementation:
  * [one](https://example.org/1)
  * [two](https://example.org/2)

## Introduction
"""

DEP = """\
====================
DEP 12: Hats for all
====================

:DEP: 12
:Author: Ada Example, Bob Example
:Shepherd: Cleo
:Status: Accepted
:Type: Feature
:Created: 2014-04-14

.. contents:: Table of Contents

Abstract
========
"""

PATHS = {
    "pep": "peps/pep-0012.rst",
    "kep": "keps/sig-hats/12-hats/kep.yaml",
    "ember": "text/0012-hats.md",
    "rust": "text/0012-hats.md",
    "react": "text/0012-hats.md",
    "swift": "proposals/0012-hats.md",
    "dep": "accepted/0012-hats.rst",
    "eip": "EIPS/eip-12.md",
    "vue": "active-rfcs/0012-hats.md",
    "numbered": "docs/rfcs/0012-hats.md",
}


def attempt(layout: str, document: str | bytes, path: str = "") -> tuple[Proposal | None, list[Problem]]:
    """Read a document; give the proposal, or None, and what was wrong."""
    reader = Reader(all_layouts()[layout])
    content = document.encode() if isinstance(document, str) else document
    return reader.read(path or PATHS[layout], content), reader.problems


def read(layout: str, document: str | bytes, path: str = "") -> Proposal:
    """Read a document that can be read."""
    proposal, problems = attempt(layout, document, path)
    assert proposal is not None, problems
    return proposal


def codes(layout: str, document: str | bytes, path: str = "") -> list[str]:
    """Give the codes of everything wrong with a document."""
    return [problem.code for problem in attempt(layout, document, path)[1]]
