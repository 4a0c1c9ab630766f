"""Messages for people: written once in English, translated where they are rendered."""

from folkmoot.i18n.message import Absence, Message, Text, say

__all__ = ["Absence", "Message", "Text", "say"]
