"""The portable SQL subset: what a metric's text may say so that every engine reads it the same way.

    python tools/portable_sql.py [METRIC ...]

says where the texts of metrics (all, or those named) leave it, and ends with 1 where any does.

One text runs verbatim on DuckDB, ClickHouse, Spark, Polars, DataFusion and TiDB, because it keeps to what all
of them agree on. `objections` reads a text without running it and says, in words a metric's author can act
on, where it leaves the subset. What only running can show is held by the conformance suite.
"""

import re
import sys
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import pairwise

AGGREGATES = frozenset({"avg", "count", "max", "min", "sum"})
FUNCTIONS = AGGREGATES | {
    "abs", "cast", "coalesce", "dense_rank", "lag", "lead", "nullif", "rank", "row_number", "sqrt",
}  # fmt: skip
TYPES = frozenset({"bigint", "double", "integer", "varchar"})

# Words that may stand before a bracket without calling anything.
_BEFORE_BRACKET = frozenset({
    "all", "and", "any", "as", "between", "by", "case", "distinct", "else", "except", "exists", "from",
    "having", "in", "intersect", "join", "not", "on", "or", "over", "select", "then", "union", "using",
    "values", "when", "where",
})  # fmt: skip
_FORBIDDEN_WORDS = {
    "filter": "write sum(case when ... then 1 else 0 end)",
    "qualify": "number the rows in a subquery and use where",
    "at": "it is reserved in DuckDB 2; choose another name",
    "ilike": "compare lower-case values prepared in a view",
    "true": "write 1; booleans are 0 and 1",
    "false": "write 0; booleans are 0 and 1",
    "interval": "times are whole seconds: add 86400 for a day",
    "date": "use ts, day_id, month_id or year_id",
    "timestamp": "use ts, day_id, month_id or year_id",
    "recursive": "compute it in a view or in finish()",
    "lateral": "join a subquery instead",
    "unnest": "arrays are not portable; the views months and years give every period",
    "pivot": "sum a case per column",
    "unpivot": "use union all",
    "asof": "number the rows in a subquery",
    "natural": "name the columns: on a.x = b.x",
    "full": "join both ways with union all",
}
_FORBIDDEN_SIGNS = {
    "::": "write cast(x as bigint)",
    "//": "write cast((a - a % b) / (1e0 * b) as bigint)",
    "||": "it means `or` elsewhere; put texts together outside SQL",
    "[": "arrays are not portable",
    ";": "one text is one query",
}
_FUNCTION_ADVICE = {
    "median": "take the middle rows by row_number() and count()",
    "quantile_cont": "take the row at the wanted share by row_number() and count()",
    "percentile_cont": "take the row at the wanted share by row_number() and count()",
    "round": "rounding belongs outside SQL",
    "if": "write case when ... then ... else ... end",
    "ifnull": "write coalesce(a, b)",
    "greatest": "write case when a > b then a else b end (engines disagree about null)",
    "least": "write case when a < b then a else b end (engines disagree about null)",
    "now": "use as_of_ts of the view clock, so that a report can be made again",
    "to_timestamp": "use ts, day_id, month_id or year_id",
    "year": "use year_id",
    "month": "use month_id",
    "date_trunc": "use day_id, month_id or year_id",
}
_RESERVED_NAMES = frozenset(
    {"cume_dist", "groups", "lag", "lead", "ntile", "over", "rank", "row_number", "rows"}
)

_TOKEN = re.compile(
    r"""(?P<skip>\s+|--[^\n]*|/\*.*?\*/)
      | (?P<text>'(?:[^']|'')*')
      | (?P<quoted>"[^"]*"|`[^`]*`)
      | (?P<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)
      | (?P<word>[A-Za-z_][A-Za-z_0-9]*)
      | (?P<sign>::|//|\|\||<>|<=|>=|!=|.)""",
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True)
class Objection:
    """One place where a text leaves the subset: its line (from 1), what stands there, what to write."""

    line: int
    found: str
    advice: str

    def __str__(self) -> str:
        """Give the objection as one line."""
        return f"line {self.line}: `{self.found}` is not portable; {self.advice}"


@dataclass(frozen=True)
class _Token:
    kind: str
    text: str
    line: int


def objections(sql: str, columns: Collection[str] = ()) -> list[Objection]:
    """Give everything in `sql` that is outside the subset, in the order of the text.

    `columns` are the names of the columns of the views; an aggregate may not be given one of them as alias,
    because ClickHouse then reads the alias wherever the column was meant.
    """
    tokens = list(_tokens(sql))
    found = [
        *_words(tokens),
        *_signs(tokens),
        *_calls(tokens),
        *_aliases(tokens, frozenset(columns)),
        *_divisions(tokens),
        *_clauses(tokens),
        *_results(tokens),
    ]
    return sorted(found, key=lambda objection: (objection.line, objection.found))


def _tokens(sql: str) -> Iterator[_Token]:
    line = 1
    for match in _TOKEN.finditer(sql):
        kind = match.lastgroup or "sign"
        text = match.group()
        if kind != "skip":
            yield _Token(kind, text.lower() if kind == "word" else text, line)
        line += text.count("\n")


def _words(tokens: list[_Token]) -> Iterator[Objection]:
    for token in tokens:
        if token.kind == "word" and token.text in _FORBIDDEN_WORDS:
            yield Objection(token.line, token.text, _FORBIDDEN_WORDS[token.text])
        elif token.kind == "quoted":
            yield Objection(token.line, token.text, "engines quote names differently; use a plain name")


def _signs(tokens: list[_Token]) -> Iterator[Objection]:
    for token in tokens:
        if token.kind == "sign" and token.text in _FORBIDDEN_SIGNS:
            yield Objection(token.line, token.text, _FORBIDDEN_SIGNS[token.text])


def _calls(tokens: list[_Token]) -> Iterator[Objection]:
    for place, token in enumerate(tokens[:-1]):
        if token.kind != "word" or tokens[place + 1].text != "(" or token.text in _BEFORE_BRACKET:
            continue
        if token.text not in FUNCTIONS and token.text not in _FORBIDDEN_WORDS:
            default = f"the portable functions are {', '.join(sorted(FUNCTIONS))}"
            yield Objection(token.line, f"{token.text}(", _FUNCTION_ADVICE.get(token.text, default))
        inside = tokens[place + 2 : _closing(tokens, place + 1)]
        if token.text in {"lag", "lead"} and len(_arguments(inside)) < 3:
            yield Objection(
                token.line, f"{token.text}(", "give a default as third argument; engines fill in differently"
            )
        if token.text == "cast" and inside and inside[-1].text not in TYPES:
            yield Objection(
                token.line, f"cast(... as {inside[-1].text})", f"the types are {', '.join(sorted(TYPES))}"
            )


def _aliases(tokens: list[_Token], columns: frozenset[str]) -> Iterator[Objection]:
    for place, token in enumerate(tokens[:-1]):
        alias = tokens[place + 1]
        if token.text != "as" or alias.kind != "word" or alias.text in TYPES:
            continue
        if alias.text in _RESERVED_NAMES:
            yield Objection(alias.line, f"as {alias.text}", "it is reserved elsewhere; choose another name")
        expression = list(_back(tokens, place, {",", "select", "distinct"}))
        called = {
            first.text
            for first, second in pairwise(expression)
            if second.text == "(" and first.kind == "word"
        }
        words = {word.text for word in expression if word.kind == "word"}
        if called & AGGREGATES and (alias.text in columns or alias.text in words):
            yield Objection(
                alias.line, f"as {alias.text}", "an aggregate must not be named like a column it may read"
            )


def _divisions(tokens: list[_Token]) -> Iterator[Objection]:
    stops = {",", "+", "-", "select", "distinct", "then", "else", "when", "and", "or", "where", "on", "by",
             "having", "<", ">", "=", "<=", ">=", "<>"}  # fmt: skip
    for place, token in enumerate(tokens):
        if token.text != "/":
            continue
        term = [*_back(tokens, place, stops), *_next_factor(tokens, place)]
        if not any(part.text.lower() == "1e0" for part in term):
            yield Objection(token.line, "/", "some engines divide whole; write 1e0 * a / b")


def _clauses(tokens: list[_Token]) -> Iterator[Objection]:
    words = [token.text for token in tokens]
    for place, (token, following) in enumerate(zip(tokens, [*words[1:], ""], strict=True)):
        if token.kind != "word":
            continue
        if token.text == "union" and following not in {"all", "distinct"}:
            yield Objection(token.line, "union", "say `union all` or `union distinct`")
        if token.text == "distinct" and following in {"on", "from"}:
            yield Objection(token.line, f"distinct {following}", "number the rows, or compare with coalesce")
        if token.text == "by" and following == "all":
            yield Objection(token.line, "by all", "name the columns")
        if token.text == "limit" and "order" not in words[:place]:
            yield Objection(token.line, "limit", "without an order every engine gives other rows")


def _results(tokens: list[_Token]) -> Iterator[Objection]:
    """Object to columns of the result that no engine is told the name of, in every branch of a union."""
    depth = 0
    for place, token in enumerate(tokens):
        depth += {"(": 1, ")": -1}.get(token.text, 0)
        if depth or token.text != "select":
            continue
        start = place + 2 if tokens[place + 1 :] and tokens[place + 1].text == "distinct" else place + 1
        for column in _columns(tokens, start):
            is_plain = len(column) == 1 and column[0].kind == "word"
            if column and not is_plain and [part.text for part in column[-2:-1]] != ["as"]:
                shown = "".join(part.text for part in column[:3])
                yield Objection(
                    column[0].line, shown, "engines name such a column differently; write `as` and its name"
                )


def _columns(tokens: list[_Token], start: int) -> list[list[_Token]]:
    """Give what a select that begins before `start` selects, column by column."""
    depth, end = 0, start
    while end < len(tokens) and (depth or tokens[end].text not in {"from", "union"}):
        depth += {"(": 1, ")": -1}.get(tokens[end].text, 0)
        end += 1
    inside = tokens[start:end]
    ends = _arguments(inside)
    return [inside[first + 1 : last] for first, last in pairwise([-1, *ends])]


def _closing(tokens: list[_Token], opening: int) -> int:
    depth = 0
    for place in range(opening, len(tokens)):
        depth += {"(": 1, ")": -1}.get(tokens[place].text, 0)
        if depth == 0:
            return place
    return len(tokens)


def _arguments(inside: list[_Token]) -> list[int]:
    """Give the places where arguments end: one for each comma outside brackets, and the end."""
    ends, depth = [], 0
    for place, token in enumerate(inside):
        depth += {"(": 1, ")": -1}.get(token.text, 0)
        if token.text == "," and depth == 0:
            ends.append(place)
    return [*ends, len(inside)] if inside else []


def _back(tokens: list[_Token], place: int, stops: Collection[str]) -> Iterator[_Token]:
    """Give the tokens of the expression ending before `place`, in their order, nested ones included."""
    depth, start = 0, place
    while start > 0:
        token = tokens[start - 1]
        depth += {")": 1, "(": -1}.get(token.text, 0)
        if depth < 0 or (depth == 0 and token.text in stops):
            break
        start -= 1
    return iter(tokens[start:place])


def _next_factor(tokens: list[_Token], place: int) -> list[_Token]:
    """Give the bracket that follows the sign at `place`, or nothing."""
    if place + 1 < len(tokens) and tokens[place + 1].text == "(":
        return tokens[place + 1 : _closing(tokens, place + 1)]
    return []


def main(identifiers: Collection[str]) -> int:
    """Print what is objected to, by metric; give 1 where anything is."""
    from folkmoot.metrics import all_metrics, metric
    from folkmoot.store.database import connect
    from folkmoot.store.schema import VIEW_ORDER

    described = connect(None).execute("select table_name, column_name from duckdb_columns()").fetchall()
    columns = frozenset(column for table, column in described if table in VIEW_ORDER)
    found = [
        f"{one.id}: {objection}"
        for one in map(metric, identifiers or all_metrics())
        for text in (one.text(), one.events_text())
        for objection in objections(text, columns)
    ]
    print(*found, sep="\n", end="\n" if found else "")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
