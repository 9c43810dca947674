"""A contact out of any address book: which ways to reach somebody are kept, and the id that finds them again.

Address books know people by an e-mail address; without one by a number, else by the organisation. The name is part of
the id, because families and offices share an address.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Literal
from urllib.parse import urlsplit

from coach.domain.ids import stable_id
from coach.domain.models import Channel
from coach.intake.findings import Findings
from coach.intake.identity import name_key, person_id

EMAIL = re.compile(r"^[^@\s<>\",;]{1,200}@[^@\s<>\",;]{1,200}\.[^@\s<>\",;.]{2,63}$")
PHONE = re.compile(r"^(?=(?:\D*\d){3})[^A-Za-z]*(?:(?:ext|x|w)\.?[^A-Za-z]*)?$", re.IGNORECASE)
"""At least three digits, and an extension."""
_LAST_FIRST = re.compile(r"^([^\W\d_][\w'’ -]{0,40}),\s*([^\W\d_][\w'’. -]{0,40})$")
_DIGITS = re.compile(r"\d")
_Place = Literal["linkedin", "github", "web"]
_PLACES: tuple[tuple[str, _Place], ...] = (("linkedin.com", "linkedin"), ("github.com", "github"))
_MASTODON = re.compile(r"^@[\w.-]+@[\w-]+(\.[\w-]+)+$")


def first_last(name: str) -> str:
    """`Ruiz, Ana`, as offices write it, turned round."""
    turned = _LAST_FIRST.match(name)
    return f"{turned[2]} {turned[1]}" if turned else name


def contact_id(name: str, emails: Iterable[str] = (), phones: Iterable[str] = (), organisation: str = "") -> str:
    """The id of somebody in an address book, the same for each address book that holds the same entry."""
    if email := next((one.casefold() for one in emails), ""):
        return stable_id("contact", name_key(name), email)
    if digits := next(("".join(_DIGITS.findall(one)) for one in phones), ""):
        return stable_id("contact", name_key(name), digits)
    if organisation:
        return stable_id("contact", name_key(name), name_key(organisation))
    return person_id(name)


def emails_in(findings: Findings, raw: Iterable[str], where: str) -> list[str]:
    """The addresses that can be right, each once; others are reported."""
    return _fitting(findings, raw, where, "The e-mail address cannot be right and is left out.", EMAIL.match)


def phones_in(findings: Findings, raw: Iterable[str], where: str) -> list[str]:
    """The numbers with at least three digits, each once; others are reported."""
    plain = (re.sub(r"(?i)^tel:", "", one.strip()) for one in raw)
    return _fitting(findings, plain, where, "The phone number cannot be right and is left out.", PHONE.match)


def pages_in(findings: Findings, raw: Iterable[str], where: str) -> list[Channel]:
    """Web addresses and handles as channels: LinkedIn, GitHub and Mastodon told apart; no address but http(s)."""
    found: list[Channel] = []
    for one in raw:
        if channel := page(one):
            found.append(channel)
        elif one.strip():
            findings.warn(where, "The web address cannot be opened and is left out.", one)
    return list(dict.fromkeys(found))


def page(raw: str) -> Channel | None:
    """A web address or a Mastodon handle as a channel; None for what is neither."""
    text = raw.strip()
    if _MASTODON.match(text):
        return Channel(type="mastodon", value=text)
    address = text if "://" in text else f"https://{text}"
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").lower()
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or "." not in host or re.search(r"\s|@", address):
        return None
    return Channel(type=_place(host), value=address)


def _place(host: str) -> _Place:
    for domain, name in _PLACES:
        if host == domain or host.endswith(f".{domain}"):
            return name
    return "web"


def channels(emails: Iterable[str], phones: Iterable[str], pages: Iterable[Channel]) -> tuple[Channel, ...]:
    return (
        *(Channel(type="email", value=one) for one in emails),
        *(Channel(type="phone", value=one) for one in phones),
        *pages,
    )


def _fitting(
    findings: Findings, raw: Iterable[str], where: str, reason: str, fits: Callable[[str], object]
) -> list[str]:
    kept: dict[str, str] = {}
    for one in raw:
        text = findings.name(one, where)
        if text and fits(text):
            kept.setdefault(text.casefold(), text)
        elif text:
            findings.warn(where, reason, text)
    return list(kept.values())
