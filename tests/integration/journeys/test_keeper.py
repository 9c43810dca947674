"""Store and index held together: crashes between the two heal, and what is deleted is gone from both."""

from __future__ import annotations

import shutil
from typing import Any

import pytest
from conftest import Opener, town

from coach.bootstrap import starter_stories
from coach.domain.intake import ImportPreview
from coach.domain.models import Capture, Channel, Commitment, Event, Kind, Note, Person, Story, Telling
from coach.errors import InputError, NotFoundError, RecallError, StoreError
from coach.facade import Coach


def indexed(coach: Coach) -> set[str]:
    return set(coach._keeper.index.keys())


def keys(coach: Coach) -> set[str]:
    """What the index holds once it is up to date."""
    coach.sync()
    return indexed(coach)


def fails_once(monkeypatch: pytest.MonkeyPatch, coach: Coach, method: str) -> None:
    index = coach._keeper.index
    real = getattr(index, method)

    def broken(*args: Any, **kwargs: Any) -> Any:
        monkeypatch.setattr(index, method, real)
        raise RecallError("The disk of the index is full.", "Make room.")

    monkeypatch.setattr(index, method, broken)


def test_a_crash_between_saving_and_indexing_loses_nothing(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    coach = opened()
    fails_once(monkeypatch, coach, "upsert")
    note = Note(id="fresh", text="The lighthouse keeper collects teapots.")
    with pytest.raises(RecallError):
        coach.add(note)
    assert coach.store.get(Note, "fresh").text == note.text
    assert "note:fresh" not in indexed(coach)
    hits = coach.recall("who collects teapots?", k=1)
    assert [hit.source_id for hit in hits] == ["fresh"]


def test_a_crash_heals_at_the_next_start_as_well(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    coach = opened()
    fails_once(monkeypatch, coach, "upsert")
    with pytest.raises(RecallError):
        coach.add(Note(id="fresh", text="The lighthouse keeper collects teapots."))
    coach.close()
    again = opened(items=[])
    again.sync()
    assert "note:fresh" in indexed(again)
    assert again.recall("teapots", k=1)[0].source_id == "fresh"


def test_a_crash_while_deleting_heals_too(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    coach = opened()
    fails_once(monkeypatch, coach, "delete")
    with pytest.raises(RecallError):
        coach.delete(Kind.NOTE, "note-noor")
    with pytest.raises(NotFoundError):
        coach.store.get(Note, "note-noor")
    assert "note-noor" not in {hit.source_id for hit in coach.recall("boat storms", k=10)}


def test_deleting_removes_from_both(opened: Opener) -> None:
    coach = opened()
    assert "note:note-noor" in keys(coach)
    coach.delete(Kind.NOTE, "note-noor")
    assert "note:note-noor" not in keys(coach)
    with pytest.raises(NotFoundError):
        coach.delete(Kind.NOTE, "note-noor")


def test_what_was_deleted_comes_back_with_what_it_returned(opened: Opener) -> None:
    coach = opened()
    gone = coach.delete(Kind.NOTE, "note-noor")
    coach.add_many(gone)
    assert coach.store.get(Note, "note-noor") == gone[0]
    assert "note:note-noor" in keys(coach)


def test_a_corrected_note_is_found_by_its_new_words(opened: Opener) -> None:
    coach = opened()
    changed = coach.change(Kind.NOTE, "note-noor", text="The lighthouse keeper collects teapots.")
    assert changed == coach.store.get(Note, "note-noor")
    assert coach.recall("teapots", k=1)[0].text == "The lighthouse keeper collects teapots."


@pytest.mark.parametrize("fields", [{"text": ""}, {"txt": "x"}, {"at": "some day"}])
def test_a_correction_that_does_not_fit_changes_nothing_and_names_the_field(
    opened: Opener, fields: dict[str, str]
) -> None:
    coach = opened()
    before = coach.store.get(Note, "note-noor")
    with pytest.raises(InputError, match=next(iter(fields))):
        coach.change(Kind.NOTE, "note-noor", **fields)
    assert coach.store.get(Note, "note-noor") == before


@pytest.mark.parametrize("delete_notes", [True, False])
def test_a_forgotten_person_is_in_no_answer_and_no_index(opened: Opener, delete_notes: bool) -> None:
    coach = opened()
    coach.forget_person("noor", delete_notes=delete_notes)
    assert coach.store.find_person("Noor Haddad") is None
    assert "person:noor" not in keys(coach)
    for hit in coach.recall("Noor Haddad boat winter storms brother", k=20):
        assert "Noor" not in hit.text
        assert "Noor Haddad" not in hit.names
    assert ("note:note-noor" in keys(coach)) is not delete_notes


# ------------------------------------------------------------------- doctor
def test_a_sound_workspace_is_healthy(opened: Opener) -> None:
    coach = opened()
    report = coach.doctor()
    assert report.healthy
    assert report.stored == report.indexed > 10


def test_the_doctor_counts_what_is_missing_and_orphaned_and_mends_it(opened: Opener) -> None:
    coach = opened()
    coach.sync()
    index = coach._keeper.index
    (ghost,) = [one for one in coach.store.passages([(Kind.NOTE, "note-ines")])]
    index.upsert([ghost.model_copy(update={"source_id": "ghost"})])
    index.delete(["note:note-noor"])
    looked = coach.doctor(repair=False)
    assert (looked.missing, looked.orphaned, looked.repaired) == (1, 1, False)
    assert not looked.healthy
    assert "note:ghost" in indexed(coach), "looking changes nothing"
    mended = coach.doctor()
    assert (mended.missing, mended.orphaned) == (1, 1)
    assert coach.doctor().healthy
    assert "note:note-noor" in indexed(coach)
    assert "note:ghost" not in indexed(coach)


def test_the_doctor_counts_what_waits_for_the_index(opened: Opener) -> None:
    coach = opened()
    coach.store.save([Note(id="direct", text="Written past the coach.")])
    report = coach.doctor()
    assert report.waiting == 1
    assert report.missing == 1
    assert coach.doctor().healthy


def test_reindexing_builds_the_same_index_anew(opened: Opener) -> None:
    coach = opened()
    before = keys(coach)
    progress: list[tuple[int, int]] = []
    coach.reindex(lambda done, total: progress.append((done, total)))
    assert keys(coach) == before
    assert progress[-1][0] == progress[-1][1]


# ------------------------------------------------------------------- recall
def test_a_blank_question_or_no_results_asked_for_is_an_error(opened: Opener) -> None:
    coach = opened()
    for query, k in (("  ", 5), ("boat", 0), ("boat", -3)):
        with pytest.raises(InputError):
            coach.recall(query, k)


def test_a_person_is_found_under_name_id_and_other_name(opened: Opener) -> None:
    lena = Person(id="lena", name="Lena Moe", also_called=("Lenchen",))
    coach = opened(items=[*town(), lena, Note(id="a", text="A kite.", people=("lena",)), Note(id="b", text="A kite.")])
    for wanted in ("lena", "Lena Moe", "lenchen"):
        assert [hit.source_id for hit in coach.recall("kite", person=wanted, kinds=["note"])] == ["a"]


def test_labels_follow_the_kind_and_the_order(opened: Opener) -> None:
    hits = opened().recall("old charts", k=8)
    notes = [hit.label for hit in hits if hit.kind is Kind.NOTE]
    assert notes == [f"N{number + 1}" for number in range(len(notes))]
    assert len({hit.label for hit in hits}) == len(hits)


def test_starter_stories_that_are_switched_off_are_not_found_and_the_rest_is(opened: Opener) -> None:
    starter = [story for story in starter_stories() if isinstance(story, Story)][:6]
    subject = starter[0].title
    coach = opened(items=[*town(), *starter])
    assert starter[0].id in {hit.source_id for hit in coach.recall(subject, k=5)}
    coach.configure(coach.settings.model_copy(update={"starter_stories": False}))
    found = coach.recall(f"{subject} cellar flood old charts", k=30)
    assert not {hit.source_id for hit in found} & {story.id for story in starter}
    assert {"story-flood", "note-ines"} <= {hit.source_id for hit in found}


def test_switched_off_starter_stories_hide_no_notes_where_there_is_no_other_story(opened: Opener) -> None:
    starter = list(starter_stories())[:3]
    others = [item for item in town() if item.kind is not Kind.STORY]
    coach = opened(items=[*others, *starter], starter_stories=False)
    found = coach.recall("old charts boat meetings", k=30)
    assert "note-noor" in {hit.source_id for hit in found}
    assert not [hit for hit in found if hit.kind is Kind.STORY]


# ------------------------------------------------------------------- import
def preview(*items: Any) -> ImportPreview:
    return ImportPreview(importer="test", source="a file", items=items)


def test_importing_again_keeps_what_was_added_since(opened: Opener) -> None:
    coach = opened(items=[])
    fresh = Person(
        id="i",
        name="Ines Duarte",
        role="archivist",
        relation="prospect",
        channels=(Channel(type="web", value="https://example.org"),),
        source="import",
    )
    coach.import_items(preview(fresh))
    mail = Channel(type="email", value="ines@example.org")
    known = coach.store.get(Person, "i")
    coach.add(
        known.model_copy(
            update={
                "cares_about": ("charts",),
                "how_met": "at the pier",
                "relation": "known",
                "channels": (*known.channels, mail),
                "language": "pt",
            }
        )
    )
    newer = fresh.model_copy(update={"role": "head archivist"})
    coach.import_items(preview(newer))
    again = coach.store.get(Person, "i")
    assert (again.role, again.how_met, again.cares_about, again.relation, again.language) == (
        "head archivist",
        "at the pier",
        ("charts",),
        "known",
        "pt",
    )
    assert mail in again.channels


def test_a_second_import_of_the_same_changes_nothing(opened: Opener) -> None:
    coach = opened(items=[])
    items = town()
    first = coach.import_items(preview(*items))
    second = coach.import_items(preview(*items))
    assert first.added == len(items)
    assert (second.added, second.updated) == (0, 0)


def test_importing_an_event_and_a_story_again_keeps_goals_attendees_and_tellings(opened: Opener) -> None:
    coach = opened()
    event = coach.store.get(Event, "meetup")
    coach.import_items(preview(event.model_copy(update={"goals": (), "attendees": ("wanjiru",), "place": "Faro"})))
    again = coach.store.get(Event, "meetup")
    assert again.goals == ("goal-data",)
    assert {"tomas", "noor", "wanjiru"} <= set(again.attendees)
    assert again.place == "Faro"
    story = coach.store.get(Story, "story-flood")
    coach.import_items(preview(story.model_copy(update={"told": (), "lesson": "Ask earlier."})))
    kept = coach.store.get(Story, "story-flood")
    assert (kept.told, kept.lesson) == ((Telling(person="ines"),), "Ask earlier.")


def test_progress_reaches_its_total(opened: Opener) -> None:
    coach = opened(items=[])
    seen: list[tuple[int, int]] = []
    coach.add_many(
        [Note(text=f"note {number}") for number in range(20)], lambda done, total: seen.append((done, total))
    )
    assert seen[-1] == (20, 20)
    assert coach.add_many([]).added == 0


def test_a_promise_is_found_under_the_person_it_is_with(opened: Opener) -> None:
    coach = opened(items=[*town(), Commitment(id="c", person="noor", by="them", what="lend the saw")])
    assert "c" in {hit.source_id for hit in coach.recall("saw", person="Noor Haddad")}


def test_a_lost_index_folder_is_filled_again_without_being_asked(opened: Opener) -> None:
    coach = opened()
    before = keys(coach)
    home = coach.home
    coach.close()
    shutil.rmtree(home / "index")
    again = opened(items=[])
    assert again.recall("boat storms", k=1)
    assert keys(again) == before


ASKED_OF_A_CLOSED_COACH = {
    "recall": lambda coach: coach.recall("boat"),
    "add": lambda coach: coach.add(Note(text="late")),
    "read": lambda coach: coach.store.notes(),
    "forget": lambda coach: coach.forget_person("noor"),
    "sync": lambda coach: coach.sync(),
    "reindex": lambda coach: coach.reindex(),
    "doctor": lambda coach: coach.doctor(),
    "prepare": lambda coach: coach.prepare("meetup"),
    "follow up": lambda coach: coach.follow_up("noor"),
    "today": lambda coach: coach.today(),
}


@pytest.mark.parametrize("asked", ASKED_OF_A_CLOSED_COACH)
def test_a_closed_coach_says_that_it_is_closed(opened: Opener, asked: str) -> None:
    coach = opened()
    coach.recall("boat")
    coach.close()
    coach.close()
    with pytest.raises(StoreError, match=r"workspace .* is closed.*Open it again"):
        ASKED_OF_A_CLOSED_COACH[asked](coach)
    again = opened(items=[])
    assert "late" not in {note.text for note in again.store.notes()}
    assert again.recall("boat", k=1)


EVENING = (
    "Cheese fair, sore feet.\n"
    "- old Pierre Dubois: retiring, sells his copper vat. told me in confidence his son doesnt want the dairy\n"
    "- Lena Kühne wants a quote for the cave chiller\n"
    "Pierre and Lena know each other from school."
)


def shared_evening(coach: Coach) -> None:
    coach.add_many([Person(id="pierre", name="Pierre Dubois"), Person(id="lena", name="Lena Kühne")])
    coach.add_many([Note(id="evening", text=EVENING, people=("pierre", "lena")), Capture(id="typed", text=EVENING)])


def test_their_lines_in_a_shared_note_go_with_whoever_is_forgotten_with_everything(opened: Opener) -> None:
    coach = opened()
    shared_evening(coach)
    coach.forget_person("pierre", delete_notes=True)
    for text in (coach.store.get(Note, "evening").text, coach.store.get(Capture, "typed").text):
        assert not any(gone in text for gone in ("copper vat", "in confidence", "Pierre"))
        assert "Cheese fair, sore feet." in text
        assert "- Lena Kühne wants a quote for the cave chiller" in text
        assert "know each other from school" in text
        assert "\n- \n" not in text


def test_a_challenge_that_names_only_them_goes_with_whoever_is_forgotten_with_everything(opened: Opener) -> None:
    coach = opened()
    coach.add_many(
        [
            Person(id="kwame", name="Kwame Mensah"),
            Note(id="his", text="Between us: Kwame is broke. How can I find him a sponsor?", source="clinic"),
            Note(id="told", text="Accra Makers will close. I had it from Kwame."),
            Note(id="day", text="Ran into Kwame. I wrote three pages. Met Priya, she likes tea."),
        ]
    )
    coach.forget_person("kwame", delete_notes=True)
    left = {note.id: note.text for note in coach.store.notes() if note.id in ("his", "told", "day")}
    assert left == {"day": "I wrote three pages. Met Priya, she likes tea."}
    assert all("copper vat" not in hit.text for hit in coach.recall("copper vat", k=5))


def test_without_that_choice_a_shared_note_keeps_its_lines_without_the_name(opened: Opener) -> None:
    coach = opened()
    shared_evening(coach)
    coach.forget_person("pierre")
    text = coach.store.get(Note, "evening").text
    assert "copper vat" in text
    assert "Pierre" not in text
