"""`You said that the bag is ugly`, of one who loves it; `you found silence easy`, of one who called it the hardest: a
judgement turned round that shares no word with the noted one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.domain.checking.attribution import matter
from coach.domain.checking.claims import Finding, contradicted
from coach.domain.checking.clauses import Fragment
from coach.domain.checking.english import keys_of, lemma
from coach.domain.checking.facts import Fact, Facts
from coach.domain.checking.lexicon import split_words
from coach.domain.checking.people import USER
from coach.domain.checking.weighing import telling

_WELL = split_words(
    "good great easy lovely beautiful wonderful excellent helpful useful pretty brilliant success worth love like "
    "enjoy proud recommend perfect delicious favourite best easiest amazing fantastic superb"
)
_ILL = split_words(
    "bad hard hardest difficult ugly terrible useless mistake awful poor failure hate dislike wrong waste nightmare "
    "worst annoying disappointing horrible detest loathe harder worse regret boring"
)
_SAID = re.compile(
    r"\byou(?:'ve| have)? (?:\w+ )?(?:said|told|think|thought|find|found|mentioned|wrote|feel|felt|agreed)\b"
)


def judged_otherwise(parts: Sequence[Fragment], number: int, facts: Facts) -> Finding | None:
    """What the reader is said to think well or ill of, where the notes hold the reverse and nothing else."""
    fragment = parts[number]
    if not facts.readable or not facts.reader or parts[-1].tokens[-1].text == "?" or fragment.mood != "fact":
        return None
    theirs = fragment.owners == {facts.reader} or any(_SAID.search(part.plain) for part in parts[: number + 1])
    mine = _judgement(fragment)
    things = telling(matter(fragment, facts) - keys_of(_WELL | _ILL))
    if not theirs or not mine or not things:
        return None
    near = [fact for fact in facts.facts if things <= fact.fragment.keys | fact.fragment.pointed and not fact.programme]
    judged = [(fact, _judgement(fact.fragment)) for fact in near if _may_be_theirs(fact, facts)]
    judged = [(fact, sign) for fact, sign in judged if sign]
    if not judged or any(sign == mine for _, sign in judged):
        return None
    return contradicted(judged[0][0], f"Your notes say the opposite: “{judged[0][0].quote}”.")


def _judgement(fragment: Fragment) -> int:
    """1 for well, -1 for ill, 0 for neither or both; a `not` turns it."""
    words = {lemma(low) for low in fragment.words} | set(fragment.words)
    well, ill = bool(words & _WELL), bool(words & _ILL)
    if well == ill:
        return 0
    return (1 if well else -1) * (-1 if fragment.says_no else 1)


def _may_be_theirs(fact: Fact, facts: Facts) -> bool:
    """Said by the reader, or by nobody in particular."""
    told = {who for one in facts.within(fact.sentence) for who in one.fragment.owners if one.fragment.explicit}
    return facts.reader in told or not told - {USER}
