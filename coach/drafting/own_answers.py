"""Which fact of the record answers a question that the stand-in is asked, and how plainly.

By the words that both share, by the subject that is asked for in so many words ("What do you care about?"), or by where
the story goes on ("What happened then?"). Where the record does not hold it, nothing answers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from coach.domain.conversation_cues import cues
from coach.domain.conversation_moves import questions_in
from coach.domain.text import sentences, stems
from coach.drafting.asked_for import (
    A_COUNT,
    EARLIER,
    GOES_ON,
    HOW_MANY,
    NEAR,
    OF_A_THING,
    OF_NOW,
    OF_THEN,
    ONE_THING,
    OWN_WORK,
    REASON,
    SUBJECTS,
    SUPPOSED,
    WHICH,
    WHY,
    YES_OR_NO,
    everyday,
)
from coach.drafting.asking import near_equal
from coach.drafting.own_fact import OwnFact, Subject

FITTING = 1.0
"""The fit from which a fact answers a question."""
SHORT_OF_FITTING = 0.9
"""At most the fit of a fact that lacks what is asked for: a reason, a number, a name."""
PLAINLY_FITTING = 2.0
"""The fit from which it plainly does: two shared words, most of what is asked, or the subject."""


@dataclass(frozen=True)
class Answer:
    """A fact of the record, and how well it fits the question."""

    fact: OwnFact
    fit: float

    @property
    def plain(self) -> bool:
        return self.fit >= PLAINLY_FITTING


def best_fact(
    heard: str, facts: Sequence[OwnFact], said: Sequence[str], ranked: Sequence[str] = (), language: str = "en"
) -> Answer | None:
    """The unsaid fact that answers the questions of `heard` best; None where none does.

    `said`: what the stand-in said so far. `ranked`: labels in the order in which recall finds them for `heard`.
    """
    asked = _with_what_they_point_to(heard, questions_in(heard, language), said, language)
    if not asked:
        return None
    if told := _what_came_next(asked, facts, said, language):
        return Answer(told, PLAINLY_FITTING)
    fits = [Answer(fact, max(_fit(one, fact, language) for one in asked)) for fact in facts]
    fresh = [one for one in fits if not _said(one.fact, said)]
    best = max(fresh, key=lambda one: (one.fit + _found_by_recall(one.fact, ranked), _brief(one.fact)), default=None)
    if best is not None and best.plain:
        return _with_the_next(best, asked, facts, said, language)
    return _more_on_it(asked, fits, fresh, said, language) or (
        best if best is not None and best.fit >= FITTING else None
    )


LONGEST_ANSWER = 32
"""Words of two sentences that are said in one turn."""


def _with_the_next(
    best: Answer, asked: Sequence[str], facts: Sequence[OwnFact], said: Sequence[str], language: str
) -> Answer:
    """The fact and the sentence that goes on with it, where that holds one more word of the question."""
    fact, place = best.fact, facts.index(best.fact)
    after = facts[place + 1] if place + 1 < len(facts) else None
    if after is None or after.label != fact.label or after.about or not after.around or _said(after, said):
        return best
    wanted = stems(" ".join(asked), language)
    more = _held(wanted, after.text, language) - _held(wanted, fact.text, language)
    both = f"{fact.text} {after.text}"
    return replace(best, fact=replace(fact, text=both)) if more and len(both.split()) <= LONGEST_ANSWER else best


def asks_why(asked: str) -> bool:
    """Whether a reason is asked for: the one thing that a record seldom holds, and that is soon made up."""
    return bool(WHY.search(asked))


def asked_about(asked: str, language: str = "en") -> frozenset[str]:
    """The stems of what a question is about, without everyday words; empty for "What happened then?"."""
    return stems(asked, language) - everyday(language)


def _said(fact: OwnFact, said: Sequence[str]) -> bool:
    return any(near_equal(fact.text, one) for one in said)


def _with_what_they_point_to(heard: str, asked: Sequence[str], said: Sequence[str], language: str) -> list[str]:
    """The questions, one that only points back ("How often do you do that?") with the sentence before it, or with what
    was said last where it asks for one thing."""
    parts, found = sentences(heard), []
    for one in asked:
        bare = not asked_about(one, language) and cues(language).points_back.search(one)
        place = parts.index(one)
        last = said[-1] if said and place == 0 and ONE_THING.search(one) else ""
        found.append(f"{parts[place - 1] if place else last} {one}".strip() if bare else one)
    return found


def _more_on_it(
    asked: Sequence[str], fits: Sequence[Answer], fresh: Sequence[Answer], said: Sequence[str], language: str
) -> Answer | None:
    """Where what plainly answers was said already: what the same note tells after it; where that is nothing more, or
    one thing is asked for ("How many chairs?"), the same again."""
    place = max(range(len(fits)), key=lambda one: fits[one].fit, default=None)
    if place is None or not fits[place].plain or fits[place] in fresh:
        return None
    fact = fits[place].fact
    after = [more.fact for more in fits[place + 1 :] if more in fresh and more.fact.label == fact.label]
    if after and fact.label.startswith(_TELLING) and not ONE_THING.search(" ".join(asked)):
        return Answer(after[0], PLAINLY_FITTING)
    repeated = again(fact.text, language)
    return None if repeated in said else Answer(replace(fact, text=repeated), PLAINLY_FITTING)


def again(text: str, language: str) -> str:
    if language == "de":
        return f"Wie gesagt: {text}"
    return f"As I said: {text[0].lower() if text.split(maxsplit=1)[0] in _SMALL else text[0]}{text[1:]}"


_SMALL = frozenset("It My We The A An Our Each Every In At After".split())
_PROMISE = "C"
"""A promise answers only what is mostly about it: one introduction is not another."""
_TELLING = ("N", "S", "T")
"""Notes, stories and talks tell one thing after another; a profile lists."""


def _brief(fact: OwnFact) -> int:
    """Of two facts that fit alike the shorter is said; of a talk what tells more than its title."""
    return len(fact.text) if fact.about == "talk" else -len(fact.text)


def _found_by_recall(fact: OwnFact, ranked: Sequence[str]) -> float:
    """Recall decides between facts that fit alike; it ranks all, so it makes none fit."""
    return 0.4 / (1 + ranked.index(fact.label)) if fact.label in ranked else 0.0


def _fit(asked: str, fact: OwnFact, language: str) -> float:
    """How well a fact answers one question: 1 for each shared word (half for an everyday one), less where most of what
    is asked is not in it, and at least 2 where nearly all is; or by its subject."""
    common = everyday(language)
    wanted = stems(asked, language)
    held = _held(wanted, f"{fact.text} {fact.answers}", language)
    near = _held(wanted, fact.around, language) - held
    shared = sum((0.5 if word in common else 1.0) * (1.0 if word in held else 0.6) for word in held | near)
    named = wanted - common
    part = _weight(held | near, common) / _weight(wanted, common) if wanted else 0.0
    met = named & (held | near)
    if named:
        fit = _by_words(shared, part) if met and held else 0.0
    else:
        fit = PLAINLY_FITTING if wanted and wanted <= held else shared * bool(held)
    if fact.label.startswith(_PROMISE) and named and part <= HALF:
        return 0.0
    if fact.about in _ONLY_ASKED and not (fact.about == "role" and OF_A_THING.search(asked)):
        fit = min(fit, FITTING) if _asks_for(asked, fact.about, language) else 0.0
    fit = max(fit, _by_subject(asked, fact, language, named=bool(met), open_=not named))
    return min(fit, SHORT_OF_FITTING) if _lacks(asked, fact) else fit


def _lacks(asked: str, fact: OwnFact) -> bool:
    """Whether a fact lacks the one thing that is asked for: a reason, a name, a number, what somebody would do."""
    if SUPPOSED.search(asked) and not fact.answers:
        return True
    if HOW_MANY.search(asked) and not A_COUNT.search(fact.text):
        return True
    return bool(WHICH.search(asked) or (WHY.search(asked) and not REASON.search(fact.text)))


def _held(wanted: frozenset[str], text: str, language: str) -> frozenset[str]:
    """Which of the wanted stems a text holds, cut short or not ("dept", "department"); in German as the last part of a
    longer word too ("Raum", "Abendraum"), and in any person of a verb ("sucht", "suche")."""
    there = stems(text, language)
    if language != "de":
        long_there = {_LONG.get(one, one) for one in there}
        return frozenset(word for word in wanted if word in there or _LONG.get(word, word) in long_there)
    long = [word for word in there if len(word) > 3]
    roots = {_root(word) for word in there}
    return frozenset(
        word for word in wanted
        if word in there or _root(word) in roots
        or (len(word) > 3 and any(one.endswith(word) or word.endswith(one) for one in long))
    )  # fmt: skip


def _root(word: str) -> str:
    """A German word without the ending of a person: "such" of "sucht"."""
    bare = re.sub(r"(?:est|st|et|t|en|e)$", "", word)
    return bare if len(bare) > 3 else word


_LONG = {
    next(iter(stems(short))): next(iter(stems(long)))
    for short, long in {
        "intro": "introduce",
        "intros": "introduce",
        "introduction": "introduce",
        "introductions": "introduce",
        "dept": "department",
        "depts": "department",
        "org": "organisation",
        "govt": "government",
        "uni": "university",
        "lab": "laboratory",
        "conf": "conference",
        "info": "information",
        "mgmt": "management",
        "mtg": "meeting",
        "prog": "programme",
        "doc": "document",
        "pic": "picture",
        "photo": "photograph",
    }.items()
}
"""Words as they are cut short in a note, by their stems."""


_ONLY_ASKED: tuple[Subject, ...] = ("care", "value", "role", "met", "talk", "when")
"""What answers only where it is asked for, not by words that it happens to share."""


def _weight(words: frozenset[str], common: frozenset[str]) -> float:
    return sum(0.5 if word in common else 1.0 for word in words)


def _by_words(shared: float, part: float) -> float:
    """By how many words are shared, and which part of the question they are."""
    if part > MOST:
        return PLAINLY_FITTING + shared / 10
    return shared if part >= HALF else shared / 2


HALF, MOST = 0.5, 0.6


def _asks_for(asked: str, subject: Subject, language: str) -> bool:
    patterns = SUBJECTS.get(language, SUBJECTS["en"])
    near = NEAR.get(subject)
    return bool(patterns[subject].search(asked) or (near and patterns[near].search(asked)))


def _by_subject(asked: str, fact: OwnFact, language: str, *, named: bool, open_: bool) -> float:
    """The fit by what is asked for in so many words. "Do you like sailing?" asks for sailing."""
    patterns = SUBJECTS.get(language, SUBJECTS["en"])
    if fact.about == "talk" and patterns["when"].search(asked):
        return 0.0
    if not fact.about or (YES_OR_NO.search(asked) and fact.about not in ("talk", "when") and not named and not open_):
        return 0.0
    if fact.about == "work" and EARLIER.search(asked) and OF_THEN.match(fact.text):
        return PLAINLY_FITTING + (0.5 if named else 0.0)
    if fact.about == "work" and not OWN_WORK.match(fact.text):
        return 0.0
    liked = (0.5 if named else 0.0) + (0.4 if fact.about == "talk" or OF_NOW.search(fact.text) else 0.0)
    if patterns[fact.about].search(asked):
        return PLAINLY_FITTING + liked
    near = NEAR.get(fact.about)
    return FITTING + 0.5 + liked / 2 if near and patterns[near].search(asked) else 0.0


def _what_came_next(
    asked: Sequence[str], facts: Sequence[OwnFact], said: Sequence[str], language: str
) -> OwnFact | None:
    """ "What happened then?" is answered by what the record tells after the fact that was said last."""
    told = [place for place, fact in enumerate(facts) if said and said[-1].endswith(fact.text)]
    last = told[-1] if told else None
    if last is None or asked_about(" ".join(asked), language) or not GOES_ON.search(asked[-1]):
        return None
    after = facts[last + 1] if last + 1 < len(facts) else None
    goes_on = after is not None and after.label == facts[last].label and after.label.startswith(_TELLING)
    return after if goes_on and after is not None and not _said(after, said) else None
