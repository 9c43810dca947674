"""The numbers of one sentence: held against the notes, reckoned from them, or the writer's own to name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from coach.domain.checking.another_count import counted_otherwise, part_otherwise
from coach.domain.checking.attribution import by_kin, third, whose
from coach.domain.checking.bare_numbers import written_short
from coach.domain.checking.claims import Finding, contradicted
from coach.domain.checking.counting import ELSEWHERE, check_number, counts_time, heads
from coach.domain.checking.date_words import DateMention
from coach.domain.checking.dates import dates
from coach.domain.checking.desk import Desk, Line, add
from coach.domain.checking.english import key
from coach.domain.checking.facts import Fact
from coach.domain.checking.lexicon import split_words
from coach.domain.checking.listed import listed
from coach.domain.checking.noted_spans import in_so_long, since_the_note, spanned
from coach.domain.checking.paired import counted_over
from coach.domain.checking.people import USER
from coach.domain.checking.plain_sums import summed
from coach.domain.checking.quantities import Quantity, digits, quantities
from coach.domain.checking.reckoning import left_by_two, reckoned
from coach.domain.checking.sources import Sentence
from coach.domain.checking.tokens import Token


def check_numbers(desk: Desk, line: Line, keys: frozenset[str], taken: set[int]) -> None:
    numbers = quantities(line.tokens)
    counts = [one for one in numbers if taken.isdisjoint(range(one.first, one.last + 1))]
    parted = part_otherwise(desk, line, counts)
    for number in counts:
        finding = check_number(line.tokens, number, keys, desk.sources, desk.language)
        if finding.verdict == "unsupported" and (whence := left_by_two(line.tokens, number, desk.sources)):
            finding = _reckoned(whence)
        if finding.verdict in ("unsupported", "contradicted"):
            finding = _followed(desk, line, number, keys, finding) or _as_code(desk, line.tokens, number) or finding
            finding = _as_word(desk, line.tokens, number) or finding
        if finding.verdict == "unsupported" and number.kind == "time" and (other := _another_hour(desk, line)):
            finding = other
        firm = number.kind == "ordinal" or (_of_minutes(line.tokens, number) and not open_ended(line, number.first))
        if _idle(line.tokens, number) and not (firm and finding.verdict == "contradicted"):
            continue
        finding = _others_number(desk, line, number, finding)
        if finding.verdict == "supported" and len(numbers) == 1:
            finding = counted_over(desk, line, number, finding.sentences) or finding
        if finding.verdict in ("unsupported", "contradicted") and _own_sum(line.tokens, number):
            finding = Finding("no_claim", reason="Your own sum.")
        supposed = finding.verdict in ("unsupported", "contradicted") and SUPPOSING.search(
            " ".join(token.low for token in line.tokens)
        )
        if reason := "A supposition, not a claim." if supposed else _let_pass(desk, line, number, finding):
            finding = Finding("no_claim", reason=reason)
        if finding.verdict in ("supported", "no_claim"):
            finding = parted.get(number.first) or _closer(desk, line, number, numbers, finding) or finding
        add(desk, line, number.first, number.last, number.kind, finding)


def _closer(desk: Desk, line: Line, number: Quantity, numbers: Sequence[Quantity], found: Finding) -> Finding | None:
    """The closest sentence counts otherwise; not asked of a number that hardly fits by chance."""
    sure = found.reason in (_FOLLOWS, "Found in your notes.") and number.value >= _BY_CHANCE
    return None if sure else counted_otherwise(desk, line, number, numbers)


def _another_hour(desk: Desk, line: Line) -> Finding | None:
    """`see you on Monday at 11 am`, where the noted invitation for that Monday names ten."""
    days = [one for one in dates(line.tokens, desk.briefing.today) if one.grain == "day" and one.days]
    if len(days) != 1 or not desk.briefing.today or line.tokens[-1].text == "?":
        return None
    for sentence in (sentence for source in desk.sources if source.label for sentence in source.sentences):
        hours = [one for one in sentence.numbers if one.kind == "time"]
        same = [one for one in sentence.dates if one.grain == "day" and one.overlaps(days[0])]
        if len(hours) == 1 and same and len(sentence.dates) == 1 and _MEETING & sentence.lows:
            tokens = sentence.tokens
            quote = sentence.source.text[tokens[hours[0].first].start : tokens[hours[0].last].end]
            return Finding("contradicted", (sentence.source.label,), (quote,), f"Your notes say “{quote}”.")
    return None


_MEETING = split_words("invited meet meeting see agreed appointment call lunch dinner coffee visit come lab together")
"""Words by which a note names an hour for the two."""


def _followed(desk: Desk, line: Line, number: Quantity, keys: frozenset[str], found: Finding) -> Finding | None:
    """A number that follows from those of the notes; a length of time, where the notes have another `found`, only from
    lengths of time and days."""
    sentence = reckoned(line.tokens, number, keys, desk.sources)
    sentence = sentence or written_short(line.tokens, number, keys, desk.sources)
    sentence = sentence or listed(line.tokens, number, desk.sources)
    sentence = sentence or spanned(line.tokens, number, keys, desk.sources) or _at_that_hour(desk, line, number)
    sentence = sentence or summed(line.tokens, number, desk.sources)
    sentence = sentence or _as_written(desk, number) or in_so_long(line.tokens, number, keys, desk.sources)
    sentence = sentence or since_the_note(line.tokens, number, keys, desk.sources)
    unit = heads(line.tokens, number)[:1] if counts_time(line.tokens, number) else ()
    if sentence is not None and unit and [key(quote.split()[-1]) for quote in found.quotes] == [*unit]:
        timed = any(counts_time(sentence.tokens, one) for one in sentence.numbers)
        timed = timed or any(one.grain not in ("season", "decade") for one in sentence.dates)
        sentence = sentence if timed or any(one.kind == "time" for one in sentence.numbers) else None
    return None if sentence is None else _reckoned(sentence)


def _as_written(desk: Desk, number: Quantity) -> Sentence | None:
    """`two and a half people` for `staff of 2.5`, which might have been the second of May."""
    if number.value == int(number.value):
        return None
    return next(
        (
            sentence
            for source in desk.sources if source.label
            for sentence in source.sentences
            for mention in sentence.dates
            if number.value in _written(sentence, mention)
        ),
        None,
    )  # fmt: skip


def _written(sentence: Sentence, mention: DateMention) -> list[float | None]:
    """What the figures of a date can mean as a number: `2.5`, and `6 1/2`."""
    lows = [token.low for token in sentence.tokens[mention.first : mention.last + 1]]
    before = digits(sentence.tokens[mention.first - 1].low) if mention.first else None
    halves = _PARTS.get(" ".join(lows))
    return [digits(lows[0]) if len(lows) <= 2 else None, before + halves if before is not None and halves else None]


_PARTS = {"1 / 2": 0.5, "1 / 4": 0.25, "3 / 4": 0.75}


def _reckoned(sentence: Sentence) -> Finding:
    return Finding("supported", (sentence.source.label,), (sentence.text,), _FOLLOWS, (sentence,))


_FOLLOWS = "It follows from your notes."
_BY_CHANCE = 13
"""Below this, two noted figures make many a number by chance."""


def _is_hour(clock: Quantity, number: Quantity) -> bool:
    """`6pm` is six, of either half of the day."""
    return clock.kind == "time" and (clock.value - 60 * number.value) % (12 * 60) == 0


def _at_that_hour(desk: Desk, line: Line, number: Quantity) -> Sentence | None:
    """`on the Monday at six`, where `6pm` is noted for something else than the hour that was compared."""
    if not _as_hour(line.tokens, number, anywhere=True):
        return None
    return next(
        (
            sentence
            for source in desk.sources if source.label
            for sentence in source.sentences
            for other in sentence.numbers
            if _is_hour(other, number)
        ),
        None,
    )  # fmt: skip


def _as_code(desk: Desk, tokens: Sequence[Token], number: Quantity) -> Finding | None:
    """`version 3` for a noted `v3`, `question 5` for `Q5`."""
    before = tokens[number.first - 1].low if number.first else ""
    if number.unit or number.value != int(number.value) or before not in _NUMBERED:
        return None
    short = {f"{before[0]}{int(number.value)}", f"{before[:2]}{int(number.value)}"}
    labels = tuple(source.label for source in desk.sources if source.label and short & set(source.lows))
    return Finding("supported", labels, reason="Found in your notes.") if labels else None


def _as_word(desk: Desk, tokens: Sequence[Token], number: Quantity) -> Finding | None:
    """`a lakh of bricks` for a noted `per lakh`: the number as a measure, by its word."""
    word = tokens[number.last].low
    if word not in _MEASURE_WORDS or number.first < 1 or tokens[number.first - 1].low not in ("a", "per", "each"):
        return None
    labels = tuple(source.label for source in desk.sources if source.label and word in source.lows)
    return Finding("supported", labels, reason="Found in your notes.") if labels else None


_MEASURE_WORDS = frozenset(("lakh", "crore", "dozen", "hundred", "thousand", "million"))


def _own_sum(tokens: Sequence[Token], number: Quantity) -> bool:
    """`if my sums are right, it is 150 kilos a week`; `six minutes that felt like sixty`."""
    before = "".join(f"{token.low} " for token in tokens[: number.first])
    plain = " ".join(token.low for token in tokens)
    if 0 < number.value < 1 and _HALF_OF_MINE.search(plain) and "you" not in plain.split():
        return True
    return bool(_BY_MY_COUNT.search(" ".join(token.low for token in tokens)) or _FELT_LIKE.search(before))


_HALF_OF_MINE = re.compile(r"\bhalf (?:of )?(?:my|our)\b")
_BY_MY_COUNT = re.compile(r"\b(?:if my (?:sums|maths|arithmetic|figures)|by my (?:count|reckoning|sums|maths))\b")
_FELT_LIKE = re.compile(r"\b(?:felt|feels|seemed|seems|looked|sounds?) like (?:a |an |about |at least )?$")
SUPPOSING = re.compile(
    r"^(?:and |but |so )?if (?!you|your|i'm|i've).*(?:'d|would)\b|\bmore\b.* and (?:i|we)(?:'d| would)\b"
)
"""`if everybody sold another two, we'd be full`, `two more and I'd have moved house`: nothing that is told as so."""
_NUMBERED = split_words("version room question page chapter week day part phase stage level group module hall platform")
_FROM_THE_WRITER = re.compile(r"\bhear from (?:me|us)\b|\bfrom (?:me|us) (?:within|in)\b|\bi(?:'ll| will)\b")


_AHEAD = frozenset(
    ("will", "can", "could", "would", "shall", "should", "suits", "works", "let", "leave", "come", "meet")
)


def _ahead(line: Line) -> bool:
    """The sentence arranges something: `you'll be out by nine`, `Friday at nine suits me`."""
    return any(token.low in _AHEAD or token.low.endswith("'ll") for token in line.tokens)


def _noted_hour(desk: Desk, number: Quantity, *, ahead: bool) -> bool:
    return any(
        _is_hour(other, number)
        or (ahead and other.value == number.value and _as_hour(sentence.tokens, other, anywhere=True))
        for source in desk.sources
        for sentence in source.sentences
        for other in sentence.numbers
    ) or any(_between_hours(sentence, number) for source in desk.sources for sentence in source.sentences)


def _between_hours(sentence: Sentence, number: Quantity) -> bool:
    """`at nine`, where the gate is open between 8 and 10."""
    for one, other in pairwise(sentence.numbers):
        link = [token.low for token in sentence.tokens[one.last + 1 : other.first]]
        lead = sentence.tokens[one.first - 1].low if one.first else ""
        hours = lead in ("between", "from") and link in (["and"], ["to"], ["till"], ["until"])
        if hours and one.value < number.value < other.value <= _HOURS:
            return True
    return False


def _let_pass(desk: Desk, line: Line, number: Quantity, finding: Finding) -> str:  # noqa: PLR0911
    """Why a number that was not found raises no alarm here; "" where it does, or was found."""
    if finding.verdict == "contradicted":
        return "A proposal, not a claim." if _roughly_meant(line, number) else ""
    if finding.verdict != "unsupported":
        return ""
    if _as_hour(line.tokens, number) and _noted_hour(desk, number, ahead=_ahead(line)):
        return "An hour that your notes name."
    if _as_hour(line.tokens, number) and all(
        part.owners in ({USER}, frozenset()) for part in line.fragments_at(number.first)
    ):
        return "An hour that you may know."
    if counts_time(line.tokens, number) and any(
        _FROM_THE_WRITER.search(part.plain) for part in line.fragments_at(number.first)
    ):
        return "A proposal, not a claim."
    elsewhere = finding.reason.startswith(ELSEWHERE)
    if (elsewhere and _in_passing(line.tokens, number)) or _either(line.tokens, number):
        return "A small number in words."
    if _own_count(line, number):
        return "Your own doing."
    later = number.last + 2 < len(line.tokens) and line.tokens[number.last + 2].low in ("later", "afterwards")
    if later and number.worded and counts_time(line.tokens, number):
        return "Time between two days."
    if line.tokens[number.first].low == "fortnight" and any("fortnightly" in source.lows for source in desk.sources):
        return "A rhythm that your notes name."
    return "A proposal, not a claim." if open_ended(line, number.first) else ""


def _as_hour(tokens: Sequence[Token], number: Quantity, *, anywhere: bool = False) -> bool:
    """`idle after 3`, `before ten`: an hour of the day without its mark; `anywhere`: whatever word follows `at`."""
    before = tokens[number.first - 1].low if number.first else ""
    after = tokens[number.last + 1] if number.last + 1 < len(tokens) else None
    bare = (
        after is None
        or after.kind == "symbol"
        or (before == "at" and (anywhere or after.low in _SUITING) and after.low not in _COUNTED_AT)
        or after.low in ("and", "or", "on", "in", "when", "so", "as", "your", "my", "our", "local", "sharp")
    )
    if _DECIMAL.search(tokens[number.first].text):
        return False
    return number.value <= _HOURS and before in ("after", "before", "at", "until", "till", "by", "from") and bare


_DECIMAL = re.compile(r"^\d+[.,]\d$")
"""`rose by 1.8` names no hour; `after 7.30` does."""
_HOURS = 24
_SUITING = frozenset(("suits", "works", "is", "would", "will", "sounds", "for", "to", "with"))
_COUNTED_AT = frozenset(("least", "most", "percent", "euros", "euro", "pounds", "dollars", "degrees", "per"))


def _roughly_meant(line: Line, number: Quantity) -> bool:
    """`I'd like one of about 60 by 80 cm`: the writer's own wish, in round figures."""
    lead = {token.low for token in line.tokens[max(0, number.first - 4) : number.first]}
    here = line.fragments_at(number.first)
    if any(_ORDERING.search(part.plain) or _WOULD_BE.search(part.plain) for part in here):
        return True
    return bool(lead & {"about", "around", "roughly", "say"}) and any(
        part.mood == "wish" and part.owners == {USER} for part in here
    )


_ORDERING = re.compile(
    r"\b(?:could|can|may|might) (?:i|we) (?:\w+ )?(?:take|have|buy|order|book|get|borrow|reserve)\b|"
    r"\b(?:i|we)(?:'d| would) (?:\w+ )?(?:take|buy|order|book|reserve)\b"
)


_WOULD_BE = re.compile(r"\b(?:i|we)(?:'d| would|'ll| will) (?:only |just )?be a (?:crew|group|party|team|family) of\b")


def _others_number(desk: Desk, line: Line, number: Quantity, finding: Finding) -> Finding:
    """A true number, but of somebody whom the sentence does not speak of: `take part with your 40 dogs`."""
    here = line.fragments_at(number.first)
    quotes = [quote for quote in finding.quotes if quote]
    told = [
        fact for fact in desk.facts.facts
        if fact.sentence in finding.sentences and not fact.programme and any(quote in fact.quote for quote in quotes)
    ]  # fmt: skip
    reader = any(desk.facts.reader in part.owners | part.persons for part in here)
    ranked = number.kind == "ordinal" and any(part.explicit and "you" in part.words[:2] for part in here)
    others = all(third(fact, desk.facts) or (ranked and _my_own(fact)) for fact in told)
    if finding.verdict != "supported" or not told or not reader or not others:
        return finding
    owners = {who for fact in told for who in fact.fragment.owners}
    if (
        owners & desk.mentioned
        or any(by_kin(part, fact) for part in line.fragments for fact in told)
        or any(owners & (part.persons | part.owners) for part in line.fragments)
    ):
        return finding
    fact = told[0]
    reason = f"Your notes say this of {whose(fact.fragment)}: “{fact.quote}”."
    return contradicted(fact, reason)


def _my_own(fact: Fact) -> bool:
    """`i was 214th overall`."""
    return fact.fragment.owners == {USER} and fact.fragment.explicit and bool({"i", "we"} & set(fact.fragment.words))


def _out_of_all(tokens: Sequence[Token], number: Quantity) -> bool:
    """`four nights out of seven`; `four or five more`."""
    lead = [token.low for token in tokens[max(0, number.first - 2) : number.first]]
    after = [token.low for token in tokens[number.last + 1 : number.last + 4]]
    either = after[:1] == ["or"] or lead[-1:] == ["or"]
    guess = either and "more" in after and number.value <= _HANDFUL
    return (lead == ["out", "of"] and number.value == _A_WEEK) or guess


_A_WEEK, _HANDFUL = 7, 10


def _either(tokens: Sequence[Token], number: Quantity) -> bool:
    """`all seven or eight of them`: so many or one more, as one guesses."""
    for one in quantities(list(tokens)):
        first, last = (one, number) if one.first < number.first else (number, one)
        link = [token.low for token in tokens[first.last + 1 : last.first]]
        if link == ["or"] and one.worded and number.worded and last.value - first.value == 1 and last.value <= _A_DOZEN:
            return True
    return False


_A_DOZEN = 12


def _of_thanks(tokens: Sequence[Token], number: Quantity) -> bool:
    """`thanks a million`."""
    before = {token.low for token in tokens[max(0, number.first - 3) : number.first]}
    return "thanks" in before and tokens[number.last].low in ("million", "lot", "thousand")


def _figure_of_speech(tokens: Sequence[Token], number: Quantity) -> bool:
    """`a hundred times thank you`, `fifty-fifty`, `a hundred per cent my fault`, `any six-year-old could`."""
    after = " ".join(token.low for token in tokens[number.last + 1 : number.last + 6])
    before = " ".join(token.low for token in tokens[max(0, number.first - 2) : number.first])
    if number.unit == "%":
        return number.value == _ALL and bool(_WHOLLY.match(after))
    if tokens[number.first].low == "fifty" and (after.startswith("- fifty") or before.endswith("fifty -")):
        return True
    if before.endswith("work of"):
        return True
    many = number.worded and number.value in (_ALL, 1000, 10**6) and after.startswith("times")
    return many or (_A_CHILD.match(after) is not None and before.split()[-1:] in (["a"], ["any"], ["even"], ["every"]))


_ALL = 100
_WHOLLY = re.compile(r"(?!of\b)(?:my|your|our|right|sure|certain|agree\w*|behind|on|with|true|clear|yours?|me|up|$|\W)")
_A_CHILD = re.compile(r"(?:- )?years? ?-? ?(?:- )?old (?:could|can|would|might|will|couldn't|can't|wouldn't)\b")


def _is_none(tokens: Sequence[Token], number: Quantity) -> bool:
    return number.value == 0 and number.worded and tokens[number.first].low == "none"


def _idle(tokens: Sequence[Token], number: Quantity) -> bool:
    """Small number words that count nothing: `one of`, `the second`, `both`."""
    after = tokens[number.last + 1].low if number.last + 1 < len(tokens) else ""
    before = [token.low for token in tokens[max(0, number.first - 3) : number.first + 1]]
    if any(idiom(tokens, number) for idiom in (_is_none, _of_thanks, _out_of_all, _figure_of_speech)):
        return True
    if tokens[number.first].low == "fortnight" and before[-2:-1] == ["a"] and len(before) > 2 and before[-3] in _RATES:
        return True
    if not number.worded or number.kind == "time" or 0 < number.value < 1 or _counts_down(tokens, number):
        return False
    if before[-2:-1] == ["or"] and number.value == len("or"):
        return True
    alone = tokens[number.first].low in _ONE_OR_BOTH and number.value <= len("or")
    if number.kind == "ordinal" or alone or _counts_company(tokens, number):
        return True
    few = after == "minutes" and number.value in _A_MOMENT
    described = [token.low for token in tokens[number.last + 1 : number.last + 3]]
    return few or bool(_MATTERS & set(described[: 1 + (after in _OF_MATTERS)]))


_MATTERS = split_words(
    "thing things question questions idea ideas thought thoughts way ways reason reasons word words line lines point "
    "points request requests remark remarks favour favours matter matters"
)
_OF_MATTERS = split_words(
    "small little quick short other more practical last final good simple tiny brief further big important different "
    "minor honest open"
)
"""`two small things`, `one practical point`: what the letter itself brings up."""


def _counts_down(tokens: Sequence[Token], number: Quantity) -> bool:
    """`only one more month until the premiere`."""
    after = [token.low for token in tokens[number.last + 1 : number.last + 4]]
    unit = after[1:2] if after[:1] in (["more"], ["full"]) else after[:1]
    return counts_time(tokens, number) and bool({"until", "till"} & set(after[-2:])) and unit != []


_A_MOMENT = (1, 2, 3, 5, 10)
"""Minutes that one speaks of without counting: `give me five minutes`."""


def _of_minutes(tokens: Sequence[Token], number: Quantity) -> bool:
    return number.last + 1 < len(tokens) and tokens[number.last + 1].low == "minutes"


def _counts_company(tokens: Sequence[Token], number: Quantity) -> bool:
    """`the two of you`, `you two`, `three generations`: how many those spoken of are, not what a note counts."""
    before = tokens[number.first - 1].low if number.first else ""
    after = [token.low for token in tokens[number.last + 1 : number.last + 3]]
    together = after[:1] == ["of"] and after[1:] in (["you"], ["us"], ["them"]) and before not in ("only", "just")
    return number.value <= _FEW and (together or before in _OF_US or after[:1] == ["generations"])


_FEW = 4
_OF_US = frozenset(("you", "us", "we", "our", "both"))


_RATES = frozenset(("one", "once", "twice", "two", "three", "times", "letter", "call"))


_ONE_OR_BOTH = split_words("both one ein eine einen einem einer un une una uno")


def _in_passing(tokens: Sequence[Token], number: Quantity) -> bool:
    """`two cases` for `2 suitcases`: a small number in words, which the notes hold, of no length of time."""
    return number.worded and number.value <= _FEW and not counts_time(tokens, number)


def _own_count(line: Line, number: Quantity) -> bool:
    """`I've found two huts`: a small number in what the writer alone did, which only the writer can know."""
    here = line.fragments_at(number.first)
    if not here or not all(part.owners == {USER} for part in here):
        return False
    lead = " ".join(token.low for token in line.tokens[max(0, number.first - 6) : number.first])
    return (number.worded and number.value <= 12) or bool(_OF_ONESELF.search(lead))


_OF_ONESELF = re.compile(
    r"\b(?:i'm|i am|we're|we are|my (?:own )?\w+ (?:is|are|has|have|weighs|took)|our own \w+ has|"
    r"i weigh|i was|i turn|i turned)(?: \w+){0,3}$"
)
"""`I'm 1.94 m tall`, `we are a club of forty`: what the writer alone knows."""


def open_ended(line: Line, position: int) -> bool:
    """The position stands in a plan, a wish or a question."""
    return any(
        part.mood in ("wish", "question") or (part.mood == "guess" and "might" in part.words)
        for part in line.fragments_at(position)
    )
