"""Over many drafts no frame stands out, and none of the worn ones is left; a quoted sentence is asked about as such."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from coach.domain.evidence import Evidence
from coach.domain.models import Kind
from coach.drafting.aims import aim_of, aim_with_reason, offer_of, questions_after_aim, reasons_for_writing
from coach.drafting.angles import Angle
from coach.drafting.fact_questions import question_of_this, questions_after
from coach.drafting.first_meeting import meeting_questions
from coach.drafting.letter_plan import message_angles
from coach.drafting.plain_letters import plan_message
from coach.drafting.plain_lines import plain_questions
from coach.drafting.statements import OF_A_CLAIM, OF_A_STATE, about_title, questions_behind, quoted_claim, said_to_them

NAMES = [f"{first} {last}" for first in ("Ada", "Bo", "Cem", "Dana", "Eli", "Fay", "Gil") for last in ("Berg", "Roth")]
MOST = 0.5
"""Of a few names the share that may get the same frame."""


def _share_of_the_commonest(said: list[str]) -> float:
    frames = Counter(" ".join(text.split()[:4]) for text in said)
    return frames.most_common(1)[0][1] / len(said)


@pytest.mark.parametrize("kind", [Kind.NOTE, Kind.SESSION])
def test_facts_are_said_in_many_ways(kind: Kind) -> None:
    said = [said_to_them("you lit a whole opera with a tractor battery", kind, key=name) for name in NAMES]
    assert _share_of_the_commonest(said) <= MOST
    assert not any("stayed with me" in text or "still think" in text for text in said)


def test_aims_offers_and_reasons_are_said_in_many_ways() -> None:
    goal = "Build a quiet pump. Why: Ours wakes the street."
    for said in (
        [aim_with_reason(goal, 0, name) for name in NAMES],
        [offer_of("lend a meter", 0, name) for name in NAMES],
        [reasons_for_writing(goal, name)[0].replace("I want to build a quiet pump", "") for name in NAMES],
    ):
        assert _share_of_the_commonest(said) <= MOST


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("you said: begin with four people", "Why four people?"),
        ("your pupils cheat at cards", "Which of your pupils came up with that?"),
        ("you turn 300 wheels and can tell by the sound which one will crack", "How did you learn to tell that?"),
        ("you read the same novel every January", "Which novel is it?"),
        ("you open the shop every January", "Why in January?"),
        ("you keep a list of the words that made callers angry", "What went into the list last?"),
        ("your apprentice listens to each watch for a full minute", "Why a full minute?"),
        ("you cut each song into 16 pieces", "Why 16 pieces?"),
        ("you keep bees in a former school", "Why a school?"),
        ("you sing to stay awake", "Does it work?"),
        ("you laughed at our manual", "What made you laugh?"),
        ("you wash the brushes in rain water", ""),
    ],
)
def test_a_word_of_the_fact_is_taken_up_where_there_is_one(told: str, asked: str) -> None:
    found = question_of_this(told, 0, "")
    assert found == asked


def test_a_limit_that_they_set_is_asked_about() -> None:
    assert question_of_this("you told me that no tablets before grade 3", 0, "") in (
        "Why not earlier?",
        "What is different then?",
    )


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("you run the night shift and hate the new rota", "What would you have in its place?"),
        ("sickness on nights went from 9 to 6 per cent", "What made the difference?"),
        ("you decide at five whether the first boat sails", "What tips the balance?"),
        ("you take one apprentice a year", "When do you make an exception?"),
        ("you have two old stoves and would give them away", "Does that offer still stand?"),
        ("your talk says that the tests were green", "How did you find that out?"),
        ("you want videos from the front", "What matters most to you there?"),
        ("your rule for firings: nobody opens it alone", "How did you arrive at it?"),
    ],
)
def test_the_question_fits_what_the_fact_says(told: str, expected: str) -> None:
    assert expected in questions_after(told, 0, "")
    assert "What is the best part of it?" not in questions_after(told, 0, "")


# ------------------------------------------------------------------ an abstract quoted
def test_what_an_abstract_claims_is_quoted_in_its_own_words() -> None:
    said = quoted_claim("Most recordings fail because the recorder comes out too early.", 0, "")
    assert "“Most recordings fail because the recorder comes out too early.”" in said
    assert questions_behind(said) == OF_A_CLAIM
    assert questions_behind(quoted_claim("Each rug has one wrong thread on purpose.", 0, "")) == OF_A_STATE
    assert questions_behind("I read that you drew the wire.") == ()
    assert about_title("Tests that wait").count("“Tests that wait”") == 1


@pytest.mark.parametrize(
    "fact",
    [
        "In this talk you will learn how clocks work.",
        "Python is a popular language for every team.",
        "you drew the wire yourselves and ruined eleven springs.",
        "How long does it take?",
    ],
)
def test_what_only_announces_or_praises_is_not_quoted(fact: str) -> None:
    assert quoted_claim(fact, 0, "") == ""


# ------------------------------------------------------------------ an entry alone
def test_a_founder_is_not_asked_how_they_came_to_their_own_house() -> None:
    entry = Evidence(label="P1", source_id="p", kind=Kind.PERSON, text="Ada Berg: Founder, Tidepool.", score=1)
    facts = {"person": "Ada Berg", "their_role": "Founder", "their_organisation": "Tidepool", "today": "2026-05-04"}
    asked = " ".join(line.text for turn in range(6) for line in meeting_questions([entry], facts, turn, "Ada Berg"))
    assert "Tidepool" in asked
    assert not re.search(r"brought you to Tidepool|end up at", asked)


def test_a_message_says_of_an_entry_only_what_is_a_sentence() -> None:
    texts = ("Ada Berg: Baker, Crust. Cares about rye, night work.", "Ada Berg: Baker, Crust. Designs ovens for boats.")
    said = []
    for text in texts:
        entry = Evidence(label="P1", source_id="p", kind=Kind.PERSON, text=text, names=("Ada Berg",), score=1)
        facts = {"person": "Ada Berg", "user": "Sam", "today": "2026-05-04"}
        said.append(plan_message(message_angles([entry], "", 5), [entry], facts)["memory"].text)
    assert "you care about rye and night work" in said[0].lower()
    assert "you design ovens for boats" in said[1].lower()


def test_a_story_of_the_users_own_is_not_told_as_a_memory_of_the_reader() -> None:
    story = Evidence(label="S1", source_id="s", kind=Kind.STORY, text="I was on call, alone in the kitchen.", score=1)
    note = Evidence(label="N1", source_id="n", kind=Kind.NOTE, text="you keep bees on a roof in Lyon.", score=1)
    told = {one.fact for one in message_angles([story, note], "", 5) if one.slot == "memory"}
    assert told == {note.text}
    assert message_angles([story], "", 5)


# ------------------------------------------------------------------ what an aim asks for
@pytest.mark.parametrize(
    ("aim", "asked"),
    [
        ("I want to tell you about the fishing menu.", "Do you have a minute?"),
        ("I would like to find out why our letter was two lines.", "Where would you begin?"),
        ("I would like to find a mentor.", "Whom should I talk to?"),
    ],
)
def test_a_question_after_an_aim_fits_what_is_wanted(aim: str, asked: str) -> None:
    found = {one for turn in range(9) for one in questions_after_aim(aim, "", turn, "")}
    assert asked in found
    assert "Is that something you could help with?" not in found


def test_a_wish_that_they_look_at_something_is_a_request() -> None:
    assert aim_of("Get you to look at our roof plan").endswith("to ask you to look at our roof plan.")


@pytest.mark.parametrize(
    ("why", "told"),
    [
        ("I do not know how to write the notice.", "pickers; I do not know how to write the notice."),
        ("Of ninety people seven are men.", "pickers; of ninety people seven are men."),
        ("The frost took the last crew.", "pickers, because the frost took the last crew."),
        (
            "Of ninety people who pick here every autumn from August until the last week of October seven are men.",
            "pickers.",
        ),
    ],
)
def test_a_reason_that_is_no_cause_stands_beside_the_aim_or_goes(why: str, told: str) -> None:
    said = aim_with_reason(f"Hire two pickers. Why: {why}", 1, "")
    assert said.endswith(told)


@pytest.mark.parametrize("key", NAMES)
def test_nothing_is_said_as_if_a_file_were_read_out(key: str) -> None:
    told = [said_to_them("you keep 900 cans in a swimming pool", Kind.NOTE, turn=turn, key=key) for turn in range(6)]
    assert not any(re.search(r"note|wrote down|As I remember|forgotten", one) for one in told)


def test_what_they_do_to_this_day_is_not_asked_for_what_it_was_like() -> None:
    angle = Angle("known", "you now ring six farmers before each storm", ("N1",))
    note = Evidence(label="N1", source_id="n", kind=Kind.NOTE, text="Ada now rings six farmers before each storm.")
    asked = [one.text for one in plain_questions([angle], [note], {"person": "Ada"})]
    assert not any("like when" in one or "mind when" in one for one in asked)
