"""Reads LinkedIn's whole export, a zip or its folder: connections, messages, and from the profile who the user is."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime

from coach.domain.ids import stable_id
from coach.domain.intake import Choices, ImportPreview
from coach.domain.models import Channel, Person
from coach.intake import linkedin
from coach.intake.csv_rows import cells_of, rows
from coach.intake.decoding import decode
from coach.intake.findings import Findings
from coach.intake.messages import Chat, Message, authors_of, keep_chat, same
from coach.intake.plain_text import plain_text
from coach.intake.sources import Source, SourceFile

LIMIT = 50_000_000
"""Bytes of messages.csv."""
_LONGEST = 2_000
"""Lines that one message may have."""
_USED = ("connections.csv", "messages.csv", "profile.csv")
_MEMBER = "LinkedIn Member"
"""How the export calls those who closed their account."""


def recognises(source: Source) -> bool:
    """Whether it is an export that holds connections or messages, and no Markdown."""
    if source.form == "file" or any(file.suffix in {".md", ".markdown"} for file in source.files):
        return False
    return any(file.name.lower() in _USED[:2] for file in source.files)


def read(source: Source, choices: Choices) -> ImportPreview:
    """People you know, and your messages as notes. Raises ImportFileError when neither can be read."""
    findings = Findings("linkedin", source.name)
    findings.skipped.extend(source.skipped)
    held = {file.name.lower(): file for file in source.files}
    for file in source.files:
        if file.name.lower() not in _USED:
            findings.skip(file.path, "Only connections, messages and your own name are read from LinkedIn's export.")
    if connections := held.get("connections.csv"):
        linkedin.read_into(findings, connections)
    me = choices.me or _own_name(findings, held.get("profile.csv"))
    authors: tuple[str, ...] = ()
    if written := held.get("messages.csv"):
        authors = _read_messages(findings, written, me)
    findings.require_items("no connection and no message", "Ask LinkedIn for an export with Connections ticked.")
    return findings.preview().model_copy(update={"authors": authors, "me": me})


def _table(findings: Findings, file: SourceFile) -> list[tuple[str, dict[str, str]]]:
    """The rows of one of its files, by the lower-case titles of the columns."""
    text, remark = decode(file.read(LIMIT))
    if remark:
        findings.warn(file.path, remark)
    lines = findings.text(text, file.path).split("\n")
    titles = [title.strip("\ufeff ").lower() for title in cells_of(lines[0], ",")]
    return [
        (f"{file.name} {where}", dict(zip(titles, cells, strict=False)))
        for where, cells in rows(findings, lines, 1, ",", _LONGEST)
    ]


def _own_name(findings: Findings, profile: SourceFile | None) -> str:
    for where, row in _table(findings, profile) if profile else []:
        if name := findings.name(f"{row.get('first name', '')} {row.get('last name', '')}", where):
            return name
    return ""


def _read_messages(findings: Findings, file: SourceFile, me: str) -> tuple[str, ...]:
    """Keep each conversation; whoever writes and is no connection is kept as a person. Returns who writes."""
    threads: dict[str, list[Message]] = defaultdict(list)
    titles: dict[str, str] = {}
    for where, row in _table(findings, file):
        message = _message(findings, row, where)
        if message is None:
            continue
        conversation = row.get("conversation id", "") or message.author
        threads[conversation].append(message)
        titles.setdefault(conversation, row.get("conversation title", "") or message.author)
        _keep_sender(findings, row, message.author, me, where)
    chats = [
        Chat(
            stable_id("linkedin", "conversation", one),
            titles[one],
            sorted(some, key=lambda m: (str(m.at or ""), m.key)),
        )
        for one, some in threads.items()
    ]
    for chat in chats:
        keep_chat(findings, chat, me, "linkedin: messages")
    return authors_of(chats)


def _message(findings: Findings, row: dict[str, str], where: str) -> Message | None:
    """The message of a row; None, reported, for drafts, advertisements and those without a text."""
    author = findings.name(row.get("from", ""), where)
    text = findings.text(plain_text(row.get("content", "")), where)
    if row.get("folder", "").upper() == "SPAM" or row.get("is message draft", "").lower() == "yes":
        findings.skip(where, "It is a draft, or was sorted out as spam.", text)
        return None
    if not text or not author or author == _MEMBER:
        findings.skip(where, "It has no text, or its author closed the account.", text or author)
        return None
    return Message(author, text, _moment(row.get("date", "")), f"{row.get('date', '')}|{author}|{text}")


def _moment(raw: str) -> datetime | None:
    """`2023-07-14 21:03:11 UTC`."""
    try:
        return datetime.fromisoformat(raw.strip().replace(" UTC", "+00:00"))
    except ValueError:
        return None


def _keep_sender(findings: Findings, row: dict[str, str], author: str, me: str, where: str) -> None:
    url = linkedin.profile(findings, row.get("sender profile url", ""), where)
    if not url or same(author, me):
        return
    person = Person(
        id=linkedin.profile_id(url),
        name=author,
        channels=(Channel(type="linkedin", value=url),),
        relation="known",
        how_met="Wrote to each other on LinkedIn",
        source="linkedin: messages.csv",
    )
    if not findings.holds(person.id):
        findings.keep(person, where)
