-- The projects being looked at. A report on one project narrows it; here it is all of them.
select project from project
