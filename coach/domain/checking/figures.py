"""Dates and numbers of one sentence: which are claims at all, and which are the writer's own to propose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from coach.domain.checking.attribution import person_name, third
from coach.domain.checking.claims import Finding
from coach.domain.checking.clauses import AUXILIARIES, Fragment
from coach.domain.checking.counting import ELSEWHERE, check_number, counts_time
from coach.domain.checking.date_words import DateMention
from coach.domain.checking.dates import dates, of_day
from coach.domain.checking.desk import Desk, Line, add
from coach.domain.checking.english import keys_of
from coach.domain.checking.lexicon import split_words
from coach.domain.checking.people import USER
from coach.domain.checking.quantities import Quantity, quantities
from coach.domain.checking.reckoning import reckoned
from coach.domain.checking.sources import content_keys
from coach.domain.checking.timing import check_date
from coach.domain.checking.tokens import Token
from coach.domain.checking.weighing import telling


def check_dates_and_numbers(desk: Desk, line: Line, taken: set[int]) -> None:
    """Note the outcome for each date and number; `taken` are the positions of the tokens of dates."""
    keys = content_keys([token for position, token in enumerate(line.tokens) if position not in taken])
    for mention in dates(line.tokens, desk.briefing.today):
        if mention.last not in taken:
            continue
        text = desk.text[line.tokens[mention.first].start : line.tokens[mention.last].end]
        plain = " ".join(token.low for token in line.tokens)
        arranged = bool(_ARRANGED & _around(line, mention.first) or _AS_ARRANGED.search(plain))
        presumed = any(phrase in plain for phrase in _PRESUMING)
        claimed = (
            arranged
            or presumed
            or _given_time(desk, line, mention.first)
            or not _open_ended(line, mention.first)
            or _of_reader(desk, line, mention.first)
            or _taken_for_granted(line, mention)
        )
        asked = bool(_TENTATIVE & {token.low for token in line.tokens})
        ahead = _open_ended(line, mention.first) or _own_plan(desk, line, mention)
        claimed = claimed and not _own_plan(desk, line, mention) and not _of_the_season(line, mention)
        if _said_on(desk, line, mention):
            add(desk, line, mention.first, mention.last, "date", Finding("supported", reason="The day of the note."))
            continue
        finding = check_date(
            _up_to(line, mention),
            _near_words(line, mention.first, keys - _names_of(desk)),
            desk.sources,
            text,
            (claimed, asked, ahead, _says_no(line)),
        )
        if finding.verdict == "unsupported" and mention.days == ((desk.briefing.today, desk.briefing.today),):
            finding = Finding("no_claim", reason="The day of writing.")
        add(desk, line, mention.first, mention.last, "date", finding)
    _check_numbers(desk, line, keys, taken)


def _check_numbers(desk: Desk, line: Line, keys: frozenset[str], taken: set[int]) -> None:
    for number in quantities(line.tokens):
        if taken & set(range(number.first, number.last + 1)):
            continue
        finding = check_number(line.tokens, number, keys, desk.sources, desk.language)
        if finding.verdict in ("unsupported", "contradicted"):
            finding = _followed(desk, line, number, keys) or finding
        firm = number.kind == "ordinal" or (_of_minutes(line.tokens, number) and not _open_ended(line, number.first))
        if _idle(line.tokens, number) and not (firm and finding.verdict == "contradicted"):
            continue
        finding = _others_number(desk, line, number, finding)
        if reason := _let_pass(desk, line, number, finding):
            finding = Finding("no_claim", reason=reason)
        add(desk, line, number.first, number.last, number.kind, finding)


def _followed(desk: Desk, line: Line, number: Quantity, keys: frozenset[str]) -> Finding | None:
    """A number that follows from those of the notes."""
    sentence = reckoned(line.tokens, number, keys, desk.sources)
    if sentence is None:
        return None
    return Finding("supported", (sentence.source.label,), (sentence.text,), "It follows from your notes.", (sentence,))


_FROM_THE_WRITER = re.compile(r"\bhear from (?:me|us)\b|\bfrom (?:me|us) (?:within|in)\b|\bi(?:'ll| will)\b")


def _noted_hour(desk: Desk, number: Quantity) -> bool:
    return any(
        other.kind == "time" and (other.value - 60 * number.value) % (12 * 60) == 0
        for source in desk.sources
        for sentence in source.sentences
        for other in sentence.numbers
    )


def _let_pass(desk: Desk, line: Line, number: Quantity, finding: Finding) -> str:  # noqa: PLR0911
    """Why a number that was not found raises no alarm here; "" where it does, or was found."""
    if finding.verdict == "contradicted":
        return "A proposal, not a claim." if _roughly_meant(line, number) else ""
    if finding.verdict != "unsupported":
        return ""
    if _as_hour(line.tokens, number) and _noted_hour(desk, number):
        return "An hour that your notes name."
    if _as_hour(line.tokens, number) and all(part.owners in ({USER}, frozenset()) for part in _here(line, number)):
        return "An hour that you may know."
    if counts_time(line.tokens, number) and any(_FROM_THE_WRITER.search(part.plain) for part in _here(line, number)):
        return "A proposal, not a claim."
    if finding.reason.startswith(ELSEWHERE) and _in_passing(line.tokens, number):
        return "A small number in words."
    if _own_count(line, number):
        return "Your own doing."
    return "A proposal, not a claim." if _open_ended(line, number.first) else ""


def _here(line: Line, number: Quantity) -> list[Fragment]:
    return [part for part in line.fragments if part.first <= number.first <= part.last]


def _as_hour(tokens: Sequence[Token], number: Quantity) -> bool:
    """`idle after 3`, `before ten`: an hour of the day without its mark."""
    before = tokens[number.first - 1].low if number.first else ""
    after = tokens[number.last + 1] if number.last + 1 < len(tokens) else None
    bare = (
        after is None
        or after.kind == "symbol"
        or after.low in ("and", "or", "on", "in", "when", "so", "as", "your", "my", "our", "local", "sharp")
    )
    return number.value <= _HOURS and before in ("after", "before", "at", "until", "till", "by", "from") and bare


_HOURS = 24


def _roughly_meant(line: Line, number: Quantity) -> bool:
    """`I'd like one of about 60 by 80 cm`: the writer's own wish, in round figures."""
    lead = {token.low for token in line.tokens[max(0, number.first - 4) : number.first]}
    here = [part for part in line.fragments if part.first <= number.first <= part.last]
    if any(_ORDERING.search(part.plain) or _WOULD_BE.search(part.plain) for part in here):
        return True
    return bool(lead & {"about", "around", "roughly", "say"}) and any(
        part.mood == "wish" and part.owners == {USER} for part in here
    )


_ORDERING = re.compile(r"\b(?:could|can|may|might) (?:i|we) (?:\w+ )?(?:take|have|buy|order|book|get|borrow|reserve)\b")
_WOULD_BE = re.compile(r"\b(?:i|we)(?:'d| would|'ll| will) (?:only |just )?be a (?:crew|group|party|team|family) of\b")
_SEEN_TO = re.compile(
    r"\b(?:i|we)(?:'ve| have)? (?:just |now )?(?:checked|booked|reserved|asked|arranged|spoken|found|kept)\b"
)


def _when_we_do(line: Line, position: int) -> bool:
    """`when I come in September, I'll bring it`: the writer's own time to come."""
    here = [part for part in line.fragments if part.first <= position <= part.last]
    lead = any(_WE_DO.search(part.plain) for part in here)
    return lead and any(_COMING.search(part.plain) for part in line.fragments if part not in here)


_WE_DO = re.compile(r"^(?:when|once|after|before|if|until) (?:i|we)(?:'m|'re)? (?!was|were|had|did|met|saw|spoke|came)")
_COMING = re.compile(r"'ll\b|\b(?:will|can|could|shall|would|might)\b")
_ON_ITS_WAY = re.compile(
    r"\b(?:will|'ll|should) (?:\w+ )?(?:reach you|be with you|come to you|get to you|arrive|follow|go out|be sent|"
    r"be ready)\b|"
    r"\byou(?:'ll| will) (?:\w+ )?(?:get|receive) (?:my|our|the|a|an|it|them)\b|"
    r"\bwill have (?:\w+ ){1,6}from (?:me|us)\b|\byou'll have (?:my|our|the)\b|\byou will have (?:my|our|the)\b"
)
"""`the paper will reach you this week`: the writer's plan, told from the thing's side."""


def _says_no(line: Line) -> bool:
    """Somewhere in the sentence something is denied or set aside."""
    words = {token.low for token in line.tokens}
    return any(part.negated for part in line.fragments) or bool(words & _SETTING_ASIDE)


_SETTING_ASIDE = split_words("out bar but except instead unless avoid skip moved from kein keine nicht nie statt")


def _others_number(desk: Desk, line: Line, number: Quantity, finding: Finding) -> Finding:
    """A true number, but of somebody whom the sentence does not speak of: `take part with your 40 dogs`."""
    here = [part for part in line.fragments if part.first <= number.first <= part.last]
    quotes = [quote for quote in finding.quotes if quote]
    told = [
        fact for fact in desk.facts.facts
        if fact.sentence in finding.sentences and not fact.programme and any(quote in fact.quote for quote in quotes)
    ]  # fmt: skip
    reader = any(desk.facts.reader in part.owners | part.persons for part in here)
    if finding.verdict != "supported" or not told or not reader or not all(third(fact, desk.facts) for fact in told):
        return finding
    owners = {who for fact in told for who in fact.fragment.owners}
    if owners & desk.mentioned or any(owners & part.persons for part in line.fragments):
        return finding
    fact = told[0]
    reason = f"Your notes say this of {person_name(min(fact.fragment.owners))}: “{fact.quote}”."
    return Finding("contradicted", (fact.label,), (fact.quote,), reason, (fact.sentence,))


_ARRANGED = split_words("agreed promised asked arranged planned said told mentioned offered discussed booked")

_AS_ARRANGED = re.compile(r"\b(?:as|like) (?:\w+ )?(?:" + "|".join(sorted(_ARRANGED)) + r")\b")


def _idle(tokens: Sequence[Token], number: Quantity) -> bool:
    """Small number words that count nothing: `one of`, `the second`, `both`."""
    after = tokens[number.last + 1].low if number.last + 1 < len(tokens) else ""
    before = [token.low for token in tokens[max(0, number.first - 3) : number.first + 1]]
    if "thanks" in before and tokens[number.last].low in ("million", "lot", "thousand"):
        return True
    if tokens[number.first].low == "fortnight" and before[-2:-1] == ["a"] and len(before) > 2 and before[-3] in _RATES:
        return True
    if not number.worded or number.kind == "time" or 0 < number.value < 1:
        return False
    if number.kind == "ordinal" or tokens[number.first].low in _ONE_OR_BOTH or _counts_company(tokens, number):
        return True
    return after in ("things", "questions", "ideas", "thoughts", "ways", "reasons", "words", "lines", "minutes")


def _of_minutes(tokens: Sequence[Token], number: Quantity) -> bool:
    return number.last + 1 < len(tokens) and tokens[number.last + 1].low == "minutes"


def _counts_company(tokens: Sequence[Token], number: Quantity) -> bool:
    """`the two of you`, `you two`, `three generations`: how many those spoken of are, not what a note counts."""
    before = tokens[number.first - 1].low if number.first else ""
    after = [token.low for token in tokens[number.last + 1 : number.last + 3]]
    together = after[:1] == ["of"] and after[1:] in (["you"], ["us"], ["them"]) and before not in ("only", "just")
    return number.value <= _FEW and (together or before in ("you", "us", "we") or after[:1] == ["generations"])


_FEW = 4


_RATES = frozenset(("one", "once", "twice", "two", "three", "times", "letter", "call"))
_ONE_OR_BOTH = split_words("both one ein eine einen einem einer un une una uno")


def _in_passing(tokens: Sequence[Token], number: Quantity) -> bool:
    """`two cases` for `2 suitcases`: a small number in words, which the notes hold, of no length of time."""
    return number.worded and number.value <= _FEW and not counts_time(tokens, number)


def _own_count(line: Line, number: Quantity) -> bool:
    """`I've found two huts`: a small number in what the writer alone did, which only the writer can know."""
    here = [part for part in line.fragments if part.first <= number.first <= part.last]
    return number.worded and number.value <= 12 and bool(here) and all(part.owners == {USER} for part in here)


def _around(line: Line, position: int) -> set[str]:
    """The words of the fragment at the position and of the one before it, which may introduce it."""
    here = [number for number, part in enumerate(line.fragments) if part.first <= position <= part.last]
    return {word for number in here for part in line.fragments[max(0, number - 1) : number + 1] for word in part.words}


def _open_ended(line: Line, position: int) -> bool:
    """The position stands in a plan, a wish or a question."""
    return any(
        part.first <= position <= part.last
        and (part.mood in ("wish", "question") or (part.mood == "guess" and "might" in part.words))
        for part in line.fragments
    )


_PRESUMING = (
    "can't wait",
    "looking forward to",
    "look forward to",
    "good luck",
    "all the best for",
    "see you at",
    "see you on",
    "see you in",
    "speak to you on",
    "talk to you on",
    "enjoy your",
    "enjoy the",
)
_TENTATIVE = frozenset(("?", "perhaps", "maybe", "could", "would", "shall", "might"))


def _own_plan(desk: Desk, line: Line, mention: DateMention) -> bool:
    """A coming day in a sentence about the writer alone: a plan, which needs no note."""
    if desk.briefing.today is None or not mention.days or all(last < desk.briefing.today for _, last in mention.days):
        return False
    if line.fragments and _SEEN_TO.search(line.fragments[0].plain):
        return True
    if any(_ON_ITS_WAY.search(part.plain) for part in line.fragments) or _when_we_do(line, mention.first):
        return True
    if any(first < desk.briefing.today for first, _ in mention.days):
        return False
    here = [part for part in line.fragments if part.first <= mention.first <= part.last]
    return bool(here) and all(part.owners == {USER} and desk.facts.reader not in part.persons for part in here)


def _names_of(desk: Desk) -> frozenset[str]:
    """The reader's name and the writer's tell nothing of the matter."""
    return keys_of(frozenset((*desk.facts.reader.split(), *desk.facts.people.writer)))


def _said_on(desk: Desk, line: Line, mention: DateMention) -> bool:
    """`you mentioned a video yesterday`: the day of the talk, which the note bears."""
    here = [part for part in line.fragments if part.first <= mention.first <= part.last]
    today = desk.briefing.today
    if today is None or not mention.days or any(last >= today for _, last in mention.days):
        return False
    spoken = any(_TOLD.search(part.plain) for part in here)
    return spoken and any(source.at and source.label and mention.overlaps(of_day(source.at)) for source in desk.sources)


_TOLD = re.compile(
    r"\b(?:you|i|we) (?:\w+ )?(?:mentioned|told|said|talked|spoke|described|asked|promised|offered|discussed)\b"
)


def _up_to(line: Line, mention: DateMention) -> DateMention:
    """`before July` is by the end of June, too."""
    before = line.tokens[mention.first - 1].low if mention.first else ""
    if before != "before" or mention.grain not in ("month", "season", "year"):
        return mention
    return replace(mention, days=tuple((first - timedelta(days=7), last) for first, last in mention.days))


def _of_the_season(line: Line, mention: DateMention) -> bool:
    """`how are the beans doing this year?`, `how is your bunker in autumn?`: asked of now, or of how it usually is."""
    here = [part for part in line.fragments if part.first <= mention.first <= part.last]
    said = " ".join(token.low for token in line.tokens[max(0, mention.first - 1) : mention.last + 1])
    return all(part.mood == "question" for part in here) and bool(_LOOSE_TIME.search(said))


_LOOSE_TIME = re.compile(
    r"\bthis (?:year|season|spring|summer|autumn|winter|month|week)\b|^(?:in|in the) (?:spring|summer|autumn|"
    r"winter|fall)$"
)


def _near_words(line: Line, position: int, keys: frozenset[str]) -> frozenset[str]:
    """The words of the fragment around a date; those of the whole sentence where the fragment says nothing."""
    here = frozenset(word for part in line.fragments if part.first <= position <= part.last for word in part.keys)
    return here & keys if telling(here & keys) else keys


def _given_time(desk: Desk, line: Line, position: int) -> bool:
    """`when you are back on the 15th`: the day of something that the reader is taken to do."""
    here = [part for part in line.fragments if part.first <= position <= part.last]
    return any(
        part.words[0] in ("when", "once", "after", "before", "until") and desk.facts.reader in part.owners
        for part in here
    )


_CLAUSE_LEADS = frozenset(("when", "once", "after", "before", "until", "since", "while", "as", "because", "now"))


def _taken_for_granted(line: Line, mention: DateMention) -> bool:
    """A date of what others do, in a clause that takes it as known, in whatever kind of sentence: `when Piet leaves in
    September`, `on a Thursday, when you record`; and of a noted event: `before the deadline on 18 November`.
    """
    for number, part in enumerate(line.fragments):
        if not part.first <= mention.first <= part.last:
            continue
        following = line.fragments[number + 1] if number + 1 < len(line.fragments) else None
        if part.words[0] in _CLAUSE_LEADS and part.explicit and _others_do(part):
            return True
        apart = following is not None and following.first - mention.last <= 2
        if apart and following and following.words[0] in ("when", "as", "which") and _others_do(following):
            return True
    return _dated_event(line, mention)


def _others_do(part: Fragment) -> bool:
    """The clause has a verb, and its doer is not the writer nor both of you."""
    mine = {"i", "we", "i'm", "i'll", "we'll", "we're", "i've", "we've", "if"} & set(part.words[:3])
    return bool(part.verbs or AUXILIARIES & set(part.words)) and USER not in part.owners and not mine


def _dated_event(line: Line, mention: DateMention) -> bool:
    """`the deadline on 18 November`, `the 12 May launch`: the date stands beside the event, with article or owner."""
    lows = [token.low for token in line.tokens]
    end = mention.first - 1 if mention.first and lows[mention.first - 1] in ("on", "in", "of", "for", "from") else 0
    before, after = lows[max(0, end - 3) : end], lows[mention.last + 1 : mention.last + 3]
    event = before[-1] if before else ""
    if not end and mention.first and lows[mention.first - 1] in _GIVEN_BY:
        event, before = next(iter(after), ""), ["the", ""]
    return bool(_EVENTS & {event, event.rstrip("s")}) and bool(_GIVEN_BY & set(before[:-1]))


_GIVEN_BY = frozenset(("the", "your", "her", "his", "their", "its", "'s"))
_EVENTS = split_words(
    "deadline launch premiere opening wedding audition exam hearing defence defense harvest surgery operation release "
    "marathon race festival election vote concert recital exhibition show delivery move departure arrival retirement "
    "birthday anniversary funeral inspection audit trial auction expiry start end finale tournament final fair keynote "
    "decision meeting visit appointment interview workshop course tour trip party summit ruling verdict announcement "
    "reopening pilot cut-off handover review rehearsal"
)


def _of_reader(desk: Desk, line: Line, position: int) -> bool:
    """`your firing in November`: the date of a thing that is the reader's."""
    here = [part for part in line.fragments if part.first <= position <= part.last]
    return any(owner == desk.facts.reader and last < position for part in here for owner, _, last in part.possessed)
