"""What every id means that a report shows: panels, findings, pages and what they are made of.

Metrics, checks and rules of the audit tell it in their docstrings, profiles in their own files; what panels
beside them show stands in `panels.toml`. Names of things in a project (a path, a package) are no ids.
"""

from __future__ import annotations

import inspect
import pkgutil
import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, replace
from functools import cache
from importlib.resources import files
from typing import Any

from folkmoot.checks import all_checks
from folkmoot.govern.audit.rules import all_rules
from folkmoot.metrics import all_metrics
from folkmoot.model.errors import UsageError
from folkmoot.model.template import sections
from folkmoot.store.inventory import CLASSES
from folkmoot.views import agenda
from folkmoot.views.pages import all_pages
from folkmoot.views.profiles import all_profiles

QUESTION, COUNTED = "Question", "How it is counted"
NUMBERED = re.compile(r"(.+)-\d+")
ONE_OF_SEVERAL = "Here of one of several repositories, which the number at the end tells apart."
PART = "Here compared between projects, and only its part “{part}”."


@dataclass(frozen=True)
class Explained:
    """What an id means: `sections` by their headings, `metrics` and `ids` that it is made of or shows."""

    id: str
    kind: str
    title: str
    page: str = ""
    sections: dict[str, str] = field(default_factory=dict)
    metrics: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    definition: str = ""

    def as_json(self) -> dict[str, Any]:
        """Give it as plain data, with what is not empty."""
        return {name: told for name, told in asdict(self).items() if told}


def explained(identifier: str) -> Explained:
    """Give what an id means. Raises UsageError when no report shows it, naming the nearest."""
    known = _known()
    if identifier in known:
        return known[identifier]
    for name, told in known.items():
        if name.endswith((":", "reuse-")) and identifier.startswith(name):
            return _as(told, identifier)
    if (numbered := NUMBERED.fullmatch(identifier)) and numbered[1] in known:
        return _as(known[numbered[1]], identifier, ONE_OF_SEVERAL)
    from difflib import get_close_matches

    near = get_close_matches(identifier, known, n=3, cutoff=0.4)
    compared = max((name for name in known if identifier.startswith(f"{name}-")), key=len, default="")
    if compared and known[compared].kind in {"metric", "panel"} and not _is_slip(identifier, compared):
        told = known[compared]
        if told.kind == "metric":
            told = replace(told, kind="panel", metrics=(compared,))
        return _as(told, identifier, PART.format(part=identifier[len(compared) + 1 :]))
    hint = f"did you mean {', '.join(near)}?" if near else "`folkmoot explain` lists every metric."
    raise UsageError(f"There is no metric {identifier!r}, and no report shows such an id.", hint=hint)


def _is_slip(identifier: str, beginning: str) -> bool:
    """Tell whether an id is another one, which it does not begin with, with a letter or two wrong."""
    from difflib import get_close_matches

    return bool({*get_close_matches(identifier, _known(), n=2, cutoff=0.9)} - {beginning})


def _as(told: Explained, identifier: str, note: str = "") -> Explained:
    more = "\n\n".join(filter(None, (told.sections.get(COUNTED, ""), note)))
    said = {**told.sections, COUNTED: more} if more else told.sections
    return replace(told, id=identifier, sections=said)


@cache
def _known() -> dict[str, Explained]:
    """Give everything by its id. Where two kinds share one, the one that reports show more of comes first."""
    found: dict[str, Explained] = {}
    for told in (*_metrics(), *_panels(), *_checks(), *_audit(), *_agenda(), *_asked(), *_held(), *_pages()):
        found.setdefault(told.id, told)
    return found


def _metrics() -> Iterator[Explained]:
    for metric in all_metrics().values():
        said = {QUESTION: metric.question}
        yield Explained(metric.id, "metric", metric.title, metric.page, said, definition=metric.definition)


def _panels() -> Iterator[Explained]:
    text = files(__package__).joinpath("panels.toml").read_text("utf-8")
    for name, row in tomllib.loads(text).items():
        said = {QUESTION: row.get("question", ""), COUNTED: row["told"]}
        kind = "panel" if said[QUESTION] else "finding"
        yield Explained(
            name, kind, row["title"], row["page"], {key: told for key, told in said.items() if told},
            tuple(row.get("metrics", ())),
        )  # fmt: skip


def _checks() -> Iterator[Explained]:
    checks = all_checks()
    told = _docstrings("folkmoot.checks.", "CHECK")
    for check in checks.values():
        said = _sections(told[check.id])
        yield Explained(check.id, "check", check.title, check.page, said, definition=check.definition)


def _audit() -> Iterator[Explained]:
    rules = all_rules()
    told = _docstrings("folkmoot.govern.audit.rules.", "RULE")
    for rule in rules.values():
        yield Explained(rule.id, "rule of the audit", rule.title, "", _sections(told[rule.id]))


def _agenda() -> Iterator[Explained]:
    agenda.all_rules()
    for module in pkgutil.iter_modules(agenda.__path__):
        place = sys.modules.get(f"{agenda.__name__}.{module.name}")
        rule = getattr(place, "RULE", None)
        if rule is not None:
            title = inspect.cleandoc(place.__doc__ or "").split("\n\n")[0]
            first = inspect.cleandoc(rule.look.__doc__ or "").split("\n\n")[0].split("\n")[0]
            said = {COUNTED: first} if first else {}
            yield Explained(rule.id, "finding of the agenda", " ".join(title.split()), "overview", said)


def _asked() -> Iterator[Explained]:
    for profile in all_profiles().values():
        asked = tuple(question.id for question in profile.questions)
        said = {QUESTION: profile.about}
        name = f"compliance-{profile.name}"
        yield Explained(
            name, "panel", profile.title, "compliance", said, ids=asked, definition=profile.source
        )
        for question in profile.questions:
            by = tuple(each.partition(":")[2] for each in question.by)
            noted = {"What people add": question.note} if question.note else {}
            yield Explained(
                question.id, f"question of {profile.name}", question.title, "compliance", noted, ids=by,
                definition=profile.source,
            )  # fmt: skip


def _held() -> Iterator[Explained]:
    for one in CLASSES:
        said = {"What it is": one.what, "Why it is held": one.purpose, "How it goes": one.ends}
        yield Explained(f"privacy-{one.id}", "class of personal data", one.title, "privacy", said)


def _pages() -> Iterator[Explained]:
    panels = [told.id for told in _panels() if told.sections.get(QUESTION)]
    shown = {told.id: told.page for told in _panels()}
    for page in all_pages().values():
        own = tuple(metric.id for metric in all_metrics().values() if metric.page == page.slug)
        more = tuple(name for name in panels if shown[name] == page.slug)
        yield Explained(page.slug, "page", page.title, metrics=own, ids=more)


def _sections(docstring: str) -> dict[str, str]:
    return {name: told for name, told in sections(docstring).items() if name}


def _docstrings(prefix: str, attribute: str) -> dict[str, str]:
    """Give the docstrings of modules by the id of what each holds; whoever asks has imported them."""
    return {
        getattr(module, attribute).id: module.__doc__ or ""
        for name, module in list(sys.modules.items())
        if name.startswith(prefix) and hasattr(module, attribute)
    }
