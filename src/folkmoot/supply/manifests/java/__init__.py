"""Manifests and lock files of Java."""
