"""Rules for yes/no decisions: the presets, rules of a community's own, and what follows from votes."""

from folkmoot.govern.rules.deciding import Concern, Decision, Outcome, decide
from folkmoot.govern.rules.presets import all_presets, preset
from folkmoot.govern.rules.reading import rule_from

__all__ = ["Concern", "Decision", "Outcome", "all_presets", "decide", "preset", "rule_from"]
