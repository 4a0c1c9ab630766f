"""Proof that roles follow from decisions, and decisions from ballots, an electorate and a rule.

Three levels: 0 git alone (counted again, append-only), 1 SSH signatures, 2 Merkle checkpoints.
"""
