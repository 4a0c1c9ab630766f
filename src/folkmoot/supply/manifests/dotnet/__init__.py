"""Manifests and lock files of .NET."""
