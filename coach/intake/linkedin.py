"""Reads LinkedIn's Connections.csv. The whole export: `coach.intake.linkedin_export`.

Real exports begin with a `Notes:` block before the header, have no e-mail for most people, write dates as
`14 Jul 2023`, and hold rows of people who closed their account. A person's id is made of the profile's
address, else of name and company.
"""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import unquote, urlsplit

from coach.domain.ids import stable_id
from coach.domain.intake import ImportPreview
from coach.domain.models import Channel, Person
from coach.errors import ImportFileError
from coach.intake.csv_rows import cells_of, rows
from coach.intake.dates import find_date
from coach.intake.decoding import decode
from coach.intake.findings import Findings
from coach.intake.identity import name_key
from coach.intake.sources import Source, SourceFile

LIMIT = 20_000_000
"""Bytes. 30,000 connections, LinkedIn's own limit, have about 6 million."""
_COLUMNS = {
    "first": ("first name", "vorname", "prénom", "nombre", "nome", "voornaam"),
    "last": ("last name", "nachname", "nom", "nom de famille", "apellidos", "cognome", "sobrenome", "achternaam"),
    "url": ("url", "profile url", "profil-url"),
    "email": ("email address", "e-mail address", "e-mail-adresse", "e-mail adresse", "adresse e-mail",
              "dirección de correo electrónico", "indirizzo email", "endereço de e-mail", "e-mailadres"),
    "company": ("company", "unternehmen", "firma", "entreprise", "empresa", "azienda", "bedrijf"),
    "position": ("position", "poste", "cargo", "posizione", "functie", "job title"),
    "connected": ("connected on", "verbunden am", "vernetzt am", "en relation depuis", "conectado el",
                  "collegato il", "conectado em", "verbonden op"),
}  # fmt: skip
_MEANING = {label: field for field, labels in _COLUMNS.items() for label in labels}
_HEADER_WITHIN = 60
_EMAIL = re.compile(r"^[^@\s<>]{1,200}@[^@\s<>]{1,200}$")
_AMERICAN = re.compile(r"^(\d{1,2})/(\d{1,2})/(\d{2}|\d{4})$")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip


def recognises(source: Source) -> bool:
    """Whether it is such a file by its header."""
    return source.form == "file" and _find_header(_start(source.only)) is not None


def read(source: Source) -> ImportPreview:
    """People you know. Raises ImportFileError when the file is no such export or names nobody."""
    findings = Findings("linkedin", source.name)
    findings.skipped.extend(source.skipped)
    read_into(findings, source.only)
    findings.require_items("no connection", "Export your connections again: Settings → Data privacy → Get a copy.")
    return findings.preview()


def read_into(findings: Findings, file: SourceFile) -> None:
    """Keep the people of a Connections.csv. Raises ImportFileError when the file is none."""
    text, remark = decode(file.read(LIMIT))
    if remark:
        findings.warn(file.path, remark)
    lines = findings.text(text, file.path).split("\n")
    header = _find_header(lines[:_HEADER_WITHIN])
    if header is None:
        raise _not_connections(file.path, lines)
    number, delimiter = header
    columns = [_MEANING.get(_label(cell), "") for cell in cells_of(lines[number], delimiter)]
    for where, row in rows(findings, lines, number + 1, delimiter):
        _keep_row(findings, columns, row, where)


def _not_connections(name: str, lines: list[str]) -> ImportFileError:
    """The error for a table that is not LinkedIn's: what it begins with, and what it should."""
    first = next((line.strip() for line in lines if line.strip()), "")[:150]
    return ImportFileError(
        "{name!r} is not LinkedIn's Connections.csv; it begins with {first!r}.",
        "Its columns are First Name, Last Name, URL, Email Address, Company, Position, Connected On.",
        name=name,
        first=first,
    )


def _start(file: SourceFile) -> list[str]:
    return decode(file.peek())[0].replace("\r\n", "\n").replace("\r", "\n").split("\n")[:_HEADER_WITHIN]


def _find_header(lines: list[str]) -> tuple[int, str] | None:
    """The number of the header's line (from 0) and its delimiter, or None."""
    for number, line in enumerate(lines):
        for delimiter in (",", ";", "\t"):
            found = {_MEANING.get(_label(cell)) for cell in cells_of(line[:2_000], delimiter)}
            if {"first", "last"} <= found and found & {"url", "connected", "position"}:
                return number, delimiter
    return None


def _label(cell: str) -> str:
    return " ".join(cell.strip('\ufeff \t"').casefold().split())


def _keep_row(findings: Findings, columns: list[str], row: list[str], where: str) -> None:
    cells = dict(zip(columns, row, strict=False))
    if len(row) > len(columns):
        reason = "{count} cells instead of {expected}; only name and addresses are kept."
        findings.warn(where, reason, row, count=len(row), expected=len(columns))
        cells = {field: cells.get(field, "") for field in ("first", "last", "url", "email")}
    name = findings.name(f"{cells.get('first', '')} {cells.get('last', '')}", where)
    if not name:
        findings.skip(where, "The row has no name; the account may be closed.", " ".join(row))
        return
    url = profile(findings, cells.get("url", ""), where)
    company = findings.name(cells.get("company", ""), where)
    by_name = stable_id("linkedin", "name", name_key(name), name_key(company))
    findings.keep(
        Person(
            id=profile_id(url) if url else by_name,
            name=name,
            role=findings.name(cells.get("position", ""), where),
            organisation=company,
            channels=_channels(findings, url, cells.get("email", ""), where),
            how_met=_how_met(findings, cells.get("connected", ""), where),
            relation="known",
            source="linkedin: Connections.csv",
        ),
        where,
    )


def profile(findings: Findings, raw: str, where: str) -> str:
    """The profile's address when it is one of LinkedIn's; other addresses are dropped and reported."""
    address = raw if raw.startswith(("http://", "https://")) or not raw else f"https://{raw}"
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").lower()
    except ValueError:
        host = ""
    if host == "linkedin.com" or host.endswith(".linkedin.com"):
        return address
    if raw:
        findings.warn(where, "The address is not one of LinkedIn's and is left out.", raw)
    return ""


def profile_id(url: str) -> str:
    """The id of the person with this profile."""
    return stable_id("linkedin", "url", _url_key(url))


def _url_key(url: str) -> str:
    """What stays the same of a profile's address: its path, without language, tracking, case and slashes."""
    return unquote(urlsplit(url).path).casefold().strip("/")


def _channels(findings: Findings, url: str, email: str, where: str) -> tuple[Channel, ...]:
    channels = [Channel(type="linkedin", value=url)] if url else []
    if _EMAIL.match(email):
        channels.append(Channel(type="email", value=email))
    elif email:
        findings.warn(where, "The e-mail address cannot be right and is left out.", email)
    return tuple(channels)


def _how_met(findings: Findings, raw: str, where: str) -> str:
    day = find_date(raw) or _american(raw)
    if day:
        return f"Connected on LinkedIn on {day.day} {_MONTHS[day.month - 1]} {day.year}"
    if raw:
        findings.warn(where, "The date cannot be read and is kept as it is.", raw)
    return f"Connected on LinkedIn on {raw[:100]}" if raw else "Connected on LinkedIn"


def _american(raw: str) -> date | None:
    """`07/14/23`, as older exports write it: month first."""
    if not (found := _AMERICAN.match(raw.strip())):
        return None
    year = int(found[3]) + (2000 if len(found[3]) == 2 else 0)
    try:
        return date(year, int(found[1]), int(found[2]))
    except ValueError:
        return None
