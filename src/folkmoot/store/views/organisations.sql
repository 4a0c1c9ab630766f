-- One row per organisation known from an e-mail domain or stated by a person, with its sector where somebody
-- says it: the community, or a registry by the ending of a domain; else "".
select o.organisation, o.name, coalesce(s.sector, '') as sector
from organisation o
left join sector s on s.organisation = o.organisation
