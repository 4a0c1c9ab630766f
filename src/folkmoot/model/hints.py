"""Hints that several errors share: how to go on, in words for whoever reads them on a terminal."""

from __future__ import annotations

SAID = ""
"""For an error whose sentence says itself how to go on: every error is given a hint, or this on purpose."""

WRITABLE = "look whether the folder is there, whether you may write to it, and whether the disk is full."
READABLE = "look whether it is there, and whether you may read it."
DAMAGED = "it was changed or cut on its way: fetch it again from where it is published."
RUN_AGAIN = "run it again later; where it goes on, report this line: the forge may answer in a new way."
QUERY = "read the sources again into a new store (--store); where it goes on, report this line."
REPORT = "this is a fault of Folkmoot: report this line."
