"""One word for its opposite in a phrase of the notes: `your choir on Friday morning`, where they have `the choir on
Friday evening`; `see you after the concert` for `before the concert`; `the new banner` for `the old banner`.

`polarity` weighs the words of whole clauses, and small words (`first`, `before`, `evening`) weigh nothing there. Here
such a word is held against the very phrase in which a note has its opposite: beside the same word, of the same thing.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from coach.domain.checking.attribution import matter
from coach.domain.checking.claims import Finding, contradicted
from coach.domain.checking.clauses import NEGATIONS, STOPS, Fragment
from coach.domain.checking.english import key
from coach.domain.checking.facts import Fact, Facts
from coach.domain.checking.lexicon import CALENDAR, FUNCTION, split_words
from coach.domain.checking.weighing import share, telling

_GROUPS = tuple(
    tuple(frozenset(side.split("/")) for side in line.split())
    for line in """
first last
before after
morning/mornings evening/evenings afternoon/afternoons night/nights
open/opened/opens closed/closes/shut
free paid
early late
easy hard/difficult
lost/loses won/gained/wins
started/starts/began/begins stopped/stops/ended/ends
bought/buys sold/sells
borrowed/borrows lent/lends
joined left
passed/passes failed/fails
accepted/accepts refused/declined/rejected
loves/loved/love hates/hated/hate
likes dislikes
older younger
oldest/eldest youngest
old new
big/large/great small/little
bigger/larger smaller
left right
north south
northern southern
east west
eastern western
red blue green yellow black white
more fewer/less
most least/fewest
always never
cheap expensive/dear
cheaper dearer
married single/divorced
taught/teaches learned/learnt/learns
agreed/agrees disagreed/disagrees
upstairs downstairs
inside outside
indoors outdoors
over under
above below
longer shorter
higher lower
faster slower
earlier later
hot cold
wet dry
full empty
upper lower
front back
top bottom
public private
long short
high low
heavy light
thick thin
wide narrow
strong weak
rich poor
fast slow
soft hard
good bad
arrives leaves
mother/mother's father/father's
sister/sister's brother/brother's
son/son's daughter/daughter's
husband/husband's wife/wife's
uncle/uncle's aunt/aunt's
""".strip().splitlines()
)


@cache
def _opposites() -> dict[str, frozenset[str]]:
    """Each word with those that its group sets against it."""
    found: dict[str, frozenset[str]] = {}
    for group in _GROUPS:
        for side in group:
            others = frozenset().union(*(other for other in group if other is not side))
            for word in side:
                found[word] = found.get(word, frozenset()) | others
    return found


_NEAR = 3
"""How far off the next word that tells something may stand."""
_BOTH = "both"
"""For a neighbour: alike on either side."""
_JOINING = split_words(
    "before after more fewer less most least first last over under above below left right always never"
)
"""Words that mean nothing without what they stand beside."""
_ROLES = split_words("bought buys sold sells borrowed borrows lent lends taught teaches learned learnt learns")
"""Who buys from one is sold to: so these need the same doer."""
_POINTING = split_words("that then this it which")
"""`before that four years in Leeds`: what came before stands elsewhere."""


def turned_word(fragment: Fragment, facts: Facts) -> Finding | None:
    """A word of the clause stands where the notes have its opposite."""
    if not facts.readable or fragment.mood in ("greeting", "question"):
        return None
    tokens, pairs = fragment.tokens, _opposites()
    sentence = frozenset(token.low for token in tokens)
    for at in range(fragment.first, fragment.last + 1):
        others = pairs.get(tokens[at].low, frozenset())
        if not others or others & sentence or _of_today(fragment, at) or _hoped(fragment, at):
            continue
        for fact in facts.facts:
            if others & fact.sentence.lows and _turned(fragment, at, fact, others, facts):
                return contradicted(fact, f"Your notes say the opposite: “{fact.quote}”.")
    return None


def _of_today(fragment: Fragment, at: int) -> bool:
    """`last winter`, `last Tuesday`: reckoned from today."""
    before, after = fragment.tokens[max(0, at - 1)].low, fragment.tokens[min(at + 1, len(fragment.tokens) - 1)].low
    return fragment.tokens[at].low == "last" and after in _SPANS and before not in _ARTICLES


_SPANS = CALENDAR | split_words(
    "winter spring summer autumn fall year week month night weekend season decade evening time easter christmas"
)
_ARTICLES = split_words("the a an she he they i we you my your his her our their its every each this")


def _hoped(fragment: Fragment, at: int) -> bool:
    """`I hope that the bridge opens again`, `you taught yourself`: told against no note."""
    lead = {token.low for token in fragment.tokens[:at]}
    around = set(fragment.words)
    return bool(lead & _HOPING) or (fragment.tokens[at].low in _ROLES and any(low.endswith("self") for low in around))


_HOPING = split_words("hope hopes hoping wish fingers")


def _turned(fragment: Fragment, at: int, fact: Fact, others: frozenset[str], facts: Facts) -> bool:
    """The note has one of `others` where the clause has the word at `at`."""
    theirs, low = fact.fragment, fragment.tokens[at].low
    if fact.programme or theirs.says_no != fragment.says_no or theirs.mood == "question":
        return False
    if low in fact.sentence.lows:
        return False
    apart = bool(theirs.owners and fragment.owners and not theirs.owners & fragment.owners and theirs.explicit)
    if low in _ROLES and (apart or not (theirs.owners and fragment.owners)):
        return False
    for step in _places(theirs, others):
        if low in _WHEN and _denies(fragment, at) != _denies(theirs, step):
            continue
        word, common = _common_neighbour(fragment, at, theirs, step), _shared(fragment, fact)
        in_phrase = bool(word) and (
            len(common) > 1
            or (
                not apart
                and (word == _BOTH or bool(common - {word}) or _bound(fragment, at, theirs, step, word, common))
            )
        )
        in_clause = (
            not apart and (low not in _JOINING or _ends(fragment, at)) and _mostly(fragment, fact, common, facts, low)
        )
        if in_phrase or in_clause:
            return not _told_elsewhere(low, word, common, facts)
    return False


def _bound(fragment: Fragment, at: int, theirs: Fragment, step: int, word: str, common: frozenset[str]) -> bool:
    """The one word in common is bound up with the opposites: `lodging is free`, `lodging is paid`."""
    return word in common and _tight(fragment, at, word) and _tight(theirs, step, word)


def _denies(fragment: Fragment, at: int) -> bool:
    """Earlier in the sentence: `I can't tell you before the vote` and `I'll tell you after the vote` agree."""
    return any(token.low in NEGATIONS or token.low.endswith("n't") for token in fragment.tokens[:at])


_WHEN = frozenset(("before", "after"))


def _ends(fragment: Fragment, at: int) -> bool:
    """`I'll ask my board first`: of the whole clause, and of no noun."""
    return fragment.tokens[at].low in ("first", "last") and at == fragment.last


def _mostly(fragment: Fragment, fact: Fact, common: frozenset[str], facts: Facts, low: str) -> bool:
    """The rest of the clause stands in the note: `the two hives you won`, for `lost 2 hives last winter`."""
    words = matter(fragment, facts) - {key(low)}
    return len(telling(common)) > 1 and share(fact.sentence.keys, words) >= _MOST


_MOST = 0.6


def _shared(fragment: Fragment, fact: Fact) -> frozenset[str]:
    """Words that tell something, and figures, of both."""
    figures = frozenset(token.low for token in fragment.tokens if token.low.isdigit())
    words = frozenset(key(token.low) for token in fragment.tokens if token.low not in FUNCTION)
    return telling(words & fact.sentence.keys) | (figures & fact.sentence.lows)


def _common_neighbour(fragment: Fragment, at: int, theirs: Fragment, step: int) -> str:
    """The word that stands next to the one in the draft and to its opposite in the note, on the same side."""
    left, right = _beside(fragment, at)
    noted_left, noted_right = _beside(theirs, step)
    same_left, same_right = bool(left) and left == noted_left, bool(right) and right == noted_right
    if same_left and same_right:
        return _BOTH
    return left if same_left else right if same_right else ""


def _tight(fragment: Fragment, at: int, word: str) -> bool:
    """`free lodging`, `lodging is free`: nothing but a form of being stands between."""
    span = [token.low for token in fragment.tokens[fragment.first : fragment.last + 1]]
    step = at - fragment.first
    after, before = span[step + 1 :], span[:step]
    while after and after[0] in _ARTICLES:
        after = after[1:]
    while before and before[-1] in _BEING:
        before = before[:-1]
    return any(key(low) == word for low in (*after[:1], *before[-1:]))


_BEING = split_words("is are was were be been being stays stay very so too still quite 's 're a an the")


def _told_elsewhere(low: str, word: str, words: frozenset[str], facts: Facts) -> bool:
    """Another note has the word of the draft beside the same words."""
    beside = (word,) if word not in ("", _BOTH) else words
    return any(low in fact.sentence.lows for one in beside for fact in facts.by_key.get(one, ()))


def _places(fragment: Fragment, words: frozenset[str]) -> Iterator[int]:
    for step in range(fragment.first, fragment.last + 1):
        if fragment.tokens[step].low in words:
            yield step


def _beside(fragment: Fragment, at: int) -> tuple[str, str]:
    """The keys of the next words that tell something, on either side of a word."""
    return (
        _next(fragment, range(at - 1, max(fragment.first - 1, at - 1 - _NEAR), -1)),
        _next(fragment, range(at + 1, min(fragment.last, at + _NEAR) + 1)),
    )


def _next(fragment: Fragment, places: range) -> str:
    for step in places:
        token = fragment.tokens[step]
        if token.text in STOPS or token.low in _POINTING:
            return ""
        if token.low not in FUNCTION and token.low[:1].isalnum():
            return key(token.low)
    return ""
