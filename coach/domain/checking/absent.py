"""Was the writer there at all? What a note says was missed is not to be told as seen, heard or done together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coach.domain.checking.claims import Finding, contradicted
from coach.domain.checking.clauses import Fragment
from coach.domain.checking.english import key, keys_of
from coach.domain.checking.facts import Fact, Facts
from coach.domain.checking.heard import HEARD, hearsay
from coach.domain.checking.lexicon import split_words
from coach.domain.checking.people import USER
from coach.domain.checking.weighing import telling

_MISSED = re.compile(
    r"\b(?:(?:missed|skipped|slept (?:through|in)|overslept|(?:couldn't|could not|didn't|did not|won't|can't|cannot) "
    r"(?:see|hear|watch|attend|catch|visit|make it|join|get (?:to|into) (?:the|her|his|their|a)|"
    r"stay (?:for|till|until))|"
    r"so no|never (?:saw|heard|made it to)|(?:haven't|have not|never) (?:yet )?(?:seen|heard|watched|read|visited|"
    r"tried|tasted))\b)"
)
"""The thing missed stands in the clause itself."""
_AWAY = re.compile(
    r"\b(?:(?:didn't|did not|couldn't|could not|can't|won't|wasn't able to) (?:go|come|get (?:on|in|to|into|there)|be "
    r"there|attend|join|make it|play|run|ride|row|paddle|swim|dance|sing|take part)|(?:was|were) (?:already )?in "
    r"(?:the|an)? ?other (?:room|hall|session|track)|(?:so )?not there|wasn't there|had to (?:leave|skip|stay)|"
    r"left (?:at|before|early|halfway)|was on the wait\w*|stayed (?:in bed|at the|behind|home|at home))\b"
)
"""The writer was away, and what from stands in the clause, or before it."""
_LAST_PART = re.compile(
    r"\b(?:only (?:the |for the )?(?:last|end)|(?:last|final) (?:slides?|minutes?|bit|part|word))\b"
)
_WHOLE = frozenset(("whole", "entire", "all", "full", "every", "start"))
_REGRET = frozenset(
    ("sorry", "pity", "shame", "missed", "miss", "unfortunately", "sad", "sadly", "wish", "without", "regret",
     "packed", "full", "crowded")
)  # fmt: skip
_PERCEIVED = re.compile(
    r"^(?:\w+ ,? )?(?:watching|listening|hearing|seeing|attending|sitting|walking|joining|sharing|playing|dancing|"
    r"riding|running|swimming|rowing|paddling|cooking|eating|visiting|standing|climbing|tasting|being)\b|"
    r"\b(?:i|we) (?:\w+ly |still |also |just |both )?(?:saw|heard|watched|listened|sat|joined|attended|loved|enjoyed|"
    r"liked|visited|walked|rode|ran|paddled|rowed|danced|sang|tasted|took part)\b|"
    r"\b(?:good|great|lovely|nice|wonderful|pleasure|joy|treat|glad|fun|delight|honou?r) to "
    r"(?!have you|hear (?:from|that|about)|see that|learn|read)\w+|"
    r"^(?:\w+ ,? )?\w+ing (?:[\w-]+ ){0,7}with you\b|\b(?:moved|touched|stunned|gripped|thrilled) me\b|"
    r"\bin my (?:ears?|head|mind)\b|\bbefore my eyes\b|"
    r"\b(?:dinner|lunch|supper|breakfast|tea|drinks|walk|trip|ride|tour) with you\b|"
    r"\b(?:at|in|during|after|from) your (?:\w+ )?(?:talk|keynote|workshop|session|demo|panel|lecture|tour|"
    r"set|concert|reading|poster)\b"
)
"""Told as seen, heard or done: `watching you carve`, `it was good to hear your talk`, `in my ears`."""
_TO_COME = re.compile(
    r"\b(?:will|would|could|can|shall|hope|forward|love to|like to|next|maybe|perhaps|if)\b|'(?:ll|d)\b"
)
_PERFORMED = re.compile(
    r"\byour (?:[\w-]+ ){0,2}?(?P<what>show|scene|play|concert|set|performance|singing|playing|interpreting|reading|"
    r"recital|dancing|acting|talk|keynote|lecture|workshop|demo|puppets|tour|film|act)\b"
    r"(?: (?:on|at|in|of|with) (?:[\w-]+ ){1,4}?)? ?(?:was|were|is) (?:[\w-]+ )*?(?:superb|wonderful|brilliant|"
    r"great|finest|"
    r"best|lovely|beautiful|amazing|fantastic|moving|stunning|excellent|marvellous|magnificent|highlight|gorgeous|masterful)\b"
)
_PERFORMANCES = split_words(
    "show scene play concert set performance singing playing interpreting reading recital dancing acting talk keynote "
    "lecture workshop demo puppets tour film act gig"
)
"""What is seen or heard of somebody, each for the other: who missed the show has not seen the scene."""
_THEIR_PERFORMANCE = re.compile(rf"\b(?:your|the) (?:[\w-]+ ){{0,2}}?(?P<what>{'|'.join(sorted(_PERFORMANCES))})\b")
"""`after your talk`: bland words elsewhere, but here the thing that was seen or missed."""


def praised_unseen(fragment: Fragment, facts: Facts) -> Finding | None:
    """`your scene was the finest thing`, where the writer noted that they missed the reader's show."""
    found = _PERFORMED.search(fragment.plain)
    if found is None or fragment.mood != "fact" or fragment.negated or not facts.readable:
        return None
    for fact, missed in _absences(facts):
        theirs = facts.reader in facts.people_in(fact.sentence.source)
        if theirs and missed & keys_of(_PERFORMANCES) and not _seen_after_all(fact, facts):
            return contradicted(fact, f"Your notes say otherwise: “{fact.quote}”.")
    return None


def _seen_after_all(absence: Fact, facts: Facts) -> bool:
    """Another note tells of one that was seen, and the reader is in it."""
    return any(
        fact.fragment.keys & keys_of(_PERFORMANCES) and facts.reader in fact.fragment.owners | fact.fragment.persons
        and _PERCEIVED.search(fact.fragment.plain)
        for fact in _elsewhere(absence, facts)
    )  # fmt: skip


_COMMON = frozenset(("good", "great", "friday", "saturday", "sunday", "monday", "tuesday", "wednesday", "thursday"))


def missed_out(parts: Sequence[Fragment], number: int, facts: Facts) -> Finding | None:
    """A thing told as seen, heard or shared, which the only notes that speak of it say was missed."""
    fragment = parts[number]
    plain = fragment.plain
    if not facts.readable or fragment.negated or fragment.mood in ("greeting", "question") or _TO_COME.search(plain):
        return None
    said = {token.low for token in fragment.tokens}
    if {"you", "your"} & said and not _sorry(said, plain) and (cut := _not_to_the_end(fragment, facts)):
        return cut
    to_you = {"you", "your"} & said or _MOVED.search(plain)
    if not (_PERCEIVED.search(plain) or HEARD.search(plain)) or not to_you or _sorry(said, plain):
        return None
    if hearsay(fragment):
        return None
    told = _told(parts, number, facts) | {key(found["what"]) for found in _THEIR_PERFORMANCE.finditer(plain)}
    for fact, missed in _absences(facts):
        common = told & missed
        if common and not any(common & other.fragment.keys for other in _elsewhere(fact, facts)):
            reason = f"Your notes say otherwise: “{fact.quote}”."
            return contradicted(fact, reason)
    return _only_the_end(fragment, facts)


def _sorry(said: set[str], plain: str) -> bool:
    """The sentence itself tells of not having been there, or of hearsay."""
    too = re.search(r"\btoo [\w-]+ to\b|\bheard about\b", plain)
    return bool(_REGRET & said) or any(low.endswith("n't") for low in said) or bool(too)


def _told(parts: Sequence[Fragment], number: int, facts: Facts) -> frozenset[str]:
    """The telling words of the clause, and of the one that its verb of seeing runs on into (`watching | you carve`)."""
    keys = parts[number].keys
    if parts[number].words[-1].endswith("ing") and number + 1 < len(parts):
        keys |= parts[number + 1].keys
    names = facts.name_keys
    return telling(keys) - names - facts.event_keys - keys_of(_COMMON)


def _absences(facts: Facts) -> Iterator[tuple[Fact, frozenset[str]]]:
    """Each clause of the writer's notes that says they were not there, with the words of what they missed."""
    before: Fact | None = None
    for fact in facts.facts:
        source, plain = fact.sentence.source, fact.fragment.plain
        if source.kind == "note" and not source.author:
            mine = not fact.fragment.explicit or fact.fragment.owners == {USER} or _no_subject(fact.fragment)
            if mine and _MISSED.search(plain):
                yield fact, fact.fragment.keys
            elif mine and _AWAY.search(plain):
                lead = before.fragment.keys if before and before.sentence is fact.sentence else frozenset()
                yield fact, fact.fragment.keys | lead
        before = fact


def _no_subject(fragment: Fragment) -> bool:
    """`missed her tour`, `so couldn't join`: the writer's, in the writer's own note."""
    bare = [low for low in fragment.words if low not in ("so", "and", "but", "then")]
    return bool(bare) and (bool(_MISSED.match(bare[0])) or bare[0].endswith("n't") or bare[0] in ("slept", "never"))


def _elsewhere(absence: Fact, facts: Facts) -> Iterator[Fact]:
    """What other sentences of the notes say: there the thing may have been seen after all. Where the writer has not
    seen it, that others have to do with it proves nothing."""
    unseen = _UNSEEN.search(absence.fragment.plain)
    for fact in facts.facts:
        if fact.sentence is absence.sentence or fact.sentence.source.kind != "note" or fact.fragment.negated:
            continue
        mine = USER in fact.fragment.owners or not (fact.fragment.owners or fact.sentence.source.author)
        if mine or not unseen:
            yield fact


_UNSEEN = re.compile(r"\b(?:haven't|have not|never) (?:yet )?(?:seen|heard|watched|read|visited|tried|tasted)\b")
_MOVED = re.compile(r"\b(?:moved|touched|stunned|gripped|thrilled) me\b")


def _not_to_the_end(fragment: Fragment, facts: Facts) -> Finding | None:
    """`the last scene of your show`, of which the writer saw the first half."""
    if not _AT_THE_END.search(fragment.plain) or not fragment.keys & keys_of(_PERFORMANCES):
        return None
    for fact in facts.facts:
        source = fact.sentence.source
        told = fact.sentence.keys & keys_of(_PERFORMANCES) and source.kind == "note" and not source.author
        if told and _FIRST_PART.search(fact.fragment.plain):
            return contradicted(fact, f"Your notes say otherwise: “{fact.quote}”.")
    return None


_AT_THE_END = re.compile(
    r"\b(?:the (?:very )?end|(?:last|final|closing) (?:\w+ ){0,2}?(?:of|in)|ending|encore|finale|to the last|"
    r"from start to finish|whole|entire|every (?:minute|word))\b"
)
_FIRST_PART = re.compile(
    r"\b(?:(?:first|only) (?:\w+ )?(?:half|third|part|minutes)|half of (?:her|his|their|the)|"
    r"only the (?:start|beginning)|"
    r"left (?:at|before|early|halfway|in the (?:break|interval))|had to (?:leave|go|run)|gave up)\b"
)


def _only_the_end(fragment: Fragment, facts: Facts) -> Finding | None:
    """`your whole talk`, of which the writer got the last slide."""
    if not _WHOLE & set(fragment.words):
        return None
    for fact in facts.facts:
        common = fragment.keys & fact.fragment.keys
        if common and _LAST_PART.search(fact.fragment.plain) and fact.sentence.source.kind == "note":
            reason = f"Your notes say otherwise: “{fact.quote}”."
            return contradicted(fact, reason)
    return None


_WITH_YOU = re.compile(
    r"\b(lunch|dinner|breakfast|supper|tea|coffee|drinks|beer|beers|walk|ride|trip|swim|hike|meal|drive|picnic|stroll) "
    r"with you\b"
)


def with_others(fragment: Fragment, facts: Facts) -> Finding | None:
    """`lunch with you and Marta`, where the notes tell of lunch with Marta, and with nobody else."""
    found = _WITH_YOU.search(fragment.plain)
    if found and _sorry({token.low for token in fragment.tokens}, fragment.plain):
        return None
    if found is None or fragment.mood != "fact" or _TO_COME.search(fragment.plain) or not facts.readable:
        return None
    told = [
        fact for fact in facts.by_key.get(key(found[1]), ())
        if fact.sentence.source.kind == "note" and not fact.sentence.source.author
    ]  # fmt: skip
    if (
        not told
        or key(found[1]) in facts.event_keys
        or any(facts.reader in fact.fragment.persons | fact.fragment.owners for fact in told)
    ):
        return None
    if not all(fact.fragment.persons - {USER} for fact in told):
        return None
    return Finding("unsupported", reason="Your notes tell of no such shared moment.")
