"""Reads Telegram Desktop's export as JSON (`result.json`): one chat, or all of an account."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from coach.domain.ids import stable_id
from coach.domain.intake import Choices, ImportPreview
from coach.errors import ImportFileError
from coach.intake.findings import Findings, as_text
from coach.intake.json_reading import parse_json
from coach.intake.messages import Chat, Message, authors_of, keep_chat, keep_people
from coach.intake.sources import Source, SourceFile

LIMIT = 100_000_000
"""Bytes. A million messages have about 300 million: export chat by chat."""
_SIGNS = (b'"messages"', b'"type"')
_UNREAD_KINDS = ("saved_messages", "bot_chat", "public_channel", "private_channel")


def recognises(source: Source) -> bool:
    """Whether it is `result.json` by its first fields, alone or in the export's folder or zip."""
    file = _result(source)
    if file is None:
        return False
    start = file.peek()
    account = b'"personal_information"' in start or (b'"chats"' in start and b'"list"' in start)
    return start.lstrip().startswith(b"{") and all(sign in start for sign in _SIGNS) and (account or b'"id"' in start)


def _result(source: Source) -> SourceFile | None:
    if source.form == "file":
        return source.only if source.only.suffix in {".json", ""} else None
    return next((file for file in source.files if file.path.endswith("result.json")), None)


def read(source: Source, choices: Choices) -> ImportPreview:
    """Messages as notes, and those who wrote them as people. Raises ImportFileError when there is none."""
    findings = Findings("telegram", source.name)
    file = _result(source)
    if file is None:
        raise ImportFileError(
            "{name!r} holds no result.json.", "In Telegram Desktop: Export chat → JSON.", name=source.name
        )
    export = parse_json(file.path, file.read(LIMIT))
    if not isinstance(export, dict):
        raise ImportFileError(
            "{path!r} is no export of Telegram's.", "In Telegram Desktop: Export chat → JSON.", path=file.path
        )
    chats = [chat for raw in _raw_chats(findings, export) if (chat := _chat(findings, raw)).messages]
    me = choices.me or _owner(export)
    authors = authors_of(chats)
    keep_people(findings, authors, me, "telegram")
    for chat in chats:
        keep_chat(findings, chat, me, f"telegram: {chat.title}")
    findings.require_items("no message with a text", "In Telegram Desktop: Export chat → JSON.")
    return findings.preview().model_copy(update={"authors": authors, "me": me})


def _raw_chats(findings: Findings, export: dict[str, Any]) -> list[dict[str, Any]]:
    if isinstance(export.get("messages"), list):
        return [export]
    listed = export.get("chats")
    raw = listed.get("list") if isinstance(listed, dict) else None
    kept = []
    for chat in raw if isinstance(raw, list) else []:
        if not isinstance(chat, dict) or not isinstance(chat.get("messages"), list):
            continue
        if chat.get("type") in _UNREAD_KINDS:
            findings.skip(as_text(chat.get("name")) or "a chat", "Channels, bots and saved messages are not read.")
        else:
            kept.append(chat)
    return kept


def _owner(export: dict[str, Any]) -> str:
    owner = export.get("personal_information")
    if not isinstance(owner, dict):
        return ""
    return " ".join(part for part in (as_text(owner.get("first_name")), as_text(owner.get("last_name"))) if part)


def _chat(findings: Findings, raw: dict[str, Any]) -> Chat:
    title = findings.name(raw.get("name"), "a chat") or "a chat"
    messages: list[Message] = []
    without = 0
    for number, one in enumerate(raw["messages"]):
        message = _message(findings, one, number) if isinstance(one, dict) and one.get("type") == "message" else None
        if message is None:
            without += 1
        else:
            messages.append(message)
    if without:
        findings.skip(f"{without} entries of {title}", "They have no text: media, calls, who joined.")
    return Chat(stable_id("telegram", as_text(raw.get("id")) or title), title, messages)


def _message(findings: Findings, raw: dict[str, Any], number: int) -> Message | None:
    text = findings.text(_joined(raw.get("text")), "a message")
    author = findings.name(raw.get("from"), "a message")
    if not text or not author:
        return None
    return Message(author, text, _moment(raw.get("date")), as_text(raw.get("id")) or f"{number}")


def _joined(text: Any) -> str:
    """A text, or the pieces that Telegram cuts it into at links and bold words."""
    if isinstance(text, list):
        return "".join(as_text(piece.get("text") if isinstance(piece, dict) else piece) for piece in text)
    return as_text(text)


def _moment(raw: Any) -> datetime | None:
    try:
        return datetime.fromisoformat(as_text(raw))
    except ValueError:
        return None
