"""Notes that drop their subjects: `Met Ann`, `Promised to send me`, `Rang Hinemoa`, `Ask the council!`."""

from __future__ import annotations

from collections.abc import Sequence

from coach.domain.checking.clauses import AUXILIARIES, Fragment, Voice
from coach.domain.checking.date_words import WEEKDAYS
from coach.domain.checking.english import forms, keys_of
from coach.domain.checking.felt import felt
from coach.domain.checking.lexicon import TITLES, split_words
from coach.domain.checking.meanings import meant_by, named_in
from coach.domain.checking.names import Name
from coach.domain.checking.people import USER

CONTACT_VERBS = split_words(
    "met meet talked chatted walked sat spoke had ate shared discussed joined visited saw caught ran bumped "
    "hiked shook exchanged compared "
    "swapped agreed danced sang played travelled traveled cooked toured"
)


def in_company(fragment: Fragment, position: int, names: Sequence[Name], voice: Voice) -> frozenset[str]:
    """`counted worms with Ann`, `so sat with her in the shop`: in the writer's own note, the writer with whoever is
    named, where nobody else is spoken of who could have done it with them."""
    words = fragment.words
    past = position <= fragment.first + 1 and _preterite(fragment.tokens[position].low)
    if (
        voice.me != USER
        or not past
        or "with" not in words
        or words[0] not in _LINKS | {words[position - fragment.first]}
    ):
        return frozenset()
    at = fragment.first + words.index("with") + 1
    at += at < fragment.last and fragment.tokens[at].low.rstrip(".") in TITLES
    who = next((identity for name, identity in named_in(fragment, names, voice) if at - 1 <= name.first <= at), "")
    if not who and at <= fragment.last and fragment.tokens[at].low in ("him", "her"):
        who = next(iter(meant_by(fragment.tokens[at].low, voice)), "")
    others = {identity for _, identity in named_in(fragment, names, voice)} - {who, USER, ""}
    return frozenset((USER, who, *others)) if who and voice.topic in (who, "", USER) else frozenset()


_LINKS = frozenset(("so", "then", "and", "later", "also"))


def beside_me(
    fragment: Fragment, earlier: list[Fragment], here: list[tuple[Name, str]], voice: Voice
) -> frozenset[str]:
    """In the writer's own note: `field walk Nino + me`, `bus to the hotel with Elif`, a heading without a verb that
    sets somebody beside the writer: both."""
    others = [(name, who) for name, who in here if who not in ("", USER)]
    if voice.draft or voice.me != USER or not others:
        return frozenset()
    days = keys_of(frozenset(WEEKDAYS))
    if any(part.verbs - days or part.persons - {USER} for part in earlier) or AUXILIARIES & set(fragment.words):
        return frozenset()
    lows, first = fragment.words, fragment.first
    if lows[-1] == "me" or lows[-2:-1] == ["me"]:
        linked = any(low in ("+", "&", "and") for low in lows)
        return frozenset((USER, *(who for _, who in others))) if linked and not fragment.verbs else frozenset()
    name, who = others[0]
    before = [token.low for token in fragment.tokens[first : name.first]]
    doing = fragment.verbs - keys_of(_HEADINGS) - days
    headed = before[-1:] == ["with"] and len(before) > 1 and "used" not in before and not doing
    return frozenset((USER, who)) if headed and fragment.tokens[first].text != "with" else frozenset()


_HEADINGS = split_words(
    "visit walk talk lunch ride drive tour trip ferry bus train coffee call chat meet dinner evening"
)


def _preterite(low: str) -> bool:
    """`counted`, `sat`: told as past; not `works`, `building`."""
    kinds = forms(low.rsplit("-", maxsplit=1)[-1])
    return "VERB" in kinds and kinds["VERB"][0] != low.rsplit("-", maxsplit=1)[-1] and not low.endswith(("s", "ing"))


def task_of(fragment: Fragment, voice: Voice) -> str:
    """Who has something to do: `Ask the council!`, `me: send the survey`, `Gosia - find a room`; nobody elsewhere."""
    if voice.me != USER or fragment.words[0] not in TO_DO:
        return ""
    if not fragment.first:
        return USER
    lead = [token.low for token in fragment.tokens[: fragment.first] if token.kind == "word"]
    if fragment.tokens[fragment.first - 1].text not in ":-–→" or len(lead) > 2:
        return ""
    if lead in (["him"], ["her"], ["them"], ["they"], ["she"], ["he"]):
        return voice.topic
    return USER if lead in (["me"], ["i"], ["todo"], ["to", "do"], ["next"]) else voice.people.initials(lead)


TO_DO = split_words(
    "ask get send call ring check find bring write book remember email mail introduce forward share invite order pay "
    "buy tell remind post look schedule confirm reply"
)
"""Base forms that open a line of the writer's own notes: `Ask the council!` is for the writer to do."""


def telegraphic(  # noqa: C901, PLR0911
    fragment: Fragment, names: Sequence[Name], voice: Voice
) -> tuple[frozenset[str], bool]:
    """Notes drop their subjects: `Met Ann` is the writer with Ann; `Promised to send me`, `Runs a club`: the other."""
    words = fragment.words
    named = [identity for _, identity in named_in(fragment, names, voice) if identity != USER]
    if words[0] in ("thanks", "thank"):
        return frozenset(), False
    if voice.you == USER:
        base = forms(words[0]).get("VERB", ("",))[0] == words[0] or words[0] in ("don't", "please", "do")
        base = base and not ("NOUN" in forms(words[0]) and len(words) > 1 and set(forms(words[1])) >= {"NOUN"})
        return frozenset((USER if base else voice.me,)), True
    if words[0] in ("must", "should", "gotta") or words[:2] in (["need", "to"], ["have", "to"]):
        return frozenset((voice.me,)), True
    if by := task_of(fragment, voice):
        return frozenset((by,)), True
    if words[:2] in (["gave", "up"], ["gave", "in"], ["sent", "off"]):
        return (frozenset((voice.topic,)), not voice.crowd) if voice.topic else (frozenset(), False)
    if voice.me == USER and felt(fragment):
        return frozenset((voice.me,)), True
    if words[0] in _SAID_TO and ({"him", "her", "them"} & set(words) or (named and "to" in words)):
        return frozenset((voice.me,)), True
    if words[0] in CONTACT_VERBS or words[0] in (
        "showed",
        "gave",
        "told",
        "asked",
        "offered",
        "promised",
        "sent",
        "owe",
        "lent",
        "heard",
    ):
        if {"me", "us"} & set(words):
            return frozenset((voice.topic,)) if voice.topic else frozenset(), True
        company = named[:1] if words[0] in CONTACT_VERBS else []
        career = words[0] in _CAREERS and words[1:2] in (["for"], ["in"], ["at"]) and bool(voice.topic) and not company
        return (frozenset((voice.topic,)), not voice.crowd) if career else (frozenset((voice.me, *company)), True)
    if _done_to(fragment, names, voice):
        return frozenset((voice.me,)), True
    if voice.aside:
        return frozenset((voice.aside,)), True
    return frozenset((voice.topic,)) if voice.topic else frozenset(), bool(voice.topic) and not voice.crowd


def _done_to(fragment: Fragment, names: Sequence[Name], voice: Voice) -> bool:
    """`Rang Hinemoa.` at the head of the writer's own note: whoever is rung is not who rings."""
    first = fragment.first
    told = voice.me == USER and _preterite(fragment.words[0]) and not fragment.tokens[first - 1 : first]
    at = first + 1 + (fragment.tokens[first + 1].low.rstrip(".") in TITLES if first < fragment.last else 0)
    object_of = next((who for name, who in named_in(fragment, names, voice) if name.first == at), "")
    return told and object_of != "" and object_of == voice.topic


_CAREERS = split_words("played sang danced cooked travelled traveled toured ran")
"""`Played for the county`: what somebody noted did once, where no company is named."""


_SAID_TO = split_words(
    "intro'd introed recommended suggested explained introduced advised warned reminded taught thanked mentioned "
    "forwarded"
)
