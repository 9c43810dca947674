"""Reads conference programmes in pyvideo's format: a folder or zip of talks, one talk, or many events in JSON lines.

Layout: https://github.com/pyvideo/data — `<event>/category.json` and `<event>/videos/<talk>.json`. Speakers are
names and no more, so a person's id is made of the name (see `coach.intake.identity`).
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any

from coach.domain.intake import ImportPreview
from coach.errors import ImportFileError
from coach.intake.dates import as_datetime
from coach.intake.decoding import decode
from coach.intake.findings import Findings, as_text, shorten
from coach.intake.identity import split_names
from coach.intake.json_reading import parse_json
from coach.intake.programme import Conference, Speaker, Talk, keep_programme
from coach.intake.pyvideo_description import read_description, web_address
from coach.intake.sources import Source, SourceFile

TALK_LIMIT = 5_000_000
LINES_LIMIT = 200_000_000
_SITE = re.compile(r"https?://[^/]+/")
_MARKS = (re.compile(rb'"speakers"\s*:\s*(?:\[|null|")'), re.compile(rb'"title"\s*:'))


def recognises(source: Source) -> bool:
    """Whether it holds talks as pyvideo writes them."""
    if source.form == "file":
        return _is_talk(source.only)
    if any(file.name == "category.json" for file in source.files):
        return True
    return any(_is_talk(file) for file in [file for file in source.files if file.suffix == ".json"][:50])


def read(source: Source) -> ImportPreview:
    """People and events. Raises ImportFileError when no talk can be read."""
    findings = Findings("pyvideo", source.name)
    findings.skipped.extend(source.skipped)
    if source.form != "file":
        _read_folders(findings, source)
    elif _is_lines(source.only):
        _read_lines(findings, source.only)
    else:
        _read_one(findings, source.only)
    findings.require_items("no talk that can be read", "Choose the folder that holds category.json and videos/.")
    return findings.preview()


def _is_talk(file: SourceFile) -> bool:
    head = file.peek().lstrip(b"\xef\xbb\xbf \t\r\n")
    return head.startswith(b"{") and all(mark.search(head) for mark in _MARKS)


def _is_lines(file: SourceFile) -> bool:
    first, newline, _ = file.peek().lstrip(b"\xef\xbb\xbf\r\n ").partition(b"\n")
    if not newline:
        return file.suffix in {".jsonl", ".ndjson"}
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False


def _read_folders(findings: Findings, source: Source) -> None:
    """One event for each folder: that of category.json, or that of the talks without their `videos/`."""
    titles: dict[str, Any] = {}
    talks: dict[str, list[Talk]] = defaultdict(list)
    for file in source.files:
        if file.suffix != ".json":
            findings.skip(file.path, "It is not a talk: talks are .json files.")
            continue
        try:
            record = parse_json(file.path, file.read(TALK_LIMIT))
        except ImportFileError as exc:
            findings.skip_for(file.path, exc)
            continue
        folder = str(PurePosixPath(file.path).parent).removesuffix("videos").strip("/.")
        if file.name == "category.json":
            titles[folder] = record
        elif talk := _talk(findings, record, PurePosixPath(file.path).stem, file.path):
            talks[folder].append(talk)
    for folder, found in talks.items():
        keep_programme(findings, _conference(findings, titles.get(folder), folder, source, found), found)


def _conference(findings: Findings, category: Any, folder: str, source: Source, talks: list[Talk]) -> Conference:
    record = category if isinstance(category, dict) else {}
    name = findings.name(record.get("title"), f"{folder or source.root}/category.json")
    if not name:
        named = Counter(talk.event for talk in talks if talk.event).most_common(1)
        guess = named[0][0] if named else (folder or source.root).rpartition("/")[2].replace("_", " ")
        name = findings.name(guess, source.name) or source.name
        findings.warn("category.json", "There is no title of the event; a name was taken from elsewhere.", name)
    about = findings.text(record.get("description"), "category.json")
    url = web_address(as_text(record.get("url"))) or _shared_site(talks)
    return Conference(name, f"pyvideo: {name}", about=about, url=url)


def _shared_site(talks: list[Talk]) -> str:
    """The conference's own address: the site on which more than half of the talks have their page, or none."""
    sites = Counter(found[0] for found in (_SITE.match(talk.url) for talk in talks) if found)
    site, pages = sites.most_common(1)[0] if sites else ("", 0)
    return site if pages * 2 > len(talks) and "youtu" not in site else ""


def _read_one(findings: Findings, file: SourceFile) -> None:
    """A single talk: an event of its own, so that it never replaces the whole programme it is part of."""
    record = parse_json(file.path, file.read(TALK_LIMIT))
    talk = _talk(findings, record, PurePosixPath(file.path).stem, file.path)
    if talk is None:
        return
    name = f"{talk.event}: {talk.title}" if talk.event else talk.title
    findings.warn(file.path, "It is one talk, kept as an event of its own; import the folder for the programme.", name)
    keep_programme(findings, Conference(name, f"pyvideo: {name}", key=f"pyvideo talk {talk.key}"), [talk])


def _read_lines(findings: Findings, file: SourceFile) -> None:
    """JSON lines: one talk a line, with the slug of its event in `event`."""
    text, remark = decode(file.read(LINES_LIMIT))
    if remark:
        findings.warn(file.path, remark)
    talks: dict[str, list[Talk]] = defaultdict(list)
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        where = f"line {number}"
        try:
            record = parse_json(where, line)
        except ImportFileError as exc:
            findings.skip_for(where, exc, line)
            continue
        slug = findings.name(record.get("event"), where) if isinstance(record, dict) else ""
        if talk := _talk(findings, record, f"line {number}", where):
            talks[slug or PurePosixPath(file.path).stem].append(talk)
    for slug, found in talks.items():
        name = slug.replace("-", " ").replace("_", " ").strip() or slug
        keep_programme(findings, Conference(name, f"pyvideo: {name}", url=_shared_site(found)), found)


def _talk(findings: Findings, record: Any, key: str, where: str) -> Talk | None:
    if not isinstance(record, dict) or not {"title", "speakers"} & record.keys():
        findings.skip(where, "It is not a talk: it has neither a title nor speakers.", record)
        return None
    title = findings.name(record.get("title"), where)
    if not title:
        findings.skip(where, "The talk has no title.", record.get("description"))
        return None
    described = read_description(findings.text(record.get("description") or record.get("summary"), where), title)
    return Talk(
        key=as_text(record.get("id")) or key,
        title=title,
        where=where,
        abstract=described.abstract,
        speakers=tuple(_speakers(findings, record.get("speakers"), where)),
        starts=described.starts or _recorded(findings, record.get("recorded"), where),
        minutes=_minutes(findings, record.get("duration"), where),
        room=described.room,
        tags=tuple(findings.name(tag, where) for tag in _strings(record.get("tags"))),
        url=described.url or _own_address(record),
        event=described.event,
    )


def _speakers(findings: Findings, raw: Any, where: str) -> list[Speaker]:
    """Speakers of one talk; several in one string are told apart where that is safe (reported)."""
    speakers = []
    for entry in _strings(raw):
        parts = split_names(entry)
        if len(parts) > 1:
            findings.warn(where, "One entry was read as {count} speakers.", entry, count=len(parts))
        named = [findings.name(part, where) for part in parts]
        speakers += [Speaker(name) for name in named if name]
    if not speakers:
        findings.warn(where, "The talk names no speaker.")
    return speakers


def _strings(raw: Any) -> list[str]:
    entries = raw if isinstance(raw, list) else [raw]
    return [text for text in (as_text(entry) for entry in entries) if text.strip()]


def _recorded(findings: Findings, raw: Any, where: str) -> datetime | None:
    starts = as_datetime(raw)
    if starts is None and raw:
        findings.warn(where, "The date of the talk cannot be read.", raw)
    return starts


def _minutes(findings: Findings, raw: Any, where: str) -> int | None:
    """Minutes of a duration that pyvideo gives in seconds; 0 and nothing mean that it is unknown."""
    if isinstance(raw, int | float) and not isinstance(raw, bool) and 0 < raw < 1e6:
        return max(1, round(raw / 60))
    if raw:
        findings.warn(where, "The duration {text!r} is not a number of seconds.", text=shorten(raw))
    return None


def _own_address(record: dict[str, Any]) -> str:
    """The first address of the talk itself that is not a licence or the conference's front page; else its video."""
    links = record.get("related_urls") if isinstance(record.get("related_urls"), list) else []
    addresses = [web_address(as_text(link.get("url") if isinstance(link, dict) else link)) for link in links or []]
    talks = [url for url in addresses if url and "creativecommons.org" not in url and re.search(r"//[^/]+/.+", url)]
    videos = record.get("videos") if isinstance(record.get("videos"), list) else []
    watched = [web_address(as_text(video.get("url"))) for video in videos or [] if isinstance(video, dict)]
    return next((url for url in [*talks, *watched] if url), "")
