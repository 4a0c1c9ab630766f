"""Every way of writing headers is found, and reads its own documents."""

import pytest

from folkmoot.govern.proposals.dialects import all_dialects

from .documents import DEP, EMBER, KEP, PEP, RUST, SWIFT, attempt


def test_there_are_five_dialects() -> None:
    assert set(all_dialects()) == {"bullets", "front-matter", "mail", "rest", "yaml"}


@pytest.mark.parametrize(
    ("layout", "document", "dialect"),
    [
        ("pep", PEP, "mail"),
        ("kep", KEP, "yaml"),
        ("ember", EMBER, "front-matter"),
        ("rust", RUST, "bullets"),
        ("swift", SWIFT, "bullets"),
        ("dep", DEP, "rest"),
    ],
)
def test_a_document_is_read_by_its_dialect(layout: str, document: str, dialect: str) -> None:
    proposal, problems = attempt(layout, document)
    assert proposal is not None
    assert (proposal.dialect, proposal.number, problems) == (dialect, 12, [])
