"""The sentences of rough notes, as typed: list marks taken off, no cut after "Dr." or an initial."""

from __future__ import annotations

import re
from dataclasses import dataclass

from coach.domain.checking.tokens import fold
from coach.domain.naming import TITLES
from coach.domain.reading.given import is_given

_END = re.compile(r"[.!?…]+(?=\s|$)|[.!?…]+[\"”“»](?=\s+[\"„“A-ZÄÖÜ]|$)|[\U0001F300-\U0001FAFF\u2600-\u26FF]+(?=\s|$)")
_TITLE = re.compile(rf"(?:(?<!\w)(?:{TITLES}|St|Sr|mr|mrs|ms|dr|prof|hr|hrn)|(?<!\w)[A-Z])\.$")
_ABBREVIATION = re.compile(
    r"(?<!\w)(?:approx|vs|e\.g|i\.e|abt|incl|z\.\s?B|bzw|ca|u\.\s?a|d\.\s?h|Nr|no|etc|Inc|Ltd|Co|Univ|dept)\.$"
)
_LIST_MARK = re.compile(
    r"^[\s\-*•–—·>+→~#▪◦○✓☐]*(?:\[[ xX]?\]\s*)?(?:\(?\d{1,2}[.)](?=\s)|\(?[a-h]\)(?=\s))?[\s\-*•–—·>→~]*"
)
"""`- `, `3) `, `→ `, `[ ] `: what stands before an item of a list, and is no word of it."""
_LABEL = re.compile(
    r"(?:new|neu|kurz(?: notiert)?|gemerkt|außerdem|sonst noch|quick notes?|quick one|brain ?dump)\s*[:–—-]\s+(?=\S)",
    re.IGNORECASE,
)
"""`New: Mr. Takeda`, `kurz notiert: …`: what stands before notes and is no word of them."""
_ORDINAL = re.compile(r"(?<!\d)\d{1,2}\.$")
_DAY_IN_FIGURES = re.compile(r"(?<!\d)\d{1,2}\.\d{1,2}\.$")
"""`bis 3.12. zwei Bänke`."""
_MONTHS = frozenset("jan feb mär mar apr mai may jun jul aug sep okt oct nov dez dec".split())
_MONTH = re.compile(
    r"(?:\b(?P<german>seit|im|ab|bis|ende|anfang|mitte|vom|zum|nächsten|letzten)|\b(?:in|since|until|till?|by|from|before|"
    r"after|mid|late|early|this|next|last)|\d\.?)\s+(?:jan|feb|mär|mrz|mar|apr|jun|jul|aug|sept?|okt|oct|nov|dez|dec)\.$",
    re.IGNORECASE,
)
"""`seit sep. ipads`."""
_COUNTED = re.compile(
    r"\b(?:allen?|der|die|das|den|dem|des|im|am|zum|vom|zur|bis|ab|seit|beim|jede[rnms]?|ihre[rnms]?|seine[rnms]?|"
    r"meine[rnms]?|unsere[rnms]?) \d{1,2}\.$",
    re.IGNORECASE,
)
_RANKED = re.compile(
    r"(?:klassen?|etage|stock|mal|semester|lehrjahr|schuljahr|jahrgang|quartal|platz|treffen|woche|stufe|kind|runde)\b",
    re.IGNORECASE,
)
"""`in allen 3. klassen`."""
_ANEW = re.compile(
    r"(?:she|he|they|i|we|it|you|the|an?|her|his|their|my|our|er|sie|ich|wir|es|ihr\w*|sein\w*|mein\w*|mit|bei|dann|then|"
    r"also|but|aber|met|said|wants?|will|has|is)\b",
    re.IGNORECASE,
)
"""Words that begin a sentence of their own behind a date."""
_FR = re.compile(r"(?<!\w)fr\.$")
_FRIDAY = re.compile(r"(?:früh|morgen|vormittag|mittag|nachmittag|abend|nacht|treffen|ab|um|\d)")
_SHORT_SURNAME = re.compile(r"(?<!\w)([^\W\d_][\w'’-]+) [b-z]\.$")
"""`jonas w. did instead`."""


@dataclass(frozen=True)
class Sentence:
    """A sentence as typed. `opens`: it begins a line; `after_gap`: the first one after a blank line; `item`: its line
    is marked as one of a list."""

    text: str
    opens: bool
    after_gap: bool
    item: bool = False


def note_sentences(text: str) -> list[str]:
    """The sentences and lines of rough notes, list marks taken off, in order."""
    return [sentence.text for sentence in sentences_of(text)]


def sentences_of(text: str) -> list[Sentence]:
    """As `note_sentences`, with where each stands."""
    found: list[Sentence] = []
    gap = True
    for line in text.splitlines():
        mark = _mark(line)
        pieces = _pieces(line[len(mark) :])
        item = bool(mark.strip()) or len(pieces) > 1
        parts = [(bare, number == 0) for piece in pieces for number, bare in enumerate(_sentences(piece))]
        found += [Sentence(part, opens, gap and number == 0, item) for number, (part, opens) in enumerate(parts)]
        gap = not parts
    return found


def entries_of(text: str) -> list[str]:
    """The paragraphs of notes, and of a paragraph that is a list its entries, each with the lines that go on it."""
    paragraphs = [part.strip() for part in re.split(r"\n[ \t]*\n", text) if part.strip()]
    return [entry for paragraph in paragraphs for entry in _entries(paragraph)]


def _entries(paragraph: str) -> list[str]:
    lines = [line for line in paragraph.splitlines() if line.strip()]
    opens = [bool(_mark(line).strip()) or bool(_ENTRY.match(line.strip())) for line in lines]
    if sum(opens) < max(_A_LIST, len(lines) / 2):
        return [paragraph]
    found: list[str] = []
    for line, new in zip(lines, opens, strict=True):
        if new or not found:
            found.append(line.strip())
        else:
            found[-1] += f"\n{line.strip()}"
    return found


_A_LIST = 2
_ENTRY = re.compile(r"[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,3}(?:\s*\([^()]{1,40}\))?\s*(?:[-–—:/|=,](?=\s)|->|→)")
"""`Ada Li - potter`, `Ada Li (met at the fair): …`."""


def _mark(line: str) -> str:
    lead = len(line) - len(line.lstrip())
    found = _LIST_MARK.match(line[lead:])
    return line[: lead + found.end()] if found else ""


def unmarked(text: str) -> str:
    """Notes without the marks of a list before their lines: as somebody is quoted. `-5 degrees` keeps its sign."""
    return "\n".join(line if re.match(r"\s*[-+~]\d", line) else line[len(_mark(line)) :] for line in text.splitlines())


def _pieces(line: str) -> list[str]:
    """A line that parts its sentences by slashes, or was dictated without a stop, in its pieces."""
    slashed = line.split(" / ")
    between = slashed[1:-1]
    if len(slashed) > _SLASHES and sum(len(one.split()) for one in between) >= _WORDS_BETWEEN * len(between):
        return slashed
    if len(line.split()) > _DICTATED and not re.search(r"[.,;:!?](?:\s|$)", line):
        return _AND_THEN.split(line)
    return [line]


_SLASHES, _WORDS_BETWEEN, _DICTATED = 3, 4, 40
_AND_THEN = re.compile(
    r"\s+(?=(?:and then|oh and|and also|after that|first was|ach ja und|und dann)\b)|"
    r"(?<!\band)(?<!\bund)\s+(?=(?:then|dann|danach)\b)|"
    r"\s+and\s+(?=(?:[A-Z]|his colleague|her colleague))"
)


def _sentences(piece: str) -> list[str]:
    return [bare for part in _parts(piece) if (bare := _bare(part))]


def _bare(part: str) -> str:
    bare = _LABEL.sub("", _LIST_MARK.sub("", part.strip())).strip()
    return bare if bare.strip(".!?") else ""


def _parts(line: str) -> list[str]:
    parts, at = [], 0
    for mark in _END.finditer(line):
        if not _goes_on(line[max(at, mark.start() - 24) : mark.end()], line[mark.end() : mark.end() + 24]):
            parts.append(line[at : mark.end()])
            at = mark.end()
    return [*parts, line[at:]]


def _goes_on(before: str, after: str) -> bool:
    """Whether a full stop ends only an abbreviation: a title always, any other where no capital follows."""
    if _TITLE.search(before) or _DAY_IN_FIGURES.search(before):
        return bool(after.strip())
    behind = after.strip()
    if _ORDINAL.search(before) and behind[:3].casefold() in _MONTHS:
        return True
    if behind and (_goes_on_in_german(before, behind) or _is_a_short_surname(before, behind)):
        return True
    return bool(_ABBREVIATION.search(before)) and not behind[:1].isupper()


def _goes_on_in_german(before: str, behind: str) -> bool:
    """Behind a month cut short, an ordinal, or `fr.` before a name."""
    month = _MONTH.search(before)
    if month:
        return not _ANEW.match(behind) and (bool(month["german"]) or not behind[0].isupper())
    if _ORDINAL.search(before):
        return bool(_RANKED.match(behind)) or (bool(_COUNTED.search(before)) and not _ANEW.match(behind))
    return bool(_FR.search(before)) and behind[0].isalpha() and not _FRIDAY.match(behind) and not _ANEW.match(behind)


def _is_a_short_surname(before: str, behind: str) -> bool:
    short = _SHORT_SURNAME.search(before)
    return bool(short) and not behind[0].isupper() and is_given(fold(short[1] if short else ""))
