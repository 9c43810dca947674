"""Things of the reader's life that a courtesy takes for granted: `enjoy your sabbatical`, `congratulations on your new
house`, `thank you for the flowers`, `I still owe you a beer`, `after our video call`. Where no note has a word of the
thing, the courtesy is for somebody else.
"""

from __future__ import annotations

import re
from functools import cache

from coach.domain.checking.claims import Finding
from coach.domain.checking.clauses import PREPOSITIONS, Fragment
from coach.domain.checking.english import forms, key, keys_of
from coach.domain.checking.facts import Facts
from coach.domain.checking.lexicon import CALENDAR, FUNCTION, split_words
from coach.domain.checking.moments import is_known, loose_things
from coach.domain.checking.people import USER
from coach.domain.checking.weighing import telling

_WISHED = re.compile(
    r"\b(?:(?:congratulations|congrats|well done) on|enjoy|(?:good luck|all the best|best of luck|fingers crossed) "
    r"(?:with|for|in|at)|sorry (?:to hear )?about|(?:i|we) hope(?: that)?|how (?:is|was|are|were)|"
    r"(?:have|did) you (?:\w+ )?(?:sold|sell|bought|buy|found|find|finish|finished|repair|repaired|fix|fixed)) "
    r"your (?P<what>[\w' -]+)"
)
_THANKED = re.compile(
    r"\b(?:thanks|thank you|grateful)(?: again| so much| very much| once more| a lot)* for "
    r"(?:the|your|that|those|these) (?P<what>[\w' -]+)"
)
_ABOUT = re.compile(
    r"\b(?:hope (?:that )?the (?P<what>[\w' -]+?) of your\b|how did (?:the|your) (?P<asked>[\w' -]+?) go\b|"
    r"^how (?:was|were) the (?P<how>[\w' -]+)|"
    r"^(?:\w+ ,? )?(?:enjoy|good luck (?:at|with|in)) the (?P<at>[\w' -]+)|"
    r"^did you (?:win|pass|catch|finish|sell|lose|survive) (?:the|your) (?P<won>[\w' -]+)|"
    r"^happy (?P<feast>birthday|anniversary|retirement|fatherhood|motherhood)|"
    r"\brecovery from (?:the |your )?(?P<from>[\w' -]+)|\bwishes for your (?P<for>[\w' -]+)|"
    r"^good luck \w+ing (?:the|your) (?P<ing>[\w' -]+)|\bpay you back for (?:the|your) (?P<back>[\w' -]+)|"
    r"^given your (?P<given>[\w' -]+)|^have you finished \w+ing (?:the|your) (?P<done>[\w' -]+)|"
    r"\bthanks to your (?P<owing>[\w' -]+)|"
    r"\b(?:promised|told) you (?:that )?i(?:'d| would) (?P<vowed>[\w' -]+)|"
    r"^are you still \w+ing (?:for |of )?(?:\w+ing )?(?:the |an? |your )?(?P<still>[\w' -]+)|"
    r"\bas an? (?P<as>[\w' -]+?) ,? ?you\b|\bas an? (?P<being>[\w' -]+)$)"
)
_GIVEN = re.compile(
    r"\b(?:the|that) (?P<what>(?:[\w-]+ )?[\w-]+) (?:that |which )?you (?!mentioned|asked|wanted|needed|offered|"
    r"promised|suggested|proposed|described|talked|shared|liked|named|used|passed)"
    r"(?:gave|lent|brought|made|bought|left|drew|sang|wrote|built|put up|grew|sewed|\w+ed)\b"
)
_ASKED = re.compile(
    r"^(?:and |so |but )?(?:(?:is|are|has|have|was|were|did|does) the|(?:what became of|who is looking after|"
    r"how are you getting on with|are you enjoying|when do|when does|where is|where are) (?:the|your|that)) "
    r"(?P<what>[\w' -]+)"
)
"""`has the foal learnt to stand?`: a question that takes the thing for granted."""
_HELD = re.compile(
    r"^you(?: still)? have my (?P<what>[\w' -]+)|^you(?:'ll| will) get your (?P<back>[\w' -]+?) back\b|"
    r"^(?:nobody|no one|no-one) (?:else )?\w+s (?:a |an |the )?(?P<like>[\w' -]+?) (?:quite )?like you\b"
)
_SCENE = re.compile(
    r"^(?:at|during|after|on) (?:the |your |our )?(?P<what>[\w-]+) ,? ?(?:you|we|i) "
    r"(?:had|made|told|said|gave|sang|danced|\w+ed)\b"
)
_FANS = re.compile(
    r"\b(?:my|our) [\w-]+ (?:is|are|has become) (?:an? )?(?:\w+ )?(?:fans?|admirers?|followers?) of yours\b"
)
_SORE = re.compile(
    r"\bhope (?:that )?your (?:left |right |poor )?(?P<what>back|knee|leg|foot|ankle|hip|shoulder|arm|wrist|hand|neck|"
    r"eyes?|tooth|heart|throat|cold|fever|flu|cough|headache) (?:is|are|feels?|has|have|gets?|will)\b.*"
    r"\b(?:better|heal\w*|recover\w*|gone|fine|well|mend\w*|less)\b"
)
_OWED = re.compile(
    r"\bi (?:still )?owe (?:you|him|her|them) (?!a \w+ for\b)(?:a|an|the|some|one|that) (?P<what>[\w' -]+)"
)
_AFTER = re.compile(
    r"\b(?:after|since|during|before|at|in|from) our (?:last |first |long |short |little |phone |video )*"
    r"(?P<what>calls?|dinner|lunch|breakfast|walk|trip|drive|flight|interview|game|hike|picnic|holiday|weekend|duet|dance|"
    r"swim|run|race|match|concert|sauna|tour|climb|ride|party|barbecue|crossing|bet|wager)\b"
)
_CALLED = split_words("call called calls phone phoned rang ring zoom video skype teams telephone spoke")
_ANYBODYS = split_words(
    "week weekend day evening afternoon morning night time way work project plan preparation effort search study "
    "research stay rest break summer spring autumn winter season month year family health meal lunch dinner breakfast "
    "coffee tea visit return event conference meeting talk step steps start team colleague people community company "
    "business life future career endeavour idea train commute hotel session presentation home city town words wishes "
    "message mail letter note reply answer line invitation hint link interest consideration readiness flexibility "
    "greeting greetings welcome compliment company honesty openness efforts studies work hard job week-end "
    "kindness understanding feedback input tip advice help support news update reminder clarification details "
    "information offer trust conversation chat exchange question questions thoughts lovely good great "
    "half kilo litre pound gram dozen couple bit piece setup agreement "
    "access date permission figure management climb climbs slot number "
    "apology answer explanation thanks favour visit email call ring reply"
)
_WORD_GIVEN = split_words(
    "apology answer explanation reply email mail letter line word note call thanks favour favor figure"
)
"""What one may owe anybody: a word."""
_AT_HOME = split_words("house flat kitchen garden")
_UNHEARD = "No note speaks of “{}”."


def unheard_things(fragment: Fragment, facts: Facts) -> Finding | None:
    """A thing that a wish, thanks, a debt or `our …` takes as known to both, and of which no note has a word."""
    if not facts.readable or not facts.reader or "if" in fragment.words:
        return None
    plain = fragment.plain
    if (found := _AFTER.search(plain)) and not re.search(r"\b(?:next|will|'ll|would|could)\b", plain):
        return _missing(found["what"], keys_of(_CALLED) if found["what"].startswith("call") else frozenset(), facts)
    if (found := _SORE.search(plain)) and not any(found["what"] in source.lows for source in facts.sources):
        return Finding("unsupported", reason=_UNHEARD.format(found["what"]))
    if _FANS.search(plain):
        return Finding("unsupported", reason="No note says this.")
    for pattern in (_WISHED, _THANKED, _OWED, _ABOUT, _GIVEN, _SCENE, _ASKED, _HELD):
        if pattern is _ASKED and fragment.tokens[-1].text != "?":
            continue
        if found := pattern.search(fragment.whole if pattern is _GIVEN and not fragment.first else plain):
            return _unknown(next(filter(None, found.groups())), facts, owed=pattern is _OWED)
    return None


def _unknown(text: str, facts: Facts, *, owed: bool) -> Finding | None:
    """The thing that the words name, or what it is of (`help with the tent`), if no note has it."""
    thing = _thing(text)
    everyday = keys_of(_WORD_GIVEN) if owed else _everyday() | loose_things()
    words = telling(map(key, thing)) - everyday | keys_of(_AT_HOME & set(thing))
    head = key(thing[-1]) if thing else ""
    if thing and not words and (rest := _rest(text)):
        thing, words = rest, telling(map(key, rest)) - _everyday() - loose_things()
        head = key(thing[-1])
    if head not in words or any(is_known(word, facts) for word in words) or _of_users(facts, head):
        return None
    return Finding("unsupported", reason=_UNHEARD.format(" ".join(thing)))


def _rest(text: str) -> list[str]:
    """`tent`, of `help with the tent`."""
    found = _OF_WHAT.search(text)
    return _thing(found["what"]) if found else []


_OF_WHAT = re.compile(r" (?:with|to|in|at|on) (?:the|your|my|our|a|an) (?P<what>[\w' -]+)")


def _missing(what: str, others: frozenset[str], facts: Facts) -> Finding | None:
    known = any(is_known(word, facts) for word in others | {key(what)})
    return None if known else Finding("unsupported", reason=_UNHEARD.format(what))


def _of_users(facts: Facts, head: str) -> bool:
    return any(USER in promise.by and head in promise.keys for promise in facts.promises)


@cache
def _everyday() -> frozenset[str]:
    return keys_of(_ANYBODYS) | keys_of(CALENDAR)


def _thing(text: str) -> list[str]:
    """The words of the thing, up to a preposition, a verb or a small word: `new house`, of `new house is ready`."""
    found: list[str] = []
    lows = text.split()
    for place, low in enumerate(lows):
        verbal = found and "VERB" in forms(low) and "NOUN" in forms(lows[place - 1])
        if verbal and not low.endswith("ing") and place + 1 < len(lows):
            break
        if low in _ENDS or (found and not {"NOUN", "ADJ"} & set(forms(low))):
            break
        found.append(low)
        if len(found) == _LONG:
            break
    while found and "NOUN" not in forms(found[-1]):
        found.pop()
    return found


_LONG = 3
_GOES = split_words(
    "yesterday today tomorrow tonight again soon well holds stays keeps goes comes runs turns works feels looks gets "
    "likes heals stands helps grows sells pays takes makes gives lets"
)
_ENDS = FUNCTION | PREPOSITIONS | CALENDAR | _GOES
"""Where the thing's name ends."""
