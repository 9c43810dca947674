"""Rehearsals on a real store and index, with a model that says what it is told to."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from types import SimpleNamespace

import pytest
from conftest import Opener
from langchain_core.language_models.fake_chat_models import FakeListChatModel

from coach.domain.grounding import CheckReport
from coach.domain.models import Commitment, Event, Note, Person, Rehearsal, Session, Story, TokenUse, Turn
from coach.drafting.stand_in import NO_ANSWER
from coach.errors import InputError, NotFoundError
from coach.facade import Coach
from coach.journeys.rehearse import SHOWN_TURNS, as_reported, check_line, evidence_of, may_stand, talk_so_far
from coach.llm.factory import handle_for
from coach.llm.handle import ModelHandle


def _says(*lines: str, sources: Sequence[str] = ()) -> FakeListChatModel:
    return FakeListChatModel(responses=[json.dumps({"sources": list(sources), "text": line}) for line in lines])


def _checked(coach: Coach, line: str, said: str = "") -> list[str]:
    begun = coach.rehearsals.begin(person="ines")
    if said:
        begun = coach.rehearsals.say(begun.id, said)
    return [one.verdict for one in check_line(line, ["Ines Duarte"], begun).sentences]


def test_a_stand_in_is_made_of_what_is_known_of_the_person_and_nothing_else(opened: Opener) -> None:
    coach = opened()
    coach.add(Story(id="told", title="From Noor", text="It was windy.", own=False, heard_from="noor"))
    labels = {one["source_id"]: one["label"] for one in coach.rehearsals.begin(person="ines").evidence}
    assert {"ines", "note-ines", "talk-1"} <= set(labels)
    assert not {"note-noor", "story-flood", "told"} & set(labels), "others' notes and your own stories are not hers"
    assert "told" in {one["source_id"] for one in coach.rehearsals.begin(person="noor").evidence}


def test_what_is_to_be_kept_to_oneself_is_no_stand_ins_to_tell(opened: Opener) -> None:
    coach = opened()
    secret, open_word = "Her father drowned there. Don't mention it.", "The kiln cracked on the first day."
    coach.add(Story(id="told", title="Noor's kiln", text=f"{open_word} {secret}", own=False, heard_from="noor"))
    coach.add(Note(id="potter", text=f"A potter from Fez. {open_word} {secret}", people=("noor",)))
    for begun in (coach.rehearsals.begin(person="noor"), coach.rehearsals.begin(who="a potter with a kiln")):
        held = " ".join(str(one["text"]) for one in begun.evidence)
        assert open_word in held
        assert "drowned" not in held
        assert "mention" not in held


def test_an_answer_is_kept_with_its_sources_and_its_check(opened: Opener) -> None:
    coach = opened(_says("My volunteers could not agree on place names.", sources=["N1"]))
    begun = coach.rehearsals.begin(person="ines", aim="hear of the charts")
    coach.rehearsals.say(begun.id, "How are the charts?")
    kept = coach.answer_rehearsal(begun.id)
    assert [(turn.by, turn.text) for turn in kept.turns] == [
        ("me", "How are the charts?"),
        ("them", "My volunteers could not agree on place names."),
    ]
    assert kept.turns[1].labels == ("N1",)
    assert kept.turns[1].check is not None
    with pytest.raises(InputError):
        coach.answer_rehearsal(begun.id)


def test_who_speaks_german_is_answered_in_german(opened: Opener) -> None:
    coach = opened(_says("In Helsinki arbeite ich mit 900 Kollegen.", "In Oslo habe ich 70 Boote."))
    begun = coach.rehearsals.begin(person="ines", aim="hear of the charts")
    assert coach.rehearsals._values(begun)["who"] == "Ines Duarte, archivist, Maritime Museum"
    asked = coach.rehearsals.say(begun.id, "Hallo Ines! Wie viele Kolleginnen hast du, und wo arbeitet ihr?")
    assert coach.rehearsals._values(asked)["who"].endswith("answer in German")
    kept = coach.answer_rehearsal(begun.id)
    assert kept.turns[1].text == "Darüber müsste ich erst nachdenken."
    assert coach.rehearsals.feedback(kept).unanswered == ("Wie viele Kolleginnen hast du, und wo arbeitet ihr?",)


def test_a_stand_in_does_not_say_the_users_words_again_or_its_own_name(opened: Opener) -> None:
    coach = opened()
    coach.add(Person(id="wiebke", name="Dr. Wiebke Janssen"))
    begun = coach.rehearsals.begin(person="wiebke")
    begun = coach.rehearsals.say(begun.id, "How is the night room?")
    for line in ("How is the night room?", "Wiebke looks after the room."):
        assert not may_stand(line, CheckReport(), ["Dr. Wiebke Janssen"], begun)
    assert may_stand("It is loud in the evening.", CheckReport(), ["Dr. Wiebke Janssen"], begun)


def test_a_small_models_words_that_cannot_be_checked_are_not_said(opened: Opener) -> None:
    coach = opened()
    begun = coach.rehearsals.begin(person="ines")
    begun = coach.rehearsals.say(begun.id, "Hallo Ines! Was machst du gerade so?")
    line = "Ich sortiere gerade nasse Papiere auf dem Boden."
    check = check_line(line, ["Ines Duarte"], begun)
    assert not check.graded
    assert may_stand(line, check, ["Ines Duarte"], begun)
    assert not may_stand(line, check, ["Ines Duarte"], begun, small=True)


def test_what_the_notes_do_not_hold_is_marked_and_what_you_said_yourself_is_not(opened: Opener) -> None:
    coach = opened()
    assert _checked(coach, "I moved to Helsinki with 900 colleagues.") == ["unsupported"]
    assert "unsupported" not in _checked(coach, "You keep 70 boxes in Bergen.", said="We keep 70 boxes in Bergen.")
    assert "unsupported" not in _checked(coach, "Good to see you. How was your week?")


@pytest.mark.parametrize(
    ("said", "answered"),
    [
        ("Hello!", "Hello!"),
        ("What could the volunteers not agree on?", "place names"),
        ("Why do you keep old charts?", NO_ANSWER[0]),
        ("Let's meet on Friday.", "Yes, let us do that."),
    ],
)
def test_without_a_model_the_stand_in_answers_by_rule(
    opened: Opener, no_model: ModelHandle, said: str, answered: str
) -> None:
    coach = opened(no_model)
    begun = coach.rehearsals.begin(person="ines")
    coach.read_ahead_rehearsal(begun.id)
    coach.rehearsals.say(begun.id, said)
    turn = coach.answer_rehearsal(begun.id).turns[-1]
    assert answered in turn.text
    assert turn.model == ""


def test_where_nobody_like_that_is_noted_nothing_is_shown_and_no_small_model_is_asked(opened: Opener) -> None:
    coach = opened(_small("I buy 900 sensors."))
    begun = coach.rehearsals.begin(who="a sceptical city procurement officer who hates startups")
    assert begun.evidence == ()
    coach.rehearsals.say(begun.id, "Hello, I build flood sensors. What do you look at first when a startup calls?")
    turn = coach.answer_rehearsal(begun.id).turns[-1]
    assert turn.text in NO_ANSWER
    assert turn.usage == TokenUse()
    alike = coach.rehearsals.begin(who="somebody who works as an archivist")
    assert {one["source_id"] for one in alike.evidence} >= {"ines"}


PROMISED = [
    Person(id="tomas", name="Tomáš Novák"),
    Note(
        id="intro", text="tomas said he'd intro me to the water dept in Brno. ask him about the swap", people=("tomas",)
    ),
    Note(id="never", text="Tomáš says never batch readings: you lose the flood peak.", people=("tomas",)),
    Commitment(id="owes", person="tomas", by="them", what="intro to Brno water dept"),
    Commitment(id="owed", person="tomas", by="me", what="send Tomáš the restore checklist"),
]


@pytest.mark.parametrize(
    ("said", "answered"),
    [
        ("Can you introduce me to the water department?", "water dept"),
        ("Hi Tomáš, could you make an introduction to the water dept?", "water dept"),
        ("Should I batch the readings?", "Never batch readings: you lose the flood peak."),
        ("Did I send you the restore checklist?", "You promised to send me the restore checklist."),
        ("Could you introduce me to a bank manager?", NO_ANSWER[0]),
    ],
)
def test_promises_and_what_is_noted_in_haste_are_answered_from(
    opened: Opener, no_model: ModelHandle, said: str, answered: str
) -> None:
    coach = opened(no_model, items=PROMISED)
    begun = coach.rehearsals.begin(person="tomas")
    coach.rehearsals.say(begun.id, said)
    assert answered in coach.answer_rehearsal(begun.id).turns[-1].text


@pytest.mark.parametrize(
    "said",
    [
        "Hallo Sabine, was sucht ihr gerade für den Stadtrat?",
        "Guten Tag Frau Krüger, wen suchen Sie für den Stadtrat?",
        "Was suchst du gerade?",
    ],
)
def test_a_german_verb_answers_in_any_person(opened: Opener, no_model: ModelHandle, said: str) -> None:
    note = Note(text="Sabine sucht jemanden, der Hochwasserdaten für den Stadtrat aufbereitet.", people=("sabine",))
    coach = opened(no_model, items=[Person(id="sabine", name="Sabine Krüger"), note])
    begun = coach.rehearsals.begin(person="sabine")
    coach.rehearsals.say(begun.id, said)
    turn = coach.answer_rehearsal(begun.id).turns[-1]
    assert turn.text == "Ich suche jemanden, der Hochwasserdaten für den Stadtrat aufbereitet."


def test_a_stock_line_is_nothing_that_could_have_been_taken_up(opened: Opener) -> None:
    coach = opened()
    begun = coach.rehearsals.begin(person="ines")
    turns = (
        Turn(by="me", text="Do you sail?"),
        Turn(by="them", text=NO_ANSWER[1]),
        Turn(by="me", text="We lost 40 charts on Monday."),
        Turn(by="them", text="Yes, let us do that. I look forward to it."),
        Turn(by="me", text="We bake bread."),
        Turn(by="them", text="I lost 40 charts too."),
        Turn(by="me", text="My boat is red."),
    )
    feedback = coach.rehearsals.feedback(begun.model_copy(update={"turns": turns}))
    assert feedback.figures.replies == 1
    assert {one.heard for one in feedback.advice} <= {"", "I lost 40 charts too."}
    short = coach.rehearsals.feedback(begun.model_copy(update={"turns": turns[:3]}))
    assert not {one.about for one in short.advice} & {"listening", "follow_ups"}


def test_a_long_turn_is_kept_whole(opened: Opener, no_model: ModelHandle) -> None:
    coach = opened(no_model)
    begun = coach.rehearsals.begin(person="ines")
    long = "We build sensors that float. " * 150
    coach.rehearsals.say(begun.id, long)
    assert coach.answer_rehearsal(begun.id).turns[0].text == long.strip()


def test_a_kind_of_person_is_made_of_notes_on_people_like_that(opened: Opener) -> None:
    begun = opened().rehearsals.begin(who="somebody who keeps old charts")
    assert "note-ines" in {one["source_id"] for one in begun.evidence}


def test_nobody_a_blank_line_and_an_ended_rehearsal_are_refused(opened: Opener) -> None:
    rehearsals = opened().rehearsals
    begun = rehearsals.begin(person="ines")
    with pytest.raises(InputError):
        rehearsals.begin()
    with pytest.raises(NotFoundError):
        rehearsals.begin(person="gone")
    with pytest.raises(InputError):
        rehearsals.say(begun.id, " ")
    rehearsals.end(begun.id)
    with pytest.raises(InputError):
        rehearsals.say(begun.id, "Hello?")


def test_progress_counts_ended_rehearsals_in_which_something_was_said(opened: Opener) -> None:
    coach = opened()
    said, silent = (coach.rehearsals.begin(person="ines") for _ in range(2))
    coach.rehearsals.say(said.id, "How are you?")
    for one in (said, silent):
        coach.rehearsals.end(one.id)
    assert [(one.id, figures.questions) for one, figures in coach.rehearsals.progress()] == [(said.id, 1)]


def test_forgetting_the_person_takes_the_rehearsal_with_them_along(opened: Opener) -> None:
    coach = opened()
    begun = coach.rehearsals.begin(person="ines")
    coach.rehearsals.say(begun.id, "Hello Ines!")
    coach.forget_person("ines")
    assert begun.id not in {one.id for one in coach.store.rehearsals()}


def test_a_line_is_reported_of_the_person_before_it_is_checked() -> None:
    assert as_reported("I'm proud of my team, and you told me of yours.", "Ines Duarte") == (
        "Ines is proud of Ines's team, and I told Ines of mine."
    )


def test_the_prompt_shows_the_newest_turns_and_lets_older_ones_go_in_blocks() -> None:
    turns = [Turn(by="me" if number % 2 == 0 else "them", text=f"line {number}") for number in range(SHOWN_TURNS + 9)]
    starts = [talk_so_far(turns[: SHOWN_TURNS + more]).splitlines()[0] for more in (0, 1, 8, 9)]
    assert starts == ["User: line 0", "User: line 8", "User: line 8", "User: line 16"]


def test_what_was_said_before_is_not_said_again(opened: Opener) -> None:
    coach = opened(_says("My volunteers could not agree on place names."))
    begun = coach.rehearsals.begin(person="ines")
    for line in ("How are the charts?", "We could not agree either, in our town.", "Shall we talk on Friday?"):
        coach.rehearsals.say(begun.id, line)
        said = coach.answer_rehearsal(begun.id).turns
    assert [turn.text for turn in said if turn.by == "them"] == [
        "My volunteers could not agree on place names.",
        "I see. How did that go?",
        "Yes, let us do that. I look forward to it.",
    ]


def test_a_line_in_doubt_gives_way_to_the_record_in_the_first_person(opened: Opener) -> None:
    coach = opened(_says("I moved to Helsinki with 900 colleagues.", sources=["N1"]))
    begun = coach.rehearsals.begin(person="ines")
    coach.rehearsals.say(begun.id, "What do the volunteers quarrel about?")
    turn = coach.answer_rehearsal(begun.id).turns[-1]
    assert turn.text == "Volunteers could not agree on place names for 40 charts."
    assert turn.labels


def test_a_question_that_the_notes_do_not_answer_is_kept_for_the_real_conversation(opened: Opener) -> None:
    coach = opened(_says("I moved to Helsinki with 900 colleagues."))
    begun = coach.rehearsals.begin(person="ines")
    coach.rehearsals.say(begun.id, "Good. Do you play the cello?")
    ended = coach.answer_rehearsal(begun.id)
    assert ended.turns[-1].text in NO_ANSWER
    assert coach.rehearsals.feedback(ended).unanswered == ("Do you play the cello?",)


# ------------------------------------------------------------------ beside a small model
def _small(*lines: str) -> ModelHandle:
    return replace(handle_for(_says(*lines)), kind="embedded")


def _talked(coach: Coach, *lines: str, person: str = "ines") -> list[Turn]:
    begun = coach.rehearsals.begin(person=person)
    for line in lines:
        coach.rehearsals.say(begun.id, line)
        coach.answer_rehearsal(begun.id)
    return [turn for turn in coach.store.get(Rehearsal, begun.id).turns if turn.by == "them"]


@pytest.mark.parametrize(
    ("heard", "said"),
    [
        ("Hi Ines, good to see you again.", "Hello! Good to see you here."),
        ("Shall we sit together on Friday?", "Yes, let us do that. I look forward to it."),
        ("I'll send you the map symbols.", "That is kind of you. Thank you."),
        ("Lovely talking to you, see you tomorrow.", "It was good to talk to you. See you soon."),
        ("Schön, Sie wiederzusehen!", "Hallo! Schön, hier zu sein."),
        ("Why do you keep old charts?", NO_ANSWER[0]),
    ],
)
def test_what_a_rule_answers_better_is_not_asked_of_a_small_model(opened: Opener, heard: str, said: str) -> None:
    [turn] = _talked(opened(_small("I moved to Helsinki.")), heard)
    assert (turn.text, turn.usage.completion if turn.usage else 0) == (said, 0)
    assert turn.check is not None
    assert turn.check["sentences"] == [], "what claims nothing is not graded"


@pytest.mark.parametrize(
    ("line", "stands"),
    [
        ("My volunteers could not agree on the charts.", True),
        ("My volunteers eat breakfast with their charts.", False),
        ("I could not agree on place names.", False),
    ],
)
def test_a_small_model_answers_in_the_words_of_the_notes_and_of_what_was_asked(
    opened: Opener, line: str, stands: bool
) -> None:
    coach = opened()
    begun = coach.rehearsals.begin(person="ines")
    asked = coach.rehearsals.say(begun.id, "How did the volunteers quarrel?")
    assert may_stand(line, CheckReport(), ["Ines Duarte"], asked)
    assert may_stand(line, CheckReport(), ["Ines Duarte"], asked, small=True) is stands


def test_the_fitting_fact_is_looked_for_once(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    coach = opened(_small("-"))
    written = SimpleNamespace(usage=TokenUse(), data={"text": "I moved to Helsinki with 900 colleagues."})
    monkeypatch.setattr("coach.journeys.rehearse.write", lambda *_, **__: written)
    searched: list[str] = []
    recall = coach.rehearsals._keeper.recall
    begun = coach.rehearsals.begin(person="ines")
    monkeypatch.setattr(
        coach.rehearsals._keeper, "recall", lambda query, *rest: searched.append(query) or recall(query, *rest)
    )
    coach.rehearsals.say(begun.id, "Do you play the cello?")
    coach.answer_rehearsal(begun.id)
    assert searched == ["Do you play the cello?"]


def test_a_fact_of_the_record_is_held_up_by_its_note(opened: Opener) -> None:
    coach = opened(_small("I moved to Helsinki."))
    coach.add(Note(id="ferry", text="Noor runs the ferry to Silba. It holds 16 chairs.", people=("noor",)))
    [turn] = _talked(coach, "How many chairs does the ferry hold?", person="noor")
    assert turn.text == "It holds 16 chairs."
    assert turn.check is not None
    assert [(one["verdict"], one["labels"]) for one in turn.check["sentences"]] == [("supported", list(turn.labels))]


def test_a_talk_given_with_others_names_them_and_one_of_ones_own_comes_first(opened: Opener) -> None:
    coach = opened()
    shared = Session(id="panel", title="Open table", speakers=("noor", "ines"), abstract="We talk.")
    coach.add(Event(id="more", name="More", programme=(shared,)))
    talks = [one for person in ("noor", "ines") for one in evidence_of(coach.rehearsals.begin(person=person))]
    told = [(one.source_id, len(one.names)) for one in talks if one.kind.value == "session"]
    assert told == [("panel", 2), ("talk-1", 1)]


@pytest.mark.parametrize(
    ("heard", "greeted"),
    [
        ("Hi!", "Hallo"),
        ("Guten Abend, Wiebke!", "Hallo"),
        ("Hello!", "Hello!"),
        ("Moin!", "Hallo"),
        ("Guten Morgen! Wer spricht im Raum?", "Darüber"),
    ],
)
def test_a_greeting_tells_the_language_and_one_of_either_leaves_it_to_the_notes(
    opened: Opener, heard: str, greeted: str
) -> None:
    coach = opened(_small("I moved to Helsinki."))
    coach.add(Person(id="wiebke", name="Wiebke Janssen", about="Sie hat in Emden einen Chor gegründet."))
    [turn] = _talked(coach, heard, person="wiebke")
    assert turn.text.startswith(greeted)
