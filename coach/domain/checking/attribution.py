"""Is it theirs? What the draft says of one person, and the notes of another."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from itertools import pairwise

from coach.domain.checking.claims import Finding, contradicted
from coach.domain.checking.clauses import Fragment
from coach.domain.checking.english import forms, key, keys_of, known
from coach.domain.checking.facts import Fact, Facts
from coach.domain.checking.lexicon import CALENDAR, ROLE_HEADS, TITLES, split_words
from coach.domain.checking.people import RELATIONS, USER
from coach.domain.checking.quantities import word_value
from coach.domain.checking.weighing import share, telling


def person_name(identity: str) -> str:
    """An identity as it is read aloud."""
    return "you" if identity == USER else " ".join(word.capitalize() for word in identity.split())


def whose(fragment: Fragment) -> str:
    """Whose statement a clause of the notes is, as it is read aloud; somebody else's where the notes do not say."""
    return person_name(min(fragment.owners)) if fragment.owners else "somebody else"


def misplaced(fragment: Fragment, facts: Facts) -> Finding | None:
    """A statement that the notes make of somebody else, and not of this fragment's doer."""
    if not _states_of_somebody(fragment):
        return None
    planned = fragment.mood == "wish" and USER in fragment.owners
    if _ABOUT_IT.match(fragment.plain) or _MAY_HAVE.search(fragment.plain):
        return None
    words = matter(fragment, facts) - _in_possession(fragment, facts)
    wide = words if USER in fragment.owners else matter(fragment, facts) - _owned_words(fragment, fragment.owners)
    bare = not telling(wide)
    if bare and (len(wide) < _BOTH or not fragment.verbs):
        return None
    ours, theirs, blame = _told_of_whom(fragment, facts, words, wide)
    if blame is None or theirs < (0.75 if planned else 0.6) or ours >= 0.75 * theirs or _its_source(fragment, blame):
        return None
    if not bare and not _strong(words if USER in blame.fragment.owners else wide, blame, fragment):
        return None
    return contradicted(blame, f"Your notes say this of {whose(blame.fragment)}: “{blame.quote}”.")


def _states_of_somebody(fragment: Fragment) -> bool:
    """It says outright who did it, be it in a question that takes it for granted (`when you …`)."""
    granted = fragment.mood == "question" and fragment.words[:2] in (["when", "you"], ["since", "you"], ["now", "you"])
    if not fragment.owners or not fragment.explicit or _wished(fragment) or _COMPARES.search(fragment.plain):
        return False
    if "each other" in fragment.plain or "one another" in fragment.plain or _STILL_MINE.search(fragment.plain):
        return False
    if fragment.antecedent and _I_KNOW_OF.match(fragment.plain):
        return False
    return fragment.mood not in ("greeting", "question") or bool(granted and fragment.first)


_ABOUT_IT = re.compile(
    r"your (?:question|wish|request|interest|curiosity) (?:about|in|for|to)\b|if you (?:want|need|would "
    r"like|like) to\b|if you'd like to\b"
)
"""`your question about testing`, `if you want to write about those bikes`: nothing that is told of anybody."""
_MAY_HAVE = re.compile(r"\byou (?:may|can|could|are welcome to) (?:\w+ )?(?:borrow|have|use|keep|take)\b")
"""`you may borrow our frame`, which the writer lends."""
_STILL_MINE = re.compile(r"\bi (?:still |also |just )*(?:have to|need to|must|had to|ought to)\b")
"""`I still have to finish the files`, which the other wants: what is to be done, and nobody's yet."""
_I_KNOW_OF = re.compile(
    r"(?:that )?i(?:'ve| have)?(?: ever)? "
    r"(?:sat in|seen|heard|attended|been (?:to|in|at)|read|met|tasted|come across)\W*$"
)
"""`the clearest workshop on migrations | I've sat in`: which says how good it was, and not whose."""


def _told_of_whom(
    fragment: Fragment, facts: Facts, words: frozenset[str], wide: frozenset[str]
) -> tuple[float, float, Fact | None]:
    """How near the notes come to it of this doer, how near of another, and what they say of that one."""
    ours, theirs = 0.0, 0.0
    blame: Fact | None = None
    bare = not telling(wide)
    for fact in candidates(wide, facts):
        told = words if USER in fact.fragment.owners else wide
        if (
            fact.fragment.words[:2] in _ASKING_YOU
            or fact.programme
            or (fragment.mood == "wish" and fact.sentence.source.kind == "goal")
        ):
            continue
        if fragment.owners == {USER} and fact.fragment.verbs & keys_of(_WANTING) and _I_WILL.search(fragment.plain):
            continue  # `I will not share it`, as she wants
        if not telling(told) and not (bare and _to_the_word(told, fragment, fact)):
            continue
        close = share(fact.fragment.keys | fact.fragment.pointed | _in_figures(told, fact), told)
        ownerless = not fact.fragment.owners - facts.houses or not fact.fragment.explicit or _heads(fact, facts)
        if ownerless or fact.fragment.owners & fragment.owners or _one_and_the_same(fragment, fact, facts):
            ours = max(ours, close)
        elif close > theirs and _comparable(fragment, fact, facts, told):
            theirs, blame = close, fact
    return ours, theirs, blame


_ASKING_YOU = (["could", "you"], ["can", "you"], ["would", "you"], ["will", "you"])


def _heads(fact: Fact, facts: Facts) -> bool:
    """`The panel on e-books: I sat on it`: what the next clause is about, which says whose it is."""
    after = fact.fragment.tokens[fact.fragment.last]
    colon = after.text == ":" and not fact.fragment.verbs
    return colon and any(one.fragment.explicit for one in facts.next_clause(fact))


def _its_source(fragment: Fragment, fact: Fact) -> bool:
    """`I have corn seeds, from Chayo`: whoever the notes say it of is named as where it comes from."""
    rest = [token.low for token in fragment.tokens[fragment.last + 1 :]]
    given = {"from", "by", "through", "to"} & set(rest[:1]) and rest[1:2]
    return bool(given) and any(rest[1] in who.split() for who in fact.fragment.owners)


_WANTING = split_words("want wish hope prefer")
_I_WILL = re.compile(r"\bi(?:'ll| will| won't| shall)\b")
_COMPARES = re.compile(
    r"\b(?:less|more|fewer|oftener|\w{3,}er)(?: \w+){0,3} than (?:you|me|i|we|her|him|they|she|he)\b"
)
"""`Ebba plays less often than you`: of two, and of neither alone."""


def _in_figures(words: Iterable[str], fact: Fact) -> frozenset[str]:
    """`teaches sixteen girls` beside a noted `teaches 16 girls`."""
    here = range(fact.fragment.first, fact.fragment.last + 1)
    noted = {number.value for number in fact.sentence.numbers if number.first in here}
    return frozenset(word for word in words if noted and word_value(word) in noted)


_MAY_I = re.compile(r"^(?:and |but |so )?(?:may|might|could|can|shall|should) (?:i|we)\b")
_IN_MIND = re.compile(
    r"\b(?:wonder|think|mull|smil|dream|laugh|puzzl)\w* (?:about|at|of|over)\b|"
    r"\b(?:taken|impressed|struck|moved|touched|amazed|inspired|delighted|fascinated|cheered|encouraged|surprised) "
    r"(?:\w+ )?(?:with|by|at)\b|"
    r"\bi (?:\w+ )?(?:respect|admire|envy|understand|appreciate|applaud|like|love) (?:your|how|that|why)\b"
)
"""`I've been wondering about those millstones`: nothing that the writer has or did."""


def _wished(fragment: Fragment) -> bool:
    """What the writer wants, may do or has in mind, and not what they have done; `I'll send it` is a deed."""
    if USER not in fragment.owners:
        return False
    if _MAY_I.search(fragment.plain) or _IN_MIND.search(fragment.plain):
        return True
    return fragment.mood == "wish" and not re.search(r"\bi(?:'ll| will)\b", fragment.plain)


def borrowed(fragment: Fragment, facts: Facts) -> Finding | None:
    """What a speaker tells of himself in a programme ("for six years I …"), said by the writer as his own."""
    if fragment.owners != {USER} or fragment.mood != "fact" or not _FIRST_PERSON & set(fragment.words):
        return None
    words = matter(fragment, facts)
    near = [fact for fact in candidates(telling(words), facts) if share(fact.fragment.keys, words) >= 0.6]
    spoken = [fact for fact in near if fact.programme and _by_another_speaker(fact, facts) and _strong(words, fact)]
    if not spoken or any(not fact.programme and USER in fact.fragment.owners for fact in near):
        return None
    fact = spoken[0]
    return Finding(
        "contradicted",
        (fact.label,),
        (fact.quote,),
        f"The programme says this of its speaker: “{fact.quote}”.",
        (fact.sentence,),
    )


_FIRST_PERSON = frozenset(("i", "my"))


def _by_another_speaker(fact: Fact, facts: Facts) -> bool:
    """The sentence says "I", and the talk does not name the writer."""
    writer = facts.people.writer
    own = bool(writer) and frozenset(fact.sentence.source.lows) >= frozenset(writer)
    return not own and bool(_FIRST_PERSON & set(fact.fragment.words))


def _comparable(fragment: Fragment, fact: Fact, facts: Facts, words: frozenset[str]) -> bool:
    """Same doing and same sign; and where the writer speaks of himself, only the reader's facts can be stolen."""
    if (fragment.negated or bool(_DOES_WITHOUT.search(fragment.plain))) != fact.fragment.negated:
        return False
    common = telling(words & fact.fragment.keys)
    if fragment.owners == {USER} and facts.reader not in fact.fragment.owners:
        return _claimed(fragment, fact, facts, common)
    others = USER not in fragment.owners | fact.fragment.owners and (
        (fragment.verbs and fact.fragment.verbs) or not fragment.verbs
    )
    most = others and len(common) == 2 and share(common, words) >= _NEARLY_ALL
    return bool(fragment.verbs & fact.fragment.verbs) or len(common) >= 3 or bool(most)


def _claimed(fragment: Fragment, fact: Fact, facts: Facts, common: frozenset[str]) -> bool:
    """`I tracked down the leak`, where the notes say that a third person did: most of it, and outright."""
    if fragment.mood != "fact" or not third(fact, facts) or not _I_DID.search(fragment.plain):
        return False
    if fact.fragment.owners & fragment.persons and not fragment.verbs & fact.fragment.verbs:
        return False  # `I talked to Tuula from Oulu`
    common -= facts.name_keys
    return len(common) >= _BOTH and share(common, telling(fragment.keys)) >= _MOST


_DOES_WITHOUT = re.compile(r"\b(?:do|does|did|done|doing|get|gets|got|manage|manages|go|goes) without\b")
_I_DID = re.compile(
    r"\bi (?:\w+ly |also |once |just |even )?(?!am\b|was\b|had\b|have\b|met\b|know\b|talked\b|spoke\b|think\b)\w+"
)
_BOTH, _MOST = 2, 0.6
_NEARLY_ALL = 0.8
"""Share of a statement's words that two words in common must be, where the verbs differ."""


_SPEECH = split_words("call say mention tell praise describe suggest note remind explain comment find think")


def _own_words(fact: Fact, fragment: Fragment) -> bool:
    """`thank you for calling my question brave`: the doer wrote the words that are reported."""
    written = any(fact.sentence.source.written_by(owner) for owner in fragment.owners)
    return written and bool(fragment.verbs & keys_of(_SPEECH) or fragment.words[:1] in (["thank"], ["thanks"]))


def _in_possession(fragment: Fragment, facts: Facts) -> frozenset[str]:
    """Words of things called the writer's or the reader's: judged by their owner, not by the doer. A third person's
    thing (`you found Bo's cat`) says what was done."""
    told = {USER, facts.reader} if fragment.owners == {facts.reader} and fragment.mood == "fact" else None
    return _owned_words(fragment, told or {owner for owner, _, _ in fragment.possessed})


def _owned_words(fragment: Fragment, owners: Collection[str]) -> frozenset[str]:
    spans = [(first, last) for owner, first, last in fragment.possessed if owner in owners]
    return frozenset(key(token.low) for first, last in spans for token in fragment.tokens[first : last + 1])


def matter(fragment: Fragment, facts: Facts) -> frozenset[str]:
    """The fragment's words without the names of the people concerned."""
    named = {key(word) for identity in fragment.persons | fragment.owners for word in identity.split()}
    return frozenset(word_key for word_key in fragment.keys if word_key not in named)


def _strong(words: Iterable[str], fact: Fact, fragment: Fragment | None = None) -> bool:
    """At least two words in common, one of which matters: one alone may be chance, but not behind the same `put up`."""
    pointed = fact.fragment.pointed if fragment is not None and fragment.mood == "fact" else frozenset()
    common = frozenset(words) & (fact.fragment.keys | pointed)
    phrasal = fragment is not None and bool(_phrasal(fragment) & _phrasal(fact.fragment))
    return bool(telling(common)) and len(common) + phrasal >= _BOTH


def _to_the_word(words: frozenset[str], fragment: Fragment, fact: Fact) -> bool:
    """All words and the doing of a plain statement, none of which tells much by itself: `took over the night runs`."""
    same = words <= fact.fragment.keys and bool(_phrasal(fragment) & _phrasal(fact.fragment))
    return same and fact.fragment.explicit and fact.fragment.mood == fragment.mood == "fact"


_ALONG = frozenset(("up", "down", "out", "off", "over", "away", "back", "together"))


def _phrasal(fragment: Fragment) -> frozenset[tuple[str, str]]:
    """Verbs with the small word behind them: `put up`, `took over`."""
    words = fragment.words
    return frozenset((key(verb), along) for verb, along in pairwise(words) if along in _ALONG and "VERB" in forms(verb))


def candidates(words: Iterable[str], facts: Facts) -> list[Fact]:
    seen: dict[int, Fact] = {}
    for word_key in sorted(words):
        for fact in facts.by_key.get(word_key, ()):
            seen[id(fact)] = fact
    return list(seen.values())


def _same(fact: Fact, fragment: Fragment) -> bool:
    """The doer is named in the fact, with the writer: what people do together is said of either. `your boss` may be
    the one whom the note names (`her boss Stefan`)."""
    kin = {owner.split(" of ")[0] for owner in fragment.owners if " of " in owner}
    if kin and any(owner.startswith(f"{who} of ") for who in kin for owner in fact.fragment.owners):
        return False  # `my pupils ask` against `her pupils ask`
    if kin & fact.sentence.lows or by_kin(fragment, fact) or (kin and _HER_LAST_ONE.match(fact.fragment.plain)):
        return True
    if re.search(r"\bwith (?:me|us)\b", fragment.plain) and fragment.owners & fact.fragment.persons:
        return True  # `thanks for walking with me`: we both did
    named = (fragment.owners & fact.fragment.persons) - {owner for owner, _, _ in fact.fragment.possessed}
    spoken = {"ask", "say", "want"} & fact.fragment.verbs and not _MINE_TO_TELL.search(fact.fragment.plain)
    if named and not fact.fragment.owners & fragment.owners and spoken:
        return True
    if named and fact.fragment.owners == {USER} and fragment.antecedent and fragment.verbs & fact.fragment.verbs:
        return True
    return len(fact.fragment.owners) > 1 and bool(fragment.owners & (fact.fragment.owners | fact.fragment.persons))


_MINE_TO_TELL = re.compile(r"\bi(?:'ve)? (?:\w+ly |also |just )?(?:told|showed) (?:her|him|them|[\w-]+) (?:about|of)\b")
"""`I told her about the clinic`: which is no more hers for that."""


def _one_and_the_same(fragment: Fragment, fact: Fact, facts: Facts) -> bool:
    """The doer may be whom the fact tells of, or has written it."""
    return _same(fact, fragment) or _own_words(fact, fragment) or _known_by(fragment, fact, facts)


def _known_by(fragment: Fragment, fact: Fact, facts: Facts) -> bool:
    """`your co-founder wants it in`, for `Jonas wants it in`, where another note has `co-founder (w Jonas)`."""
    kin = {owner.split(" of ")[0] for owner in fragment.owners if " of " in owner}
    called = {word for who in fact.fragment.owners - {USER, facts.reader} for word in who.split()}
    words = {low for low in fragment.words if low in RELATIONS} if kin else set()
    return bool(called) and any(
        words & one.sentence.lows and called & one.sentence.lows
        for word in words
        for one in facts.by_key.get(key(word), ())
    )


_HER_LAST_ONE = re.compile(r"^(?:her|his|their) (?:\w+ )?ones?\b")
"""`her last one won silver`: one of those of whom the note has just spoken."""


def by_kin(fragment: Fragment, fact: Fact) -> bool:
    """`your theme is played by your own son`, where a note tells of her son and the theme: kin of the same person."""
    shared = _kin_called(fragment) & _kin_called(fact.fragment)
    pets = all(called in ("cat", "dog") for _, called in shared)
    return bool(shared) and not (pets and fragment.verbs and not fragment.verbs & fact.fragment.verbs)


def _kin_called(fragment: Fragment) -> frozenset[tuple[str, str]]:
    """(whose, which) kin a fragment names: `her son Arjun`."""
    return frozenset(
        (owner, token.low)
        for owner, first, last in fragment.possessed
        for token in fragment.tokens[first : last + 1]
        if token.low in RELATIONS
    )


_HEARSAY = frozenset(
    ("heard", "someone", "somebody", "others", "another", "people", "friend", "relative", "relatives", "one",
     "she", "he", "they", "her", "him", "his", "them", "their")
)  # fmt: skip
"""Words by which a sentence speaks of somebody else without a name."""


_GROUPS = frozenset(("team", "family", "kids", "children", "parents", "dog", "cat"))
_OTHERS = (RELATIONS - _GROUPS) | {"my", "our"}


def _spoken_to_reader(fragment: Fragment, facts: Facts) -> bool:
    """Nothing of the writer's own, no hearsay, nobody's kin, no third person as the doer."""
    if (
        "new to me" in fragment.plain
        or _OTHERS & set(fragment.words)
        or _HEARSAY & {token.low for token in fragment.tokens}
    ):
        return False
    if fragment.owners == {USER} and not any(owner == facts.reader for owner, _, _ in fragment.possessed):
        return False
    if not fragment.owners and not fragment.verbs and fragment.words[0] in ("a", "an", "every", "each", "such", "what"):
        return bool({"you", "your"} & {token.low for token in fragment.tokens})
    return fragment.mood != "greeting" and not fragment.owners - {USER, facts.reader}


def _said_of_reader(fragment: Fragment, facts: Facts) -> frozenset[str]:
    """All words; of the writer's doings only the reader's things and what leads to them: `the roof on your barn`."""
    if fragment.owners != {USER}:
        return matter(fragment, facts)
    spans = [
        range(max(fragment.first, first - 5), last + 1) for owner, first, last in fragment.possessed if owner != USER
    ]
    near = {key(fragment.tokens[position].low) for span in spans for position in span}
    return matter(fragment, facts) & near


def foreign(fragment: Fragment, facts: Facts, mentioned: frozenset[str]) -> Finding | None:
    """What the notes tell of a third person alone, in a sentence that speaks to the reader and names nobody else."""
    aside = not facts.reader or not _spoken_to_reader(fragment, facts) or _of_the_bearer(fragment, facts)
    aside = aside or (fragment.mood == "question" and bool(_DID_YOU.match(fragment.plain)))
    aside = aside or of_kin(fragment) or bool(_NONE_OF_IT.match(fragment.plain))
    aside = aside or any(one.search(fragment.plain) for one in (_IT_WOULD_BE, _THERE_IS, _TALK_ABOUT))
    if aside:
        return None
    said = telling(_said_of_reader(fragment, facts)) - keys_of(CALENDAR | _DAYS_NEAR | _LENGTHS)
    told = frozenset() if _written_by_reader(fragment, said, facts) else said
    words = [word for word in sorted(told) if word in facts.by_key and word not in facts.brief_keys]
    words = [word for word in words if word not in facts.heading_keys or third(facts.by_key[word][0], facts)]
    asked = fragment.mood == "question"
    named = {key(token.low) for token in fragment.tokens[1:] if token.capital and (asked or known(token.low))}
    if not words or _said_of_nobody(fragment, facts):
        return None
    theirs = [word for word in words if word not in named and all(third(fact, facts) for fact in facts.by_key[word])]
    if (
        not theirs
        or share(theirs, words) < 0.6
        or share(theirs, said) < _OF_ALL
        or (len(theirs) < 2 and not asked and _to_nobody(fragment))
        or (asked and set(theirs) <= fragment.verbs and fragment.words[0] == "which")
        or (fragment.owners == {USER} and len(theirs) < 2)
    ):
        return None
    places = [fact for word in theirs for fact in facts.by_key[word]]
    named_before = any((fact.fragment.owners | fact.fragment.persons) & mentioned for fact in places)
    if (
        named_before
        or _by_title(fragment, places, facts)
        or _in_her_letter(fragment, places, facts)
        or _by_their_place(fragment, places, facts)
        or _of_my_own(fragment, places)
        or _of_all_such(fragment)
        or _her_stand(fragment, places, facts)
    ):
        return None
    fact = max(places, key=lambda place: share(place.fragment.keys, words))
    if _kin_alike(fragment, fact):
        return None
    owner = whose(fact.fragment)
    return Finding(
        "contradicted",
        (fact.label,),
        (fact.quote,),
        f"Your notes say this of {owner}: “{fact.quote}”.",
        (fact.sentence,),
    )


_DID_YOU = re.compile(r"(?:\w+ , )?(?:and |so )?(?:did|have|do) you (?:hear|heard|see|seen|know|read|notice)\b")
_NONE_OF_IT = re.compile(r"(?:and |with |but )?no [\w-]+\W*$")
"""`with fifty goats | and no machine`."""
_TALK_ABOUT = re.compile(r"\b(?:talk|chat|conversation|discussion|exchange|talking|chatting) (?:we had )?about\b")
"""`thank you for the good talk about bees`, whoever keeps them."""
_THERE_IS = re.compile(r"^(?:and |but |so )?there(?:'s| is| are| might be| may be| will be) ")
"""`there is a placement that may suit your pupils`: said of nobody, whoever offers it."""
_IT_WOULD_BE = re.compile(r"\bit (?:would|could|might) be \w+ to\b.* with you\b")
"""`it would be great to sing with you`: no more than an idea."""


def of_kin(fragment: Fragment) -> bool:
    """`a brother | who builds your boxes`: told of the reader's kin, and so of nobody wrong."""
    return fragment.first > 0 and fragment.words[0] == "who" and fragment.tokens[fragment.first - 1].low in RELATIONS


def _kin_alike(fragment: Fragment, fact: Fact) -> bool:
    """`your sons`, `your little girl`, where the note has the kin word."""
    noted = set(fact.fragment.words)
    same = RELATIONS & noted & {word.rstrip("s") for word in fragment.words}
    return bool(same or (_CHILDREN & noted and _YOUR_CHILD.search(fragment.plain)))


_YOUR_CHILD = re.compile(r"\byour (?:\w+ )?(?:girls?|boys?|lads?|little ones?|kids?|child|children|youngest|eldest)\b")
_CHILDREN = frozenset(("daughter", "son", "daughters", "sons", "kid", "kids", "child", "children", "twins", "toddler"))


def _said_of_nobody(fragment: Fragment, facts: Facts) -> bool:
    """`A costume made out of curtains, I adore that`: a statement without a word to the reader or of things shared."""
    lows = {token.low for token in fragment.tokens if token.kind == "word"}
    head = next((token.low for token in fragment.tokens if token.kind == "word"), "")
    if fragment.mood != "fact" or head in ("have", "good", "best", "all", "enjoy") or lows & _TO_YOU:
        return False
    return facts.reader not in fragment.owners


_TO_YOU = frozenset(("you", "your", "yours", "thank", "thanks", "our", "we", "us", "luck", "hope", "wish"))


def _of_my_own(fragment: Fragment, places: Collection[Fact]) -> bool:
    """`that ugly jug still makes me giggle`, where `Lotte sold my ugly jug`; `it should reach us in April`, where `he
    says it will be with us`: what concerns the writer, and nothing said of the reader."""
    lows = {token.low for token in fragment.tokens}
    if {"you", "your", "yours"} & lows:
        return False
    ours = bool({"me", "us", "my", "our"} & lows)
    return any(
        (ours and USER in fact.fragment.persons) or USER in {owner for owner, _, _ in fact.fragment.possessed}
        for fact in places
    )


def _of_all_such(fragment: Fragment) -> bool:
    """`Agents are slow everywhere`: said of anybody of the kind."""
    lead = fragment.words[:2]
    if len(lead) < _PAIR or fragment.first or {"you", "your", "yours"} & {token.low for token in fragment.tokens}:
        return False
    several = "NOUN" in forms(lead[0]) and forms(lead[0])["NOUN"][0] != lead[0]
    return several and lead[1] in ("are", "should", "never", "always", "must", "can", "will", "have", "do", "don't")


_PAIR = 2


def _her_stand(fragment: Fragment, places: Collection[Fact], facts: Facts) -> bool:
    """`Barnaby wants fees up, Greta against`: the reader's stand on the same, in a few words behind it."""
    return any(
        facts.reader in after.fragment.owners
        and len(after.fragment.words) <= _FEW
        and (fragment.negated or not after.fragment.negated)
        for fact in places
        for after in facts.next_clause(fact)
    )


_FEW = 3


def _to_nobody(fragment: Fragment) -> bool:
    """`when the trick with the waves came out`: neither a doer nor a word to the reader."""
    return not fragment.owners and not {"you", "your"} & {token.low for token in fragment.tokens}


def _of_the_bearer(fragment: Fragment, facts: Facts) -> bool:
    """`the curator hasn't agreed`, `our councillor ate them`: known by a role in the notes."""
    roles = [low for before, low in pairwise(fragment.words) if low in ROLE_HEADS and before in ("the", "our", "your")]
    return any(
        fact.fragment.owners - {USER, facts.reader} and role in fact.fragment.words
        for role in roles for fact in facts.by_key.get(key(role), ())
    )  # fmt: skip


_LENGTHS = frozenset(("day", "week", "month", "year", "hour", "minute"))
_DAYS_NEAR = frozenset(("yesterday", "today", "tomorrow", "tonight"))


def _written_by_reader(fragment: Fragment, said: frozenset[str], facts: Facts) -> bool:
    """`white silk will do`, after the reader's own letter told that her son sends silk: no deed of the reader's."""
    places = [fact for word in said for fact in facts.by_key.get(word, ())]
    theirs = [fact for fact in places if fact.sentence.source.written_by(facts.reader)]
    spoken = {"you", "your"} & {token.low for token in fragment.tokens}
    return not spoken and bool(theirs) and len(theirs) == len(places)


def _in_her_letter(fragment: Fragment, places: Collection[Fact], facts: Facts) -> bool:
    """`the holidays are a good time`, where the reader's own message names them: nothing is said of the reader."""
    if {"you", "your", "yours"} & set(fragment.words):
        return False
    return all(fact.sentence.source.written_by(facts.reader) for fact in places)


def _by_title(fragment: Fragment, places: Collection[Fact], facts: Facts) -> bool:
    """`the Reverend means to try again, in spite of …`: named by the title that their profile begins with."""
    others = {who for fact in places for who in fact.fragment.owners} - {USER, facts.reader}
    said = {token.low for token in fragment.tokens} & TITLES
    return bool(said) and any(
        source.kind == "person"
        and said & set(source.lows[:2])
        and any(set(who.split()) <= set(source.lows) for who in others)
        for source in facts.sources
    )


def _by_their_place(fragment: Fragment, places: Collection[Fact], facts: Facts) -> bool:
    """`Rotterdam needed two years`: the third person is meant by the town or house that their profile alone names."""
    others = {who for fact in places for who in fact.fragment.owners} - {USER, facts.reader}
    named = {key(token.low) for token in fragment.tokens[fragment.first : fragment.last + 1] if token.capital}
    told = [fact for word in named for fact in facts.by_key.get(word, ()) if fact.sentence.source.kind == "person"]
    return any(fact.fragment.owners & others for fact in told) and not any(
        facts.reader in fact.fragment.owners for fact in told
    )


_OF_ALL = 0.35
"""The least share of all that the sentence says, known words and unknown, that must be another's."""


def third(fact: Fact, facts: Facts) -> bool:
    """The fact is expressly about somebody who is neither the writer nor the reader."""
    fragment = fact.fragment
    others = fragment.owners - {USER, facts.reader} - facts.houses
    return (
        bool(others)
        and fragment.explicit
        and not fragment.owners & {USER, facts.reader}
        and (not fragment.persons & {facts.reader} or _kin(fragment))
    )


def _kin(fragment: Fragment) -> bool:
    """`her brother Gethin plays`: the reader is named only to say whose brother it is; not `my neighbour gave me`."""
    words = fragment.words
    kin = words[0] in ("her", "his", "their", "my") and bool(RELATIONS & set(words[1:3]))
    return kin and not {"me", "us"} & set(words)
