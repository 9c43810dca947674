"""People as vCard 4.0 (RFC 6350), or 3.0 (RFC 2426) for address books that read no other.

Written here, since the libraries to be had write 3.0 only. What no vCard property says (how you met, what somebody
values) stays behind: an address book is read by others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from coach.domain.models import Channel, Person
from coach.domain.naming import bare_name, is_title, without_mark

Version = Literal["4.0", "3.0"]
_FOLD_AT = 75
"""Bytes of a line, RFC 6350 section 3.2."""
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def to_vcards(people: Iterable[Person], version: Version = "4.0") -> str:
    """One card a person, lines ended by CR and LF."""
    return "".join(_folded(line) for person in people for line in _card(person, version))


def _card(person: Person, version: Version) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield f"VERSION:{version}"
    yield f"UID:{_text(person.id)}"
    yield f"FN:{_text(person.name)}"
    yield f"N:{';'.join(map(_text, _parts(person.name)))}"
    if person.also_called:
        yield f"NICKNAME:{_listed(person.also_called)}"
    if person.role:
        yield f"TITLE:{_text(person.role)}"
    if person.organisation:
        yield f"ORG:{_text(person.organisation)}"
    yield from (_channel(channel, version) for channel in person.channels if channel.value)
    if person.cares_about and version == "4.0":
        yield from (f"INTEREST:{_text(interest)}" for interest in person.cares_about)
    if person.language and version == "4.0":
        yield f"LANG:{_text(person.language)}"
    if person.about:
        yield f"NOTE:{_text(person.about)}"
    yield "END:VCARD"


def _parts(name: str) -> tuple[str, str, str, str, str]:
    """Family name, given names, nothing, title and degrees: `Dr. Anouk van der Berg, PhD`. What stands in brackets is
    no part of a name; FN has it."""
    words = without_mark(name).split()
    titles = 0
    while titles < len(words) - 1 and is_title(words[titles]):
        titles += 1
    bare = bare_name(" ".join(words[titles:]))
    degrees = " ".join(words[titles:]).removeprefix(bare).strip(" ,")
    parts = bare.split()
    family = next((place for place, word in enumerate(parts) if place and word in _SMALL), len(parts) - 1)
    return " ".join(parts[family:]), " ".join(parts[:family]), "", " ".join(words[:titles]), degrees


_SMALL = frozenset("van von de da di la le der den bin al el ten zu dos del ter af".split())
"""With which a family name begins."""


def _channel(channel: Channel, version: Version) -> str:
    if channel.type == "email":
        return f"EMAIL:{_text(channel.value)}"
    if channel.type == "phone":
        return f"TEL{';VALUE=text' if version == '4.0' else ''}:{_text(channel.value)}"
    if channel.value.casefold().startswith(("http://", "https://")):
        return f"URL:{_uri(channel.value)}"
    if version == "4.0":
        return f"SOCIALPROFILE;SERVICE-TYPE={channel.type};VALUE=text:{_text(channel.value)}"
    return f"X-SOCIALPROFILE;TYPE={channel.type}:{_text(channel.value)}"


def _text(value: str) -> str:
    """A text value: separators escaped, line ends as `\\n`, control characters that no card may hold left out."""
    value = _CONTROLS.sub("", value.replace("\r\n", "\n").replace("\r", "\n"))
    return value.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;").replace("\n", "\\n")


def _listed(values: Iterable[str]) -> str:
    return ",".join(_text(value) for value in values)


def _uri(value: str) -> str:
    return _CONTROLS.sub("", value).replace("\n", "").replace("\r", "")


def _folded(line: str) -> str:
    """The line in pieces of at most 75 bytes, never cut inside a character."""
    pieces, piece, size = [], "", 0
    for char in line:
        width = len(char.encode())
        if size + width > _FOLD_AT:
            pieces.append(piece)
            piece, size = "", 1
        piece += char
        size += width
    return "\r\n ".join([*pieces, piece]) + "\r\n"
