"""Elections and ranked votes on record with their ballots, and the results that were published for them.

Read are Elekto's folders (`ballots.csv`, `voters.yaml` and `results.md` side by side) and Node.js' files
(`votes/*.json`, which hold ballots and outcome). What is published is compared only where every published
winner is one of the candidates on the ballots, by account or by exactly the same name; candidates' own pages
(`candidate-*.md`) say which name is which account.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from folkmoot.govern.votes import Record, read_record
from folkmoot.govern.votes._published import as_options
from folkmoot.model.ballot import Poll
from folkmoot.model.errors import FolkmootError
from folkmoot.model.path_names import is_for_tests
from folkmoot.sources.git.contents import contents
from folkmoot.sources.git.repository import Repository

MOST_BYTES = 2_000_000
MOST_ELECTIONS = 1_000
FORMS = frozenset({"elekto", "node"})
_PATH = re.compile(r"(?:.*/)?(?:ballots\.csv|votes/[^/]+\.json)", re.IGNORECASE)
_COUNT = {
    "voters": re.compile(r"number of eligible voters:?[ \t]*([\d,]{1,9})", re.IGNORECASE),
    "cast": re.compile(r"number of votes cast:?[ \t]*([\d,]{1,9})", re.IGNORECASE),
}
_LISTED = re.compile(r"^[ \t]*-[ \t]+\S", re.MULTILINE)
_LIMITED = re.compile(r"\b(?:limits?|maximal representation)\b[^.]{0,80}", re.IGNORECASE)


@dataclass(frozen=True)
class Election:
    """One election. `winners` are the published ones as options of the poll, in the published order.

    `winners` is None where nothing was published, or it names somebody who cannot be found on the ballots.
    `said` is the published outcome of a yes/no vote. `numbers` are what was published as "voters" and "cast";
    `listed` is how many voters the list of voters has. `is_limited`: a limit on employers is said to have
    changed who was seated. `result_path` and `line` say where the result stands.
    """

    path: str
    text: str
    poll: Poll
    result_path: str
    line: int
    winners: tuple[str, ...] | None
    said: str
    numbers: Mapping[str, int]
    listed: int | None
    is_limited: bool


def read_elections(repository: Repository) -> list[Election]:
    """Give every election and ranked vote on record at the tip, by path.

    Raises SourceError when git fails.
    """
    entries = repository.tree.entries
    paths = sorted(path for path in entries if _PATH.fullmatch(path) and not is_for_tests(path))
    paths = paths[:MOST_ELECTIONS]
    if not paths:
        return []
    folders = {path: path.rpartition("/")[0] for path in paths if path.lower().endswith(".csv")}
    beside = {
        path: [each for each in entries if each.rpartition("/")[0] == folder]
        for path, folder in folders.items()
    }
    wanted = sorted({*paths, *(each for several in beside.values() for each in several)})
    git = repository.fetching or repository.git
    read = contents(git, [entries[path] for path in wanted], MOST_BYTES)
    texts = {
        path: content.decode("utf-8", "replace")
        for path, (_, content, size) in zip(wanted, read, strict=True)
        if content and size <= MOST_BYTES  # half of the ballots would elect somebody else
    }
    return [each for path in paths if (each := _election(path, beside.get(path, []), texts)) is not None]


def _election(path: str, beside: list[str], texts: Mapping[str, str]) -> Election | None:
    near = {each.rpartition("/")[2]: texts[each] for each in beside if each in texts}
    text = texts.get(path, "")
    try:
        poll = read_record(Record(path, text, near))
    except FolkmootError:
        return None
    if poll.form not in FORMS:
        return None
    published = next((each for each in sorted(beside) if each.lower().endswith("/results.md")), "")
    told = texts.get(published, "")
    voters = next((texts.get(each, "") for each in beside if each.endswith("/voters.yaml")), "")
    numbers = {
        name: int(found[1].replace(",", ""))
        for name, pattern in _COUNT.items()
        if (found := pattern.search(told)) and found[1].replace(",", "")
    }
    limited = _LIMITED.search(told)
    return Election(
        path, text, poll, published or path, _line_of(told, "winner") if told else _line_of(text, "outcome"),
        _winners(poll), poll.outcome, numbers,
        len(_LISTED.findall(voters.partition("eligible_voters:")[2])) or None,
        bool(limited) and "not invoked" not in told.casefold(),
    )  # fmt: skip


def _winners(poll: Poll) -> tuple[str, ...] | None:
    if poll.form == "node" and poll.winners:
        return as_options(poll.winners, poll.options, {})
    return poll.winners or None


def _line_of(text: str, words: str) -> int:
    place = text.casefold().find(words)
    return text.count("\n", 0, place) + 1 if place >= 0 else 1
