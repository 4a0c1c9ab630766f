"""Manifests and lock files of Go."""
