"""What somebody is and where, read piece by piece behind their name: `, potter / Kiln House / Leeds`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.domain.checking.english import forms, known, third_person
from coach.domain.checking.lexicon import COMPANIONS, FUNCTION, KIN, ROLE_HEADS, ROLE_MODIFIERS
from coach.domain.checking.tokens import fold
from coach.domain.reading.employers import (
    capitalised,
    is_a_party,
    is_a_place,
    known_house,
    names_a_house,
    nobodys_house,
    organisation_at,
)
from coach.domain.reading.given import is_given
from coach.domain.reading.houses import leads_a_house, led_house, own_house, owned_house
from coach.domain.reading.pieces import ENTRY_MARKS, Piece, pieces_of
from coach.domain.reading.posts import Work, parted, without_now
from coach.domain.reading.roles import WISHES, does, has_a_calling, is_head, is_role, of_one
from coach.domain.reading.seen import HOUSES_BEHIND
from coach.domain.reading.trades import DEPARTMENTS, GERMAN_AGENT

MOST_PIECES = 10
FAR_ENOUGH = 600
"""Signs behind a name that are read; more is no longer about what somebody does."""
_LEAD = re.compile(
    r"^(?:(?:and|but|also|then|now|currently|just|still|is|are|am|'s|’s|works? as|working as|"
    r"both|one of|(?:she|he)['’]s|"
    r"they['’]?re|shes|hes|she|he|they|er|sie|who(?:['’]s)?|ist|jetzt|derzeit|aktuell|inzwischen|arbeitet als|"
    r"herself|himself|selbst|"
    r"has been|become|became|wurde|as|an?|the|our|new|neue?r?|"
    r"einen?|eine[mr]?|der|die|das|und|today|heute|dort|there|actually)\s+)+",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"^(?:(?:who|she|he|they|er|sie|and|has|have|had|hat|der|die)\s+)*(?:used to|formerly|former|previously|ex\b|ex-|"
    r"left|was|were|until|before|worked|started out|retired from|"
    r"früher|ehemals|ehemalige[rs]?|war|hatte|quit|studied|grew|"
    r"vorher|davor|not|no|kein\w*)\b",
    re.IGNORECASE,
)
_NOT_THEIRS = re.compile(r"(?:her|his|their|my|ihre?|seine?|mein\w*)\b", re.IGNORECASE)
_ANOTHER = re.compile(
    r"\w\s+(?:(?:his|her|their|the|an?|ihr\w*|sein\w*|to|with)\s+)+"
    rf"(?:{'|'.join(sorted(KIN | COMPANIONS))}|frau|mann|chefin?|bruder|schwester)$|"
    r"\b(?:sagt|sagte|meint|meinte|findet|hofft|says|said|thinks|hopes)$",
    re.IGNORECASE,
)
"""`with his wife`, `says`: what stands behind is said of somebody else."""
_PRAISE = re.compile(
    r"(?:(?:very|really|super|such an?|an?)\s+)*(?:great|good|nice|lovely|brilliant|excellent|terrible|funny|best|"
    r"first|only|fast|keen|avid|passionate|amateur|hobby|aspiring|budding|would-be|big|huge|total|wonderful|amazing|"
    r"guter?|toller?|begeisterte[rn]?)\s+",
    re.IGNORECASE,
)
"""`great speaker` is praise, no role, unless it says where: `brilliant designer at Norda`."""
_OF_HOUSE = re.compile(r"(?:both )?(?:of|von|vom|der|des) (?=(?:the )?[A-Z])")
"""`Signe Holm of Atelier Tind`: right behind a name."""
_HOUSE = re.compile(
    r"^(?:(?:(?:she|he|they)(?:['’]s|['’]re)|now|jetzt|is|ist|neu|new|currently|still|noch|weiterhin)\s+)*(at|@|from|bei|beim|von|vom|with|w/|joined|joins|joining|"
    r"(?:just )?(?:started|got|has|took|begins) an? (?:new )?(?:job|role|post|position) (?:at|with)|"
    r"(?:just )?(?:works? (?:\w+ )?|working |started |starting |volunteers? )(?:at|for)|"
    r"(?:now|new|first job|job|employed) at|moved to|"
    r"goes to|studies at|attends|plays (?:w/|with|in|for)|arbeitet (?:seit \w+ )?(?:bei|für)|"
    r"arbeitet (?:im|am|(?:in|an) der)(?=\s(?-i:[A-ZÄÖÜ])[\w-]+\s(?-i:[A-ZÄÖÜ]))|"
    r"(?:studio|shop|workshop|stall|office|desk|praxis|werkstatt|atelier|betrieb) (?:at|bei))\s+(.+)$",
    re.IGNORECASE,
)
_SMALL_UNI = re.compile(
    r"(?:uni|univ|university|college|museum|bank) of [\w ]{2,30}|"
    rf"[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)* (?:{'|'.join(sorted(HOUSES_BEHIND))})"
)
_IN_TOWN = re.compile(r"\s+(?:in|near)\s+[A-Z][\w-]+$")
_TEAM = re.compile(r"^(?:the\s+)?([\w-]+(?: [\w-]+)? (?:team|department|dept|desk))$", re.IGNORECASE)
_ROLE_LABELS = frozenset("role job title position does work beruf rolle".split())
_PLAYS = re.compile(r"on (?:drums|bass|guitar|keys|vocals|sax|trumpet|fiddle|piano|cello|accordion)")
_HOUSE_LABELS = frozenset(
    ("at", "org", "organisation", "organization", "company", "firm", "employer", "where", "firma", "bei", "works at")
)


def work_told(told: str, *, alone: bool = False) -> Work:
    """What the words behind somebody's name, or behind "she", say they do and where. `alone`: no such word stands
    before them, so that the first piece must say it: `DBA at Ferrovia.`"""
    found = Work()
    told = told[:FAR_ENOUGH]
    pieces = pieces_of(told)
    for at, piece in enumerate(pieces[:MOST_PIECES]):
        if at and piece.mark == "," and _ANOTHER.search(pieces[at - 1].words):
            continue
        label = pieces[at - 1].words.casefold() if at and piece.mark == ":" else ""
        said = _labelled(piece.words, label) if label in _ROLE_LABELS | _HOUSE_LABELS else _of_piece(piece, found.role)
        if alone and not at and not _opens(piece.words, said):
            return Work()
        found = found.or_else(said)
    found = found.or_else(Work(organisation=own_house(told)))
    return found.or_else(Work(_topic(pieces, found.organisation))) if found.organisation else found


def _opens(words: str, said: Work) -> bool:
    """Whether the first words of a sentence without a subject speak of work: `Now head of IT`, `role: vet`."""
    label = words.casefold() in _ROLE_LABELS | _HOUSE_LABELS
    return label or bool(said.role) or bool(said.organisation and _HOUSE.match(words))


def _labelled(words: str, label: str) -> Work:
    """`role: toolmaker`, `at: Dunaform`."""
    if re.match(r"[?-]|(?:unknown|forgot|no idea)\b", words):
        return Work()
    return Work(role=words) if label in _ROLE_LABELS else Work(organisation=words)


def _of_piece(piece: Piece, role: str) -> Work:
    """What one piece says. `role`: what those before have said."""
    words = piece.words
    if _PAST.match(words):
        return Work()
    if not piece.mark and (named := _OF_HOUSE.match(words)):
        return Work(organisation=organisation_at(words[named.end() :], lead="from", role=False))
    if house := _HOUSE.match(words):
        return _of_house(house, piece, role)
    both = bool(re.match(r"(?:they|both|who)\s+(?:both\s+|all\s+)?[a-z]+(?<!s)\s", words))
    perfect = bool(re.match(r"(?:(?:who|she|he|and)\s+)*has\s+(?!a\b)", words))
    bare = re.sub(r"^(?:(?:who|she|he|and)\s+)*has\s+", "", words) if perfect else _LEAD.sub("", words)
    past = _NOT_THEIRS.match(bare) or _PAST.match(bare)
    return Work() if past else _of_bare(bare, piece, role, perfect=perfect, both=both)


def _of_bare(bare: str, piece: Piece, role: str, *, perfect: bool, both: bool) -> Work:
    """What a piece says without the "is now a" before it: a role with where, a role, a field, or only where."""
    if praise := _PRAISE.match(bare):
        praised = parted(bare[praise.end() :])
        return praised if praised and praised.organisation else Work()
    if role and _proper(piece.words) and names_a_house(piece.words, role=True):
        return Work(organisation=piece.words)
    if piece.mark and (field := _field(bare)):
        return Work(field)
    if (titled := _GERMAN_HOUSE.match(bare)) and is_head(titled[1]) and not known(fold(titled[1])):
        return Work(titled[1], titled[2])
    if (lettered := _LETTERS_BEHIND.match(bare)) and is_role(lettered[1]) and fold(lettered[2]) not in _FIELDS:
        return Work(lettered[1], lettered[2])
    found = (
        _in_a_row(bare)
        or parted(bare, participle=perfect, base=both)
        or _whole(without_now(bare), participle=perfect or both)
    )
    known_one = _known_alone(piece.words.strip(" ."))
    return found if any(found) else Work(organisation=known_one or _house_alone(piece, bare, role))


def _in_a_row(bare: str) -> Work | None:
    """`pflegedirektor charité`, `ccio charité berlin`: a role, and a known organisation right behind it."""
    parts = bare.split()
    for at in range(len(parts) - _TOWN_BEHIND, len(parts)):
        before = " ".join(parts[:at]) if at > 0 else ""
        if before and is_head(parts[at - 1]) and (house := _known_alone(" ".join(parts[at:]))) and is_role(before):
            return Work(before, house)
    return None


_GERMAN_HOUSE = re.compile(r"([A-ZÄÖÜ][a-zäöüß]+) ([A-ZÄÖÜ][\w-]+(?: [A-ZÄÖÜ][\w-]+){1,3})$")
"""`Schulleiterin Gesamtschule Nord`."""
_LETTERS_BEHIND = re.compile(r"(.*[a-z]) ([A-Z]{2,6})$")
"""`accessibility researcher UCL`."""


_FIELDS = DEPARTMENTS | frozenset("pr it hr ai ml ux ui qa vr ar nlp dba sql aws gis seo mba phd msc ba bsc md".split())


def _proper(words: str) -> bool:
    """`Open Larder`, behind a role: capitals all, though the last may look like a trade; no `Senior Editor`."""
    parts = words.split()
    return len(parts) > 1 and all(part[0].isupper() for part in parts) and fold(parts[0]) not in ROLE_MODIFIERS


def _field(words: str) -> str:
    """`purchasing`, `on drums`: a piece that says what somebody works in or plays, and nothing else."""
    return words if fold(words) in DEPARTMENTS or _PLAYS.fullmatch(words) else ""


def _whole(words: str, *, participle: bool) -> Work:
    """A piece that is a role or a doing and nothing else."""
    if owned := owned_house(words):
        return Work(*owned)
    told = (
        is_role(words) or has_a_calling(words) or (" " in words and does(words, participle=participle, base=participle))
    )
    return Work(of_one(words), led_house(words)) if told else Work()


_TOWN_BEHIND = 2
"""Words at most of a piece that is a known organisation and its town: `charité berlin`."""


def _known_alone(words: str) -> str:
    """`charité`, `charité berlin`: a known organisation, with its town or without."""
    house = known_house(words)
    town = words[len(house) :].strip()
    return house if not town or is_a_place(town) else ""


def _house_alone(piece: Piece, bare: str, role: str) -> str:
    """A piece that is an organisation's name and nothing else: `/ Larder Luton /`, `(Verdant)`, `, now Verdant`."""
    whole = re.sub(r"^(?:both|beide) ", "", piece.words.strip(" ."))
    words = _IN_TOWN.sub("", whole) if role else whole
    if role and (is_a_party(words) or (words != whole and " " in words and capitalised(words) == words)):
        return words
    if re.match(r"(?:now|jetzt|currently)\s", words):
        return bare if capitalised(bare) == bare and not is_a_place(bare) else ""
    if piece.mark in ENTRY_MARKS and names_a_house(words, role=bool(role)) and not _german_role(role, words):
        return words if piece.mark not in (".", ":", ")") or (piece.mark == ")" and not role) else ""
    lone = piece.mark == "(" or piece.inside or leads_a_house(role)
    if (
        lone
        and re.fullmatch(r"[A-Z][a-z]+", words)
        and not is_given(fold(words))
        and not (nobodys_house(words) or is_a_place(words))
    ):
        return words if known(fold(words)) and not third_person(words) else ""
    if _SMALL_UNI.fullmatch(words):
        return words
    small = piece.inside or piece.mark in ("/", "|", "-", "–")
    return _small_house(words) if role and not _german(role) and small and words.islower() else ""


def _of_house(house: re.Match[str], piece: Piece, role: str) -> Work:
    """`from Lumen`, `now at Norda`, `plays w/ trio mistral`, `from the legal team`."""
    said = house[1].casefold()
    lead = said.split()[-1]
    team = _TEAM.match(house[2]) if lead == "from" else None
    if team or (lead == "from" and is_role(house[2]) and house[2].islower()):
        return Work(role=team[1] if team else house[2])
    if said == "at" and not piece.mark and not role:
        return Work(organisation=organisation_at(house[2], lead="from", role=False))
    lead = "at" if lead in ("joined", "joins", "joining", "attends", "studies") else lead
    small = (
        bool(role) or lead in ("@", "bei") or said.startswith(("plays", "goes", "attends", "studies")) or "work" in said
    )
    small = small or bool(_WHO_IS.match(piece.words) and not known(fold(house[2].split()[0].strip(".,"))))
    name = organisation_at(house[2], lead=lead, role=small)
    return Work(organisation="" if is_a_place(name) and not role else name)


_WHO_IS = re.compile(r"(?:she|he)['’]s (?:now |still )?at\b", re.IGNORECASE)


def _german(role: str) -> bool:
    """Whether a role is none of English, behind which a word that no dictionary knows proves nothing."""
    low = fold(role.rpartition(" ")[2])
    return not known(low) and low not in ROLE_HEADS and bool(GERMAN_AGENT.search(low))


def _german_role(role: str, words: str) -> bool:
    """Whether a lone capitalised word stands behind a German role, where any noun has a capital."""
    *_, last = role.split() or [""]
    acronym = words.isupper() or last.isupper()
    return len(words.split()) == 1 and not acronym and last[:1].isupper() and not known(fold(last))


def _small_house(words: str) -> str:
    """`hawthorn primary`, in `(yr 4 teacher, hawthorn primary)`."""
    parts = words.split()
    if words in _SIGHS or len(parts) > 3 or third_person(parts[0]) or is_head(parts[-1]):
        return ""
    found = organisation_at(words, lead="for", role=True)
    return found if found == words else ""


_SIGHS = frozenset(
    "ugh lol haha hmm meh argh sigh yikes phew yay wow oops nice cool great sorry yes no same true".split()
)


def _topic(pieces: Sequence[Piece], organisation: str) -> str:
    """What somebody works on, where an entry says no more: `robotics`, `double bass`, `wood-fired stoneware`."""
    piece = next((one for one in pieces[:3] if organisation not in one.words and not one.words[0].isdigit()), None)
    if piece is None or not piece.mark:
        return ""
    parts = [fold(part) for part in piece.words.split()]
    kinds, first = forms(parts[-1]), forms(parts[0])
    noun = "NOUN" in kinds and (len(parts) > 1 or "ADJ" not in kinds)
    verb = ("VERB" in first and "NOUN" not in first) or parts[0] in WISHES
    done = parts[0].endswith(("ed", "ly")) and "-" not in parts[0]
    plain = re.fullmatch(r"[a-z-]+(?: [a-z-]+){0,2}", piece.words) and parts[0] not in FUNCTION | {"old", "late", "v"}
    return piece.words if noun and plain and not (verb or done or _PRAISE.match(piece.words)) else ""
