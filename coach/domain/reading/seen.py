"""A name where it stands in rough notes, and what stands around it: whether the notes say that its bearer was met,
opens a line, does something, or is only somebody's."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from coach.domain.checking.english import forms, known
from coach.domain.checking.lands import is_place
from coach.domain.checking.lexicon import COMPANIONS, FUNCTION, KIN, ROLE_HEADS, TITLES
from coach.domain.checking.names import Name
from coach.domain.checking.people import RELATIONS
from coach.domain.checking.tokens import Token
from coach.domain.reading.given import is_given
from coach.domain.reading.roles import is_head

NOT_NAMES = frozenset(
    """
    I The A An And But Then Also After Before Later Today Yesterday Tomorrow This That There Here
    We He She They It His Her Their My Our Some Someone Nobody Everybody Who What When Where How Why
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July
    August September October November December At In On With For From To Abends Morgens Mittags Heute
    Gestern Er Sie Es Wir Ich Ihr Sein Ihre Seine Der Die Das Ein Eine Und Aber Dann Mit Bei Auf Im Am
    Einen Einem Eines Neben Hinter Vor Nach Über Unter Zwischen Beim Zum Zur Vom Heimweg Essen Wetter Raum Saal Bahn Zug
    Stimmung Kuchen Nächste Nächster
    Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag
    Hrs Pics Betreff Subject Protokoll Honorar Eindruck Mein Verdict Gute Guten Anwesend Seated Present
    Bloke Chap Fella Dude Geezer Lad Lass Typ
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
_MET = frozenset("met saw greeted visited joined sat traf treffe".split())
CALLED = frozenset(("called", "named", "namens"))
_THINGS = frozenset(
    """dog cat horse pony studio foundry cellar gallery choir boat bar game film song book play series magazine paper
    company brand firm startup tool project shop band business app it product label team platform thing place club
    podcast newsletter group""".split()
)
SOMEBODY = frozenset(
    """chap lad bloke fella guy man woman lady person girl boy kid student colleague colleagues friend friends
    neighbour neighbor mate couple people organisers organizers hosts founders twins team crew brothers
    sisters""".split()
)
NOT_AT = frozenset(
    """round around at from in of off for near on via @ using through bei aus im am vom beim zum zur the der die das den
    dem""".split()
)
POSSESSIVE = frozenset("her his their my our 's ihr ihre ihren ihrem ihrer sein seine seinen seinem seiner".split())
ASKED = frozenset(
    """ask asked tell told call called write mail email ping introduce intro thank thanks meet drop send give show
    lend text message ring telephone phone visit""".split()
)
BEHIND = frozenset(
    """from of at who again and is was has had will wants works runs leads owes knows himself herself also 's cannot
    asked told said says promised offered with then still now can could would won't doesn't gonna gets read let set put
    quit""".split()
)
GERMAN_BEHIND = frozenset(
    """ist war hat hatte will wollte wird kann möchte mochte schickt gibt bringt sucht kennt arbeitet leitet macht
    meinte sagte sagt erzählte erzahlte kommt wohnt mag liebt zeigt stellt leiht meldet ruft bei aus vom von
    kenne kenn kennengelernt getroffen wollen haben sind schuldet""".split()
)
DELIMITERS = frozenset((">", "~", ",", "(", ":", "-", "–", "—", "/", "|", "=", "→", "@", "?", "!", ";", "."))
CAMEL = re.compile(r"^(?!Mac|Mc|De|Di|Le|La|Van|Fitz|O['’])[A-Z]?[a-z]+[A-Z]|^[A-Z]{2,}[a-z]")
STARTS = frozenset(", ; : - – — ( and but then also later afterwards afterward so when + plus und dann da".split())
HEADINGS = frozenset("notes notizen recap summary minutes report agenda day tag diary log".split())
HOUSES_BEHIND = frozenset(
    """farm bakery studio studios primary academy nursery brewery gallery theatre hospice trust press church choir
    garage surgery clinic pharmacy vineyard dairy orchard bookshop café cafe pub inn hotel uni univ university college
    hospital council school museum library lab""".split()
)
"""`Hill Top farm`: the last word of an organisation's name, in small letters."""
QUOTES = frozenset("\"'“”‘’„")
_CLOSE = {"(": frozenset(")")}


KINDRED = frozenset(
    """kollege kollegin sohn tochter mann frau bruder schwester chef chefin freund freundin nachbar nachbarin mutter
    vater hausmeister mentor mentorin partner partnerin""".split()
)
"""In German, whose somebody is."""


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


def goes_on(seen: Seen) -> bool:
    """`And Jun Park, student`, `and Mei from Harbour`: the next of a list, with what they are or where behind it."""
    if len(seen.lead) != 1 or seen.before not in GOING_ON or seen.end + 2 >= len(seen.tokens) or seen.after is None:
        return False
    if seen.after.low in ("from", "at", "aus", "von", "vom", "bei"):
        return True
    return seen.after.text in (",", "(") and (has_a_role(seen) or is_head(seen.tokens[seen.end + 2].text))


GOING_ON = frozenset("and plus also then und dann aber".split())


def lead_of(tokens: Sequence[Token], first: int) -> list[str]:
    """The words and the signs that part them before a name, without its titles."""
    if [token.low for token in tokens[max(0, first - 2) : first]] in _SHORT_TITLES:
        first -= 2
    lead = [token.low for token in tokens[:first] if token.kind == "word" or token.text in _SIGNS]
    while lead and (lead[-1].rstrip(".") in TITLES or (len(lead) == 1 and lead[0] in _ORDERS | _FONDLY)):
        lead.pop()
    return lead


_FONDLY = frozenset("old young dear poor lovely captain omg wow oh ah yes finally".split())
"""`Old Mrs. Patterson brought pie`."""
_ORDERS = frozenset("sister brother father mother".split())
"""Titles at the head of a sentence: `Sister Philomena runs the pantry`."""


def has_a_role(seen: Seen) -> bool:
    """`Colin, van driver`: what somebody does stands behind the comma."""
    behind = [token.low for token in seen.tokens[seen.end + 1 : seen.end + 5]]
    return bool({*behind} & ROLE_HEADS) or any(low.endswith(_TRADES) for low in behind)


_TRADES = ("man", "woman", "smith", "keeper", "maker", "worker", "ologist", "wright")


def is_met(seen: Seen) -> bool:
    """`met`, `ran into`, `coffee with`, `talked for an hour to`, `a guy called`: the writer was with the one named."""
    words = _of_their_kin(seen, [low for low in seen.lead if low not in _SIGNS])
    if not words or _whose_kin(seen):
        return False
    last = words[-1]
    if last in ("a", "another") and words[-2:-1] == ["met"] and seen.tokens[seen.name.last].capital:
        return True
    if seen.before in CALLED:
        return not {*words[-5:]} & _THINGS
    if (
        (seen.german and _behind_brackets(seen) in _GERMAN_MET)
        or (last in ("heißt", "heisst") and seen.lead[0] in ("die", "der", "das", "ein", "eine"))
        or _introduced(seen, words)
        or last in _MET
        or _met_as(words)
        or (last in SOMEBODY and len(words) <= _NAMED and {*words[:-1]} <= _OF_AN_AGE and seen.before == last)
        or words in _SPOKEN_TO
        or (seen.german and seen.before in _GERMAN_PLACES)
    ):
        return True
    near = {token.low for token in seen.tokens} if seen.german else {*words[-8:]}
    return last in _TOWARDS and bool(_MEETING & near)


def _whose_kin(seen: Seen) -> bool:
    """`Zoe's mum`, `Zoe's new teacher`: named only to say whose."""
    behind = [token.low for token in seen.tokens[seen.end + 1 : seen.end + 6]]
    return behind[:1] == ["'s"] and bool({*behind[1:]} & (RELATIONS | COMPANIONS | KIN | ROLE_HEADS))


def _of_their_kin(seen: Seen, words: list[str]) -> list[str]:
    """`chatted with`, of `chatted with Zoe's mum | Helen`."""
    for back in (2, 3):
        between = [token.low for token in seen.tokens[max(0, seen.name.first - back + 1) : seen.name.first]]
        owner = seen.name.first >= back and seen.tokens[seen.name.first - back].low == "'s"
        if owner and {*between} & (RELATIONS | COMPANIONS | KIN):
            return words[:-back]
    return words


def _introduced(seen: Seen, words: Sequence[str]) -> bool:
    """`Young man, Caspian`, `person: Bence`, `lunch with the organisers (Pieter, …`."""
    last = words[-1]
    if seen.before == ",":
        some = seen.lead[0] in _SOME and len(seen.lead) > 1 and seen.lead[1] in _PEOPLE
        return len(seen.lead) > 1 and (some or seen.lead[-2] in SOMEBODY or _met_by_role(seen.lead))
    if seen.before == ":":
        return len(seen.lead) == _LABEL and last in _LABELS
    return seen.before == "(" and last in SOMEBODY and bool(_MEETING & {*words})


def _met_as(words: Sequence[str]) -> bool:
    """`met my hero | Guido`, `met the choir's founder | Ann`."""
    at = max((at for at, low in enumerate(words) if low in _MET), default=-1)
    said = words[at + 1 :]
    return at >= 0 and len(said) in (2, 3) and said[0] in _ARTICLES | {"my"} and not {*said[1:]} & FUNCTION


_OF_AN_AGE = frozenset("a an the this that new young old older nice funny quiet tall".split())
"""`Young chap | Dafydd`."""
_SOME = frozenset("two three four both some".split())
_PEOPLE = frozenset("ladies women men guys girls boys lads people students friends colleagues sisters brothers".split())
"""`Two ladies from the museum, Joan and Dilys`."""


def _met_by_role(lead: Sequence[str]) -> bool:
    """`met the new librarian, Sadia`: one clause from the verb to the comma."""
    clause = lead[:-1]
    verb = max((at for at, low in enumerate(clause) if low in _MEETING), default=-1)
    said = clause[verb + 1 :]
    while said and said[0] in _TOWARDS:
        said = said[1:]
    a_role = bool(said) and said[0] in _ARTICLES and len(said) <= _ROLE_WORDS and not _SIGNS & {*said}
    return verb >= 0 and a_role and (clause[verb] in _MET or len(said) < len(clause) - verb - 1)


def _behind_brackets(seen: Seen) -> str:
    """The word that follows a name, behind what stands in brackets: `Frau Berger (Chirurgin am Klinikum) getroffen`."""
    behind = _without_brackets([token.low for token in seen.tokens[seen.end + 1 :]])
    return behind[0] if behind else ""


def _without_brackets(lows: list[str]) -> list[str]:
    """The words behind the brackets that they begin with, if any."""
    return lows[lows.index(")") + 1 :] if lows[:1] == ["("] and ")" in lows else lows


def has_a_title(seen: Seen) -> bool:
    """`Frau Berger`, `Dr. Berger`."""
    before = [token.low for token in seen.tokens[: seen.name.first] if token.text != "."]
    return bool(before) and before[-1].rstrip(".") in TITLES


def has_a_short_title(seen: Seen) -> bool:
    """`hr. schmitz`, `fr. meier`."""
    before = [token.low for token in seen.tokens[max(0, seen.name.first - 2) : seen.name.first]]
    return before in _SHORT_TITLES and seen.name.words[0] not in _FRIDAY | TITLES


_SHORT_TITLES = (["hr", "."], ["fr", "."])
_FRIDAY = frozenset("abend abends morgen mittag nachmittag vormittag nacht treffen uhr".split())
"""`Fr. Abend`: the day."""


def is_a_thing(seen: Seen) -> bool:
    """`a startup called Kalibra`."""
    return seen.before in CALLED and bool(_THINGS & {*seen.lead[-_NAMED:-1]})


_ROLE_WORDS = 5
_ARTICLES = frozenset("the a an our their another".split())
_GERMAN_MET = frozenset("getroffen kennengelernt wiedergesehen wiedergetroffen gesprochen".split())
_NAMED = 4
_SPOKEN_TO = (["told"], ["asked"], ["i", "told"], ["i", "asked"])
_LABEL = 2
_LABELS = frozenset(
    "person name who met with contact people speaker wer present attendees there anwesend dabei".split()
)
"""`person: Bence | role: …`."""
_GERMAN_PLACES = frozenset("saß sass gegenüber gegenuber wiedergesehen stand".split())
_SIGNS = frozenset("(:,;-–—/&+@=")


def joined(seen: Seen) -> bool:
    """`Rosa & Miguel`, `Pieter, Marloes`: in one list with the one before."""
    if seen.last_end < 0:
        return False
    between = _without_brackets([token.low for token in seen.tokens[: seen.name.first] if token.start >= seen.last_end])
    listed = 0 < len(between) <= 2 and all(low in ("and", "&", "+", ",", "und") for low in between)
    in_a_list = "(" in seen.lead or (seen.lead[1:2] == [":"] and seen.lead[0] in _LABELS)
    return listed and (between != [","] or in_a_list)


def is_the_one(seen: Seen) -> bool:
    """`Rory the security guard has worked there`."""
    behind = [token.low for token in seen.tokens[seen.end + 1 : seen.end + 5]]
    return behind[:1] == ["the"] and any(map(is_head, behind[1:]))


def ends_a_head(seen: Seen) -> bool:
    """Behind a name that opens a line: a sign, what only a person does, a place to be from, or nothing."""
    after = seen.after
    if is_the_one(seen):
        return True
    if after is None or _plainly_a_name(seen):
        return True
    if after.text in "&+":
        return seen.end + 2 < len(seen.tokens) and (seen.small or seen.tokens[seen.end + 2].capital)
    behind = GERMAN_BEHIND if seen.german else BEHIND
    return after.text in DELIMITERS or after.low in behind or said_of_one(after.low)


def _plainly_a_name(seen: Seen) -> bool:
    """`Océane Marchetti shadow puppets`: two words with capitals that no dictionary knows, then others."""
    words = seen.name.words
    plain = len(words) > 1 and not any(known(word) or is_place(word) for word in words)
    return plain and not seen.small and not seen.german and seen.after is not None and not seen.after.capital


def said_of_one(low: str) -> bool:
    """A verb as it follows one person: `runs`, `left`."""
    kinds = forms(low)
    return "VERB" in kinds and kinds["VERB"][0] != low and not low.endswith("ing")


_ADVERBS = frozenset(
    """already also still never always just now finally once even recently usually often kindly then soon really only
    actually meanwhile generously quickly promptly""".split()
)


def acts_behind_an_adverb(tokens: Sequence[Token], at: int) -> bool:
    """Whether an adverb stands at this place, and a verb as it follows one person behind it: `already sent`."""
    behind = tokens[at : at + 2]
    return len(behind) == 2 and behind[0].low in _ADVERBS and (said_of_one(behind[1].low) or behind[1].low in BEHIND)


def acts(seen: Seen) -> bool:
    """`Kenji from NTT wants`, `Marco himself was there`: a subject, at the head of a clause."""
    if (seen.lead and seen.before not in STARTS) or seen.after is None or _whose_kin(seen):
        return False
    after = seen.after
    behind = GERMAN_BEHIND if seen.german else BEHIND
    if after.low in behind or said_of_one(after.low) or is_the_one(seen):
        return True
    if is_given(seen.name.words[0]) and acts_behind_an_adverb(seen.tokens, seen.end + 1):
        return True
    plain = len(seen.name.words) > 1 or seen.end > seen.name.last or is_given(seen.name.words[0])
    return after.text in "(,–—-" and seen.before != "," and (plain or has_a_role(seen))


def is_somebodys(seen: Seen) -> bool:
    """`his cofounder Ania`, `our tester, Marco`: known by whose they are, and only spoken of."""
    if {*seen.lead[-3:]} & (RELATIONS | KINDRED) and {*seen.lead[-4:]} & POSSESSIVE:
        return True
    return seen.before == "," and bool((POSSESSIVE | {"the", "a", "an"}) & {*seen.lead[-6:-1]})


def is_called_they(seen: Seen) -> bool:
    """`Chi (they/them), illustrator`."""
    behind = [token.low for token in seen.tokens[seen.end + 1 : seen.end + 4]]
    return behind[:1] == ["("] and behind[1:2] in (["they"], ["she"], ["he"]) and behind[2:3] == ["/"]


def is_the_subject(seen: Seen) -> bool:
    """`The organiser, Tobias, needs a venue`: of whom the sentence tells, though a role stands before the name."""
    opens = (
        seen.before == ","
        and seen.lead[0] in _ARTICLES | {"new", "also", "die", "der"}
        and len(seen.lead) <= _ROLE_WORDS
    )
    if not opens or seen.after is None or seen.after.text != ",":
        return False
    behind = seen.tokens[seen.end + 2].low if seen.end + 2 < len(seen.tokens) else ""
    return said_of_one(behind) or behind in BEHIND or has_a_role(seen)
