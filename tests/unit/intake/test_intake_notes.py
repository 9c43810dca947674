# ruff: noqa: DTZ001 - imported times without a zone are local times of the event
"""Markdown and text notes."""

from __future__ import annotations

import os
import shutil
from datetime import date, datetime
from pathlib import Path
from typing import cast

import pytest

from coach.domain.models import Note
from coach.errors import ImportFileError
from coach.intake import ImportPreview, preview
from coach.intake.dates import as_datetime, find_date
from coach.intake.front_matter import read_front_matter
from coach.intake.identity import event_id


def notes(found: ImportPreview) -> list[Note]:
    return [cast(Note, item) for item in found.items]


def read(text: str | bytes, name: str = "note.md") -> ImportPreview:
    return preview("", data=text.encode() if isinstance(text, str) else text, name=name)


def test_a_vault_is_read_with_people_dates_event_and_tags(fixtures: Path) -> None:
    found = preview(fixtures / "vault")
    by_source = {note.source: note for note in notes(found)}
    evening = by_source["2031-05-02-evening.md"]
    assert found.importer == "notes"
    assert evening.at == datetime(2031, 5, 2)
    assert evening.people == ("Ada Invented", "Béla Made-Up", "Cleo Madeup")
    assert evening.event == event_id("Teapot Days 2031", None)
    assert evening.text.startswith("# Evening at Teapot Days\n\nTalked with Ada")
    assert evening.text.endswith("Tags: tea, async")


def test_what_a_vault_holds_besides_notes_is_reported(fixtures: Path) -> None:
    found = preview(fixtures / "vault")
    reasons = {skip.where: skip.reason for skip in found.skipped}
    assert "hidden" in reasons[".obsidian"]
    assert "not Markdown" in reasons["photo.png"]
    assert any(warning.value == "mood" for warning in found.warnings)


def test_date_headings_make_a_thread_in_order(fixtures: Path) -> None:
    days = [note for note in notes(preview(fixtures / "vault")) if note.source == "diary.md"]
    assert [(note.at, note.position) for note in days] == [(datetime(2031, 5, 3), 0), (datetime(2031, 5, 4), 1)]
    assert len({note.thread for note in days}) == 1
    assert days[0].text.startswith("# Diary\n\n## 3 May 2031")
    assert [note.people for note in days] == [("Cleo Madeup",), ()]


def test_a_guessed_date_is_said_to_be_guessed(fixtures: Path, tmp_path: Path) -> None:
    file = tmp_path / "plain.txt"
    shutil.copy(fixtures / "vault" / "daily" / "plain.txt", file)
    stamp = datetime(2030, 1, 2, 3, 4, 5).timestamp()
    os.utime(file, (stamp, stamp))
    found = preview(file)
    assert notes(found)[0].at == datetime(2030, 1, 2, 3, 4, 5)
    assert "last changed" in found.warnings[0].reason
    assert read("No date here.").warnings[0].reason.startswith("No date was found")


def test_an_edited_file_updates_its_notes(tmp_path: Path) -> None:
    file = tmp_path / "notes.md"
    file.write_text("2031-01-01 first thoughts")
    before = notes(preview(file))
    file.write_text("2031-01-01 second thoughts")
    after = notes(preview(file))
    assert [note.id for note in before] == [note.id for note in after]
    assert before != after


def test_a_diary_that_grows_keeps_the_ids_of_its_days(tmp_path: Path) -> None:
    file = tmp_path / "diary.md"
    file.write_text("## 2031-01-01\nOne.\n")
    first = notes(preview(file))
    file.write_text("## 2031-01-01\nOne.\n\n## 2031-01-02\nTwo.\n")
    second = notes(preview(file))
    file.write_text("## 2031-01-01\nOne.\n\n## 2031-01-02\nTwo!\n\n## 2031-01-03\nThree.\n")
    third = notes(preview(file))
    assert second[0].id == first[0].id
    assert [note.id for note in third[:2]] == [note.id for note in second]
    assert len({note.id for note in third}) == 3


def test_a_file_alone_and_with_its_folder_is_the_same_note(fixtures: Path) -> None:
    alone = notes(preview(fixtures / "vault" / "2031-05-02-evening.md"))[0]
    assert alone in notes(preview(fixtures / "vault"))


def test_two_uploads_of_one_name_about_different_things_are_two_notes() -> None:
    one, two = read("# Tea\nGreen.", "notes.md"), read("# Coffee\nBlack.", "notes.md")
    assert notes(one)[0].id != notes(two)[0].id
    assert notes(read("# Tea\nBlack after all.", "notes.md"))[0].id == notes(one)[0].id


def test_a_long_file_is_cut_at_its_sections_and_a_short_one_is_not() -> None:
    short = "## People\nAda.\n\n## Ideas\nTea.\n"
    long = "Before.\n\n" + short.replace("Ada.", "Ada. " * 400) + "```\n## not a heading\n```\n"
    assert len(notes(read(short))) == 1
    sections = notes(read(long))
    assert [note.position for note in sections] == [0, 1, 2]
    assert [note.text[:9] for note in sections] == ["Before.", "## People", "## Ideas\n"]
    assert sections[2].text.endswith("## not a heading\n```")


def test_sections_of_one_name_have_ids_of_their_own() -> None:
    found = read("## 2031-01-01\na\n## 2031-01-01\nb\n## 2031-01-01\nc\n")
    assert len({note.id for note in notes(found)}) == 3


def test_a_note_of_100_000_characters_is_taken_whole() -> None:
    text = "2031-01-01\n" + "Tea is a leaf. " * 6_667
    assert len(text) > 100_000
    found = notes(read(text))
    assert [note.text for note in found] == [text.strip()]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings_are_recognised(encoding: str) -> None:
    text = "2031-01-01 Café mit Jürgen und Zoë, très agréable, wie schön das war."
    assert notes(read(text.encode(encoding)))[0].text == text


def test_other_scripts_in_older_encodings_are_read() -> None:
    russian = "2031-01-01 Мы встретились с Анной вечером после доклада и долго говорили"
    japanese = "2031-01-01 今日は田中さんに会いました。とても楽しかったです。"
    assert notes(read(russian.encode("cp1251")))[0].text == russian
    assert notes(read(japanese.encode("shift_jis")))[0].text == japanese


def test_a_cut_character_does_not_spoil_the_rest() -> None:
    data = "2031-01-01 Grüße an Zoë".encode()[:-1]
    found = read(data)
    assert notes(found)[0].text.startswith("2031-01-01 Grüße an Zo")
    assert any("could not be read" in warning.reason for warning in found.warnings)


def test_nul_and_control_characters_go_with_a_warning() -> None:
    found = read(b"2031-01-01 tea\x00 and\x1b[31m milk \xed\xa0\x80")
    text = notes(found)[0].text
    assert "\x00" not in text
    assert "\x1b" not in text
    assert "tea and" in text
    assert any("control" in warning.reason for warning in found.warnings)


def test_front_matter_that_cannot_be_read_stays_in_the_text() -> None:
    for block in ("people: [[Ann Lee]], [[Bob Ray]]", "a: &x [1]\nb: *x", "date: 2031-13-45T99:99:99", "x: [" * 2_000):
        found = read(f"---\n{block}\n---\nThe body.\n")
        assert "The body." in notes(found)[0].text
    assert "Ann Lee" in notes(read("---\npeople: [[Ann Lee]], [[Bob Ray]]\n---\nThe body.\n"))[0].text


def test_front_matter_may_be_toml_or_have_longer_rules() -> None:
    assert read_front_matter('+++\ntitle = "Tea"\n+++\nBody').text("title") == "Tea"
    assert read_front_matter("------\ntitle: Tea\n---\nBody").body == "Body"
    assert read_front_matter("---\nNo mapping\n---\nBody").fields == {}


def test_people_of_front_matter_may_be_wiki_links_lists_or_one_string() -> None:
    for people in ('"[[Ann Lee]], Bob Ray"', "[[Ann Lee], Bob Ray]", "\n  - '[[People/Ann Lee|Ann]]'\n  - Bob Ray"):
        found = read(f"---\ndate: 2031-01-01\npeople: {people}\n---\nBody")
        assert notes(found)[0].people == ("Ann Lee", "Bob Ray")


def test_links_hidden_folders_and_binaries_are_skipped_with_a_reason(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("2031-01-01 a")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "b.md").symlink_to(tmp_path / "a.md")
    (tmp_path / "c.md").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "d.md").write_bytes(b"")
    (tmp_path / ".git").mkdir()
    os.mkfifo(tmp_path / "pipe.md")
    found = preview(tmp_path)
    assert len(found.items) == 1
    assert {skip.where for skip in found.skipped} == {"loop", "b.md", "c.md", "d.md", ".git", "pipe.md"}


def test_a_folder_without_readable_files_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ImportFileError, match="no file"):
        preview(tmp_path)
    (tmp_path / "empty.md").write_bytes(b"")
    with pytest.raises(ImportFileError, match=r"empty\.md"):
        preview(tmp_path)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2031-05-02 evening", date(2031, 5, 2)),
        ("20310502", date(2031, 5, 2)),
        ("Friday, 2 May 2031 – Teapot", date(2031, 5, 2)),
        ("May 2nd, 2031", date(2031, 5, 2)),
        ("2. Mai 2031", date(2031, 5, 2)),
        ("02.05.2031", date(2031, 5, 2)),
        ("2 de mayo de 2031", date(2031, 5, 2)),
        ("14 juil. 2023", date(2023, 7, 14)),
        ("05/14/2031", date(2031, 5, 14)),
        ("03/04/2031", None),
        ("market 12, 2031", None),
        ("2031-02-30", None),
        ("call 20315", None),
    ],
)
def test_dates_are_read_and_never_guessed(text: str, day: date | None) -> None:
    assert find_date(text) == day


def test_front_matter_dates_come_as_text_date_or_number() -> None:
    expected = datetime(2031, 5, 2)
    assert [as_datetime(value) for value in ("2031-05-02", date(2031, 5, 2), 20310502, "2 May 2031")] == [expected] * 4
    assert [as_datetime(value) for value in (True, 1931, None, "soon", 2.5)] == [None] * 5
