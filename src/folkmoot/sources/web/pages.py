"""Lists and objects of a REST interface: pages followed as the host links them, and what statuses mean."""

from __future__ import annotations

import re
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlencode, urljoin, urlsplit

from folkmoot.i18n import Message
from folkmoot.model.errors import SourceError, UnreachableError
from folkmoot.model.hints import RUN_AGAIN
from folkmoot.sources import clock
from folkmoot.sources.json_elements import loads
from folkmoot.sources.typed_rows import Row, WrongFieldError
from folkmoot.sources.web.client import ATTEMPTS, Answer, Client, PassingError
from folkmoot.sources.web.host_time import given_at
from folkmoot.sources.web.patience import pause
from folkmoot.sources.web.unchanged import NOT_MODIFIED, Unchanged, never_asked, tag_of

MOST_PROBLEMS = 1000
MOST_PAGES = 1000
"""Most pages of one list that hangs on one thing."""
UNSEEN = frozenset({403, 404, 410})
"""Statuses of what is not there, is switched off, or is not shown."""
GONE = frozenset({404, 410})
UNKNOWN = -1
SIZES = ("limit", "per_page")
"""How it is said how many rows of a list are wanted at once."""
_STATUS = re.compile(r"(?:40[134] |410 )?(?:not found|forbidden|unauthorized|gone)\W*", re.IGNORECASE)
"""Words of a refusal that give no reason."""
_NEXT = re.compile(r'<([^<>]{1,2000})>\s*;[^<>,]*\brel="?next"?')


class Page(NamedTuple):
    """One page of a list: its rows, the address of the next page ("" at the end), how many rows there are.

    `total` is -1 where the host does not say; `at` is the host's own time, in seconds since 1970; `is_bare`
    tells that the host said neither where the next page is nor how many rows there are. `tag` is that of the
    answer from `address`, "" where it has none, or where the page is as it was: it has no rows then.
    """

    rows: list[Row]
    next: str
    total: int
    at: int
    is_bare: bool = False
    address: str = ""
    tag: str = ""

    def repeats(self, before: list[Row]) -> bool:
        """Tell whether it holds the same rows as the page before: its host knows no pages of this list."""
        return (
            self.is_bare
            and bool(self.rows)
            and [row.values for row in self.rows] == [row.values for row in before]
        )


class Pages:
    """Asks one REST interface. `root` is its address, `problems` takes rows that made no sense."""

    def __init__(self, client: Client, root: str, problems: list[Message], how_to_log_in: str) -> None:
        self.client = client
        self.root = root
        self.problems = problems
        self.how_to_log_in = how_to_log_in
        self.now = clock.now()
        """The host's own time, as its latest answer tells it."""
        self.refusal = ""
        """What the host said when it last showed something not, in its own words."""
        self.unchanged = Unchanged()
        """The tags of what earlier readings kept."""

    def one(self, path: str, *, is_optional: bool = False) -> Row | None:
        """Give one object, None where it is not shown. Raises UnreachableError, SourceError."""
        answer = self._ask(self._url(path), is_optional=is_optional)
        if answer is None:
            return None
        try:
            return Row(answer[1], self.client.host, _named(path))
        except WrongFieldError as error:
            raise SourceError(str(error), hint=RUN_AGAIN) from error

    def is_gone(self, path: str) -> bool:
        """Tell whether there is no such object, as its host says it; one that is hidden may be there."""
        answer = self.client.ask(self._url(path), headers={"accept": "application/json"})
        return answer.status in GONE

    def page(self, path: str, *, is_optional: bool = False, is_kept: bool = False) -> Page | None:
        """Give one page of a list, None where it is not shown. Raises UnreachableError, SourceError.

        `path` is taken from the root; a whole address is taken as it is, and must lie at the same host. With
        `is_optional`, a list that only some may see is not shown to us, rather than an error. With `is_kept`,
        what an earlier reading kept is not told again: the page is empty then.
        """
        url = self._url(path)
        kept = self.unchanged.of(url) if is_kept else None
        answer = self._ask(url, is_optional=is_optional, tag=kept.value if kept else "")
        if kept is not None and answer is not None and answer[0].status == NOT_MODIFIED:
            if (same := _same(url, answer[0], kept.rows)) is not None:
                return same
            answer = self._ask(url, is_optional=is_optional)
        if answer is None:
            return None
        told, found = answer
        found = [] if found is None else found
        if not isinstance(found, list):
            wrong = Row({}, self.client.host, _named(path)).wrong("it", "a list", found)
            raise SourceError(str(wrong), hint=RUN_AGAIN)
        rows = []
        for place, values in enumerate(found):
            try:
                rows.append(Row(values, self.client.host, f"{_named(path)}[{place}]"))
            except WrongFieldError as error:
                self.wrong(error)
        total = _total(told)
        is_bare = total == UNKNOWN and "link" not in told.headers
        following = next_address(url, told, len(found), total)
        return Page(rows, following, total, given_at(told.headers), is_bare, url, tag_of(told.headers))

    def every(self, path: str, *, is_optional: bool = False) -> list[Row] | None:
        """Give all rows of a list that is not long, None where it is not shown."""
        found: list[Row] = []
        seen: set[str] = set()
        url = path
        while url and len(seen) < MOST_PAGES:
            if url in seen:
                raise SourceError(
                    f"{self.client.host} gives the same page of {_named(path)} again and again.",
                    hint=RUN_AGAIN,
                )
            seen.add(url)
            page = self.page(url, is_optional=is_optional)
            if page is None and len(seen) == 1:
                return None
            if page is None:
                raise SourceError(
                    f"{self.client.host} stopped showing {_named(path)} while it was read.",
                    hint="run the same command again; what was read so far is kept.",
                )
            if page.repeats(found[-len(page.rows) :]):
                break
            found += page.rows
            url = page.next
        return found

    def wrong(self, error: WrongFieldError) -> None:
        """Keep what is wrong with a row, as far as there is room."""
        self.problem(error.message)

    def problem(self, message: Message) -> None:
        """Keep what is missing, as far as there is room."""
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(message)

    def _url(self, path: str) -> str:
        return path if "://" in path else f"{self.root}/{path}"

    def _ask(self, url: str, *, is_optional: bool, tag: str = "") -> tuple[Answer, Any] | None:
        """Give an answer and what it says, asking again where only half of it came.

        With the `tag` of an earlier answer, one that is the same says nothing. Raises SourceError where such
        an answer comes without it.
        """
        headers = {"accept": "application/json"} | ({"if-none-match": tag} if tag else {})
        for attempt in range(ATTEMPTS):
            answer = self.client.ask(url, headers=headers)
            if answer.status == NOT_MODIFIED and not tag:
                raise never_asked(self.client.host, _named(url))
            if answer.status == NOT_MODIFIED:
                self.now = given_at(answer.headers)
                return answer, None
            if answer.status in UNSEEN or (answer.status == 401 and is_optional):
                self.refusal = _reason(answer)
                return None
            if answer.status == 401:
                raise UnreachableError(
                    f"{self.client.host} does not accept the token, or wants one.", hint=self.how_to_log_in
                )
            if answer.status != 200 or "html" in answer.headers.get("content-type", ""):
                raise UnreachableError(
                    f"{self.client.host} answers {answer.status} at {_named(url)}, and not as expected.",
                    hint="is it a forge of that brand, and is its address right?",
                )
            try:
                found = loads(answer.body)
            except ValueError:
                self.client.rest(pause(attempt))
                continue
            self.now = given_at(answer.headers)
            return answer, found
        raise PassingError(f"{self.client.host} gives only half answers.", hint="try again later.")


def _same(url: str, answer: Answer, rows: int) -> Page | None:
    """Give a page that is as it was, when it had so many rows; None where the next one is not told."""
    total = _total(answer)
    if total == UNKNOWN and "link" not in answer.headers:
        return None
    return Page([], next_address(url, answer, rows, total), total, given_at(answer.headers))


def _total(answer: Answer) -> int:
    """Give how many rows a list has, -1 where the host does not say."""
    return _number(answer.headers.get("x-total-count") or answer.headers.get("x-total") or "")


def _reason(answer: Answer) -> str:
    """Give what a refusal says, where it says more than its status does."""
    try:
        told = loads(answer.body)
    except ValueError:
        return ""
    words = [told.get(field) for field in ("error_description", "message")] if isinstance(told, dict) else []
    found = next((word for word in words if isinstance(word, str) and word), "")
    return "" if _STATUS.fullmatch(found) else found[:300]


def _named(url: str) -> str:
    """Give the path of an address, without its question: that may hold cursors."""
    return urlsplit(url).path.partition("/api/")[2].partition("/")[2] or urlsplit(url).path


def next_address(url: str, answer: Answer, rows: int, total: int) -> str:
    """Give the address of the page after this one, "" where this is the last.

    Links are followed as given, mended where the host does not know how it was asked. Where it gives none,
    but counts, the next number is asked for until all is there; hosts may give fewer rows than they were
    asked for. Where it does neither, or a proxy takes both away, there may be more after a full page.
    """
    link = answer.headers.get("link", "")
    if found := _NEXT.search(link[:20_000]):
        return linked(url, found[1])
    if link or not rows:
        return ""
    parts, number = urlsplit(url), number_of(url)
    question = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    asked = max(_number(question.get(name, "")) for name in SIZES)
    if number * rows >= total and (total != UNKNOWN or not 0 < asked <= rows):
        return ""
    return parts._replace(query=urlencode({**question, "page": str(number + 1)})).geturl()


def linked(url: str, link: str) -> str:
    """Give a linked address of the same list at the host that was asked, with all that was asked of it.

    Behind a proxy a forge may take itself for another host or leave out the port, and Gitea before 1.10
    leaves out which entries were asked for. An address of anything else stays as it is.
    """
    here, there = urlsplit(url), urlsplit(urljoin(url, link))
    asked, told = parse_qs(here.query), parse_qs(there.query)
    asked.pop("page", None)
    is_whole = here[:2] == there[:2] and asked.keys() <= told.keys()
    if here.path != there.path or is_whole:
        return link
    return here._replace(query=urlencode({**asked, **told}, doseq=True)).geturl()


def previous_address(url: str) -> str:
    """Give the address of the page before this one, "" where there is none, or pages have no numbers."""
    parts, number = urlsplit(url), number_of(url)
    question = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    return (
        "" if number < 2 else parts._replace(query=urlencode({**question, "page": str(number - 1)})).geturl()
    )


def number_of(url: str) -> int:
    """Give the number of the page an address asks for, 1 where it asks for none."""
    return max(1, _number(parse_qs(urlsplit(url).query).get("page", ["1"])[-1]))


def _number(said: str) -> int:
    return int(said) if said.isascii() and said.isdigit() and len(said) < 10 else UNKNOWN
