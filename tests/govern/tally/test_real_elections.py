"""Published elections, counted again: Kubernetes' steering committees and Node's ranked votes.

The records are not part of the project. They are read from `../shared/data/governance` beside it, and from
clones `<owner>+<name>/repo` in the folder that FOLKMOOT_REAL_REPOSITORIES names, or in `../.mirror`.
"""

from __future__ import annotations

import os
import re
import subprocess
import tarfile
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path

import pytest

from folkmoot.govern.tally import Parameters, Result, Strength, Unranked, tally
from folkmoot.govern.votes import Record, read_record
from folkmoot.model.ballot import Poll

pytestmark = pytest.mark.shared_data

ROOT = Path(__file__).parents[3]
ARCHIVE = ROOT.parent / "shared" / "data" / "governance" / "k8s-elections-odd.tgz"
CLONES = Path(os.environ.get("FOLKMOOT_REAL_REPOSITORIES") or ROOT.parent / ".mirror")
CIRCLE = "elections/steering/2021"
FILES = {"BALLOTS.csv", "ballots.csv", "election.yaml", "results.md", "RESULTS.md", "ranking.md", "README.md"}


@dataclass(frozen=True)
class Election:
    """The published files of one election."""

    files: Mapping[str, str]

    def poll(self) -> Poll:
        name = "ballots.csv" if "ballots.csv" in self.files else "BALLOTS.csv"
        return read_record(Record(name, self.files[name], self.files))

    def _listing(self) -> str:
        """Give the part of the published results that ranks everybody."""
        if "ranking.md" in self.files:
            return self.files["ranking.md"]
        text = self.files.get("RESULTS.md") or self.files.get("results.md", "")
        ends = {"## Complete rankings": "\n# ", "## Results": "\n## Winners", "## Winners": "\n# "}
        for heading, end in ends.items():
            if heading in text:
                return text.partition(heading)[2].partition(end)[0]
        return ""

    def ranking(self) -> list[set[str]]:
        """Give the published ranking in the names of the ballots; [] when it is not published whole."""
        text = self._listing()
        listed = re.findall(r"^\d+\. (.+)$", text, re.MULTILINE)
        options = self.poll().options
        places = [
            {name_of(name, options) for name in place.removeprefix("(Tie) ").split(" / ")} for place in listed
        ]
        known = [name for place in places for name in place]
        return places if sorted(map(str, known)) == sorted(options) else []


def name_of(published: str, options: tuple[str, ...]) -> str | None:
    """Give the option a published name stands for: by its handle, else by its spelling."""
    handles = {option.casefold(): option for option in options}
    linked = re.search(r"github\.com/([\w-]+)", published)
    if linked:
        return handles.get(linked[1].casefold())
    plain = {re.sub(r" \(@.*\)$", "", option).casefold(): option for option in options}
    near = get_close_matches(published.strip().casefold(), plain, n=1, cutoff=0.85)
    return plain[near[0]] if near else None


@cache
def archived() -> dict[str, Election]:
    if not ARCHIVE.is_file():
        return {}
    found: dict[str, dict[str, str]] = {}
    with tarfile.open(ARCHIVE) as archive:
        for member in archive:
            folder, _, name = member.name.removeprefix("./").rpartition("/")
            file = archive.extractfile(member) if name in FILES else None
            if file is not None:
                found.setdefault(folder, {})[name] = file.read().decode()
    return {folder: Election(files) for folder, files in found.items()}


def git(repository: Path, *arguments: str) -> str:
    return subprocess.run(
        ["git", "-C", repository, *arguments], capture_output=True, text=True, check=True
    ).stdout


@cache
def cloned() -> dict[str, Election]:
    repository = CLONES / "kubernetes+community" / "repo"
    if not repository.is_dir():
        return {}
    found: dict[str, dict[str, str]] = {}
    for path in git(repository, "ls-tree", "-r", "--name-only", "HEAD", "elections").splitlines():
        folder, _, name = path.rpartition("/")
        if name in FILES:
            found.setdefault(folder, {})[name] = git(repository, "show", f"HEAD:{path}")
    return {
        folder: Election(files)
        for folder, files in found.items()
        if {"ballots.csv", "BALLOTS.csv"} & set(files)
    }


def published() -> dict[str, Election]:
    """Give the elections whose whole ranking was published."""
    return {folder: e for folder, e in (archived() | cloned()).items() if e.ranking()}


def counted(election: Election, **parameters: object) -> Result:
    poll = election.poll()
    return tally(poll, "schulze", Parameters(**({"seats": poll.seats or 1} | parameters)))  # type: ignore[arg-type]


def needed(elections: Mapping[str, Election]) -> None:
    if not elections:
        pytest.skip("the published elections are not here")


def test_complete_rankings_are_reproduced() -> None:
    """Schulze with winning votes and the unranked ignored gives every ranking that was published whole."""
    needed(published())
    assert len(published()) >= (9 if cloned() else 3)
    for folder, election in published().items():
        ranking = [set(group) for group in counted(election).ranking]
        assert ranking == election.ranking(), folder


@pytest.mark.parametrize(
    "parameters",
    [{"strength": Strength.MARGIN}, {"unranked": Unranked.LAST}],
    ids=["margins", "no opinion is last"],
)
def test_no_other_parameters_reproduce_them(parameters: dict[str, object]) -> None:
    needed(published())
    differing = [
        folder
        for folder, election in published().items()
        if [set(group) for group in counted(election, **parameters).ranking] != election.ranking()
    ]
    assert differing


@pytest.mark.parametrize(
    "parameters",
    [{"strength": Strength.MARGIN}, {"unranked": Unranked.LAST}],
    ids=["margins", "no opinion is last"],
)
def test_other_parameters_elect_somebody_else(parameters: dict[str, object]) -> None:
    """In one real election, one of the four seats goes to another person."""
    election = (cloned() | archived()).get(CIRCLE)
    if election is None:
        pytest.skip("the published elections are not here")
    elected = set(counted(election).winners)
    others = set(counted(election, **parameters).winners)
    assert len(elected) == len(others) == 4
    assert len(elected - others) == 1


def test_the_employer_cap_of_the_first_election() -> None:
    """Of 13 seats one employer may hold a third; with three held already, its second candidate drops out."""
    election = (cloned() | archived()).get("elections/steering/2017")
    if election is None:
        pytest.skip("the published elections are not here")
    options = election.poll().options
    rows = re.findall(
        r"^\[([^\]]+)\]\([^)]*\)\s*\|\s*([^|]+?)\s*\|", election.files["README.md"], re.MULTILINE
    )
    employers = {name: employer for person, employer in rows if (name := name_of(person, options))}
    assert len(employers) == len(options)
    limited = re.search(r"representation, (\w+) would", election.files["RESULTS.md"])
    dropped = re.search(r"so ([\w ]+)\s+must be excluded", election.files["RESULTS.md"])
    assert limited
    assert dropped
    result = counted(election, seats=6, employer_cap=4, employers=employers, sitting={limited[1]: 3})
    listed = re.findall(r"^\d\. (.+)$", election.files["RESULTS.md"].partition("## Winners")[2], re.MULTILINE)
    assert list(result.winners) == [name_of(name, options) for name in listed]
    assert result.dropped == ((name_of(dropped[1], options), limited[1]),)


@pytest.mark.parametrize("method", ["schulze", "copeland"])
def test_nodes_ranked_votes_are_reproduced(method: str) -> None:
    repository = CLONES / "nodejs+TSC" / "repo"
    if not repository.is_dir():
        pytest.skip("the votes are not here")
    paths = git(repository, "ls-tree", "-r", "--name-only", "HEAD", "votes").splitlines()
    polls = [
        read_record(Record(path, git(repository, "show", f"HEAD:{path}")))
        for path in paths
        if path.endswith(".json")
    ]
    ranked = [poll for poll in polls if poll.options]
    assert len(ranked) >= 8
    for poll in ranked:
        assert tally(poll, method, Parameters()).winners == poll.winners, poll.title
