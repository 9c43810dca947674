"""Is the praise the writer's own? `The best I have ever seen` needs a note in which the writer was struck by it."""

from __future__ import annotations

import re

from coach.domain.checking.attribution import matter
from coach.domain.checking.claims import Finding
from coach.domain.checking.clauses import Fragment
from coach.domain.checking.english import forms, key
from coach.domain.checking.facts import Fact, Facts
from coach.domain.checking.lexicon import split_words
from coach.domain.checking.people import USER
from coach.domain.checking.weighing import telling

_EXPERIENCED = re.compile(
    r"\b(?:(?:is|are|was|were) (?:a|an|pure|sheer|such a|quite a) (?:\w+ )?(?:gem|joy|treat|delight|marvel|wonder|"
    r"masterpiece|pleasure|work of art|revelation|triumph|beauty)"
    r"(?! to (?!look|read|see|hear|watch|listen|taste|eat|hold|use|wear|drink)\w+)|"
    r"(?:gave?|gives|giving) me (?:goosebumps|chills|shivers)|"
    r"tastes? (?:of|like|better|wonderful|heavenly)|takes? my breath away|(?:blew|blows) me away|"
    r"i(?:'ve| have) ever (?:\w+ )?(?:seen|heard|read|tasted|used|met|had|eaten|known|come across)|"
    r"that i know|i know of|i(?:'ve| have) never (?:\w+ )?(?:seen|heard|met|read|tasted|known|had|come across)|"
    r"changed (?:my life|his life|her life)|(?:sweeter|better|finer|clearer|warmer|funnier) than any|"
    r"second to none|in a class of (?:its|your|their) own|had me in tears|(?:moved|brought) me to tears|"
    r"(?:better|clearer|warmer|more \w+) than (?:anyone|anybody|most|all)|"
    r"you have (?:a|an|such a) (?:\w+ )?(?:gift|talent|knack|flair|magic touch)|a born \w+|"
    r"you (?:\w+ )?have (?:a|such a) (?:\w+ )?(?:way with|eye for|ear for|sense of|hand for)|"
    r"has an? \w+ (?:all )?of its own|(?:better|more \w+) than any\b|"
    r"(?:nobody|no one|few people|not many) (?:\w+ ){1,7}(?:as|than) (?:\w+ ){0,3}you\b|"
    r"(?:the )?most \w+ \w+ i(?:'ve| have)? (?:ever )?(?:met|seen|known|heard|read|tasted|had|come across)|"
    r"no other \w+(?: \w+){0,8} (?:as|than|like) you|you(?:'ve| have) \w+ more (?:\w+ ){1,5}than any|"
    r"you(?:'re| are) (?:such )?an? (?:wonderful|brilliant|amazing|fantastic|excellent|superb|gifted|talented|terrific|"
    r"outstanding|great) (?!person|listener|help|friend|sport|inspiration|company|host|match|fit|example|source)\w+|"
    r"you (?:explain|speak|write|sing|play|teach|present|cook|paint) (?:\w+ ){0,2}(?:so|really|very) (?:well|"
    r"beautifully|clearly)|"
    r"gave me more than|sparkles?|beautifully \w+ed|flawless|a masterclass)\b"
)
_UTMOST = re.compile(
    r"\bby far the (?:\w+est|most \w+|best)\b|"
    r"\bthe (?:\w+est|most \w+|best)\b.*\b(?:of all|of the day|i own|i know|i've|i have|i had|that i|in the whole|"
    r"of the whole|ever|(?:in|on|at) (?:the|this|our|your|all) \w+|"
    r"of (?:the|our|your) (?:whole |entire )?(?:team|club|class|group|crew|choir|course|office|squad|lot|bunch|year))\b"
)
"""`the warmest I own`, `the funniest speech of the whole meeting`."""
_PEERLESS = re.compile(
    r"\b(?:nobody|no one|few people|not many|no other \w+)\b.*\b(?:as|than|like)\b.*\byou\b|"
    r"\byou(?:'ve| have) \w+ more (?:\w+ ){1,5}than any\b|"
    r"\byou(?:'re| are) (?:the|by far the) (?:most \w+|best|\w+est) \w+ (?:that )?i(?:'ve| have)? (?:ever "
    r")?(?:met|seen|known|heard)\b"
)
STRUCK = split_words(
    "wow superb superbly brilliant brilliantly beautiful beautifully great lovely wonderful amazing best finest loved "
    "love enjoyed liked impressed impressive moving moved cry cried stunning perfect excellent delicious patient "
    "patiently calm clear funny fun good well nice magic glorious splendid fabulous breathed gripping favourite"
)


def unfelt(fragment: Fragment, facts: Facts) -> Finding | None:
    """Praise from experience, of the reader or a thing of theirs, where no note tells of that experience."""
    plain = " ".join(token.low for token in fragment.tokens[fragment.first :])
    if _MEETING_YOU.search(plain) or plain.endswith("?") or _MAY_BE.search(plain) or _drawn_from(fragment, plain):
        return None
    theirs = any(owner == facts.reader for owner, _, _ in fragment.possessed)
    theirs = theirs or facts.reader in fragment.owners or "yours" in fragment.words
    peerless = bool(_PEERLESS.search(plain))
    utterly = bool(_UTMOST.search(plain)) and (facts.reader in fragment.persons or "by far the" in plain)
    theirs = theirs or peerless or utterly
    if not facts.readable or not theirs or fragment.mood not in ("fact", "guess"):
        return None
    best = "the best" in plain or ("you have the" in plain and superlative(fragment))
    if not (best or _EXPERIENCED.search(plain) or _UTMOST.search(plain)):
        return None
    utmost = frozenset(key(low) for low in fragment.words if low.endswith("est"))
    words = telling(matter(fragment, facts)) - utmost
    things = {key(fragment.tokens[last].low) for who, _, last in fragment.possessed if who == facts.reader}
    if any(
        _struck(fact, fragment, outright=peerless) and (not words or _said_of(fact) & (words | things))
        for fact in facts.facts
    ):
        return None
    return Finding("unsupported", reason="No note says that you found it so.")


def _said_of(fact: Fact) -> frozenset[str]:
    """The words of the sentence, and for a bare `Best thing I've seen` those of the sentence before it."""
    told = fact.sentence.source.sentences
    at = told.index(fact.sentence)
    bare = at and fact.fragment.words[0] in ("best", "finest")
    return fact.sentence.keys | (told[at - 1].keys if bare else frozenset())


def _drawn_from(fragment: Fragment, plain: str) -> bool:
    """`fourteen months for a mirror: you have more patience than anyone`: drawn from what was just told."""
    before = fragment.tokens[fragment.first - 1].text if fragment.first else ""
    return before in (":", "—", "–") and bool(re.search(r"\bmore \w+ than (?:anyone|anybody|most)\b", plain))


_MAY_BE = re.compile(r"\b(?:may|might|could) (?:well )?be the\b")
_MEETING_YOU = re.compile(
    r"\b(?:meeting|seeing|talking (?:to|with)|chatting with|speaking (?:to|with)) you\b|"
    r"\bwith you\b.* (?:(?:was|is) (?:a|such a|quite a) (?:treat|joy|pleasure|delight)|(?:was|were|is) the (?:best|"
    r"nicest|highlight))\b"
)


def _struck(fact: Fact, fragment: Fragment, *, outright: bool) -> bool:
    """A note of the writer's that praises, or (unless it must do so `outright`) tells what the writer saw, heard, read
    or tasted; where the draft names the best of its kind, in so many words."""
    if fact.programme or fact.fragment.negated:
        return False
    lows = {token.low for token in fact.sentence.tokens}
    lived = USER in fact.fragment.owners and not outright
    if lived and superlative(fragment):
        lived = bool(_SENSED & lows)
    return bool(lows & STRUCK or lived) or superlative(fact.fragment)


_SENSED = split_words(
    "tasted tried ate drank heard saw watched read listened played used felt smelled smelt wore held touched tasting "
    "hearing seeing watching reading sang danced bought attended went sat"
)


def superlative(fragment: Fragment) -> bool:
    return {"best", "most"} & set(fragment.words) != set() or any(
        low.endswith("est") and forms(low).get("ADJ", (low,))[0] != low for low in fragment.words
    )
