"""Each way of writing headers, read from an invented document, with the pitfalls real ones have."""

from datetime import date

import pytest

from folkmoot.govern.proposals.dialects import all_dialects
from folkmoot.model.proposal import DecisionState, DeliveryState, Link

from .documents import DEP, EMBER, KEP, PATHS, PEP, RUST, SWIFT, attempt, codes, read

EIP = "---\neip: 12\ntitle: Hats\nauthor: Ada (@ada)\nstatus: {}\ntype: Core\ncreated: 2020-01-02\n---\n"
BOTH = (DecisionState.ACCEPTED, DeliveryState.DELIVERED)


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


class TestMail:
    def test_everything_of_a_header_is_there(self) -> None:
        found = read("pep", PEP)
        assert found.label == "PEP 12"
        assert found.title == "Hats for all"
        assert found.created == date(2001, 7, 3)
        assert (found.decision, found.delivery) == BOTH
        assert (found.word, found.kind, found.line) == ("Final", "Standards Track", 5)
        assert found.supersedes == ("3", "4")
        assert found.links == (Link("resolution", "https://example.org/yes"),)

    def test_a_suffix_stays_with_its_name(self) -> None:
        assert read("pep", PEP).authors == ("Ada Example", "Bob Example, Jr.")

    @pytest.mark.parametrize("word", ["Rejected", "April Fool!"])
    def test_a_joke_is_rejected(self, word: str) -> None:
        assert read("pep", PEP.replace("Final", word)).decision is DecisionState.REJECTED

    def test_a_resolution_may_be_a_bare_address(self) -> None:
        bare = PEP.replace("`2 May 2002 <https://example.org/yes>`__", "https://example.org/yes")
        assert read("pep", bare).links == (Link("resolution", "https://example.org/yes"),)

    def test_a_heading_may_stand_before_the_fields(self) -> None:
        draft = "Hats\n====\n\nCreated: 2014-04-14\nAuthor: Ada\nStatus: Draft\n\nOverview\n"
        found = read("dep", draft, "draft/hats.rst")
        assert (found.title, found.dialect, found.decision) == ("Hats", "mail", DecisionState.DRAFT)

    def test_a_status_in_the_text_is_none(self) -> None:
        assert codes("pep", PEP.replace("Status: Final\n", "")) == ["no-status"]


class TestYamlFile:
    def test_everything_of_a_file_is_there(self) -> None:
        found = read("kep", KEP)
        assert (found.label, found.authors) == ("KEP 12", ("@ada", "@bob"))
        assert (found.decision, found.delivery) == (DecisionState.ACCEPTED, DeliveryState.STARTED)
        assert (found.word, found.kind, found.line) == ("implementable", "sig-hats", 7)

    def test_a_day_that_is_none_costs_only_the_day(self) -> None:
        found, problems = attempt("kep", KEP.replace("2019-04-18", "2019-25-04"))
        assert found is not None
        assert found.created is None
        assert [(one.code, one.line) for one in problems] == [("bad-date", 8)]

    def test_a_misspelt_status_is_read_and_told(self) -> None:
        document = KEP.replace("implementable #", "imlpemented #").replace("alpha", "stable")
        found, problems = attempt("kep", document)
        assert found is not None
        assert (found.decision, found.delivery) == BOTH
        assert found.word == "imlpemented"
        assert [one.code for one in problems] == ["misspelt"]

    def test_the_templates_choices_are_no_status(self) -> None:
        found, problems = attempt("kep", KEP.replace("implementable #", "provisional|implementable #"))
        assert found is not None
        assert found.decision is None
        assert [one.code for one in problems] == ["placeholder"]

    def test_the_templates_date_is_none(self) -> None:
        assert codes("kep", KEP.replace("2019-04-18", "yyyy-mm-dd")) == ["placeholder"]

    def test_a_number_unlike_its_folders_is_told(self) -> None:
        found, problems = attempt("kep", KEP, "keps/sig-hats/13-hats/kep.yaml")
        assert found is not None
        assert found.number == 12
        assert [one.code for one in problems] == ["number-mismatch"]

    def test_versions_and_dates_stay_text(self) -> None:
        assert read("kep", KEP.replace("Hats for all", "1.10")).title == "1.10"

    @pytest.mark.parametrize(("status", "stage"), [("implemented", "alpha"), ("provisional", "stable")])
    def test_decision_and_delivery_may_contradict(self, status: str, stage: str) -> None:
        document = KEP.replace("implementable #", f"{status} #").replace("stage: alpha", f"stage: {stage}")
        assert codes("kep", document) == ["contradiction"]

    def test_a_status_nobody_knows_is_told_with_its_line(self) -> None:
        found, problems = attempt("kep", KEP.replace("implementable #", "hatless #"))
        assert found is not None
        assert (found.decision, found.word) == (None, "hatless")
        assert [(one.code, one.line) for one in problems] == [("unknown-status", 7)]


class TestFrontMatter:
    def test_everything_of_a_block_is_there(self) -> None:
        found = read("ember", EMBER)
        assert (found.label, found.title, found.kind) == ("RFC 12", "Hats for all", "framework, cli")
        assert (found.decision, found.delivery) == BOTH
        assert found.word == "recommended"
        assert found.created == date(2017, 6, 13)
        assert found.links == (Link("prs", "https://example.org/rfcs/12"),)

    def test_a_general_heading_is_no_title(self) -> None:
        assert read("ember", EMBER.replace("# Hats for all", "# Summary")).title == "hats"

    def test_a_colon_in_a_title_is_mended_and_told(self) -> None:
        found, problems = attempt("eip", EIP.format("Draft").replace("Hats", "Hats: all"))
        assert found is not None
        assert found.title == "Hats: all"
        assert [(one.code, one.line) for one in problems] == [("mended", 3)]

    def test_what_moved_away_is_no_more_decided_here(self) -> None:
        stub = (
            "---\neip: 20\ncategory: ERC\nstatus: Moved\n---\n\nThis file was moved to https://example.org\n"
        )
        found, problems = attempt("eip", stub, "EIPS/eip-20.md")
        assert found is not None
        assert (found.decision, found.delivery, problems) == (None, None, [])

    @pytest.mark.parametrize(
        ("word", "decision"),
        [
            ("Last Call", DecisionState.FINAL_COMMENT),
            ("Stagnant", DecisionState.POSTPONED),
            ("Review", DecisionState.OPEN),
            ("Living", DecisionState.ACCEPTED),
        ],
    )
    def test_words_mean_states(self, word: str, decision: DecisionState) -> None:
        assert read("eip", EIP.format(word)).decision is decision

    def test_no_end_is_told_with_its_line(self) -> None:
        found, problems = attempt("eip", "---\neip: 12\nstatus: Draft\n\n# Hats\n")
        assert found is None
        assert [(one.code, one.line) for one in problems] == [("unread", 1)]

    def test_odd_spaces_and_dashes_are_read(self) -> None:
        odd = (
            "---\nDEP: 0018\nAuthor: Ada\u00a0Example\nStatus: Draft\nCreated: 2026\u201102\u201109\n---\n"
            "# DEP 0018: Hats\n"
        )
        found = read("dep", odd, "draft/hats.md")
        assert (found.authors, found.created, found.title) == (("Ada Example",), date(2026, 2, 9), "Hats")


class TestBullets:
    def test_merged_is_accepted_and_delivery_unknown(self) -> None:
        found = read("rust", RUST)
        assert (found.decision, found.delivery, found.word) == (DecisionState.ACCEPTED, None, "")
        assert (found.title, found.authors) == ("hats", ())

    def test_several_links_in_a_field_are_all_there(self) -> None:
        links = [link.target for link in read("rust", RUST).links if link.field == "rust issue"]
        assert links == ["https://example.org/1", "https://example.org/2"]

    @pytest.mark.parametrize(
        "before",
        [
            "# Hats\n\n",
            "## RFC: Hats\n\n",
            "\n",
            "<!--\n- Copyright: nobody\n-->\n",
            "---\ntitle: Hats\n---\n\n",
            "Hats, a proposal\n\n",
            "q",
        ],
        ids=[
            "heading",
            "second-heading",
            "empty-line",
            "comment",
            "front-matter",
            "sentence",
            "stray-letter",
        ],
    )
    def test_something_may_stand_before_the_bullets(self, before: str) -> None:
        assert read("rust", before + RUST).created == date(2014, 3, 11)

    def test_a_heading_before_is_the_title(self) -> None:
        assert read("rust", "# RFC: Hats, all of them\n\n" + RUST).title == "Hats, all of them"

    def test_a_missing_bullet_is_no_matter(self) -> None:
        document = (
            "Start Date: 2018-10-19\n- RFC PR: https://example.org/1\n- React Issue: https://example.org/2\n"
        )
        found = read("react", document)
        assert (found.created, len(found.links)) == (date(2018, 10, 19), 2)

    @pytest.mark.parametrize("key", ["RFC PR #", "RFC PR", "Rust Issue(s)", "Tracking Issue", "**RFC PR**"])
    def test_keys_vary(self, key: str) -> None:
        found = read("rust", f"- {key}: https://example.org/1\n- Start Date: 2014-03-11\n")
        assert [link.target for link in found.links] == ["https://example.org/1"]

    @pytest.mark.parametrize(
        "left", ["(leave this empty)", "N/A", "TBD", "", "(fill me in with today's date, YYYY-MM-DD)"]
    )
    def test_placeholders_are_nothing(self, left: str) -> None:
        found = read("vue", f"- Start Date: {left}\n- Reference Issues: {left}\n")
        assert (found.created, found.links) == (None, ())

    def test_line_ends_of_other_systems_are_read(self) -> None:
        assert read("rust", RUST.replace("\n", "\r\n")) == read("rust", RUST)

    def test_a_bold_status_with_a_parenthesis_is_read(self) -> None:
        found = read("swift", SWIFT)
        assert (found.label, found.title) == ("SE-0012", "Hats for all")
        assert (found.decision, found.delivery) == BOTH
        assert found.word == "Implemented (Swift 5.9)"

    @pytest.mark.parametrize(
        ("status", "decision", "delivery"),
        [
            ("**Partially implemented (Swift 5.2):** The rest", DecisionState.ACCEPTED, DeliveryState.PARTLY),
            ("**Implemented with Modifications (Swift 5)**", DecisionState.ACCEPTED, DeliveryState.DELIVERED),
            ("**Status: Active Review (Aug 10...Aug 24, 2026)**", DecisionState.FINAL_COMMENT, None),
            ("**Returned for revision**", DecisionState.POSTPONED, None),
            ("**Accepted** ", DecisionState.ACCEPTED, DeliveryState.NONE),
        ],
    )
    def test_statuses_with_more_in_them(
        self, status: str, decision: DecisionState, delivery: DeliveryState | None
    ) -> None:
        found = read("swift", SWIFT.replace("**Implemented (Swift 5.9)**", status))
        assert (found.decision, found.delivery) == (decision, delivery)

    def test_nested_bullets_go_on_with_a_value(self) -> None:
        links = [link.target for link in read("swift", SWIFT).links if link.field == "implementation"]
        assert links == ["https://example.org/1", "https://example.org/2"]

    def test_authors_are_taken_out_of_links(self) -> None:
        assert read("swift", SWIFT).authors == ("Ada Example", "Bob")

    def test_a_series_of_its_own_has_its_own_label(self) -> None:
        assert read("swift", SWIFT, "proposals/testing/0012-hats.md").label == "ST-0012"

    def test_a_stub_is_told_as_one(self) -> None:
        found, problems = attempt("rust", "Moved to [0013-hats.md](0013-hats.md).\n")
        assert found is None
        assert [(one.code, one.line) for one in problems] == [("stub", 1)]

    def test_a_text_without_header_is_told(self) -> None:
        assert codes("rust", "# Hats\n\n## Summary\n\nHats.\n") == ["unread"]

    def test_the_folder_is_the_status(self) -> None:
        document = "- Start Date: 2019-01-14\n- Target Major Version: 3.x\n"
        assert read("vue", document).decision is DecisionState.ACCEPTED
        assert read("vue", document, "pending-rfcs/0012-hats.md").decision is DecisionState.OPEN


class TestRestFields:
    def test_everything_of_a_list_is_there(self) -> None:
        found = read("dep", DEP)
        assert (found.label, found.title, found.kind) == ("DEP 12", "Hats for all", "Feature")
        assert found.authors == ("Ada Example", "Bob Example")
        assert (found.decision, found.delivery) == (DecisionState.ACCEPTED, DeliveryState.NONE)

    def test_a_folder_that_says_something_else_is_told(self) -> None:
        found, problems = attempt("dep", DEP, "final/0012-hats.rst")
        assert found is not None
        assert found.decision is DecisionState.ACCEPTED
        assert [(one.code, one.line) for one in problems] == [("place-mismatch", 8)]

    def test_a_field_may_go_on(self) -> None:
        assert read("dep", DEP.replace("Ada Example, ", "Ada Example,\n   ")).authors == (
            "Ada Example",
            "Bob Example",
        )


def test_every_layout_has_a_path_that_is_its_own() -> None:
    from folkmoot.govern.proposals.layouts import all_layouts

    assert {name for name, layout in all_layouts().items() if layout.match(PATHS[name])} == set(all_layouts())


def test_what_is_missing_is_told_by_name() -> None:
    _, problems = attempt("pep", PEP.replace("Created: 03-Jul-2001\n", ""))
    assert [(one.code, str(one.what)) for one in problems] == [
        ("missing-field", "The field “created” is missing.")
    ]
