"""Right sentences turned round by machine: `python -m eval.grounding_turned [--held-out] [--show N]`.

Each sentence of a right draft that the notes uphold is turned in one way: what is affirmed is denied, or a denial
taken away, `you` becomes `I`, `my` becomes `your`, and the reverse of these; a number, a weekday, a month, a day of the
month, a `last week` or a word that has an opposite becomes another; the one greeted becomes somebody else whom the
evidence names. Collections by hand hold few such plain changes. Not every turned sentence is wrong ("you read" for "I
read" may well hold, and a plan may name any day), and a few are no English; so the figures tell one state of the check
from another, and are no share of real errors. Sentences of parts that are held out are counted only.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from coach.domain.checking.english import lemma
from coach.domain.grounding import check_draft
from eval.grounding import HELD_OUT, TUNED, cases

_MARKED = ("unsupported", "contradicted")
_WISHED = re.compile(
    r"\b(?:hope|wish|please|looking forward|look forward|love to|good luck|all the best|congratulations|best wishes|"
    r"greetings|regards|enjoy|give my|say hello)\b",
    re.I,
)
_BEING = re.compile(r"\b(?:is|are|was|were|can|has|had)\b(?! not|n't)(?= [a-z])")
_DID = re.compile(r"\b(?P<who>you|I|we|she|he|they|[A-Z][a-z]+) (?P<verb>[a-z]+ed)\b")
_DOES = re.compile(
    r"\b(?P<who>you|I|we|they) (?P<verb>run|work|lead|teach|need|want|use|make|build|grow|keep|live|plan|help|write|"
    r"collect|give|offer|play|sell|repair|train|organise|host|study|own|bring|take)\b"
)
_BEFORE = re.compile(r"(?:^|[,:;—–]|\b(?:and|that|but|because|when|where|while|since|which|what|how|so|as))\s*$")
_YOU = re.compile(
    r"\b[Yy]ou(?= (?:\w+ly |also |still |now |both )?(?!(?:are|were|and|to|at|in|on|for|with|about|or|can|could|would|"
    r"will|may|should|might|must|said|told|asked|know|want|wanted|need|like|see|mention|mentioned|think|seem|all|both|"
    r"two|too|as|from|how|if|when|that|the|a)\b)[a-z]+)"
)
_I = re.compile(
    r"\bI(?= (?:have|own|keep|run|made|make|built|build|teach|lead|led|grow|sell|work|started|began|won)\b)"
)
_ONES_OWN = (
    r"(?= (?!(?:mind|head|hat|inbox|heart|own|eyes?|thoughts?|hands?|way|calendar|diary|best|favourite|life|part|side|"
    r"time|opinion|question|mail|message|email|letter|note|reply|answer|view|words?|help|colleague)\b)[a-z])"
)


def denied(text: str) -> Iterator[str]:
    """`is open` becomes `is not open`, `you built` stays (irregular), `you planted` becomes `you didn't plant`."""
    for found in _BEING.finditer(text):
        yield f"{text[: found.end()]} not{text[found.end() :]}"
    for pattern, no in ((_DID, "didn't"), (_DOES, "don't")):
        for found in pattern.finditer(text):
            yield f"{text[: found.start('verb')]}{no} {lemma(found['verb'])}{text[found.end() :]}"


def mine_for_yours(text: str) -> Iterator[str]:
    """`you keep bees` becomes `I keep bees`."""
    for found in _YOU.finditer(text):
        if _BEFORE.search(text[: found.start()]):
            yield f"{text[: found.start()]}I{text[found.end() :]}"


def yours_for_mine(text: str) -> Iterator[str]:
    """`I keep bees` becomes `you keep bees`."""
    for found in _I.finditer(text):
        if _BEFORE.search(text[: found.start()]):
            yield f"{text[: found.start()]}{'You' if found.start() == 0 else 'you'}{text[found.end() :]}"


def _possession(old: str, new: str) -> Callable[[str], Iterator[str]]:
    pattern = re.compile(rf"\b(?:{old}|{old.capitalize()}){_ONES_OWN}")

    def turned(text: str) -> Iterator[str]:
        for found in pattern.finditer(text):
            yield text[: found.start()] + (new.capitalize() if found[0][0].isupper() else new) + text[found.end() :]

    return turned


def _swap(pattern: str, other: Callable[[str], str]) -> Callable[[str], Iterator[str]]:
    """Each match of the pattern replaced by what `other` makes of it."""
    compiled = re.compile(pattern)

    def turned(text: str) -> Iterator[str]:
        for found in compiled.finditer(text):
            yield text[: found.start()] + other(found[0]) + text[found.end() :]

    return turned


def _next_of(row: str, step: int) -> Callable[[str], str]:
    words = row.split()
    return lambda word: words[(words.index(word) + step) % len(words)]


def _pairs(text: str) -> dict[str, str]:
    """`first last` both ways."""
    pairs = [tuple(pair.split("/")) for pair in text.split()]
    return {a.replace("_", " "): b.replace("_", " ") for one, two in pairs for a, b in ((one, two), (two, one))}


_MONTHS = "January February March April June July August September October November December"
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
_WORDS = "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_WHEN = _pairs("last_week/last_month next_week/next_month last_spring/last_autumn last_summer/last_winter")
_OPPOSITE = _pairs(
    "before/after first/last more/fewer morning/evening older/younger bought/sold joined/left accepted/refused "
    "lost/won sister/brother mother/father daughter/son husband/wife cheap/expensive small/big north/south loved/hated"
)


def affirmed(text: str) -> Iterator[str]:
    """`is not open` becomes `is open`, `you don't sell` becomes `you sell`."""
    for found in re.finditer(
        r"(?<=[a-z])(?:n't| not)(?= [a-z])|\b(?:don't|didn't|doesn't|never|no longer) (?=[a-z])", text
    ):
        if not re.search(r"\b(?:do|does|did|wo|ca)$", text[: found.start()]):
            yield text[: found.start()] + text[found.end() :]


WAYS: dict[str, Callable[[str], Iterator[str]]] = {
    "denied": denied,
    "I for you": mine_for_yours,
    "you for I": yours_for_mine,
    "my for your": _possession("your", "my"),
    "your for my": _possession("my", "your"),
    "affirmed": affirmed,
    "number": _swap(rf"(?<!-)\b(?:{'|'.join(_WORDS.split())})\b(?!-)", _next_of(_WORDS, 3)),
    "weekday": _swap(rf"\b(?:{'|'.join(_DAYS.split())})\b", _next_of(_DAYS, 2)),
    "month": _swap(rf"\b(?:{'|'.join(_MONTHS.split())})\b", _next_of(_MONTHS, 3)),
    "day of the month": _swap(
        rf"\b\d{{1,2}}(?=(?:st|nd|rd|th)?(?: of)? (?:{'|'.join(_MONTHS.split())}|May)\b)",
        lambda day: str((int(day) + 6) % 27 + 1),
    ),
    "last or next": _swap(rf"\b(?:{'|'.join(_WHEN)})\b", _WHEN.__getitem__),
    "opposite": _swap(
        rf"\b(?:{'|'.join(_OPPOSITE)})\b(?! (?:week|month|year|spring|summer|autumn|winter|night|time)\b)",
        _OPPOSITE.__getitem__,
    ),
}


def greeted(entry: dict[str, Any], text: str) -> Iterator[str]:
    """`Dear Ann,` becomes `Dear Tom,`, whom the evidence names in the middle of a sentence."""
    found = re.match(r"(?P<hail>(?:Dear|Hi|Hello|Hey) )(?P<who>[A-Z][a-z]+)(?=,)", text)
    if found is None:
        return
    names = re.findall(r"(?<=[a-z,] )[A-Z][a-z]{2,}\b", " ".join(one["text"] for one in entry["evidence"]))
    readers = str(entry["brief"].get("person", "")).split()
    other = next((name for name in sorted(set(names)) if name not in (found["who"], *readers)), None)
    if other is not None:
        yield found["hail"] + other + text[found.end() :]


def turned(part: str) -> Iterator[tuple[str, dict[str, Any], str, str, bool]]:
    """(way, evidence set, sentence as it was, as it was turned, whether it was marked) of one part."""
    for entry, case in cases(part):
        if case.get("error"):
            continue
        draft = case["draft"]
        for sentence in check_draft(draft, entry["evidence"], entry["brief"]).sentences:
            said = sentence.text
            ways = {way: turn(said) for way, turn in WAYS.items()}
            if sentence.start == 0:
                ways["greeted"] = greeted(entry, said)
            if (
                (sentence.verdict != "supported" and sentence.start)
                or said.rstrip().endswith("?")
                or _WISHED.search(said)
            ):
                continue
            for way, turns in ways.items():
                for other in turns if sentence.verdict == "supported" or way == "greeted" else ():
                    whole = draft[: sentence.start] + other + draft[sentence.end :]
                    end = sentence.start + len(other)
                    report = check_draft(whole, entry["evidence"], entry["brief"])
                    here = [one for one in report.sentences if one.start < end and one.end > sentence.start]
                    yield way, entry, said, other, any(one.verdict in _MARKED for one in here)


def main() -> None:
    """Print, for each way, how many were marked; with `--show`, some that were not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held-out", action="store_true", help="count the parts that are held out")
    parser.add_argument(
        "--show", type=int, default=0, metavar="N", help="print N sentences that passed (tuned on only)"
    )
    options = parser.parse_args()
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    passed: list[tuple[str, str, str, str]] = []
    for part in HELD_OUT if options.held_out else TUNED:
        for way, entry, said, other, marked in turned(part):
            counts[way][0] += marked
            counts[way][1] += 1
            if not marked:
                passed.append((way, entry["id"], said, other))
    for way, (found, total) in sorted(counts.items()):
        print(f"{way}: {found} of {total} marked, {found / total:.1%}")
    if not options.held_out:
        for way, id, said, other in random.Random(0).sample(passed, min(options.show, len(passed))):
            print(f"\n{id} ({way})\n  {said}\n  {other}")


if __name__ == "__main__":
    main()
