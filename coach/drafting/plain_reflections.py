"""Questions to reflect on, by rule, from the record alone: in the words of the notes, turned to whoever wrote them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from coach.domain.checking.english import forms, third_person
from coach.domain.evidence import Evidence
from coach.domain.models import Event, Goal, Kind, ReflectionPrompt
from coach.domain.naming import first_name
from coach.domain.text import stems
from coach.drafting.address import told_to_oneself
from coach.drafting.angles import FACT_WORDS, SAME_FACT, Angle, Fact, Rarity, facts_in
from coach.drafting.evidence import clip
from coach.drafting.statements import varied
from coach.drafting.whole_sentences import clause, in_one_breath, in_the_past_of_all, sayable, sentence

AIM_WORDS = 30
LONGEST_ASKED = 27
"""Words of a fact that a question may hold."""
SLOTS = ("energy", "learned", "moved", "give", "again")
BY_RULE = ("energy", "give", "moved")
"""Places that a rule fills in the words of the notes."""
_MINE = re.compile(r"I owe (?P<name>[^:]+): ")
_THEIRS = re.compile(r"(?P<name>[^:]+?) owes me: (?P<what>.+)$")
_DAY = re.compile(r"\s*\(by [^)]*\)")
_FEELING = re.compile(
    r"\b(?:tired|nervous|afraid|fear\w*|proud|happy|glad|sad|lonely|alone|angry|ashamed|embarrass\w*|laugh\w*|cried|hid|"
    r"dared|froze|best|worst|loved|hated|enjoyed|bored|energ\w*|relie\w*|felt|moved|quiet|silent|nothing|woke|drained|"
    r"exhaust\w*|excited|alive|awake)\b",
    re.IGNORECASE,
)
"""Words of the user for how a moment was."""
_OWN = re.compile(r"\b(?:I|me|my|myself)\b")
_MET_WHO = re.compile(r"\b(?P<met>[Mm]et (?:[^\W\d_][\w'’-]* ?){1,4}?),? (?:and )?(?:[Ss]he|[Hh]e) (?P<does>\w+)")
_THEN_DOES = re.compile(r", (?P<does>[a-z]+s)\b")
_NEED = re.compile(
    r"\b(?:wants?|needs?|looking for|looks for|search\w*|cannot|can't|could not|struggl\w*|worr\w*|fears?|misses|"
    r"lost|stuck|problem|hopes?|wishes)\b",
    re.IGNORECASE,
)

SOMEBODY = "the people you met"
"""Who was there, where the notes name nobody."""
_GAVE = re.compile(
    r"\b(?:gave|gives?|lent|lends?|show(?:s|ed)|taught|teaches|help(?:s|ed)|sat with|brought|brings|"
    r"sent|sends|told|let|lets|shared?|invited|answered|repeated|introduced|explained|waited|closed|broke|fixed|mended|listened|offered)\b",
    re.IGNORECASE,
)
"""What somebody did for others, which one may want to give something back for."""


def reflection_angles(evidence: Sequence[Evidence], about: str) -> list[Angle]:
    """What happened, shared out: the strongest feeling to energy, a need or a promise to giving, the rest in order."""
    promised = [stems(_DAY.sub("", one.text).partition(": ")[2]) for one in evidence if _MINE.match(one.text)]
    facts = [
        replace(fact, text=_with_who(fact.text))
        for fact in facts_in(evidence, Rarity(), about)
        if not any(len(stems(fact.text) & what) > SAME_FACT * len(what) for what in promised if what)
    ]
    owed = [Fact(one.text, one.label, one.kind, 0.0) for one in evidence if _MINE.match(one.text)]
    found: list[Angle] = []
    left = list(facts)
    for slot, fitting in (
        ("energy", sorted([fact for fact in left if _FEELING.search(fact.text)], key=_is_another) or left),
        ("give", [*owed, *(fact for fact in left if _NEED.search(fact.text))]),
    ):
        if chosen := next((fact for fact in fitting if fact in left or fact in owed), None):
            found.append(Angle(slot, clip(chosen.text, FACT_WORDS), (chosen.label,), named=chosen.named))
            left = [fact for fact in left if fact != chosen]
    if not any(one.slot == "give" for one in found) and facts:
        left = sorted(left or facts, key=lambda fact: fact.text.startswith(("I ", "My ")))
        found.append(Angle.about("give", left[0]))
        left = left[1:]
    found += [Angle.about(slot, fact) for slot, fact in zip(("moved", "again", "learned"), left, strict=False)]
    return sorted(found, key=lambda one: SLOTS.index(one.slot))


def _is_another(fact: Fact) -> bool:
    """Whether a feeling is somebody else's: one's own come first."""
    return not _OWN.search(fact.text)


def _with_who(text: str) -> str:
    """ "Met Jo, she runs a cafe, wants a choir" in one sentence: "Met Jo, who runs a cafe and wants a choir"."""
    found = _MET_WHO.search(text)
    if found is None:
        return text
    rest = _THEN_DOES.sub(_joined, text[found.end() :])
    return f"{text[: found.start()]}{found['met'].rstrip(' ,')}, who {found['does']}{rest}"


def _joined(found: re.Match[str]) -> str:
    return f" and {found['does']}" if third_person(found["does"]) else found[0]


_ENERGY = ("Did that give you energy, or take some?", "Was that a moment that gave you energy, or one that took it?")
_STANDS = (
    "What would you like to remember of that?",
    "What does that change for you?",
    "What stays with you from that?",
)
"""Of what is so, and did not happen before one's eyes."""
_TOUCHED = ("What did you feel then?", "What moved you about that?", "What would you like to keep of that moment?")
_TOWARDS = ("How far did you get?", "What brought you closer to it?", "What would be the next small step?")
_REMAINS = ("What stays with you from that?", "What does that tell you?", "What would you like to do with that?")
_NEXT = (
    "When you see {name} again, which subject will you begin with?",
    "What would you like to ask {name} the next time you meet?",
    "What do you know about {name} now that you did not know before?",
)


def by_rule(event: Event, goals: Sequence[Goal], evidence: Sequence[Evidence]) -> list[ReflectionPrompt]:
    """Questions built from the record alone, in the words of the notes turned to whoever wrote them: energy, giving,
    what it touched, whom to see again, what was new, the goal, belonging. A fact that is no sentence is quoted.
    """
    about, key = " ".join(goal.text for goal in goals), event.name
    angles = {one.slot: one for one in reflection_angles(evidence, about)}
    who = _names(evidence)
    goal_label = next(((one.label,) for one in evidence if one.kind is Kind.GOAL), ())
    giving = _giving(angles.get("give"), who)
    asked = [angle for slot, angle in angles.items() if slot != "give" or giving]
    return [
        _energy(angles.get("energy"), key)
        or ReflectionPrompt(text=f"Which moment at {event.name} gave you energy, and which one took it?"),
        giving
        or _thanking(evidence)
        or ReflectionPrompt(text=f"What did you give {_first(who)} that day, and what could you still give?"),
        *filter(
            None,
            (
                _about(angles.get("moved"), _touching(angles.get("moved"), key)),
                _again(angles.get("again"), who),
            ),
        ),
        *(
            ReflectionPrompt(text=f"{_aim(goal.text)} {varied(_TOWARDS, 0, key)}", labels=goal_label)
            for goal in goals[:1]
        ),
        *filter(None, (_about(angles.get("learned"), "What was new to you in this: {told}?"),)),
        *filter(None, (_left_over(one, event.name, turn) for turn, one in enumerate(_unused(asked, evidence, about)))),
        *filter(None, (_thanking(evidence),) if giving else ()),
        *(ReflectionPrompt(text=varied(_NEXT, turn, key).format(name=_called(who[-1], who))) for turn in range(2)),
        ReflectionPrompt(text=f"What did you hear from {_called(who[0], who)} that you had not thought of before?"),
        ReflectionPrompt(text="Where did you feel that you belonged, and where out of place?"),
    ]


def _touching(angle: Angle | None, key: str) -> str:
    """How a moment was, or what of a fact is to be kept."""
    happened = angle is not None and in_the_past_of_all(clause(angle.fact, named=angle.named))
    return varied(_TOUCHED if happened else _STANDS, 0, key)


def _first(who: Sequence[str]) -> str:
    """The first name of somebody who was there: a question about them by their whole name would come next."""
    return "the others" if who[0] == SOMEBODY else first_name(who[0])


def _called(name: str, who: Sequence[str]) -> str:
    """A person as one speaks of them: by first name, unless two of those who were there share it."""
    first = first_name(name)
    return name if name == SOMEBODY or sum(first_name(one) == first for one in who) > 1 else first


def _thanking(evidence: Sequence[Evidence]) -> ReflectionPrompt | None:
    """What somebody promised the user, and how to make it easy for them."""
    for one in evidence:
        found = _THEIRS.match(_DAY.sub("", one.text)) if one.kind is Kind.COMMITMENT else None
        if found is None:
            continue
        what = told_to_oneself(found["what"]).rstrip(".")
        first = what.split(maxsplit=1)[0].lower()
        if first not in forms(first).get("VERB", ()):
            continue
        name = _called(found["name"], _names(evidence))
        asked = f"{name} offered to {first}{what[len(first) :]}. How could you make that easy, and give something back?"
        return ReflectionPrompt(text=asked, labels=(one.label,))
    return None


def _aim(goal: str) -> str:
    """What the user wanted, as a sentence to them."""
    bare = clip(goal, AIM_WORDS).rstrip(".")
    first = bare.split(maxsplit=1)[0].lower() if bare else ""
    aim = told_to_oneself(f"{first}{bare[len(first) :]}")
    return f"You wanted to {aim}." if first in forms(first).get("VERB", ()) else f"You wanted this: {bare}."


def _unused(angles: Iterable[Angle], evidence: Sequence[Evidence], about: str) -> list[Fact]:
    """What happened that no other question is about."""
    used = [stems(one.fact) for one in angles]
    facts = facts_in([one for one in evidence if one.kind is Kind.NOTE], Rarity(), about)
    return [fact for fact in facts if not any(len(stems(fact.text) & one) > 0.5 * len(one) for one in used)]


def _left_over(fact: Fact, event: str, turn: int) -> ReflectionPrompt | None:
    """A question about what no other took up: said to the user where it is a sentence, else quoted."""
    if "?" in fact.text or "…" in fact.text:
        return None
    told = told_to_oneself(clause(fact.text, named=fact.named))
    asked = _about_a_need(told, fact.text, varied(_REMAINS, turn, event))
    shown = sentence(told) if sayable(told) else f"You noted: “{fact.text.rstrip('.')}.”"
    return ReflectionPrompt(text=f"{shown} {asked}", labels=(fact.label,))


def _energy(angle: Angle | None, key: str) -> ReflectionPrompt | None:
    """About a moment: what the user did, or what happened; of a habit of somebody's one asks no energy. Where the note
    says how it felt, what in it did so is asked."""
    told = told_to_oneself(clause(angle.fact, named=angle.named)) if angle else ""
    if angle is None or not (in_the_past_of_all(told) or re.search(r"\byou(?:r|rself)?\b", told)):
        return None
    return _about(angle, "What in that gave you energy, or took it?" if _FELT.search(told) else varied(_ENERGY, 0, key))


_FELT = re.compile(
    r"\b(?:best|worst|enjoyed|relieved|ashamed|loved|hated|proud|happy|glad|angry|afraid|tired|energ\w*)\b",
    re.IGNORECASE,
)
"""Words that tell already how it was."""


def _about(angle: Angle | None, asking: str) -> ReflectionPrompt | None:
    """The question about a fact; one that cannot be said is quoted, and the feeling or the surprise is asked for."""
    if angle is None or "?" in angle.fact or "…" in angle.fact:
        return None
    long = len(angle.fact.split()) > LONGEST_ASKED
    short = (in_one_breath(angle.fact) if long else "") or angle.fact
    told = told_to_oneself(clause(short, named=angle.named))
    if sayable(told):
        text = (
            asking.format(told=told) if "{told}" in asking else f"{sentence(told)} {_about_a_need(told, short, asking)}"
        )
        return ReflectionPrompt(text=text, labels=angle.labels)
    whole = told_to_oneself(clause(angle.fact, named=angle.named))
    shown = sentence(whole) if sayable(whole) else f"You noted: “{angle.fact.rstrip('.')}.”"
    after = _about_a_need(whole, angle.fact, asking if "{told}" not in asking else _REMAINS[0])
    return ReflectionPrompt(text=f"{shown} {after}", labels=angle.labels)


def _about_a_need(told: str, fact: str, otherwise: str) -> str:
    """What one asks about the need of somebody else; `otherwise` where it is none, or energy is asked about."""
    need = _NEED.search(fact) and not told.startswith("you ") and "energy" not in otherwise
    return "Could you help with that, or do you know who could?" if need else otherwise


def _again(angle: Angle | None, who: Sequence[str]) -> ReflectionPrompt | None:
    """What to ask about next time, or what to do another time where it was the user's own doing."""
    told = told_to_oneself(clause(angle.fact, named=angle.named)) if angle else ""
    if angle is None or not sayable(told):
        return None
    name = next((one for one in who if first_name(one) in angle.fact), "")
    if not name and not told.startswith("you "):
        return None
    asking = (
        f"What would you like to ask {_called(name, who)} about it next time?"
        if name
        else "What would you do another time?"
    )
    return ReflectionPrompt(text=f"{sentence(told)} {asking}", labels=angle.labels)


def _giving(angle: Angle | None, who: Sequence[str]) -> ReflectionPrompt | None:
    """What the user could give: for a promise of theirs how to keep it well, for a need what would help."""
    if angle is None or "?" in angle.fact or "…" in angle.fact:
        return None
    if owed := _MINE.match(angle.fact):
        name, what = owed["name"], told_to_oneself(_DAY.sub("", angle.fact[owed.end() :])).rstrip(".")
        what = f"{what[:1].lower()}{what[1:]}"
        named = any(part in what for part in name.split())
        said = f"You promised to {what}" if named else f"You promised {_called(name, who)} that you would {what}"
        text = f"{said}. What could you add, so that it helps?"
        return ReflectionPrompt(text=text, labels=angle.labels)
    told = told_to_oneself(clause(angle.fact, named=angle.named))
    name = next((one for one in who if first_name(one) in angle.fact), "")
    if not name or (told.startswith("you") and not _NEED.search(angle.fact)):
        return None  # what only concerns the user calls for no gift to somebody else
    called = _called(name, who)
    if not sayable(told) and _NEED.search(angle.fact):
        text = f"You wrote down: “{angle.fact.rstrip('.')}.” What could you give {called} that would help?"
        return ReflectionPrompt(text=text, labels=angle.labels)
    to_user = re.search(r"\b(?:you|your)\b", told)
    if not _NEED.search(angle.fact) and not (_GAVE.search(angle.fact) and to_user):
        return None
    asking = "that would help" if _NEED.search(angle.fact) else "in return"
    return ReflectionPrompt(text=f"{sentence(told)} What could you give {called} {asking}?", labels=angle.labels)


def _names(evidence: Sequence[Evidence]) -> list[str]:
    notes = [one for one in evidence if one.kind in (Kind.NOTE, Kind.COMMITMENT)]
    return list(dict.fromkeys(name for note in notes for name in note.names)) or [SOMEBODY]
