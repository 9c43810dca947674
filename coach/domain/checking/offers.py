"""What the writer offers: a deed or a thing that neither the notes nor a goal hold is nobody's to promise."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.domain.checking.claims import Finding
from coach.domain.checking.clauses import PREPOSITIONS, Fragment
from coach.domain.checking.english import forms, key, keys_of
from coach.domain.checking.facts import Facts, object_keys
from coach.domain.checking.lexicon import FUNCTION, split_words
from coach.domain.checking.moments import is_known, loose_things
from coach.domain.checking.people import USER
from coach.domain.checking.pledges import GIVE, is_name
from coach.domain.checking.weighing import telling

_OFFER = re.compile(
    rf"\b(?:i|we)(?: can|'ll| will| could|'d be (?:happy|glad) to| would be (?:happy|glad) to|'m happy to| am "
    rf"happy to)(?: also| gladly| easily)? (?:{GIVE}|fund|sponsor|hire|collect|fetch|"
    rf"book you|pick you up|drive you)\b|\bhappy to {GIVE}\b|"
    rf"\b(?:i|we|(?:my|our) \w+) (?:can|could|would)(?: also| gladly| easily)? "
    rf"(?:set up|fly|waive|build|design|fund|pay|cover|host|"
    rf"arrange|organi[sz]e|translate|print|record|film|train|teach|lend|store|analy[sz]e|develop|sponsor|code|program)\b"
)


_IN_TOUCH = re.compile(
    r"\b(?:connect|introduce) (?:the two of you|you two|you both|you and \w+)\b|"
    r"\bput (?:you|the two of you|you two|you both) in touch(?! with)\b"
)
"""`I could put you in touch`: with whom is said elsewhere."""
_WORD_GIVEN = re.compile(
    r"\b(?:give|get|send|let) (?:you|her|him|them) (?:have )?(?:\w+ ){0,3}"
    r"(?:answer|reply|opinion|advice|views?|feedback|thoughts?|decision|ring|word|date|day)\b|"
    r"\b(?:write|put|type|note|set) (?:[\w-]+ ){0,3}(?:answers?|reply|replies)\b|"
    r"\bput (?:it|this|that|them) (?:on paper|in writing|down)\b|"
    r"\bpass (?:it|them|that|this) (?:on|along|round)\b|\bgive (?:it|them|that|this) an? (?:\w+ )?\w+|"
    r"\bwrite (?:to )?you\b(?! (?:a|an|some|the|your|out)\b)|\bwrite (?:back|again)\b|"
    r"\b(?:one|some) day\b|\bsome ?time\b|\bone of these days\b|"
    r"\bgive [\w-]+(?: [\w-]+)? an? (?:nudge|reminder|call|ring|push|shout|word|hint)\b|"
    r"\b(?:happy|glad) to (?:get|have|take|receive|accept) (?:it|them|that|this|these|those)\b"
)
"""`I'll give you a firm answer`: a word, and no thing; `one day`: nothing that anybody will wait for."""
_NO_GIFT = re.compile(
    r"\bget (?:behind|into|in|on|off|out|there|here|back|away|through|to|by|over|up|down|round|around|along|together|"
    r"going|started|used|hold|rid|lost|some (?:sleep|rest))\b|"
    r"\bput (?!you\b|[\w-]+ up\b|in touch\b)|"
    r"\bbring (?:along )?(?!you\b|in\b|him\b|her\b|them\b)|"
    r"\b(?:send|share|show|give|write|pass on|forward) (?:you )?(?:what|how|anything|whatever|all|everything)\b|"
    r"\b(?:show|send|share|forward|e-?mail) (?:you )?my (?!\w+ (?:to|over)\b)|"
    r"\bshare (?:an?|the (?:[\w-]+ )?(?:link|costs?|bill|fare|expenses?)|the \d\S*) |"
    r"\b(?:make|cook|bake|brew|get|book) us\b|"
    r"\b(?:a|some|that) (?:little|small|short|quick|tiny)\b|\bwe (?:can|could) .*\b(?:together|jointly|with you)\b|"
    r"\bprint (?:a few|some|a couple of|several|two|three|more|\d+) (?:sets|copies|of them)\b(?! of)|"
    r"\bshow (?:you|both of you) (?:round|around) (?:our|my) (?:\w+ )?(?:town|village|city|place|farm|garden|valley)\b|"
    r"\b(?:return|repay) the (?:favou?r|kindness|compliment|visit)\b"
)
"""`get into the theatre`, `put the kettle on`, `bring biscuits`, `share a table`: what the writer does, and no gift."""
_SMALL = split_words(
    "page paragraph sentence line template link sample photo photograph picture snapshot sketch hint tip pointer "
    "example screenshot biscuit cake cookie sandwich jam snack sweet chocolate juice jar tea coffee beer "
    "plan outline agenda schedule summary document"
)
"""Small things, of paper or to eat, that anybody may offer without a note."""
_SPENT = re.compile(r"\b(?:pay|fund|cover|sponsor|finance)\b")
_MEANTIME = frozenset(("meantime", "meanwhile", "weekend", "while"))
_FETCHED = re.compile(r"\b(?:fetch|collect|meet|drive) you\b|\bpick (?:you|both of you|the two of you) up\b")
_ARRIVING = split_words("arrive arrival land flight fly plane train bus ferry airport station come visit lodge")
_NEEDED = re.compile(
    r"\b(?:need|want|lack|short of|look|after|search|seek|wish|would like|could use|ask|hope|interest)"
)


def _backs(word: str, facts: Facts) -> bool:
    """The notes or the brief speak of it, and not only as a thing that the reader has, in a number."""
    places = facts.by_key.get(word, ())
    if word in facts.brief_keys or word in facts.heading_keys or not places:
        return facts.knows(word)
    return any(
        facts.reader not in fact.fragment.owners
        or _NEEDED.search(fact.sentence.text.casefold())
        or not fact.sentence.numbers
        for fact in places
    )


def _too_generous(fragment: Fragment, plain: str, facts: Facts) -> bool:
    """For nothing, a bed at home, or money, where the notes speak of no such thing."""
    figures = any(token.kind == "number" for token in fragment.tokens)
    return bool(
        (
            _FREE.search(plain)
            and not _TALKING.search(plain)
            and not any(_FREE_BY_NOTE.search(source.text.casefold()) for source in facts.sources)
        )
        or (_WE_PAY.search(plain) and not figures and not _money_noted(facts))
        or (_AT_HOME.search(plain) and not any(facts.knows(word) for word in keys_of(_LODGED)))
    )


def _money_noted(facts: Facts) -> bool:
    return any(_MONEY_BY_NOTE.intersection(source.lows) for source in facts.sources)


_FREE = re.compile(
    r"\b(?:i|we|you)(?: can| could| will|'ll| would|'d)(?: \w+){1,8}? (?:for free|free of charge|at no (?:extra )?cost|"
    r"without charge|at (?:my|our) (?:own )?expense|on the house|for nothing)\b"
)
"""`we would build the first roof for free`."""
_TALKING = re.compile(r"\b(?:talk|chat|speak|answer|listen|advise|look|read)\b")
_FREE_BY_NOTE = re.compile(
    r"\b(?:for free|free of|gratis|at no|no (?:cost|charge|fee)|for nothing|without charge|unpaid|is free|are free)\b"
)
_WE_PAY = re.compile(
    r"\b(?:i|we|(?:my|our) \w+)(?: can| could| will|'ll| would|'d)?(?: also| gladly| happily)? "
    r"(?:pay|fund|sponsor|finance) (?:for )?(?:you|your|a|an|the)\b"
)
"""`we pay your desk`: money of which no note speaks."""
_MONEY_BY_NOTE = split_words(
    "pay pays paid fund funds funding budget cost costs fee fees price euro euros eur dollar dollars pound pounds "
    "usd gbp money sponsor sponsors grant expenses offered $ € £"
)
_AT_HOME = re.compile(
    r"\byou (?:can|could|may|are welcome to)(?: all| both| always)? (?:stay|sleep|live) "
    r"(?:at|in|with) (?:my|our|me|us)\b"
)
_LODGED = split_words("stay sleep lodge lodging guest guestroom room bed sofa couch host accommodation overnight")


def baseless_offer(fragment: Fragment, facts: Facts) -> Finding | None:  # noqa: PLR0911
    """`I can get you a speaking slot`: an offer of something that neither notes nor brief hold."""
    if (
        not facts.readable
        or _hoped(fragment)
        or _IF_YOU_SEND.search(" ".join(token.low for token in fragment.tokens[: fragment.first]))
    ):
        return None
    plain = fragment.plain
    said = _AS_I_SAID.search(fragment.whole)
    if _no_gift(fragment, plain, facts) or (said and _SPENT.search(plain) and _money_noted(facts)):
        return None
    if _OFFER.search(plain):
        about = frozenset(word for word in object_keys(telling(fragment.keys)) if not is_name(word, fragment))
        about -= keys_of(_MONEY) | keys_of(_MEANTIME)
        if about and not any(_backs(word, facts) for word in about):
            return _BASELESS
    if _too_generous(fragment, plain, facts):
        return _BASELESS
    hand = _GIVING_A_HAND.match(plain) and fragment.mood != "question"
    offered = _offered(fragment, facts) if hand else frozenset()
    if offered and not any(facts.knows(word) for word in offered):
        return _BASELESS
    if (hand or _OFFER.search(plain) or _TO_KEEP.search(plain)) and _unheard_thing(fragment, facts):
        return _BASELESS
    return None


def _no_gift(fragment: Fragment, plain: str, facts: Facts) -> bool:
    """A word, a small thing, the writer's own doing, what the writer has offered by the notes, or a lift for a reader
    who is known to come."""
    if _TO_KEEP.search(plain):
        return False
    if _PERCEIVED.search(plain) or _IN_TOUCH.search(plain) or _WORD_GIVEN.search(plain) or _NO_GIFT.search(plain):
        return True
    if fragment.keys & keys_of(_SMALL) and not _SPENT.search(plain):
        return True
    if _FETCHED.search(plain) and any(facts.knows(word) for word in keys_of(_ARRIVING)):
        return True
    deed = _GIVING_A_HAND.match(plain)
    return deed is not None and _offered_by_note(key(deed["deed"]), facts)


def _hoped(fragment: Fragment) -> bool:
    """`I hope | that I can visit your club soon`: a wish."""
    before = [token.low for token in fragment.tokens[: fragment.first]]
    return before[-1:] in (["hope"], ["wish"], ["hoping"]) or "hope" in fragment.words[:3]


_IF_YOU_SEND = re.compile(
    r"\b(?:if|once|when|as soon as) you (?:could |can |would |'ll )?(?:send|share|bring|give|forward|show|"
    r"mail|tell|let)\b"
)
"""`if you send the list, I can compare it with my text`: what the writer does with it."""
_AS_I_SAID = re.compile(r"\bas i (?:told you|said|mentioned|wrote)\b")
_TO_KEEP = re.compile(r"\bfor you(?:r [\w-]+)? to keep\b|\bas a (?:gift|present)\b")
"""A gift, whatever it is brought as."""


def _offered_by_note(deed: str, facts: Facts) -> bool:
    """`looking for a French proofreader - I offered`: a deed that a note holds, in whatever form, with an offer."""
    return len(deed) > _STEM and any(
        any(word.startswith(deed) for word in fact.sentence.keys) and _I_OFFERED.search(fact.sentence.text.casefold())
        for fact in facts.facts
        if fact.sentence.source.kind in _GROUND
    )


_STEM = 4
_PERCEIVED = re.compile(
    r"\bi can (?:\w+ )?(?:smell|see|hear|taste|feel|picture|imagine|remember|understand|tell|say|believe)\b(?! you\b)"
)
"""`I can still smell the bread`: no offer."""
_I_OFFERED = re.compile(r"\b(?:i|we) (?:\w+ )?(?:offered|could|can|said|promised|volunteered|would)\b|\bi'(?:ll|d)\b")


def _unheard_thing(fragment: Fragment, facts: Facts) -> bool:
    """`we could pay for your flight to Essen`: the thing itself is unheard of, whatever else the clause names."""
    tokens = fragment.tokens
    deed = _DEED.search(fragment.plain)
    if deed is None or fragment.mood == "question" or tokens[-1].text == "?":
        return False
    thing = None
    for token in tokens[fragment.first + len(deed[0].split()) + len(fragment.plain[: deed.start()].split()) :]:
        if token.low in _GIVEN and (thing is None or token.low == "of"):
            continue
        if token.kind != "word" or token.low in FUNCTION | PREPOSITIONS or not {"NOUN", "ADJ"} & set(forms(token.low)):
            break
        thing = token
    if thing is None or thing.capital or "NOUN" not in forms(thing.low) or thing.low in _MONEY:
        return False
    word = key(thing.low)
    return bool(telling((word,)) - loose_things()) and not is_known(word, facts)


_DEED = re.compile(
    r"\b(?:i|we|(?:my|our) [\w-]+(?: [\w-]+)?)(?: can|'ll| will| could| would|'d (?:be (?:happy|glad) to|gladly)|"
    r" would be (?:happy|glad) to|'m happy to| am happy to)(?: also| gladly| easily| even| always)* \w+"
)
_GIVEN = split_words(
    "you her him them for in up over a an the some my our your two three four few new one his their of "
    "very really quite copy few set sets batch pile stack couple bunch dozen"
)
"""What may stand between a deed and the thing: to whom, for what, how many."""


def offered_besides(parts: Sequence[Fragment], number: int, facts: Facts) -> Finding | None:
    """`I'll design your board | and take over the till`: more that is offered, of which no word is noted."""
    fragment = parts[number]
    if not facts.readable or not number or fragment.words[0] != "and" or fragment.words[1:2] == ["to"]:
        return None
    before, verb = parts[number - 1], fragment.words[1] if len(fragment.words) > 1 else ""
    if not _MODAL.search(before.plain) or verb not in forms(verb).get("VERB", ()):
        return None
    if USER not in before.owners or key(verb) in keys_of(_COURTEOUS) or _NO_GIFT.search(fragment.plain):
        return None
    rest = [token.low for token in fragment.tokens[fragment.first + 2 : fragment.last + 1] if token.kind == "word"]
    words = telling(key(low) for low in rest if low not in FUNCTION)
    if {"her", "him", "them", "it"} & set(rest):
        return None
    words = words or (keys_of(frozenset((verb,))) if verb in _GREAT_DEEDS else frozenset())
    if not words or any(facts.knows(word) for word in words):
        return None
    return _BASELESS


_GREAT_DEEDS = split_words("train teach coach mentor tutor fund pay sponsor finance hire host translate design build")
"""What nobody does by the way: `and train your whole team for a week`."""


_MODAL = re.compile(r"\bi(?:'ll| will| can| could|'d be (?:happy|glad) to| would be (?:happy|glad) to|'d gladly)\b")
_COURTEOUS = split_words(
    "see hear meet talk chat discuss learn ask find look know tell let say catch think read visit come call ring speak "
    "wish hope write answer check compare listen understand share thank light cross keep wait pray stay help bring "
    "carry hold do try sit stand walk join watch"
)


_CONCEDED = re.compile(
    r"\b(?:waive|for free|free of charge|at no (?:extra |further )?(?:cost|charge)|without charge|"
    r"at (?:my|our) (?:own )?(?:cost|expense)|on the house|discount|half price|(?:on|to) our account)\b"
)
_CONCEDING = split_words("waive free charge discount gratis")
_SPENDING = split_words("cost costs expense expenses pay pays paid covers cover half")
_AT_OUR_COST = re.compile(r"\b(?:cost|expense|account)\b")
_OUR_BODY = re.compile(
    r"\b(?:our|my) (?:whole )?(?P<body>\w+) (?:will|'ll|can|could|would|'d|is going to|has (?:agreed|offered) to)"
    r"(?: also| gladly| happily)? "
    r"(?:pay|fund|cover|sponsor|donate|provide|finance|hire|buy|put|lend|print|host)\b"
)
_GROUND = ("note", "message", "goal", "commitment")


def conceded(fragment: Fragment, facts: Facts) -> Finding | None:
    """`we'll waive the minimum order`, `our trust will pay for a radio`: money given up or spent, of which no note of
    the writer's side tells."""
    plain = fragment.plain
    if not facts.readable or fragment.mood == "question" or fragment.negated:
        return None
    mine = USER in fragment.owners or bool(re.search(r"\b(?:i|we)(?:'ll| will| can| could|'d)\b", plain))
    body = _OUR_BODY.search(plain)
    told = [fact for fact in facts.facts if fact.sentence.source.kind in _GROUND and not fact.programme]
    if mine and _CONCEDED.search(plain) and _PROMISING.search(plain):
        grounds = _CONCEDING | (_SPENDING if _AT_OUR_COST.search(plain) else frozenset())
        return None if any(grounds & fact.sentence.lows for fact in told) else _BASELESS
    if body and not any(key(body["body"]) in fact.sentence.keys and USER in fact.fragment.owners for fact in told):
        return _BASELESS
    return None


_PROMISING = re.compile(
    r"\b(?:i|we|(?:my|our) \w+)(?:'ll| will| can| could|'d be (?:happy|glad) to)\b"
    r"(?! (?:\w+ )?(?:talk|speak|chat|discuss|meet|explain|advise|tell)\b)"
)


_BASELESS = Finding("unsupported", reason="Nothing in your notes or your goal backs this offer.")
_GIVING_A_HAND = re.compile(
    r"^(?:\w+ ,? )?(?:and |but |so )?(?:i|we|(?:my|our) [\w-]+(?: [\w-]+)?)"
    r"(?: can| could|'d be (?:happy|glad) to| would be (?:happy|glad) to|'d gladly| would gladly)"
    r"(?: also| gladly| easily| always| even| perhaps| just| already| almost| well| quite| really| now| still)* "
    r"(?!just|already|almost|well|quite|really|now|still|also|only|see|imagine|hear|understand|relate|tell|say|think|only|not|never|be|have|get|take|learn|try|start|find|use|"
    r"remember|ask|picture|make|wait|manage|stay|meet|call|ring|talk|speak|visit|come|do|look|"
    r"feel|read|know|hardly|barely|eat|drink|sit|chat|catch|discuss|go (?:for|to|on|over|through)|join|drop|begin|"
    r"continue|write (?:to|you|again|back)|reach|follow|arrange|fit|afford|pick up (?:the|where|on)|"
    r"travel|answer|explain|recommend|confirm|"
    r"promise|help|spend|watch|carry|hold|hand (?!over\b)|return|stand|walk|wash|sweep|use|need|trade|swap|check|"
    r"count|light|bring|share|do with)"
    r"(?P<deed>\w+)"
)
"""`I could also bake …`, `My flatmate could record …`: a deed offered; not a meeting proposed, nor a thought."""


def _offered(fragment: Fragment, facts: Facts) -> frozenset[str]:
    """The telling words of what is given: the first thing behind the deed, not known to be the reader's own."""
    tokens = fragment.tokens
    at = next((p for p in range(fragment.first, fragment.last) if tokens[p].low in _ABLE), None)
    if at is None:
        return frozenset()
    theirs = {p for owner, a, b in fragment.possessed if owner != USER for p in range(a, b + 1)}
    theirs = {p for p in theirs if facts.knows(key(tokens[p].low))}
    found: list[str] = []
    for position in range(at + 3 if tokens[at + 1].low in _BY_THE_WAY else at + 2, fragment.last + 1):
        token = tokens[position]
        if token.kind == "symbol" or (found and token.low in PREPOSITIONS | {"to", "if", "so", "and", "when", "while"}):
            break
        if token.low not in FUNCTION and position not in theirs and not token.capital:
            found += [key(token.low)] if token.low not in _MONEY else []
    return frozenset(word for word in telling(found) if not is_name(word, fragment))


_MONEY = frozenset(("euro", "euros", "pounds", "dollars", "francs", "kroner", "kronor", "pesos", "shillings"))
_ABLE = frozenset(("can", "could", "to", "gladly"))
_BY_THE_WAY = frozenset(("also", "gladly", "easily", "always", "even", "perhaps"))
