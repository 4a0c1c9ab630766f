"""Proof that roles follow from decisions, and decisions from ballots, an electorate and a rule.

Everything is counted again from git alone; a checkpoint (a Merkle root) also finds a rewritten history.
"""
