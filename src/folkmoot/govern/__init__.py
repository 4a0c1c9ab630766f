"""How a community decides: rules, votes, elections, proposals, roles and decisions, recomputed by anyone."""
