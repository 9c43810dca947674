"""Whom rough notes name: people you know, those whom you say you met, and those whom a line begins with."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from coach.domain.capture import FoundPerson
from coach.domain.checking.english import known as known_word
from coach.domain.models import Person
from coach.domain.naming import family_name, first_name, with_any_title, without_title
from coach.domain.reading.lines import Sentence, note_sentences, sentences_of

_PARTICLE = r"(?:van|von|de|da|di|la|le|der|den|bin|al|el|ten)"
_NAME = rf"[^\W\d_][\w'’.-]*(?:\s+(?:{_PARTICLE}\s+)*[^\W\d_][\w'’.-]*){{0,4}}"
_MET = re.compile(
    rf"\b(?:[Mm]et(?: with)?|[Tt]alked (?:to|with)|[Ss]poke (?:to|with)|[Ii]ntroduced (?:to|by)|"
    rf"[Ss]at (?:with|next to|beside)|[Cc]hat(?:ted)? with|[Rr]an into|[Bb]umped into|[Cc]aught up with|"
    rf"(?:[Ll]unch|[Dd]inner|[Cc]offee|[Tt]ea|[Bb]eers?|[Dd]rinks?|[Bb]reakfast|[Cc]all|[Mm]eeting|[Ww]alk) with|"
    rf"^(?:[Hh]ad an? |[Aa]n? )?(?:\w+ )?(?:[Tt]alk|[Cc]onversation|[Cc]hat) with|"
    rf"[Tt]raf|[Tt]reffen mit|[Gg]espräch mit)\s+"
    rf"(?:(?:(?:[Mm]y|[Aa]n?|[Tt]he) )?(?:[Oo]ld |[Ff]ormer )?"
    rf"(?:colleague|friend|neighbou?r|boss|mentor|classmate),? )?({_NAME})|"
    rf"^({_NAME})\s+(?:kennengelernt|getroffen|wiedergesehen)\b|"
    rf"(?<![\w/])w/\s*({_NAME})|"
    rf"\b[Mm]it\s+({_NAME})(?:\s*\([^()\n]{{1,60}}\))?\s+(?:\w+\s+){{0,3}}?"
    rf"(?:gesprochen|geredet|getroffen|telefoniert|gegessen|unterhalten|ausgetauscht)\b"
)
_HEAD = re.compile(rf"^({_NAME})(?=\s*[-–—:(,]|\s+(?:from|at|of|von|bei|vom)\s)")
"""A name that a line begins with, and something said of it behind."""
_INTRODUCED = re.compile(
    rf"\b(?:introduce|intro|connect|put) (?:him|her|them|me|us|{_NAME}) (?:to|with|in touch with)\s+"
    rf"(?:(?:her|his|their|my|the) \w+ )?({_NAME})|"
    rf"\b(?i:her|his|their|my) "
    rf"(?:colleague|friend|boss|manager|co-founder|teammate|mentor|brother|sister|son|daughter|husband|wife|partner)\s+({_NAME})"
)
"""Somebody spoken of, whom you have not met yet."""
_WORD_NAMES = frozenset(
    """
    will mark grace may rose hope joy bill art faith april june august summer dawn frank jack rob pat sue ray
    gene drew chase grant dean earl miles rich nick bob sunny lily ivy iris robin penny max sam
    """.split()
)
"""First names that are also words: only with a capital do they mean a person."""
_NOT_NAMES = frozenset(
    """
    I The A An And But Then Also After Before Later Today Yesterday Tomorrow This That There Here
    We He She They It His Her Their My Our Some Someone Nobody Everybody Who What When Where How Why
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July
    August September October November December At In On With For From To Abends Morgens Mittags Heute
    Gestern Er Sie Es Wir Ich Ihr Sein Ihre Seine Der Die Das Ein Eine Und Aber Dann Mit Bei Auf Im Am
    Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag
    Todo TODO Idee Fazit Notiz Notizen Thema Frage Termin Aufgabe Orga Info PS NB FYI TLDR Dear Hi Hello Hallo
    """.split()
)


def named_people(text: str, known: Sequence[Person]) -> list[FoundPerson]:
    """People whom the notes name: those you know, by name or nickname, those that you say you met, those whom a line
    begins with. Whoever is only spoken of comes last, and is not ticked."""
    people: dict[str, FoundPerson] = {}
    sentences = note_sentences(text)
    families = Counter(family_name(person.name).casefold() for person in known)
    firsts = Counter(first_name(person.name).casefold() for person in known)
    for person in known:
        for name in _names_of(person):
            alone = name == first_name(person.name) and name != person.name
            if alone and (firsts[name.casefold()] > 1 or _another_surname(text, name)):
                continue
            if quote := _sentence_with(sentences, name):
                people[person.name] = FoundPerson(name=person.name, person_id=person.id, quote=quote)
                break
        else:
            formal = with_any_title(person.name)
            if formal and families[family_name(person.name).casefold()] == 1:
                quote = next((one for one in sentences if re.search(rf"(?<!\w){formal}(?!\w)", one)), "")
                if quote:
                    people[person.name] = FoundPerson(name=person.name, person_id=person.id, quote=quote)
    spoken_of = [name for found in _INTRODUCED.finditer(text) if (name := trimmed(found[1] or found[2]))]
    for name in [*_met(text), *spoken_of]:
        if not any(_same_name(name, other) for other in people):
            quote = _sentence_with(sentences, name) or name
            people[name] = FoundPerson(name=name, quote=quote, accepted=name not in spoken_of or " " in name)
    return list(people.values())


def _met(text: str) -> list[str]:
    """The names of people whom the notes say you met, or whom a line is about, in order, each once."""
    found: dict[str, None] = {}
    for sentence in sentences_of(text):
        if sentence.opens and (head := head_name(sentence)):
            found[head] = None
        for match in _MET.finditer(sentence.text):
            if name := trimmed(next(part for part in match.groups() if part)):
                found[name] = None
    return list(found)


def met_in(sentence: str) -> list[str]:
    """The names of those whom this sentence says you met."""
    names = (trimmed(next(part for part in match.groups() if part)) for match in _MET.finditer(sentence))
    return [name for name in names if name]


def head_name(sentence: Sentence) -> str:
    """The name that a line begins with; "" where it begins otherwise, or with a word that is none."""
    match = _HEAD.match(sentence.text)
    name = trimmed(match[1]) if match else ""
    if not name or not match:
        return ""
    parts = name.split()
    whole = len(name) >= len(without_title(match[1]).strip(" .,;:"))
    titled = without_title(match[1]) != match[1]
    if not whole or (not titled and any(_is_word(part) for part in parts)):
        return ""
    return name if len(parts) > 1 or sentence.text[match.end() :].strip()[:1] in tuple("-–—(,:") else ""


def _is_word(part: str) -> bool:
    """Whether a capitalised word is more likely a word than part of a name ("Notes", "Coffee")."""
    bare = part.casefold()
    return bare not in _WORD_NAMES and part.isascii() and known_word(bare)


def _names_of(person: Person) -> list[str]:
    first, plain = first_name(person.name), without_title(person.name)
    named = [person.name, plain, *person.also_called, *([first] if len(first) > 2 and first != person.name else [])]
    return list(dict.fromkeys(named))


def trimmed(words: str) -> str:
    """The leading run of capitalised words, without a title; empty when it is no name."""
    kept: list[str] = []
    for word in without_title(words).split():
        bare = word.strip(".,;:'’-")
        if not bare or bare in _NOT_NAMES or not (bare[0].isupper() or (kept and re.fullmatch(_PARTICLE, bare))):
            break
        kept.append(bare)
        if word[-1] in ".,;:":
            break
    return " ".join(kept)


def _same_name(one: str, other: str) -> bool:
    first, second = (set(name.casefold().replace(".", " ").split()) for name in (one, other))
    return first <= second or second <= first


def _another_surname(text: str, first: str) -> bool:
    """Whether the notes say the first name with a surname behind it: then a bare one means that person."""
    return bool(re.search(rf"(?<!\w){re.escape(first)}\s+(?:(?:van|von|de|da|di)\s+)?[A-ZÀ-ÖØ-Þ][^\W\d_]", text))


def _sentence_with(sentences: Sequence[str], name: str) -> str:
    flags = re.NOFLAG if name.casefold() in _WORD_NAMES else re.IGNORECASE
    pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", flags)
    return next((sentence for sentence in sentences if pattern.search(sentence)), "")
