"""Reflect: five questions that fit what happened at an event and what you wanted there; answers that are kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime

from coach.domain.brief import Line
from coach.domain.checking.english import forms
from coach.domain.evidence import Evidence, Filters
from coach.domain.grounding import check_draft
from coach.domain.ids import stable_id
from coach.domain.models import (
    Commitment,
    Draft,
    DraftVersion,
    Event,
    Goal,
    Item,
    Kind,
    Note,
    Reflection,
    ReflectionPrompt,
    Story,
    TokenUse,
)
from coach.domain.quoting import plain_name
from coach.domain.text import stems
from coach.drafting.address import told_to_oneself
from coach.drafting.angles import FACT_WORDS, Angle, Fact, Rarity, facts_in, render_angles
from coach.drafting.asking import alike
from coach.drafting.candidates import Task, write_lines
from coach.drafting.evidence import EvidenceBook, as_record, clip
from coach.drafting.lines import cut_off
from coach.drafting.prompts import PROMPT_TOKENS, SHARES, load_prompt, rendered_tokens
from coach.drafting.statements import clause, in_one_breath, in_the_past_of_all, sayable, sentence, varied
from coach.errors import InputError, ModelError, NotFoundError
from coach.journeys.keeper import Keeper
from coach.journeys.ranking import goal_evidence, promise_evidence
from coach.journeys.speaking import render_evidence, render_goals
from coach.journeys.workbench import Workbench

_TO_FIRST_PERSON = (
    (re.compile(r"\b(?:Y|y)ourself\b"), "myself"),
    (re.compile(r"\b(?:Y|y)ours\b"), "mine"),
    (re.compile(r"\b(?:Y|y)our\b"), "my"),
    (re.compile(r"(?:^|(?<=[.?!,:;] ))[Yy]ou\b|(?i:(?<=did )|(?<=do )|(?<=could )|(?<=would )|(?<=that ))you\b"), "I"),
    (re.compile(r"\byou(?= (?:want|went|gave|promis|told|met|said|spoke|felt|were|had|learn|heard|hid))"), "I"),
    (re.compile(r"\byou\b"), "me"),
)
PROMPTS = 5
NOTES = 6
AIM_WORDS = 30
SLOTS = ("energy", "learned", "moved", "give", "again")
BY_RULE = ("energy", "give", "moved")
"""Places that a rule fills in the words of the notes."""
_MINE = re.compile(r"I owe (?P<name>[^:]+): ")
_DAY = re.compile(r"\s*\(by [^)]*\)")
_FEELING = re.compile(
    r"\b(?:tired|nervous|afraid|fear\w*|proud|happy|glad|sad|lonely|alone|angry|ashamed|embarrass\w*|laugh\w*|cried|hid|"
    r"dared|froze|best|worst|loved|hated|enjoyed|bored|energy|relie\w*|felt|moved|quiet|silent|nothing)\b",
    re.IGNORECASE,
)
"""Words of the user for how a moment was."""
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


def reflect(bench: Workbench, event_id: str) -> Reflection:
    """Gather what happened, write questions, keep the best five; rules fill in where the model falls short.

    Raises NotFoundError for an unknown event. A reflection on the same event that has no answers yet is
    replaced; one with answers stays, and a new one is begun.
    """
    store = bench.keeper.store
    event = store.get(Event, event_id)
    goals = [store.get(Goal, one) for one in event.goals] or store.goals(status="active")[:2]
    evidence = what_happened(bench.keeper, event, goals)
    lines, draft = _write(bench, event, goals, evidence)
    prompts = _five(lines, by_rule(event, goals, evidence))
    old = next((one for one in store.reflections(event=event_id) if not one.answers), None)
    base = old or Reflection(event=event_id)
    reflection = base.model_copy(
        update={"at": datetime.now(UTC), "prompts": tuple(prompts), "draft": draft.id if draft else None}
    )
    items: list[Item] = [draft] if draft else []
    store.save([*items, reflection])
    return reflection


def what_happened(keeper: Keeper, event: Event, goals: Sequence[Goal]) -> list[Evidence]:
    """Notes of the event, promises made there, and the goals, labelled."""
    book = EvidenceBook()
    query = " ".join([event.name, *(goal.text for goal in goals)])
    book.add_all(keeper.recall(query, NOTES, Filters(kinds=(Kind.NOTE,), event=event.id)))
    made_there: list[Commitment] = [one for one in keeper.store.commitments() if one.event == event.id]
    for promise in made_there[:2]:
        person = keeper.store.find_person(promise.person)
        book.add(promise_evidence(promise, person.name if person else promise.person))
    book.add_all(goal_evidence(goal) for goal in goals[:2])
    return list(book.entries)


def _write(
    bench: Workbench, event: Event, goals: Sequence[Goal], evidence: Sequence[Evidence]
) -> tuple[list[Line], Draft | None]:
    """The model's questions, checked, and the record of how they came about; nothing when it cannot answer."""
    if not any(one.kind in (Kind.NOTE, Kind.COMMITMENT) for one in evidence):
        return [], None  # nothing is on record of what happened: a model would make it up
    about = " ".join(goal.text for goal in goals)
    facts = {
        "event": f"{event.name} {event.place}",
        "goal": about,
        "today": datetime.now().astimezone().date().isoformat(),
        "user": bench.settings.user_name,
    }
    angles = [one for one in reflection_angles(evidence, about) if one.slot not in BY_RULE] or reflection_angles(
        evidence, about
    )
    prompt = load_prompt("reflect")
    task = Task(prompt, _values(event, evidence, angles, about), angles, evidence, facts)
    by_slot = {angle.slot: angle for angle in angles}

    def weak(lines: Mapping[str, Line]) -> set[str]:
        return {slot for slot, line in lines.items() if not _speaks_of(line, by_slot[slot], evidence, facts)}

    def better(line: Line) -> float:
        return max(float(_speaks_of(line, angle, evidence, facts)) for angle in angles)

    try:
        written = write_lines(bench.model, task, weak, better, on_text=bench.teller("writing"), stop=bench.stop)
    except ModelError:
        return [], None
    poor = weak(written.lines)
    lines = [written.lines[one.slot] for one in angles if one.slot in written.lines and one.slot not in poor]
    return lines, _record(bench, event, prompt.content_hash, lines, evidence, written.usage)


def _values(event: Event, evidence: Sequence[Evidence], angles: Sequence[Angle], about: str) -> dict[str, str]:
    prompt = load_prompt("reflect")
    for share in SHARES:
        values = {
            "event": ", ".join(filter(None, map(plain_name, (event.name, event.place)))),
            "goals": render_goals(evidence, share),
            "evidence": render_evidence(evidence, about, share),
            "lines": render_angles(angles, share),
        }
        if rendered_tokens(prompt, values) <= PROMPT_TOKENS:
            break
    return values


def reflection_angles(evidence: Sequence[Evidence], about: str) -> list[Angle]:
    """What happened, shared out: the strongest feeling to energy, a need or a promise to giving, the rest in order."""
    facts = facts_in(evidence, Rarity(), about)
    owed = [Fact(one.text, one.label, one.kind, 0.0) for one in evidence if _MINE.match(one.text)]
    found: list[Angle] = []
    left = list(facts)
    for slot, fitting in (
        ("energy", [fact for fact in left if _FEELING.search(fact.text)] or left),
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


def _speaks_of(line: Line, angle: Angle, evidence: Sequence[Evidence], facts: Mapping[str, str]) -> bool:
    """Whether a question is backed, whole, and about its own fact: a goal is not something that happened."""
    told = stems(angle.fact)
    about_it = len(stems(line.text) & told) >= min(2, len(told))
    backed = check_draft(in_first_person(line.text), evidence, facts).passed
    return about_it and backed and not cut_off(line.text, evidence)


def in_first_person(question: str) -> str:
    """The question as the person would ask it of themselves, which is how it is checked.

    The check takes "you" for somebody else and "I" for who wrote the notes; here both are the same person.
    """
    for pattern, turned in _TO_FIRST_PERSON:
        question = pattern.sub(turned, question)
    return question


def _record(
    bench: Workbench,
    event: Event,
    prompt_hash: str,
    lines: Sequence[Line],
    evidence: Sequence[Evidence],
    usage: TokenUse,
) -> Draft:
    version = DraftVersion(
        number=1,
        text="\n".join(f"{line.text} [{', '.join(line.labels)}]" for line in lines),
        at=datetime.now(UTC),
        model=bench.model.name,
        prompt_name="reflect",
        prompt_hash=prompt_hash,
        evidence=as_record(evidence),
        check={"lines": len(lines), "flagged": 0},
        usage=usage,
    )
    return Draft(purpose="reflection", event=event.id, versions=(version,))


_ENERGY = (
    "Did it give you energy, or cost you some, when {told}?",
    "What did it do to your energy when {told}?",
)
_TOUCHED = (
    "What did it touch in you when {told}?",
    "What did you feel when {told}?",
    "What would you like to keep of the moment when {told}?",
)
_TOWARDS = (
    "What came closer, and what did not?",
    "How far did you come, and what held you back?",
    "What would be the next small step?",
)
_REMAINS = ("What in that stays with you?", "What does that tell you?", "What would you like to do with that?")
_NEXT = (
    "When you see {name} again, which subject will you begin with?",
    "What would you like to ask {name} when you meet again?",
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
        _about(angles.get("energy"), varied(_ENERGY, 0, key), event.name)
        or ReflectionPrompt(text=f"Which moment at {event.name} gave you energy, and which one took it?"),
        giving or ReflectionPrompt(text=f"What did you give there, and what could you still give {_first(who)}?"),
        *filter(
            None,
            (
                _about(angles.get("moved"), varied(_TOUCHED, 0, key), event.name),
                _again(angles.get("again"), who),
            ),
        ),
        *(
            ReflectionPrompt(text=f"{_aim(goal.text)} {varied(_TOWARDS, 0, key)}", labels=goal_label)
            for goal in goals[:1]
        ),
        *filter(None, (_about(angles.get("learned"), "What was new to you in this: {told}?", event.name),)),
        *filter(None, (_left_over(one, event.name, turn) for turn, one in enumerate(_unused(asked, evidence, about)))),
        *(ReflectionPrompt(text=varied(_NEXT, turn, key).format(name=who[-1])) for turn in range(2)),
        ReflectionPrompt(text=f"What did you hear from {who[0]} that you had not thought of before?"),
        ReflectionPrompt(text="Where did you feel that you belonged, and where out of place?"),
    ]


def _first(who: Sequence[str]) -> str:
    """The first name of somebody who was there: a question about them by their whole name would come next."""
    return "the others" if who[0] == SOMEBODY else who[0].split(maxsplit=1)[0]


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
    asked = _about_a_need(told, fact.text) or varied(_REMAINS, turn, event)
    shown = sentence(told) if sayable(told) else f"At {event} you noted: “{fact.text.rstrip('.')}.”"
    return ReflectionPrompt(text=f"{shown} {asked}", labels=(fact.label,))


def _about(angle: Angle | None, asking: str, event: str) -> ReflectionPrompt | None:
    """The question about a fact; one that cannot be said is quoted, and the feeling or the surprise is asked for."""
    if angle is None or "?" in angle.fact or "…" in angle.fact:
        return None
    short = in_one_breath(angle.fact) or angle.fact
    told = told_to_oneself(clause(short, named=angle.named))
    if sayable(told) and ("when" not in asking or in_the_past_of_all(told)):
        return ReflectionPrompt(text=asking.format(told=told), labels=angle.labels)
    whole = told_to_oneself(clause(angle.fact, named=angle.named))
    shown = sentence(whole) if sayable(whole) else f"At {event} you noted: “{angle.fact.rstrip('.')}.”"
    remains = _about_a_need(whole, angle.fact) or "What in that stays with you?"
    after = "Did that give you energy, or cost you some?" if "energy" in asking else remains
    return ReflectionPrompt(text=f"{shown} {after}", labels=angle.labels)


def _about_a_need(told: str, fact: str) -> str:
    """What one asks about the need of somebody else; "" where it is none."""
    return "What could you do about it?" if _NEED.search(fact) and not told.startswith("you ") else ""


def _again(angle: Angle | None, who: Sequence[str]) -> ReflectionPrompt | None:
    """What to ask about next time, or what to do another time where it was the user's own doing."""
    told = told_to_oneself(clause(angle.fact, named=angle.named)) if angle else ""
    if angle is None or not sayable(told):
        return None
    name = next((one for one in who if one.split(maxsplit=1)[0] in angle.fact), "")
    if not name and not told.startswith("you "):
        return None
    asking = f"What would you like to ask {name} about it next time?" if name else "What would you do another time?"
    return ReflectionPrompt(text=f"{sentence(told)} {asking}", labels=angle.labels)


def _giving(angle: Angle | None, who: Sequence[str]) -> ReflectionPrompt | None:
    """What the user could give: for a promise of theirs how to keep it well, for a need what would help."""
    if angle is None or "?" in angle.fact or "…" in angle.fact:
        return None
    if owed := _MINE.match(angle.fact):
        name, what = owed["name"], told_to_oneself(_DAY.sub("", angle.fact[owed.end() :])).rstrip(".")
        to_whom = "" if any(part in what for part in name.split()) else f" {name}"
        text = f"You promised{to_whom} to {what[:1].lower()}{what[1:]}. What could you give with it, so that it helps?"
        return ReflectionPrompt(text=text, labels=angle.labels)
    told = told_to_oneself(clause(angle.fact, named=angle.named))
    name = next((one for one in who if one.split(maxsplit=1)[0] in angle.fact), "")
    if not name or (told.startswith("you") and not _NEED.search(angle.fact)):
        return None  # what only concerns the user calls for no gift to somebody else
    if not sayable(told) and _NEED.search(angle.fact):
        return ReflectionPrompt(
            text=f"You wrote down: “{angle.fact.rstrip('.')}.” What could you give {name} that would help?",
            labels=angle.labels,
        )
    if not _NEED.search(angle.fact) and not _GAVE.search(angle.fact):
        return None
    asking = "that would help" if _NEED.search(angle.fact) else "in return"
    return ReflectionPrompt(text=f"{sentence(told)} What could you give {name} {asking}?", labels=angle.labels)


def _names(evidence: Sequence[Evidence]) -> list[str]:
    notes = [one for one in evidence if one.kind in (Kind.NOTE, Kind.COMMITMENT)]
    return list(dict.fromkeys(name for note in notes for name in note.names)) or [SOMEBODY]


def _five(lines: Sequence[Line], rules: Sequence[ReflectionPrompt]) -> list[ReflectionPrompt]:
    """Five questions of which no two are alike; one on energy and one on giving are always among them: the rules' first
    two. What the model asks comes before what a rule asks without a fact."""
    written = [ReflectionPrompt(text=line.text, labels=line.labels) for line in lines]
    chosen: list[ReflectionPrompt] = []
    about_facts = [one for one in rules if one.labels]
    for prompt in (*rules[:2], *about_facts, *written, *rules):
        if len(chosen) < PROMPTS and not _alike(prompt, chosen):
            chosen.append(prompt)
    return chosen


def _alike(prompt: ReflectionPrompt, others: Sequence[ReflectionPrompt]) -> bool:
    return any(alike(prompt.text, one.text) for one in others)


# ---------------------------------------------------------------------- afterwards
def keep_answers(keeper: Keeper, reflection: Reflection) -> Reflection:
    """Save the reflection; each answer and the lessons become notes, so that recall finds them. The note of an answer
    that was emptied is deleted."""
    texts: dict[int | str, str] = {
        number: f"{answer.prompt}\n{answer.text}" if answer.text else ""
        for number, answer in enumerate(reflection.answers)
    }
    texts["lessons"] = reflection.lessons
    keeper.add([reflection, *(_kept(reflection, part, text) for part, text in texts.items() if text)])
    for part, text in texts.items():
        if not text:
            with suppress(NotFoundError):
                keeper.delete(Kind.NOTE, _kept_id(reflection, part))
    return reflection


def _kept_id(reflection: Reflection, part: int | str) -> str:
    return stable_id("reflection", reflection.id, part)


def _kept(reflection: Reflection, part: int | str, text: str) -> Note:
    """The note of an answer, by its number, or of the "lessons", which come last."""
    answer = reflection.answers[part] if isinstance(part, int) else None
    return Note(
        id=_kept_id(reflection, part),
        text=text,
        at=(answer and answer.at) or reflection.at,
        event=reflection.event,
        thread=f"reflection-{reflection.id}",
        position=part if isinstance(part, int) else len(reflection.answers),
        source="reflection",
    )


def story_from_answer(keeper: Keeper, reflection: Reflection, answer_number: int, *, title: str = "") -> Story:
    """Raises InputError when there is no such answer or it is empty."""
    if not 0 <= answer_number < len(reflection.answers) or not reflection.answers[answer_number].text:
        raise InputError("There is no answer number {number} yet.", "Write the answer first.", number=answer_number + 1)
    answer = reflection.answers[answer_number]
    story = Story(
        id=stable_id("reflection", reflection.id, "story", answer_number),
        title=title or " ".join(answer.text.split()[:8]).rstrip(".,;:"),
        text=answer.text,
        own=True,
        at=(answer.at or datetime.now(UTC)).date(),
        event=reflection.event,
        source="reflection",
    )
    keeper.add([story])
    return story
