"""The sentences of a message that a rule writes better than a small model: what stayed, a promise, an offer, a wish."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from coach.domain.brief import Line
from coach.domain.checking.english import forms
from coach.domain.evidence import Evidence
from coach.drafting.angles import Angle
from coach.drafting.lines import checked_lines
from coach.drafting.plain_lines import plain_promise
from coach.drafting.statements import TOLD, clause, offer_of, sayable, sentence, varied

_STAYED = (
    "Our talk has stayed with me, above all that {told}.",
    "Since our talk I have often thought of how {told}.",
    "I still think of our talk, and of how {told}.",
)
_STAYED_TOLD = (
    "Since our talk I keep thinking about what you told me: {told}.",
    "What you told me has stayed with me: {told}.",
)
_COLON_TOLD = ("I have not forgotten that you told me that {told}.",)
_MORE = ("I also remember that {told}.", "And I have not forgotten that {told}.")
_MORE_TOLD = ("You also told me that {told}.", "And I remember your saying that {told}.")
_WISHES = re.compile(r",? and (?=(?:ask|thank|tell|say|invite|offer|mention|wish|let)\b)", re.IGNORECASE)
_QUESTION = re.compile(
    r"^(?P<modal>can|could|may|might|will|would|shall|should) (?P<who>I|we|you) (?P<what>.+)$", re.IGNORECASE
)
_ASKS = re.compile(r"^ask (?:you )?(?P<how>whether|if|when|where|how|what|which|who)\b", re.IGNORECASE)
_COULD = re.compile(
    r"^(?:whether|if) (?P<who>(?:\S+ ){0,3}?\S+) (?P<modal>would|could|can|will|might|may) (?P<what>.+)$", re.IGNORECASE
)
_ASKS_FOR = re.compile(r"^ask (?:you )?(?P<what>for|about)\b", re.IGNORECASE)
_TELLS = re.compile(r"^(?:say|tell you|let you know|mention|write) (?:that )?", re.IGNORECASE)
_THANKS = re.compile(r"^thank (?:you )?(?:for )?", re.IGNORECASE)
_KEPT = ("Is that still of use to you?", "Would that still help you?")
_GIVEN = ("Would that help you?", "Would you like that?")
_ON = ("How has it gone since?", "What has happened with that since?", "How did that come about?")
_OFFERED = ("Is there anything that you need from me for it?", "Is there something I should send you for that?")


def plan_message(angles: Sequence[Angle], evidence: Sequence[Evidence], facts: Mapping[str, Any]) -> dict[str, Line]:
    """The sentences that can be put together by rule, by their place; each is grounded, or is not there."""
    key = str(facts.get("person", ""))
    makers = {
        "memory": lambda one: _remembered(one, key),
        "detail": lambda one: _more(one, key),
        "give": lambda one: [offer_of(one.fact, 0, key)],
        "ask": lambda one: _wished(one.fact),
    }
    found: dict[str, Line] = {}
    for angle in angles:
        if angle.slot in ("keep", "thanks"):
            line = plain_promise(angle, evidence, facts)
        else:
            texts = makers[angle.slot](angle) if angle.slot in makers else []
            raw = [{"text": text, "sources": list(angle.labels)} for text in texts if text]
            line = next((one for one in checked_lines(raw, evidence, facts) if not one.flagged), None)
        if line is not None:
            found[angle.slot] = line
    return found


def _remembered(angle: Angle, key: str) -> list[str]:
    if not sayable(angle.fact):
        return []
    told = clause(angle.fact, named=angle.named)
    by_them = TOLD.match(told)
    wordings: tuple[str, ...] = _STAYED_TOLD if by_them else _STAYED
    what = told[by_them.end() :].strip(" ,:") if by_them else told
    if ":" in what and by_them:
        wordings = _COLON_TOLD
    said = [varied(wordings, turn, key).format(told=what) for turn in range(len(wordings))]
    return [*said, f"I remember that {told}."]


def _more(angle: Angle, key: str) -> list[str]:
    if not sayable(angle.fact):
        return []
    told = clause(angle.fact, named=angle.named)
    if by_them := TOLD.match(told):
        return [varied(_MORE_TOLD, 0, key).format(told=told[by_them.end() :].strip(" ,:"))]
    return [varied(_MORE, 0, key).format(told=told), sentence(told)]


def _wished(intent: str) -> list[str]:
    """What the user wants to say, as they typed it, in a sentence or two to the reader; none where its form is not
    known."""
    said = [_one_wish(part.strip().rstrip(" .!")) for part in _WISHES.split(intent.strip(), maxsplit=1)]
    return [" ".join(said)] if all(said) else []


def _one_wish(bare: str) -> str:
    """One sentence; "" where the form of the wish is not known."""
    if asked := _asked(bare):
        return asked
    if found := _TELLS.match(bare):
        return sentence(bare[found.end() :])
    if found := _THANKS.match(bare):
        return f"Thank you for {bare[found.end() :]}."
    first = bare.split(maxsplit=1)[0].lower() if bare else ""
    return f"I would like to {first}{bare[len(first) :]}." if first in forms(first).get("VERB", ()) else ""


def _asked(bare: str) -> str:
    """A wish that asks something, as the question itself."""
    if found := _QUESTION.match(bare):
        modal = "Would" if found["modal"].lower() in ("will", "would") else "Could"
        who = "I" if found["who"].lower() == "i" else found["who"].lower()
        return f"{modal} {who} {found['what'].rstrip('?')}?"
    if found := _ASKS.match(bare):
        if asked := _COULD.match(bare[found.start("how") :]):
            own = asked["who"].lower() in ("i", "we")
            modal = "Could" if own or asked["modal"].lower() in ("can", "could") else "Would"
            return f"{modal} {asked['who']} {asked['what']}?"
        return f"I wanted to ask you {bare[found.start('how') :]}."
    if found := _ASKS_FOR.match(bare):
        return f"Could I ask you {found['what']}{bare[found.end() :]}?"
    return ""


def closing_question(lines: Mapping[str, Line], key: str) -> str:
    """A short question that fits what the message said before it."""
    for slot, wordings in (("keep", _KEPT), ("give", _GIVEN), ("thanks", _OFFERED)):
        if slot in lines:
            return varied(wordings, 0, key)
    return varied(_ON, 0, key)
