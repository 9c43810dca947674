"""What cannot be read is refused with a clear error, and nothing that can be read is lost."""

from __future__ import annotations

import gzip
import os
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import cast

import pytest

from coach.domain.models import Event, Person
from coach.errors import ImportFileError
from coach.intake import importers, linkedin, notes, preview, schedule
from coach.intake.cleaning import NAME_LIMIT, clean_name, clean_text

KINDS = [info.name for info in importers()]
HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


def one_person(first: str, last: str = "") -> tuple[Person, list[str]]:
    data = (HEADER + f'"{first}","{last}",https://www.linkedin.com/in/x,,,,\n').encode("utf-8", "surrogatepass")
    found = preview("", data=data, name="c.csv")
    return cast(Person, found.items[0]), [warning.reason for warning in found.warnings]


@pytest.mark.parametrize("kind", ["auto", *KINDS])
@pytest.mark.parametrize("data", [b"", b"   \n\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_said_to_be_empty(kind: str, data: bytes) -> None:
    with pytest.raises(ImportFileError) as caught:
        preview("", data=data, name="x.csv", kind=kind)
    assert "x.csv" in caught.value.message
    assert caught.value.next_step


@pytest.mark.parametrize("kind", ["auto", *KINDS])
def test_a_path_that_does_not_exist_is_named(kind: str, tmp_path: Path) -> None:
    with pytest.raises(ImportFileError, match="nowhere"):
        preview(tmp_path / "nowhere.json", kind=kind)


@pytest.mark.parametrize("path", ["a\x00b", "/dev/null", "x" * 5_000])
def test_odd_paths_are_refused(path: str) -> None:
    with pytest.raises(ImportFileError):
        preview(path)


def test_an_unknown_kind_lists_the_known_ones() -> None:
    with pytest.raises(ImportFileError, match="'outlook'") as caught:
        preview("", data=b"x", name="x.txt", kind="outlook")
    assert "linkedin, pyvideo, schedule, vcard" in caught.value.next_step


@pytest.mark.parametrize(
    ("name", "kind", "limit"),
    [
        ("Connections.csv", "linkedin", linkedin.LIMIT),
        ("schedule.json", "schedule", schedule.LIMIT),
        ("schedule.xml", "schedule", schedule.LIMIT),
        ("talk.json", "pyvideo", 5_000_000),
        ("note.md", "notes", notes.FILE_LIMIT),
        ("story.md", "stories", notes.FILE_LIMIT),
    ],
)
def test_a_file_of_50_mb_is_refused_by_its_size_before_it_is_read(
    tmp_path: Path, name: str, kind: str, limit: int
) -> None:
    file = tmp_path / name
    with file.open("wb") as stream:
        stream.write(b"{ \n")
        stream.truncate(50_000_000)
    with pytest.raises(ImportFileError) as caught:
        preview(file, kind=kind)
    assert "50.0 MB" in caught.value.message
    assert f"{limit // 1_000_000} MB" in caught.value.message


def test_a_file_that_unpacks_to_more_than_the_limit_is_refused() -> None:
    packed = gzip.compress(b'{"schedule": 1}' + b" " * (schedule.LIMIT + 1))
    with pytest.raises(ImportFileError, match="at most 20 MB"):
        preview("", data=packed, name="schedule.json.gz")


def test_a_zip_bomb_is_refused(zipped: Callable[..., bytes]) -> None:
    bomb = zipped({"note.md": b"a" * 30_000_000})
    assert len(bomb) < 100_000
    with pytest.raises(ImportFileError, match=r"30 MB from 0\.0"):
        preview("", data=bomb, name="notes.zip")


def test_a_zip_that_lies_about_its_sizes_is_not_believed(zipped: Callable[..., bytes]) -> None:
    honest = zipped({"note.md": b"a" * 6_000_000})
    size = (6_000_000).to_bytes(4, "little")
    assert honest.count(size) == 2
    with pytest.raises(ImportFileError):
        preview("", data=honest.replace(size, (10).to_bytes(4, "little")), name="notes.zip")


@pytest.mark.parametrize("entry", ["../evil.md", "/etc/evil.md", "a/../../evil.md", "C:/evil.md", "..\\evil.md"])
def test_entries_that_point_outside_a_zip_are_refused(zipped: Callable[..., bytes], entry: str) -> None:
    with pytest.raises(ImportFileError, match="refused"):
        preview("", data=zipped({"good.md": "2031-01-01 tea", entry: "evil"}), name="notes.zip")


def test_damaged_protected_and_office_zips_are_refused(zipped: Callable[..., bytes]) -> None:
    good = zipped({"note.md": "2031-01-01 tea " * 100})
    for data in (good[:-30], b"PK\x03\x04" + b"x" * 50, zipped({}), zipped({"[Content_Types].xml": "x", "a.md": "b"})):
        with pytest.raises(ImportFileError):
            preview("", data=data, name="notes.zip")
    locked = bytearray(good)
    locked[6] |= 1
    locked[good.rfind(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(ImportFileError, match="password"):
        preview("", data=bytes(locked), name="notes.zip")


def test_a_damaged_entry_is_skipped_and_the_others_are_kept() -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("a.md", "2031-01-01 first note, quite whole")
        archive.writestr("b.md", "2031-01-01 second note, soon damaged")
    data = buffer.getvalue().replace(b"soon damaged", b"soon dXmaged")
    found = preview("", data=data, name="notes.zip")
    assert len(found.items) == 1
    assert [skip.where for skip in found.skipped] == ["b.md"]


def test_a_damaged_gzip_file_is_refused() -> None:
    packed = gzip.compress(os.urandom(2_000))
    for data in (packed[:-200], b"\x1f\x8b" + b"x" * 40):
        with pytest.raises(ImportFileError, match="cannot be read"):
            preview("", data=data, name="talks.jsonl.gz")


def test_one_format_in_place_of_another_is_named_for_what_it_is(fixtures: Path) -> None:
    table = (fixtures / "Connections.csv").read_bytes()
    assert preview("", data=table, name="schedule.json").importer == "linkedin", "the content decides"
    with pytest.raises(ImportFileError, match="is not JSON; it begins with 'Name;Age Ada;3'"):
        preview("", data=b"Name;Age\nAda;3", name="talks.json")
    with pytest.raises(ImportFileError, match="not text"):
        preview("", data=b"%PDF-1.7\n" + os.urandom(500), name="notes.md", kind="notes")
    with pytest.raises(ImportFileError, match="not text"):
        preview("", data=b"\x89PNG\r\n\x1a\n" + bytes(500), name="Connections.csv")


@pytest.mark.parametrize(
    "name",
    ["Ada 👩🏽‍🚀", "محمد الخيالي", "שרה כהן", "𝒜𝒹𝒶", "田中 太郎", "می‌خواهم پارسی", "ශ්‍රී ලංකා", "🏴󠁧󠁢󠁳󠁣󠁴󠁿 Ailsa", "葛󠄀城 ❤️‍🔥"],
)
def test_emoji_and_names_of_all_scripts_stay_intact(name: str) -> None:
    person, warnings = one_person(name)
    assert person.name == name
    assert warnings == []


@pytest.mark.parametrize(
    "dirty",
    [
        "A\u200bda",
        "\u202eAda\u202c",
        "Ad\u00ada",
        "A\u200dda",
        "Ada\u2060",
        "\ufeffAda",
        "A\u3164da",
        "Ada\U000e0041\U000e0042",
    ],
)
def test_hidden_characters_in_a_name_go_with_a_warning(dirty: str) -> None:
    person, warnings = one_person(dirty)
    assert person.name == "Ada"
    assert any("hidden" in warning for warning in warnings)


def test_a_run_of_variation_selectors_cannot_carry_a_message() -> None:
    smuggled = "葛" + "".join(chr(0xE0100 + byte) for byte in b"secret")
    assert len(clean_name(smuggled)[0]) == 2


def test_lone_surrogates_never_reach_the_store() -> None:
    data = b'{"schedule": {"conference": {"title": "Te\\ud800a", "days": []}}}'
    event = cast(Event, preview("", data=data, name="s.json").items[0])
    assert event.name == "Tea"
    event.name.encode("utf-8")


def test_a_name_of_500_characters_is_kept_and_an_endless_one_is_skipped() -> None:
    person, _ = one_person("N" * 500)
    assert person.name == "N" * 500
    with pytest.raises(ImportFileError, match="too many for a name"):
        one_person("N" * (NAME_LIMIT + 1))


def test_clean_text_unifies_line_ends_and_counts_what_goes() -> None:
    assert clean_text("a\r\nb\rc\n\rd") == ("a\nb\nc\nd", 0)
    assert clean_text("a\x00b\x1bc") == ("abc", 2)


def test_two_previews_are_equal(fixtures: Path) -> None:
    for entry in sorted(fixtures.iterdir()):
        assert preview(entry) == preview(entry)


def test_every_importer_says_what_it_is_for() -> None:
    for info in importers():
        assert info.title
        assert info.description
        assert info.extensions
        assert not any(extension.startswith(".") for extension in info.extensions)


@pytest.mark.parametrize(
    ("name", "data", "words", "step"),
    [
        (
            "programme.pdf",
            b"%PDF-1.7\n\x00\xff",
            "is a PDF, which is not read as a file",
            "copy it, and paste the text",
        ),
        ("poster.png", b"\x89PNG\r\n\x1a\n\x00", "is a picture, not text", "Type what it shows"),
        ("badge.jpg", b"\xff\xd8\xff\xe0\x00", "is a picture, not text", "Type what it shows"),
        ("mail.eml", b"From: Ana <a@x.org>\nSubject: Hi\n\nHello", "is a mail, which is not read", "paste the text"),
        ("page.html", b"<!doctype html><p>Hi", "is a web page", "paste the text here"),
        ("blob.dat", b"\x00\x01\x02\x03" * 50, "is not text", "Supported are"),
    ],
)
def test_what_is_no_export_says_what_it_is_and_what_to_do(name: str, data: bytes, words: str, step: str) -> None:
    with pytest.raises(ImportFileError, match=words) as raised:
        preview("", data=data, name=name)
    assert step in raised.value.next_step


def test_a_path_that_is_not_there_is_told_without_the_systems_number(tmp_path: Path) -> None:
    with pytest.raises(ImportFileError) as raised:
        preview(tmp_path / "none.csv")
    assert "[Errno" not in raised.value.message
    assert raised.value.message.endswith("cannot be opened: No such file or directory.")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Water Days\n9:00 Opening\n10:00 Rivers\n", "programme"),
        ("Ana Ruiz, maintainer\nBen Meyer, CTO\nLi Wei, editor\n", "list of people"),
        ("Met Ana Ruiz today.\nShe mends clocks.\nAt 9:00 we left.\n", ""),
    ],
)
def test_a_text_file_that_looks_otherwise_is_a_note_that_says_so(text: str, kind: str) -> None:
    found = preview("", data=text.encode(), name="x.txt")
    said = [one.reason for one in found.warnings if "It looks like" in one.reason]
    assert found.importer == "notes"
    assert [kind in one for one in said] == ([True] if kind else [])
