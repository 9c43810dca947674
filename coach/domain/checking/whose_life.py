"""Whose life is it? `I make chairs`, `you have begun with the budget`, `Bo wrote it`: told of the wrong one.

`attribution` asks for most of a clause, with its verb, in one noted clause. Here each telling word is asked where the
notes have it: when all of them stand in what is told of the other one, and none in what is told of the doer, the
clause takes the other's life for theirs. That holds of what people are, have, do and did; not of what they see, hear,
think or say, in which the other's things come up rightly.
"""

from __future__ import annotations

from coach.domain.checking.attribution import matter, whose
from coach.domain.checking.claims import Finding, contradicted
from coach.domain.checking.clauses import AUXILIARIES, PREPOSITIONS, Fragment
from coach.domain.checking.english import forms, key, keys_of, lemma, third_person
from coach.domain.checking.facts import GIVING, Fact, Facts
from coach.domain.checking.lexicon import CALENDAR, split_words
from coach.domain.checking.people import USER
from coach.domain.checking.weighing import telling

_OF_THE_OTHER = split_words(
    "see saw seen read hear heard think thought remember recall know knew known learn learnt learned understand "
    "find found like love enjoy meet met talk speak spoke tell told ask asked promise offer say said mention write "
    "wrote send sent owe want hope look admire visit come came go went attend sit sat join thank notice follow try "
    "tried taste buy bought order share pass introduce recommend bring check wonder imagine mean show use test copy "
    "print listen walk stay wait miss need believe guess suppose gather feel felt agree trust appreciate respect envy "
    "expect take took get got give gave put watch add forward attach enclose reply answer call ring help "
    "support join smile laugh forget note quote mark save pick choose suggest compare owe borrow lend return post mail "
    "email plan intend hope dream count discover discuss chat stand stood book reserve register sign apply cover "
    "repeat worry doubt fear prefer mind care wish welcome invite host consider regret practise picture happen"
)
"""Doings in which the other one's things have their place."""


def of_anothers_life(fragment: Fragment, facts: Facts) -> Finding | None:
    """Writer and reader changed places."""
    if not facts.readable or not facts.reader or fragment.tokens[-1].text == "?":
        return None
    if fragment.mood not in ("fact", "wish"):
        return None
    return (
        _in_the_others_shoes(fragment, facts)
        or _with_the_others_things(fragment, facts)
        or _befallen_the_others(fragment, facts)
    )


def _befallen_the_others(fragment: Fragment, facts: Facts) -> Finding | None:
    """`your branch lost its funding`, where it was somebody else's branch that did."""
    words = telling(matter(fragment, facts) - facts.event_keys - facts.name_keys)
    for holder, _, last in fragment.possessed:
        thing = key(fragment.tokens[last].low)
        if holder not in (USER, facts.reader) or len(words) < 2 or thing not in fragment.keys:
            continue
        near = [fact for fact in facts.by_key.get(thing, ()) if words <= fact.fragment.keys | fact.fragment.pointed]
        if near and all(_is_anothers(fact, thing, holder) for fact in near):
            return _of(near[0]) if near[0].fragment.says_no == fragment.says_no else None
    return None


def _is_anothers(fact: Fact, thing: str, holder: str) -> bool:
    """The thing is called somebody's, and not the holder's."""
    part = fact.fragment
    whose_thing = {who for who, _, last in part.possessed if key(part.tokens[last].low) == thing}
    return bool(whose_thing) and holder not in whose_thing | part.owners | part.persons


def _in_the_others_shoes(fragment: Fragment, facts: Facts) -> Finding | None:
    """`I make chairs`, which the reader does."""
    if len(fragment.owners) != 1 or not fragment.explicit or fragment.mood != "fact":
        return None
    (doer,) = fragment.owners
    if " of " in doer or "each other" in fragment.plain or {"my", "our"} & set(fragment.words):
        return None  # `your daughter`, who may be called by name in the notes
    verb, things = _said_of(fragment, doer, facts)
    words = telling(matter(fragment, facts) - facts.event_keys - facts.name_keys)
    third = doer not in (USER, facts.reader)
    blame = _told_of(words, words if third else things, doer, facts, fragment.says_no) if verb else []
    for fact, told in blame:
        if fact.fragment.owners & (fragment.persons | fragment.holders) or fact.fragment.says_no != fragment.says_no:
            continue
        between_us = fact.fragment.owners | {doer} <= {USER, facts.reader}
        bare = words == {key(verb)} and fact.fragment.explicit and len(fact.fragment.words) <= _BARE  # `he cried`
        done = key(verb) in fact.fragment.verbs and (told - {key(verb)} or bare)
        if third and USER not in fact.fragment.owners:
            whole = words | (fragment.keys & keys_of(CALENDAR))
            done = done or (len(whole) > 1 and whole <= fact.fragment.keys and fact.fragment.explicit)
        if done or (between_us and verb not in _OF_THE_OTHER):
            return _of(fact)
    return None


_BARE = 4
"""Words of a clause that tells of nothing but a doing."""


def _with_the_others_things(fragment: Fragment, facts: Facts) -> Finding | None:
    """`my band saw`, which is the reader's: a thing with the words that tell it apart."""
    for holder, first, last in fragment.possessed:
        if holder not in (USER, facts.reader) or fragment.tokens[first - 1].low not in ("my", "your"):
            continue
        words = telling({key(token.low) for token in fragment.tokens[first : last + 1]} - facts.event_keys)
        blame = _told_of(words - facts.name_keys, words, holder, facts) if len(words) > 1 else []
        for fact, told in blame:
            if told == words and (holder == USER or USER in fact.fragment.holders):
                return _of(fact)
    return None


def _of(fact: Fact) -> Finding:
    return contradicted(fact, f"Your notes say this of {whose(fact.fragment)}: “{fact.quote}”.")


def _told_of(
    words: frozenset[str], things: frozenset[str], doer: str, facts: Facts, denied: bool = False
) -> list[tuple[Fact, frozenset[str]]]:
    """Where the notes tell of one of the things, with what they share of them: surely of somebody else, and none of
    all the words of the doer, unless the notes say that he does not."""
    places = [fact for word in sorted(words) for fact in facts.by_key.get(word, ()) if not fact.programme]
    if any(_concerns(fact, doer, facts) and fact.fragment.says_no <= denied for fact in places):
        return []
    found = [(fact, words & things & fact.fragment.keys) for fact in places if not _to_come(fact.fragment)]
    return [(fact, told) for fact, told in found if told and _surely_anothers(fact, doer, told)]


def _to_come(part: Fragment) -> bool:
    """`wants old formula books`, `show him the samples`: what somebody lacks, or is to be shown."""
    return bool(part.verbs & keys_of(_LACKING)) or part.words[0] in GIVING


_LACKING = split_words("want need look search seek wish lack request")


def _surely_anothers(fact: Fact, doer: str, told: frozenset[str]) -> bool:
    """Said of them by name or by `she`; or `sells honey`, which nobody says of himself; or it is called theirs."""
    part = fact.fragment
    for holder, first, last in part.possessed:
        if holder and holder != doer and told & {key(token.low) for token in part.tokens[first : last + 1]}:
            return True
    if not part.owners or doer in part.owners:
        return False
    if part.explicit or fact.sentence.source.kind == "person":
        return True
    return USER not in part.owners and part.words[0] != "was" and third_person(part.words[0])


def _said_of(fragment: Fragment, doer: str, facts: Facts) -> tuple[str, frozenset[str]]:
    """The verb behind the doer, and the keys of it and of the things right behind it."""
    tokens = fragment.tokens
    nothing: tuple[str, frozenset[str]] = ("", frozenset())
    start = _where_named(fragment, doer, facts)
    if start is None:
        return nothing
    verb = {"'m": "be", "'re": "be", "'ve": "have"}.get(tokens[start].low[-3:].lstrip("iweyou"), "")
    things: set[str] = set()
    for token in tokens[start + 1 : fragment.last + 1]:
        low = token.low
        passive = verb == "be" and low.endswith("ed") and not things
        if (
            (low in _TOLD_OTHERWISE and not (low == "your" and doer == facts.reader))
            or passive
            or (low in _AHEAD and doer in (USER, facts.reader))
        ):
            return nothing
        if low in AUXILIARIES:
            verb = verb or lemma(low.removesuffix("n't"))
        elif low in _PASSED or low.endswith("ly") or token.kind != "word":
            continue
        elif not things and (not verb or (verb == "be" and low.endswith("ing")) or _doing(verb, low)):
            verb = "keep" if lemma(low) == "look" and "after" in fragment.words else lemma(low)
        elif low in PREPOSITIONS and not things and verb not in AUXILIARIES | {"be"}:
            continue
        elif low in PREPOSITIONS | {"to", "that", "and", "or", "but", "when", "so"}:
            break
        else:
            things.add(key(low))
    return verb, frozenset(things | {key(verb)})


def _where_named(fragment: Fragment, doer: str, facts: Facts) -> int | None:
    """The place of `I`, `you` or the last word of a name at the head of a clause; None where it is elsewhere."""
    tokens = fragment.tokens
    for position in range(fragment.first, fragment.last + 1):
        low = tokens[position].low
        if low in (_SUBJECTS if doer in (USER, facts.reader) else ("she", "he")):
            led = position == fragment.first or tokens[position - 1].low in _LEADING
            told = low not in ("she", "he") or fragment.words[0] == "that"  # `Bo told me that she …`
            return position if led and told else None
        if doer not in (USER, facts.reader) and low in doer.split():
            after = tokens[position + 1].low if position < fragment.last else ""
            if after not in doer.split():
                return (
                    position
                    if all(one.capital or one.low in _LEADING for one in tokens[fragment.first : position])
                    else None
                )
    return None


def _doing(verb: str, low: str) -> bool:
    """Behind a bare `have`: a participle, and not what is had."""
    kinds = forms(low)
    plain = "VERB" in kinds and ("NOUN" not in kinds or low.endswith(("ed", "en")))
    return verb in ("have", "do") and plain


_TOLD_OTHERWISE = frozenset(("my", "our", "your", "it", "them"))
_AHEAD = split_words("will won't would wouldn't shall i'll we'll you'll going might may could should must")


_SUBJECTS = frozenset(("i", "we", "you", "i've", "we've", "you've", "i'm", "we're", "you're"))
_PASSED = split_words(
    "a an the his her their its this these those some any every all each both also still now just already always "
    "never only even not n't enough two three four five six seven eight nine ten eleven twelve"
)
_LEADING = split_words(
    "and but so that because as since when where while how what which then though although whereas also , ; : – —"
)


def _concerns(fact: Fact, doer: str, facts: Facts) -> bool:
    """The doer has to do with it, as far as the clause says, or the sentence where the clause names nobody."""
    part = fact.fragment
    if _takes_part(part, doer):
        return True
    if part.explicit and part.owners:
        return False
    nobodys = not part.owners and doer == USER and not facts.people_in(fact.sentence.source) - {USER}
    return nobodys or any(_takes_part(one.fragment, doer) for one in facts.within(fact.sentence))


def _takes_part(part: Fragment, doer: str) -> bool:
    named = doer in part.owners | part.persons | part.holders
    return named or (doer == USER and bool(_FIRST & set(part.words)))


_FIRST = frozenset(("we", "our", "us", "me", "my", "i", "i've", "i'm", "both", "together"))
