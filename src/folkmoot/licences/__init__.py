"""Licences: which one a text is, what an expression says, and which do not go together."""
