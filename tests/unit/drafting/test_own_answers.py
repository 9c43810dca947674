"""Which fact of the record answers a question, and which answers none."""

from __future__ import annotations

import pytest

from coach.domain.evidence import Evidence
from coach.domain.models import Kind
from coach.drafting.own_answers import best_fact
from coach.drafting.own_words import own_facts

KEIKO = "Keiko Marchetti"
RECORD = [
    Evidence(
        label="P1", source_id="p", kind=Kind.PERSON, names=(KEIKO,),
        text="Keiko Marchetti: Librarian, Riverbend Library. Cares about adult learners, evening rooms, cricket. "
        "Values patience. We mended a door together in May. Teaches plain language on Mondays.",
    ),
    Evidence(
        label="N1", source_id="n1", kind=Kind.NOTE, names=(KEIKO,),
        text="Keiko runs the evening room. It is free on the second Wednesday and holds 16 chairs. "
        "She needs a named host six weeks ahead.",
    ),
    Evidence(
        label="N2", source_id="n2", kind=Kind.NOTE, names=(KEIKO,),
        text="Keiko was a physiotherapist for nine years. Keiko wrote a fake clock. "
        "It works until a library asks for the time.",
    ),
    Evidence(
        label="S1", source_id="s", kind=Kind.STORY, names=(KEIKO,),
        text="In her first year Keiko lost the key. She slept on the stairs. She has had two keys since.",
    ),
    Evidence(
        label="T1", source_id="t", kind=Kind.SESSION, names=(KEIKO,),
        text="Talk by Keiko Marchetti: “Rooms at night”. I show the plan, and "
        "what frightens us: we have no other door.",
    ),
]  # fmt: skip
FACTS = own_facts(RECORD, KEIKO)


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("What do you care about?", "I care about adult learners, evening rooms and cricket."),
        ("What are your interests outside work?", "I care about adult learners, evening rooms and cricket."),
        ("What gives you energy?", "I care about adult learners, evening rooms and cricket."),
        ("Do you like cricket?", "I care about adult learners, evening rooms and cricket."),
        ("What matters to you?", "What counts for me is patience."),
        ("What do you do?", "I am a librarian at Riverbend Library."),
        ("Who do you work for?", "I am a librarian at Riverbend Library."),
        ("What did you do before?", "I was a physiotherapist for nine years."),
        ("How did we meet?", "We mended a door together in May."),
        ("How many chairs does the evening room hold?", "It is free on the second Wednesday and holds 16 chairs."),
        ("How does the fake clock work?", "I wrote a fake clock. It works until a library asks for the time."),
        ("What still frightens you?", "We have no other door."),
        ("What is your talk called?", "My talk is called “Rooms at night”. I show the plan."),
        ("Tell me about the evening room.", "I run the evening room."),
        ("what do you teach on mondays?", "I teach plain language on Mondays."),
        ("I hear that you lost the key. How did that go?", "In my first year I lost the key."),
    ],
)
def test_the_record_plainly_answers(asked: str, answer: str) -> None:
    found = best_fact(asked, FACTS, [], ["P1", "N1"])
    assert found is not None
    assert (found.fact.text, found.plain) == (answer, True)


@pytest.mark.parametrize(
    "asked",
    [
        "Do you sail?",
        "Do you like sailing?",
        "What did you have for breakfast?",
        "Why did you lose the key?",
        "Which key was it?",
        "How would you run the evening room today?",
        "How many keys did you cut at the library on Sunday?",
        "How is Nine Acres?",
        "What was the hardest part?",
        "Which languages do you speak in the team?",
        "The evening room is lovely.",
        "Shall we meet in the evening room?",
        "I like cricket and patience. Do you sail?",
    ],
)
def test_what_the_record_does_not_hold_nothing_answers(asked: str) -> None:
    assert best_fact(asked, FACTS, [], ["P1", "N1"]) is None


def test_what_one_cares_about_is_no_answer_to_another_question_however_recall_ranks_it() -> None:
    found = best_fact("How does one book the evening room?", FACTS, [], ["P1"])
    assert found is not None
    assert found.fact.label == "N1"


def test_the_story_goes_on_where_it_was_left() -> None:
    said = ["In my first year I lost the key."]
    for told in ("I slept on the stairs.", "I have had two keys since."):
        found = best_fact("What happened then?", FACTS, said)
        assert found is not None
        assert found.fact.text == told
        said.append(told)
    assert best_fact("And then?", FACTS, said) is None
    assert best_fact("What happened then?", FACTS, ["I care about adult learners, evening rooms and cricket."]) is None


def test_what_was_said_is_gone_on_with_or_said_again_as_such() -> None:
    said = ["I run the evening room."]
    more = best_fact("How is the evening room?", FACTS, said)
    assert more is not None
    assert more.fact.text == "It is free on the second Wednesday and holds 16 chairs."
    again = best_fact("How many chairs are there in the evening room?", FACTS, [*said, more.fact.text])
    assert again is not None
    assert again.fact.text == "As I said: it is free on the second Wednesday and holds 16 chairs."


def test_a_question_that_points_back_is_asked_of_the_sentence_before_it() -> None:
    found = best_fact("You teach plain language. How does that work?", FACTS, [])
    assert found is not None
    assert found.fact.text == "I teach plain language on Mondays."


GERMAN = own_facts(
    [
        Evidence(
            label="P1", source_id="p", kind=Kind.PERSON, names=("Wiebke Janssen",),
            text="Wiebke Janssen: Lehrerin, Nordschule. Cares about Stühle, Tee. Values Geduld.",
        ),
        Evidence(
            label="N1", source_id="n", kind=Kind.NOTE, names=("Wiebke Janssen",),
            text="Wiebke betreut den Abendraum in Emden. Der Raum hat am Mittwoch 16 Stühle.",
        ),
    ],
    "Wiebke Janssen", "de",
)  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("Was machst du beruflich?", "Ich bin Lehrerin bei Nordschule."),
        ("Was liegt Ihnen am Herzen?", "Was mir am Herzen liegt: Stühle und Tee."),
        ("Was ist dir wichtig?", "Was für mich zählt: Geduld."),
        ("Wie läuft der Raum in Emden?", "Ich betreue den Abendraum in Emden."),
        ("Wie viele Stühle hat der Raum?", "Der Raum hat am Mittwoch 16 Stühle."),
        ("Segelst du?", None),
        ("Warum betreust du den Abendraum?", None),
        ("Und was ist mit der Katze?", None),
    ],
)
def test_german_questions(asked: str, answer: str | None) -> None:
    found = best_fact(asked, GERMAN, [], ["P1"], "de")
    assert (found and found.fact.text) == answer
