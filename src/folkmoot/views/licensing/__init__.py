"""Licences as panels: what is stated, what contradicts, what files and dependencies say, what conflicts."""
