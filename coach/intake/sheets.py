"""Reads a table out of CSV, tab-separated text or an Excel workbook, as rows of text, with its header found.

A workbook is a zip of XML from anybody: openpyxl reads it in its streaming mode, values in place of formulas, with
entities refused (defusedxml); sizes that it declares are not believed, and rows and columns have limits.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import islice
from typing import Any

from coach.errors import ImportFileError
from coach.intake.archives import WORKBOOK
from coach.intake.cleaning import whole_characters
from coach.intake.columns import field_of, is_header
from coach.intake.csv_rows import cells_of, rows
from coach.intake.decoding import decode
from coach.intake.findings import Findings
from coach.intake.sources import SourceFile

LIMIT = 20_000_000
"""Bytes of a file. 50,000 people with ten columns have about 6 million."""
MAX_ROWS = 50_000
MAX_COLUMNS = 200
UNPACKED_LIMIT = 150_000_000
"""Bytes of a workbook's parts together, as it declares them; reading stops there in any case."""
_HEADER_WITHIN = 15
_DELIMITERS = (",", ";", "\t", "|")
_LONGEST = 100
"""Lines that one row may span: address books hold notes of many lines."""
_BLANK_RUN = 1_000
"""Blank rows after which a sheet is taken to have ended; some declare a million."""
Row = tuple[str, list[str]]


@dataclass(frozen=True)
class Sheet:
    """A table. `headers` has a title for each column, all blank where there are none; rows have their place."""

    headers: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def width(self) -> int:
        return len(self.headers)

    def cells(self) -> list[list[str]]:
        return [cells for _, cells in self.rows]


def is_workbook(file: SourceFile) -> bool:
    """Whether it is an Excel workbook (.xlsx, .xlsm), by its content."""
    if not file.peek().startswith(b"PK"):
        return False
    try:
        with file.open() as stream, zipfile.ZipFile(stream) as archive:
            return WORKBOOK in archive.namelist()
    except (OSError, ValueError, zipfile.BadZipFile, NotImplementedError):
        return False


def delimiter_of(lines: Sequence[str]) -> str:
    """What parts the cells of these lines: the mark that gives most of them the same number of cells; "" for none."""
    best, most = "", 0
    for delimiter in _DELIMITERS:
        widths = [len(cells_of(line[:4_000], delimiter)) for line in lines if line.strip()]
        wide = [width for width in widths if width > 1]
        if wide and len(wide) * 2 > len(widths):
            alike = max(wide.count(width) for width in set(wide))
            if alike > most:
                best, most = delimiter, alike
    return best


def read_sheet(findings: Findings, file: SourceFile) -> Sheet:
    """The table of a file. Raises ImportFileError when it holds none, or is not safe to read."""
    if is_workbook(file):
        return _best(findings, file)
    text, remark = decode(file.read(LIMIT))
    if remark:
        findings.warn(file.path, remark)
    return sheet_of_text(findings, findings.text(text, file.path))


def sheet_of_text(findings: Findings, text: str) -> Sheet:
    """The table in a text, whose delimiter is found."""
    lines = text.split("\n")
    delimiter = delimiter_of(lines[:60]) or ","
    found = list(islice(rows(findings, lines, 0, delimiter, _LONGEST), MAX_ROWS + 1))
    return _sheet(findings, found)


def _sheet(findings: Findings, found: list[Row]) -> Sheet:
    """The rows below the header; what stands above it is reported."""
    if len(found) > MAX_ROWS:
        reason = "A table is read up to {limit:,} rows. Split it for the rest."
        findings.skip(f"from {found[MAX_ROWS][0]}", reason, limit=MAX_ROWS)
    found = [row for row in found[:MAX_ROWS] if not _is_a_rule(row[1])]
    at = _header_at([cells for _, cells in found[:_HEADER_WITHIN]])
    for where, cells in found[: at or 0]:
        findings.skip(where, "It stands above the table's header.", " ".join(cells))
    body = found if at is None else found[at + 1 :]
    width = min(MAX_COLUMNS, max((len(cells) for _, cells in found[at or 0 :]), default=0))
    titles = [] if at is None else found[at][1]
    headers = tuple(titles[place] if place < len(titles) else "" for place in range(width))
    return Sheet(headers, tuple((where, cells[:width]) for where, cells in body))


def _is_a_rule(cells: Sequence[str]) -> bool:
    """`|-----|-----|`, below the titles of a table in Markdown."""
    said = "".join(cells)
    return "---" in said and not said.strip("-:=+| ")


def _header_at(head: Sequence[Sequence[str]]) -> int | None:
    """The row of titles: the one with the most known words among the first; None where no row is one."""
    known = [len({field_of(cell) for cell in cells} - {""}) if is_header(cells) else 0 for cells in head]
    most = max(known, default=0)
    return known.index(most) if most else None


def _best(findings: Findings, file: SourceFile) -> Sheet:
    """The sheet of a workbook with the most rows below a header that is understood; the others are reported."""
    found = [(title, _sheet(findings, some)) for title, some in _workbook(findings, file) if some]
    if not found:
        raise ImportFileError("The workbook {path!r} holds no rows.", "Choose another file.", path=file.path)
    best = max(found, key=lambda one: (any(one[1].headers), len(one[1].rows)))
    for title, sheet in found:
        if sheet is not best[1]:
            reason = "One sheet is read at a time; this one has {count} rows."
            findings.skip(f"sheet {title!r}", reason, count=len(sheet.rows))
    return best[1]


def _workbook(findings: Findings, file: SourceFile) -> Iterator[tuple[str, list[Row]]]:
    with file.open() as stream:
        _refuse_bomb(file, stream)
        stream.seek(0)
        import openpyxl

        try:
            book = openpyxl.load_workbook(stream, read_only=True, data_only=True, keep_links=False)
            for sheet in book.worksheets:
                yield sheet.title, _sheet_rows(sheet)
            book.close()
        except ImportFileError:
            raise
        except Exception as exc:  # a broken part makes it raise nearly anything
            raise ImportFileError(
                "The workbook {path!r} cannot be read ({kind}).",
                "Save it as CSV and import that.",
                path=file.path,
                kind=type(exc).__name__,
            ) from exc


def _refuse_bomb(file: SourceFile, stream: Any) -> None:
    if file.size is not None and file.size > LIMIT:
        raise ImportFileError(
            "The workbook {path!r} has {size:,.1f} MB; at most {limit:,.0f} MB can be imported.",
            "Split it, or save the one sheet with the people as CSV.",
            path=file.path,
            size=file.size / 1e6,
            limit=LIMIT / 1e6,
        )
    with zipfile.ZipFile(stream) as archive:
        unpacked = sum(part.file_size for part in archive.infolist())
    if unpacked > UNPACKED_LIMIT:
        raise ImportFileError(
            "The workbook {path!r} would unpack to {unpacked:,.0f} MB and is refused.",
            "Save the one sheet with the people as CSV and import that.",
            path=file.path,
            unpacked=unpacked / 1e6,
        )


def _sheet_rows(sheet: Any) -> list[Row]:
    """Rows with something in them, as text. The size that the sheet declares is ignored."""
    sheet.reset_dimensions()
    found: list[Row] = []
    blank = 0
    for number, values in enumerate(sheet.iter_rows(max_col=MAX_COLUMNS, values_only=True), start=1):
        cells = [_cell(value) for value in values]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            found.append((f"row {number}", cells))
            blank = 0
        else:
            blank += 1
        if blank > _BLANK_RUN or len(found) > MAX_ROWS:
            break
    return found


def _cell(value: object) -> str:
    """A cell as a person reads it: whole numbers without `.0`, days without midnight."""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time.min else value.isoformat(" ", "minutes")
    if isinstance(value, date | time):
        return value.isoformat()
    return whole_characters(str(value)).strip()
