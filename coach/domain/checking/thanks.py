"""What the reader is thanked for, a deed, needs a note, unless it is what anybody is thanked for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from coach.domain.checking.claims import Finding, contradicted
from coach.domain.checking.clauses import Fragment
from coach.domain.checking.english import forms, key, keys_of
from coach.domain.checking.facts import Facts
from coach.domain.checking.lexicon import FUNCTION, split_words
from coach.domain.checking.moments import is_known, loose_things
from coach.domain.checking.people import USER
from coach.domain.checking.weighing import telling

_UNHEARD = Finding("unsupported", reason="No note tells of this.")
_SET_RIGHT = re.compile(r"\b(?:setting|putting) (?:me|us|that|it|things) (?:right|straight)\b")
_THANKED = re.compile(r"\b(?:thanks|thank you|bless you|obliged|grateful|kind of you|good of you|nice of you)\b")
_FAVOURS = split_words("drive give lend carry walk pick cook pay translate proofread bring buy wait lift repair fix")
"""What it is `kind of you to` do once, and what nobody says of anything else."""
_COURTESIES = split_words(
    "come take make be have read write listen meet join share spend get give let answer reply talk speak chat tell ask "
    "offer promise agree volunteer accept invite host organise organize bear consider forgive understand welcome "
    "remind respond explain introduce connect help support encourage look go put see think send show do say find "
    "attend stop wait keep include trust teach inspire suggest propose confirm correct clarify warn inform update "
    "nudge push spur amuse entertain humour indulge tolerate patch cheer"
)
"""What anybody may be thanked for after a meeting, or what other rules look at."""


def thanked_for(fragment: Fragment, facts: Facts) -> Finding | None:
    """`thanks for taping my ankle`, `thanks for recommending the book`: a deed of which no word is noted."""
    plain = fragment.plain
    if (
        not facts.readable
        or fragment.mood in ("question", "wish")
        or not _THANKED.search(plain)
        or _SET_RIGHT.search(plain)
        or _IN_ADVANCE.search(plain)
    ):
        return None
    return _promise_of_mine(fragment, facts) or _not_done_yet(fragment, facts) or _deed(fragment, facts)


def _promise_of_mine(fragment: Fragment, facts: Facts) -> Finding | None:
    """`thank you for promising to send me your outline`, which the writer has promised."""
    found = _FOR_A_PROMISE.search(fragment.plain)
    if found is None:
        return None
    words = telling(key(low) for low in found["what"].split() if low not in FUNCTION) - facts.name_keys
    doing = key(found["what"].split()[1])
    near = [one for one in facts.promises if words and words <= one.keys and doing in map(key, one.quote.split())]
    if not near or any(one.by != USER for one in near):
        return None
    return Finding(
        "contradicted", (near[0].label,), (near[0].quote,), f"By your notes it is you who promised: “{near[0].quote}”."
    )


_FOR_A_PROMISE = re.compile(r"\bfor (?:promising|offering|agreeing|volunteering) (?P<what>to [^,.;!?]+)")


def _not_done_yet(fragment: Fragment, facts: Facts) -> Finding | None:
    """`thank you for sending the quote`, where the notes have `before he quotes`."""
    words = _telling(fragment, fragment.first) - facts.name_keys
    places = [fact for word in sorted(words) for fact in facts.by_key.get(word, ()) if not fact.programme]
    if not places or any(fact.fragment.words[0] not in _TO_COME for fact in places):
        return None
    return contradicted(places[0], f"By your notes this is still to come: “{places[0].quote}”.")


_TO_COME = frozenset(("before", "until", "once", "unless"))
_IN_ADVANCE = re.compile(r"\b(?:in advance|tomorrow|next|soon)\b")


def _deed(fragment: Fragment, facts: Facts) -> Finding | None:
    at = next(
        (
            position + 1
            for position in range(fragment.first, fragment.last)
            if (
                fragment.tokens[position].low in ("for", "you")
                and "VERB" in forms(fragment.tokens[position + 1].low)
                and fragment.tokens[position + 1].low.endswith("ing")
            )
            or (
                fragment.tokens[position].low == "to"
                and [token.low for token in fragment.tokens[max(0, position - 2) : position]] == ["of", "you"]
                and fragment.tokens[position + 1].low in _FAVOURS
            )
        ),
        None,
    )
    if at is None:
        return None
    verb = key(fragment.tokens[at].low)
    arranged = fragment.tokens[at].low in _ARRANGING
    if arranged and any(facts.knows(key(token.low)) for token in fragment.tokens[at + 1 : fragment.last + 1]):
        return None
    if near := _deeds().get(verb):
        return None if _any_known(near | _telling(fragment, at + 1), facts) else _UNHEARD
    if verb in keys_of(_HANDING):
        named = any(token.capital for token in fragment.tokens[at + 1 : fragment.last + 1] if token.kind == "word")
        words = frozenset() if named else _telling(fragment, at + 1) - loose_things()
    elif verb in keys_of(_COURTESIES) or _kept_for(fragment, at, facts):
        return None
    else:
        words = _telling(fragment, at)
    return _UNHEARD if words and not _any_known(words, facts) else None


def _telling(fragment: Fragment, first: int) -> frozenset[str]:
    """The telling words of a clause from a place on."""
    rest = (token.low for token in fragment.tokens[first : fragment.last + 1] if token.kind == "word")
    return telling(key(low) for low in rest if low not in FUNCTION)


def _any_known(words: Iterable[str], facts: Facts) -> bool:
    return any(is_known(word, facts) for word in words)


@cache
def _deeds() -> dict[str, frozenset[str]]:
    """For what is done once and for somebody the words that a note may have for it."""
    lines = (line.split() for line in _DEEDS.strip().splitlines())
    return {key(words[0]): keys_of(frozenset(words)) for words in lines}


_DEEDS = """
invite invited invitation ask asked welcome come join guest host hosted visit dinner slot speaker
recommend recommended recommendation suggest suggested suggestion tip told mentioned point pointed advised should read
suggest suggested suggestion recommend recommended tip told mentioned point advised idea should proposed said
introduce introduced introduction intro connect connected connection met put contact brought
review reviewed feedback read comments comment proofread notes look looked
teach taught showed explained told lesson learned
remind reminded told mentioned said wrote
lend lent borrow borrowed loan gave
"""


_ARRANGING = split_words("setting arranging organising organizing scheduling fixing suggesting proposing")
_HANDING = split_words("send bring post mail forward")
"""Of these a thing is given; one that is named in plain words must be known."""


_RESERVING = split_words("hold holding keep keeping reserve reserving save saving block blocking setting")


def _kept_for(fragment: Fragment, first: int, facts: Facts) -> bool:
    """`thank you for holding two places`, where a note says `we keep two places`: in other words of keeping."""
    rest = [token.low for token in fragment.tokens[first : fragment.last + 1] if token.kind == "word"]
    things = keys_of(frozenset(rest) - FUNCTION)
    return bool(_RESERVING & set(rest)) and any(
        fact.fragment.keys & things and keys_of(_RESERVING) & keys_of(frozenset(fact.fragment.words))
        for word in things for fact in facts.by_key.get(word, ())
    )  # fmt: skip
