-- One row per organisation known from an e-mail domain or stated by a person.
select organisation, name from organisation
