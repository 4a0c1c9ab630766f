"""The audit: practice held against the community's own written rules.

`rules/` holds one file per question, found by discovery. `practice` reads what they look at, once; each rule
is a pure function of it. Which questions belong together is data: `views/profiles/`.
"""
