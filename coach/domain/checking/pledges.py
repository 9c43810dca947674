"""Who owes whom? Promises and offers of a draft against those that the notes record."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from coach.domain.checking.attribution import person_name
from coach.domain.checking.claims import Finding
from coach.domain.checking.clauses import Fragment
from coach.domain.checking.english import forms, key, keys_of
from coach.domain.checking.facts import GIVING, WOULD_LIKE, Facts, Promise, object_keys
from coach.domain.checking.lexicon import CALENDAR, FUNCTION, split_words
from coach.domain.checking.owed_to_whom import not_to_you, of_another_matter
from coach.domain.checking.people import RELATIONS, USER
from coach.domain.checking.weighing import share, telling

GIVE = (
    r"(?:send|share|forward|pass|e-?mail|mail|text|give|bring|lend|introduce|connect|show|post|write|put|visit|"
    r"offer|pay|get|invite|review|ship|call|make|deliver|supply)"
)
_TO_MAKE = "take|finish|prepare|copy|scan|print|type|translate|pack|draw"
_PLEDGING = r"(?:for (?:offer|promis|agree|volunteer)ing|of you to (?:offer|promise|agree|volunteer))"
_MINE = re.compile(
    rf"\b(?:i (?:\w+ )?(?:promised|offered|owe)|we (?:still )?owe|"
    rf"we (?:had |have |once )?(?:promised|offered) (?:you|to)|"
    rf"i (?:\w+ )?said (?:that )?(?:i would|i'd|i'll|i will)|"
    rf"as i (?:said|promised|offered)|i (?:\w+ )?agreed to|"
    rf"we agreed to {GIVE}|i was (?:going )?to|i still have to|"
    rf"i (?:still )?have (?:\w+ ){{1,7}}to (?:{GIVE}|{_TO_MAKE})|"
    rf"i'll let you have|(?:i'll|i will) have (?:\w+ ){{1,6}}ready|i will let you have|"
    rf"i'll {GIVE}|i will {GIVE}|i'm {GIVE}ing|i am {GIVE}ing|here (?:is|are|comes|come)|i've attached|"
    rf"attached (?:is|are)|find attached|you asked me (?:for|to))\b"
)
_FROM_ME = re.compile(
    r"\byou(?:'ll)? (?:\w+ ){0,4}(?:get|receive|expect|have|see|hear) (?:\w+ ){0,8}from (?:me|us)\b|"
    r"\byou(?:'ll| will) (?:\w+ )?(?:get|receive) (?:the|our|my|a|an|this|that|it|them|those|your)\b|"
    r"\byou(?:'ll| will) (?:\w+ )?have (?:our|my)\b|"
    r"\bi owe\b|\bmy (?:promise|offer)\b|\bfrom (?:me|us) (?:by|on|before|within|this|next|tomorrow|in)\b|"
    r"\byou(?:'ll| will| shall) have (?!it back)(?:\w+ ){0,6}(?:by|within|before|this|next|tomorrow)\b|"
    r"\b(?:my|our) (?:[\w'-]+ ){1,6}(?:(?:will|should|'ll) (?:\w+ )?(?:be with you|reach you|follow|be in your inbox)|"
    r"(?:is|are) on (?:its|their) way)\b|"
    r"\b(?:still )?(?:to come|coming|comes?|follows?) (?:\w+ ){0,4}?(?:from (?:me|us)|to you)\b"
)
_FROM_YOU = re.compile(
    r"\bi (?:\w+ ){0,4}(?:get|receive|expect|have) (?:\w+ ){0,8}from you\b|"
    r"^(?:and |so |but )?(?:once|when|as soon as|after|if) (?:i|we)(?:'ve| have)? (?:have|get|got|received?) your\b|"
    r"\b(?:glad of|grateful for|awaiting|await|hoping for|counting on) (?:the|your|a|those) (?:\w+ ){1,8}from you\b|"
    r"\byou(?: are|'re|'d be| would be| were|'ll be| will be) (?:\w+ )?(?:send|bring|lend|giv|post|mail|shar|"
    r"writ|mak|forward)ing\b"
)
_PASSIVE = re.compile(r"\b(?:as|like) (?:(?:i|we|you) )?(?:promised|agreed|offered|discussed|arranged|said)\b")
_YOURS = re.compile(
    rf"\b(?:you (?:\w+ )?(?:promised|offered|owe|agreed to)|"
    rf"you (?:\w+ )?said (?:that )?(?:you would|you'd|you'll|you will|i could|i might|i may|we could)"
    rf"(?! (?:like|love|rather|prefer))|"
    rf"as you (?:so |very )?(?:kindly )?(?:promised|offered)|"
    rf"you wanted to {GIVE}|you (?:were|are) going to|you're going to|"
    rf"you'll (?!get\b){GIVE}|you will (?!get\b){GIVE}|{_PLEDGING}|"
    rf"(?:(?:i am|i'm|we are|we're|am|still) |^)waiting for (?:the|your)|"
    rf"your (?:\w+ )?(?:offer|promise)|"
    rf"(?:don't|do not|never) forget to {GIVE}|remember to {GIVE}|please (?:do |just |kindly )?{GIVE} (?:me|us)|"
    rf"take you up on|(?:could|can|would|will) you (?:\w+ )?{GIVE}|"
    rf"look(?:ing)? forward to (?:the|your|receiving|getting|[\w' -]+ from you)|"
    rf"(?:can't|cannot) wait (?:for|to (?:get|see|read|hear|have)) (?:the|your)|reminder "
    rf"(?:of|about)|for the offer|you're (?:bringing|sending|lending|giving))\b"
)
_FORWARD = re.compile(r"\blook(?:ing)? forward to the\b|\bwait (?:for|to \w+) the\b")
"""Of a thing only: no promise is named, so that but a promise of that very thing counts."""
_EXPLICIT = re.compile(
    rf"\b(?:promised|offered|owe|as agreed|i still have to|waiting for|"
    rf"said (?:that )?(?:i'd|you'd|i would|you would|i could|we could)(?! (?:like|love|rather|prefer))|"
    rf"your (?:\w+ )?offer|{_PLEDGING}|for the offer|take you up)\b"
)
_WILL = re.compile(r"\b(?:i'll|i will|i'm going to|i am going to|you'll|you will|you're going to)\b")


_BARE = re.compile(
    r"^(?:just )?as (?:you|i) (?:so |very )?(?:kindly |once )?(?:offered|promised|agreed|volunteered)(?: you| me)?\W*$"
)


_THANKING = re.compile(r"\bfor (?:\w+ )?(?:offering|promising|agreeing|volunteering) to [\w' ]+$")
_STILL_OWED = re.compile(r"\byou (?:\w+ )?owe (?:me|us)\b|\b(?:am|'m|still) waiting for (?:the|your)\b")
_GAVE = split_words("sent gave brought returned handed posted delivered emailed mailed forwarded shared showed")


def in_hand(fragment: Fragment, facts: Facts) -> Finding | None:
    """`you still owe me the pattern`, where a note says that she has sent it."""
    if not facts.readable or not _STILL_OWED.search(fragment.plain) or fragment.negated:
        return None
    about = telling(object_keys(fragment.keys)) - facts.name_keys
    for fact in facts.facts if about else ():
        given = _GAVE & set(fact.fragment.words) and not fact.fragment.negated and facts.reader in fact.fragment.owners
        if given and about <= fact.fragment.keys and {"me", "us", "has", "already"} & set(fact.fragment.words):
            return Finding("contradicted", (fact.label,), (fact.quote,), f"By your notes you have it: “{fact.quote}”.")
    return None


def pledged(  # noqa: C901, PLR0911
    fragment: Fragment,
    facts: Facts,
    sentence_plain: str,
    previous: Fragment | None = None,
    following: Fragment | None = None,
) -> Finding | None:
    """The promise that a fragment speaks of, compared with the recorded ones; None where it speaks of none.

    `previous`: the fragment before, which holds what was promised where this one is but `as you offered`; `following`:
    the one behind, for `thank you for offering to show me | how to rear queens`."""
    before = previous.keys if previous and _BARE.search(fragment.plain) else frozenset()
    if following and following.words[0] in ("how", "what", "where", "why") and _THANKING.search(fragment.plain):
        before |= following.keys
    by = direction(fragment, facts, sentence_plain)
    if not by:
        return _overtaken(fragment, facts)
    about = frozenset(word for word in object_keys(fragment.keys | before) if not is_name(word, fragment))
    about -= keys_of(CALENDAR)
    if not telling(about):
        about = object_keys(fragment.keys | before | _in_quotes(fragment)) - keys_of(CALENDAR) - facts.name_keys
    if not telling(about):
        return _word_for_word(fragment, about, by, facts) or _to_be_introduced(fragment, by, facts)
    scored = [(share(promise.keys, about), promise) for promise in facts.promises]
    close = [(score, promise) for score, promise in scored if score >= 0.4 and telling(promise.keys & about)]
    if not close:
        wider = [
            (share(promise.keys | promise.around, about), len(promise.keys & fragment.keys), promise)
            for promise in facts.promises
        ]
        near = max((item for item in wider if item[0] >= 0.6), key=lambda item: item[:2], default=None)
        if near and near[2].by == by and not near[1] and telling(object_keys(near[2].keys) - facts.name_keys):
            near = None  # what was promised is named, and is another thing
        if near and near[2].by != by and not near[1] and not _PASSIVE.search(sentence_plain):
            near = None
        if near and not _FORWARD.search(fragment.plain):
            other = of_another_matter(fragment, near[2], facts)
            return (other or kept(near[2])) if near[2].by == by else turned(near[2])
        found = _owed_to_one(fragment, by, facts)
        return found or (_unrecorded(fragment, by, sentence_plain, facts) if facts.readable else None)
    givers = {by} | _given_by(fragment, facts)
    fit = [(score, promise) for score, promise in close if promise.by in givers]
    fit += [] if fit else _in_reply(fragment, about, by, facts)
    others = [(score, promise) for score, promise in close if promise.by not in givers]
    if fit and (not others or max(fit, key=_first)[0] >= max(others, key=_first)[0] - 0.05):
        promise = max(fit, key=_first)[1]
        as_said = bool(_PASSIVE.search(sentence_plain))
        crossed = _to_another(fragment, promise, facts) or not_to_you(fragment, promise, about, facts, as_said=as_said)
        return crossed or of_another_matter(fragment, promise, facts) or kept(promise)
    theirs = max(others, key=_first)[1]
    if _but_a_modifier(fragment, about, theirs):
        return None
    return None if _invited(fragment, theirs, by, facts) else turned(theirs)


def _but_a_modifier(fragment: Fragment, about: frozenset[str], promise: Promise) -> bool:
    """`your sample`, where `the drawing of our sample holder` is owed: the word only tells which holder."""
    telling_words = telling(about)
    words = [word.strip(".,;:!?\"'()").casefold() for word in promise.quote.split()]
    if len(telling_words) != 1:
        return False
    return (
        any(
            key(word) in telling_words and "NOUN" in forms(after) and after not in FUNCTION
            for word, after in pairwise(words)
        )
        and key(
            fragment.tokens[fragment.last if fragment.tokens[fragment.last].kind == "word" else fragment.last - 1].low
        )
        in telling_words
    )


def _in_quotes(fragment: Fragment) -> frozenset[str]:
    """`to lend me "The Salt Road"`: a title, which the reader of clauses has cut off."""
    rest = fragment.tokens[fragment.last + 1 :] if fragment.words[-1] in ('"', "“", "‘") else []
    return frozenset(key(token.low) for token in rest if token.kind == "word" and token.low not in FUNCTION)


_TAKEN_UP = re.compile(
    r"\btake you up on|\byour (?:\w+ )?(?:offer|invitation)\b|\bthank\w* (?:you )?for (?:offering|inviting)\b"
)
_COMING = re.compile(r"\b(?:come|coming|join|visit|ride|stay|drop by|be there)\b")
_BARE_WORD = re.compile(r"^(?:would|will|could|can|happy to|glad to|may)\b", re.I)


def _invited(fragment: Fragment, promise: Promise, by: str, facts: Facts) -> bool:
    """`I'd like to take you up on your offer of a day in the van`, where it is noted that `I'd come along`; and a note
    such as `Would train our volunteers`, which does not say who would."""
    if promise.by != USER or by != facts.reader or not _TAKEN_UP.search(fragment.plain):
        return False
    return bool(_COMING.search(promise.quote.casefold()) or _BARE_WORD.search(promise.quote))


def _word_for_word(fragment: Fragment, about: frozenset[str], by: str, facts: Facts) -> Finding | None:
    """`you owe me a night shift`, where it is the writer who owes a night shift: in bland words, but the very same."""
    same = [one for one in facts.promises if (one.to or one.due or len(about) > 1) and about and about <= one.keys]
    if not same or not _EXPLICIT.search(fragment.plain):
        return None
    mine = next((one for one in same if one.by == by), None)
    return kept(mine) if mine else turned(same[0])


def _owed_to_one(fragment: Fragment, by: str, facts: Facts) -> Finding | None:
    """`I still owe him a phone number`, where that one is owed our supplier's number: one word, be it a bland one."""
    for promise in facts.promises:
        if promise.by == by and promise.to in fragment.persons and promise.keys & object_keys(fragment.keys):
            return of_another_matter(fragment, promise, facts) or kept(promise)
    owed = [promise for promise in facts.promises if promise.by == by and promise.to == facts.reader]
    if len(owed) == 1 and facts.reader in fragment.persons and _LOOSELY.search(fragment.plain):
        return kept(owed[0])
    return None


_LOOSELY = re.compile(
    r"\bowe you (?:an?|the|some|that) (?:figure|number|answer|reply|thing|file|document|paper|note|bit of \w+|"
    r"text|details?|information|word|list|name|address)\b"
)
"""`I still owe you a figure`, for the one thing that is owed."""


def _given_by(fragment: Fragment, facts: Facts) -> frozenset[str]:
    """Who else may give it: `the list from Ann`, `waiting for the list from your sister`; and where one but looks
    forward to `the list`, whoever promised it to the writer.
    """
    others = fragment.persons - {USER, facts.reader}
    named = frozenset(who for who in others if re.search(rf"\bfrom {re.escape(who.split()[0])}\b", fragment.plain))
    kin = re.search(r"\bfrom (?:your|her|his|my) (?P<kin>\w+)\b", fragment.plain)
    promising = frozenset(promise.by for promise in facts.promises if promise.by not in (USER, facts.reader))
    if kin and kin["kin"] in RELATIONS:
        return named | frozenset(who for who in promising if _is_kin(who, kin["kin"], facts))
    if _FORWARD.search(fragment.plain):
        return named | promising
    return named


def _is_kin(who: str, relation: str, facts: Facts) -> bool:
    """A note calls this person so: `his sister Beatriz`."""
    first = who.split(maxsplit=1)[0]
    return any(
        before.low == relation and token.low == first
        for fact in facts.facts
        for before, token in pairwise(fact.sentence.tokens)
    )


_INTRODUCING = re.compile(
    r"\b(?:promised|offered|agreed|promise|offer) (?:\w+ ){0,3}(?:introduce|connect|put)\b|"
    r"\b(?:promis|offer)ing to introduce\b"
)


def _introduced_by_the_other(named: frozenset[str] | set[str], by: str, facts: Facts) -> Finding | None:
    """`I will introduce you to David Park, as promised`, where it is the other who promised this."""
    met = keys_of(frozenset(("introduce", "intro", "introduction", "connect")))
    told = [one for one in facts.promises if named & one.keys and met & one.keys and one.by in (USER, facts.reader)]
    return turned(told[0]) if told and all(one.by != by for one in told) else None


def _to_be_introduced(fragment: Fragment, by: str, facts: Facts) -> Finding | None:
    """`You promised to introduce me to Luca`, where no promise of that side and no introduction noted names him."""
    introducing = re.search(r"\bintro(?:duc\w+)?\b", fragment.plain)
    if not facts.readable or not (introducing or _INTRODUCING.search(fragment.plain)):
        return None
    named = {key(token.low) for token in fragment.tokens[fragment.first + 1 : fragment.last + 1] if token.capital}
    named -= keys_of(frozenset((*facts.reader.split(), *facts.people.writer)))
    turned_round = _introduced_by_the_other(named, by, facts)
    if turned_round is not None:
        return turned_round
    if not _INTRODUCING.search(fragment.plain):
        return None
    met = keys_of(frozenset(("introduce", "intro", "introduction", "contact", "connect", "touch")))
    told = [promise.keys | promise.around for promise in facts.promises if promise.by == by]
    told += [fact.sentence.keys for fact in facts.facts if fact.sentence.keys & met]
    if not named or any(named & keys for keys in told):
        return None
    return Finding("unsupported", reason="No note records this promise or offer.")


def _to_another(fragment: Fragment, promise: Promise, facts: Facts) -> Finding | None:
    """`I also owe Lili a cutting`, where the cutting is owed to Viktor."""
    given = re.search(r"\b(?:owe|promised|owes) (?P<whom>\w+)", fragment.plain)
    whom = facts.people.resolve((given["whom"],)) if given else ""
    if not promise.to or whom in ("", USER, promise.to) or whom not in fragment.persons or promise.by == whom:
        return None
    reason = f"By your notes this is promised to {person_name(promise.to)}: “{promise.quote}”."
    return Finding("contradicted", (promise.label,), (promise.quote,), reason)


def _in_reply(fragment: Fragment, about: frozenset[str], by: str, facts: Facts) -> list[tuple[float, Promise]]:
    """`Send me the sample … I can look at it`: the promised doing is the draft's, the thing stands just before."""
    return [
        (share(promise.keys | promise.around, about), promise)
        for promise in facts.promises
        if promise.by == by
        and promise.keys & fragment.verbs - keys_of(GIVING)
        and telling(promise.around & about)
        and share(promise.keys | promise.around, about) >= _HALF
    ]


_LEAVE = re.compile(r"^(?:that )?(?:i|we) (?:could|can|may|might)\b")


def granted(fragment: Fragment, facts: Facts, previous: Fragment | None) -> Finding | None:
    """`you said | I could plug into your generator`: leave that no note and no promise tells of."""
    if previous is None or not re.search(r"\byou (?:\w+ )?(?:said|told me|agreed|offered)$", previous.plain):
        return None
    if not _LEAVE.search(fragment.plain) or not facts.readable:
        return None
    about = telling(word for word in object_keys(fragment.keys) if not is_name(word, fragment))
    if not about or any(share(fact.sentence.keys, about) >= _HALF for fact in facts.facts):
        return None
    if any(share(promise.keys | promise.around, about) >= _HALF for promise in facts.promises):
        return None
    return Finding("unsupported", reason="No note records this promise or offer.")


_HALF = 0.5


def _overtaken(fragment: Fragment, facts: Facts) -> Finding | None:
    """`I'll fix the login` where another has promised just this: a plain plan, so only a near match counts."""
    asked = fragment.mood == "question" and not fragment.plain.startswith(("i'll", "i will", "and i'll"))
    if fragment.verbs & keys_of(_RECEIVE) or len(fragment.owners) != 1 or asked or not _WILL.search(fragment.plain):
        return None
    about = frozenset(word for word in object_keys(fragment.keys) if not is_name(word, fragment))
    scored = [
        (share(promise.keys, about), promise) for promise in facts.promises if len(telling(promise.keys & about)) >= 2
    ]
    if _RECEIVING.search(fragment.plain):
        return None
    other_doing = not fragment.verbs & (keys_of(GIVING) | {word for _, promise in scored for word in promise.keys})
    best = None if other_doing else max(scored, key=_first, default=None)
    mine = max((score for score, promise in scored if promise.by in fragment.owners), default=0.0)
    if best is None or best[0] < 0.6 or mine >= best[0] - 0.05:
        return None
    return turned(best[1])


_RECEIVE = split_words("need require receive await expect miss wait watch treasure enjoy")
_RECEIVING = re.compile(r"\byou(?:'ll| will) (?:\w+ )?(?:see|find|have|hear|get|receive)\b")
"""`you'll see it on the plan`: nothing that the reader has to do."""


def _first(pair: tuple[float, Promise]) -> float:
    return pair[0]


def direction(fragment: Fragment, facts: Facts, sentence_plain: str) -> str:  # noqa: PLR0911
    """Whose promise the words speak of: the writer's, the reader's, or nobody's."""
    plain = fragment.plain
    if _GIVEN_BACK.search(plain):
        return ""
    if _FROM_ME.search(plain):
        return USER
    if whom := _third_person(plain, facts):
        return whom
    if _YOU_HAVE.search(plain) and "from" not in fragment.words:
        return USER
    theirs = _AS_YOU_SAID.search(sentence_plain) and _I_RECEIVE.search(plain)
    if (theirs or _YOURS.search(plain) or _FROM_YOU.search(plain)) and "you asked me" not in plain:
        return facts.reader
    if _MINE.search(plain):
        return USER
    if _AS_YOU_SAID.search(sentence_plain) and _TO_RECEIVE.search(plain):
        return facts.reader
    return _as_agreed(fragment, sentence_plain) if _PASSIVE.search(sentence_plain) else ""


def _as_agreed(fragment: Fragment, sentence_plain: str) -> str:
    """Who gives what was agreed: whoever it comes from, else the doer."""
    if _FROM_ME.search(sentence_plain):
        return USER
    return next(iter(fragment.owners)) if fragment.explicit and len(fragment.owners) == 1 else ""


_GIVEN_BACK = re.compile(
    r"\b(?:you|i|we)(?:'ll| will| shall) (?:\w+ )?(?:have|get|receive) (?:your|my|our|the) (?:\w+ ){1,4}back\b"
)
"""`you'll have your dictionary back`: nothing promised anew."""
_YOU_HAVE = re.compile(r"\byou(?:'ll| will) (?:\w+ )?(?:have|get|receive) (?:the|it|them|that)\b(?!.*\bback\b)")
"""`you will have the number by Saturday`: from the writer."""
_AS_YOU_SAID = re.compile(r"\bas you (?:\w+ )?(?:promised|agreed|offered|said|wrote)\b")
_TO_RECEIVE = re.compile(
    r"\b(?:glad of|grateful for|happy (?:to get|with|about)|expect|count on|hope for) (?:the|your|that|those)\b"
)
"""`I'd be glad of the timetable, as you said`."""
_I_RECEIVE = re.compile(r"\b(?:i|we)(?:'ll| will) (?:get|receive|have) (?:the|your|that|those)\b(?!.* to you\b)")
"""`as you promised, I'll get the list`: the reader gives it."""


def _third_person(plain: str, facts: Facts) -> str:
    """Whom a clause names as the one who promised: `thank Ann for offering`, `Ann has promised me`."""
    promised, thanked = _THIRD_PROMISED.search(plain), _THANKED.search(plain)
    whom = facts.people.resolve((promised["who"],)) if promised else ""
    if whom not in ("", USER, facts.reader):
        return whom
    whom = facts.people.resolve((thanked["whom"],)) if thanked else ""
    return "" if whom == USER else whom


_THANKED = re.compile(r"\bthank (?P<whom>\w+) for (?:offer|promis|agree|volunteer)ing")
_THIRD_PROMISED = re.compile(
    r"\b(?P<who>\w+) (?:has |have |had |'s )?(?:also |kindly )?(?:promised|owes) (?:me|us|you)\b"
)
"""`Ann has promised me her notes`: a third person's word."""


def is_name(word: str, fragment: Fragment) -> bool:
    return any(
        word in (part, part.replace("-", ""), *part.split("-"))
        for identity in fragment.persons
        for part in identity.split()
    )


def kept(promise: Promise) -> Finding:
    return Finding("supported", (promise.label,), (promise.quote,), "Your notes record this promise.")


def is_turned(finding: Finding) -> bool:
    """The finding says that another promised it, and not that it is of another thing or to another."""
    return finding.verdict == "contradicted" and finding.reason.startswith(_IT_IS)


_IT_IS = "By your notes it is "


def turned(promise: Promise) -> Finding:
    who = "you who" if promise.by == USER else f"{person_name(promise.by)} who"
    return Finding(
        "contradicted",
        (promise.label,),
        (promise.quote,),
        f"{_IT_IS}{who} promised this: “{promise.quote}”.",
    )


_OWED_IN_JEST = re.compile(
    r"\bowe (?:it |this |that |everything |all this |all that |much of it )?to (?:your?|her|his|their|the|that|a)\b|"
    r"\bowe you (?:one|a lot|so much|big time|my (?:thanks|life|apologies|gratitude))\b|"
    r"\bowe you (?:an?|one|two|several|at least an?|many|\w+ many) (?:very )?(?:big |large |huge |great |proper |"
    r"good |cold |new |second |whole )*(?:thanks?|thank-you|favou?r|apology|explanation|beer|pint|drink|coffee|tea|"
    r"cake|dinner|lunch|meal|round|hug|dance|pair|bottle|ice|medal|kiss|cup|glass)\b"
)
"""`which I owe to your advice`, `I owe you a coffee`: thanks, and no promise on record."""


def _told_of(fragment: Fragment, by: str, facts: Facts) -> bool:
    """`thank you for agreeing to the swap`, where a note has `We agreed on swapping`: what was offered or agreed stands
    in a note in other words than those of a promise."""
    about = telling(object_keys(fragment.keys))
    about = frozenset(word for word in about if not is_name(word, fragment))
    return bool(about) and any(
        share(fact.sentence.keys, about) >= _HALF and _WILLING.search(WOULD_LIKE.sub("", fact.sentence.text.casefold()))
        for fact in facts.facts
        if fact.sentence.source.kind in ("note", "message") and not fact.fragment.negated
        if bool(fact.sentence.source.author) <= (by == facts.reader)
    )


_WILLING = re.compile(
    r"\b(?:agree\w*|offer\w*|can|could|would|promis\w+|yes|happy|glad|welcome|free|ok|okay|fine|invit\w+|deal|"
    r"to (?:mail|send|lend|give|bring|show|post|share) (?:me|us|her|him))\b|'ll\b"
)


def _not_sent(fragment: Fragment, by: str, facts: Facts) -> bool:
    """`I still have to send you the photos`, where a note has `not yet sent her the photos`."""
    about = telling(object_keys(fragment.keys)) - facts.name_keys
    return bool(about) and any(
        about <= fact.fragment.keys and fact.fragment.negated and by in fact.fragment.owners for fact in facts.facts
    )


_MY_TASK = re.compile(
    rf"\bi still have to (?!{GIVE}\b)(?!.*\byou\b(?! (?:suggested|mentioned|showed|told|gave|named|recommended)))"
)
"""`I still have to try your idea`: what the writer has to do, and owes to nobody."""
_LOOKING = re.compile(r"\b(?:look at|look over|review|check|proofread|read|go through|comment on)\b")
"""`thank you for agreeing to look at my letters`, where `I can review your lower case` is noted."""
_AS_ASKED = re.compile(r"\bas you (?:\w+ )?(?:asked|wished|requested|wanted|suggested|proposed)\b")
_I_DO = re.compile(r"\b(?:i'll|i will|i'm going to|i am going to|i shall|we'll|we will)\b")
_WANTED = re.compile(
    r"\b(?:ask\w*|want\w*|wish\w*|need\w*|request\w*|would like|could you|can you|please|look\w* for|seek\w*|"
    r"interested|"
    r"'d like|hop(?:es?|ing)|i owe|promised|offered|send (?:me|her|him|us))\b"
)


def as_asked(parts: Sequence[Fragment], number: int, facts: Facts) -> Finding | None:
    """`as you asked, I'll design a logo`, where no note has a word of such a wish."""
    fragment = parts[number]
    plain = " ".join(part.plain for part in parts)
    mine = USER in fragment.owners and _I_DO.search(fragment.plain)
    if not facts.readable or not mine or not _AS_ASKED.search(plain):
        return None
    about = telling(fragment.keys) - facts.name_keys - fragment.verbs - keys_of(CALENDAR)
    wanted = [
        fact for fact in facts.facts if _WANTED.search(fact.sentence.text.casefold()) and not fact.fragment.negated
    ]
    near = [*(fact.sentence.keys for fact in wanted), *(promise.keys for promise in facts.promises)]
    if not about or any(share(keys, about) >= _HALF for keys in near):
        return None
    return Finding("unsupported", reason="No note records this promise or offer.")


def _unrecorded(fragment: Fragment, by: str, sentence_plain: str, facts: Facts) -> Finding | None:
    """A promise said to have been made needs a note; a plain `I'll send you …` is the writer's to make."""
    plain = fragment.plain
    if (
        (by == USER and _MY_TASK.search(plain))
        or _OWED_IN_JEST.search(plain)
        or _told_of(fragment, by, facts)
        or _not_sent(fragment, by, facts)
    ):
        return None
    announced = re.match(
        r"(?:\W*\w+ \w+ ?,? )?as (?:(?:we|i|you) )?(?:had )?(?:promised|agreed|offered|arranged)\b", sentence_plain
    )
    if _LOOKING.search(plain) and any(one.by == by and _LOOKING.search(one.quote.casefold()) for one in facts.promises):
        return None
    if _EXPLICIT.search(plain) or _PASSIVE.search(plain) or announced:
        return Finding("unsupported", reason="No note records this promise or offer.")
    return None
