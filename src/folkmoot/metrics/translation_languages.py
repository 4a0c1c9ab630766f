"""Languages of translations.

Question:
    Which languages is the project translated into?

Why it matters:
    Every language opens the project to people who would not have come in English; one that nobody keeps up
    tells them half-truths.

How it is counted:
    Files of the tree that are translations, by their language, both told by the path alone (po/de.po,
    locales/pt-BR.json, values-fr/strings.xml, docs/zh/, README.ja.md); n is the number of files, and so is
    the value. The events are the commits that changed those files. Where English is the only one, the texts
    are ready to be translated and nobody has done so: that is none.

What it does not tell:
    How complete or how good a translation is. Translations kept elsewhere, such as in a wiki or a service,
    are not seen. Catalogues in the project's own language count as one of the languages.

References:
    BCP 47, the form of the language tags: https://www.rfc-editor.org/info/bcp47
"""

from folkmoot.metrics._unanswered import NO_TRANSLATIONS
from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Label, Metric, Shape, Unit

FOREIGN = """
        with foreign_files as (
            select count(*) as many from files
            where locale <> '' and locale <> 'en' and locale not like 'en-%'
        )"""

METRIC = Metric(
    id="translation-languages",
    version=4,
    title="Languages",
    question="Which languages is the project translated into?",
    page="knowledge",
    unit=Unit.FILES,
    better=Better.NEITHER,
    shape=Shape.BREAKDOWN,
    label=Label.WORD,
    needs=(Kind.COMMIT,),
    sql=FOREIGN
    + """
        select cast(0 as bigint) as period, locale as label, count(*) as value, count(*) as n
        from files cross join foreign_files
        where locale <> '' and many > 0
        group by locale
    """,
    events=FOREIGN
    + """
        select distinct cast(0 as bigint) as period, locale as label, event, path
        from touches cross join foreign_files
        where locale <> '' and in_tree = 1 and many > 0
    """,
    definition="https://www.rfc-editor.org/info/bcp47",
    order=70,
    nothing=NO_TRANSLATIONS,
)
