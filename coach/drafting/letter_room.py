"""Which sentences of a message there is room for: each thing is said once, and what matters least goes first.

What the user asked to be said is never what goes; and no question is left behind about a sentence that went.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

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


def with_room(chosen: Mapping[str, Line], fits: Callable[[Mapping[str, Line]], bool]) -> dict[str, Line]:
    """The sentences that fit together: without those that are too long alone, then without what matters least."""
    alone = {slot: line for slot, line in chosen.items() if slot == "ask" or fits({slot: line})}
    kept = alone or dict(chosen)
    least = 1 if "ask" in kept else _AT_LEAST
    for slot in _GOES_BEFORE_A_WISH if "ask" in kept else _GOES_FIRST:
        if fits(kept) or len(kept) <= least:
            break
        kept.pop(slot, None)
    if not fits(kept) and len(kept) > 1:
        kept.pop("next", None)
    return kept


def leaves_a_question_behind(chosen: Mapping[str, Line], kept: Mapping[str, Line]) -> bool:
    """Whether what the closing question may be about is gone."""
    return "next" in kept and bool((chosen.keys() - kept.keys()) & _ASKED_ABOUT)
