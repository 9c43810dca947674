"""The check from end to end: read the evidence, read the draft, weigh each claim and each sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from coach.domain.checking.attribution import foreign, misplaced, person_name, third
from coach.domain.checking.claims import Finding, check_name
from coach.domain.checking.clauses import Fragment, Voice
from coach.domain.checking.counting import check_number
from coach.domain.checking.coverage import backing, uncovered
from coach.domain.checking.date_words import DateMention
from coach.domain.checking.dates import dates
from coach.domain.checking.facts import Facts, gather
from coach.domain.checking.fragments import fragments
from coach.domain.checking.language import language_of
from coach.domain.checking.lexicon import FUNCTION, GREETINGS, SIGN_OFFS, split_words
from coach.domain.checking.names import Name, names
from coach.domain.checking.ownership import owned
from coach.domain.checking.people import USER
from coach.domain.checking.pledges import baseless_offer, pledged
from coach.domain.checking.polarity import denied
from coach.domain.checking.quantities import Quantity, quantities
from coach.domain.checking.report import CheckReport, ClaimCheck, SentenceCheck, Verdict
from coach.domain.checking.reported import misreported
from coach.domain.checking.roles import check_roles
from coach.domain.checking.shared import never_shared
from coach.domain.checking.sources import Briefing, Source, brief_source, content_keys, read_brief, read_evidence
from coach.domain.checking.stances import unreal
from coach.domain.checking.timing import check_date
from coach.domain.checking.tokens import Span, Token, blank_labels, sentences, tokenize
from coach.domain.checking.tongues import content, held, turned_gift
from coach.domain.checking.weighing import telling

_RANK: dict[str, int] = {"no_claim": 0, "supported": 1, "unsupported": 2, "contradicted": 3}


@dataclass(slots=True)
class _Desk:
    """Everything that stays the same while one draft is read."""

    text: str
    plain: str
    sources: list[Source]
    briefing: Briefing
    facts: Facts
    language: str
    voice: Voice
    known: frozenset[str]
    mentioned: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Line:
    """One sentence of the draft on its way through the check."""

    span: Span
    tokens: list[Token]
    claims: list[ClaimCheck] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    fragments: list[Fragment] = field(default_factory=list)


def check(text: str, evidence: Sequence[Any], brief: Mapping[str, Any] | Any | None) -> CheckReport:
    """The report on `text`; see `coach.domain.grounding.check_draft`."""
    desk = _open(text, evidence, brief)
    lines = [_check_line(desk, span) for span in sentences(text)]
    return CheckReport(
        sentences=tuple(_verdict(desk, line) for line in lines),
        claims=tuple(claim for line in lines for claim in line.claims),
    )


def _open(text: str, evidence: Sequence[Any], brief: Mapping[str, Any] | Any | None) -> _Desk:
    briefing = read_brief(brief)
    cited = read_evidence(evidence)
    own = brief_source(briefing)
    language = language_of(text)
    facts = gather(cited, briefing, own, language_of(" ".join(source.text for source in cited)))
    facts.readable = all(source.language == language for source in cited)
    if not facts.reader:
        facts.reader = _addressed(text, facts)
    sources = [*cited, own]
    known = (
        _name_words(facts)
        if language == "de"
        else frozenset(
            low
            for source in sources
            for low, (start, end) in zip(source.lows, source.starts, strict=True)
            if end and source.text[start].isupper() and low not in FUNCTION
        )
    )
    voice = Voice(facts.people, USER, facts.reader, "", draft=True)
    return _Desk(text, blank_labels(text), sources, briefing, facts, language, voice, known)


def _name_words(facts: Facts) -> frozenset[str]:
    """German writes every noun with a capital, so that only the names of people are known as such."""
    return frozenset(word for name in (*facts.people.names, facts.people.writer) for word in name)


def _addressed(text: str, facts: Facts) -> str:
    """The reader, when the brief names none: the one greeted, else the only person of the evidence."""
    for token in tokenize(text[:80])[:5]:
        if token.capital and (identity := facts.people.resolve((token.low,))) and identity != USER:
            return identity
    return " ".join(facts.people.names[0]) if len(facts.people.names) == 1 else ""


def _check_line(desk: _Desk, span: Span) -> _Line:
    line = _Line(span, tokenize(desk.plain[span.start : span.end], span.start))
    found_names = names(line.tokens, desk.known, desk.language)
    mentions = dates(line.tokens, desk.briefing.today)
    taken = {position for mention in mentions for position in range(mention.first, mention.last + 1)}
    taken -= {position for name in found_names for position in range(name.first, name.last + 1)}
    question = desk.plain[span.start : span.end].rstrip(' "”)').endswith("?")
    line.fragments = fragments(line.tokens, found_names, desk.voice, question, desk.language)
    for name in found_names:
        if not taken & set(range(name.first, name.last + 1)):
            _add(desk, line, name.first, name.last, name.kind, _name_finding(desk, line, name))
    _check_dates_and_numbers(desk, line, taken)
    for first, last, finding in check_roles(line.fragments, desk.facts, desk.sources):
        _add(desk, line, first, last, "role", finding)
    _check_fragments(desk, line)
    if desk.language == "de" and (turned := turned_gift(line.tokens, desk.sources, desk.facts.reader)):
        line.findings.append(turned)
    return line


def _name_finding(desk: _Desk, line: _Line, name: Name) -> Finding:
    """A closing line that is but a name is a signature: known, or nothing to check when the writer is unknown."""
    if all(len(word) == 1 for word in name.words):
        return Finding("no_claim", reason="An initial.")
    if len(line.tokens) <= 3 and desk.facts.people.resolve(name.words) == USER:
        return Finding("supported", reason="Your own name.")
    alone = all(token.kind == "symbol" or token.capital for token in line.tokens)
    if alone and not desk.briefing.user and desk.plain[line.span.end :].strip() == "" and line.span.start > 0:
        return Finding("no_claim", reason="Your signature.")
    return check_name(name, desk.sources)


def _check_dates_and_numbers(desk: _Desk, line: _Line, taken: set[int]) -> None:
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
        )
        asked = bool(_TENTATIVE & {token.low for token in line.tokens})
        ahead = _open_ended(line, mention.first) or _own_plan(desk, line, mention)
        claimed = claimed and not _own_plan(desk, line, mention)
        finding = check_date(
            mention, _near_words(line, mention.first, keys), desk.sources, text, (claimed, asked, ahead, _says_no(line))
        )
        if finding.verdict == "unsupported" and mention.days == ((desk.briefing.today, desk.briefing.today),):
            finding = Finding("no_claim", reason="The day of writing.")
        _add(desk, line, mention.first, mention.last, "date", finding)
    for number in quantities(line.tokens):
        if not taken & set(range(number.first, number.last + 1)):
            finding = check_number(line.tokens, number, keys, desk.sources, desk.language)
            if _idle(line.tokens, number) and (number.kind != "ordinal" or finding.verdict != "contradicted"):
                continue
            finding = _others_number(desk, line, number, finding)
            if finding.verdict == "contradicted" and _roughly_meant(line, number):
                finding = Finding("no_claim", reason="A proposal, not a claim.")
            if finding.verdict == "unsupported" and _own_count(line, number):
                finding = Finding("no_claim", reason="Your own doing.")
            if finding.verdict == "unsupported" and _open_ended(line, number.first):
                finding = Finding("no_claim", reason="A proposal, not a claim.")
            _add(desk, line, number.first, number.last, number.kind, finding)


def _roughly_meant(line: _Line, number: Quantity) -> bool:
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


def _says_no(line: _Line) -> bool:
    """Somewhere in the sentence something is denied or set aside."""
    words = {token.low for token in line.tokens}
    return any(part.negated for part in line.fragments) or bool(words & _SETTING_ASIDE)


_SETTING_ASIDE = split_words("out bar but except instead unless avoid skip moved from kein keine nicht nie statt")


def _others_number(desk: _Desk, line: _Line, number: Quantity, finding: Finding) -> Finding:
    """A true number, but of somebody whom the sentence does not speak of: `take part with your 40 dogs`."""
    here = [part for part in line.fragments if part.first <= number.first <= part.last]
    quotes = [quote for quote in finding.quotes if quote]
    told = [
        fact for fact in desk.facts.facts
        if fact.sentence in finding.sentences and any(quote in fact.quote for quote in quotes)
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
    if not number.worded or number.kind == "time" or 0 < number.value < 1:
        return False
    if number.kind == "ordinal" or tokens[number.first].low in _ONE_OR_BOTH:
        return True
    return after in ("things", "questions", "ideas", "thoughts", "ways", "reasons", "words", "lines", "minutes")


_ONE_OR_BOTH = split_words("both one ein eine einen einem einer un une una uno")


def _own_count(line: _Line, number: Quantity) -> bool:
    """`I've found two huts`: a small number in what the writer alone did, which only the writer can know."""
    here = [part for part in line.fragments if part.first <= number.first <= part.last]
    return number.worded and number.value <= 12 and bool(here) and all(part.owners == {USER} for part in here)


def _around(line: _Line, position: int) -> set[str]:
    """The words of the fragment at the position and of the one before it, which may introduce it."""
    here = [number for number, part in enumerate(line.fragments) if part.first <= position <= part.last]
    return {word for number in here for part in line.fragments[max(0, number - 1) : number + 1] for word in part.words}


def _open_ended(line: _Line, position: int) -> bool:
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


def _own_plan(desk: _Desk, line: _Line, mention: DateMention) -> bool:
    """A coming day in a sentence about the writer alone: a plan, which needs no note."""
    if desk.briefing.today is None or not mention.days or all(last < desk.briefing.today for _, last in mention.days):
        return False
    if line.fragments and _SEEN_TO.search(line.fragments[0].plain):
        return True
    if any(first < desk.briefing.today for first, _ in mention.days):
        return False
    here = [part for part in line.fragments if part.first <= mention.first <= part.last]
    return bool(here) and all(part.owners == {USER} and desk.facts.reader not in part.persons for part in here)


def _near_words(line: _Line, position: int, keys: frozenset[str]) -> frozenset[str]:
    """The words of the fragment around a date; those of the whole sentence where the fragment says nothing."""
    here = frozenset(word for part in line.fragments if part.first <= position <= part.last for word in part.keys)
    return here & keys if telling(here & keys) else keys


def _given_time(desk: _Desk, line: _Line, position: int) -> bool:
    """`when you are back on the 15th`: the day of something that the reader is taken to do."""
    here = [part for part in line.fragments if part.first <= position <= part.last]
    return any(
        part.words[0] in ("when", "once", "after", "before", "until") and desk.facts.reader in part.owners
        for part in here
    )


def _of_reader(desk: _Desk, line: _Line, position: int) -> bool:
    """`your firing in November`: the date of a thing that is the reader's."""
    here = [part for part in line.fragments if part.first <= position <= part.last]
    return any(owner == desk.facts.reader and last < position for part in here for owner, _, last in part.possessed)


def _check_fragments(desk: _Desk, line: _Line) -> None:
    plain = " ".join(token.low for token in line.tokens)
    desk.mentioned |= frozenset(who for part in line.fragments for who in part.persons) - {USER, desk.facts.reader}
    promises = [pledged(fragment, desk.facts, plain) for fragment in line.fragments]
    kept = any(promise is not None and promise.verdict == "supported" for promise in promises)
    for number, (fragment, promise) in enumerate(zip(line.fragments, promises, strict=True)):
        if fragment.mood == "greeting":
            continue
        line.findings += [finding for _, _, finding in owned(fragment, desk.facts)]
        checks = (
            promise,
            None if promise and promise.verdict == "supported" else misplaced(fragment, desk.facts),
            denied(fragment, desk.facts),
            unreal(line.fragments, number, desk.facts),
            misreported(line.fragments, number, desk.facts),
            None if kept and fragment.words[0] in ("as", "like") else never_shared(fragment, desk.facts),
            uncovered(fragment, desk.facts),
            foreign(fragment, desk.facts, desk.mentioned),
            None if promise else baseless_offer(fragment, desk.facts),
        )
        line.findings += [finding for finding in checks if finding]


def _add(desk: _Desk, line: _Line, first: int, last: int, kind: str, finding: Finding) -> None:
    start, end = line.tokens[first].start, line.tokens[last].end
    line.claims.append(
        ClaimCheck(
            start=start, end=end, text=desk.text[start:end], type=kind, verdict=finding.verdict,
            labels=finding.labels, quotes=finding.quotes, reason=finding.reason,
        )
    )  # fmt: skip


def _verdict(desk: _Desk, line: _Line) -> SentenceCheck:
    """The worst of what was found; else supported by what holds its words; else no claim."""
    parts: list[ClaimCheck | Finding] = [*line.findings, *line.claims]
    worst: Verdict = max((part.verdict for part in parts), key=lambda verdict: _RANK[verdict], default="no_claim")
    chosen = [part for part in parts if part.verdict == worst]
    if worst in ("no_claim", "supported"):
        return _upheld(desk, line, [part for part in parts if part.verdict == "supported"])
    return _sentence(desk, line, worst, chosen, chosen[0].reason)


def _upheld(desk: _Desk, line: _Line, parts: Sequence[ClaimCheck | Finding]) -> SentenceCheck:
    facts = [fact for fragment in line.fragments if (fact := backing(fragment, desk.facts))]
    backed = [*parts, *(Finding("supported", (fact.label,), (fact.quote,)) for fact in facts)]
    if desk.language != "en" or not desk.facts.readable:
        return _elsewhere(desk, line, backed)
    if not backed:
        return _sentence(desk, line, "no_claim", (), "Nothing here needs a source.")
    labels = {label for part in backed for label in part.labels}
    wrong = [label for label in line.span.labels if label not in labels]
    reason = "Your notes hold this." if labels else "Known from the brief."
    if line.span.labels and labels and not labels & set(line.span.labels):
        reason = f"True, but by {', '.join(sorted(labels))}, not by the cited {', '.join(wrong)}."
    return _sentence(desk, line, "supported", backed, reason)


def _elsewhere(desk: _Desk, line: _Line, parts: Sequence[ClaimCheck | Finding]) -> SentenceCheck:
    """In a language that is not taken apart: held by most of its words, or nothing to check, or not to be graded."""
    found = held(line.tokens, desk.language, desk.sources)
    if found and desk.facts.readable:
        return _sentence(desk, line, "supported", [*parts, found], found.reason)
    words = content(line.tokens, desk.language)
    names_only = {token.low for token in line.tokens if token.kind == "word"} <= desk.known | GREETINGS | SIGN_OFFS
    asked = desk.text[line.span.start : line.span.end].rstrip(' "”)').endswith("?")
    if not words or asked or names_only:
        return _sentence(desk, line, "no_claim", (), "Nothing here needs a source.")
    reason = "Not graded: outside English only names, numbers, dates and denials are checked."
    return _sentence(desk, line, "no_claim", parts, reason).model_copy(update={"graded": False})


def _sentence(
    desk: _Desk, line: _Line, verdict: Verdict, parts: Sequence[ClaimCheck | Finding], reason: str
) -> SentenceCheck:
    span = line.span
    return SentenceCheck(
        start=span.start, end=span.end, text=desk.text[span.start : span.end], verdict=verdict,
        labels=tuple(dict.fromkeys(label for part in parts for label in part.labels)),
        quotes=tuple(dict.fromkeys(quote for part in parts for quote in part.quotes if quote)),
        reason=reason,
    )  # fmt: skip
