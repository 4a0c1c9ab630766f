"""Actions pinned to the commit they are now: `uses: owner/action@<commit> # version`.

What it writes:
    The commit instead of the tag in each `uses:`, with the version as a comment, in workflows and in actions
    kept in the repository. Where another workflow here pins the same action, and says in its comment which
    version that is, that commit is taken; for `v4` the newest pinned `v4.x.y`. Clones of actions that you
    name (`--known FOLDER`) are asked for their tags first.

What it never does:
    Guess, or ask a network: what is not known locally is named and left. Nor does it pin the generators of
    SLSA provenance, which refuse to run from a commit.

References:
    GitHub, using third-party actions: https://docs.github.com/en/actions/security-for-github-actions/security-guides/security-hardening-for-github-actions#using-third-party-actions
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from folkmoot.fixes._workflow_text import Event, events, word, workflow_files
from folkmoot.i18n import Message, Text, say
from folkmoot.model.check import Finding
from folkmoot.model.fix import Bench, Edit, Fix, Mending, Pin
from folkmoot.model.tagged_actions import runs_by_tag_only

LINE = re.compile(
    r"(?P<before>.*?\buses[\"']?\s*:\s*[\"']?)(?P<action>[\w.-]+/[\w.-]+)(?P<inside>(?:/[\w./-]+)?)@(?P<ref>[\w./+-]+)"
    r"(?P<quote>[\"']?)\s*(?:#\s*(?P<comment>.*?))?(?P<end>\s*)"
)
COMMIT = re.compile(r"[0-9a-f]{40}")
VERSION = re.compile(r"v?\d+(?:\.\d+){0,3}")
Known = Mapping[tuple[str, str], Pin]


def propose(bench: Bench) -> Mending:
    """Give the edits, and name every action whose commit is not known here."""
    files = list(workflow_files(bench.ground, with_actions=True))
    pinned = _pinned_here(files)
    edits: list[Edit] = []
    notes: dict[str, Text] = {}
    for path, text in files:
        seen = events(text)
        if seen is None:
            notes[path] = Message("{path} cannot be read as YAML; it is left alone.", {"path": path})
            continue
        lines = text.split("\n")
        for number in _uses(seen):
            if number < len(lines):
                lines[number] = _pin(lines[number], bench, pinned, notes)
        after = "\n".join(lines)
        if after != text and _changes_only_uses(seen, events(after)):
            edits.append(Edit(path, text.encode(), after.encode()))
        elif after != text:
            notes[path] = Message("{path} is written in an unusual way; it is left alone.", {"path": path})
    return Mending(tuple(edits), tuple(notes.values()))


def _uses(seen: list[Event]) -> list[int]:
    """Give the lines on which a `uses` names something."""
    return [
        value.line
        for key, value in pairwise(seen)
        if word(key) == "uses" and value.kind == "Scalar" and key.line == value.line
    ]


def _pinned_here(files: list[tuple[str, str]]) -> Known:
    """Give the versions that the comments of pinned actions name, by action in lower case and version."""
    found: dict[tuple[str, str], Pin] = {}
    for path, text in files:
        for number, line in enumerate(text.split("\n"), 1):
            told = LINE.fullmatch(line)
            if told and COMMIT.fullmatch(told["ref"]) and told["comment"]:
                version = told["comment"].split()[0]
                if VERSION.fullmatch(version):
                    pin = Pin(told["ref"], version, f"{path}:{number}")
                    found.setdefault((told["action"].casefold(), version.removeprefix("v")), pin)
    return found


def _pin(line: str, bench: Bench, pinned: Known, notes: dict[str, Text]) -> str:
    told = LINE.fullmatch(line)
    if told is None or COMMIT.fullmatch(told["ref"]):
        return line
    action, version = told["action"], told["ref"]
    name = f"{action}@{version}"
    if runs_by_tag_only(action):
        notes[name] = Message("{action} only runs from a tag; it is left alone.", {"action": name})
        return line
    pin = bench.pin(action, version) or _fitting(action, version, pinned)
    if pin is None:
        values: dict[str, str | int | float] = {"action": name, "name": action.partition("/")[2]}
        notes[name] = Message(
            "{action}: its commit is not known here. Clone it and name the folder: --known {name}", values
        )
        return line
    comment = " ".join(filter(None, (pin.version, _without(told["comment"] or "", version))))
    told_of = {"action": name, "version": pin.version, "commit": pin.commit[:12], "source": pin.source}
    notes[name] = Message("{action}: {version} is {commit}, by {source}.", {**told_of})
    pinned_line = f"{told['before']}{action}{told['inside']}@{pin.commit}{told['quote']} # {comment}"
    return pinned_line + ("\r" if line.endswith("\r") else "")


def _without(comment: str, version: str) -> str:
    """Give an old comment unless it merely says the version."""
    return "" if comment.strip().removeprefix("tag=") in {version, f"v{version}"} else comment.strip()


def _fitting(action: str, version: str, pinned: Known) -> Pin | None:
    """Give the newest version pinned here that `version` names: itself, or one within it (v4: v4.2.1)."""
    if not VERSION.fullmatch(version):
        return None
    wanted = version.removeprefix("v")
    fitting = [
        (tuple(map(int, own.split("."))), pin)
        for (name, own), pin in pinned.items()
        if name == action.casefold() and (own == wanted or own.startswith(f"{wanted}."))
    ]
    return max(fitting, key=lambda pair: pair[0])[1] if fitting else None


def _changes_only_uses(before: list[Event], after: list[Event] | None) -> bool:
    """Tell whether the parser sees the same file but for what stands behind `uses`, up to its version."""
    if after is None or len(before) != len(after):
        return False
    for place, (old, new) in enumerate(zip(before, after, strict=True)):
        if old.said == new.said:
            continue
        action, _, ref = word(new).partition("@")
        if word(before[place - 1]) != "uses" or word(old).partition("@")[0] != action:
            return False
        if not COMMIT.fullmatch(ref):
            return False
    return True


def is_about_actions(finding: Finding) -> bool:
    """Tell whether anything that is not pinned is an action; images and packages are not this fix's."""
    return any(re.search(r"action\b", say(spot.what), re.IGNORECASE) for spot in finding.spots)


FIX = Fix(
    id="pinned-actions",
    title="Pin actions to the commit they are now",
    answers=("scorecard-pinned-dependencies",),
    propose=propose,
    fits=is_about_actions,
    offer="With clones of the actions in a folder, `folkmoot fix {fix} --known FOLDER` shows the edit.",
)
