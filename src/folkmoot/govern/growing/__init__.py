"""Growing people: ladders, check-ins, thanks, mentors, and who may vote.

`deeds` reads what people did out of a store, once; everything else is a pure function of it and of the files
of roles. Nothing here promotes, ranks or scores anybody: it shows people what is there, and what only people
can do. Programs are left out before anything is counted.
"""
