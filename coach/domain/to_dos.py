"""Tells what the user means to do ("Send Ann the list", "must call him", "remember to congratulate her") from what
somebody is or did.

A to-do is no fact about its reader: nobody is written "congratulate you on the prize". And a command that a stranger
laid into a note looks just like it. So a message neither tells nor obeys one; it stays in the note, and promises are
read of it.
"""

from __future__ import annotations

import re

from coach.domain.checking.english import forms
from coach.domain.checking.lexicon import CALENDAR
from coach.domain.reading.given import is_given

_LEAD = re.compile(
    r"(?:[\s\-–—•*>→☐\[\]]|\d{1,2}[.)]\s)*"
    r"(?P<owed>(?:(?:please|pls|always|never|do not|don['’]?t|must|should|need to|needs to|have to|has to|got to|"
    r"gotta|ought to|remember(?: to)?|(?:do not|don['’]?t) forget(?: to)?|remind me to|"
    r"(?:make|be) sure (?:to|that you)|to[ -]?do|note to self|reminder|action|next(?: time| mail| step)?|"
    r"and|then|also)\b[:,]?\s+)*)",
    re.IGNORECASE,
)
_OWES = re.compile(r"(?!(?:and|then|also)\b)\w", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")
_TAKES = frozenset(
    """you your him her them his their us me the a an this that these those my our about with up to every each all
    any""".split()
)
"""What stands behind a command whose word may be a noun as well: `mail her`, `call the museum`."""
_SAME_IN_THE_PAST = frozenset(
    """read put set cut quit let cost hit hurt shut split spread beat bet cast burst come become run rid shed thrust
    upset wed wet can will may might must shall should would could need dare do be have thank saw found left felt wound
    ground born""".split()
)
"""`Read her paper, liked it`: a note without its subject, as well as a command."""
_GERMAN = re.compile(
    r"^\W*(?:muss|soll|sollte|nicht vergessen|unbedingt)\b[:,]? (?!(?:be|have)\b)(?=.*\w{3,}(?:en|ern|eln)\W*$)|"
    r"^\W*(?:bitte |immer |nicht vergessen[:,]? |unbedingt )*(?:schick|schicke|sende|frag|frage|sag|schreib|schreibe|"
    r"ruf|gib|erwähne|gratuliere?|entschuldige|danke|lade|biete|empfiehl|lobe|vergiss|denk|erinnere|nenne|grüße|füge|"
    r"setze|stelle?|unterschreibe?|beginne|antworte|versprich|behaupte|kündige|teile|melde|besorge?|bringe?)\b",
    re.IGNORECASE,
)


def is_to_do(sentence: str) -> bool:
    """Whether a sentence of a note, as typed or turned to its reader, is a command in English or German."""
    lead = _LEAD.match(sentence)
    at = lead.end() if lead else 0
    if _GERMAN.match(sentence):
        return True
    words = [word.casefold() for word in _WORD.findall(sentence[at : at + 80])[:2]]
    if not words:
        return False
    owed = bool(lead and _OWES.search(lead["owed"]))
    return _commands(words[0], words[1] if len(words) > 1 else "", sentence[at:], owed=owed)


_YOU = re.compile(
    r"\b(?<!thank )(?<!see )you(?:rself)?\b|^\W*your\b|\byours?\b(?=.*\b(?:must|should|shall|has to|is to|will)\b)|"
    r"\b(?:du|dich|deine?[rmns]?|tu|toi|vous|vosotros|usted|voce|você)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“„«][^\"”“»]*[\"”“»]|(?<!\w)['‘][^'’]{3,}['’](?!\w)")
_SOMEBODY_SAYS = re.compile(
    r"\b(?:said|says|they say|sagt\w*|tells|told|asks|asked|thinks|thought|wrote|writes|reckons|warned|warns|advised|"
    r"advises|taught|teaches|wonders|wondered|called|calls|shouted|laughed|joked|jokes|quoted|quotes|swears|swore|"
    r"insists|insisted|meinte?|rief|fragte?|dit|dijo|disse|motto)\b|"
    r"^\W*(?:she|he|they|her|his|their|ihre?|seine?)\b[^:]{0,40}:|"
    r"^\W*(?!(?:assistant|system|user|human|note|important|attention|output|model|instructions?|reminder|warning|"
    r"rule|task|ai|bot|urgent)\b)(?-i:[A-Z][a-z]+(?: [A-Z][a-z]+)?):",
    re.IGNORECASE,
)


def speaks_to_you(sentence: str) -> bool:
    """Whether a sentence of a note, as typed, speaks to a "you" that nobody is quoted as saying: a note calls whom it
    is about by name, so it is said of anybody, or to whoever writes."""
    found = _YOU.search(_QUOTED.sub(" ", sentence))
    return bool(found) and not _SOMEBODY_SAYS.search(sentence)


def _commands(first: str, behind: str, told: str, *, owed: bool) -> bool:
    found = forms(first)
    if first in _RECALLS and (behind in _CLAUSES or re.match(r"\w+\s*[:,–—-]", told)):
        return False
    if first not in found.get("VERB", ()) or first in ("be", "have") or (first in _SAME_IN_THE_PAST and not owed):
        return False
    if is_given(first) and told[:1].isupper() and not owed:
        return behind in _TAKES - {"and", "with"}
    if owed or not {"NOUN", "ADJ", "ADV", "ADP", "DET", "PRON"} & found.keys():
        return True
    somebody = re.match(r"\w+ [A-Z]", told) and behind not in CALENDAR and first not in _HEADS
    return behind in _TAKES or bool(somebody)


_HEADS = frozenset("talk chat meeting lunch dinner coffee walk drink tea breakfast".split())
"""`Coffee Thursday`, `lunch Bob`: what was, or is to be, and no command."""
_RECALLS = frozenset("remember note mind know see".split())
_CLAUSES = frozenset("that she he they how why what who where when it its it's she's he's they're".split())
"""`Remember: she is allergic to nuts` tells something."""
