"""Files that a community is expected to have: what newcomers, users and researchers look for first."""
