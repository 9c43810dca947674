"""Reads Markdown and text notes, one file or a folder of them: one note a file, or a thread where a file has sections.

A note's id is made of its path within the folder and its heading, so that an edited file updates its notes.
The first note of a file has the file's own id: a diary that grows from one day to two updates the note it was.
An upload has no folder; its first heading stands in for one, because many files are called `notes.md`.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import PurePosixPath

from coach.domain.ids import stable_id
from coach.domain.intake import ImportPreview
from coach.domain.models import Note
from coach.errors import ImportFileError
from coach.intake.cleaning import is_binary
from coach.intake.dates import as_datetime, find_date, is_date_heading
from coach.intake.decoding import decode
from coach.intake.findings import Findings
from coach.intake.front_matter import FrontMatter, read_front_matter, unlinked, wiki_links
from coach.intake.identity import event_id, split_names
from coach.intake.pasted import PASTED, looks_like
from coach.intake.sources import Source, SourceFile

SUFFIXES = {".md", ".markdown", ".mdown", ".txt", ".text"}
FILE_LIMIT = 5_000_000
"""Bytes of one note file: several hundred thousand words."""
FOLDER_LIMIT = 200_000_000
"""Characters of all notes of one import together."""
LONG = 2_000
"""Characters from which a file with several `##` sections is a thread of notes; shorter ones stay one note."""

_HEADING = re.compile(r"^(#{1,6})[ \t]+(\S[^\n]{0,300})$", re.MULTILINE)
_FENCE = re.compile(r"^(```|~~~)", re.MULTILINE)
_PEOPLE_FOLDER = re.compile(r"(?i)(?:^|/)(?:people|persons?|contacts?|personen|kontakte)$")
_PEOPLE = ("people", "person", "persons", "participants", "attendees", "with", "contacts")
_DATE = ("date", "created", "day", "created_at")
_USED = {*_PEOPLE, *_DATE, "title", "event", "tags", "tag", "author", "id"}
_TECHNICAL = {"aliases", "alias", "cssclass", "cssclasses", "layout", "linktitle", "permalink", "publish", "slug"}


@dataclass(frozen=True)
class Section:
    """A stretch of a file. `title` is its heading, "" for what stands before the first."""

    title: str
    text: str


def recognises(source: Source) -> bool:
    """Whether it holds text files; a single file without a suffix counts when it is text."""
    if source.form == "file":
        return source.only.suffix in SUFFIXES or (not source.only.suffix and not is_binary(source.only.peek()))
    return any(file.suffix in SUFFIXES for file in source.files)


def read(source: Source) -> ImportPreview:
    """Notes. Raises ImportFileError when no file can be read."""
    findings = Findings("notes", source.name)
    findings.skipped.extend(source.skipped)
    for file, text in texts(findings, source):
        _read_file(findings, source, file, text)
        if source.form == "file":
            _say_what_else_it_may_be(findings, file, text)
    findings.require_items("no note that can be read", "Notes are text files: .md, .markdown or .txt.")
    return findings.preview()


def _say_what_else_it_may_be(findings: Findings, file: SourceFile, text: str) -> None:
    """A programme or a list of people in a text file is kept as a note, since notes look so too; pasted it is read."""
    kind = looks_like(text) if file.path != PASTED else ""
    if kind == "programme":
        findings.warn(
            file.path, "It looks like a programme, and is kept as a note. Paste its text to have the talks read."
        )
    elif kind:
        findings.warn(
            file.path, "It looks like a list of people, and is kept as a note. Paste its text to have them read."
        )


def texts(findings: Findings, source: Source) -> list[tuple[SourceFile, str]]:
    """The text of each readable file, in the order of their paths; everything else is reported as skipped.

    Raises ImportFileError when all texts together are too large, and for a single file that cannot be read.
    """
    found: list[tuple[SourceFile, str]] = []
    total = 0
    for file in source.files:
        if source.form != "file" and file.suffix not in SUFFIXES:
            findings.skip(file.path, "It is not Markdown or text (.md, .markdown, .txt).")
            continue
        try:
            text = _text(findings, file)
        except ImportFileError as exc:
            if source.form == "file":
                raise
            findings.skip_for(file.path, exc)
            continue
        found.append((file, text))
        total += len(text)
        if total > FOLDER_LIMIT:
            raise ImportFileError(
                "The notes in {name!r} have more than {limit:,} characters.",
                "Import fewer at once.",
                name=source.name,
                limit=FOLDER_LIMIT,
            )
    return found


def _text(findings: Findings, file: SourceFile) -> str:
    data = file.read(FILE_LIMIT)
    if is_binary(data[:8_000]):
        raise ImportFileError("{path!r} is not text.", "Notes are text files: .md, .markdown or .txt.", path=file.path)
    text, remark = decode(data)
    if remark:
        findings.warn(file.path, remark)
    return findings.text(text, file.path)


def _read_file(findings: Findings, source: Source, file: SourceFile, text: str) -> None:
    matter = read_front_matter(text)
    _report_front_matter(findings, matter, file.path)
    sections = split_sections(matter.body)
    if not sections:
        findings.skip(file.path, "It holds no text besides its front matter.")
        return
    days = [_section_date(section) for section in sections]
    at = _stated_date(file, matter) or (None if any(days) else _guessed_date(findings, file))
    thread = _file_id(source, file, matter, sections[0])
    named = Counter[str]()
    for position, (section, day) in enumerate(zip(sections, days, strict=True)):
        named[section.title] += 1
        note = Note(
            id=thread if position == 0 else stable_id("note", thread, section.title, named[section.title]),
            text=_note_text(matter, section, first=position == 0),
            at=day or at,
            author=matter.text("author") or None,
            people=_people(findings, matter, section, file.path),
            event=_event(matter, day or at),
            thread=thread if len(sections) > 1 else None,
            position=position if len(sections) > 1 else None,
            source=file.path,
        )
        findings.keep(note, f"{file.path} § {section.title}" if section.title else file.path)


def _report_front_matter(findings: Findings, matter: FrontMatter, where: str) -> None:
    if matter.problem:
        findings.warn(where, matter.problem)
    if unused := sorted(matter.fields.keys() - _USED - _TECHNICAL):
        findings.warn(where, "Fields of the front matter that notes have no place for.", ", ".join(unused))


def _file_id(source: Source, file: SourceFile, matter: FrontMatter, first: Section) -> str:
    """The id of a file, which its first note and its thread carry: from its own `id` field, else its path."""
    place = source.root or first.title or _first_heading(matter.body)
    own_id = matter.text("id")
    return stable_id("note", place, "id", own_id) if own_id else stable_id("note", place, file.path)


def split_sections(body: str) -> list[Section]:
    """The sections of a file: at its date headings, else — in a long file — at its `##` headings, else one.

    What stands before the first heading is a section of its own, unless it is no more than a title.
    """
    headings = _headings(body)
    cuts = [found for found in headings if is_date_heading(found[2])]
    if len(cuts) < 2:
        cuts = [found for found in headings if found[1] == 2]
        if len(cuts) < 2 or len(body) < LONG:
            return [Section("", body.strip())] if body.strip() else []
    starts = [start for start, _, _ in cuts]
    lead = body[: starts[0]]
    sections = [
        Section(title, body[start:end].strip())
        for (start, _, title), end in zip(cuts, [*starts[1:], len(body)], strict=True)
    ]
    if not lead.strip():
        return sections
    if _HEADING.sub("", lead).strip():
        return [Section("", lead.strip()), *sections]
    return [Section(sections[0].title, f"{lead.strip()}\n\n{sections[0].text}"), *sections[1:]]


def _headings(body: str) -> list[tuple[int, int, str]]:
    """Headings as (offset, level, title); lines of fenced code that look like one are none."""
    fences = [found.start() for found in _FENCE.finditer(body)]
    headings, passed = [], 0
    for found in _HEADING.finditer(body):
        while passed < len(fences) and fences[passed] < found.start():
            passed += 1
        if passed % 2 == 0:
            headings.append((found.start(), len(found[1]), found[2].strip(" #")))
    return headings


def _first_heading(body: str) -> str:
    return next((title for _, _, title in _headings(body[:20_000])), "")


def _note_text(matter: FrontMatter, section: Section, *, first: bool) -> str:
    """The section as it was written; title and tags of the front matter are kept with the first."""
    title, tags = matter.text("title"), matter.strings("tags", "tag")
    parts = [section.text]
    if first and title and title not in section.text[:1_000]:
        parts.insert(0, f"# {title}")
    if first and tags:
        parts.append(f"Tags: {', '.join(tags)}")
    return "\n\n".join(parts)


def _people(findings: Findings, matter: FrontMatter, section: Section, where: str) -> tuple[str, ...]:
    """Names from the front matter and from wiki links that look like a name."""
    event = unlinked(matter.text("event"))
    listed = [part for entry in matter.strings(*_PEOPLE) for part in split_names(entry)]
    linked = [
        page
        for folder, page in wiki_links(section.text)
        if page != event and (_PEOPLE_FOLDER.search(folder) or _is_name(page))
    ]
    return tuple(name for name in (findings.name(raw, where) for raw in [*listed, *linked]) if name)


def _is_name(page: str) -> bool:
    """Two to four words that begin with a capital (or a letter without case), without digits: a person, not a topic."""
    words = page.split()
    if not 2 <= len(words) <= 4 or any(char.isdigit() for char in page):
        return False
    return all(word[0].isalpha() and not word[0].islower() for word in (words[0], words[-1]))


def _event(matter: FrontMatter, at: datetime | None) -> str | None:
    """The id that the event of this name has or will have when its programme is imported."""
    name = unlinked(matter.text("event"))
    return event_id(name, at.date() if at else None) if name else None


def _stated_date(file: SourceFile, matter: FrontMatter) -> datetime | None:
    """The date of the front matter, else the one in the file's name, else the one in the first heading."""
    stated = next((found for found in map(as_datetime, map(matter.fields.get, _DATE)) if found), None)
    day = find_date(PurePosixPath(file.path).stem) or find_date(_first_heading(matter.body))
    return stated or (datetime.combine(day, time.min) if day else None)


def _section_date(section: Section) -> datetime | None:
    day = find_date(section.title)
    return datetime.combine(day, time.min) if day else None


def _guessed_date(findings: Findings, file: SourceFile) -> datetime | None:
    if file.modified is None:
        findings.warn(file.path, "No date was found in the front matter, the file's name or a heading.")
        return None
    findings.warn(file.path, "No date was found; the day on which the file was last changed is used.", file.modified)
    return file.modified
