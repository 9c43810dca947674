"""Reads vCards 2.1, 3.0 and 4.0: one card, an address book of thousands, or a folder of `.vcf` files.

vobject reads a card; here cards are cut apart first, so that a broken one costs itself alone, and pictures and keys are
dropped unread. Groups are no people: what they say is who belongs to them, and that is kept with those.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from coach.domain.ids import stable_id
from coach.domain.intake import ImportPreview
from coach.domain.models import Person
from coach.intake.contacts import channels, contact_id, emails_in, pages_in, phones_in
from coach.intake.decoding import decode
from coach.intake.findings import Findings, shorten
from coach.intake.sources import Source, SourceFile

LIMIT = 200_000_000
"""Bytes. An address book of 10,000 people with pictures has about 100 million."""
SUFFIXES = {".vcf", ".vcard"}
_BEGIN = re.compile(r"(?im)^BEGIN:VCARD[ \t]*$")
_END = re.compile(r"(?im)^END:VCARD[ \t]*$")
_FOLD = re.compile(r"\n[ \t]")
_HEAVY = re.compile(r"(?i)^(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY)[;:]")
_NAME = re.compile(r"^[A-Za-z0-9.-]{1,80}[;:]")
_QUOTED = re.compile(r"(?i)QUOTED-PRINTABLE")


@dataclass
class _Card:
    """The values of one card by property name, in lower case."""

    values: dict[str, list[Any]]
    where: str
    person: Person | None = None
    uid: str = ""
    groups: list[str] = field(default_factory=list)


def recognises(source: Source) -> bool:
    """Whether it begins with a card, or is a folder that holds card files and no notes."""
    if source.form == "file":
        return bool(_BEGIN.match(decode(source.only.peek()[:4_000])[0].replace("\r", "").lstrip("\ufeff \n")))
    return any(file.suffix in SUFFIXES for file in source.files) and not any(
        file.suffix in {".md", ".markdown"} for file in source.files
    )


def read(source: Source) -> ImportPreview:
    """People you know. Raises ImportFileError when no card names one."""
    findings = Findings("vcard", source.name)
    findings.skipped.extend(source.skipped)
    cards: list[_Card] = []
    for file in source.files:
        if source.form != "file" and file.suffix not in SUFFIXES:
            findings.skip(file.path, "It is not a vCard file (.vcf).")
            continue
        cards += _cards(findings, file, alone=source.form == "file")
    _name_groups(findings, cards)
    for card in cards:
        if card.person is not None:
            findings.keep(_with_groups(card.person, card.groups), card.where)
    findings.require_items("no card of a person", "Export your contacts again, as vCard (.vcf).")
    return findings.preview()


def _cards(findings: Findings, file: SourceFile, *, alone: bool) -> list[_Card]:
    text, remark = decode(file.read(LIMIT))
    if remark:
        findings.warn(file.path, remark)
    found = []
    for number, block in enumerate(_blocks(findings, text, file.path), start=1):
        where = f"card {number}" if alone else f"{file.path} card {number}"
        if (card := _parsed(findings, block, where)) is not None:
            card.person = _person(findings, card)
            found.append(card)
    return found


def _blocks(findings: Findings, text: str, path: str) -> Iterator[str]:
    """Each card's own lines. A card that is cut off is read as far as it goes, and reported."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    starts = [found.end() for found in _BEGIN.finditer(text)]
    edges = [*(found.start() for found in _BEGIN.finditer(text)), len(text)]
    for number, start in enumerate(starts, start=1):
        block = text[start : edges[number]]
        end = _END.search(block)
        if end is None:
            findings.warn(f"{path} card {number}", "The card is cut off; what is there was read.", block[:100])
        yield block[: end.start()] if end else block


def _parsed(findings: Findings, block: str, where: str) -> _Card | None:
    lines = []
    for line in _logical_lines(block):
        if _HEAVY.match(line):
            continue
        if _NAME.match(line):
            lines.append(line)
        else:
            findings.warn(where, "A line of the card cannot be read and is left out.", line)
    whole = "\r\n".join(["BEGIN:VCARD", *lines, "END:VCARD", ""])
    import vobject

    try:
        card = vobject.readOne(whole, allowQP=True)
    except Exception as exc:  # its decoders raise whatever a broken value makes them stumble over
        findings.skip(where, "The card cannot be read: {fault}", lines[0] if lines else "", fault=shorten(exc))
        return None
    return _Card({name: [one.value for one in some] for name, some in card.contents.items()}, where)


def _logical_lines(block: str) -> Iterator[str]:
    """Lines unfolded; a quoted-printable value goes on after a `=` at the end, as vCard 2.1 writes it."""
    waiting = ""
    for line in _FOLD.sub("", block).split("\n"):
        whole = waiting + line
        if _QUOTED.search(whole.partition(":")[0]) and whole.endswith("="):
            waiting = whole[:-1]
            continue
        waiting = ""
        if whole.strip():
            yield whole
    if waiting:
        yield waiting


def _texts(card: _Card, *names: str) -> list[str]:
    """The values of these properties as text, lists joined."""
    found = (value for name in names for value in card.values.get(name, ()))
    return [", ".join(map(str, one)) if isinstance(one, list) else str(one) for one in found if one]


def _first(card: _Card, *names: str) -> str:
    return next((one.strip() for one in _texts(card, *names) if one.strip()), "")


def _person(findings: Findings, card: _Card) -> Person | None:
    """The person of the card; None, reported, for a group, a company or a card without a name."""
    if _is_group(card):
        return None
    name = findings.name(_first(card, "fn") or _first(card, "n") or _first(card, "nickname"), card.where)
    organisation = findings.name(_organisation(card), card.where)
    if not name or "COMPANY" in _first(card, "x-abshowas").upper():
        reason = "It is the card of a company, not of a person." if organisation else "The card has no name."
        findings.skip(card.where, reason, organisation or _first(card, "email", "tel"))
        return None
    emails = emails_in(findings, (one.removeprefix("mailto:") for one in _texts(card, "email")), card.where)
    phones = phones_in(findings, _texts(card, "tel"), card.where)
    pages = pages_in(findings, _texts(card, "url", "x-socialprofile", "socialprofile"), card.where)
    card.uid = _first(card, "uid").removeprefix("urn:uuid:")
    return Person(
        id=stable_id("vcard", card.uid) if card.uid else contact_id(name, emails, phones, organisation),
        name=name,
        also_called=tuple(n for raw in _texts(card, "nickname") if (n := findings.name(raw, card.where)) != name),
        role=findings.name(_first(card, "title", "role"), card.where),
        organisation=organisation,
        channels=channels(emails, phones, pages),
        about=_about(findings, card),
        language=_first(card, "lang")[:20],
        relation="known",
        source="vcard",
    )


def _organisation(card: _Card) -> str:
    """The organisation without its department."""
    units = next(iter(card.values.get("org", ())), "")
    return str(next((part for part in units if part), "")) if isinstance(units, list) else str(units)


def _about(findings: Findings, card: _Card) -> str:
    parts = [findings.text(text, card.where) for text in _texts(card, "note")]
    if born := _first(card, "bday"):
        parts.append(f"Birthday: {shorten(born)}")
    if kept := [shorten(one) for one in _texts(card, "categories") if one.lower() != "mycontacts"]:
        parts.append(f"Groups: {', '.join(kept)}")
    return "\n".join(part for part in parts if part)


def _is_group(card: _Card) -> bool:
    return "group" in (_first(card, "kind").lower(), _first(card, "x-addressbookserver-kind").lower())


def _name_groups(findings: Findings, cards: Iterable[_Card]) -> None:
    """Tell each member the groups that name it; the group itself is reported as skipped."""
    named: dict[str, list[str]] = defaultdict(list)
    for card in cards:
        if _is_group(card):
            name = findings.name(_first(card, "fn", "n"), card.where) or "a group"
            members = _texts(card, "member", "x-addressbookserver-member")
            reason = "It is a group of {count}, kept with its members, not a person."
            findings.skip(card.where, reason, name, count=len(members))
            for member in members:
                named[member.removeprefix("urn:uuid:")].append(name)
    for card in cards:
        card.groups = named.get(card.uid, []) if card.uid else []


def _with_groups(person: Person, groups: list[str]) -> Person:
    if not groups:
        return person
    about = "\n".join(part for part in (person.about, f"Groups: {', '.join(groups)}") if part)
    return person.model_copy(update={"about": about})
