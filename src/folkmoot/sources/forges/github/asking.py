"""Putting GraphQL questions: what errors mean, smaller pages where large ones are too much, no surprises."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from folkmoot.i18n import Message
from folkmoot.model.errors import SourceError, UnreachableError
from folkmoot.model.hints import RUN_AGAIN
from folkmoot.sources.forges.github.ahead import Ahead
from folkmoot.sources.json_elements import loads
from folkmoot.sources.typed_rows import Row, WrongFieldError
from folkmoot.sources.web.client import ATTEMPTS, Answer, Client, PassingError
from folkmoot.sources.web.host_time import given_at
from folkmoot.sources.web.patience import limit_of, pause

SMALLEST = 5
"""Fewest items asked for at once, however hard it is for the forge."""
UNSEEN = frozenset({"FORBIDDEN", "INSUFFICIENT_SCOPES", "NOT_FOUND", "SERVICE_UNAVAILABLE"})
LIMITED = ("RATE_LIMITED", "RATE_LIMIT")
TOO_MUCH = (
    "something went wrong while executing",
    "timeout",
    "timed out",
    "resource limits",
    "took too long",
)
HOW_TO_LOG_IN = (
    "set FOLKMOOT_GITHUB_TOKEN or GITHUB_TOKEN, or log in with `gh auth login`; "
    "a token without any rights is enough for public projects."
)
HOW_TO_LOG_IN_THERE = (
    "set FOLKMOOT_GITHUB_TOKEN or GH_ENTERPRISE_TOKEN, or log in with `gh auth login --hostname {host}`."
)
"""Elsewhere the other variables are not looked at: they hold tokens for github.com."""
HIDDEN = "{host}: the {name} are not shown to this token, and are missing: {why}"
MAY_READ = "see what it may read: for a private project, its metadata, issues and pull requests."


Then = Callable[[bytes, dict[str, Any]], dict[str, Any] | None]


def how_to_log_in(host: str) -> str:
    """Say where a token for a host is looked for."""
    if host in {"github.com", "api.github.com"} or host.endswith(".ghe.com"):
        return HOW_TO_LOG_IN
    return HOW_TO_LOG_IN_THERE.format(host=host)


class StaleCursorError(Exception):
    """A cursor kept from an earlier reading is no longer understood."""


class Told(NamedTuple):
    """An answer's data, the paths that were not shown, when it was given (the forge's clock), and how big.

    `unseen` gives the forge's reason by path, "" where it knows nothing there; `size` is how many items of a
    page were asked for in the end.
    """

    data: Row
    unseen: Mapping[str, str]
    at: int
    size: int


class Asking:
    """Puts questions to one GraphQL address. `problems` takes errors that left the rest as it is."""

    def __init__(self, client: Client, url: str, problems: list[Message]) -> None:
        self.client = client
        self.url = url
        self.problems = problems
        self.ahead = Ahead(client, url)

    def send(self, query: str, variables: dict[str, Any]) -> None:
        """Send a question that is about to be put."""
        self.ahead.send(_body(query, variables))

    def hidden(self, told: Told, name: str) -> None:
        """Keep that a list of the repository is not shown, with the forge's reason."""
        why = told.unseen[f"repository.{name}"] or "not found"
        self.problems.append(Message(HIDDEN, {"host": self.client.host, "name": name, "why": why}))

    def ask(self, query: str, variables: dict[str, Any], then: Then | None = None) -> Told:
        """Give the answer to a question, waiting and asking for less where needed.

        Raises UnreachableError, SourceError, StaleCursorError. Where `size` is a variable, it is halved when
        the forge fails twice at it. `then` tells by an answer's body what the same query asks next, where it
        can; that is sent before the body is read.
        """
        variables = dict(variables)
        for attempt in range(2 * ATTEMPTS):
            try:
                return self._once(query, variables, then)
            except PassingError:
                if attempt == 2 * ATTEMPTS - 1:
                    raise
                if attempt and "size" in variables:
                    variables["size"] = max(SMALLEST, variables["size"] // 2)
                self.client.rest(pause(min(attempt, ATTEMPTS)))
        raise AssertionError("unreachable")  # pragma: no cover - the last attempt returns or raises

    def _once(self, query: str, variables: dict[str, Any], then: Then | None) -> Told:
        body = _body(query, variables)
        for times in range(1, ATTEMPTS + 1):
            answer = self.ahead.answer(body)
            if then is not None and answer.status == 200 and (following := then(answer.body, variables)):
                self.send(query, following)
            read = self._read(answer)
            if not _is_limited(*read):
                return self._told(answer, *read, variables.get("size", 0))
            limit = limit_of(answer.status, answer.headers, given_at(answer.headers), is_limited=True)
            if limit is not None:
                self.client.wait(limit, times)
        raise UnreachableError(
            f"{self.client.host} has no requests left.", hint="run the same command later."
        )

    def _read(self, answer: Answer) -> tuple[Row | None, list[Row]]:
        """Take an answer apart into its data and its errors. Raises PassingError for half an answer."""
        host = self.client.host
        if answer.status == 401:
            raise UnreachableError(
                f"{host} does not accept the token, or wants one.", hint=how_to_log_in(host)
            )
        if answer.status == 403:
            raise UnreachableError(
                f"{host} forbids this to the token.",
                hint="it may need to be authorised for the organisation.",
            )
        if answer.status != 200:
            raise UnreachableError(
                f"{host} answers {answer.status} at {self.url}.",
                hint="is it a GitHub, and is its address right?",
            )
        try:
            whole = Row(loads(answer.body), host, "the answer")
            return whole.row("data"), list(whole.rows("errors", self._wrong))
        except WrongFieldError as error:
            raise SourceError(str(error), hint=RUN_AGAIN) from error
        except ValueError as error:
            raise PassingError(f"{host} gave half an answer.", hint="try again later.") from error

    def _wrong(self, error: WrongFieldError) -> None:
        self.problems.append(error.message)

    def _told(self, answer: Answer, data: Row | None, errors: list[Row], size: int) -> Told:
        host = self.client.host
        unseen: dict[str, str] = {}
        for error in errors:
            kind, text = str(error.values.get("type", "")), str(error.values.get("message", ""))[:300]
            path = error.values.get("path")
            place = ".".join(map(str, path))[:200] if isinstance(path, list) else ""
            if any(words in text.casefold() for words in TOO_MUCH) or kind == "RESOURCE_LIMITS_EXCEEDED":
                raise PassingError(f"{host} cannot answer now: {text}", hint="try again later.")
            if "cursor" in f"{kind} {text}".casefold():
                raise StaleCursorError
            if kind not in UNSEEN or not place:
                if data is None:
                    raise SourceError(f"{host} cannot answer: {text or kind}", hint=RUN_AGAIN)
                self.problems.append(Message("{host}: {text}", {"host": host, "text": text or kind}))
            unseen.setdefault(place, "" if kind == "NOT_FOUND" else text)
        if data is None:
            raise SourceError(f"{host} gives no data.", hint=RUN_AGAIN)
        return Told(data, unseen, given_at(answer.headers), size)


def repository_in(told: Told, host: str, project: str) -> Row:
    """Give the repository of an answer. Raises UnreachableError, with the forge's reason, where none is."""
    repository = told.data.row("repository")
    if repository is not None:
        return repository
    # Where a part that must be there is not shown, GraphQL shows nothing of what it belongs to.
    places = [place for place in told.unseen if f"{place}.".startswith("repository.")]
    why = next((told.unseen[place] for place in places if told.unseen[place]), "")
    if why:
        raise UnreachableError(f"{host} does not show {project} to this token: {why}", hint=MAY_READ)
    raise UnreachableError(
        f"{host} has no project {project}, or does not show it.",
        hint=f"check the name; for a private one, {how_to_log_in(host)}",
    )


def _body(query: str, variables: dict[str, Any]) -> bytes:
    return json.dumps({"query": query, "variables": variables}).encode()


def _is_limited(data: Row | None, errors: list[Row]) -> bool:
    """Tell whether an answer is a limit: GitHub names it in two ways, and a limit on haste by words alone."""
    return any(
        error.values.get("type") in LIMITED
        or (data is None and "rate limit" in str(error.values.get("message", ""))[:500].casefold())
        for error in errors
    )
