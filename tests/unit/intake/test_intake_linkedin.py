"""LinkedIn's Connections.csv."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest

from coach.domain.models import Person
from coach.errors import ImportFileError
from coach.intake import ImportPreview, preview

HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


def read(*rows: str, header: str = HEADER) -> ImportPreview:
    return preview("", data=(header + "\n".join(rows)).encode(), name="Connections.csv")


def people(found: ImportPreview) -> list[Person]:
    return [cast(Person, item) for item in found.items]


def test_a_real_export_is_read_behind_its_notes(fixtures: Path) -> None:
    found = preview(fixtures / "Connections.csv")
    ada, bela, khayali, rocket, noa = people(found)
    assert found.importer == "linkedin"
    assert (ada.name, ada.organisation, ada.role) == ("Ada Invented", "Spout, Lid & Co. KG", "Head of Pouring")
    assert ada.how_met == "Connected on LinkedIn on 14 July 2023"
    assert ada.relation == "known"
    assert [(channel.type, channel.value) for channel in ada.channels] == [
        ("linkedin", "https://www.linkedin.com/in/ada-invented"),
        ("email", "ada@teapot.example"),
    ]
    assert [channel.type for channel in bela.channels] == ["linkedin"]
    assert khayali.name == "محمد الخيالي"
    assert rocket.name == "Rocket 🚀 Person 👩‍💻"
    assert noa.channels == ()


def test_a_row_without_a_name_is_skipped_with_its_line(fixtures: Path) -> None:
    found = preview(fixtures / "Connections.csv")
    assert [skip.where for skip in found.skipped] == ["line 7"]
    assert "no name" in found.skipped[0].reason


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_encodings_and_byte_order_marks_change_nothing(fixtures: Path, encoding: str) -> None:
    text = (fixtures / "Connections.csv").read_text(encoding="utf-8")
    found = preview("", data=text.encode(encoding), name="Connections.csv")
    assert found.items == preview(fixtures / "Connections.csv").items


def test_line_ends_of_windows_change_nothing(fixtures: Path) -> None:
    data = (fixtures / "Connections.csv").read_bytes().replace(b"\n", b"\r\n")
    assert preview("", data=data, name="c.csv").items == preview(fixtures / "Connections.csv").items


def test_latin_1_is_read_with_a_warning() -> None:
    data = (HEADER + "Jürgen,Müller,https://www.linkedin.com/in/jm,,Straße AG,,1 Jan 2020\n").encode("latin-1")
    found = preview("", data=data, name="c.csv")
    assert people(found)[0].name == "Jürgen Müller"
    assert any("not UTF-8" in warning.reason for warning in found.warnings)


def test_the_id_follows_the_profile_through_a_change_of_job_and_address_form() -> None:
    before = read("Ada,Invented,https://www.linkedin.com/in/ada-invented,,Old Tea,,1 Jan 2020")
    after = read("Ada,Other,http://de.linkedin.com/in/Ada-Invented/?trk=x,,New Tea,,1 Jan 2020")
    assert people(before)[0].id == people(after)[0].id


def test_without_a_profile_the_id_is_of_name_and_company() -> None:
    one, two = people(read("Ada,Invented,,,Tea,,", "Ada,Invented,,,Coffee,,"))
    assert one.id != two.id
    assert people(read("ada,invented,,,TEA,,"))[0].id == one.id


def test_the_same_person_twice_is_kept_once_and_reported() -> None:
    row = "Ada,Invented,https://www.linkedin.com/in/ada,,,,"
    found = read(row, row)
    assert len(found.items) == 1
    assert "line 2" in found.skipped[0].reason


def test_german_headers_and_dates_are_read() -> None:
    header = "Vorname;Nachname;URL;E-Mail-Adresse;Unternehmen;Position;Verbunden am\n"
    found = read("Ada;Invented;https://www.linkedin.com/in/ada;;Tee AG;Köchin;3. März 2022", header=header)
    assert people(found)[0].how_met == "Connected on LinkedIn on 3 March 2022"
    assert people(found)[0].organisation == "Tee AG"


def test_older_american_dates_are_read_month_first_and_others_kept_as_they_are() -> None:
    found = read("Ada,Invented,,,A,,07/14/23", "Béla,Madeup,,,B,,once upon")
    assert people(found)[0].how_met == "Connected on LinkedIn on 14 July 2023"
    assert people(found)[1].how_met == "Connected on LinkedIn on once upon"
    assert any("date" in warning.reason for warning in found.warnings)


def test_a_quotation_mark_that_is_never_closed_loses_no_later_row() -> None:
    rows = [f'P{n},Q{n},https://www.linkedin.com/in/p{n},,"Open {n},,1 Jan 2020' for n in (1,)]
    rows += [f"P{n},Q{n},https://www.linkedin.com/in/p{n},,C,,1 Jan 2020" for n in range(2, 12)]
    found = read(*rows)
    assert [person.name for person in people(found)] == [f"P{n} Q{n}" for n in range(1, 12)]
    assert any("never closed" in warning.reason for warning in found.warnings)


def test_a_comma_too_many_keeps_name_and_address_and_says_so() -> None:
    found = read("Ada,Invented,https://www.linkedin.com/in/ada,,Spout, Lid & Co,Boss,1 Jan 2020")
    ada = people(found)[0]
    assert (ada.name, ada.organisation, len(ada.channels)) == ("Ada Invented", "", 1)
    assert any("8 cells" in warning.reason for warning in found.warnings)


def test_addresses_that_are_not_linkedins_are_left_out() -> None:
    found = read("Ada,Invented,javascript:alert(1),nonsense,,,", "Bo,B,https://evil.example/linkedin.com/in/x,,,,")
    assert [person.channels for person in people(found)] == [(), ()]
    assert len(found.warnings) == 3


def test_the_zip_of_the_export_is_read(fixtures: Path, zipped: Callable[..., bytes]) -> None:
    data = (fixtures / "Connections.csv").read_bytes()
    archive = zipped({"Basic_Export/Connections.csv": data, "Basic_Export/Registration.csv": "x,y"})
    found = preview("", data=archive, name="Connections.csv")
    assert found.items == preview(fixtures / "Connections.csv").items
    assert any("Registration.csv" in skip.where for skip in found.skipped)


def test_a_zip_without_connections_says_so(zipped: Callable[..., bytes]) -> None:
    archive = zipped({"Profile.csv": "First Name\nAda"})
    with pytest.raises(ImportFileError, match=r"Profile\.csv"):
        preview("", data=archive, name="Connections.csv")
    with pytest.raises(ImportFileError, match="no connection"):
        preview("", data=archive, name="Connections.csv", kind="linkedin")


def test_a_table_that_is_not_linkedins_says_what_its_columns_should_be() -> None:
    with pytest.raises(ImportFileError, match="begins with 'Name,Ticket'") as caught:
        preview("", data=b"Name,Ticket\nAda Invented,VIP\n", name="attendees.csv", kind="linkedin")
    assert "Connected On" in caught.value.next_step


def test_an_export_without_rows_is_an_error_with_a_next_step() -> None:
    with pytest.raises(ImportFileError, match="no connection") as caught:
        read()
    assert caught.value.next_step
