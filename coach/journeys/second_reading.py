"""A second reading of rough notes: what the rules did not see, or saw wrongly, the trained reader may.

It says of each sentence what it is; whose it is and by when is told by rule. What it is fairly sure of is ticked on the
page of what was found, what it only suspects is shown there unticked. Where it cannot be loaded the rules stand alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from coach.domain import reading
from coach.domain.capture import CaptureProposal, FoundCommitment, FoundPerson, FoundStory
from coach.domain.dates import coming_date
from coach.errors import RecallError
from coach.reader import Reading, read_sentences

SUSPECTED, SURE = 0.6, 0.9
"""Probability of a promise from which it is shown, and from which it is ticked."""
DOUBTED = 0.3
"""Probability of a promise below which one that a rule found is not ticked."""
CLEARLY = 0.85
"""Probability of whose promise it is from which a rule that says otherwise is overruled."""
A_STORY = 0.6
STORY_WORDS = 14
"""Fewer words than this tell a fact, not a story."""
HUSHED = 0.5
"""Probability from which a sentence is kept to oneself: it errs towards silence."""
HOW_TO_REACH = 0.7
MOST = 200
"""Sentences read of one capture: an evening has fewer, and a book would take minutes."""
LONGEST = 80
"""Sentences of a note beyond which only the rules say what is to be kept to oneself: it is no note of an evening."""
_LEAD = re.compile(r"^(?:[-–—•*→>]+\s*|(?:and|also|oh|so|then|und|dann|also|ach)\b,?\s+)+", re.IGNORECASE)


def readings_of(sentences: Sequence[str]) -> Mapping[str, Reading]:
    """What each sentence is, the sentences being those of one note in their order; nothing where the reader fails."""
    try:
        return dict(zip(sentences, read_sentences(sentences), strict=True))
    except RecallError:
        return {}


def hushed_in(text: str) -> frozenset[str]:
    """The sentences of a note that tell what is to be kept to oneself."""
    return frozenset(one for one, found in _readings_in(text).items() if found.hush >= HUSHED)


def ways_to_reach_in(text: str) -> tuple[str, ...]:
    """The sentences of a note that say when or how somebody is to be reached, and nothing else."""
    return tuple(
        one for one, found in _readings_in(text).items()
        if found.reach >= HOW_TO_REACH and max(found.promise, found.hush, found.story) < 1 - HOW_TO_REACH
    )  # fmt: skip


def _readings_in(text: str) -> Mapping[str, Reading]:
    said = reading.note_sentences(text)
    return readings_of(said) if len(said) <= LONGEST else {}


def whose(sentence: str, readings: Mapping[str, Reading]) -> str | None:
    """`me`, `them`, or None where the sentence promises nothing: by rule, else by the reader."""
    by_rule = reading.whose_promise(sentence)
    found = readings.get(sentence)
    if by_rule or found is None or found.promise < SUSPECTED:
        return by_rule
    return _side(sentence, found)[0]


def read_again(proposal: CaptureProposal, text: str, today: date) -> tuple[CaptureProposal, Mapping[str, Reading]]:
    """The proposal with what the second reading found or doubts, and what each sentence is."""
    said = reading.sayings(text, proposal.people)[:MOST]
    readings = readings_of([one.text for one in said])
    if not readings:
        return proposal, {}
    counts = Counter(one.quote for one in proposal.commitments)
    promises = [_judged(one, readings, alone=counts[one.quote] == 1) for one in proposal.commitments]
    promises += _suspected(said, readings, proposal, today)
    quotes = {one.quote for one in promises}
    return proposal.model_copy(
        update={
            "commitments": tuple(promises),
            "stories": (*proposal.stories, *_told(said, readings, proposal)),
            "unread": tuple(one for one in proposal.unread if one not in quotes),
        }
    ), readings


def is_suspected(promise: FoundCommitment) -> bool:
    """No rule says that its sentence promises anything: its words are the whole sentence."""
    return reading.whose_promise(promise.quote) is None


def _judged(promise: FoundCommitment, readings: Mapping[str, Reading], *, alone: bool) -> FoundCommitment:
    """A rule's promise, not ticked where it is doubted; the other's where a sentence of one promise plainly says so
    and has no condition before it, in which the other acts."""
    found = readings.get(promise.quote)
    if found is None:
        return promise
    if found.promise < DOUBTED and not _OUTRIGHT.search(promise.quote):
        return promise.model_copy(update={"accepted": False})
    mine = found.mine if promise.by == "them" else 1 - found.mine
    if not alone or mine < CLEARLY or reading.without_condition(promise.quote) != promise.quote:
        return promise
    return promise.model_copy(
        update={"by": "me" if promise.by == "them" else "them", "what": _in_its_words(promise.quote)}
    )


_OUTRIGHT = re.compile(
    r"\b(?:offered|promised) (?:to|me|him|her|them)\b|\bpromised (?:an?|the|two|some) |[\"“„]I(?:['’]ll|"
    r" will) ",
    re.IGNORECASE,
)
"""`offered to read the draft`, `said: "I'll send it"`: no reader knows better."""


def _in_its_words(sentence: str) -> str:
    return _LEAD.sub("", sentence).strip(" .!…")


def _suspected(
    said: Sequence[reading.Said], readings: Mapping[str, Reading], proposal: CaptureProposal, today: date
) -> list[FoundCommitment]:
    """Promises that no rule saw, in the words of their sentence."""
    known = {one.quote for one in proposal.commitments}
    found, met = [], [one for one in proposal.people if one.accepted]
    for at, one in enumerate(said):
        told = readings[one.text]
        denied = reading.is_done_or_denied(one.text)
        if told.promise < SUSPECTED or one.text in known or told.hush >= HUSHED or denied:
            continue
        person = _whom(said, at, met)
        if person:
            by, sure = _side(one.text, told)
            promise = FoundCommitment(
                person=person,
                by=by,
                what=_in_its_words(one.text),
                due=coming_date(one.text, today),
                quote=one.text,
                accepted=told.promise >= SURE and sure and not reading.hedged(one.text),
            )
            found.append(promise)
    return found


_TO_ME = re.compile(
    r"\b(?:my|our) way\b|\bfrom (?:her|him|them)\b|\b(?:to|for) (?:me|us)\b|\b(?:mir|uns)\b|"
    r"\b(?:lend|send|give|bring|show|get|tell|owe|let|write|post|save|keep|find|drop)(?:s|ing)? (?:me|us)\b|"
    r"\bI(?:['’]m to| am to| can| may|['’]ll) (?:have|get|borrow)\b",
    re.IGNORECASE,
)
_FROM_ME = re.compile(
    r"\b(?:from|off|by) (?:me|us)\b|\b(?:to|for) (?:her|him|them)\b|\bmine\b|\bon me\b|\b(?:ihr|ihm|ihnen|von mir)\b|"
    r"\b(?:lend|send|give|bring|show|get|tell|owe|let|write|post|find|drop|call|ring|pay)(?:ing)? (?:her|him|them)\b|"
    r"\b(?:she|he|they) (?:gets?|is to have|can have|may have|shall have|will have)\b",
    re.IGNORECASE,
)
"""Words that say which way a thing goes."""


def _side(sentence: str, found: Reading) -> tuple[str, bool]:
    """Whose promise it is, and whether that is sure: by the words that say which way it goes, where they say one way
    only, else by the reader."""
    by_reader = "me" if found.mine >= 0.5 else "them"
    sides = [side for side, words in (("them", _TO_ME), ("me", _FROM_ME)) if words.search(sentence)]
    by = sides[0] if len(sides) == 1 else by_reader
    return by, by == by_reader and max(found.mine, 1 - found.mine) >= SURE


def _whom(said: Sequence[reading.Said], at: int, met: Sequence[FoundPerson]) -> str:
    """Somebody met whom the sentence is about; else the one that the notes spoke of last; else the only one met."""
    names = {one.name for one in met}
    for one in reversed(said[: at + 1]):
        who = next((name for name in (*one.about, *one.named, one.focus) if name in names), "")
        if who:
            return who
    return met[0].name if len(met) == 1 else ""


def _told(said: Sequence[reading.Said], readings: Mapping[str, Reading], proposal: CaptureProposal) -> list[FoundStory]:
    """Sentences that follow each other and tell what once happened to somebody, long enough for a story: to be ticked,
    since the same words are kept as facts."""
    met = [one for one in proposal.people if one.accepted]
    found: list[FoundStory] = []
    run: list[int] = []
    for at in range(len(said) + 1):
        if at < len(said) and readings[said[at].text].story >= A_STORY:
            run.append(at)
            continue
        text = " ".join(said[place].text for place in run)
        known = any(one.quote in text or text in one.quote for one in proposal.stories)
        if len(text.split()) >= STORY_WORDS and not known and (teller := _whom(said, run[-1], met)):
            title = reading.story_title(text, teller)
            found.append(FoundStory(title=title, text=text, heard_from=teller, quote=text, accepted=False))
        run = []
    return found
