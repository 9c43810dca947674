"""Reflect: five questions that differ, with or without a model; answers are kept and found again."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from conftest import Opener, town
from hypothesis import given
from hypothesis import strategies as st
from langchain_core.language_models.fake_chat_models import FakeListChatModel
from rapidfuzz import fuzz

from coach.domain.brief import Line
from coach.domain.evidence import Evidence
from coach.domain.grounding import check_draft
from coach.domain.models import Answer, Draft, Event, Goal, Item, Kind, Note, Person, Reflection, Story
from coach.drafting.asking import TOO_ALIKE
from coach.errors import InputError, NotFoundError
from coach.journeys import reflect as journey
from coach.llm.factory import ModelHandle
from eval.fake import FillingModel


def texts(reflection: Reflection) -> list[str]:
    return [prompt.text for prompt in reflection.prompts]


def assert_five_that_differ(prompts: list[str]) -> None:
    assert len(prompts) == 5
    for at, one in enumerate(prompts):
        assert all(fuzz.token_set_ratio(one, other) <= TOO_ALIKE for other in prompts[:at]), prompts
    folded = " ".join(prompts).casefold()
    assert "energy" in folded
    assert "give" in folded


def test_five_questions_with_a_model_and_their_provenance(opened: Opener) -> None:
    coach = opened()
    reflection = coach.reflect("evening")
    assert_five_that_differ(texts(reflection))
    assert reflection.draft is not None
    version = coach.store.get(Draft, reflection.draft).current
    assert version.prompt_name == "reflect"
    known = {one["label"] for one in version.evidence}
    assert {label for prompt in reflection.prompts for label in prompt.labels} <= known
    assert {one["source_id"] for one in version.evidence} >= {"note-noor", "note-ines", "goal-data"}


def test_five_questions_without_a_model_name_who_and_what(opened: Opener, no_model: ModelHandle) -> None:
    reflection = opened(no_model).reflect("evening")
    assert_five_that_differ(texts(reflection))
    assert reflection.draft is None
    everything = " ".join(texts(reflection))
    assert "Long Table" in everything or "boat" in everything
    assert "Noor" in everything or "Ines" in everything


@pytest.mark.parametrize(
    "name",
    [
        "X",
        "The 23rd Annual International Conference on Distributed Systems, Data Engineering and Gave Learning, Lisbon",
        "What did you give at energy",
        "国際会議",
    ],
)
def test_any_name_of_an_event_still_gives_five_that_differ(opened: Opener, no_model: ModelHandle, name: str) -> None:
    items: list[Item] = [Event(id="e", name=name), Note(id="n", text="Noor spoke.", event="e")]
    assert_five_that_differ(texts(opened(no_model, items=items).reflect("e")))


def test_without_goals_and_notes_there_are_five_all_the_same(opened: Opener) -> None:
    model = FillingModel()
    reflection = opened(model, items=[Event(id="e", name="Quiet Walk")]).reflect("e")
    assert_five_that_differ(texts(reflection))
    assert model.asked == [], "with nothing on record a model could only invent"


SAID = st.lists(
    st.sampled_from("what gave you energy at the harbour when did Noor give whose charts moved which one next".split()),
    min_size=3,
    max_size=12,
).map(" ".join)


@given(lines=st.lists(SAID, max_size=8))
def test_whatever_the_model_writes_energy_and_giving_are_asked_for(lines: list[str]) -> None:
    event, goals = Event(name="Long Table"), [Goal(text="Learn to listen")]
    five = journey._five([Line(text=f"{line}?") for line in lines], journey.by_rule(event, goals, []))
    assert_five_that_differ([prompt.text for prompt in five])


def test_a_note_that_calls_for_no_gift_is_asked_about_in_its_own_words() -> None:
    event, goals = Event(name="Seed Swap"), [Goal(text="Find two growers")]
    told = (
        "Joao cried a little when he saw the melon.",
        "I gave away my last forty seeds and worried all the way home.",
    )
    notes = [
        Evidence(label=f"N{number}", source_id=str(number), kind=Kind.NOTE, text=text, names=("Joao Matos",))
        for number, text in enumerate(told)
    ]
    asked = [prompt.text for prompt in journey._five([], journey.by_rule(event, goals, notes))]
    assert any("You gave away your last forty seeds" in one for one in asked)


def test_an_unknown_event_is_an_error_that_names_it(opened: Opener) -> None:
    with pytest.raises(NotFoundError, match="'nowhere'"):
        opened().reflect("nowhere")


def test_a_reflection_without_answers_is_replaced_and_one_with_answers_stays(opened: Opener) -> None:
    coach = opened()
    first = coach.reflect("evening")
    second = coach.reflect("evening")
    assert second.id == first.id
    answered = second.model_copy(update={"answers": (Answer(prompt=texts(second)[0], text="The boat."),)})
    coach.save_reflection(answered)
    third = coach.reflect("evening")
    assert third.id != first.id
    assert coach.store.get(Reflection, first.id).answers


def test_a_flagged_question_of_the_model_is_not_asked(opened: Opener) -> None:
    prompts: list[dict[str, Any]] = [
        {"sources": ["N1"], "text": f"What did Zebulon Quark tell you about the {number} sheep?"}
        for number in range(90, 96)
    ]

    class Liar(FillingModel):
        def _answer(self, messages: object) -> str:
            answer = json.loads(super()._answer(messages))  # type: ignore[arg-type]
            (_, lines), *_ = answer.items()
            values = lines.values() if isinstance(lines, dict) else lines
            for line, lie in zip(values, prompts, strict=False):
                line["text"] = lie["text"]
            return json.dumps(answer)

    reflection = opened(Liar()).reflect("evening")
    assert_five_that_differ(texts(reflection))
    assert "Zebulon" not in " ".join(texts(reflection))


@pytest.mark.parametrize(
    ("question", "turned"),
    [
        ("You promised Noor the saw. What did it cost you?", "I promised Noor the saw. What did it cost me?"),
        (
            "What did you give, and what could you keep for yourself?",
            "What did I give, and what could I keep for myself?",
        ),
        ("When you told her of your boat, who laughed?", "When I told her of my boat, who laughed?"),
        ("Which moment gave you energy?", "Which moment gave me energy?"),
    ],
)
def test_a_question_is_checked_as_one_would_ask_oneself(question: str, turned: str) -> None:
    assert journey.in_first_person(question) == turned


def test_what_you_did_yourself_is_no_contradiction_of_your_notes() -> None:
    gave = Evidence(label="N1", source_id="n", kind=Kind.NOTE, text="Gave Femke my spare dice; she wants to test dice.")
    question = "You gave Femke your spare dice. What did that feel like?"
    assert not check_draft(question, [gave], {}).passed, "taken as said to Femke"
    assert check_draft(journey.in_first_person(question), [gave], {}).passed
    wrong = "You gave Femke 90 boats in Lisbon. What did that feel like?"
    assert not check_draft(journey.in_first_person(wrong), [gave], {}).passed


def test_a_model_that_answers_nonsense_leaves_the_rules(opened: Opener) -> None:
    reflection = opened(FakeListChatModel(responses=["no", "no"])).reflect("evening")
    assert_five_that_differ(texts(reflection))


# ---------------------------------------------------------------- afterwards
def _answered(reflection: Reflection) -> Reflection:
    answers = tuple(
        Answer(prompt=prompt.text, text=text, at=datetime(2026, 11, 17, 8, tzinfo=UTC))
        for prompt, text in zip(
            reflection.prompts, ("The brother with the boat saw.", "", "I gave my umbrella."), strict=False
        )
    )
    return reflection.model_copy(
        update={"answers": answers, "energy_before": 4, "energy_after": 8, "belonging": 7, "lessons": "Bring soup."}
    )


def test_answers_and_lessons_become_notes_that_recall_finds(opened: Opener) -> None:
    coach = opened()
    kept = coach.save_reflection(_answered(coach.reflect("evening")))
    loaded = coach.store.get(Reflection, kept.id)
    assert (loaded.energy_before, loaded.energy_after, loaded.belonging) == (4, 8, 7)
    assert any("umbrella" in hit.text for hit in coach.recall("who got the umbrella", k=3))
    assert any("soup" in hit.text.casefold() for hit in coach.recall("bring soup", k=3))
    notes = [note for note in coach.store.notes(event="evening") if note.source == "reflection"]
    assert len(notes) == 3, "two answers and the lessons; an empty answer is no note"


def test_the_note_of_an_emptied_answer_is_gone(opened: Opener) -> None:
    coach = opened()
    answered = coach.save_reflection(_answered(coach.reflect("evening")))
    emptied = tuple(one.model_copy(update={"text": ""}) for one in answered.answers)
    coach.save_reflection(answered.model_copy(update={"answers": emptied, "lessons": ""}))
    assert not [note for note in coach.store.notes(event="evening") if note.source == "reflection"]
    assert not any("umbrella" in hit.text for hit in coach.recall("who got the umbrella", k=3))


def test_saving_answers_twice_doubles_nothing(opened: Opener) -> None:
    coach = opened()
    answered = _answered(coach.reflect("evening"))
    coach.save_reflection(answered)
    count = coach.store.count(Kind.NOTE)
    coach.save_reflection(answered)
    assert coach.store.count(Kind.NOTE) == count


def test_an_answer_becomes_a_story_of_your_own_with_one_call(opened: Opener) -> None:
    coach = opened()
    answered = coach.save_reflection(_answered(coach.reflect("evening")))
    story = coach.story_from(answered, 2, title="The umbrella")
    kept = coach.store.get(Story, story.id)
    assert (kept.title, kept.text, kept.own, kept.event) == ("The umbrella", "I gave my umbrella.", True, "evening")
    assert kept.at == date(2026, 11, 17)
    assert coach.story_from(answered, 2, title="The umbrella").id == story.id
    assert coach.story_from(answered, 0).title == "The brother with the boat saw"


@pytest.mark.parametrize("number", [-1, 1, 3, 99])
def test_an_answer_that_is_not_there_is_no_story(opened: Opener, number: int) -> None:
    coach = opened(items=town())
    answered = _answered(coach.reflect("evening"))
    with pytest.raises(InputError, match="no answer number"):
        coach.story_from(answered, number)


def test_a_question_quotes_a_line_of_a_list_without_its_mark(opened: Opener, no_model: ModelHandle) -> None:
    coach = opened(no_model)
    fair = Event(id="fair", name="Spring Fair", starts=date(2026, 11, 29))
    ben = Person(id="ben-ito", name="Ben Ito")
    noted = Note(id="ben-seeds", text="• Ben Ito → wants the seed list", people=(ben.id,), event=fair.id)
    coach.add_many([fair, ben, noted])
    evidence = journey.what_happened(coach._keeper, fair, [])
    assert [one.text for one in evidence] == ["Ben Ito → wants the seed list"]
    assert not any("•" in one for one in texts(coach.reflect("fair")))
