"""A narrow PDF page that is drawn from top to bottom: type, colours, fonts and writing systems; nothing about briefs.

fpdf2 breaks lines and, with HarfBuzz, joins Arabic letters and turns right-to-left words the right way.
The fonts are vendored, because a phone's brief must look the same wherever it is made.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from fpdf import FPDF
from fpdf.fonts import TTFFont

FONTS = Path(__file__).parent / "fonts"
WIDTH_MM = 105.0
MARGIN_MM = 7.5
SMALLEST_PT = 9.0
"""No text on the page is smaller: it is read on a phone, where the page is shown at about two thirds of its width."""
PLACEHOLDER = "□"
LINE_PER_POINT_MM = 0.3528 * 1.36
"""Line height in millimetres for one point of type (a point is 0.3528 mm), at a leading of 1.36."""

FALLBACKS = (
    ("arabic", "NotoSansArabic-Regular.ttf"),
    ("hebrew", "NotoSansHebrew-Regular.ttf"),
    ("devanagari", "NotoSansDevanagari-Regular.ttf"),
    ("symbols", "DejaVuSans-symbols.ttf"),
    ("cjk", "DroidSansFallback-cjk.ttf"),
)
_INVISIBLE = {*range(0xFE00, 0xFE10), *range(0x1F3FB, 0x1F400), 0x2060, 0xFEFF, *range(0xE0000, 0xE0080)}
"""Variation selectors, skin tones and tags: they change a character before them and draw nothing themselves."""
_JOINERS = {0x200C, 0x200D}

Colour = tuple[int, int, int]
INK: Colour = (28, 32, 38)
QUIET: Colour = (92, 99, 110)
ACCENT: Colour = (15, 92, 92)
WARNING: Colour = (146, 76, 0)
HAIRLINE: Colour = (214, 219, 224)


@dataclass(frozen=True)
class Run:
    """A stretch of text in one style."""

    text: str
    size_pt: float = 9.5
    bold: bool = False
    colour: Colour = INK


class Sheet:
    """One page of `height_mm`. `y` is where the next paragraph starts; what is drawn below the page is lost."""

    def __init__(self, height_mm: float) -> None:
        self._pdf = FPDF(unit="mm", format=(WIDTH_MM, height_mm))
        self._pdf.set_auto_page_break(False)
        self._pdf.set_margins(MARGIN_MM, MARGIN_MM, MARGIN_MM)
        self._pdf.add_font("sans", "", FONTS / "NotoSans-Regular.ttf")
        self._pdf.add_font("sans", "B", FONTS / "NotoSans-Bold.ttf")
        for family, file in FALLBACKS:
            self._pdf.add_font(family, "", FONTS / file)
        self._pdf.set_fallback_fonts([family for family, _ in FALLBACKS], exact_match=False)
        self._pdf.set_text_shaping(True)
        vendored = [font.cmap for font in self._pdf.fonts.values() if isinstance(font, TTFFont)]
        self._covered = frozenset(code for cmap in vendored for code in cmap)
        self.replaced = 0
        """Characters that no vendored font holds and that were drawn as a box."""
        self.clear()

    @property
    def y(self) -> float:
        return float(self._pdf.get_y())

    def clear(self, stop_at_mm: float | None = None) -> None:
        """Start again on an empty page, with the fonts already read. For trials: `finish` would keep all pages.

        Nothing more is drawn once `y` has passed `stop_at_mm`.
        """
        self._pdf.add_page()
        self._stop_at = stop_at_mm
        self.replaced = 0

    def describe(self, title: str) -> None:
        """Set the document's title, which a phone shows in its list of files."""
        self._pdf.set_title(title)
        self._pdf.set_creator("conversation coach")

    def gap(self, millimetres: float) -> None:
        self._pdf.set_y(self.y + millimetres)

    def rule(self) -> None:
        self._pdf.set_draw_color(*HAIRLINE)
        self._pdf.set_line_width(0.2)
        self._pdf.line(MARGIN_MM, self.y, WIDTH_MM - MARGIN_MM, self.y)

    def paragraph(self, runs: Sequence[Run], *, indent_mm: float = 0.0, sign: Run | None = None) -> None:
        """Write the runs one after another, wrapped; `sign` stands to the left of the indented text."""
        if self._stop_at is not None and self.y > self._stop_at:
            return
        height = LINE_PER_POINT_MM * max(run.size_pt for run in runs)
        start = self.y
        if sign is not None:
            self._style(sign)
            self._pdf.set_xy(MARGIN_MM + max(0.0, indent_mm - 4.2), start)
            self._pdf.write(height, self.printable(sign.text))
        self._pdf.set_left_margin(MARGIN_MM + indent_mm)
        self._pdf.set_xy(MARGIN_MM + indent_mm, start)
        space = ""
        for run in runs:
            self._style(run)
            # a run may start in the middle of a line: only a space at its front lets its first word wrap whole
            text = self.printable(space + run.text)
            space = " " if text.endswith(" ") else ""
            self._pdf.write(height, text.rstrip(" "))
        self._pdf.set_left_margin(MARGIN_MM)
        self._pdf.set_xy(MARGIN_MM, self.y + height)

    def warning(self, text: str, *, indent_mm: float = 0.0) -> None:
        """A paragraph in the warning colour with a bar beside it."""
        start = self.y + 0.3
        self.paragraph([Run(text, SMALLEST_PT, colour=WARNING)], indent_mm=indent_mm + 2.6)
        self._pdf.set_fill_color(*WARNING)
        self._pdf.rect(MARGIN_MM + indent_mm, start, 0.8, self.y - start - 0.3, style="F")

    def printable(self, text: str) -> str:
        """The text with what cannot be drawn replaced by a box, and characters that draw nothing left out."""
        kept: list[str] = []
        for char in text:
            code = ord(char)
            if code in _INVISIBLE or (code in _JOINERS and not _joins_letters(kept)):
                continue
            if char == "\n" or code in self._covered or code in _JOINERS:
                kept.append(char)
            elif not (kept and kept[-1] == PLACEHOLDER):
                kept.append(PLACEHOLDER)
                self.replaced += 1
        return "".join(kept)

    def finish(self) -> bytes:
        """The document. The sheet cannot be drawn on afterwards."""
        document = bytes(self._pdf.output())
        self.close()
        return document

    def close(self) -> None:
        """Let go of the font files."""
        for font in self._pdf.fonts.values():
            if isinstance(font, TTFFont):
                font.close()

    def _style(self, run: Run) -> None:
        self._pdf.set_font("sans", "B" if run.bold else "", max(run.size_pt, SMALLEST_PT))
        self._pdf.set_text_color(*run.colour)


def _joins_letters(kept: Sequence[str]) -> bool:
    """Joiners matter between letters of Arabic or Devanagari; between emoji they would be drawn as a gap."""
    return bool(kept) and (kept[-1].isalpha() or "\u0900" <= kept[-1] <= "\u097f")
