-- Accounts that were not known yet; each gets its number in Python (see `archive_facts.py`).
create or replace temp table newcomer as
select first_login as login, is_bot
from (
    select lower(login) as low, min(login) as first_login,
        cast(max(is_bot or ends_with(login, '[bot]')) as integer) as is_bot
    from (
        -- most names come many times, and are looked at once
        select login, max(is_bot) as is_bot from (
            select actor as login, false as is_bot from told
            union all select author, author_is_bot from said
            union all select speaker, speaker_is_bot from said
            union all select merged_by, false from said
        ) where login <> '' group by login
    ) group by low
) found
anti join (select lower(login) as low from account where host = 'github.com') known using (low)
order by first_login;
