"""Proposals and ballots made wrong: read, or refused with the file and the line."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.govern.proposals.document import Reader
from folkmoot.govern.proposals.layouts import all_layouts
from folkmoot.govern.votes import Numbers, Record, all_forms, read_record
from folkmoot.model.errors import SourceError
from fuzz.mutations import fuzzed, mutated, seeds

PROPOSALS = tuple(seeds("proposals").values())
BALLOTS = seeds("ballots")


@pytest.mark.parametrize("layout", all_layouts().values(), ids=lambda layout: layout.name)
@fuzzed
@given(
    content=mutated(PROPOSALS), path=st.sampled_from(["0012-gate.md", "pep-0012.rst", "a/12/kep.yaml", "x"])
)
def test_any_document_is_a_proposal_or_a_problem(layout: object, content: bytes, path: str) -> None:
    reader = Reader(layout)  # type: ignore[arg-type] # one of the layouts
    proposal = reader.read(path, content)
    reader.glance(path, content)
    assert proposal is not None or reader.problems
    assert all(problem.line >= 0 for problem in reader.problems)


@pytest.mark.parametrize("path", BALLOTS)
@fuzzed
@given(data=st.data(), numbers=st.sampled_from(Numbers))
def test_any_record_of_votes_is_read_or_refused_in_words(
    path: str, data: st.DataObject, numbers: Numbers
) -> None:
    text = data.draw(mutated([BALLOTS[path]])).decode("utf-8", "replace")
    with contextlib.suppress(SourceError):
        poll = read_record(Record(path, text, {"election.yaml": text, "results.md": text}), numbers)
        assert poll.form in all_forms()
