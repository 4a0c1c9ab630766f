"""Translators per language.

Question:
    How many people keep up each translation?

Why it matters:
    Most translations are the work of one person, and nobody notices when that person leaves. A language
    without anybody is a good first task for the next newcomer who speaks it.

How it is counted:
    People who changed a translation of the language in the last 12 months, bots left out; a commit that
    touches more than `most_languages` languages is upkeep of the files, not translation, and does not count;
    nor does who changed more than `most_of_one` languages, in however many commits: they bring what others
    translated. n is the number of commits. A language that is in the tree and that nobody changed is given
    with 0; one that only bots, such upkeep or such people changed has no number. Where English is the only
    language in the tree and in those changes, there is no translation.

What it does not tell:
    Translators whose work arrives through a service or another person's commit without a trailer are not
    seen; co-authors are not counted here.

References:
    CHAOSS, Types of Contributions: https://chaoss.community/kb/metric-types-of-contributions/
"""

from folkmoot.metrics._unanswered import NO_TRANSLATIONS
from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Label, Metric, Shape, Unit

DONE = """
        with done as (
            select t.event as act, t.person as who, t.locale as tongue
            from touches t cross join clock k
            where t.is_bot = 0 and t.locale <> '' and t.ts > k.year_ago_ts
        ),
        careful as (
            select act as kept from done group by act having count(distinct tongue) <= {most_languages}
        ),
        kept_acts as (
            select d.tongue, d.who, d.act from done d join careful c on c.kept = d.act
        ),
        bearers as (
            select who as bearer from kept_acts group by who having count(distinct tongue) > {most_of_one}
        ),
        translated as (
            select a.tongue as label, a.who, a.act from kept_acts a left join bearers b on b.bearer = a.who
            where b.bearer is null
        ),
        own as (
            select distinct act as own_act from translated
        ),
        by_others as (
            select distinct t.locale as label from touches t cross join clock k
            left join own o on o.own_act = t.event
            where t.locale <> '' and t.in_tree = 1 and t.ts > k.year_ago_ts and o.own_act is null
        ),
        everything as (
            select label, who, act, 0 as unseen from translated
            union all
            select locale as label, 0 as who, '' as act, 0 as unseen from files where locale <> ''
            union all
            select label, 0 as who, '' as act, 1 as unseen from by_others
        ),
        foreign_words as (
            select count(*) as many from everything where label <> 'en' and label not like 'en-%'
        )"""

METRIC = Metric(
    id="translators",
    version=5,
    title="Translators",
    question="How many people keep up each translation?",
    page="knowledge",
    unit=Unit.PEOPLE,
    better=Better.HIGHER,
    shape=Shape.BREAKDOWN,
    label=Label.WORD,
    needs=(Kind.COMMIT,),
    parameters={"most_languages": 3, "most_of_one": 5},
    sql=DONE
    + """
        select cast(1 as bigint) as period, label,
            case when max(who) > 0 or max(unseen) = 0
                then count(distinct case when who > 0 then who end) end as value,
            count(distinct case when who > 0 then act end) as n
        from everything cross join foreign_words
        where many > 0
        group by label
    """,
    events=DONE
    + """
        select distinct cast(1 as bigint) as period, label, act as event
        from translated cross join foreign_words
        where many > 0
    """,
    caveat="Where only bots, or people who changed many languages, changed one, who translated is not known.",
    definition="https://chaoss.community/kb/metric-types-of-contributions/",
    order=75,
    nothing=NO_TRANSLATIONS,
    all_unknown=(
        "In the last 12 months only bots, or people who changed many languages, changed the "
        "translations; who translated them git does not tell here."
    ),
)
