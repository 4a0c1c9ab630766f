"""Hostile files of dependencies read into plain values: bounded, nothing executed, nothing followed."""
