"""Reading rough notes by rule: whom they name, who promised what by when. What a model reads is held against this.

English only, and shy: a rule that is unsure says nothing, since everything found is shown to a person.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from coach.domain.capture import FoundCommitment, FoundPerson
from coach.domain.dates import coming_date
from coach.domain.models import Person

_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?]+(?!\s)[^.!?\n]+)*[.!?]*")
_NAME = r"[^\W\d_][\w'’.-]*(?:\s+(?:(?:van|von|de|da|di|la|le|der|den|bin|al|el|ten)\s+)*[^\W\d_][\w'’.-]*){0,3}"
_MET = re.compile(
    rf"\b(?:[Mm]et|[Tt]alked (?:to|with)|[Ss]poke (?:to|with)|[Ii]ntroduced (?:to|by)|"
    rf"[Ss]at (?:with|next to|beside)|[Cc]hat(?:ted)? with|[Rr]an into|[Cc]aught up with|"
    rf"[Ll]unch with|[Dd]inner with|[Cc]offee with)"
    rf"\s+({_NAME})"
)
_FROM = re.compile(rf"^[\w\s'’.-]{{0,40}}?\b(?:from|at|of)\s+(?:the\s+)?({_NAME})")
_DOES = re.compile(
    r"\b(?:she|he|they|who)\s+((?:leads|runs|builds|heads|manages|teaches|maintains|organi[sz]es|founded|edits|"
    r"works (?:on|as|in|for|with))\s[^,.;]+?)(?=\s+and\b|[,.;]|$)",
    re.IGNORECASE,
)
_MINE = re.compile(
    r"\b(?:I(?:'|’)ll|I will|I promised|I owe|I said I(?:'|’)d|I should|I must|I offered to|I need to|"
    r"told \w+ I(?:'|’)d)\b|(?:^|[,;:]\s*)promised (?:to|her|him|them)\b",
    re.IGNORECASE,
)
_THEIRS = re.compile(
    r"\b(?:(?:she|he|they)(?:'|’)ll|(?:she|he|they) will|(?:she|he|they) promised|(?:she|he|they) offered to|owes me|"
    r"promised me|will (?:send|introduce|show|tell|give|share with) me|"
    r"(?:is|are) going to (?:send|introduce|show) me|"
    r"(?-i:(?!(?:Then|Also|And|But|Later|We)\b)[A-Z][\w’-]+) (?:also )?promised)\b",
    re.IGNORECASE,
)
_FOLLOW_UP = re.compile(r"\b(?:follow up|get back to|write to|call|ping|check in)\b", re.IGNORECASE)
_PARTICLES = ("van", "von", "de", "da", "di", "la", "le", "der", "den", "bin", "al", "el", "ten")
_WORD_NAMES = frozenset(
    """
    will mark grace may rose hope joy bill art faith april june august summer dawn frank jack rob pat sue ray
    gene drew chase grant dean earl miles rich nick bob sunny lily ivy iris robin penny max
    """.split()
)
"""First names that are also words: only with a capital do they mean a person."""
_NOT_NAMES = frozenset(
    """
    I The A An And But Then Also After Before Later Today Yesterday Tomorrow
    We He She They It His Her Their My Our Some Someone Nobody Everybody
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July
    August September October November December At In On With For From To
    """.split()
)


def note_sentences(text: str) -> list[str]:
    """The sentences and lines of rough notes, list marks taken off, in order."""
    found = (match.group().strip().lstrip("-*•– ").strip() for match in _SENTENCE.finditer(text))
    return [sentence for sentence in found if sentence]


def named_people(text: str, known: Sequence[Person]) -> list[FoundPerson]:
    """People whom the notes name: those you know, by name or nickname, and those that you say you met."""
    people: dict[str, FoundPerson] = {}
    firsts = Counter(person.name.split()[0].casefold() for person in known)
    for person in known:
        for name in _names_of(person):
            alone = name == person.name.split()[0] and name != person.name
            if alone and (firsts[name.casefold()] > 1 or _another_surname(text, name)):
                continue
            if quote := _sentence_with(text, name):
                people[person.name] = FoundPerson(name=person.name, person_id=person.id, quote=quote)
                break
    for match in _MET.finditer(text):
        name = _trim_name(match[1])
        if name and not any(_same_name(name, other) for other in people):
            people[name] = FoundPerson(name=name, quote=_sentence_with(text, name) or name)
    return [_with_work(person, text) for person in people.values()]


def _with_work(person: FoundPerson, text: str) -> FoundPerson:
    """Role and organisation where the sentence that names the person says them outright."""
    after = person.quote.partition(person.name.split()[0])[2]
    where, what = _FROM.match(after), _DOES.search(after)
    return person.model_copy(
        update={
            "organisation": person.organisation or (_trim_name(where[1]) if where else ""),
            "role": person.role or (what[1].strip() if what else ""),
        }
    )


def _names_of(person: Person) -> list[str]:
    first = person.name.split()[0]
    return [person.name, *person.also_called, *([first] if len(first) > 2 and first != person.name else [])]


def _trim_name(words: str) -> str:
    """The leading run of capitalised words; empty when it is no name."""
    kept: list[str] = []
    for word in words.split():
        bare = word.strip(".,;:'’-")
        if not bare or bare in _NOT_NAMES or not (bare[0].isupper() or (kept and bare in _PARTICLES)):
            break
        kept.append(bare)
        if word[-1] in ".,;:":
            break
    return " ".join(kept)


def _same_name(one: str, other: str) -> bool:
    first, second = one.casefold().split(), other.casefold().split()
    return set(first) <= set(second) or set(second) <= set(first)


def _another_surname(text: str, first: str) -> bool:
    """Whether the notes say the first name with a surname behind it: then a bare one means that person."""
    return bool(re.search(rf"(?<!\w){re.escape(first)}\s+(?:(?:van|von|de|da|di)\s+)?[A-ZÀ-ÖØ-Þ][^\W\d_]", text))


def _sentence_with(text: str, name: str) -> str:
    flags = re.NOFLAG if name.casefold() in _WORD_NAMES else re.IGNORECASE
    pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", flags)
    return next((sentence for sentence in note_sentences(text) if pattern.search(sentence)), "")


def whose_promise(sentence: str) -> str | None:
    """`me`, `them`, or None when the sentence promises nothing or does not say who."""
    mine, theirs = bool(_MINE.search(sentence)), bool(_THEIRS.search(sentence))
    if mine == theirs:
        return None
    return "me" if mine else "them"


def promises(text: str, people: Sequence[FoundPerson], today: date) -> list[FoundCommitment]:
    """Promises by rule, each once. A sentence without a name belongs to whoever was named last before it."""
    found: dict[tuple[str, str], FoundCommitment] = {}
    last = ""
    for sentence in note_sentences(text):
        last = _first_named(sentence, people) or last
        by = whose_promise(sentence)
        if by and last:
            promise = FoundCommitment(
                person=last, by=by, what=_what(sentence), due=coming_date(sentence, today), quote=sentence
            )
            found.setdefault((last, sentence), promise)
    return list(found.values())


def _mention(sentence: str, name: str) -> int | None:
    """Where the sentence first names that person; None when it does not."""
    for part in (name, name.split(maxsplit=1)[0]):
        if len(part) > 2 and (match := re.search(rf"(?<!\w){re.escape(part)}(?!\w)", sentence)):
            return match.start()
    return None


def _first_named(sentence: str, people: Sequence[FoundPerson]) -> str:
    """The person whom the sentence names first, who is most often its subject."""
    places = {one.name: place for one in people if (place := _mention(sentence, one.name)) is not None}
    return min(places, key=lambda name: places[name], default="")


def _what(sentence: str) -> str:
    """What is promised: the words after the promise."""
    for pattern in (_MINE, _THEIRS):
        if match := pattern.search(sentence):
            rest = sentence[match.end() :].strip(" .,:;").removeprefix("to ")
            words = match.group().split()[-1].casefold()
            return f"{words} {rest}" if words in ("send", "introduce", "show", "tell", "give") else rest or sentence
    return sentence


def follow_up_dates(text: str, people: Sequence[FoundPerson], today: date) -> dict[str, date]:
    """For each name the day on which the notes say to be in touch again."""
    found: dict[str, date] = {}
    last = ""
    for sentence in note_sentences(text):
        last = _first_named(sentence, people) or last
        if last and _FOLLOW_UP.search(sentence) and (day := coming_date(sentence, today)):
            found.setdefault(last, day)
    return found


def facts_about(text: str, people: Sequence[FoundPerson]) -> dict[str, tuple[str, ...]]:
    """For each name the sentences about that person, word for word: those with the name, and those that go on."""
    found: dict[str, list[str]] = {one.name: [] for one in people}
    last = ""
    for sentence in note_sentences(text):
        named = [one.name for one in people if _mention(sentence, one.name) is not None]
        if named:
            last = named[-1]
        for name in named or ([last] if last and re.match(r"(?i)(she|he|they|her|his|their)\b", sentence) else []):
            found[name].append(sentence)
    return {name: tuple(lines) for name, lines in found.items()}
