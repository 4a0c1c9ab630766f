"""Manifests and lock files of PHP."""
