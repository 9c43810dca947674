"""Rehearsal: a stand-in made of the notes, turn by turn, then figures and two things to try."""

from __future__ import annotations

from conftest import Open
from screen import finish, press, words
from stand_in import StandIn
from streamlit.testing.v1 import AppTest

from coach.domain.models import Person, Rehearsal, Turn
from coach.drafting.stand_in import NO_ANSWER
from coach.facade import Coach
from coach.journeys.rehearse import check_line

OPEN = "open.rehearsal"


def _say(app: AppTest, coach: Coach, rehearsal_id: str, text: str) -> AppTest:
    app.chat_input[0].set_value(text).run()
    return finish(app, "rehearse", rehearsal_id)


def _begun(coach: Coach, *turns: Turn) -> Rehearsal:
    begun = coach.rehearsals.begin(person="sample-haneul", aim="hear about the fake clock")
    coach.store.save([begun.model_copy(update={"turns": turns})])
    return begun


def test_a_rehearsal_begins_with_somebody_and_says_that_it_is_practice(coach: Coach, open_page: Open) -> None:
    app = open_page("rehearse")
    next(one for one in app.selectbox if one.label == "With whom?").set_value("sample-haneul").run()
    press(app, "Begin")
    assert "This is practice: Haneul Brandt’s words are made up from what your notes hold." in words(app)
    assert [one.person for one in coach.store.rehearsals()] == ["sample-haneul"]


def test_what_you_say_is_answered_checked_and_kept(coach: Coach, open_page: Open) -> None:
    begun = _begun(coach)
    app = _say(open_page("rehearse", **{OPEN: begun.id}), coach, begun.id, "How is your talk coming along?")
    turns = coach.store.get(Rehearsal, begun.id).turns
    assert [turn.by for turn in turns] == ["me", "them"]
    assert turns[1].check is not None
    assert "How is your talk coming along?" in words(app)
    assert "Haneul Brandt (stand-in)" in words(app)
    assert not app.exception


def test_a_turn_may_be_of_any_length(coach: Coach, open_page: Open) -> None:
    begun = _begun(coach)
    app = open_page("rehearse", **{OPEN: begun.id})
    assert app.chat_input[0].proto.max_chars == 0, "a longer one would vanish without a word"


def test_a_type_of_whom_nothing_is_noted_is_said_to_be_one(coach: Coach, open_page: Open) -> None:
    begun = coach.rehearsals.begin(who="a sceptical procurement officer")
    shown = words(open_page("rehearse", **{OPEN: begun.id}))
    assert "Your notes hold nobody like that: “a sceptical procurement officer”." in shown
    assert "What it is made of" not in shown
    assert shown.index("Anything else is made up, and marked.") < shown.index("To hear more, choose a person")


def test_somebody_of_whom_nothing_is_noted_is_said_to_be_one_before_and_after(coach: Coach, open_page: Open) -> None:
    coach.add_many([Person(id="li", name="Li Wei"), Person(id="bo", name="Bo Lund", role="baker")])
    begun = {one: coach.rehearsals.begin(person=one) for one in ("li", "bo")}
    shown = words(open_page("rehearse", **{OPEN: begun["li"].id}))
    assert "This is practice: your notes hold nothing on Li Wei." in shown
    assert "no more on Bo Lund than the profile" in words(open_page("rehearse", **{OPEN: begun["bo"].id}))
    stock = Turn(by="them", text="Yes, let us do that. I look forward to it.")
    turns = (Turn(by="me", text="Shall we meet?"), stock, Turn(by="me", text="I sail."))
    coach.store.save([begun["li"].model_copy(update={"turns": turns, "status": "ended"})])
    shown = words(open_page("rehearse", **{OPEN: begun["li"].id}))
    assert "anybody might have said what you heard" in shown
    assert "They had said" not in shown
    assert "not counted: nothing of theirs to go on" in shown


def test_what_no_note_holds_is_not_said(coach: Coach, open_page: Open, stand_in: StandIn) -> None:
    stand_in.lies = True
    begun = _begun(coach)
    app = _say(open_page("rehearse", **{OPEN: begun.id}), coach, begun.id, "What is new?")
    assert "Haneul Brandt (stand-in)" in words(app)
    assert "mark class" not in words(app)


def test_a_doubtful_line_of_an_older_rehearsal_is_marked(coach: Coach, open_page: Open) -> None:
    line = "I moved to Helsinki with 900 colleagues."
    begun = _begun(coach)
    check = check_line(line, ["Haneul Brandt"], begun).model_dump(mode="json")
    turns = (Turn(by="me", text="What is new?"), Turn(by="them", text=line, check=check))
    coach.store.save([begun.model_copy(update={"turns": turns})])
    assert "mark class" in words(open_page("rehearse", **{OPEN: begun.id}))


def test_questions_without_an_answer_are_listed_for_the_real_conversation(coach: Coach, open_page: Open) -> None:
    begun = _begun(coach, Turn(by="me", text="Do you play the cello?"), Turn(by="them", text=NO_ANSWER[0]))
    coach.rehearsals.end(begun.id)
    shown = words(open_page("rehearse", **{OPEN: begun.id}))
    assert "Ask these for real" in shown
    assert "<li>Do you play the cello?</li>" in shown


def test_a_model_that_fails_loses_nothing_and_can_be_asked_again(
    coach: Coach, open_page: Open, stand_in: StandIn
) -> None:
    stand_in.fails = 500
    begun = _begun(coach)
    app = _say(open_page("rehearse", **{OPEN: begun.id}), coach, begun.id, "Hello there!")
    assert [turn.text for turn in coach.store.get(Rehearsal, begun.id).turns] == ["Hello there!"]
    assert 'class="trouble"' in words(app)
    stand_in.fails = 0
    finish(press(app, "Let them answer"), "rehearse", begun.id)
    assert len(coach.store.get(Rehearsal, begun.id).turns) == 2


def test_nobody_chosen_is_a_calm_message(coach: Coach, open_page: Open) -> None:
    app = press(open_page("rehearse"), "Begin")
    assert "Nobody is chosen to talk to." in words(app)
    assert coach.store.rehearsals() == []


def test_the_end_shows_figures_and_two_things_to_try_with_your_own_lines(coach: Coach, open_page: Open) -> None:
    begun = _begun(
        coach,
        Turn(by="me", text="Hello."),
        Turn(by="them", text="The fake clock found three bugs."),
        Turn(by="me", text="I work on maps and I like it."),
    )
    app = press(open_page("rehearse", **{OPEN: begun.id}), "End and see how it went")
    shown = words(app)
    assert "0 in 1 replies" in shown
    assert "You said: “I work on maps and I like it.”" in shown
    assert shown.count('class="prose"') == 0
    assert coach.store.get(Rehearsal, begun.id).status == "ended"
    press(app, "Try it again")
    assert len(coach.store.rehearsals()) == 2


def test_an_open_rehearsal_is_found_again_and_ended_ones_are_charted_with_a_table(
    coach: Coach, open_page: Open
) -> None:
    for text in ("Why?", "I see. Why that?"):
        ended = _begun(coach, Turn(by="me", text="Hi."), Turn(by="them", text="It broke."), Turn(by="me", text=text))
        coach.rehearsals.end(ended.id)
    kept = _begun(coach, Turn(by="me", text="Hello you!"))
    app = open_page("rehearse")
    assert "1 in 1 replies" in words(app)
    assert not app.exception
    labels = {one.key: one.label for one in app.button}
    assert labels[f"go-on-{kept.id}"] == "Go on :gray[Haneul Brandt\\: Hello you\\!]"
    assert labels[f"delete-{kept.id}"] == "Delete :gray[Haneul Brandt\\: Hello you\\!]"
    app = press(app, "Go on", key=f"go-on-{kept.id}")
    assert "Hello you!" in words(app)


def test_a_rehearsal_that_is_gone_is_a_calm_message(coach: Coach, open_page: Open) -> None:
    app = open_page("rehearse", **{OPEN: "gone"})
    assert [one.value for one in app.toast] == ["What was open here is no longer kept."]
