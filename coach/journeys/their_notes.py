"""Of a note about several people, what it says of one: nobody is told what was noted about somebody else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from coach.domain import reading
from coach.domain.capture import FoundPerson
from coach.domain.checking.english import known as is_a_word
from coach.domain.discretion import kept_back, sayable
from coach.domain.evidence import Evidence, Filters
from coach.domain.models import Kind, Note, Person
from coach.domain.naming import first_name, unaccented, without_title
from coach.domain.quoting import without_orders
from coach.journeys.keeper import Keeper
from coach.journeys.second_reading import hushed_in, ways_to_reach_in
from coach.storage.store import Store


def notes_about(keeper: Keeper, person: Person, query: str, count: int, event: str | None = None) -> list[Evidence]:
    """The notes about a person that fit the query best, each with what it says of them alone."""
    found = theirs_alone(
        keeper.recall(query, count, Filters(kinds=(Kind.NOTE,), people=(person.id,), event=event)), person
    )
    return [*found, *not_found_yet(keeper, found, person, count, event)] if index_is_behind(keeper) else found


def index_is_behind(keeper: Keeper) -> bool:
    """Whether something is saved that the index does not know yet."""
    return bool(keeper.store.pending(limit=1))


def not_found_yet(
    keeper: Keeper, found: Sequence[Evidence], person: Person, count: int, event: str | None = None
) -> list[Evidence]:
    """The newest notes about a person that were not found, so many that `count` are there in all; asked for where the
    index is behind: what was written down is never missing for that."""
    if len(found) >= count:
        return []
    known = {one.source_id for one in found}
    saved = keeper.store.notes(person=person.id, event=event, limit=count)
    return told_of(keeper, [note for note in saved if note.id not in known][: count - len(found)], person)


def theirs_alone(notes: Sequence[Evidence], person: Person) -> list[Evidence]:
    """The notes without what they say is to be kept to oneself, and without the sentences about the other people whom
    they name; a note that says nothing of this person but the name is left out."""
    return [told for note in discreet(notes) if (told := _theirs(note, person)) is not None]


def discreet(found: Iterable[Evidence]) -> list[Evidence]:
    """Notes and stories without the sentences that are not to be said to anybody and those that give orders to whoever
    writes; those of which nothing is left out. Anything else as it is."""
    told = [(one, _sayable(one.text) if one.kind in (Kind.NOTE, Kind.STORY) else one.text) for one in found]
    return [
        one if text == one.text else one.model_copy(update={"text": text}) for one, text in told if text or not one.text
    ]


def _sayable(text: str) -> str:
    """The trained reader is not asked about orders: one that it took for a secret would hush what stands before it."""
    return without_orders(sayable(text, hushed_in(without_orders(text))))


def kept_to_oneself(
    notes: Iterable[Note], person: Person | None = None, people: Sequence[Person] = ()
) -> tuple[str, ...]:
    """The sentences of notes that no draft uses, each once; of a `person` only those that say nothing of the others of
    the `people` whom the notes are about. One that another note says openly is none."""
    read = list(notes)
    kept = {note.id: kept_back(note.text, hushed_in(note.text)) for note in read}
    lines = _each_once(read, lambda note: kept[note.id], person, people)
    shut = set(lines)
    openly = {
        one for note in read for one in (reading.note_sentences(note.text) if shut else ()) if one not in kept[note.id]
    }
    return tuple(one for one in lines if one not in openly)


def ways_to_reach(
    notes: Iterable[Note], person: Person | None = None, people: Sequence[Person] = ()
) -> tuple[str, ...]:
    """The sentences of notes that say when and how somebody is to be reached, each once; `person` and `people` as for
    `kept_to_oneself`."""
    return _each_once(notes, lambda note: ways_to_reach_in(note.text), person, people)


def all_is_kept_back(notes: Sequence[Note], person: Person, people: Sequence[Person]) -> bool:
    """Whether something is noted about a person, and every sentence of it is to be kept to oneself."""
    kept = frozenset(kept_to_oneself(notes, person, people))
    said = [one for note in notes for one, owners in owned(note, people) if person.name in owners]
    return bool(kept) and all(one in kept for one in said)


def people_of(store: Store, notes: Iterable[Note]) -> list[Person]:
    """Those whom notes are about, as the workspace knows them."""
    return store.people(ids=tuple(dict.fromkeys(one for note in notes for one in note.people)))


def lines_about(
    store: Store, person_id: str, names_them: Callable[[str], bool] = lambda _text: False
) -> tuple[str, ...]:
    """The sentences that notes give to this person alone: notes about several people, and notes linked to nobody, such
    as a challenge. `names_them`: whether a text holds a name of theirs, in another spelling too."""
    found: dict[str, None] = {}
    person = store.get(Person, person_id)

    def alone(owners: Sequence[str]) -> bool:
        return bool(owners) and all(one == person.name or names_them(one) for one in owners)

    for note in store.notes(person=person_id, limit=_ALL):
        people = people_of(store, [note])
        if len(people) > 1:
            found.update((said, None) for said, owners in owned(note, people) if alone(owners))
    for note in store.notes(limit=_ALL):
        if not note.people and not note.author and names_them(note.text):
            found.update(dict.fromkeys(_of_an_unlinked_note(note.text, person, alone)))
    return tuple(found)


def _of_an_unlinked_note(text: str, person: Person, alone: Callable[[Sequence[str]], bool]) -> list[str]:
    """The sentences that name the person or go on about them. What the writer says of themselves stays, and what is
    said of nobody goes where no other is named."""
    given = _given_to_each(text, [person])
    only = all(alone(owners) for _, owners in given if owners)
    mine = [bool(_FIRST_PERSON.search(said)) and not _OF_ANOTHER.search(said) for said, _ in given]
    named = [person.name in owners and first_name(person.name).casefold() in said.casefold() for said, owners in given]
    return [
        said
        for (said, owners), is_mine, is_named in zip(given, mine, named, strict=True)
        if (alone(owners) or (only and not owners)) and (is_named or not is_mine)
    ]


_FIRST_PERSON = re.compile(r"\b(?:I|we|my|our|me|us|ich|wir|mein\w*|mir|mich|uns|unser\w*)\b", re.IGNORECASE)
_OF_ANOTHER = re.compile(
    r"\b(?:he|him|his|she|her|hers|they|them|their|er|ihm|ihn|sie|ihr\w*|sein\w*)\b", re.IGNORECASE
)
_ALL = 100_000


def _each_once(
    notes: Iterable[Note],
    found: Callable[[Note], Iterable[str]],
    person: Person | None,
    people: Sequence[Person],
) -> tuple[str, ...]:
    lines: dict[str, None] = {}
    for note in notes:
        told = list(found(note))
        if person is not None and told and len(note.people) > 1:
            others = {one for one, owners in owned(note, people) if owners and person.name not in owners}
            told = [one for one in told if one not in others]
        lines.update(dict.fromkeys(told))
    return tuple(lines)


def owned(note: Note, people: Sequence[Person]) -> list[tuple[str, tuple[str, ...]]]:
    """Each sentence of a note with the names of those whom it is about: whom it names, else those whom the ones before
    named; of nobody as long as nobody was named. A note about one person is theirs."""
    linked = [one for one in people if one.id in note.people]
    if len(linked) < 2:
        only = tuple(one.name for one in linked)
        return [(one, only) for one in reading.note_sentences(note.text)]
    return _given_to_each(note.text, linked)


def _given_to_each(text: str, linked: Sequence[Person]) -> list[tuple[str, tuple[str, ...]]]:
    strangers = [Person(name=one.name) for one in reading.named_people(text, linked)]
    known = {one.name: one for one in [*strangers, *linked]}
    ways = {name: _as_spelled(text, one) for name, one in known.items()}
    found: list[tuple[str, tuple[str, ...]]] = []
    last: tuple[str, ...] = ()
    for said in reading.sayings(text, [FoundPerson(name=name, also_called=way) for name, way in ways.items()]):
        named = _without_namesakes(said.text, said.named)
        about = tuple(name for name in said.about if name in named) or named
        if not about:
            by_pronoun = tuple(name for name in said.about if not _shares_a_first_name(name, last))
            about = by_pronoun or last
        last = about or last
        found.append((said.text, about))
    return found


def _as_spelled(text: str, person: Person) -> tuple[str, ...]:
    """The other names of a person, and how a text typed in haste spells their name: `maria` for Maria, `lena` for Léna;
    a small word of the dictionary is no name (`will`)."""
    plain = without_title(person.name)
    wanted = {_folded(plain), _folded(first_name(person.name)), *map(_folded, person.also_called)} - {""}
    most = max((len(one.split()) for one in wanted), default=0)
    words = list(re.finditer(r"[^\W\d_][\w'’-]*", text))
    spelled = [
        text[words[at].start() : words[at + more].end()]
        for at in range(len(words))
        for more in range(min(most, len(words) - at))
    ]
    small = [one for one in dict.fromkeys(spelled) if _folded(one) in wanted]
    return tuple(
        dict.fromkeys([*person.also_called, *(one for one in small if not (one.islower() and is_a_word(one)))])
    )


def _folded(name: str) -> str:
    return unaccented(name).casefold()


def _without_namesakes(text: str, named: Sequence[str]) -> tuple[str, ...]:
    """Whom a sentence names; `Maria Bianchi` names no other Maria."""
    low = _folded(text)
    whole = [name for name in named if " " in name and _folded(without_title(name)) in low]
    return tuple(name for name in named if name in whole or not _shares_a_first_name(name, whole))


def _shares_a_first_name(name: str, others: Iterable[str]) -> bool:
    return any(other != name and _folded(first_name(other)) == _folded(first_name(name)) for other in others)


def by_person(note: Evidence) -> list[Evidence]:
    """A note about several people in parts: for each what it says of them, and what it says of nobody."""
    if note.kind is not Kind.NOTE or len(note.names) < 2:
        return [note]
    said = reading.sayings(note.text, [FoundPerson(name=name) for name in note.names])
    parts = [(name, [one.text for one in said if name in one.about]) for name in note.names]
    rest = [one.text for one in said if not one.about]
    if not any(lines for _, lines in parts):
        return [note]
    return [
        note.model_copy(update={"text": " ".join(lines), "names": (name,) if name else ()})
        for name, lines in [*parts, ("", rest)]
        if lines
    ]


def told_of(keeper: Keeper, notes: Sequence[Note], person: Person) -> list[Evidence]:
    """Notes about a person as evidence, each with what it says of them alone."""
    known = keeper.store.people(ids=tuple({one for note in notes for one in note.people}))
    names = {one.id: one.name for one in known}
    return theirs_alone([_as_evidence(note, [names.get(one, one) for one in note.people]) for note in notes], person)


def _as_evidence(note: Note, names: Sequence[str]) -> Evidence:
    at = note.at or note.created_at
    return Evidence(label="", source_id=note.id, kind=Kind.NOTE, text=note.text, at=at, names=tuple(names))


def _theirs(note: Evidence, person: Person) -> Evidence | None:
    if note.kind is not Kind.NOTE or len(note.names) < 2:
        return note
    own = next((name for name in note.names if name == person.name or name in person.also_called), person.name)
    called = {own: person.also_called}
    people = [FoundPerson(name=name, also_called=called.get(name, ())) for name in dict.fromkeys([own, *note.names])]
    said = reading.sayings(note.text, people)
    about = [one for one in said if own in one.about]
    if not about:
        return None if any(own in one.named for one in said) else note
    named = {name for one in about for name in one.named}
    text = " ".join(_own_clauses(one, own) for one in about)
    names = tuple(name for name in note.names if name == own or (name in named and first_name(name) in text))
    return note.model_copy(update={"text": text, "names": names})


def _own_clauses(said: reading.Said, own: str) -> str:
    """`Ingrid adores logbooks, Mateo worries about water`: of a sentence about several that names each at the head of a
    clause, the clauses of this one."""
    others = [first_name(name) for name in said.about if name != own]
    if not others:
        return said.text
    heads = "|".join(re.escape(name) for name in (*others, first_name(own)))
    clauses = re.split(rf"[,;]\s+(?:and |but )?(?=(?:{heads})\b)", said.text)
    kept = [clause for clause in clauses if clause.startswith(first_name(own))]
    return ". ".join(clause.rstrip(".") for clause in kept) + "." if kept and len(kept) < len(clauses) else said.text
