"""Yes or no? What the draft affirms and the notes deny, or the reverse."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from coach.domain.checking.attitudes import same_feeling
from coach.domain.checking.attribution import candidates, matter
from coach.domain.checking.claims import Finding
from coach.domain.checking.clauses import AUXILIARIES, NEGATIONS, Fragment
from coach.domain.checking.english import key, keys_of, lemma
from coach.domain.checking.facts import Fact, Facts
from coach.domain.checking.gradable import EXCEPTIONS, UNFULFILLED, not_gradable
from coach.domain.checking.lexicon import DEMONYMS, FUNCTION, split_words
from coach.domain.checking.opposites import opposites
from coach.domain.checking.people import USER
from coach.domain.checking.undone import (
    another_thing,
    by_a_third,
    denied_besides,
    denied_later,
    denied_otherwise,
    denies_it,
    finite,
    for_a_part,
    for_another,
    foreign_subject,
    handed_over,
    left_to_it,
    not_before,
    only_behind_because,
    says_something_else,
    so_but_otherwise,
    thing_there,
    to_be_done,
    with_exception,
    word_for_word,
)
from coach.domain.checking.weighing import generic, share, telling


def denied(  # noqa: C901, PLR0912
    fragment: Fragment, facts: Facts, parts: Sequence[Fragment] = ()
) -> Finding | None:
    """A statement whose nearest fact has the other sign; `parts` are the fragments of its sentence."""
    words = _of_a_land(matter(fragment, facts))
    bland = not telling(words)
    if (bland and not fragment.verbs) or not_gradable(fragment) or any(WHOSE.search(part.plain) for part in parts):
        return None
    if any(handed_over(part) or _goes_on_denying(fragment, part) for part in parts):
        return None
    if bland and (more := _until(fragment, parts, facts)):
        words, bland = words | more, False
    if _LET_KNOW.search(fragment.plain):
        words -= {key("know")}
    best_same, best_other, turned = 0.0, 0.0, 0.0
    against: Fact | None = None
    contrary = {other for word in words for other in opposites().get(word, ())}
    for fact in candidates(words | contrary, facts):
        if _set_aside(fragment, parts, fact, facts) or (bland and not word_for_word(fragment, fact, words)):
            continue
        close, flipped = _closeness(words, fact, _done_in(fact, facts))
        if _CUT_SHORT.search(fact.fragment.plain):
            if fact.fragment.owners and fragment.owners and not fact.fragment.owners & fragment.owners:
                continue
            close = 1.0 if _whole(fact, facts) <= words and not contrary & fragment.keys else close
        if (
            _how_felt(fragment, fact)
            or not _comparable(fragment, fact, words, flipped)
            or _the_other_one(fragment, fact)
        ):
            continue
        if _alike(fragment, fact.fragment) and _repeats(fragment, fact):
            return None
        if (_sign(fact.fragment, flipped) == _sign(fragment, flipped)) != flipped:
            best_same = max(best_same, close if _firm_fact(fact) else 0.9 * close)
            turned = max(turned, close if flipped else 0.0)
        elif close > best_other and not set(fact.fragment.words) & EXCEPTIONS:
            best_other, against = close, fact
    if turned >= 0.5 and turned >= best_other:
        return None
    if against is None or best_other < 0.5 or best_same >= best_other or _thanks_or_hopes(fragment):
        return _only_denied(fragment, words, facts, parts)
    return _clash(against)


def _goes_on_denying(fragment: Fragment, part: Fragment) -> bool:
    """`your story of the crane | that wouldn't start`."""
    behind = part.first == fragment.last + 1 and part.words[0] in ("that", "which", "who")
    return behind and part.says_no and not fragment.says_no and bool(part.antecedent & fragment.keys)


_SMALL_WORDS = FUNCTION | AUXILIARIES | NEGATIONS


def _alike(one: Fragment, other: Fragment) -> bool:
    """Both deny, or neither does."""
    return one.says_no == other.says_no and (one.says_no or one.negated == other.negated)


def _repeats(fragment: Fragment, fact: Fact) -> bool:
    """`the crane that wouldn't start`, as the note has it."""
    noted = {word for word in fact.fragment.words if word not in _SMALL_WORDS and word.isalpha()}
    return len(noted) > 0 and bool(fact.fragment.verbs & fragment.verbs) and noted <= set(fragment.words)


def _how_felt(fragment: Fragment, fact: Fact) -> bool:
    """`he was not happy with his beamtime`: of how he felt, where the note only has that there was one."""
    found = _NOT_SO_FELT.search(fragment.plain)
    return found is not None and not fact.fragment.negated and key(found["how"]) not in fact.fragment.keys


_NOT_SO_FELT = re.compile(
    r"(?:n't|\bnot|\bnever) (?:\w+ )?(?P<how>happy|pleased|sure|keen|content|satisfied|impressed|"
    r"convinced|afraid|alone|"
    r"interested|ready|used|fond|proud) (?:with|about|of|at|by|to|in|for)\b"
)


def _the_other_one(fragment: Fragment, fact: Fact) -> bool:
    """`the old lab is fine`, `the new lab isn't open`: of two such things, each in its own way."""
    mine, theirs = _marked(fragment), _marked(fact.fragment)
    return any(noun in theirs and theirs[noun] != mark for noun, mark in mine.items())


def _marked(fragment: Fragment) -> dict[str, str]:
    """Nouns by the word that tells one from the other: `old lab`."""
    span = fragment.tokens[fragment.first : fragment.last + 1]
    return {after.low: token.low for token, after in pairwise(span) if token.low in _ONE_OR_OTHER}


_ONE_OR_OTHER = split_words("old new first second last next former upper lower big small left right other")


def _of_a_land(words: frozenset[str]) -> frozenset[str]:
    """`Romanian customers` are customers in Romania."""
    return frozenset(_lands().get(word, word) for word in words)


@cache
def _lands() -> dict[str, str]:
    return {key(people): key(land) for people, land in DEMONYMS.items()}


_CUT_SHORT = re.compile(r"(?:n't| not)\W*$")
"""`the licence is open, | the code isn't`: said of the code, whatever else it has in common with a licence."""


def _whole(fact: Fact, facts: Facts) -> frozenset[str]:
    """All that the clause says, without names; more than any sentence has where that is nothing but a verb."""
    keys = fact.fragment.keys - facts.name_keys
    return keys if len(keys - fact.fragment.verbs) > 1 or (telling(keys) and len(keys) > 1) else frozenset(("",))


def _thanks_or_hopes(fragment: Fragment) -> bool:
    thanked = fragment.words[0] in _THANKS and not fragment.verbs - keys_of(_THANKS) - {key("say")}
    return thanked or fragment.plain.startswith(("looking forward to", "i look forward to", "i'm looking forward to"))


def _until(fragment: Fragment, parts: Sequence[Fragment], facts: Facts) -> frozenset[str]:
    """`you were able to stay | until the kiln was opened`: the telling words of the clause that goes on with it."""
    after = next((part for part in parts if part.first == fragment.last + 1), None)
    goes_on = after is not None and after.words[0] in ("until", "till", "during")
    return telling(matter(after, facts)) if after is not None and goes_on and fragment.explicit else frozenset()


_LET_KNOW = re.compile(
    r"\b(?:let|lets|letting) (?:me|us|you|her|him|them) know\b|^(?:and |but )?(?:i|we|you) (?:\w+ )?know\b"
)
"""`thank you for letting me know`, `I know I owe it to you`: nothing that another's not knowing could deny."""


WHOSE = re.compile(r"^\W*(?:all )?(?:yours|mine|ours|hers|his|theirs)\W*$")
"""`Sousaphone mics: yours.`: shared out, and nothing denied."""


def _set_aside(fragment: Fragment, parts: Sequence[Fragment], fact: Fact, facts: Facts) -> bool:
    """The fact's sign is not to be held against this clause."""
    none = fragment.negated and "0" in fact.fragment.words
    return (
        (fact.programme and not _in_so_many_words(fragment, fact))
        or none
        or (_WHETHER.search(fact.fragment.plain) is not None and not fragment.verbs & keys_of(_ASKING))
        or _denial_repeated(fragment, fact)
        or _both_over(fragment, fact)
        or not_before(fragment, fact)
        or _denies_what_follows(fragment, fact)
        or denied_besides(fragment, parts, fact)
        or (fact.fragment.negated and not fragment.negated and _denied_too(fragment, parts, fact))
        or left_to_it(fact)
        or says_something_else(fragment, fact)
        or (fact.fragment.negated and for_a_part(fragment, fact))
        or only_behind_because(fragment, fact)
        or for_another(fragment, fact, facts)
        or to_be_done(fragment, fact)
        or with_exception(fact)
        or by_a_third(fragment, fact, facts)
        or so_but_otherwise(fact, facts)
    )


_ASKING = frozenset(("ask", "wonder"))
_WHETHER = re.compile(r"\b(?:ask|asks|asked|asking|wonder\w*|unsure|not sure) (?:\w+ )?(?:whether|if)\b")
"""`she asked me whether the tanks work` tells neither that they do nor that they do not."""


def _in_so_many_words(fragment: Fragment, fact: Fact) -> bool:
    """`the beds at Niebla recovered`, against a talk's `the beds at Niebla did not recover`."""
    words = telling(fragment.keys)
    return (
        fact.fragment.says_no
        and len(words) > 1
        and words <= fact.fragment.keys
        and bool(fragment.verbs & fact.fragment.verbs)
    )


_THANKS = frozenset(("thank", "thanks", "many"))
"""`many thanks for the plan` affirms no doing that a note could deny."""
_ROOTS = {
    "lost": ("loss", "lose", "losing"),
    "loses": ("loss", "lost", "losing"),
    "missed": ("miss",),
    "quit": ("quit",),
}


def _denial_repeated(fragment: Fragment, fact: Fact) -> bool:
    """`43 refusals` beside `licence refused`, `nine losses` beside `lost 9`: the draft tells of the denial itself."""
    if _STOPPING & set(fragment.words) and _FINAL & set(fact.fragment.words):
        return True
    if fragment.negated or not fact.fragment.negated:
        return False
    if any(word in NEGATIONS or word.endswith("n't") for word in fact.fragment.words):
        return False
    plain = fragment.words
    if _ENDING.search(fragment.plain) and _ENDED & set(fact.fragment.words):
        return True
    losing = {lemma(word) for word in fact.fragment.words if word in _LOSING | _ROOTS.keys()}
    if losing & {lemma(word) for word in plain}:
        return True
    roots = [root for word in fact.fragment.words for root in _ROOTS.get(word, (word[:5],) if word in _LOSING else ())]
    return any(word.startswith(root) for word in plain for root in roots)


_STOPPING, _FINAL = frozenset(("stops", "stopped", "stopping")), frozenset(("ends", "end", "ended", "until", "till"))
"""`after the trial stops` beside `trial ends 31 Jan`."""
_ENDING = re.compile(r"\b(?:an end|ended|ends?|over|stop|stops|stopped|quiet|gone)\b")
_ENDED = frozenset(("stopped", "stop", "ended", "quit", "ceased"))
"""`enough to bring the complaints to an end` beside `complaints stopped`."""


def _both_over(fragment: Fragment, fact: Fact) -> bool:
    """`used to complain` and `no longer complain` say the same."""
    return "used to" in fact.fragment.plain and bool(_OVER.search(fragment.plain))


_OVER = re.compile(r"\b(?:no longer|used to|stopped|any ?more|has ended|is over|quiet now)\b")
_LOSING = frozenset(
    ("refused", "refuses", "rejected", "declined", "failed", "dropped", "abandoned", "banned", "scrapped")
)


def _sign(fragment: Fragment, flipped: bool) -> bool:
    """Denied or not; where an opposite decides (`lost` for `won`), that word must not count a second time as denial."""
    if not flipped:
        return fragment.negated
    return fragment.negated and any(word in NEGATIONS or word.endswith("n't") for word in fragment.words)


def _comparable(fragment: Fragment, fact: Fact, words: frozenset[str], flipped: bool) -> bool:
    """The two speak of the same people doing the same, so that their signs can be compared."""
    theirs = fact.fragment
    if not _about_same(fact, fragment) or theirs.mood == "question":
        return False
    if (theirs.words[0] in UNFULFILLED and not theirs.negated) or other_code(fragment, theirs):
        return False
    if fragment.negated and theirs.verbs & keys_of(_HATING) - fragment.verbs:
        return False
    if ("without" in fragment.words) != ("without" in theirs.words) or (
        set(theirs.words) & _UNREAL and not theirs.negated
    ):
        return False
    if flipped:
        return True
    listed = fragment.negated and not finite(theirs) and not denies_it(fragment, fact)
    return (
        not listed
        and not denied_later(fragment, fragment.verbs & theirs.verbs)
        and _same_predicate(fragment, fact)
        and (not fragment.negated or _verb_in_common(words, fragment, fact))
    )


def other_code(fragment: Fragment, other: Fragment) -> bool:
    """`IIa is enough` beside `no need of IIb`: each speaks of another class, model or grade."""
    mine, theirs = _codes(fragment), _codes(other)
    return bool(mine and theirs and not mine & theirs)


def _codes(fragment: Fragment) -> set[str]:
    span = fragment.tokens[fragment.first : fragment.last + 1]
    return {token.low for token in span if len(token.text) > 1 and _CODE.fullmatch(token.text)}


_CODE = re.compile(r"[A-Z]{2,}[a-z]?|[A-Z]+\d\w*|\d+[A-Za-z]+")


def _firm_fact(fact: Fact) -> bool:
    """Said of somebody outright; a doer left open, or set against another, weighs a little less."""
    fragment = fact.fragment
    return fragment.explicit or (not fragment.owners and fragment.mood == "fact" and not _contrast(fact))


def _denies_what_follows(fragment: Fragment, fact: Fact) -> bool:
    """`wants lifeguards or a sign + no jetty`: a `no` before a noun denies what follows it, and not what was said
    before."""
    lows = fact.fragment.words
    if lows.count("no") != 1 or "yet" in lows or any(low in NEGATIONS - {"no"} or low.endswith("n't") for low in lows):
        return False
    at = lows.index("no")
    return at > _A_CLAUSE and lows[at - 1] in _AND and not fragment.keys & keys_of(frozenset(lows[at + 1 :]) - FUNCTION)


_AND = frozenset(("+", ",", "and", "or", "but", "&", "–", "-"))
_A_CLAUSE = 3
"""Words before the `no`, from which something else was said first."""
_HATING = split_words("hate dislike loathe detest dread oppose resist resent distrust forbid ban")
_UNREAL = frozenset(("feared", "fear", "fears", "hoped", "might", "considered", "rumoured", "worried"))


def _same_predicate(fragment: Fragment, fact: Fact) -> bool:
    """Yes and no can only clash over one and the same doing, or over plain being; what was wanted may not have come."""
    wished = fact.fragment.verbs & keys_of(_WISHING) - fragment.verbs
    if fragment.negated and wished and not (fact.fragment.negated or fragment.verbs & fact.fragment.verbs):
        return False
    if fragment.verbs & fact.fragment.verbs or not fact.fragment.verbs:
        return True
    return not fragment.verbs and not fact.fragment.verbs & keys_of(_ATTITUDES)


_WISHING = split_words("want wish hope plan intend")


def _verb_in_common(words: frozenset[str], fragment: Fragment, fact: Fact) -> bool:
    common = telling(words & fact.fragment.keys)
    return len(common) >= 2 or bool(common and fragment.verbs & fact.fragment.verbs)


def _contrast(fact: Fact) -> bool:
    """`The nurses chose it, not us`: the sentence sets its doer against another."""
    return "not" in [token.low for token in fact.fragment.tokens]


def _clash(fact: Fact) -> Finding:
    return Finding(
        "contradicted", (fact.label,), (fact.quote,), f"Your notes say the opposite: “{fact.quote}”.", (fact.sentence,)
    )


def _about_same(fact: Fact, fragment: Fragment) -> bool:
    of_mine = fact.fragment.owners == {USER} and USER not in fragment.owners
    if of_mine and fact.fragment.words[0] == "no" and not finite(fact.fragment):
        return True  # `pushed it, no review yet`: of which nobody is the doer
    owners = fact.fragment.owners
    holders = {holder for holder, _, _ in fragment.possessed}
    if owners and fact.fragment.explicit and not fragment.owners and foreign_subject(fragment, fact):
        return False
    kin = fragment.explicit and any(" of " in owner for owner in fragment.owners)
    if kin and fact.fragment.explicit and owners and not owners & fragment.owners:
        return False  # `your boss likes it` is not said of you
    if owners and not fragment.owners and holders and not holders & owners and not fragment.persons & owners:
        return False
    return (
        not owners
        or not fragment.owners
        or bool(owners & (fragment.owners | fragment.persons))
        or not (fact.fragment.explicit and fragment.explicit)
    )


def _done_in(fact: Fact, facts: Facts) -> frozenset[str]:
    """The doings of the whole sentence: `opened 9 nov, closes 27 nov` tells both, and neither against the other."""
    return frozenset(verb for one in facts.within(fact.sentence) for verb in one.fragment.verbs) - keys_of(_ATTITUDES)


def _closeness(words: frozenset[str], fact: Fact, done: frozenset[str]) -> tuple[float, bool]:
    """How near a fact is, and whether an opposite word (easy, hard) turns its sense round; `done`: the doings of its
    sentence."""
    keys = fact.fragment.keys | (fact.fragment.pointed if not fact.fragment.negated else frozenset())
    opposed = {
        word
        for word in words
        if (contrary := opposites().get(word, set()) & keys)
        and word not in keys
        and word not in done
        and not contrary & words
        and (contrary - {key("stop")} or key("stop") in fact.fragment.verbs)
    }
    if opposed:
        rest = words - opposed
        if telling(rest & fact.sentence.keys):
            return share(keys | fact.sentence.keys | opposed, words), True
    return share(keys, words), False


def _only_denied(
    fragment: Fragment, words: frozenset[str], facts: Facts, parts: Sequence[Fragment] = ()
) -> Finding | None:
    """A thing that the notes name only to say that there is none."""
    if (
        fragment.negated
        or "without" in fragment.words
        or _turned_down(fragment, parts)
        or _DISLIKING.search(" ".join(t.low for t in fragment.tokens))
    ):
        return None
    called = {key(token.low) for token in fragment.tokens[fragment.first + 1 : fragment.last + 1] if token.capital}
    for word in sorted(telling(words) - (called & facts.event_keys) - keys_of(LENGTHS)):
        places = [fact for fact in facts.by_key.get(word, []) if _about_same(fact, fragment) and not fact.programme]
        if any(word in one.keys and len(telling(one.keys & words)) > 1 for one in facts.promises):
            continue
        focus = [fact for fact in places if fact.fragment.negated and _focused(fact, word)]
        focus = [fact for fact in focus if _same_doing(fragment, fact) and not other_code(fragment, fact.fragment)]
        focus = [fact for fact in focus if not to_be_done(fragment, fact) and not another_thing(fragment, fact, word)]
        focus = [fact for fact in focus if not left_to_it(fact) and not for_another(fragment, fact, facts)]
        focus = [fact for fact in focus if not with_exception(fact) and not _made_up_for(fragment, fact, facts)]
        focus = [fact for fact in focus if not denied_besides(fragment, parts, fact) and not for_a_part(fragment, fact)]
        focus = [fact for fact in focus if not not_before(fragment, fact) and not same_feeling(fragment, fact.fragment)]
        focus = [fact for fact in focus if not thing_there(fragment, fact, word) and not _wanted(fragment, fact)]
        focus = [fact for fact in focus if not _the_other_one(fragment, fact)]
        if places and len(focus) == len(places) and word not in generic():
            return _clash(focus[0])
    return None


def _wanted(fragment: Fragment, fact: Fact) -> bool:
    """`whenever you want to try a radio chip`, of one who has never tried one."""
    return bool(_WANTING.search(fragment.plain)) and not keys_of(_WANTS) & fact.fragment.verbs


LENGTHS = split_words("second minute hour day night week month year decade season")
"""`No readings this year` denies no year."""
_WANTING = re.compile(r"\byou(?:'d| would)? (?:ever )?(?:want|like|wish|fancy|care|decide) (?:to )?")
_WANTS = split_words("want like wish fancy care decide")


def _denied_too(fragment: Fragment, parts: Sequence[Fragment], fact: Fact) -> bool:
    """What the note denies the draft turns down as well, or feels the same about."""
    return _turned_down(fragment, parts) or same_feeling(fragment, fact.fragment)


def _turned_down(fragment: Fragment, parts: Sequence[Fragment]) -> bool:
    """In words that hold no `not`, of its own or, without a verb, of the clause before: `, and banks most of all`."""
    goes_on = not fragment.verbs or (fragment.words[0] in ("and", "or", "to") and not fragment.explicit)
    before = [part for part in parts if part.last + 1 == fragment.first and goes_on]
    return any(denied_otherwise(part) for part in (fragment, *before))


_DISLIKING = re.compile(r"\b(?:dislikes?|disliked|ugly|spared? (?:us|you|me)|rather not|against|hates?|avoids?)\b")
"""`the dampers that you dislike`: the sentence itself says that they are not wanted."""


def _made_up_for(fragment: Fragment, fact: Fact, facts: Facts) -> bool:
    """`they had no boots | so she bought her own`: what there was none of was got all the same."""
    return any(
        other.fragment.first > fact.fragment.last and not other.fragment.negated
        and other.fragment.verbs & fragment.verbs and {"own", "one", "some", "mine"} & set(other.fragment.words)
        for other in facts.within(fact.sentence)
    )  # fmt: skip


SPARING = split_words(
    "hide recommend forget waste throw break risk mix put leave ignore mention cut sacrifice spoil ruin touch hurt "
    "delay cover mind advise suggest blame copy skip force fear"
)
"""Doings whose denial says nothing against the thing: who never hides the beams has beams."""
_BARE = split_words("thank hope see know hear have do be get say tell wonder want need please let")


def _same_doing(fragment: Fragment, fact: Fact) -> bool:
    """`they don't sell cider` denies selling it, not that somebody tried it."""
    mine, theirs = fragment.verbs - keys_of(_BARE), fact.fragment.verbs - keys_of(_BARE)
    if fact.fragment.words[:2] == ["but", "not"] or fact.fragment.words[0] == "not":
        return bool(mine & theirs) or not theirs
    if not mine & theirs and theirs & keys_of(SPARING):
        return False
    mine_own = {
        key(token.low) for who, a, b in fragment.possessed if who == USER for token in fragment.tokens[a : b + 1]
    }
    return not mine or not theirs or bool(mine & theirs) or not mine_own & fact.fragment.keys


_ATTITUDES = split_words(
    "know see hear think believe expect remember understand read find like love mind trust enjoy charge "
    "tell worry promise "
    "say guarantee come mention"
)
_DENYING = split_words("no never not any without don't doesn't isn't aren't didn't haven't hasn't can't won't use lost")


def _focused(fact: Fact, word: str) -> bool:
    """The denial stands right before the thing, and is of the thing, not of knowing or liking it."""
    if fact.fragment.verbs & keys_of(_ATTITUDES):
        return False
    tokens = fact.fragment.tokens
    for position in range(fact.fragment.first, fact.fragment.last + 1):
        if key(tokens[position].low) == word or word in [key(part) for part in tokens[position].low.split("-")]:
            lead = [token.low for token in tokens[max(fact.fragment.first, position - 4) : position]]
            none = max((at for at, low in enumerate(lead) if low in ("no", "without")), default=-1)
            if none >= 0 and {"for", "on", "of", "about", "in", "at", "from"} & set(lead[none + 2 :]):
                continue  # `no tests yet for the tile cache`: of the tests
            before = set(lead)
            if before & _DENYING or any(low.endswith("n't") for low in before):
                return True
    return False
