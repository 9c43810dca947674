from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

from coach.domain.models import Commitment, Draft, Event, Goal, Note, Person, Story
from coach.errors import ModelTimeoutError

Run = Callable[..., Result]


def asked(coach: Any, what: str) -> dict[str, Any]:
    found = [how for name, how in coach.asked if name == what]
    assert found, f"{what} was not asked for; only {[name for name, _ in coach.asked]}"
    return found[-1]


# ------------------------------------------------------------------------------------------------- add
def test_a_note_names_known_people_by_id_and_others_as_typed(run: Run, coach: Any) -> None:
    done = run("add", "note", "She likes fake clocks.", "--person", "haneul brandt", "--person", "Pavel")
    note = asked(coach, "add")["item"]
    assert done.exit_code == 0
    assert isinstance(note, Note)
    assert note.people == ("sample-haneul", "Pavel")
    assert f"id {note.id}" in done.stdout


@pytest.mark.parametrize("typed", ["Haneul", "hane", "HANEUL BRANDT", "sample-haneul"])
def test_a_note_finds_its_person_by_a_beginning_too(run: Run, coach: Any, typed: str) -> None:
    done = run("add", "note", "She likes fake clocks.", "--person", typed)
    assert done.exit_code == 0
    assert asked(coach, "add")["item"].people == ("sample-haneul",)
    assert "It names Haneul Brandt." in done.stdout


@pytest.mark.parametrize("typed", ["Hanuel Brandt", "Haneul Brand t", "Brandt", "Hanuel", "Brant"])
def test_a_name_that_only_looks_like_a_kept_one_is_refused(run: Run, coach: Any, typed: str) -> None:
    done = run("add", "note", "She likes fake clocks.", "--person", typed)
    assert done.exit_code == 2
    assert "there is 'Haneul Brandt'" in done.output
    assert not [one for one in coach.asked if one[0] == "add"]


def test_a_name_that_fits_several_is_refused(run: Run, coach: Any) -> None:
    coach.add(Person(id="other", name="Haneul Kim"))
    done = run("add", "note", "Which one?", "--person", "Haneul")
    assert done.exit_code == 2
    assert "'Haneul Brandt', 'Haneul Kim'" in done.output


@pytest.mark.parametrize("typed", ["Mark", "Ana"])
def test_a_short_name_is_not_taken_for_a_slip_of_another(run: Run, coach: Any, typed: str) -> None:
    coach.add(Person(id="other", name="Mary Lund"))
    assert run("add", "note", "Somebody else.", "--person", typed).exit_code == 0
    assert asked(coach, "add")["item"].people == (typed,)


def test_a_name_of_nobody_is_kept_as_it_is_and_said(run: Run, coach: Any) -> None:
    done = run("add", "event", "Dinner", "--attendee", "Ottilie Kranz")
    assert asked(coach, "add")["item"].attendees == ("Ottilie Kranz",)
    assert "Nobody here is called 'Ottilie Kranz'; the name was kept." in done.stdout


def test_a_note_can_come_from_stdin(run: Run, coach: Any) -> None:
    run("add", "note", "-", "--event", "harb", "--on", "2026-11-02", input="line one\nline two\n")
    note = asked(coach, "add")["item"]
    assert note.text == "line one\nline two"
    assert note.event == "sample-event-harbourlight"
    assert note.at.date().isoformat() == "2026-11-02"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["Ana Duarte", "--email", "not-an-email"], "The e-mail address 'not-an-email' cannot be right."),
        (["x" * 600], "The name has 600 characters; 200 are the most."),
    ],
)
def test_a_person_who_cannot_be_right_is_refused(run: Run, coach: Any, words: list[str], said: str) -> None:
    done = run("add", "person", *words)
    assert done.exit_code == 2
    assert said in done.output
    assert not [one for one in coach.asked if one[0] == "add"]


def test_an_events_name_has_an_end_too(run: Run) -> None:
    assert run("add", "event", "x" * 600).exit_code == 2


def test_a_second_person_of_a_name_is_added_and_said(run: Run, coach: Any) -> None:
    done = run("add", "person", "Haneul Brandt")
    assert done.exit_code == 0
    added = asked(coach, "add")["item"]
    assert f"coach merge sample-haneul {added.id}" in done.stdout
    assert "Here before" not in run("add", "person", "Ottilie Kranz").stdout


def test_each_kind_of_item_can_be_added(run: Run, coach: Any) -> None:
    run(
        "add",
        "person",
        "Ana Duarte",
        "--role",
        "host",
        "--email",
        "ana@example.org",
        "--cares-about",
        "maps",
        "--prospect",
    )
    person = asked(coach, "add")["item"]
    assert isinstance(person, Person)
    assert (person.relation, person.cares_about, person.channels[0].value) == ("prospect", ("maps",), "ana@example.org")
    run("add", "event", "Dinner", "--on", "+3", "--attendee", "Haneul Brandt")
    event = asked(coach, "add")["item"]
    assert isinstance(event, Event)
    assert event.attendees == ("sample-haneul",)
    run("add", "goal", "Learn to host", "--why", "I like rooms", "--value", "belonging")
    assert asked(coach, "add")["item"] == Goal(
        id=asked(coach, "add")["item"].id, text="Learn to host", why="I like rooms", values="belonging"
    )
    run("add", "story", "The door", "--text", "It was open.", "--heard-from", "Hedda Solbakk-Ito")
    story = asked(coach, "add")["item"]
    assert isinstance(story, Story)
    assert (story.own, story.heard_from) == (False, "sample-hedda")
    run("add", "promise", "send the list", "--person", "gift", "--by", "me", "--due", "tomorrow")
    promise = asked(coach, "add")["item"]
    assert isinstance(promise, Commitment)
    assert promise.person == "sample-gift"
    assert promise.due is not None
    assert promise.made_on is not None
    assert promise.due - promise.made_on == timedelta(days=1)


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("add", "promise", "x", "--person", "gift", "--by", "us"), "'us'"),
        (("add", "goal", "x", "--due", "next week"), "'next week'"),
        (("add", "story", "Empty"), "'Empty'"),
        (("add", "note", "   "), "empty"),
        (("add", "person", "  "), "The name of the person is '  '"),
        (("add", "event", " "), "The name of the event is ' '"),
        (("add", "goal", " "), "The text of the goal is ' '"),
        (("add", "story", " ", "--text", "It was open."), "The title of the story is ' '"),
        (("add", "promise", " ", "--person", "gift"), "The what of the commitment is ' '"),
        (("add", "note", "caf\udce9"), "'caf\\udce9'"),
        (("recall", "x", "--goal", "no such goal"), "'no such goal'"),
        (("recall", "x", "--until", "soon"), "'soon'"),
        (("prepare", "harb", "--markdown", "-"), "'-'"),
        (("prepare", "harb", "--pdf", "-"), "'-'"),
        (("follow-up", "haneul", "--markdown", "-"), "'-'"),
        (("reflect", "harb", "--markdown", "-"), "'-'"),
        (("recall", "x", "--kind", "poem"), "'poem'"),
        (("prepare", "nowhere"), "'nowhere'"),
        (("follow-up", "Nobody Known"), "'Nobody Known'"),
    ],
)
def test_bad_input_ends_with_2_and_names_the_value(run: Run, coach: Any, words: tuple[str, ...], named: str) -> None:
    done = run(*words)
    assert done.exit_code == 2
    assert named in done.stderr
    assert "Traceback" not in done.output
    assert len(done.stderr.strip().splitlines()) <= 2


def test_an_ambiguous_beginning_lists_what_it_could_be(run: Run, coach: Any) -> None:
    coach.store.items.append(Event(id="e2", name="Harbour dinner"))
    done = run("prepare", "harbour")
    assert done.exit_code == 2
    assert "'Harbourlight Days', 'Harbour dinner'" in done.stderr


def test_events_of_one_name_are_told_apart_by_their_ids(run: Run, coach: Any) -> None:
    coach.store.items += [Event(id="e1", name="PyConf"), Event(id="e2", name="PyConf")]
    done = run("prepare", "pyconf")
    assert done.exit_code == 2
    assert "'PyConf' (id e1), 'PyConf' (id e2)" in done.stderr
    assert run("prepare", "e2").exit_code == 0


def test_events_are_listed_with_days_places_and_ids(run: Run, coach: Any) -> None:
    coach.store.items.append(
        Event(id="e1", name="PyConf", place="Porto", starts=date(2026, 3, 1), ends=date(2026, 3, 2))
    )
    assert run("events", "porto").stdout == "PyConf · 2026-03-01 to 2026-03-02 · Porto · e1\n"
    (found,) = json.loads(run("events", "pyconf", "--json").stdout)
    assert (found["kind"], found["id"], found["starts"]) == ("event", "e1", "2026-03-01")
    assert len(run("events").stdout.splitlines()) == len(coach.store.events())
    assert run("events", "nowhere").stdout == "No event.\n"


def test_a_message_that_was_sent_before_is_not_called_sent_now(
    run: Run, coach: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = Draft(id="d1", purpose="follow_up", status="sent", next_on=date(2026, 12, 1))
    earlier = draft.model_copy(update={"sent_at": datetime(2026, 11, 2, 9, tzinfo=UTC)})
    monkeypatch.setattr(coach, "mark_sent", lambda *_, **__: earlier)
    assert run("sent", "d1").stdout == (
        "It is on record as sent on 2026-11-02; that stays. Next contact: 2026-12-01.\n"
    )
    now = draft.model_copy(update={"sent_at": datetime.now(UTC) + timedelta(minutes=1)})
    monkeypatch.setattr(coach, "mark_sent", lambda *_, **__: now)
    assert run("sent", "d1").stdout.startswith("Marked as sent.")


def test_to_look_back_on_what_is_still_ahead_is_said_and_done(run: Run, coach: Any) -> None:
    ahead = run("reflect", "harb")
    assert ahead.exit_code == 0
    assert "still ahead" in ahead.stderr
    assert asked(coach, "reflect")
    assert "still ahead" not in run("reflect", "the long").stderr


def test_recall_hands_on_goal_and_days(run: Run, coach: Any) -> None:
    goal = coach.store.goals()[0]
    done = run("recall", "x", "--goal", goal.text, "--since", "2026-11-01", "--until", "2026-11-30")
    assert done.exit_code == 0, done.output
    how = asked(coach, "recall")
    assert (how["goal"], how["since"], how["until"]) == (goal.id, date(2026, 11, 1), date(2026, 11, 30))


def test_what_is_piped_in_is_not_read_before_a_mistake_is_told(
    run: Run, coach: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unread(text: str | None) -> str:
        raise AssertionError("the notes were taken, and are lost")

    monkeypatch.setattr("coach.cli_keep.text_or_stdin", unread)
    for words in (("add", "note", "-", "--event", "nowhere"), ("capture", "-", "--event", "nowhere")):
        done = run(*words, input="rough notes")
        assert done.exit_code == 2
        assert "'nowhere'" in done.stderr


# ---------------------------------------------------------------------------------------------- import
def test_import_previews_asks_and_saves(run: Run, coach: Any) -> None:
    done = run("import", "talks", input="y\n")
    assert done.exit_code == 0
    assert "talks (pyvideo): 1 person" in done.stderr
    assert "Skipped: 25" in done.stderr
    assert "file 19: no title" in done.stderr
    assert "… and 5 more" in done.stderr
    assert "Saved: 1 new, 0 updated, 0 unchanged." in done.stdout
    assert asked(coach, "import")["found"] is coach.found


def test_import_saves_nothing_on_no_or_in_a_dry_run(run: Run, coach: Any) -> None:
    assert "Nothing was saved." in run("import", "talks", input="n\n").stdout
    dry = run("import", "talks", "--dry-run", "--json")
    assert json.loads(dry.stdout)["found"] == {"person": 1}
    assert "import" not in [name for name, _ in coach.asked]


def test_import_as_json_needs_a_yes(run: Run, coach: Any) -> None:
    refused = run("import", "talks", "--json")
    assert refused.exit_code == 2
    assert "--yes" in json.loads(refused.stdout)["error"]["next_step"]
    done = run("import", "talks", "--json", "--yes", "--kind", "pyvideo")
    document = json.loads(done.stdout)
    assert document["saved"]["added"] == 1
    assert len(document["skipped"]) == 25
    assert asked(coach, "preview")["kind"] == "pyvideo"


# --------------------------------------------------------------------------------------------- capture
def test_capture_saves_first_then_shows_then_asks(run: Run, coach: Any) -> None:
    done = run("capture", "met pavel", "--event", "the long", input="y\n")
    assert [name for name, _ in coach.asked] == ["open", "capture", "read", "confirm"]
    assert asked(coach, "capture")["event"] == "sample-event-long-table"
    assert "Your words are saved (capture cap1)." in done.stderr
    for part in (
        "Pavel (new, ferries)",
        "Pavel wears a red scarf.",
        "I promised: send my notes",
        "The laptop",
        "something else",
    ):
        assert part in done.stderr
    assert "Stored 3 new items." in done.stdout


def test_capture_from_stdin_declined_keeps_the_words(run: Run, coach: Any) -> None:
    done = run("capture", "-", "--json", input="rough words")
    assert asked(coach, "capture")["text"] == "rough words"
    assert json.loads(done.stdout)["saved"] is None
    declined = run("capture", "x", input="n\n")
    assert "coach capture --again cap1" in declined.stdout
    assert "confirm" not in [name for name, _ in coach.asked]


def test_capture_that_nobody_answers_is_kept_and_stops(run: Run, coach: Any) -> None:
    done = run("capture", "rough words", input="")
    assert done.exit_code == 130
    assert asked(coach, "capture")["text"] == "rough words"
    assert "confirm" not in [name for name, _ in coach.asked]


def test_a_kept_capture_can_be_read_again(run: Run, coach: Any) -> None:
    run("capture", "--again", "cap7", "--yes")
    assert asked(coach, "read") == {"capture_id": "cap7"}
    assert "capture" not in [name for name, _ in coach.asked]


# -------------------------------------------------------------------------------------------- coaching
def test_recall_passes_its_filters_on(run: Run, coach: Any) -> None:
    done = run(
        "recall", "clocks", "-k", "3", "--kind", "note", "--person", "Hane", "--event", "harb",
        "--since", "2026-01-02", "--explain",
    )  # fmt: skip
    how = asked(coach, "recall")
    assert (how["k"], how["kinds"], how["person"]) == (3, ["note"], ["sample-haneul"])
    assert how["event"] == "sample-event-harbourlight"
    assert how["since"].isoformat() == "2026-01-02"
    assert "[N1] note, 16 November 2026\n    Fake clocks.\n    why: list dense, rank 1" in done.stdout


def test_recall_says_when_nothing_kept_has_a_word_of_the_question(run: Run, coach: Any) -> None:
    assert run("recall", "Kwame").stdout.startswith("Nothing that you keep has a word of 'Kwame'. Nearest in meaning:")
    assert run("recall", "what about a clock?").stdout.startswith("[N1]")


def test_prepare_keeps_a_new_goal_and_prints_the_brief(run: Run, coach: Any) -> None:
    done = run(
        "prepare", "harb", "--goal", "find people", "--goal", "Meet a sailor", "--person", "amara", "--lines-for", "1"
    )
    how = asked(coach, "prepare")
    added = asked(coach, "add")["item"]
    assert added.text == "Meet a sailor"
    assert how["goal_ids"] == ["sample-goal-async", added.id]
    assert (how["event_id"], how["people"], how["lines_for"]) == ("sample-event-harbourlight", ["sample-amara"], 1)
    assert "How do you drain connections? [T1]" in done.stdout
    assert "Kept a new goal: Meet a sailor" in done.stderr
    assert "Ranked the people who are there: Amara …" in done.stderr
    assert "Writing 1 of 1 …" in done.stderr
    assert done.stderr.count("Writing 1 of 1") == 1, "news is told once, not at each word"


def test_on_a_terminal_the_words_are_shown_while_they_are_written(
    run: Run, coach: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from rich.live import Live

    from coach.cli_frame import Call

    shown: list[str] = []
    monkeypatch.setattr(Call, "live", True)
    monkeypatch.setattr(Live, "update", lambda self, text, **_: shown.append(str(text)))
    done = run("prepare", "harb")
    assert done.exit_code == 0
    assert shown[-2:] == ["Writing 1 of 1 …\nHow do you", "Writing 1 of 1 …\nHow do you drain"]
    assert "How do you drain connections?" in done.stdout


def test_prepare_writes_markdown_and_pdf(run: Run, coach: Any, tmp_path: Path) -> None:
    markdown, pdf = tmp_path / "brief.md", tmp_path / "brief.pdf"
    done = run("prepare", "harb", "--markdown", str(markdown), "--pdf", str(pdf))
    assert done.exit_code == 0
    assert markdown.read_text(encoding="utf-8").startswith("# Harbourlight Days")
    assert pdf.read_bytes().startswith(b"%PDF")


def test_a_file_that_cannot_be_written_costs_the_file_not_the_brief(run: Run, coach: Any, tmp_path: Path) -> None:
    done = run("prepare", "harb", "--markdown", str(tmp_path / "no" / "brief.md"))
    assert done.exit_code == 3
    assert "How do you drain connections?" in done.stdout
    assert "brief.md' cannot be written" in done.stderr


def test_follow_up_shows_message_flags_and_how_to_mark_it_sent(run: Run, coach: Any) -> None:
    done = run(
        "follow-up", "Haneul", "--channel", "linkedin", "--tone", "plain", "--intent", "send it", "--language", "de"
    )
    how = asked(coach, "follow_up")
    assert (how["person_id"], how["channel"], how["tone"], how["language"]) == (
        "sample-haneul",
        "linkedin",
        "plain",
        "de",
    )
    assert "Subject: Fixture\n\nHi Haneul,\nthe fixture.\n\n⚠ “Rome”: no cited evidence holds this" in done.stdout
    assert "[N1] Hi Haneul" in done.stdout
    assert "coach sent d1" in done.stdout


def test_what_the_notes_do_not_back_is_in_the_json_and_in_the_exit_code_when_asked(run: Run, coach: Any) -> None:
    assert coach.store.people()
    done = run("follow-up", "Haneul", "--json", "--strict")
    assert done.exit_code == 1
    assert [one["text"] for one in json.loads(done.stdout)["unconfirmed"]]
    assert run("follow-up", "Haneul").exit_code == 0


def test_a_draft_can_be_decided_about(run: Run, coach: Any) -> None:
    made = coach.follow_up("sample-haneul", stream=None)
    done: list[tuple[str, str]] = []
    coach.store.get = lambda kind, draft_id: made
    coach.confirm_claim = lambda draft_id, text: done.append(("confirm", text))
    coach.drop_claim = lambda draft_id, text: done.append(("drop", text))
    coach.mend_claim = lambda draft_id, text, stream: done.append(("mend", text))
    coach.revise_draft = lambda draft_id, wish, stream: done.append(("wish", wish))
    shown = run("draft", "d1", "--confirm", "A.", "--drop", "B.", "--mend", "C.", "--wish", "shorter", "--strict")
    assert done == [("confirm", "A."), ("drop", "B."), ("mend", "C."), ("wish", "shorter")]
    assert "to decide: coach draft d1 --confirm" in shown.stdout
    assert shown.exit_code == 1


def test_a_model_that_fails_leaves_a_draft_to_go_on_with(run: Run, coach: Any) -> None:
    coach.fails = ModelTimeoutError("No answer.", "Try again.")
    coach.fails.draft_id = "d7"
    failed = run("follow-up", "Haneul")
    assert failed.exit_code == 4
    assert "No answer.\nTry again.\nWhat you asked for is kept. To go on: coach draft d7 --write" in failed.stderr
    unwritten = Draft(id="d7", purpose="follow_up", person="x", intent="ask about tea", unfinished="I keep thinking")
    coach.store.get = lambda kind, draft_id: unwritten
    shown = run("draft", "d7")
    assert shown.exit_code == 0
    assert "ask about tea" in shown.stdout
    assert "So far:\nI keep thinking\nWrite it now: coach draft d7 --write" in shown.stdout


def test_a_draft_that_was_kept_is_written(run: Run, coach: Any) -> None:
    coach.fails, made = None, coach.follow_up("sample-haneul", stream=None)
    done: list[str] = []
    coach.store.get = lambda kind, draft_id: made
    coach.write_draft = lambda draft_id, stream: done.append(draft_id)
    assert "the fixture." in run("draft", "d1", "--write").stdout
    assert done == ["d1"]


def test_sent_takes_the_next_date(run: Run, coach: Any) -> None:
    assert "Next contact: 2026-12-24." in run("sent", "d1", "--next", "2026-12-24").stdout
    assert (asked(coach, "sent")["draft_id"], asked(coach, "sent")["vouch"]) == ("d1", False)


def test_sent_passes_on_that_the_user_vouches(run: Run, coach: Any) -> None:
    assert run("sent", "d1", "--vouch").exit_code == 0
    assert asked(coach, "sent")["vouch"] is True


def test_reflect_prints_prompts_and_keeps_typed_answers(run: Run, coach: Any) -> None:
    assert "**What helped?** [N1]" in run("reflect", "the long").stdout
    done = run("reflect", "the long", "--answer", input="4\nThe soup.\n\n9\n")
    kept = asked(coach, "save_reflection")["reflection"]
    assert done.exit_code == 0
    assert [answer.text for answer in kept.answers] == ["The soup."]
    assert (kept.energy_before, kept.energy_after, kept.belonging) == (4, None, 9)


def test_due_lists_the_most_urgent_first(run: Run, coach: Any) -> None:
    lines = run("due").stdout.splitlines()
    overdue = next(n for n, line in enumerate(lines) if line.startswith("2 d overdue"))
    ahead = next(n for n, line in enumerate(lines) if "Harbourlight Days" in line)
    assert "you promised" in lines[overdue]
    assert overdue < ahead


def test_demo_prints_a_brief_in_a_workspace_of_its_own(run: Run, coach: Any) -> None:
    done = run("demo")
    assert done.exit_code == 0
    assert asked(coach, "open")["sample"] is True
    assert not Path(asked(coach, "open")["home"]).exists(), "the throw-away workspace is thrown away"
    assert asked(coach, "prepare")["event_id"] == "sample-event-harbourlight"
    assert "invented" in done.stderr
    assert "How do you drain connections? [T1]" in done.stdout


# ---------------------------------------------------------------------------------------------- upkeep
def test_people_marks_the_invented(run: Run, coach: Any) -> None:
    assert run("people", "noel").stdout == (
        "Noelani Fairhurst (invented) · Community organiser, The Long Table · sample-noelani\n"
    )


def test_forget_asks_first(run: Run, coach: Any) -> None:
    assert "Nothing was changed." in run("forget", "gift", input="n\n").stdout
    assert "forget" not in [name for name, _ in coach.asked]
    done = run("forget", "gift", "--yes", "--delete-notes")
    assert asked(coach, "forget") == {"person_id": "sample-gift", "delete_notes": True}
    assert "Gift Mokoena-Hart is forgotten: 1 items deleted, 4 made anonymous." in done.stdout


def test_reindex_and_doctor_report(run: Run, coach: Any) -> None:
    assert json.loads(run("reindex", "--json").stdout) == {"indexed": 7}
    assert "well: 5 passages stored" in run("doctor").stdout
    coach.healthy = False
    assert "mended: 1 missing" in run("doctor").stdout
    sick = run("doctor", "--no-repair")
    assert sick.exit_code == 3
    assert "not well" in sick.stderr


def test_check_needs_no_workspace(run: Run, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text("Keiko runs the evening room. She was born in Rome in 1950.", encoding="utf-8")
    evidence = [{"label": "N1", "kind": "note", "text": "Keiko runs the evening room.", "author": "", "at": None}]
    (tmp_path / "evidence.json").write_text(json.dumps(evidence), encoding="utf-8")
    words = ("check", "--draft", str(tmp_path / "draft.txt"), "--evidence", str(tmp_path / "evidence.json"))
    document = json.loads(run(*words, "--json").stdout)
    assert document["passed"] is False
    assert "Rome" in {claim["text"] for claim in document["claims"] if claim["verdict"] == "unsupported"}
    assert run(*words).exit_code == 0
    assert run(*words, "--strict").exit_code == 1


def test_check_takes_the_day_of_writing_from_the_brief(run: Run, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text("You open the evening room next month, Keiko.", encoding="utf-8")
    evidence = [{"label": "N1", "kind": "note", "text": "Keiko opens the evening room in June 2026."}]
    (tmp_path / "evidence.json").write_text(json.dumps(evidence), encoding="utf-8")
    words = ("check", "--draft", str(tmp_path / "draft.txt"), "--evidence", str(tmp_path / "evidence.json"), "--json")
    passed = {}
    for today in ("2026-05-10", "2026-01-10"):
        (tmp_path / "brief.json").write_text(json.dumps({"person": "Keiko", "today": today}), encoding="utf-8")
        passed[today] = json.loads(run(*words, "--brief", str(tmp_path / "brief.json")).stdout)["passed"]
    assert passed == {"2026-05-10": True, "2026-01-10": False}


def _check_files(folder: Path, draft: str, evidence: Any, brief: Any = None) -> tuple[str, ...]:
    contents = {"draft.txt": draft, "evidence.json": json.dumps(evidence), "brief.json": json.dumps(brief or {})}
    for name, content in contents.items():
        (folder / name).write_text(content, encoding="utf-8")
    return tuple(word for name in contents for word in _option(folder / name))


KEIKO = [{"label": "N1", "kind": "note", "text": "Keiko runs the evening room."}]


@pytest.mark.parametrize("draft", ["", "  \n ", "[N1]", "…"])
def test_a_draft_without_a_sentence_has_not_passed(run: Run, tmp_path: Path, draft: str) -> None:
    words = ("check", *_check_files(tmp_path, draft, KEIKO))
    document = json.loads(run(*words, "--json").stdout)
    assert (document["sentences"], document["passed"], document["graded"]) == ([], False, False)
    assert run(*words).stdout == "There is nothing in it to check.\n"
    assert run(*words, "--strict").exit_code == 1


def test_a_draft_that_is_held_has_passed(run: Run, tmp_path: Path) -> None:
    words = ("check", *_check_files(tmp_path, "Keiko runs the evening room.", KEIKO))
    document = json.loads(run(*words, "--json").stdout)
    assert (document["passed"], document["graded"]) == (True, True)
    assert run(*words, "--strict").exit_code == 0


def test_check_takes_what_is_known_of_the_occasion_in_any_form_and_refuses_a_day_that_is_none(
    run: Run, tmp_path: Path
) -> None:
    facts = {"person": None, "event": {"name": "Fair"}, "goal": ["a", "b"], "today": None}
    assert run("check", *_check_files(tmp_path, "Keiko runs the evening room.", KEIKO, facts)).exit_code == 0
    for brief, evidence in (({"today": "15 July 2024"}, KEIKO), (None, [KEIKO[0] | {"at": "15 July 2024"}])):
        done = run("check", *_check_files(tmp_path, "Hi.", evidence, brief))
        assert done.exit_code == 2
        assert "'15 July 2024'" in done.stderr


def test_check_reads_one_file_from_stdin(run: Run, tmp_path: Path) -> None:
    words = _check_files(tmp_path, "Keiko runs the evening room.", KEIKO)
    for place, piped in ((1, "Keiko runs the evening room. Grüße!"), (3, json.dumps(KEIKO)), (5, "{}")):
        done = run("check", *words[:place], "-", *words[place + 1 :], "--json", input=piped)
        assert json.loads(done.stdout)["passed"] is True, done.output
    both = run("check", "--draft", "-", "--evidence", "-", input="x")
    assert both.exit_code == 2
    assert "stdin can be read once" in both.stderr


def test_check_refuses_a_brief_of_another_shape(run: Run, tmp_path: Path) -> None:
    for name, content in (("draft.txt", "Hi."), ("evidence.json", "[]"), ("brief.json", "[1]")):
        (tmp_path / name).write_text(content, encoding="utf-8")
    files = [word for name in ("draft.txt", "evidence.json", "brief.json") for word in _option(tmp_path / name)]
    done = run("check", *files)
    assert done.exit_code == 2
    assert "brief.json" in done.stderr


def _option(path: Path) -> tuple[str, str]:
    return f"--{path.stem}", str(path)


@pytest.mark.parametrize("content", ["no json", '[{"text": "no label"}]', '["x"]', "7"])
def test_check_refuses_evidence_of_another_shape(run: Run, tmp_path: Path, content: str) -> None:
    (tmp_path / "draft.txt").write_text("Hi.", encoding="utf-8")
    (tmp_path / "evidence.json").write_text(content, encoding="utf-8")
    done = run("check", "--draft", str(tmp_path / "draft.txt"), "--evidence", str(tmp_path / "evidence.json"))
    assert done.exit_code == 2
    assert "evidence.json" in done.stderr


def test_app_runs_streamlit_on_the_workspace(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    seen: dict[str, Any] = {}

    def call(program: list[str], environment: dict[str, str]) -> int:
        seen.update(program=program, home=environment["COACH_HOME"])
        return 0

    monkeypatch.setattr("coach.cli_upkeep._run_with_us", call)
    done = run("app", "--port", "9123", "--no-browser", "--home", str(tmp_path))
    assert done.exit_code == 0
    assert seen["home"] == str(tmp_path)
    assert seen["program"][1:3] == ["-m", "coach.ui.serve"]
    assert Path(seen["program"][3]).name == "app.py"
    assert {"--server.port=9123", "--server.headless=true", "--server.address=127.0.0.1"} <= set(seen["program"])
    assert "http://127.0.0.1:9123" in done.stderr


def test_another_port_than_the_one_asked_for_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coach.cli_upkeep._run_with_us", lambda *_: 0)
    monkeypatch.setattr("coach.cli_upkeep._free_port", lambda port: port + 1)
    done = run("app", "--port", "9123", "--no-browser")
    assert "Port 9123 is taken" in done.stderr
    assert "http://127.0.0.1:9124" in done.stderr


def test_a_port_in_use_is_stepped_over() -> None:
    import socket

    from coach.cli_upkeep import _free_port

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        assert _free_port(taken.getsockname()[1]) != taken.getsockname()[1]
