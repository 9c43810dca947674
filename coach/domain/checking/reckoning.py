"""Numbers that no note holds but that follow from those it does: what is left over, a share of a sum, a rate times a
count, and the time to or since a noted day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from itertools import combinations, pairwise

from coach.domain.checking.asked import LENGTHS, Asked, plain_numbers, words_after
from coach.domain.checking.counting import heads
from coach.domain.checking.dated import dated_of_it
from coach.domain.checking.english import key, keys_of
from coach.domain.checking.lexicon import split_words
from coach.domain.checking.quantities import Quantity, quantities
from coach.domain.checking.sources import Sentence, Source, day_of_writing
from coach.domain.checking.tokens import Token
from coach.domain.checking.worked_out import worked_out

_LEFT_OVER = re.compile(
    r"\b(?:remaining|left|over|above|beyond|below|under|"
    r"other|others|rest|more|still|remain|missing|all but|only|away|short|off|less|fewer|"
    r"didn't|didnt|did not|down|saved|leaves|leaving|"
    r"gained|cut|short of|to go|lacking|needed|no longer|gone|lost|drop|dropped|extra|ahead|apart|difference|"
    r"fell|fallen|fall|rose|risen|grew|grown|up by|down by)\b"
)
_REST = 1e-6
_NEAR = 0.06
"""How far a share or a product may lie from the written number: people round."""
_SPAN = {"day": 0.15, "week": 0.12, "month": 0.12, "year": 0.06}
"""How far a length of time to or since a day may lie from the written one, by its unit."""
_APART = re.compile(r"\b(?:after|before|later|earlier|between|older|younger|apart)\b")
_TO_GO = re.compile(r"\b(?:to go|till|until|left|away|from now|remain|remaining|(?:gives?|leaves?) (?:us|me|you))\b")
_SUMMING = re.compile(
    r"\b(?:would|means?|makes?|comes? to|works? out|that's|that is|so|right|altogether|in all|in total)\b|\?"
)
_TOTAL = re.compile(r"\b(?:in all|in total|altogether|overall|total|whole)\b")
_PER = re.compile(r"\b(?:a|an|per|each|every|the)\b|[/@]")


def reckoned(
    tokens: Sequence[Token], number: Quantity, keys: frozenset[str], sources: Sequence[Source]
) -> Sentence | None:
    """The sentence of the evidence from which the number follows, if one does."""
    asked = Asked(tokens, number, " ".join(token.low for token in tokens), heads(tokens, number), keys)
    today = day_of_writing(sources)
    to_go = bool(_TO_GO.search(asked.plain))
    of_it = dated_of_it(keys, sources) if asked.unit else None
    for source in sources:
        if not source.label:
            continue
        for sentence in source.sentences:
            of_another = of_it is not None and sentence not in of_it
            if today and not of_another and (to_go or keys & sentence.keys) and _time_to(asked, sentence, today):
                return sentence
            if today and asked.unit == "day" and _in_days(asked.number.value, sentence, today, of_it=not of_another):
                return sentence
            if any(follows(asked, sentence) for follows in _WITHIN):
                return sentence
            if today and source.at and _counted_on(asked, sentence, (today - source.at).days):
                return sentence
    return _between(asked, sources) or _by_rate(asked, sources) or worked_out(asked, sources)


def left_by_two(tokens: Sequence[Token], number: Quantity, sources: Sequence[Source]) -> Sentence | None:
    """What two figures of the notes leave over, in whichever note they stand: `some 26,000 would remain` of 60k after
    34k; and the half of one: `20,500 is left` of 41,000."""
    if number.kind not in ("number", "amount") or number.unit == "%" or number.value < _COUNTED:
        return None
    asked = Asked(tokens, number, " ".join(token.low for token in tokens), heads(tokens, number))
    lead = {token.low for token in asked.tokens[max(0, asked.number.first - 3) : asked.number.first]}
    near = _NEAR if lead & _ROUND else _REST
    noted = [(one, s) for source in sources if source.label for s in source.sentences for one in plain_numbers(s)]
    if "half" in asked.plain.split():
        halved = (s for one, s in noted if abs(one.value / 2 - asked.number.value) < _REST)
        return next(halved, None)
    if not _LEFT_OVER.search(asked.plain) and asked.before != "by":
        return None
    for (one, here), (other, _) in combinations(noted, 2):
        alike = len({one.unit, other.unit, asked.number.unit} - {""}) <= 1
        made = abs(one.value - other.value)
        if alike and min(one.value, other.value) >= 1 and abs(made - asked.number.value) <= max(near * made, _REST):
            return here
    return None


_COUNTED = 13
"""Below this, too many pairs of figures would make the number by chance."""
_ROUND = frozenset(("some", "about", "around", "roughly", "nearly", "almost", "over", "under"))


def _between(asked: Asked, sources: Sequence[Source]) -> Sentence | None:
    """`five days ahead of the meeting`: the time between two noted days."""
    unit = asked.unit
    if unit not in ("day", "week") or not _AHEAD.search(asked.plain):
        return None
    days = [
        (stretch[0], sentence)
        for source in sources
        for sentence in source.sentences
        for mention in sentence.dates
        for stretch in mention.days[:1]
        if stretch[0] == stretch[1]
    ]
    span = asked.number.value * LENGTHS[unit]
    return next(
        (
            sentence
            for one, sentence in days
            for other, _ in days
            if abs(abs((one - other).days) - span) <= _SPAN[unit] * span / 2
        ),
        None,
    )


_AHEAD = re.compile(r"\b(?:ahead of|before|after|later|earlier)\b")


def _left_over(asked: Asked, sentence: Sentence) -> bool:
    """`the remaining 29` where 9 of 38 were lost."""
    if asked.number.kind not in ("number", "amount") or asked.number.unit == "%" or not _LEFT_OVER.search(asked.plain):
        return False
    if asked.before == "to":
        return False
    values = [other.value for other in plain_numbers(sentence) if other.unit == asked.number.unit or not other.unit]
    return any(
        abs(whole - part - asked.number.value) < _REST
        for whole in values
        for part in values
        if whole > part >= 1 and whole > 2
    )


def _percentage(asked: Asked, sentence: Sentence) -> bool:
    """`40 per cent` where 7,200 of 18,000 are noted; `a third of them` is read as a share elsewhere."""
    share = (
        asked.number.value / 100
        if asked.number.unit == "%"
        else asked.number.value
        if 0 < asked.number.value < 1
        else 0.0
    )
    values = [other.value for other in plain_numbers(sentence) if other.unit != "%"]
    return share > 0 and any(
        0 < part < whole and min(abs(part / whole - share), abs(1 - part / whole - share)) <= _ROUNDED
        for part in values
        for whole in values
    )


_ROUNDED = 0.015


def _apiece(asked: Asked, sentence: Sentence) -> bool:
    """`300 dollars a cornet` where 2,400 are noted for 8."""
    if not _EACH.search(asked.after(2)):
        return False
    values = [other.value for other in plain_numbers(sentence)]
    return any(
        count > 1 and abs(whole / count - asked.number.value) <= _NEAR * asked.number.value
        for whole in values
        for count in values
        if whole > count
    )


_EACH = re.compile(r"^(?:a|an|per|each|apiece|every|/)\b")
_EACH_OF_IT = re.compile(r"^(?:\w+ )?(?:a|an|per|each|apiece|every|/)\b")
"""`5k each`, `40 t each`."""
_YEARLY = (("month", 12), ("week", 52), ("day", 365), ("quarter", 4))


def _by_the_year(asked: Asked, sentence: Sentence) -> bool:
    """`eighteen million a year` for 1.5 million a month, and the other way round."""
    mine = asked.plain
    theirs = " ".join(token.low for token in sentence.tokens)
    factors = [
        factor
        for unit, times in _YEARLY
        for one, other, factor in ((mine, theirs, times), (theirs, mine, 1 / times))
        if _PER_YEAR.search(one) and re.search(rf"\b(?:a|per|each|every) {unit}\b|/ ?{unit}\b", other)
    ]
    before = {token.low for token in asked.tokens[max(0, asked.number.first - 2) : asked.number.first]}
    near = _MORE if "than" in before else _ABOUT if before & _HEDGES else _NEAR
    return any(
        abs(rate.value * factor - asked.number.value) <= near * asked.number.value
        for factor in factors
        for rate in plain_numbers(sentence)
    )


_ABOUT, _MORE = 0.15, 0.25
_HEDGES = frozenset(("nearly", "almost", "about", "around", "roughly", "some", "over"))
_PER_YEAR = re.compile(r"\b(?:a|per|each|every|/) ?(?:year|yr)\b|\byearly\b|\bannually\b|/ ?(?:year|yr)\b")


def _counted_on(asked: Asked, sentence: Sentence, days: int) -> bool:
    """`422 days` ten days after a note of 412 that are still being counted."""
    if asked.unit != "day":
        return False
    units = [other for other in plain_numbers(sentence) if set(heads(sentence.tokens, other)[:1]) == {key("days")}]
    return days > 0 and any(abs(other.value + days - asked.number.value) < _REST for other in units)


def _next_one(asked: Asked, sentence: Sentence) -> bool:
    """`roof number eighteen` where 17 are built; `you and three colleagues`, where they are four."""
    lows = [token.low for token in asked.tokens[max(0, asked.number.first - 2) : asked.number.first]]
    if lows in _AND_YOU:
        return any(
            other.value == asked.number.value + 1
            for other in plain_numbers(sentence)
            if not other.unit and not _lengths() & set(heads(sentence.tokens, other))
        )
    return asked.before in ("number", "no", "nr") and any(
        other.value + 1 == asked.number.value for other in plain_numbers(sentence)
    )


_AND_YOU = (["you", "and"], ["with", "your"], ["your", "other"], ["and", "your"])


@cache
def _people() -> frozenset[str]:
    """Heads under which any count of people may be told again: `eight people` for a crew of 8."""
    return keys_of(split_words("people person folk folks men women hands souls staff members colleagues helpers"))


@cache
def _lengths() -> frozenset[str]:
    return keys_of(frozenset(LENGTHS))


def _of_people(asked: Asked, sentence: Sentence) -> bool:
    """`with eight people` for a crew of 8."""
    if not _people() & set(asked.heads):
        return False
    return any(
        other.value == asked.number.value and not other.unit and not _lengths() & set(heads(sentence.tokens, other))
        for other in plain_numbers(sentence)
    )


def _part_of(asked: Asked, sentence: Sentence) -> bool:
    """`about 400` where a third of 1,150 is noted; `KES 3.4m` where half of 6.8 million is."""
    if _TOTAL.search(asked.plain):
        return False
    wholes = [other for other in plain_numbers(sentence) if other.value > 1 and other.unit != "%"]
    parts = [*_fractions(sentence), *(other.value / 100 for other in sentence.numbers if other.unit == "%")]
    return any(
        abs(whole.value * part - asked.number.value) <= _NEAR * asked.number.value
        and (not whole.unit or not asked.number.unit or whole.unit == asked.number.unit)
        for whole in wholes
        for part in parts
    )


_SHARES = {
    "half": 1 / 2,
    "third": 1 / 3,
    "quarter": 1 / 4,
    "fifth": 1 / 5,
    "tenth": 1 / 10,
    "thirds": 2 / 3,
    "quarters": 3 / 4,
}


def _fractions(sentence: Sentence) -> Iterator[float]:
    lows = [token.low for token in sentence.tokens]
    for position, low in enumerate(lows):
        before = lows[position - 1] if position else ""
        if low in _SHARES and (low in ("half", "thirds", "quarters") or before in ("a", "one")):
            yield _SHARES[low]


def _time_to(asked: Asked, sentence: Sentence, today: date) -> bool:
    """`six weeks are left` before a noted day, `three months of freelance life` since one."""
    unit = asked.unit
    if not unit:
        return False
    span = asked.number.value * LENGTHS[unit]
    if unit == "year" and _APART.search(asked.plain):
        years = {stretch[0].year for mention in sentence.dates for stretch in mention.days[:1]}
        years |= {int(token.low) for token in asked.tokens if years and _YEAR.fullmatch(token.low)}
        if any(abs(one - other) == asked.number.value for one in years for other in years):
            return True
    near = 3 if _TO_GO.search(asked.plain) else 2
    ends = [day for mention in sentence.dates for stretch in mention.days[:near] for day in stretch]
    lead = " ".join(token.low for token in asked.tokens[max(0, asked.number.first - 3) : asked.number.first])
    below = 2 * _SPAN[unit] if _JUST_UNDER.search(lead) else _SPAN[unit]
    above = 2 * _SPAN[unit] if _JUST_OVER.search(lead) else _SPAN[unit]
    gone = [abs((day - today).days) for day in ends if day != today]
    return any((1 - below) * span <= days <= (1 + above) * span for days in gone)


def _in_days(count: float, sentence: Sentence, today: date, *, of_it: bool) -> bool:
    """`nine days` to the very day that is noted, in a sentence that is `of_it`; or since the day of the note."""
    ahead = [first for one in sentence.dates if one.grain == "day" and not one.every for first, _ in one.days[:1]]
    noted = sentence.source.at
    told = noted is not None and (today - noted).days == count
    return count > 1 and (told or (of_it and any(abs((day - today).days) == count for day in ahead)))


_JUST_UNDER = re.compile(r"\b(?:under|less than|almost|nearly|not quite|within)\b")
_JUST_OVER = re.compile(r"\b(?:over|more than|good|at least)\b")
_AND_A_HALF = re.compile(r"\b(?:a|one) (?:day|week|month|year|hour) and a half\b|\bone and a half\b")
_YEAR = re.compile(r"(?:19|20)\d\d")


def _by_rate(asked: Asked, sources: Sequence[Source]) -> Sentence | None:
    """`ten hectares would come to 280 dollars` at a noted 28 dollars a hectare: both numbers of the sum."""
    if not _SUMMING.search(asked.plain):
        return None
    others = [
        other.value for other in quantities(list(asked.tokens)) if other.first != asked.number.first and other.value > 0
    ]
    others += [1.5] if _AND_A_HALF.search(asked.plain) else []
    for source in sources:
        for sentence in source.sentences if source.label else ():
            for rate in plain_numbers(sentence):
                after = words_after(sentence.tokens, rate, 3)
                if not _PER.search(after):
                    continue
                if any(
                    abs(one * rate.value - other) <= _NEAR * other
                    for value in others
                    for one, other in ((value, asked.number.value), (asked.number.value, value))
                ):
                    return sentence
    return None


def _all_in_all(asked: Asked, sentence: Sentence) -> bool:
    """`forty-five thousand so far` for `5k each, 9 paid`; `£1.50 a head` where a dozen share a noted £18."""
    noted = plain_numbers(sentence)
    counted = any(set(asked.heads) & set(heads(sentence.tokens, one)) for one in noted)
    if asked.number.value < _MANY and not asked.number.unit and not counted:
        return False
    each = [one for one in noted if _EACH_OF_IT.search(words_after(sentence.tokens, one, 2))]
    if any(abs(one.value * other.value - asked.number.value) < _REST for one in each for other in noted):
        return True
    shared = [one.value for one in quantities(list(asked.tokens)) if one.first != asked.number.first and one.value > 1]
    apiece = bool(_EACH.search(asked.after(2)))
    return apiece and any(
        abs(count * asked.number.value - whole.value) <= _NEAR * whole.value for count in shared for whole in noted
    )


_MANY = 10


def _hours_from_to(asked: Asked, sentence: Sentence) -> bool:
    """`three hours` where `from 10 to 13` or `3-5 am` is noted, `ninety minutes` for `14:00-15:30`."""
    if asked.heads[:1] not in ((key("hour"),), (key("minute"),)):
        return False
    wanted = asked.number.value / (1 if asked.heads[0] == key("hour") else 60)
    for one, other in pairwise(sentence.numbers):
        between = [token.low for token in sentence.tokens[one.last + 1 : other.first] if token.low not in _OF_THE_DAY]
        hours = [_hour(number) for number in (one, other)]
        apart = (hours[1] - hours[0]) % (_DAY / 2)
        if between in _UP_TO and 0 < max(hours) <= _DAY and abs(apart - wanted) < _REST:
            return True
    return False


def _hour(number: Quantity) -> float:
    """The hour of `9.30` written as a number, too."""
    if number.kind == "time":
        return number.value / 60
    whole, part = divmod(round(100 * number.value), 100)
    return whole + part / 60


_DAY = 24
_OF_THE_DAY = frozenset(("am", "pm", "a.m.", "p.m.", "h", "o'clock"))
_UP_TO = (["to"], ["-"], ["–"], ["till"], ["until"])


_WITHIN = (_all_in_all, _hours_from_to, _left_over, _part_of, _next_one, _of_people, _percentage, _apiece, _by_the_year)
"""How a number follows from those of one sentence."""
