"""An introduction that both sides are asked about first: two messages by rule, kept as drafts and checked like any.

The one with the need learns who might help, and only what is public about them; the one who might help learns what
it is about, and no name. Whoever is asked can say no without anybody losing face.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from coach.domain.evidence import Evidence
from coach.domain.models import Draft, DraftVersion, Note, Person
from coach.domain.quoting import plain_name, without_links
from coach.domain.reciprocity import Idea
from coach.domain.thoughts import is_only_a_thought
from coach.drafting.address import turned_to
from coach.drafting.channels import assemble, channel_named
from coach.drafting.evidence import EvidenceBook, as_record
from coach.errors import InputError, NotFoundError
from coach.journeys.doors import refuse_the_dead
from coach.journeys.giving import NEED
from coach.journeys.keeper import Keeper
from coach.journeys.nurture import topic_stems
from coach.journeys.ranking import profile_evidence
from coach.journeys.sending import check_message, message_facts
from coach.journeys.their_notes import told_of

_SAID: Sequence[tuple[str, str]] = (
    (r"look\w* for", "you are looking for"),
    (r"search\w* for", "you are searching for"),
    (r"in need of|needs?|needed", "you need"),
    (r"could use", "you could use"),
    (r"short of", "you are short of"),
    (r"wants? to", "you want to"),
    (r"would (?:like|love) to", "you would like to"),
    (r"struggl\w+ with", "you struggle with"),
    (r"struggl\w+ to", "you struggle to"),
    (r"does(?: not|n't|n’t) know", "you do not know"),
    (r"afraid of", "you are afraid of"),
    (r"worr\w+ about", "you worry about"),
    (r"wonders?", "you wonder"),
)
"""How a need is said to the one who has it; the words after it stay as they were noted."""


@dataclass(frozen=True)
class _Asked:
    """One of the two messages: to whom, over what, from what, and its sentences."""

    person: Person
    channel: str
    evidence: tuple[Evidence, ...]
    lines: tuple[str, ...]
    subject: str


def introduce(
    keeper: Keeper, person_id: str, idea: Idea, *, user: str, channel: Callable[[Person], str] = lambda _person: "email"
) -> tuple[Draft, Draft]:
    """Two drafts: to the one with the need, and to the one who might help. Neither is sent.

    Raises NotFoundError when somebody or the note of the need is gone, InputError for an idea of another kind and where
    one of the two has died.
    """
    if idea.kind != "introduction" or idea.other is None:
        raise InputError("The idea {ref!r} introduces nobody.", "Choose an introduction.", ref=idea.ref)
    store = keeper.store
    person, other = store.get(Person, person_id), store.get(Person, idea.other)
    for one in (person, other):
        refuse_the_dead(keeper, one)
    about = store.get_many(Note, [idea.need_ref]).get(idea.need_ref)
    if about is None and idea.need_ref != person.id:
        raise NotFoundError("The note of that need is gone.", "Look at the suggestions again.")
    need = next(iter(told_of(keeper, [about], person)), None) if about else profile_evidence(person)
    helper = profile_evidence(other)
    asked = (
        _Asked(person, channel(person), _labelled(need, helper), _to_the_seeker(person, other, idea), _subject("seek")),
        _Asked(other, channel(other), _labelled(helper, need), _to_the_helper(other, idea), _subject("help")),
    )
    first, second = (_draft(one, user) for one in asked)
    store.save([first, second])
    return store.get(Draft, first.id), store.get(Draft, second.id)


def _labelled(*found: Evidence | None) -> tuple[Evidence, ...]:
    book = EvidenceBook()
    book.add_all(one for one in found if one)
    return book.entries


def _subject(side: str) -> str:
    return "Somebody you might like to meet" if side == "seek" else "May I introduce you to somebody?"


def _to_the_seeker(person: Person, other: Person, idea: Idea) -> tuple[str, ...]:
    work = " at ".join(part for part in (plain_name(other.role), plain_name(other.organisation)) if part)
    if is_only_a_thought(idea.need):
        return (
            f"There is somebody you might like to meet: {plain_name(other.name)}{f' ({work})' if work else ''}.",
            "Would you like me to introduce you? I put you in touch only if both of you want it.",
        )
    return (
        _need_said(person, idea),
        f"It made me think of {plain_name(other.name)}{f' ({work})' if work else ''}.",
        "Would you like me to introduce you? I put you in touch only if both of you want it.",
    )


def _need_said(person: Person, idea: Idea) -> str:
    """The need in the second person; where no phrase of `_SAID` begins it, it is only pointed to."""
    found = NEED.search(idea.need)
    for pattern, said in _SAID if found else ():
        if found and re.fullmatch(rf"(?:{pattern})(?: \w+)?", found[0], re.IGNORECASE):
            kept = re.match(pattern, found[0], re.IGNORECASE)
            rest = idea.need[found.start() + (kept.end() if kept else 0) :]
            whole = Evidence(label="", source_id="", kind=Note.kind, text=rest, names=(person.name,))
            told = turned_to(whole, person.name, person.also_called).text.strip().rstrip(".…").rstrip()
            return without_links(f"I remembered that {said} {told}.", "")
    return "I have been thinking about what you told me."


def _to_the_helper(other: Person, idea: Idea) -> tuple[str, ...]:
    cares = next((one for one in other.cares_about if topic_stems(one) & topic_stems(idea.need)), "")
    return (
        f"You care about {cares}." if cares else "I thought of you.",
        "Somebody I know would be glad of a talk about it." if cares else "Somebody I know would be glad of your view.",
        "Would an introduction be welcome? A no is just as fine, and I tell nobody that I asked.",
    )


def _draft(asked: _Asked, user: str) -> Draft:
    now = datetime.now(UTC)
    channel = channel_named(asked.channel)
    body = assemble(channel, list(asked.lines), name=asked.person.name, tone="warm", language="en", user=user)
    subject = asked.subject if channel.subject else ""
    facts = message_facts(user, asked.person, asked.channel, "", now.astimezone().date())
    version = DraftVersion(
        number=1,
        text=body,
        subject=subject,
        at=now,
        origin="rule",
        evidence=as_record(asked.evidence),
        check=check_message(body, subject, asked.evidence, facts).model_dump(mode="json"),
    )
    return Draft(
        purpose="follow_up",
        person=asked.person.id,
        channel=asked.channel,
        tone="warm",
        language="en",
        intent="Ask whether an introduction is welcome",
        versions=(version,),
        next_on=now.astimezone().date() + timedelta(days=1),
    )
