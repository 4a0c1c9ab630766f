"""A forge on this machine, for trying and testing: it executes GitHub's published schema over its own data.

    python tools/fake_forge [--dump archive.json.gz] [--port 8080] [switches]

Then `folkmoot report PATH --forge github+http://127.0.0.1:8080/OWNER/NAME` with any token. The data is an
invented community, or what an IETF-style dump holds. Switches make it fail as real forges do.
"""
