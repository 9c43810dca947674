"""Address books and lists of people: vCards of each version, Google's CSV, tables in any columns, workbooks."""

from __future__ import annotations

import io
import zipfile
from typing import cast

import openpyxl
import pytest

from coach.domain.intake import Choices, ImportPreview
from coach.domain.models import Person
from coach.errors import ImportFileError
from coach.intake import preview, sheets

GOOGLE_NEW = (
    "First Name,Middle Name,Last Name,Organization Name,Organization Title,Notes,Labels,E-mail 1 - Label,"
    "E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value\n"
    'Ana,,Ruiz,Harbour,CTO,"likes tea\nand rye",Climbing ::: * myContacts,* Work,a@x.org ::: b@x.org,Mobile,+49 170 1\n'
)
GOOGLE_OLD = (
    "Name,Given Name,Additional Name,Family Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value,"
    "Organization 1 - Name,Organization 1 - Title\nAna Ruiz,Ana,,Ruiz,* myContacts,* ,a@x.org,Harbour,CTO\n"
)


def read(data: str | bytes, name: str, **choices: object) -> ImportPreview:
    raw = data.encode() if isinstance(data, str) else data
    return preview("", data=raw, name=name, choices=Choices.model_validate(choices))


def people(found: ImportPreview) -> list[Person]:
    return [cast(Person, item) for item in found.items]


def card(*lines: str, version: str = "3.0") -> str:
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])


def test_a_card_of_version_2_1_is_read_with_its_quoted_printable_words_and_without_its_photo() -> None:
    found = read(
        card(
            "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Ren=C3=A9 =\r\n=C3=89lan",
            "TEL;CELL;VOICE:+1 555 010",
            "PHOTO;ENCODING=BASE64;JPEG:AAAA\r\n AAAA",
            version="2.1",
        ),
        "old.vcf",
    )
    assert people(found)[0].name == "René Élan"
    assert [one.value for one in people(found)[0].channels] == ["+1 555 010"]


def test_folded_lines_emoji_right_to_left_names_and_addresses_of_version_4_are_read() -> None:
    found = read(
        card("FN:مريم 🌸", "EMAIL;PREF=1:m@x.org", "TEL;VALUE=uri:tel:+1-555-010", "NOTE:lo\r\n ng", version="4.0"),
        "x.vcf",
    )
    person = people(found)[0]
    assert (person.name, person.about) == ("مريم 🌸", "long")
    assert {one.type: one.value for one in person.channels} == {"email": "m@x.org", "phone": "+1-555-010"}


def test_a_group_is_kept_with_its_members_and_a_company_is_no_person() -> None:
    found = read(
        card("UID:urn:uuid:1", "FN:Ana Ruiz")
        + card("KIND:group", "FN:Climbers", "MEMBER:urn:uuid:1", version="4.0")
        + card("ORG:Harbour", "X-ABShowAs:COMPANY", "FN:Harbour"),
        "x.vcf",
    )
    assert [(person.name, person.about) for person in people(found)] == [("Ana Ruiz", "Groups: Climbers")]
    assert sorted(skip.value for skip in found.skipped) == ["Climbers", "Harbour"]


def test_a_broken_or_cut_off_card_costs_no_other() -> None:
    found = read(card("FN:Ana Ruiz", "nonsense") + "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Bo Li\r\nEMAIL:bo@x.o", "x.vcf")
    assert [person.name for person in people(found)] == ["Ana Ruiz", "Bo Li"]
    assert any("cut off" in warning.reason for warning in found.warnings)


@pytest.mark.parametrize("data", [GOOGLE_NEW, GOOGLE_OLD])
def test_googles_contacts_are_read_with_the_new_and_the_old_headers(data: str) -> None:
    found = read(data, "contacts.csv")
    ana = people(found)[0]
    assert found.importer == "google"
    assert (ana.name, ana.organisation, ana.role, ana.channels[0].value) == ("Ana Ruiz", "Harbour", "CTO", "a@x.org")


def test_googles_lists_in_a_cell_are_parted_and_its_own_groups_left_out() -> None:
    ana = people(read(GOOGLE_NEW, "contacts.csv"))[0]
    assert [one.value for one in ana.channels] == ["a@x.org", "b@x.org", "+49 170 1"]
    assert ana.about == "likes tea\nand rye\nLabels: Climbing"


@pytest.mark.parametrize(
    ("data", "columns"),
    [
        ("Full name,Company,Job Title,Ticket\nAna Ruiz,Harbour,CTO,VIP\n", ("name", "organisation", "role", "")),
        ("Vorname;Nachname;Firma;Funktion\nJörg;Weiß;Hafen;Koch\n", ("first", "last", "organisation", "role")),
        ("Prénom\tNom\tCourriel\nÉlan\tRey\te@x.org\n", ("first", "last", "email")),
        ("Ana Ruiz,Engineer,a@x.org\nBo Li,Designer,b@x.org\nCy Day,CEO,c@x.org\n", ("name", "role", "email")),
        ("Name,Order ID,Title\nAna Ruiz,7,Dr\nBo Li,8,Mr\n", ("name", "", "")),
    ],
)
def test_columns_are_proposed_by_header_words_and_by_the_look_of_the_values(
    data: str, columns: tuple[str, ...]
) -> None:
    found = read(data, "people.csv")
    assert found.table is not None
    assert found.table.columns == columns


def test_chosen_and_remembered_columns_win_over_the_proposal() -> None:
    data = "Wer,Was\nAna Ruiz,Boats\n"
    first = read(data, "x.csv", columns=("name", "cares_about"))
    assert people(first)[0].cares_about == ("Boats",)
    assert first.table is not None
    again = read(data, "y.csv", remembered={first.table.signature: ("name", "organisation")})
    assert again.table is not None
    assert again.table.remembered
    assert people(again)[0].organisation == "Boats"


def test_a_table_without_a_name_asks_for_one_and_loses_nothing() -> None:
    found = read("A;B\n1;2\n3;4\n", "x.csv")
    assert found.items == ()
    assert found.table is not None
    assert "Say which one" in found.skipped[0].reason


def test_a_workbook_is_read_with_values_for_formulas_and_rows_above_its_header_reported() -> None:
    book = openpyxl.Workbook()
    for line in (["Attendees"], [], ["Attendee Name", "Firma", "Ticket"], ["Ruiz, Ana", "Harbour", 7], ["=A4", "x", 1]):
        book.active.append(line)  # type: ignore[union-attr]
    kept = io.BytesIO()
    book.save(kept)
    found = read(kept.getvalue(), "list.xlsx")
    assert [(person.name, person.organisation) for person in people(found)] == [("Ana Ruiz", "Harbour")]
    assert [skip.where for skip in found.skipped] == ["row 1", "row 5"]


def test_a_workbook_that_would_unpack_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "UNPACKED_LIMIT", 1_000)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "x")
        archive.writestr("xl/workbook.xml", "x" * 5_000)
    with pytest.raises(ImportFileError, match="refused"):
        read(packed.getvalue(), "bomb.xlsx")


def test_a_locked_or_old_workbook_says_what_to_do() -> None:
    with pytest.raises(ImportFileError, match="locked by a password") as caught:
        read(b"\xd0\xcf\x11\xe0" + bytes(3_000), "list.xlsx")
    assert "CSV" in caught.value.next_step
