"""Each date of a draft, held against the dates of the evidence that speak of the same thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from dateutil.relativedelta import relativedelta

from coach.domain.checking.claims import Finding
from coach.domain.checking.date_words import THIS, DateMention
from coach.domain.checking.dates import of_day
from coach.domain.checking.english import key, keys_of
from coach.domain.checking.lexicon import split_words
from coach.domain.checking.ruled_out import for_a_reason, ruled_out
from coach.domain.checking.same_day import days_of, same_date, same_number, same_weekday
from coach.domain.checking.sources import Sentence, Source, day_of_writing
from coach.domain.checking.weighing import telling


@dataclass(frozen=True, slots=True)
class _Match:
    """A date of the evidence, with the number of telling words that its sentence shares with the draft's."""

    shared: int
    sentence: Sentence
    mention: DateMention

    @property
    def quote(self) -> str:
        tokens = self.sentence.tokens
        return self.sentence.source.text[tokens[self.mention.first].start : tokens[self.mention.last].end]


def check_date(
    mention: DateMention,
    keys: frozenset[str],
    sources: Sequence[Source],
    text: str,
    stance: tuple[bool, bool, bool, bool],
    lead: str = "",
    numbers: frozenset[float] = frozenset(),
    *,
    told: bool = True,
    stated: bool = False,
    definite: bool = False,
    besides: Sequence[tuple[DateMention, str]] = (),
    names: frozenset[str] = frozenset(),
    told_of: bool = False,
    of_writer: bool = False,
) -> Finding:
    """Is this date noted, and for the same thing? `keys`: words of the draft's clause.

    `stance`: (claimed: not a proposal; asked: in a question or a tentative proposal; ahead: in a plan or a wish;
    denied: in a clause that says no). `lead`: the word before the date; `definite`: it is `the Friday`, which both
    know; `told`: the clause may tell of a talk; `stated`: it says when something is; `numbers`: those of the draft's
    sentence, two of which in a note's sentence say that it means the same; `besides`: the sentence's other dates with
    their words: a noted day that one of them tells is not told wrongly by another that is noted too;
    `told_of`: no day is put forward for the reader to weigh; `of_writer`: it is a plan or a wish of the writer's.
    A proposal ("would Tuesday suit you?") is free to name any day, unless it plainly means a noted one.
    """
    claimed, asked, ahead, _ = stance
    good, clash, ruled_out = found = _matches(mention, keys, sources, text, "a" if definite else lead, numbers)
    finding = _amiss(mention, found, sources, keys, text, stance)
    if finding := finding or _elsewhere(mention, found, sources, keys - names, told_of=told_of, own=of_writer):
        return finding
    good, today = good + ruled_out, day_of_writing(sources)
    clash = [match for match in clash if not (ahead and _gone_by(mention, match, today))]
    clash = _of_like_kind(mention, good, clash, lead)
    if any(match.mention.grain == mention.grain for match in good) or _now(mention, text, today):
        clash = [one for one in clash if not any(same_date(day, one.mention, said, one.quote) for day, said in besides)]
    if any(not match.mention.every for match in good):  # the name alone does not say that this day is meant
        clash = [one for one in clash if not one.shared or not keys & one.sentence.keys <= names]
    best_good, best_clash = max((m.shared for m in good), default=-1), max((m.shared for m in clash), default=-1)
    held = [match for match in good if match.shared == best_good and (best_good >= best_clash or best_good > 1)]
    if held or (held := _due(mention, good, lead)):
        return _not_begun(held, lead, today) or _noted(held)
    written = [source for source in sources if source.at and source.label and mention.overlaps(of_day(source.at))]
    if mention.every or (stated and best_clash > 0):
        written = []
    if ahead:
        written = [source for source in written if source.kind in ("session", "event", "commitment")]
    matter = max((m.shared for m in clash if m.sentence.source.kind != "commitment"), default=-1)
    if written and (best_clash < 2 or matter < 2 or (told and _all_ahead(mention, clash, today, ahead))):
        return Finding(
            "supported", tuple(dict.fromkeys(source.label for source in written)), reason="The day of the note."
        )
    if best_clash > 0 and (claimed or (not asked and best_clash > 1) or _near_miss(mention, clash, asked)):
        match = next(match for match in clash if match.shared == best_clash)
        return Finding(
            "contradicted", (match.sentence.source.label,), (match.quote,), f"Your notes say “{match.quote}”."
        )
    if not claimed or (_now(mention, text, today) and not best_clash > 0):
        return _numbered(mention, sources) or Finding("no_claim", reason="A proposal, not a claim.")
    return _numbered(mention, sources) or Finding("unsupported", reason="No note holds this date.")


def _amiss(
    mention: DateMention,
    found: tuple[list[_Match], list[_Match], list[_Match]],
    sources: Sequence[Source],
    keys: frozenset[str],
    text: str,
    stance: tuple[bool, bool, bool, bool],
) -> Finding | None:
    """Ruled out by the notes, or called by a wrong weekday, which a denial does not make right."""
    good, _, ruled_out = found
    _, asked, ahead, denied = stance
    if not denied:
        return _unfit(mention, good, ruled_out, sources, keys, text, ahead=asked or ahead)
    return None if mention.relative else _misnamed(mention, good, day_of_writing(sources))


def _elsewhere(
    mention: DateMention,
    found: tuple[list[_Match], list[_Match], list[_Match]],
    sources: Sequence[Source],
    keys: frozenset[str],
    *,
    told_of: bool,
    own: bool,
) -> Finding | None:
    """A day that no note has or bears, of a thing that the notes set on another; `keys`: the words without names."""
    good, clash, ruled_out = found
    if good or ruled_out:
        return None
    meant = _on_that_weekday(mention, clash, keys)
    if told_of and not meant and not any(source.at and mention.overlaps(of_day(source.at)) for source in sources):
        meant = _set_for_another(mention, clash, day_of_writing(sources), keys, own=own)
    if meant is None:
        return None
    quote = meant.quote
    return Finding("contradicted", (meant.sentence.source.label,), (quote,), f"Your notes say “{quote}”.")


def _set_for_another(
    mention: DateMention,
    clash: Sequence[_Match],
    today: date | None,
    keys: frozenset[str],
    *,
    own: bool,
) -> _Match | None:
    """The noted day to come of a thing that the draft sets on a day or in a month which the notes have nowhere:
    `I'd like to finish the game for a release in January`, where a note has the release in October. `own`: it is a plan
    or a wish of the writer's, which one word in common with a note of another matter does not make wrong."""
    if today is None or not mention.days or not _to_come(mention, today):
        return None
    best = max((match.shared for match in clash), default=0)
    near = [match for match in clash if match.shared == best and _of_one_grain(mention, match.mention)]
    told = [match for match in near if match.sentence.source.label and match.sentence.source.kind != "commitment"]
    told = [match for match in told if _to_come(match.mention, today) and telling(keys & match.sentence.keys)]
    if best == 1 and own:
        told = [one for one in told if one.sentence.source.kind == "goal" or _slipped(mention, one.mention)]
    return told[0] if best and told else None


def _slipped(mention: DateMention, other: DateMention) -> bool:
    """`11 July` or `4 October` for `4 July`: but the month or the number is another."""
    if not mention.grain == other.grain == "day":
        return False
    day, noted = mention.days[0][0], other.days[0][0]
    return day.day == noted.day or day.month == noted.month


def _on_that_weekday(mention: DateMention, clash: Sequence[_Match], keys: frozenset[str]) -> _Match | None:
    """`On Sunday I had supper with Beatriz`, where the note of that supper names the Friday alone."""
    if mention.weekday is None or not mention.relative or mention.every:
        return None
    best = max((match.shared for match in clash), default=0)
    near = [match for match in clash if match.shared == best and len(telling(keys & match.sentence.keys)) > 1]
    if not near or any(one.mention.weekday in (None, mention.weekday) or one.mention.every for one in near):
        return None
    return near[0] if all(len(one.sentence.dates) == 1 for one in near) else None


def _to_come(mention: DateMention, today: date) -> bool:
    return any(last >= today for _, last in mention.days)


def _of_one_grain(mention: DateMention, other: DateMention) -> bool:
    """A day against a day of the calendar, a month against a month or a day."""
    if other.every or mention.every or (other.relative and other.grain == "day"):
        return False
    return mention.grain == other.grain or (mention.grain, other.grain) == ("month", "day")


def _now(mention: DateMention, text: str, today: date | None) -> bool:
    """`this autumn`, `this year`, while it lasts: of the present, of which no note need tell."""
    if today is None or mention.grain not in ("month", "season", "year") or text.casefold().split()[0] not in THIS:
        return False
    return any(first <= today <= last for first, last in mention.days)


def _of_like_kind(mention: DateMention, good: Sequence[_Match], clash: list[_Match], lead: str) -> list[_Match]:
    """`this summer` of a note weighs more than the `2024` of another clause, and `after the 9th`, a noted day, says
    nothing against the 11th."""
    best = max((match.shared for match in good if match.mention.grain == mention.grain), default=-1)
    if best > 0 or (best == 0 and mention.grain != "day"):
        clash = [one for one in clash if one.mention.grain == mention.grain or one.shared > best + 1]
    if good and lead == "after" and mention.days:
        last = max(end for _, end in mention.days[:1])
        clash = [one for one in clash if any(first <= last for first, _ in one.mention.days)]
    return clash


def _noted(best: Sequence[_Match]) -> Finding:
    labels = tuple(dict.fromkeys(match.sentence.source.label for match in best if match.sentence.source.label))
    quotes = tuple(dict.fromkeys(match.quote for match in best if match.sentence.source.label))
    reason = "Found in your notes." if labels else "Known from the brief."
    return Finding("supported", labels, quotes[:3], reason, tuple(match.sentence for match in best))


STILL_TO_COME = "By your notes this is still to come."


def _not_begun(held: Sequence[_Match], lead: str, today: date | None) -> Finding | None:
    """`since the 12th`, of a day of the calendar that is still to come; where the year is open, of the nearest."""
    if lead not in ("since", "seit") or today is None:
        return None
    dated = [match for match in held if match.mention.grain == "day" and not match.mention.relative]
    begun = [match for match in dated if nearest(match.mention, today) <= today]
    if len(dated) < len(held) or begun:
        return None
    return Finding("contradicted", (held[0].sentence.source.label,), (held[0].quote,), STILL_TO_COME)


def nearest(mention: DateMention, today: date) -> date:
    """Of the first days that it may mean the one nearest to today."""
    return min((first for first, _ in mention.days), key=lambda first: abs((first - today).days), default=today)


def _due(mention: DateMention, good: Sequence[_Match], lead: str) -> list[_Match]:
    """`you'll have them by the 18th`: the day by which a promise on record is due, whatever else the clause names."""
    alike = [match for match in good if match.mention.grain == mention.grain]
    return [match for match in alike if lead in _END and match.sentence.source.kind == "commitment"]


def _gone_by(mention: DateMention, match: _Match, today: date | None) -> bool:
    """A day to come that is proposed, beside a noted one that is past: `in September` for a talk held in May."""
    if today is None or not mention.days or not match.mention.days:
        return False
    return any(first > today for first, _ in mention.days) and all(last < today for _, last in match.mention.days)


def _numbered(mention: DateMention, sources: Sequence[Source]) -> Finding | None:
    """`ours dates from 1742` for `the 1742 bell`: the year stands in the notes as a number before a thing."""
    years = {first.year for first, _ in mention.days} if mention.grain == "year" else set()
    for sentence in (sentence for source in sources for sentence in source.sentences):
        if any(number.value in years for number in sentence.numbers):
            return Finding("supported", (sentence.source.label,), (sentence.text,), "Found in your notes.", (sentence,))
    return None


def _all_ahead(mention: DateMention, clash: Sequence[_Match], today: date | None, ahead: bool) -> bool:
    """A day gone by, of which notes of that day tell, beside days that are still to come: another moment is meant."""
    if today is None or not mention.days or (any if ahead else all)(last > today for _, last in mention.days):
        return False
    near = [match for match in clash if match.shared > 1]
    return all(first > today for match in near for first, _ in match.mention.days[:1])


def _matches(
    mention: DateMention,
    keys: frozenset[str],
    sources: Sequence[Source],
    text: str,
    lead: str,
    numbers: frozenset[float],
) -> tuple[list[_Match], list[_Match], list[_Match]]:
    """Dates of the evidence that agree, those of like grain that do not, and those that agree but are ruled out."""
    good, clash, out = list[_Match](), list[_Match](), list[_Match]()
    for sentence in (sentence for source in sources for sentence in source.sentences):
        shared = _in_common(keys, numbers, sentence)
        inside = _inside(mention, sentence, lead)
        for other in sentence.dates:
            match = _Match(shared, sentence, other)
            if ruled_out(sentence, other) and not for_a_reason(keys, sentence, other):
                if same_date(mention, other, text, match.quote) or same_weekday(mention, other):
                    out.append(match)
            elif (
                other in inside
                or same_date(mention, other, text, match.quote)
                or (lead in ("a", "an") and _such_a_day(mention, other))
                or (mention.grain == "month" and other.turn and other.every and shared)
            ):
                good.append(match)
            elif weight := _of_that_year(mention, other, shared, numbers):
                good.append(replace(match, shared=weight))
            elif _left_open(mention, other, sentence):
                continue
            elif sentence.source.label and (not mention.finer_than(other) or _another_year(mention, other)):
                clash += [] if _opposite_ends(mention, other, lead, sentence, sources) else [match]
    return good, clash, out


def _left_open(mention: DateMention, other: DateMention, sentence: Sentence) -> bool:
    """The noted date says nothing of this one: `19 July` leaves its year open and `the 10th` its month, a rhythm tells
    of no month, and what was done `on Sunday` of no season."""
    if mention.grain == "year" and other.grain in ("day", "month") and len(other.days) > 1:
        return True
    if mention.grain in ("season", "year") and other.relative and other.weekday is not None:
        return True
    return same_number(mention, other) or (mention.grain != "day" and any(one.every for one in sentence.dates))


def _of_that_year(mention: DateMention, other: DateMention, shared: int, numbers: frozenset[float]) -> int:
    """The words in common for `that Boxing Day`, where `Boxing Day 2015` is noted: the draft names no year. More where
    it names the years between: `in October you'll have been there for eight years`, since October 2018."""
    dated = len(other.days) == 1 and not other.relative and other.grain in ("day", "month", "season")
    if not dated or len(mention.days) < 2 or mention.weekday is not None or mention.grain != other.grain:
        return 0
    (first, last), (begin, end) = mention.days[0], other.days[0]
    years = relativedelta(years=first.year - begin.year)
    if years.years <= 0 or first > end + years or begin + years > last:
        return 0
    between = {float(day.year - begin.year) for day, _ in mention.days}
    return shared + (2 if between & numbers else 0)


def _inside(mention: DateMention, sentence: Sentence, lead: str) -> list[DateMention]:
    """The two ends of a noted stretch that holds the date: `in the last week of October`, for `24 Oct - 1 Nov`."""
    if not mention.days or mention.every or (mention.grain == "day" and lead in _END | _BEGUN):
        return []
    first, last = mention.days[0]
    for start, end in pairwise(sentence.dates):
        between = [token.low for token in sentence.tokens[start.last + 1 : end.first]]
        if start.grain == end.grain == "day" and len(between) == 1 and between[0] in _TO:
            spans = [(a[0], b[1]) for a in start.days for b in end.days if 0 < (b[1] - a[0]).days < _HALF_A_YEAR]
            if any(a <= first and last <= b for a, b in spans) or (
                mention.grain != "day" and any(a <= last and first <= b for a, b in spans)
            ):
                return [start, end]
    return []


_TO = frozenset(("-", "–", "—", "to", "until", "till", "til", "bis"))
_BEGUN = frozenset(("since", "from", "after", "seit", "ab"))


def _such_a_day(mention: DateMention, other: DateMention) -> bool:
    """`on a Thursday morning`, for a noted `Thursday 4 June` or `4-6 June`."""
    spans = [(first, (last - first).days) for first, last in other.days[:1]]
    days = {(first.weekday() + step) % 7 for first, long in spans if long < _A_WEEK for step in range(long + 1)}
    return other.grain == "day" and mention.weekday is not None and mention.weekday in {*days, other.weekday}


def _in_common(keys: frozenset[str], numbers: frozenset[float], sentence: Sentence) -> int:
    """How many telling words the draft shares with the sentence, and how many numbers, from two on."""
    alike = len(numbers & {number.value for number in sentence.numbers})
    common = keys & (sentence.keys | _pointed_at(sentence))
    if key("talk") in keys and key("speak") in sentence.keys:  # `your talk on the 9th`, of one who speaks then
        common |= {key("talk")}
    return len(telling(common) | common & keys_of(_HAPPENINGS)) + (alike if alike > 1 else 0)


def _pointed_at(sentence: Sentence) -> frozenset[str]:
    """`She asked for the contact. I agreed to do it by Monday.`: what `it` is stands in the sentence before."""
    if not _IT & sentence.lows or len(telling(sentence.keys)) > 1:
        return frozenset()
    told = sentence.source.sentences
    at = next((place for place, one in enumerate(told) if one is sentence), 0)
    return telling(told[at - 1].keys) if at else frozenset()


_IT = frozenset(("it", "them", "that", "this"))
_HAPPENINGS = split_words("start begin open close talk call meet vote decide arrive leave")
"""Doings that a day is set for: bland in themselves, but they tell which day is meant."""


def _opposite_ends(
    mention: DateMention, other: DateMention, lead: str, sentence: Sentence, sources: Sequence[Source]
) -> bool:
    """`until February` says nothing against `since November`, nor does a day to come."""
    begun = bool(other.first) and sentence.tokens[other.first - 1].low in ("since", "from")
    today = day_of_writing(sources)
    ahead = today is not None and bool(mention.days) and all(first > today for first, _ in mention.days[:1])
    ended = bool(other.first) and sentence.tokens[other.first - 1].low in _END
    return (begun and (lead in _END or (ahead and lead != "since"))) or (ended and lead == "since")


_END = frozenset(("until", "till", "til", "by", "before"))


def _another_year(mention: DateMention, other: DateMention) -> bool:
    """`before Christmas 2022` where the notes tell of 2023."""
    return (
        not mention.relative and mention.grain in ("month", "season") and other.grain == "year" and bool(mention.days)
    )


def _unfit(
    mention: DateMention,
    good: Sequence[_Match],
    ruled_out: Sequence[_Match],
    sources: Sequence[Source],
    keys: frozenset[str],
    text: str,
    *,
    ahead: bool,
) -> Finding | None:
    """A day that the notes rule out or have moved, or a weekday that does not go with its date."""
    best = max((match.shared for match in good), default=-1)
    dated = mention.grain == "day" and not mention.relative
    out = next(
        (
            match for match in ruled_out
            if match.shared >= best
            and (
                match.shared
                or (best < 0 and _alike(mention, match.mention))
                or (dated and keys & match.sentence.keys)
            )
        ),
        None,
    )  # fmt: skip
    noted = [of_day(source.at) for source in sources if source.label and source.at]
    likely = replace(mention, days=mention.days[:1]) if text.casefold().split()[:1][0] in THIS else mention
    written = not ahead and mention.grain in ("day", "weekend", "week") and any(likely.overlaps(day) for day in noted)
    if out and not written:
        return Finding(
            "contradicted", (out.sentence.source.label,), (out.quote,), f"Your notes rule out “{out.quote}”."
        )
    return _misnamed(mention, good, day_of_writing(sources))


def _misnamed(mention: DateMention, good: Sequence[_Match], today: date | None) -> Finding | None:
    """`Monday 25 July`, which is a Saturday: a weekday that does not go with its date."""
    if today is None or mention.weekday is None or mention.every or not mention.days:
        return None
    if any(match.mention.weekday == mention.weekday for match in good):
        return None
    near = [first for first, last in mention.days if first == last and abs((first - today).days) <= _HALF_A_YEAR]
    if mention.relative:  # `Sunday the 11th`, of a month further off
        noted_days = [day for match in good for span in match.mention.days for day in days_of(span)]
        near += [day for day in noted_days if near and day.day == near[0].day]
    if not near or any(day.weekday() == mention.weekday for day in near):
        return None
    return Finding("contradicted", reason=f"By the calendar, {near[0].isoformat()} is a {near[0]:%A}.")


def _alike(mention: DateMention, other: DateMention) -> bool:
    """A repeated or reckoned day against such a day; not `by Christmas` against `not in December`."""
    return (other.every or other.relative) and mention.grain == other.grain


_A_WEEK = 7
_HALF_A_YEAR = 200


def _near_miss(mention: DateMention, clash: Sequence[_Match], asked: bool) -> bool:
    """The same month but another day, or another day of a weekly thing: a slip, not a proposal."""
    for match in clash:
        if match.shared and mention.every and match.mention.every:
            return True
        if asked and match.shared < _PLAINLY_THE_SAME:
            continue
        months = {(day.year, day.month) for day, _ in match.mention.days}
        exact = not mention.relative and mention.grain == match.mention.grain == "day"
        if match.shared and exact and months & {(day.year, day.month) for day, _ in mention.days}:
            return True
    return False


_PLAINLY_THE_SAME = 3
"""Telling words in common from which even a question means the noted day, and another one of that month is a slip."""
