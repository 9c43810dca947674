"""Turns Markdown, HTML and Hugo's shortcodes into plain text: words stay, marks go, images go.

Stories and abstracts are read aloud, quoted and shown to a model; syntax would only be in the way. The
parser is markdown-it; unknown tags such as `List<int>` are text and stay.
"""

from __future__ import annotations

import re
from html import unescape

from markdown_it import MarkdownIt
from markdown_it.token import Token

_HIDDEN = (("<!--", "-->"), ("<script", "</script>"), ("<style", "</style>"))
_SHORTCODE = re.compile(r"\{\{[%<][^{}]{0,2000}[%>]\}\}")
_HEADING_ID = re.compile(r"\{#[\w.:-]{1,200}\}[ \t]*$", re.MULTILINE)
_LINE_END = re.compile(r"(?i)<br\s{0,5}/?>|</(?:div|li|tr|h[1-6]|ul|ol)>")
_PARAGRAPH_END = re.compile(r"(?i)</(?:p|blockquote)>")
_FOOTNOTE = re.compile(r"\[\^[\w-]{1,60}\](:?)")
_HTML_TAG = re.compile(
    r"</?(?:a|abbr|article|aside|b|big|blockquote|body|br|center|cite|code|dd|del|details|div|dl|dt|em|figcaption"
    r"|figure|font|footer|h[1-6]|header|hr|html|i|iframe|img|ins|kbd|li|main|mark|nav|ol|p|picture|pre|q|s|samp|script"
    r"|section|small|source|span|strike|strong|style|sub|summary|sup|table|tbody|td|tfoot|th|thead|time|tr|tt|u|ul|var"
    r"|video)(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)
_STRAY_MARK = re.compile(r"(?<!\w)\*\*|\*\*(?!\w)")
"""Marks for bold text that were never closed; `2**3` is left alone."""
_PARSER = MarkdownIt("commonmark").enable("table")
_MARKUP = re.compile(r"[\\`*_#\[\]<>&{}|~]|^\s*(?:[-+=]|\d+[.)]|    )", re.MULTILINE)
LONGEST_PARAGRAPH = 20_000
"""Characters. Beyond it only tags are taken out: the parser's time grows with the square of a paragraph's brackets."""


def plain_text(source: str) -> str:
    """The text of `source`: paragraphs parted by a blank line, list entries by a dash or their number."""
    if not _MARKUP.search(source):
        return source.strip()
    prepared = source
    for opening, closing in _HIDDEN:
        prepared = _without(prepared, opening, closing)
    prepared = _HEADING_ID.sub("", _SHORTCODE.sub("", prepared))
    prepared = _FOOTNOTE.sub(lambda found: "Note:" if found[1] else "", prepared)
    if max(map(len, prepared.split("\n\n"))) > LONGEST_PARAGRAPH:
        return _tagless(prepared)
    return _Writer().write(_PARSER.parse(prepared))


def _without(text: str, opening: str, closing: str) -> str:
    """Cut every stretch from `opening` to `closing`; an opening that is never closed stays."""
    pieces, start = [], 0
    while (cut := text.find(opening, start)) >= 0 and (end := text.find(closing, cut)) >= 0:
        pieces.append(text[start:cut])
        start = end + len(closing)
    return "".join([*pieces, text[start:]])


def _tagless(html: str) -> str:
    text = unescape(_HTML_TAG.sub("", _LINE_END.sub("\n", _PARAGRAPH_END.sub("\n\n", html))))
    lines = [" ".join(line.split()) for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


class _Writer:
    """Goes through the parser's tokens once and writes the words down."""

    def __init__(self) -> None:
        self._out: list[str] = []
        self._lists: list[int | None] = []
        self._mark = ""
        self._row: list[str] | None = None
        self._after_entry = False

    def write(self, tokens: list[Token]) -> str:
        for token in tokens:
            match token.type:
                case "bullet_list_open" | "ordered_list_open" | "bullet_list_close" | "ordered_list_close":
                    self._enter_or_leave_list(token)
                case "list_item_open":
                    self._begin_entry()
                case "inline":
                    self._add_inline(token)
                case "tr_open":
                    self._row = []
                case "tr_close":
                    self._end_row()
                case "fence" | "code_block":
                    self._add(token.content.rstrip())
                case "html_block":
                    self._add(_tagless(token.content))
        return "".join(self._out).strip()

    def _enter_or_leave_list(self, token: Token) -> None:
        if token.nesting < 0:
            self._lists.pop()
        else:
            self._lists.append(int(token.attrGet("start") or 1) if token.tag == "ol" else None)

    def _begin_entry(self) -> None:
        number = self._lists[-1]
        self._mark = "  " * (len(self._lists) - 1) + ("- " if number is None else f"{number}. ")
        if number is not None:
            self._lists[-1] = number + 1

    def _add_inline(self, token: Token) -> None:
        text = _inline(token.children or [])
        if self._row is None:
            self._add(text)
        else:
            self._row.append(text)

    def _end_row(self) -> None:
        row, self._row = self._row or [], None
        self._add(" | ".join(cell for cell in row if cell))

    def _add(self, text: str) -> None:
        """One block. Entries of a list stand on lines of their own; other blocks have a blank line before them."""
        if not text.strip():
            return
        tight = bool(self._mark) and self._after_entry
        self._out.append(("\n" if tight else "\n\n") + self._mark + text)
        self._after_entry = bool(self._lists)
        self._mark = ""


def _inline(tokens: list[Token]) -> str:
    """Words of a paragraph: link texts without their addresses, no images; a wrapped line is one line."""
    written = []
    for token in tokens:
        match token.type:
            case "text":
                written.append(_STRAY_MARK.sub("", token.content))
            case "code_inline":
                written.append(token.content)
            case "softbreak":
                written.append(" ")
            case "hardbreak":
                written.append("\n")
            case "html_inline":
                written.append(_tag_or_text(token.content))
    lines = [" ".join(line.split()) for line in "".join(written).split("\n")]
    return "\n".join(line for line in lines if line)


def _tag_or_text(content: str) -> str:
    if _LINE_END.fullmatch(content):
        return "\n"
    return "" if _HTML_TAG.fullmatch(content) else content
