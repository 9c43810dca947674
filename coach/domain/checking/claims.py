"""Each name, number and date of a draft, held against the evidence: found, found for something else, or not found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz

from coach.domain.checking.english import key
from coach.domain.checking.lexicon import FUNCTION
from coach.domain.checking.names import _LINKS, Name, initials, same_first_name, variants
from coach.domain.checking.quantities import Quantity, is_number_word
from coach.domain.checking.report import Verdict
from coach.domain.checking.sources import Sentence, Source
from coach.domain.checking.tokens import Token
from coach.domain.checking.weighing import telling

_TIME_UNITS = {"minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "night": 1.0, "week": 7.0, "month": 30.4, "year": 365.25,
               "decade": 3652.5, "fortnight": 14.0}  # fmt: skip
_NOT_HEADS = frozenset(
    [
        "new",
        "old",
        "other",
        "different",
        "good",
        "great",
        "whole",
        "full",
        "more",
        "first",
        "last",
        "next",
        "or",
        "so",
        "of",
        "our",
        "your",
        "their",
        "my",
        "his",
        "her",
        "the",
    ]
)


@dataclass(frozen=True, slots=True)
class Finding:
    """The outcome for one claim: verdict, where it was found, and why."""

    verdict: Verdict
    labels: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    reason: str = ""
    sentences: tuple[Sentence, ...] = ()


def _supported(hits: Iterable[tuple[str, str]], sentences: Sequence[Sentence] = ()) -> Finding:
    pairs = list(hits)
    labels = tuple(dict.fromkeys(label for label, _ in pairs if label))
    quotes = tuple(dict.fromkeys(quote for label, quote in pairs if label and quote))
    reason = "Found in your notes." if labels else "Known from the brief."
    return Finding("supported", labels, quotes[:4], reason, tuple(sentences))


def _plain_words(source: Source) -> list[tuple[str, int, int]]:
    return [(low, *span) for low, span in zip(source.lows, source.starts, strict=True) if low not in _LINKS]


def _occurrences(words: tuple[str, ...], source: Source) -> list[str]:
    """Quotes of every place where `words` stand side by side in the source (its heading counts, without a quote)."""
    plain, size, found = _plain_words(source), len(words), []
    for start in range(len(plain) - size + 1):
        if all(_same_word(plain[start + step][0], word) for step, word in enumerate(words)):
            quote = source.text[plain[start][1] : plain[start + size - 1][2]]
            found.append(quote if plain[start][2] else "")
    return found


def _same_word(one: str, other: str) -> bool:
    if one == other or one.rstrip(".") == other.rstrip("."):
        return True
    if "-" in one and len(other) > 2 and other in one.split("-"):
        return True
    umlauts = one.replace("ae", "a").replace("oe", "o").replace("ue", "u")
    return len(one) > 3 and umlauts == other.replace("ae", "a").replace("oe", "o").replace("ue", "u")


def check_name(name: Name, sources: Sequence[Source]) -> Finding:
    """Is this name in the evidence: as written, spelled out, abbreviated, or as a nickname?"""
    for words in variants(name.words):
        hits = [(source.label, quote) for source in sources for quote in _occurrences(words, source)]
        if hits:
            return _supported(hits)
    hits = [(source.label, quote) for source in sources for quote in _loosely(name, source)]
    if hits:
        return _supported(hits)
    return _missing_name(name, sources)


def _loosely(name: Name, source: Source) -> list[str]:
    """Nickname or acronym of something in the source."""
    plain = _plain_words(source)
    words = name.words
    found: list[str] = []
    for start, (low, begin, end) in enumerate(plain):
        if name.kind != "place" and same_first_name(words[0], low) and _capital(source, begin, end):
            rest = tuple(item[0] for item in plain[start + 1 : start + len(words)])
            if rest == words[1:]:
                found.append(source.text[begin : plain[start + len(words) - 1][2]])
        if len(words) == 1 and 2 < len(words[0]) <= 6 and low[0] == words[0][0]:
            stretch = [item[0] for item in plain[start : start + len(words[0])]]
            if len(stretch) == len(words[0]) and initials(stretch) == words[0] and end:
                found.append(source.text[begin : plain[start + len(words[0]) - 1][2]])
    if len(words) > 2 and (short := initials(words)) in source.lows:
        found.append(next((source.text[b:e] for low, b, e in plain if low == short), ""))
    return found


def _capital(source: Source, begin: int, end: int) -> bool:
    return end == 0 or source.text[begin].isupper()


def _missing_name(name: Name, sources: Sequence[Source]) -> Finding:
    """Say what the notes have instead, when something there looks alike."""
    written = " ".join(name.words)
    best, nearest = 0.0, ""
    for source in sources:
        for low, begin, end in _plain_words(source):
            score = fuzz.ratio(low, name.words[-1]) if end and source.text[begin].isupper() else 0.0
            if score > best:
                best, nearest = score, source.text[begin:end]
    if best >= 75 and nearest:
        return Finding("contradicted", reason=f"Your notes do not hold “{written}”; did you mean “{nearest}”?")
    return Finding("unsupported", reason="This name is in none of your notes.")


def heads(tokens: Sequence[Token], quantity: Quantity) -> tuple[str, ...]:
    """Keys of what is counted: the next one to three words that carry meaning, up to a stop."""
    found: list[str] = []
    start = quantity.last + 1
    if (
        start + 1 < len(tokens)
        and tokens[start].low in ("to", "-", "–", "and", "or")
        and tokens[start + 1].kind == "number"
    ):
        start += 2
    for token in tokens[start : start + 5]:
        if token.kind == "symbol" and token.text not in "-'s":
            break
        if token.low in (
            "and",
            "or",
            "but",
            "in",
            "at",
            "for",
            "with",
            "by",
            "on",
            "from",
            "to",
            "is",
            "are",
            "who",
            "that",
        ):
            break
        if is_number_word(token.low) or token.kind == "number":
            return ()
        if token.kind == "word" and token.low not in _NOT_HEADS and token.low not in FUNCTION:
            found += [key(part) for part in token.low.split("-") if part]
        if len(found) >= 3:
            break
    return tuple(found)


def _leeway(tokens: Sequence[Token], quantity: Quantity) -> tuple[float, float]:
    """How far the noted value may lie below and above the written one: `over 100` fits 120, `about 100` fits 95."""
    before = " ".join(token.low for token in tokens[max(0, quantity.first - 3) : quantity.first])
    after = tokens[quantity.last + 1].low if quantity.last + 1 < len(tokens) else ""
    if any(
        word in before for word in ("over", "more than", "at least", "above", "north of", "uber", "plus de", "mas de")
    ) or after in ("+", "plus"):
        return 0.0, 0.34
    if any(
        word in before
        for word in (
            "almost",
            "nearly",
            "under",
            "less than",
            "up to",
            "fewer than",
            "close to",
            "fast",
            "presque",
            "casi",
        )
    ):
        return 0.2, 0.03
    if any(
        word in before
        for word in (
            "about",
            "around",
            "roughly",
            "some",
            "circa",
            "approximately",
            "etwa",
            "rund",
            "environ",
            "unos",
            "~",
            "like",
        )
    ) or after in ("or", "odd", "-ish", "ish"):
        return 0.12, 0.12
    return 0.0, 0.0


def _fits(tokens: Sequence[Token], mine: Quantity, sentence: Sentence, theirs: Quantity) -> bool:
    if mine.kind == "time" or theirs.kind == "time" or mine.agrees(theirs):
        return mine.agrees(theirs)
    if mine.unit != theirs.unit and mine.unit and theirs.unit:
        return False
    if (
        mine.value == theirs.value * 1000
        and tokens[mine.last].low == "k"
        and heads(sentence.tokens, theirs)[:1] in (("km",), (key("kilometres"),))
    ):
        return True
    low, high = _leeway(tokens, mine)
    low_noted, high_noted = _leeway(sentence.tokens, theirs)
    low, high = (
        max(low, high_noted if high_noted == low_noted else 0.0),
        max(high, low_noted if high_noted == low_noted else 0.0),
    )
    if theirs.value and mine.value * (1 - low) <= theirs.value <= mine.value * (1 + high):
        return True
    return _same_length(tokens, mine, sentence, theirs)


def _same_length(tokens: Sequence[Token], mine: Quantity, sentence: Sentence, theirs: Quantity) -> bool:
    """`18 months` and `a year and a half`, `two weeks` and `14 days`."""
    units = {key(word): word for word in _TIME_UNITS}
    one = next((units[head] for head in heads(tokens, mine)[:1] if head in units), None)
    two = next((units[head] for head in heads(sentence.tokens, theirs)[:1] if head in units), None)
    if not one or not two or one == two:
        return False
    mine_days, their_days = mine.value * _TIME_UNITS[one], theirs.value * _TIME_UNITS[two]
    return abs(mine_days - their_days) <= 0.03 * max(mine_days, their_days)


def check_number(
    tokens: Sequence[Token], quantity: Quantity, keys: frozenset[str], sources: Sequence[Source], language: str = "en"
) -> Finding:
    """Is this value noted, and for the same thing? `keys`: the meaning-bearing words of the draft's clause."""
    mine = heads(tokens, quantity)
    keys = frozenset(word for word in keys if not is_number_word(word))
    today = next((source.at for source in sources if not source.label), None)
    good: list[tuple[int, Sentence, Quantity]] = []
    clash: tuple[Sentence, Quantity] | None = None
    elsewhere: tuple[Sentence, Quantity] | None = None
    for sentence in (sentence for source in sources for sentence in source.sentences):
        if today and mine[:1] == (key("year"),) and _since(sentence, today) == quantity.value:
            good.append((3, sentence, quantity))
        for other in sentence.numbers:
            theirs = heads(sentence.tokens, other)
            counted = bool(set(mine[-1:]) & set(theirs) or set(theirs[-1:]) & set(mine) or (set(mine) & set(theirs)))
            shared = len(keys & sentence.keys)
            if not _fits(tokens, quantity, sentence, other) or _excluded(sentence, other):
                if (
                    counted or _other_length(mine, theirs, telling(keys & sentence.keys))
                ) and other.kind == quantity.kind:
                    clash = clash or (sentence, other)
            elif (
                counted
                or quantity.kind == "time"
                or sentence.source.language not in (language, "")
                or (shared and not _counts_another(sentence, other, mine))
            ):
                good.append((shared + 2 * counted, sentence, other))
            else:
                elsewhere = elsewhere or (sentence, other)
    return _number_verdict(good, clash, elsewhere)


def _since(sentence: Sentence, today: date) -> int | None:
    """How many years ago the year that the sentence names is: `not seen since 2014` is eleven years in 2025."""
    years = [mention.days[0][0].year for mention in sentence.dates if mention.grain == "year" and mention.days]
    return today.year - years[0] if years else None


def _other_length(mine: tuple[str, ...], theirs: tuple[str, ...], common: frozenset[str]) -> bool:
    """A length of time in other units, of what is plainly the same thing."""
    units = {key(word) for word in _TIME_UNITS}
    return bool(mine and theirs and mine[0] in units and theirs[0] in units and len(common) >= 2)


def _excluded(sentence: Sentence, number: Quantity) -> bool:
    """`12 schools, not 20`: the number that it is not."""
    return number.first > 0 and sentence.tokens[number.first - 1].low == "not"


def _counts_another(sentence: Sentence, taken: Quantity, mine: tuple[str, ...]) -> bool:
    """True when the sentence counts the draft's thing with a number other than `taken`."""
    return any(set(heads(sentence.tokens, other)[-1:]) & set(mine) for other in sentence.numbers if other is not taken)


def _number_verdict(
    good: list[tuple[int, Sentence, Quantity]],
    clash: tuple[Sentence, Quantity] | None,
    elsewhere: tuple[Sentence, Quantity] | None,
) -> Finding:
    if good:
        good.sort(key=lambda item: -item[0])
        best = [item for item in good if item[0] == good[0][0]]
        hits = [(s.source.label, _quote(s, q) if q in s.numbers else "") for _, s, q in best]
        return _supported(hits, [s for _, s, _ in best])
    if elsewhere and not clash and elsewhere[1].value >= 10:
        return _supported([(elsewhere[0].source.label, _quote(*elsewhere))], [elsewhere[0]])
    if clash:
        sentence, other = clash
        quote = _quote(sentence, other)
        return Finding("contradicted", (sentence.source.label,), (quote,), f"Your notes say “{quote}”.")
    if elsewhere:
        quote = _quote(*elsewhere)
        return Finding("unsupported", reason=f"Your notes have this number only for something else (“{quote}”).")
    return Finding("unsupported", reason="This number is in none of your notes.")


def _quote(sentence: Sentence, quantity: Quantity) -> str:
    """The number with the word after it, cut from the evidence."""
    last = min(len(sentence.tokens) - 1, quantity.last + 1)
    if sentence.tokens[last].kind == "symbol":
        last = quantity.last
    return sentence.source.text[sentence.tokens[quantity.first].start : sentence.tokens[last].end]
