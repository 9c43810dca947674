"""The time that a line of a programme begins with."""

from __future__ import annotations

import pytest

from coach.intake.clock_line import timed


@pytest.mark.parametrize(
    ("line", "starts", "minutes", "text"),
    [
        ("9:00 Opening", 540, None, "Opening"),
        ("9.30 Uhr: Begrüßung", 570, None, "Begrüßung"),
        ("09.30–10.15 Uhr Wasser", 570, 45, "Wasser"),
        ("9:00 bis 9:45 Uhr Wasser", 540, 45, "Wasser"),
        ("14:00 Uhr - 15:00 Uhr Podium", 840, 60, "Podium"),
        ("13 Uhr Podium", 780, None, "Podium"),
        ("14-15 Uhr Workshop", 840, 60, "Workshop"),
        ("ab 10:30 Uhr Kaffee", 630, None, "Kaffee"),
        ("9am Opening", 540, None, "Opening"),
        ("9 a.m. Closing", 540, None, "Closing"),
        ("12:00pm Lunch", 720, None, "Lunch"),
        ("1–2pm Lunch", 780, 60, "Lunch"),
        ("10:30am - 11:15am Batteries", 630, 45, "Batteries"),
        ("9:00 | Opening", 540, None, "Opening"),
        ("9:00 - 3 ways to fly", 540, None, "3 ways to fly"),
        ("10:00h Opening", 600, None, "Opening"),
        ("09:00 – 09:30", 540, 30, ""),
    ],
)
def test_a_time_is_read_as_it_is_typed(line: str, starts: int, minutes: int | None, text: str) -> None:
    found = timed(line)
    assert found is not None
    assert (found.starts, found.minutes, found.text) == (starts, minutes, text)


@pytest.mark.parametrize(
    "line",
    ["10 Dinge", "3. Dezember", "3.12.2026", "3.12. Do", "2026 review", "7 to 9 people", "25:00 Late", "1.5 km", ""],
)
def test_another_number_is_no_time(line: str) -> None:
    assert timed(line) is None
