"""Who is who: one identity for each person of the evidence and the brief, under every form of their name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from coach.domain.checking.english import forms, known
from coach.domain.checking.full_names import called_in_full
from coach.domain.checking.introduced import introduced
from coach.domain.checking.lands import is_place
from coach.domain.checking.lexicon import DEMONYMS, ORGANISATION_MARKS, PLACES, ROLE_HEADS, TITLES, split_words
from coach.domain.checking.names import PLACES_AND_NAMES, Name, given_name, same_first_name
from coach.domain.checking.tokens import Token, fold, tokenize

USER = "the writer"
"""The identity of the person who writes the draft and keeps the notes."""

RELATIONS = split_words(
    "sister brother cousin mother father mum mom dad son daughter wife husband partner friend colleague boss "
    "manager editor "
    "registrar student assistant mentor aunt uncle nephew niece neighbour neighbor cofounder co-founder grandfather "
    "grandmother successor predecessor deputy coach teacher intern flatmate team dog cat kids children parents family "
    "grandson granddaughter gran granny grandma grandpa stepdad stepfather stepmother fiance fiancee girlfriend "
    "brother-in-law sister-in-law mother-in-law father-in-law son-in-law daughter-in-law half-brother half-sister "
    "stepson stepdaughter ex-wife ex-husband godson goddaughter great-grandmother great-grandfather lodger "
    "understudy trainee hubby bro nan mate teammate classmate boyfriend roommate coworker co-worker foreman pupil "
    "apprentice landlord landlady supervisor"
)
CALLED = dict.fromkeys(
    split_words("sister-in-law mother-in-law daughter-in-law half-sister ex-wife goddaughter sister mother mum "
                "mom daughter wife aunt niece grandmother granddaughter stepdaughter girlfriend "
                "fiancee gran granny grandma nan stepmother stepmum "
                "mrs ms miss sr frau madame"),
    "she",
) | dict.fromkeys(
    split_words("brother-in-law father-in-law son-in-law half-brother stepson ex-husband godson brother father dad "
                "son husband uncle nephew grandfather grandson stepson boyfriend fiance "
                "grandpa grandad granddad stepdad stepfather mr herr monsieur"),
    "he",
)  # fmt: skip
"""The pronoun that a kin word or a title shows."""
_LEADS = split_words(
    "with met told asked introduce introduced gave lent promised offered owe owes thank thanks hi dear hello saw "
    "mr mrs ms dr prof frau herr called named knows knew connect connected mit avec con beside opposite meet"
)


@dataclass(slots=True)
class People:
    """The persons known so far. `writer` is the user's own name in folded words; `pronouns` says of an identity
    whether the notes call it she or he, where they show it (`not she`: another is called so beside this one).
    """

    writer: tuple[str, ...] = ()
    names: list[tuple[str, ...]] = field(default_factory=list)
    aliases: dict[str, str] = field(default_factory=dict)
    pronouns: dict[str, str] = field(default_factory=dict)

    def add(self, name: str | tuple[str, ...]) -> str:
        """The identity of `name`, kept from now on; a fuller form replaces a shorter one."""
        words = _words(name) if isinstance(name, str) else name
        if not words:
            return ""
        found = self.resolve(words)
        if found == USER:
            return USER
        for index, kept in enumerate(self.names):
            if found and " ".join(kept) == found:
                if len(words) > len(kept) and set(kept) <= set(words):
                    self.names[index] = words
                elif len(words) == len(kept) and words[1:] == kept[1:] and words[0] != kept[0]:
                    self.aliases.setdefault(words[0], kept[0])
                return " ".join(self.names[index])
        self.names.append(words)
        return " ".join(words)

    @property
    def identities(self) -> frozenset[str]:
        """All persons known, under their longest names."""
        return frozenset(" ".join(name) for name in self.names)

    def resolve(self, words: Sequence[str]) -> str:
        """The identity that these words name, or an empty text."""
        asked = tuple(self.aliases.get(word, word) for word in words if word not in TITLES)
        if not asked:
            return ""
        if self.writer and _fits(asked, self.writer):
            return USER
        exact = [kept for kept in self.names if set(asked) <= set(kept)]
        loose = exact or [kept for kept in self.names if _fits(asked, kept)]
        return " ".join(loose[0]) if loose else ""

    def initials(self, words: Sequence[str]) -> str:
        """The identity that these words name, if only by its initials (`oa` for Olu Adebayo)."""
        plain = [word for word in words if word.isalpha()]
        if found := self.resolve(plain):
            return found
        if len(plain) == 1 and len(plain[0]) == 1 and plain != ["i"]:
            alike = {" ".join(name) for name in self.names if name[0][0] == plain[0]}
            return alike.pop() if len(alike) == 1 else ""
        if len(plain) != 1 or not 2 <= len(plain[0]) <= 3:
            return USER if plain in (["me"], ["i"]) else ""
        if self.writer and "".join(word[0] for word in self.writer) == plain[0]:
            return USER
        return next((" ".join(name) for name in self.names if "".join(word[0] for word in name) == plain[0]), "")

    def may_be_called(self, identity: str, pronoun: str) -> bool:
        """Nothing in the notes speaks against calling this person so."""
        called = self.pronouns.get(identity, pronoun)
        return called == pronoun or (called.startswith("not ") and called != f"not {pronoun}")

    def full(self, identity: str) -> str:
        """The longest kept form of an identity that may have been taken from a shorter one."""
        return self.resolve(identity.split()) if identity not in (USER, "") else identity


def _words(name: str) -> tuple[str, ...]:
    plain = re.sub(r"[\"“”(].*?[\"“”)]", " ", name)
    return tuple(token.low for token in tokenize(plain) if token.kind == "word" and token.low not in TITLES)


def _fits(asked: Sequence[str], kept: Sequence[str]) -> bool:
    """`asked` is a part of `kept`, or its first name is a short form of the other's first name."""
    hyphened = len(asked) == 1 and _initialled(asked[0])
    if set(asked) <= set(kept) or set(kept) <= set(asked) or (hyphened and _letters(asked[0]) in map(_letters, kept)):
        return True
    if len(asked) == 1 and len(asked[0]) == 1:
        return kept[0][0] == asked[0]
    if any(_initialled(word) for word in asked):
        return asked[0] in kept and all(
            word in kept or (_initialled(word) and all(part[0] in word for part in kept if part not in asked))
            for word in asked
        )
    if len(asked) == len(kept) == _FULL and asked[1:] == kept[1:] and _shortened(asked[0], kept[0]):
        return True
    if any(len(word) == 1 for word in asked):
        return all(word in kept or (len(word) == 1 and any(part[0] == word for part in kept)) for word in asked)
    return same_first_name(asked[0], kept[0]) and (len(asked) == 1 or len(kept) == 1 or asked[1:] == kept[1:])


def _letters(word: str) -> str:
    """The first letters of a name in two parts: `yt` of `yi-ting`, and of `y-t`."""
    parts = re.split(r"[-.']", word.rstrip("."))
    return "".join(part[0] for part in parts if part) if len(parts) > 1 else word


def _initialled(word: str) -> bool:
    """`p-d` for a double surname, `o'm`."""
    parts = re.split(r"[-.']", word.rstrip("."))
    return len(parts) > 1 and all(len(part) == 1 for part in parts)


def _shortened(one: str, other: str) -> bool:
    """`Seun` of `Oluwaseun`, `Tunde` of `Babatunde`: the end of a first name, beside the same surname."""
    short, long = sorted((one, other), key=len)
    return len(short) > _END and long.endswith(short)


_FULL, _END, _ALIKE = 2, 3, 4


def quoted_nicknames(text: str) -> Iterable[tuple[str, str]]:
    """(`Katarzyna … Zielińska`, `Kasia`) for names with a nickname in quotation marks or brackets inside them; for
    `Xochi (Xóchitl R.L.)` where both begin alike."""
    for match in re.finditer(r"(\w+)\s+(?:[\"“](\w+)[\"”]|\(?['‘]([A-ZÀ-Þ]\w+)['’]\)?|\(([A-ZÀ-Þ]\w+)\))", text):
        yield match[1], match[2] or match[3] or match[4]
    for match in re.finditer(r"\b([A-ZÀ-Þ]\w+) \(([A-ZÀ-Þ]\w+)(?: [A-ZÀ-Þ][\w.-]*)+\)", text):
        if fold(match[1])[:_ALIKE] == fold(match[2])[:_ALIKE]:
            yield match[1], match[2]


def is_person(tokens: Sequence[Token], name: Name, people: People) -> bool:  # noqa: C901, PLR0911, PLR0912
    """Does this name stand for a person? Known ones do; others by their neighbours and by not being a word."""
    if people.resolve(name.words):
        return True
    if name.kind == "name" and called_in_full(tokens, name.first):
        return True
    called = name.words[0] in PLACES_AND_NAMES
    if name.kind != "name" or any(word in _NO_PERSON for word in name.words[called:]):
        return False
    parts = [part for token in tokens[name.first : name.last + 1] for part in token.text.split("-")]
    if any(part.isupper() and len(part) > 1 for part in parts) or _plainly_none(name):
        return False
    before = tokens[name.first - 1].low if name.first else ""
    if _led_house(tokens, name):
        return False
    if introduced(tokens, name) or _listed_beside(tokens, name, people):
        return True
    full = len(name.words) == 2 and given_name(name.words[0]) and all(word.isalpha() for word in name.words)
    plain = any(known(word) and word not in _NAME_WORDS for word in name.words)
    led = before in _LEADS and not known(name.words[0]) and len(name.words) > 1
    if plain and not full and not led and before.rstrip(".") not in TITLES:
        return False
    if _apposed(tokens, name) or _house(tokens, name, people) or _begins_a_list(tokens, name):
        return False
    if before in ("at", "of", "for", "in", "from", "(", "|") or (before == "," and _bracketed(tokens, name.first)):
        return False
    if _firm(tokens, name):
        return False
    if before == "." and name.first > 1:
        before = tokens[name.first - 2].low
    after = tokens[name.last + 1] if name.last + 1 < len(tokens) else None
    if (
        before == "with"
        and name.first > 1
        and tokens[name.first - 2].low.startswith(("work", "compet", "integrat", "built", "compar"))
    ):
        return False
    if before in _LEADS or before in RELATIONS or (before in ROLE_HEADS and _by_trade(tokens, name)):
        return True
    if before in ("is", "was") and name.first > 1 and tokens[name.first - 2].low in RELATIONS | ROLE_HEADS:
        return True
    if len(name.words) == 2 and all(word.isalpha() for word in name.words):
        return True
    return (
        name.first == 0
        and after is not None
        and not (after.low.endswith("ing") and "NOUN" in forms(after.low))
        and (after.text in ",(" or after.low in ("from", "of", "'s") or _said_of_one(after.low))
    )


def _led_house(tokens: Sequence[Token], name: Name) -> bool:
    """`Leila F., co-founder Brightloop`, `Callum (team leader Glencoe)`: the house of whoever was named before."""
    if len(name.words) > 1 or name.first < _LISTED - 1 or given_name(name.words[0]):
        return False
    if tokens[name.first - 1].low not in ROLE_HEADS or tokens[name.first - 1].capital:
        return False
    at = next((p for p in range(name.first - 1, 0, -1) if tokens[p].text in ",(-–—"), 0)
    opened = at and tokens[at - 1].text == "." and at > 1 and len(tokens[at - 2].text) == 1
    named = at and (tokens[at - 1].capital or opened) and tokens[0].capital
    return bool(named) and not _DETERMINERS & {token.low for token in tokens[at : name.first]}


def _listed_beside(tokens: Sequence[Token], name: Name, people: People) -> bool:
    """`lunch w Salma + Dirk Haas`: beside somebody known, with a surname that no dictionary knows."""
    at = name.first
    if at <= 1 or len(name.words) != _FULL or tokens[at - 1].text not in ("+", "&", "and") or known(name.words[1]):
        return False
    beside = tokens[at - 2]
    return beside.capital and bool(people.resolve((beside.low,))) and not is_place(name.words[1])


def _begins_a_list(tokens: Sequence[Token], name: Name) -> bool:
    """`Cochineal, indigo, pericón.`: one word, and after it single words without a capital, none of them a role."""
    if name.first or len(name.words) > 1 or given_name(name.words[0]):
        return False
    rest = [token for token in tokens[name.last + 1 :] if token.text != "."]
    if len(rest) < _LISTED or [token.text for token in rest[::2]] != [","] * len(rest[::2]) or len(rest) % 2:
        return False
    words = rest[1::2]
    return all(token.kind == "word" and not token.capital and token.low not in ROLE_HEADS for token in words)


_LISTED = 4


def _said_of_one(low: str) -> bool:
    """A verb in a form that follows one person: `Ann runs`, `Ann left`; not `Letterpress shop`."""
    kinds = forms(low)
    return "AUX" in kinds or low.endswith("n't") or kinds.get("VERB", (low,))[0] != low


def _plainly_none(name: Name) -> bool:
    """A town that nobody is called after (`Ilala, Lake Malawi`), or words joined by a hyphen (`Left-handed`,
    `Ex-rugby`)."""
    if len(name.words) > 1:
        return False
    parts = name.words[0].split("-")
    if parts[0] in _PREFIXES and len(parts) > 1:
        return True
    return (is_place(name.words[0]) and not given_name(name.words[0])) or (len(parts) > 1 and all(map(known, parts)))


_PREFIXES = split_words("ex non anti semi half post pre self co multi mid pro")
_NO_PERSON = (
    ORGANISATION_MARKS
    | PLACES
    | frozenset(DEMONYMS)
    | split_words(
        "st rd ave saint santa uni brasserie kiosk min max avg approx est phd msc bsc ba ma mba "
        "african asian european american "
        "north south east western eastern northern southern agenda minutes action actions apologies present quote item "
        "hall room track stage gate platform building block section level unit "
        "aob tel re fwd plan cost costs price dinner lunch breakfast"
    )
)


def _by_trade(tokens: Sequence[Token], name: Name) -> bool:
    """`her cellist Piet`: one name after a trade; not `Judge Whitcombe`, which is a title."""
    return len(name.words) == 1 and not tokens[name.first - 1].capital


def _apposed(tokens: Sequence[Token], name: Name) -> bool:
    """`Rabbi Noa Feld, Beth Shalom.`: after a name that opens the sentence, at its end: the house, not a person."""
    if name.first < 2 or tokens[name.first - 1].text != "," or not tokens[name.first - 2].capital:
        return False
    after = tokens[name.last + 1].text if name.last + 1 < len(tokens) else "."
    return after in ".;(" and all(token.capital or token.text == "." for token in tokens[: name.first - 1])


def _house(tokens: Sequence[Token], name: Name, people: People) -> bool:  # noqa: PLR0911
    """Where somebody works, by its place: `Ann Lee, tailor, Atelier Dikiş, Izmir`, `conducts Côr Glannau`, `founder
    SkyFurrow`. A given name (`Met Ann Lee, dentist, Bob Ray, nurse`) is somebody all the same.
    """
    if given_name(name.words[0]) or tokens[name.first].low in TITLES:
        return False
    texts = [token.text for token in tokens[name.first : name.last + 1]]
    if any(sign.isdigit() for text in texts for sign in text) or (len(texts) == 1 and _CAMEL.search(texts[0])):
        return True
    before = tokens[name.first - 1] if name.first else None
    if before is None:
        return False
    if before.low in _RUNNING:
        return True
    if before.text == "," and name.first > 1 and tokens[name.first - 2].low in _RUNNING:
        return not _DETERMINERS & {token.low for token in tokens[max(0, name.first - 5) : name.first - 2]} - {"and"}
    if before.low in ROLE_HEADS and len(name.words) == 1 and _introduced(tokens, name.first):
        return True
    if before.text not in ",/|·•–—-" or not people.resolve((tokens[0].low,)):
        return False
    lead = [token for token in tokens[1 : name.first - 1] if token.kind == "word"]
    after = [token.low for token in tokens[name.last + 1 : name.last + 3]]
    somebodys = {token.low for token in lead[-3:]} & (RELATIONS | _DETERMINERS) or {"who", "whose", "whom"} & set(after)
    return any(not token.capital for token in lead) and not somebodys


def _introduced(tokens: Sequence[Token], position: int) -> bool:
    """`Grace W, head coach Starlets`: after a name and a comma the role is that one's, and the name a house."""
    comma = next((p for p in range(position - 1, 0, -1) if tokens[p].text == ","), 0)
    between = {token.low for token in tokens[comma:position]}
    return comma > 0 and tokens[comma - 1].capital and not between & _DETERMINERS and tokens[0].capital


_DETERMINERS = frozenset(("the", "her", "his", "my", "our", "their", "a", "an", "with", "and", "met"))
_CAMEL = re.compile(r"^(?!Mac|Mc|De|Di|Le|La|Van|Fitz|O)[A-Z][a-z]+[A-Z]")
_RUNNING = split_words(
    "conducts runs leads manages owns founded directs chairs heads edits coaches supports joined founder owner "
    "co-founder cofounder "
    "ceo cto coo "
    "cfo chairman chairwoman chair president"
)


def _firm(tokens: Sequence[Token], name: Name) -> bool:
    """`Co-op: Casa Larga` names a house, as `Trainee: Oisín Farrelly` names a person."""
    label = tokens[name.first - 2].low if name.first > 1 and tokens[name.first - 1].text in ":=" else ""
    return any(part in _FIRMS for part in (label, label.split("-")[-1]))


_FIRMS = split_words(
    "op coop cooperative company employer firm studio troupe club group band practice school clinic business shop "
    "brand label publisher charity foundation agency startup start-up venue place site house theatre gallery farm "
    "sponsor funder supplier client customer bank"
)


def _bracketed(tokens: Sequence[Token], position: int) -> bool:
    """Inside brackets, where notes put employer and town: `Bethan Rees (geochemist, Swansea Uni)`."""
    marks = [token.text for token in tokens[:position] if token.text in "()"]
    return bool(marks) and marks[-1] == "("


_NAME_WORDS = split_words(
    "grace mark bill will rose lily hope faith joy dawn frank grant chase hunter mason victor victoria robin "
    "martin may june "
    "april august olive ivy jasmine heather holly hazel ruby pearl amber drew pat rob sue peter tom dick harry "
    "jack jake josh "
    "bob art gene ray rich bud guy dean earl duke king prince baker smith cook fisher hill brooks wood stone "
    "wolf fox bell "
    "park hall lane brown white green black gray grey young long short parry salo rao gill liu ben tess penny "
    "daisy violet "
    "clay dale glen ford reed rusty sandy skip terry tony van vera wade ward wells west north summer miles "
    "carol john maria "
    "basil angel christian cliff colt crystal destiny ebony ginger gale jade jewel melody misty patience sky "
    "star sterling "
    "storm tiffany trinity temperance clement constance prudence grant miller potter mori kiss bishop carter "
    "cooper marina "
    "chan chin dan don ed hank jay jimmy joe kim lee les lou max mike ned nick norm sally sam ted tim vic walt "
    "zoe lucia"
)
