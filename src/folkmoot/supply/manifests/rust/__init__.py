"""Manifests and lock files of Rust."""
