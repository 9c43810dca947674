"""Capture: rough notes are kept as typed, read by rule and by model, confirmed by a person, then stored.

What the model says is believed only where the notes hold its words: a role, an organisation or a story
that does not stand there is dropped, and a promise belongs to whom the sentence says, not the model.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeVar

from rapidfuzz import fuzz

from coach.domain import reading
from coach.domain.agenda import FIRST_FOLLOW_UP_DAYS
from coach.domain.capture import CaptureProposal, FoundCommitment, FoundPerson, FoundStory
from coach.domain.closed_doors import closed_door
from coach.domain.dates import coming_date
from coach.domain.days import moment_given
from coach.domain.models import Capture, Event, Person
from coach.domain.naming import behind_titles, first_name, plain_letters
from coach.domain.progress import Update
from coach.domain.quoting import plain_name, quotable, without_orders
from coach.drafting.chain import write
from coach.drafting.prompts import load_prompt
from coach.errors import InputError, ModelError
from coach.journeys.keeper import Keeper
from coach.journeys.left_open import PIECE_WORDS, pieces_left_open
from coach.journeys.named import event_named, text_given
from coach.journeys.second_reading import STORY_WORDS, is_suspected, read_again, whose
from coach.journeys.workbench import Workbench
from coach.reader import Reading
from coach.storage.store import Store

READ_BY_MODEL_WORDS = 3000
"""Beyond this many words (about a quarter of an hour of reading on two cores) only the rules read on."""
SAME_NAME = 88
SAME_STORY = 80
LONGEST_TITLE = 8
"""Words of a story's title."""


# --------------------------------------------------------------------- keep
def keep(keeper: Keeper, text: str, *, event: str | None = None, at: datetime | str | None = None) -> Capture:
    if not text_given(text).strip():
        raise InputError("There is nothing in the notes.", "Type what you remember, in any order.")
    where = None if event is None else event_named(keeper.store, event)
    capture = Capture(text=text, at=moment_given(at) or datetime.now(UTC), event=where)
    keeper.store.save([capture])
    return capture


def discard(keeper: Keeper, capture_id: str) -> None:
    keeper.store.update(Capture, capture_id, status="discarded")


# --------------------------------------------------------------------- read
BY_RULES_ALONE = "The notes were read by simple rules only, since no language model is in use."


def read(bench: Workbench, capture_id: str) -> CaptureProposal:
    """Read a capture piece by piece. A model that fails, or is not to be used, leaves what the rules found, and a
    warning."""
    store = bench.keeper.store
    noted = store.get(Capture, capture_id)
    capture = _without_orders(noted)
    today = _day_of(capture)
    known = [person for person in store.people() if _mentioned(person, capture.text)]
    proposal, readings = read_again(read_by_rule(capture, known, today), capture.text, today)
    bench.tell(Update(stage="rules", payload=proposal))
    if bench.model.kind != "none":
        proposal = _read_with_model(bench, capture, proposal, known, readings)
    elif pieces_left_open(capture.text, proposal):
        proposal = proposal.model_copy(update={"warnings": (*proposal.warnings, BY_RULES_ALONE)})
    proposal = _without_own_lines(_warily(proposal, noted), capture.text)
    proposal = _with_first_message(store, capture, proposal, known)
    store.update(Capture, capture_id, proposal=proposal.model_dump(mode="json"))
    return proposal


def _day_of(capture: Capture) -> date:
    """The day of the notes, from which their dates count."""
    return (capture.at or datetime.now(UTC)).date()


def read_by_rule(capture: Capture, known: Sequence[Person], today: date) -> CaptureProposal:
    """What the rules alone read. `known`: people of the workspace whom the notes may mean."""
    plain = _without_orders(capture)
    told = _told_of(plain, reading.named_people(plain.text, known), known, today)
    return _without_own_lines(_warily(told, capture), plain.text)


def _without_own_lines(proposal: CaptureProposal, text: str) -> CaptureProposal:
    """`me: i said id think abt speaking`: a line of one's own that names nobody promises nobody anything. What it gives
    may still be for the one before, and is shown to be ticked; what one only means to weigh is kept as a note. In a
    chat the line answers whoever spoke before."""
    lines = reading.note_sentences(text)
    own = {
        line
        for before, line in zip(["", *lines], lines, strict=False)
        if _OWN_LINE.match(line) and not _SPEAKS.match(before) and not _names_somebody(line, proposal.people)
    }
    kept = [
        one.model_copy(update={"accepted": False}) if one.quote in own else one
        for one in proposal.commitments
        if one.quote not in own or (one.by == "me" and _GIVEN.search(one.what))
    ]
    quotes = {one.quote for one in kept}
    left = [line for line in lines if line in own and line not in quotes]
    unread = tuple(dict.fromkeys((*proposal.unread, *left)))
    return proposal.model_copy(update={"commitments": tuple(kept), "unread": unread}) if own else proposal


_OWN_LINE = re.compile(
    r"(?:(?:note )?to )?(?:me|myself|self|ich|mir|selbst)\s*(?:[:=]|[–—-](?=\s))\s*\S", re.IGNORECASE
)
_SPEAKS = re.compile(
    r"(?!(?:me|myself|ich|note|todo)\b)[^\W\d_][\w'’.-]*(?: [^\W\d_][\w'’.-]*)?:\s+\S.*[?!.]?$", re.IGNORECASE
)
_GIVEN = re.compile(
    r"\b(?:send|bring|give|lend|share|forward|post|mail|e-?mail|introduce|intro|book|order|pay|return|deliver|print|"
    r"schick\w*|bring\w*|geb\w*|leih\w*|zeig\w*|besorg\w*)\b",
    re.IGNORECASE,
)


def _names_somebody(line: str, people: Sequence[FoundPerson]) -> bool:
    """Whether a line names anybody or means them by a pronoun."""
    if re.search(r"\b(?:her|him|them|she|he|they|you|ihr|ihm|ihnen|sie|er|dir|euch)\b", line, re.IGNORECASE):
        return True
    said = plain_letters(line)
    names = (part for one in people for part in (first_name(one.name), one.name, *one.also_called))
    return any(re.search(rf"(?<!\w){re.escape(plain_letters(name))}(?!\w)", said) for name in names)


def _without_orders(capture: Capture) -> Capture:
    return capture.model_copy(update={"text": without_orders(capture.text, rest=False)})


def _warily(proposal: CaptureProposal, noted: Capture) -> CaptureProposal:
    """Sentences that give orders are shown as unread; what stands behind one in its paragraph is not ticked."""
    read = set(reading.note_sentences(_without_orders(noted).text))
    orders = [one for one in reading.note_sentences(noted.text) if one not in read]
    if not orders:
        return proposal
    before = " ".join(without_orders(noted.text).split())
    return proposal.model_copy(
        update={
            "people": tuple(_unless_behind(one, before) for one in proposal.people),
            "commitments": tuple(_unless_behind(one, before) for one in proposal.commitments),
            "stories": tuple(_unless_behind(one, before) for one in proposal.stories),
            "unread": tuple(dict.fromkeys((*proposal.unread, *orders))),
        }
    )


_Found = TypeVar("_Found", FoundPerson, FoundCommitment, FoundStory)


def _unless_behind(found: _Found, before: str) -> _Found:
    """What was found, ticked only where its words stand in the text that no order taints."""
    return found if " ".join(found.quote.split()) in before else found.model_copy(update={"accepted": False})


def _told_of(capture: Capture, people: Sequence[FoundPerson], known: Sequence[Person], today: date) -> CaptureProposal:
    """What the notes tell of these people by rule: facts word for word, work, promises, dates, stories. Of whom the
    notes do not say what they do, the record does."""
    said = reading.sayings(capture.text, people)
    facts, dates = reading.facts_of(said), reading.follow_up_dates(said, today)
    promises = reading.promises(said, people, today)
    away = {one.name for one in people if reading.stayed_away(one, capture.text)}
    owing = {one.person for one in promises} - away
    people = [one.model_copy(update={"accepted": True}) if one.name in owing else one for one in people]
    by_id = {person.id: person for person in known}
    names = [one.name for one in people]
    used = {sentence for lines in facts.values() for sentence in lines} | {one.quote for one in promises}
    return CaptureProposal(
        capture_id=capture.id,
        people=tuple(
            _as_recorded(_read_about(one, facts.get(one.name, ()), dates.get(one.name), names), by_id) for one in people
        ),
        commitments=tuple(promises),
        stories=tuple(reading.told_stories(said)),
        unread=tuple(
            dict.fromkeys(
                one.text for one in said if one.text not in used and not (dates and reading.asks_for_contact(one.text))
            )
        ),
    )


def _read_about(
    person: FoundPerson, facts: tuple[str, ...], follow_up_on: date | None, names: Sequence[str]
) -> FoundPerson:
    """Somebody named only in passing is read about where they are named."""
    quote = person.quote or next(iter(facts), "")
    told = person.model_copy(update={"facts": facts, "follow_up_on": follow_up_on, "quote": quote})
    return reading.with_work(told, facts or [quote], names)


def _as_recorded(found: FoundPerson, known: Mapping[str, Person]) -> FoundPerson:
    person = known.get(found.person_id or "")
    if person is None:
        return found
    shorter = found.organisation.casefold() in person.organisation.casefold()
    work = {
        "role": found.role or person.role,
        "organisation": person.organisation if shorter else found.organisation,
    }
    return found.model_copy(update=work)


def _with_first_message(
    store: Store, capture: Capture, proposal: CaptureProposal, known: Sequence[Person]
) -> CaptureProposal:
    """A day to write to everybody who was met: within two days, while both still remember. A day that the notes or the
    record name stays; none is set for the dead, nor for whom the notes say to avoid."""
    noted = _day_of(capture)
    event = store.get(Event, capture.event) if capture.event else None
    met = min(noted, (event.ends or event.starts or noted) if event else noted)
    due = max(noted, met + timedelta(days=FIRST_FOLLOW_UP_DAYS))
    decided = {person.id for person in known if person.follow_up_on}
    people = [
        one.model_copy(update={"follow_up_on": due})
        if one.accepted and not one.follow_up_on and one.person_id not in decided and not _closed_to(one, capture.text)
        else one
        for one in proposal.people
    ]
    return proposal.model_copy(update={"people": tuple(people)})


def _closed_to(person: FoundPerson, text: str) -> bool:
    """Whether the notes say that somebody has died, or is to be avoided."""
    return closed_door([(text, False)], person.name, person.also_called) is not None


def _mentioned(person: Person, text: str) -> bool:
    lowered = plain_letters(text)
    names = (first_name(person.name), *person.also_called)
    formal = behind_titles(person.name)
    return any(plain_letters(name) in lowered for name in names) or (bool(formal) and bool(re.search(formal, text)))


def _read_with_model(
    bench: Workbench,
    capture: Capture,
    proposal: CaptureProposal,
    known: Sequence[Person],
    readings: Mapping[str, Reading],
) -> CaptureProposal:
    pieces = pieces_left_open(capture.text, proposal)
    limit = max(1, READ_BY_MODEL_WORDS // PIECE_WORDS)
    warnings = [f"Only the first {READ_BY_MODEL_WORDS} words were read closely."] if len(pieces) > limit else []
    prompt = load_prompt("capture")
    names = ", ".join(filter(None, (plain_name(person.name) for person in known[:12]))) or "nobody"
    for number, piece in enumerate(pieces[:limit]):
        if bench.stopped:
            warnings.append("You stopped the reading; what was found until then is here.")
            break
        try:
            answer = write(
                bench.model,
                prompt,
                {"people": names, "notes": quotable(piece)},
                [],
                on_text=bench.teller("reading", done=number, total=min(len(pieces), limit)),
                stop=bench.stop,
            )
        except ModelError as exc:
            warnings.append(f"The model could not read along: {exc} The notes were read by simple rules only.")
            break
        proposal = _merge(proposal, answer.data or {}, capture, known, readings)
        proposal = proposal.model_copy(update={"usage": proposal.usage + answer.usage})
        bench.tell(Update(stage="read", payload=proposal, done=number + 1, total=min(len(pieces), limit)))
    read_by = bench.model.name if pieces else ""
    return proposal.model_copy(update={"warnings": tuple(warnings), "model": read_by})


def _merge(
    proposal: CaptureProposal,
    data: Mapping[str, Any],
    capture: Capture,
    known: Sequence[Person],
    readings: Mapping[str, Reading],
) -> CaptureProposal:
    """Somebody new whom the model found is read about by rule as well; what it says of each must stand in what the
    notes say of that person."""
    text, today = capture.text, _day_of(capture)
    raws = [raw for raw in data.get("people", ()) if isinstance(raw, Mapping)]
    people = _with_new(proposal.people, raws, text, known)
    if [one.name for one in people] != [one.name for one in proposal.people]:
        proposal = _joined(proposal, _told_of(capture, people, known, today))
    people = [_with_details(one, raws) for one in proposal.people]
    promises = list(proposal.commitments)
    for raw in data.get("promises", ()):
        _merge_promise(promises, raw, people, today, readings)
    quotes = {one.quote for one in promises}
    return proposal.model_copy(
        update={
            "people": tuple(people),
            "commitments": tuple(promises),
            "stories": _stories(data.get("stories", ()), people, text, proposal.stories),
            "unread": tuple(one for one in proposal.unread if one not in quotes),
        }
    )


def _joined(before: CaptureProposal, now: CaptureProposal) -> CaptureProposal:
    """A new reading by rule, with the promises and stories that only the model had found until then."""
    quotes, told = {one.quote for one in now.commitments}, {one.quote for one in now.stories}
    promises = [one for one in before.commitments if one.quote not in quotes]
    stories = [one for one in before.stories if one.quote not in told]
    return now.model_copy(
        update={
            "commitments": (*now.commitments, *promises),
            "stories": (*now.stories, *stories),
            "usage": before.usage,
        }
    )


def _held(words: str, text: str) -> str:
    """`words` when the notes hold them (case and spacing aside), else nothing."""
    flat, needle = " ".join(text.casefold().split()), " ".join(words.casefold().split())
    return words.strip() if needle and needle in flat else ""


def _find(people: Sequence[FoundPerson], name: str) -> int | None:
    for at, person in enumerate(people):
        if fuzz.token_set_ratio(person.name, name) >= SAME_NAME:
            return at
    return None


def _with_new(
    found: Sequence[FoundPerson], raws: Sequence[Mapping[str, Any]], text: str, known: Sequence[Person]
) -> list[FoundPerson]:
    """The people found so far, with longer names where the notes hold them, and those whom only the model found."""
    people = list(found)
    for raw in raws:
        name = reading.without_title(" ".join(str(raw.get("name", "")).split()))
        if not _held(name, text) or not any(part[0].isupper() for part in name.split()):
            continue
        at = _find(people, name)
        if at is None:
            match = next((one for one in known if fuzz.token_set_ratio(one.name, name) >= SAME_NAME), None)
            people.append(FoundPerson(name=match.name if match else name, person_id=match.id if match else None))
        elif len(name) > len(people[at].name) and people[at].person_id is None:
            people[at] = people[at].model_copy(update={"name": name})
    return people


def _with_details(person: FoundPerson, raws: Sequence[Mapping[str, Any]]) -> FoundPerson:
    """What the model says of a person fills what the rules left open, where the notes say it of that person."""
    raw = next((one for one in raws if _find([person], str(one.get("name", ""))) is not None), None)
    if raw is None:
        return person
    lines = person.facts
    told = " ".join(line for line in lines if not reading.whole_promise(line))
    role, organisation = (_held(str(raw.get(key, "")), told) for key in ("role", "organisation"))
    role = role if reading.may_be_a_role(role, told) else ""
    organisation = organisation if reading.may_be_an_organisation(organisation, told) else ""
    topics = tuple(topic for topic in map(str, raw.get("cares_about", ())) if reading.may_be_cared_about(topic, lines))
    past = reading.past_work(organisation, lines)
    return person.model_copy(
        update={
            "role": person.role or ("" if role.casefold() == person.name.casefold() else role),
            "organisation": person.organisation or ("" if past else organisation),
            "cares_about": person.cares_about or topics,
        }
    )


def _merge_promise(
    promises: list[FoundCommitment],
    raw: Mapping[str, Any],
    people: Sequence[FoundPerson],
    today: date,
    readings: Mapping[str, Reading],
) -> None:
    """A promise that no rule saw, where a sentence about that person promises something and says who does. Of one that
    the second reading suspected the model says in fewer words what was promised."""
    at = _find(people, str(raw.get("person", "")))
    what = " ".join(str(raw.get("what", "")).split())
    if at is None or not what:
        return
    best = max(people[at].facts, key=lambda one: fuzz.partial_token_set_ratio(what, one), default="")
    by = whose(best, readings) if fuzz.token_set_ratio(what, best) >= 60 else None
    at_known = next((place for place, one in enumerate(promises) if one.quote == best), None)
    if by is None or (at_known is not None and not is_suspected(promises[at_known])):
        return
    if at_known is not None:
        promises[at_known] = promises[at_known].model_copy(update={"what": what, "person": people[at].name})
        return
    due = coming_date(best, today)
    promises.append(FoundCommitment(person=people[at].name, by=by, what=what, due=due, quote=best))


def _short_title(title: str, quote: str, teller: str) -> str:
    """The model's title, unless it is long or only begins the story again."""
    copied = " ".join(quote.casefold().split()).startswith(title.casefold().rstrip(" .…"))
    return reading.story_title(quote, teller) if copied or len(title.split()) > LONGEST_TITLE else title


def _stories(
    raws: Sequence[Mapping[str, Any]], people: Sequence[FoundPerson], text: str, known: Sequence[FoundStory]
) -> tuple[FoundStory, ...]:
    """The stories known so far, and those that the model found alone."""
    found = list(known)
    for raw in raws:
        quote = _held(str(raw.get("quote", "")), text)
        if len(quote.split()) < STORY_WORDS or not reading.TURN.search(quote):
            continue
        if any(fuzz.partial_ratio(quote, one.quote) > SAME_STORY for one in found):
            continue
        at = _find(people, str(raw.get("person", "")))
        teller = people[at].name if at is not None else ""
        title = _short_title(" ".join(str(raw.get("title", "")).split()), quote, teller)
        found.append(FoundStory(title=title, text=quote, own=not teller, heard_from=teller, quote=quote))
    return tuple(found)
