from __future__ import annotations

from rich.cells import cell_len

from coach.domain.brief import Brief
from coach.export.terminal import brief_to_text


def test_text_fits_the_width_and_has_no_trailing_blanks(brief: Brief) -> None:
    lines = brief_to_text(brief, 60).split("\n")
    assert max(cell_len(line) for line in lines) <= 60
    assert all(line == line.rstrip() for line in lines)


def test_lines_flags_errors_and_evidence_are_all_there(brief: Brief) -> None:
    text = brief_to_text(brief, 200)
    assert "How do you drain connections at a deploy? [T1] [N2]" in text
    assert "⚠ What did 340 patients teach you? [N2]" in text
    assert "⚠ “340”: no cited note says 340" in text
    assert "⚠ No lines: The model stopped. Try again." in text
    assert "[T1] Two million parcels, 16 November 2026: “Parcelwing tracks two million parcels a day.”" in text
    assert "[T7] is cited, but no such evidence was given." in text


def test_square_brackets_of_a_note_are_not_read_as_colours(brief: Brief) -> None:
    named = brief.model_copy(update={"event_name": "[red]Rust[/red] :smile: meetup", "goals": ("[bold]x",)})
    text = brief_to_text(named, 100)
    assert "[red]Rust[/red] :smile: meetup" in text
    assert "[bold]x" in text


def test_colour_only_where_it_is_asked_for(brief: Brief) -> None:
    assert "\x1b[" not in brief_to_text(brief, 80)
    assert "\x1b[" in brief_to_text(brief, 80, colour=True)
