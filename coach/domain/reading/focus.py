"""Whom each sentence of rough notes is about: those it names, and whom its "she", "he" or missing subject means.

A sentence that names somebody as its subject, or as somebody met, moves the focus to them; one that names somebody only
in passing ("introduce him to Mira", "her colleague Tom") leaves it where it was.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from coach.domain.capture import FoundPerson, FoundStory
from coach.domain.checking.english import forms, known, third_person
from coach.domain.checking.language import language_of
from coach.domain.checking.lexicon import FUNCTION
from coach.domain.dates import coming_date
from coach.domain.naming import (
    behind_titles,
    family_name,
    first_name,
    plain_letters,
    sex_by_title,
    short_name,
    spelled,
    without_mark,
    without_title,
)
from coach.domain.reading.apart import calls_another, has_not_come, is_another
from coach.domain.reading.given import is_given, sex_of
from coach.domain.reading.lines import Sentence, sentences_of
from coach.domain.reading.mentions import Mention, all_small, mentions
from coach.domain.reading.names import met_in
from coach.domain.reading.titles import story_title
from coach.domain.text import stems

_HERS = re.compile(r"\b(?:she|her|hers|herself)\b", re.IGNORECASE)
_HIS = re.compile(r"\b(?:he|him|his|himself)\b", re.IGNORECASE)
_THEIRS = re.compile(r"^(?:they|their)\b", re.IGNORECASE)
_GERMAN_HERS = re.compile(r"\b(?:[Ss]ie (?=\w+t\b|hat\b|ist\b|will\b|war\b|kann\b|möchte\b)|ihr\b|[Ii]hre?[nmrs]?\b)")
_GERMAN_HIS = re.compile(r"\b(?:er|Er|[Ii]hm|[Ii]hn|[Ss]eine?[nmrs]?)\b")
_IN_PASSING = re.compile(
    r"\b(?:to|with|for|by|of|about|and|or|her|his|their|my|our|colleague|friend|boss|manager|introduce|intro|connect|"
    r"told|know|knows|mit|von|an|für|zu|bei|und)\s+(?:(?:her|his|their|my) \w+ )?$|"
    r"\b(?:an?|the|her|his|their|my|our|einen?|ihre?n?|seine?n?) [\w-]+(?: [\w-]+)?, $",
    re.IGNORECASE,
)
_TOWARDS = re.compile(
    r"\b(?:to|with|for|by|about|introduce|intro|connect|ask|asked|tell|told|knows?|than|like)\s+$", re.IGNORECASE
)
"""Before somebody of whom a sentence about another tells nothing: `introduce him to | Clara`."""
_MINE = re.compile(
    r"^(?:I|we(?! (?:talked|spoke|discussed|laughed|both|found|compared|shared?|agreed|argued|chatted|met)\b)|my|our|"
    r"ich|wir|mein\w*|me:|energy|mood|lessons?|high:|low:|felt|feel|feeling|learned|learnt|realised|realized|noticed|"
    r"thought|remember|forgot|missed|didn['’]?t catch|can['’]?t (?:remember|recall)|couldn['’]?t|"
    r"not sure|unsure|no idea|hop(?:e|ing)|wonder\w*|need to|must|todo|to do|note to self|follow up|call|write to|"
    r"get back)\b",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"^(?:told|said|asked|wants?|wanted|loves?|likes?|lives?|works?|runs?|leads?|owes|knows?|has|had|is|was|used to|"
    r"looking|raising|hiring|selling|writing|training|studying|expecting|planning|retiring|leaving|launching|recruiting|"
    r"restoring|learning|worried|moved|moving|organi[sz]es?|teaches|taught|builds?|built|just|now|also|still|never|currently|"
    r"promised|offered|will|can|cannot|could|should|might|does(?:n['’]?t)?|can['’]?t|won['’]?t|isn['’]?t|wasn['’]?t|"
    r"hasn['’]?t|would (?:like|love|rather|prefer|be (?:glad|happy|keen|interested|up for|open))|grew|studied|"
    r"started|left|joined|hates?|thinks?|believes?|recommended|suggested|"
    r"first|originally|married|two kids|great|very|super|really|from|based)\b",
    re.IGNORECASE,
)
_FOLLOW_UP = re.compile(
    r"\b(?:follow up|f/u|get back to|write to|(?:call|ring|phone|telephone|ping|text|message)(?! (?:me|us)\b)|catch up|"
    r"e-?mail (?:her|him|them|[A-Z]\w+) (?:on|in|at|next|by)|drop \w[\w-]* a (?:line|note)|check in|"
    r"reach out|get in touch|be in touch|nachfassen|melden|anrufen|nachhaken|"
    r"ich (?:schreibe|rufe) (?:ihr|ihm|ihnen))\b|"
    r"^(?!.*\b(?:er|sie|wir|will|wollen|möchte\w*|kann|wird)\b)"
    r"(?:dann |und |bitte )?(?:ihr|ihm|ihnen|nicht|erst|wieder|in|im|am|ab|nächste\w*)\b.*\bschreiben\b",
    re.IGNORECASE,
)


LEAST_TOLD = 5
"""Words of a sentence that tells on about somebody without naming them; fewer are a heading or an aside."""


@dataclass(frozen=True)
class Said:
    """One sentence, word for word. `named`: whom it names, in order; `about`: whom it is about. `focus`: whom its
    pronouns mean, "" where that is nobody."""

    text: str
    named: tuple[str, ...]
    about: tuple[str, ...]
    focus: str
    opens: bool = False


def sayings(text: str, people: Sequence[FoundPerson]) -> list[Said]:
    """Each sentence with whom it is about."""
    reader = _Reader({person.name: person.also_called for person in people}, language_of(text))
    found = sentences_of(text)
    said = [reader.read(sentence) for sentence in found]
    for at, sentence in enumerate(found[1:], start=1):
        if not sentence.opens:
            behind = said[at + 1] if at + 1 < len(found) and not found[at + 1].opens else None
            said[at] = _going_on(said[at], said[at - 1], behind)
    return said


def _going_on(one: Said, before: Said, behind: Said | None) -> Said:
    """A sentence that names nobody tells on about whomever the one before is about, where it takes up a word of it, or
    where the one behind means the same person: "Her co-op has a pump. The pump froze over. She laughed." """
    if one.about or one.named or len(before.about) != 1 or len(one.text.split()) < LEAST_TOLD:
        return one
    if _MINE.match(one.text) or re.search(r"\bI\b", one.text):
        return one
    who = before.about[0]
    taken_up = stems(one.text) & stems(before.text) - stems(who)
    meant_behind = behind is not None and not behind.named and behind.about == (who,)
    return replace(one, about=(who,), focus=one.focus or who) if taken_up or meant_behind else one


_MY_KIN = re.compile(
    r"(?:my|our) (?:\w+ )?(?:sister|brother|wife|husband|partner|son|daughter|mum|mother|dad|father|boss|"
    r"colleague|friend|neighbou?r|aunt|uncle|cousin|flatmate)\b",
    re.IGNORECASE,
)
"""Whose "her" and "his" behind it are."""


_SOMEONE = re.compile(
    r"(?:someone|somebody|jemand|irgend\w+|(?:(?:some|an?|the|that|another|one|irgend)\s+(?:[a-z]+\s+)?)?"
    r"(?:guy|man|woman|lady|bloke|chap|lad|fella|fellow|dude|geezer|gent|gentleman|girl|typ|mann|frau|dame|herr)"
    r"(?=\s*[-–—:(,]|\s+(?:from|at|of|with|in|by|who|said|says|wants?|wanted|asked|asks|there|behind|next|von|vom|"
    r"aus|bei|mit|an|im|der|die)\b|\s+w/))",
    re.IGNORECASE,
)
"""How an entry about somebody begins whose name is not noted."""
_IS_CALLED = re.compile(r"^(?:her|his|their|my|our) [\w-]+(?: [\w-]+){0,2} is $", re.IGNORECASE)
"""`Her deputy is | Luis Ortega`."""
_STRANGER = re.compile(
    r"\b(?:the|an?|some|another) (?:\w+ )?(?:lady|woman|man|guy|girl|boy|person|lad|bloke|chap)\b.*"
    r"\b(?:she|her|hers|he|his|him)\b",
    re.IGNORECASE,
)
"""`gave my card to the lady from the chamber, didn't get hers`: somebody without a name."""


_OF_MINE = re.compile(
    r"\bI(?:['’]d|['’]ll| (?:would|will|could|should|must|can)) (?:\w+ ){1,2}(?:my|our) [\w-]+ $|"
    r"^I know (?:(?:an? |my |our )[\w-]+ (?:called |named )?)?$",
    re.IGNORECASE,
)
"""`I said I'd ask my cousin | Mats, he has a garage`: whom the writer knows, to help somebody else."""


class _Reader:
    """Goes through the sentences and remembers who was spoken of."""

    def __init__(self, names: Mapping[str, tuple[str, ...]], language: str) -> None:
        self._names = names
        self._language = language
        self._firsts = frozenset(first_name(name).casefold() for name in names)
        self._line = ""
        self._seen: list[str] = []
        self._spoken: Sequence[str] = ()
        self._nobody = False
        self._gender = {name: sex for name in names if (sex := sex_by_title(name))}
        self._likely = {name: sex for name in names if (sex := sex_of(first_name(name)))}

    def read(self, sentence: Sentence) -> Said:
        text = sentence.text
        places = places_of(self._names, text)
        named = sorted(places, key=lambda name: places[name])
        spoken = mentions(text, opens=sentence.opens, named_before=self._firsts, language=self._language)
        leading = self._leading(text, places, named, spoken)
        for name in reversed(leading):
            self._remember(name)
        if len(named) == len(leading) == 1 and (sex := _sex_of_subject(text[places[leading[0]] :])):
            self._gender.setdefault(leading[0], sex)
        focus = leading[0] if leading else self._meant_without_a_name(text, places)
        self._begin(sentence, leading, spoken, named)
        mine = bool(_MINE.match(text))
        told_on = not sentence.after_gap and not self._nobody and self._continues(text)
        goes_on = not named and not mine and (told_on or bool(self._line))
        if not focus and goes_on and self._seen:
            focus = self._line or self._seen[-1]
        pronoun = bool(_sex(text) or _THEIRS.match(text))
        about = named if named and (leading or not mine) else []
        if focus and not leading:
            about = [name for name in about if not _TOWARDS.search(text[: places[name]])]
        if focus and focus not in about and (pronoun or goes_on):
            about = [focus, *about]
        meant = focus or self._line or (self._seen[-1] if self._seen and not leading and not self._nobody else "")
        missing = [name for name in named if has_not_come(text[places[name] :], name)]
        if missing and (there := [name for name in named if name not in missing]):
            about, focus, meant = [name for name in about if name not in missing] or there[:1], there[0], there[0]
            self._remember(focus)
        self._spoken = about
        return Said(text, tuple(named), tuple(about), meant, sentence.opens)

    def _leading(
        self, text: str, places: Mapping[str, int], named: Sequence[str], spoken: Sequence[Mention]
    ) -> list[str]:
        """Whom of those that it names the sentence is about, or says that they were met."""
        met = [*met_in(text), *(one.name for one in spoken if one.met and not _MINE.match(text))]
        aside = [one.name for one in spoken if not one.met]
        leading = [
            name
            for name in named
            if any(_same(one, name) for one in met)
            or _IS_CALLED.search(text[: places[name]])
            or not (any(_same(one, name) for one in aside) or _IN_PASSING.search(text[: places[name]]))
        ]
        return [*named[:1]] if not leading and not self._seen else leading

    def _begin(
        self, sentence: Sentence, leading: Sequence[str], spoken: Sequence[Mention], named: Sequence[str]
    ) -> None:
        """Whose entry of a list it is from here on, or that it is somebody's without a name."""
        if sentence.opens:
            listed = sentence.item or any(one.entry for one in spoken)
            self._line = leading[0] if len(leading) == 1 and listed else ""
            self._nobody = bool(_SOMEONE.match(sentence.text)) and not named
        elif leading:
            self._line = leading[0] if leading[0] == self._line else ""

    def _meant_without_a_name(self, text: str, places: Mapping[str, int]) -> str:
        if len(places) == 1 and _OF_MINE.search(text[: next(iter(places.values()))]):
            return ""
        return self._meant_behind(text, places) or self._meant(text)

    def _remember(self, name: str) -> None:
        if name in self._seen:
            self._seen.remove(name)
        self._seen.append(name)

    def _meant_behind(self, text: str, places: Mapping[str, int]) -> str:
        """ "Didn't get to talk to Ann, she left early": the only one whom the sentence has named by then, though in
        passing."""
        if len(places) != 1:
            return ""
        name, at = next(iter(places.items()))
        sex = _sex(text[at:])
        behind = re.search(r",? (?:she|he|sie|er)\b", text[at:]) and not _sex(text[:at])
        if not behind or self._gender.get(name, sex) != sex:
            return ""
        if sex:
            self._gender[name] = sex
        self._remember(name)
        return name

    def _meant(self, text: str) -> str:
        """Whom a pronoun means: the last one spoken of who was not called by the other one."""
        sex = _sex(text)
        if (not sex and not _THEIRS.match(text)) or _MY_KIN.match(text) or _STRANGER.search(text):
            return ""
        if not sex and self._seen and self._seen[-1] not in self._spoken:
            return ""
        known = [name for name in reversed(self._seen) if not sex or self._gender.get(name, sex) == sex]
        likely = [name for name in known if not sex or self._gender.get(name) or self._likely.get(name, sex) == sex]
        name = self._line if self._line in known else next(iter(likely or known), "")
        if name and sex:
            self._gender[name] = sex
        return name

    def _continues(self, text: str) -> bool:
        """Whether a sentence has no subject of its own and goes on about whoever was spoken of."""
        first = re.match(r"([A-Za-z]+)(?:\s+([A-Za-z'’]+))?", text)
        if first is None:
            return False
        word = first[1].casefold()
        kinds = forms(word)
        verb = "VERB" in kinds and "NOUN" not in kinds and word.endswith(("s", "ed"))
        return bool(_TELLS.match(text)) or verb or _does_something(word, (first[2] or "").casefold())


def _does_something(word: str, behind: str) -> bool:
    """`Makes paper cranes`, whose verb could be a noun: with what it is done to behind it; not so `Prices rose`."""
    if not third_person(word):
        return False
    kinds = forms(behind)
    inflected = "VERB" in kinds and behind not in kinds["VERB"]
    thing = bool({"NOUN", "ADJ"} & kinds.keys()) and behind not in FUNCTION
    return behind in _BEFORE_A_THING or (thing and not inflected)


_BEFORE_A_THING = frozenset(
    "a an the his her their my our your this that these those two three four five some any no all only too".split()
)


_INITIAL = re.compile(r"([B-HJ-Z])(?:[:.]|(?= (?:says|said|thinks|will|wants|has|is|knows|asked|told|hates|loves)\b))")
"""`H: "nobody sings flat"`: the one whose name begins so."""


def _same(one: str, other: str) -> bool:
    first, second = (set(name.casefold().split()) for name in (one, other))
    return first <= second or second <= first


def places_of(names: Mapping[str, tuple[str, ...]], text: str) -> dict[str, int]:
    """Where a text first says each of the names, whole, their first or one of their others; a name that it does not
    say is left out."""
    small, low = all_small(text), plain_letters(text)
    found = {
        name: said
        for name, others in names.items()
        if any(hint in low for hint in _hints(name, others))
        and (said := _place(_pattern(name, others, small), name, text)) >= 0
    }
    found = _by_title(names, _outside(_told_apart(names, found, text), text), text)
    initial = _INITIAL.match(text)
    whose = [name for name in names if initial and name.startswith(initial[1])]
    return {whose[0]: 0, **found} if len(whose) == 1 else found


def _told_apart(names: Mapping[str, tuple[str, ...]], found: dict[str, int], text: str) -> dict[str, int]:
    """Of two by one name, the one whom the sentence means: the other where it says so, or says what marks them."""
    for name in [one for one in found if without_mark(one) != one]:
        plain = without_mark(name)
        twins = [one for one in found if one != name and without_title(one) == without_title(plain)]
        if not twins:
            continue
        mark = plain_letters(name[len(plain) :].strip(" ()"))
        dropped = twins if is_another(text, plain) or (len(mark) > 1 and mark in plain_letters(text)) else [name]
        found = {one: at for one, at in found.items() if one not in dropped}
    return found


def _outside(found: Mapping[str, int], text: str) -> dict[str, int]:
    """Without those whose name is a part of another's where it stands: the `okafor` of `sam okafor` is no Dr Okafor."""
    low = plain_letters(text)
    ends = {name: at + len(name) for name, at in found.items() if low.startswith(plain_letters(name), at)}
    return {
        name: at
        for name, at in found.items()
        if not any(other != name and found[other] < at < end for other, end in ends.items())
    }


def _by_title(names: Mapping[str, tuple[str, ...]], found: dict[str, int], text: str) -> dict[str, int]:
    """Of several Okafors whom a bare `dr okafor` may mean, those who are known by the title, where some are."""
    meant: dict[str, list[str]] = defaultdict(list)
    for name, at in found.items():
        formal = re.compile(behind_titles(name)).match(text, at) if behind_titles(name) else None
        if formal:
            meant[plain_letters(formal[0].replace(".", ""))].append(name)
    for said, several in meant.items():
        bearers = [name for name in several if said in map(_plainly, (name, *names[name]))]
        if bearers:
            found = {name: at for name, at in found.items() if name not in several or name in bearers}
    return found


def _plainly(name: str) -> str:
    return plain_letters(name.replace(".", ""))


def _place(pattern: re.Pattern[str], name: str, text: str) -> int:
    """Where the text says the name, -1 if nowhere; a family name behind somebody else's first name is another's, and so
    is one with another first name in brackets behind it."""
    family = family_name(name)
    for said in pattern.finditer(text):
        if calls_another(name, said[0], text[said.end() :]):
            continue
        before = re.search(r"([A-ZÀ-Þ][\w'’-]+)\s+$", text[: said.start()])
        if said[0] != family or before is None or (known(before[1].casefold()) and not is_given(before[1].casefold())):
            return said.start()
    return -1


_FAMILY = 4
"""Letters of a family name that may stand alone: `Lindner has moved`."""


@lru_cache(maxsize=4096)
def _hints(name: str, others: tuple[str, ...]) -> tuple[str, ...]:
    """Words in small letters of which a text must hold one to say the name."""
    return tuple({plain_letters(one) for one in (first_name(name), family_name(name), *others)} - {""})


@lru_cache(maxsize=4096)
def _pattern(name: str, others: tuple[str, ...], small: bool) -> re.Pattern[str]:
    plain = without_title(without_mark(name))
    parts = [part for part in dict.fromkeys((name, plain, first_name(name))) if len(part) > 1]
    parts += [other for other in others if other not in parts]
    ways = [*map(spelled, parts or [name]), *filter(None, [behind_titles(name)])]
    # a German genitive counts: "Brams Kunde"
    said = rf"(?:{'|'.join(ways)})(?:s(?= [A-ZÄÖÜ]))?"
    family = family_name(plain)
    if not small and len(family) >= _FAMILY and not known(family.casefold()) and not is_given(family.casefold()):
        said = rf"(?:{said}|{spelled(family)}(?!\s[A-ZÄÖÜ]))"
    return re.compile(rf"(?<!\w){said}(?!\w)", re.IGNORECASE if small else 0)


def _sex(text: str) -> str:
    """ "f" or "m" where a sentence speaks of one person by a pronoun; "" where of none, or of both."""
    hers = bool(_HERS.search(text) or _GERMAN_HERS.search(text))
    his = bool(_HIS.search(text) or _GERMAN_HIS.search(text))
    return "" if hers == his else ("f" if hers else "m")


_SUBJECT = re.compile(
    r"^[^,.;()]{2,40}?(?: (?:said|says|thinks|thought|told me|mentioned|reckons|knows|hopes) (?:that )?|, )"
    r"(?P<who>she|he)\b",
    re.IGNORECASE,
)


def _sex_of_subject(behind: str) -> str:
    """ "f" or "m" of one who says something of themselves: `Dave said he has two`."""
    found = _SUBJECT.match(behind)
    return "" if not found else "f" if found["who"].casefold() == "she" else "m"


def facts_about(text: str, people: Sequence[FoundPerson]) -> dict[str, tuple[str, ...]]:
    """For each name the sentences of the text about that person, word for word."""
    facts = facts_of(sayings(text, people))
    return {one.name: facts.get(one.name, ()) for one in people}


def facts_of(said: Iterable[Said]) -> dict[str, tuple[str, ...]]:
    """For each name of whom something is said the sentences about them, word for word."""
    found: dict[str, list[str]] = defaultdict(list)
    for one in said:
        for name in one.about:
            found[name].append(one.text)
    return {name: tuple(lines) for name, lines in found.items()}


def follow_up_dates(said: Iterable[Said], today: date) -> dict[str, date]:
    """For each name the day on which the notes say to be in touch again."""
    found: dict[str, date] = {}
    for one in said:
        for clause in _CLAUSES.split(one.text):
            named = [name for name in one.named if short_name(name).casefold() in clause.casefold()]
            who = next(iter((*named, *(one.about if not one.named else ()))), one.focus)
            if who and asks_for_contact(clause) and (day := coming_date(clause, today)):
                found.setdefault(who, day)
    return found


_CLAUSES = re.compile(r"\s*;\s*|,?\s+(?:and|und)\s+(?=(?:I|ich)\b)")


def asks_for_contact(sentence: str) -> bool:
    return bool(_FOLLOW_UP.search(sentence))


# --------------------------------------------------------------------- stories that somebody told
STORY_WORDS = 12
"""Fewer words than this tell a fact, not a story."""
_TOLD = re.compile(
    r"\b(?:told (?:me|us|everyone|everybody)(?: the story of)?(?: about)? how|"
    r"told (?:me|us)(?: that)?(?= (?:she|he|they|when|after|before|one|once|her|his|last|on|in the|at the|during|"
    r"years)\b)|"
    r"told (?:me|us) about (?=[^.]{3,60}\b(?:when|how|who)\b)|"
    r"^(?=(?:her|his) (?:gran|gran\w+|great-\w+|father|mother|dad|mum|mom|uncle|aunt)\b[^.]{10,}\b"
    r"(?:when|until|only|so|but)\b)|"
    r"^(?=(?:ihre?|seine?) (?:groß\w+|oma|opa|vater|mutter|onkel|tante|ur\w+) hat\b[^.]{20,}, "
    r"(?:und|daraus|bis|weil|obwohl|aber)\b)|"
    r"said(?: that)?(?= (?:when|after|once|one (?:day|night|time))\b)|"
    r"(?:her|his|their) story:|the story of how|"
    r"erzählte?(?: mir| uns)?,? wie|hat (?:mir |uns )?erzählt,? wie|(?:hat|haben)(?: mir| uns)? erzählt,? wie|"
    r"(?:ihre|seine) Geschichte:)\s*",
    re.IGNORECASE,
)
TURN = re.compile(
    r"\b(?:when|then|until|now|after|before|but|one day|finally|since|later|because|nearly|almost|once|in the end|so|"
    r"and (?:they|the|he|she|one|only|now)|als|dann|und am ende|mal|bis|jetzt|danach|aber|schließlich|später|"
    r"weil|fast)\b",
    re.IGNORECASE,
)


def told_stories(said: Iterable[Said]) -> list[FoundStory]:
    """What somebody told you that happened, in the words of the notes."""
    found = []
    for one in said:
        match = _TOLD.search(one.text)
        teller = next(iter(one.about), "")
        if not match or not teller:
            continue
        quote = one.text[match.end() :].strip(" .")
        turns = bool(TURN.search(quote)) or quote.count(",") > 1
        if len(quote.split()) >= STORY_WORDS and turns:
            found.append(FoundStory(title=story_title(quote, teller), text=quote, heard_from=teller, quote=quote))
    return found
