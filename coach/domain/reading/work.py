"""What somebody does, where, and what they care about, where the notes say it outright."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coach.domain.capture import FoundPerson
from coach.domain.checking.english import forms
from coach.domain.checking.lexicon import COMPANIONS, ROLE_HEADS, ROLE_MODIFIERS, TITLES
from coach.domain.checking.people import RELATIONS
from coach.domain.checking.tokens import fold
from coach.domain.naming import first_name, without_title
from coach.domain.reading.employers import MOST_WORDS
from coach.domain.reading.entries import Work, work_told
from coach.domain.reading.focus import places_of
from coach.domain.reading.interests import interests_in
from coach.domain.reading.promised import whose_promise
from coach.domain.reading.roles import is_role

_PAST = re.compile(
    r"\b(?:used to (?:be|work)|formerly|previously|ex-|left|was (?:at|with)|were (?:at|with)|before that|until|früher|"
    r"ehemals|war (?:bei|mal))\b[^.;]*$",
    re.IGNORECASE,
)
_BECAME = re.compile(
    r"\b(?:before|and|then|now)\s+(?:she|he|they)?\s*(?:became|is|works as)\s+an?\s+([^,.;()]{3,40}?)(?=[,.;(]|$| at\b)"
)
_NO_ROLE = re.compile(
    r"^(?:she|he|they|who|the (?:guy|woman|man|one|person|lady)|her|his|their|we|i|and|but|from|at|used|used to|is|was|"
    r"has|had|told|said|asked|wants?|loves?|met|very|great|so|also|just|new|old|er|sie|wer|die|der|das|und|aber|"
    r"lunch|follow|owes|promised|with|to|about|for)\b|\d",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"(?:^|[,;:–—-]\s+|\b(?:and|but|und|also|then|dann)\s+)(?:she|he|they|er|sie)(?=\s|['’](?:s|re)\b)", re.I
)
_NOT_ABOUT_WORK = re.compile(
    r"^(?:me|ich|i|we|wir)\s*(?:→|->|=>|:|>)|^(?:i|we|ich|wir)\s+(?:owe|need|must|will|should|promised|share|send)\b|"
    r"^(?:send|ring|call|mail|email|ping|ask|write|text|message|remind|introduce|invite|promised|told)\b",
    re.IGNORECASE,
)
"""`me → Ann: the script`, `send Ann the designer's notes`: what is to be done, not what somebody does."""
_TO_ME = re.compile(r"^\s*(?:→|->|=>|>)\s*(?:me|mir|mich|i|us|uns)\b|^\s+to\s+(?:send|mail|bring|intro)", re.IGNORECASE)
_ALONG = re.compile(
    r"^\s*(?:&|\+|and|und|,)\s+[A-ZÀ-Þ][\w'’-]+(?:\s+[A-ZÀ-Þ][\w'’-]+)?"
    r"(?=\s+(?:from|of|vom|von|both|who (?:run|are|both))\b|\s*[,(–-]\s*(?:the\s+|both\s+)?(?:co-?)?"
    r"(?:founders|owners|organisers|organizers|hosts|partners|directors|editors|teachers|engineers|students|devs)\b)"
)
"""` and Bo Li, co-founders of Mvua`: somebody else of whom the same is said."""
_OTHER_SUBJECT = re.compile(
    r"^(?:my|our|her|his|their|its|i|we|you|me|ich|wir|mein\w*|unser\w*|ihre?|seine?|it|es|this|that)\b", re.I
)


def with_work(person: FoundPerson, lines: Sequence[str], others: Sequence[str] = ()) -> FoundPerson:
    """Role, organisation and interests where the sentences about the person say them outright. `others`: the other names
    of the notes, whose words are not read as this one's."""
    role, organisation = person.role, person.organisation
    others = [name for name in others if name != person.name]
    for line in lines:
        found = _work_in(line, person.name, others)
        role, organisation = role or found.role, organisation or found.organisation
    cares = person.cares_about or tuple(dict.fromkeys(topic for line in lines for topic in interests_in(line)))[:3]
    return person.model_copy(update={"role": role, "organisation": organisation, "cares_about": cares})


@dataclass(frozen=True)
class _Told:
    """The words of a sentence about somebody. `alone`: neither their name nor "she" stands before them."""

    words: str
    alone: bool = False


def _work_in(line: str, name: str, others: Sequence[str]) -> Work:
    """What one sentence says that this person does, and where."""
    if _NOT_ABOUT_WORK.match(line):
        return Work(organisation=_where_named(line, name, others))
    role = organisation = ""
    for told in _told(line, name, others):
        found = work_told(told.words, alone=told.alone)
        role, organisation = role or found.role, organisation or found.organisation
    if not role and (place := _name_in(name, line)):
        role = _role_before(line[: place.start()])
    if not role and (became := _BECAME.search(line)) and _of_this_one(line[: became.start()], name, others):
        role = became[1].strip()
    return Work("" if whole_promise(line) else role, organisation)


def _where_named(line: str, name: str, others: Sequence[str]) -> str:
    """`Klim`, in `I should introduce him to Mira from Klim`: what a task says of somebody is only where they are."""
    place = _name_in(name, line)
    behind = line[place.end() :] if place else ""
    if not re.match(r"\s+(?:from|of|vom|von|bei)\s|\s*\(", behind):
        return ""
    return work_told(_until_another(behind, others)).organisation


def _told(line: str, name: str, others: Sequence[str]) -> Iterator[_Told]:
    """The parts of a sentence that say something of this person: behind the name, behind "she", or all of it."""
    place = _name_in(name, line)
    if place:
        behind = line[place.end() :]
        if _TO_ME.match(behind) or re.match(r"['’]s (?!an?\b|the\b|now\b|\w+ing\b)", behind):
            return
        along = _ALONG.match(behind)
        behind = behind[along.end() :] if along else behind
        if re.match(r"\s+at\s", behind) and place.start():
            return
        yield _Told(_until_another(behind, others))
        return
    pronoun = _PRONOUN.search(line)
    if pronoun and _of_this_one(line[: pronoun.start()], name, others):
        yield _Told(_until_another(line[pronoun.end() :], others))
    elif not pronoun and not _OTHER_SUBJECT.match(line):
        yield _Told(_until_another(line, others), alone=True)


def _name_in(name: str, line: str) -> re.Match[str] | None:
    """Where a sentence says somebody's name, a nickname in quotes inside it or not, or their first name alone."""
    plain = without_title(name)
    nickname = r"(?:\s+[\"“”'‘’„(][^\"“”'’()]{1,20}[\"“”'’)])?"
    parts = plain.split()
    small = not any(sign.isupper() for sign in line.replace("I", ""))
    flags = re.IGNORECASE if small else re.NOFLAG
    whole = rf"{nickname}\s+".join(map(re.escape, parts))
    found = re.search(rf"(?<!\w){whole}(?!\w)", line, re.IGNORECASE if len(parts) > 1 else flags)
    surname = rf"(?:{nickname[:-1]}\s+[A-ZÀ-Þ][\w'’-]+)?" if len(parts) == 1 else ""
    return (
        re.search(rf"(?<!\w){re.escape(first_name(name))}(?!\w)(?:{nickname}\s+[A-ZÀ-Þ][\w'’-]+)?", line)
        if found and surname and '"' in line
        else found or re.search(rf"(?<!\w){re.escape(first_name(name))}(?!\w)", line, flags)
    )


def _until_another(words: str, others: Sequence[str]) -> str:
    """The words up to where another person is named; an organisation that was taken for one ends nothing."""
    places = [
        at
        for name, at in places_of(others, words).items()
        if not is_role(name) and not re.search(r"(?:\b(?:at|bei|from|for|called|is)|@):?\s+(?:the\s+)?$", words[:at])
    ]
    return words[: min(places, default=len(words))]


def _of_this_one(before: str, name: str, others: Sequence[str]) -> bool:
    """Whether "she" behind these words means this person: nobody else stands before it."""
    return not places_of(others, before) or _name_in(name, before) is not None


def _role_before(before: str) -> str:
    """`crane operator`, in `met crane operator Ann`; no companion (`my colleague Ann`) and no title (`Captain Ann`)."""
    words = re.sub(r"(?:,|\s+(?:called|named|lass|lad|guy|lady|bloke|chap|woman|man))+$", "", before.rstrip()).split()
    kept: list[str] = []
    while words and fold(words[-1]) in ROLE_HEADS | ROLE_MODIFIERS:
        kept.insert(0, words.pop())
    if (
        not kept
        or fold(kept[-1]) not in ROLE_HEADS - COMPANIONS - RELATIONS - TITLES
        or fold(kept[0]) in ("former", "people")
    ):
        return ""
    return " ".join(kept)


def may_be_a_role(words: str, told: str) -> bool:
    """Whether words of the notes can be what somebody is: no name, no thing of theirs ("her co-op"), no sentence."""
    parts = words.split()
    if not 0 < len(parts) <= MOST_WORDS or _NO_ROLE.match(words):
        return False
    if re.search(
        rf"\b(?:her|his|their|its|my|our|ihre?[mnrs]?|seine?[mnrs]?)\s+{re.escape(words)}\b", told, re.IGNORECASE
    ):
        return False
    if words.islower() and parts[-1] in ("early", "late", "soon", "there", "again", "away", "today", "yesterday"):
        return False
    name = all(part[:1].isupper() for part in parts) and not any(forms(part.casefold()) for part in parts)
    return not name or words.isupper()


def may_be_an_organisation(words: str, told: str) -> bool:
    """Whether words of the notes can be the name of an organisation: capitals, no sentence, and no place."""
    parts = words.split()
    if re.search(rf"\b(?:in|near|nahe) {re.escape(words)}\b", told):
        return False
    return 0 < len(parts) <= MOST_WORDS and any(part[:1].isupper() or part[:1].isdigit() for part in parts)


def whole_promise(line: str) -> bool:
    """Whether a sentence is nothing but a promise, which tells no role."""
    return whose_promise(line) is not None and len(line.split()) < 14


def past_work(words: str, lines: Sequence[str]) -> bool:
    """Whether the notes speak of this place only as one where somebody used to be."""
    places = [(line, line.find(words)) for line in lines if words in line]
    return bool(places) and all(_PAST.search(line[:at]) for line, at in places)
