"""Names of languages as files carry them: pt_BR, zh-Hans, values-fr's `fr`, sr@latin, all from a closed list.

The lists are closed on purpose. A folder called `ui`, `ci` or `js` is no language, and a pattern such as
"two letters" would make it one. Source: ISO 639-1 whole; those languages of ISO 639-3 that free software is
translated into; ISO 3166-1; the form given back is that of BCP 47 (language-Script-REGION).
"""

from __future__ import annotations

import re
from functools import lru_cache

from folkmoot.model.path_names import words

LANGUAGES = words(
    """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz
    ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik
    io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml
    mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd
    se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi
    vo wa wo xh yi yo za zh zu
    ace ach ast bal ban bcl ber bho brx ceb chr ckb cmn crh csb doi dsb fil frp fur gsw hne hsb ilo jbo kab
    kok ksh lij lmo ltg lzh mai mjw mni mnw nan nap nds nso pap pms rue sah sat scn sco shn shs skr son szl
    tet tlh tok tzm vec vep wal yue zgh
    """
)
"""Every language code taken for a language where the place says that translations are kept there."""

MAIN_LANGUAGES = LANGUAGES - words(
    """
    aa ab ae ak am an as av ay ba be bh bi bm bo br ce ch co cr cu cv cy dv dz ee ff fj fo fy ga gd gn gv ha
    ho ht hz ia ie ig ii ik io is iu jv kg ki kj kl km kn kr ks ku kv kw ky la lb lg li ln lo lu mg mh mi ml
    mr mt my na nd ne ng no nr nv ny oc oj om or os pa pi ps qu rm rn rw sa sc sd se sg si sm sn so ss st su
    tg ti tk tl tn to ts tt tw ty ug ve vo wa wo xh yi yo za zu
    ace ach bal ban ber son wal doi
    """
)
"""Codes taken for a language even where nothing but the code speaks for it; those that are words,
abbreviations or file types as well (`is`, `io`, `ml`, `ts`, `to`) need their region or a better place."""

_REGIONS = words(
    """
    AD AE AF AG AI AL AM AO AR AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BW BY BZ CA CD CF
    CG CH CI CL CM CN CO CR CU CV CW CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FO FR GA GB GD GE GH GI
    GL GM GN GQ GR GT GW GY HK HN HR HT HU ID IE IL IN IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KZ
    LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MK ML MM MN MO MR MT MU MV MW MX MY MZ NA NE NG NI NL NO
    NP NZ OM PA PE PG PH PK PL PR PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV
    SY SZ TC TD TG TH TJ TL TM TN TO TR TT TW TZ UA UG UK US UY UZ VA VC VE VN VU WS XK YE ZA ZM ZW
    001 150 419
    """
)
_SCRIPTS = frozenset(
    ["Adlm", "Arab", "Beng", "Cyrl", "Deva", "Hans", "Hant", "Hebr", "Latn", "Olck", "Tfng", "Thai"]
)
_VARIANTS = {
    "latin": "Latn",
    "latn": "Latn",
    "cyrillic": "Cyrl",
    "ijekavian": "ijekavsk",
    "valencia": "valencia",
}
_COUNTRY_FOR_LANGUAGE = {"cn": "zh-CN", "jp": "ja", "kr": "ko"}
_TAG = re.compile(
    r"(?:b\+)?([A-Za-z]{2,3})((?:[-_+@](?:r(?=[A-Z]{2}$))?[A-Za-z0-9]{2,9}){0,2})(?:\.[Uu][Tt][Ff]-?8)?"
)
_PARTS = re.compile(r"[-_+@]")


@lru_cache(maxsize=8192)
def locale_of(text: str) -> str:
    """Give the language tag that `text` is, in the form of BCP 47, or "" where it is none.

    Understands gettext (pt_BR, sr@latin), Android (pt-rBR, b+sr+Latn), BCP 47 (zh-Hans-CN) and lower case
    (zh-cn). The whole text must be the tag.
    """
    match = _TAG.fullmatch(text) if len(text) <= 24 else None
    if match is None:
        return ""
    language = match[1].lower()
    if language not in LANGUAGES or (len(match[1]) == 3 and match[1] != language):
        return ""
    parts = [language]
    for part in _PARTS.split(match[2])[1:]:
        subtag = _subtag(part)
        if not subtag:
            return ""
        parts.append(subtag)
    return "-".join(parts)


def plain_locale_of(text: str) -> str:
    """Give the language tag that `text` is where nothing else speaks for it, or "".

    A code that is a word as well counts only with its region. The countries cn, jp and kr, which are no
    languages, are what many people write for Chinese, Japanese and Korean.
    """
    lower = text.lower()
    if lower in _COUNTRY_FOR_LANGUAGE:
        return _COUNTRY_FOR_LANGUAGE[lower]
    found = locale_of(text)
    return found if "-" in found or found in MAIN_LANGUAGES else ""


def _subtag(part: str) -> str:
    if part[:1] == "r" and part[1:] in _REGIONS:
        return part[1:]
    if part.upper() in _REGIONS:
        return part.upper()
    if part.title() in _SCRIPTS:
        return part.title()
    return _VARIANTS.get(part.lower(), "")
