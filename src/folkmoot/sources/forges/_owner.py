"""The projects of one owner at a forge that speaks REST: an organisation, a group, or a person."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from folkmoot.i18n import Message
from folkmoot.model.errors import SourceError, UnreachableError
from folkmoot.model.hints import RUN_AGAIN
from folkmoot.model.source import Access
from folkmoot.sources.forges._project import Speech
from folkmoot.sources.typed_rows import Row, WrongFieldError
from folkmoot.sources.web.client import Client
from folkmoot.sources.web.pages import Pages
from folkmoot.sources.web.place import Place


def projects_told(
    place: Place, access: Access, speech: Speech, paths: Sequence[str], named: Callable[[Row], str]
) -> list[str]:
    """Give the addresses of an owner's projects, from the first of `paths` that is shown.

    `named` gives the path of one project, "" for what is left out. Raises UnreachableError without a token
    where one is needed, SourceError when there is nobody of that name.
    """
    token = speech.token()
    if speech.is_silent_without and not token:
        raise UnreachableError(f"{place.host} answers only with a token.", hint=speech.how_to_log_in)
    problems: list[Message] = []
    client = Client(speech.root, access, token=token, scheme=speech.scheme)
    try:
        pages = Pages(client, speech.root, problems, speech.how_to_log_in)
        for path in paths:
            rows = pages.every(path)
            if rows is not None:
                return [place.address(name) for row in rows if is_name(name := named(row))]
    except WrongFieldError as error:
        raise SourceError(str(error), hint=RUN_AGAIN) from error
    finally:
        client.close()
    raise SourceError(
        f"There is nobody called {place.project} at {place.host}.",
        hint="check the name; those that are private need a token.",
    )


def is_name(name: str) -> bool:
    """Tell whether this is the path of a project, and nothing that would lead elsewhere."""
    parts = name.split("/")
    return len(parts) > 1 and all(part not in {"", ".", ".."} for part in parts)
