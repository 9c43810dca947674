"""Were you there together? Meetings, talks heard and things done jointly need a note that says so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from coach.domain.checking.attribution import matter
from coach.domain.checking.claims import Finding
from coach.domain.checking.clauses import Fragment
from coach.domain.checking.contact import NEVER_MET, NOUNS, in_contact, only_met, spoke_not
from coach.domain.checking.english import forms, key, keys_of
from coach.domain.checking.facts import Fact, Facts
from coach.domain.checking.heard import (
    ELSEWHERE,
    HEARD,
    THE_TALK,
    attended_talk,
    chatted,
    gave_none,
    hearing_you,
    hearsay,
    noted_on_the_day,
    took_part,
)
from coach.domain.checking.lexicon import split_words
from coach.domain.checking.people import USER
from coach.domain.checking.undone import by_a_third
from coach.domain.checking.weighing import share, telling

_CONTACT = re.compile(
    r"\b(?:(?:great|good|lovely|nice|pleasure|joy|fun|honou?r|wonderful|enjoyed|glad|happy|delighted) (?:\w+ "
    r"){0,3}?(?:to (?:meet|see|talk|chat|speak|sit|catch up)|meeting|seeing|"
    r"talking|chatting|speaking|sitting|walking|catching up)|(?:meeting|seeing|talking to|talking with|chatting "
    r"with|running into) you|when we (?:met|spoke|talked|chatted)|"
    r"we (?:both )?(?:met|spoke|talked|chatted|discussed|agreed|worked|ran|walked|shared|did|had|first met|"
    r"spent|gave|made|won|climbed|danced|sang|took|visited|cooked|played|saw|heard|built|wrote|travelled|flew|"
    r"sat)(?!'| not\b| never\b|n't| an? (?:deal|pact|bet|plan)\b)|"
    r"as (?:we )?(?:discussed|agreed)|our (?:chat|conversation|talk|call|meeting|"
    r"discussion|lunch|dinner|coffee|walk|last|panel|workshop|session|trip|game|project|run|shift|night|evening|"
    r"breakfast|days|weekend|holiday|swim|hike|ride|concert|journey|flight|time together|stroll|wander|drive|tour|"
    r"outing|picnic|climb|sauna|barbecue|tea|beer|drink|drinks|crossing|detour)\b"
    r"(?! (?:staff|nurses?|shifts?|team|crew|school|line|desk|bus|train|class|club|leader|manager|porter|list|plan)\b)|"
    r"(?:enjoyed|loved|liked) (?!meeting|hearing|seeing|reading|talking|speaking|chatting)\w+ing (?:\w+ ){0,2}you\b|"
    r"(?:good|great|lovely|wonderful|nice|fun|joy|pleasure) to (?:visit|stay with|cook with|eat with|work with) "
    r"(?:you|your)\b|(?:ride|walk|drive|trip|way|flight|evening|dinner|lunch|hours?|wait) (?:\w+ ){0,3}"
    r"with you(?= (?:and \w+ )?(?:was|were|made|went)\b|$)|"
    r"remember (?:when|how|that) we|thanks? (?:you )?(?:again )?for (?:the (?:\w+ ){0,2}(?:chat|talk|"
    r"conversation|call|company)|coming|joining|your time|meeting|taking the time)|"
    r"catch up (?:last|yesterday)|(?:was|loved|enjoyed|remember) (?:\w+ ){0,2}?\w+ing (?:the \w+ |"
    r"home |back |there )?with you|"
    r"^\w+ing with you|"
    r"we (?:\w+ ){1,6}together|since we last|last time we)\b"
)


UNFORGOTTEN = re.compile(
    r"\b(?:won't|will never|can't|cannot|will not|'ll never) (?:\w+ )?forget\b|\b(?:will|'ll) (?:\w+ )?remember\b"
)
"""`I'll remember`, `I won't forget`: told of what is past."""
FUTURE = re.compile(
    r"\b(?:will|would|could|can|shall|let's|hope|forward|love to|like to|next time|'ll|'d|maybe|perhaps|if)\b|"
    r"(?<!\bgood )(?<!\bgreat )(?<!\bnice )(?<!\blovely )(?<!pleasure )(?<!\bglad )(?<!\bhappy )"
    r"\bto meet you (?:at|in|there|soon)|^(?:once|until|as soon as|by the time)\b"
)


_VISITED = re.compile(
    r"\b(?:tour|round|visit|glimpse|look|walk) (?:of|around|through|inside|to|in|round) your\b|"
    r"\b(?:for|kind of you|you) (?:to )?(?:let|letting) me (?:sit|see|try|visit|watch|join|ride|play|look|taste|"
    r"hold|climb|stay)\b|"
    r"\bfor (?:showing|taking) (?:me|us) (?:round|around|through|up|down|over|along|out|home|to)\b|"
    r"\b(?:scene|act|song|piece|number|chapter|part|half|end) of your (?:show|play|concert|film|book|novel|set|"
    r"exhibition)\b|"
    r"\b(?:good|great|lovely|wonderful|nice|fun|joy|pleasure|treat) to visit your\b|"
    r"\bfor (?:hosting|having|putting) (?:me|us) (?:at|in|up|over|round)\b|\bthe \w+ (?:that )?we held\b"
)
"""Hospitality and things seen at the reader's, told as past."""


TIMES = split_words("yesterday today tonight tomorrow pm am th st nd rd ago recently shop evening night")
"""When it was is checked as a date; `talk shop` is an idiom."""


_AGREED_TO = re.compile(
    r"\b(?:is|are|works?|would be|sounds) (?:\w+ )?(?:fine|good|great|perfect|ok|okay|best)\b|\bsuits?\b|\bconfirm"
)


_TOGETHER = split_words(
    "stay well together company we our both discuss talk chat meet agree work run walk share speak call time "
    "beside alongside opposite seat seated lucky luck fortune fortunate highlight gift blessing privilege honour "
    "adventure relief comfort tonic bonus hour half minute day week month fair event conference congress summit "
    "festival meetup madness bravest wildest craziest heart others other people weekend"
)
"""Being together, how good it was, and of what it was the best: such words name no deed."""


def never_shared(fragment: Fragment, facts: Facts) -> Finding | None:  # noqa: C901, PLR0911, PLR0912
    """A meeting, a joint act or a talk attended that no note knows of."""
    plain = UNFORGOTTEN.sub("remember", fragment.plain)
    heard = (HEARD.search(plain) or hearing_you(fragment)) and not chatted(plain, facts)
    heard = heard and not (fragment.mood == "wish" and _SOME_DAY.search(plain))
    heard = heard and not (THE_TALK.search(plain) and _not_missed(facts) and in_contact(facts))
    if heard and fragment.mood != "question" and not hearsay(fragment) and not _WAS_NOT.search(plain):
        if {"missed", "couldn't", "packed", "full", "sorry", "pity"} & {token.low for token in fragment.tokens}:
            return None
        if none := gave_none(facts):
            return Finding("contradicted", (none.label,), (none.quote,), f"Your notes say otherwise: “{none.quote}”.")
        if not attended_talk(fragment, facts) and not took_part(facts) and not noted_on_the_day(facts):
            return Finding("unsupported", reason="No note says that you were at this talk.")
        return None
    told_of = fragment.mood == "fact" and not fragment.negated and not FUTURE.search(plain)
    if _VISITED.search(plain) and told_of and facts.readable and not {"pity", "sorry", "shame"} & set(fragment.words):
        return (
            None
            if _been(fragment, facts)
            else Finding("unsupported", reason="Your notes tell of no such shared moment.")
        )
    if _AHEAD_OF_US.search(plain) or _SUCH_A_ONE.search(plain):
        return None
    if _between_others(fragment) or _ABSENT.search(plain) or _TO_COME_OF_IT.search(plain):
        return None
    if not (_CONTACT.search(plain) or _joint_deed(fragment)) or (
        FUTURE.search(plain) and not re.search(r"\bwe (?:met|did|ran|worked|discussed)|meeting you in\b", plain)
    ):
        return None
    if (
        re.search(
            r"\bour (?:call|meeting|chat|talk|lunch|coffee|visit|trip|tour|walk|hike|dinner|session|ride)\b", plain
        )
        and (fragment.mood in ("question", "wish") or _AGREED_TO.search(plain))
        and not re.search(r"\b(?:last|yesterday|ago|remember|was|were|had|earlier)\b", plain)
    ):
        return None
    contact = in_contact(facts)
    if _noted_together(plain, contact):
        return None
    if found := spoke_not(facts, plain) or _no_such_deed(fragment, facts):
        return found
    if not contact and not facts.readable and re.search(r"\bto meet you\b", plain):
        return None
    if not contact:
        return None if only_met(plain, facts) else NEVER_MET
    return None if _SUCH_A_ONE.search(plain) else _jointly(fragment, facts, contact)


_SOME_DAY = re.compile(r"\b(?:i|we)(?:'d| would) (?:\w+ )?(?:like|love) to (?!have\b)")
"""`I'd like to drop in at your workshop`: to come, and not told as past."""
_WAS_NOT = re.compile(r"\bi (?:was not|wasn't|couldn't be|could not be) (?:\w+ )?(?:at|in|there)\b")
"""`I was not at your talk`."""
_SUCH_A_ONE = re.compile(
    r"\b(?:person|man|woman|one|somebody|someone) to (?:talk|speak|write) to\b|"
    r"\b(?:talk|speak|chat|listen)(?:ing)? (?:to|with) (?:an?|somebody|someone)\b|\bmeet(?:ing)? (?:somebody|someone)\b"
)
"""`a joy to talk to a speaker of three languages`: who the reader is, and no deed."""


def _not_missed(facts: Facts) -> bool:
    """No note of the writer's tells that they were not at a talk, and the reader gave one."""
    own = [source for source in facts.sources if source.kind == "note" and not source.author]
    return gave_none(facts) is None and not any(ELSEWHERE.search(source.text.casefold()) for source in own)


_ABSENT = re.compile(
    r"\b(?:kept|keeps|held) (?:you|me) (?:away |back )?(?:from|off)\b|\bwithout you\b|"
    r"\b(?:that|which) we \w+ ourselves\b"
)
"""`the hearing kept you from our walk`, `the app that we built ourselves`: told of one who was not there."""


_MEETINGS = r"(?:call|meeting|chat|talk|lunch|dinner|coffee|visit|trip|walk|session|appointment)"
_AHEAD_OF_US = re.compile(
    rf"\bour {_MEETINGS}\b(?: \w+){{0,6}} (?:away|closer|nearer|approaching|coming up|ahead|left|near|soon)\b|"
    rf"\b(?:ready|prepare|prepared|preparing|plans?|agenda|questions?|notes|in time|before|ahead of|until) "
    rf"(?:for )?our {_MEETINGS}\b"
)
"""`our call is less than a week away`."""
_TO_COME_OF_IT = re.compile(r"^(?:some |more )?(?:food|fuel|material|questions?|topics?|something) for our \w+")
"""`Food for our call!`: a moment that is still to come."""


_THE_MOMENT = re.compile(
    r"\bour (?P<what>lunch|dinner|coffee|walk|workshop|trip|run|breakfast|swim|hike|ride|drive|tour|picnic|climb|sauna|"
    r"tea|beer|crossing|stroll|visit)\b(?: (?:on|at|in|last|this|after|before|with|yesterday)\b(?: [\w']+){0,4}?)? "
    r"(?:gave|left|made|was|is|were|stayed|has|did|still|keeps)\b|"
    r"\b(?:enjoyed|liked|loved|thanks? (?:you )?for|remember) "
    r"our (?P<that>lunch|dinner|coffee|walk|breakfast|tea|beer)\b"
)


_OVER_IT = re.compile(r"\b(?:over|at|during|after|for) (?:lunch|dinner|coffee|breakfast|tea|drinks?|beers?)\b")


def _noted_together(plain: str, contact: Sequence[Fact]) -> bool:
    """`our coffee on Friday gave me plenty to think about`, for a noted coffee of the two: what it led to is the
    writer's to say."""
    found = _THE_MOMENT.search(plain)
    what = (found["what"] or found["that"]) if found else ""
    return bool(what) and any(
        what in fact.fragment.words
        and not fact.fragment.negated
        and (USER in fact.fragment.owners or _OVER_IT.search(fact.fragment.plain))
        for fact in contact
    )


def _between_others(fragment: Fragment) -> bool:
    """`your brother sang with you`: what others did, of which the writer has no part."""
    mine = {"i", "we", "us", "me", "my", "our"} & {word.split("'")[0] for word in fragment.words}
    if not mine and _THEIR_DOING.search(fragment.plain):
        return True
    others = fragment.owners and fragment.explicit and not any(who == USER for who in fragment.owners)
    return bool(others) and not mine and "with" in fragment.words and fragment.words[0] in ("your", "her", "his")


_THEIR_DOING = re.compile(
    r"\b(?:have|has|had) been (?:\w+ing )?with you\b|"
    r"^[\w-]+ '?s'? (?:talk|panel|session|workshop|duet|paper|book|film) with you\b"
)
"""`women have been singing with you`, `Rodrigo's talk with you`: what the reader did with others."""


_ROUND_IT = tuple(
    (split_words(noted), split_words(told))
    for noted, told in (
        ("dinner lunch breakfast supper meal eat", "table meal plate food"),
        ("rain rainy", "rain downpour shower drizzle soak drench wet umbrella"),
        ("wind windy storm", "wind gust gale storm"),
        ("cold freeze frost", "cold ice icy freeze frost shiver"),
    )
)
"""What a noted moment is told by in other words: who sat at a dinner was at a table."""


def _goes_with(word: str, facts: Facts) -> bool:
    """`at your table`, where a dinner is noted; `getting soaked with you`, where it rained."""
    return any(word in keys_of(told) and any(map(facts.knows, keys_of(noted))) for noted, told in _ROUND_IT)


def _been(fragment: Fragment, facts: Facts) -> bool:
    """A note in which the writer takes part speaks of the thing, and does not say that it came to nothing."""
    told = telling(matter(fragment, facts) - keys_of(_TOGETHER))
    if told and all(_goes_with(word, facts) for word in told):
        return True
    return bool(told & facts.event_keys) or any(
        (not told or told & fact.sentence.keys)
        and fact.sentence.source.kind == "note"
        and not _CAME_TO_NOTHING.search(
            fact.fragment.plain if told & fact.fragment.keys and fact.fragment.explicit else _of_ours(fact, facts)
        )
        and (
            USER in fact.fragment.owners | fact.fragment.persons
            or {"me", "us", "we", "my", "i"} & {token.low for token in fact.sentence.tokens}
            or bool(fact.sentence.source.author)
        )
        for fact in facts.facts
    )


def _of_ours(fact: Fact, facts: Facts) -> str:
    """The sentence of a note, without what it tells of a third person alone."""
    if USER not in fact.fragment.owners:
        return fact.sentence.text.casefold()
    here = [one.fragment for one in facts.within(fact.sentence)]
    ours = [part for part in here if not part.explicit or not part.owners or part.owners & {USER, facts.reader}]
    return " ".join(part.plain for part in ours)


_CAME_TO_NOTHING = re.compile(
    r"\b(?:had to skip|skipped|missed|wanted to|would have|didn't|did not|couldn't|could not|never|cancelled|no "
    r"time|already)\b"
)


def _joint_deed(fragment: Fragment) -> bool:
    """`when we tried the simulator`, `the shift we did together`, `I climbed it with you`: told as past and common."""
    lows = fragment.words
    if re.match(r"when we (?:met|spoke|talked|chatted)\b", fragment.plain):
        return False
    if _UNTOLD.search(UNFORGOTTEN.sub("remember", fragment.plain)) or fragment.mood not in ("fact", "wish"):
        return False
    if not {"you", "your"} & set(lows) and any(
        low == "we"
        and "VERB" in (kinds := forms(after))
        and kinds["VERB"][0] != after
        and not after.endswith(("s", "ing"))
        for low, after in pairwise(lows)
    ):
        return bool({"together", "when", "pair"} & set(lows))
    return bool(_COMPANY.search(fragment.plain)) or _you_and_i(lows)


def _you_and_i(lows: Sequence[str]) -> bool:
    """`the bowl that you and I had`: told as past."""
    for one, link, other, verb in zip(lows, lows[1:], lows[2:], lows[3:], strict=False):
        base = forms(verb).get("VERB", (verb,))[0]
        past = verb not in (base, "are", "am") and not verb.endswith(("s", "ing"))
        if link == "and" and {one, other} == {"you", "i"} and past:
            return True
    return False


_COMPANY = re.compile(
    r"\bthe (?:two|pair|three) of us\b|\bus two\b(?! \w+s\b)|\bwe two\b|\bthe \w+ you ,|"
    r"\b(?:beside|next to|opposite|alongside|with|behind) you (?:lot|all|both|guys|folks|"
    r"at|in|on|for|to|and|from|through|during|after|round|"
    r"up|over|down|along|across|around|under|into|by|last|was|were|is|made|gets|kept|while)\b(?! all\b)|"
    r"\b(?:sat|stood|sitting|standing|walking|running) (?:\w+ ){0,4}(?:beside you|at your side)\b|"
    r"^(?:\w+ ,? )?\w+ing (?:\w+ ){0,5}with your \w+(?: \w+){0,4} (?:was|has|is|stayed|stays|made|taught|moved|"
    r"opened)\b|"
    r"^\w+ing (?:\w+ ){2,9}with you\b|\b(?:enjoyed|loved|remember|miss|recall) \w+ing (?:\w+ ){1,9}with you\b|"
    r"\bwith me (?:in|at|on) \w+ when i\b|\b(?:together|along) with you\b|"
    r"\bour (?:\w*[^s\W] )?(?:runs|walks|swims|rides|hikes|games|evenings|lunches|dinners|trips|lessons|"
    r"rehearsals|shifts)\b"
)


_UNTOLD = re.compile(
    r"\b(?:can|could|would|will|may|might|shall|should|let|hope|want|like to|love to|look|looking|happy|glad|share|"
    r"agree|disagree|side|sides|feel|stand|fine|if|please|up to|how|what)\b|\w'(?:ll|d)\b|\?"
)
"""Wishes, offers and ways of speaking (`I feel with you`), which tell of no shared moment."""


_TIME_TOGETHER = re.compile(
    r"\b(?:our (?:\w+ )?(?:days?|time|evening|weekend|week|afternoon|morning|hour)|"
    r"(?:sit|sitting|sat|stand|chat|talk) with you|"
    r"(?:be|being|been|was|were) (?:there|at|in) (?:[\w']+ ){0,6}with you)\b"
)
"""`our days in Tallinn`, `to sit with you at the café`: nothing more than having been at the event."""


def _no_such_deed(fragment: Fragment, facts: Facts) -> Finding | None:
    """None of the verbs and things of the joint deed stands in an affirmed fact in which the writer takes part."""
    told = telling(matter(fragment, facts) - keys_of(_TOGETHER | TIMES)) if _joint_deed(fragment) else frozenset()
    told = frozenset(word for word in told if not _goes_with(word, facts))
    theirs = _whose_things(fragment, facts)
    told = told - theirs if told - theirs else told
    told = frozenset(word for word in told if not _short_for(word, facts.event_keys))
    if _unknown_doing(fragment, facts):
        return Finding("unsupported", reason="Your notes tell of no such shared moment.")
    topic = re.search(r"\b(?:talk|chatt|speak|discuss|hear|philosophi[sz])ing (?:\w+ )?about\b", fragment.plain)
    joint = [
        fact for fact in facts.facts
        if fact.sentence.source.kind == "note" and not fact.fragment.negated
        and (
            USER in fact.fragment.owners | fact.fragment.persons
            or (topic and facts.reader in fact.fragment.owners)
            or not fact.fragment.explicit
            or fact.fragment.words[0] in NOUNS
        )
    ]  # fmt: skip
    joint += [fact for fact in facts.facts if by_a_third(fact.fragment, fact, facts)]
    known = frozenset(word for fact in joint for word in fact.fragment.keys)
    if told & (facts.event_keys | facts.brief_keys) and _MEETING_THERE.search(fragment.plain):
        return None
    if told <= facts.event_keys and (_TIME_TOGETHER.search(fragment.plain) or in_contact(facts)):
        return None
    if told and not told & known:
        return Finding("unsupported", reason="Your notes tell of no such shared moment.")
    return None


_MEETING_THERE = re.compile(r"\b(?:to meet|to see|meeting|seeing|met) you (?:all )?(?:at|in|on)\b")
"""`good to meet you at the street theatre festival in Valparaiso`: one word of the event is enough to know it by."""


def _short_for(word: str, noted: frozenset[str]) -> bool:
    """`the physio meetup`, for a physiotherapy meetup."""
    return any(one[:_STEM] == word[:_STEM] for one in noted if len(word) >= _STEM)


_STEM = 6
_DOING_WITH_YOU = re.compile(
    r"^(?:and |but |dear \w+ , )?(?P<doing>\w+ing) (?:\w+ ){0,7}(?:with|next to|beside|alongside) you\b.*"
    r" (?:is|was|were|has been|made|remains?|stays?|stayed|will stay)\b"
)
"""`Riding round the lake with you was the best part`: a deed named, and told as past."""


def _unknown_doing(fragment: Fragment, facts: Facts) -> bool:
    """The deed itself is in no fact of the notes in which the writer may have taken part."""
    found = _DOING_WITH_YOU.search(UNFORGOTTEN.sub("remember", fragment.plain))
    if not found or found["doing"] in _BEING_THERE:
        return False
    if _handled(fragment, facts):
        return False
    doing = {key(found["doing"]), *(key(base) for base in forms(found["doing"]).get("VERB", ()))}
    return not any(
        doing & (fact.fragment.verbs | fact.fragment.keys)
        and fact.sentence.source.kind == "note"
        and (
            not fact.fragment.explicit
            or USER in fact.fragment.owners | fact.fragment.persons
            or any(USER in one.fragment.owners for one in facts.within(fact.sentence))
        )
        for fact in facts.facts
    )


def _handled(fragment: Fragment, facts: Facts) -> bool:
    """`leafing through the registers with you`, where `looked at registers together` is noted: a thing gone through, in
    another word of looking."""
    things = telling(matter(fragment, facts) - keys_of(_TOGETHER | TIMES))
    return bool(_HANDLING & set(fragment.words)) and any(
        things & fact.fragment.keys and {"we", "us", "together"} & set(fact.fragment.words)
        for fact in facts.facts
        if fact.sentence.source.kind == "note"
    )


_HANDLING = split_words(
    "leafing looking poring browsing paging going bent bending studying examining digging searching rummaging reading "
    "puzzling working hunting struggling wrestling"
)


_BEING_THERE = split_words(
    "meeting talking speaking chatting sitting being spending standing catching sharing having seeing waiting getting"
)


def _whose_things(fragment: Fragment, facts: Facts) -> frozenset[str]:
    """`walking the streets with your volunteers`: a thing or people of the reader's that are known prove no deed."""
    owned = [(a, b) for who, a, b in fragment.possessed if who == facts.reader]
    return frozenset(key(fragment.tokens[p].low) for a, b in owned for p in range(a, b + 1))


def _jointly(fragment: Fragment, facts: Facts, contact: list[Fact]) -> Finding | None:
    """What the two are said to have done must be told where they were together."""
    named = {key(word) for identity in fragment.persons for word in identity.split()}
    told = telling(frozenset(matter(fragment, facts)) - keys_of(_TOGETHER | TIMES) - named)
    told = frozenset(word for word in told if not _goes_with(word, facts) and not _short_for(word, facts.event_keys))
    unknown = frozenset(word for word in told if not facts.knows(word))
    if told and len(unknown) * 2 > len(told):
        return Finding("unsupported", reason="Your notes tell of no such shared moment.")
    if not re.search(
        r"\bwe (?:both )?(?:\w+ )?(?:did|ran|worked|spent|shared|gave|wrote|built|made|held|organi[sz]ed|hosted|"
        r"won|visited|climbed|danced|sang|took|cooked|played|saw|heard|flew|travelled)\b|"
        r"\w+ing (?:the \w+ )?with you\b|"
        r"\bour (?!chat|talk|conv|table|side|own|first)",
        fragment.plain,
    ):
        return None
    joint = [
        fact for fact in contact
        if len(fact.fragment.owners | fact.fragment.persons) > 1
        and fact.fragment.mood == "fact"
        and not re.search(r"\w'd\b|\bwould\b|\bwill\b|\bcan\b|'ll\b", fact.fragment.plain)
    ]  # fmt: skip
    undone = [fact.sentence for fact in facts.facts if fact.fragment.negated]
    notes = [fact for fact in facts.facts if fact.sentence.source.kind == "note" and fact.sentence not in undone]
    joint += [
        fact for fact in notes if not fact.fragment.explicit or {"together", "we", "us"} & set(fact.fragment.words)
    ]
    known = frozenset(word for fact in joint for word in fact.sentence.keys)
    if told <= facts.event_keys and _TIME_TOGETHER.search(fragment.plain):
        return None
    if told and share(known, told) < 0.5:
        return Finding("unsupported", reason="Your notes tell of no such shared moment.")
    return None
