"""Which sentences of a message there is room for: each thing is said once, and what matters least goes first.

What the user asked to be said is never what goes; and no question is left behind about a sentence that went.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from coach.domain.brief import Line
from coach.domain.text import sentences
from coach.drafting.asking import near_equal
from coach.drafting.letter_plan import in_order

_GOES_FIRST = ("met", "detail", "reason", "memory", "give", "thanks", "keep")
_GOES_BEFORE_A_WISH = ("met", "detail", "memory", "give", "thanks", "keep", "reason", "next")
"""The same where the user asks for something: why they ask goes last."""
_ASKED_ABOUT = {"keep", "thanks", "give", "memory", "detail", "reason"}
"""What a closing question may be about."""
_AT_LEAST = 2
"""Sentences that stay where the user wished for none of them."""


def each_once(chosen: Mapping[str, Line]) -> dict[str, Line]:
    """The sentences by their place without what an earlier one says already; what the user wished for stays whole."""
    kept: dict[str, Line] = {}
    said: list[str] = []
    slots = {id(line): slot for slot, line in chosen.items()}
    for line in in_order(chosen):
        slot = slots[id(line)]
        new = [
            one for one in sentences(line.text) if one.endswith("?") or not any(near_equal(one, old) for old in said)
        ]
        if slot == "ask" or len(new) == len(sentences(line.text)):
            kept[slot] = line
        elif new:
            kept[slot] = line.model_copy(update={"text": " ".join(new)})
        said += new
    return {slot: kept[slot] for slot in chosen if slot in kept}


def doubled(said: Sequence[str], wished: Sequence[str] = ()) -> list[int]:
    """The places of sentences that say an earlier one again: in the same words, or right behind it with more of them,
    or with fewer. Where the later one is what the user wished for, the earlier one is named."""
    words = [_WORD.findall(one.casefold()) for one in said]
    gone: set[int] = set()
    for later in range(len(said)):
        left = [one for one in range(later) if one not in gone and said[one].endswith("?") == said[later].endswith("?")]
        for earlier in left:
            beside = not any(one not in gone for one in range(earlier + 1, later))
            if words[earlier] == words[later] or (beside and _begins_alike(words[earlier], words[later])):
                gone.add(earlier if said[later] in wished and said[earlier] not in wished else later)
                break
    return sorted(gone)


def said_once(lines: Sequence[Line], wished: Line | None = None) -> list[Line]:
    """The lines without sentences that only repeat one before; what the user `wished` to say stays whole."""
    told = [(line, one) for line in lines for one in sentences(line.text)]
    asked = sentences(wished.text) if wished is not None else []
    gone = set(doubled([one for _, one in told], asked))
    kept: list[Line] = []
    for line in lines:
        own = [one for at, (of, one) in enumerate(told) if of is line and at not in gone]
        if line is wished or len(own) == len(sentences(line.text)):
            kept.append(line)
        elif own:
            kept.append(line.model_copy(update={"text": " ".join(own)}))
    return kept


_WORD = re.compile(r"[^\W_]+")
_BEGINNING = 4
"""Words of a sentence that is another one's beginning; fewer may begin two sentences of different things."""


def _begins_alike(one: Sequence[str], other: Sequence[str]) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= _BEGINNING and longer[: len(shorter)] == shorter


def with_room(chosen: Mapping[str, Line], fits: Callable[[Mapping[str, Line]], bool]) -> dict[str, Line]:
    """The sentences that fit together: without those that are too long alone, then without what matters least; the
    closing question goes before the last that tells of the reader."""
    alone = {slot: line for slot, line in chosen.items() if slot == "ask" or fits({slot: line})}
    kept = alone or dict(chosen)
    least = 1 if "ask" in kept else _AT_LEAST
    for slot in _GOES_BEFORE_A_WISH if "ask" in kept else _GOES_FIRST:
        if fits(kept) or len(kept) <= least:
            break
        unasked = {one: line for one, line in kept.items() if one != "next"}
        if slot == "memory" and slot in kept and len(unasked) > 1 and fits(unasked):
            return unasked
        kept.pop(slot, None)
    if not fits(kept) and len(kept) > 1:
        kept.pop("next", None)
    return kept


def leaves_a_question_behind(chosen: Mapping[str, Line], kept: Mapping[str, Line]) -> bool:
    """Whether what the closing question may be about is gone."""
    return "next" in kept and bool((chosen.keys() - kept.keys()) & _ASKED_ABOUT)
