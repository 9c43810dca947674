"""Numbers, amounts and clock times in a text, in digits or in words, brought to one value and one unit."""

from __future__ import annotations

import re
from dataclasses import dataclass

from coach.domain.checking.tokens import Token

_UNITS = {
    word: value
    for value, words in enumerate(
        (
            ["zero", "null", "cero", "zero"],
            ["one", "ein", "eine", "einen", "einem", "einer", "eins", "un", "une", "uno", "una"],
            ["two", "zwei", "deux", "dos"],
            ["three", "drei", "trois", "tres"],
            ["four", "vier", "quatre", "cuatro"],
            ["five", "funf", "fuenf", "cinq", "cinco"],
            ["six", "sechs", "seis"],
            ["seven", "sieben", "siete"],
            ["eight", "acht", "huit", "ocho"],
            ["nine", "neun", "neuf", "nueve"],
            ["ten", "zehn", "dix", "diez"],
            ["eleven", "onze"],
            ["twelve", "zwolf", "zwoelf", "douze", "doce"],
            ["thirteen", "dreizehn", "treize", "trece"],
            ["fourteen", "vierzehn", "quatorze", "catorce"],
            ["fifteen", "funfzehn", "quinze", "quince"],
            ["sixteen", "sechzehn", "seize", "dieciseis"],
            ["seventeen", "siebzehn", "diecisiete"],
            ["eighteen", "achtzehn", "dieciocho"],
            ["nineteen", "neunzehn", "diecinueve"],
        )
    )
    for word in words
}
_TENS = {
    word: value * 10
    for value, words in {
        2: "twenty zwanzig vingt veinte",
        3: "thirty dreissig trente treinta",
        4: "forty vierzig quarante cuarenta",
        5: "fifty funfzig cinquante cincuenta",
        6: "sixty sechzig soixante sesenta",
        7: "seventy siebzig setenta",
        8: "eighty achtzig ochenta",
        9: "ninety neunzig noventa",
    }.items()
    for word in words.split()
}
_SCALES = {
    "hundred": 100, "hundert": 100, "cien": 100, "hundreds": 100,
    "thousand": 1000, "tausend": 1000, "k": 1000, "grand": 1000,
    "million": 10**6, "millionen": 10**6, "millions": 10**6, "millones": 10**6, "m": 10**6, "mn": 10**6, "mio": 10**6,
    "billion": 10**9, "bn": 10**9, "milliarden": 10**9, "milliards": 10**9, "lakh": 10**5, "crore": 10**7,
}  # fmt: skip
_ORDINALS = {
    word: value
    for value, words in {
        1: "first erste ersten premier premiere primer primera",
        2: "second zweite zweiten deuxieme segundo segunda",
        3: "third dritte dritten troisieme tercer tercera",
        4: "fourth vierte vierten",
        5: "fifth",
        6: "sixth",
        7: "seventh",
        8: "eighth",
        9: "ninth",
        10: "tenth",
        11: "eleventh",
        12: "twelfth",
        20: "twentieth",
        25: "twenty-fifth",
        30: "thirtieth",
        50: "fiftieth",
    }.items()
    for word in words.split()
}
_LOOSE = {"dozen": 12.0, "dutzend": 12.0, "twice": 2.0, "thrice": 3.0, "both": 2.0, "pair": 2.0, "couple": 2.0,
          "half": 0.5, "halve": 0.5, "halves": 0.5, "halving": 0.5,
          "fortnight": 14.0, "decade": 10.0, "double": 2.0, "triple": 3.0, "halved": 0.5,
          "doubled": 2.0, "tripled": 3.0}  # fmt: skip
_CURRENCY = {"€": "eur", "$": "usd", "£": "gbp", "¥": "jpy", "₹": "inr", "eur": "eur", "euro": "eur", "euros": "eur",
             "usd": "usd", "dollar": "usd", "dollars": "usd", "gbp": "gbp", "pound": "gbp", "pounds": "gbp",
             "chf": "chf", "franc": "chf", "francs": "chf", "franken": "chf", "yen": "jpy", "rupees": "inr",
             "quid": "gbp", "bucks": "usd", "kr": "kr", "sek": "kr", "nok": "kr", "dkk": "kr", "czk": "kr",
             "isk": "kr", "crown": "kr", "crowns": "kr", "kronor": "kr", "kroner": "kr",
             "koruna": "kr", "korun": "kr", "pln": "pln", "zloty": "pln", "zlotys": "pln", "zl": "pln", "huf": "huf",
             "forint": "huf", "forints": "huf", "inr": "inr", "rupee": "inr", "brl": "brl", "reais": "brl",
             "zar": "zar", "rand": "zar", "kes": "kes", "ksh": "kes", "shillings": "kes", "ngn": "ngn", "naira": "ngn",
             "lira": "try", "cny": "cny", "yuan": "cny", "rmb": "cny", "krw": "krw",
             "ron": "ron", "lei": "ron", "mxn": "mxn", "pesos": "mxn", "aud": "aud", "cad": "cad",
             "nzd": "nzd", "sgd": "sgd",
             "jpy": "jpy"}  # fmt: skip
_DOLLARS = frozenset(("usd", "cad", "aud", "nzd", "sgd"))
"""`900 dollars` may be those of another country."""
_PERCENT = frozenset(["%", "percent", "percentage", "prozent", "pourcent"])
_ORDINAL_SUFFIX = re.compile(r"(?:st|nd|rd|th|er|eme|e)$")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number found in a text. `unit` is "", "%" or a currency; `kind` is number, ordinal, amount or time.

    Times are minutes after midnight; `half` says which half of the day ("am", "pm") where that is written. `first` and
    `last` are token positions, inclusive; `worded` says that it stood in words, which for small numbers is often only
    a manner of speaking.
    """

    value: float
    unit: str
    kind: str
    first: int
    last: int
    worded: bool = False
    half: str = ""

    def agrees(self, other: Quantity) -> bool:
        """Same value (within one per cent for large numbers) and no clash of units."""
        if (self.kind == "time") != (other.kind == "time"):
            return False
        if self.kind == "time":
            clear = bool(self.half and other.half)
            return self.value == other.value or (abs(self.value - other.value) == _HALF_A_DAY and not clear)
        if self.unit and other.unit and self.unit != other.unit and not {self.unit, other.unit} <= _DOLLARS:
            return False
        return abs(self.value - other.value) <= (0.01 * abs(other.value) if other.value > 999 else 1e-9)


def quantities(tokens: list[Token]) -> list[Quantity]:
    """All numbers, amounts and clock times among `tokens`, from left to right, none overlapping another."""
    found: list[Quantity] = []
    position = 0
    while position < len(tokens):
        quantity = _clock(tokens, position) or _hours_and_minutes(tokens, position) or _number(tokens, position)
        if quantity is None:
            position += 1
            continue
        found.append(quantity)
        position = quantity.last + 1
    return found


_LONGEST = 24
"""Signs of a number; what is longer counts nothing."""


def digits(text: str) -> float | None:
    """The value of a number in digits; separators of thousands may be `,` `.` `'` or a thin space."""
    text = re.sub(r"['’\u00a0\u202f ]", "", text)
    if len(text) > _LONGEST:
        return None
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", text):
        return float(re.sub(r"[.,]", "", text))
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+\.\d+", text):
        return float(text.replace(",", ""))
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+,\d+", text):
        return float(text.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d+[.,]\d+", text):
        return float(text.replace(",", "."))
    return float(text) if text.isdigit() else None


def _low(tokens: list[Token], position: int) -> str:
    return tokens[position].low if 0 <= position < len(tokens) else ""


def _clock(tokens: list[Token], position: int) -> Quantity | None:
    token = tokens[position]
    if token.low in ("noon", "midday", "midnight"):
        return Quantity(0 if token.low == "midnight" else 720, "", "time", position, position, True)
    if token.low in ("half", "quarter") and _low(tokens, position + 1) in ("past", "to"):
        hour = word_value(_low(tokens, position + 2))
        if hour is not None and 1 <= hour <= 24:
            minutes = 30 if token.low == "half" else 15
            sign = 1 if _low(tokens, position + 1) == "past" else -1
            return Quantity(hour * 60 + sign * minutes, "", "time", position, position + 2, True)
    if german := _german_clock(tokens, position) or _spoken_clock(tokens, position):
        return german
    if told := _minutes_to(tokens, position):
        return told
    hours = _hours(tokens, position)
    if hours is None:
        return None
    last, half = position, ""
    if token.kind != "time" or _low(tokens, position + 1) in ("am", "pm", "a.m.", "p.m.", "uhr", "h"):
        half, last = _low(tokens, position + 1), position + 1
    if (
        _low(tokens, position + 1) in ("a", "p")
        and _low(tokens, position + 2) == "."
        and _low(tokens, position + 3) == "m"
    ):
        half, last = _low(tokens, position + 1), position + 3
    if half.startswith("p") and hours < _HALF_A_DAY:
        hours += _HALF_A_DAY
    which = "pm" if half.startswith("p") or hours > _HALF_A_DAY + 59 else "am" if half.startswith("a") else ""
    return Quantity(hours, "", "time", position, last, half=which)


_HALF_A_DAY = 720
"""Minutes."""


def _minutes_to(tokens: list[Token], position: int) -> Quantity | None:
    """`five to eight`, `ten past nine`; not `five to eight people`."""
    minutes, hour = word_value(tokens[position].low), word_value(_low(tokens, position + 2))
    way, after = _low(tokens, position + 1), _low(tokens, position + 3)
    if minutes not in (5, 10, 20, 25) or hour is None or not 1 <= hour <= 12 or way not in ("to", "past"):
        return None
    if way == "to" and after[:1].isalpha() and after not in _AFTER_CLOCK:
        return None
    return Quantity(hour * 60 + (minutes if way == "past" else -minutes), "", "time", position, position + 2, True)


_AFTER_CLOCK = frozenset(("on", "at", "in", "and", "or", "so", "sharp", "if", "when", "tonight", "tomorrow", "for"))


def _spoken_clock(tokens: list[Token], position: int) -> Quantity | None:
    """`at half four` as the British say it, `up at four thirty`."""
    low, after = tokens[position].low, _low(tokens, position + 1)
    lead, following = _low(tokens, position - 1), _low(tokens, position + 2)
    hour = _UNITS.get(after if low == "half" else low, 0) if tokens[position].kind == "word" else 0
    if not 1 <= hour <= 12 or after.isdigit():
        return None
    if low == "half":
        clear = lead in _BEFORE_CLOCK or not following.isalpha() or following in _AFTER_CLOCK | {"to", "till", "until"}
        return Quantity(hour * 60 + 30, "", "time", position, position + 1, True) if clear else None
    minutes = {"fifteen": 15, "thirty": 30, "forty-five": 45}.get(after)
    if minutes is None or (following.isalpha() and following not in _AFTER_CLOCK | {"to", "till", "until"}):
        return None
    return Quantity(hour * 60 + minutes, "", "time", position, position + 1, True)


_BEFORE_CLOCK = frozenset(("at", "by", "from", "till", "until", "before", "after", "around", "about", "past", "since"))


def _german_clock(tokens: list[Token], position: int) -> Quantity | None:
    """`halb sieben` is half past six, `Viertel nach neun`, `Viertel vor acht`, `drei viertel acht`."""
    low, after = tokens[position].low, _low(tokens, position + 1)
    if low in ("halb", "dreiviertel") and (hour := word_value(after) or digits(after)) and hour <= _CLOCK:
        return Quantity(hour * 60 - (30 if low == "halb" else 15), "", "time", position, position + 1, True)
    if low == "viertel" and after in ("nach", "vor"):
        hour = word_value(_low(tokens, position + 2)) or digits(_low(tokens, position + 2))
        if hour and hour <= _CLOCK:
            return Quantity(hour * 60 + (15 if after == "nach" else -15), "", "time", position, position + 2, True)
    return None


_CLOCK = 24
_DAY_PARTS = ("morning", "afternoon", "evening")


def _hours(tokens: list[Token], position: int) -> float | None:
    token = tokens[position]
    if token.kind == "time":
        hour, minute = re.split(r"[:.h]", token.low)[:2]
        return int(hour) * 60 + int(minute)
    following = _low(tokens, position + 1)
    if following == "in" and [_low(tokens, position + step) for step in (2, 3)] in (
        ["the", part] for part in _DAY_PARTS
    ):
        value = digits(token.low) if token.kind == "number" else word_value(token.low)
        late = _low(tokens, position + 3) != "morning"
        return value * 60 + (720 if late and value < 12 else 0) if value is not None and value <= 12 else None
    if following == "at" and _low(tokens, position + 2) == "night" and tokens[position].kind == "word":
        value = word_value(token.low)
        return value * 60 + 720 if value is not None and 7 <= value < 12 else None
    dotted = following in ("a", "p") and _low(tokens, position + 2) == "." and _low(tokens, position + 3) == "m"
    if following in ("am", "pm", "uhr", "o'clock", "a.m.", "p.m.") or dotted:
        value = digits(token.low) if token.kind == "number" else word_value(token.low)
        if value is not None and value <= 24 and not (following == "am" and token.kind != "number"):
            hour, _, minutes = token.low.partition(".")
            if len(minutes) == 2 and hour.isdigit() and minutes.isdigit():
                return int(hour) * 60 + int(minutes)  # `18.30 Uhr`
            return value * 60
    return None


def is_number_word(word: str) -> bool:
    """`seven`, `forty-two`, `hundred`: capital or not, no name."""
    return word_value(word) is not None or word in _SCALES or word in _ORDINALS or word in _LOOSE


def word_value(word: str) -> float | None:
    """The value of one word: `seven`, `twenty`, `twenty-five`, `vierzig`."""
    if word in _UNITS:
        return float(_UNITS[word])
    if word in _TENS:
        return float(_TENS[word])
    left, dash, right = word.partition("-")
    if dash and left in _TENS and right in _UNITS:
        return float(_TENS[left] + _UNITS[right])
    return None


_BEFORE_HUNDRED = frozenset(("a", "eine", "your", "the", "those", "these", "my", "our", "his", "her", "their", "all"))


def _number(tokens: list[Token], position: int) -> Quantity | None:  # noqa: C901, PLR0911
    token = tokens[position]
    if token.kind == "number":
        last = _grouped(tokens, position)
        return _finish(tokens, position, last, digits("".join(part.low for part in tokens[position : last + 1])), False)
    if token.kind != "word":
        return None
    if aged := _OF_AGE.fullmatch(token.low):
        return Quantity(float(aged[1] or aged[2]), "", "number", position, position)
    if _is_fraction(tokens, position):
        return Quantity(1 / _FRACTIONS[token.low], "", "number", position, position, True)
    if token.low in _ORDINALS:
        return Quantity(_ORDINALS[token.low], "", "ordinal", position, position, True)
    if token.low in _LOOSE:
        return _half_a_dozen(tokens, position) or _loose(tokens, position)
    value = word_value(token.low)
    if value is None and not (
        token.low in _SCALES and len(token.low) > 3 and _low(tokens, position - 1) in _BEFORE_HUNDRED
    ):
        return None
    if value is None:
        return _finish(tokens, position, position - 1, 1.0, True)
    if read := _one_in(tokens, position, value) or _spoken_price(tokens, position, value):
        return read
    if _low(tokens, position + 1) in ("dozen", "dutzend", "score"):
        times = 20 if _low(tokens, position + 1) == "score" else 12
        return Quantity(value * times, "", "number", position, position + 1, True)
    last, total = position, value
    if value >= 20 and value % 10 == 0 and _UNITS.get(_low(tokens, position + 1), 0) in range(1, 10):
        total, last = value + _UNITS[_low(tokens, position + 1)], position + 1
    parts = _FRACTIONS.get(_low(tokens, last + 1))
    if parts and total < parts:
        return Quantity(total / parts, "", "number", position, last + 1, True)
    return _finish(tokens, position, last, total, True)


def _hours_and_minutes(tokens: list[Token], position: int) -> Quantity | None:
    """`two hours and forty minutes`, `2h40`: 160 minutes. `from 14h30` is an hour of the day."""
    low, after = tokens[position].low, _low(tokens, position + 1)
    hours = digits(low) if tokens[position].kind == "number" else word_value(low)
    if hours is None or hours != int(hours) or _low(tokens, position - 1) in _BEFORE_CLOCK | {"@"}:
        return None
    if (short := _H_MINUTES.fullmatch(after)) and hours < _LONG_DRIVE:
        return Quantity(hours * 60 + int(short[1]), "", "number", position, position + 1)
    step = 3 if _low(tokens, position + 2) == "and" else 2
    minutes = digits(_low(tokens, position + step)) or word_value(_low(tokens, position + step))
    if after not in ("h", "hr", "hrs", "hour", "hours") or not minutes or minutes >= 60:
        return None
    if _low(tokens, position + step + 1) not in ("minute", "minutes", "min", "mins"):
        return None
    return Quantity(hours * 60 + minutes, "", "number", position, position + step, tokens[position].kind == "word")


_H_MINUTES = re.compile(r"h([0-5]\d)")
_LONG_DRIVE = 10


_MEASURED_ON = frozenset(("metres", "meters", "centimetres", "cents", "pence", "people", "minutes", "hours", "euros"))


def _spoken_price(tokens: list[Token], last: int, value: float) -> Quantity | None:
    """`fourteen fifty an hour` is 14.50, `two metres ten` is 2.10."""
    part = word_value(_low(tokens, last + 1))
    if part is not None and 10 <= part < 100 and _low(tokens, last + 2) in ("a", "an", "per", "each", "apiece"):
        return Quantity(value + part / 100, "", "number", last, last + 1, True)
    part, unit = word_value(_low(tokens, last + 2)), _low(tokens, last + 1)
    measured = unit in ("metre", "metres", "meter", "meters", "euro", "euros", "pound", "pounds", "dollars")
    if not measured or part is None or not 10 <= part < 100 or _low(tokens, last + 3) in _MEASURED_ON:
        return None
    return Quantity(value + part / 100, _CURRENCY.get(unit, ""), "amount", last, last + 2, True)


def _grouped(tokens: list[Token], position: int) -> int:
    """Where `90 000` ends: groups of three digits with one space between."""
    last = position
    while last + 1 < len(tokens) and tokens[position].low.isdigit() and len(tokens[position].low) <= 3:
        after = tokens[last + 1]
        if (
            after.kind != "number"
            or not after.low.isdigit()
            or len(after.low) != 3
            or after.start != tokens[last].end + 1
        ):
            break
        last += 1
    return last


def _one_in(tokens: list[Token], position: int, value: float) -> Quantity | None:
    """`one plot in three`, `two out of five`."""
    for step in (1, 2):
        if value > 9 or _low(tokens, position + step) not in ("in", "out"):
            continue
        after = position + step + (2 if _low(tokens, position + step) == "out" else 1)
        whole = word_value(_low(tokens, after))
        if whole and value < whole and _low(tokens, after + 1) not in _STRETCHES:
            return Quantity(value / whole, "", "number", position, after, True)
    return None


_STRETCHES = frozenset(
    ("years", "months", "weeks", "days", "hours", "minutes", "nights", "places", "countries", "cities")
)


def _is_fraction(tokens: list[Token], position: int) -> bool:
    """`by a third in two years`; not `a third person` and not `300 leases a quarter`."""
    if tokens[position].low not in _FRACTIONS or _low(tokens, position - 1) not in ("a", "one"):
        return False
    following = _low(tokens, position + 1)
    if following == "of":
        return True
    return _low(tokens, position - 2) in _BEFORE_FRACTION and (
        following in _AFTER_FRACTION or following in _LEFT_SO or not following.isalpha()
    )


_LENGTHS = frozenset(("day", "year", "hour", "month", "minute", "century", "week", "morning", "mile", "dozen"))
"""`half a year` is a length, not a share of something."""
_LEFT_SO = frozenset(
    ("broken", "empty", "gone", "lost", "photographed", "done", "left", "finished", "unused", "closed", "free")
)
_BEFORE_FRACTION = frozenset(("by", "about", "almost", "nearly", "over", "only", "roughly", "just", "around", "than"))
_AFTER_FRACTION = frozenset(("of", "in", "since", "within", "off", "less", "more", "and", "by", "after", "over"))
_FRACTIONS = {"third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "tenth": 10, "tenths": 10}


def _half_a_dozen(tokens: list[Token], position: int) -> Quantity | None:
    step = 2 if _low(tokens, position + 1) == "a" else 1
    if tokens[position].low != "half" or _low(tokens, position + step) != "dozen":
        return None
    return Quantity(6.0, "", "number", position, position + step, True)


def _loose(tokens: list[Token], position: int) -> Quantity | None:
    value, low = _LOOSE[tokens[position].low], tokens[position].low
    long = _low(tokens, position + 1) in ("a", "an") and _low(tokens, position + 2) in _LENGTHS
    more = _low(tokens, position - 1) == "a" and _low(tokens, position - 2) == "and"
    if low == "half" and (more or long):
        return None
    if low == "half" and (_low(tokens, position - 1) in _ORDINALS or _low(tokens, position - 1) in ("other", "better")):
        return None
    if low == "half" and _low(tokens, position - 1) in ("a", "by", "one") and not _low(tokens, position + 1).isalpha():
        return Quantity(value, "", "number", position, position, True)
    if low == "half" and _low(tokens, position - 1) in ("a", "by") and _low(tokens, position + 1) in _AFTER_FRACTION:
        return Quantity(value, "", "number", position, position, True)
    if (
        low == "half"
        and _low(tokens, position + 1) != "of"
        and _low(tokens, position + 1) not in ("a", "the", "your", "my", "his", "her", "their", "our", "on", "at")
    ):
        return None
    return Quantity(value, "", "number", position, position, True)


def _no_scale(tokens: list[Token], first: int, last: int) -> bool:
    """A short word that stands apart from the digits, and `14 m` of a boat."""
    apart, low = tokens[last + 1].start - tokens[last].end, _low(tokens, last + 1)
    return (len(low) <= 2 and apart > 1) or (bool(apart) and low == "m" and not _priced(tokens, first, last + 2))


def _priced(tokens: list[Token], first: int, after: int) -> bool:
    return _low(tokens, first - 1) in _CURRENCY or _low(tokens, after) in _CURRENCY


_OF_AGE = re.compile(r"(?:under|over)-(\d{1,2})s?|u(\d{1,2})s?")
"""`under-21s`, `a U15 side`: the number in a word for an age."""


_AND_A_PART = {"and a half": 0.5, "and a quarter": 0.25, "1 / 2": 0.5, "1 / 4": 0.25, "3 / 4": 0.75}
"""`three and a half`, `6 1/2`."""


def _scaled(tokens: list[Token], first: int, last: int, value: float, worded: bool) -> tuple[float, int]:
    """The value with `hundred and fifty`, `million` or `and a half thousand` behind it, and where that ends."""
    half = _AND_A_PART.get(" ".join(_low(tokens, last + step) for step in (1, 2, 3)), 0.0)
    if half and _SCALES.get(_low(tokens, last + 4), 0) >= _SCALES["thousand"]:
        value, last = value + half, last + 3
    while (scale := _SCALES.get(_low(tokens, last + 1))) and (not worded or scale != 100 or value < 100):
        if _no_scale(tokens, first, last):
            break
        value, last = value * scale, last + 1
        step = 2 if _low(tokens, last + 1) == "and" else 1
        rest = word_value(_low(tokens, last + step))
        if worded and rest is not None and rest < scale:
            value, last = value + rest, last + step
    return value, last


def _finish(tokens: list[Token], first: int, last: int, value: float | None, worded: bool) -> Quantity | None:
    """Add what follows or precedes a value: scales, `and fifty`, %, currency, ordinal ending."""
    if value is None:
        return None
    value, last = _scaled(tokens, first, last, value, worded)
    if more := _AND_A_PART.get(" ".join(_low(tokens, last + step) for step in (1, 2, 3))):
        value, last = value + more, last + 3
    following = _low(tokens, last + 1)
    glued = last + 1 < len(tokens) and tokens[last + 1].start == tokens[last].end
    if not worded and glued and _ORDINAL_SUFFIX.fullmatch(following):
        return Quantity(value, "", "ordinal", first, last + 1)
    if following in _PERCENT or (following == "per" and _low(tokens, last + 2) == "cent"):
        return Quantity(value, "%", "number", first, last + (2 if following == "per" else 1), worded)
    if following in _CURRENCY:
        return Quantity(value, _CURRENCY[following], "amount", first, last + 1, worded)
    if _low(tokens, first - 1) in _CURRENCY:
        return Quantity(value, _CURRENCY[_low(tokens, first - 1)], "amount", first - 1, last, worded)
    return Quantity(value, "", "number", first, last, worded)
