"""Moments that the writer says the two had: "it was a thrill to ride in the truck with you", "that drive up to the
volcano with you was unforgettable". What was done, and where, must stand in a note in which the writer takes part."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.domain.checking.claims import Finding
from coach.domain.checking.clauses import PREPOSITIONS, Fragment
from coach.domain.checking.contact import NEVER_MET, NOUNS, in_contact, only_met, spoke_not
from coach.domain.checking.english import forms, key, keys_of
from coach.domain.checking.facts import Fact, Facts
from coach.domain.checking.lexicon import CALENDAR, FUNCTION, split_words
from coach.domain.checking.moments import is_known, loose_things
from coach.domain.checking.people import USER
from coach.domain.checking.shared import UNFORGOTTEN
from coach.domain.checking.weighing import generic

_GOOD = (
    r"(?:great|good|lovely|nice|wonderful|fun|joy|pleasure|thrill|honou?r|treat|privilege|delight|highlight|magical|"
    r"amazing|brilliant|special|memorable|moving|inspiring|adventure|blast|fantastic|delightful|perfect)"
)
_BESIDE_YOU = r"(?:with|beside|alongside|next to|opposite) you\b"
_DEED = r"(?P<deed>[\w' -]{1,60}?)"
_FRAMES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:it was|it's been|it has been|was) (?:[\w'-]+ ){{0,4}}?{_GOOD} (?:for me )?to {_DEED} {_BESIDE_YOU}",
        rf"\b{_GOOD} (?P<deed>\w+ing\b[\w' -]{{0,60}}?) {_BESIDE_YOU}",
        rf"^(?:that|this|the) {_DEED} {_BESIDE_YOU} (?:\w+ ){{0,6}}(?:was|were|made|has stayed|stays|will stay)\b",
        rf"\b(?:it was|it's been|it has been|was) (?:[\w'-]+ ){{0,4}}?{_GOOD} (?:for me )?to {_DEED} together\b",
        r"(?:^|\b(?:day|evening|night|morning|afternoon|moment|time|hour|way) )(?:when |that )?we "
        r"(?P<deed>\w+(?:ed|ote|ang|ook|ew|ode|ent|ilt|uilt|ought)\b[\w' -]{0,50}?) together\b",
        rf"^(?P<deed>\w+ing\b[\w' -]{{0,60}}?) {_BESIDE_YOU} (?:\w+ ){{0,6}}(?:was|were|made|has stayed|stays)\b",
        r"\b(?:enjoyed|loved|liked|treasure|cherish|remember|forget|miss|think(?:ing)? of|back to|smiling about|"
        rf"laughing about) (?:that|the|our) {_DEED} {_BESIDE_YOU}",
        r"^(?:and )?how we (?P<deed>(?!are\b|can\b|will\b|have\b|do\b)\w+\b[\w' -]{0,60})",
        r"\bthanks? (?:you )?(?:again )?(?:so much )?for (?:(?:the|that|our) )?(?P<deed>(?:\w+ )?(?:walk|ride|"
        r"drive|swim|hike|"
        r"stroll|dance|lift|beer|pint|coffee|lunch|dinner|breakfast|picnic|sauna)\b[\w' -]{0,60})",
        rf"\b{_GOOD} to (?:run into|bump into|meet|see|spot|catch) you (?P<deed>(?:at|in|on|by|near) [\w' -]{{1,40}})",
        r"\bthanks? (?:you )?(?:\w+ ){0,2}for your (?:\w+ )?(?:help|advice|support|input|tips?|"
        r"hand) (?P<deed>(?:with|on|about) "
        r"(?:my|our|the) [\w' -]{1,40})",
        r"\b(?:told|said|mentioned|explained|talked|spoke|chatted|discussed)(?: \w+){0,3} over (?P<deed>(?:a |"
        r"the |our )?"
        r"(?:dinner|lunch|breakfast|coffee|tea|beer|drinks?|wine|supper|pint)\b)",
        rf"\bit was (?:\w+ )?{_GOOD} (?P<deed>(?:on|in|at|by) [\w' -]{{1,40}}?) {_BESIDE_YOU}",
        rf"\bi (?:\w+ )?(?:had|spent) (?:such |so much |a |an |the |some )*{_DEED} {_BESIDE_YOU}",
        r"\b(?:enjoyed|loved|liked|treasure|cherish|remember|forget|miss) (?P<deed>\w+ing\b[\w' -]{0,60}?) "
        rf"{_BESIDE_YOU}",
    )
)
_MAYBE = re.compile(r"\b(?:would|could|will|'ll|'d|might|hope|let's|next time|if|maybe|perhaps)\b")
_MEETING = split_words(
    "meet see talk chat speak sit stand spend share have exchange swap compare trade catch be get work hour minute "
    "time moment evening afternoon morning night day way part bit note idea thought story view word laugh joke "
    "conversation discussion talk chat end beginning half rest back few little few stay join discuss listen hear "
    "leaf look pore browse page go bend study examine dig search rummage read puzzle hunt struggle wrestle hall "
    "building "
    "booth stand stall shop corner side person voice face minutes hours company start week weekend year event "
    "row front middle break pause"
)
"""Being together, which names no deed, and what any two people have when they are."""


def _side_by_side(facts: Facts) -> bool:
    """Some note tells of what the two did, in whatever word."""
    return any(
        {"we", "us", "together", "our"} & set(fact.fragment.words)
        or {USER, facts.reader} <= fact.fragment.owners | fact.fragment.persons
        for fact in facts.facts
        if fact.sentence.source.kind == "note" and not {"met"} & set(fact.fragment.words)
    )


_LEADING = PREPOSITIONS | split_words("to up down along across round around past after over")


_WAYS = frozenset(("ride", "trip", "journey", "home"))
"""`the bus ride`: who noted the bus has noted the ride."""


_DEEDS = split_words(
    "work working collaborate collaborating travel travelling cook cooking perform performing teach teaching"
)
"""What two people do who work together; a bland word, and a deed all the same."""


def _heads(deed: str, plain_things: frozenset[str]) -> list[str]:
    """The verb or noun of the deed, and the noun of each phrase behind a preposition: `ride`, `truck`. Of `the escape
    room`, whose noun says nothing, what stands before it."""
    words = re.split(r" and for ", deed)[0].replace("'", " ").split()
    parts: list[list[str]] = [[]]
    for word in words:
        if word in _LEADING:
            parts.append([])
        elif word not in FUNCTION:
            parts[-1].append(word)
    lead = words[:1] if "VERB" in forms(words[0]) and words[0] not in FUNCTION else []
    found = [*lead]
    for part in filter(None, parts):
        bland = key(part[-1]) in plain_things or (part[-1] in _WAYS and part[-1] not in lead)
        found.append(part[-2] if bland and part[1:] and "ADJ" not in forms(part[-2]) else part[-1])
    return found


def _noted(word: str, facts: Facts) -> bool:
    """A note in which the writer or the reader may have taken part has the word."""
    word_key = key(word)
    told = facts.by_key.get(word_key, ())
    if not told:
        return is_known(word_key, facts)
    return word_key in facts.event_keys or any(
        (USER in one.fragment.owners | one.fragment.persons and not _with_another(one, facts))
        or facts.reader in one.fragment.owners | one.fragment.persons
        or not one.fragment.explicit
        or {"we", "us", "together", "me", "my", "our"} & set(one.fragment.words)
        or one.fragment.words[0] in NOUNS
        or one.programme
        for one in told
    )


_BROUGHT_BACK = re.compile(rf"^(?:that|the) {_DEED} {_BESIDE_YOU}\W*$")
_REMEMBERING = re.compile(r"\b(?:remember|forget|think(?:ing)? of|back to|miss|enjoyed|loved|smil\w+|laugh\w*)\b")


def _brought_back(fragment: Fragment, plain: str) -> re.Match[str] | None:
    """`I'll never forget | that boat trip with you`."""
    before = " ".join(token.low for token in fragment.tokens[: fragment.first])
    return _BROUGHT_BACK.search(plain) if _REMEMBERING.search(before) else None


_CAME_TO_MINE = re.compile(
    r"\b(?:coming|came|come|attending|attended|listening|listened|sitting|sat|making it|made it|being|were|turning up) "
    r"(?:\w+ )?(?:to|at|in|for|through) (?:my|our) (?:own |little |short )?(?:talk|session|workshop|presentation|"
    r"keynote|panel|demo|lecture|reading|concert|show|stand|booth|stall|tutorial)\b"
)
_AT_MINE = re.compile(
    r"\b(?:came|attended|sat|row|audience|listened|heard|visited|stopped by|dropped by|dropped in|asked|joined|seat|"
    r"front|liked my|loved my|my (?:talk|session|workshop|stand|booth|panel|demo|stall)|after my|at my|to my)\b"
)


def came_to_mine(fragment: Fragment, facts: Facts) -> Finding | None:
    """`thanks for coming to my talk`, where no note of theirs has the writer speak and the reader listen."""
    found = _CAME_TO_MINE.search(fragment.plain)
    if not found or not facts.readable or not facts.reader or fragment.mood in ("question", "wish"):
        return None
    if _MAYBE.search(fragment.plain) or (fragment.owners == {USER} and fragment.explicit):
        return None
    for source in facts.sources:
        plain = source.text.casefold()
        mine = source.kind == "note" and ("my " in plain or "our " in plain or re.search(r"\bi\b", plain))
        met = source.written_by(facts.reader) or (mine and facts.reader in facts.people_in(source))
        if met and _AT_MINE.search(plain):
            return None
    return Finding("unsupported", reason="No note says that they came to yours.")


def _with_another(one: Fact, facts: Facts) -> bool:
    """`only had coffee w/ Petra`: of somebody else, and not of the reader."""
    return bool(one.fragment.persons - {USER, facts.reader}) and facts.reader not in one.fragment.persons


def had_with_you(fragment: Fragment, facts: Facts) -> Finding | None:
    """A moment told as had together, of whose deed or place no note knows."""
    plain = UNFORGOTTEN.sub(" remember", fragment.plain)
    others = fragment.owners and fragment.explicit and USER not in fragment.owners and "you" not in fragment.words[:2]
    if not facts.readable or not facts.reader or fragment.negated or _MAYBE.search(plain) or others:
        return None
    found = next((match for frame in _FRAMES if (match := frame.search(plain))), None) or _brought_back(fragment, plain)
    if found is None:
        return None
    if denied := spoke_not(facts, plain):
        return denied
    if not in_contact(facts):
        return None if only_met(plain, facts) else NEVER_MET
    named = {word for who in facts.people.names for word in who}
    plain_things = loose_things() | generic() | keys_of(_MEETING | CALENDAR)
    heads = [
        word
        for word in _heads(found["deed"], plain_things)
        if word in _DEEDS or (word not in named and key(word) not in plain_things)
    ]
    after = [key(word) for word in plain[found.end() :].split() if word not in FUNCTION]
    shared = _side_by_side(facts) or any(facts.knows(word) and word not in plain_things for word in after)
    if found["deed"].startswith(("at ", "in ")) and any(
        key(word) in facts.event_keys for word in found["deed"].split()
    ):
        return None
    heads = [word for word in heads if not word[0].isdigit() and not (word in _DEEDS and shared)]
    unheard = [word for word in heads if not any(_noted(part, facts) for part in word.split("-"))]
    return Finding("unsupported", reason="Your notes tell of no such shared moment.") if unheard else None


_SHOWN = re.compile(
    r"\b(?P<thing>[a-z][\w-]+) ?,? (?:that |which )?(?:i|we) (?:\w+ )?(?:showed|told|mentioned|read|sent|gave|lent|"
    r"handed|played|described|recommended) (?:it |them )?(?:to )?you\b"
)
_ANYTHING = split_words("thing things one ones all what person people it them that much bit part when day time than as")


def shown_to_you(parts: Sequence[Fragment], number: int, facts: Facts) -> Finding | None:
    """`the slides that I showed you`, where no note, promise or message has any slides."""
    fragment = parts[number]
    if not facts.readable or not facts.reader or USER not in fragment.owners or _MAYBE.search(fragment.plain):
        return None
    before = parts[number - 1].plain if number and fragment.words[0] in ("that", "which", "i", "we") else ""
    found = _SHOWN.search(f"{before} {fragment.plain}".strip())
    if found is None or found["thing"] in _ANYTHING | FUNCTION | CALENDAR or fragment.negated:
        return None
    thing = key(found["thing"])
    if facts.knows(thing) or any(thing in promise.keys for promise in facts.promises):
        return None
    return Finding("unsupported", reason=f"No note has that you shared “{found['thing']}” with them.")


_NAMED = re.compile(r"\b(?:named|called|by the name of) (?P<who>[\w.]+(?: [\w.]+)?)")


def told_of_themselves(fragment: Fragment, facts: Facts) -> Finding | None:
    """`I remember meeting a pharmacist named Sam`, in a letter to Sam."""
    found = _NAMED.search(fragment.plain) if facts.reader and USER in fragment.persons | fragment.owners else None
    found = found or (_NAMED.search(fragment.plain) if re.match(r"(?:\W*\w+,? )?i\b", fragment.plain) else None)
    who = facts.people.resolve([word for word in found["who"].split() if word[:1].isalpha()][:1]) if found else ""
    if not who or who != facts.reader or not facts.readable:
        return None
    return Finding("unsupported", reason="This speaks of the one whom you write to as of somebody else.")
