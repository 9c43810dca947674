from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from coach.domain.brief import Brief, Line, PersonBrief
from coach.export.pdf import TALLEST_MM, brief_to_pdf
from coach.export.sheet import FONTS, PLACEHOLDER, WIDTH_MM, Sheet

MM_PER_POINT = 25.4 / 72


def pages(document: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b", document))


def size_mm(document: bytes) -> tuple[float, float]:
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", document)
    assert len(boxes) == 1
    return float(boxes[0][0]) * MM_PER_POINT, float(boxes[0][1]) * MM_PER_POINT


def words(document: bytes, folder: Path) -> str:
    """What a reader of the PDF can select, in reading order."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not here")
    (folder / "brief.pdf").write_bytes(document)
    done = subprocess.run(["pdftotext", "-layout", folder / "brief.pdf", "-"], capture_output=True, check=True)
    return " ".join(re.sub("[\u202a-\u202e]", "", done.stdout.decode()).split())


def many(brief: Brief, count: int) -> Brief:
    first = brief.people[0]
    people = []
    for number in range(count):
        quotes = tuple(one.model_copy(update={"source_id": f"{number}-{one.label}"}) for one in first.evidence)
        named = {"person_id": f"p{number}", "name": f"Person {number}", "evidence": quotes}
        people.append(first.model_copy(update=named))
    return brief.model_copy(update={"people": tuple(people)})


def test_a_usual_brief_is_one_narrow_page_with_everything_on_it(brief: Brief, tmp_path: Path) -> None:
    document = brief_to_pdf(brief)
    assert pages(document) == 1
    width, height = size_mm(document)
    assert width == pytest.approx(WIDTH_MM, abs=0.1)
    assert height < TALLEST_MM
    text = words(document, tmp_path)
    for part in (
        "Harbourlight Days",
        "drain connections at a deploy",
        "no cited note says 340",
        "drain test",
        "No lines",
    ):
        assert part in text
    assert "left out" not in text


def test_a_long_brief_stays_one_page_and_says_what_was_left_out(brief: Brief, tmp_path: Path) -> None:
    document = brief_to_pdf(many(brief, 12))
    assert pages(document) == 1
    assert size_mm(document)[1] <= TALLEST_MM
    text = words(document, tmp_path)
    assert "Evidence quotes" in text
    assert "left out to keep one page" in text
    assert "people are not on this page" in text


def test_evidence_quotes_go_first(brief: Brief, tmp_path: Path) -> None:
    count = 6
    text = words(brief_to_pdf(many(brief, count)), tmp_path)
    assert "Evidence quotes were left out" in text
    assert "My kit has a drain test" not in text
    assert all(f"Person {n}" in text for n in range(count))
    assert text.count("Which deploy made you hold your breath?") == count


def test_absurd_lengths_stay_one_page(brief: Brief) -> None:
    endless = "word " * 20_000
    long_person = brief.people[0].model_copy(
        update={"name": endless, "openers": (Line(text=endless),) * 9, "where": "x" * 50_000}
    )
    document = brief_to_pdf(brief.model_copy(update={"event_name": endless, "people": (long_person,) * 12}))
    assert pages(document) == 1
    assert size_mm(document)[1] <= TALLEST_MM


def test_an_empty_brief_is_a_page_too(tmp_path: Path) -> None:
    document = brief_to_pdf(Brief(event_id="e", event_name="Dinner"))
    assert pages(document) == 1
    assert "Nobody to meet" in words(document, tmp_path)


@pytest.mark.parametrize(
    "name",
    [
        "Йорданка Велева",
        "Ολουβασέουν Πετράκης",
        "إدريس بلمشتة",
        "דוד כהן",
        "प्रिया शर्मा",
        "李明",
        "恵子",
        "Nguyễn Thị Ánh",
    ],
)
def test_names_of_many_scripts_are_drawn_with_real_letters(name: str, tmp_path: Path) -> None:
    sheet = Sheet(200)
    assert sheet.printable(name) == name
    assert sheet.replaced == 0
    sheet.close()
    document = brief_to_pdf(Brief(event_id="e", event_name="E", people=(PersonBrief(person_id="p", name=name),)))
    assert "character that this page" not in words(document, tmp_path)


def test_arabic_and_hebrew_are_kept_selectable(tmp_path: Path) -> None:
    people = tuple(PersonBrief(person_id=name, name=name) for name in ("إدريس", "כהן"))
    text = words(brief_to_pdf(Brief(event_id="e", event_name="E", people=people)), tmp_path)
    assert "إدريس" in text
    assert "כהן" in text


def test_emoji_never_crash_and_unknown_ones_are_a_box_that_is_explained(tmp_path: Path) -> None:
    sheet = Sheet(200)
    assert sheet.printable("ok 😀 👩🏽‍🚀 🇳🇱 ❤️") == f"ok 😀 {PLACEHOLDER} {PLACEHOLDER} ❤"
    assert sheet.replaced == 2
    sheet.close()
    people = (PersonBrief(person_id="p", name="Ana 👩🏽‍🚀 한을"),)
    text = words(brief_to_pdf(Brief(event_id="e", event_name="🎉🎉", people=people)), tmp_path)
    assert "stands for a character that this page's fonts lack" in text


def test_fonts_are_small_and_licensed() -> None:
    files = list(FONTS.glob("*.ttf"))
    assert sum(file.stat().st_size for file in files) < 1_500_000
    readme = (FONTS / "README.md").read_text(encoding="utf-8")
    assert all(f"`{file.name}`" in readme for file in files)
    for licence in set(re.findall(r"`(LICENSE-[\w.-]+)`", readme)):
        assert (FONTS / licence).stat().st_size > 500
