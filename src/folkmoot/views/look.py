"""One look at one scope: what pages, headlines and the agenda ask, each asked of the store once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from folkmoot.checks import all_checks
from folkmoot.checks.community.governance import ALONE, is_unwritten
from folkmoot.checks.community.security import WITHOUT_RELEASES
from folkmoot.metrics import all_metrics
from folkmoot.model.check import Finding, Ground, Outcome, Tree
from folkmoot.model.event import DAY
from folkmoot.model.metric import Label, Metric
from folkmoot.model.page import Panel, Point
from folkmoot.model.privacy import PrivacySettings
from folkmoot.model.released import Released
from folkmoot.people.opting_out import OptOut
from folkmoot.sources.git.forge_signs import forge_of
from folkmoot.sources.git.repository import Repository
from folkmoot.sources.git.tree import GitTree
from folkmoot.store.ahead import Ahead
from folkmoot.store.answer import answer
from folkmoot.store.crowds import crowds, lone, solitary
from folkmoot.store.database import Connection
from folkmoot.store.naming import Aliases, organisation_names, person_names, project_names
from folkmoot.store.outline import Outline, outline
from folkmoot.store.versions import read_versions
from folkmoot.store.waiting import Waiting, waiting
from folkmoot.store.withheld import lists
from folkmoot.views.governing.known import Known
from folkmoot.views.governing.telling import Names as RoleNames
from folkmoot.views.panel import Names, panel_of
from folkmoot.views.period import iso_date, trusted_until
from folkmoot.views.small_groups import ABOUT_PEOPLE

if TYPE_CHECKING:
    from folkmoot.views.guarding.guard import Guard
    from folkmoot.views.licensing.known import Licensing
    from folkmoot.views.supplying.known import Supply

RESPONSE_DAYS = 5
"""Days within which a community wants to answer, unless it says otherwise."""
SUPPRESSIONS = ".folkmoot/checks.toml"
NOTHING_RELEASED = "No tag here names a version, so there is nothing to log changes for."


@dataclass
class Look:
    """A scope that `look_at` has laid down, under the name it is reported by.

    `trees` are the files of the projects in scope by project number; a project without a tree is not
    checked. `repositories` are the opened repositories of those whose governing is read from git. `aliases`
    replaces every person and organisation. `response_days` is within how many days the community wants to
    answer: who waits for longer is raised.
    """

    connection: Connection
    subject: str
    trees: Mapping[int, Tree] = field(default_factory=dict)
    aliases: Aliases | None = None
    repositories: Mapping[int, Repository] = field(default_factory=dict)
    response_days: int = RESPONSE_DAYS
    privacy: PrivacySettings = field(default_factory=PrivacySettings)
    """What the community has configured about personal data."""
    parameters: Mapping[str, int | float | str] = field(default_factory=dict)
    """Parameters of metrics that the community sets for itself, by name."""
    advisories: Path | None = None
    """The file of advisories that components are held against; None: there is none on this machine."""
    called: Mapping[int, str] = field(default_factory=dict)
    """What projects go by here, where they have names of their own; the others go by those of the store."""
    made_at: str = ""
    """When the report is made, an ISO time; "" where it tells of an earlier day because somebody asked."""
    is_guarding: bool = False
    """Whether every check that guards a project may be asked: no first page waits for them."""
    is_early: bool = False
    """Whether this is shown while more is read: what takes long to look up comes later."""
    ahead: Ahead | None = None
    """Who answers metrics before they are asked for, if anybody does."""
    _panels: dict[str, Panel] = field(default_factory=dict)

    @cached_property
    def outline(self) -> Outline:
        """How much there is, since when, and how far it can be believed."""
        return outline(self.connection)

    @cached_property
    def names(self) -> Names:
        """What the numbers of persons, organisations and projects are called."""
        return {
            Label.PERSON: person_names(self.connection, self.aliases),
            Label.ORGANISATION: organisation_names(self.connection, self.aliases),
            Label.PROJECT: project_names(self.connection)
            | {str(number): name for number, name in self.called.items()},
        }

    @cached_property
    def waiting(self) -> tuple[Waiting, ...]:
        """Which open issues and changes wait for the community's next word, the newest first."""
        return waiting(self.connection) if self.outline.told else ()

    @cached_property
    def _crowds(self) -> dict[int, int]:
        return crowds(self.connection)

    @cached_property
    def _lone(self) -> frozenset[int]:
        return lone(self.connection)

    @cached_property
    def grounds(self) -> dict[int, Ground]:
        """The files of each project, by its number: what one page or check reads of them, all share."""
        shown = {project: forge_of(opened) for project, opened in self.repositories.items()}
        return {
            project: Ground(tree, shown_forge=shown.get(project, "")) for project, tree in self.trees.items()
        }

    @cached_property
    def _released(self) -> dict[int, Released]:
        # Who was never seen beside anybody was alone in the last year, too, which is sooner told.
        alone = solitary(self.connection) if self._lone else frozenset()
        return {
            project: Released(read_versions(self.connection, project), is_solitary=project in alone)
            for project in self.grounds
        }

    @cached_property
    def findings(self) -> dict[int, tuple[Finding, ...]]:
        """What the checks found, by project number, in the order of the checks."""
        return {
            project: self.kept(
                ground,
                tuple(
                    self._in_context(check.ask(dated), project) for check in all_checks("community").values()
                ),
            )
            for project, ground in self.grounds.items()
            for dated in (
                replace(
                    ground,
                    released=self._released.get(project),
                    today=self._today if self.outline.as_of else None,
                ),
            )
        }

    @property
    def _today(self) -> date:
        return datetime.fromtimestamp(self.outline.as_of, UTC).date()

    def kept(self, ground: Ground, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        """Take out what the community has decided not to act on for now, with a reason and an end."""
        if SUPPRESSIONS not in ground.paths():
            return findings
        from folkmoot.govern.audit.suppressions import apply, read_suppressions
        from folkmoot.views.profiles import of_check

        good, _ = read_suppressions(ground.tree, self._today)
        return tuple(answer.finding for answer in apply(map(of_check, findings), good))

    @cached_property
    def governing(self) -> tuple[Known, ...]:
        """What each repository tells about how it is governed, read only as far as it is asked."""
        found = []
        for project, repository in self.repositories.items():
            # Terms, votes and proposals are due as of the last fetch, whatever day is looked at.
            if isinstance(self.trees.get(project), GitTree) and repository.tip:
                known = Known(repository, project, repository.tree, self.outline.commits)
                if known.role_files:
                    from folkmoot.govern.roles.activity import read_activity

                    known.activity = read_activity(self.connection)
                found.append(known)
        return tuple(found)

    @cached_property
    def guards(self) -> tuple[Guard, ...]:
        """How each project is guarded, asked when it is shown; none on the way to a first page."""
        if not self.is_guarding:
            return ()
        from folkmoot.views.guarding.standing import guard_of

        return tuple(guard_of(self, project, tree) for project, tree in self.trees.items())

    @cached_property
    def licensing(self) -> tuple[Licensing, ...]:
        """What every project says about licences, read when it is first asked for."""
        from folkmoot.views.licensing.known import Licensing

        return tuple(
            Licensing(self.project_name(project), ground, project=project)
            for project, ground in self.grounds.items()
        )

    @cached_property
    def supplying(self) -> tuple[Supply, ...]:
        """What every project is made of, read when it is first asked for."""
        from folkmoot.views.supplying.known import Supply

        return tuple(
            Supply(self.project_name(project), ground, project, self.advisories)
            for project, ground in self.grounds.items()
        )

    @cached_property
    def listed(self) -> OptOut:
        """Who opted out: roles are held by people of whom the store need not know."""
        return lists(self.connection)

    @cached_property
    def role_names(self) -> RoleNames:
        """What holders of roles are called."""
        activity = next((known.activity for known in self.governing if known.activity), None)
        return RoleNames(self.names[Label.PERSON], activity, self.aliases, self.listed)

    def _in_context(self, finding: Finding, project: int) -> Finding:
        """Ask for no changelog where nothing is released, nor to support it, and nobody to agree with nobody.

        A check of files alone cannot know that.
        """
        if finding.outcome not in (Outcome.NO, Outcome.UNKNOWN):
            return finding
        if finding.id == "changelog" and not self.outline.releases:
            return replace(finding, outcome=Outcome.NOT_APPLICABLE, evidence=(NOTHING_RELEASED,))
        if finding.id == "security" and not self.outline.releases:
            return replace(finding, remedy=WITHOUT_RELEASES)
        if finding.id == "governance" and is_unwritten(finding) and project in self._lone:
            return replace(finding, outcome=Outcome.NOT_APPLICABLE, evidence=(ALONE,))
        return finding

    @property
    def silent_days(self) -> float:
        """Days from the newest commit to the clock."""
        return (self.outline.as_of - self.outline.last_commit) / DAY if self.outline.commits else 0.0

    @property
    def unseen_days(self) -> float:
        """Days from the newest thing of any kind to the clock: an old clone, or nothing happened at all."""
        return (self.outline.as_of - self.outline.last_seen) / DAY if self.outline.last_seen else 0.0

    @property
    def trusted_until(self) -> str:
        """The newest month that comparisons may use."""
        return trusted_until(iso_date(self.outline.last_seen), iso_date(self.outline.as_of))

    def panel(self, identifier: str) -> Panel | None:
        """Give the panel of a metric, or None where this Folkmoot has no such metric."""
        if identifier not in all_metrics():
            return None
        if identifier not in self._panels:
            metric = all_metrics()[identifier].adapted(self.parameters)
            self._panels[identifier] = panel_of(
                metric,
                self.ahead.answer(metric) if self.ahead else answer(self.connection, metric),
                self.outline,
                self.names,
                self._crowds if identifier in ABOUT_PEOPLE else None,
            )
        return self._panels[identifier]

    def points(self, identifier: str, *, label: str | None = None, period: str | None = None) -> list[Point]:
        """Give the points of a metric's panel, those of one label or period where asked; [] when missing."""
        panel = self.panel(identifier)
        if panel is None:
            return []
        return [
            point
            for point in panel.points
            if (label is None or point.label == label) and (period is None or point.period == period)
        ]

    def point(self, identifier: str, period: str, label: str = "", part: str = "") -> Point | None:
        """Give one point that has a value, or None."""
        for point in self.points(identifier, label=label, period=period):
            if point.part == part and point.value is not None:
                return point
        return None

    def value(self, identifier: str, period: str, label: str = "", part: str = "") -> float | None:
        """Give one value, or None where it cannot be said."""
        point = self.point(identifier, period, label, part)
        return point.value if point else None

    def project_name(self, project: int) -> str:
        """Give the name a project goes by."""
        return self.names[Label.PROJECT].get(str(project), self.subject)

    def metrics_of(self, page: str) -> list[Metric]:
        """Give the metrics of one page in order; those that compare projects only where there are some."""
        return [
            metric
            for metric in all_metrics().values()
            if metric.page == page and (metric.label is not Label.PROJECT or self.outline.projects > 1)
        ]
