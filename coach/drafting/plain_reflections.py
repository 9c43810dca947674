"""Questions to reflect on, by rule, from the record alone: in the words of the notes, turned to whoever wrote them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from coach.domain.checking.english import forms
from coach.domain.evidence import Evidence
from coach.domain.models import Event, Goal, Kind, ReflectionPrompt
from coach.domain.naming import first_name
from coach.domain.text import stems
from coach.drafting.address import told_to_oneself
from coach.drafting.angles import Angle, Fact, Rarity, facts_in
from coach.drafting.evidence import clip
from coach.drafting.german_deeds import is_german
from coach.drafting.moments import mood_of, mood_questions
from coach.drafting.plain_promises import is_a_deed, to_the_point, with_determiner
from coach.drafting.statements import varied
from coach.drafting.what_happened import (
    BY_A_DAY,
    NEED,
    OWED,
    SOMEBODY,
    gave_to_the_writer,
    names_in,
    needs_something,
    reflection_angles,
    spelled_out,
    to_look_at,
    whole,
)
from coach.drafting.whole_sentences import clause, in_one_breath, in_the_past, in_the_past_of_all, sentence

AIM_WORDS = 30
LONGEST_ASKED = 27
"""Words of a fact that a question may hold."""
BY_RULE = ("energy", "give", "moved")
"""Places that a rule fills in the words of the notes."""
_THEIRS = re.compile(r"(?P<name>[^:]+?) owes me: (?P<what>.+)$")


_ENERGY = (
    "Did that give you energy, or cost you some?",
    "Was that a moment that gave you energy, or one that took it?",
)
_STANDS = (
    "What could you learn from that?",
    "What stays with you from that?",
    "What would you like to know more about there?",
)
"""Of what is so, and did not happen before one's eyes."""
_OWN_DEED = ("What did you feel then?", "What went through your mind?", "What would you do another time?")
_THEIR_DEED = ("What moved you about that?", "What would you like to keep of that moment?", "What did that show you?")
_TOWARDS = ("How far did you get?", "Where do you stand with it now?", "What would be the next small step?")
_REMAINS = (
    "What stays with you from that?",
    "What does that tell you?",
    "What could you learn from that?",
    "What would you like to know more about there?",
)
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
    who, spelled = names_in(evidence), [spelled_out(one) for one in evidence]
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
                _about(angles.get("moved"), _touching(angles.get("moved"), spelled, key)),
                _again(angles.get("again"), who, spelled, key),
            ),
        ),
        *(
            ReflectionPrompt(text=f"{_aim(goal.text)} {varied(_TOWARDS, 0, key)}", labels=goal_label)
            for goal in goals[:1]
        ),
        *filter(None, (_new(angles.get("learned"), spelled, key),)),
        *filter(
            None,
            (_left_over(one, spelled, event.name, turn) for turn, one in enumerate(_unused(asked, spelled, about))),
        ),
        *filter(None, (_thanking(evidence),) if giving else ()),
        *(ReflectionPrompt(text=varied(_NEXT, turn, key).format(name=_called(who[-1], who))) for turn in range(2)),
        ReflectionPrompt(text=f"What did you hear from {_called(who[0], who)} that you had not thought of before?"),
        ReflectionPrompt(text="Where did you feel that you belonged, and where out of place?"),
    ]


def _touching(angle: Angle | None, evidence: Sequence[Evidence], key: str, turn: int = 0) -> str:
    """What lay behind a feeling that is told, how a moment was, or what of a fact is to be kept."""
    if angle is None:
        return ""
    if mood := mood_of(angle.fact, evidence):
        return varied(mood_questions(mood, angle.fact), turn, key)
    told = told_to_oneself(clause(angle.fact, named=angle.named))
    if not in_the_past_of_all(told) and not in_the_past(told):
        return varied(_STANDS, turn, key)
    return varied(_OWN_DEED if told.startswith(("you ", "your ")) else _THEIR_DEED, turn, key)


def _new(angle: Angle | None, evidence: Sequence[Evidence], key: str) -> ReflectionPrompt | None:
    """A question about one more fact: by its feeling, else what was new in it."""
    mood = mood_of(angle.fact, evidence) if angle else None
    asking = _touching(angle, evidence, key, 1) if mood else "What was new to you in this: {told}?"
    return _about(angle, asking)


def _first(who: Sequence[str]) -> str:
    """The first name of somebody who was there: a question about them by their whole name would come next."""
    return "the others" if who[0] == SOMEBODY else _called(who[0], who[:1])


def _called(name: str, who: Sequence[str]) -> str:
    """A person as one speaks of them: by first name, unless two of those who were there share it or it is a title."""
    first = first_name(name)
    shared = sum(first_name(one) == first for one in who) > 1
    return name if name == SOMEBODY or shared or first.endswith(".") else first


def _thanking(evidence: Sequence[Evidence]) -> ReflectionPrompt | None:
    """What somebody promised the user, and how to make it easy for them."""
    for one in evidence:
        found = _THEIRS.match(BY_A_DAY.sub("", one.text)) if one.kind is Kind.COMMITMENT else None
        if found is None:
            continue
        name = _called(found["name"], names_in(evidence))
        if is_german(found["what"]):
            text = f"{name} promised you: “{found['what'].rstrip('.')}”. {_MADE_EASY}"
            return ReflectionPrompt(text=text, labels=(one.label,))
        what = told_to_oneself(found["what"]).rstrip(".")
        first = what.split(maxsplit=1)[0].lower()
        if first not in forms(first).get("VERB", ()):
            continue
        return ReflectionPrompt(
            text=f"{name} offered to {first}{what[len(first) :]}. {_MADE_EASY}", labels=(one.label,)
        )
    return None


_MADE_EASY = "How could you make that easy, and give something back?"


def _aim(goal: str) -> str:
    """What the user wanted, as a sentence to them."""
    bare = clip(goal, AIM_WORDS).rstrip(".")
    first = bare.split(maxsplit=1)[0].lower() if bare else ""
    aim = told_to_oneself(f"{first}{bare[len(first) :]}")
    return f"You wanted to {aim}." if first in forms(first).get("VERB", ()) else f"You wanted this: {bare}."


def _unused(angles: Iterable[Angle], evidence: Sequence[Evidence], about: str) -> list[Fact]:
    """What happened that no other question is about and that can be said."""
    used = [stems(one.fact) for one in angles]
    facts = filter(to_look_at, facts_in([one for one in evidence if one.kind is Kind.NOTE], Rarity(), about))
    return [fact for fact in facts if not any(len(stems(fact.text) & one) > 0.5 * len(one) for one in used)]


def _left_over(fact: Fact, evidence: Sequence[Evidence], event: str, turn: int) -> ReflectionPrompt | None:
    """A question about what no other took up: said to the user where it is a sentence, else quoted."""
    if "?" in fact.text or "…" in fact.text:
        return None
    told = told_to_oneself(clause(fact.text, named=fact.named))
    mood = mood_of(fact.text, evidence)
    asking = varied(mood_questions(mood, fact.text) if mood else _REMAINS, turn, event)
    asked = _about_a_need(told, fact.text, asking)
    shown = sentence(told) if whole(told) else f"You noted: “{fact.text.rstrip('.')}.”"
    return ReflectionPrompt(text=f"{shown} {asked}", labels=(fact.label,))


def _energy(angle: Angle | None, key: str) -> ReflectionPrompt | None:
    """About a moment of which no feeling is told, or one that tired."""
    mood = mood_of(angle.fact) if angle else None
    return _about(angle, mood_questions(mood, angle.fact)[0] if angle and mood else varied(_ENERGY, 0, key))


def _about(angle: Angle | None, asking: str) -> ReflectionPrompt | None:
    """The question about a fact; one that cannot be said is quoted, and the feeling or the surprise is asked for."""
    if angle is None or "?" in angle.fact or "…" in angle.fact:
        return None
    long = len(angle.fact.split()) > LONGEST_ASKED
    short = (in_one_breath(angle.fact) if long else "") or angle.fact
    told = told_to_oneself(clause(short, named=angle.named))
    if whole(told):
        text = (
            asking.format(told=told) if "{told}" in asking else f"{sentence(told)} {_about_a_need(told, short, asking)}"
        )
        return ReflectionPrompt(text=text, labels=angle.labels)
    turned = told_to_oneself(clause(angle.fact, named=angle.named))
    shown = sentence(turned) if whole(turned) else f"You noted: “{angle.fact.rstrip('.')}.”"
    after = _about_a_need(turned, angle.fact, asking if "{told}" not in asking else _REMAINS[0])
    return ReflectionPrompt(text=f"{shown} {after}", labels=angle.labels)


_SOMEBODY_NEEDS = re.compile(r"^(?P<who>[A-Z][\w'’-]+)(?: [A-Z][\w'’-]+)?(?: (?:is|also|now|still|really|just))? ")


def _about_a_need(told: str, fact: str, otherwise: str) -> str:
    """What one asks about the need of somebody else; `otherwise` where it is none, or energy is asked about."""
    who = _SOMEBODY_NEEDS.match(fact)
    somebody = who is not None and (who["who"] in ("He", "She", "They") or not forms(who["who"].lower()))
    wanted = NEED.search(fact)
    need = wanted and somebody and wanted.start() <= who.end() and "energy" not in otherwise if who else False
    return "Could you help with that, or do you know who could?" if need else otherwise


def _again(angle: Angle | None, who: Sequence[str], evidence: Sequence[Evidence], key: str) -> ReflectionPrompt | None:
    """What to ask about next time, or what to do another time where it was the user's own doing; where a feeling is
    told, what lay behind it."""
    if angle is not None and mood_of(angle.fact, evidence):
        return _about(angle, _touching(angle, evidence, key, 1))
    told = told_to_oneself(clause(angle.fact, named=angle.named)) if angle else ""
    if angle is None or not whole(told):
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
    if owed := OWED.match(angle.fact):
        name, what = owed["name"], told_to_oneself(BY_A_DAY.sub("", angle.fact[owed.end() :])).rstrip(".")
        text = f"{_promised(name, what, who)}. {varied(_KEPT_WELL, 0, what)}"
        return ReflectionPrompt(text=text, labels=angle.labels)
    told = told_to_oneself(clause(angle.fact, named=angle.named))
    name = next((one for one in who if first_name(one) in angle.fact), "")
    if not name or (told.startswith("you") and not needs_something(angle.fact)):
        return None  # what only concerns the user calls for no gift to somebody else
    called = _called(name, who)
    if not whole(told) and needs_something(angle.fact):
        text = f"You wrote down: “{angle.fact.rstrip('.')}.” What could you give {called} that would help?"
        return ReflectionPrompt(text=text, labels=angle.labels)
    if not needs_something(angle.fact) and not gave_to_the_writer(angle.fact):
        return None
    asking = "that would help" if needs_something(angle.fact) else "in return"
    return ReflectionPrompt(text=f"{sentence(told)} What could you give {called} {asking}?", labels=angle.labels)


_KEPT_WELL = (
    "What could you add, so that it helps?",
    "What would make it most useful?",
    "What else could you give with it?",
)


def _promised(name: str, what: str, who: Sequence[str]) -> str:
    """ "You promised Jo that you would send the map", "You promised Jo the map"."""
    called = _called(name, who)
    if is_german(what):
        return f"You promised {called}: “{what}”"
    if not to_the_point(what):
        return f"You noted down for {called}: “{what.rstrip(' .!…')}”"
    what = f"{what[:1].lower()}{what[1:]}"
    if not is_a_deed(what):
        return f"You promised {called} {with_determiner(what)}"
    named = any(part in what for part in name.split())
    return f"You promised to {what}" if named else f"You promised {called} that you would {what}"
