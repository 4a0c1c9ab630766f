"""What pages say about governing: roles, proposals and decisions, read from git when a report is made.

The store is never the truth about a vote: everything here follows from the files of the repository at one
commit and their history. What is dear to work out is remembered by commit.
"""
