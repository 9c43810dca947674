"""Whom rough notes name: people you know, those whom you say you met, and those whom a line begins with."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from coach.domain.capture import FoundPerson
from coach.domain.checking.english import known as known_word
from coach.domain.checking.language import language_of
from coach.domain.checking.lexicon import ROLE_HEADS
from coach.domain.checking.tokens import fold
from coach.domain.models import Person
from coach.domain.naming import (
    TITLES,
    behind_titles,
    family_name,
    first_name,
    is_title,
    plain_letters,
    sex_by_title,
    spelled,
    without_title,
)
from coach.domain.reading.apart import (
    calls_another,
    came_instead,
    formally_apart,
    formally_named,
    has_not_come,
    is_another,
    mark_of,
)
from coach.domain.reading.given import is_given, sex_of
from coach.domain.reading.lines import Sentence, note_sentences, sentences_of
from coach.domain.reading.mentions import Mention, mentions
from coach.domain.reading.seen import NOT_NAMES

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
    r"(?:^|[,;:(–-]\s*|\b(?:[Mm]et up|\w*[Tt]alk\w*|[Ss]poke|[Cc]hat\w*|[Ss]at|[Ll]unch|[Dd]inner|[Cc]offee|[Tt]ea|"
    r"[Bb]eers?|[Dd]rinks?|[Bb]reakfast|[Cc]all|[Mm]eeting|[Ww]alk|up|time|session|back|away|again|good one|"
    rf"[Ii]ntro)\s+)w/\s*({_NAME})|"
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


def named_people(text: str, known: Sequence[Person]) -> list[FoundPerson]:
    """People whom the notes name: those you know, by name or nickname, those that you say you met, those whom a line
    begins with. Whoever is only spoken of comes last, and is not ticked."""
    people: dict[str, FoundPerson] = {}
    sentences = note_sentences(text)
    families = Counter(family_name(person.name).casefold() for person in known)
    firsts = Counter(first_name(person.name).casefold() for person in known)
    doctors = [one for one in known if _doctor(one.name).search(f"{one.name}, {one.role}")]
    for person in known:
        for name in _names_of(person):
            alone = name == first_name(person.name) and name != person.name
            if alone and (firsts[name.casefold()] > 1 or _another_surname(text, name)):
                continue
            if quote := _sentence_with(sentences, name):
                people[person.name] = _as_known(person, quote)
                break
        else:
            family = family_name(person.name).casefold()
            alone = families[family] == 1 or [person] == [
                one for one in doctors if family_name(one.name).casefold() == family
            ]
            if alone and (quote := _formally(person.name, sentences)):
                people[person.name] = _as_known(person, quote)
    taken = [*people, *(other for person in known if person.name in people for other in _names_of(person))]
    for one in _new_people(text):
        if not any(_same_name(one.name, other) for other in taken) and not _is_formal_of(one.name, people):
            says = (_sentence_with(sentences, name) for name in (one.name, *one.also_called))
            people[one.name] = one.model_copy(update={"quote": next(filter(None, says), one.name)})
    for name, quote in formally_apart([one.text for one in sentences_of(text) if one.opens]).items():
        if any(fold(family_name(name)) == fold(family_name(one)) for one in people) and name not in people:
            people[name] = FoundPerson(name=name, quote=quote)
    found = _doctors([_unless_missing(one, sentences) for one in people.values()], known, sentences)
    return _with_namesakes(found, sentences)


def _formally(name: str, sentences: Sequence[str]) -> str:
    """The sentence that calls somebody by a title and the family name; not `Frau Vogel` for Tom Vogel, nor `Dr Okafor
    (Tom)` for Sam."""
    formal = behind_titles(name)
    for sentence in sentences if formal else ():
        for said in re.finditer(rf"(?<!\w){formal}(?!\w)", sentence):
            if not calls_another(name, said[0], sentence[said.end() :]) and _may_be_called(name, said[0]):
                return sentence
    return ""


def _may_be_called(name: str, said: str) -> bool:
    titled = sex_by_title(_titles_as_written(said))
    return not titled or (sex_by_title(name) or sex_of(first_name(name)) or titled) == titled


def _titles_as_written(said: str) -> str:
    return " ".join(f"{part[0].upper()}{part[1:]}" for part in said.split())


def _is_formal_of(name: str, known: Iterable[str]) -> bool:
    """`Frau Yildiz`, where the notes mean Dr. Elif Yıldız, whom you know."""
    family = plain_letters(family_name(name))
    if not family or not is_title(name.split(maxsplit=1)[0]) or without_title(name) != name:
        return False
    return any(plain_letters(family_name(one)) == family and _may_be_called(one, name) for one in known)


def _unless_missing(person: FoundPerson, sentences: Sequence[str]) -> FoundPerson:
    """`Anna-Lena didn't show, her colleague Jonas W. did instead`: she is not ticked, he is."""
    came = _came(person, sentences)
    return person if came is None else person.model_copy(update={"accepted": came})


def stayed_away(person: FoundPerson, text: str) -> bool:
    """Whether the notes say of somebody that they did not come."""
    return _came(person, note_sentences(text)) is False


def _came(person: FoundPerson, sentences: Sequence[str]) -> bool | None:
    """Whether somebody came, where the notes say so: not, or in place of another."""
    names = "|".join(spelled(one) for one in sorted({person.name, first_name(person.name)}, key=len, reverse=True))
    flags = re.NOFLAG if first_name(person.name).casefold() in _WORD_NAMES else re.IGNORECASE
    for sentence in sentences:
        for said in re.finditer(rf"(?<!\w)(?:{names})(?!\w)", sentence, flags):
            if has_not_come(sentence[said.start() :], person.name):
                return False
            if came_instead(sentence[said.start() :], person.name):
                return True
    return None


def _with_namesakes(people: Sequence[FoundPerson], sentences: Sequence[str]) -> list[FoundPerson]:
    """With a second Maria Rossi, where the notes say that there are two; a bracket tells them apart."""
    found: list[FoundPerson] = []
    for person in people:
        plain = without_title(person.name)
        pattern = re.compile(rf"(?<!\w){spelled(plain)}(?!\w)", re.IGNORECASE)
        said = [(one, place.end()) for one in sentences if (place := pattern.search(one))] if " " in plain else []
        at = next((at for at, (one, _) in enumerate(said) if is_another(one, plain, kin=at > 0)), None)
        if at is None or (not at and not person.person_id):
            found.append(person)
            continue
        sentence, end = said[at]
        mark = mark_of(sentence[end:])
        if at:
            found.append(person)
        twin = FoundPerson(name=f"{plain} ({mark or 2})", organisation=mark, quote=sentence)
        found.append(twin)
    return found


def _doctors(people: Sequence[FoundPerson], known: Sequence[Person], sentences: Sequence[str]) -> list[FoundPerson]:
    """Of two Okafors, the one of whom the notes or the record say that they are a doctor is Dr Okafor, too."""
    families = Counter(fold(family_name(one.name)) for one in people)
    roles = {person.id: f"{person.name}, {person.role}" for person in known}
    return [
        _called(one, f"Dr {family_name(one.name)}")
        if families[fold(family_name(one.name))] > 1
        and any(map(_doctor(one.name).search, (*sentences, roles.get(one.person_id or "", ""))))
        else one
        for one in people
    ]


def _doctor(name: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{spelled(without_title(name))}(?:\s*[-–—:(,]|\s+(?:is|ist))\s*(?:\w+\s+){{0,2}}?"
        r"(?:dr|doctor|physician|surgeon|gp|consultant|registrar|psychiatrist|cardiologist|paediatrician|pediatrician|"
        r"\w*arzt|\w*ärztin|chirurg(?:in)?|internist(?:in)?)\b|"
        rf"(?:dr|doctor)\.?\s+{spelled(without_title(name))}(?!\w))",
        re.IGNORECASE,
    )


def _as_known(person: Person, quote: str) -> FoundPerson:
    return FoundPerson(name=person.name, also_called=person.also_called, person_id=person.id, quote=quote)


def _new_people(text: str) -> list[FoundPerson]:
    """Whom the notes name, each in their longest form, those who were met first; ticked where the notes say that they
    were met, or are about them."""
    spoken_of = [
        Mention(name, 0, 0, met=False)
        for found in _INTRODUCED.finditer(text)
        if (name := trimmed(found[1] or found[2]))
    ]
    found: list[FoundPerson] = []
    formal = formally_named(text)
    for mention in [*_named_in_order(text), *spoken_of]:
        one, other_name = mention, _nicknames(mention)
        if called := formal.get(fold(family_name(one.name) or one.name)):
            alone = len(without_title(one.name).split()) == 1 or is_title(one.name.split()[0])
            one, other_name = (replace(one, name=called[0]), called[1:]) if alone else (one, other_name)
        at = next((at for at, other in enumerate(found) if _is_of(one.name, other)), None)
        if at is None:
            found.append(_called(FoundPerson(name=one.name, accepted=one.met), *other_name))
        else:
            kept = found[at]
            longer = max(kept.name, one.name, key=lambda name: len(name.split()))
            longer = kept.name if one.name in kept.also_called else longer
            found[at] = _called(kept, *other_name).model_copy(
                update={"name": longer, "accepted": kept.accepted or one.met}
            )
    found = [_unshouted(one) for one in found if not is_title(one.name) and _stands_whole(one.name, text)]
    found = [_with_title(_with_short_name(one, text), text) for one in found]
    others = {name for one in found for name in one.also_called}
    found = _same_person([one for one in found if one.name not in others], text)
    return sorted(found, key=lambda one: not one.accepted)


def _nicknames(mention: Mention) -> tuple[str, ...]:
    return (mention.called, mention.called.rsplit(maxsplit=1)[-1]) if mention.called else ()


def _stands_whole(name: str, text: str) -> bool:
    """Not `Mrs Okonjo` where only `Mrs Okonjo-Bell` is noted."""
    half = re.search(rf"(?<!\w){re.escape(name)}-\w", text)
    return not half or bool(re.search(rf"(?<!\w){re.escape(name)}(?![\w-])", text))


def _unshouted(person: FoundPerson) -> FoundPerson:
    """`Marcus STILL has my heat gun`: a word in capitals behind a name that is not; `MRS Fairweather` is Mrs."""
    title, _, rest = person.name.partition(" ")
    if rest and title.isupper() and len(title) > 1 and is_title(title.capitalize()):
        return person.model_copy(update={"name": f"{title.capitalize()} {rest}"})
    first, _, last = person.name.rpartition(" ")
    shouted = first and last.isupper() and not first.isupper() and known_word(last.lower()) and not is_given(last)
    return person.model_copy(update={"name": first}) if shouted else person


def _same_person(people: Sequence[FoundPerson], text: str) -> list[FoundPerson]:
    """`Big Kev = Kevin Ostrowski`: two names of one."""
    kept: list[FoundPerson] = []
    for one in people:
        other = next((two for two in people if two is not one and f"{one.name} = {two.name}" in text), None)
        if other is None:
            short = tuple(two.name for two in people if f"{two.name} = {one.name}" in text)
            kept.append(_called(one, *short))
    return kept


def _called(person: FoundPerson, *names: str) -> FoundPerson:
    """The same person with other names that the notes give, each once."""
    return person.model_copy(update={"also_called": tuple(dict.fromkeys((*person.also_called, *names)))})


def _with_short_name(person: FoundPerson, text: str) -> FoundPerson:
    """`Luzviminda Reyes (everyone says Luz)`: another name that the notes give."""
    said = re.search(rf"{re.escape(person.name)}[^.;\n]{{0,20}}?\b{_SHORT_FOR}\s+[\"'“‘]?([A-Z][\w-]+)", text)
    said = said or re.search(rf"{re.escape(person.name)} \(([A-Z][a-zà-ÿ]{{1,12}})\??\)", text)
    if not said or said[1] in person.name.split() or not is_given(said[1].casefold()):
        return person
    return _called(person, said[1])


def _with_title(person: FoundPerson, text: str) -> FoundPerson:
    """`Mrs. Petrov`, `Frau Dr. Berger`: who is known by a family name alone is greeted by it with the title."""
    family = family_name(person.name) or person.name
    said = re.search(rf"(?i:{_BEHIND_TITLE}{re.escape(family)})(?!\w|\s+[A-Z])", text)
    if " " in family or (family != person.name and not is_title(person.name.split()[0])) or not said:
        return person
    titles = " ".join(_as_written(one) for one in said[1].split()).replace("Herrn", "Herr")
    return _called(person, family).model_copy(update={"name": f"{titles} {family}"})


def _as_written(title: str) -> str:
    """`mrs` and `MRS` are Mrs; `Frau` stays."""
    return title.capitalize() if title.isupper() and len(title) > 1 else title[0].upper() + title[1:]


_BEHIND_TITLE = rf"(?<!\w)((?:(?:{TITLES})\.?\s+)+)"
_SHORT_FOR = r"(?:everyone says|(?:everyone|everybody|they) calls? (?:her|him|them)|goes by|aka|known as|call me)"


def _is_of(name: str, person: FoundPerson) -> bool:
    return name in person.also_called or _same_name(name, person.name)


def _named_in_order(text: str) -> list[Mention]:
    """The names of the notes as they come."""
    found: list[Mention] = []
    before: set[str] = set()
    language = language_of(text)
    sentences = sentences_of(text)
    for number, sentence in enumerate(sentences):
        title = number == 0 and len(sentences) > _A_FEW and not sentence.item
        said = mentions(sentence.text, opens=sentence.opens, named_before=before, language=language, title=title)
        said += [Mention(name, 0, 0, met=True) for name in met_in(sentence.text)]
        head = head_name(sentence) if sentence.opens and not any(one.head for one in said) else ""
        if " " in head and not (title and not ROLE_HEADS & {*sentence.text.casefold().split()}):
            said.insert(0, Mention(head, 0, 0, met=True, head=True))
        before |= {first_name(one.name).casefold() for one in said}
        found += said
    return found


_A_FEW = 2
"""Sentences of notes that have a title at most."""


def met_in(sentence: str) -> list[str]:
    """The names of those whom this sentence says you met."""
    names = (trimmed(next(part for part in match.groups() if part)) for match in _MET.finditer(sentence))
    return [name for name in names if name and not re.search(r"['’]s$", name.split()[0])]


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
        if not bare or bare in NOT_NAMES or not (bare[0].isupper() or (kept and re.fullmatch(_PARTICLE, bare))):
            break
        kept.append(bare)
        if word[-1] in ".,;:":
            break
    return " ".join(kept)


def _same_name(one: str, other: str) -> bool:
    first, second = (set(plain_letters(name).replace(".", " ").split()) for name in (one, other))
    return first <= second or second <= first


def _another_surname(text: str, first: str) -> bool:
    """Whether the notes say the first name with a surname behind it: then a bare one means that person."""
    return bool(re.search(rf"(?<!\w){re.escape(first)}\s+(?:(?:van|von|de|da|di)\s+)?[A-ZÀ-ÖØ-Þ][^\W\d_]", text))


def _sentence_with(sentences: Sequence[str], name: str) -> str:
    flags = re.NOFLAG if name.casefold() in _WORD_NAMES else re.IGNORECASE
    pattern = re.compile(rf"(?<!\w){spelled(name)}(?!\w)", flags)
    return next((sentence for sentence in sentences if pattern.search(sentence)), "")
