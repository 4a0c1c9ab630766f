-- The identity of every account, under its address for commits at the forge.
create or replace temp table who as
    select lower(login) as login, min(identity) as identity from account where host = 'github.com'
    group by all;
