"""Another number of the very thing: `two hundred asylum cases a year`, where the notes have 300 of them, though a two
stands elsewhere in them and might be what was meant.

Whether a number is noted is asked first of all notes. Here the clause is laid beside the one sentence of the notes that
tells most of the same; where that counts the same thing by another number, its own is taken for the noted one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from coach.domain.checking.claims import Finding
from coach.domain.checking.counting import counts_time, excluded, fits, heads, quoted
from coach.domain.checking.desk import Desk, Line
from coach.domain.checking.measures import measure
from coach.domain.checking.quantities import Quantity, is_number_word
from coach.domain.checking.sources import Sentence
from coach.domain.checking.weighing import telling

_RECKONED = re.compile(
    r"\b(?:other|others|more|less|fewer|left|remaining|rest|over|another|extra|missing|apart|between|instead|than|"
    r"each|apiece|altogether|in all|total|together|times|per|half|down|up|later|earlier|before|after|until|till|"
    r"from|away|ago|then|without|lacking|by now|should|half as|in (?:a hundred|ten|every)|since|"
    r"still|short|off|would|could|might|if|perhaps|maybe|or)\b|'d\b|\?"
)
"""Words beside which a number may well be one that was worked out, or proposed."""
_TWOFOLD = re.compile(r"\b(?:half|twice) as (?:much|many|long|big)\b|, then \W*$")
_ENOUGH = 2


def counted_otherwise(desk: Desk, line: Line, number: Quantity, numbers: Sequence[Quantity]) -> Finding | None:
    """What the closest sentence of the notes counts, where it is the same thing by another number."""
    if (
        number.value < 1
        or number.kind not in ("number", "amount")
        or not heads(line.tokens, number)
        or not desk.facts.readable
    ):
        return None
    here = line.fragments_at(number.first)
    plain = " ".join(part.plain for part in here)
    whole = " ".join(token.low for token in line.tokens)
    if _RECKONED.search(plain) or _TWOFOLD.search(whole) or measure(line.tokens, number)[0]:
        return None
    words = telling(key for part in here for key in part.keys if not is_number_word(key)) - desk.facts.name_keys
    others = [one for one in numbers if one is not number]
    best: tuple[int, Sentence, Quantity] | None = None
    held = 0
    for score, sentence, other in _counts_of_it(desk, line, number, words):
        if fits(line.tokens, number, sentence, other):
            held = max(held, score)
        elif best is None or score > best[0]:
            told = any(fits(line.tokens, one, sentence, other) for one in others)
            best = best if told else (score, sentence, other)
    if best is None or best[0] <= held or best[0] < _ENOUGH + counts_time(line.tokens, number):
        return None
    beside = any(fits(line.tokens, number, best[1], one) for one in best[1].numbers)
    return None if beside else _noted(best[1], best[2])


def _counts_of_it(
    desk: Desk, line: Line, number: Quantity, words: frozenset[str]
) -> Iterator[tuple[int, Sentence, Quantity]]:
    """How the notes count what the draft counts, and in how many telling words the sentences agree."""
    mine = frozenset(heads(line.tokens, number))
    for sentence in (sentence for source in desk.sources if source.label for sentence in source.sentences):
        shared = words & sentence.keys
        for other in sentence.numbers if shared else ():
            theirs = frozenset(heads(sentence.tokens, other))
            same = mine & theirs
            bare = not theirs and fits(line.tokens, number, sentence, other)
            if bare or (same and other.kind == number.kind and not excluded(sentence, other)):
                yield len(shared | same) + bare, sentence, other


def _noted(sentence: Sentence, other: Quantity) -> Finding:
    said = quoted(sentence, other)
    return Finding("contradicted", (sentence.source.label,), (said,), f"Your notes say “{said}”.")


_ROUNDED = frozenset(("some", "about", "around", "roughly", "nearly", "almost", "over", "than"))
_MANY = 1000
_OF = re.compile(r"^(?:out )?of (?:(?:the|your|my|our|his|her|their|its|those|these|all) )?$")


def part_otherwise(desk: Desk, line: Line, numbers: Sequence[Quantity]) -> dict[int, Finding]:
    """`five out of eight toasters`, where the notes have four out of five: a part of a whole, of which the notes hold
    but one of the two figures. By the place of the figure that is another."""
    found: dict[int, Finding] = {}
    for part, whole in pairwise(numbers):
        link = "".join(f"{token.low} " for token in line.tokens[part.last + 1 : whole.first])
        lead = {token.low for token in line.tokens[max(0, part.first - 2) : part.first]}
        exact = 1 <= part.value < _MANY and not lead & _ROUNDED
        if exact and _OF.match(link) and (otherwise := _pair_otherwise(desk, line, part, whole)):
            found[otherwise[0].first] = otherwise[1]
    return found


def _pair_otherwise(desk: Desk, line: Line, part: Quantity, whole: Quantity) -> tuple[Quantity, Finding] | None:
    words = telling(key for fragment in line.fragments_at(part.first) for key in fragment.keys)
    wrong: tuple[Quantity, Finding] | None = None
    for sentence in (sentence for source in desk.sources if source.label for sentence in source.sentences):
        counts = [
            one for one in sentence.numbers
            if one.kind == "number" and not one.unit and not counts_time(sentence.tokens, one)
        ]  # fmt: skip
        if len(counts) < _ENOUGH or not words & sentence.keys:
            continue
        same = [[one for one in counts if one.agrees(mine)] for mine in (part, whole)]
        rest = {abs(one.value - other.value) for one in counts for other in counts}
        if all(same) or (same[1] and part.value in rest) or (same[0] and whole.value in rest):
            return None
        for mine, kept in ((part, same[1]), (whole, same[0])):
            other = next((one for one in counts if kept and one is not kept[0]), None)
            if other is not None and wrong is None:
                wrong = mine, _noted(sentence, other)
    return wrong
