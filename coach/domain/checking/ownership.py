"""Whose is it? Things that a draft calls mine, yours or hers, against the owners that the notes give them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from coach.domain.checking.anybodys import SHARED_OR_VAGUE, TAKEN_AS_READ
from coach.domain.checking.attribution import by_kin, matter, person_name, third
from coach.domain.checking.claims import Finding, contradicted
from coach.domain.checking.clauses import NEGATIONS, Fragment, is_verb
from coach.domain.checking.english import forms, key, keys_of
from coach.domain.checking.facts import Fact, Facts
from coach.domain.checking.gradable import reassuring
from coach.domain.checking.holders import (
    PARTED,
    after_parting,
    bears_the_word,
    definite,
    described,
    has_one_too,
    may_be_ours,
    missed,
    modifier,
    outspoken,
    owning_verbs,
    possessor,
    served,
    thing_owners,
)
from coach.domain.checking.implied import implied, implied_of
from coach.domain.checking.lexicon import FUNCTION, split_words
from coach.domain.checking.people import RELATIONS, USER
from coach.domain.checking.quantities import is_number_word
from coach.domain.checking.stances import denied_words
from coach.domain.checking.tokens import Token
from coach.domain.checking.undone import denied_otherwise
from coach.domain.checking.weighing import generic, share, telling

_SOCIAL = split_words(
    "chat conversation talk call meeting discussion lunch dinner coffee breakfast walk exchange time catch-up"
)


_SPEECHES = frozenset(("speech", "presentation", "lecture", "keynote", "session", "workshop"))


def owned(fragment: Fragment, facts: Facts) -> list[tuple[int, int, Finding]]:
    """Things called mine, yours or hers: (first token, last token, finding)."""
    found = []
    for owner, first, last in fragment.possessed:
        head = key(fragment.tokens[last].low)
        if _said_alike(fragment, first, last, facts) or _of_oneself(fragment, first) or _addressed(fragment, last):
            continue
        if owner == facts.reader and fragment.tokens[last].low in _LETTERS and _has_written(facts):
            continue
        if finding := _owner_of(fragment, owner, first, last, facts) or _disowned(owner, head, facts):
            found.append((first, last, finding))
    return found


def _said_alike(fragment: Fragment, first: int, last: int, facts: Facts) -> bool:
    """`introduce me to their CTO`, as the note has it: "their" is nobody named, there and here."""
    thing = _THEIR_OWN.search(fragment.plain)
    if thing is None or fragment.tokens[last].low != thing[1] or "their" not in _near(fragment, first):
        return False
    return any(thing[0] in fact.fragment.plain for fact in facts.by_key.get(key(thing[1]), ()))


_LETTERS = split_words("letter letters message messages mail mails email emails note notes reply answer")
"""What the reader has written to the writer: the message itself is in the notes."""


def _has_written(facts: Facts) -> bool:
    return any(source.written_by(facts.reader) for source in facts.sources)


def _of_oneself(fragment: Fragment, first: int) -> bool:
    """`we'd be your first Irish customer`, `I count as your oldest pupil`: what the writer is to the reader."""
    lead = " ".join(token.low for token in fragment.tokens[max(fragment.first, first - 5) : first - 1])
    return fragment.tokens[first - 1].low == "your" and bool(_BEING_YOURS.search(lead))


_BEING_YOURS = re.compile(r"\b(?:i|we)(?:'d| would|'ll| will|'m| am|'re| are)? ?(?:be|become|count as|remain)?$")


def _addressed(fragment: Fragment, last: int) -> bool:
    """`Bisi my sister, God bless you`: a form of address."""
    after = fragment.tokens[last + 1].text if last + 1 < len(fragment.tokens) else ""
    mine = fragment.tokens[last - 1].low == "my" if last else False
    return mine and fragment.tokens[last].low in _FORMS_OF_ADDRESS and after in (",", "!")


_FORMS_OF_ADDRESS = split_words("sister brother dear friend love lovely darling lady man boss")


def _near(fragment: Fragment, first: int) -> list[str]:
    return [token.low for token in fragment.tokens[max(0, first - 1) : first + 1]]


_THEIR_OWN = re.compile(r"\btheir ([\w-]+)")


def _owed_by_another(words: frozenset[str], facts: Facts) -> Finding | None:
    """`your sprint programme`, where a third person owes it to the writer, and no note has a word of the reader's."""
    if len(telling(words)) < _OWED or any(
        not third(fact, facts) for word in telling(words) for fact in facts.by_key.get(word, ())
    ):
        return None
    near = [one for one in facts.promises if words <= one.keys]
    if not near or any(one.by in (USER, facts.reader) or one.to != USER for one in near):
        return None
    reason = f"By your notes it is {person_name(near[0].by)} who promised this: “{near[0].quote}”."
    return Finding("contradicted", (near[0].label,), (near[0].quote,), reason)


_OWED = 2


def _owner_of(  # noqa: C901, PLR0911
    fragment: Fragment, owner: str, first: int, last: int, facts: Facts
) -> Finding | None:
    words_of_thing = [token for token in fragment.tokens[first : last + 1] if token.kind == "word"]
    tokens = [token for token in words_of_thing if token.low not in FUNCTION and not is_number_word(token.low)]
    boss = [token.low for token in words_of_thing[:2]] == ["own", "boss"]
    if not tokens or boss or reassuring(fragment) or (owner == USER and fragment.negated):
        return None
    if owner == USER and (words_of_thing[0].low == "own" or tokens[-1].low in _OF_ANY_TRADE):
        return None
    if _of_both(fragment, owner, first, tokens[-1]) or (owner == facts.reader and _to_get(fragment, tokens, facts)):
        return None
    if tokens[-1].low not in _SOCIAL and (clash := _same_words(fragment, owner, tokens[-1].low, facts)):
        return clash
    head = _head(tokens, facts)
    words = frozenset(key(token.low) for token in tokens)
    if any(promise.by == owner and telling(words) and words <= promise.keys for promise in facts.promises):
        return None
    if owner == facts.reader and any(
        promise.by == USER and head in promise.keys and _MADE_FOR.search(promise.quote.casefold())
        for promise in facts.promises
    ):
        return None
    if owner == facts.reader and (owed := _owed_by_another(words, facts)):
        return owed
    if owner not in (USER, facts.reader) and any(
        owner in fact.fragment.owners and fact.fragment.verbs & keys_of(_MAKING) for fact in facts.by_key.get(head, ())
    ):
        return None
    vague = vague_things()
    bland = head in vague and tokens[-1].low not in _SPEECHES and not telling(words - vague)
    if bland:
        return _anothers_by_name(owner, tokens, facts)
    stated = [fact for fact in facts.by_key.get(head, []) if fact.fragment.mood != "question"]
    places = [fact for fact in stated if not modifier(fact, head)]
    if not places:
        asked = not stated and bool(facts.by_key.get(head))
        unknown = asked or not facts.knows(head)
        return _unknown_thing(owner, fragment, first, last, words, facts) if unknown else None
    if owner == facts.reader and (gone := _parted_with(fragment, head, places)):
        return gone
    if any(by_kin(fragment, part) for fact in places for part in facts.within(fact.sentence)):
        return None
    best = max(share(fact.fragment.keys, words) for fact in places)
    near = [fact for fact in places if share(fact.fragment.keys, words) >= 0.99 * best]
    return _owner_clash(owner, head, near, facts, fragment, words)


_GETTING = re.compile(
    r"\byou(?:'ll| will) (?:\w+ )?(?:get|have|receive)\b|\b(?:comes?|coming|follows?|is on its way)\b"
)


_MAKING = split_words("design make draw write paint build bake brew sew carve knit record compose print invent create")
"""`Neza's labels`, which she designed for another."""
_OF_ANY_TRADE = split_words(
    "patients pupils students customers clients members volunteers visitors readers guests listeners users colleagues "
    "drivers nurses teachers children kids residents tenants donors neighbours staff"
)
"""`our patients would need it too`: people whom the writer has as well."""
_MADE_FOR = re.compile(
    r"\b(?:set up|build|make|design|draw|repair|fix|print|knit|bake|sew|paint|translate|check|proofread|edit|plant)\b"
)
"""`I offered her two hours to set up an order form`: hers, once it is made."""


def _to_get(fragment: Fragment, tokens: Sequence[Token], facts: Facts) -> bool:
    """`you'll get your 38 euros`: theirs since the writer owes it to them."""
    words = frozenset(key(token.low) for token in tokens)
    owed = any(one.by == USER and one.to == facts.reader and words & one.keys for one in facts.promises)
    return owed and bool(_GETTING.search(fragment.plain))


def _disowned(owner: str, head: str, facts: Facts) -> Finding | None:
    """`the thesis is not hers`; `ask Tom about the map, it's his`, in the reader's own letter."""
    if owner != facts.reader or not owner:
        return None
    for fact in facts.by_key.get(head, ()):
        plain = fact.fragment.plain
        following = [one.fragment.plain for one in facts.within(fact.sentence)]
        letter = fact.sentence.source.written_by(owner)
        elsewhere = letter and any(
            _ANOTHERS.match(after) for one, after in pairwise(following) if one == fact.fragment.plain
        )
        if elsewhere or (_NOT_HERS.search(plain) and (owner in fact.fragment.persons or letter)):
            reason = f"Your notes deny this: “{fact.quote}”."
            return contradicted(fact, reason)
    return None


_NOT_HERS = re.compile(r"\b(?:is|was|are|were)(?:n't| not| never) (?:hers|his|theirs|mine)\b")
_ANOTHERS = re.compile(r"^(?:it's|it is|that's|that is|they're|they are) (?:his|hers|theirs)\b")


def _of_both(fragment: Fragment, owner: str, first: int, head: Token) -> bool:
    """`pair our classes`: several things called ours, of which each side has some."""
    ours = owner == USER and fragment.tokens[first - 1].low == "our" and first > fragment.first
    several = head.low.endswith("s") and forms(head.low).get("NOUN", (head.low,))[0] != head.low
    return (
        ours
        and several
        and fragment.mood in ("question", "wish")
        and bool({"you", "your"} & {token.low for token in fragment.tokens})
    )


def _anothers_by_name(owner: str, tokens: Sequence[Token], facts: Facts) -> Finding | None:
    """`my reading group`: bland words that name one certain thing, which the notes word for word give to another."""
    phrase = " ".join(token.low for token in tokens)
    told = [
        fact for fact in facts.by_key.get(key(tokens[-1].low), ())
        if len(tokens) > 1 and f" {phrase} " in f" {fact.fragment.plain} "
    ]  # fmt: skip
    outright = [
        fact for fact in told
        if fact.fragment.explicit and fact.fragment.verbs & owning_verbs()
        and not is_verb(fact.fragment.tokens, fact.fragment.first)
    ]  # fmt: skip
    if not outright or len(outright) != len(told) or any(owner in _concerned(fact) for fact in told):
        return None
    fact = outright[0]
    holder = person_name(min(fact.fragment.owners)) if fact.fragment.owners else "somebody else"
    return contradicted(fact, f"In your notes this belongs to {holder}: “{fact.quote}”.")


def _concerned(fact: Fact) -> frozenset[str]:
    return fact.fragment.owners | fact.fragment.persons | {holder for holder, _, _ in fact.fragment.possessed}


def vague_things() -> frozenset[str]:
    """What everybody has (time, advice, doubts): calling it somebody's claims nothing."""
    return keys_of(SHARED_OR_VAGUE)


def _same_words(fragment: Fragment, owner: str, word: str, facts: Facts) -> Finding | None:
    """The very thing, called somebody else's: `my point about receipts` for her words `your point about receipts`."""
    near: list[tuple[float, str, Fact]] = []
    for fact in facts.by_key.get(key(word), ()):
        for holder, _, last in fact.fragment.possessed:
            if fact.fragment.tokens[last].low == word and holder:
                near.append((share(fact.fragment.keys, matter(fragment, facts)), holder, fact))
    if not near or any(holder == owner for _, holder, _ in near) or (owner == USER and _aimed_at(word, facts)):
        return None
    close, holder, fact = max(near, key=lambda item: item[0])
    if close < 0.5 or len(matter(fragment, facts) & fact.fragment.keys) < 2 or {holder, owner} != {USER, facts.reader}:
        return None
    return Finding(
        "contradicted",
        (fact.label,),
        (fact.quote,),
        f"In your notes this belongs to {person_name(holder)}: “{fact.quote}”.",
        (fact.sentence,),
    )


def _aimed_at(word: str, facts: Facts) -> bool:
    """A goal speaks of it: the writer has one, too."""
    return any(fact.sentence.source.kind == "goal" for fact in facts.by_key.get(key(word), ()))


def _head(tokens: Sequence[Token], facts: Facts) -> str:
    """The thing itself: the last word, or the last that the notes know, where the phrase runs on into a verb."""
    kin = next((token.low for token in tokens[:-1] if token.low in RELATIONS), "")
    if kin and any(token.capital for token in tokens[1:]):
        return key(kin)
    keys = [key(token.low.split("-")[-1]) for token in tokens]
    noted = [word for word in keys if facts.knows(word) and word not in generic()]
    return noted[-1] if noted and not facts.knows(keys[-1]) else keys[-1]


def _owner_clash(  # noqa: PLR0911
    owner: str, head: str, places: Sequence[Fact], facts: Facts, fragment: Fragment, thing: frozenset[str]
) -> Finding | None:
    """Contradicted when every place that speaks of the thing gives it to others, or denies it."""
    own = any(owner in possessor(fact, head) or served(fact, owner, head) for fact in places)
    own = own or any(has_one_too(fact, owner) for fact in places)
    if (
        own
        or _called_by_name(fragment, head, places)
        or (len(thing) == 1 and owner == facts.reader and implied_of(head, owner, facts))
    ):
        return None
    affirmed = places if fragment.negated else [fact for fact in places if not fact.fragment.negated]
    if owner == USER and any(
        USER in fact.fragment.owners and _ACQUIRED.search(fact.fragment.plain) for fact in affirmed
    ):
        return None
    called = [named for fact in affirmed if (named := possessor(fact, head))]
    if any(
        not possessor(fact, head) and fact.fragment.owners == {owner} for fact in affirmed if fact.fragment.explicit
    ):
        return None
    holders = [thing_owners(fact, head, facts) for fact in affirmed]
    owned_before = [fact.sentence.source for fact, found in zip(affirmed, holders, strict=True) if found]
    holders = [
        found for fact, found in zip(affirmed, holders, strict=True)
        if found or not (definite(fact, head) and fact.sentence.source in owned_before)
    ]  # fmt: skip
    owners = called or holders
    owners += [
        fact.fragment.owners for fact in affirmed if "their" in fact.fragment.words and not bears_the_word(fact, head)
    ]
    if owner == USER and facts.reader not in frozenset().union(*owners):
        return None
    if owner == USER and (_aimed_at(head, facts) or (not called and all(may_be_ours(fact) for fact in affirmed))):
        return None
    if (
        owner == USER
        and (fragment.mood != "fact" or not any(map(outspoken, affirmed)))
        and not described(affirmed, thing, telling(matter(fragment, facts)))
    ):
        return None
    if owner == facts.reader and _COMES.search(fragment.plain):
        return None
    if affirmed and not any(not found or owner in found for found in owners):
        fact = affirmed[0]
        holder = person_name(sorted(owners[0])[0])
        return Finding(
            "contradicted",
            (fact.label,),
            (fact.quote,),
            f"In your notes this belongs to {holder}: “{fact.quote}”.",
            (fact.sentence,),
        )
    unreal = fragment.words[0] in ("until", "before", "once", "when", "if", "unless")
    if (
        all(fact.fragment.negated and head in denied_words(fact) and not missed(fact) for fact in places)
        and not unreal
        and not _granted(fragment)
        and not denied_otherwise(fragment)
    ):
        fact = places[0]
        return Finding(
            "contradicted", (fact.label,), (fact.quote,), f"Your notes deny this: “{fact.quote}”.", (fact.sentence,)
        )
    return None


def _called_by_name(fragment: Fragment, head: str, places: Sequence[Fact]) -> bool:
    """`your neighbour Bruce`: the one of whom the notes tell, without a word on whose neighbour it is."""
    spans = [(first, last) for _, first, last in fragment.possessed]
    called = {token.low for first, last in spans for token in fragment.tokens[first : last + 1] if token.capital}
    return bool(called) and all(
        called & {word for who in fact.fragment.owners for word in who.split()} and not possessor(fact, head)
        for fact in places
    )


_COMES = re.compile(
    r"\b(?:is|are) (?:coming|on (?:its|their) way|ready|attached|here)\b|\b(?:will follow|follows|will reach you)\b"
)
_ACQUIRED = re.compile(r"\b(?:bought|got|received|won|borrowed|ordered|was given|picked up|took home|took away)\b")
_PAST = split_words(
    "was were did had used old former ex sold gave after miss missed sad sorry years ago once before when without loss "
    "buyer sale selling next new another first last ever"
)


def _parted_with(fragment: Fragment, head: str, places: Sequence[Fact]) -> Finding | None:
    """`how is your boat?` where every note that speaks of it says that it was sold, or was theirs once."""
    lows = {token.low for token in fragment.tokens}
    if "about your" in fragment.whole or "memory" in lows:
        return None
    if lows & _PAST or any(low.endswith("ed") for low in lows) or not places:
        return None
    if not all(PARTED.search(fact.fragment.plain) and head in after_parting(fact.fragment) for fact in places):
        return None
    fact = places[0]
    reason = f"By your notes this is a thing of the past: “{fact.quote}”."
    return contradicted(fact, reason)


def _granted(fragment: Fragment) -> bool:
    """The sentence itself says that the thing was not to be had: `if you never printed it`, `before trying it`."""
    lows = [token.low for token in fragment.tokens]
    undone = any(low == "before" and after.endswith("ing") for low, after in pairwise(lows))
    return undone or any(low in NEGATIONS or low.endswith("n't") for low in lows)


def _kindred(word: str, facts: Facts) -> bool:
    """The notes know the word or one that is made from it: `sorters` and `sorting`."""
    return facts.knows(word) or (len(word) > 4 and any(known.startswith(word[:4]) for known in facts.by_key))


def _unknown_thing(
    owner: str, fragment: Fragment, first: int, last: int, words: frozenset[str], facts: Facts
) -> Finding | None:
    """`your prize-winning croissants` where no note knows of any; the writer's own things need no note."""
    parts = {key(part) for token in fragment.tokens[first : last + 1] for part in token.low.split("-")}
    compounds = any("-" in token.low for token in fragment.tokens[first : last + 1])
    if compounds and any(facts.knows(part) for part in telling(parts)):
        return None
    if owner != facts.reader or not telling(words) or not facts.readable:
        return None
    described = [token.low for token in fragment.tokens[first:last] if token.kind == "word"]
    if key(fragment.tokens[last].low) in vague_things() and all(set(forms(low)) == {"ADJ"} for low in described):
        return None  # `your strict opinion`
    plain = vague_things() | keys_of(TAKEN_AS_READ)
    if all(_kindred(word, facts) or implied(word, facts) for word in telling(words) - plain):
        return None
    if fragment.mood != "fact" and sum(not facts.knows(word) for word in telling(words)) < 2:
        return None
    text = " ".join(token.text for token in fragment.tokens[first : last + 1])
    return Finding("unsupported", reason=f"No note speaks of “{text}”.")
