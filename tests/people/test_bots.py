"""Programs by exact rules; people whose names merely look like it stay people."""

from __future__ import annotations

import pytest

from folkmoot.people import names
from folkmoot.people.overrides import parse_overrides
from people.crowds import crowd


@pytest.mark.parametrize(
    "identity",
    [
        "helper[bot] <1+helper[bot]@users.noreply.github.com>",
        "helper[bot] <helper@lovelace.example>",
        "Helper <1+helper[bot]@users.noreply.github.com>",
        "dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>",
        "dependabot-preview <support@dependabot.com>",
        "Renovate Bot <bot@renovateapp.com>",
        "GitHub <noreply@github.com>",
        "GitLab <noreply@gitlab.com>",
        "Gitea <gitea@fake.local>",
        "Gogs <gogs@fake.local>",
        "github-actions <action@github.com>",
        "Travis CI <travis@travis-ci.org>",
        "Hosted Weblate <hosted@weblate.org>",
        "Kubernetes Prow Robot <k8s-ci-robot@users.noreply.github.com>",
        "semantic-release-bot <semantic-release-bot@martynus.net>",
        "jekyllbot <jekyllbot@jekyllrb.com>",
        "jekyllbot <jekyllbot@users.noreply.github.com>",
        "Octokit Bot <33075676+octokitbot@users.noreply.github.com>",
        "Automated commit <actions@users.noreply.github.com>",
        "regro-cf-autotick-bot <36490558+regro-cf-autotick-bot@users.noreply.github.com>",
        "automatic conda-forge administrator <condaforge@gmail.com>",
        "Jenkins <jenkins@review.openstack.org>",
        "Jenkins <>",
        "jenkins <devops@whamcloud.com>",
        "Maloo <maloo@whamcloud.com>",
        "build bot (Jenkins) <no-reply@coreboot.org>",
        "Qt CI Bot <qt_ci_bot@qt-project.org>",
        "OpenStack Release Bot <infra-root@openstack.org>",
        "secretariat-bot <72034354+secretariat-bot@users.noreply.github.com>",
        "VSCodium CI <vscodium-ci@not-real.com>",
        "GitHub Bot <bot@github.com>",
        "StyleCI Bot <bot@styleci.io>",
        "JavaScript Translate Bot <49596073+javascript-translate-bot@users.noreply.github.com>",
        "Travis CI User <travis@ci.example>",
        "WordPress BOT <githubactionbot+wp@gmail.com>",
        "Betajobot <28572351+betajobot@users.noreply.github.com>",
        "PrometheusBot <team@prometheus.example>",
        "not-a-robot <not-a-robot@rediger.net>",
        "syzbot <syzbot+4c597a574a3f5a251bda@syzkaller.appspotmail.com>",
        "<syzbot+4c597a574a3f5a251bda@syzkaller.appspotmail.com>",
        "kernel test robot <lkp@intel.com>",
        "Hulk Robot <hulkci@huawei.com>",
        "Linux Kernel Functional Testing <lkft@linaro.org>",
        "StepSecurity Bot <bot@stepsecurity.io>",
        "CodeLingo Bot <bot@codelingo.io>",
        "EIP Review Bot <128646734+eip-review-bot@users.noreply.github.com>",
        "Nur a bot <nixpkgs-review@example.com>",
    ],
)
def test_programs(identity: str) -> None:
    found = crowd(identity, "Ada Lovelace <ada@lovelace.example>")
    assert found.bots == {identity}
    assert found.agents == set()
    assert found.resolution.persons[0].bot_rule


@pytest.mark.parametrize(
    "identity",
    [
        "Claude <noreply@anthropic.com>",
        "Claude Opus 4.5 <noreply@anthropic.com>",
        "copilot-swe-agent[bot] <198982749+Copilot@users.noreply.github.com>",
        "Copilot <175728472+Copilot@users.noreply.github.com>",
        "Cursor Agent <cursoragent@cursor.com>",
        "devin-ai-integration[bot] <1+devin-ai-integration[bot]@users.noreply.github.com>",
        "aider (some-model) <noreply@aider.chat>",
        "Codex <codex@openai.com>",
        "gemini-code-assist[bot] <1+gemini-code-assist[bot]@users.noreply.github.com>",
        "Amp <amp@ampcode.com>",
        "opencode <noreply@opencode.ai>",
        "Gemini <noreply@google.com>",
        "Anthropic Claude Opus 4 <claude@anthropic.com>",
        "Cursor AI <ai@cursor.sh>",
        "Claude:claude-3-opus coccinelle sparse <>",
        "GitHub Copilot:claude-opus-5 <>",
        "vscode:GPT-5.5 <>",
        "some/editor: Claude Opus 4.6 <>",
        "Claude Opus 4.6 <>",
        "Claude Opus 4.6 (1M context) <>",
        "claude-opus-4-6 <>",
        "GPT-5.6 Terra <>",
    ],
)
def test_ai_agents_are_programs_and_told_apart(identity: str) -> None:
    found = crowd(identity, "Ada Lovelace <ada@lovelace.example>")
    assert found.agents == found.bots == {identity}


@pytest.mark.parametrize(
    "identity",
    [
        "Greg Abbott <greg@abbott.example>",
        "Ada Lovelace <gitea@fake.local>",
        "Gitea <ada@lovelace.example>",
        "Jenkins <jenkins@lovelace.example>",
        "Automated commit <ada@lovelace.example>",
        "Abbott <abbott@lovelace.example>",
        "Pieter Botha <botha@lovelace.example>",
        "Robot Lover <robotlover@lovelace.example>",
        "Talbot <talbot@lovelace.example>",
        "botond <botond@lovelace.example>",
        "Claude <claude@lovelace.example>",
        "Claude Monet <claude@monet.example>",
        "Devin <devin@lovelace.example>",
        "Travis <travis@lovelace.example>",
        "Travis Jeffery <travis@lovelace.example>",
        "not-a-robot <ada@lovelace.example>",
        "fetchbot <fetchbot@users.noreply.github.com>",
        "pscabot <1+pscabot@users.noreply.github.com>",
        "Stefan Chrobot <stefanchrobot@users.noreply.github.com>",
        "VSCodium <ada@lovelace.example>",
        "Jenkins <l.jenkins@lovelace.example>",
        "Copilot Kim <copilot@lovelace.example>",
        "Copilot <copilot@noreply.codeberg.org>",
        "Claude <claude@anthropic.com>",
        "Claude <>",
        "Claude Opus <>",
        "Claude 2nd Monet <claude@monet.example>",
        "Claude: thanks a lot <claude@monet.example>",
        "Claude Opus 4.6 <ada@lovelace.example>",
        "Ada: Claude <>",
        "Vscode: <>",
        "Gemini <gemini@lovelace.example>",
        "Ada Lovelace (aider) <ada@lovelace.example>",
        "Ada Lovelace <noreply@github.com>",
        "[bot] <ada@lovelace.example>",
    ],
)
def test_people_stay_people(identity: str) -> None:
    assert crowd(identity).bots == set()


def test_one_program_under_two_addresses_is_one() -> None:
    found = crowd(
        "dependabot[bot] <1+dependabot[bot]@users.noreply.github.com>", "dependabot <support@dependabot.com>"
    )
    assert found.is_one_person
    assert found.rules == {"same program"}


def test_two_programs_stay_two() -> None:
    assert crowd(
        "bors <bors@rust-lang.org>", "mergify[bot] <1+mergify[bot]@users.noreply.github.com>"
    ).are_strangers


def test_a_person_is_never_joined_to_a_program() -> None:
    found = crowd(
        "helper[bot] <ada@lovelace.example>", "Ada Lovelace <ada@lovelace.example>", accepted=[(1, 2)]
    )
    assert found.bots == {"helper[bot] <ada@lovelace.example>"}
    assert found.are_strangers


def test_a_busy_name_that_sounds_like_a_program_is_only_proposed() -> None:
    written = "release-bot <r@lovelace.example>"
    assert crowd(written, commits=[300]).proposed == {frozenset({written})}
    assert crowd(written, commits=[300]).bots == set()
    assert crowd(written, commits=[25]).proposed == {frozenset({written})}
    assert crowd(written, commits=[24]).proposed == set()
    assert crowd("Abbott <a@lovelace.example>", commits=[300]).proposed == set()
    assert crowd("Ada Talbot <a@lovelace.example>", commits=[300]).proposed == set()


def test_one_word_that_ends_in_bot_is_asked_about() -> None:
    written = "mootbot <m@lovelace.example>"
    assert crowd(written, commits=[300]).proposed == {frozenset({written})}
    assert crowd(written, commits=[300]).bots == set()


def test_a_human_decides_what_is_a_program() -> None:
    written = "release-bot <r@lovelace.example>"
    assert crowd(written, commits=[300], accepted=[(1, 1)]).bots == {written}
    refused = crowd(written, commits=[300], rejected=[(1, 1)])
    assert (refused.bots, refused.proposed) == (set(), set())
    assert crowd("helper[bot] <h@lovelace.example>", rejected=[(1, 1)]).bots == set()


@pytest.mark.parametrize(("kind", "is_bot", "is_ai"), [(b"bot", 1, 0), (b"ai", 1, 1), (b"person", 0, 0)])
def test_a_statement_outranks_the_lists(kind: bytes, is_bot: int, is_ai: int) -> None:
    stated = parse_overrides({"x.toml": b'kind = "' + kind + b'"\nidentities = ["noreply@anthropic.com"]'})
    (person,) = crowd("Claude <noreply@anthropic.com>", overrides=stated).resolution.persons
    assert (person.is_bot, person.is_ai) == (is_bot, is_ai)


@pytest.mark.parametrize("file", ["bots.toml", "ai.toml"])
def test_every_entry_of_the_lists_can_match_and_says_why(file: str) -> None:
    entries = names.data(file)["bot"]
    assert len({entry["id"] for entry in entries}) == len(entries)
    for entry in entries:
        assert entry["reason"]
        texts = [*entry.get("names", ()), *entry.get("emails", ()), *entry.get("logins", ())]
        assert texts
        assert texts == [" ".join(text.casefold().split()) for text in texts]
