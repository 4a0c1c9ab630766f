"""Small histories written by hand, by numbers, with what messages and references say of changes."""

from collections.abc import Collection, Iterable

from folkmoot.model.fact import ChangeFact
from folkmoot.sources.git.branch_work import Work
from folkmoot.sources.git.changes import Changes
from folkmoot.sources.git.graph import Graph
from folkmoot.sources.git.landscape import Landscape, Stamp
from folkmoot.sources.git.squashed import Branch

ADA, BOB, CLEO, BUTTON = 1, 2, 3, 99
BASE = 1_700_000_000


def sha(number: int) -> str:
    return f"{number:040x}"


class History:
    """Commits by number; a commit's number times 1000 is its time after BASE."""

    def __init__(self) -> None:
        self.commits: dict[int, Stamp] = {}
        self.edges: list[tuple[int, int]] = []
        self.mentions: list[tuple[int, int, str]] = []
        self.heads: dict[int, str] = {}
        self.work: dict[str, Work] = {}
        self.elsewhere: dict[int, int] = {}
        self.names: dict[int, frozenset[str]] = {}
        self.credited: dict[int, list[int]] = {}
        self.thanked: dict[int, set[str]] = {}
        self.trunk: set[str] = set()
        self.same: dict[str, list[str]] = {}
        self.asked: list[Branch] = []

    def commit(self, number: int, *parents: int, by: int = ADA, committer: int | None = None) -> None:
        at = BASE + 1000 * number
        by_whom = by if committer is None else committer
        self.commits[number] = Stamp(number, by, by_whom, at, at, len(parents))
        self.edges += [(number, parent) for parent in parents]

    def outside(
        self, number: int, *parents: int, by: int = BOB, at: int | None = None, made: int | None = None
    ) -> None:
        when = BASE + 1000 * number if at is None else at
        mothers = tuple(sha(parent) for parent in parents)
        self.work[sha(number)] = Work(mothers, by, when, when if made is None else made)

    def changes(self, tip: int, web: Iterable[int] = (BUTTON,)) -> dict[int, ChangeFact]:
        return {change.number: change for change in Changes(self.landscape(tip, web)).read()}

    def carried(self, tip: int) -> dict[int, int]:
        changes = Changes(self.landscape(tip))
        list(changes.read())
        return changes.carried

    def landscape(self, tip: int, web: Iterable[int] = (BUTTON,)) -> Landscape:
        graph = Graph.of(self.commits, self.edges)
        return Landscape(
            project=1, graph=graph, commits=self.commits, landed=graph.landings(tip), web=set(web),
            mentions=self.mentions, heads=self.heads, work=self.work,
            numbers={sha(number): number for number in self.commits}, elsewhere=self.elsewhere,
            trunk=self.trunk, names=self.names, credited=self.credited, thanked=self.thanked,
            same_work=self.same_work,
        )  # fmt: skip

    def same_work(self, branches: Collection[Branch]) -> dict[str, list[str]]:
        self.asked += branches
        return self.same


def merged() -> History:
    """Main line 1, 2, 5 (a merge by Ada of 3 and 4 by Bob)."""
    made = History()
    made.commit(1)
    made.commit(2, 1)
    made.commit(3, 1, by=BOB)
    made.commit(4, 3, by=BOB)
    made.commit(5, 2, 4)
    return made


def rebase(history: History, number: int, made: int) -> None:
    """Bob's commits 3 and 4, rebased: the change holds them as they were before."""
    history.outside(103, 1, at=BASE + 3000)
    history.outside(104, 103, at=BASE + 4000, made=made)
    history.heads[number] = sha(104)


def line() -> History:
    """Main line 1, 2, 3, 4: Ada committed 3 and 4, which Bob wrote."""
    made = History()
    made.commit(1)
    made.commit(2, 1)
    made.commit(3, 2, by=BOB, committer=ADA)
    made.commit(4, 3, by=BOB, committer=ADA)
    return made
