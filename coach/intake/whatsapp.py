"""Reads WhatsApp's "Export chat": a text file, or the zip that holds it beside photos.

Every phone writes its own language's dates. Whether 7/6 is June or July is decided from the whole file: a number above
12 tells, else the order in which time runs. Lines by WhatsApp itself and media are counted and left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise
from pathlib import PurePosixPath

from coach.domain.ids import stable_id
from coach.domain.intake import Choices, ImportPreview
from coach.errors import ImportFileError, Words
from coach.intake.cleaning import is_binary
from coach.intake.decoding import decode
from coach.intake.findings import Findings
from coach.intake.identity import name_key
from coach.intake.messages import Chat, Message, authors_of, keep_chat, keep_people
from coach.intake.sources import Source, SourceFile

LIMIT = 30_000_000
"""Bytes. WhatsApp exports at most 40,000 messages, about 4 million bytes."""
_MARKS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2068\u2069"
_STAMP = re.compile(
    r"^(\[)?(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})\.?,?(?:\s(?:um|at|à|às|alle|om))?[\s\u202f]+"
    r"(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:[\s\u202f\xa0]*([AaPp])\.?[\s\u202f\xa0]?[Mm]\.?)?"
    r"(?(1)\]|[\s\u202f]+[-–])\s(.*)$"
)
_AUTHOR = re.compile(r"^(?:~[\s\u202f]*)?([^:\"“„«]{1,80}): ?(.*)$", re.DOTALL)
_MEDIA = re.compile(
    r"(?i)^<[^<>\n]*(?:omitted|ausgeschlossen|weggelassen|omitid\w|omis\w*|omess\w*|attached|angehängt|adjunto|weggelaten)"
    r"[^<>\n]*>$|^(?:image|video|audio|sticker|gif|document|contact card|bild|dokument|foto) (?:omitted|weggelassen)$"
    r"|^\S[^\n]{0,120}\.\w{2,4} \((?:file attached|datei angehängt|archivo adjunto|fichier joint|file allegato"
    r"|bestand bijgevoegd|arquivo anexado)\)$|^<(?:attached|anhang|adjunto)[:：][^<>\n]*>$|^null$"
)
_GONE = re.compile(
    r"(?i)^(?:this message was deleted|you deleted this message|diese nachricht wurde gelöscht|du hast diese nachricht "
    r"gelöscht|se eliminó este mensaje|missed (?:voice|video) call|verpasster (?:sprach|video)anruf)\b[^\n]{0,60}$"
)
_EDITED = re.compile(r"\s*<(?:This message was edited|Diese Nachricht wurde bearbeitet|Se editó este mensaje\.?)>\s*$")
_CHAT_NAME = re.compile(
    r"(?i)^(?:whatsapp[ -]chat(?: with| mit| -|:)|chat de whatsapp con|discussion whatsapp avec"
    r"|conversa do whatsapp com|chat whatsapp con|whatsapp-chat met)\s+(.+?)(?: ?\(\d+\))?$"
)


@dataclass
class _Line:
    """A message as it stands: its stamp's numbers, and its text so far."""

    numbers: tuple[int, int, int]
    clock: tuple[int, int, int]
    dotted: bool
    twelve_hours: bool
    author: str
    parts: list[str] = field(default_factory=list)


def recognises(source: Source) -> bool:
    """Whether two of its first lines begin as WhatsApp's do, in a text file or in the one text of a zip."""
    file = _chat_file(source)
    if file is None or is_binary(file.peek()[:8_000]):
        return False
    lines = decode(file.peek()[:40_000])[0].split("\n")[:60]
    return sum(bool(_STAMP.match(line.strip().lstrip(_MARKS))) for line in lines) >= min(2, len(lines))


def _chat_file(source: Source) -> SourceFile | None:
    texts = [file for file in source.files if file.suffix == ".txt"]
    if source.form == "file":
        return source.only if source.only.suffix in {".txt", ""} else None
    named = [file for file in texts if file.name == "_chat.txt" or _CHAT_NAME.match(PurePosixPath(file.name).stem)]
    return named[0] if len(named) == 1 else None


def read(source: Source, choices: Choices) -> ImportPreview:
    """Messages as notes, and those who wrote them as people. Raises ImportFileError when there is none."""
    findings = Findings("whatsapp", source.name)
    file = _chat_file(source)
    if file is None:
        raise ImportFileError(
            "{name!r} holds no WhatsApp chat.", "In WhatsApp: chat → More → Export chat.", name=source.name
        )
    text, remark = decode(file.read(LIMIT))
    if remark:
        findings.warn(file.path, remark)
    _report_media(findings, source, file)
    written = _lines(findings, text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    title = _title(source, file)
    chat = _chat(findings, written, title)
    authors = authors_of([chat])
    me = choices.me or _other_than(title, authors)
    keep_people(findings, authors, me, "whatsapp")
    keep_chat(findings, chat, me, f"whatsapp: {chat.title}")
    findings.require_items("no message with a text", "In WhatsApp: chat → More → Export chat, without media.")
    return findings.preview().model_copy(update={"authors": authors, "me": me})


def _report_media(findings: Findings, source: Source, chat: SourceFile) -> None:
    if media := [file for file in source.files if file is not chat]:
        findings.skip(f"{len(media)} files", "Photos and other media of the chat are not read.", media[0].name)


def _title(source: Source, file: SourceFile) -> str:
    """The chat's name from the file's or the zip's, "" where neither has it."""
    for name in (PurePosixPath(file.name).stem, PurePosixPath(source.name).stem):
        if found := _CHAT_NAME.match(name.strip()):
            return found[1].strip()
    return ""


def _lines(findings: Findings, lines: Sequence[str]) -> list[_Line]:
    """Messages by persons; a line without a stamp goes on the message before it."""
    found: list[_Line] = []
    own = 0
    by_whatsapp = False
    for raw in lines:
        line = raw.strip().lstrip(_MARKS)
        stamp = _STAMP.match(line)
        if stamp is None:
            if found and not by_whatsapp:
                found[-1].parts.append(raw.rstrip())
            continue
        written = _AUTHOR.match(stamp[9])
        by_whatsapp = written is None
        if written is None:
            own += 1
            continue
        found.append(_line(stamp, findings.name(written[1], "an author"), written[2]))
    if own:
        findings.skip(f"{own} lines", "They are by WhatsApp itself: who joined, who changed what.")
    return [line for line in found if line.author]


def _line(stamp: re.Match[str], author: str, text: str) -> _Line:
    hour = int(stamp[5])
    if stamp[8]:
        hour = hour % 12 + (12 if stamp[8].lower() == "p" else 0)
    numbers = int(stamp[2]), int(stamp[3]), int(stamp[4])
    clock = hour, int(stamp[6]), int(stamp[7] or 0)
    return _Line(numbers, clock, "." in stamp[0][:10], bool(stamp[8]), author, [text])


def _chat(findings: Findings, lines: Sequence[_Line], title: str) -> Chat:
    order = _order(findings, lines)
    messages: list[Message] = []
    seen = Counter[str]()
    left = Counter[str]()
    for line in lines:
        text = _text(findings, line, left)
        if not text:
            continue
        at = _moment(line, order)
        key = f"{at or line.numbers}|{name_key(line.author)}|{text}"
        seen[key] += 1
        messages.append(Message(line.author, text, at, f"{key}|{seen[key]}"))
    for reason, number in left.items():
        findings.skip(f"{number} messages", reason)
    known_by = name_key(title) if title else (messages[0].key if messages else "")
    return Chat(stable_id("whatsapp", known_by), title or "the chat", messages)


def _text(findings: Findings, line: _Line, left: Counter[str]) -> str:
    """What was written; "" for media and for what its author deleted, which are counted."""
    first = line.parts[0].strip().strip(_MARKS).strip()
    if line.parts[0].lstrip().startswith(_MARKS[0]) and not _MEDIA.match(first) and not _GONE.match(first):
        left["They are by WhatsApp itself."] += 1
        return ""
    if _GONE.match(first):
        left["They were deleted, or are missed calls."] += 1
        return ""
    if _MEDIA.match(first):
        line = _Line(line.numbers, line.clock, line.dotted, line.twelve_hours, line.author, line.parts[1:])
        if not any(part.strip() for part in line.parts):
            left["They are photos, videos or files; WhatsApp left them out or they have no text."] += 1
            return ""
    return findings.text(_EDITED.sub("", "\n".join(line.parts)).strip(_MARKS + "\n "), "a message")


def _order(findings: Findings, lines: Sequence[_Line]) -> str:
    """`ymd`, `dmy` or `mdy`, from all stamps together."""
    numbers = [line.numbers for line in lines]
    if any(first > 31 for first, _, _ in numbers):
        return "ymd"
    days_first = sum(first > 12 for first, _, _ in numbers)
    months_first = sum(second > 12 for _, second, _ in numbers)
    if days_first != months_first:
        return "dmy" if days_first > months_first else "mdy"
    if all(line.dotted for line in lines):  # nobody writes 12.3.2026 with the month first
        return "dmy"
    backward = {order: _backward(lines, order) for order in ("dmy", "mdy")}
    if backward["dmy"] != backward["mdy"]:
        return min(backward, key=lambda order: backward[order])
    order = "mdy" if any(line.twelve_hours and not line.dotted for line in lines) else "dmy"
    if any(first != second for first, second, _ in numbers):
        shown = "day first" if order == "dmy" else "month first"
        findings.warn(
            "dates",
            "Nothing tells days from months; they are read {order}.",
            "/".join(map(str, numbers[0])),
            order=Words(shown),
        )
    return order


def _backward(lines: Sequence[_Line], order: str) -> int:
    """How often time would run backward."""
    moments = [moment for line in lines if (moment := _moment(line, order))]
    missing = len(lines) - len(moments)
    return missing + sum(later < earlier for earlier, later in pairwise(moments))


def _moment(line: _Line, order: str) -> datetime | None:
    parts = dict(zip(order, line.numbers, strict=True))
    year = parts["y"] + (2000 if parts["y"] < 100 else 0)
    try:
        return datetime(year, parts["m"], parts["d"], *line.clock)  # noqa: DTZ001 - the phone's own clock, without zone
    except ValueError:
        return None


def _other_than(title: str, authors: Sequence[str]) -> str:
    """In a chat of two that is named after one of them, the other is the user."""
    others = [name for name in authors if name_key(name) != name_key(title)]
    return others[0] if title and len(authors) == 2 and len(others) == 1 else ""
