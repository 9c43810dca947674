"""The ways to send a message, what fits into each, and which one suits a person."""

from __future__ import annotations

from urllib.parse import quote

from coach.domain.models import Person

CHANNELS: dict[str, int | None] = {"email": None, "linkedin_invite": 300, "linkedin": 8000, "text": 480}
"""Characters that a channel takes, None for no limit: LinkedIn allows 300 in an invitation note and 8,000 in a message
(LinkedIn Help); 480 are three joined text messages."""


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
