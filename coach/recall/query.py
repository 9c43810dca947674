"""What a question says beyond its words: times it speaks of, and whether it asks for one.

"In May 2023", "on 7 May", "last spring", "yesterday" become day ranges. They raise what falls inside and
forbid nothing: people misremember dates, and talk on Tuesday of what they did on Monday.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from coach.recall.analysis import fold, words

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar janvier enero janeiro",
            "february feb februar fevrier febrero fevereiro",
            "march mar marz mars marzo marco",
            "april apr avril abril",
            "may mai mayo maio",
            "june jun juni juin junio junho",
            "july jul juli juillet julio julho",
            "august aug aout agosto",
            "september sep sept septembre septiembre setembro",
            "october oct oktober octobre octubre outubro",
            "november nov novembre noviembre novembro",
            "december dec dezember decembre diciembre dezembro",
        ),
        start=1,
    )
    for name in names.split()
}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""The first month of each, as the northern half of the world counts."""
AMBIGUOUS = frozenset({"may", "mar", "march", "mars", "marz", "jun", "sep", "fall", "spring"})
"""Words that are also something else: a time only with a number, "in", "last" or the like before or after."""
LEADS = frozenset({"in", "on", "of", "last", "this", "next", "since", "during", "early", "late", "mid", "by", "until"})
WHEN = frozenset("when wann quand cuándo quando".split())
TELLS_TIME = re.compile(
    r"\b(?:yesterday|today|tonight|tomorrow|last|next|ago|weeks?|weekend|months?|years?|recently|since|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|summer|winter|spring|autumn|gestern|heute|morgen|letzte[nrs]?|"
    r"hier|demain|dernier|dernière|ayer|mañana|pasado|ontem|amanhã|passado|\d+)\b",
    re.IGNORECASE,
)
LATEST = re.compile(
    r"\b(?:latest|newest|recent|recently|lately|last|now|nowadays|currently|current|still|these days|"
    r"zuletzt|neueste[nrs]?|aktuell\w*|jetzt|zurzeit|derzeit|noch immer|dernier\w*|dernière\w*|récemment|actuel\w*|"
    r"últim[oa]s?|recient\w*|actualmente|ahora|recente\w*|agora|atual\w*)\b",
    re.IGNORECASE,
)

_THE_TIME = r"\b(?:when|what day|how long ago) (?:did|was|were|have|has|is) [^?.!]{1,40}?\b"
LAST_TIME = re.compile(
    rf"{_THE_TIME}last\b(?! (?:week|month|year|spring|summer|autumn|fall|winter|night|weekend|\w+day)\b)|"
    r"\b(?:the )?last time\b|\bmost recent(?:ly)?\b|"
    r"\blast (?:see|saw|met?|meet|sp[eo]ke?|speak|talk(?:ed)?|hear|heard|call(?:ed)?|wrote|write)\b|"
    r"\b(?:zuletzt|das letzte mal|zum letzten mal|pour la dernière fois|la dernière fois|por última vez|la última vez|"
    r"a última vez|pela última vez)\b",
    re.IGNORECASE,
)
FIRST_TIME = re.compile(
    rf"{_THE_TIME}first\b|\b(?:the )?first time\b|"
    r"\bfirst (?:see|saw|met?|meet|sp[eo]ke?|speak|talk(?:ed)?|hear|heard)\b|"
    r"\bhow did (?:I|we) (?:meet|get to know)\b|"
    r"\b(?:zum ersten mal|das erste mal|kennengelernt|pour la première fois|la première fois|por primera vez|"
    r"la primera vez|pela primeira vez|a primeira vez)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class DayRange:
    """Days from `first` to `last`, both meant, as proleptic ordinals; `exact` when a single day was named."""

    first: int
    last: int
    exact: bool = False


@dataclass(frozen=True)
class Times:
    """What a question says of time. `months` are named without a year and fit any."""

    ranges: tuple[DayRange, ...] = ()
    months: frozenset[int] = frozenset()
    asks_when: bool = False
    asks_latest: bool = False
    """Whether it is about how things stand now, or went last."""
    asks_last_time: bool = False
    """Whether it asks for the last time that something happened, as "When did I last see Konrad?"."""
    asks_first_time: bool = False


def tells_time(text: str) -> bool:
    """Whether a text names a point in time, however loosely."""
    return bool(TELLS_TIME.search(text)) or any(word in MONTHS and word not in AMBIGUOUS for word in fold(text).split())


def asks_itself(text: str) -> bool:
    return text.rstrip(" \"'”»)").endswith(("?", "？"))


def times(question: str, today: date) -> Times:
    """Read a question's times; relative ones are reckoned from `today`."""
    spoken = [fold(word) for word in words(question)]
    ranges = [*_relative(" ".join(spoken), today)]
    months = set()
    for place, word in enumerate(spoken):
        if word not in MONTHS or not _meant_as_time(spoken, place):
            continue
        day, year = _day_and_year(spoken, place)
        if year is None and day is None:
            months.add(MONTHS[word])
        else:
            ranges += _dated(MONTHS[word], day, year, today)
    if not ranges and not months:
        years = [int(word) for word in spoken if re.fullmatch(r"(?:19|20)\d\d", word)]
        ranges += [DayRange(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()) for year in years]
    asks = bool(WHEN & set(words(question)[:3])) or "when" in spoken or "what date" in question.lower()
    return Times(
        tuple(ranges),
        frozenset(months),
        asks,
        asks_latest=bool(LATEST.search(question)),
        asks_last_time=bool(LAST_TIME.search(question)),
        asks_first_time=bool(FIRST_TIME.search(question)),
    )


def _meant_as_time(spoken: list[str], place: int) -> bool:
    if spoken[place] not in AMBIGUOUS:
        return True
    beside = spoken[max(place - 1, 0) : place] + spoken[place + 1 : place + 2]
    before = spoken[place - 1] if place else ""
    return before in LEADS or any(re.fullmatch(r"\d{1,4}(?:st|nd|rd|th)?", word) for word in beside)


def _day_and_year(spoken: list[str], place: int) -> tuple[int | None, int | None]:
    """The day and the year that stand within three words of a month's name."""
    day = year = None
    for word in spoken[max(place - 2, 0) : place + 4]:
        number = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?", word)
        if number and 1 <= int(number[1]) <= 31:
            day = int(number[1])
        elif re.fullmatch(r"(?:19|20)\d\d", word):
            year = int(word)
    return day, year


def _dated(month: int, day: int | None, year: int | None, today: date) -> list[DayRange]:
    """A month of a year; or a day, of that year or of any of the last ten."""
    found = []
    for one in [year] if year else range(today.year - 9, today.year + 1):
        try:
            first = date(one, month, day or 1)
        except ValueError:
            continue
        last = first if day else _month_after(first) - timedelta(days=1)
        found.append(DayRange(first.toordinal(), last.toordinal(), exact=day is not None))
    return found


def _month_after(first: date) -> date:
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)


def _relative(spoken: str, today: date) -> list[DayRange]:
    now = today.toordinal()
    found = []
    if re.search(r"\byesterday\b", spoken):
        found.append(DayRange(now - 1, now - 1, exact=True))
    if re.search(r"\btoday\b", spoken):
        found.append(DayRange(now, now, exact=True))
    monday = now - today.weekday()
    this_month = today.replace(day=1)
    last_month = (this_month - timedelta(days=1)).replace(day=1)
    for pattern, first, last in (
        (r"last week\b", monday - 7, monday - 1),
        (r"this week\b", monday, monday + 6),
        (r"last weekend\b", monday - 2, monday - 1),
        (r"last month\b", last_month.toordinal(), this_month.toordinal() - 1),
        (r"this month\b", this_month.toordinal(), _month_after(this_month).toordinal() - 1),
        (r"last year\b", date(today.year - 1, 1, 1).toordinal(), date(today.year - 1, 12, 31).toordinal()),
        (r"this year\b", date(today.year, 1, 1).toordinal(), date(today.year, 12, 31).toordinal()),
    ):
        if re.search(rf"\b{pattern}", spoken):
            found.append(DayRange(first, last))
    season = re.search(r"\b(?:last|this|in|during|since) (?:the )?(spring|summer|autumn|fall|winter)\b", spoken)
    return [*found, *([_season(season[1], today)] if season else [])]


def _season(name: str, today: date) -> DayRange:
    """The latest season of that name that has begun."""
    first = date(today.year, SEASONS[name], 1)
    if first > today:
        first = first.replace(year=first.year - 1)
    last = _month_after(_month_after(_month_after(first)))
    return DayRange(first.toordinal(), last.toordinal() - 1)
