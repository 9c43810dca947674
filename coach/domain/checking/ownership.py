"""Whose is it? Things that a draft calls mine, yours or hers, against the owners that the notes give them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from coach.domain.checking.attribution import by_kin, matter, person_name, third
from coach.domain.checking.claims import Finding, contradicted
from coach.domain.checking.clauses import NEGATIONS, Fragment
from coach.domain.checking.english import forms, key, keys_of
from coach.domain.checking.facts import Fact, Facts
from coach.domain.checking.implied import implied
from coach.domain.checking.lexicon import FUNCTION, ROLE_HEADS, TITLES, split_words
from coach.domain.checking.people import RELATIONS, USER
from coach.domain.checking.polarity import reassuring
from coach.domain.checking.quantities import is_number_word
from coach.domain.checking.stances import denied_words
from coach.domain.checking.tokens import Token
from coach.domain.checking.weighing import generic, share, telling

_SHARED_OR_VAGUE = split_words(
    "time thought thoughts day week view views opinion opinions advice help reply answer response message note "
    "email mail text lines word words "
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
    "price prices fee fees cost costs money pocket budget room rooms office workplace kitchen desk shelf wall walls "
    "rule rules habit habits routine custom principle principles approach stance dislike fondness love patience "
    "honesty frankness reluctance aversion preference persistence stubbornness discipline modesty instincts eye ear "
    "stock range goods selection line squad crew lot bunch crowd guests followers audience "
    "past future years days "
    "table booth stand spot seat row "
    "subject topic specialty speciality strength strengths world address details website "
    "news rate limit deadline minimum maximum hour hours minute minutes slot "
    "achievement achievements change changes growth drop rise switch circle circles network contacts acquaintance "
    "sake steam corner approval night nights"
)
_TAKEN_AS_READ = split_words(
    "cool temper composure balance "
    "bank account iban dates rains "
    "body head arm arms leg legs foot feet finger fingers lip lips mouth nose throat stomach back knee knees joint "
    "joints skin tooth teeth tears blood lungs bones ears shoulder shoulders neck forehead health sleep nap "
    "trade profession occupation living job day-job hobby wage wages pay income rent workday "
    "care judgement criticism list lists aim aims condition conditions consent "
    "contribution credit mistake mistakes wits pace grounds admission suit equipment gear kit material "
    "materials machine machines system systems instrument instruments language vocabulary spare vote "
    "sums figures data superior superiors spirits farewell upbringing roots origin origins shortage surplus "
    "fault blame whim diary doorstep phone wallet purse pockets coat hat umbrella bag bags luggage suitcase passport "
    "password bed fridge kettle birthday window street tea cup glass supper laughter expression handwriting spelling "
    "accent english presence absence silence apology apologies excuse excuses forgiveness sympathy reward relief "
    "disappointment dismay frustration amusement despair pride anger ambition ambitions logic knack talent skill "
    "skills speed rhythm tone diet weight age generation neighbours watch clock alarm glasses shoes socks clothes "
    "wardrobe hair computer laptop keyboard screen footsteps tracks shadow permission gut conscience soul brain "
    "imagination duties duty task tasks workload paperwork taxes relatives ancestors kin folks nearest fortune fate "
    "departure arrival impatience thrift fussiness neatness tidiness mess chaos errand errands chores to-do smile "
    "envy jealousy jealous wildest sincerity bluntness directness calmness steadiness reliability punctuality"
)
"""What anybody has, too, but what may well be another's: it needs no note, yet must not go to the wrong person."""


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
_ATTENDING = frozenset(("see", "visit", "attend", "read", "hear", "taste", "watch"))
_SPEECHES = frozenset(("speech", "presentation", "lecture", "keynote", "session", "workshop"))


def owned(fragment: Fragment, facts: Facts) -> list[tuple[int, int, Finding]]:
    """Things called mine, yours or hers: (first token, last token, finding)."""
    found = []
    for owner, first, last in fragment.possessed:
        head = key(fragment.tokens[last].low)
        if _said_alike(fragment, first, last, facts) or _of_oneself(fragment, first) or _addressed(fragment, last):
            continue
        if owner == facts.reader and fragment.tokens[last].low in _LETTERS and _has_written(facts):
            continue
        if finding := _owner_of(fragment, owner, first, last, facts) or _disowned(owner, head, facts):
            found.append((first, last, finding))
    return found


def _said_alike(fragment: Fragment, first: int, last: int, facts: Facts) -> bool:
    """`introduce me to their CTO`, as the note has it: "their" is nobody named, there and here."""
    thing = _THEIR_OWN.search(fragment.plain)
    if thing is None or fragment.tokens[last].low != thing[1] or "their" not in _near(fragment, first):
        return False
    return any(thing[0] in fact.fragment.plain for fact in facts.by_key.get(key(thing[1]), ()))


_LETTERS = split_words("letter letters message messages mail mails email emails note notes reply answer")
"""What the reader has written to the writer: the message itself is in the notes."""


def _has_written(facts: Facts) -> bool:
    return any(set(source.author.casefold().split()) & set(facts.reader.split()) for source in facts.sources)


def _of_oneself(fragment: Fragment, first: int) -> bool:
    """`we'd be your first Irish customer`, `I count as your oldest pupil`: what the writer is to the reader."""
    lead = " ".join(token.low for token in fragment.tokens[max(fragment.first, first - 5) : first - 1])
    return fragment.tokens[first - 1].low == "your" and bool(_BEING_YOURS.search(lead))


_BEING_YOURS = re.compile(r"\b(?:i|we)(?:'d| would|'ll| will|'m| am|'re| are)? ?(?:be|become|count as|remain)?$")


def _addressed(fragment: Fragment, last: int) -> bool:
    """`Bisi my sister, God bless you`: a form of address."""
    after = fragment.tokens[last + 1].text if last + 1 < len(fragment.tokens) else ""
    mine = fragment.tokens[last - 1].low == "my" if last else False
    return mine and fragment.tokens[last].low in _FORMS_OF_ADDRESS and after in (",", "!")


_FORMS_OF_ADDRESS = split_words("sister brother dear friend love lovely darling lady man boss")


def _near(fragment: Fragment, first: int) -> list[str]:
    return [token.low for token in fragment.tokens[max(0, first - 1) : first + 1]]


_THEIR_OWN = re.compile(r"\btheir ([\w-]+)")


def _owed_by_another(words: frozenset[str], facts: Facts) -> Finding | None:
    """`your sprint programme`, where a third person owes it to the writer, and no note has a word of the reader's."""
    if len(telling(words)) < _OWED or any(
        not third(fact, facts) for word in telling(words) for fact in facts.by_key.get(word, ())
    ):
        return None
    near = [one for one in facts.promises if words <= one.keys]
    if not near or any(one.by in (USER, facts.reader) or one.to != USER for one in near):
        return None
    reason = f"By your notes it is {person_name(near[0].by)} who promised this: “{near[0].quote}”."
    return Finding("contradicted", (near[0].label,), (near[0].quote,), reason)


_OWED = 2


def _owner_of(  # noqa: C901, PLR0911
    fragment: Fragment, owner: str, first: int, last: int, facts: Facts
) -> Finding | None:
    words_of_thing = [token for token in fragment.tokens[first : last + 1] if token.kind == "word"]
    tokens = [token for token in words_of_thing if token.low not in FUNCTION and not is_number_word(token.low)]
    boss = [token.low for token in words_of_thing[:2]] == ["own", "boss"]
    if not tokens or boss or reassuring(fragment) or (owner == USER and fragment.negated):
        return None
    if owner == USER and words_of_thing[0].low == "own":
        return None
    if _of_both(fragment, owner, first, tokens[-1]) or (owner == facts.reader and _to_get(fragment, tokens, facts)):
        return None
    if tokens[-1].low not in _SOCIAL and (clash := _same_words(fragment, owner, tokens[-1].low, facts)):
        return clash
    head = _head(tokens, facts)
    words = frozenset(key(token.low) for token in tokens)
    if any(promise.by == owner and telling(words) and words <= promise.keys for promise in facts.promises):
        return None
    if owner == facts.reader and (owed := _owed_by_another(words, facts)):
        return owed
    vague = vague_things()
    if head in vague and tokens[-1].low not in _SPEECHES and not telling(words - vague):
        return None
    stated = [fact for fact in facts.by_key.get(head, []) if fact.fragment.mood != "question"]
    places = [fact for fact in stated if not _modifier(fact, head)]
    if not places:
        asked = not stated and bool(facts.by_key.get(head))
        unknown = asked or not facts.knows(head)
        return _unknown_thing(owner, fragment, first, last, words, facts) if unknown else None
    if owner == facts.reader and (gone := _parted_with(fragment, head, places)):
        return gone
    if any(by_kin(fragment, part) for fact in places for part in facts.within(fact.sentence)):
        return None
    best = max(share(fact.fragment.keys, words) for fact in places)
    near = [fact for fact in places if share(fact.fragment.keys, words) >= 0.99 * best]
    return _owner_clash(owner, head, near, facts, fragment, words)


_GETTING = re.compile(
    r"\byou(?:'ll| will) (?:\w+ )?(?:get|have|receive)\b|\b(?:comes?|coming|follows?|is on its way)\b"
)


def _to_get(fragment: Fragment, tokens: Sequence[Token], facts: Facts) -> bool:
    """`you'll get your 38 euros`: theirs since the writer owes it to them."""
    words = frozenset(key(token.low) for token in tokens)
    owed = any(one.by == USER and one.to == facts.reader and words & one.keys for one in facts.promises)
    return owed and bool(_GETTING.search(fragment.plain.replace("’", "'")))


def _disowned(owner: str, head: str, facts: Facts) -> Finding | None:
    """`the thesis is not hers`; `ask Tom about the map, it's his`, in the reader's own letter."""
    if owner != facts.reader or not owner:
        return None
    for fact in facts.by_key.get(head, ()):
        plain = fact.fragment.plain.replace("’", "'")
        following = [one.fragment.plain for one in facts.within(fact.sentence)]
        letter = bool(set(fact.sentence.source.author.casefold().split()) & set(owner.split()))
        elsewhere = letter and any(
            _ANOTHERS.match(after) for one, after in pairwise(following) if one == fact.fragment.plain
        )
        if elsewhere or (_NOT_HERS.search(plain) and (owner in fact.fragment.persons or letter)):
            reason = f"Your notes deny this: “{fact.quote}”."
            return contradicted(fact, reason)
    return None


_NOT_HERS = re.compile(r"\b(?:is|was|are|were)(?:n't| not| never) (?:hers|his|theirs|mine)\b")
_ANOTHERS = re.compile(r"^(?:it's|it is|that's|that is|they're|they are) (?:his|hers|theirs)\b")


def _of_both(fragment: Fragment, owner: str, first: int, head: Token) -> bool:
    """`pair our classes`: several things called ours, of which each side has some."""
    ours = owner == USER and fragment.tokens[first - 1].low == "our" and first > fragment.first
    several = head.low.endswith("s") and forms(head.low).get("NOUN", (head.low,))[0] != head.low
    return (
        ours
        and several
        and fragment.mood in ("question", "wish")
        and bool({"you", "your"} & {token.low for token in fragment.tokens})
    )


def vague_things() -> frozenset[str]:
    """What everybody has (time, advice, doubts): calling it somebody's claims nothing."""
    return keys_of(_SHARED_OR_VAGUE)


def _same_words(fragment: Fragment, owner: str, word: str, facts: Facts) -> Finding | None:
    """The very thing, called somebody else's: `my point about receipts` for her words `your point about receipts`."""
    near: list[tuple[float, str, Fact]] = []
    for fact in facts.by_key.get(key(word), ()):
        for holder, _, last in fact.fragment.possessed:
            if fact.fragment.tokens[last].low == word and holder:
                near.append((share(fact.fragment.keys, matter(fragment, facts)), holder, fact))
    if not near or any(holder == owner for _, holder, _ in near) or (owner == USER and _aimed_at(word, facts)):
        return None
    close, holder, fact = max(near, key=lambda item: item[0])
    if close < 0.5 or len(matter(fragment, facts) & fact.fragment.keys) < 2 or {holder, owner} != {USER, facts.reader}:
        return None
    return Finding(
        "contradicted",
        (fact.label,),
        (fact.quote,),
        f"In your notes this belongs to {person_name(holder)}: “{fact.quote}”.",
        (fact.sentence,),
    )


def _aimed_at(word: str, facts: Facts) -> bool:
    """A goal speaks of it: the writer has one, too."""
    return any(fact.sentence.source.kind == "goal" for fact in facts.by_key.get(key(word), ()))


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


def _owner_clash(  # noqa: PLR0911
    owner: str, head: str, places: Sequence[Fact], facts: Facts, fragment: Fragment, thing: frozenset[str]
) -> Finding | None:
    """Contradicted when every place that speaks of the thing gives it to others, or denies it."""
    own = any(owner in _possessor(fact, head) or _served(fact, owner, head) for fact in places)
    own = own or any(_has_one_too(fact, owner) for fact in places)
    if own or _called_by_name(fragment, head, places):
        return None
    affirmed = places if fragment.negated else [fact for fact in places if not fact.fragment.negated]
    if owner == USER and any(
        USER in fact.fragment.owners and _ACQUIRED.search(fact.fragment.plain) for fact in affirmed
    ):
        return None
    called = [named for fact in affirmed if (named := _possessor(fact, head))]
    if any(
        not _possessor(fact, head) and fact.fragment.owners == {owner} for fact in affirmed if fact.fragment.explicit
    ):
        return None
    holders = [_thing_owners(fact, head, facts) for fact in affirmed]
    owned_before = [fact.sentence.source for fact, found in zip(affirmed, holders, strict=True) if found]
    holders = [
        found for fact, found in zip(affirmed, holders, strict=True)
        if found or not (_definite(fact, head) and fact.sentence.source in owned_before)
    ]  # fmt: skip
    owners = called or holders
    owners += [
        fact.fragment.owners for fact in affirmed if "their" in fact.fragment.words and not _bears_the_word(fact, head)
    ]
    if owner == USER and facts.reader not in frozenset().union(*owners):
        return None
    if owner == USER and (_aimed_at(head, facts) or (not called and all(_may_be_ours(fact) for fact in affirmed))):
        return None
    if (
        owner == USER
        and (fragment.mood != "fact" or not any(map(_outspoken, affirmed)))
        and not _described(affirmed, thing, telling(matter(fragment, facts)))
    ):
        return None
    if owner == facts.reader and _COMES.search(fragment.plain):
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
    if (
        all(fact.fragment.negated and head in denied_words(fact) and not _missed(fact) for fact in places)
        and not unreal
        and not _granted(fragment)
    ):
        fact = places[0]
        return Finding(
            "contradicted", (fact.label,), (fact.quote,), f"Your notes deny this: “{fact.quote}”.", (fact.sentence,)
        )
    return None


def _bears_the_word(fact: Fact, head: str) -> bool:
    """`grandson Tyler scans them`, `Their deputy Morag`, `w Jonas, CTO`: Tyler is the grandson, and has none by it."""
    return any(set(who.split()) & _called_so(fact, head) for who in fact.fragment.owners)


def _called_so(fact: Fact, head: str) -> frozenset[str]:
    """The name beside a word of kin or role: `Tyler` for `grandson Tyler`."""
    found: set[str] = set()
    if head not in {key(word) for word in RELATIONS | ROLE_HEADS}:
        return frozenset()
    tokens = fact.sentence.tokens
    for position, token in enumerate(tokens):
        if key(token.low) != head:
            continue
        found |= {one.low for one in tokens[position + 1 : position + 3] if one.capital and one.low not in TITLES}
        if position > 1 and tokens[position - 1].text in ",(=" and tokens[position - 2].capital:
            found.add(tokens[position - 2].low)
        sign = next((p for p in range(position + 1, min(position + 4, len(tokens))) if tokens[p].text in "=:"), None)
        found |= {one.low for one in tokens[sign + 1 : sign + 3] if one.capital} if sign else set()
    return frozenset(found)


def _has_one_too(fact: Fact, owner: str) -> bool:
    """`stall 22 next to mine`, `letters from her brother Alf`: the writer has a stall, and the letters are Alf's."""
    words = fact.fragment.words
    written = fact.sentence.source.kind == "note" and not fact.sentence.source.author
    if owner == USER:
        return written and bool({"mine", "ours"} & set(words))
    if owner not in fact.fragment.persons:
        return False
    name = owner.split()[0]
    return name in words and "from" in words[max(0, words.index(name) - 4) : words.index(name)]


def _may_be_ours(fact: Fact) -> bool:
    """`told H. about our school street. council vote 8 Feb`: in a note that speaks of ours, whose it is stays open."""
    source = fact.sentence.source
    return source.kind == "note" and not source.author and bool({"our", "ours"} & set(source.lows))


def _definite(fact: Fact, head: str) -> bool:
    """`a park for the goat`, after `tours with a goat`: the goat of which the note has told."""
    fragment = fact.fragment
    pairs = pairwise(fragment.words)
    return not fragment.owners and any(low == "the" and key(after) == head for low, after in pairs)


def _called_by_name(fragment: Fragment, head: str, places: Sequence[Fact]) -> bool:
    """`your neighbour Bruce`: the one of whom the notes tell, without a word on whose neighbour it is."""
    spans = [(first, last) for _, first, last in fragment.possessed]
    called = {token.low for first, last in spans for token in fragment.tokens[first : last + 1] if token.capital}
    return bool(called) and all(
        called & {word for who in fact.fragment.owners for word in who.split()} and not _possessor(fact, head)
        for fact in places
    )


def _served(fact: Fact, owner: str, head: str) -> bool:
    """`was foreman at Lund's`: the foreman is Lund's."""
    tokens = fact.sentence.tokens
    words = {key(word) for word in RELATIONS | ROLE_HEADS}
    house = {token.low for before, token in pairwise(tokens) if before.low in ("at", "for", "under", "with", "to")}
    return head in words and bool(house & set(owner.split())) and owner != USER


def _missed(fact: Fact) -> bool:
    """`couldn't attend her session` does not say that there was none."""
    return bool(fact.fragment.verbs & keys_of(_CONSUMING)) or "miss" in fact.fragment.plain


_COMES = re.compile(
    r"\b(?:is|are) (?:coming|on (?:its|their) way|ready|attached|here)\b|\b(?:will follow|follows|will reach you)\b"
)
_ACQUIRED = re.compile(r"\b(?:bought|got|received|won|borrowed|ordered|was given|picked up|took home|took away)\b")
_PARTED = re.compile(
    r"\b(?:lost (?:her|his|their|the|our|my)(?= )|"
    r"sold(?! (?:in|to \d|at|for|over|out)\b)|gave away|given away|got rid of|scrapped|closed down|"
    r"shut down|wound up|handed over|demolished|"
    r"used to (?:have|own|run|keep|play|lead|teach|edit|write|chair|drive|ride))\b"
)
_PAST = split_words(
    "was were did had used old former ex sold gave after miss missed sad sorry years ago once before when without loss "
    "buyer sale selling next new another first last ever"
)


def _parted_with(fragment: Fragment, head: str, places: Sequence[Fact]) -> Finding | None:
    """`how is your boat?` where every note that speaks of it says that it was sold, or was theirs once."""
    lows = {token.low for token in fragment.tokens}
    if "about your" in " ".join(token.low for token in fragment.tokens) or "memory" in lows:
        return None
    if lows & _PAST or any(low.endswith("ed") for low in lows) or not places:
        return None
    if not all(_PARTED.search(fact.fragment.plain) and head in _after_parting(fact.fragment) for fact in places):
        return None
    fact = places[0]
    reason = f"By your notes this is a thing of the past: “{fact.quote}”."
    return contradicted(fact, reason)


def _after_parting(fragment: Fragment) -> frozenset[str]:
    """The words right after the parting: `sold her boat to a cousin` parts with the boat."""
    parted = _PARTED.search(fragment.plain)
    words = fragment.plain[parted.end() :].split()[:4] if parted else []
    return frozenset(key(word) for word in words)


def _granted(fragment: Fragment) -> bool:
    """The sentence itself says that the thing was not to be had: `if you never printed it`, `before trying it`."""
    lows = [token.low for token in fragment.tokens]
    undone = any(low == "before" and after.endswith("ing") for low, after in pairwise(lows))
    return undone or any(low in NEGATIONS or low.endswith("n't") for low in lows)


def _possessor(fact: Fact, head: str) -> frozenset[str]:
    """Whose the thing is called in so many words: `my speech`, `Ann's speech`."""
    fragment = fact.fragment
    return frozenset(
        owner
        for owner, first, last in fragment.possessed
        if any(key(token.low) == head for token in fragment.tokens[first : last + 1])
        and not set(owner.split()) & _called_so(fact, head)
    )


def _outspoken(fact: Fact) -> bool:
    """The fact says whose the thing is, by a possessive or a verb; a bare list of words does not."""
    having = {"has", "have", "had", "'s"} & set(fact.fragment.words)
    return bool(fact.fragment.possessed or fact.fragment.verbs or having)


def _described(places: Sequence[Fact], thing: frozenset[str], around: frozenset[str]) -> bool:
    """More than the bare noun is the same: `my two PhD students`, not `our school`; or much of what is said with it."""
    return any(len(thing & fact.sentence.keys) >= 2 or len(around & fact.sentence.keys) >= 2 for fact in places)


def _thing_owners(fact: Fact, head: str, facts: Facts) -> frozenset[str]:  # noqa: PLR0911
    """Who owns the thing in this fact: the possessive before it, else a doer that the words name."""
    fragment = fact.fragment
    if fact.sentence.source.kind in ("session", "event"):
        return frozenset()
    if holders := _possessor(fact, head):
        return holders
    if _bears_the_word(fact, head):
        return frozenset()
    if not fragment.explicit or head in generic() or "if" in fragment.words or _of_somebody(fragment, head):
        return frozenset()
    if re.search(r"\b(?:can|could|may|might) (?:have|use|see|borrow|take)\b", fragment.plain):
        return frozenset()
    between = bool(fragment.owners & {USER, facts.reader})
    if between and fragment.verbs & keys_of(_ATTENDING):
        return frozenset()
    if fragment.verbs and (not fragment.verbs & keys_of(_OWNING) if between else fragment.verbs & keys_of(_CONSUMING)):
        return frozenset()
    return fragment.owners | (
        fragment.persons - {USER} if USER in fragment.owners and len(fragment.owners) > 1 else frozenset()
    )


def _of_somebody(fragment: Fragment, head: str) -> bool:
    """`S's glaze demo`: somebody's, though the notes do not say whose in full."""
    tokens = fragment.tokens
    at = next((p for p in range(fragment.first, fragment.last + 1) if key(tokens[p].low) == head), None)
    return at is not None and any(token.low == "'s" for token in tokens[max(fragment.first, at - 3) : at])


def _kindred(word: str, facts: Facts) -> bool:
    """The notes know the word or one that is made from it: `sorters` and `sorting`."""
    return facts.knows(word) or (len(word) > 4 and any(known.startswith(word[:4]) for known in facts.by_key))


def _unknown_thing(
    owner: str, fragment: Fragment, first: int, last: int, words: frozenset[str], facts: Facts
) -> Finding | None:
    """`your prize-winning croissants` where no note knows of any; the writer's own things need no note."""
    parts = {key(part) for token in fragment.tokens[first : last + 1] for part in token.low.split("-")}
    compounds = any("-" in token.low for token in fragment.tokens[first : last + 1])
    if compounds and any(facts.knows(part) for part in telling(parts)):
        return None
    if owner != facts.reader or not telling(words) or not facts.readable:
        return None
    described = [token.low for token in fragment.tokens[first:last] if token.kind == "word"]
    if key(fragment.tokens[last].low) in vague_things() and all(set(forms(low)) == {"ADJ"} for low in described):
        return None  # `your strict opinion`
    plain = vague_things() | keys_of(_TAKEN_AS_READ)
    if all(_kindred(word, facts) or implied(word, facts) for word in telling(words) - plain):
        return None
    if fragment.mood != "fact" and sum(not facts.knows(word) for word in telling(words)) < 2:
        return None
    text = " ".join(token.text for token in fragment.tokens[first : last + 1])
    return Finding("unsupported", reason=f"No note speaks of “{text}”.")
