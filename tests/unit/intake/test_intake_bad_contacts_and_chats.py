"""Bad input of the formats of contacts, tables, calendars and chats: a clear error, or what can be read is kept."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from coach.domain.intake import ImportPreview
from coach.domain.models import Event, Note, Person
from coach.errors import ImportFileError
from coach.intake import calendars, preview, sheets, slack, telegram, vcard, whatsapp

HEBREW, ARABIC = "שרה כהן", "محمد الخيالي"


def card(name: str) -> bytes:
    return f"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:{name}\r\nEND:VCARD\r\n".encode()


def calendar(name: str) -> bytes:
    return (
        f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:{name}\r\nDTSTART:20260507T090000\r\n"
        f"ATTENDEE;CN={name}:mailto:a@example.org\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    ).encode()


def whatsapp_chat(name: str) -> bytes:
    return f"[14.07.23, 21:03:11] {name}: {name}\n[15.07.23, 21:03:11] Bo: hello\n".encode()


def telegram_chat(name: str) -> bytes:
    message = {
        "type": "message",
        "id": 1,
        "date": "2026-05-07T09:00:00",
        "from": name,
        "from_id": "user1",
        "text": name,
    }
    return json.dumps({"name": name, "type": "personal_chat", "id": 7, "messages": [message]}).encode()


def slack_export(name: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("users.json", json.dumps([{"id": "U1", "profile": {"real_name": name}}]))
        archive.writestr("channels.json", "[]")
        archive.writestr(
            "talk/2026-05-07.json", json.dumps([{"type": "message", "user": "U1", "text": name, "ts": "1"}])
        )
    return packed.getvalue()


def google(name: str) -> bytes:
    return f"Name,Given Name,Family Name,E-mail 1 - Value\n{name},,,a@example.org\n".encode()


def table(name: str) -> bytes:
    return f"Name,Company\n{name},Harbour\n".encode()


def workbook(name: str) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Name", "Company"])
    sheet.append([name, "Harbour"])
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


FORMATS: dict[str, tuple[str, Callable[[str], bytes]]] = {
    "vcard": ("x.vcf", card),
    "calendar": ("x.ics", calendar),
    "whatsapp": ("_chat.txt", whatsapp_chat),
    "telegram": ("result.json", telegram_chat),
    "slack": ("export.zip", slack_export),
    "google": ("contacts.csv", google),
    "table": ("list.csv", table),
    "workbook": ("list.xlsx", workbook),
    "pasted": ("pasted text", lambda name: f"Ida Blum, {name}\n".encode()),
}
TEXTS = ("vcard", "calendar", "whatsapp", "google", "table")


def said(found: ImportPreview) -> str:
    names = [item.name for item in found.items if isinstance(item, Person | Event)]
    texts = [f"{item.author} {item.text}" for item in found.items if isinstance(item, Note)]
    roles = [f"{item.role} {item.organisation}" for item in found.items if isinstance(item, Person)]
    return "\n".join([*names, *texts, *roles])


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", [HEBREW, ARABIC, "Ada 👩🏽‍🚀"])
def test_names_from_right_to_left_and_emoji_stay_whole(form: str, name: str) -> None:
    file, made = FORMATS[form]
    found = preview("", data=made(name), name=file)
    assert name in said(found)


@pytest.mark.parametrize("form", TEXTS)
@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "cp1252"])
def test_another_encoding_is_read_and_a_guess_is_said(form: str, encoding: str) -> None:
    file, made = FORMATS[form]
    found = preview("", data=made("Zoë Müller").decode().encode(encoding), name=file)
    assert "Zoë Müller" in said(found)
    assert ("cp1252" in " ".join(one.reason for one in found.warnings)) == (encoding == "cp1252")


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_that_is_cut_off_gives_a_preview_or_a_clear_error(form: str) -> None:
    file, made = FORMATS[form]
    whole = made("Ida Blum")
    for length in (10, len(whole) // 2, len(whole) - 5):
        items, steps = [], []
        try:
            items = list(preview("", data=whole[:length], name=file).items)
        except ImportFileError as error:
            steps.append(error.next_step)
        assert items or any(steps), f"the first {length} bytes"


@pytest.mark.parametrize("form", ["vcard", "calendar", "whatsapp", "telegram", "google", "table"])
def test_a_zip_under_another_name_is_opened_or_said_to_hold_nothing(form: str) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("picture.png", b"\x89PNG\r\n\x1a\n")
    with pytest.raises(ImportFileError, match=r"picture\.png|holds no|is not") as caught:
        preview("", data=packed.getvalue(), name=FORMATS[form][0])
    assert caught.value.next_step


@pytest.mark.parametrize(
    ("name", "kind", "limit"),
    [
        ("x.vcf", "vcard", vcard.LIMIT),
        ("x.ics", "calendar", calendars.LIMIT),
        ("_chat.txt", "whatsapp", whatsapp.LIMIT),
        ("result.json", "telegram", telegram.LIMIT),
        ("list.csv", "table", sheets.LIMIT),
        ("list.csv", "google", sheets.LIMIT),
    ],
)
def test_a_file_above_the_limit_is_refused_by_its_size_before_it_is_read(
    tmp_path: Path, name: str, kind: str, limit: int
) -> None:
    file = tmp_path / name
    with file.open("wb") as stream:
        stream.write(b"BEGIN:VCARD\n")
        stream.truncate(max(50_000_000, limit + 1))
    with pytest.raises(ImportFileError) as caught:
        preview(file, kind=kind)
    assert f"{limit // 1_000_000} MB" in caught.value.message


@pytest.mark.parametrize(
    ("file", "data", "why"),
    [
        ("x.vcf", b"BEGIN:VCARD\nVERSION:3.0\nEMAIL:a@example.org\nEND:VCARD\n", "The card has no name."),
        ("x.ics", b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Fair\nEND:VEVENT\nEND:VCALENDAR\n", "no day"),
        ("x.ics", b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260507\nEND:VEVENT\nEND:VCALENDAR\n", "no name"),
        ("contacts.csv", b"Name,Given Name,Family Name,E-mail 1 - Value\n,,,\n", "no contact with a name|no rows"),
        (
            "result.json",
            b'{"name": "x", "type": "personal_chat", "id": 7, "messages": [{"type": "message"}]}',
            "no message",
        ),
        ("result.json", b'{"chats": {"list": [{}]}}', "no message|not|no export"),
        ("_chat.txt", b"[14.07.23, 21:03:11] Ana joined\n[14.07.23, 21:04:11] Bo left\n", "no message|cannot|begins"),
    ],
)
def test_where_nothing_is_left_the_error_says_what_is_missing(file: str, data: bytes, why: str) -> None:
    with pytest.raises(ImportFileError, match=why) as caught:
        preview("", data=data, name=file)
    assert caught.value.next_step


def test_a_table_whose_rows_have_no_names_keeps_its_columns_to_choose_from() -> None:
    found = preview("", data=b"Name,Company\n,Harbour\n", name="list.csv")
    assert (found.items, [one.reason for one in found.skipped]) == ((), ["The row has no name."])
    assert found.table is not None


def test_a_slack_export_without_its_people_is_said_so() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("channels.json", "[]")
    with pytest.raises(ImportFileError, match=r"users\.json"):
        preview("", data=packed.getvalue(), name="export.zip", kind="slack")
    assert slack.LIMIT < 50_000_000
