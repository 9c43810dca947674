"""The importers, and how the right one is found: by what a file holds first, by its name last."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from coach.domain.intake import Choices, ImportPreview
from coach.domain.models import Model
from coach.errors import ImportFileError
from coach.intake import (
    calendars,
    linkedin,
    linkedin_export,
    notes,
    pasted,
    people_table,
    programme_table,
    pyvideo,
    schedule,
    slack,
    stories,
    telegram,
    vcard,
    whatsapp,
)
from coach.intake.cleaning import is_binary
from coach.intake.decoding import decode
from coach.intake.findings import shorten
from coach.intake.sources import Source


class ImporterInfo(Model):
    """An importer as it is shown to a person; `extensions` are hints for a file dialogue, without a dot."""

    name: str
    title: str
    extensions: tuple[str, ...]
    description: str


@dataclass(frozen=True)
class Importer:
    info: ImporterInfo
    recognises: Callable[[Source], bool]
    read: Callable[[Source, Choices], ImportPreview]


def _unasked(read: Callable[[Source], ImportPreview]) -> Callable[[Source, Choices], ImportPreview]:
    """An importer that leaves nothing to choose."""
    return lambda source, _choices: read(source)


_ALL = (
    Importer(
        ImporterInfo(
            name="linkedin",
            title="LinkedIn",
            extensions=("csv", "zip"),
            description="Connections.csv, or LinkedIn's whole export with your connections and messages.",
        ),
        lambda source: linkedin.recognises(source) or linkedin_export.recognises(source),
        lambda source, choices: (
            linkedin.read(source) if source.form == "file" else linkedin_export.read(source, choices)
        ),
    ),
    Importer(
        ImporterInfo(
            name="pyvideo",
            title="Conference talks (pyvideo)",
            extensions=("json", "jsonl", "gz", "zip"),
            description="A folder or zip with category.json and videos/, one talk, or many talks as JSON lines.",
        ),
        pyvideo.recognises,
        _unasked(pyvideo.read),
    ),
    Importer(
        ImporterInfo(
            name="schedule",
            title="Conference programme (frab, pretalx)",
            extensions=("json", "xml", "zip"),
            description="schedule.json or schedule.xml as pretalx and frab export them.",
        ),
        schedule.recognises,
        _unasked(schedule.read),
    ),
    Importer(
        ImporterInfo(
            name="vcard",
            title="Contacts (vCard)",
            extensions=("vcf", "zip"),
            description="Address books of phones and mail programs, vCard 2.1 to 4.0.",
        ),
        vcard.recognises,
        _unasked(vcard.read),
    ),
    Importer(
        ImporterInfo(
            name="calendar",
            title="Calendar",
            extensions=("ics",),
            description="Events with their attendees, from Outlook, Google, Apple or a conference's site.",
        ),
        calendars.recognises,
        calendars.read,
    ),
    Importer(
        ImporterInfo(
            name="whatsapp",
            title="WhatsApp chat",
            extensions=("txt", "zip"),
            description="What WhatsApp's “Export chat” gives, from any phone.",
        ),
        whatsapp.recognises,
        whatsapp.read,
    ),
    Importer(
        ImporterInfo(
            name="telegram",
            title="Telegram chats",
            extensions=("json", "zip"),
            description="result.json of Telegram Desktop: one chat, or all.",
        ),
        telegram.recognises,
        telegram.read,
    ),
    Importer(
        ImporterInfo(
            name="slack",
            title="Slack export",
            extensions=("zip",),
            description="The zip of a Slack workspace's export.",
        ),
        slack.recognises,
        slack.read,
    ),
    Importer(
        ImporterInfo(
            name="google",
            title="Google Contacts",
            extensions=("csv",),
            description="Google Contacts as Google CSV, with the old or the new headers.",
        ),
        people_table.recognises_google,
        _unasked(people_table.read_google),
    ),
    Importer(
        ImporterInfo(
            name="programme",
            title="A programme as a table",
            extensions=("csv", "tsv", "xlsx"),
            description="A row for each talk, with columns such as Start, Title, Speakers and Room.",
        ),
        programme_table.recognises,
        programme_table.read,
    ),
    Importer(
        ImporterInfo(
            name="table",
            title="A list of people",
            extensions=("csv", "tsv", "xlsx"),
            description="Attendees or contacts in columns of any name; you say what each column is.",
        ),
        people_table.recognises,
        people_table.read,
    ),
    Importer(
        ImporterInfo(
            name="pasted",
            title="Pasted text",
            extensions=("txt",),
            description="A list of people, one a line, or a schedule with times, as it comes from a page or a mail.",
        ),
        pasted.recognises,
        pasted.read,
    ),
    Importer(
        ImporterInfo(
            name="stories",
            title="Stories",
            extensions=("md", "markdown", "txt", "zip"),
            description="Markdown with the sections Struggle, Turn, Result and Lesson, or a folder of posts.",
        ),
        stories.recognises,
        _unasked(stories.read),
    ),
    Importer(
        ImporterInfo(
            name="notes",
            title="Notes",
            extensions=("md", "markdown", "txt", "zip"),
            description="A Markdown or text file, or a folder of them (an Obsidian vault, for one).",
        ),
        notes.recognises,
        _unasked(notes.read),
    ),
)
_HTML = re.compile(r"(?i)<(?:!doctype html|html|head|body|table|div)\b")
_HEADER = re.compile(r"(?i)[a-z-]{2,40}: \S")
_SUBJECT = re.compile(r"(?im)^(?:subject|message-id): ")
_PICTURE = re.compile(
    rb"\x89PNG|\xff\xd8\xff|GIF8|II\*\x00|MM\x00\*|RIFF....WEBP|....ftyp(?:heic|heix|mif1|avif)", re.S
)
_COPY_FROM_IT = "Open it, select the programme or the list there, copy it, and paste the text here."
_TYPE_IT = "Type what it shows, or copy its text, and paste that here."
_SUPPORTED = (
    "Supported are: contacts (vCard, Google or LinkedIn), lists of people (CSV, Excel), calendars (.ics), conference "
    "programmes (pyvideo, schedule.json, schedule.xml, CSV), chats (WhatsApp, Telegram, Slack), and notes or stories "
    "as Markdown or text."
)


def importers() -> list[ImporterInfo]:
    """What can be imported, in the order in which formats are tried."""
    return [importer.info for importer in _ALL]


def choose(source: Source, kind: str) -> Importer:
    """The importer named `kind`, or for `auto` the first that recognises the source. Raises ImportFileError."""
    if kind != "auto":
        for importer in _ALL:
            if importer.info.name == kind:
                return importer
        known = ", ".join(importer.info.name for importer in _ALL)
        raise ImportFileError(
            "There is no importer called {kind!r}.", "Use auto, or one of: {known}.", kind=kind, known=known
        )
    if not source.files:
        raise ImportFileError("{name!r} holds no file that can be read.", _SUPPORTED, name=source.name)
    for importer in _ALL:
        if importer.recognises(source):
            return importer
    raise _unknown(source)


def _no_export(head: bytes, text: str) -> Iterator[tuple[str, str]]:
    """What is no export of anything: what to call it, and the next step."""
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        yield "{name!r} is an Office file that is old or locked by a password.", "Save it anew as .xlsx or CSV."
    if head.startswith(b"%PDF-"):
        yield "{name!r} is a PDF, which is not read as a file.", _COPY_FROM_IT
    if _PICTURE.match(head):
        yield "{name!r} is a picture, not text.", _TYPE_IT
    if is_binary(head[:8_000]):
        yield "{name!r} is not text.", _SUPPORTED
    if _HTML.match(text):
        yield "{name!r} is a web page, which is not read as a file.", _COPY_FROM_IT
    if _HEADER.match(text) and _SUBJECT.search(text[:8_000]):
        yield "{name!r} is a mail, which is not read as a file.", _COPY_FROM_IT


def _unknown(source: Source) -> ImportFileError:
    """Says what the source looks like instead."""
    if source.form != "file":
        names = ", ".join(file.path for file in source.files[:5])
        return ImportFileError(
            "{name!r} holds nothing that can be imported: {names}.", _SUPPORTED, name=source.name, names=shorten(names)
        )
    head = source.only.head()
    text = decode(head)[0].lstrip("\ufeff \t\r\n")
    for sentence, step in _no_export(head, text):
        return ImportFileError(sentence, step, name=source.name)
    if source.only.suffix in {".json", ".jsonl"} and not text.startswith(("{", "[")):
        return ImportFileError(
            "{name!r} is not JSON; it begins with {text!r}.", _SUPPORTED, name=source.name, text=shorten(text[:60])
        )
    return ImportFileError(
        "{name!r} is in no format that can be imported; it begins with {text!r}.",
        _SUPPORTED,
        name=source.name,
        text=shorten(text[:60]),
    )
