"""Reads people out of any table: an attendee list, an address book's CSV, a sheet that somebody made.

What the columns are is proposed (`coach.intake.columns`), shown, and changed by a person; what was confirmed for a
header is proposed again the next time. Google's contacts have columns of their own that need no asking.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from coach.domain.intake import PERSON_COLUMNS, Choices, ImportPreview, TableSketch
from coach.domain.models import Channel, Person
from coach.errors import ImportFileError
from coach.intake import columns
from coach.intake.cleaning import is_binary
from coach.intake.contacts import EMAIL, channels, contact_id, emails_in, first_last, page, pages_in, phones_in
from coach.intake.decoding import decode
from coach.intake.findings import Findings, shorten
from coach.intake.sheets import Sheet, delimiter_of, is_workbook, read_sheet
from coach.intake.sources import Source

_SAMPLES = 5
_JUDGED = 200
"""Rows by whose values a column is judged."""
_TABLE_SUFFIXES = {".csv", ".tsv", ".tab", ".xlsx", ".xlsm"}
_SEVERAL = re.compile(r"\s*(?::::|;|\n)\s*")
_LISTED = re.compile(r"\s*(?::::|[;,|\n•])\s*")
_GOOGLE = re.compile(r"(?i)^(?:e-mail|phone) 1 - value$")
_ATTENDING = re.compile(r"(?i)\b(?:ticket|attend\w*|registr\w*|check.?in|teilnehmer\w*|rsvp|badge|order)\b")


def recognises(source: Source) -> bool:
    """Whether it is a workbook, or text in columns with a header that is understood or the name of a table."""
    if source.form != "file":
        return False
    if is_workbook(source.only):
        return True
    start = source.only.peek()
    if is_binary(start[:8_000]):
        return False
    lines = decode(start)[0].replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff\n ").split("\n")[:30]
    delimiter = delimiter_of(lines)
    if source.only.suffix in _TABLE_SUFFIXES:
        return bool(delimiter) or columns.is_header(lines[:1])
    tidy = delimiter in (",", ";", "\t") and source.only.suffix not in {".md", ".markdown", ".json", ".xml", ".jsonl"}
    return tidy and any(columns.is_header(line.split(delimiter)) for line in lines[:3])


def recognises_google(source: Source) -> bool:
    """Whether it is Google's contacts as CSV, by columns that only they have."""
    if source.form != "file" or source.only.suffix not in {".csv", ""}:
        return False
    first = decode(source.only.peek())[0].lstrip("\ufeff\n ").partition("\n")[0]
    return any(_GOOGLE.match(cell.strip().strip('"')) for cell in first.split(","))


def read(source: Source, choices: Choices) -> ImportPreview:
    """People, by the columns that were chosen, remembered or proposed, and how the table was understood.

    A table in which no column is a name gives a preview without people, so that somebody can say which one is.
    Raises ImportFileError when there is no table at all.
    """
    findings = Findings("table", source.name)
    sheet = read_sheet(findings, source.only)
    return from_sheet(findings, sheet, choices)


def from_sheet(findings: Findings, sheet: Sheet, choices: Choices) -> ImportPreview:
    """As `read`, from a table that is open already."""
    if not sheet.rows:
        raise ImportFileError(
            "{source!r} holds a header and no rows below it.",
            "Export it again, or choose another file.",
            source=findings.source,
        )
    sketch = _sketch(sheet, choices)
    if {"name", "first", "last"} & set(sketch.columns):
        met = choices.event is None and not _ATTENDING.search(" ".join((findings.source, *sheet.headers)))
        for where, cells in sheet.rows:
            _keep(findings, sketch, cells, where, met=met)
    else:
        findings.skip("all rows", "No column is known to hold names. Say which one does.")
    return findings.preview().model_copy(update={"table": sketch, "event": choices.event})


def read_google(source: Source) -> ImportPreview:
    """People you know. Raises ImportFileError when no row names one."""
    findings = Findings("google", source.name)
    sheet = read_sheet(findings, source.only)
    fields = tuple(_google_field(header) for header in sheet.headers)
    sketch = TableSketch(signature="google", headers=sheet.headers, columns=fields)
    for where, cells in sheet.rows:
        _keep(findings, sketch, cells, where, met=True)
    findings.require_items("no contact with a name", "Export them again: Google Contacts → Export → Google CSV.")
    return findings.preview()


def _google_field(header: str) -> str:
    """Google numbers its columns: `E-mail 1 - Value`, `Organization Name` or, before 2024, `Organization 1 - Name`."""
    label = re.sub(r" \d+(?= - )", "", header.strip().lower())
    exact = {
        "name": "name", "first name": "first", "given name": "first", "middle name": "middle", "last name": "last",
        "additional name": "middle", "family name": "last", "organization name": "organisation",
        "organization - name": "organisation", "organization title": "role", "organization - title": "role",
        "notes": "about", "birthday": "about", "labels": "about", "group membership": "about", "language": "language",
        "e-mail - value": "email", "phone - value": "phone", "website - value": "web",
    }  # fmt: skip
    return exact.get(label, "")


def _sketch(sheet: Sheet, choices: Choices) -> TableSketch:
    signature = columns.signature(sheet.headers, sheet.width)
    kept = choices.columns or choices.remembered.get(signature)
    fits = kept is not None and len(kept) == sheet.width and set(kept) <= {"", *PERSON_COLUMNS}
    proposed = kept if fits and kept else columns.propose(sheet.headers, sheet.cells()[:_JUDGED])
    return TableSketch(
        signature=signature,
        headers=tuple(title or f"Column {place}" for place, title in enumerate(sheet.headers, start=1)),
        samples=tuple(tuple(map(shorten, cells)) for cells in sheet.cells()[:_SAMPLES]),
        columns=proposed,
        remembered=bool(fits and choices.columns is None),
    )


def _keep(findings: Findings, sketch: TableSketch, cells: Sequence[str], where: str, *, met: bool) -> None:
    def of(field: str) -> list[str]:
        pairs = zip(sketch.columns, cells, strict=False)
        return [cell for wanted, cell in pairs if wanted == field and cell.strip()]

    def first(field: str) -> str:
        return findings.name(next(iter(of(field)), ""), where)

    name = _name(findings, of, where)
    if not name:
        findings.skip(where, "The row has no name.", " ".join(cells))
        return
    emails = emails_in(findings, _parted(of("email"), _LISTED), where)
    phones = phones_in(findings, _parted(of("phone"), _SEVERAL), where)
    pages = pages_in(findings, _parted([*of("linkedin"), *of("web")], _SEVERAL), where)
    organisation = first("organisation")
    findings.keep(
        Person(
            id=contact_id(name, emails, phones, organisation),
            name=name,
            role=first("role"),
            organisation=organisation,
            channels=channels(emails, phones, [*pages, *_handles(of("handle"))]),
            cares_about=tuple(findings.name(one, where) for one in _parted(of("cares_about"), _LISTED)),
            how_met=first("how_met"),
            about="\n".join(_about(findings, sketch, cells, where)),
            relation="known" if met else "prospect",
            source=f"{findings.importer}: {shorten(findings.source)}",
        ),
        where,
    )


def _name(findings: Findings, of: Callable[[str], list[str]], where: str) -> str:
    """The full name, else first, middle and last; `Ruiz, Ana` is turned round. An e-mail address is no name."""
    whole = findings.name(next(iter(of("name")), ""), where)
    parts = findings.name(" ".join(one for field in ("first", "middle", "last") for one in of(field)[:1]), where)
    name = whole if whole and not EMAIL.match(whole) else parts
    return first_last(name)


def _parted(values: Iterable[str], mark: re.Pattern[str]) -> list[str]:
    return [part for value in values for part in mark.split(value) if part.strip()]


def _handles(values: Iterable[str]) -> list[Channel]:
    """Addresses of profiles as what they are; a bare handle as it is written."""
    found = ((value, page(value) if re.search(r"[/.]", value) else None) for value in values)
    return [channel or Channel(type="other", value=value) for value, channel in found]


def _about(findings: Findings, sketch: TableSketch, cells: Sequence[str], where: str) -> list[str]:
    """The texts about a person, each under its column's title unless it is a note or a biography."""
    found = []
    for header, field, cell in zip(sketch.headers, sketch.columns, cells, strict=False):
        if field == "about" and cell:
            kept = [part for part in re.split(r"\s*:::\s*", cell) if not part.startswith("* ")]  # Google's own groups
            if text := findings.text(", ".join(kept), where):
                found.append(text if columns.speaks_for_itself(header) else f"{header}: {text}")
    return found
