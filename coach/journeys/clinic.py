"""The problem clinic: who could help with a challenge and why, how to ask them well, what was said about it in which
conversation, where that differs, and a question that opens it up with a stranger.

Everything is found and worded by rule from the notes, so it works without a model; a message to somebody is then
drafted by the follow-up journey, and checked there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from coach.domain.checking.english import known as is_a_word
from coach.domain.differences import Difference, Remark, differences
from coach.domain.everyday import topics
from coach.domain.evidence import Evidence, Filters
from coach.domain.models import Commitment, Kind, Model, Note, Person
from coach.domain.text import sentences, stems
from coach.domain.to_dos import is_to_do
from coach.errors import InputError
from coach.journeys.asking_well import Asking, Manner, Reason, asking, stranger_questions
from coach.journeys.challenge import named_in, spoken
from coach.journeys.doors import closed_doors
from coach.journeys.keeper import Keeper
from coach.journeys.their_notes import by_person, discreet

SOURCE = "clinic"
LOOKED_AT = 30
HELPERS = 5
REASONS = 3
QUOTES = 3
GUESSES = 2
"""People shown where nobody's notes share a word with the challenge, as a guess."""
KINDS = (Kind.NOTE, Kind.PERSON, Kind.SESSION, Kind.COMMITMENT)


class Helper(Model):
    """Somebody who could help. `asking`: how to ask them; None where nothing of the challenge can be asked."""

    person: Person
    reasons: tuple[Reason, ...]
    asking: Asking | None


class Conversation(Model):
    """What one note says about the challenge: with whom, when, and the sentences that are about it."""

    names: tuple[str, ...]
    at: datetime | None
    evidence: Evidence
    quotes: tuple[str, ...]


class Consultation(Model):
    """What the clinic found. `certain` is False where nobody's notes share a word with it: then helpers are guesses."""

    challenge: Note
    helpers: tuple[Helper, ...] = ()
    certain: bool = True
    conversations: tuple[Conversation, ...] = ()
    differences: tuple[Difference, ...] = ()
    questions: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    """What of the challenge is in no message and no question, for it is for the user alone."""
    askable: bool = True
    """False where the question itself is kept back: it stands in one sentence with a confidence."""


@dataclass(frozen=True)
class _Wanted:
    """What a challenge is about, by the stems of its words in its own language."""

    text: str
    language: str
    stems: frozenset[str]

    @classmethod
    def of(cls, text: str, language: str, named: Iterable[Person] = ()) -> _Wanted:
        """`named`: whom it is about; their names are no subject."""
        names = stems(" ".join(name for one in named for name in (one.name, *one.also_called)), language)
        return cls(text=text, language=language, stems=topics(text, language) - names)

    @property
    def tells_enough(self) -> bool:
        """Whether a guess may be made from it: it holds two words, or one that is a word."""
        return len(self.stems) > 1 or any(is_a_word(word.casefold()) for word in self.words(self.stems))

    def shares(self, text: str) -> frozenset[str]:
        """The stems that a text has in common with it."""
        return topics(text, self.language) & self.stems

    def words(self, among: frozenset[str]) -> tuple[str, ...]:
        """Its words whose stems are `among`, in its order and spelling."""
        found = dict.fromkeys(re.findall(r"[^\W\d_][\w'’-]+", self.text))
        return tuple(word for word in found if (own := topics(word, self.language)) and own <= among)


class Clinic:
    """Challenges that were described, and what the workspace knows about them."""

    def __init__(self, keeper: Keeper, tone: str = "warm") -> None:
        self._keeper, self._tone = keeper, tone
        self._store = keeper.store

    def describe(self, text: str) -> Note:
        """Keep a challenge as a note of yours, before anything looks into it. Raises InputError when blank."""
        if not text.strip():
            raise InputError("The challenge is empty.", "Describe it in a sentence or two.")
        note = Note(text=text, at=datetime.now(UTC), source=SOURCE)
        self._keeper.add([note])
        return note

    def challenges(self) -> list[Note]:
        """What was described so far, the newest first."""
        return self._store.notes(source=SOURCE)

    def consult(self, challenge_id: str) -> Consultation:
        """Everything that the workspace holds on a challenge. Raises NotFoundError."""
        challenge = self._store.get(Note, challenge_id)
        manner = Manner.of(challenge.text, self._tone)
        people = self._store.people()
        named, said = named_in(challenge.text, people), spoken(challenge.text, people, manner.language)
        wanted = _Wanted.of(challenge.text, manner.language, named)
        own = tuple(note.id for note in self.challenges())
        found = self._keeper.recall(challenge.text, LOOKED_AT, Filters(kinds=KINDS, exclude=(challenge.id, *own)))
        told = [part for one in discreet(found) for part in by_person(one)]
        reasons = [_reason(one, wanted) for one in told]
        grouped = self._by_person(reasons, {one.id for one in named})
        sure = {id: some for id, some in grouped.items() if any(reason.shared for reason in some)}
        chosen = sure or _guesses(grouped, GUESSES if wanted.tells_enough else 0)
        conversations = self._conversations(reasons, wanted)
        return Consultation(
            challenge=challenge,
            helpers=tuple(self._helpers(chosen, said.parts if said.can_be_asked else None, manner)),
            certain=bool(sure) or not chosen,
            conversations=tuple(conversations),
            differences=tuple(differences(_remarks(conversations), manner.language, wanted.stems)),
            questions=stranger_questions(said.parts, manner) if said.can_be_asked else (),
            kept=said.kept,
            askable=said.can_be_asked,
        )

    def _by_person(self, reasons: Sequence[Reason], without: Collection[str]) -> dict[str, list[Reason]]:
        """Reasons by the id of the person whom they speak of, in the order in which they were found, `without` those
        whom the challenge is about.

        A promise that is settled is no reason to ask. Nobody asks the dead, nor
        whom the notes say to avoid; their words stay in the conversations."""
        grouped: dict[str, list[Reason]] = defaultdict(list)
        closed = closed_doors(self._keeper)
        for reason in reasons:
            for person_id in self._people_of(reason.evidence):
                if person_id not in closed and person_id not in without:
                    grouped[person_id].append(reason)
        return grouped

    def _people_of(self, found: Evidence) -> Iterable[str]:
        match found.kind:
            case Kind.PERSON:
                return (found.source_id,)
            case Kind.NOTE:
                note = self._store.get(Note, found.source_id)
                known = self._store.get_many(Person, list(note.people)).values()
                about = [one.id for one in known if {one.name, *one.also_called} & set(found.names)]
                return tuple(dict.fromkeys((*about, *((note.author,) if note.author else ()))))
            case Kind.SESSION:
                return self._store.session(found.source_id)[1].speakers
            case _:
                promise = self._store.get(Commitment, found.source_id)
                return (promise.person,) if promise.status == "open" else ()

    def _helpers(
        self, grouped: Mapping[str, Sequence[Reason]], challenge: Sequence[str] | None, manner: Manner
    ) -> Iterable[Helper]:
        """The people with the most to say: by shared words, and by how high their evidence was found."""
        people = self._store.get_many(Person, list(grouped))
        ranked = sorted(people.values(), key=lambda one: -_strength(one, grouped[one.id]))
        for person in ranked[:HELPERS]:
            best = sorted(grouped[person.id], key=lambda reason: -len(reason.shared))[:REASONS]
            best = [reason for reason in best if reason.shared] or best[:1]
            best = [reason for reason in best if not of_ones_own(reason.quote)] or best
            owed = next(iter(self._store.commitments(status="open", person=person.id, by="me")), None)
            how = asking(person, best, challenge, owed, manner) if challenge is not None else None
            yield Helper(person=person, reasons=tuple(best), asking=how)

    def _conversations(self, reasons: Sequence[Reason], wanted: _Wanted) -> list[Conversation]:
        """Notes that share words with the challenge, by date, each with its sentences that do; once where it says the
        same of several people, and without what the user told themselves alone."""
        found: dict[tuple[str, tuple[str, ...]], Conversation] = {}
        for reason in reasons:
            quotes = [one for one in sentences(reason.evidence.text) if wanted.shares(one) and not of_ones_own(one)]
            if reason.evidence.kind is Kind.NOTE and reason.shared and quotes:
                names = reason.evidence.names or ((reason.evidence.author,) if reason.evidence.author else ())
                told = Conversation(
                    names=names, at=reason.evidence.at, evidence=reason.evidence, quotes=tuple(quotes[:QUOTES])
                )
                before = found.get((reason.evidence.source_id, told.quotes))
                both = tuple(dict.fromkeys((*before.names, *names))) if before else names
                found[reason.evidence.source_id, told.quotes] = told.model_copy(update={"names": both})
        return sorted(found.values(), key=lambda one: (one.names, str(one.at or "")))


def of_ones_own(sentence: str) -> bool:
    """What the user noted for themselves, and nobody told them: a to-do, an idea whom to bring together, how they felt.
    Advice ("Never batch readings") is none."""
    if _ADVICE.match(sentence):
        return False
    return is_to_do(sentence) or bool(_IDEA.search(sentence) or _FELT.match(sentence))


_ADVICE = re.compile(r"^\W*(?:never|always|do not|don['’]t|avoid|nie|niemals|immer)\b", re.IGNORECASE)
_IDEA = re.compile(
    r"\b(?-i:[A-ZÄÖÜ])[\w'’-]+ (?:and|&|und) (?-i:[A-ZÄÖÜ])[\w'’-]+(?: (?-i:[A-ZÄÖÜ])[\w'’-]+)? "
    r"(?:should|could|must|ought to|"
    r"sollten|könnten|müssten)(?: \w+){0,2} (?:meet|talk|speak|connect|know|treffen|reden|sprechen|kennen\w*)\b|"
    r"^\W*(?:introduce|connect|put) (?-i:[A-Z])",
    re.IGNORECASE,
)
_FELT = re.compile(
    r"^\W*(?:I |ich )?(?:felt|feel|feeling|fühlte?|war|was|am|bin) "
    r"(?:mich |very |so |quite |really |ganz |sehr |total )*"
    r"(?:drained|tired|exhausted|happy|sad|proud|nervous|shy|good|bad|great|energi[sz]ed|bored|overwhelmed|lost|alone|"
    r"awkward|müde|erschöpft|froh|stolz|nervös|schüchtern|leer|gut|schlecht)\b",
    re.IGNORECASE,
)


def _reason(found: Evidence, wanted: _Wanted) -> Reason:
    parts = sentences(found.text) or [found.text]
    quote = max(parts, key=lambda one: len(wanted.shares(one)))
    return Reason(evidence=found, quote=quote, shared=wanted.words(wanted.shares(f"{found.title} {found.text}")))


def _guesses(grouped: Mapping[str, list[Reason]], most: int) -> dict[str, list[Reason]]:
    """The first of them, by what was told or is known; what the user jotted down for themselves suggests nobody, and
    neither does a bare name."""
    told = {
        id: [one for one in some if not of_ones_own(one.quote) and one.quote != one.evidence.title]
        for id, some in grouped.items()
    }
    return dict([(id, some) for id, some in told.items() if some][:most])


def _strength(person: Person, reasons: Sequence[Reason]) -> float:
    shared = {word.casefold() for reason in reasons for word in reason.shared}
    near = sum(1 / (2 + place) for place, _ in enumerate(reasons))
    return len(shared) + near + (0.5 if person.relation == "known" else 0.0)


def _remarks(conversations: Sequence[Conversation]) -> list[Remark]:
    return [
        Remark(who=", ".join(one.names), label=one.evidence.label, text=quote)
        for one in conversations
        for quote in one.quotes
    ]
