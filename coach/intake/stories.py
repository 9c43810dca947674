"""Reads stories as Markdown: our own format with its four sections, and free-form posts such as a blog's folder.

Our format is front matter (`id, title, people, year, place, themes, good_for, source`) and the sections
Struggle, Turn, Result, Lesson. A free-form post is kept whole, however long, as plain text.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import PurePosixPath

from coach.domain.ids import stable_id
from coach.domain.intake import ImportPreview
from coach.domain.models import Story
from coach.intake.dates import as_datetime, find_date
from coach.intake.findings import Findings, as_text
from coach.intake.front_matter import FrontMatter, read_front_matter
from coach.intake.identity import split_names
from coach.intake.notes import SUFFIXES, texts
from coach.intake.plain_text import plain_text
from coach.intake.sources import Source, SourceFile

PARTS = ("struggle", "turn", "result", "lesson")
_SECTION = re.compile(r"^##[ \t]+(\S[^\n]{0,200}?)[ \t#]*$", re.MULTILINE)
_PART = re.compile(r"^##[ \t]+(struggle|turn|result|lesson)[ \t#]*$", re.MULTILINE | re.IGNORECASE)
_BYLINE = re.compile(
    r"^\s*[*_]{0,3}(?:Authors?|By|Written by)(?:\s&\s\w+)?\s?[*_]{0,3}\s?:[*_]{0,3}\s*(\S[^\n]{0,1000})", re.I | re.M
)
_TRAILING_BRACKET = re.compile(r"\s*\([^()]{0,200}\)\s*$")
_TITLE = re.compile(r"^#{1,2}[ \t]+(\S[^\n]{0,300})$", re.MULTILINE)
_NOT_A_STORY = {"readme", "license", "licence", "contributing", "changelog", "code_of_conduct", "sources", "notice"}
_ID = re.compile(r"^[a-z0-9][a-z0-9._-]{2,63}$")


def recognises(source: Source) -> bool:
    """Whether a file in it is in our own format; free-form posts look like notes and must be asked for by kind."""
    files = [file for file in source.files if file.suffix in SUFFIXES][:200]
    return any(_is_ours(file.peek().decode("utf-8", errors="replace").replace("\r", "")) for file in files)


def read(source: Source) -> ImportPreview:
    """Stories. Raises ImportFileError when no file is one."""
    findings = Findings("stories", source.name)
    findings.skipped.extend(source.skipped)
    found = texts(findings, source)
    only_ours = any(_is_ours(text) for _, text in found)
    for file, text in found:
        matter = read_front_matter(text)
        if matter.problem:
            findings.warn(file.path, matter.problem)
        if _is_ours(text):
            story = _read_ours(findings, source, file, matter)
        elif reason := _why_not(file, matter, only_ours=only_ours):
            findings.skip(file.path, reason)
            continue
        else:
            story = _read_post(findings, source, file, matter)
        if story:
            findings.keep(story, file.path)
    findings.require_items("no story", "A story is a Markdown file with a title and a text, or with our four sections.")
    return findings.preview()


def _is_ours(text: str) -> bool:
    return len({found[1].lower() for found in _PART.finditer(text)}) >= 2


def _why_not(file: SourceFile, matter: FrontMatter, *, only_ours: bool) -> str:
    """Why a file is no story, or "". Beside stories in our format, a file without its sections is about them."""
    if PurePosixPath(file.path).stem.lower() in _NOT_A_STORY:
        return "It is about the collection, not a story."
    if only_ours:
        return "It has none of the sections Struggle, Turn, Result and Lesson."
    return "" if matter.body.strip() else "It holds no text besides its front matter."


def _read_ours(findings: Findings, source: Source, file: SourceFile, matter: FrontMatter) -> Story | None:
    parts, rest = _cut(matter.body)
    title = findings.name(matter.text("title"), file.path) or _title(findings, matter, file)
    missing = [part for part in PARTS if not parts.get(part)]
    if missing:
        findings.warn(file.path, "The story has no {parts}.", title, parts=", no ".join(missing))
    setting = " · ".join(text for text in (matter.text("year"), matter.text("place")) if text)
    people = matter.strings("people", "about")
    own = _is_own(matter, people)
    given = matter.text("id")
    return Story(
        id=given if _ID.match(given) else stable_id("story", _collection(source), given or file.path),
        title=title,
        **{part: plain_text(parts.get(part, "")) for part in PARTS},
        text="\n\n".join(text for text in (setting, plain_text(rest)) if text),
        own=own,
        heard_from=matter.text("heard_from", "author") or None,
        about_people=people,
        themes=matter.strings("themes", "tags"),
        good_for=matter.strings("good_for"),
        at=_day(matter),
        collection="starter" if given.startswith("starter-") else "mine" if own else _collection(source),
        source=findings.text(matter.text("source"), file.path) or ("" if own else file.path),
    )


def _is_own(matter: FrontMatter, people: tuple[str, ...]) -> bool:
    """As `own` says; else a story that names its people, a source or a teller is somebody else's."""
    stated = matter.fields.get("own")
    if isinstance(stated, bool):
        return stated
    return not (people or matter.text("source", "heard_from", "author") or matter.text("id").startswith("starter-"))


def _cut(body: str) -> tuple[dict[str, str], str]:
    """The four parts by name, and everything else in its order with its headings."""
    headings = list(_SECTION.finditer(body))
    parts: dict[str, str] = {}
    rest = [body[: headings[0].start()] if headings else body]
    ends = [found.start() for found in headings[1:]] + [len(body)]
    for heading, end in zip(headings, ends, strict=True):
        name, text = heading[1].strip().lower(), body[heading.end() : end].strip()
        if name in PARTS and name not in parts:
            parts[name] = text
        else:
            rest.append(f"{heading.group()}\n{text}")
    return parts, "\n\n".join(text.strip() for text in rest if text.strip())


def _read_post(findings: Findings, source: Source, file: SourceFile, matter: FrontMatter) -> Story | None:
    text = plain_text(matter.body)
    if not text:
        findings.skip(file.path, "Nothing is left of it without pictures and markup.")
        return None
    if matter.fields.get("draft") in (True, "yes", "true"):
        findings.warn(file.path, "It is marked as a draft.")
    return Story(
        id=stable_id("story", _collection(source), file.path),
        title=_title(findings, matter, file),
        text=text,
        own=False,
        heard_from=", ".join(_authors(findings, matter, file.path)) or None,
        about_people=matter.strings("people", "about"),
        themes=matter.strings("themes", "tags", "categories"),
        good_for=matter.strings("good_for"),
        at=_day(matter) or find_date(PurePosixPath(file.path).stem),
        collection=_collection(source),
        source=matter.text("source", "slug") or file.path,
    )


def _title(findings: Findings, matter: FrontMatter, file: SourceFile) -> str:
    """The title of the front matter, else the first heading, else the file's name."""
    heading = _TITLE.search(matter.body[:5_000])
    fallback = PurePosixPath(file.path).stem.replace("_", " ").replace("-", " ").strip() or file.path
    stated = findings.name(matter.text("title"), file.path)
    return stated or (findings.name(plain_text(heading[1]), file.path) if heading else "") or fallback


def _authors(findings: Findings, matter: FrontMatter, where: str) -> list[str]:
    """Names of those who tell it: from the front matter, else from a byline at the top of the text.

    Links and, after a name, the organisation in brackets are left out.
    """
    stated = matter.fields.get("authors") or matter.fields.get("author") or matter.fields.get("heard_from")
    if isinstance(stated, list):
        raw = ", ".join(as_text(entry) for entry in stated)
    else:
        raw = matter.text("authors", "author", "heard_from")
    if not raw and (byline := _BYLINE.search(matter.body[:3_000])):
        raw = byline[1]
    named = [part for entry in plain_text(raw).split(" / ") for part in split_names(entry)]
    bare = [_TRAILING_BRACKET.sub("", name) for name in named]
    return [name for name in (findings.name(text, where) for text in dict.fromkeys(bare)) if name]


def _day(matter: FrontMatter) -> date | None:
    at = as_datetime(matter.fields.get("date") or matter.fields.get("at"))
    return at.date() if at else None


def _collection(source: Source) -> str:
    """The folder's or archive's name; an upload of one file is in a collection called `imported`."""
    return source.root or "imported"
