"""Proposals as communities keep them in git, whatever they call them and however they write their headers.

`dialects/` knows how a header is written, one file each; `layouts/` knows where a community keeps its
documents and what its status words mean, one file each. Both are found by discovery.
"""
