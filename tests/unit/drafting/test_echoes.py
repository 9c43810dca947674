"""A sentence of a prompt's example never comes back as one about the person whom the user writes to."""

from __future__ import annotations

import json

import pytest
from langchain_core.language_models.fake_chat_models import FakeListChatModel

from coach.drafting.chain import write
from coach.drafting.echoes import example_sentences, without_echoes
from coach.drafting.prompts import load_prompt
from coach.llm.factory import handle_for

SLIDES = "The slides that I showed you, about paper that dries slowly, may be of use to you."
OWN = "The slides that I showed you, about knots, may be of use to you."
VALUES = {
    "evidence": "N1 I showed you my slides about knots.",
    "person": "somebody you met",
    "style": "warm, in English",
    "message": "You repaired a boat with your brother.",
    "wish": "mention the slides",
    "task": "Write the one sentence that the wish asks for.",
}


def _answered(text: str, **changes: str) -> str:
    model = FakeListChatModel(responses=[json.dumps({"sentence": {"sources": ["N1"], "text": text}})])
    answer = write(handle_for(model), load_prompt("revise"), {**VALUES, **changes}, ["N1"], marks={"one"})
    return str(answer.data["sentence"]["text"])


@pytest.mark.parametrize(
    "echo",
    [
        SLIDES,
        "the slides that I showed you about paper that dries slowly may be of use to you",
        "I could send the slides that I showed you, about paper that dries slowly.",
    ],
)
def test_a_sentence_of_the_example_is_left_out_of_the_answer(echo: str) -> None:
    assert _answered(echo) == ""
    assert _answered(f"{echo.rstrip('.')}. You repaired a boat.") == "You repaired a boat."


def test_what_the_notes_or_the_draft_say_stays_though_an_example_says_it_too() -> None:
    assert _answered(OWN) == OWN
    assert _answered(SLIDES, message=SLIDES) == SLIDES
    assert _answered(SLIDES, evidence=f"N1 {SLIDES}") == SLIDES


@pytest.mark.parametrize("name", ["capture", "follow_up", "prepare_person", "reflect", "rehearse", "revise"])
def test_the_examples_are_read_from_each_prompt(name: str) -> None:
    prompt = load_prompt(name)
    found = example_sentences(prompt.system)
    assert found
    data = {"body": {"memory": found[-1]}}
    assert without_echoes(data, prompt, dict.fromkeys(prompt.variables, "")) == {"body": {"memory": ""}}


def test_a_turn_of_phrase_that_an_example_teaches_is_no_echo() -> None:
    prompt = load_prompt("reflect")
    for asked in (
        "Did it give you energy or cost you energy when Noor spoke of boats?",
        "Next time, what would you like to ask Noor about the boats that she built?",
    ):
        assert without_echoes({"energy": asked}, prompt, {"evidence": "Noor built boats"}) == {"energy": asked}
    letter = load_prompt("follow_up")
    kept = "As promised, I will send you my list of boats this week."
    assert without_echoes({"keep": kept}, letter, {"evidence": "send my list of boats"}) == {"keep": kept}
