"""Exports speak the language of whoever asks for them, and English when nobody says."""

from __future__ import annotations

import shutil
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from icalendar import Calendar

from coach.domain.brief import Brief
from coach.domain.models import Answer, Commitment, Event, Person, Reflection
from coach.domain.takeout import Takeout
from coach.export.calendar import to_ics
from coach.export.folder import to_files
from coach.export.language import speaking
from coach.export.markdown import brief_to_markdown, reflection_to_markdown
from coach.export.pdf import brief_to_pdf
from coach.export.wording import dates_text
from coach.ui.strings import Translator

ENGLISH_HEADINGS = ("Goals", "Open with", "Ask", "Offer", "Tell", "Evidence", "Why", "Where", "Made on")


@pytest.fixture
def german() -> Translator:
    t = Translator()
    t.use("de")
    return t


def test_a_brief_speaks_german_as_markdown(brief: Brief, german: Translator) -> None:
    with speaking(german.said):
        text = brief_to_markdown(brief)
    lines = text.splitlines()
    assert "## Belege" in lines
    assert "**Beginne mit**" in lines
    assert not [head for head in ENGLISH_HEADINGS if f"**{head}**" in lines or f"## {head}" in lines]
    assert "## Evidence" in brief_to_markdown(brief)


def test_a_brief_speaks_german_as_pdf(brief: Brief, german: Translator, tmp_path: Path) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not here")
    with speaking(german.said):
        (tmp_path / "brief.pdf").write_bytes(brief_to_pdf(brief))
    shown = subprocess.run(["pdftotext", tmp_path / "brief.pdf", "-"], capture_output=True, check=True).stdout.decode()
    assert "Beginne mit" in shown
    assert "Open with" not in shown


def test_days_and_scales_and_reminders_speak_german(german: Translator) -> None:
    ana = Person(id="ana", name="Ana May", follow_up_on=date(2027, 3, 1))
    promise = Commitment(person="ana", by="me", what="send the map", due=date(2027, 3, 2))
    reflection = Reflection(event="e", energy_before=3, answers=(Answer(prompt="Why?", text="May."),))
    with speaking(german.said):
        assert dates_text(date(2027, 3, 1), date(2027, 3, 2)) == "1.–2. März 2027"
        assert dates_text(date(2027, 3, 31), date(2027, 4, 1)) == "31. März – 1. April 2027"
        calendar = Calendar.from_ical(to_ics([], [ana], [promise], now=datetime(2027, 1, 1, tzinfo=UTC)))
        written = reflection_to_markdown(reflection)
        paths = [path for path, _ in to_files(Takeout(items=(ana, Event(name="Fair"), promise)))]
    named = {str(entry["SUMMARY"]) for entry in calendar.walk("VEVENT")}
    assert named == {"Melde dich bei Ana May", "send the map (an Ana May)"}
    assert "# Rückblick · e" in written
    assert "May." in written
    assert sorted(paths) == ["Menschen/Ana May.md", "Veranstaltungen/Fair.md", "Versprechen.md"]
    assert dates_text(date(2027, 3, 1), date(2027, 3, 2)) == "1–2 March 2027"
