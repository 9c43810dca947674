"""Follow up: a message with its doubts, to be edited, sent and dated."""

from __future__ import annotations

import threading
from datetime import date

from conftest import Open
from screen import finish, press, words
from stand_in import StandIn
from streamlit.testing.v1 import AppTest

from coach.domain.models import Draft, Kind, Note, Person, TokenUse
from coach.facade import Coach
from coach.ui import keys, reading, workspace
from coach.ui.strings import t


def _written(coach: Coach, open_page: Open) -> tuple[AppTest, Draft]:
    app = press(open_page("follow_up"), "", key="follow-go")
    person = app.session_state[keys.PERSON]
    finish(app, "follow_up", person)
    assert not app.exception
    return app, coach.store.drafts(purpose="follow_up", person=person)[0]


DOUBTFUL = "I heard of the 4000 colleagues at Zanzibar Corp."


def _doubtful(coach: Coach, open_page: Open) -> tuple[AppTest, Draft]:
    """A message into which its user wrote what no note holds."""
    _, draft = _written(coach, open_page)
    head, rest = draft.current.text.split("\n\n", 1)
    draft = coach.edit_draft(draft.id, f"{head}\n\n{DOUBTFUL} {rest}", subject=draft.current.subject)
    return open_page("follow_up", **{keys.PERSON: draft.person, keys.DRAFT: draft.id}), draft


def test_whoever_is_due_first_comes_first(coach: Coach, open_page: Open) -> None:
    due = coach.agenda().of("follow_up", "promise_mine", "draft")[0]
    assert open_page("follow_up").selectbox[0].value == due.person_id


def test_a_message_is_written_and_what_no_note_holds_is_marked(
    coach: Coach, open_page: Open, stand_in: StandIn
) -> None:
    stand_in.lies = True
    app, draft = _doubtful(coach, open_page)
    shown = words(app)
    assert draft.current.text.startswith("Hi Haneul,")
    assert '<mark class="doubt' in shown
    assert "Zanzibar" in shown
    assert draft.current.evidence[0]["text"][:30] in shown
    assert 'class="claim" tabindex="0"' in shown


def _unnamed(coach: Coach) -> None:
    coach.configure(coach.settings.model_copy(update={"user_name": ""}))


def test_a_message_that_ends_without_a_name_says_so_and_leads_to_where_it_is_given(
    coach: Coach, open_page: Open
) -> None:
    _unnamed(coach)
    app, draft = _written(coach, open_page)
    assert draft.channel == "email"
    assert "ends without your name" in words(app)
    app = press(app, "Give your name in the settings")
    assert any(one.label == "Your name" for one in app.text_input)
    coach.edit_draft(draft.id, f"{draft.current.text}\nRobin", subject=draft.current.subject)
    shown = words(open_page("follow_up", **{keys.PERSON: draft.person, keys.DRAFT: draft.id}))
    assert "ends without your name" not in shown


def test_a_signed_message_and_a_short_one_say_nothing_of_names(coach: Coach, open_page: Open) -> None:
    app, draft = _written(coach, open_page)
    assert "ends without your name" not in words(app)
    _unnamed(coach)
    coach.store.save([draft.model_copy(update={"channel": "text"})])
    shown = words(open_page("follow_up", **{keys.PERSON: draft.person, keys.DRAFT: draft.id}))
    assert "ends without your name" not in shown


def test_a_first_version_without_a_model_is_not_called_a_change(coach: Coach, open_page: Open) -> None:
    _, draft = _written(coach, open_page)
    first = draft.current.model_copy(update={"origin": "rule", "model": ""})
    second = first.model_copy(update={"number": 2, "text": f"{first.text} "})
    for versions, said in (((first,), "put together from your notes"), ((first, second), "changed without a language")):
        coach.store.save([draft.model_copy(update={"versions": versions})])
        shown = words(open_page("follow_up", **{keys.PERSON: draft.person, keys.DRAFT: draft.id}))
        assert said in shown
        assert "by rule" not in shown


def test_while_a_message_is_written_the_page_says_how_long_the_last_ones_took(coach: Coach, open_page: Open) -> None:
    _, draft = _written(coach, open_page)
    told = [
        draft.model_copy(
            update={
                "id": f"took-{number}",
                "versions": (draft.current.model_copy(update={"usage": TokenUse(seconds=seconds)}),),
            }
        )
        for number, seconds in enumerate((12.0, 43.0, 400.0))
    ]
    coach.store.delete(Kind.DRAFT, draft.id)
    assert reading.messages_took(coach) is None
    coach.store.save(told)
    assert reading.messages_took(coach) == 43.0
    release = threading.Event()
    workspace.jobs().start(("follow_up", str(draft.person)), lambda listen, stop: release.wait(30) and told[0])
    app = open_page("follow_up", **{keys.PERSON: draft.person})
    release.set()
    assert any(one.value == "Your last messages took 43 s each." for one in app.caption)


def _decide(app: AppTest, label: str) -> AppTest:
    """Press that button at every claim that waits, until none does."""
    for _ in range(12):
        if not any(button.label == label for button in app.button):
            return app
        press(app, label)
    raise AssertionError("claims still wait")


def test_nothing_gets_out_before_every_claim_is_decided_and_a_decision_survives_a_reload(
    coach: Coach, open_page: Open, stand_in: StandIn
) -> None:
    stand_in.lies = True
    app, draft = _doubtful(coach, open_page)
    waiting = [one.label for one in app.button if one.disabled]
    assert {"Copy", "Open in mail", "I sent it"} <= set(waiting)
    assert not app.get("link_button")
    _decide(app, "This is true, I know it")
    assert not any(one.disabled for one in app.button)
    assert app.get("link_button")
    again = open_page("follow_up", **{keys.PERSON: draft.person, keys.DRAFT: draft.id})
    assert "Robin Vale vouched for it" in words(again)
    assert again.get("link_button")
    press(again, "Take back")
    assert not again.get("link_button")


def test_what_the_check_could_not_judge_is_not_called_backed(coach: Coach, open_page: Open) -> None:
    _, draft = _written(coach, open_page)
    text = "Hallo Haneul,\n\ndie Ernte im Weinberg meiner Tante verschob sich wegen Hagel abermals.\n\nLiebe Grüße"
    draft = coach.edit_draft(draft.id, text, subject=draft.current.subject)
    shown = words(open_page("follow_up", **{keys.PERSON: draft.person, keys.DRAFT: draft.id}))
    assert "The check reads this language only in part." in shown
    assert "Every claim in it is backed by your notes." not in shown
    assert "Could not be checked." in shown


def test_a_claim_can_be_left_out_and_that_undone(coach: Coach, open_page: Open) -> None:
    app, draft = _doubtful(coach, open_page)
    app = press(app, "Leave it out")
    assert "Zanzibar" not in coach.store.get(Draft, draft.id).current.text
    press(app, "Undo")
    assert coach.store.get(Draft, draft.id).current.text == draft.current.text


def test_a_repair_that_is_no_better_is_refused_and_the_page_stays_usable(
    coach: Coach, open_page: Open, stand_in: StandIn
) -> None:
    app, draft = _doubtful(coach, open_page)
    stand_in.lies = True
    press(app, "Mend it")
    finish(app, "follow_up", str(draft.person))
    assert not app.exception
    assert "not backed by your notes either" in words(app)
    assert coach.store.get(Draft, draft.id).versions == draft.versions
    assert any(button.label == "Leave it out" for button in app.button)


def test_a_wish_is_kept_and_becomes_a_version(coach: Coach, open_page: Open) -> None:
    app, draft = _written(coach, open_page)
    press(app, "More formal")
    finish(app, "follow_up", str(draft.person))
    kept = coach.store.get(Draft, draft.id)
    assert kept.current.text.startswith("Dear Haneul")
    assert [(wish.text, wish.version) for wish in kept.wishes] == [("More formal", 2)]
    assert "you asked: More formal" in words(app)


def test_a_wish_that_cannot_be_met_says_so_and_its_words_stay(coach: Coach, open_page: Open) -> None:
    app, draft = _written(coach, open_page)
    next(one for one in app.text_input if one.label == "What should be different?").set_value("leave out the zebra")
    press(app, "Change it")
    finish(app, "follow_up", str(draft.person))
    assert "No sentence speaks of" in words(app)
    field = next(one for one in app.text_input if one.label == "What should be different?")
    assert field.value == "leave out the zebra"


def test_the_language_is_chosen_here_or_is_that_of_the_notes(coach: Coach, open_page: Open) -> None:
    app = open_page("follow_up")
    choice = next(one for one in app.selectbox if one.label == "Language")
    assert choice.options[0] == "As with them (English)"
    choice.set_value("de")
    press(app, "", key="follow-go")
    finish(app, "follow_up", app.session_state[keys.PERSON])
    assert coach.store.drafts(purpose="follow_up")[0].current.text.startswith("Hallo Haneul,")


def test_an_edit_becomes_a_new_version_and_the_first_one_stays(coach: Coach, open_page: Open) -> None:
    app, draft = _written(coach, open_page)
    next(one for one in app.text_area if one.label == "Make it yours").set_value("Short and mine.")
    press(app, "Save my wording")
    kept = coach.store.get(Draft, draft.id)
    assert [version.origin for version in kept.versions] == ["model", "user"]
    assert kept.current.text == "Short and mine."
    assert "All 2 versions" in [one.label for one in app.expander]


def test_marking_as_sent_records_the_next_date(coach: Coach, open_page: Open) -> None:
    app, draft = _written(coach, open_page)
    _decide(app, "This is true, I know it")
    app.date_input[0].set_value(date(2031, 5, 6))
    press(app, "I sent it")
    assert coach.store.get(Draft, draft.id).status == "sent"
    assert coach.store.get(Person, str(draft.person)).follow_up_on == date(2031, 5, 6)


def test_a_mail_link_carries_address_subject_and_text(coach: Coach, open_page: Open) -> None:
    app, _ = _written(coach, open_page)
    _decide(app, "This is true, I know it")
    link = next(one.proto for one in app.get("link_button"))
    assert link.url.startswith("mailto:")
    assert "Hi%20Haneul" in link.url


def test_a_failing_model_is_a_calm_message_and_the_page_stays_usable(
    coach: Coach, open_page: Open, stand_in: StandIn
) -> None:
    stand_in.fails = 401
    app = press(open_page("follow_up"), "", key="follow-go")
    finish(app, "follow_up", app.session_state[keys.PERSON])
    assert not app.exception
    assert 'class="trouble"' in words(app)
    assert any(button.key == "follow-go" for button in app.button)


def test_what_a_failing_model_left_unwritten_can_be_gone_on_with_or_let_go(
    coach: Coach, open_page: Open, stand_in: StandIn
) -> None:
    person = coach.agenda().of("follow_up", "promise_mine", "draft")[0].person_id
    kept = [
        Draft(id=id, purpose="follow_up", person=person, channel="email", intent=f"ask about {id}", unfinished="I re")
        for id in ("kites", "tea")
    ]
    coach.store.save(kept)
    app = open_page("follow_up", **{keys.PERSON: person})
    assert "ask about kites" in words(app)
    assert "I re" in words(app)
    app = press(app, "", key="unwritten-drop-tea")
    assert "ask about tea" not in words(app)
    app = press(app, "", key="unwritten-go-kites")
    finish(app, "follow_up", person)
    assert not app.exception
    assert coach.store.get(Draft, "kites").current.text.startswith("Hi Haneul,")
    assert not [one for one in coach.store.drafts(purpose="follow_up", person=person) if not one.versions]


def test_with_nobody_to_write_to_the_page_says_what_to_do(empty_coach: Coach, open_page: Open) -> None:
    assert "Nobody to write to yet" in words(open_page("follow_up"))


def test_a_new_user_is_asked_once_for_the_name_to_sign_with(coach: Coach, open_page: Open) -> None:
    coach.configure(coach.settings.model_copy(update={"user_name": ""}))
    app = open_page("follow_up")
    [name] = [one for one in app.text_input if one.label == "Your name"]
    name.set_value("Robin Vale").run()
    press(app, "", key="follow-go")
    finish(app, "follow_up", app.session_state[keys.PERSON])
    assert coach.settings.user_name == "Robin Vale"
    assert coach.store.drafts(purpose="follow_up")[0].current.text.endswith("Robin Vale")
    assert not [one for one in open_page("follow_up").text_input if one.label == "Your name"]


def test_what_the_notes_ask_to_keep_back_is_shown_to_its_writer_and_in_no_draft(coach: Coach, open_page: Open) -> None:
    due = coach.agenda().of("follow_up", "promise_mine", "draft")[0]
    coach.add(Note(text="Haneul is leaving the zeppelin team in May, hush hush.", people=(str(due.person_id),)))
    app = open_page("follow_up", **{keys.PERSON: due.person_id})
    assert "no draft uses it: “Haneul is leaving the zeppelin team in May, hush hush.”" in words(app)
    finish(press(app, "", key="follow-go"), "follow_up", due.person_id)
    version = coach.store.drafts(purpose="follow_up", person=due.person_id)[0].current
    assert "zeppelin" not in f"{version.text} {version.evidence}"


def test_a_hint_shows_no_line_of_somebody_elses_and_is_quoted_as_the_language_quotes(
    coach: Coach, open_page: Open
) -> None:
    text = "- lotte: sails\n- old pierre: sells his vat. told me in confidence his son doesnt want the dairy"
    people = [Person(id="lotte", name="Lotte"), Person(id="pierre", name="Pierre")]
    coach.store.save([*people, Note(text=text, people=("lotte", "pierre"))])
    assert "in confidence" not in words(open_page("follow_up", **{keys.PERSON: "lotte"}))
    assert "“told me in confidence his son doesnt want the dairy”" in words(
        open_page("follow_up", **{keys.PERSON: "pierre"})
    )
    coach.configure(coach.settings.model_copy(update={"app_language": "de"}))
    try:
        shown = words(open_page("follow_up", **{keys.PERSON: "pierre"}))
    finally:
        t.use("en")
    assert "„told me in confidence his son doesnt want the dairy“" in shown
