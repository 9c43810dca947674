"""Tells a sentence that gives orders to whoever writes the draft from one that merely says something.

Notes, abstracts and profiles are data, yet a small model obeys what it reads. A sentence that speaks to the
model is therefore left out of prompts; it stays in the record and on screen. The rules want two signs at
once (an imperative and something only a model would be told), so that "send her the draft" stays a note. What the
user means to do (`coach.domain.to_dos`) is no order by itself.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from coach.domain.orders_abroad import ABROAD, ABROAD_WORDS
from coach.domain.orders_english import (
    FORM,
    FORM_WORDS,
    HER_REASON,
    PLACE,
    PLAIN,
    PLAIN_WORDS,
    REPORTED,
    REPORTED_BEHIND,
)
from coach.domain.to_dos import is_to_do

_LOOKALIKES = str.maketrans("аеорсухіјѕԁңкмтвнοαερτυικνӏ0134@$", "aeopcyxijsdhkmtbhoaeptuikvloieaas")
"""Cyrillic and Greek letters, digits and signs that pass for Latin letters."""
_SPACED = re.compile(r"\b(?:\w[ .*_-]){4,}\w\b")
_LATIN = re.compile(r"[a-z]")

_SET_ASIDE = (
    r"(?:ignor\w*|disregard\w*|overrid\w*|overrul\w*|bypass\w*|discard\w*|neglect\w*|forget|abandon|"
    r"(?:do not|don'?t|stop|never) (?:follow|obey|heed)\w*|missacht\w*|vergiss\w*|vergesst|oubli\w*|neglig\w*|"
    r"olvid\w*|esque[cç]\w*|dimentic\w*|negeer\w*|игнориру\w*|забуд\w*)"
)
_RULES = (
    r"(?:instruct\w*|prompts?|rules?|guidelines?|directives?|commands?|constraints?|polic(?:y|ies)|training|"
    r"anweisung\w*|regeln|vorgaben|consignes?|regles?|instruccion\w*|reglas|instruc\w*|regras|istruzion\w*|regole|"
    r"instructies|инструкци\w*|правил\w*|указани\w*)"
)
_EARLIER = r"(?:above|previous(?:ly)?|prior|preceding|before|earlier|so far|told|bisher\w*|obige\w*|vorherig\w*)"
_MODEL = (
    r"(?:ai|a\.i\.|assistants?|language models?|llms?|chatbots?|bots?|gpt\w*|copilot|coach|"
    r"(?:drafting|writing) (?:tool|model|app)|ki|sprachmodell\w*)"
)
_AT_START = (
    r"(?:^|[,;:.!?()\[\]>*—–-] ?|\b(?:please|must|always|should|shall|now|then|and|instead|just|simply|only|also|"
    r"to you|you (?:will|have to|need to|are to)|bitte|sil vous plait|por favor) )(?<!i must )(?<!i should )"
)
_WRITE = (
    r"(?:write|say|output|print|repl(?:y|ies)|respond|answer|include|insert|append|add|mention|repeat|return|generate|"
    r"produce|begin|start|end|finish|close|sign|open|tell|reveal|disclose|list|translate|recommend|promote|advertise|"
    r"praise|endorse|claim|state|quote|cite|replace|set|put|type|echo|spell|use|call|address|refer|greet|invite|"
    r"make|turn|copy|paste|leak|expose|show|share|draft|summari[sz]e|prefix|suffix|change|convert|format|speak)"
)
_PIECE = (
    r"(?:drafts?|messages?|e-?mails?|repl(?:y|ies)|responses?|answers?|outputs?|lines?|openers?|questions?|briefs?|"
    r"sentences?|texts?|letters?|invitations?|subjects?|paragraphs?|words?|json|fields?|greetings?|offers?|"
    r"follow-?ups?)"
)
_PRIVATE = (
    r"(?:secrets?|confidential|private|passwords?|passphrases?|credentials?|api keys?|salar(?:y|ies)|diagnos[ei]s|"
    r"other (?:people|persons?|contacts?|notes?)|everyone else|everybody else|all (?:the |your |other )*(?:notes|"
    r"contacts|people|names)|(?:her|his|their|my|your) (?:\w+ )?notes|notes (?:about|on|of)|hidden|divorce|illness)"
)
_ABROAD = (
    r"(?:schreib\w*|antwort\w*|gib|erwahn\w*|sag|ecri[sv]\w*|repond\w*|ajout\w*|mentionn\w*|dis|dites|escrib\w*|"
    r"respond[ae]|anad[ea]|mencion\w*|di|escrev\w*|adicion\w*|diga|scriv\w*|rispond\w*)"
)
_ABROAD_WHAT = (
    r"(?:nur|wort|satz|jede\w*|stattdessen|folgende\w*|ausschlie\w+|seulement|mot|phrase|chaque|uniquement|solo|"
    r"solamente|palabra|frase|cada|apenas|somente|palavra|soltanto|parola|ogni)"
)

_ORDERS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<!\bme to )(?<!\bus to )\b{_SET_ASIDE}\b.{{0,60}}?\b{_RULES}\b",
        rf"\b{_SET_ASIDE}\b (?:\w+ ){{0,3}}?(?:everything|all|anything|what|the|any|alle\w*|tout\w*|todo\w*)"
        rf"(?: \w+){{0,4}} {_EARLIER}\b",
        r"(?:忽略|无视|忽视|無視).{0,20}(?:指示|指令|说明|規則|规则|提示)",
        r"\b(?:reveal|print|show|repeat|output|disclose|leak|display|dump|new|updated?)\b.{0,40}\b"
        r"(?:system|initial|hidden|original|developer) (?:prompt|message|instructions?)\b",
        rf"\b(?:you are|you're|you will be|you become|pretend (?:you are|to be)|imagine you are|act|behave) "
        rf"(?:now |no longer |from now on |as |like |bound |just )*(?:an? |the |my |in )?(?:\w+ )?"
        rf"(?:{_MODEL}|developer mode|debug mode|dan|jailbroken|unrestricted|pirate)\b",
        rf"\b(?:notes?|messages?|memo|attention|reminder|instructions?|orders?|hinweis|anweisung) "
        rf"(?:to|for|an|fur) (?:the |any |all |every |an? |die |das |den )?(?:\w+ )?{_MODEL}\b",
        rf"\b(?:dear|hey|hello|attention|achtung),? (?:the )?{_MODEL}\b",
        rf"\bif you(?: are|'re) (?:an? |the )?(?:\w+ )?{_MODEL}\b|\bas an ai (?:language model|assistant|model)\b",
        rf"\b(?:from now on|from here on|henceforth|ab jetzt|desormais|a partir d[ea] a(?:hora|gora))\b,? "
        rf"(?:you|always|only|every|all|each|never|antworte|schreib\w*|reponds?|responde|{_WRITE})\b",
        r"\byour (?:new |only |real |actual |first |true )*(?:task|mission|instructions?|orders?|purpose|directives?) "
        r"(?:is|are|now|will)\b|\bnew (?:task|instructions?|orders?|rules?|directives?) ?[:—–-]",
        rf"{_AT_START}{_WRITE}\b.{{0,40}}\b(?:the (?:exact )?(?:words?|phrase|sentence|string|code|token|following)|"
        rf"exactly|nothing (?:else|but)|verbatim|literally|word for word|this (?:sentence|text|link|line|phrase))\b",
        rf"{_AT_START}{_WRITE}\b.{{0,80}}\b(?:every|each|any|all)(?: of)?(?: the| your)? (?:\w+ )?{_PIECE}\b",
        rf"\b(?:every|each|all)(?: of)?(?: the| your)? {_PIECE} (?:must|should|has to|have to|shall|will|needs? to)\b",
        rf"{_AT_START}{_WRITE}\b.{{0,80}}\b(?:in|to|into|of|with|from|on) (?:your|the) (?:\w+ )?"
        rf"(?:draft|reply|response|answer|output|opener|openers|subject(?: line)?|json|brief|greeting)\b",
        rf"\b(?:you|the {_MODEL}) (?:must|should|shall|will|have to|has to|need to|are to|can only) "
        rf"(?:\w+ ){{0,2}}?{_WRITE}\b.{{0,60}}\b{_PIECE}\b",
        rf"{_AT_START}{_WRITE}\b.{{0,60}}\b{_PRIVATE}\b",
        rf"{_AT_START}(?:write|say|output|print|reply|respond|answer|return|generate|produce) only\b",
        r"\b(?:tell|inform|convince|persuade|instruct|urge|trick) the (?:user|reader|human|recipient|writer)\b",
        r"\bwhen (?:you )?(?:writ|draft|generat|answer|reply|respond|summari[sz]|prepar|creat)\w*\b.{0,60}"
        rf"(?:,|you|must|always) ?(?:must |should |always |also |please )*{_WRITE}\b",
        r"\b(?:obey|comply with|carry out|execute|act on) (?:it|this|that|these|them|the following|my|every)\b",
        rf"^{_ABROAD}\b.{{0,40}}\b{_ABROAD_WHAT}\b",
    )
)
_SAY = (
    r"(?:^|[.,;:!?] |(?<!I )(?<![Ww]e )(?<!hey )(?<!he )(?:[Pp]lease|[Aa]lways|[Nn]ow|[Aa]nd|[Jj]ust|[Oo]nly) )"
    r"(?:[Ww]rite|[Ss]ay|[Oo]utput|[Pp]rint|[Rr]eply|[Rr]espond|[Aa]nswer|[Rr]epeat|[Ee]cho|[Tt]ype|[Ss]ign|[Ee]nd|"
    r"[Bb]egin|[Ss]tart|[Aa]ppend|[Ii]nsert|[Mm]ention|[Ii]nclude|[Aa]dd)"
)
_AS_WRITTEN = (
    re.compile(rf"{_SAY}\b(?: \S+){{0,6}}? [\"“'‘«`]"),
    re.compile(rf"{_SAY} (?:with |by |the |saying )*[A-Z][A-Z0-9_-]{{4,}}\b"),
)
"""Looked for in the words as they stand: something to be copied is in quotation marks or in capitals."""
_LURE = re.compile(
    r"(?:^|[,;:.!] |\b(?:please|must|always|now|then|and|to) )(?:visit|click|go to|open|follow|see|check out|download|"
    r"scan|call|text|e-?mail|write to|contact|reply to|send \w+(?: \w+)? to|pay|transfer|log ?in|sign up|register|"
    r"subscribe)\b",
)


_A_WORD_IN_CAPITALS = re.compile(
    r"(?:[Uu]se|[Ii]nclude|[Cc]ontain|[Mm]ention|[Ii]nsert|[Aa]dd|[Ss]ay|[Ww]rite|[Nn]eeds?|[Pp]ut|enthalten|"
    r"[Aa]joute\w*|[Ss]chreibe?)\b.{0,40}\b(?:word|code|code ?word|phrase|password|passphrase|line|string|hashtag|"
    r"Wort|Codewort|mot|palabra|palavra)s? (?:(?=[A-Z][A-Z0-9 _-]{2})[A-Z][A-Z0-9_-]*\b|[\"“'‘«])"
)
_CODE_WORDS = frozenset(
    """word words code codes codeword phrase phrases password passwords passphrase line lines string strings hashtag
    hashtags wort codewort mot mots palabra palabras palavra palavras""".split()
)
_MUST = re.compile(r"\b(?:must|should|shall|has to|have to|needs? to|always)\b")


def is_order(sentence: str) -> bool:
    """Whether the sentence tells a writer what to do. Knows English best; the plainest forms in six more languages."""
    return takes_over(sentence) or _lays_down_the_form(sentence)


def takes_over(sentence: str) -> bool:
    """Whether it speaks to a model outright: what follows it in its paragraph is its payload."""
    folded = _folded(sentence)
    words = _words(folded)
    patterns = (
        _ORDERS,
        PLAIN if words & PLAIN_WORDS or "#" in folded else (),
        ABROAD if words & ABROAD_WORDS or "ignorier" in folded or "missacht" in folded else (),
    )
    found = any(pattern.search(folded) for some in patterns for pattern in some)
    return found or any(one.search(sentence) for one in _AS_WRITTEN)


def _lays_down_the_form(sentence: str) -> bool:
    """Whether it lays down how a message is to be, or tells "you" what to say; a user may note the like."""
    folded = _folded(sentence)
    found = None
    if _words(folded) & FORM_WORDS:
        found = next((hit for pattern in FORM if (hit := pattern.search(folded))), None) or _commanded_place(sentence)
    if found is None:
        spelt = _words(folded) & _CODE_WORDS and _A_WORD_IN_CAPITALS.search(sentence)
        return bool(spelt) and not _is_reported(folded, len(folded))
    return not (_is_reported(folded, found.end()) or HER_REASON.match(folded, found.end()))


def _commanded_place(sentence: str) -> re.Match[str] | None:
    """Where a message is to hold something, if a command or a duty says so."""
    folded = _folded(sentence)
    place = PLACE.search(folded)
    commands = place and (_MUST.search(folded[: place.start()]) or is_to_do(sentence) or folded.startswith("put "))
    return place if commands else None


def _is_reported(folded: str, end: int) -> bool:
    return bool(REPORTED.search(folded[:end]) or REPORTED_BEHIND.search(folded))


def is_lure(sentence: str) -> bool:
    """Whether a sentence sends its reader to an address: an order once it is known to hold one."""
    return bool(_LURE.search(_folded(sentence)))


@lru_cache(maxsize=64)
def _words(folded: str) -> frozenset[str]:
    return frozenset(_WORD.findall(folded))


_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=64)
def _folded(text: str) -> str:
    """Lower case, without accents, tricks of lettering undone: full width, look-alikes, s p a c e d out."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    plain = _SPACED.sub(lambda found: re.sub(r"[ .*_-]", "", found[0]), plain)
    words = (word.translate(_LOOKALIKES) if _LATIN.search(word) else word for word in plain.split())
    return " ".join(words)
