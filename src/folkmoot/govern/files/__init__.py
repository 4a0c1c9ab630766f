"""A community's own files in `.folkmoot/`: read with distrust, written as plain text that people can edit."""
