"""Were you really there, and with them? `The poetry hour we sat through side by side`, `when you showed me round your
shop`, `after our visit to Odile's school`: a moment told as shared, held against where the notes place the two.

`shared` and `with_you` look for words that no note has. Here a note's own account decides: what the writer missed, left
before, did alone or has never been to, where the reader was not, what was called off; and a deed in which no note has
the writer take part, however well its words are known from what the reader or a third person does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coach.domain.checking.claims import Finding, contradicted
from coach.domain.checking.clauses import Fragment
from coach.domain.checking.contact import NOUNS
from coach.domain.checking.english import key, keys_of
from coach.domain.checking.facts import Fact, Facts
from coach.domain.checking.lexicon import CALENDAR, FUNCTION, split_words
from coach.domain.checking.moments import loose_things
from coach.domain.checking.people import USER
from coach.domain.checking.telegraphic import CONTACT_VERBS
from coach.domain.checking.undone import by_a_third
from coach.domain.checking.weighing import generic

_BESIDE = r"(?:with|beside|alongside|next to|opposite) you"
_TOGETHER = rf"(?:together|side by side|{_BESIDE})"
_PAST = (
    r"(?:\w+ed|cut|put|dug|read|got|found|caught|brought|bought|fought|slept|grew|flew|drew|wove|rode|shook|lit|sat|"
    r"saw|went|ate|drank|sang|swam|ran|stood|held|made|did|built|heard|wrote|drove|spent|won|took)"
)
_MEALS = r"(?:lunch|dinner|breakfast|supper|coffee|tea|drinks?|beers?|wine|cake|pizza|a meal)"
_OUTINGS = (
    r"(?:visit|trip|tour|walk|hike|ride|swim|drive|outing|picnic|climb|crossing|lunch|dinner|breakfast|supper|concert|"
    r"rehearsal|match|game|excursion)"
)
_DEED = r"(?P<deed>[\w' -]{1,70}?)"
_FRAMES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<!been )\b(?P<deed>(?!looking|thinking|talking|speaking|chatting|meeting|hoping|working|staying|"
        rf"keeping|going\b|"
        rf"sharing|getting|being in touch)\w+ing\b[\w' -]{{0,60}}?) {_BESIDE}\b",
        rf"\b(?:good|great|lovely|nice|wonderful|pleasure|joy|treat|fun|honou?r|delight) (?:for me )?to {_DEED} "
        rf"{_TOGETHER}\b",
        rf"\b(?:the|that|this|our) {_DEED} (?:that |which )?(?:we|you and i) (?:both |all )?{_PAST}\b[\w' -]{{0,20}}",
        rf"\b(?:when|since|after|as|where|while|that) (?:we|you and i) (?:both |all )?(?P<deed>{_PAST}\b[\w' "
        rf"-]{{0,60}}?)"
        rf" {_TOGETHER}\b",
        rf"\bi (?:\w+ )?(?P<deed>{_PAST} (?:along |out |up )?with your (?:\w+ ){{1,4}})",
        rf"\b(?:after|since|from|during|on|of|at|enjoyed|loved|liked|remember|for) our (?P<deed>(?:\w+ ){{0,2}}?"
        rf"{_OUTINGS}\b[\w' -]{{0,40}})",
        r"\b(?:for|of you to|you) (?:let|letting) me (?P<deed>(?:sit|see|try|watch|join|ride|play|look|taste|"
        r"hold|climb|"
        r"stay|visit|print|cook|help|bake|paint|weave|drive|row|fly|feed|milk|stroke|dance|sing|work)\b[\w' -]{1,60})",
        r"\b(?P<deed>tour (?:that |which )?you gave me (?:of|around|through|round) [\w' -]{1,40})",
        r"\byou (?P<deed>(?:showed|took|walked|drove|guided) (?:me|us) (?:round|around|through|over|into|up|to) "
        r"(?:your|the) [\w' -]{1,40})",
        r"\b(?:showing|taking|walking|driving|guiding) (?:me|us) (?P<deed>(?:round|around|through|over|into) your "
        r"[\w' -]{1,40})",
        rf"\b(?:know|known|talked?|talking|chat(?:ted|ting)?|spoke|speaking|told|met|meeting|see|seeing|seen)\b"
        rf"[\w' ]{{0,30}} over (?P<deed>(?:a |the |that )?{_MEALS}\b)",
        rf"\b(?:had|having) (?P<deed>{_MEALS}) {_BESIDE}",
        r"\b(?:good|great|lovely|wonderful|nice|brilliant|fantastic) time (?P<deed>(?:at|on|in) (?:our|your|the) "
        r"[\w' -]{1,40})",
    )
)
"""How a moment is told as had with the reader, or at the reader's."""
_SEEN = re.compile(
    r"\b(?P<deed>(?:show|concert|play|film|exhibition|performance|talk|session|workshop|reading|poster|demo|stand|panel|"
    r"gig|recital)) of yours (?:that |which )?i (?:saw|heard|watched|caught|visited)\b"
)
_TO_COME = re.compile(
    r"\b(?:will|would|could|can|shall|hope|hoping|forward|love to|like to|happy to|glad to|next(?! to\b)|"
    r"maybe|perhaps|if|let's|"
    r"soon|once|plan|planned|planning|wish|imagine|dream|before our|ahead of our|until our|for our next)\b|"
    r"\w'(?:ll|d)\b|\?$"
)
_REGRET = split_words(
    "sorry pity shame miss missed unfortunately sadly regret missing without instead never couldn't didn't wasn't not "
    "cancelled"
)
_BEING_TOGETHER = split_words(
    "meet see talk chat speak sit stand spend share have get work time moment evening afternoon morning night day way "
    "part bit idea thought story word laugh joke conversation side half rest back back few little stay join discuss "
    "hear hour minute week weekend event thing lot whole pleasure joy favourite highlight good great lovely nice fun "
    "yesterday today tonight tomorrow earlier ago later know well give take show let make do feel find "
    "learn think see saw round around through first last next come go "
    "went table people group leaf pore browse page bend study examine dig search rummage read puzzle hunt struggle"
)
_BEHIND = re.compile(r" ?(?:at|in|on|during|through) (?P<where>[\w'-]+(?: [\w'-]+){0,5})")
"""Where it was, said behind: `sitting next to you at the lecture`."""
_SPEAKING = split_words("talk talking chat chatting speak speaking discuss discussing compare comparing swap swapping")
"""`to talk pots with you`: whatever was the matter."""
_ABSENT = re.compile(
    r"\b(?:missed|skipped|overslept|slept (?:through|in)|another room|other (?:room|hall|session)|alone|by myself|"
    r"on my own|"
    r"left (?:right |just |soon )?(?:before|after|at|early|halfway)|had (?:already )?(?:left|gone|flown|to (?:leave|go|"
    r"get back|rush|run|catch))|stayed (?:at home|home|away|behind|outside)|"
    r"(?:not|never|n't) (?:\w+ )?(?:go|gone|went|come|came|been|visited|visit|seen|see|saw|heard|hear|attend|attended|"
    r"join|joined|stay|stayed|make it|made it|get (?:to|in|into)|got (?:to|in|into)|have|had|eat|meet|met|there|"
    r"speak|spoken|talk|talked)|"
    r"called off|cancelled|fell through|nobody went|didn't happen|did not happen|(?:was|were|fell|is) (?:ill|sick))\b"
)
_NOT_FIXED = re.compile(r"\b(?:nothing (?:\w+ )?(?:fixed|decided|agreed|settled|booked)|no date yet|talked about a)\b")
_THERE = re.compile(
    r"\b(?:there|(?:to|at|in) (?:her|his|their|the) (?:place|house|home|shop|studio|office|school|farm))\b"
)


def side_by_side(parts: Sequence[Fragment], number: int, facts: Facts) -> Finding | None:
    """The moment that a sentence tells of; asked once a sentence."""
    fragment = parts[number]
    plain = fragment.whole
    if number or not facts.readable or not facts.reader or fragment.mood == "guess":
        return None
    if _TO_COME.search(plain) or _REGRET & {token.low for token in fragment.tokens} or "n't" in plain:
        return None
    matches = [match for frame in _FRAMES if (match := frame.search(plain))]
    had = next((match for match in matches if _words(match["deed"], facts)), matches[0] if matches else None)
    found = had or _SEEN.search(plain)
    if found is None or (found["deed"].split() or ["talk"])[0] in _SPEAKING:
        return None
    words = _words(found["deed"], facts) if had else frozenset((key(found["deed"]),))
    behind = _BEHIND.match(plain[found.end() :])
    words = words or (_words(behind["where"], facts) if behind else words)
    if denial := _denied(words, facts, at_theirs="your" in found["deed"].split()):
        return contradicted(denial, f"Your notes say otherwise: “{denial.quote}”.")
    unknown = had is not None and words and not words <= facts.event_keys
    if unknown and not any(_took_part(fact, facts) and words & _said(fact, facts) for fact in facts.facts):
        return Finding("unsupported", reason="Your notes tell of no such shared moment.")
    return None


def _words(deed: str, facts: Facts) -> frozenset[str]:
    """The keys of what was done and where, without people and without what any two do who are together."""
    plain = loose_things() | generic() | keys_of(_BEING_TOGETHER | CALENDAR)
    words = frozenset(key(part) for low in deed.split() if low not in FUNCTION for part in low.split("-") if part)
    return frozenset(word for word in words - plain - facts.name_keys if len(word) > _SHORT)


_SHORT = 2


def _denied(words: frozenset[str], facts: Facts, *, at_theirs: bool) -> Fact | None:
    """The note by which one of the two was not there, or it never came about."""
    for fact, absent in _absences(facts):
        common = words & absent
        never_there = at_theirs and _THERE.search(fact.fragment.plain)
        if not common and not never_there:
            continue
        wanted = common or words
        if wanted and any(_present(other, facts) and wanted <= _said(other, facts) for other in _besides(fact, facts)):
            continue
        return fact
    return None


def _present(fact: Fact, facts: Facts) -> bool:
    """The writer was there: with somebody, or saw, heard or did it."""
    return _took_part(fact, facts) and bool(_THERE_MYSELF.search(fact.fragment.plain))


_THERE_MYSELF = re.compile(
    r"\b(?:we|us|together|both|with|beside|next to|opposite|sat|saw|watched|heard|tasted|tried|joined|walked|visited|"
    r"helped|sang|played|went|met|spent|took part|stayed|stood|danced|ate|drank|cooked|ran|rode|swam)\b"
)


def _absences(facts: Facts) -> Iterator[tuple[Fact, frozenset[str]]]:
    """Clauses that say that writer or reader was not there, with the words of the sentence, and of the one before where
    they point back (`I have never been there`)."""
    for fact in facts.facts:
        source, plain = fact.sentence.source, fact.fragment.plain
        theirs = source.written_by(facts.reader)
        if source.kind not in ("note", "message") or (source.author and not theirs):
            continue
        part = fact.fragment
        after = facts.next_clause(fact)
        plain = f"{plain} {after[0].fragment.words[0]}" if after else plain  # `I left | before the tasting`
        ours = not part.explicit or not part.owners or part.owners & {USER, facts.reader}
        if not ours or not (_ABSENT.search(plain) or _NOT_FIXED.search(plain)):
            continue
        keys = frozenset(fact.sentence.keys)
        if _THERE.search(plain) or _NOT_FIXED.search(plain):
            at = source.sentences.index(fact.sentence)
            keys |= source.sentences[at - 1].keys if at else frozenset()
        yield fact, keys


def _besides(absence: Fact, facts: Facts) -> Iterator[Fact]:
    return (fact for fact in facts.facts if fact.sentence is not absence.sentence and not fact.fragment.negated)


def _took_part(fact: Fact, facts: Facts) -> bool:
    """A note of the writer's with a part of their own in it; or the reader's own words to the writer."""
    part, source = fact.fragment, fact.sentence.source
    if by_a_third(part, fact, facts):
        return True
    if part.negated or fact.programme or source.kind == "person":
        return False
    words = set(part.words)
    if source.author:
        return bool(_WITH_THE_WRITER.search(part.plain)) and part.mood != "wish"
    if source.kind not in ("note", "reflection", "capture", "message"):
        return False
    mine = USER in part.owners | part.persons or bool(words & {"we", "us", "me", "our", "together", "my", "both"})
    of_us = not part.explicit and bool(part.owners & {USER, facts.reader})
    return mine or of_us or part.words[0] in CONTACT_VERBS | NOUNS or _THERE_MYSELF.match(part.plain) is not None


_WITH_THE_WRITER = re.compile(
    r"\b(?:we|us|together|both|with you|your visit|your help|showed you|thanks?|thank you|"
    r"you (?:came|saw|visited|joined|tried|helped|sat|stayed|sang|danced|bought|showed|gave|taught|told|"
    r"lent|ate|made))\b"
)


def _said(fact: Fact, facts: Facts) -> frozenset[str]:
    """The words of the clause, and of clauses of its sentence that tell of nobody else."""
    near = (
        one.fragment.keys
        for one in facts.within(fact.sentence)
        if not one.fragment.explicit or one.fragment.owners <= {USER, facts.reader}
    )
    at = fact.sentence.source.sentences.index(fact.sentence)
    words = set(fact.fragment.words)
    before = fact.sentence.source.sentences[max(0, at - 1)].keys if words & {"one", "it", "them"} else frozenset()
    if "one" in words:  # `I helped her to put one together`: of what she makes
        before = before.union(*(one.fragment.keys for one in facts.facts if facts.reader in one.fragment.owners))
    return fact.fragment.keys.union(before, *near)
