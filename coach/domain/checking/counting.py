"""Each number of a draft, held against the evidence: found, found for something else, another one, or not found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from coach.domain.checking.claims import Finding, supported
from coach.domain.checking.english import forms, key
from coach.domain.checking.lexicon import FUNCTION, split_words
from coach.domain.checking.measures import in_other_units, measure
from coach.domain.checking.quantities import Quantity, is_number_word
from coach.domain.checking.sources import Sentence, Source, day_of_writing
from coach.domain.checking.tokens import Token
from coach.domain.checking.weighing import telling

_TIME_UNITS = {"second": 1 / 86400, "minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "night": 1.0, "week": 7.0,
               "month": 30.4, "year": 365.25,
               "decade": 3652.5, "fortnight": 14.0}  # fmt: skip
_NOT_HEADS = split_words(
    "new old other different good great whole full more first last next or so of our your their my his her the"
)


ELSEWHERE = "Your notes have this number only for something else"
"""How the reason for a number begins that the notes have for another thing."""


def counts_time(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """`two years`, `a decade`."""
    return bool(_unit(tokens, quantity))


def heads(tokens: Sequence[Token], quantity: Quantity) -> tuple[str, ...]:  # noqa: C901
    """Keys of what is counted: the next one to three words that carry meaning, up to a stop."""
    if tokens[quantity.first].low in _OWN_UNITS:
        return (key(_OWN_UNITS[tokens[quantity.first].low]),)
    if _MINUTES_BEHIND.fullmatch(tokens[quantity.last].low):
        return (key("minute"),)
    found: list[str] = []
    start = quantity.last + 1
    if [token.low for token in tokens[start : start + 2]] in (["of", "which"], ["of", "whom"], ["of", "them"]):
        return _counted_before(tokens, quantity.first)
    if (
        start + 1 < len(tokens)
        and tokens[start].low in ("to", "-", "–", "and", "or")
        and tokens[start + 1].kind == "number"
    ):
        start += 2
    for token in tokens[start : start + 5]:
        if token.kind == "symbol" and token.text not in "-'s":
            break
        if token.low in _STOPS:
            break
        if found and token.low in _STOPS_BEHIND:
            break  # `of 410 reels already smelling`
        if is_number_word(token.low) or token.kind == "number":
            if found and {"instead", "not"} & {low.low for low in tokens[start : start + 5]}:
                break  # `26 planks instead of 30`
            return ()
        if token.kind == "word" and token.low not in _NOT_HEADS and token.low not in FUNCTION:
            found += [key(_UNITS_IN_SHORT.get(part, part)) for part in token.low.split("-") if part]
        if len(found) >= 3:
            break
    return tuple(found)


_STOPS = split_words("and or but in at for with by on from to is are who that")
_STOPS_BEHIND = split_words("already still now currently after before since until till ago")
_MINUTES_BEHIND = re.compile(r"h[0-5]\d")
"""`2h40`, in minutes."""
_UNITS_IN_SHORT = {"h": "hour", "hr": "hour", "hrs": "hour", "min": "minute", "mins": "minute", "wk": "week",
                   "wks": "week", "yr": "year", "yrs": "year", "mth": "month", "mths": "month", "m": "metre",
                   "ha": "hectare"}  # fmt: skip


def _counted_before(tokens: Sequence[Token], position: int) -> tuple[str, ...]:
    """`seven stream gauges, two of which`: gauges; `24 old lamps and wants to swap six of them`: lamps."""
    lead = [token for token in tokens[max(0, position - 7) : position] if token.kind == "word"]
    words = [token.low for token in lead if token.low not in FUNCTION and token.low not in _NOT_HEADS]
    several = [word for word in words if forms(word).get("NOUN", (word,))[0] != word and "VERB" not in forms(word)]
    return tuple(key(word) for word in (several or words)[-1:])


def _leeway(tokens: Sequence[Token], quantity: Quantity) -> tuple[float, float]:
    """How far the noted value may lie below and above the written one: `over 100` fits 120, `about 100` fits 95."""
    before = " ".join(token.low for token in tokens[max(0, quantity.first - 3) : quantity.first])
    after = tokens[quantity.last + 1].low if quantity.last + 1 < len(tokens) else ""
    if any(
        word in before for word in ("over", "more than", "at least", "above", "north of", "uber", "plus de", "mas de")
    ) or after in ("+", "plus"):
        return 0.0, 1.0 if _FAR.search(before) else 0.34 if "at least" in before else 0.45
    if any(word in before for word in _JUST_BELOW):
        return 0.2, 0.03
    if any(word in before for word in _ABOUT) or after in ("or", "odd", "-ish", "ish"):
        return 0.12, 0.12
    return 0.0, 0.0


_FAR = re.compile(r"\b(?:well|far|way|much) (?:over|more|above)\b")
"""`well over a hundred` may be almost twice as many."""
_JUST_BELOW = (
    "almost", "nearly", "under", "less than", "up to", "fewer than", "close to", "fast", "getting on for", "going on",
    "approaching", "presque", "casi", "not even", "just short of", "just shy of", "not quite", "barely", "hardly",
)  # fmt: skip
_ABOUT = (
    "about", "around", "roughly", "some", "circa", "approximately", "etwa", "rund", "environ", "unos", "~", "like",
)  # fmt: skip


def fits(  # noqa: C901, PLR0911, PLR0912
    tokens: Sequence[Token], mine: Quantity, sentence: Sentence, theirs: Quantity
) -> bool:
    code, other = _suffix(tokens, mine), _suffix(sentence.tokens, theirs)
    if (code and other and code != other) or _other_unit(tokens, mine, sentence, theirs):
        return False
    same = bool(set(heads(tokens, mine)) & set(heads(sentence.tokens, theirs)))
    same = same and _denies(tokens) == _denies(sentence.tokens)
    if 0 < mine.value < 1 and _as_share(mine, sentence, theirs, _leeway(tokens, mine), same=same):
        return True
    if mine.kind == "time" and theirs.kind == "number" and _at_the_hour(sentence, theirs, mine.value):
        return True
    if _with_a_stop(mine, theirs):
        return True
    if mine.kind == "time" or theirs.kind == "time" or mine.agrees(theirs):
        return mine.agrees(theirs)
    if {mine.unit, theirs.unit}.isdisjoint(("", "%")) and mine.unit != theirs.unit:
        return False  # `$10` is not `£10`
    if in_other_units(measure(tokens, mine), measure(sentence.tokens, theirs)):
        return True
    if mine.unit != theirs.unit and mine.unit and theirs.unit:
        return False
    if (
        mine.value == theirs.value * 1000
        and tokens[mine.last].low == "k"
        and heads(sentence.tokens, theirs)[:1] in (("km",), (key("kilometres"),))
    ):
        return True
    thing = tokens[mine.last + 1].low if mine.last + 1 < len(tokens) else ""
    if thing.startswith("kilo") and abs(1000 * mine.value - theirs.value) < 1:
        return True
    low, high = _leeway(tokens, mine)
    cents = tokens[mine.last + 1].low if mine.last + 1 < len(tokens) else ""
    if cents in _HUNDREDTHS and theirs.unit and abs(mine.value - 100 * theirs.value) < _SHARE_LEEWAY:
        return True
    if mine.unit == "%" and 0 < theirs.value < 1 and abs(mine.value / 100 - theirs.value) <= _SHARE_LEEWAY:
        return True
    low_noted, high_noted = _leeway(sentence.tokens, theirs)
    low, high = (
        max(low, high_noted if high_noted == low_noted else 0.0),
        max(high, low_noted if high_noted == low_noted else 0.0),
    )
    if theirs.value and mine.value * (1 - low) <= theirs.value <= mine.value * (1 + high):
        return True
    return _same_length(tokens, mine, sentence, theirs)


def _denies(tokens: Sequence[Token]) -> bool:
    return any(token.low.endswith("n't") or token.low in _NONE for token in tokens)


_HOURS = 24


def _at_the_hour(sentence: Sentence, theirs: Quantity, minutes: float) -> bool:
    """`doors at 7` for seven in the evening."""
    lead = sentence.tokens[theirs.first - 1].low if theirs.first else ""
    moved = lead == "to" and theirs.first > 1 and sentence.tokens[theirs.first - 2].kind == "number"  # `from 2 to 4`
    hour = moved or lead in ("at", "by", "from", "until", "till", "@")
    hour = hour and theirs.value <= _HOURS and not heads(sentence.tokens, theirs)
    return hour and minutes % (12 * 60) == 60 * theirs.value % (12 * 60)


def _with_a_stop(mine: Quantity, theirs: Quantity) -> bool:
    """The hour of the one is written as a number in the other: `7.30`."""
    return any(
        clock.kind == "time" and plain.kind == "number" and _as_clock(plain.value) == clock.value % (12 * 60)
        for clock, plain in ((mine, theirs), (theirs, mine))
    )


def _as_clock(value: float) -> float:
    """Minutes after midnight or noon of `9.15`, an hour written with a full stop; -1 where it can be none."""
    hours, minutes = divmod(round(100 * value), 100)
    return float((60 * hours + minutes) % (12 * 60)) if hours < 24 and minutes < 60 and value != int(value) else -1.0


def _suffix(tokens: Sequence[Token], quantity: Quantity) -> str:
    """The letter of `7a`, `B2`-like codes written as one; units such as `5k` are none."""
    after = tokens[quantity.last + 1] if quantity.last + 1 < len(tokens) else None
    glued = after is not None and after.start == tokens[quantity.last].end and len(after.low) == 1
    return after.low if after is not None and glued and after.low in "abcdef" else ""


def _other_unit(tokens: Sequence[Token], mine: Quantity, sentence: Sentence, theirs: Quantity) -> bool:
    """`eighteen years` for `18 months`: the same figure, another length."""
    units = _time_units().keys()
    one, two = heads(tokens, mine)[:1], heads(sentence.tokens, theirs)[:1]
    return bool(one and two) and one != two and one[0] in units and two[0] in units and mine.value == theirs.value


def _as_share(mine: Quantity, sentence: Sentence, theirs: Quantity, leeway: tuple[float, float], *, same: bool) -> bool:
    """`four fifths` for 80%, `half of them` where 9 of 18 are noted; `nearly a third` for 31%. What is left over is the
    share of something else: not where both count the `same` thing.
    """
    if theirs.unit == "%":
        noted = theirs.value / 100
        if any(leeway) and mine.value - 0.04 * bool(leeway[0]) <= noted <= mine.value + 0.08 * bool(
            leeway[1] > leeway[0]
        ):
            return True
        rest = 1.0 if same else abs(1 - noted - mine.value)
        return min(abs(noted - mine.value), rest) <= _SHARE_LEEWAY
    if theirs.kind == "ordinal" and theirs.first and sentence.tokens[theirs.first - 1].low == "every":
        return abs(1 / max(theirs.value, 1) - mine.value) <= _SHARE_LEEWAY
    others = [
        number.value for number in sentence.numbers if number.value > theirs.value > 0 and number.kind == "number"
    ]
    low, high = leeway
    return any(
        mine.value * (1 - low) - _SHARE_LEEWAY <= theirs.value / whole <= mine.value * (1 + high) + _SHARE_LEEWAY
        for whole in others
    )


_SHARE_LEEWAY = 0.02
_HUNDREDTHS = frozenset(("cent", "cents", "pence", "penny", "p", "rappen", "centimes", "groszy", "ore"))


def _same_length(tokens: Sequence[Token], mine: Quantity, sentence: Sentence, theirs: Quantity) -> bool:
    """`18 months` and `a year and a half`, `two weeks` and `14 days`."""
    one, two = _unit(tokens, mine), _unit(sentence.tokens, theirs)
    if not one or not two or one == two:
        return False
    low, high = _leeway(tokens, mine)
    mine_days, their_days = mine.value * _TIME_UNITS[one], theirs.value * _TIME_UNITS[two]
    near = _WEEKS_AND_MONTHS if {one, two} == {"week", "month"} else _LENGTH_LEEWAY
    return mine_days * (1 - max(low, near)) <= their_days <= mine_days * (1 + max(high, near))


_LENGTH_LEEWAY, _WEEKS_AND_MONTHS = 0.03, 0.1


def _unit(tokens: Sequence[Token], quantity: Quantity) -> str:
    """The unit of a length of time: the next word, or the word itself for `a fortnight`, `a decade`."""
    if tokens[quantity.first].low in _OWN_UNITS:
        return _OWN_UNITS[tokens[quantity.first].low]
    units = _time_units()
    return next((units[head] for head in heads(tokens, quantity)[:1] if head in units), "")


@cache
def _time_units() -> dict[str, str]:
    """The units of time by their keys."""
    return {key(word): word for word in _TIME_UNITS}


_OWN_UNITS = {"fortnight": "day", "decade": "year"}


def check_number(
    tokens: Sequence[Token], quantity: Quantity, keys: frozenset[str], sources: Sequence[Source], language: str = "en"
) -> Finding:
    """Is this value noted, and for the same thing? `keys`: the meaning-bearing words of the draft's clause."""
    mine = heads(tokens, quantity)
    keys = frozenset(word for word in keys if not is_number_word(word))
    before = _thing_before(tokens, quantity)
    lead = {token.low for token in tokens[max(0, quantity.first - 3) : quantity.first]}
    few = quantity.value <= _INCIDENTAL and ("for" not in lead or "another" in lead)
    today = day_of_writing(sources)
    good: list[tuple[int, Sentence, Quantity]] = []
    clash: tuple[Sentence, Quantity] | None = None
    elsewhere: tuple[Sentence, Quantity, bool] | None = None
    for sentence in (sentence for source in sources for sentence in source.sentences):
        if quantity.value == 0 and sentence.lows & _NONE and keys & sentence.keys:
            good.append((1, sentence, quantity))
        if quantity.value == _HALF and "half" in sentence.lows and keys & sentence.keys:
            good.append((2, sentence, quantity))
        meant = keys & sentence.keys or sentence.lows & _SINCE
        if today and mine and meant and _since(sentence, today, mine[0], _leeway(tokens, quantity), quantity.value):
            good.append((3, sentence, quantity))
        for other in sentence.numbers:
            theirs = heads(sentence.tokens, other)
            named = bool(before and before == _thing_before(sentence.tokens, other))
            counted = (
                named
                or _same_length(tokens, quantity, sentence, other)
                or bool(set(mine[-1:]) & set(theirs) or set(theirs[-1:]) & set(mine) or (set(mine) & set(theirs)))
            )
            shared = len(keys & sentence.keys)
            if (
                not fits(tokens, quantity, sentence, other)
                or excluded(sentence, other)
                or _was(tokens, sentence, other)
            ):
                if _set_aside(tokens, quantity) and quantity.agrees(other):
                    good.append((shared, sentence, other))
                elif (
                    (counted and not (few and _unit_alone(mine, theirs, telling(keys & sentence.keys))))
                    or _same_measure(quantity, other, keys, sentence)
                    or (quantity.kind == "amount" and quantity.value == other.value)
                    or _other_unit(tokens, quantity, sentence, other)
                    or _other_length(mine, theirs, telling(keys & sentence.keys))
                ) and (
                    other.kind == quantity.kind
                    and (not _of_a_whole(sentence, other) or bool(telling(keys & sentence.keys) - {*mine}))
                ):
                    clash = clash or (sentence, other)
            elif (
                counted
                or tokens[quantity.first].low == sentence.tokens[other.first].low == "twice"
                or 0 < quantity.value < 1
                or (quantity.unit == "%" and 0 < other.value < 1)
                or quantity.kind == "time"
                or sentence.source.language not in (language, "")
                or in_other_units(measure(tokens, quantity), measure(sentence.tokens, other))
                or (
                    shared
                    and not counts_another(sentence, other, mine)
                    and not _of_another_measure(mine, theirs)
                    and not _of_another_sort(quantity, other, mine, theirs)
                )
                or (shared and not theirs and _in_series(sentence, other, mine))
                or (not theirs and _done_with(sentence, other) in keys)
                or (
                    not theirs
                    and quantity.value >= _SOME
                    and _judged(sentence, other)
                    and telling(keys) & _around(sentence)
                )
                or (not theirs and other.first > 0 and sentence.tokens[other.first - 1].text == "=")
            ):
                good.append((shared + 2 * counted, sentence, other))
            else:
                alike = not _of_another_sort(quantity, other, mine, theirs)
                elsewhere = elsewhere if elsewhere and elsewhere[2] else (sentence, other, alike)
    return _number_verdict(good, clash, elsewhere)


_SOME = 10


_JUDGED = re.compile(
    r"(?:is|was|would be|seems|feels) (?:quite |just |more than )?(?:a good|enough|plenty|right|fine|ideal)"
)


def _judged(sentence: Sentence, number: Quantity) -> bool:
    """`forty is a good number`."""
    after = " ".join(token.low for token in sentence.tokens[number.last + 1 : number.last + 5])
    return bool(_JUDGED.match(after))


def _around(sentence: Sentence) -> frozenset[str]:
    """The words of the piece of evidence: `forty is a good number`, in a note on stools."""
    return frozenset(word for one in sentence.source.sentences for word in one.keys)


def _of_a_whole(sentence: Sentence, number: Quantity) -> bool:
    """`two of my pupils`: a part, against which the number of all is no error."""
    after = [token.low for token in sentence.tokens[number.last + 1 : number.last + 3]]
    return after[:1] == ["of"] and after[1:] != [] and after[1] in _THE_WHOLE


_THE_WHOLE = frozenset(("my", "our", "the", "her", "his", "their", "them", "these", "those", "us", "which", "whom"))
_NONE = frozenset(("none", "no", "nothing", "never", "zero", "without", "not"))
_UP_TO = frozenset(("to", "until", "till", "through", "-", "–", "bis"))
"""Behind the first day of a stretch that has an end: nothing goes on since then."""
_HALF = 0.5
_SINCE = frozenset(("since", "seit", "depuis", "desde"))


def _of_another_measure(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """`three hours` for `three wraps`: the same figure, but a length of time and a count of things."""
    units = _time_units().keys()
    return bool(mine and theirs) and mine[0] in units and not units & set(theirs)


def _of_another_sort(mine: Quantity, theirs: Quantity, counted: tuple[str, ...], noted: tuple[str, ...]) -> bool:
    """`five small rugs` for `5 months`, `nine grafts` for `£9`: one of the two is a length of time or a sum of money,
    and the other counts things."""
    if not counted or mine.kind != "number" or theirs.kind == "ordinal":
        return False
    units = _time_units().keys()
    timed = bool(noted) and bool(units & set(counted[:1])) != bool(units & set(noted[:1]))
    return timed or (mine.value < _SOME and bool(theirs.unit and theirs.unit != "%" and not mine.unit))


def _since(sentence: Sentence, today: date, unit: str, leeway: tuple[float, float], value: float) -> bool:
    """The time gone by since a date of the sentence: `not seen since 2014` is eleven years in 2025, `closed in
    November` five months in April. Months and days are counted from the last day that the date can mean.
    """
    for mention in sentence.dates:
        after = sentence.tokens[mention.last + 1].low if mention.last + 1 < len(sentence.tokens) else ""
        for first, _ in mention.days[:3] if after not in _UP_TO else ():
            if unit == key("year"):
                gone = float(today.year - first.year)
            elif unit == key("month") and first < today:
                gone = float(12 * (today.year - first.year) + today.month - first.month)
            elif unit in (key("week"), key("day")) and first < today and (first.year, mention.grain) != (0, "year"):
                gone = (today - first).days / (7.0 if unit == key("week") else 1.0)
            else:
                continue
            if gone > 0 and value * (1 - leeway[0]) <= gone <= value * (1 + leeway[1]):
                return True
    return False


def _thing_before(tokens: Sequence[Token], quantity: Quantity) -> str:
    """`a fee of £600`, `her fee is £600`: the thing that the number measures, when it stands before."""
    position = quantity.first - 1
    lead = position
    while lead >= 0 and (tokens[lead].kind == "symbol" or tokens[lead].low in _MEASURES):
        lead -= 1
    return key(tokens[lead].low) if 0 <= lead < position and tokens[lead].kind == "word" else ""


_MEASURES = frozenset(("of", "is", "was", "at", "about", "around", "only", "just", "eur", "gbp", "usd"))


def _same_measure(mine: Quantity, theirs: Quantity, keys: frozenset[str], sentence: Sentence) -> bool:
    """Another sum of the same money, another percentage, in words about the same thing: `£60 plus travel` for £80."""
    return bool(mine.unit and mine.unit == theirs.unit and telling(keys & sentence.keys))


def _other_length(mine: tuple[str, ...], theirs: tuple[str, ...], common: frozenset[str]) -> bool:
    """A length of time in other units, of what is plainly the same thing."""
    units = _time_units().keys()
    return bool(mine and theirs and mine[0] in units and theirs[0] in units and len(common) >= 2)


_INCIDENTAL = 14


def _unit_alone(mine: tuple[str, ...], theirs: tuple[str, ...], common: frozenset[str]) -> bool:
    """Two lengths of time of which nothing says that they are of the same thing: `ten minutes to find it`."""
    units = _time_units().keys()
    return bool(mine and theirs) and set(mine) & set(theirs) <= units and not common - units


def _set_aside(tokens: Sequence[Token], number: Quantity) -> bool:
    """`nearer nine than two`: named in the draft as what it is not."""
    return number.first > 0 and tokens[number.first - 1].low in ("than", "not")


def _was(tokens: Sequence[Token], sentence: Sentence, number: Quantity) -> bool:
    """`is now 15 minutes long` for `now 11 min, was 15`: the figure of before told as that of now."""
    lows = {token.low for token in tokens}
    before = sentence.tokens[number.first - 1].low if number.first else ""
    return before == "was" and "now" in sentence.lows and "now" in lows and not lows & _BEFORE_NOW


_BEFORE_NOW = frozenset(("was", "were", "had", "from", "before", "instead", "than", "rather", "not"))


def excluded(sentence: Sentence, number: Quantity) -> bool:
    """`12 schools, not 20`, `the two-year claim was wrong`: the number that it is not."""
    if number.first > 0 and sentence.tokens[number.first - 1].low == "not":
        return True
    following = [token.low for token in sentence.tokens[number.last + 1 : number.last + 8]]
    stop = next((step for step, low in enumerate(following) if not low[:1].isalnum() and low != "-"), len(following))
    said = set(following[:stop])
    return bool(
        {"wrong", "false", "mistaken", "myth"} & said and {"claim", "figure", "number", "estimate", "quote"} & said
    )


def _in_series(sentence: Sentence, bare: Quantity, mine: tuple[str, ...]) -> bool:
    """`lasts 11 h, goal 16`: the figure without a unit has that of the length of time before it."""
    units = _time_units().keys()
    before = [number for number in sentence.numbers if number.last < bare.first]
    lead = {token.low for token in sentence.tokens[max(0, bare.first - 3) : bare.first]}
    aimed = bool(mine) and (mine[0] in units or bool(lead & _AIMED_AT))
    return aimed and any(set(heads(sentence.tokens, one)) & set(mine) for one in before[-1:])


def _done_with(sentence: Sentence, bare: Quantity) -> str:
    """`sold 9 boats, repaired 29`: what was done with the number whose thing is left out."""
    before = sentence.tokens[bare.first - 1] if bare.first else None
    doing = before is not None and before.kind == "word" and "VERB" in forms(before.low)
    return key(before.low) if before is not None and doing else ""


_AIMED_AT = frozenset(("reach", "goal", "target", "aim", "aims", "now", "towards", "wants"))


def counts_another(sentence: Sentence, taken: Quantity, mine: tuple[str, ...]) -> bool:
    """True when the sentence counts the draft's thing with a number other than `taken`."""
    return any(set(heads(sentence.tokens, other)[-1:]) & set(mine) for other in sentence.numbers if other is not taken)


def _number_verdict(
    good: list[tuple[int, Sentence, Quantity]],
    clash: tuple[Sentence, Quantity] | None,
    elsewhere: tuple[Sentence, Quantity, bool] | None,
) -> Finding:
    if good:
        good.sort(key=lambda item: -item[0])
        best = [item for item in good if item[0] == good[0][0]]
        hits = [(s.source.label, quoted(s, q) if q in s.numbers else "") for _, s, q in best]
        return supported(hits, [s for _, s, _ in best])
    if elsewhere and not clash and elsewhere[2] and elsewhere[1].value >= _SOME:
        return supported([(elsewhere[0].source.label, quoted(*elsewhere[:2]))])
    if clash:
        sentence, other = clash
        quote = quoted(sentence, other)
        return Finding("contradicted", (sentence.source.label,), (quote,), f"Your notes say “{quote}”.")
    if elsewhere:
        quote = quoted(*elsewhere[:2])
        return Finding("unsupported", reason=f"Your notes have this number only for something else (“{quote}”).")
    return Finding("unsupported", reason="This number is in none of your notes.")


def quoted(sentence: Sentence, quantity: Quantity) -> str:
    """The number with the word after it, cut from the evidence."""
    last = min(len(sentence.tokens) - 1, quantity.last + 1)
    if sentence.tokens[last].kind == "symbol" or sentence.tokens[last].low in FUNCTION:
        last = quantity.last
    return sentence.source.text[sentence.tokens[quantity.first].start : sentence.tokens[last].end]
