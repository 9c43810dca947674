"""Which sentences of a message there is room for: each thing is said once, and what matters least goes first.

What the user asked to be said is never what goes; and no question is left behind about a sentence that went.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence

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
    order = in_order(chosen)
    said: list[str] = []
    gone: set[int] = set()
    at = 0
    for line in order:
        own = dict(enumerate(sentences(line.text), at))
        gone |= {one for one, text in own.items() if text[-1:] != "?" and any(near_equal(text, old) for old in said)}
        said += [text for one, text in own.items() if one not in gone]
        at += len(own)
    left = _without(order, gone, chosen.get("ask"))
    kept = {id(line): new for line, new in zip(order, left, strict=True) if new is not None}
    return {slot: kept[id(line)] for slot, line in chosen.items() if id(line) in kept}


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
    asked = sentences(wished.text) if wished is not None else []
    return [one for one in _without(lines, doubled(_sentences_of(lines), asked), wished) if one is not None]


def _sentences_of(lines: Sequence[Line]) -> list[str]:
    return [one for line in lines for one in sentences(line.text)]


def _without(lines: Sequence[Line], gone: Collection[int], whole: Line | None) -> list[Line | None]:
    """Each line without its sentences at the places `gone`, counted over all lines; None for one that loses them all.
    The line that is to stay `whole` loses none."""
    left: list[Line | None] = []
    at = 0
    for line in lines:
        own = sentences(line.text)
        kept = [one for place, one in enumerate(own, at) if place not in gone]
        at += len(own)
        if line is whole or len(kept) == len(own):
            left.append(line)
        else:
            left.append(line.model_copy(update={"text": " ".join(kept)}) if kept else None)
    return left


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
