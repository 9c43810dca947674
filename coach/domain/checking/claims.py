"""Each name of a draft, held against the evidence: as written, spelled out, abbreviated, or as a nickname."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from coach.domain.checking.lands import places_in
from coach.domain.checking.lexicon import DEMONYMS
from coach.domain.checking.names import LINKS, Name, same_first_name
from coach.domain.checking.report import Verdict
from coach.domain.checking.sources import Sentence, Source
from coach.domain.checking.writings import initials, variants

if TYPE_CHECKING:
    from coach.domain.checking.facts import Fact


@dataclass(frozen=True, slots=True)
class Finding:
    """The outcome for one claim: verdict, where it was found, and why."""

    verdict: Verdict
    labels: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    reason: str = ""
    sentences: tuple[Sentence, ...] = ()


def supported(hits: Iterable[tuple[str, str]], sentences: Sequence[Sentence] = ()) -> Finding:
    pairs = list(hits)
    labels = tuple(dict.fromkeys(label for label, _ in pairs if label))
    quotes = tuple(dict.fromkeys(quote for label, quote in pairs if label and quote))
    reason = "Found in your notes." if labels else "Known from the brief."
    return Finding("supported", labels, quotes[:4], reason, tuple(sentences))


def contradicted(fact: Fact, reason: str) -> Finding:
    """What a clause of the notes speaks against."""
    return Finding("contradicted", (fact.label,), (fact.quote,), reason, (fact.sentence,))


def _plain_words(source: Source) -> list[tuple[str, int, int]]:
    return [(low, *span) for low, span in zip(source.lows, source.starts, strict=True) if low not in LINKS]


def _occurrences(words: tuple[str, ...], source: Source) -> list[str]:
    """Quotes of every place where `words` stand side by side in the source (its heading counts, without a quote)."""
    plain, size, found = _plain_words(source), len(words), []
    for start in range(len(plain) - size + 1):
        if all(_same_word(plain[start + step][0], word) for step, word in enumerate(words)):
            quote = source.text[plain[start][1] : plain[start + size - 1][2]]
            if words == ("us",) and quote != "US":
                continue
            found.append(quote if plain[start][2] else "")
    return found


_SHORT_WAYS = {
    "ave": "avenue", "rd": "road", "sq": "square", "blvd": "boulevard", "ln": "lane", "univ": "university",
    "inst": "institute", "dept": "department", "assoc": "association", "mt": "mount",
}  # fmt: skip
"""Words of addresses and houses that notes write short."""


def _same_word(one: str, other: str) -> bool:
    if one == other or one.rstrip(".") == other.rstrip("."):
        return True
    if _SHORT_WAYS.get(one.rstrip(".")) == other or _SHORT_WAYS.get(other.rstrip(".")) == one:
        return True
    if "-" in one and len(other) > 2 and other in one.split("-"):
        return True
    if "-" in other and other.rsplit("-", 1)[1] in _HONORIFICS and one == other.rsplit("-", 1)[0]:
        return True
    if one.rstrip("s") == other.rstrip("s") and min(len(one), len(other)) == 2:
        return True
    umlauts = one.replace("ae", "a").replace("oe", "o").replace("ue", "u")
    return len(one) > 3 and umlauts == other.replace("ae", "a").replace("oe", "o").replace("ue", "u")


_HONORIFICS = frozenset(("san", "sama", "kun", "chan", "sensei", "ji", "jan", "bey", "hanim", "ssi", "nim"))
"""Added to a name out of respect: `Haruka-san`."""


def check_name(name: Name, sources: Sequence[Source]) -> Finding:
    """Is this name in the evidence: as written, spelled out, abbreviated, or as a nickname?"""
    turned = [name.words[1:] + name.words[:1]] if len(name.words) == len(("Baek", "Hyun-woo")) else []
    for words in [*variants(name.words), *turned]:
        hits = [(source.label, quote) for source in sources for quote in _occurrences(words, source)]
        if hits:
            return supported(hits)
    hits = [(source.label, quote) for source in sources for quote in _loosely(name, source)]
    hits = hits or _of_the_land(name, sources) or _of_its_people(name, sources)
    if hits:
        return supported(hits)
    return _missing_name(name, sources)


def _of_the_land(name: Name, sources: Sequence[Source]) -> list[tuple[str, str]]:
    """`Austria` where a note says `Vienna`: the land of a noted place."""
    inside = places_in(name.words)
    found: list[tuple[str, str]] = []
    for source in sources if inside else ():
        plain = _plain_words(source)
        for (low, begin, end), (after, _, last) in pairwise([*plain, ("", 0, 0)]):
            if low in inside and _capital(source, begin, end):
                found.append((source.label, source.text[begin:end]))
            elif f"{low} {after}" in inside and _capital(source, begin, end):
                found.append((source.label, source.text[begin:last]))
    return found


def _of_its_people(name: Name, sources: Sequence[Source]) -> list[tuple[str, str]]:
    """`Cyprus` where a note says `Cypriot`, `Cornwall` where one says `Cornish`."""
    word = " ".join(name.words)
    land = DEMONYMS.get(word) or _NATIVES.get(word.rstrip("s")) or word
    called = {people for people, own in (*DEMONYMS.items(), *_NATIVES.items()) if own == land} | {land}
    return [
        (source.label, source.text[begin:end]) for source in sources if called
        for low, begin, end in _plain_words(source) if low in called or low.rstrip("s") in called
    ]  # fmt: skip


_NATIVES = {
    "pole": "poland", "dane": "denmark", "swede": "sweden", "turk": "turkey", "scot": "scotland", "spaniard": "spain",
    "briton": "britain", "serb": "serbia", "croat": "croatia", "slovene": "slovenia", "slovak": "slovakia",
    "frenchman": "france", "frenchwoman": "france", "dutchman": "netherlands", "welshman": "wales",
    "irishman": "ireland", "englishman": "england", "kiwi": "new zealand", "aussie": "australia",
}  # fmt: skip
"""Who comes from a land, where no word for its people in general is the same."""


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
    short = initials([word for word in words if word[0].isalpha()])
    written = [source.text[begin:end] for low, begin, end in plain if low == short]
    if len(words) > 2 or any(quote.isupper() for quote in written):
        found += written[:1] if len(short) > 1 else []
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
