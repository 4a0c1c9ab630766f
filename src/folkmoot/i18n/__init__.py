"""Messages for people: written once in English, translated where they are rendered."""

from folkmoot.i18n.message import Message, Text, say

__all__ = ["Message", "Text", "say"]
