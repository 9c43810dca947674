"""Rows of a CSV file whose quotation marks cannot be trusted: one that is never closed costs its own row alone."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from coach.intake.findings import Findings

_RUNAWAY = 5
"""Lines; a row of LinkedIn's that spans more has a quotation mark that is never closed."""


def cells_of(line: str, delimiter: str) -> list[str]:
    """The cells of one line; none where it cannot be read."""
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []


def rows(
    findings: Findings, lines: list[str], start: int, delimiter: str, longest: int = _RUNAWAY
) -> Iterator[tuple[str, list[str]]]:
    """Each row that is not blank, with the number of its first line. `longest`: lines that one row may span."""
    position = start
    while position < len(lines):
        ahead = (line + "\n" for line in lines[position : position + longest])
        reader = csv.reader(ahead, delimiter=delimiter)
        where = f"line {position + 1}"
        try:
            row = next(reader, [])
        except csv.Error as exc:
            findings.skip(where, "The row cannot be read: {fault}.", lines[position], fault=exc)
            row = []
        taken = max(1, reader.line_num)
        if taken > 1 and sum(line.count('"') for line in lines[position : position + taken]) % 2:
            findings.warn(where, "A quotation mark is never closed; the row was read without it.", lines[position])
            row, taken = lines[position].replace('"', "").split(delimiter), 1
        if any(cell.strip() for cell in row):
            yield where, [cell.strip() for cell in row]
        position += taken
