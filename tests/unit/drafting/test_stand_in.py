"""Facts of the record in the first person, and plain lines that claim nothing."""

from __future__ import annotations

import pytest

from coach.domain.checking.language import language_of
from coach.domain.evidence import Evidence
from coach.domain.models import Kind
from coach.drafting.stand_in import NO_ANSWER, PLAINLY_FITTING, best_fact, in_first_person, own_facts, plain_line

NOTE = Evidence(
    label="N1",
    source_id="n1",
    kind=Kind.NOTE,
    text="Bram has a new client, a ferry company with paper timetables. He sounded tired. Ask how the invoices go. "
    "Bram says that small favours are the only cold calls he makes.",
    names=("Bram Oosterwold",),
)
PROFILE = Evidence(
    label="P1",
    source_id="bram",
    kind=Kind.PERSON,
    text="Bram Oosterwold: Freelance data engineer. Cares about introductions, small firms, honest invoices.",
)


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("you lost 40 charts", "I lost 40 charts"),
        ("you and I fixed the page", "you and I fixed the page"),
        ("small favours are the only calls you make", "small favours are the only calls I make"),
        ("you will introduce me to Amara", "I will introduce you to Amara"),
        ("Amara told you that you should see my slides", "Amara told me that I should see your slides"),
        ("you're proud of your team", "I'm proud of my team"),
        ("I was late, and you were glad of it", "you were late, and I was glad of it"),
        ("the letter was for you", "the letter was for me"),
    ],
)
def test_what_is_said_to_a_person_becomes_what_they_say_of_themselves(told: str, said: str) -> None:
    assert in_first_person(told) == said


def test_facts_are_the_persons_own_and_leave_out_what_the_user_saw_or_meant_to_do() -> None:
    assert [fact.text for fact in own_facts([NOTE, PROFILE], "Bram Oosterwold")] == [
        "I have a new client, a ferry company with paper timetables.",
        "Small favours are the only cold calls I make.",
        "I care about introductions, small firms and honest invoices.",
    ]


def test_a_question_is_answered_by_the_fact_that_fits_and_never_twice() -> None:
    facts = own_facts([NOTE, PROFILE], "Bram Oosterwold")
    client = best_fact("Who is your new client?", facts, [], ["P1", "N1"])
    assert client is not None
    assert "ferry" in client.text
    assert best_fact("What do you care about?", facts, []) == facts[-1]
    again = best_fact("Who is your new client?", facts, [client.text])
    assert again != client
    assert best_fact("Do you play the cello?", facts, [], ["N1", "P1"]) is None


def test_only_what_is_asked_counts_and_not_what_is_told_before_it() -> None:
    assert best_fact("I hate invoices and favours. Do you sail?", own_facts([NOTE, PROFILE], "Bram"), []) is None


@pytest.mark.parametrize(
    ("heard", "begins"),
    [
        ("It was lovely to talk, I have to go now.", "It was good"),
        ("Shall we have coffee on Friday?", "Yes, let us"),
        ("Hello Bram!", "Hello!"),
        ("I lost a day to a broken clock.", "I see."),
        ("Do you sail?", NO_ANSWER[0]),
    ],
)
def test_a_plain_line_fits_what_was_heard(heard: str, begins: str) -> None:
    assert plain_line(heard, []).startswith(begins)


@pytest.mark.parametrize(("asked", "language"), [("Do you sail?", "en"), ("Segelst du?", "de")])
def test_a_plain_line_is_another_one_each_time(asked: str, language: str) -> None:
    said: list[str] = []
    for _ in range(5):
        said.append(plain_line(asked, said, language))
    assert len(set(said)) == 5
    assert set(said) < set(NO_ANSWER)
    assert {language_of(one) for one in said} == {language}


def test_a_fact_answers_plainly_by_two_words_or_by_one_and_the_subject() -> None:
    note = Evidence(
        label="N1", source_id="n", kind=Kind.NOTE, names=("Ines Duarte",),
        text="Ines lost 40 charts when an archive flooded.",
    )  # fmt: skip
    facts = own_facts([note], "Ines Duarte")
    plainly = [best_fact(asked, facts, [], least=PLAINLY_FITTING) for asked in (
        "How many charts did the flooded archive cost you?", "Do you collect charts?",
    )]  # fmt: skip
    assert [fact and fact.text for fact in plainly] == [facts[0].text, None]
    assert best_fact("Do you collect charts?", facts, []) == facts[0]


def test_german_notes_answer_a_german_question() -> None:
    note = Evidence(
        label="N1", source_id="n", kind=Kind.NOTE, names=("Wiebke Janssen",),
        text="Wiebke hat in Emden einen Mitternachtsraum eröffnet. Sie sucht alte Stühle.",
    )  # fmt: skip
    facts = own_facts([note], "Wiebke Janssen", "de")
    assert [fact.text for fact in facts] == [
        "Ich habe in Emden einen Mitternachtsraum eröffnet.",
        "Ich suche alte Stühle.",
    ]
    found = best_fact("Wie läuft der Mitternachtsraum?", facts, [], language="de")
    assert found is not None
    assert found.text == facts[0].text
    assert best_fact("Und was ist mit der Katze?", facts, [], language="de") is None


@pytest.mark.parametrize(
    ("heard", "answer"),
    [
        ("Hallo, guten Tag!", "Hallo! Schön, hier zu sein."),
        ("Ich muss leider los. Bis bald!", "Das war ein gutes Gespräch. Bis bald."),
        ("Ich schicke dir morgen die Liste.", "Ja, das machen wir. Ich freue mich darauf."),
        ("Wir haben im Mai ein Archiv aufgebaut.", "Verstehe. Wie ging das aus?"),
    ],
)
def test_plain_german_lines_answer_german(heard: str, answer: str) -> None:
    assert plain_line(heard, [], "de") == answer
