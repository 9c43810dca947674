"""Who is not who: two people by one name, and somebody who was named but did not come."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.domain.checking.tokens import fold
from coach.domain.naming import TITLES, family_name, first_name, without_mark, without_title
from coach.domain.reading.given import is_given

_ANOTHER = (
    r"(?:^|[-–—,;:(!?.]\s*|\b(?:is|was|ist|war|but|aber|no)\s+)(?:(?:an?|the|eine?|the other|totally|completely)\s+)*"
    r"(?:(?:an ?other|other|diff(?:erent|\.)?) (?:woman|man|person|one|guy|lady|bloke|chap|girl|lad|{first})|"
    r"not (?:the )?same(?: (?:one|person|woman|man|guy|lady))?|andere[rs]?(?: (?:frau|mann|person|{first}))?|"
    r"nicht (?:die|der)(?:selbe| gleiche){kin})(?=\s*(?:[-–—,;:()!?.]|$)|\s+(?:from|at|than|as|to|von|bei|als|lol)\b)"
)
_NO_KIN = r"|(?:not|no) (?:related|relation)|unrelated|nicht verwandt"
_IN_BRACKETS = re.compile(r"\s*\(([^\W\d_]+)\)")
_FORMAL = re.compile(rf"(?<!\w)((?i:(?:(?:{TITLES})\.?\s+)+))([^\W\d_][\w'’-]+)\s*\(([^\W\d_]+)\)")
_STOPS = (
    r"(?=\s*(?:[,.;:!?)–—-]|$)|"
    r"\s+(?:so|but|and|because|as|since|to|tonight|today|after|again|cos|in the end|lol|this)\b)"
)
_NOT_THERE = re.compile(
    r"[,:]?\s*(?:[-–—(=]\s*)?(?:sadly |unfortunately |in the end |leider |doch |again )*(?:"
    rf"(?:did\s?n['’]?t|did not) (?:show|come|turn)(?: up| along)?{_STOPS}|never (?:showed|came|turned up){_STOPS}|"
    rf"(?:was\s?n['’]?t|was not) (?:there|around){_STOPS}|(?:was )?(?:a )?no[- ]?show\b|"
    rf"(?:(?:could|did)\s?n['’]?t|(?:could|did) not) make it{_STOPS}|couldn['’]?t come{_STOPS}|"
    r"kam (?:leider |doch |dann )*nicht(?!\s+(?:dazu|aus|mehr|nur|umhin|weiter|klar|zu))|"
    r"war (?:leider |doch |dann )*(?:nicht|net) da\b|"
    r"ist (?:leider |doch )*nicht (?:gekommen|erschienen|aufgetaucht))",
    re.IGNORECASE,
)
_INSTEAD = re.compile(
    r"\s*\.?\s*(?:did|came|was|stood in|stepped in|covered|showed|filled in|spoke|kam|war|sprang|ist eingesprungen)\b"
    r"[^,;]*?(?:\binstead|\bstattdessen|\bdafür|\bein\b|\bin for|\bstepped in|\bstood in|\bfilled in)|"
    r"\s*\.?\s*instead\b",
    re.IGNORECASE,
)


def is_another(text: str, name: str, *, kin: bool = True) -> bool:
    """Whether a sentence that says the name says too that it is another one of it: `diff woman`, `not the same`. `kin`:
    `not related` counts."""
    pattern = _ANOTHER.replace("{first}", re.escape(first_name(name))).replace("{kin}", _NO_KIN if kin else "")
    return bool(re.search(pattern, text, re.IGNORECASE))


_WHERE = re.compile(
    r"\s+(?:from|at|of|von|bei|vom)\s+(?P<at>[\w&.'’ -]+?)"
    r"(?=\s+(?:too|also|auch|as well)\b|\s+[-–—]|\s*[,;:(!?–—]|\.?\s*$)|"
    r"\s*\((?P<inside>[^(),]+)\)"
)
_MOST_WORDS = 4


def mark_of(behind: str) -> str:
    """`Slow Food`, of the words behind the name of a second Maria Rossi: where she is from; "" if they do not say."""
    found = _WHERE.match(behind) or re.search(
        r"[,;–—-]\s*(?:from|von|bei|vom)\s+(?P<at>[\w&.'’ -]+?)(?=\s*[,;:(!?]|\.?\s*$)", behind
    )
    words = next(part for part in found.groups() if part).strip() if found else ""
    if not words or len(words.split()) > _MOST_WORDS:
        return ""
    return words.title() if words.islower() else words


def calls_another(name: str, said: str, behind: str) -> bool:
    """`dr okafor (tom)`, for Sam Okafor: the family name, and another first name in brackets behind it."""
    inside = _IN_BRACKETS.match(behind)
    family, first = fold(family_name(name)), fold(first_name(name))
    if not inside or not family or fold(said.rsplit(maxsplit=1)[-1]) != family or " " in first:
        return False
    called = fold(inside[1])
    return is_given(called) and called != first and first not in fold(said).split()


def formally_named(text: str) -> dict[str, tuple[str, str]]:
    """`dr okafor (tom)`: for each family name behind a title, the whole name, and how the notes say it."""
    found: dict[str, tuple[str, str]] = {}
    for said in _FORMAL.finditer(text):
        title, family, first = said[1].strip(), said[2], said[3]
        if is_given(fold(first)) and first.casefold() != family.casefold():
            family = family if family[0].isupper() else family.title()
            found[fold(family)] = (f"{first[0].upper()}{first[1:]} {family}", f"{title[0].upper()}{title[1:]} {family}")
    return found


def formally_apart(lines: Sequence[str]) -> dict[str, str]:
    """`Dr Okafor` with the line, where `dr okafor, renal` opens a line and `Sam Okafor - ops lead` another one:
    nobody has two entries in a list. Not where a line calls that one Dr Sam Okafor."""
    found: dict[str, str] = {}
    for line in lines:
        entry = _FORMAL_ENTRY.match(line)
        if not entry or _IN_BRACKETS.match(line[entry.end("family") :]):
            continue
        family = entry["family"]
        whole = re.compile(rf"([^\W\d_][\w'’.-]*)\s+{re.escape(family)}(?=\s*[-–—:(,|/])", re.IGNORECASE)
        firsts = [one[1] for other in lines if (one := whole.match(other)) and not _TITLE_WORD.fullmatch(one[1])]
        if firsts and not any(re.search(rf"(?i:{TITLES})\.?\s+{one}\b", " ".join(lines)) for one in firsts):
            title = entry["title"].rstrip(". ")
            family = family if family[0].isupper() else family.title()
            called = " ".join(f"{one[0].upper()}{one[1:]}" for one in title.split())
            found[f"{called} {family}"] = line
    return found


_FORMAL_ENTRY = re.compile(
    rf"(?P<title>(?i:(?:{TITLES})\.?(?:\s+(?:{TITLES})\.?)?))\s+(?P<family>[^\W\d_][\w'’-]+)(?=\s*[-–—:(,|/])"
)
_TITLE_WORD = re.compile(rf"(?i:{TITLES})\.?")


def has_not_come(behind: str, name: str) -> bool:
    """Whether the words from somebody's name on say that they were not there."""
    return bool(_NOT_THERE.match(_without_name(behind, name)))


def came_instead(behind: str, name: str) -> bool:
    """Whether the words from somebody's name on say that they came in place of another."""
    return bool(_INSTEAD.match(_without_name(behind, name)))


def _without_name(behind: str, name: str) -> str:
    """What stands behind a name, in whatever form of it the words begin with."""
    parts = {fold(part.strip(".")) for part in (*without_title(without_mark(name)).split(), *name.split())}
    at = 0
    for word in re.finditer(r"\s*([\w'’-]+)\.?", behind):
        if word.start() != at or fold(word[1]) not in parts:
            break
        at = word.end()
    return behind[at:]
