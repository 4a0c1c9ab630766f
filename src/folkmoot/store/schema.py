"""The tables of the store and how an older store becomes a newer one.

Facts are kept as sources gave them. What is derived from them (persons, places in the history, classes of
paths) stands in tables of its own that are rewritten whole. Metrics read neither: they read the views in
`views/`, where the hard parts are done once.
"""

from __future__ import annotations

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        "create table meta (name varchar not null, value varchar not null)",
        "create table project (project integer not null, name varchar not null, origin varchar not null)",
        "create table ref_state (project integer not null, ref varchar not null, sha varchar not null)",
        """create table coverage (project integer not null, source varchar not null, since bigint not null,
            until bigint not null, quality varchar not null, note varchar not null)""",
        """create table identity (identity integer not null, source varchar not null, name varchar not null,
            email varchar not null)""",
        # -- facts ---------------------------------------------------------------------------------------
        """create table commit_fact (commit integer not null, project integer not null, sha varchar not null,
            author integer not null, committer integer not null, authored_at bigint not null,
            authored_offset integer not null, committed_at bigint not null, committed_offset integer not null,
            parents integer not null, is_signed integer not null, subject varchar not null)""",
        """create table parent_fact (commit integer not null, ordinal integer not null,
            parent integer not null)""",
        "create table path_fact (path integer not null, project integer not null, name varchar not null)",
        # `status` is git's letter: A, M, D, T or R.
        "create table touch_fact (commit integer not null, path integer not null, status varchar not null)",
        """create table line_fact (commit integer not null, path integer not null, added integer not null,
            deleted integer not null)""",
        "create table line_state (commit integer not null, is_counted integer not null)",
        # Exact renames alone: the same content under another path.
        """create table rename_fact (commit integer not null, old_path integer not null,
            new_path integer not null)""",
        """create table trailer_fact (commit integer not null, ordinal integer not null,
            kind varchar not null, identity integer not null)""",
        # Changes that a commit's message names; `rule` is "merge", "squash", "closes" or "link".
        """create table mention_fact (commit integer not null, number integer not null,
            rule varchar not null)""",
        "create table document (project integer not null, name varchar not null, content blob not null)",
        # -- rewritten whole at every sync that found something new ----------------------------------------
        # `landed_by` is the commit with which the change landed that a commit is of; else the mainline commit
        # that brought it in (itself when on the mainline, 0 when none). `dated_at` is the time it counts at.
        """create table place (commit integer not null, is_default integer not null,
            is_mainline integer not null, landed_by integer not null, dated_at bigint not null)""",
        "create table file_fact (project integer not null, path integer not null)",
        """create table path_class (path integer not null, head_path integer not null,
            directory varchar not null, content varchar not null, locale varchar not null)""",
        """create table change_fact (project integer not null, number integer not null,
            author integer not null, opened_at bigint not null, state varchar not null,
            merged_at bigint not null, merged_by integer not null, landing integer not null,
            rule varchar not null)""",
        """create table release_fact (project integer not null, tag varchar not null, commit integer not null,
            tagger integer not null, released_at bigint not null, released_offset integer not null,
            is_prerelease integer not null)""",
        """create table person (person integer not null, name varchar not null, is_bot integer not null,
            is_ai integer not null, bot_rule varchar not null)""",
        """create table identity_person (identity integer not null, person integer not null,
            rule varchar not null, organisation integer not null)""",
        "create table organisation (organisation integer not null, name varchar not null)",
        """create table affiliation (person integer not null, organisation integer not null,
            since bigint not null, until bigint not null)""",
    ),
    (
        # Commits whose trees are not in the clone, so that what they touched is not known.
        "create table touch_gap (commit integer not null)",
    ),
    (
        # What forges say (see `model/forge.py`); rows are replaced by their keys: a repeat changes nothing.
        """create table account (identity integer not null, host varchar not null, login varchar not null,
            is_bot integer not null)""",
        """create table item_fact (project integer not null, is_change integer not null,
            number integer not null, event varchar not null, source varchar not null,
            author integer not null, association varchar not null, title varchar not null,
            opened_at bigint not null, closed_at bigint not null, merged_at bigint not null,
            closed_by integer not null, merged_by integer not null, is_draft integer not null,
            landing varchar not null, head varchar not null, updated_at bigint not null,
            added integer not null, deleted integer not null, files integer not null)""",
        """create table remark_fact (project integer not null, is_change integer not null,
            number integer not null, event varchar not null, source varchar not null, kind varchar not null,
            state varchar not null, author integer not null, association varchar not null,
            made_at bigint not null, length integer not null, is_command integer not null)""",
        """create table turn_fact (project integer not null, is_change integer not null,
            number integer not null, event varchar not null, source varchar not null, kind varchar not null,
            actor integer not null, made_at bigint not null, detail varchar not null)""",
        """create table label_fact (project integer not null, is_change integer not null,
            number integer not null, label varchar not null)""",
        """create table act_fact (project integer not null, event varchar not null, source varchar not null,
            kind varchar not null, actor integer not null, made_at bigint not null,
            subject varchar not null)""",
        """create table snapshot_fact (project integer not null, source varchar not null,
            day_id integer not null, stars integer not null, forks integer not null,
            watchers integer not null, open_issues integer not null, open_changes integer not null)""",
        """create table forge_state (project integer not null, source varchar not null,
            name varchar not null, value varchar not null)""",
    ),
    (
        # By what identities are found again without their names (see `lookup.py`). A bundle joins what is
        # left of one person whose names are gone; a domain is kept of a well-known organisation only.
        "create table lookup (identity integer not null, digest varchar not null)",
        """create table bundle (identity integer not null, bundle varchar not null,
            domain varchar not null)""",
    ),
    (
        # What ran on the newest commit of merged changes, as a forge tells it; "" is the state of nothing.
        """create table head_fact (project integer not null, number integer not null,
            source varchar not null, head varchar not null, state varchar not null)""",
        """create table run_fact (project integer not null, number integer not null,
            system varchar not null, name varchar not null, state varchar not null,
            made_at bigint not null)""",
    ),
    (
        # Sectors of organisations, where somebody says them, and who does.
        """create table sector (organisation integer not null, sector varchar not null,
            rule varchar not null)""",
    ),
    (
        # Who is named by branches of changes, perhaps by nothing else: they may show who else is one person.
        "create table branch_author (project integer not null, identity integer not null)",
    ),
    (
        # Tools for review that commits name; they were kept as mentions of a change that there cannot be.
        "create table tool_fact (commit integer not null, tool varchar not null)",
        "insert into tool_fact select commit, rule from mention_fact where number = 0",
        "delete from mention_fact where number = 0",
    ),
)
"""One tuple of statements per schema version, oldest first; version n is reached by running entry n - 1."""

SCHEMA_VERSION = len(MIGRATIONS)

VIEW_ORDER = (
    "scope",
    "clock",
    "commits",
    "clocked",
    "contributions",
    "touches",
    "files",
    "items",
    "changes",
    "heads",
    "interactions",
    "reviewable",
    "turns",
    "labels",
    "acts",
    "snapshots",
    "activities",
    "releases",
    "persons",
    "months",
    "years",
    "organisations",
    "independents",
)
"""The views metrics read, in the order in which they build on one another; one file each in `views/`."""
