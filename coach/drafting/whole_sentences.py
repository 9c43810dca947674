"""Whether a fact, turned to the person, is a whole sentence that can be said, and how it stands within a longer one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from coach.domain.checking.english import forms
from coach.drafting.languages import language_in
from coach.drafting.sayings import own_saying

LONGEST = 30
"""Words of a fact that a message can hold in one sentence."""
SPOKEN = 20
"""Words of a fact that can be said aloud in one breath."""
LEAST_SPOKEN = 4
_FRAGMENT = re.compile(
    r"^(?:best|worst|ask|remember|note|also|but|so|then|it|this|that|these|those|they|he|she|here|there|"
    r"not|their|who|whose|whether|what|how|why|which|with|perfect|furthermore|additionally|moreover|however|therefore|finally|similarly|thus|hence|"
    r"(?:\w+ )?(?:talk|chat|conversation|lunch|dinner|coffee|call|meeting|drinks?|beers?) with|"
    r"you(?:'ll|’ll| will)|people of all|and|or|because|if|as for|as an?)\b|"
    r"\d+(?:st|nd|rd|th)\b|[#*>|(\[“\"‘_•·▪◦–—-]|\d{1,2}[.)] ",
    re.IGNORECASE,
)
"""How a sentence begins that leans on another one, a heading or an item of a list."""
_LIST = re.compile(
    r"(?:^|\s)[-–—•*·▪◦]\s.*(?:^|\s)[-–—•*·▪◦]\s|:\s*[-–—•*·▪◦]|\(link\)|\w_\s|\s_\w|"
    r"\s(?:/|\||=|->|=>|→|[-=]?›)\s"
)
"""Marks that cannot be said aloud."""
TOLD = re.compile(r"^you (?:told (?:me|us)|said|say)\b(?: that)?", re.IGNORECASE)
_NO_SUBJECT = re.compile(
    r"^(?:Asked|Gave|Met|Told|Showed|Promised|Saw|Helped|Offered|Heard|Wrote|Left)(?= (?:you|your|my|our|[A-Z]\w+)\b)"
)
"""A note without a subject that can only be about whoever wrote it."""
_WILL = re.compile(r"^in (?:this|my|your) (?:talk|session|tutorial|workshop),? (?=you\b)", re.IGNORECASE)
LOW = frozenset(
    """The A An In At On After Before Last Each Every My Our Your You Most Many Some All No Nobody When While Without
    Half Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Twenty Thirty Forty Fifty Sixty Seventy
    Eighty Ninety She He They Of From By For To With As Since Until One Once During Through Under Over Several
    Almost It There Only Even Both Another Other Such What Who How Why Where People Everybody Somebody""".split()
)
"""First words that take a small letter within a sentence; so does each English word, unless it is a name there."""


def sayable(fact: str) -> bool:
    """Whether a fact, turned to the person, is a whole English sentence that stands by itself."""
    bare = fact.strip()
    if "…" in bare or "?" in bare or not 4 <= len(bare.split()) <= LONGEST or _FRAGMENT.match(bare):
        return False
    if (
        _NO_SENTENCE.search(bare)
        or _LIST.search(bare)
        or _lacks_subject(bare)
        or _ONE_OF_THEM.search(bare)
        or _LEANS.search(bare)
    ):
        return False
    if re.match(r"your [^:]{1,40}: ", bare, re.IGNORECASE) and not own_saying(bare):
        return False
    if bare[:1].islower() and bare.partition(" ")[0].rstrip(",").capitalize() not in LOW:
        return False
    if (
        (found := _YOU_WHAT.match(bare))
        and not {"VERB", "AUX", "ADV"} & forms(found["next"].lower()).keys()
        and (found["next"].lower() not in _AFTER_YOU)
    ):
        return False
    whole = bare.casefold().startswith("you ") or bool(_NO_SUBJECT.match(bare)) or has_verb(bare)
    return whole and language_in([bare]) == "en"


_NO_SENTENCE = re.compile(
    r"^\d+: |\b\d+ (?:[a-z]+ ){1,3}\d+ [a-z]+\W*$|"
    r"^(?:your |you )?[\w-]+,? (?:planned|expected|needed|required|sold|booked|founded|due|made|based) "
    r"(?:for|by|in|at|on|to|out)\b|"
    r"^you(?:,| [–—-] |:|[.] | [A-Z&])|\(you\)|\byou you\b|says: |"
    r"^your [^:]{1,40}: .*(?:^|[.;:,] )(?:loved|liked|enjoyed)\b|"
    r"^(?:that )?you (?:will|to|are going to|get|are to)\b.*\b(?:me|us|off me)\b|^on me to\b|"
    r"\byou,? who\b|\b(?:met|called|named) you\b|\bsat (?:between|next to|with|beside) you\b|"
    r"\b(?:chat|talk|conversation|coffee|lunch|dinner) with you\b|"
    r"\b[Yy]ou\b.*[;,] (?:and )?(?:s?he|they) (?:is|was|has)\b|"
    r"^(?:you (?:said|told me)(?: that)? )?(?:the )?(?:first|second|last|next) time\b|[;,–—] [^;,]*\bplease\W*$|"
    r"^[Bb]y [^,]+ at the latest\b"
)
"""Catchwords: a number in a list, "Release planned for March", a name with what it stands for beside it."""
_YOU_WHAT = re.compile(r"you (?P<next>[A-Za-z]+)(?=[ ,.])", re.IGNORECASE)
_AFTER_YOU = frozenset("both all and can could will would should must may might also".split())
"""A name with a word beside it ("Declan new since May") is no sentence when the name is "you"."""
_LEANS = re.compile(
    r"\b(?:at|for|with|on|of|about|to|from|in) it(?=[,.]|$| and\b)|"
    r"\bthe (?:last|first|other) one\b|^(?:you|we|I) \w+ (?:it|them)\b",
    re.IGNORECASE,
)
"""What only the sentence before explains."""
_ONE_OF_THEM = re.compile(
    r"(?<!\bno )(?<!\beach )(?<!\bevery )(?<!\bany )(?<!\bsome )(?<!\bthis )(?<!\bthat )(?<!\bthe )(?<!\bwhich )"
    r"(?<!\bonly )\bone (?:went|came|was|is|were|had|has|got|ran|fell|broke|did|does|goes|comes|took|made|lost|left|"
    r"won|died|stood)\b",
    re.IGNORECASE,
)
"""One of what, only the sentence before says."""


def _lacks_subject(text: str) -> bool:
    """A note in short hand ("Moved to Graz", "Runs the choir"): whom it is about, only its writer knows."""
    first = (re.match(r"[A-Z][a-z]+\b", text) or [""])[0].lower()
    found = forms(first) if first and not _NO_SUBJECT.match(text) else {}
    inflected = "VERB" in found and first not in found["VERB"]
    return inflected and not {"NOUN", "ADJ", "ADV", "PROPN"} & found.keys() and not first.endswith("ing")


_MANY_DO = re.compile(
    r"^(?:your|our|my|the) (?:[a-z]+ )?(?P<many>[a-z]+s) (?:all |now |still |never )?(?P<does>[a-z]+) \w", re.IGNORECASE
)


_GIVES_A_REASON = re.compile(r"\bbecause (?:the|an?|it|they|you|we|he|she|nobody|everybody|your|our|their)\b")
"""Only a sentence has a clause with "because"."""


def _many_do(text: str) -> bool:
    """ "your lorries go back empty": a plural and behind it a verb in its base form, though it may be a noun too."""
    found = _MANY_DO.match(text.strip())
    if not found:
        return False
    plural, does = found["many"].lower(), found["does"].lower()
    nouns, verbs = forms(plural).get("NOUN", ()), forms(does).get("VERB", ())
    return bool(nouns) and plural not in nouns and does in verbs


def has_verb(text: str) -> bool:
    """Whether some word of a text is a verb beyond doubt, or stands where a verb stands."""
    if _many_do(text) or _GIVES_A_REASON.search(text):
        return True
    words = re.findall(r"[a-z']+", text)
    return any(("VERB" in found or "AUX" in found) and "NOUN" not in found for found in map(forms, words)) or any(
        word.endswith("ed") for word in words
    )


def clause(fact: str, *, named: bool = False) -> str:
    """The fact as part of a longer sentence: no full stop, a small letter unless it begins with a name (`named`), what
    stands beside each other without a word between joined by "and"."""
    bare = joined_up(_NO_SUBJECT.sub(lambda found: f"I {found[0].lower()}", fact.strip()).rstrip(" .!"))
    bare = _WILL.sub("", bare)
    first = re.match(r"[\w'’]+", bare)
    head = re.split(r"['’]", first[0], maxsplit=1)[0] if first else ""
    common = bool(head) and head != "I" and (head in LOW or bool(forms(head.lower())))
    shouted = bare[1:2].isupper()
    return bare[:1].lower() + bare[1:] if common and not named and not shouted else bare


def begins_with_name(fact: str, others: Iterable[str] = (), names: Iterable[str] = ()) -> bool:
    """Whether the first word is a name here though it may be a common word ("Will", "Cosmic Ray").

    It is one where it is part of a known name, another capital follows it, or `others` write it with a capital in
    mid-sentence and never without.
    """
    found = re.match(r"([A-Z][\w'’-]*)(?: ([A-Z]\w+))?", fact)
    if not found or found[1] in LOW or found[1] == "I":
        return False
    word = re.escape(found[1])
    if found[2] or any(found[1] in name.split() for name in names):
        return True
    text = "\n".join(others)
    capital = re.search(rf"(?<=[a-z,] ){word}\b", text)
    return bool(capital) and not re.search(rf"\b{word.lower()}\b", text)


_NO_SUBJECT_HERE = frozenset(
    """and but or so nor yet which who whom whose that because then when where while if as since after before until in
    on at by for from to with without of not mostly even only more less too also written""".split()
)
"""Words that open no sentence of its own behind a comma."""


def joined_up(text: str) -> str:
    """Two sentences that only a mark holds together, as one says them: "eleven left, thirty came" with an "and"."""
    text = re.sub(r", then (?=[A-Za-z]+ )", ", and then ", text)
    left, mark, right = text.partition("; ")
    if mark and ";" not in right and ":" not in text and _is_sentence(left) and _is_sentence(right):
        return f"{left}, and {right}"
    parts = text.split(", ")
    if len(parts) == 2 and not re.search(r"[:;]", text) and all(map(_is_sentence, parts)):
        return " and ".join(parts)
    return text


def _is_sentence(part: str) -> bool:
    """Whether the words have a subject and, after it, a verb in its past form, or begin with who acts."""
    words = re.findall(r"[\w'’-]+", part.casefold())
    if len(words) < 2 or words[0] in _NO_SUBJECT_HERE or past_form(words[0]):
        return False
    if re.match(r"(?:no )?[\w'’-]+ (?:not )?[\w'’-]+ed (?:yet|so far|for|by|in)\b|[\w'’-]+ not [\w'’-]+ed\b", part):
        return False
    acts = words[0] in ("you", "i", "we", "they", "he", "she") and "VERB" in forms(words[1])
    return acts or any(past_form(word) or word in ("was", "were", "had") for word in words[1:])


def past_form(word: str) -> bool:
    """Whether a word in small letters is a verb in its past form."""
    base = forms(word).get("VERB", ())
    return bool(base) and word not in base and not word.endswith(("s", "ing"))


_MAY_END = re.compile(
    r"(?:[;:]| –| -|, (?:and|which|who|where|so that|since|said|because|but|"
    r"the (?:largest|biggest|smallest|first|last|oldest)))\s"
)
"""Where a long sentence may end and still say what is true."""


def in_one_breath(fact: str) -> str:
    """The fact in at most 20 words, ended early where its grammar lets it end; "" where it cannot be made so short."""
    bare = joined_up(fact.strip())
    if len(bare.split()) <= SPOKEN and not re.search(r";\s|:\s(?![a-z])|:\s.*:\s", bare):
        return bare
    heads = [bare[: found.start()] for found in _MAY_END.finditer(bare)]
    short = [head for head in heads if LEAST_SPOKEN <= len(head.split()) <= SPOKEN and head.count('"') % 2 == 0]
    return _list_closed(short[-1]) if short else ""


def _list_closed(head: str) -> str:
    """What is left of "took it, left it, and took it again" gets its "and" back: "took it and left it"."""
    start, comma, last = head.rpartition(", ")
    verb = last.partition(" ")[0]
    return f"{start} and {last}" if comma and past_form(verb) and " and " not in start else head


def sentence_within(text: str) -> str:
    """A sentence as it stands behind "that": a small letter unless it begins with a name, no full stop."""
    first = text.partition(" ")[0]
    small = first in LOW or (first != "I" and bool(forms(first.lower())))
    return (f"{text[:1].lower()}{text[1:]}" if small else text).rstrip(" .")


def sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:].rstrip(' .')}."


def in_the_past(fact: str) -> bool:
    """Whether what they did lies behind: the first verb after "you" is in its past form."""
    found = re.search(r"\byou(?: \w+ly| never| also| once)? ([a-z']+)", fact, re.IGNORECASE)
    verb = found[1] if found else ""
    base = forms(verb).get("VERB", ())
    return bool(base) and verb not in base[:1] and not verb.endswith("s") and verb not in ("are", "have", "do")


def in_the_past_of_all(text: str) -> bool:
    """Whether a sentence about anybody lies behind: its first verb that is nothing else is in its past form."""
    before = text.partition(" ")[0].lower()
    for word in re.findall(r"[a-z'’-]+", text.partition(" ")[2]):
        before, last = word, before
        if word in ("you", "i", "we", "who", "that", "which", "somebody", "nobody", "everybody", "each"):
            return False
        if last in ("a", "an", "the", "your", "my", "our", "with"):
            continue
        if word in ("was", "were", "had", "did"):
            return True
        if word in ("is", "are", "has", "can", "cannot", "will", "would", "could", "should", "may", "might", "must"):
            return False
        found = forms(word)
        if (word.endswith("ed") and "VERB" in found) or ("NOUN" not in found and "VERB" in found):
            return word not in found["VERB"][:1] and not word.endswith(("s", "ing"))
        if "AUX" in found or (word.endswith("s") and "VERB" in found and "NOUN" not in found):
            return False
    return False
