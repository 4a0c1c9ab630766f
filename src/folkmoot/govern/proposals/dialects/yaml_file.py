"""A YAML file beside the document: `kep.yaml` (Kubernetes)."""

from __future__ import annotations

from folkmoot.govern.proposals.header import Dialect, Header
from folkmoot.govern.proposals.yaml_fields import glance_fields, read_fields


def read(text: str) -> Header | None:
    """Read the whole text as YAML; see Dialect."""
    return read_fields(text, 1)


def glance(text: str) -> Header | None:
    """Read the keys at the left margin only."""
    return glance_fields(text, 1)


DIALECT = Dialect("yaml", "A YAML file beside the document", read, glance, (".yaml", ".yml"))
