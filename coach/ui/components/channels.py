"""The ways to send a message, what fits into each, and which one suits a person."""

from __future__ import annotations

from urllib.parse import quote

from coach.domain.models import Person
from coach.drafting import channels as drafting

CHANNELS: dict[str, int | None] = {name: one.max_characters or None for name, one in drafting.CHANNELS.items()}
"""Characters that a channel takes, None where words are counted."""


def likely(person: Person) -> str:
    """The channel by what is known of a person: e-mail, then LinkedIn, then a text."""
    known = {channel.type for channel in person.channels}
    if "email" in known:
        return "email"
    if "linkedin" in known:
        return "linkedin" if person.relation == "known" else "linkedin_invite"
    return "text" if "phone" in known else "email"


def address(person: Person, kind: str) -> str:
    return next((channel.value for channel in person.channels if channel.type == kind), "")


def sms(person: Person, text: str) -> str:
    return f"sms:{quote(address(person, 'phone'), safe='+')}?&body={quote(text)}"
