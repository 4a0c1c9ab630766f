"""Putting a question to a GitLab's GraphQL, for the little that REST does not tell.

Whatever is wrong there loses nothing else: that it is refused has a reason, which is shown, and that it is
too much for the forge is told apart, so that less can be asked for.
https://docs.gitlab.com/api/graphql/
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from folkmoot.model.errors import SourceError, UnreachableError
from folkmoot.sources.json_elements import loads
from folkmoot.sources.typed_rows import Row, WrongFieldError
from folkmoot.sources.web.client import Answer, PassingError
from folkmoot.sources.web.pages import Pages

TOO_MUCH = ("timeout", "timed out", "complexity")
"""Words of an error that asks for less."""
HIDDEN = "the project is not shown there"
MOST_ERRORS = 20
"""Errors of one answer that are looked at."""


class RefusedError(Exception):
    """GraphQL does not answer this question, and would not the next time; `why` says it in its words."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Asking:
    """Puts questions about one project, by its whole path."""

    def __init__(self, pages: Pages, project: str) -> None:
        self.client = pages.client
        self.url = f"{pages.root.removesuffix('/v4')}/graphql"
        self.project = project

    def ask(self, query: str, variables: Mapping[str, Any]) -> Row:
        """Give the project as the question asks for it.

        Raises RefusedError; PassingError where the forge does not manage now, or so much; UnreachableError.
        """
        question = {"query": query, "variables": {"project": self.project, **variables}}
        try:
            answer = self.client.ask(self.url, body=json.dumps(question).encode(), patient=False)
            return self._read(answer)
        except UnreachableError:
            raise
        except SourceError as error:  # it leads elsewhere, or goes on without end
            raise RefusedError(error.what) from error
        except WrongFieldError as error:
            raise RefusedError(str(error)) from error

    def _read(self, answer: Answer) -> Row:
        is_json = "html" not in answer.headers.get("content-type", "")
        try:
            told = loads(answer.body) if is_json else {}
        except ValueError as error:
            raise PassingError(f"{self.client.host} gave half an answer.", hint="try again later.") from error
        whole = Row(told, self.client.host, "the answer")
        why = _reason(whole)
        if any(words in why.casefold() for words in TOO_MUCH):
            raise PassingError(f"{self.client.host} cannot answer: {why}", hint="try again later.")
        data = whole.row("data") if answer.status == 200 else None
        project = data.row("project") if data is not None else None
        if project is None or (why and not any(project.values.values())):
            if answer.status != 200:
                why = f"it answers {answer.status}: {why}" if why else f"it answers {answer.status}"
            raise RefusedError(why or HIDDEN)
        return project


def _reason(whole: Row) -> str:
    """Give the first words an answer has for what went wrong, "" where it has none."""
    errors = whole.values.get("errors")
    listed = errors[:MOST_ERRORS] if isinstance(errors, list) else []
    words = [one.get("message") for one in listed if isinstance(one, dict)]
    words += [whole.values.get("message"), whole.values.get("error")]
    return next((" ".join(word.split())[:300] for word in words if isinstance(word, str) and word), "")
