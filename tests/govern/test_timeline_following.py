"""Which versions belong to one document, through renames and new numbers."""

from pathlib import Path

from sources.git.repositories import DAY, START, Repository

from .histories import history_of, only, pep, words
from .proposals.documents import DEP, KEP, PATHS, RUST


def test_an_exact_rename_is_followed(tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    made.commit(files={"pep-0012.txt": pep("Draft")})
    made.commit(files={"pep-0012.txt": None, PATHS["pep"]: pep("Draft")})
    made.commit(files={PATHS["pep"]: pep("Final")})
    found = only(tmp_path)
    assert (words(found), found.path, found.began_at) == (["draft", "final"], PATHS["pep"], START)


def test_a_rename_with_a_change_is_followed_by_number(tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    made.commit(files={"pep-0012.txt": pep("Draft")})
    made.commit(files={"pep-0012.txt": None, PATHS["pep"]: pep("Accepted")})
    assert words(only(tmp_path)) == ["draft", "accepted"]


def test_a_new_number_is_followed_by_the_short_name(tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    made.commit(files={"draft/0000-hats.rst": DEP.replace("Accepted", "Draft")})
    made.commit(files={"draft/0000-hats.rst": None, PATHS["dep"]: DEP})
    found = only(tmp_path, "dep")
    assert (words(found), found.number) == (["draft", "accepted"], 12)


def test_numbers_given_anew_do_not_mix_documents(tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    made.commit(files={"active/0032-hats.md": RUST, "active/0068-gloves.md": RUST + "Gloves\n"})
    made.commit(
        files={
            "active/0032-hats.md": None,
            "active/0068-gloves.md": None,
            "text/0068-hats.md": RUST + "New\n",
            "text/0214-gloves.md": RUST + "New gloves\n",
        }
    )
    found = history_of(tmp_path, "rust").timelines
    assert [(one.number, one.path, one.began_at) for one in found] == [
        (68, "text/0068-hats.md", START),
        (214, "text/0214-gloves.md", START),
    ]


def test_two_documents_of_one_number_stay_two(tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    made.commit(files={"text/0007-a.md": RUST})
    made.commit(files={"text/0007-b.md": RUST + "b\n"})
    assert [one.path for one in history_of(tmp_path, "rust").timelines] == [
        "text/0007-a.md",
        "text/0007-b.md",
    ]


def test_what_was_removed_is_gone_and_may_come_back(tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    made.commit(files={PATHS["pep"]: pep("Draft"), "x": "y"})
    made.commit(files={PATHS["pep"]: None})
    assert only(tmp_path).gone_at == START + DAY
    made.commit(files={PATHS["pep"]: pep("Final")})
    found = only(tmp_path)
    assert (found.gone_at, words(found)) == (None, ["draft", "final"])


def test_a_file_beside_takes_over_from_the_text(tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    text = f"---\n{KEP.replace('implementable #', 'provisional #')}---\n\n# Hats\n"
    made.commit(files={"keps/sig-hats/12-hats/README.md": text})
    made.commit(files={PATHS["kep"]: KEP})
    made.commit(files={"keps/sig-hats/12-hats/README.md": text + "More\n"})
    made.commit(files={PATHS["kep"]: KEP.replace("implementable #", "implemented #")})
    assert words(only(tmp_path, "kep")) == ["provisional", "implementable", "implemented"]


def test_what_takes_the_place_under_the_same_title_goes_on(tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    header = KEP.replace("implementable #", "provisional #").replace("kep-number: 12\n", "")
    former = "keps/sig-hats/20190129-headgear.md"
    made.commit(
        files={former: f"---\n{header}---\n", "keps/sig-hats/20190130-gloves.md": "---\ntitle: Gloves\n---\n"}
    )
    made.commit(files={former: None, "keps/sig-hats/20190130-gloves.md": None, PATHS["kep"]: KEP})
    found = history_of(tmp_path, "kep").timelines
    assert [(one.path, one.began_at, words(one)) for one in found if one.gone_at is None] == [
        (PATHS["kep"], START, ["provisional", "implementable"])
    ]
    assert [one.path for one in found if one.gone_at is not None] == ["keps/sig-hats/20190130-gloves.md"]


def test_a_title_used_twice_proves_nothing(tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    former = "keps/sig-hats/20190129-headgear.md"
    made.commit(files={former: f"---\n{KEP}---\n", "x": "y"})
    two = {f"keps/sig-hats/{number}-{name}/kep.yaml": KEP for number, name in ((12, "hats"), (13, "caps"))}
    made.commit(files={former: None, **two})
    assert len(history_of(tmp_path, "kep").timelines) == 3
