"""When a denial is of something else: of another thing, of what is still to be done, of what no note lists."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.domain.checking.clauses import NEGATIONS, Fragment, is_verb
from coach.domain.checking.english import key, keys_of
from coach.domain.checking.facts import Fact, Facts
from coach.domain.checking.lexicon import FUNCTION, split_words
from coach.domain.checking.opposites import opposites
from coach.domain.checking.people import USER
from coach.domain.checking.weighing import telling


def word_for_word(fragment: Fragment, fact: Fact, words: frozenset[str]) -> bool:
    """`travel is covered` beside `travel isn't covered`: bland words, but the same doing and the same thing."""
    common = words & fact.fragment.keys
    named = {key(word) for who in fact.fragment.persons | fact.fragment.owners for word in who.split()}
    same = common >= fact.fragment.keys - named
    return same and bool(common) and len(common | named) > 1 and bool(fragment.verbs & fact.fragment.verbs)


def to_be_done(fragment: Fragment, fact: Fact) -> bool:
    """`will be tested by August` beside `I have not tested it`: what is still to do denies no plan to do it."""
    said = fragment.whole
    return bool(_PLANNED.search(said) and _UNDONE_YET.search(fact.fragment.plain))


_PLANNED = re.compile(
    r"^(?:and |but )?(?:as soon as|once|when|after|the moment)\b|"
    r"\b(?:will|'ll) (?:\w+ )?be \w+(?:ed|ne|en|nt)\b|\bstill to come\b|\bcomes? (?:to you|from me|by|before|next)\b"
)
"""Told as still to be done."""


_UNDONE_YET = re.compile(r"\b(?:have|has|had)(?:n't| not)\b|\bnot yet\b|\bdid(?:n't| not)\b")


def finite(fragment: Fragment) -> bool:
    """It has a verb, and not only one that ends in -ing: `waiting list`."""
    span = range(fragment.first, fragment.last + 1)
    return bool(fragment.verbs) and any(
        is_verb(fragment.tokens, p) and not fragment.tokens[p].low.endswith("ing") for p in span
    )


def denies_it(fragment: Fragment, fact: Fact) -> bool:
    """What stands behind the `not` is what a note without a verb lists: `the results are not out` denies no trial."""
    words = fragment.words
    at = next((step for step, word in enumerate(words) if word in NEGATIONS or word.endswith("n't")), None)
    behind = keys_of(frozenset(words[at + 1 :]) - FUNCTION) if at is not None else frozenset()
    return not behind or bool(behind & fact.fragment.keys)


def denied_later(fragment: Fragment, verbs: frozenset[str]) -> bool:
    """`the report Tom asked about isn't here`: the denial is of what follows, and not of the asking."""
    lows = fragment.words
    at = next((step for step, low in enumerate(lows) if low == "not" or low.endswith("n't")), None)
    if at is None or not verbs:
        return False
    return verbs <= keys_of(frozenset(lows[: max(at - 1, 0)])) - keys_of(frozenset(lows[at:]))


def foreign_subject(fragment: Fragment, fact: Fact) -> bool:
    """`the board will speak` beside `I won't talk`: the clause has a doer of its own, whom the note does not name."""
    tokens = fragment.tokens
    verb = next((p for p in range(fragment.first, fragment.last + 1) if is_verb(tokens, p)), fragment.first)
    lead = [token for token in tokens[fragment.first : verb] if token.low not in ("that", "and", "but", "so", "if")]
    if len(lead) < len(("the", "board")) or lead[0].low not in _ARTICLES or lead[-1].kind != "word":
        return False
    return key(lead[-1].low) not in fact.fragment.keys


_ARTICLES = frozenset(("the", "a", "an", "your", "their", "our", "my", "her", "his"))


def another_thing(fragment: Fragment, fact: Fact, word: str) -> bool:
    """`no VC money` denies no other money."""
    theirs = [low for low in fact.fragment.words if low[:1].isalpha()]
    at = next((step for step, low in enumerate(theirs) if key(low) == word), 0)
    before = theirs[at - 1] if at else ""
    return bool(before) and before not in FUNCTION and before in _kinds(fact) and key(before) not in fragment.keys


def _kinds(fact: Fact) -> frozenset[str]:
    """Short forms in capitals, which tell one thing from another: `VC money`, `EU grant`."""
    span = fact.fragment.tokens[fact.fragment.first : fact.fragment.last + 1]
    return frozenset(token.low for token in span if token.text.isupper() and len(token.text) > 1)


def denied_besides(fragment: Fragment, parts: Sequence[Fragment], fact: Fact) -> bool:
    """`since the mayor is away | and hasn't been asked`: the sentence tells of the denial itself, in another clause;
    so does `it is Tom's | and not yours`."""
    if fragment.negated or not fact.fragment.negated or "your" in fragment.words:
        return False
    for part in parts:
        if part is fragment or not part.negated:
            continue
        if part.last + 1 == fragment.first and _AMONG.search(part.plain):
            return True
        if part.words[-1] in _NOBODY and part.last + 1 == fragment.first:
            return True
        if fragment.words[-1] in _SOMETHING and fragment.last + 1 == part.first:
            return True
        if part.verbs & fact.fragment.verbs or telling(part.keys & fact.fragment.keys) or _not_theirs(part):
            return True
    return False


_AMONG = re.compile(
    r"(?:not|n't|never|none|nothing) (?:\w+ ){0,2}(?:among|one of|part of|of) (?:the|those|what)\b(?: \w+)?$"
)
"""`noise was not among the things | you measured`: what follows tells of the rest."""
_NOBODY = frozenset(("nobody", "none", "nothing", "one"))
"""`nobody | who can read the labels`: the denial stands just before the clause."""
_SOMETHING = frozenset(("something", "thing", "things"))
"""`cropping is something | neither of us would do`: the denial stands just behind the clause."""


def _not_theirs(part: Fragment) -> bool:
    """`and not yours`."""
    lows = [low for low in part.words if low[:1].isalpha()]
    return "not" in lows[:2] and bool({"yours", "mine", "hers", "his", "theirs", "ours"} & set(lows[-1:]))


def with_exception(fact: Fact) -> bool:
    """`they don't sing hymns | unless asked`: denied but for what follows."""
    following = fact.fragment.tokens[fact.fragment.last + 1 : fact.fragment.last + 2]
    return fact.fragment.negated and any(token.low in _BUT_FOR for token in following)


_BUT_FOR = frozenset(("unless", "except", "until", "till"))


def left_to_it(fact: Fact) -> bool:
    """`sold the pump, not the truck`, `lost half, no adults`: what was not parted with is still there."""
    theirs = fact.fragment
    lead = [low for low in theirs.words if low[:1].isalpha()][:1]
    own = any(is_verb(theirs.tokens, p) for p in range(theirs.first, theirs.last + 1))
    return theirs.negated and lead in (["not"], ["no"]) and not own and bool(theirs.verbs & keys_of(_PARTING))


_PARTING = frozenset(
    ("sell", "lose", "drop", "miss", "scrap", "burn", "break", "remove", "close", "cut", "fire", "kill")
)


def for_another(fragment: Fragment, fact: Fact, facts: Facts) -> bool:
    """`don't thank me` beside `my thanks go to her`: what is not to be done to one may be done to another."""
    theirs = fact.fragment
    forbidden = theirs.words[0] in ("don't", "please") and "me" in theirs.words and theirs.negated
    aimed = "you" in fragment.words or facts.reader in fragment.persons | fragment.owners
    return forbidden and not aimed


def exclaimed(fragment: Fragment) -> bool:
    """`what a race!`: a word of wonder, which says of nothing that it is so."""
    lead = fragment.words[:2] in (["what", "a"], ["what", "an"])
    return lead and not {"that", "you", "we", "i"} & set(fragment.words)


def denied_otherwise(fragment: Fragment) -> bool:
    """`you've sworn off acid`, `the slides will have to wait`: denied or put off in words that hold no `not`."""
    plain = fragment.plain
    said = (_GIVEN_UP, _KEPT_OFF, _PUT_OFF, _UNLOVED, _STILL_TO_DO, _ENOUGH)
    return any(pattern.search(plain) for pattern in said)


def by_a_third(fragment: Fragment, fact: Fact, facts: Facts) -> bool:
    """`Pablo did not come to lunch with Ann and me`, which denies no lunch with Ann."""
    others = fact.fragment.owners - {USER, facts.reader}
    together = {"you", "we"} & set(fragment.words) and not fragment.owners
    return bool(
        (together or fragment is fact.fragment)
        and others
        and fact.fragment.negated
        and fact.fragment.explicit
        and facts.reader in fact.fragment.persons
    ) and not fact.fragment.owners & {USER, facts.reader}


def so_but_otherwise(fact: Fact, facts: Facts) -> bool:
    """`she doesn't charge by the month | but by the night`: charges all the same."""
    after = facts.next_clause(fact)
    behind = bool(after) and _BUT_SO.match(after[0].fragment.plain) is not None
    return behind or _NOT_BUT_SO.search(fact.fragment.plain) is not None


_BUT_SO = re.compile(r"but (?:by|in|at|for|with|on|to|from|only|as|through)\b")
_NOT_BUT_SO = re.compile(rf"(?:n't|\bnot) .*\b{_BUT_SO.pattern}")


def handed_over(fragment: Fragment) -> bool:
    """`as you've passed it to her`: no longer the reader's."""
    return bool(_HANDED.search(fragment.plain))


_HANDED = re.compile(
    r"\byou(?:'ve| have| had)? (?:\w+ )?(?:passed|handed|given|turned|left) (?:it|them|that|this|[\w ]{1,20}) "
    r"(?:on |over )?to\b"
)
_STILL_TO_DO = re.compile(
    r"\bstill (?:\w+ )?(?:ha(?:s|ve|d) to|needs? to|need(?:s|ed)?|to|open|pending|outstanding|missing|due)\b|"
    r"\byet to\b|"
    r"\bhopes? (?:\w+ ){1,6}soon\b|\b(?:has|have) (?:any(?:one|body)|they|you|she|he) (?:\w+ )?(?:started|begun|"
    r"yet|already)\b|"
    r"\b(?:has|have|is|are|was|were|been) (?:now |been )?(?:moved|postponed|rescheduled|put off|shifted|"
    r"changed) (?:to|until|till)\b|"
    r"\bi (?:\w+ )?owe you\b|\b(?:is|are|was|were) (?:\w+ )?new to (?:you|me|him|her|them|us)\b"
)
"""`the headmaster still has to agree`, `I hope the fab confirms soon`, `your concert has moved to June`."""
_ENOUGH = re.compile(
    r"\b(?:is|are|was|were|would be) (?:quite |more than )?enough (?:for|already)\b|"
    r"\b(?:wouldn't|would not|didn't|did not) (?:have|hear of|allow|want)\b|\b(?:have|has|take|"
    r"takes) (?:\w+ ){1,2}off\b"
)
"""`one pet is enough for you`, `your client wouldn't have the green roof`, `you have Mondays off`."""


_GIVEN_UP = re.compile(
    r"\b(?:sw(?:ear|ears|ore|orn) off|off the (?:list|table|menu|cards|programme)|out of (?:the question|reach|bounds)|"
    r"th(?:ink|inks|ought) better of|kn(?:ow|ows|ew) better than|in vain|too \w+ (?:for|to)|put paid to|"
    r"(?:everything|anything|all|everyone|anyone|every \w+|any \w+) (?:but|other than)|[\w]+-free|"
    r"(?:is|are|was|were) empty|"
    r"behind (?:you|me|us|him|her|them)|good riddance|"
    r"(?:been|is) history|"
    r"in short supply|thin on the ground|scarce|(?:'re|are|is|was|were) (?:[\w-]+ ){1,3}short|had to go|"
    r"part(?:s|ed|ing)? with|short of|(?:out|off) (?:till|until)|"
    r"back(?:s|ed|ing)? (?:out|away)|too (?:dear|expensive|costly|pricey|steep)|anything but|"
    r"(?:a|the) thing of the past|a miss|sa(?:y|ys|id) (?:no|goodbye|farewell)|"
    r"(?:do|does|did|done|doing|manag\w+|go|goes|went|gone|going|mak\w+ do|liv\w+) without|fell through|"
    r"c[ao]me to nothing|drew a blank|steps? down|stepped down|"
    r"retired from|turn(?:s|ed|ing)? (?:\w+ ){0,4}(?:away|down)|wav(?:e|es|ed|ing) (?:\w+ ){0,3}(?:away|off)|"
    r"ruled out)\b"
)
"""Given up, turned down, or not to be had."""
_KEPT_OFF = re.compile(
    r"\b(?:(?:steer|stay|keep|shy)(?:s|ed|ing)? (?:\w+ ){0,3}(?:clear of|away|off|out)|"
    r"kept (?:\w+ ){0,3}(?:clear of|away|off|out)|"
    r"h(?:old|olds|eld|olding) (?:back|off)|free (?:of|from)|spar(?:e|es|ed|ing) (?:\w+ )?(?:of|the|any)|"
    r"off from)\b"
)
"""Kept away from, held back, or free of."""
_PUT_OFF = re.compile(
    r"\b(?:(?:have|has|had|must|can|will|'ll|going) (?:to )?wait|wait(?:s|ing)? (?:for|until|till)|wish list|"
    r"(?:up in the air|in the balance|on ice|on hold|undecided|postponed|shelved|parked)|"
    r"(?:hangs?|hinges?|depends?) on|"
    r"i still have your|still (?:here|to|need|needs|lacks?|wants?|missing|open|owe|owes|wait\w*)|"
    r"stays? (?:put|where)|"
    r"for (?:later|another (?:day|time|year)))\b"
)
"""Still to come, or left where it is."""
_UNLOVED = re.compile(
    r"\b(?:le(?:ave|aves|ft) (?:you|her|him|them) cold|(?:little|scant) (?:time|use|patience|love|appetite|taste) for|"
    r"no friend|fed up|sick of|tired of|thorn|bugbear|pet hate|suspicious|wary|angry|furious|cross with)\b"
)
"""Not to somebody's taste."""


def says_something_else(fragment: Fragment, fact: Fact) -> bool:
    """`thanks for passing on the recipe` beside `the recipe isn't a secret`, `the jar was the finest` beside `I have
    not sold the jar`: what the note denies of the thing is not what the clause says of it."""
    if not fact.fragment.negated or fragment.negated or "yet" in fact.fragment.words:
        return False
    if {"never", "in"} <= set(fact.fragment.words) and {"always", "out"} <= set(fragment.words):
        return True
    core = denied_core(fact.fragment) if not fragment.verbs & fact.fragment.verbs else frozenset()
    if core and not core & fragment.keys and not contrary(core) & fragment.keys:
        return True
    if fact.fragment.verbs and not fragment.verbs and (said := _predicate(fragment)):
        return not said & fact.fragment.keys and not contrary(said) & fact.fragment.keys
    return False


def denied_core(fragment: Fragment) -> frozenset[str]:
    """What a `not` bears on: `a piano` of `we don't have a piano in the chapel`."""
    words = fragment.words
    at = next((step for step, word in enumerate(words) if word in NEGATIONS or word.endswith("n't")), None)
    return _up_to_preposition(words[at + 1 :]) if at is not None else frozenset()


def _predicate(fragment: Fragment) -> frozenset[str]:
    """What stands behind an `is` or `was`: `suspicious` of `you are suspicious of the drops`."""
    words = fragment.words
    at = next((step for step, word in enumerate(words) if word in _BEING), None)
    return _up_to_preposition(words[at + 1 :]) if at is not None else frozenset()


def _up_to_preposition(words: Sequence[str]) -> frozenset[str]:
    found: frozenset[str] = frozenset()
    for word in words:
        sign = not word[:1].isalnum()
        if found and (word in _PREPOSITIONS or sign):
            break
        found |= telling((key(word),) if word not in FUNCTION and not sign else ())
    return found


def contrary(words: frozenset[str]) -> frozenset[str]:
    return frozenset(other for word in words for other in opposites().get(word, ()))


_BEING = frozenset(("is", "are", "was", "were", "'s", "'re", "be", "been"))
_PREPOSITIONS = split_words("in at on for from with of by about since before after during until till")


def thing_there(fragment: Fragment, fact: Fact, word: str) -> bool:
    """`I have not sold the jar`, `I won't need your ladder`: there is a jar, and a ladder; only the doing is denied."""
    words = [low for low in fact.fragment.words if low[:1].isalnum()]
    theirs = fact.fragment.verbs - keys_of(_HAVING)
    at = next((step for step, low in enumerate(words) if key(low) == word), None)
    if at is None or not theirs or theirs & fragment.verbs or word in theirs or _GRANTED.search(fragment.plain):
        return False
    return bool(_POINTING & set(words[max(0, at - _PHRASE) : at]))


_POINTING = frozenset(("the", "my", "your", "her", "his", "our", "their", "its", "this", "that", "these", "those"))
_HAVING = split_words("have get be do own want use find found go come attend play see make miss catch join reach skip")
_GRANTED = re.compile(
    r"\b(?:green light|agreed|approved|granted|said yes|yes|thank|thanks|glad|pleased|congratulations)\b"
)
_PHRASE = 3
"""How many words before a noun its article may stand."""


def for_a_part(fragment: Fragment, fact: Fact) -> bool:
    """`nineteen of you speak English` beside `3 don't speak English`: a denial for a few, and not for the others."""
    lead = [low for low in fact.fragment.words if low[:1].isalnum()][:2]
    some = [low for low in lead if low.isdigit() or low in _A_FEW]
    return bool(some) and not fragment.negated and not (_ALL | set(some)) & set(fragment.words)


_A_FEW = frozenset(("some", "few", "several", "one", "two", "three", "half", "most", "many"))
_ALL = frozenset(("all", "every", "everyone", "everybody", "each", "both", "whole", "none"))


def only_behind_because(fragment: Fragment, fact: Fact) -> bool:
    """`the roof is unfinished because Phil hurt his back` denies nothing of the back."""
    words = fragment.words
    at = next((step for step, word in enumerate(words) if word in _BECAUSE and step > 1), None)
    if at is None or not fragment.negated or fact.fragment.negated:
        return False
    denied_first = any(word in NEGATIONS or word.endswith("n't") for word in words[at:])
    return not denied_first and not telling(keys_of(frozenset(words[:at]) - FUNCTION)) & fact.fragment.keys


_BECAUSE = frozenset(("because", "since", "as", "after", "when", "while", "although", "though"))


def not_before(fragment: Fragment, fact: Fact) -> bool:
    """`after the 20th is fine` beside `not before the 20th`: the same, said the other way round; whether a day is too
    early is seen elsewhere."""
    said = set(fragment.words)
    if said & _AT_ONCE or (fact.fragment.verbs and not said & _LATER):
        return False
    following = [token.low for token in fact.fragment.tokens[fact.fragment.last + 1 : fact.fragment.last + 2]]
    plain = " ".join((fact.fragment.plain, *(low for low in following if low == "before")))
    return bool(_BUT_NOT_BEFORE.search(plain))


_AT_ONCE = frozenset(("before", "already", "now", "immediately", "away"))
_LATER = frozenset(("after", "from", "until", "till", "once", "only", "on", "for", "in", "again", "back"))
_BUT_NOT_BEFORE = re.compile(r"(?:\bnot|\bnever|n't|\bno) (?:[\w-]+ ){0,5}(?:before|until|till)\b")
