"""Did you hear it? A talk of the reader's that a draft says was heard needs a note that says so."""

from __future__ import annotations

import re
from datetime import date

from coach.domain.checking.clauses import Fragment, is_verb
from coach.domain.checking.dates import dates, of_day
from coach.domain.checking.english import keys_of
from coach.domain.checking.facts import Fact, Facts
from coach.domain.checking.lexicon import split_words
from coach.domain.checking.sources import Source

HEARD = re.compile(
    r"\b(?:loved|enjoyed|liked|saw|heard|attended|watched|sat in on|listened to|was at|came to|inspired by|"
    r"moved by|impressed by|fan of|thanks? (?:you )?for|"
    r"congratulations on|congrats on|hearing|seeing|attending|watching|listening to|sat in|sitting in|"
    r"(?:good|great|lovely|nice|wonderful|pleasure|joy|treat|glad|fun|delight|honou?r) to (?:hear|see|watch|attend|"
    r"catch|listen to|sit in|be at))\s+(?:\w+\s+){0,2}?(?:your|the|her|"
    r"his)\s+(?!time\b)(?:\w+\s+){0,3}?"
    r"(?:talk|session|keynote|presentation|workshop|lecture|panel|speech|tutorial)\b|\byour (?:\w+ "
    r"){0,2}?(?:talk|session|keynote|presentation|workshop|lecture|panel|speech|reading|recital|concert|performance|"
    r"demo)"
    r"(?: (?:on|about|in|at) (?:\w+ ){1,4}?| (?:this|that|the|last|on) (?:\w+ ){1,3}?)? ?(?:was|were|really|gave|made|"
    r"taught|inspired|resonated|moved|stayed|"
    r"stuck|blew|changed|opened|left)\b|"
    r"\b(?:learn(?:ed|t)|took|got|gained|remember) (?:\w+ ){0,3}?from your (?:\w+ )?(?:talk|session|keynote|"
    r"presentation|"
    r"workshop|lecture|panel|speech|tutorial)\b|\bat your (?:talk|session|workshop|panel|lecture)\b|"
    r"\b(?:sat|sit|sitting|stayed|staying|there|in the room|front row|hall \w+) (?:\w+ ){0,5}for your (?:\w+ "
    r")?(?:talk|session|"
    r"keynote|panel|lecture|workshop|speech)\b|\b(?:end|start|beginning|middle) of your (?:talk|session|keynote|"
    r"panel|lecture)\b|"
    r"\b(?:sat|sit|sitting|listening) in on your\b|\b(?:hear|hearing|heard|watch|watching|watched|saw) you "
    r"(?:speak|talk|argue|present|explain|sing|play|perform|conduct|debate|lecture|read)\b"
)


_ATTENDED = split_words("talk session keynote presentation workshop lecture panel speech tutorial poster demo reading")


THE_TALK = re.compile(r"\bthanks? (?:\w+ )*?for (?:the|a|that|our) (?:\w+ ){0,2}talk\b")


def chatted(plain: str, facts: Facts) -> bool:
    """`thanks for the good talk` to somebody who gives none by the programme: a conversation."""
    gives = any(source.kind == "session" and set(facts.reader.split()) & set(source.lows) for source in facts.sources)
    return bool(THE_TALK.search(plain)) and not gives and not attended_word(facts)


HEARSAY = re.compile(
    r"\b(?:i(?:'ve)? (?:only |just )?(?:hear|read|gather)|i(?:'m| am| was|'ve been) told|(?:everyone|everybody|people|"
    r"they|colleagues|others|friends|my \w+) (?:all )?(?:told me|tells me|tell me|says|say|said|raved|rave)|apparently|"
    r"by all accounts|rumou?r has it)\b"
)
"""`I hear your demo was a hit`: told by others, and not seen."""


def hearsay(fragment: Fragment) -> bool:
    """The sentence up to here has it from others."""
    lead = " ".join(token.low for token in fragment.tokens[: fragment.last + 1])
    return bool(HEARSAY.search(lead)) and not {"you"} & set(fragment.words[:1])


def attended_word(facts: Facts) -> bool:
    """Some note speaks of a talk of the reader's."""
    return any(facts.reader in fact.fragment.owners and _ATTENDED & set(fact.fragment.words) for fact in facts.facts)


def hearing_you(fragment: Fragment) -> bool:
    """`it was great hearing | you argue with Jan on the panel`: cut before the `you`."""
    following = [token.low for token in fragment.tokens[fragment.last + 1 : fragment.last + 3]]
    return (
        fragment.words[-1] in _PERCEIVING
        and following[:1] == ["you"]
        and following[1:2] != ["'d"]
        and bool(_SPEAKING & set(following[1:]))
    )


_PERCEIVING = frozenset(("hearing", "heard", "watching", "watched", "seeing", "saw"))


_SPEAKING = frozenset(
    ("speak", "talk", "argue", "present", "explain", "sing", "play", "perform", "conduct", "debate", "read")
)


def attended_talk(fragment: Fragment, facts: Facts) -> bool:
    """A note of the writer's own (not the programme) that speaks of the talk."""
    attended = keys_of(_ATTENDED)
    whole = keys_of(frozenset(token.low for token in fragment.tokens))
    wanted = _theirs(fragment) & attended or fragment.keys & attended or whole & attended or attended
    theirs = bool({"your", "you"} & {token.low for token in fragment.tokens})
    missed = [fact.sentence for fact in facts.facts if fact.fragment.negated and fact.fragment.keys & wanted]
    return any(
        fact.sentence.source.kind == "note"
        and fact.sentence.keys & wanted
        and _names_a_talk(fact)
        and fact.sentence not in missed
        and (not facts.reader or not theirs or facts.reader in _around(fact))
        and not fact.fragment.negated
        and not _planned(fact)
        and not _WANTED_TO.search(fact.sentence.text.casefold())
        for fact in facts.facts
    )


def noted_on_the_day(facts: Facts) -> bool:
    """A note of the day of the reader's only talk that opens with their name, and tells of nobody missing it: `thurs
    kenji: village of 38 houses`."""
    talks = [
        source for source in facts.sources
        if source.kind == "session" and set(facts.reader.split()) <= set(source.lows) and facts.reader
    ]  # fmt: skip
    if len(talks) != 1 or any(
        ELSEWHERE.search(source.text.casefold()) for source in facts.sources if not source.author
    ):
        return False
    return any(
        fact.sentence.source.kind == "note"
        and _on_the_day(talks[0], fact.sentence.source.at)
        and facts.reader in fact.fragment.owners
        and ":" in fact.sentence.source.text[:_HEAD]
        and fact.fragment.first <= _OPENING
        and fact.sentence is fact.sentence.source.sentences[0]
        for fact in facts.facts
    )


def _on_the_day(talk: Source, day: date | None) -> bool:
    """The programme sets the talk on the day of the note."""
    if day is None:
        return False
    if talk.at == day:
        return True
    read = [one for part in talk.sentences for one in dates(list(part.tokens), day)]
    return any(one.overlaps(of_day(day)) for one in read)


ELSEWHERE = re.compile(
    r"\b(?:missed|skipped|didn't (?:go|see|hear)|couldn't|other (?:room|hall|session)|overslept|slept)\b"
)
_HEAD, _OPENING = 25, 3


def _theirs(fragment: Fragment) -> frozenset[str]:
    """What stands behind `your`: `your workshop gave me even more than the talk` is of the workshop."""
    lows = fragment.words
    at = next((step for step, low in enumerate(lows) if low == "your"), len(lows))
    return keys_of(frozenset(lows[at + 1 : at + 4]))


def took_part(facts: Facts) -> bool:
    """The programme names the writer: as moderator, speaker or on the panel."""
    writer = frozenset(facts.people.writer)
    return bool(writer) and any(
        source.kind == "session" and writer <= frozenset(source.lows) for source in facts.sources
    )


def gave_none(facts: Facts) -> Fact | None:
    """`She didn't give a talk`, `No talk from him`."""
    return next(
        (
            fact
            for fact in facts.facts
            if _NO_TALK.search(fact.fragment.plain) and facts.reader in fact.fragment.owners | fact.fragment.persons
        ),
        None,
    )


_NO_TALK = re.compile(
    r"\b(?:didn't|did not|doesn't|never) (?:give|hold|present|do) (?:a |any |her |his )?(?:talk|session|"
    r"workshop|lecture)\b|"
    r"^no (?:talk|session|workshop|lecture) (?:from|by) (?:him|her|them)\b|\b(?:didn't|did not) (?:speak|present)\b"
)


def _names_a_talk(fact: Fact) -> bool:
    """`after his session`, `Panel: Dr Asante said …`; not `I can talk you through it`."""
    tokens = fact.sentence.tokens
    heads = bool(tokens) and tokens[1:2] != [] and tokens[1].text == ":" and tokens[0].low.rstrip("s") in _ATTENDED
    return heads or any(token.low.rstrip("s") in _ATTENDED and not is_verb(tokens, p) for p, token in enumerate(tokens))


_WANTED_TO = re.compile(
    r"\bwanted to\b.*\b(?:but|until|so no)\b|\bmissed\b|\bslept (?:through|thru|in)\b|\bdozed\b|"
    r"\bin (?:the|an)? ?other (?:room|hall|session|track)\b|\bcouldn't (?:get in|get into|attend|make)\b"
)


def _planned(fact: Fact) -> bool:
    return bool(set(fact.fragment.words) & {"will", "wants", "tomorrow", "plan", "next"})


def _around(fact: Fact) -> frozenset[str]:
    source = fact.sentence.source
    named = frozenset(word for name in source.names for word in (name.casefold(),))
    return fact.fragment.persons | fact.fragment.owners | named
