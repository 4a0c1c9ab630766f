-- Accounts that were not known, and the identity of each under its address for commits at the forge.
create or replace temp table newcomer as
select (select coalesce(max(identity), 0) from identity) + row_number() over (order by low) as identity,
    first_login as login, is_bot
from (
    select lower(login) as low, min(login) as first_login, cast(max(is_bot) as integer) as is_bot
    from (
        select actor as login, ends_with(actor, '[bot]') as is_bot from said
        union all select author, author_is_bot or ends_with(author, '[bot]') from said
        union all select speaker, speaker_is_bot or ends_with(speaker, '[bot]') from said
        union all select merged_by, ends_with(merged_by, '[bot]') from said
    ) where login <> '' group by low
) found
anti join (select lower(login) as low from account where host = 'github.com') known using (low);
insert into account select identity, 'github.com', login, is_bot from newcomer;
insert into identity
select identity, 'github.com', shown, shown || '@users.noreply.github.com' from (
    select identity, case when is_bot = 1 and not ends_with(login, '[bot]') then login || '[bot]'
        else login end as shown from newcomer);
create or replace temp table who as
    select lower(login) as login, min(identity) as identity from account where host = 'github.com'
    group by all;
