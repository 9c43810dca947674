"""A German note about a person, said to them: "Sie leitet einen Chor" becomes "Du leitest einen Chor".

By rule, and shy: one main clause that begins with the person and its verb, or with something of theirs. What is built
in another way, or speaks of a third person, is not turned: then there is no sentence, rather than a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_FORMS = {
    "hat": "hast haben", "ist": "bist sind", "war": "warst waren", "hatte": "hattest hatten", "wird": "wirst werden",
    "wurde": "wurdest wurden", "will": "willst wollen", "kann": "kannst können", "muss": "musst müssen",
    "darf": "darfst dürfen", "soll": "sollst sollen", "mag": "magst mögen", "möchte": "möchtest möchten",
    "weiß": "weißt wissen", "gibt": "gibst geben", "spricht": "sprichst sprechen", "fährt": "fährst fahren",
    "liest": "liest lesen", "isst": "isst essen", "sieht": "siehst sehen", "nimmt": "nimmst nehmen",
    "hilft": "hilfst helfen", "trifft": "triffst treffen", "trägt": "trägst tragen", "läuft": "läufst laufen",
    "schläft": "schläfst schlafen", "hält": "hältst halten", "lädt": "lädst laden", "rät": "rätst raten",
    "wächst": "wächst wachsen", "lässt": "lässt lassen", "wirft": "wirfst werfen", "bricht": "brichst brechen",
    "empfiehlt": "empfiehlst empfehlen", "tritt": "trittst treten", "wirbt": "wirbst werben",
    "schlägt": "schlägst schlagen", "fängt": "fängst fangen", "vergisst": "vergisst vergessen", "tut": "tust tun",
    "sagt": "sagtest sagten", "erzählt": "erzähltest erzählten", "meint": "meintest meinten",
    "erklärt": "erklärtest erklärten", "findet": "findest finden",
}  # fmt: skip
"""Third person → the forms for "du" and for "Sie". What somebody says is told in the past."""
_PREFIX = re.compile(r"^(?:be|ver|er|ent|zer|unter|über)(?=[a-zäöü]{3})")
_STRONG_PAST = frozenset(
    """ging kam sah stand fand schrieb blieb half sprach traf nahm gab las fuhr lief hielt verlor begann zog trug aß lud
    schlief wuchs fing schlug ließ trank sang schwamm flog brach""".split()
)
_NO_VERBS = frozenset(
    """nicht erst oft jetzt gut selbst fast meist damit mit seit laut sonst dort acht weit bereit heute leicht recht
    letzt zuerst zuletzt bitte alte gute heute beste nächste erste letzte heute mitte statt samt kennengelernt geredet
    gesagt gemacht gehabt gequatscht""".split()
)
_PARTICIPLE = re.compile(r"^(?:kennen|wieder|an|auf|aus|ab|ein|mit|vor|zu|nach)ge\w+t$")
"""`Mira kennengelernt, …`: what the writer did, and nothing of hers."""
_SUBJECT = re.compile(r"^(?P<pronoun>Sie|Er)\s+|^(?P<owned>Ihre?[mnrs]?|Seine?[mnrs]?)\s+(?=[\wäöü])")
_THIRD = re.compile(r"\b(?:sie|er|ihn|ihnen)\b")
_NEXT_CLAUSE = re.compile(
    rf"[,;]\s+(?:und |aber |denn )?(?:sie|er|ihre?|seine?|{'|'.join(_FORMS)}|sucht|braucht|arbeitet|wohnt|spielt)\s.*$"
)
_OWNED = re.compile(
    r"\b(?P<whose>ihr|sein)(?P<end>e[mnrs]?)?(?=\s+"
    r"(?:(?!(?:d(?:er|ie|as|en|em|es)|eine\w?|morgen|heute|gerne?|bitte)\b)[a-zäöü]+e[mnrs]?\s+){0,2}[A-ZÄÖÜ])"
)
_DATIVE = re.compile(r"\b(?:ihr|ihm)\b")
_HERSELF = re.compile(r"\bsich\b")
_UNKIND = re.compile(
    r"\b(?:nur|leider|müde|langweilig\w*|nervig\w*|anstrengend\w*|traurig\w*|krank\w*|Krankenhaus|gestorben|geschieden|"
    r"Scheidung|geweint|unhöflich\w*|arrogant\w*|kühl\w*|betrunken\w*|gekündigt|entlassen|pleite|Schulden)\b"
)
"""What one notes for oneself and does not put into a first message."""


_FIRST = {
    "ist": "bin", "war": "war", "will": "will", "kann": "kann", "muss": "muss", "darf": "darf", "soll": "soll",
    "mag": "mag", "möchte": "möchte", "weiß": "weiß", "sagt": "sage", "erzählt": "erzähle", "meint": "meine",
    "erklärt": "erkläre", "tut": "tue",
}  # fmt: skip
_USER = re.compile(r"\b(?:ich|mich|mir|mein\w*|wir|uns|unser\w*)\b", re.IGNORECASE)


def said_of_oneself(sentence: str, names: Sequence[str]) -> str:
    """A sentence of a note about whoever has those names, as they say it of themselves: "Sie leitet einen Chor" becomes
    "Ich leite einen Chor"; "" where that is not sure, and where the writer of the note is in it."""
    bare = _NEXT_CLAUSE.sub("", " ".join(sentence.split())).strip(" .!")
    named, found = _named(bare, names), _SUBJECT.match(bare)
    if "?" in bare or _USER.search(bare) or not (named or found):
        return ""
    if found and found["owned"]:
        rest = _of_me(bare[found.end() :], found["owned"][:3])
        return f"Mein{re.sub(r'^(?:Ihr|Sein)', '', found['owned'])} {rest}." if rest else ""
    verb, _, after = bare[named or (found.end() if found else 0) :].partition(" ")
    turned = _first_person(verb.rstrip(","))
    rest = _of_me(after, found["pronoun"] if found else None) if after else ""
    return f"Ich {turned}{',' if verb.endswith(',') else ''} {rest}." if turned and rest else ""


def _first_person(verb: str) -> str:
    """A verb of the third person in the first ("sucht" → "suche", "gibt" → "gebe"); "" for what seems to be none."""
    if verb in _FIRST:
        return _FIRST[verb]
    plural = second_person(verb, formal=True)
    if not plural or verb in _STRONG_PAST or verb.endswith("te"):
        return verb if plural else ""
    return plural.removesuffix("n") if plural.endswith("en") else f"{plural.removesuffix('n')}e"


def _of_me(text: str, pronoun: str | None) -> str:
    """What is theirs, and them, in the first person; "" where somebody else may be meant."""
    if not _turned(text, pronoun, formal=True):
        return ""
    said = _OWNED.sub(lambda found: f"mein{found['end'] or ''}", text)
    return _HERSELF.sub("mich", _DATIVE.sub("mir", said))


def said_to(sentence: str, names: Sequence[str], address: str) -> str:
    """A sentence of a note about whoever has those names, said to them with "du" or "Sie"; "" where it is not sure."""
    bare = _NEXT_CLAUSE.sub("", " ".join(sentence.split())).strip(" .!")
    if "?" in bare or _UNKIND.search(bare):
        return ""
    formal = address == "Sie"
    named = _named(bare, names)
    if named:
        return _with_verb(bare[named:], None, formal=formal)
    found = _SUBJECT.match(bare)
    if found is None:
        return ""
    if found["pronoun"]:
        return _with_verb(bare[found.end() :], found["pronoun"], formal=formal)
    rest = _turned(bare[found.end() :], found["owned"][:3], formal=formal)
    end = re.sub(r"^(?:Ihr|Sein)", "", found["owned"])
    return f"{'Ihr' if formal else 'Dein'}{end} {rest}." if rest else ""


def _named(text: str, names: Sequence[str]) -> int:
    """Where the name with which a text begins ends, with what stands in brackets behind it; 0 where it does not."""
    parts = [form for name in names for form in (name, *name.split()) if len(form) > 2]
    for form in sorted(set(parts), key=len, reverse=True):
        if match := re.match(rf"(?:(?:Dr|Prof|Frau|Herr)\.? )*{re.escape(form)}(?: \([^()]*\))?\s+(?=[a-zäöü])", text):
            return match.end()
    return 0


def _with_verb(rest: str, pronoun: str | None, *, formal: bool) -> str:
    verb, _, after = rest.partition(" ")
    comma = "," if verb.endswith(",") else ""
    turned = second_person(verb.rstrip(","), formal=formal)
    more = _turned(after, pronoun, formal=formal) if after else ""
    if not turned or not more:
        return ""
    return f"{'Sie' if formal else 'Du'} {turned}{comma} {more}."


def second_person(verb: str, *, formal: bool) -> str:
    """A verb of the third person, for "du" or for "Sie"; "" for what seems to be none ("sucht" → "suchst")."""
    prefix = _PREFIX.match(verb)
    root = verb[prefix.end() :] if prefix else verb
    for head, word in (("", verb), (prefix[0] if prefix else "", root)):
        if word in _FORMS:
            return head + _FORMS[word].split()[formal]
        if word in _STRONG_PAST:
            ending = "en" if formal else ("est" if word[-1] in "dtsß" else "st")
            return f"{head}{word}{ending}"
    if verb in _NO_VERBS or _PARTICIPLE.match(verb) or len(verb) < 4 or not verb.islower():
        return ""
    if verb.endswith("te"):
        return f"{verb}n" if formal else f"{verb}st"
    return _regular(verb[:-1], verb, formal=formal) if verb.endswith("t") else ""


def _regular(stem: str, verb: str, *, formal: bool) -> str:
    """The present of a weak verb: koch-t, arbeite-t, heiz-t, sammel-t."""
    if formal:
        short = stem.endswith(("e", "el", "er")) and not stem.endswith("ier")
        return f"{stem}n" if short else f"{stem}en"
    return verb if stem.endswith(("s", "ß", "z", "x")) else f"{stem}st"


def _turned(text: str, pronoun: str | None, *, formal: bool) -> str:
    """What is theirs, and them, in the second person; "" where somebody else may be meant."""
    owners = {owner["whose"] for owner in _OWNED.finditer(text)}
    hers, his = pronoun in ("Sie", "Ihr"), pronoun in ("Er", "Sei")
    if _THIRD.search(text) or len(owners) > 1 or (hers and "sein" in owners) or (his and "ihr" in owners):
        return ""
    said = _OWNED.sub(lambda found: f"{'Ihr' if formal else 'dein'}{found['end'] or ''}", text)
    said = _DATIVE.sub("Ihnen" if formal else "dir", said)
    return said if formal else _HERSELF.sub("dich", said)


def to_the_reader(words: str, address: str, sex: str = "") -> str:
    """Words about a reader whom they call "sie", "ihr", "ihn" or "ihm", as one says them to the reader: for a promise
    or a wish, where nobody else is meant. `sex`: "f" or "m" where known; what is somebody else's stays theirs then."""
    formal = address == "Sie"
    others = {"f": "sein", "m": "ihr"}.get(sex)
    if others and any(owner["whose"] == others for owner in _OWNED.finditer(words)):
        return words
    said = _OWNED.sub(lambda found: f"{'Ihr' if formal else 'dein'}{found['end'] or ''}", words)
    said = _DATIVE.sub("Ihnen" if formal else "dir", said)
    return re.sub(r"\b(?:sie|ihn)\b", "Sie" if formal else "dich", said)
