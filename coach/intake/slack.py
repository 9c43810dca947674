"""Reads the zip (or folder) of a Slack workspace's export: `users.json`, and a folder of days for each channel."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import UTC, datetime
from html import unescape
from pathlib import PurePosixPath
from typing import Any

from coach.domain.ids import stable_id
from coach.domain.intake import Choices, ImportPreview
from coach.errors import ImportFileError
from coach.intake.findings import Findings, as_text
from coach.intake.json_reading import parse_json
from coach.intake.messages import Chat, Message, authors_of, keep_chat, keep_people
from coach.intake.sources import Source, SourceFile

LIMIT = 20_000_000
"""Bytes of one channel's day, or of the list of users."""
_DAY = re.compile(r"^\d{4}-\d\d-\d\d\.json$")
_MENTION = re.compile(r"<@([A-Z0-9]+)(?:\|[^>]*)?>")
_LINK = re.compile(r"<(?:https?://|mailto:)?([^<>|]+)(?:\|([^<>]+))?>")


def recognises(source: Source) -> bool:
    """Whether it holds the list of users and at least one day of a channel."""
    return _users_file(source) is not None and any(_DAY.match(file.name) for file in source.files)


def _users_file(source: Source) -> SourceFile | None:
    return next((file for file in source.files if file.path == "users.json"), None)


def read(source: Source, choices: Choices) -> ImportPreview:
    """Messages as notes; what was answered in a thread stands together. Raises ImportFileError when there is none."""
    findings = Findings("slack", source.name)
    listed = _users_file(source)
    if listed is None:
        raise ImportFileError(
            "{name!r} holds no users.json.", "Choose the zip of Slack's export as it came.", name=source.name
        )
    names = _names(findings, parse_json(listed.path, listed.read(LIMIT)))
    threads: dict[tuple[str, str], list[Message]] = defaultdict(list)
    without = 0
    for file in source.files:
        if _DAY.match(file.name):
            without += _read_day(findings, file, names, threads)
    if without:
        findings.skip(f"{without} entries", "They have no text, or are by Slack itself or a program.")
    chats = [
        Chat(stable_id("slack", channel, thread), f"#{channel}", sorted(messages, key=lambda one: one.key))
        for (channel, thread), messages in sorted(threads.items())
    ]
    authors = authors_of(chats)
    keep_people(findings, authors, choices.me, "slack")
    for chat in chats:
        keep_chat(findings, chat, choices.me, f"slack: {chat.title}")
    findings.require_items("no message with a text", "Choose the zip of Slack's export as it came.")
    return findings.preview().model_copy(update={"authors": authors, "me": choices.me})


def _names(findings: Findings, users: Any) -> dict[str, str]:
    found = {}
    for user in users if isinstance(users, list) else []:
        if isinstance(user, dict) and not user.get("is_bot"):
            profile = user.get("profile")
            fuller = profile.get("real_name") if isinstance(profile, dict) else None
            shown = user.get("real_name") or fuller or user.get("name")
            if name := findings.name(shown, "users.json"):
                found[as_text(user.get("id"))] = name
    return found


def _read_day(
    findings: Findings, file: SourceFile, names: dict[str, str], threads: dict[tuple[str, str], list[Message]]
) -> int:
    """Sort a day's messages into their threads. Returns how many entries were no message."""
    try:
        entries = parse_json(file.path, file.read(LIMIT))
    except ImportFileError as exc:
        findings.skip_for(file.path, exc)
        return 0
    without = 0
    for raw in entries if isinstance(entries, list) else []:
        message = _message(findings, raw, names) if isinstance(raw, dict) else None
        if message is None:
            without += 1
            continue
        thread = as_text(raw.get("thread_ts"))
        threads[PurePosixPath(file.path).parent.name, thread].append(message)
    return without


def _message(findings: Findings, raw: dict[str, Any], names: dict[str, str]) -> Message | None:
    if raw.get("type") != "message" or raw.get("subtype") not in (None, "thread_broadcast", "file_share", "me_message"):
        return None
    author = names.get(as_text(raw.get("user")), "")
    text = findings.text(_plain(as_text(raw.get("text")), names), "a message")
    stamp = as_text(raw.get("ts"))
    try:
        at = datetime.fromtimestamp(float(stamp), UTC)
    except (ValueError, OverflowError, OSError):
        at = None
    return Message(author, text, at, stamp) if author and text and stamp else None


def _plain(text: str, names: dict[str, str]) -> str:
    named = _MENTION.sub(lambda found: f"@{names.get(found[1], 'somebody')}", text)
    return unescape(_LINK.sub(lambda found: found[2] or found[1], named))
