"""Titles and professions in a draft: is the role noted, and for this person?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coach.domain.checking.attribution import whose
from coach.domain.checking.claims import Finding
from coach.domain.checking.clauses import Fragment
from coach.domain.checking.english import forms, key
from coach.domain.checking.facts import Fact, Facts
from coach.domain.checking.lexicon import ABBREVIATIONS, FUNCTION, ROLE_HEADS, ROLE_MODIFIERS, TITLES, split_words
from coach.domain.checking.people import RELATIONS, USER
from coach.domain.checking.sources import Source
from coach.domain.checking.synonyms import GROUPS
from coach.domain.checking.tokens import Token, fold

_ARTICLES = split_words("a an the as being our your my")
_TITLE_LIKE = split_words("lead head coach chair chef cook judge captain resident guide pilot partner principal "
    "intern contact trainer driver owner "
                          "speaker chief deputy assistant associate officer expert specialist advocate "
                          "contributor reporter student lead grower master handler clerk")  # fmt: skip


def check_roles(
    parts: Sequence[Fragment], facts: Facts, sources: Sequence[Source]
) -> Iterator[tuple[int, int, Finding]]:
    """(first token, last token, finding) of each role that the draft gives to somebody."""
    for number, fragment in enumerate(parts):
        if fragment.mood == "greeting":
            continue
        owners = _bearers(parts, number, facts)
        if owners == {USER} and re.search(r"\byour (?:\w+ ){1,3}as an?\b", fragment.plain) and facts.reader:
            owners = frozenset((facts.reader,))
        for position in range(fragment.first, fragment.last + 1):
            first = _role_from(fragment, position)
            if first is not None and not _own_people(fragment, first) and not _looked_for(fragment, first):
                reader = bool(facts.reader) and _of_the_reader(parts, number, first)
                bearers = frozenset((facts.reader,)) if reader else owners
                found = _finding(fragment, first, position, facts, sources, bearers, given=reader)
                if found.verdict == "unsupported" and not reader and _around_the_writer(fragment, bearers):
                    found = Finding("no_claim", reason="Somebody around you.")
                yield first, position, found


def _around_the_writer(fragment: Fragment, bearers: frozenset[str]) -> bool:
    """`the plumber is here`, `in a queue at the chemist's`, `regards from a tired nurse`: in a sentence that speaks of
    the writer, or of nobody, and does not look back on anything."""
    lows = {token.low for token in fragment.tokens}
    named = any(token.capital and token.low not in _FIRST for token in fragment.tokens[1:])
    past = any(low in _LOOKING_BACK or (low.endswith("ed") and "ADJ" not in forms(low)) for low in lows)
    return bearers <= {USER} and not lows & _OTHERS and not named and not past


_FIRST = frozenset(("i", "i'm", "i've", "i'll", "i'd"))
_OTHERS = split_words(
    "you your yours you're you've you'll you'd he she they his her their him them he's she's who we we're we've our us "
    "expect expected rare rarely chat talk conversation meeting often"
)
_LOOKING_BACK = split_words(
    "was were had met saw heard told said spoke came went sat got gave made took thought found learnt read knew thank "
    "thanks"
)
_LITTLE_EXPECTED = re.compile(
    r"\bi(?:'d|'ve| had| have| would)? (?:never|hadn't|hardly|didn't|don't often|rarely) (?:\w+ )?(?:expect|"
    r"expected|thought|"
    r"think|guess|guessed|met|meet|imagined?|heard of|known)\b|\bit(?:'s| is)(?:n't| not) every day\b|"
    r"\bi didn't know\b|\bnever would have\b"
)
"""`I never expected a theatre director to teach me …`: whoever taught me is the one who is written to."""


def _of_the_reader(parts: Sequence[Fragment], number: int, first: int) -> bool:
    """A role by which the reader is spoken of: in a frame of surprise, or with `like you` behind it."""
    fragment = parts[number]
    if fragment.mood == "question" and not fragment.owners and _ASKED_OF_YOU.search(fragment.plain):
        return _given(fragment, first)
    lead = " ".join(part.plain for part in parts[:number])
    lead += " " + " ".join(token.low for token in fragment.tokens[fragment.first : first])
    behind = " ".join(token.low for token in fragment.tokens[first : fragment.last + 1])
    return bool(_LITTLE_EXPECTED.search(lead)) or bool(re.match(r"(?:[\w-]+ ){1,3}like you\b", behind))


_ASKED_OF_YOU = re.compile(
    r"^(?:so |and )?(?:how long|since when) have you been (?:the |an? )|"
    r"^(?:so |and )?(?:how does it feel|what is it like|what's it like|what does it feel like|is it fun|is it hard|"
    r"do you enjoy|do you like) (?:to be|being) (?:the |an? )"
)
"""`how does it feel to be the director?`: the reader is taken to be one."""


def _own_people(fragment: Fragment, first: int) -> bool:
    """`I'll ask the chair to …`: somebody of the writer's own house, whom the writer means to speak to."""
    mine = fragment.owners == {USER} or fragment.words[0].split("'")[0] in ("i", "we")
    if mine and fragment.mood == "wish" and _TO_SERVE.search(fragment.plain):
        return True
    planned = fragment.mood == "wish" and mine and not _given(fragment, first)
    lead = {token.low for token in fragment.tokens[max(fragment.first, first - 4) : first]}
    planned = planned and bool(lead & _SPEAKING_TO)
    return planned and first > fragment.first and fragment.tokens[first - 1].low == "the"


_TO_SERVE = re.compile(
    r"\b(?:love|like|happy|glad|ready|willing) to (?:\w+ ){0,3}?(?:help|come|join|serve|volunteer)\w* as an?\b"
)
"""`I would love to help as a trainer`: what the writer would be."""


def _looked_for(fragment: Fragment, first: int) -> bool:
    """`shall we look for a translator?`: anybody of that trade."""
    lead = " ".join(token.low for token in fragment.tokens[max(fragment.first, first - 4) : first])
    open_ended = fragment.mood in ("question", "wish", "guess") or {"should", "could", "might"} & set(fragment.words)
    return bool(open_ended) and bool(_SEEKING.search(lead))


_SEEKING = re.compile(r"\b(?:look for|find|hire|need|use|ask for|engage|get) an?(?: \w+)?$")


def _bearers(parts: Sequence[Fragment], number: int, facts: Facts) -> frozenset[str]:
    """Who bears a role said with `as`: the doer here, else next door, else the owner named before, else the reader."""
    here = parts[number]
    of_somebody = here.words[:1] == ["as"] and here.words[1:2] and here.words[1] in _OWNING
    if (here.owners and not of_somebody) or here.words[:1] != ["as"]:
        return here.owners
    beside = [*parts[number + 1 : number + 2], *parts[max(0, number - 1) : number]]
    found = next((part.owners for part in beside if part.explicit and part.owners), frozenset())
    return found or frozenset((facts.reader,) if facts.reader else ())


def _role_from(fragment: Fragment, position: int) -> int | None:  # noqa: PLR0911
    """Where the role that ends at `position` begins; None when there is none."""
    tokens = fragment.tokens
    token = tokens[position]
    titled = token.low in TITLES and position < fragment.last and tokens[position + 1].capital
    called = token.low in ROLE_HEADS or token.low.endswith(_SCHOLARS)
    if not called or token.kind != "word" or titled:
        return None
    after = tokens[position + 1].low if position < fragment.last else ""
    if (
        token.low == "head"
        and after != "of"
        and not (position and tokens[position - 1].low in ("school", "deputy", "department"))
    ):
        return None
    if position and {"my", "our"} & {low.low for low in tokens[max(fragment.first, position - 3) : position]}:
        return None
    before = tokens[position - 1].low if position else ""
    if _no_role(token.low, before, after):
        return None
    if token.low in _EVERYBODYS and _said_of_readers(fragment, position):
        return None
    if after in ROLE_HEADS or (after in ROLE_MODIFIERS and after not in ("of",)):
        return None
    first = position
    while first > fragment.first and (tokens[first - 1].low in ROLE_MODIFIERS or tokens[first - 1].low in ROLE_HEADS):
        first -= 1
    first = _of_what_trade(tokens, fragment.first, first, position)
    if first > fragment.first and tokens[first - 1].low in _ANY_ONE:
        return None
    if token.low in _TITLE_LIKE and first == position and not _articled(tokens, fragment.first, first):
        return None
    return first


def _no_role(low: str, before: str, after: str) -> bool:
    """`I'm no mechanic`, `founder style`, `not a chair to be had`, `frightens a whole nurse`."""
    seat = low == "chair" and before in ("a", "every", "each", "any")
    leash = low == "lead" and before == "the" and after not in ("of", "at", "for", "on", "in")
    return before in _ANY_ONE or leash or after in _OF_A_MANNER or seat


def _of_what_trade(tokens: Sequence[Token], start: int, first: int, position: int) -> int:
    """`chemistry teacher`, `level designer`: the noun before the role says of what."""
    before = tokens[first - 1] if first > start else None
    if first != position or before is None or before.kind != "word" or before.capital:
        return first
    known = set(forms(before.low))
    if not known and not _articled(tokens, start, first - 1):
        return first  # `Du bist CTO`: a word of no dictionary is a trade only behind an article
    plain = before.low in FUNCTION or before.low in _OF_ANY_SUCH or known not in ({"NOUN"}, set())
    return first if plain else first - 1


_OF_ANY_SUCH = split_words(
    "every each all both such quite rather other many few several most half "
    "fellow hobby amateur volunteer woman man star expert part-time full-time day evening weekend home fine lifelong "
    "colleague friend neighbour sister brother mother father village town city country club team group course guest"
)
_ANY_ONE = frozenset(("no", "whole", "any", "some", "another"))
"""`any buyer besides them?`: of a kind, and nobody in particular."""
_OF_A_MANNER = frozenset(("style", "talk", "speak", "fashion", "life", "habit", "jargon"))
_SCHOLARS = ("ologist", "ographer")
_SPEAKING_TO = frozenset(
    ("see", "call", "ring", "visit", "ask", "tell", "check", "speak", "talk", "consult", "inform", "remind")
)
_OWNING = frozenset(("my", "your", "her", "his", "our", "their"))
"""`as your foreman she knows the yard`: whoever acts in the clause beside it bears the role."""
_EVERYBODYS = split_words(
    "manager boss teacher doctor accountant landlord landlady supervisor neighbour neighbor dentist"
)


def _said_of_readers(fragment: Fragment, position: int) -> bool:
    """`your manager`, `your head teacher`: whom anybody has, and whom a question or an aside may speak of."""
    lead = [token.low for token in fragment.tokens[max(fragment.first, position - 2) : position]]
    return "your" in lead and (fragment.mood != "fact" or fragment.negated or position == fragment.first + 2)


def _articled(tokens: Sequence[Token], start: int, first: int) -> bool:
    """An article within two words before: `a bus driver`, `as head`."""
    return any(
        token.low in _ARTICLES or token.low in ("is", "are", "you're")
        for token in tokens[max(start, first - 2) : first]
    )


def _given(fragment: Fragment, first: int) -> bool:
    """The role is said of the fragment's doer: `as a nurse`, `you are the mayor`, `being a driver`."""
    before = [token.low for token in fragment.tokens[max(fragment.first, first - 4) : first]]
    return bool(_BEING & set(before))


_BEING = split_words("as are were is was being you're am i'm became become be been")


def _words(tokens: Sequence[Token], first: int, last: int) -> list[str]:
    return [token.low for token in tokens[first : last + 1] if token.low not in FUNCTION or token.low == "it"]


def _finding(  # noqa: PLR0911
    fragment: Fragment,
    first: int,
    position: int,
    facts: Facts,
    sources: Sequence[Source],
    owners: frozenset[str],
    *,
    given: bool = False,
) -> Finding:
    given = given or _given(fragment, first)
    head = fragment.tokens[position].low
    extra = [word for word in _words(fragment.tokens, first, position - 1) if word != "former" or not _past(facts)]
    if head == "head":
        extra += _words(fragment.tokens, position + 2, min(position + 3, fragment.last))[:1]
    holders = [fact for word in _forms(head) for fact in facts.by_key.get(word, [])]
    if given:
        holders = [fact for fact in holders if {low for low in fact.fragment.words} & _singular(head)]
    written = [source for source in sources if not source.label and {head, *extra} <= set(source.lows)]
    theirs = [fact for fact in holders if fact.fragment.owners & owners] if given else []
    if theirs and not fragment.negated and all(fact.fragment.negated for fact in theirs):
        fact = theirs[0]
        return Finding("contradicted", (fact.label,), (fact.quote,), f"Your notes deny this: “{fact.quote}”.")
    denied = [fact for fact in holders if fact.fragment.negated and not fragment.negated]
    denied = [fact for fact in denied if not _somebodys(fact, head)]
    if denied and len(denied) == len(holders) and not any(fact.fragment.owners & fragment.owners for fact in denied):
        return Finding("supported", (denied[0].label,), (denied[0].quote,), "Your notes speak of this role.")
    fitting = [fact for fact in holders if all(_held(word, extra, fact) for word in extra)]
    if not fitting and not written and _owed(head, extra, facts):
        return Finding("no_claim", reason="A promise on record names this role.")
    if not fitting and not written and (doing := _doing_of(head, extra, facts, owners if given else frozenset())):
        return Finding("supported", (doing.label,), (doing.quote,), "It follows from your notes.")
    if not fitting and not written and not extra and (above := _above(fragment, first, head, facts)):
        return Finding("supported", (above.label,), (above.quote,), "Your notes speak of such a superior.")
    if not fitting and not written:
        return _spelled(head, sources) or Finding("unsupported", reason="No note gives this role to anybody.")
    if fitting and given and owners and not any(_may_be(fact, owners, head, facts.reader) for fact in fitting):
        fact = fitting[0]
        other = _borne_by_another(fact, head, facts.reader)
        reason = f"Your notes say otherwise: “{fact.quote}”." if other else ""
        reason = reason or f"By your notes this is the role of {whose(fact.fragment)}."
        return Finding("contradicted", (fact.label,), (fact.quote,), reason)
    return _only_deputy(fitting, head, extra, owners) or Finding(
        "supported",
        tuple(dict.fromkeys(fact.label for fact in fitting)),
        tuple(dict.fromkeys(fact.quote for fact in fitting))[:2],
        "Found in your notes.",
    )


_SUPERIORS = frozenset(("director", "boss", "chief", "manager", "head", "cio", "ceo", "cto", "cfo", "coo", "principal"))


def _above(fragment: Fragment, first: int, head: str, facts: Facts) -> Fact | None:
    """`your director's caution`, where a note has `her boss Mme Garnier`: one superior by another word."""
    tokens, at = fragment.tokens, first - 1
    if head not in _SUPERIORS or at < fragment.first or tokens[at].low != "your" or tokens[at - 1].text == ",":
        return None
    noted = [fact for word in sorted(_SUPERIORS) for fact in facts.by_key.get(key(word), ())]
    return next((fact for fact in noted if not fact.fragment.owners & {USER}), None)


_LIMITS = frozenset(("deputy", "assistant", "vice", "acting", "trainee", "associate", "interim"))


def _only_deputy(fitting: Sequence[Fact], head: str, extra: Sequence[str], owners: frozenset[str]) -> Finding | None:
    """`as the leader of the team`, where whoever is meant is its deputy leader in each note that has the role."""
    theirs = [fact for fact in fitting if fact.fragment.owners & owners]
    if not theirs or set(extra) & _LIMITS or any(not _limit(fact, head) for fact in theirs):
        return None
    fact = theirs[0]
    return Finding(
        "contradicted", (fact.label,), (fact.quote,), f"Your notes say otherwise: “{fact.quote}”.", (fact.sentence,)
    )


def _limit(fact: Fact, head: str) -> bool:
    """The word that makes less of the role stands within two words before it."""
    tokens, words = fact.fragment.tokens, _singular(head)
    span = range(fact.fragment.first, fact.fragment.last + 1)
    return any(
        tokens[p].low in words and _LIMITS & {token.low for token in tokens[max(fact.fragment.first, p - 2) : p]}
        for p in span
    )


def _past(facts: Facts) -> bool:
    """Some note speaks of what somebody no longer is."""
    return any(_FORMERLY & sentence.lows for source in facts.sources for sentence in source.sentences)


_FORMERLY = frozenset(("former", "formerly", "ex", "retired", "until", "left", "was", "used", "quit", "then"))


def _owed(head: str, extra: Sequence[str], facts: Facts) -> bool:
    """`the contact of the officer`, where a promise on record names the officer."""
    return any({key(head), *map(key, extra)} <= promise.keys for promise in facts.promises)


def _singular(head: str) -> set[str]:
    """Words that name one holder of the role: itself, its synonyms, its abbreviations; no plural."""
    group = {word for word, name in GROUPS.items() if name == key(head)}
    return {
        head,
        *group,
        *(short for short, spelled in ABBREVIATIONS.items() if any(head in long.split() for long in spelled)),
    }


def _forms(head: str) -> list[str]:
    words = [key(head)]
    words += [key(short) for short, spelled in ABBREVIATIONS.items() if any(head in long.split() for long in spelled)]
    return words


def _held(word: str, extra: Sequence[str], fact: Fact) -> bool:
    """The fact has a word beside the role, or its short form: `machine learning` where a note says `ML lead`."""
    keys = fact.fragment.keys | fact.sentence.keys
    if key(word) in keys:
        return True
    if any(all(key(part) in keys for part in long.split()) for long in ABBREVIATIONS.get(word, ())):
        return True
    return any(
        short in fact.sentence.lows and word in long.split() and set(long.split()) <= set(extra)
        for short, spelled in ABBREVIATIONS.items()
        for long in spelled
    )


def _doing_of(head: str, extra: Sequence[str], facts: Facts, owners: frozenset[str]) -> Fact | None:
    """`we may have a welder`, of whom a note says that he can weld; `I was a singing teacher`, who taught singing.
    Where the draft says who is one (`owners`), the note must say it of them."""
    if extra and not owners:
        return None
    stem = head.removesuffix("er").removesuffix("or")
    bases = {key(base) for base in (stem, f"{stem}e", stem[:-1]) if len(stem) > _SHORT} if stem != head else set()
    told = (fact for base in sorted(bases) for fact in facts.by_key.get(base, ()) if base in fact.fragment.verbs)
    theirs = (fact for fact in told if not owners or (owners & fact.fragment.owners and not fact.fragment.negated))
    fitting = (fact for fact in theirs if all(key(word) in fact.fragment.keys for word in extra))
    return next((fact for fact in fitting if owners or any(low.startswith(stem) for low in fact.fragment.words)), None)


_SHORT = 2


def _spelled(head: str, sources: Sequence[Source]) -> Finding | None:
    """`CTO` for a noted `chief technology officer`."""
    for source in sources:
        text = fold(source.text + "\n" + source.heading)
        for long in ABBREVIATIONS.get(head, ()):
            if long in text:
                start = text.find(long)
                quote = source.text[start : start + len(long)]
                return Finding(
                    "supported",
                    (source.label,) if source.label else (),
                    (quote,) if fold(quote) == long else (),
                    "Found in your notes.",
                )
    return None


def _may_be(fact: Fact, bearers: frozenset[str], head: str, reader: str) -> bool:
    """The fact may give the role to one of the bearers; `my director` is somebody else."""
    owners = fact.fragment.owners
    if bearers & {reader, USER} and (_somebodys(fact, head) or _borne_by_another(fact, head, reader)):
        return False
    return not owners or not fact.fragment.explicit or bool(owners & bearers)


def _borne_by_another(fact: Fact, head: str, reader: str) -> bool:
    """`First mate: Hamish Orr`, `coach = Nadia`, `The director is Lejla Basic`: the note says who bears the role."""
    tokens, words = fact.sentence.tokens, _singular(head)
    for position, token in enumerate(tokens[:-2]):
        if token.low not in words:
            continue
        at = position + 1
        if tokens[at].text not in ":=":
            the = position == 0 or tokens[position - 1].text in ".;," or tokens[position - 1].low == "the"
            span = range(at, min(at + _NEAR, len(tokens) - 1)) if the else range(0)
            at = next((place for place in span if tokens[place].low in ("is", "=")), 0)
            if not at or not tokens[at + 1].capital or any(other.text in ",;" for other in tokens[position:at]):
                continue
        named = {low.low for low in tokens[at + 1 : at + 7] if low.capital}
        if named and not named & set(reader.split()):
            return True
    return False


_NEAR = 4
"""`the leader of the team is Halina`."""


def _somebodys(fact: Fact, head: str) -> bool:
    """`my director`, `her boss`: the role is named as somebody's, not as what the speaker is."""
    tokens, words = fact.fragment.tokens, _singular(head)
    owning = ("my", "her", "his", "their", "our", "your")
    span = range(fact.fragment.first + 1, fact.fragment.last + 1)
    return any(
        tokens[p].low in words
        and (tokens[p - 1].low in owning or (tokens[p - 1].low == "'s" and _person(tokens[p - 2])))
        for p in span
    )


def _person(token: Token) -> bool:
    """`Ann's boss`, `my sister's boss`; not `a ship's electrician`."""
    return token.capital or token.low in RELATIONS
