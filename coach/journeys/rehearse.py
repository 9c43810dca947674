"""Rehearse: a practice conversation with a stand-in that is made of nothing but what the notes hold.

Each turn is saved as it is said, so a rehearsal goes on where it was left. What the stand-in claims and no note holds
is marked, like everywhere. How it went is measured from its text (`coach.domain.conversation`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache, partial
from itertools import pairwise
from typing import Literal

from rapidfuzz import fuzz

from coach.domain.checking.tokens import sentences as spans
from coach.domain.conversation import (
    Advice,
    Figures,
    language_spoken,
    measure,
    things_to_try,
    too_short_to_tell,
)
from coach.domain.conversation_moves import move_in, questions_in
from coach.domain.evidence import Evidence, Filters
from coach.domain.gate import DOUBTFUL
from coach.domain.grounding import CheckReport, SentenceCheck, check_draft
from coach.domain.models import Kind, Model, Person, Rehearsal, Session, Story, TokenUse, Turn
from coach.domain.naming import TITLES, first_name
from coach.domain.quoting import plain_name
from coach.domain.text import sentences, stems
from coach.drafting.asking import near_equal
from coach.drafting.chain import warm, write
from coach.drafting.evidence import EvidenceBook, as_record, clip, quote_for_prompt
from coach.drafting.languages import language_in
from coach.drafting.own_answers import Answer, asked_about, asks_why, best_fact
from coach.drafting.own_fact import OwnFact
from coach.drafting.own_words import own_facts, whole
from coach.drafting.prompts import load_prompt
from coach.drafting.stand_in import NO_ANSWER, STOCK, plain_line, settled
from coach.drafting.whole_names import whole_names
from coach.errors import InputError
from coach.journeys.doors import refuse_the_dead
from coach.journeys.keeper import Keeper
from coach.journeys.kinds_of_people import of_such
from coach.journeys.ranking import profile_evidence, promise_evidence, session_evidence
from coach.journeys.their_notes import discreet, notes_about
from coach.journeys.workbench import Workbench

NOTES, STORIES, OTHERS = 5, 4, 6
NOTE_WORDS, TURN_WORDS = 45, 60
TRIES = 2
ECHO = 80
"""From this ratio on (rapidfuzz, 0 to 100) a line says no more than what the user just said."""
REPEATED_WORDS = 5
"""A shorter sentence, such as a greeting, may be said again."""
SHOWN_TURNS, DROPPED_AT_ONCE = 16, 8
"""Turns that a prompt shows. Older ones go eight at a time: meanwhile the model need not read the rest again."""
_SPEAKS = {"de": ". You speak German: answer in German"}
"""Told of whom the model plays where the user does not speak English."""
MINE = "Y1"
"""The label under which the user's own words count as evidence: what they said themselves is no invention."""
_TURNED = (
    (re.compile(r"\b(?:you are|you're|you’re)\b", re.IGNORECASE), "I am"),
    (re.compile(r"\byours\b", re.IGNORECASE), "mine"),
    (re.compile(r"\byour\b", re.IGNORECASE), "my"),
    (re.compile(r"\byou\b", re.IGNORECASE), "I"),
)
_FIRST = (
    (re.compile(r"\bI(?: a|['’])m\b"), "{name} is"),
    (re.compile(r"\bI(?: ha|['’])ve\b"), "{name} has"),
    (re.compile(r"\bI['’]ll\b"), "{name} will"),
    (re.compile(r"\bI['’]d\b"), "{name} would"),
    (re.compile(r"\b(?:my|mine|our|ours)\b", re.IGNORECASE), "{name}'s"),
    (re.compile(r"\b(?:me|myself|us)\b"), "{name}"),
    (re.compile(r"\bI\b|\b[Ww]e\b"), "{name}"),
)


Line = tuple[str, tuple[str, ...], CheckReport, TokenUse]
"""What the stand-in says, its labels, its check and what it took."""


Basis = Literal["nothing", "profile", "notes"]
"""What a stand-in is made of: nothing at all, no more than their entry among your people, or more."""


class Feedback(Model):
    """How a rehearsal went: its figures, at most two things to try, and the questions that the notes do not answer,
    which are good ones for the real conversation."""

    figures: Figures
    advice: tuple[Advice, ...]
    unanswered: tuple[str, ...] = ()


class Rehearsals:
    """The practice conversations of a workspace."""

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper
        self._store = keeper.store

    def begin(self, *, person: str | None = None, who: str = "", aim: str = "", event: str | None = None) -> Rehearsal:
        """Gather what the notes hold and keep the rehearsal. `person`: an id; `who`: a type of person instead.

        Raises InputError when neither is given and for a person who has died, NotFoundError.
        """
        if person is None and not who.strip():
            raise InputError("Nobody is chosen to talk to.", "Choose a person, or describe a type of person.")
        if person is not None:
            known = self._store.get(Person, person)
            refuse_the_dead(self._keeper, known)
            evidence = self._of_person(known, aim)
        else:
            evidence = self._of_type(who, aim)
        rehearsal = Rehearsal(person=person, who=who, aim=aim, event=event, evidence=as_record(evidence))
        self._store.save([rehearsal])
        return rehearsal

    def _of_person(self, person: Person, aim: str) -> list[Evidence]:
        """The profile, notes about them, promises, a talk and a story of theirs."""
        book = EvidenceBook()
        profile = profile_evidence(person)
        book.add_all([profile] if profile else [])
        query = f"{person.name} {aim}"
        book.add_all(notes_about(self._keeper, person, query, NOTES))
        promises = self._store.commitments(status="open", person=person.id)[:2]
        book.add_all(promise_evidence(one, person.name) for one in promises)
        talks = sorted(
            (talk for _, talk in self._store.sessions(person=person.id)), key=lambda talk: len(talk.speakers)
        )
        book.add_all(self._talk(talk, person) for talk in talks[:1])
        stories = self._keeper.recall(query, STORIES, Filters(kinds=(Kind.STORY,), people=(person.id,)))
        theirs = [one for one in stories if self._store.get(Story, one.source_id).heard_from == person.id]
        book.add_all(discreet(theirs)[:1])
        return list(book.entries)

    def _talk(self, talk: Session, person: Person) -> Evidence:
        """A talk of theirs; the names of those who give it with them too, for then its abstract is not theirs alone."""
        told = session_evidence(talk, person.name)
        given_with = self._store.people(ids=tuple(one for one in talk.speakers if one != person.id))
        unknown = () if len(talk.speakers) == len(given_with) + 1 else ("?",)
        return told.model_copy(update={"names": (person.name, *(one.name for one in given_with), *unknown)})

    def _of_type(self, who: str, aim: str) -> list[Evidence]:
        """What the notes hold of people like that: recall always finds something, so only what is of somebody
        like that by its words counts (`kinds_of_people`)."""
        kinds = (Kind.PERSON, Kind.NOTE, Kind.SESSION)
        found = discreet(self._keeper.recall(f"{who} {aim}", OTHERS, Filters(kinds=kinds)))
        return EvidenceBook().add_all(one for one in found if of_such(who, one))

    def say(self, rehearsal_id: str, text: str) -> Rehearsal:
        """Keep what the user says. Raises InputError when blank or the rehearsal has ended, NotFoundError."""
        if not text.strip():
            raise InputError("Nothing was said.", "Type a sentence.")
        if self._store.get(Rehearsal, rehearsal_id).status == "ended":
            raise InputError("This rehearsal has ended.", "Begin a new one.")
        return self._store.add_turn(rehearsal_id, Turn(by="me", text=text, at=datetime.now(UTC)))

    def answer(self, bench: Workbench, rehearsal_id: str) -> Rehearsal:
        """Let the stand-in answer: streamed through the bench, checked, kept. Raises the ModelError tree; what the user
        said is kept whatever happens. Raises InputError where it is not the stand-in's turn."""
        rehearsal = self._store.get(Rehearsal, rehearsal_id)
        if not rehearsal.turns or rehearsal.turns[-1].by != "me":
            raise InputError("It is your turn.", "Say something first.")
        said, cited, check, usage = self._fresh_line(bench, rehearsal)
        turn = Turn(
            by="them",
            text=said,
            at=datetime.now(UTC),
            labels=cited,
            check=check.model_dump(mode="json"),
            model="" if bench.model.kind == "none" else bench.model.name,
            usage=usage,
        )
        return self._store.add_turn(rehearsal_id, turn)

    def _fresh_line(self, bench: Workbench, rehearsal: Rehearsal) -> Line:
        """What the stand-in says, its labels, its check and what it took: the model's line where it may stand, else a
        fact of the record in the first person, else (after a second try) a plain line that claims nothing. Beside a
        small model the record answers first where it plainly holds the answer, greetings, proposals and farewells are
        answered by rule, and so is everything in German, and where nothing is on record; without a model all is."""
        prompt, values, usage = load_prompt("rehearse"), self._values(rehearsal), TokenUse()
        evidence = evidence_of(rehearsal)
        labels, names = [one.label for one in evidence], self._names(rehearsal)
        check = partial(check_line, names=names, rehearsal=rehearsal, user=bench.settings.user_name)
        absent, spoken = bench.model.kind == "none", language_of_rehearsal(rehearsal)
        small = absent or bench.model.kind == "embedded"
        heard = rehearsal.turns[-1].text
        by_rule = absent or (small and (spoken == "de" or not evidence))
        answer = cache(lambda: self._own_fact(rehearsal))
        if small and (own := answer()) and (own.plain or by_rule):
            return of_the_record(own.fact, usage)
        alone = by_rule or (small and (settled(heard, spoken) or asks_why(heard)))
        for attempt in range(0 if alone else TRIES):
            teller = bench.teller("answering") if attempt == 0 else None
            seed = len(rehearsal.turns) + 100 * attempt
            written = write(bench.model, prompt, values, labels, on_text=teller, stop=bench.stop, seed=seed)
            usage += written.usage
            data = written.data or {}
            said = without_repeats(whole_names(str(data.get("text", "")), evidence), rehearsal.turns)
            if said and may_stand(said, checked := check(said), names, rehearsal, small=small):
                return said, tuple(dict.fromkeys(map(str, data.get("sources", ())))), checked, usage
            if own := answer():
                return of_the_record(own.fact, usage)
        return plain_line(heard, [turn.text for turn in rehearsal.turns], spoken), (), CheckReport(), usage

    def _own_fact(self, rehearsal: Rehearsal) -> Answer | None:
        """The fact of the record that answers the user's question; None where they asked nothing or it holds none."""
        language = language_of_rehearsal(rehearsal)
        heard = without_address(rehearsal.turns[-1].text, self.title(rehearsal))
        if rehearsal.person is None or language not in ("en", "de") or not questions_in(heard, language):
            return None
        evidence = evidence_of(rehearsal)
        by_source = {one.source_id: one.label for one in evidence}
        found = self._keeper.recall(heard, NOTES, Filters(people=(rehearsal.person,)))
        ranked = [by_source[one.source_id] for one in found if one.source_id in by_source]
        said = [turn.text for turn in rehearsal.turns if turn.by == "them"]
        return best_fact(heard, own_facts(evidence, self.title(rehearsal), language), said, ranked, language)

    def read_ahead(self, bench: Workbench, rehearsal_id: str) -> None:
        """Let the model, where there is one, read who it plays, while the user thinks of a first line. Raises the
        ModelError tree."""
        if bench.model.kind == "none":
            return
        rehearsal = self._store.get(Rehearsal, rehearsal_id)
        warm(bench.model, load_prompt("rehearse"), self._values(rehearsal), stop=bench.stop)

    def _values(self, rehearsal: Rehearsal) -> dict[str, str]:
        return {
            "who": self.title(rehearsal, work=True) + _SPEAKS.get(language_of_rehearsal(rehearsal), ""),
            "evidence": render(evidence_of(rehearsal), rehearsal.aim),
            "talk": talk_so_far(rehearsal.turns),
        }

    def title(self, rehearsal: Rehearsal, *, work: bool = False) -> str:
        """Whom the rehearsal is with, for reading: a name (with the work), else the type."""
        person = self._store.get_many(Person, [rehearsal.person]).get(rehearsal.person) if rehearsal.person else None
        if person is None:
            return plain_name(rehearsal.who or rehearsal.person or "") or "somebody"
        parts = (person.name, person.role, person.organisation) if work else (person.name,)
        return ", ".join(plain_name(part) for part in parts if part)

    def _names(self, rehearsal: Rehearsal) -> list[str]:
        """Whose words the stand-in speaks: the person, or each of those whom the evidence is about."""
        if rehearsal.person:
            return [self.title(rehearsal)]
        names = [name for one in evidence_of(rehearsal) for name in (*one.names, one.author) if name]
        return list(dict.fromkeys(names)) or ["Somebody"]

    def basis(self, rehearsal: Rehearsal) -> Basis:
        """What the notes hold of whom the rehearsal is with."""
        evidence = evidence_of(rehearsal)
        if not evidence:
            return "nothing"
        only_profile = bool(rehearsal.person) and all(one.kind is Kind.PERSON for one in evidence)
        return "profile" if only_profile else "notes"

    def end(self, rehearsal_id: str) -> Rehearsal:
        """Raises NotFoundError."""
        return self._store.update(Rehearsal, rehearsal_id, status="ended")

    def feedback(self, rehearsal: Rehearsal) -> Feedback:
        """How it went so far. A stock line of the stand-in is nothing that they said: no reply to one is counted."""
        figures = measure(rehearsal.turns, STOCK)
        advice = things_to_try(rehearsal.turns, figures, STOCK)
        return Feedback(figures=figures, advice=advice, unanswered=unanswered(rehearsal.turns))

    def progress(self, limit: int = 12) -> list[tuple[Rehearsal, Figures]]:
        """Ended rehearsals in which something was said, the oldest first."""
        ended = [one for one in self._store.rehearsals(status="ended") if any(turn.by == "me" for turn in one.turns)]
        return [(one, measure(one.turns, STOCK)) for one in reversed(ended[:limit])]

    def delete(self, rehearsal_id: str) -> None:
        """Raises NotFoundError."""
        self._keeper.delete(Kind.REHEARSAL, rehearsal_id)


def evidence_of(rehearsal: Rehearsal) -> list[Evidence]:
    return [Evidence.model_validate(one) for one in rehearsal.evidence]


def without_address(heard: str, name: str) -> str:
    """A turn without the words that call whom it is said to: "Hallo Ada, was suchst du?" asks "was suchst du?"."""
    called = "|".join(re.escape(part) for part in sorted({name, *name.split()}, key=len, reverse=True) if len(part) > 1)
    bare = re.sub(rf"^{_HELLO}?(?:{TITLES}|\s|\.)*(?:{called})?(?:\s(?:{called}))*\s*[,!–—-]\s+", "", heard.strip(),
                  flags=re.IGNORECASE)  # fmt: skip
    bare = re.sub(rf",\s*(?:{called})\s*(?=[?.!]|$)", "", bare)
    return bare or heard


_HELLO = (
    r"(?:hello|hi|hey|good (?:morning|evening|day)|hallo|guten (?:tag|morgen|abend)|moin|servus|grüß\w*|dear|lieber?|"
    r"so|und|and)"
)


def language_of_rehearsal(rehearsal: Rehearsal) -> str:
    """The language that the user speaks in it; before their first word, that of their aim and of the notes."""
    if any(turn.by == "me" for turn in rehearsal.turns) and not too_short_to_tell(rehearsal.turns):
        return language_spoken(rehearsal.turns)
    return language_in([one for one in (rehearsal.aim, *(one.text for one in evidence_of(rehearsal))) if one])


def render(evidence: Sequence[Evidence], about: str) -> str:
    """The evidence as the prompt shows it, the same from turn to turn."""
    return "\n".join(quote_for_prompt(one, NOTE_WORDS, about) for one in evidence) or "none"


def talk_so_far(turns: Sequence[Turn]) -> str:
    """The newest turns, one a line."""
    dropped = max(0, len(turns) - SHOWN_TURNS)
    first = -(-dropped // DROPPED_AT_ONCE) * DROPPED_AT_ONCE
    names = {"me": "User", "them": "You"}
    return "\n".join(f"{names[turn.by]}: {clip(' '.join(turn.text.split()), TURN_WORDS)}" for turn in turns[first:])


def without_repeats(line: str, turns: Sequence[Turn]) -> str:
    """The line without the sentences that either side has said before, in nearly the same words."""
    before = [one for turn in turns for one in sentences(turn.text) if len(one.split()) >= REPEATED_WORDS]
    return " ".join(one for one in sentences(line) if not any(near_equal(one, said) for said in before))


def may_stand(
    said: str, check: CheckReport, names: Sequence[str], rehearsal: Rehearsal, *, small: bool = False
) -> bool:
    """Whether a line is one that the stand-in may say: nothing in it is in doubt, it does not speak of itself by name,
    and it does not ask on when the user takes leave. What a `small` model says must also be in a language that the
    check reads, and answer a question in the words of the notes: it is as often wrong as right."""
    heard, language = rehearsal.turns[-1].text, language_of_rehearsal(rehearsal)
    if small and not (check.graded and _answers(said, rehearsal)):
        return False
    if rehearsal.person and re.search(rf"\b{re.escape(first_name(names[0]))}\b", said):
        return False
    if fuzz.ratio(said.casefold(), heard.casefold()) > ECHO:
        return False
    if move_in(heard, language) == "leaves" and "?" in said:
        return False
    return not any(one.verdict in DOUBTFUL for one in check.sentences)


def _answers(said: str, rehearsal: Rehearsal) -> bool:
    """Whether a small model's line goes with what the user said: it is a sentence on what is, about nobody else, and
    speaks of what was said (or of what was said before, where a question only points back). It answers a question in
    words that all stand in the notes or in it, one at least in the notes, and never gives a reason; to what the user
    tells it may only ask on."""
    language, heard = language_of_rehearsal(rehearsal), rehearsal.turns[-1].text
    asked = " ".join(questions_in(heard, language))
    if _SOMEBODY.search(said) or asks_why(asked) or not ("?" in said or whole(said)):
        return False
    before = rehearsal.turns[-2].text if len(rehearsal.turns) > 1 else ""
    wanted, told = asked_about(asked or heard, language) or asked_about(before, language), asked_about(said, language)
    noted = stems(" ".join(one.text for one in evidence_of(rehearsal)), language)
    if not asked:
        return "?" in said and bool(wanted & told)
    return bool(wanted & told and noted & told) and told <= noted | stems(asked, language)


_SOMEBODY = re.compile(r"\b(?:he|she|his|hers?|him|would|might|if)\b", re.IGNORECASE)
"""Of another, or of what might be."""


def of_the_record(fact: OwnFact, usage: TokenUse) -> Line:
    """A fact of the record as a line: turned by rule, it is what the note says, and needs no other check."""
    held = [SentenceCheck(start=span.start, end=span.end, text=fact.text[span.start : span.end], verdict="supported",
            labels=(fact.label,)) for span in spans(fact.text)]  # fmt: skip
    return fact.text, (fact.label,), CheckReport(sentences=tuple(held)), usage


def unanswered(turns: Sequence[Turn]) -> tuple[str, ...]:
    """The user's questions that the stand-in had no answer to."""
    asked = [
        part
        for turn, answer in pairwise(turns)
        if turn.by == "me" and answer.text in NO_ANSWER
        for part in questions_in(turn.text, language_spoken(turns))
    ]
    return tuple(dict.fromkeys(asked))


# --------------------------------------------------------------------- what no note holds
def check_line(line: str, names: Sequence[str], rehearsal: Rehearsal, user: str = "") -> CheckReport:
    """What of the stand-in's line neither the evidence nor the user's own words in the rehearsal hold.

    The check takes "I" for the user, so each sentence is turned into what the user would report of the person ("I lost
    40 charts" → "Ines lost 40 charts"); a doubtful one is marked as a whole. For a type of person it holds when it is
    true of any of those whom the evidence is about.
    """
    mine = " ".join(turn.text for turn in rehearsal.turns if turn.by == "me")
    known = [*evidence_of(rehearsal), Evidence(label=MINE, source_id="me", kind=Kind.NOTE, text=mine or "-")]
    found: list[SentenceCheck] = []
    for span in spans(line):
        text = line[span.start : span.end]
        checks = [check_draft(as_reported(text, name), known, {"person": name, "user": user}) for name in names]
        graded = _verdict(next((check for check in checks if check.passed), checks[0]))
        if graded is not None:
            found.append(graded.model_copy(update={"start": span.start, "end": span.end, "text": text}))
    return CheckReport(sentences=tuple(found))


def _verdict(check: CheckReport) -> SentenceCheck | None:
    """One sentence's own verdict, or that of the first claim in it which is in doubt."""
    graded = next(iter(check.sentences), None)
    doubt = next((claim for claim in check.claims if claim.verdict in DOUBTFUL), None)
    if graded is None or doubt is None or graded.verdict in DOUBTFUL:
        return graded
    return graded.model_copy(update={"verdict": doubt.verdict, "reason": doubt.reason})


def as_reported(sentence: str, name: str) -> str:
    """The sentence as the user would report it of the person: "I" becomes their first name, "you" becomes "I"."""
    first = first_name(name)
    marked = sentence
    for pattern, turned in _FIRST:
        marked = pattern.sub(turned.format(name="\0"), marked)
    for pattern, turned in _TURNED:
        marked = pattern.sub(turned, marked)
    return marked.replace("\0", first)
