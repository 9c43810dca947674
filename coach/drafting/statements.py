"""Facts as sentences that one can say to the person: the record's own words, turned to them, behind a short opening.

A small model that rewords a fact often bends it. A rule cannot, and what it says fits only this person; the model is
left with what it does well, a question about a concrete thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from zlib import crc32

from coach.domain.checking.english import forms
from coach.domain.models import Kind
from coach.drafting.languages import language_in

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
_LIST = re.compile(r"(?:^|\s)[-–—•*·▪◦]\s.*(?:^|\s)[-–—•*·▪◦]\s|:\s*[-–—•*·▪◦]|\(link\)|\w_\s|\s_\w")
"""Marks that cannot be said aloud."""
TOLD = re.compile(r"^you (?:told (?:me|us)|said|say)\b(?: that)?", re.IGNORECASE)
_NO_SUBJECT = re.compile(
    r"^(?:Asked|Gave|Met|Told|Showed|Promised|Saw|Helped|Offered|Heard|Wrote|Left)(?= (?:you|your|my|our|[A-Z]\w+)\b)"
)
"""A note without a subject that can only be about whoever wrote it."""
_WILL = re.compile(r"^in (?:this|my|your) (?:talk|session|tutorial|workshop),? (?=you\b)", re.IGNORECASE)
_LOW = frozenset(
    """The A An In At On After Before Last Each Every My Our Your You Most Many Some All No Nobody When While Without
    Half Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Twenty Thirty Forty Fifty Sixty Seventy
    Eighty Ninety She He They Of From By For To With As Since Until One Once During Through Under Over Several
    Almost It There Only Even Both Another Other Such What Who How Why Where People Everybody Somebody""".split()
)
"""First words that take a small letter within a sentence; so does each English word, unless it is a name there."""


def varied(choices: tuple[str, ...], turn: int, key: str = "") -> str:
    """One of several wordings: the next for each turn, and another start for each key; the same every time."""
    return choices[(turn + crc32(key.encode())) % len(choices)]


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
    if bare[:1].islower() and bare.partition(" ")[0].rstrip(",").capitalize() not in _LOW:
        return False
    if (
        (found := _YOU_WHAT.match(bare))
        and not {"VERB", "AUX", "ADV"} & forms(found["next"].lower()).keys()
        and (found["next"].lower() not in _AFTER_YOU)
    ):
        return False
    whole = bare.casefold().startswith("you ") or bool(_NO_SUBJECT.match(bare)) or _has_verb(bare)
    return whole and language_in([bare]) == "en"


_NO_SENTENCE = re.compile(
    r"^\d+: |^(?:your |you )?[\w-]+,? (?:planned|expected|needed|required|sold|booked|founded|due|made|based) "
    r"(?:for|by|in|at|on|to|out)\b|"
    r"^you(?:,| [–—-] |:|[.] | [A-Z&])|\(you\)|\byou you\b|says: |"
    r"^your [^:]{1,40}: .*(?:^|[.;:,] )(?:loved|liked|enjoyed)\b"
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


def _has_verb(text: str) -> bool:
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
    common = bool(head) and head != "I" and (head in _LOW or bool(forms(head.lower())))
    shouted = bare[1:2].isupper()
    return bare[:1].lower() + bare[1:] if common and not named and not shouted else bare


def begins_with_name(fact: str, others: Iterable[str] = (), names: Iterable[str] = ()) -> bool:
    """Whether the first word is a name here though it may be a common word ("Will", "Cosmic Ray").

    It is one where it is part of a known name, another capital follows it, or `others` write it with a capital in
    mid-sentence and never without.
    """
    found = re.match(r"([A-Z][\w'’-]*)(?: ([A-Z]\w+))?", fact)
    if not found or found[1] in _LOW or found[1] == "I":
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


_MAY_END = re.compile(r"(?:[;:]| –| -|, (?:and|which|who|where|so that|since))\s")
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


_REMEMBERED = (
    "I remember that {told}.",
    "{Told}, and that has stayed with me.",
    "{Told}, if I remember rightly.",
    "I still think of how {told}.",
)
_WAS_TOLD = (
    "You told me that {told}.",
    "You told me that {told}, and I still think of it.",
    "I still think of what you told me: {told}.",
)
_HAVE_READ = (
    "I read that {told}.",
    "I read in your abstract that {told}.",
    "Your abstract says that {told}.",
    "I saw in your abstract that {told}.",
)


_OWN_SAYING = re.compile(
    r"^your (?:[\w'’-]+ ){0,2}(?:rule|worry|fear|problem|trouble|headache|hope|dream|wish|goal|tip|trick|motto|"
    r"question|regret|project|idea|plan|advice|secret|method|principle|test|recipe)s?"
    r"(?: (?:for|of|about|on|with|against|in) [^:]{2,30})?: \w",
    re.IGNORECASE,
)
"""A rule, a worry or a motto of theirs, behind its colon."""
_THEIR_WORDS = re.compile(r"^you said: “(?P<words>[^”]+)”$", re.IGNORECASE)
_KEPT_IN_MIND = ("I still think of {told}.", "I keep thinking of {told}.")
_HEARSAY = re.compile(r"^[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)? (?:says|said|tells me|told me|mentioned) (?:that )?(?=you\b)")
"""What somebody else told the user about them."""
_TIE = re.compile(
    r"(?:,|;)? (?:and|but) (?:(?:my|our) (?:[\w'’-]+ ){1,3}(?:has|have|is|are|needs?|does|can|could)|"
    r"(?:I|we) (?:have|am|are|need|know|can|could|want|would|run|use|build|look|still|also))\b"
)
"""Where a note goes on from them to the user: "…, and my kit has a test for that"."""
TIED = 28
"""Words of a fact that says what joins the two, which stands as it is."""
_WRITING = re.compile(
    r"^your (?:abstract|profile|post|article|paper|blog|newsletter|website|page|book|talk|programme|entry|bio)\b"
    r"[^.]*? (?:asks|says|tells|names|mentions|calls|promises|describes)\b",
    re.IGNORECASE,
)


def tie_in(told: str) -> bool:
    """Whether a fact about the person goes on to what the user has to do with it."""
    return bool(re.match(r"your?\b", told, re.IGNORECASE) and _TIE.search(told)) and len(told.split()) <= TIED


def about_them(told: str) -> str:
    """What somebody else said of the person, without who said it."""
    return _HEARSAY.sub("", told, count=1)


def their_words(told: str) -> bool:
    """Whether a fact quotes what they said."""
    return bool(_THEIR_WORDS.match(told.strip().rstrip(" .")))


def own_saying(told: str) -> bool:
    """Whether a fact is a rule, a worry or a motto of theirs: "your rule: nobody is asked what they do"."""
    return bool(_OWN_SAYING.match(told)) and len(told.split()) <= TIED


def _as_it_stands(fact: str, turn: int, key: str) -> str:
    """What is said of a note without "I remember that": a tie, hearsay, a saying, what they wrote; else ""."""
    bare = fact.strip().rstrip(" .!")
    if "…" in bare or "?" in bare or len(bare.split()) > TIED:
        return ""
    if quoted := _THEIR_WORDS.match(bare):
        return f"You told me: “{quoted['words'].rstrip(' .')}.”"
    if own_saying(bare):
        return varied(_KEPT_IN_MIND, turn, key).format(told=f"{bare[:1].lower()}{bare[1:]}")
    if _HEARSAY.match(bare) or (tie_in(bare) and sayable(_TIE.split(bare, maxsplit=1)[0])):
        return sentence(bare)
    return f"I read that {clause(bare)}." if _WRITING.match(bare) and sayable(bare) else ""


def said_to_them(fact: str, kind: Kind, *, named: bool = False, turn: int = 0, key: str = "") -> str:
    """What one says to the person about a fact: "I remember that …", "I read that …", in another wording each `turn`
    and for each `key`; "" where it cannot be said."""
    told_so = kind is Kind.NOTE and not _THEIR_WORDS.match(fact.strip().rstrip(" ."))
    if told_so and (found := TOLD.match(fact)) and fact[found.end() :].startswith(":"):
        return _advised(fact[found.end() + 1 :])
    if kind is Kind.SESSION and (ahead := announced(fact)):
        return f"I read that you will {ahead}."
    whole = _as_it_stands(fact, turn, key) if kind is Kind.NOTE else ""
    short = in_one_breath(fact)
    if whole or not sayable(short) or not _worth_telling(short, kind, named=named):
        return whole
    return _in_a_frame(clause(short, named=named), kind, turn, key)


_RULE = re.compile(r"(?:that )?(?P<when>never|always|don['’]t|do not) (?=[a-z]+\b)", re.IGNORECASE)


def _in_a_frame(told: str, kind: Kind, turn: int, key: str) -> str:
    """A clause behind "You told me that", "I read that" or "I remember that"."""
    if kind is Kind.NOTE and TOLD.match(told):
        what = TOLD.sub("", told, count=1).strip(" ,")
        if rule := _RULE.match(what):
            word = "not" if rule["when"].lower().startswith("do") else rule["when"].lower()
            return f"You told me {word} to {what[rule.end() :]}."
        return _framed(_WAS_TOLD, what, turn, key) if _has_verb(what) else f"You told me: {what}."
    if kind is Kind.NOTE and told.startswith("I "):
        return f"{told}."
    return _framed(_HAVE_READ if kind is Kind.SESSION else _REMEMBERED, told, turn, key)


def _worth_telling(fact: str, kind: Kind, *, named: bool) -> bool:
    if kind is Kind.SESSION:
        return _of_their_doing(fact)
    return kind is not Kind.NOTE or not (of_others(fact, named=named) or NO_NEWS.search(fact))


NO_NEWS = re.compile(r"^you are not (?:wrong|right)\b|\bI told you\b|^(?:I )?(?:met|saw) (?!.*\bwho\b)", re.IGNORECASE)
"""What the user said, and that the two met: both know."""


def of_others(fact: str, *, named: bool) -> bool:
    """What a third person is or does is nothing to tell somebody, unless the two had to do with it."""
    first = fact.partition(" ")[0].strip(",:")
    if named or (first.istitle() and first not in _LOW and first != "I" and not forms(first.lower())):
        return not re.search(r"\b(?:you|us both|both of us)\b", fact)
    if not re.search(r"\b(?:your?s?|yourself)\b|^we\b", fact, re.IGNORECASE):
        return True
    return bool(re.search(r"\b(?:s?he|him|hers?|his)\b", fact)) and not re.match(r"(?:you|we|I)\b", fact, re.IGNORECASE)


def _framed(frames: tuple[str, ...], told: str, turn: int, key: str) -> str:
    """The fact in the frame whose turn it is; what says two things already gets one that stands before it."""
    frame = varied(frames, turn, key)
    joins = "{told}, and" in frame.casefold() or "{Told}" in frame
    if (joins or ":" in frame) and re.search(r"[,:;]| and ", told):
        frame = frames[0]
    return frame.format(told=told, Told=f"{told[:1].upper()}{told[1:]}")


def _advised(told: str) -> str:
    """What they said in so many words: "you said: begin with four" is "You told me to begin with four"; else ""."""
    words = in_one_breath(told).rstrip(" .!")
    first = words.partition(" ")[0].lower()
    found = forms(first)
    if first not in found.get("VERB", ()) or {"NOUN", "ADJ"} & found.keys():
        return ""
    return f"You told me to {first}{words[len(first) :]}."


_OUTLINES = re.compile(
    r"\byou (?:also |then |will )?(?:dive|delve|explore|look|discuss|cover|show|see|walk|explain|introduce|present|"
    r"demonstrate|learn|take|start|begin|go|focus|examine|share|want|hope|aim|believe|invite|can|could|should|must|need|"
    r"may|might|will|are going)\b|\byou(?:'ll|’ll|'d|’d)|\bof you\b|\byou (?:all|often|always|usually)\b",
    re.IGNORECASE,
)
"""What an abstract says its talk is going to do, or of everybody, which is nothing to ask its author about."""
_ANNOUNCES = re.compile(
    r"^(?:(?:in|during|through) (?:this|your|the) (?:talk|session|tutorial|workshop|presentation),? )?"
    r"(?:(?:first|then|finally),? )?you(?: will|['’]ll| are going to| want to)? "
    r"(?:also |then |first |finally |briefly )?"
    r"(?P<what>(?:share|show|present|explain|discuss|talk about|explore|cover|demonstrate|walk through|introduce|"
    r"describe|tell|look at|focus on) (?!you\b|the following|some of|a few).+)$",
    re.IGNORECASE,
)
_AHEAD_ENDS = re.compile(r"\s*[;:(]|, (?:and|or|but|so|as well)\b| — | – ")
_GOES_ON = re.compile(r",? (?:including|such as|which|while|with|using)\b")
_LEANS_AHEAD = re.compile(
    r"['’]ll\b|\b(?:audience|attendees|this|these|such an?|(?:how|why|what|that) (?:it|they|he|she))\b"
)
AHEAD = 20
"""Words of what a talk is going to tell, said aloud."""


def announced(fact: str) -> str:
    """What an abstract says that its talk is going to tell, as it follows "you will"; else ""."""
    found = _ANNOUNCES.match(fact.strip().rstrip(" .!…"))
    what = _AHEAD_ENDS.split(found["what"], maxsplit=1)[0] if found else ""
    head = _GOES_ON.split(what, maxsplit=1)[0]
    if len(what.split()) > AHEAD and "," not in what[len(head) + 1 :]:
        what = head
    enough = 4 <= len(what.split()) <= AHEAD and "…" not in what and "?" not in what
    return what if enough and not _LEANS_AHEAD.search(what) else ""


_OF_ANYBODY = re.compile(r"[:()]|^(?:when|if|knowledge|experience) |\bnot \w+ed$", re.IGNORECASE)
_OF_THEIRS = re.compile(
    r"\b(?:now|still|each|every|\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)\b", re.IGNORECASE
)


_PERFECT = re.compile(r"\byou have (?:been|\w+e[dn])\b")


def _of_their_doing(fact: str) -> bool:
    """An abstract praises and explains; worth saying is what its author did or does, or what happened."""
    if _OUTLINES.search(fact) or _OF_ANYBODY.search(fact):
        return False
    if re.match(
        r"(?!(?:the|an?|all|two|three|four|five|some|many|what)\b)(?:[\w'’-]+,? ){0,5}?you\b", fact, re.IGNORECASE
    ):
        return in_the_past(fact) or bool(_OF_THEIRS.search(fact) or _PERFECT.search(fact))
    return in_the_past_of_all(fact) and not re.search(r"\byou\b", fact)


def about_title(title: str) -> str:
    """What to say of a talk of which nothing but the title can be said."""
    return varied(_TITLED, 0, title).format(title=title)


def sentence_within(text: str) -> str:
    """A sentence as it stands behind "that": a small letter unless it begins with a name, no full stop."""
    first = text.partition(" ")[0]
    small = first in _LOW or (first != "I" and bool(forms(first.lower())))
    return (f"{text[:1].lower()}{text[1:]}" if small else text).rstrip(" .")


def sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:].rstrip(' .')}."


# ------------------------------------------------------------------ titles, and what lies behind
_TITLED = (
    "I saw that your talk is called “{title}”.",
    "Your talk is called “{title}”.",
)
OF_A_TITLE = ("What brought you to that subject?", "What is the story behind it?", "What made you choose that subject?")


def short_title(title: str) -> str:
    """A title as one says it: without its subtitle where it is long."""
    head = re.split(r":\s|\s[-–—]\s|\s?[?!]\s", title, maxsplit=1)[0]
    return (head if len(title.split()) > LONG_TITLE and len(head.split()) > 1 else title).strip()


LONG_TITLE = 5


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
