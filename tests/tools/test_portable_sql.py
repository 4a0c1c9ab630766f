"""The portable subset: each rule catches its bad example, and good texts pass."""

from dataclasses import replace

import pytest

from folkmoot import metrics
from folkmoot.metrics import metric
from house.tree import tool

portable_sql = tool("portable_sql")
FUNCTIONS, Objection, objections = portable_sql.FUNCTIONS, portable_sql.Objection, portable_sql.objections

COLUMNS = {"lines", "ts", "person", "commits", "month_id"}


def found(sql: str) -> list[str]:
    return [objection.found for objection in objections(sql, COLUMNS)]


@pytest.mark.parametrize(
    ("sql", "what"),
    [
        ("select count(*) filter (where is_bot = 0) as n from commits", "filter"),
        ("select person from commits qualify row_number() over (order by ts) = 1", "qualify"),
        ("select ts::double as value from commits", "::"),
        ("select lines // 2 as value from commits", "//"),
        ("select person || 'x' as label from commits", "||"),
        ("select [1, 2] as value", "["),
        ("select 1 as value; drop table commits", ";"),
        ('select "Value" from commits', '"Value"'),
        ("select `value` from commits", "`value`"),
        ("select median(lines) as value from commits", "median("),
        ("select year(ts) as period from commits", "year("),
        ("select ROUND(lines) as value from commits", "round("),
        ("select date '2026-01-01' as period", "date"),
        ("select ts - interval 1 day as value from commits", "interval"),
        ("select ts as at from commits", "at"),
        ("select true as value", "true"),
        ("select unnest(x) as value from commits", "unnest"),
        ("select distinct on (person) person from commits", "distinct on"),
        ("select 1 as n from commits where a is distinct from b", "distinct from"),
        ("select person, count(*) as n from commits group by all", "by all"),
        ("select person from commits union select person from releases", "union"),
        ("select person from commits limit 3", "limit"),
        ("select cast(ts as decimal(9, 2)) as value from commits", "cast(... as ))"),
        ("select cast(ts as hugeint) as value from commits", "cast(... as hugeint)"),
        ("select lag(ts) over (order by ts) as value from commits", "lag("),
        ("select rank() over (order by ts) as rank from commits", "as rank"),
        ("with recursive x as (select 1 as n) select n from x", "recursive"),
    ],
)
def test_what_some_engine_reads_differently_is_refused(sql: str, what: str) -> None:
    assert what in found(sql)


@pytest.mark.parametrize(
    "sql",
    [
        "select sum(lines) as lines from commits",
        "select max(ts) as ts from commits",
        "select 2 * count(*) as commits from commits",
        "select sum(total) as total from (select count(*) as total from commits)",
        "select case when count(*) > 2 then 1 else 0 end as person from commits",
    ],
)
def test_an_aggregate_is_not_named_like_a_column(sql: str) -> None:
    assert len(found(sql)) == 1
    assert found(sql)[0].startswith("as ")


@pytest.mark.parametrize(
    "sql",
    [
        "select sum(a) / count(*) as value from commits",
        "select 1e0 * a + b / c as value from commits",
        "select 1e0 * a as x, b / c as value from commits",
        "select (a / b) * 1e0 as value from commits",
        "select 100 * sum(a) / sum(b) as value from commits",
    ],
)
def test_a_division_without_1e0_is_refused(sql: str) -> None:
    assert found(sql) == ["/"]


@pytest.mark.parametrize(
    ("sql", "what"),
    [
        ("select y.period, y.total as n from y join b on b.period = y.period", ["y.period"]),
        ("select distinct c.person from commits c", ["c.person"]),
        ("with a as (select x.n as n from x) select a.n from a", ["a.n"]),
        ("select a.n as n from a union all select b.n from b order by n", ["b.n"]),
        ("select count(*), 2 from commits", ["2", "count(*"]),
        ("select cast(ts as bigint) from commits", ["cast(ts"]),
        ("select * from commits", ["*"]),
    ],
)
def test_a_column_of_the_result_says_its_name(sql: str, what: list[str]) -> None:
    """chdb calls a column `y.period` where another table of the join has a `period`, too."""
    assert found(sql) == what


@pytest.mark.parametrize(
    "sql",
    [
        "select 1e0 * sum(a) / count(*) as value from commits",
        "select (1e0 * sum(a)) / count(*) as value from commits",
        "select a / (1e0 * b) as value from commits",
        "select month_id as period, count(distinct person) as value from commits group by month_id",
        "select cast(person as varchar) as label, coalesce(x, 0) as n from commits where person in (1, 2)",
        "with a as (select person, min(ts) as first_ts from commits group by person) select 1 as n from a",
        "select lag(ts, 1, 0) over (partition by person order by ts) as before from commits",
        "select a from commits union all select b from commits order by a limit 3",
        "select 'filter (median) :: 1 / 2' as label from commits -- median(x) / 2\n/* qualify\n at */",
        "select month_id as month_id, ts as ts from commits",
        "with a as (select c.ts from commits c) select ts, (select max(b.ts) from b) as latest from a",
    ],
)
def test_the_subset_passes(sql: str) -> None:
    assert found(sql) == []


def test_an_objection_says_where_and_what_to_write_instead() -> None:
    (objection,) = objections("select 1 as n,\n    median(lines) as value\nfrom commits")
    assert str(objection) == (
        "line 2: `median(` is not portable; take the middle rows by row_number() and count()"
    )


def test_an_unknown_function_is_answered_with_the_known_ones() -> None:
    (objection,) = objections("select soundex(name) as label from files")
    assert all(name in objection.advice for name in FUNCTIONS)


def test_objections_come_in_the_order_of_the_text() -> None:
    sql = "select median(a) as e,\n b::int as f,\n c // 2 as g,\n d / 2 as h from commits"
    lines = [o.line for o in objections(sql)]
    assert lines == [1, 2, 3, 4]


def test_without_columns_only_the_text_itself_is_judged() -> None:
    assert objections("select max(ts) as latest from commits") == []
    assert [o.found for o in objections("select max(ts) as ts from commits")] == ["as ts"]


def test_an_objection_is_a_value() -> None:
    assert Objection(1, "x", "y") == Objection(1, "x", "y")


def test_the_command_names_the_metric_and_what_to_write_instead(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert portable_sql.main(["commits"]) == 0
    assert capsys.readouterr().out == ""
    odd = replace(metric("commits"), sql="select ts::double as value from commits")
    monkeypatch.setattr(metrics, "metric", lambda _: odd)
    assert portable_sql.main(["commits"]) == 1
    assert capsys.readouterr().out.startswith("commits: line 1")
