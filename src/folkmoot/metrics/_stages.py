"""A piece of SQL by which metrics ask how far those came who looked: to a word, and to a merged change."""

STAGES = """
        with looked as (
            select a.person as person
            from acts a cross join clock k
            where a.kind in ('star', 'fork') and a.is_bot = 0 and a.person > 0 and a.ts > k.year_ago_ts
            group by a.person
        ),
        spoke as (
            select person from items where is_change = 0 and person > 0
            union distinct
            select person from interactions where person > 0
        ),
        landed as (
            select person from items where is_change = 1 and is_merged = 1 and person > 0 group by person
        ),
        nested as (
            select l.person as person, case when s.person is null then 0 else 1 end as is_second,
                case when s.person is null or m.person is null then 0 else 1 end as is_third
            from looked l
            left join spoke s on s.person = l.person
            left join landed m on m.person = l.person
        )"""
"""The table `nested`: who looked in the last 12 months. Who is of the third stage is of the second, too."""
