-- One row per time, from `since_ts` until before `until_ts`, in which somebody says to work for nobody.
select person, since as since_ts, until as until_ts from affiliation where organisation = 0
