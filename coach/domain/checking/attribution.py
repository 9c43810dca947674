"""Is it theirs? What the draft says of one person, and the notes of another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from coach.domain.checking.claims import Finding
from coach.domain.checking.clauses import Fragment
from coach.domain.checking.english import key, keys_of
from coach.domain.checking.facts import Fact, Facts
from coach.domain.checking.lexicon import FUNCTION, ROLE_HEADS, split_words
from coach.domain.checking.people import RELATIONS, USER
from coach.domain.checking.quantities import is_number_word
from coach.domain.checking.tokens import Token
from coach.domain.checking.weighing import generic, share, telling

_SHARED_OR_VAGUE = split_words(
    "time thought thoughts day week view views opinion opinions advice help reply answer response message note "
    "email mail word words "
    "perspective perspectives experience experiences insight insights honesty kindness patience support "
    "interest attention feedback input "
    "question questions side way mind life work story stories team people colleagues friends calendar schedule "
    "inbox convenience behalf "
    "eyes heart hands hand family trip journey weekend holiday start morning evening afternoon best own luck "
    "success approach idea ideas "
    "plan plans company organisation organization place home city country field area industry project projects "
    "users clients customers "
    "favourite favorites favorite hometown thinking guess take turn pick choice preference leave situation "
    "position case needs "
    "warm welcome generosity openness enthusiasm energy passion company's experience expertise knowledge "
    "regards greetings wishes "
    "visit return hospitality trust effort efforts efforts commitment courage shoes name friend colleague "
    "person profile bio page "
    "dedication style vision enthusiasm curiosity humour humor wisdom candor candour transparency wording "
    "phrase sentence remark comment "
    "comments suggestion suggestions tip tips warning example examples argument description explanation account "
    "summary title post "
    "calm focus voice leadership availability agenda plate desk door return reaction memory memories background "
    "path career "
    "session's day-to-day chat conversation discussion talk meeting call newcomer peers audience readers "
    "listeners pleasure caution taste doubts doubt concern concerns reservations hesitation admiration scepticism "
    "appetite instinct mood nerves reasoning verdict priorities blessing secret decision decisions progress "
    "achievement achievements change changes growth drop rise switch"
)
_SOCIAL = split_words(
    "chat conversation talk call meeting discussion lunch dinner coffee breakfast walk exchange time catch-up"
)
_OWNING = split_words(
    "have own run lead build make write start host found teach plant keep grow organise develop design "
    "record publish cook bake paint "
    "compose score hold manage create breed raise sell edit produce direct give send lend offer show "
    "promise get win lose measure fire "
    "lose break train collect mill brew serve mentor tear plan launch open hire study propose present film "
    "direct knit bury rebuild restore "
    "repair translate print call name wear play ride drive sail coach curate map scan bring move invent "
    "finish pass earn fail"
)
"""Doings that make a thing somebody's own, so that calling it another's is an error."""


_CONSUMING = split_words(
    "pay use like love enjoy want need see visit read hear listen buy attend know miss look ask receive eat "
    "drink taste borrow hate watch"
)


def person_name(identity: str) -> str:
    """An identity as it is read aloud."""
    return "you" if identity == USER else " ".join(word.capitalize() for word in identity.split())


def misplaced(fragment: Fragment, facts: Facts) -> Finding | None:
    """A statement that the notes make of somebody else, and not of this fragment's doer."""
    if not fragment.owners or not fragment.explicit or fragment.mood in ("greeting", "question"):
        return None
    planned = fragment.mood == "wish" and USER in fragment.owners
    if planned and not re.search(r"\bi(?:'ll| will)\b", fragment.plain):
        return None
    words = _matter(fragment, facts) - _in_possession(fragment)
    if not telling(words):
        return None
    ours, theirs = 0.0, 0.0
    blame: Fact | None = None
    for fact in _candidates(words, facts):
        if fact.programme:
            continue
        close = share(fact.fragment.keys, words)
        ownerless = not fact.fragment.owners or not fact.fragment.explicit
        if ownerless or fact.fragment.owners & fragment.owners or _same(fact, fragment) or _own_words(fact, fragment):
            ours = max(ours, close)
        elif close > theirs and _comparable(fragment, fact, facts, words):
            theirs, blame = close, fact
    if blame is None or theirs < (0.75 if planned else 0.6) or ours >= 0.75 * theirs or not _strong(words, blame):
        return None
    owner = person_name(min(blame.fragment.owners))
    return Finding(
        "contradicted",
        (blame.label,),
        (blame.quote,),
        f"Your notes say this of {owner}: “{blame.quote}”.",
        (blame.sentence,),
    )


def _comparable(fragment: Fragment, fact: Fact, facts: Facts, words: frozenset[str]) -> bool:
    """Same doing and same sign; and where the writer speaks of himself, only the reader's facts can be stolen."""
    if fragment.negated != fact.fragment.negated:
        return False
    if fragment.owners == {USER} and facts.reader not in fact.fragment.owners:
        return False
    return bool(fragment.verbs & fact.fragment.verbs) or len(telling(words & fact.fragment.keys)) >= 3


_SPEECH = split_words("call say mention tell praise describe suggest note remind explain comment find think")


def _own_words(fact: Fact, fragment: Fragment) -> bool:
    """`thank you for calling my question brave`: the doer wrote the words that are reported."""
    author = fact.sentence.source.author.casefold().split()
    written = bool(author) and any(set(author) & set(owner.split()) for owner in fragment.owners)
    return written and bool(fragment.verbs & keys_of(_SPEECH) or fragment.words[:1] in (["thank"], ["thanks"]))


def _in_possession(fragment: Fragment) -> frozenset[str]:
    """Words of things called somebody's own: judged by their owner, not by the doer."""
    spans = [(first, last) for _, first, last in fragment.possessed]
    return frozenset(key(token.low) for first, last in spans for token in fragment.tokens[first : last + 1])


def _matter(fragment: Fragment, facts: Facts) -> frozenset[str]:
    """The fragment's words without the names of the people concerned."""
    named = {key(word) for identity in fragment.persons | fragment.owners for word in identity.split()}
    return frozenset(word_key for word_key in fragment.keys if word_key not in named)


def _strong(words: Iterable[str], fact: Fact) -> bool:
    """At least two words in common, one of which matters: one alone may be chance."""
    common = frozenset(words) & fact.fragment.keys
    return bool(telling(common)) and len(common) >= 2


def _candidates(words: Iterable[str], facts: Facts) -> list[Fact]:
    seen: dict[int, Fact] = {}
    for word_key in sorted(words):
        for fact in facts.by_key.get(word_key, ()):
            seen[id(fact)] = fact
    return list(seen.values())


def _same(fact: Fact, fragment: Fragment) -> bool:
    """The doer is named in the fact, with the writer: what people do together is said of either."""
    named = fragment.owners & fact.fragment.persons
    if named and not fact.fragment.owners & fragment.owners and {"ask", "say", "want"} & fact.fragment.verbs:
        return True
    return len(fact.fragment.owners) > 1 and bool(fragment.owners & (fact.fragment.owners | fact.fragment.persons))


def owned(fragment: Fragment, facts: Facts) -> list[tuple[int, int, Finding]]:
    """Things called mine, yours or hers: (first token, last token, finding)."""
    found = []
    for owner, first, last in fragment.possessed:
        if finding := _owner_of(fragment, owner, first, last, facts):
            found.append((first, last, finding))
    return found


def _owner_of(fragment: Fragment, owner: str, first: int, last: int, facts: Facts) -> Finding | None:
    words_of_thing = [token for token in fragment.tokens[first : last + 1] if token.kind == "word"]
    tokens = [token for token in words_of_thing if token.low not in FUNCTION and not is_number_word(token.low)]
    if not tokens:
        return None
    if tokens[-1].low not in _SOCIAL and (clash := _same_words(fragment, owner, tokens[-1].low, facts)):
        return clash
    head = _head(tokens, facts)
    words = frozenset(key(token.low) for token in tokens)
    vague = vague_things()
    if head in vague and not telling(words - vague):
        return None
    stated = [fact for fact in facts.by_key.get(head, []) if fact.fragment.mood != "question"]
    places = [fact for fact in stated if not _modifier(fact, head)]
    if not places:
        asked = not stated and bool(facts.by_key.get(head))
        unknown = asked or not facts.knows(head)
        return _unknown_thing(owner, fragment, first, last, words, facts) if unknown else None
    best = max(share(fact.fragment.keys, words) for fact in places)
    near = [fact for fact in places if share(fact.fragment.keys, words) >= 0.99 * best]
    return _owner_clash(owner, head, near, facts, fragment, words)


def vague_things() -> frozenset[str]:
    """What everybody has (time, advice, doubts): calling it somebody's claims nothing."""
    return keys_of(_SHARED_OR_VAGUE)


def _same_words(fragment: Fragment, owner: str, word: str, facts: Facts) -> Finding | None:
    """The very thing, called somebody else's: `my point about receipts` for her words `your point about receipts`."""
    near: list[tuple[float, str, Fact]] = []
    for fact in facts.by_key.get(key(word), ()):
        for holder, _, last in fact.fragment.possessed:
            if fact.fragment.tokens[last].low == word and holder:
                near.append((share(fact.fragment.keys, _matter(fragment, facts)), holder, fact))
    if not near or any(holder == owner for _, holder, _ in near):
        return None
    close, holder, fact = max(near, key=lambda item: item[0])
    if close < 0.5 or len(_matter(fragment, facts) & fact.fragment.keys) < 2 or {holder, owner} != {USER, facts.reader}:
        return None
    return Finding(
        "contradicted",
        (fact.label,),
        (fact.quote,),
        f"In your notes this belongs to {person_name(holder)}: “{fact.quote}”.",
        (fact.sentence,),
    )


def _head(tokens: Sequence[Token], facts: Facts) -> str:
    """The thing itself: the last word, or the last that the notes know, where the phrase runs on into a verb."""
    kin = next((token.low for token in tokens[:-1] if token.low in RELATIONS), "")
    if kin and any(token.capital for token in tokens[1:]):
        return key(kin)
    keys = [key(token.low.split("-")[-1]) for token in tokens]
    noted = [word for word in keys if facts.knows(word) and word not in generic()]
    return noted[-1] if noted and not facts.knows(keys[-1]) else keys[-1]


def _modifier(fact: Fact, head: str) -> bool:
    """`branch` in `branch librarian`: part of another thing's name."""
    tokens = fact.fragment.tokens
    for position in range(fact.fragment.first, fact.fragment.last):
        following = tokens[position + 1]
        if key(tokens[position].low) == head and following.kind == "word" and following.low in ROLE_HEADS:
            return True
    return False


def _owner_clash(
    owner: str, head: str, places: Sequence[Fact], facts: Facts, fragment: Fragment, thing: frozenset[str]
) -> Finding | None:
    """Contradicted when every place that speaks of the thing gives it to others, or denies it."""
    affirmed = places if fragment.negated else [fact for fact in places if not fact.fragment.negated]
    owners = [_thing_owners(fact, head, facts) for fact in affirmed]
    if owner == USER and facts.reader not in frozenset().union(*owners):
        return None
    if owner == USER and fragment.mood != "fact" and not _described(affirmed, thing):
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
    if all(fact.fragment.negated for fact in places) and not fragment.negated and not unreal:
        fact = places[0]
        return Finding(
            "contradicted", (fact.label,), (fact.quote,), f"Your notes deny this: “{fact.quote}”.", (fact.sentence,)
        )
    return None


def _described(places: Sequence[Fact], thing: frozenset[str]) -> bool:
    """More than the bare noun is the same: `my two PhD students`, not `our school`."""
    return any(len(thing & fact.sentence.keys) >= 2 for fact in places)


def _thing_owners(fact: Fact, head: str, facts: Facts) -> frozenset[str]:
    """Who owns the thing in this fact: the possessive before it, else a doer that the words name."""
    fragment = fact.fragment
    if fact.sentence.source.kind in ("session", "event"):
        return frozenset()
    for owner, first, last in fragment.possessed:
        if any(key(token.low) == head for token in fragment.tokens[first : last + 1]):
            return frozenset((owner,))
    if not fragment.explicit or head in generic() or "if" in fragment.words:
        return frozenset()
    if re.search(r"\b(?:can|could|may|might) (?:have|use|see|borrow|take)\b", fragment.plain):
        return frozenset()
    between = bool(fragment.owners & {USER, facts.reader})
    if fragment.verbs and (not fragment.verbs & keys_of(_OWNING) if between else fragment.verbs & keys_of(_CONSUMING)):
        return frozenset()
    return fragment.owners | (
        fragment.persons - {USER} if USER in fragment.owners and len(fragment.owners) > 1 else frozenset()
    )


def _unknown_thing(
    owner: str, fragment: Fragment, first: int, last: int, words: frozenset[str], facts: Facts
) -> Finding | None:
    """`your prize-winning croissants` where no note knows of any; the writer's own things need no note."""
    if owner != facts.reader or not telling(words) or not facts.readable:
        return None
    if fragment.mood != "fact" and sum(not facts.knows(word) for word in telling(words)) < 2:
        return None
    text = " ".join(token.text for token in fragment.tokens[first : last + 1])
    return Finding("unsupported", reason=f"No note speaks of “{text}”.")


_HEARSAY = frozenset(("heard", "someone", "somebody", "others", "another", "people", "friend"))


def _spoken_to_reader(fragment: Fragment, facts: Facts) -> bool:
    """Nothing of the writer's own, no hearsay, no third person as the doer."""
    if {"my", "our"} & set(fragment.words) or _HEARSAY & {token.low for token in fragment.tokens}:
        return False
    return fragment.mood != "greeting" and fragment.owners != {USER} and not fragment.owners - {USER, facts.reader}


def foreign(fragment: Fragment, facts: Facts, mentioned: frozenset[str]) -> Finding | None:
    """What the notes tell of a third person alone, in a sentence that speaks to the reader and names nobody else."""
    if not facts.reader or not _spoken_to_reader(fragment, facts):
        return None
    words = [
        word
        for word in sorted(telling(_matter(fragment, facts)))
        if word in facts.by_key and word not in facts.brief_keys
    ]
    words = [word for word in words if word not in facts.heading_keys or third(facts.by_key[word][0], facts)]
    if not words:
        return None
    places = [fact for word in words for fact in facts.by_key[word]]
    if not all(third(fact, facts) for fact in places):
        return None
    if any(fact.fragment.owners & mentioned or fact.fragment.persons & mentioned for fact in places):
        return None
    fact = max(places, key=lambda place: share(place.fragment.keys, words))
    if RELATIONS & set(fact.fragment.words) & set(fragment.words):
        return None
    owner = person_name(sorted(fact.fragment.owners)[0])
    return Finding(
        "contradicted",
        (fact.label,),
        (fact.quote,),
        f"Your notes say this of {owner}: “{fact.quote}”.",
        (fact.sentence,),
    )


def third(fact: Fact, facts: Facts) -> bool:
    """The fact is expressly about somebody who is neither the writer nor the reader."""
    fragment = fact.fragment
    others = fragment.owners - {USER, facts.reader}
    return (
        bool(others)
        and fragment.explicit
        and not fragment.owners & {USER, facts.reader}
        and (not fragment.persons & {facts.reader} or _kin(fragment))
    )


def _kin(fragment: Fragment) -> bool:
    """`her brother Gethin plays`: the reader is named only to say whose brother it is."""
    words = fragment.words
    return words[0] in ("her", "his", "their", "my") and bool(RELATIONS & set(words[1:3]))
