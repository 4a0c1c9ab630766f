"""An end that is told in another language than English, and what is told of something else with its words."""

from __future__ import annotations

import tomllib
import unicodedata
from importlib.resources import files

import pytest

from folkmoot.checks.community.declared_end import declared

TABLE = tomllib.loads(
    files("folkmoot.checks.community").joinpath("declared_ends.toml").read_text(encoding="utf-8")
)
SENTENCES = [one for words in TABLE.values() for one in words["sentences"]]
THEN = [(words["sentences"][0], then) for words in TABLE.values() for then in words["then"]]
LINES = [one for words in TABLE.values() for one in words["lines"]]


def test_the_table_has_its_languages() -> None:
    assert {
        "German", "French", "Spanish", "Portuguese", "Italian", "Russian", "Chinese_simplified",
        "Chinese_traditional", "Japanese", "Korean",
    } == set(TABLE)  # fmt: skip


@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_table_is_written_as_it_is_compared(sentence: str) -> None:
    assert sentence == unicodedata.normalize("NFC", sentence).lower().replace("’", "'")
    assert sentence == " ".join(sentence.split())


@pytest.mark.parametrize("sentence", SENTENCES)
def test_every_sentence_is_found_where_it_begins_a_paragraph(sentence: str) -> None:
    shown = sentence[0].upper() + sentence[1:]
    end = "、" if sentence.endswith(("ており", "され")) else "。" if ord(sentence[0]) > 0x2E80 else "."
    assert declared(f"# Oar\n\n{shown}{end}\n") == 3
    assert declared(f"# Oar\n\n> [!WARNING]\n> **{shown.upper()}{end}**\n") == 4


@pytest.mark.parametrize("sentence", SENTENCES)
def test_no_sentence_is_found_in_the_middle_of_another(sentence: str) -> None:
    assert declared(f"# Oar\n\nPaddles, Rowan, {sentence}, oars remain.\n") == 0
    assert declared(f"# Oar\n\nAsk Rowan about paddles, for\n{sentence}.\n") == 0
    assert declared(f"# Oar\n\nTheir page says: 「{sentence}」, as of spring.\n") == 0


@pytest.mark.parametrize(("sentence", "then"), THEN)
def test_a_sentence_may_go_on_with_these_words(sentence: str, then: str) -> None:
    going_on = f"{then}。" if ord(then[0]) > 0x2E80 else f" {then} oars"
    assert declared(f"# Oar\n\n{sentence}{going_on}\n") == 3


@pytest.mark.parametrize("line", LINES)
def test_a_line_counts_as_a_heading_or_emphasised(line: str) -> None:
    assert declared(f"# Oar\n\nRows.\n\n## ⚠️ {line.upper()}!\n") == 5
    assert declared(f"# Oar — {line.upper()}\n") == 1
    assert declared(f"# Oar\n\n**{line}.**\n") == 3
    assert declared(f"# Oar\n\nRows.\n{line}.\n") == 0
    assert declared(f"# Oar\n\n## {line} & more\n") == 0


@pytest.mark.parametrize(
    "text",
    [
        "# Oar\n\n> **Hinweis:** Dieses Projekt wird nicht mehr gepflegt.\n",
        "# Oar\n\n:warning: **Dieses Projekt wird nicht mehr gepflegt, da es Motoren gibt.**\n",
        "# ⚠️ Ce dépôt n’est plus maintenu, il est remplacé par Paddle\n",
        "# Oar\n\n> **Ce dépôt est archivé depuis le 2024-06-28.** Pagayez.\n",
        "Ce projet n'est plus maintenu depuis 2018.\n",
        "# Oar\n\n> [!IMPORTANT]\n> **Este proyecto ya no se mantiene y existe solo para estudio.**\n",
        "# Oar\n\nEste repositorio está archivado (solo lectura).\n",
        "# Oar\n\n**Este repositório foi arquivado em 09/09/2024.**\n",
        "# Oar\n\n⚠️ Attenzione! Questo progetto non è più manutenuto dai suoi autori. Remate.\n",
        "> Stato: deprecato dal 29/09/2024. Questo progetto non è più mantenuto.\n",
        "# Внимание!\nЭтот проект больше не поддерживается.\n",
        "## Внимание: проект больше не поддерживается\n",
        "# 此项目已停止维护，请使用桨\n",
        "# 桨\n\n> **本项目已停止维护（2024-09）**\n",
        "# 桨\n\n**注意: 本项目不再维护更新！**\n",
        "# 桨\n\n> ## 🗄️ **此專案已封存（Archived）**\n",
        "# オール\n\n> [!NOTE]\n> このプロジェクトは開発を終了しており、現在はメンテナンスされていません。\n",
        "# オール\n\n> [!CAUTION]\n> 艇庫は閉じました。\n>\n> このリポジトリはアーカイブされています。\n",
        "# 노\n\n> **⚠️ 이 저장소는 아카이브되었습니다** (2024-07-21).\n",
        "# Oar\n![](oar.svg)\nDieses Repository ist archiviert.\n",
        "# Oar\n\nRudert.<br>\nDieses Repository ist archiviert.\n",
        "# Oar\n\n" + unicodedata.normalize("NFD", "Este repositório está arquivado.") + "\n",
    ],
)
def test_what_says_that_it_has_ended(text: str) -> None:
    assert declared(text) > 0


@pytest.mark.parametrize(
    "text",
    [
        "# Oar\n\nDiese Funktion ist veraltet.\n",
        "# Oar\n\nDieses Projekt wird nicht mehr aktiv weiterentwickelt; Fehler werden behoben.\n",
        "# Oar\n\nDieses Projekt wird nicht mehr gepflegt als andere.\n",
        "# Oar\n\nCette fonction n'est plus maintenue.\n",
        "# Oar\n\nCe dépôt est archivé sur Zenodo : https://doi.test/10\n",
        "# Oar\n\nLe jour où ce projet est abandonné, le bateau reste lisible.\n",
        "# Oar\n\nLa rame venait d'un atelier voisin.\nCe projet a été abandonné en 2003, avant celui-ci.\n",
        "# Oar\n\nEsta función está obsoleta.\n",
        "# Oar\n\nEste proyecto ya no se mantiene solo con remos.\n",
        "# Oar\n\nEste repositório está arquivado no Zenodo com DOI permanente.\n",
        "# Oar\n\nEste projeto está descontinuado de momento.\n",
        "# Oar\n\nQuesta funzione è deprecata. Questo progetto è mantenuto.\n",
        "# Oar\n\nПроект больше не поддерживается, так что Ада сделала весло сама.\n",
        "# Oar\n\nЭта функция больше не поддерживается.\n",
        "# 桨\n\n本项目不再维护旧的桨，只保留新的桨。\n",
        "# 桨\n\n本项目已废弃所有本地缓存。\n",
        "# 桨\n\n如果本项目已停止维护，请自行维护。\n",
        "# 桨\n\n此函数已废弃。\n",
        "# 槳\n\n本專案不再維護獨立的播放清單。\n",
        "# オール\n\nこの関数は非推奨です。\n",
        "# オール\n\nこのリポジトリはアーカイブされます。\n",
        "# オール\n\nREADME は「このリポジトリは非推奨です。」で始まる。\n",
        "# 노\n\n이 프로젝트는 더 이상 유지보수되지 않는 젓개를 포팅한 것입니다.\n",
        "# 노\n\n이 함수는 더 이상 사용되지 않습니다.\n",
        "# Oar\n\n~~**Dieses Projekt wurde eingestellt.**~~ Ada rudert weiter.\n",
        "# Oar\n\n~~This project is no longer maintained.~~ Bob rows on.\n",
        "# Oar\n\n<del>This project is no longer maintained.</del> Bob rows on.\n",
    ],
)
def test_what_only_sounds_like_it(text: str) -> None:
    assert declared(text) == 0
