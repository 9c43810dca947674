"""Days in hasty words ("by fri", "wed eve latest", "tmrw", "bis Fr", "am Mo"): written out, told by their date, or
parted from what they stand behind.

A note is read again days later, and a letter is read by somebody else: what "tomorrow" was is known by the note's day
alone.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from coach.domain.checking.english import forms

_ENGLISH = {
    "mon": "Monday", "tue": "Tuesday", "tues": "Tuesday", "wed": "Wednesday", "weds": "Wednesday", "thu": "Thursday",
    "thur": "Thursday", "thurs": "Thursday", "fri": "Friday", "sat": "Saturday", "sun": "Sunday",
}  # fmt: skip
_GERMAN = {
    "mo": "Montag", "di": "Dienstag", "mi": "Mittwoch", "do": "Donnerstag", "fr": "Freitag", "sa": "Samstag",
    "so": "Sonntag",
}  # fmt: skip
_WHOLE = {**_ENGLISH, **_GERMAN, "eve": "evening", "aft": "afternoon", "morn": "morning", "nxt": "next", "wk": "week"}
_TIME = (
    r"(?:early|morn(?:ing)?|noon|lunch(?:time)?|aft(?:ernoon)?|eve(?:ning)?|night|latest|"
    r"(?:at |around )?\d{1,2}(?:[:.]\d\d)? ?[ap]m)"
)
_BEFORE_A_TIME = rf"(?= {_TIME}\b)"
_AT_ITS_END = r"(?=\s*(?:$|[.,;:!?)\n]))"
_STOP = r"(?:\.(?= [a-z\d]))?"
"""The mark of a short form, where it is no end of a sentence."""
_LEAD = r"(?<![\w'’])(?:by|on|until|till|til|next|nxt|this|last|every|each|due)\s+"
_GERMAN_LEAD = (
    r"\b(?:[Bb]is(?: spätestens)?(?: zum)?|[Ss]pätestens|[Aa]m|[Aa]b|[Jj]eden|"
    r"(?:[Nn]ächst|[Kk]ommend|[Dd]ies)e[nrsm]?) "
)
_SHORT_DAYS = (
    re.compile(rf"(?i:{_LEAD}|\bbefore )(?P<day>(?i:mon|tues?|weds?|thu(?:rs?)?|fri))\b{_STOP}(?![-'’])"),
    re.compile(rf"(?i:{_LEAD})(?P<day>(?i:sat|sun))\b(?:{_AT_ITS_END}|{_BEFORE_A_TIME})"),
    re.compile(rf"\b(?P<day>(?i:{'|'.join(_ENGLISH)}))\b{_BEFORE_A_TIME}"),
    re.compile(rf"(?<![-–'’\w])(?P<day>Tues?|tues|[Ww]eds|[Tt]hu(?:rs?)?|[Ff]ri)\b{_STOP}(?! [A-Z]|[-'’])"),
    re.compile(rf"(?<=[\w,] )(?<!the )(?<!to )(?<!of )(?<!a )(?P<day>[Mm]on|Wed|Sat|Sun){_AT_ITS_END}"),
    re.compile(rf"{_GERMAN_LEAD}(?P<day>Mo|Di|Mi|Do|Fr|Sa|So)\b(?:\.(?! ?[A-ZÄÖÜ])|(?!\.))"),
    re.compile(r"(?<!\bI )\b(?:[Bb]is|am) (?P<day>mo|di|mi|do|fr|sa)\b(?![-'’])"),
    re.compile(r"\b(?P<day>Mo|Di|Mi|Do|Fr|Sa|So)\b\.?(?= (?:[Aa]bend|[Ff]rüh|[Vv]ormittag|[Nn]achmittag|[Mm]ittag)\b)"),
)
"""By what stands beside a short form it is known to be a day: `sat` and `sun` are words, `Mo` and `Di` are names."""
_TOMORROW = re.compile(r"\b(?:tmrw|tmrrw|tmr|tmw|2moro|2mrw|tomoz|tomorow|tommorow|tommorrow)\b", re.IGNORECASE)
_SHORT_WORDS = re.compile(
    r"\b(?P<day>nxt)(?= (?:wk|week|month|mon|tue|wed|thu|fri|sat|sun))|"
    r"(?<=(?:next|this) )(?P<day2>wk)\b|(?<=nxt )(?P<day3>wk)\b",
    re.IGNORECASE,
)
_PART = re.compile(r"(?<=day )(?P<day>eve|aft|morn)\b(?! of\b)")
_HINT = re.compile(
    rf"\b(?:{'|'.join((*_ENGLISH, *_GERMAN))}|nxt|wk|2mo?row?|tm[rw]\w*|tom{{1,2}}or\w+|tomoz)\b", re.IGNORECASE
)


_IN_SMALL = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b")


def whole_days(text: str) -> str:
    """The text with the short forms of days written out: "by fri" is "by Friday", "bis Fr" is "bis Freitag"."""
    text = _IN_SMALL.sub(lambda found: found[0].capitalize(), text)
    if not _HINT.search(text):
        return text
    text = _SHORT_WORDS.sub(_written_out, _TOMORROW.sub("tomorrow", text))
    for pattern in (*_SHORT_DAYS, _PART):
        text = pattern.sub(_written_out, text)
    return text


def _written_out(found: re.Match[str]) -> str:
    short = next(one for one in found.groups() if one)
    at = found[0].rindex(short)
    return f"{found[0][:at]}{_WHOLE[short.lower()]}"


# --------------------------------------------------------------- told by the date
_NAMES = {name: number for number, name in enumerate(calendar.day_name)}
_DAY = "|".join(_NAMES)
_OF_THE_DAY = r"(?: (?P<part>morning|afternoon|evening|night)\b)?"
_AHEAD = re.compile(
    rf"\b(?P<lead>by|until|till|before|on|this|next) (?P<day>{_DAY})\b"
    rf"(?! (?:and|or|to|nights|mornings|afternoons|evenings)\b|[-'’]){_OF_THE_DAY}"
)
_ON_THE_MORROW = re.compile(
    rf"(?:\b(?P<lead>by|until|till|before) )?\b(?<!of )(?P<day>tomorrow)\b(?!['’]s){_OF_THE_DAY}"
)
_TO_COME = re.compile(
    r"(?:'ll|’ll|\b(?:will|going to|gonna|is (?:\w+ing|to|due)|are \w+ing|due|deadline|needs?|has to|must)\b)"
)
"""Where "on Friday" is the coming one, and no day of every week."""


def with_dates(text: str, noted: date) -> str:
    """What a note of that day says of days to come, told by their dates: "needs it by fri" is "needs it by 4 December".

    "On Friday" may be every Friday's; it is left where nothing says that it is to come.
    """
    text = whole_days(text)
    if not re.search(rf"\btomorrow\b|\b(?:{_DAY})\b", text):
        return text
    text = _ON_THE_MORROW.sub(lambda found: _told(found, noted + timedelta(days=1)), text)
    return _AHEAD.sub(lambda found: _of_that_name(found, text, noted), text)


def _of_that_name(found: re.Match[str], text: str, noted: date) -> str:
    if found["lead"] == "on" and not _TO_COME.search(text[: found.start()].rpartition(". ")[2]):
        return found[0]
    days = (_NAMES[found["day"]] - noted.weekday()) % 7 or 7
    if found["lead"] == "next" and days + noted.weekday() < 7:
        days += 7
    return _told(found, noted + timedelta(days=days))


def _told(found: re.Match[str], day: date) -> str:
    """ "by 4 December", "on the evening of 4 December"."""
    lead = "on" if found["lead"] in (None, "this", "next") else found["lead"]
    part = f"the {found['part']} of " if found["part"] else ""
    return f"{lead} {part}{day.day} {day:%B}"


# --------------------------------------------------------------- parted from a promise
_SPAN = (
    rf"(?:(?:{_DAY})(?: week)?|tomorrow|today|tonight|(?:this|next) (?:week(?:end)?|month)|the weekend|"
    r"(?:the )?end of (?:the|this|next) (?:week|month))"
)
_LAST_WORDS = re.compile(
    rf"(?P<before>\w*)[\s,;(–—-]+"
    rf"(?P<when>(?:(?:no later than|at the latest|latest|by|on|until|till|before|this|next) )*{_SPAN}"
    rf"(?: {_TIME})?(?: (?:at the )?latest)?)[\s.)!]*$",
    re.IGNORECASE,
)
_OF_THE_THING = frozenset(
    """of from for since after last every each and or than between my her his their our your the a an to at in by on
    until till before next this""".split()
)
"""Before a day that tells which thing is meant: "the notes from Friday"."""
_GERMAN_DAY = re.compile(
    r"\s*\b(?:(?:(?:bis|am|im|ab)(?: spätestens)?(?: zum)?|spätestens(?: am| bis(?: zum)?)?) |"
    r"(?=nächste|kommende|diese))"
    r"(?:nächste\w* |kommende\w* |diese\w* )?"
    r"(?:\w*tag|Mittwoch|Sonnabend|Wochenende|Woche|\d{1,2}\. ?\w+|Ende (?:des Monats|der Woche))\b\.?"
    r"(?: (?:[Aa]bend|[Ff]rüh|[Vv]ormittag|[Nn]achmittag|[Mm]ittag))?\s*|"
    r"\s*\b(?:heute|morgen|übermorgen)\b(?: (?:Abend|früh|Vormittag|Nachmittag|Mittag))?\s*",
    re.IGNORECASE,
)


def without_day(what: str) -> tuple[str, str]:
    """What was promised, and the words that name its day, which are "" where it has none: "the price list, mon latest"
    is "the price list" and "Monday latest"."""
    text = whole_days(what)
    if (found := _LAST_WORDS.search(text)) and _stands_alone(text[: found.end("before")], found["before"].lower()):
        return text[: found.end("before")], found["when"]
    if found := _GERMAN_DAY.search(text):
        rest = without_german_days(text)
        return (rest, found[0].strip()) if len(rest.split()) > 1 else (text, "")
    return text, ""


def without_german_days(text: str) -> str:
    """ "bis Fr die Liste schicken" is "die Liste schicken"."""
    return " ".join(_GERMAN_DAY.sub(" ", whole_days(text)).split()).strip(" ,;")


def _stands_alone(rest: str, last: str) -> bool:
    """Whether what stands before a day is a promise by itself: no verb alone ("visit"), nor half of a thing's name."""
    said = rest.lower().split()
    return bool(last) and last not in _OF_THE_THING and (len(said) > 1 or last not in forms(last).get("VERB", ()))
