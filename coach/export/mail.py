"""A `mailto:` link that opens the mail program with a message in it, as far as links go (RFC 6068)."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

LONGEST = 1_900
"""Characters of a link; the tightest limit that a maker published is 2,083 (Microsoft, article Q208427)."""


@dataclass(frozen=True)
class MailLink:
    """`whole`: the text is in the link; otherwise it is too long for one, and has to be copied."""

    url: str
    whole: bool


def mail_link(address: str, subject: str, text: str) -> MailLink:
    """Line ends become CR and LF, as RFC 6068 asks; nothing in address or text can add a header of its own."""
    to = f"mailto:{quote(' '.join(address.split()), safe='@')}"
    subject = " ".join(subject.split())
    lines = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n").replace("\n", "\r\n")
    head = [f"subject={quote(subject, safe='')}"] if subject else []
    url = "?".join([to, "&".join([*head, f"body={quote(lines, safe='')}"])])
    if len(url) <= LONGEST:
        return MailLink(url, whole=True)
    short = "?".join([to, *head])
    return MailLink(short if len(short) <= LONGEST else to, whole=False)
