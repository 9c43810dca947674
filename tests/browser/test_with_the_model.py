"""Twelve journeys of one user with the embedded model, from an empty home to a sent follow-up and a written review.

They are one story, told once at desktop and once at phone width, each in a home of its own: every journey goes on
where the one before ended. What the model writes is asserted by its form alone: it is there, it is checked, it keeps
its length. Without the model's file they are skipped.
"""

from __future__ import annotations

import json
import re

import pytest
from evening import CHAT_FILE, GOAL, LIST_FILE, NOTES, PROGRAMME_FILE, TODAY
from playwright.sync_api import expect
from walk import Walk

pytestmark = pytest.mark.model
TEXT_LIMIT = 480
"""Characters of a text message."""


def test_01_three_questions_lead_from_an_empty_home_to_the_first_brief(walk: Walk) -> None:
    with walk.on("01-start") as page:
        walk.open("")
        walk.said("Question 1 of 3")
        walk.picture("question")
        page.locator(".st-key-welcome textarea").fill(GOAL)
        walk.press("Next")
        walk.said("Question 2 of 3")
        page.get_by_role("textbox", name="What do you care about?").fill("craft, generosity")
        walk.press("Next")
        walk.said("Question 3 of 3")
        page.get_by_text("I have a file").click()
        page.locator('input[type="file"]').set_input_files(PROGRAMME_FILE)
        walk.said("A conference programme")
        walk.picture("programme")
        walk.press("Import")
        expect(page.locator(".portrait .name", has_text="Ana Ruiz")).to_be_visible()
        walk.picture("ranked")
        expect(page.locator(".st-key-downloads")).to_be_visible()
        walk.picture("brief")
        lines = page.locator(".say").all_inner_texts()
        assert len(lines) >= 3
        assert all(10 < len(line) < 600 for line in lines)
        assert walk.stored("SELECT count(*) FROM drafts WHERE purpose = 'brief'") == [(1,)]


def test_02_a_line_of_the_brief_opens_what_it_rests_on_and_today_knows_it_was_read(walk: Walk) -> None:
    with walk.on("02-brief") as page:
        walk.open("prepare")
        chips = walk.key("chip-", "button").filter(has_text=re.compile(r"^[A-Z]\d"))
        expect(chips.first).to_be_visible()
        chips.first.click()
        expect(page.locator("figure.quote blockquote").first).not_to_be_empty()
        walk.picture("evidence")
        page.keyboard.press("Escape")
        with page.expect_download() as brought:
            walk.press("PDF for the phone")
        assert brought.value.path().read_bytes().startswith(b"%PDF")
        walk.open("")
        walk.said("You have read the brief")
        walk.picture("today")


def test_03_pasted_notes_become_people_and_promises_that_were_ticked(walk: Walk) -> None:
    with walk.on("03-capture") as page:
        walk.open("capture")
        page.locator(".st-key-card-capture-box textarea").fill(NOTES)
        expect(page.get_by_role("combobox", name="Where was it? (optional)")).to_have_value("Harbour Meetup")
        walk.picture("typed")
        walk.press("Save and read")
        expect(page.get_by_role("button", name="Store what is ticked")).to_be_visible()
        walk.picture("proposals")
        assert page.get_by_label("Name", exact=True).count() >= 2
        page.get_by_label("Role", exact=True).first.fill("maintainer")
        page.get_by_label("Organisation", exact=True).first.fill("Harbour")
        page.get_by_label("Organisation", exact=True).first.press("Enter")
        walk.press("Store what is ticked")
        walk.said("Stored:")
        walk.open("people")
        expect(page.locator(".portrait .name", has_text="Tom Lindqvist")).to_be_visible()
        walk.picture("people")
        assert ("me",) in walk.stored("SELECT by FROM commitments")
        assert walk.stored("SELECT role, organisation FROM people WHERE name = 'Ana Ruiz'") == [
            ("maintainer", "Harbour")
        ]


def test_04_a_message_is_made_shorter_a_doubt_is_settled_and_it_is_sent(walk: Walk) -> None:
    with walk.on("04-follow-up") as page:
        walk.open("follow-up")
        walk.picture("order")
        page.get_by_role("radio", name="Text message").or_(
            page.get_by_role("button", name="Text message")
        ).first.click()
        walk.key("follow-go", "button").click()
        draft = walk.key("card-draft-")
        expect(draft).to_be_visible()
        walk.picture("draft")
        area = draft.locator("textarea").last
        long = area.input_value()
        assert 20 < len(long) <= TEXT_LIMIT
        draft.get_by_role("button", name="Shorter", exact=True).click()
        walk.said("All 2 versions")
        walk.picture("shorter")
        assert 0 < len(area.input_value()) <= TEXT_LIMIT
        area.fill("Dear Ana, it was good to meet you at dinner. The checklist has 4,711 steps. See you soon!")
        area.blur()
        walk.press("Save my wording")
        walk.said("All 3 versions")
        expect(page.locator(".gate")).to_be_visible()
        expect(page.locator(".doubt-row", has_text="4,711").first).to_be_visible()
        expect(page.get_by_role("button", name="I sent it")).to_be_disabled()
        walk.picture("doubt")
        while page.locator(".gate").count():
            left = page.locator(".doubt-row").count()
            walk.press("This is true, I know it")
            expect(page.locator(".doubt-row")).to_have_count(left - 1)
            walk.settled()
        expect(draft.get_by_role("button", name="Copy", exact=True)).to_be_enabled()
        walk.press("I sent it")
        expect(page.get_by_text(re.compile("sent [MTWFS]")).first).to_be_visible()
        walk.picture("sent")
        assert walk.stored("SELECT status FROM drafts WHERE purpose = 'follow_up'") == [("sent",)]


def test_05_a_promise_is_kept_taken_back_and_kept(walk: Walk) -> None:
    with walk.on("05-promise") as page:
        walk.open("")
        kept = walk.key("kept-", "button")
        expect(kept.first).to_be_visible()
        walk.picture("promised")
        open_ones = kept.count()
        kept.first.click()
        walk.said("Kept:")
        expect(kept).to_have_count(open_ones - 1)
        walk.press("Undo")
        expect(kept).to_have_count(open_ones)
        walk.settled()
        kept.first.click()
        expect(kept).to_have_count(open_ones - 1)
        walk.picture("kept")
        assert ("kept",) in walk.stored("SELECT status FROM commitments")
        assert page.locator(".st-key-undo-bar").is_visible()


def test_06_five_questions_are_answered_and_one_answer_becomes_a_story(walk: Walk) -> None:
    with walk.on("06-reflect") as page:
        walk.open("reflect")
        walk.key("reflect-go", "button").click()
        answers = walk.key("card-answer-", "textarea")
        expect(answers).to_have_count(5)
        walk.picture("questions")
        for name, steps in (("energy_before", 4), ("energy_after", 8)):
            slider = page.locator(f'[class*="st-key-{name}"] input[type="range"]')
            for step in range(1, steps + 1):
                slider.press("ArrowRight")
                expect(slider).to_have_value(str(step))
            walk.settled()
        told = "I offered Ana a hand before she asked, and she told me what releasing alone is like."
        answers.first.fill(told)
        answers.first.blur()
        expect(walk.key("story-", "button").first).to_be_visible()
        walk.key("story-", "button").first.click()
        walk.said("Kept as a story")
        walk.said("Everything is saved.")
        walk.picture("answered")
        assert walk.stored("SELECT energy_before, energy_after FROM reflections") == [(4, 8)]
        assert walk.stored("SELECT count(*) FROM stories WHERE collection != 'starter'") == [(1,)]


def test_07_somebody_from_an_old_chat_is_put_off_and_written_to_after_all(walk: Walk) -> None:
    with walk.on("07-nurture") as page:
        walk.open("people")
        walk.press("Import people")
        page.locator('input[type="file"]').set_input_files(CHAT_FILE)
        walk.said("A WhatsApp chat")
        walk.picture("import")
        walk.press("Import")
        expect(page.locator(".portrait .name", has_text="Keiko Mori")).to_be_visible()
        walk.open("nurture")
        turn = walk.key("card-turn-").filter(has_text="Keiko Mori")
        expect(turn).to_be_visible()
        walk.picture("queue")
        turn.get_by_role("button", name="Later").click()
        page.get_by_role("button", name="In a week").click()
        walk.said("No reminder about Keiko Mori")
        expect(turn).to_have_count(0)
        walk.picture("put-off")
        walk.press("Undo")
        expect(turn).to_be_visible()
        walk.settled()
        turn.get_by_role("button", name="Done").click()
        page.get_by_role("button", name="We were in touch").click()
        walk.said("you were in touch with Keiko Mori today")
        expect(turn).to_have_count(0)
        walk.picture("done")
        assert walk.stored("SELECT in_touch_on FROM people WHERE name = 'Keiko Mori'") == [(f"{TODAY}",)]


def test_08_a_story_gets_the_part_it_lacks_and_is_cut_to_thirty_seconds(walk: Walk) -> None:
    with walk.on("08-story") as page:
        walk.open("stories")
        walk.picture("bank")
        form = walk.popover("Write a story")
        form.get_by_label("Title").fill("The lighthouse that nobody manned")
        form.get_by_label("The struggle").fill(
            "Our release took two days. " + "Every step was a secret of one person. " * 12
        )
        form.get_by_label("The turn").fill("A stranger at a meetup asked me to show her every step.")
        form.get_by_label("The result").fill("We wrote it down together, and it took an hour the next time.")
        walk.picture("form")
        form.get_by_role("button", name="Save the story").click()
        expect(page.locator(".page-head h1", has_text="The lighthouse")).to_be_visible()
        asked = walk.key("card-ask-")
        expect(asked.locator("textarea")).to_have_count(1)
        asked.locator("textarea").fill("Ask to see how it is done before you offer help.")
        asked.locator("textarea").blur()
        walk.press("Add to the story")
        expect(page.locator(".story-full")).to_contain_text("Ask to see how it is done")
        walk.settled()
        page.get_by_text("Tell it in 30, 60 or 90 seconds").click()
        short = page.locator(".stExpander .say")
        expect(short).to_be_visible()
        assert 5 < len(short.inner_text().split()) <= 90
        walk.picture("short")
        walk.popover("I told it").get_by_role("button", name="Ana Ruiz").click()
        expect(page.locator(".told", has_text="Ana Ruiz")).to_be_visible()
        walk.picture("told")
        assert walk.stored("SELECT count(*) FROM story_tellings") == [(1,)]


def test_09_the_clinic_names_who_could_help_and_how_to_ask(walk: Walk) -> None:
    with walk.on("09-clinic") as page:
        walk.open("clinic")
        page.locator(".st-key-card-clinic-box textarea").fill(
            "I release alone and it takes two days. Who has done it better?"
        )
        walk.picture("typed")
        walk.press("Look through my notes")
        helper = walk.key("card-helper-").filter(has_text="Ana Ruiz")
        expect(helper).to_be_visible()
        helper.get_by_text("How to ask").click()
        expect(helper.locator(".say")).not_to_be_empty()
        walk.picture("who")
        assert walk.key("card-stranger", ".say").count() == 2


def test_10_a_rehearsal_is_answered_by_a_stand_in_and_measured(walk: Walk) -> None:
    with walk.on("10-rehearse") as page:
        walk.open("rehearse")
        walk.choose("With whom?", "Ana Ruiz")
        page.get_by_label("What do you want of it?").fill("hear how she releases, and offer my checklist")
        walk.picture("begin")
        walk.press("Begin")
        say = walk.key("your-turn", "textarea")
        expect(say).to_be_visible()
        say.fill("You maintain Harbour alone. What was the last release like?")
        say.press("Enter")
        answer = page.locator('[class*="st-key-turn-them-"] .turn')
        expect(answer).to_be_visible()
        expect(say).to_be_visible()
        assert 10 < len(answer.inner_text()) < 900
        walk.picture("answered")
        walk.press("End and see how it went")
        walk.said("Measured from what you typed")
        walk.picture("measured")
        assert walk.stored("SELECT status FROM rehearsals") == [("ended",)]


def test_11_a_list_with_strange_columns_comes_in_and_one_person_is_merged_and_parted(walk: Walk) -> None:
    with walk.on("11-import") as page:
        walk.open("people")
        walk.press("Import people")
        page.locator('input[type="file"]').set_input_files(LIST_FILE)
        walk.said("A list of people")
        walk.picture("columns")
        walk.choose("What “Was sie tut” is", "Role")
        walk.settled()
        walk.press("Import")
        expect(page.locator(".portrait .name", has_text="Bo Nilsen")).to_be_visible()
        walk.said("These may be the same person")
        expect(page.locator(".working")).to_have_count(0)
        expect(page.get_by_text("Getting it ready to be found")).to_have_count(0)
        walk.picture("alike")
        both = page.locator(".portrait .name", has_text=re.compile("Ana Ruiz|Ruiz Ana"))
        expect(both).to_have_count(2)
        walk.key("compare-", "button").first.click()
        walk.said("One person, or two?")
        walk.picture("compare")
        walk.press("They are one person")
        walk.said("is now a part of")
        expect(both).to_have_count(1)
        walk.picture("merged")
        walk.press("Undo")
        expect(both).to_have_count(2)
        walk.picture("parted")
        assert walk.stored("SELECT role FROM people WHERE name = 'Bo Nilsen'") == [("Tester",)]


def test_12_the_week_is_reviewed_and_everything_is_taken_out(walk: Walk) -> None:
    with walk.on("12-review") as page:
        walk.open("insight")
        walk.picture("figures")
        page.get_by_text("Network", exact=True).click()
        walk.said("Who belongs together")
        walk.picture("network")
        page.get_by_text("Review", exact=True).click()
        walk.said("Save as Markdown")
        page.get_by_text("A week", exact=True).click()
        walk.settled()
        walk.said("Save as Markdown")
        walk.picture("review")
        with page.expect_download() as review:
            walk.press("Save as Markdown")
        assert "Ana Ruiz" in review.value.path().read_text(encoding="utf-8")
        walk.open("settings")
        walk.picture("settings")
        with page.expect_download() as brought:
            walk.key("export-workspace-file", "button").click()
        workspace = json.loads(brought.value.path().read_text(encoding="utf-8"))
        assert "Ana Ruiz" in json.dumps(workspace)
