"""Everything that can go wrong, as one tree.

::

    FolkmootError                 anything Folkmoot tells its user about       exit code 2
    ├── UsageError                the request itself makes no sense            exit code 2
    │   └── MissingExtraError     an optional extra is not installed           exit code 2
    ├── SourceError               facts cannot be read from where they are     exit code 3
    │   ├── NotARepositoryError   no git repository at that place              exit code 3
    │   ├── UnreachableError      the remote does not answer                   exit code 3
    │   ├── AbsentError           a partial clone lacks contents needed here   exit code 3
    │   └── HostileInputError     refused, because reading it would be unsafe  exit code 3
    ├── StoreError                the store cannot be opened or written        exit code 2
    │   ├── StoreBusyError        another process is writing to it             exit code 2
    │   └── StoreVersionError     written by a newer Folkmoot                  exit code 2
    └── QueryError                a SQL text is not allowed or fails           exit code 2

Each error says what happened, to which thing, and how to go on (`hint`). Where the sentence says that itself,
`hints.SAID` is given on purpose; a test holds every `raise` to it.
"""

from __future__ import annotations


class FolkmootError(Exception):
    """Anything Folkmoot tells its user about: what happened, to which thing, and a hint."""

    exit_code = 2

    def __init__(self, what: str, *, hint: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.hint = hint

    def __str__(self) -> str:
        """Give the message and, where there is one, the hint on a line of its own."""
        return f"{self.what}\nhint: {self.hint}" if self.hint else self.what


class UsageError(FolkmootError):
    """The request itself makes no sense."""


class MissingExtraError(UsageError):
    """An optional extra is not installed; the hint names it."""

    def __init__(self, feature: str, extra: str) -> None:
        super().__init__(
            f"{feature} needs the optional extra `{extra}`, which is not installed.",
            hint=f"pip install 'folkmoot[{extra}]'",
        )
        self.extra = extra


class SourceError(FolkmootError):
    """Facts cannot be read from where they are."""

    exit_code = 3


class NotARepositoryError(SourceError):
    """There is no git repository at that place."""


class UnreachableError(SourceError):
    """The remote does not answer, or does not have what was asked for."""


class AbsentError(SourceError):
    """A clone made without all contents lacks some that are needed."""


class HostileInputError(SourceError):
    """Refused, because reading it would be unsafe."""


class StoreError(FolkmootError):
    """The store cannot be opened or written."""


class StoreBusyError(StoreError):
    """Another process is writing to the store."""


class StoreVersionError(StoreError):
    """The store was written by a newer Folkmoot."""


class QueryError(FolkmootError):
    """A SQL text is not allowed or fails."""
