"""Whether a name in rough notes is a person's: by what stands before and behind it, in notes with and without capitals,
in English and in German."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from coach.domain.checking.english import forms, known
from coach.domain.checking.lands import is_place
from coach.domain.checking.language import small_words
from coach.domain.checking.lexicon import (
    CALENDAR,
    FUNCTION,
    GREETINGS,
    HARMLESS_NAMES,
    ORGANISATION_MARKS,
    ROLE_HEADS,
    ROLE_MODIFIERS,
    TITLES,
)
from coach.domain.checking.names import Name, given_name
from coach.domain.checking.people import RELATIONS, People, is_person
from coach.domain.checking.tokens import Token

NOT_NAMES = frozenset(
    """
    I The A An And But Then Also After Before Later Today Yesterday Tomorrow This That There Here
    We He She They It His Her Their My Our Some Someone Nobody Everybody Who What When Where How Why
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July
    August September October November December At In On With For From To Abends Morgens Mittags Heute
    Gestern Er Sie Es Wir Ich Ihr Sein Ihre Seine Der Die Das Ein Eine Und Aber Dann Mit Bei Auf Im Am
    Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag
    Todo TODO Idee Fazit Notiz Notizen Thema Frage Termin Aufgabe Orga Info PS NB FYI TLDR Dear Hi Hello Hallo
    """.split()
)
"""Words with a capital that name nobody, at the head of a line or anywhere."""
_MEETING = frozenset(
    """met talked spoke sat chatted chat ran bumped caught talk lunch dinner coffee tea beer beers drink drinks
    breakfast call meeting walk conversation saw seen greeted hugged walked stood danced sang played joined queued
    shared visited welcomed hung ate zoom session interview yarned introduced gossiped geredet gesprochen getroffen
    gesessen telefoniert gegessen unterhalten ausgetauscht kennengelernt""".split()
)
_TOWARDS = frozenset(("with", "to", "into", "by", "beside", "behind", "opposite", "next", "near", "up", "and", "&",
                      "+", "between", "mit", "neben"))  # fmt: skip
_MET = frozenset("met saw greeted visited joined traf treffe".split())
_CALLED = frozenset(("called", "named", "namens"))
_THINGS = frozenset(
    """game film song book play series magazine paper company brand firm startup tool project shop band business app it product label team platform thing place club
    podcast newsletter book group""".split()
)
_SOMEBODY = frozenset(
    """guy man woman lady person girl boy kid student colleague colleagues friend friends neighbour neighbor mate
    couple people organisers organizers hosts founders twins team crew brothers sisters""".split()
)
_NOT_AT = frozenset(
    "at from in of off for near on via @ using through bei aus im am vom beim zum zur the der die das den dem".split()
)
_POSSESSIVE = frozenset("her his their my our 's ihr ihre ihren ihrem ihrer sein seine seinen seinem seiner".split())
_ASKED = frozenset(
    """ask asked tell told call called write mail email ping introduce intro thank thanks meet drop send give show
    lend text message ring""".split()
)
_BEHIND = frozenset(
    """from of at who again and is was has had will wants works runs leads owes knows himself herself also 's cannot
    asked told said says promised offered with then still now can could would won't doesn't gonna gets""".split()
)
_GERMAN_BEHIND = frozenset(
    """ist war hat hatte will wollte wird kann möchte mochte schickt gibt bringt sucht kennt arbeitet leitet macht
    meinte sagte sagt erzählte erzahlte kommt wohnt mag liebt zeigt stellt leiht meldet ruft bei aus vom von kennengelernt
    getroffen wollen haben sind""".split()
)
_DELIMITERS = frozenset((",", "(", ":", "-", "–", "—", "/", "|", "=", "→", "@", "?", "!", ";", "."))
_CAMEL = re.compile(r"^(?!Mac|Mc|De|Di|Le|La|Van|Fitz|O['’])[A-Z]?[a-z]+[A-Z]|^[A-Z]{2,}[a-z]")
_STARTS = frozenset(", ; : - – — ( and but then also later so when + plus und dann da".split())
_HEADINGS = frozenset("notes notizen recap summary minutes report agenda day tag diary log".split())
QUOTES = frozenset("\"'“”‘’„")
_CLOSE = {"(": frozenset(")")}


@dataclass(frozen=True)
class Seen:
    """A name where it stands: its sentence, the words before it (without titles), whether the sentence opens a line or
    the whole notes, and where the person named before it in the sentence ends."""

    tokens: Sequence[Token]
    name: Name
    lead: Sequence[str]
    opens: bool
    known_firsts: Collection[str]
    small: bool
    german: bool
    last_end: int = -1
    last_was_head: bool = False
    title: bool = False

    @property
    def before(self) -> str:
        return self.lead[-1] if self.lead else ""

    @property
    def end(self) -> int:
        """The last token of the name, with a nickname inside it: `Oluwaseun "Seun" Adebayo`."""
        last = self.name.last
        opened = self._text(last + 1)
        close = next((step for step in (2, 3, 4) if self._text(last + step) in _CLOSE.get(opened, QUOTES)), 0)
        if close and (opened in QUOTES or opened in _CLOSE) and self._capital(last + close + 1):
            last += close + 1
            while self._capital(last + 1) and self.tokens[last + 1].low not in FUNCTION:
                last += 1
        return last

    def _text(self, at: int) -> str:
        return self.tokens[at].text if 0 <= at < len(self.tokens) else " "

    def _capital(self, at: int) -> bool:
        return 0 <= at < len(self.tokens) and self.tokens[at].capital

    @property
    def after(self) -> Token | None:
        """What follows; not the full stop of an initial: `Grace O. - student`."""
        at = self.end + 1
        initial = len(self.tokens[self.end].text) == 1 and self._text(at) == "." and self._text(at + 1) != " "
        at += initial
        return self.tokens[at] if at < len(self.tokens) else None


def lead_of(tokens: Sequence[Token], first: int) -> list[str]:
    """The words and the signs that part them before a name, without its titles."""
    lead = [token.low for token in tokens[:first] if token.kind == "word" or token.text in "(:,;-–—/&+@="]
    while lead and (lead[-1].rstrip(".") in TITLES or (len(lead) == 1 and lead[0] in _ORDERS)):
        lead.pop()
    return lead


_ORDERS = frozenset("sister brother father mother".split())
"""Titles at the head of a sentence: `Sister Philomena runs the pantry`."""


def is_somebody(seen: Seen) -> bool:
    """Whether the name is a person's."""
    name, first = seen.name, seen.name.words[0]
    if seen.tokens[name.first].text in NOT_NAMES or first.rstrip("s") in ROLE_HEADS | _OFFICES:
        return False
    if first in seen.known_firsts:
        return True
    if _is_a_thing(seen) or _is_a_title(seen) or _is_a_letter(name) or "st" in (first, seen.before):
        return False
    if seen.small:
        return _small_somebody(seen)
    if seen.german:
        return _german_somebody(seen)
    return _english_somebody(seen)


def _is_a_title(seen: Seen) -> bool:
    """`Nordic Game / Malmö / thu`: the first line tells where one was, unless a first name or what somebody does shows
    a person."""
    if not seen.title or seen.lead or given_name(seen.name.words[0]) or _has_a_role(seen):
        return False
    after = seen.after
    return after is None or after.text in ",/|" or after.kind == "number" or is_place(seen.name.words[-1])


def _is_a_letter(name: Name) -> bool:
    """`P: "people don't volunteer"`: short for somebody named elsewhere."""
    return len(name.words) == 1 and len(name.words[0].rstrip(".")) == 1


def _is_a_thing(seen: Seen) -> bool:
    name, first = seen.name, seen.name.words[0]
    texts = [token.text for token in seen.tokens[name.first : name.last + 1] if token.kind == "word"]
    place = is_place(first) if len(name.words) == 1 else any(map(is_place, name.words[1:])) and seen.small
    return (
        bool(set(name.words) & ORGANISATION_MARKS)
        or (len(name.words) > 1 and name.words[-1] in _HOUSES)
        or seen.before in _KINDS
        or all(word.rstrip(".") in _TITLES for word in name.words)
        or (place and not given_name(first))
        or all(word in _WORK for word in name.words)
        or first in GREETINGS
        or any(_CAMEL.match(text) or any(sign.isdigit() for sign in text) for text in texts)
        or (seen.after is not None and seen.after.low in _HEADINGS)
    )


_TITLES = TITLES | {"dra", "fr", "br"}
_HOUSES = frozenset("house street road square hall hub shed lane bridge station garage cafe pub inn nz uk us".split())
_KINDS = frozenset("team project company firm startup app tool brand band station shop product platform street".split())
_OFFICES = frozenset(
    "governor moderator host audience volunteer promoter everyone everybody nobody hotel venue".split()
)
_WORK = ROLE_HEADS | ROLE_MODIFIERS | frozenset("dev eng prof dr mgr rep".split())


def _english_somebody(seen: Seen) -> bool:  # noqa: PLR0911
    name, first, low = seen.name, seen.name.words[0], seen.before
    met = is_met(seen)
    shout = seen.tokens[name.first].text
    if (low in _NOT_AT and not met) or (shout.isupper() and len(shout) > 1):
        return False
    titled = bool(name.first) and seen.tokens[name.first - 1].low.rstrip(".") in TITLES
    if met or titled or (is_person(seen.tokens, name, People()) and not _aside_word(seen)) or joined(seen):
        return True
    several = len(name.words) > 1 or seen.end > name.last
    if all(map(known, name.words)) and not given_name(first):
        return False
    if (known(first) and not given_name(first)) and not (several and not known(name.words[-1])):
        return not seen.lead and seen.after is not None and seen.after.text == "," and _has_a_role(seen)
    if several and (not seen.lead or low in _STARTS):
        return True
    if seen.opens and not seen.lead:
        return ends_a_head(seen)
    if low == "(" and len(seen.lead) > 1 and seen.lead[-2] in _SOMEBODY:
        return True
    asked = low in _ASKED and low not in _CALLED
    return given_name(first) or acts(seen) or asked or _of_somebody(seen) or is_somebodys(seen)


def _aside_word(seen: Seen) -> bool:
    """`Knackered, feet gone.`: one word that no dictionary knows, inside a line."""
    one = len(seen.name.words) == 1 and not seen.lead and not seen.opens and not given_name(seen.name.words[0])
    return one and (seen.after is None or seen.after.text in ",.!") and not _has_a_role(seen)


def _has_a_role(seen: Seen) -> bool:
    """`Colin, van driver`: what somebody does stands behind the comma."""
    behind = [token.low for token in seen.tokens[seen.end + 1 : seen.end + 5]]
    return bool({*behind} & ROLE_HEADS) or any(low.endswith(_TRADES) for low in behind)


_TRADES = ("man", "woman", "smith", "keeper", "maker", "worker", "ologist", "wright")


def _of_somebody(seen: Seen) -> bool:
    """`His missus Aroha`: a word that says whose, a word that says what, and the name."""
    return len(seen.lead) > 1 and bool({*seen.lead[-3:-1]} & _POSSESSIVE) and seen.before not in _STARTS


def _small_somebody(seen: Seen) -> bool:
    """A name in small letters: where a name must stand, or one that is a first name and no word."""
    first, low, after = seen.name.words[0], seen.before, seen.after
    if after is not None and after.kind == "number":
        return False
    plain = len(seen.name.words) > 1 or given_name(first)
    signed = after is not None and after.text in _SURE_SIGNS
    verb = after is not None and said_of_one(after.low) and after.low not in _OVER and not known(first)
    head = seen.opens and not seen.lead and ends_a_head(seen) and (signed or ((plain or verb) and not seen.german))
    if is_met(seen) or head or joined(seen) or {"there", "was"} <= {*seen.lead[-4:]}:
        return True
    if low in _NOT_AT or low in _CALLED or seen.german:
        return False
    acting = acts(seen) and (plain or after is None or after.low in _BEHIND)
    if low in ("and", "also", "plus", "then") and after is not None and after.text in "!(" and not known(first):
        return True
    kin = bool({*seen.lead[-2:]} & (RELATIONS | ROLE_HEADS)) and low in (*RELATIONS, *ROLE_HEADS, ",", "was", "is")
    return kin or acting or low in ("+", "&") or low in _ASKED or (given_name(first) and not known(first))


_OVER = frozenset("done finished cancelled canceled sold moved postponed".split())
_SURE_SIGNS = frozenset("( - – — / | = → :".split())


def _german_somebody(seen: Seen) -> bool:
    """Every noun has a capital: what begins a line or a sentence and acts, what was met, two words behind `mit`."""
    if seen.name.first and seen.tokens[seen.name.first - 1].low.rstrip(".") in TITLES:
        return True
    if {*seen.name.words} & small_words("de") or seen.name.words[0].endswith(_GERMAN_ENDS):
        return False
    several, after = len(seen.name.words) > 1, seen.after
    if not seen.lead:
        return _german_head(seen)
    if seen.before in KINDRED and {*seen.lead[-3:]} & _POSSESSIVE:
        return True
    if several:
        return is_met(seen) or joined(seen) or seen.before in _GERMAN_LEADS
    behind = after is not None and (after.text in ",(" or after.low in ("aus", "von", "vom", "bei"))
    return seen.before in ("dann", "danach", "dazu", "endlich", "gegenüber", "gegenuber", "noch") and behind


def _german_head(seen: Seen) -> bool:
    several, after = len(seen.name.words) > 1, seen.after
    if several:
        return after is None or after.text in _DELIMITERS or after.low in _GERMAN_BEHIND
    if not seen.opens or after is None or known(seen.name.words[0]):
        return False
    if after.text == ",":
        return seen.end + 2 < len(seen.tokens) and bool(_OF_A_PERSON.search(seen.tokens[seen.end + 2].text))
    return after.text in ":(-–—/|→=" or (after.low in _GERMAN_BEHIND and after.low not in ("war", "ist", "von", "vom"))


_GERMAN_LEADS = frozenset("mit danach dann neben , : an von erst endlich wieder".split())
_OF_A_PERSON = re.compile(r"^[A-ZÄÖÜ]\w*(?:er|or|ist|ent|ant|eur|loge|wirt|arzt|mann|frau|kraft|koch)(?:in)?$|in$")
"""What somebody is, in German: `Chorleiterin`, `Zimmermann`."""
KINDRED = frozenset(
    """kollege kollegin sohn tochter mann frau bruder schwester chef chefin freund freundin nachbar nachbarin mutter
    vater hausmeister mentor mentorin partner partnerin""".split()
)
_GERMAN_ENDS = (
    "ung", "heit", "keit", "schaft", "tion", "tat", "tum", "treffen", "abend", "tag", "messe", "essen", "konferenz",
    "tisch", "forum", "markt", "fest", "kreis", "beirat", "kongress",
)  # fmt: skip


def _no_german_noun(seen: Seen) -> bool:
    low = seen.name.words[0]
    return not known(low) and not low.endswith(_GERMAN_ENDS) and len(seen.name.words) == 1


def is_met(seen: Seen) -> bool:
    """`met`, `ran into`, `coffee with`, `talked for an hour to`, `a guy called`: the writer was with whoever is named."""
    words = [low for low in seen.lead if low not in _SIGNS]
    if not words:
        return False
    if seen.before in _CALLED:
        return not {*words[-5:]} & _THINGS
    if seen.before == "," and len(seen.lead) > 1 and seen.lead[-2] in _SOMEBODY:
        return True
    if seen.before == ":" and len(seen.lead) == _LABEL and words[-1] in _LABELS:
        return True
    if words[-1] in _MET or (seen.before == "(" and words[-1] in _SOMEBODY and _MEETING & set(words)):
        return True
    meeting = _MEETING & {token.low for token in seen.tokens} if seen.german else _MEETING & set(words[-8:])
    if seen.german and seen.before in _GERMAN_PLACES:
        return True
    return words[-1] in _TOWARDS and bool(meeting)


_LABEL = 2
_LABELS = frozenset("person name who met with contact people speaker wer".split())
"""`person: Bence | role: …`."""
_GERMAN_PLACES = frozenset("saß sass gegenüber gegenuber wiedergesehen stand".split())
_SIGNS = frozenset("(:,;-–—/&+@=")


def joined(seen: Seen) -> bool:
    """`Rosa & Miguel`, `Pieter, Marloes`: in one list with the one before."""
    if seen.last_end < 0:
        return False
    between = [token.low for token in seen.tokens[: seen.name.first] if token.start >= seen.last_end]
    if between[:1] == ["("] and ")" in between:
        between = between[between.index(")") + 1 :]
    listed = 0 < len(between) <= 2 and all(low in ("and", "&", "+", ",", "und") for low in between)
    return listed and (between != [","] or "(" in seen.lead)


def ends_a_head(seen: Seen) -> bool:
    """Behind a name that opens a line: a sign, what only a person does, a place to be from, or nothing."""
    after = seen.after
    if after is None or _plainly_a_name(seen):
        return True
    if after.text in "&+":
        return seen.end + 2 < len(seen.tokens) and (seen.small or seen.tokens[seen.end + 2].capital)
    behind = _GERMAN_BEHIND if seen.german else _BEHIND
    return after.text in _DELIMITERS or after.low in behind or said_of_one(after.low)


def _plainly_a_name(seen: Seen) -> bool:
    """`Océane Marchetti shadow puppets`: two words with capitals that no dictionary knows, then others."""
    words = seen.name.words
    plain = len(words) > 1 and not any(known(word) or is_place(word) for word in words)
    return plain and not seen.small and not seen.german and seen.after is not None and not seen.after.capital


def said_of_one(low: str) -> bool:
    """A verb as it follows one person: `runs`, `left`."""
    kinds = forms(low)
    return "VERB" in kinds and kinds["VERB"][0] != low and not low.endswith("ing")


def acts(seen: Seen) -> bool:
    """`Kenji from NTT wants`, `Marco himself was there`: a subject, at the head of a clause."""
    if (seen.lead and seen.before not in _STARTS) or seen.after is None:
        return False
    after = seen.after
    behind = _GERMAN_BEHIND if seen.german else _BEHIND
    if after.low in behind or said_of_one(after.low):
        return True
    plain = len(seen.name.words) > 1 or seen.end > seen.name.last or given_name(seen.name.words[0])
    return after.text in "(,–—-" and seen.before != "," and (plain or _has_a_role(seen))


def may_be_small_name(low: str, before: Collection[str], language: str) -> bool:
    """Whether a word in small letters can begin a name."""
    if low in before:
        return True
    if low in FUNCTION or low in CALENDAR or low in HARMLESS_NAMES or low in ROLE_HEADS or low in small_words(language):
        return False
    plain = low.replace("-", "")
    if not plain.isalpha() or len(low) < _SHORTEST:
        return False
    if given_name(low) and not forms(low).get("VERB"):
        return True
    return len(low) > _SHORTEST and not known(low) and not is_place(low) and not all(map(known, low.split("-")))


_SHORTEST = 2


def may_be_small_surname(low: str, language: str) -> bool:
    """Whether a word in small letters can go on a name."""
    plain = low.isalpha() and len(low) > _SHORTEST and low not in small_words(language)
    return plain and not known(low) and low not in FUNCTION and low not in CALENDAR


def is_somebodys(seen: Seen) -> bool:
    """`his cofounder Ania`, `our tester, Marco`: known by whose they are, and only spoken of."""
    if {*seen.lead[-3:]} & (RELATIONS | KINDRED) and {*seen.lead[-4:]} & _POSSESSIVE:
        return True
    return seen.before == "," and bool((_POSSESSIVE | {"the", "a", "an"}) & {*seen.lead[-6:-1]})
