"""Is it so at all? What the notes only ever deny, give up, call off or leave open, and a draft takes for real.

`polarity` compares two clauses with the same doing. Here single things are looked at: whether each place of the notes
that speaks of a thing denies it ("sworn off long flights", "no fee", "deposit not needed"), or leaves it open
("undecided", "once it is accepted"). Nothing is said of a thing that any note affirms, nor of a sentence that itself
holds a doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coach.domain.checking.attitudes import same_feeling
from coach.domain.checking.attribution import matter
from coach.domain.checking.claims import Finding, contradicted
from coach.domain.checking.clauses import AUXILIARIES, NEGATIONS, Fragment, is_verb
from coach.domain.checking.english import key, keys_of, lemma
from coach.domain.checking.facts import Fact, Facts
from coach.domain.checking.gradable import LEFT_OUT, reassuring
from coach.domain.checking.lexicon import FUNCTION, split_words
from coach.domain.checking.moods import not_really
from coach.domain.checking.people import USER
from coach.domain.checking.polarity import LENGTHS, SPARING, WHOSE, other_code
from coach.domain.checking.tokens import Token
from coach.domain.checking.undone import (
    by_a_third,
    contrary,
    denied_besides,
    denied_otherwise,
    exclaimed,
    for_a_part,
    for_another,
    handed_over,
    left_to_it,
    so_but_otherwise,
    to_be_done,
    with_exception,
)
from coach.domain.checking.weighing import telling

_REACH = 7
"""How many words after a denial it may bear on."""
_NOT = split_words("not no never none nor neither without hardly barely rarely seldom cannot except bar minus nobody")
_DENYING = split_words(
    "quit stop cease drop scrap ditch abandon cancel decline refuse reject avoid skip lack oppose hate dislike loathe "
    "detest despise distrust doubt fear dread resent resist forbid ban sceptical skeptical wary weary tired "
    "waive abolish axe afraid scared allergic against unable unwilling reluctant bored unconvinced intolerant"
)
"""Base forms of words that deny what follows them, by giving it up, turning it down, or an attitude."""
_PHRASES = re.compile(
    r"\b(?:g[ai]v(?:e|es|en|ing) up(?: on)?|call(?:s|ed|ing)? off|turn(?:s|ed|ing)? down|no longer|rather not|"
    r"(?:got|get|getting) rid of|(?:stay|keep|steer)(?:s|ed|ing)? (?:away from|clear of|off)|"
    r"sw(?:ear|ears|ore|orn) off|(?:decid|vot|rul)\w* against|"
    r"(?:is|are|was|were|am|be|been|i'm|'s|'m|'re|run|ran|running|runs|sold) out of|"
    r"fed up with|sick of|free of|let go of|"
    r"(?:do|does|done|did|doing) (?:away with|without)|leav\w+ [\w-]+ alone|thrown? out|threw out|sold (?:it|the last|my|his|her)|moved away from|done with|through with|cut out|never got to|"  # noqa: E501
    r"never got round to|yet to|short of|anything but|far from|too \w+ to|instead of|in place of|"
    r"rather than|(?:harder|easier|worse|better|more \w+) than|other than)\b"
)
_UNDONE = re.compile(
    r"\b(?:not (?:\w+ )?(?:needed|required|necessary|possible|allowed|agreed|available|included|offered|"
    r"interested|keen)|"
    r"unnecessary|impossible|dead|bust|kaput|on the blink|out of action|almost gone|gone off|went off|"
    r"called off|out of order|broken|sold out|useless|"
    r"worthless|pointless|no good|no use|hopeless|did nothing|a waste|a flop|fell through|"
    r"fallen through|closed down|"
    r"(?:is|was|are|were) (?:off|out)\b(?! (?:of|to|for|on|in|now|next|this|since|by|from|as|with)\b)|"
    r"(?:is|was|are|were) off for (?:you|us|me|now|good)\b|"
    r"(?:is|was|are|were|been|got|gets|being) (?:(?!not\b|never\b)\w+ )?(?:"
    r"cancelled|canceled|rejected|refused|turned down|banned|"
    r"abolished|scrapped|dropped|abandoned)|"
    r"(?:never|not|\w+n't) (?:\w+ )?(?:happen|happened|take place|took place|work out|worked out|materialise|exist))\b|"
    r"^(?:\w+ )?(?:cancelled|canceled|rejected|refused|scrapped|dropped|banned|declined)"
    r"(?: for now| again| this year)?\W*$"
)
"""Said of the thing before it: `deposit not needed`, `the course was cancelled`."""
_OPEN = re.compile(
    r"\b(?:needs? (?:the |her |his |their |your )?(?:\w+ )?(?:' )?(?:yes|approval|consent|permission|ok|okay|"
    r"blessing|signature)|"
    r"before (?:\w+ ){0,4}(?:agrees?|approves?|decides?|signs?)|meets on|decision (?:is )?expected|will decide|"
    r"to be decided|"
    r"undecided|pending|in review|under review|deferred|postponed|delayed|put off|on hold|shelved|not yet|"
    r"yet to|(?:not|n't) heard|heard nothing|no (?:answer|reply|word)|"
    r"(?:has|have|needs?|going|wants?|will|must|'ll|'d) (?:to )?ask|asks (?:her|his|their|the)|"
    r"maybe|inclined|committed|tbc|tbd|to be confirmed|think about|depends on|not sure|still no|still nobody|"
    r"nobody found|"
    r"on order|due in|due next|"
    r"waiting for|awaiting|tempted|considering|thinking of|thinking about|might|hopes? to|hoping|wants? to|would like|"
    r"applied for|applying|asked (?:(?:the |her |his )?\w+ )?for|"
    r"proposed|opposed|not agreed|not decided|unsigned|unpublished|unfinished|draft|"
    r"(?<!as )planned|plans to|once|until|unless|if|whether|in principle|in talks|in doubt|up in the air|"
    r"stalled|stuck|slipped)\b"
)
_DONE = re.compile(
    r"\b(?:going ahead|as planned|on schedule|on track|went ahead|go ahead|approved|agreed|accepted|confirmed|decided|"
    r"sorted|"
    r"settled|signed|finished|completed|launched|passed|published|granted|secured|won|winning|adopted|in place|"
    r"gave the green light|"
    r"certified|married|qualified|licensed|engaged|promoted|hired|elected|graduated|"
    r"allows|said yes|g(?:iven|ave) you (?:the|a)|"
    r"given (?:\w+ )?(?:blessing|approval|consent|permission)|got (?:the|your)|getting (?:the|your))\b"
)
_DOUBT = re.compile(
    r"\b(?:beats?|outdo|surpass|sorry|pity|shame|sad|sadly|alas|nuisance|blow|scandal|annoying|maddening|"
    r"what it (?:would|will|takes)|as soon as|"
    r"feel about|rare|let|miss|missed|doubtful|hard|difficult|tough|until|unless|"
    r"if|whether|when|once|before|instead|rather|despite|although|though|unlike|wrong|mistaken|less|fewer|too|only|worry|worries|worried|"
    r"concerns?|doubts?|reservations|wait|hesitat\w+|difference|disagreement|disagree\w*|debate|alternative|contrast|comparison|opposite|without|"
    r"change your mind|spare you|spared us|fight|combat|tackle|cure|dislike|ugly|won't ask|over)\b"
)
_TAKEN_FOR_GRANTED = re.compile(
    r"\b(?:congratulations|congrats|well done|enjoy(?:ing|ed)?|good luck|all the best (?:for|with)|"
    r"look(?:ing)? forward|"
    r"see you at|(?:which|what) (?:kind|sort|type)s? of|how (?:many|much|often)|how (?:is|are) your|"
    r"happy to hear|glad to hear|pleased|"
    r"delighted|thrilled|happy that|glad that)\b"
)
LIGHT = split_words(
    "have get be do go come use take bring carry make keep give still start want need love like enjoy prefer see plan "
    "run work offer add hear gather know say tell think find hope wish choose pick continue"
)
_HOW_YOU_DO = re.compile(
    r"(?:how|why) you (?!would|could|might|may|can|will|should|want|plan|hope|feel|think|see|decide|intend|mean|"
    r"(?:go|get|do)\b)[a-z]+\b"
)
"""`I'd like to hear | how you run Spark`: that they do is taken for granted."""
_LUCK = re.compile(r"\b(?:good luck|best of luck|all the best|fingers crossed|look(?:ing)? forward)\b")
_NOT_YET = re.compile(r"\byet\b|\bnever got\b|n't got\b|\bhas(?:n't| not)\b|\bhave(?:n't| not)\b")
_GIVEN = re.compile(r"\b(?:i|she|he|they|we) (?:have |has )?(?:accepted|agreed|confirmed|signed|decided|promised)\b")
_CONDITION = re.compile(r"\b(?:once|unless|as soon as|provided|subject to)\b")
_COUNTING = frozenset(("first", "second", "third", "last", "next", "final", "each", "every", "the", "a", "one", "bus"))
"""Before a noun that is like a verb of denial: `the first stop is Lyon`."""
_WHEN = frozenset(("after", "before", "during", "when", "at", "in", "by", "on"))
_AGAINST = re.compile(r"\b(?:ist|sind|bin|war|waren|bist) (?:\w+ )?gegen\b")
_GERMAN_NO = split_words(
    "nicht kein keine keinen keinem keiner keins nie niemals ohne weder abgesagt verzichtet verzichten aufgegeben "
    "abgelehnt schade leider"
)
_POINTING = frozenset(("those", "them", "it", "that", "one", "these", "this"))


_WANTING = frozenset(("want", "wish", "need", "hope"))
"""`you want one of your own`, of what somebody has not: it may well be."""
_FIRST_OF_ALL = re.compile(r"\b(?:be|been|become|is|was|are|were|am) (?:your|her|his|their|the) (?:very )?first\b")
"""`I would be your first customer from Romania`, of one who has had none."""


def unreal(parts: Sequence[Fragment], number: int, facts: Facts) -> Finding | None:  # noqa: C901, PLR0911
    """A thing that the notes only deny or leave open, taken for real; `parts` are the fragments of one sentence."""
    fragment = parts[number]
    if (
        not _asserts(fragment)
        or reassuring(fragment)
        or _LEFT_WITH.search(fragment.plain)
        or LEFT_OUT.search(fragment.plain)
        or _WORD_ABOUT.search(fragment.plain)
        or any(denied_otherwise(part) for part in parts[: number + 1])
        or fragment.words[0] == "than"
        or (fragment.verbs and fragment.verbs <= keys_of(_WANTING) and "one" in fragment.words)
        or _FIRST_OF_ALL.search(fragment.plain)
        or _AS_FOR.match(fragment.plain)
        or any(part.negated or _SET_AGAINST.search(part.plain) for part in parts[number + 1 :])
        or any(handed_over(part) for part in parts)
        or _OTHERS_DO.search(fragment.plain)
        or (fragment.mood == "wish" and _TO_FIND.search(fragment.plain))
    ):
        return None
    clear = list(_clear_words(parts, number, facts))
    modal = {"could", "would", "might", "may", "can"} & set(fragment.words)
    done = not modal and (_DONE.search(fragment.plain) or _granted_now(parts, number))
    if finding := _no_longer(fragment, facts):
        return finding
    for word in clear:
        if finding := _ruled_out(word, fragment, facts):
            return finding
        places = [fact for fact in facts.by_key.get(word, ()) if _concerns(fact, fragment)]
        if word in _mine(fragment):
            places = [fact for fact in places if USER in fact.fragment.owners]
        if not places or word in facts.brief_keys or word in facts.heading_keys:
            continue
        if _LUCK.search(fragment.plain):
            places = [] if any(_NOT_YET.search(fact.fragment.plain) for fact in places) else places
        if done and fragment.owners != {USER} and (finding := _left_open(word, places)):
            return finding
        if finding := _taken_back(word, fragment, places, facts):
            return finding
        against = [fact for fact in places if word in denied_words(fact) and not _missed(fact) and not left_to_it(fact)]
        against = [fact for fact in against if not with_exception(fact) and not so_but_otherwise(fact, facts)]
        against = [
            fact for fact in against
            if not other_code(fragment, fact.fragment) and not to_be_done(fragment, fact)
            and not denied_besides(fragment, parts, fact) and not for_another(fragment, fact, facts)
            and not for_a_part(fragment, fact) and not same_feeling(fragment, fact.fragment)
            and not by_a_third(fragment, fact, facts)
            and not _told_too(fragment, fact) and not contrary(fragment.keys) & fact.fragment.keys
        ]  # fmt: skip
        if against and len(against) == len(places) and any(_same_doing(fragment, fact) for fact in against):
            return _clash(next(fact for fact in against if _same_doing(fragment, fact)))
    return None


def _mine(fragment: Fragment) -> frozenset[str]:
    """The words of what is called the writer's: `my comics club`, of which nothing that the reader lacks says no."""
    spans = [(first, last) for owner, first, last in fragment.possessed if owner == USER]
    return frozenset(key(fragment.tokens[p].low) for first, last in spans for p in range(first, last + 1))


_SET_AGAINST = re.compile(rf"{WHOSE.pattern}|\b(?:fight|combat|tackle|cure|get rid|banish|end)\b")
"""`Sousaphone mics: | yours`, `the whistling is what | I want to fight`."""
_AS_FOR = re.compile(
    r"(?:and |but |now )?(?:as for|regarding|concerning|about|on the subject of|with regard to) [^.]*$"
)
"""`As for the scanner, …`: named, and nothing said of it."""


def _told_too(fragment: Fragment, fact: Fact) -> bool:
    """`the petals that the storm broke` beside `5 broken in the storm`: the draft tells of the loss itself."""
    lost = _UNDONE.search(fact.fragment.plain)
    words = {lemma(low) for low in lost[0].split()} - {"be"} if lost else set()
    return bool(words & {lemma(low) for low in fragment.words})


_OTHERS_DO = re.compile(r"\bwhere (?:others|most(?: people)?|everybody|everyone|people)\b")
"""`who uses eelgrass where others take foam`."""
_TO_FIND = re.compile(r"\byou(?:'ll| will|'d| can| could)? (?:\w+ )?(?:find|get|look for)\b")
"""`I hope you find a publisher soon`, of one who has none yet."""
_WORD_ABOUT = re.compile(
    r"\b(?:your|for the) (?:\w+ )?(?:answer|reply|advice|hint|tip|news|remarks?|comments?|word|question) "
    r"(?:about|on|regarding)\b"
)
"""`thank you for your answer about the urchins`, whatever was answered."""
_LEFT_WITH = re.compile(
    r"\b(?:keep|keeps|kept|keeping) (?:[\w-]+ ){1,5}to (?:yoursel(?:f|ves)|myself|ourselves|herself|himself|"
    r"themselves)\b|"
    r"\bstays? with you\b|\b(?:bad|hard|tough|rotten|rough) luck\b|\b(?:what|how) you (?:think|feel)\b|"
    r"^i (?:\w+ )?understand (?:about|why)\b"
)
"""`keep it to yourselves` says no with other words."""


def _granted_now(parts: Sequence[Fragment], number: int) -> bool:
    """`now that your union has agreed`: told as done, wherever the reader cuts the clause."""
    fragment = parts[number]
    return fragment.plain.startswith("now that ") or (
        fragment.words[0] == "that" and number > 0 and parts[number - 1].words[-1] == "now"
    )


_USED_TO = re.compile(r"\b(?:used to|no longer|stopped|formerly|not any ?more|until recently)\b")


def _missed(fact: Fact) -> bool:
    """`couldn't attend her session` does not say that there was none."""
    attending = keys_of(
        split_words("attend see visit hear watch join catch make reach read taste understand recognise")
    )
    return bool(fact.fragment.verbs & attending) and bool(re.search(r"n't\b|\bnot\b|\bnever\b", fact.fragment.plain))


def _no_longer(fragment: Fragment, facts: Facts) -> Finding | None:
    """`the neighbours still complain`, where they used to and no longer do."""
    if "still" not in fragment.words or fragment.negated:
        return None
    words = telling(matter(fragment, facts))
    for fact in facts.facts:
        common = words & fact.fragment.keys
        if len(common) >= 2 and _USED_TO.search(fact.fragment.plain) and _concerns(fact, fragment):
            return _clash(fact)
    return None


_BACK = re.compile(
    r"\b(?:switched|turned|ripped|threw|gave|sent|took|put) (?:\w+ ){0,2}?(?:it|them|that|this) "
    r"(?:off|down|out|up|away|back|aside)\b|"
    r"\b(?:sold|dropped|quit|cancell?ed|returned|stopped|abandoned|scrapped|shut|closed|declined|refused|"
    r"rejected|deleted) "
    r"(?:\w+ ){0,2}?(?:it|them|that|this)\b"
)
_BYGONE = re.compile(
    r"\b(?:was|were|had|did|tried|used|bought|got|sold|dropped|gave|when|after|before|former|old|last|ago|once|back|why|"
    r"offered|offer|without|sorry|turned|turning|declined|decision)\b"
)


def _taken_back(word: str, fragment: Fragment, places: Sequence[Fact], facts: Facts) -> Finding | None:
    """`the tool that you use`, where they tried one and switched it off; `your new job` for one turned down."""
    if _BYGONE.search(fragment.plain):
        return None
    ends = []
    for fact in places:
        at = facts.facts.index(fact)
        following = [part for part in facts.facts[at + 1 : at + 3] if part.sentence is fact.sentence]
        end = next((part for part in following if _BACK.search(part.fragment.plain)), None)
        if end is None:
            return None
        ends.append(end)
    return _clash(ends[0]) if ends else None


_NEVER_WITHOUT = re.compile(r"\b(?:never|not|\w+n't|nobody|no one) (?:\w+ ){0,4}without\b")
_NONE_LOST = re.compile(
    r"\b(?:nobody|no one|none|never|not|\w+n't) (?:\w+ )?(?:lost|lose|missed|refused|complained|failed)\b"
)
"""`nobody lost a job`: the jobs are there."""
_NOT_WELL = re.compile(
    r"(?:n't|\bnot|\bcannot|\bhardly) (?:[\w-]+ ){1,5}(?:well|much|properly|fluently|enough|very often|a lot)\W*$"
)
"""`can't speak English well`: a little, and so the thing is there."""
_CANNOT_SAY = re.compile(
    r"\b(?:cannot|can't|can not|couldn't|don't|doesn't|do not|does not) (?:say|tell|know|promise)\b"
)
"""`I cannot say from a photo` leaves it open, and denies no photo."""
_RULES_OUT = {
    "vegetarian": "meat steak burger beef pork chicken barbecue",
    "veggie": "meat steak burger beef pork chicken barbecue",
    "vegan": "meat steak burger cheese milk beef pork chicken barbecue",
    "teetotal": "wine beer whisky pint",
    "sober": "wine beer whisky pint",
    "blind": "watch",
    "freelance": "employer",
    "widow": "husband",
    "widower": "wife",
}
"""What one word of the notes rules out without a denial."""


def _ruled_out(word: str, fragment: Fragment, facts: Facts) -> Finding | None:
    """`she's vegetarian` against `since you eat meat`, where no note speaks of meat."""
    if facts.knows(word):
        return None
    for ground, things in _RULES_OUT.items():
        if word in keys_of(split_words(things)):
            places = [fact for fact in facts.by_key.get(key(ground), ()) if _concerns(fact, fragment)]
            if places and not places[0].fragment.negated:
                return _clash(places[0])
    return None


def _asserts(fragment: Fragment) -> bool:
    """Facts, and wishes and questions that take something for granted."""
    words = fragment.words
    if exclaimed(fragment):
        return False
    if (
        fragment.mood == "greeting"
        or any(word in NEGATIONS or word.endswith("n't") or word in _NOT_YET_DONE for word in words)
        or _GONE.search(fragment.plain)
    ):
        return False
    if fragment.mood == "question" and (_BY_NOW.search(fragment.plain) or _YES_OR_NO.match(fragment.plain)):
        return False
    granted = bool(_TAKEN_FOR_GRANTED.search(fragment.plain) or _HOW_YOU_DO.match(fragment.plain))
    holders = {owner for owner, _, _ in fragment.possessed}
    if (fragment.owners == {USER} and not granted and not holders - {USER}) or (USER in holders and len(holders) == 1):
        return False
    return fragment.mood == "fact" or granted or bool(fragment.possessed and fragment.mood in ("wish", "question"))


_YES_OR_NO = re.compile(
    r"(?:\w+ , )?(?:and |so |but )?(?:have|has|had|did|do|does|are|is|were|was|can|could|will|would|may|might|shall) "
    r"(?:(?:your|the|my|our) \w+|you|i|we|he|she|they|it|there)\b"
)
"""`has your chief said yes?`: asked, and taken for nothing."""
_BY_NOW = re.compile(r"^(?:and |so |but )?(?:have|has|had|did|do|does|are|is|were|was) .*\b(?:yet|already|by now)\b")
"""`have you made up your mind yet?`: asked whether it is done."""
_GONE = re.compile(
    r"\b(?:has|have|had|'ve|'s) (?:\w+ )?(?:left|quit|resigned|moved on|stepped down|given up|given out|died|gone|"
    r"broken down|packed up|collapsed)\b"
)
"""`your printer has given up`."""
_NOT_YET_DONE = split_words(
    "unsold unread unpaid unsigned unfinished unopened untouched unused unbooked undecided unsure"
)
"""`a third is still unsold` denies by its first letters."""


def _clear_words(parts: Sequence[Fragment], number: int, facts: Facts) -> Iterator[str]:
    """The telling words of the fragment with no doubt or denial before them in the sentence."""
    fragment = parts[number]
    before = "" if _HOW_YOU_DO.match(fragment.plain) else " ".join(part.plain for part in parts[:number])
    said = f"{before} {fragment.plain}"
    if _GERMAN_NO & {word for part in parts for word in part.words}:
        return
    if _doubtful(before) or _DOUBT.search(said) or any(mark.search(fragment.plain) for mark in (_UNDONE, _OPEN)):
        return
    allowed = telling(matter(fragment, facts)) - keys_of(LENGTHS)
    mine = {at for owner, first, last in fragment.possessed if owner == USER for at in range(first, last + 1)}
    for position in range(fragment.first, fragment.last + 1):
        token = fragment.tokens[position]
        if token.kind != "word" or token.low in FUNCTION or token.low.endswith("-free"):
            continue
        if position in mine and fragment.mood == "fact" and USER not in fragment.owners:
            continue
        if _doubtful(" ".join(other.low for other in fragment.tokens[fragment.first : position])):
            return
        yield from (word for word in _keys(token) if word in allowed)
    yield from sorted(fragment.antecedent & allowed)
    if not allowed - keys_of(LIGHT) and number and _POINTING & set(fragment.words):
        yield from sorted(telling(matter(parts[number - 1], facts)))


def _doubtful(plain: str) -> bool:
    if _DOUBT.search(plain) or _PHRASES.search(plain) or _GERMAN_NO & set(plain.split()) or _AGAINST.search(plain):
        return True
    return any(word in _NOT or word.endswith("n't") or lemma(word) in _DENYING for word in plain.split())


def _keys(token: Token) -> list[str]:
    return [key(part) for part in {token.low, *token.low.split("-")} if len(part) > 2]


def _concerns(fact: Fact, fragment: Fragment) -> bool:
    """The fact is of the same people, or of nobody in particular, and no question or programme."""
    owners = fact.fragment.owners
    if fact.programme or fact.fragment.mood == "question" or fact.fragment.words[:2] == ["but", "not"]:
        return False
    if owners == {USER}:
        return fragment.owners == {USER} or (not fragment.owners and bool({"you", "we"} & set(fragment.words)))
    return not owners or not fragment.owners or bool(owners & (fragment.owners | fragment.persons))


def denied_words(fact: Fact) -> frozenset[str]:
    """The words of a fact that a denial before them, or said of them, takes back."""
    fragment = fact.fragment
    if (
        _NONE_LOST.search(fragment.plain)
        or _NOT_WELL.search(fragment.plain)
        or _NEVER_WITHOUT.search(fragment.plain)
        or _CANNOT_SAY.search(fragment.plain)
        or not_really(fragment.plain)
    ):
        return frozenset()
    if _GERMAN_NO & set(fragment.words) or _AGAINST.search(fragment.plain):
        return fragment.keys
    if undone := _UNDONE.search(fragment.plain):
        return frozenset() if _NOT_SO.search(fragment.plain[: undone.start()]) else fragment.keys
    found: set[str] = set()
    start = _denial_ends(fragment)
    if start is not None and start <= fragment.last and lemma(fragment.tokens[start].low) in SPARING:
        return frozenset()
    if start is not None:
        given_up = lemma(fragment.tokens[start - 1].low) in _DENYING
        for position in range(start, min(start + _REACH, fragment.last + 1)):
            token = fragment.tokens[position]
            if token.kind == "symbol" or token.low == "but" or (given_up and found and _goes_on(fragment, position)):
                break
            denied = fragment.tokens[start - 1].low in ("no", "without") and fragment.tokens[start].low not in _NO_ROOM
            if found and denied and token.low in ("for", "on", "about", "of"):
                break  # `no tests yet for the tile cache`: of the tests
            if token.low not in FUNCTION:
                found.update(_keys(token))
    return frozenset(found)


_NOT_SO = re.compile(r"(?:\bnot|n't|\bnever) (?:\w+ )?$")
"""`not sold out`, `isn't broken`: a denial of the denial."""
_NO_ROOM = split_words("time use room need interest money space place taste patience love appetite plan plans word")
"""`no time for drones` denies the drones too."""
_BOUNDS = frozenset(("more", "less", "fewer", "later", "earlier"))
"""`not more than ten` sets a bound and denies nothing."""


def _goes_on(fragment: Fragment, position: int) -> bool:
    """`abolishing fines | brought back readers`: a verb of its own, behind what was given up."""
    tokens = fragment.tokens
    return is_verb(tokens, position) and tokens[position - 1].low != "to" and not tokens[position].low.endswith("ing")


def _denial_ends(fragment: Fragment) -> int | None:
    """The position after the first denial of a fragment."""
    for position in range(fragment.first, fragment.last + 1):
        token = fragment.tokens[position]
        following = fragment.tokens[position + 1].low if position < fragment.last else ""
        beyond = fragment.tokens[position + 2].low if position + 2 <= fragment.last else ""
        if (token.low == "not" and following == "only") or (following in _BOUNDS and beyond == "than"):
            return None
        before = fragment.tokens[position - 1].low if position > fragment.first else ""
        halts = lemma(token.low) == "stop" and not following.endswith("ing")
        thing = token.low in _AS_A_THING and before in _OF_WHAT
        denying = (
            lemma(token.low) in _DENYING
            and not halts
            and not thing
            and following not in _WHEN
            and before not in _COUNTING
        )
        if token.low in _NOT or token.low.endswith("n't") or denying:
            return position + 1
        upto = " ".join(other.low for other in fragment.tokens[fragment.first : position + 1])
        if (match := _PHRASES.search(upto)) and match.end() == len(upto):
            return position + 1
    return None


_AS_A_THING = frozenset(("scrap", "drop", "stop", "reject", "ban"))
_OF_WHAT = frozenset(("from", "of", "with", "in", "into", "as", "out", "old", "metal"))
"""`built an arm from scrap printers`."""


def _same_doing(fragment: Fragment, fact: Fact) -> bool:
    """The draft's verb is that of the denial, or one that says no more than that the thing is there."""
    light = keys_of(LIGHT) | keys_of(AUXILIARIES)
    mine = fragment.verbs - light
    return not mine or bool(mine & fact.fragment.verbs) or not fact.fragment.verbs - light - keys_of(_DENYING)


def _left_open(word: str, places: Sequence[Fact]) -> Finding | None:
    """The notes leave it open, and no note says that it was done."""
    waiting = [fact for fact in places if _open(fact) or word in denied_words(fact)]
    if not waiting or any(_DONE.search(fact.fragment.plain) for fact in places if fact not in waiting):
        return None
    return _clash(waiting[0])


def _open(fact: Fact) -> bool:
    """Left open by its own words, or hung on a condition in the same sentence."""
    hung = _CONDITION.search(fact.sentence.text.casefold()) and not _GIVEN.search(fact.fragment.plain)
    return bool(_OPEN.search(fact.fragment.plain) or hung)


def _clash(fact: Fact) -> Finding:
    reason = f"Your notes say otherwise: “{fact.quote}”."
    return contradicted(fact, reason)
