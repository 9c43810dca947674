"""Likely names of organisations that the workspace does not know, so that they do not leave this machine either.

By rule, and on the careful side: what carries a legal form (GmbH, Ltd, S.A. de C.V., 株式会社) or a word for a house
(Foundation, University of …, Hospital), and a name where people say for whom somebody works. A town or a product may be
taken for a house: it is hidden and comes back, which costs little. What no rule sees goes out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from coach.domain.checking.english import known
from coach.domain.checking.lands import is_place
from coach.domain.checking.lexicon import (
    ABBREVIATIONS,
    CALENDAR,
    DEMONYMS,
    FUNCTION,
    ORGANISATION_MARKS,
    PLACES,
    split_words,
)
from coach.domain.checking.tokens import fold

IsGiven = Callable[[str], bool]
Token = re.Match[str]

_LEGAL = (
    r"G?[gm]?mbH(?: & Co\.? (?:KG|OHG)(?:aA)?)?|gGmbH|UG(?: \(haftungsbeschränkt\))?|KGaA|OHG|GbR|"
    r"e\.? ?V\.?|eG|AG & Co\.? KG|"
    r"(?:Pty|Pvt|Pte|Co|Private)[.,]{0,2} (?:Ltd|Limited)\.?|Ltd\.?|Limited|LLC|L\.L\.C\.|LLP|LP|PLC|plc|CIC|CIO|"
    r"Inc\.?|Incorporated|Corp\.?|Corporation|PBC|Co\.|Company|"
    r"S\.?A\.? de C\.?V\.?|S\.? de R\.?L\.?(?: de C\.?V\.?)?|S\.A\.S\.?|SAS|S\.A\.R\.L\.?|SARL|Sàrl|"
    r"S\.A\.U?\.?|S\.L\.U?\.?|SLU?|"
    r"S\.p\.A\.?|SpA|S\.r\.l\.?s?\.?|S\.?r\.?l\.?|SRL|SA|SNC|SCOP|SCA|SASU|EURL|EIRL|Ltda\.?|LTDA|Lda\.?|S/A|EPE|"
    r"B\.V\.|BV|N\.V\.|NV|VOF|CVBA|A/S|ApS|I/S|AS|ASA|AB|HB|Oyj?|Ab|ehf\.?|hf\.?|OÜ|UAB|SIA|"
    r"Sp\. ?z ?o\.? ?o\.?|S\.A\.|s\.r\.o\.?|spol\. s r\.o\.|a\.s\.|d\.o\.o\.?|d\.d\.|Kft\.?|Zrt\.?|"
    r"Nyrt\.?|Bt\.|EOOD|OOD|EAD|"
    r"A\.Ş\.|AŞ|Ltd\. Şti\.|Tic\.|San\. Tic\.|K\.K\.|KK|G\.K\.|Sdn\.? Bhd\.?|Bhd\.?|Tbk\.?|JSC|OJSC|PJSC|"
    r"OOO|W\.L\.L\.|FZE|FZ-?LLC|"
    r"SE|AG|KG|GIE|AE|A\.E\.|E\.P\.E\.|AO|PAO"
)
"""Legal forms, in the spelling that they have in names: `as` and `se` in small letters are words."""
_LEGAL_SMALL = r"gmbh|ltd|llc|inc|plc|pty ltd|pvt ltd|llp|sarl|gbr|ggmbh|oyj|aps|sp z ?o\.?o|s\.r\.o|d\.o\.o|kft"
"""Those that mean nothing else in small letters, as hasty notes have them."""
_LEGAL_END = re.compile(rf"(?:,? ?(?<![\w.])(?:{_LEGAL}|(?i:{_LEGAL_SMALL}))(?![\w/]))+")
_LEGAL_START = re.compile(
    r"(?<!\w)(?:PT|CV|TOV|OOO|OAO|ZAO|ООО|ОАО|ПАО|ЗАО|АО|ТОВ|ЧП|SIA|UAB|ТОО|ЕООД|ООД)\s+"
    r"(?:[«„“\"][^»”“\"\n]{2,40}[»”“\"]|[A-ZА-ЯҐЄІЇ][\w-]+(?:\s[A-ZА-ЯҐЄІЇ][\w-]+){0,3}(?:\sTbk)?)"
)
"""A form that stands before the name; in Latin letters only what is written in capitals."""
_SPACELESS = re.compile(
    r"[\w・ー&]{0,16}(?:株式会社|有限会社|合同会社)[\w・ー&]{0,24}|"
    r"[\uac00-\ud7a3\w]{0,20} ?(?:주식회사|㈜) ?[\uac00-\ud7a3\w]{0,20}|"
    r"[\u4e00-\u9fff（）()]{2,20}(?:有限公司|公司|集团|集團|大学|大學|医院|醫院|银行|銀行|基金会|基金會|学院|研究所|博物馆)|"
    r"[\w・ー]{1,20}(?:大学|病院|銀行|財団|研究所)|[\uac00-\ud7a3]{1,20} ?(?:대학교|병원|은행|재단|연구소)|"
    r"(?:شركة|جامعة|مستشفى|مؤسسة|بنك|معهد) [\u0600-\u06ff]+(?: ال[\u0600-\u06ff]+)?|"
    r"[\u0590-\u05ff]+(?: [\u0590-\u05ff]+)? בע[\"״]מ|"
    r"(?:Университет|Институт|Фонд|Банк|Больница|Музей|Компания|компания|фирма|фонд|"
    r"банк)\s(?:[«“\"][^»”\"\n]{2,40}[»”\"]|[А-Я][\w-]+)"
)

_STRONG = split_words(
    "university universitat universite universidad universidade universita universiteit universitet uniwersytet "
    "college institute institut instituto istituto hospital clinic klinik klinikum clinica bank banque banco banca "
    "foundation stiftung trust fondation fondazione fundacion fundacao stichting fonden saatio association asociacion "
    "associazione associacao society agency ministry council museum museo musee library bibliothek theatre theater "
    "teatro "
    "orchestra federation union academy akademie academie accademia cooperative cooperativa coop co-op genossenschaft "
    "gesellschaft verein verlag school schule escuela escola ecole scuola gymnasium krankenhaus spital hopital "
    "ospedale "
    "hospital hochschule fachhochschule sparkasse stadtwerke airlines airways holdings holding ventures charity "
    "hospice "
    "church kirche parish abbey authority bureau commission consortium league guild chamber parliament embassy "
    "consulate "
    "brewery bakery pharmacy insurance insurers publishers publishing logistics pharmaceuticals pharma bio biotech "
    "robotics "
    "consulting consultants partners associates brothers bros sons & industries motors motor aerospace shipping "
    "sykehus sjukhus sairaala ziekenhuis szpital nemocnice korhaz hastanesi universitesi bankasi vakfi yliopisto "
    "egyetem"
)
"""Words for houses: what stands before or after them, with a capital, is a name."""
_WEAK = (ORGANISATION_MARKS | split_words("labs lab group team ai io hq fund digital analytics dynamics")) - _STRONG
"""Words that stand in names of houses and elsewhere too (`Operating Systems`): one beside them must be no English."""
_COMPOUND = re.compile(
    r"[^\W\d_][\w-]{2,}(?:stiftung|klinik|klinikum|krankenhaus|spital|museum|bank|verlag|verein|werke|"
    r"hochschule|universität|"
    r"gymnasium|akademie|institut|sparkasse|gesellschaft|genossenschaft|verband|theater|bibliothek|"
    r"universitet|universiteit|"
    r"ziekenhuis|sjukhus|sykehus|säätiö|yliopisto)",
    re.IGNORECASE,
)
_OF = frozenset(
    "of for de der des für di da do du del della dos delle d’ d' von vom im am zu at the la le las los y e".split()
)
_JOINS = frozenset("& + and und et y e i og och ja en".split())
_LINKS = frozenset("de da do dos das del della der den di du la le van von of for für to zu the".split())
_TOKEN = re.compile(r"[&+]|\d*[^\W\d_](?:\w|[.’'&+/-](?=\w))*\.?(?<!['’])")
_LOOSE = re.compile(r"[’']s$")
LONGEST = 6
"""Words of one name to each side of what gives it away."""

_ROLES = (
    r"works?|worked|working|employed|job|jobs|role|position|interns?|interned|internship|consults|"
    r"engineer|manager|director|"
    r"head|lead|leads|designer|developer|analyst|consultant|teacher|nurse|doctor|professor|lecturer|"
    r"researcher|scientist|"
    r"postdoc|founder|co-?founder|owner|ceo|cto|cfo|coo|cmo|vp|president|chair|chairs|chairman|chairwoman|"
    r"partner|officer|"
    r"secretary|recruiter|editor|writer|lawyer|accountant|architect|curator|librarian|producer|"
    r"salesperson|sales|marketing|"
    r"staff|employee|colleagues?|team|board|trustee|member|volunteers?|contractor|freelances?|arbeitet|"
    r"arbeitete|angestellt|"
    r"geschäftsführerin|geschäftsführer|leiterin|leiter|gründerin|gründer|inhaberin|inhaber|travaille|"
    r"trabaja|trabalha|lavora"
)
_EMPLOYED = re.compile(
    rf"\b(?:{_ROLES})\b[^.;:!?\n]{{0,30}}?\b(?:at|for|with|by|of|bei|beim|für|von|chez|pour|en|para|na|no|em|per|presso|@)\s+"
    r"(?:the |der |die |das |den |la |le |el )?$",
    re.IGNORECASE,
)
_JOINED = re.compile(
    r"\b(?:joined|joining|joins|left|leaving|quit|founded|co-?founded|cofounded|owns|"
    r"hired by|acquired by|bought by|owned by|funded by|sponsored by|employer|company|firm|start-?up|startup|scale-?up|"
    r"agency|ngo|charity|non-?profit|brand|label|client|clients|customer|customers|competitor|vendor|supplier|rival|"
    r"formerly|previously|ex-|called|named|firma|unternehmen|arbeitgeber|kunde|entreprise|société|empresa|azienda)"
    r"(?:\s*[:–-]|\s+(?:is|called|named|namens))?\s*(?:the\s+)?[\"“„«]?$",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b(?:company|firm|start-?up|agency|ngo|charity|non-?profit|brand|label|business|studio|firma|unternehmen|verein|"
    r"entreprise|société|empresa|azienda)\s+(?:is\s+)?(?:called|named|namens|appelée|llamada|chiamata)\s+[\"“„«]?$",
    re.IGNORECASE,
)
"""Whatever stands here is a name, be it an English word."""
_BESIDE = re.compile(
    r"^\s+(?:team|office|offices|hq|stand|booth|people|folks|crew|staff|employees|engineers|management|board|ceo|cto|"
    r"founders?|customers?|recruiters?)\b",
    re.IGNORECASE,
)
_AT = re.compile(r"(?:\b(?:at|from|bei|chez)\s+(?:the\s+)?|(?<!\w)@\s+|\|\s*)$", re.IGNORECASE)
_FORMER = re.compile(r"(?<!\w)[Ee]x-([A-ZÀ-Þ][\w&-]+(?: (?:& )?[A-ZÀ-Þ][\w-]+){0,3})")
"""`ex-Sunbird`; in `ex-CEO` it is a role, which costs little."""
_BRACKET = re.compile(r"[^\W\d_]\s*\($")
_POSSESSED = re.compile(
    r"^[’']s?\s+(?:new |former |own |head |main )?(?:ceo|cto|cfo|coo|founders?|team|office|offices|hr|"
    r"board|headquarters|"
    r"hq|customers?|clients?|employees?|staff|recruiters?|product|products|engineers?|investors?|stand|"
    r"booth|competitors?|"
    r"factory|warehouse|lab|labs|press|marketing|sales|budget|merger|layoffs|shareholders?)\b",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r"^\s+(?:hired|hires|is hiring|are hiring|raised|acquired|acquires|bought|launched|announced|sells|makes|employs|"
    r"laid off|lays off|went public|went bankrupt|merged|opens|opened|pays|paid|supplies|ships|builds)\b"
)


def organisations(text: str, is_given: IsGiven) -> list[tuple[int, int]]:
    """Where likely names of organisations stand (start, end), in order and apart. `is_given`: whether a word is a
    common given name."""
    found = [
        *_with_legal_form(text, is_given),
        *(one.span() for one in _LEGAL_START.finditer(text)),
        *(one.span() for one in _SPACELESS.finditer(text)),
        *(one.span(1) for one in _FORMER.finditer(text)),
        *_houses(text, is_given),
        *_employers(text, is_given),
    ]
    return _apart(found)


def core_of(name: str) -> str:
    """The name without its legal form, or without one word for a house: what people call it later; "" when that is no
    name by itself."""
    plain = _LEGAL_END.sub("", name).strip(" ,")
    words = plain.split()
    if plain == name and len(words) == 2 and fold(words[1]) in _STRONG | _WEAK:
        plain = "" if is_ordinary(words[0]) else words[0]
    low = fold(plain)
    return plain if plain != name and len(plain) > 2 and not (_is_place([low]) or low in _OPENINGS) else ""


def is_ordinary(name: str) -> bool:
    """Whether a name is a word of English too (`Apple`): then only its capital tells it."""
    return " " not in name and known(fold(name))


def _apart(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Overlapping spans as one."""
    whole: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if whole and start < whole[-1][1]:
            whole[-1] = (whole[-1][0], max(end, whole[-1][1]))
        else:
            whole.append((start, end))
    return whole


# ------------------------------------------------------------------- by a legal form
def _with_legal_form(text: str, is_given: IsGiven) -> Iterator[tuple[int, int]]:
    for form in _LEGAL_END.finditer(text):
        before = _tokens_before(text, form.start())
        if not before or before[-1].end() != form.start():
            continue
        name = _leftwards(text, before, is_given)
        if not name and form[0].strip(" ,.").islower():
            name = before[-1:] if fold(before[-1][0]) not in FUNCTION else []
        if name:
            yield name[0].start(), form.end()


def _tokens_before(text: str, end: int) -> list[Token]:
    start = max(text.rfind("\n", 0, end) + 1, end - 120)
    return list(_TOKEN.finditer(text, start, end))


def _leftwards(text: str, tokens: Sequence[Token], is_given: IsGiven) -> list[Token]:
    """The words of a name that end a row of tokens: capitalised ones side by side, small words between them."""
    name: list[Token] = []
    for place in range(len(tokens) - 1, -1, -1):
        token = tokens[place]
        gap = text[token.end() : name[0].start()] if name else " "
        if len(name) >= LONGEST or gap not in ("", " ") or (name and _ends(token[0])):
            break
        before = tokens[place - 1][0] if place else ""
        if not (_capital(token[0]) or (name and before and _joins(token[0], before, is_given))):
            break
        name.insert(0, token)
    while name and (not _capital(name[0][0]) or fold(name[0][0]) in _OPENINGS):
        name.pop(0)
    return name


_OPENINGS = FUNCTION | split_words(
    "met meet then now also today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday ask "
    "asked "
    "tell told call called email wrote joined left thanks hi hello dear person event note notes goal works work "
    "worked christmas easter ramadan diwali hanukkah halloween"
)
"""Words that stand with a capital at the head of a sentence, and in no name."""


def _ends(word: str) -> bool:
    """Whether a sentence ends here: `Dr.` and `St.` end none."""
    return word.endswith(".") and len(word) > 4


def _joins(word: str, before: str, is_given: IsGiven) -> bool:
    """Whether a small word may stand in a name after `before`."""
    if not _capital(before):
        return False
    if word in ("&", "+"):
        return True
    if word in _JOINS:
        return not is_given(before)
    return fold(before) in _STRONG if word in ("of", "for") else word in _LINKS and word not in ("to", "the")


def _capital(word: str) -> bool:
    """Whether a word is written like a name: with a capital somewhere, or in letters that have none."""
    return any(sign.isupper() for sign in word) or (bool(word) and word.lower() == word.upper())


# ------------------------------------------------------------------- by a word for a house
def _houses(text: str, is_given: IsGiven) -> Iterator[tuple[int, int]]:
    for line in re.finditer(r"[^\n]+", text):
        tokens = list(_TOKEN.finditer(text, *line.span()))
        for place, token in enumerate(tokens):
            word = fold(_LOOSE.sub("", token[0]).rstrip("."))
            if not _capital(token[0]) or word == "&":
                continue
            if _COMPOUND.fullmatch(token[0]) and word not in _STRONG:
                yield token.start(), _rightwards(text, tokens, place)
            elif word in _STRONG or word in _WEAK:
                yield from _house_at(text, tokens, place, is_given, strong=word in _STRONG)


def _house_at(
    text: str, tokens: Sequence[Token], place: int, is_given: IsGiven, *, strong: bool
) -> Iterator[tuple[int, int]]:
    token = tokens[place]
    left = _leftwards(text, tokens[:place], is_given)
    left = left if left and text[left[-1].end() : token.start()] in (" ", " & ", "-") else []
    after = tokens[place + 1][0] if place + 1 < len(tokens) else ""
    end = _rightwards(text, tokens, place) if strong or _unknown(after, is_given) else token.end()
    beside = [one[0] for one in left]
    if (
        (strong and (beside or end > token.end()))
        or (beside and end > token.end())
        or any(_unknown(word, is_given) for word in beside)
    ):
        start = left[0].start() if left else token.start()
        yield start, end - len(_ending(text[start:end])) - (text[end - 1] == ".")


def _rightwards(text: str, tokens: Sequence[Token], place: int) -> int:
    """Where a name ends that begins with a word for a house: `University of the West of Quillmere`."""
    end = tokens[place].end()
    for token in tokens[place + 1 : place + 1 + LONGEST]:
        if text[tokens[place].end() : token.start()] not in (" ", "") or _LOOSE.search(tokens[place][0]):
            break
        place += 1
        before = tokens[place - 1][0]
        if _capital(token[0]) and token[0] != "&" and fold(token[0]) not in _OPENINGS | CALENDAR:
            end = token.end()
        elif not (token[0] in _OF and before not in _JOINS) and not (token[0] in _JOINS and known(fold(before))):
            break
    return end - (text[end - 1] == ".")


def _ending(words: str) -> str:
    found = _LOOSE.search(words)
    return found[0] if found else ""


def _unknown(word: str, is_given: IsGiven) -> bool:
    """A word with a capital that is none of English, no day and no nation: part of a name."""
    low = fold(_LOOSE.sub("", word).rstrip("."))
    return _capital(word) and not (known(low) or low in CALENDAR or low in DEMONYMS or is_given(word))


# ------------------------------------------------------------------- by what is said of it
def _employers(text: str, is_given: IsGiven) -> Iterator[tuple[int, int]]:
    tokens = list(_TOKEN.finditer(text))
    place = 0
    while place < len(tokens):
        run = _run_at(text, tokens, place)
        if run and _is_employer(text, run, is_given):
            start, end = run[0].start(), run[-1].end()
            end -= len(_ending(text[start:end])) + (text[end - 1] == ".")
            yield start, end
        place += max(len(run), 1)


def _run_at(text: str, tokens: Sequence[Token], place: int) -> list[Token]:
    """Capitalised words side by side from `place` on, joined by `&` too."""
    run: list[Token] = []
    for token in tokens[place : place + LONGEST]:
        apart = run and (
            text[run[-1].end() : token.start()] != " " or _LOOSE.search(run[-1][0]) or run[-1][0][-1] == "."
        )
        if apart or not (_capital(token[0]) or (run and token[0] in ("&", "+"))):
            break
        run.append(token)
    while run and run[-1][0] in ("&", "+"):
        run.pop()
    return run


def _is_employer(text: str, run: Sequence[Token], is_given: IsGiven) -> bool:
    words = [_LOOSE.sub("", token[0]).rstrip(".") for token in run]
    lows = [fold(word) for word in words]
    if all({low, low.removesuffix("s")} & (CALENDAR | _OPENINGS | DEMONYMS.keys()) for low in lows) or _is_place(lows):
        return False
    before, after = text[max(0, run[0].start() - 60) : run[0].start()], text[run[-1].end() : run[-1].end() + 40]
    tail = _ending(run[-1][0]) + after
    odd = any(_unknown(word, is_given) for word in words) or (len(lows) > 1 and lows[-1] in _WEAK)
    if employed := _EMPLOYED.search(before):
        of = re.search(r"\b(?:of|von|en|for|für|with|by|per)\s+(?:\w+ )?$", employed[0], re.IGNORECASE)
        return odd if of else not (len(words) == 1 and is_given(words[0]))
    if _NAMED.search(before):
        return True
    if any((_JOINED.search(before), _POSSESSED.search(tail), _ACTS.search(after), _BESIDE.match(after))):
        return odd
    letters = len(words[0]) > 2 and words[0].isupper() and lows[0] not in ABBREVIATIONS
    made_up = odd and len(words) == 1 and (words[0][1:].islower() or letters)
    return made_up and bool(_AT.search(before) or (_BRACKET.search(before) and after.startswith(")")))


def _is_place(lows: Sequence[str]) -> bool:
    whole = " ".join(lows)
    return is_place(whole) or whole in PLACES or all(low in PLACES or is_place(low) for low in lows)
