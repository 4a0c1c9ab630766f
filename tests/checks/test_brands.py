"""Advice in the words of the forge at hand, in every room."""

from __future__ import annotations

import pytest

from checks.trees import ground
from folkmoot.checks import all_checks
from folkmoot.checks._brands import brand_of, in_its_words
from folkmoot.i18n import say
from folkmoot.model.check import Ground
from folkmoot.model.forge_settings import BranchRules, ForgeSettings
from folkmoot.model.past import Past, RanBefore

ADVICE = {"": "elsewhere", "gitlab": "at GitLab"}
AT = {"github": ".github/x", "gitlab": ".gitlab-ci.yml", "forgejo": ".forgejo/x", "gitea": ".gitea/x"}
FILES = {"main.js": "let x = 1;\n", "package.json": '{"dependencies": {"a": "^1.0.0"}}\n'}


@pytest.mark.parametrize(
    ("files", "brand"),
    [
        ((".gitlab-ci.yml",), "gitlab"), ((".forgejo/workflows/a.yml",), "forgejo"),
        ((".gitea/x",), "gitea"), ((".github/dependabot.yml",), "github"), (("a.c",), ""), ((), ""),
        ((".gitlab-ci.yml", ".github/x"), ""), (("docs/.gitlab-ci.yml",), ""),
    ],
)  # fmt: skip
def test_files_tell_of_the_forge_where_one_alone_left_some(files: tuple[str, ...], brand: str) -> None:
    assert brand_of(ground(dict.fromkeys(files, ""))) == brand


def test_the_forge_itself_knows_better_than_files() -> None:
    made = ground({".gitlab-ci.yml": ""})
    made.forge = ForgeSettings("gitea", "https://forge.example")
    assert brand_of(made) == "gitea"


@pytest.mark.parametrize(("path", "words"), [(".gitlab-ci.yml", "at GitLab"), ("README", "elsewhere")])
def test_advice_is_given_in_the_words_of_the_forge(path: str, words: str) -> None:
    assert in_its_words(ADVICE, ground({path: ""})) == words
    assert in_its_words("everywhere", ground({path: ""})) == "everywhere"


def remedy(identifier: str, made: Ground) -> str:
    """Give what one check advises."""
    return say(all_checks()[identifier].decide(made).remedy)


@pytest.mark.parametrize(
    ("brand", "words"),
    [
        ("github", "Rulesets"), ("gitlab", "Pipelines must succeed"), ("forgejo", "Enable status check"),
        ("gitea", "Enable status check"), ("other", "settings of the default branch"),
    ],
)  # fmt: skip
def test_tests_before_the_merge_are_asked_for_in_the_menus_of_the_forge(brand: str, words: str) -> None:
    made = ground({"main.py": "x = 1\n"})
    made.forge = ForgeSettings(brand, "https://forge.example", branch=BranchRules())
    made.past = Past(1_700_000_000, 1, ran=RanBefore(heads=4, tested=1))
    assert words in remedy("scorecard-ci-tests", made)


@pytest.mark.parametrize(
    ("identifier", "brand", "words"),
    [
        ("scorecard-sast", "github", "Advanced Security"), ("scorecard-sast", "gitlab", "SAST.gitlab-ci.yml"),
        ("scorecard-sast", "gitea", "Let a pipeline run"),
        ("scorecard-dependency-update-tool", "github", "dependabot.yml"),
        ("scorecard-dependency-update-tool", "gitlab", "Renovate"),
        ("change-template", "github", ".github/PULL"), ("change-template", "gitlab", ".gitlab/merge_request"),
        ("change-template", "forgejo", ".forgejo/PULL"), ("change-template", "gitea", ".gitea/PULL"),
        ("issue-template", "gitlab", ".gitlab/issue_templates"), ("issue-template", "gitea", ".gitea/issue"),
        ("funding", "github", ".github/FUNDING.yml"), ("funding", "gitlab", "README"),
    ],
)  # fmt: skip
def test_advice_names_what_is_there_at_the_forge(identifier: str, brand: str, words: str) -> None:
    assert words in remedy(identifier, ground({**FILES, AT[brand]: ""}))


@pytest.mark.parametrize("brand", ["gitlab", "forgejo", "gitea"])
def test_no_advice_names_menus_of_github_elsewhere(brand: str) -> None:
    made = ground({**FILES, AT[brand]: ""})
    made.past = Past(1_700_000_000, 1, ran=RanBefore(heads=4, tested=1))
    told = [say(check.decide(made).remedy) for check in all_checks().values()]
    of_github = ("Rulesets", "Advanced Security", "dependabot.yml", ".github/")
    assert [each for each in told if any(words in each for words in of_github)] == []
