"""Roles: who holds what by the files of a repository, now and through its history.

`forms/` holds one file per dialect, found by discovery. `roster` reads one commit, `history` all of them,
`tenure` says what that means, and `activity` joins it with what people did.
"""
