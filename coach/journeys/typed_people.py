"""A person as somebody types them in: what cannot be right is refused, with the value and the way to write it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from coach.domain.models import Channel, Person
from coach.domain.naming import writings
from coach.errors import InputError
from coach.intake.contacts import EMAIL, PHONE, page
from coach.storage.store import Store

LONGEST_NAME = 200
"""Characters: a longer one is a text that got into the wrong field, and fills every list."""
_HANDLE = re.compile(r"@?[\w-]{3,100}")


def name_typed(name: str) -> str:
    """The name as one line; a blank one as it is. Raises InputError for one that is too long."""
    line = " ".join(name.split())
    if len(line) > LONGEST_NAME:
        raise InputError(
            "The name has {length:,} characters; {most} are the most.",
            "Shorten it; the rest can go into a note.",
            length=len(line),
            most=LONGEST_NAME,
        )
    return line or name


def channels_typed(typed: Mapping[str, str], known: Person | None = None) -> tuple[Channel, ...]:
    """The ways to reach somebody, of e-mail, LinkedIn and phone. What `known` has already is not looked at again.

    Raises InputError for what is none.
    """
    kept = {(one.type, one.value): one for one in known.channels} if known else {}
    values = ((kind, value.strip()) for kind, value in typed.items() if value.strip())
    return tuple(next((one for key, one in kept.items() if key == had), None) or _channel(*had) for had in values)


def _channel(kind: str, value: str) -> Channel:
    if kind == "email":
        return _email(value.removeprefix("mailto:"))
    if kind == "phone":
        return _phone(value.removeprefix("tel:"))
    return _linkedin(value)


def _email(value: str) -> Channel:
    if not EMAIL.match(value):
        raise InputError(
            "The e-mail address {value!r} cannot be right.",
            "Write it like ana@example.org, or leave it out.",
            value=value,
        )
    return Channel(type="email", value=value)


def _phone(value: str) -> Channel:
    if not PHONE.match(value):
        raise InputError(
            "The phone number {value!r} cannot be right.", "Write it like +49 30 1234567, or leave it out.", value=value
        )
    return Channel(type="phone", value=value)


def _linkedin(value: str) -> Channel:
    bare = value.removeprefix("in/").removeprefix("/in/").rstrip("/")
    whole = f"https://www.linkedin.com/in/{bare.removeprefix('@')}" if _HANDLE.fullmatch(bare) else value
    found = page(whole)
    if found is None or found.type != "linkedin":
        raise InputError(
            "{value!r} is no address at LinkedIn.",
            "Write it like linkedin.com/in/ana-ruiz, or leave it out.",
            value=value,
        )
    return found


def namesakes(store: Store, name: str) -> list[Person]:
    """Those who are kept under this name, titles and degrees aside, or under another writing of it."""
    wanted = writings(name)
    ids = [
        one.id
        for one in store.merging.identities()
        if any(wanted & writings(it) for it in (one.name, *one.also_called))
    ]
    return store.people(ids=ids) if ids else []
