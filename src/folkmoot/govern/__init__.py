"""Governing: proposals, roles, rules, votes and decisions, read from git so that anybody can recompute them."""
