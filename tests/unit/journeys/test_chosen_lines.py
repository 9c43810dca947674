"""Which line wins a place: one ranking over the model's lines and those by rule, with reasons; nothing said twice."""

from __future__ import annotations

from coach.domain.brief import Line
from coach.domain.evidence import Evidence
from coach.domain.models import Kind, TokenUse
from coach.drafting.angles import Angle, Rarity
from coach.drafting.candidates import Task, Written
from coach.drafting.lines import checked_lines
from coach.drafting.prompts import load_prompt
from coach.journeys.judging import Judge
from coach.journeys.line_choice import Speech, chosen_lines

FACTS = {"person": "Ana Ruiz", "user": "Sam Lee", "event": "Harbour Days", "today": "2026-03-01", "goal": ""}
TALK = Evidence(
    label="T1",
    source_id="t",
    kind=Kind.SESSION,
    text="Talk by Ana Ruiz: “Tests that wait”. We ruined eleven springs. We compared TruthfulQA with pen and paper. "
    "We warmed the clock with lamps.",
    score=1,
)
SAID = "I read that you ruined eleven springs."
WARMED = "I read that you warmed the clock with lamps."


def _task(*angles: Angle) -> Task:
    return Task(load_prompt("prepare_person"), {}, angles, [TALK], FACTS)


def _speech(task: Task, model: dict[str, str], asked: frozenset[str] = frozenset(), turn: int = 0) -> Speech:
    lines = {slot: checked_lines([{"text": text, "sources": ["T1"]}], [TALK], FACTS)[0] for slot, text in model.items()}
    judge = Judge([TALK], "Ana Ruiz", Rarity([TALK.text]), asked)
    return chosen_lines(task, Written(lines, {}, TokenUse()), judge, turn)


def test_a_good_question_of_the_model_beats_one_that_fits_everybody_and_says_why() -> None:
    task = _task(Angle("talk", "you warmed the clock with lamps", ("T1",), WARMED))
    speech = _speech(task, {"talk": f"{WARMED} Which of the lamps burned out first?"})
    assert speech.openers[0].text.endswith("Which of the lamps burned out first?")
    choice = speech.choices[0].as_record()
    assert choice["place"] == "talk"
    assert any(reason.startswith("fits only them") for reason in choice["reasons"])
    assert choice["beaten"]
    assert all(weight <= choice["weight"] for _, weight in choice["beaten"])


def test_a_subject_that_an_opener_takes_up_is_not_asked_about_again() -> None:
    entry = Evidence(
        label="P1",
        source_id="p",
        kind=Kind.PERSON,
        text="Ana Ruiz: Engineer, Foldline. Cares about slow readers, night work.",
        score=1,
    )
    facts = {**FACTS, "their_role": "Engineer", "their_organisation": "Foldline"}
    for turn in range(5):
        task = Task(load_prompt("prepare_person"), {}, [], [entry], facts)
        speech = chosen_lines(task, Written({}, {}, TokenUse()), Judge([entry], "Ana Ruiz", Rarity()), turn)
        opened = " ".join(line.text for line in speech.openers)
        taken = [topic for topic in ("slow readers", "night work") if topic in opened]
        assert taken
        assert not any(topic in line.text for topic in taken for line in speech.questions)


def test_what_is_counted_is_asked_about_by_name() -> None:
    speech = _speech(_task(Angle("talk", "you ruined eleven springs", ("T1",), SAID)), {})
    assert "Which of the springs" in speech.openers[0].text


def test_a_question_of_the_model_that_takes_for_granted_what_nobody_noted_loses_to_a_rule() -> None:
    task = _task(Angle("talk", "you warmed the clock with lamps", ("T1",), WARMED))
    speech = _speech(task, {"talk": f"{WARMED} What did you tell the clock about the lamps?"})
    assert all("tell the clock" not in line.text for line in (*speech.openers, *speech.questions))
    assert speech.openers[0].text.startswith(WARMED)


def test_a_hollow_question_of_the_model_loses_to_a_rule() -> None:
    task = _task(Angle("talk", "you ruined eleven springs", ("T1",), SAID))
    speech = _speech(task, {"talk": f"{SAID} How did you overcome this by implementing springs?"})
    assert speech.openers[0].text.startswith(SAID)
    assert "overcome" not in speech.openers[0].text


def test_what_fits_any_talk_is_not_asked_of_two_people_and_comes_last() -> None:
    task = _task()
    first = _speech(task, {})
    general = "What would you tell somebody who can hear only five minutes of your talk?"
    asked = frozenset(line.text for line in first.questions) | {general}
    second = _speech(task, {}, asked, 1)
    assert not {general, *(line.text for line in first.questions if "your talk" in line.text)} & {
        line.text for line in second.questions
    }
    assert "your talk" not in first.questions[0].text


def test_an_opener_names_what_the_abstract_names() -> None:
    speech = _speech(_task(), {})
    assert any("TruthfulQA" in line.text for line in speech.openers)


def test_a_question_that_another_person_is_asked_weighs_less() -> None:
    line = Line(text="I read that you ruined eleven springs. What was that like?", labels=("T1",))
    fresh = Judge([TALK], "Ana Ruiz", Rarity())
    used = Judge([TALK], "Ana Ruiz", Rarity(), frozenset({"What was that like?"}))
    assert used.merit(line) < fresh.merit(line)
    assert any("asked before" in reason for reason in used.weigh(line).reasons)
