"""The command line: one file per command, found by discovery; nothing is computed here."""
