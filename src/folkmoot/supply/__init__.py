"""The supply chain: what a project is made of, by name, version and licence, and what is known against it."""
