"""`my stand in Antwerp`, where the notes have the reader's there: whose a thing is in the clause of the notes that
tells most of the same. What everybody has (an arm, a taste, a talk) is somebody's, too, where a note says so.
"""

from __future__ import annotations

from coach.domain.checking.attribution import person_name
from coach.domain.checking.claims import Finding, contradicted
from coach.domain.checking.clauses import Fragment
from coach.domain.checking.english import key
from coach.domain.checking.facts import Fact, Facts
from coach.domain.checking.holders import possessor
from coach.domain.checking.people import USER
from coach.domain.checking.weighing import telling


def closest_owner(fragment: Fragment, facts: Facts) -> list[tuple[int, int, Finding]]:
    """Things called the writer's or the reader's that the closest clause of the notes gives to the other of the two."""
    if not facts.readable or not facts.reader or fragment.mood in ("greeting", "question"):
        return []
    found: list[tuple[int, int, Finding]] = []
    for owner, first, last in fragment.possessed:
        if fragment.tokens[first - 1].low == "our" or "our" in fragment.words:
            continue
        other = {USER: facts.reader, facts.reader: USER}.get(owner, "")
        if other and (fact := _of_the_other(fragment, owner, other, last, facts)):
            reason = f"In your notes this belongs to {person_name(other)}: “{fact.quote}”."
            found.append((first, last, contradicted(fact, reason)))
    return found


def _of_the_other(fragment: Fragment, owner: str, other: str, last: int, facts: Facts) -> Fact | None:
    word = fragment.tokens[last].low
    head = key(word)
    about = telling(fragment.keys - facts.name_keys) - {head}
    places = [fact for fact in facts.by_key.get(head, ()) if fact.fragment.mood != "question" and not fact.programme]
    if not about or not places:
        return None
    if any(owner in possessor(fact, head) | fact.fragment.owners for fact in places):
        return None
    scored = [(len(about & fact.fragment.keys), fact) for fact in places]
    most = max(score for score, _ in scored)
    close = [fact for score, fact in scored if score == most]
    if most < 1 or not all(other in possessor(fact, head) for fact in close):
        return None
    return close[0]
