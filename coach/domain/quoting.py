"""Text from outside, made fit to be quoted in a prompt: the one place where notes, names and programmes are disarmed.

Whatever is read from a file or typed as a note is data. It must not pose as a turn of the conversation, as
another note, as a part of the prompt or as an order, and its links go nowhere. The record keeps the text
as it came; only what a model reads is changed here.
"""

from __future__ import annotations

import re
from functools import lru_cache

from coach.domain.orders import is_lure, is_order, takes_over
from coach.domain.to_dos import is_to_do, speaks_to_you

_UNSEEN = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""Letters and marks that show nothing and count as printable; they can carry hidden text."""
_CHAT_MARK = re.compile(
    r"<\|[^|>\n]{1,40}\|>|</?s>|<</?SYS>>|\[/?(?:INST|SYS|SYSTEM|USER|ASSISTANT|AVAILABLE_TOOLS|TOOL_CALLS)\]|"
    r"<｜[^｜>\n]{1,40}｜>",
    re.IGNORECASE,
)
_TURN = re.compile(
    r"<\|(?:im_|start_|end_|eot|system|user|assistant)|<｜|\[/?(?:INST|SYS)\]|<<SYS>>|</?(?:system|assistant|"
    r"instructions?|prompt)>",
    re.IGNORECASE,
)
"""Begins what no text but a forged conversation holds: from here on nothing of it is quoted."""
_COMMENT = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|template|noscript)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE
)
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,300}>")
_LABEL = r"[A-Z]\d{1,3}"
_FAKE_LABEL = re.compile(rf"[\[【(]\s*({_LABEL}(?:\s*[,;]\s*{_LABEL}){{0,9}})\s*[\])】]")
_FAKE_LINE = re.compile(r"\b([NSTPCGERMD])(\d{1,3})(?=\s*:|\s+(?:My note|Promise|Profile|Talk by|Story|Note)\b)")
_MARKUP = re.compile(
    r"!?\[([^\[\]\n]{0,300})\]\([^()\n]{0,500}\)|[*`]{1,3}|^#{1,6}(?=\s)|^\s*[-_=~]{3,}\s*$", re.MULTILINE
)
"""Marks of Markdown, which a small model would copy into what it writes; of a link the words stay."""
_ROLE = re.compile(
    r"(?:(?<=^)|(?<=[\s\"'(>]))(system|assistant|user|human|developer|tool|ai|model|answer|output|response|"
    r"instructions?|"
    r"example|my goals|i will meet|notes|what i want to say|people already known)\s*[:：]",
    re.IGNORECASE,
)
_FORGED = re.compile(
    r"^\W{0,5}(?:system|assistant|developer|instructions?|response|answer|output)\s*[:：]|"
    r"[\"“]\w{1,40}[\"”]\s*:\s*[\"“\[{]",
    re.IGNORECASE,
)
"""A turn of a conversation with a model, or a piece of its answer."""
_LINK = re.compile(
    r"(?:\b[a-z][a-z0-9+.-]{1,20}://|\b(?:javascript|data|mailto|tel|vbscript):)[^\s<>\"'”“)\]]+|"
    r"\bwww\.[^\s<>\"'”“)\]]+"
    r"|\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}|\b(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,12}/[^\s<>\"'”“)\]]*"
    r"|\b(?:[a-z0-9-]{1,63}\.){1,6}(?:example|test|invalid|com|net|org|info|biz|xyz|top|click|link|site|online|shop|"
    r"ly|gg|ru|cn)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(
    r"(?<=[.!?…])(?<!\b[DM]r\.)(?<!\bMs\.)(?<!\bMrs\.)(?<!\bSt\.)(?<!\bProf\.)(?=\s)|(?<=[.!?…][\"'”’)\]])(?=\s)"
)
NAME_WORDS = 12
"""Words of a name, a role or an event's name that a prompt shows; what is longer is no name."""
LONGEST_SENTENCE = 600
READ = 20_000
"""Characters of one text that are looked at: a prompt shows some 70 words of them."""
A_LINK = "(link)"


def visible(text: str) -> str:
    """The text as a person sees it: no control, direction, zero-width or tag characters; each space a plain one."""
    return "".join(_seen(char) for char in _UNSEEN.sub("", text))


def _seen(char: str) -> str:
    if char in "\n\t" or char.isprintable():
        return char
    return " " if char.isspace() else ""


def without_chat_marks(text: str) -> str:
    """The text without what chat models take for the border of a turn."""
    while (cleaned := _CHAT_MARK.sub(" ", text)) != text:
        text = cleaned
    return text


def without_links(text: str, typed: str = "") -> str:
    """The text without web and mail addresses, but for those that stand in `typed`, which the user wrote."""
    kept = _LINK.sub(lambda found: found[0] if found[0].rstrip(".,;:!?") in typed else "", text)
    return " ".join(kept.split()) if kept != text else text


@lru_cache(maxsize=256)
def quotable(text: str) -> str:
    """The text as a prompt may hold it, its line breaks kept: orders are left out, the rest cannot pose as prompt."""
    plain = visible(text[:READ])
    forged = _TURN.search(plain)
    plain = without_chat_marks(plain[: forged.start()] if forged else plain)
    plain = _COMMENT.sub(" ", plain)
    plain = _MARKUP.sub(r"\1", _TAG.sub(" ", plain))
    plain = "\n".join(_without_lures(_orderless(paragraph)) for paragraph in plain.split("\n"))
    plain = _FAKE_LABEL.sub(lambda found: f"({found[1].replace(',', ' ')})".lower(), plain)
    plain = _FAKE_LINE.sub(r"\1-\2", plain)
    plain = _ROLE.sub(r"\1 –", plain)
    plain = _LINK.sub(A_LINK, plain)
    return plain.translate({ord("{"): "(", ord("}"): ")", ord("<"): "‹", ord(">"): "›"})


def plain_name(text: str) -> str:
    """A name, role, organisation or title as one line: at most 12 words, no link; nothing where it gives orders."""
    return " ".join(quotable(" ".join(text.split())).replace(A_LINK, " ").split()[:NAME_WORDS])


def without_orders(text: str, *, rest: bool = True) -> str:
    """The text without the sentences that give orders and, with `rest`, what follows such a one in its paragraph; as it
    stands where there are none."""
    seen = visible(text)
    forged = _TURN.search(seen)
    bare = _TAG.sub(" ", _COMMENT.sub(" ", without_chat_marks(seen[: forged.start()] if forged else seen)))
    kept = [_orderless(line, rest=rest) for line in bare.split("\n")]
    if not forged and [line.rstrip() for line in bare.split("\n")] == kept:
        return text
    return "\n".join(kept).strip()


def told_of_somebody(text: str) -> str:
    """A note without what its writer means to do and what speaks to a "you"; as it stands where there is none of it."""
    lines = [[(piece, _told(piece.strip())) for piece in _pieces(line)] for line in text.split("\n")]
    if all(told for line in lines for _, told in line):
        return text
    kept = ["".join(piece for piece, told in line if told).strip() for line in lines]
    return "\n".join(line for line in kept if line)


def _told(sentence: str) -> bool:
    return not (is_to_do(sentence) or speaks_to_you(sentence))


def _pieces(paragraph: str) -> list[str]:
    """Sentences; one that goes on for ever is taken in stretches, so that no text takes long."""
    return [part for sentence in _SENTENCE_END.split(paragraph) for part in _stretches(sentence)]


def _stretches(sentence: str) -> list[str]:
    return [sentence[at : at + LONGEST_SENTENCE] for at in range(0, len(sentence), LONGEST_SENTENCE)]


def _orderless(paragraph: str, *, rest: bool = True) -> str:
    """Sentences that give orders go. With `rest` what follows one in its paragraph goes too, as its payload: all of it
    behind one that speaks to a model outright, else commands."""
    kept: list[str] = []
    ordered = False
    for sentence in _pieces(paragraph):
        bare = _ROLE.sub(" ", sentence).strip()
        outright = takes_over(bare) or takes_over(sentence.strip()) or (rest and bool(_FORGED.search(sentence)))
        if outright and rest:
            break
        goes_on = ordered and (bare[:1].islower() or (rest and is_to_do(bare)))
        ordered = outright or is_order(bare) or is_order(sentence.strip()) or goes_on
        if not ordered:
            kept.append(sentence)
    return "".join(kept).rstrip()


def _without_lures(paragraph: str) -> str:
    kept = [one for one in _pieces(paragraph) if not (_LINK.search(one) and is_lure(_ROLE.sub(" ", one).strip()))]
    return "".join(kept).rstrip()
