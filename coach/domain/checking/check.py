"""The check from end to end: read the evidence, read the draft, weigh each claim and each sentence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import Any

from coach.domain.checking.absent import missed_out, praised_unseen, with_others
from coach.domain.checking.addresses import unknown_address, with_capitals
from coach.domain.checking.adjuncts import added, hung_on
from coach.domain.checking.admired import praised_by_others, unwitnessed
from coach.domain.checking.after_due import after_due
from coach.domain.checking.also_there import also_there
from coach.domain.checking.another_season import another_season
from coach.domain.checking.attitudes import at_odds, felt_by_another
from coach.domain.checking.attribution import borrowed, foreign, misplaced
from coach.domain.checking.claims import Finding, check_name
from coach.domain.checking.clauses import Fragment, Voice
from coach.domain.checking.closest_owner import closest_owner
from coach.domain.checking.come_true import come_true
from coach.domain.checking.companions import in_other_company, went_unnamed
from coach.domain.checking.coverage import backing, uncovered
from coach.domain.checking.dates import dates
from coach.domain.checking.deeds import acted_by_another
from coach.domain.checking.delivered import not_yet
from coach.domain.checking.denied_outright import denied_outright
from coach.domain.checking.desk import Desk, Line, add
from coach.domain.checking.due import due_another_day, due_from_the_other, due_that_day
from coach.domain.checking.english import key, known
from coach.domain.checking.facts import Facts, gather
from coach.domain.checking.feasts import FEAST_WORDS
from coach.domain.checking.figures import check_dates_and_numbers
from coach.domain.checking.flatly import flatly_otherwise
from coach.domain.checking.fractions import another_fraction
from coach.domain.checking.fragments import fragments
from coach.domain.checking.gerunds import done_by_another
from coach.domain.checking.gifts import gift_of_yours
from coach.domain.checking.good_wishes import taken_for_granted
from coach.domain.checking.granted_early import granted_early
from coach.domain.checking.greeted import wrongly_greeted
from coach.domain.checking.how_often import another_rhythm
from coach.domain.checking.judged import judged_otherwise
from coach.domain.checking.kin_words import unheard_kin, wrong_kin
from coach.domain.checking.language import language_of
from coach.domain.checking.lexicon import EVERYDAY, FUNCTION, GREETINGS, SIGN_OFFS
from coach.domain.checking.met_elsewhere import met_elsewhere
from coach.domain.checking.moments import attached, meanwhile, recalled
from coach.domain.checking.named_otherwise import named_otherwise
from coach.domain.checking.names import Name, names
from coach.domain.checking.news import unheard_news
from coach.domain.checking.nowhere import someone_for_a_place
from coach.domain.checking.offered_things import offered_things
from coach.domain.checking.offers import baseless_offer, conceded, offered_besides
from coach.domain.checking.open_points import consented, held_open, in_full
from coach.domain.checking.other_kind import misnumbered, of_another_kind
from coach.domain.checking.owed_to_whom import wanted_by_the_debtor, wanted_by_the_reader
from coach.domain.checking.own_talks import talk_of_mine
from coach.domain.checking.ownership import owned
from coach.domain.checking.participles import as_if_done
from coach.domain.checking.people import USER
from coach.domain.checking.placed import set_elsewhere
from coach.domain.checking.pledges import as_asked, granted, in_hand, is_turned, pledged
from coach.domain.checking.polarity import denied
from coach.domain.checking.praise import unfelt
from coach.domain.checking.reasons import unheard_reason
from coach.domain.checking.report import CheckReport, ClaimCheck, SentenceCheck, Verdict
from coach.domain.checking.reported import misquoted, misreported
from coach.domain.checking.reversed_deeds import deed_reversed
from coach.domain.checking.roles import check_roles
from coach.domain.checking.said_by import said_by_another
from coach.domain.checking.seats import misplaced_seats
from coach.domain.checking.shared import never_shared
from coach.domain.checking.side_by_side import side_by_side
from coach.domain.checking.sources import (
    Briefing,
    Cited,
    Source,
    brief_source,
    cited_in,
    read_brief,
    read_evidence,
)
from coach.domain.checking.spans import wrong_span
from coach.domain.checking.stances import unreal
from coach.domain.checking.states import stated_otherwise
from coach.domain.checking.subjects import of_anothers_subject
from coach.domain.checking.swapped import swapped, thanks_to_another
from coach.domain.checking.taken_for_yours import taken_for_yours
from coach.domain.checking.thanked_back import thanks_turned
from coach.domain.checking.thanks import thanked_for
from coach.domain.checking.thought_by import thought_by_another
from coach.domain.checking.tokens import Span, Token, blank_labels, sentences, tokenize
from coach.domain.checking.tongues import content, held, turned_gift
from coach.domain.checking.too_early import too_early
from coach.domain.checking.turned_words import turned_word
from coach.domain.checking.unheard_of import unheard_of
from coach.domain.checking.unheard_things import unheard_things
from coach.domain.checking.unsettled import unsettled
from coach.domain.checking.venues import another_venue
from coach.domain.checking.weighing import telling
from coach.domain.checking.whose_life import of_anothers_life
from coach.domain.checking.whose_words import in_anothers_mouth
from coach.domain.checking.with_you import came_to_mine, had_with_you, shown_to_you, told_of_themselves

READ_AT_ONCE = 8
"""Pieces of evidence with a brief that are kept as read: a few people of one brief."""
CHECKED_AT_ONCE = 512
"""Sentences whose reports are kept: a brief weighs the same lines twice, before the model and beside its own."""
_RANK: dict[str, int] = {"no_claim": 0, "supported": 1, "unsupported": 2, "contradicted": 3}


def check(text: str, evidence: Sequence[Any], brief: Mapping[str, Any] | Any | None) -> CheckReport:
    """The report on `text`; see `coach.domain.grounding.check_draft`."""
    return _report(text, cited_in(evidence), read_brief(brief))


@lru_cache(maxsize=CHECKED_AT_ONCE)
def _report(text: str, evidence: tuple[Cited, ...], briefing: Briefing) -> CheckReport:
    desk = _open(text, evidence, briefing)
    lines = [_check_line(desk, span) for span in sentences(text)]
    return CheckReport(
        sentences=tuple(_verdict(desk, line) for line in lines),
        claims=tuple(claim for line in lines for claim in line.claims),
    )


def _open(text: str, evidence: tuple[Cited, ...], briefing: Briefing) -> Desk:
    cited, own, facts = _read(evidence, briefing)
    language = language_of(text)
    facts = replace(
        facts,
        people=replace(facts.people, names=[*facts.people.names], aliases={**facts.people.aliases}),
        by_key=defaultdict(list, facts.by_key),
        heading_keys=defaultdict(list, facts.heading_keys),
    )
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
    return Desk(text, blank_labels(text), sources, briefing, facts, language, voice, known)


@lru_cache(maxsize=READ_AT_ONCE)
def _read(evidence: tuple[Cited, ...], briefing: Briefing) -> tuple[list[Source], Source, Facts]:
    """What the evidence and the brief say. Kept, since a line after the other is checked against the same; whoever
    gets it changes nothing in it."""
    cited, own = read_evidence(evidence, briefing.today), brief_source(briefing)
    return cited, own, gather(cited, briefing, own, language_of(" ".join(source.text for source in cited)))


def _name_words(facts: Facts) -> frozenset[str]:
    """German writes every noun with a capital, so that only the names of people are known as such."""
    return frozenset(word for name in (*facts.people.names, facts.people.writer) for word in name)


def _addressed(text: str, facts: Facts) -> str:
    """The reader, when the brief names none: the one greeted, else the only person of the evidence."""
    for token in tokenize(text[:80])[:5]:
        if token.capital and (identity := facts.people.resolve((token.low,))) and identity != USER:
            return identity
    return " ".join(facts.people.names[0]) if len(facts.people.names) == 1 else ""


def _a_feast(line: Line, name: Name, taken: set[int]) -> bool:
    """`Pentecost`, `All Saints`: a day, and nobody's name."""
    places = range(name.first, name.last + 1)
    alone = name.words == ("may",)
    return not alone and taken.issuperset(places) and all(line.tokens[place].low in FEAST_WORDS for place in places)


def _check_line(desk: Desk, span: Span) -> Line:
    tokens = tokenize(desk.plain[span.start : span.end], span.start)
    if desk.language == "en":
        tokens = with_capitals(tokens, desk.plain, desk.known)
    line = Line(span, tokens)
    mentions = dates(line.tokens, desk.briefing.today)
    taken = {position for mention in mentions for position in range(mention.first, mention.last + 1)}
    found_names = [name for name in names(line.tokens, desk.known, desk.language) if not _a_feast(line, name, taken)]
    taken -= {position for name in found_names for position in range(name.first, name.last + 1)}
    said = desk.plain[span.start : span.end].rstrip(' "”)')
    question = said.endswith("?") and not _TAG.search(said.casefold().replace("’", "'"))
    line.fragments = fragments(line.tokens, found_names, desk.voice, question, desk.language)
    for name in found_names:
        if not taken & set(range(name.first, name.last + 1)):
            add(desk, line, name.first, name.last, name.kind, _name_finding(desk, line, name))
    check_dates_and_numbers(desk, line, taken)
    _check_roles_and_places(desk, line, found_names)
    _check_fragments(desk, line)
    for rule in (wrongly_greeted, named_otherwise, someone_for_a_place, met_elsewhere):
        if wrong := rule(desk, line, found_names):
            line.findings.append(wrong)
    if address := unknown_address(desk.plain[span.start : span.end], line.tokens, desk.sources):
        line.findings.append(address)
    if desk.language == "de" and (turned := turned_gift(line.tokens, desk.sources, desk.facts.reader)):
        line.findings.append(turned)
    return line


_TAG = re.compile(
    r", (?:right|correct|true|"
    r"(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would)n't (?:it|you|he|she|they|we|that))"
    r" ?\?$"
)
"""`…, doesn't she?`: told as a fact, and only then asked about."""


def _check_roles_and_places(desk: Desk, line: Line, found_names: Sequence[Name]) -> None:
    """Who somebody is, and where they and the event are set."""
    for first, last, finding in check_roles(line.fragments, desk.facts, desk.sources):
        add(desk, line, first, last, "role", finding)
    if desk.language == "en" and desk.facts.readable:
        for first, last, kind, finding in misplaced_seats(line.fragments, found_names, desk.facts):
            add(desk, line, first, last, kind, finding)
        for fragment in line.fragments:
            for first, last, kind, finding in set_elsewhere(fragment, found_names, desk.facts):
                add(desk, line, first, last, kind, finding)
    for first, last, finding in another_venue(desk, line):
        add(desk, line, first, last, "place", finding)
    for fragment in line.fragments:
        for first, last, finding in misnumbered(fragment, desk.sources):
            add(desk, line, first, last, "place", finding)


def _name_finding(desk: Desk, line: Line, name: Name) -> Finding:
    """A closing line that is but a name is a signature: known, or nothing to check when the writer is unknown."""
    if all(len(word) == 1 for word in name.words):
        return Finding("no_claim", reason="An initial.")
    if len(line.tokens) <= 3 and desk.facts.people.resolve(name.words) == USER:
        return Finding("supported", reason="Your own name.")
    if line.span.start == 0 and name.first == 0 and _hails(line.tokens, name, desk.facts):
        return Finding("no_claim", reason="A greeting.")
    alone = all(token.kind == "symbol" or token.capital for token in line.tokens)
    if alone and not desk.briefing.user and desk.plain[line.span.end :].strip() == "" and line.span.start > 0:
        return Finding("no_claim", reason="Your signature.")
    found = check_name(name, desk.sources)
    if found.verdict == "unsupported" and _in_passing(desk, line, name):
        found = Finding("no_claim", reason="Known to everybody, and named in passing.")
    if found.verdict in ("unsupported", "contradicted") and (parts := _of_a_house(line.tokens, name)):
        both = [check_name(part, desk.sources) for part in parts]
        together = set(both[0].labels) & set(both[1].labels)
        if together and all(one.verdict == "supported" for one in both):
            return both[0]
    return found


def _in_passing(desk: Desk, line: Line, name: Name) -> bool:
    """`rest, ice, Netflix`, not `you work for Netflix`; `AA-battery`, where a note has `AA`."""
    token = line.tokens[name.first]
    parts = token.low.split("-")
    if name.first == name.last and len(parts) > 1:
        return any(part in desk.known for part in parts) and all(part in desk.known or known(part) for part in parts)
    before = line.tokens[name.first - 1].low if name.first else ""
    whose = {"your", "their", "her", "his"} & {one.low for one in line.tokens[max(0, name.first - 3) : name.first]}
    return name.first == name.last and token.low in EVERYDAY and before not in _BELONGING and not whose


_BELONGING = frozenset(("at", "for", "from", "with", "by", "of", "joined", "join", "leave", "left"))


def _of_a_house(tokens: Sequence[Token], name: Name) -> list[Name]:
    """`Pieter de Wit of Boterham Software`, `Ann Lee of the Hunt Museum`: two names, each of which may be noted."""
    at = next((p for p in range(name.first + 1, name.last) if tokens[p].low in ("of", "from", "at")), None)
    if at is None:
        return []
    words = [
        [token.low for token in tokens[a:b] if token.capital] for a, b in ((name.first, at), (at + 1, name.last + 1))
    ]
    if not all(words):
        return []
    return [Name(name.first, at - 1, tuple(words[0]), "name"), Name(at + 1, name.last, tuple(words[1]), "organisation")]


def _hails(tokens: Sequence[Token], name: Name, facts: Facts) -> bool:
    """`Moin Wiremu,`, `Kia ora Wiremu,`: a word or two before the reader's name, and then a comma."""
    following = tokens[name.last + 1 : name.last + 4]
    called = len(name.words) == 2 and facts.people.resolve(name.words[1:]) == facts.reader
    if called and following and following[0].text in (",", "!"):
        return True
    for token, after in pairwise(following):
        if after.text in ",!" and token.capital and facts.people.resolve((token.low,)) == facts.reader:
            return True
    return False


def _check_fragments(desk: Desk, line: Line) -> None:
    plain = " ".join(token.low for token in line.tokens)
    desk.mentioned |= frozenset(who for part in line.fragments for who in part.persons) - {USER, desk.facts.reader}
    promises = [_promise(desk, line.fragments, number, plain) for number in range(len(line.fragments))]
    kept = any(promise is not None and promise.verdict == "supported" for promise in promises)
    for number, (fragment, promise) in enumerate(zip(line.fragments, promises, strict=True)):
        if fragment.mood == "greeting":
            continue
        recorded = promise is not None and promise.verdict == "supported"
        mine = recorded and ("i owe" in fragment.plain or fragment.words[0] in ("my", "our"))
        line.findings += [
            finding for first, last, finding in owned(fragment, desk.facts)
            if not (mine and (USER, first, last) in fragment.possessed)
            and not (recorded and _due_to_reader(fragment, first, last, desk.facts))
        ]  # fmt: skip
        line.findings += [] if recorded else [finding for _, _, finding in closest_owner(fragment, desk.facts)]
        checks = (
            promise,
            None if recorded else misplaced(fragment, desk.facts),
            borrowed(fragment, desk.facts),
            None if recorded else of_anothers_life(fragment, desk.facts),
            wrong_kin(fragment, desk.facts) or unheard_kin(fragment, desk.facts),
            in_hand(fragment, desk.facts),
            as_asked(line.fragments, number, desk.facts),
            acted_by_another(fragment, desk.facts),
            denied(fragment, desk.facts, line.fragments),
            flatly_otherwise(fragment, desk.facts),
            denied_outright(fragment, desk.facts),
            turned_word(fragment, desk.facts),
            after_due(line.fragments, number, desk.facts, desk.briefing.today),
            stated_otherwise(fragment, desk.facts),
            deed_reversed(fragment, desk.facts),
            another_rhythm(fragment, desk.facts),
            another_season(fragment, desk.facts),
            another_fraction(fragment, desk.facts),
            unheard_news(line.fragments, number, desk.facts),
            taken_for_granted(fragment, desk.facts) or unheard_things(fragment, desk.facts),
            unreal(line.fragments, number, desk.facts),
            unsettled(line.fragments, number, desk.facts),
            held_open(line.fragments, number, desk.facts),
            consented(fragment, desk.facts),
            in_full(fragment, desk.facts),
            at_odds(fragment, desk.facts),
            judged_otherwise(line.fragments, number, desk.facts),
            felt_by_another(fragment, desk.facts),
            as_if_done(fragment, desk.facts),
            come_true(line.fragments, number, desk.facts, desk.briefing.today),
            due_another_day(fragment, desk.facts, desk.briefing.today),
            granted_early(line.fragments, number, desk.facts),
            of_another_kind(fragment, desk.facts),
            wrong_span(fragment, desk.facts, desk.briefing.today),
            misreported(line.fragments, number, desk.facts),
            misquoted(line.fragments, number, desk.facts),
            in_anothers_mouth(line.fragments, number, desk.facts),
            thought_by_another(line.fragments, number, desk.facts),
            said_by_another(line.fragments, number, desk.facts),
            None if recorded or _promised_or_kept(fragment, desk.facts, kept) else never_shared(fragment, desk.facts),
            None if recorded else had_with_you(fragment, desk.facts),
            None if recorded else side_by_side(line.fragments, number, desk.facts),
            came_to_mine(fragment, desk.facts),
            shown_to_you(line.fragments, number, desk.facts),
            told_of_themselves(fragment, desk.facts),
            wanted_by_the_debtor(line.fragments, number),
            wanted_by_the_reader(fragment, desk.facts),
            None if recorded else went_unnamed(fragment, desk.facts),
            missed_out(line.fragments, number, desk.facts),
            with_others(fragment, desk.facts),
            praised_unseen(fragment, desk.facts),
            in_other_company(line.fragments, number, desk.facts),
            also_there(line.fragments, number, desk.facts),
            done_by_another(line.fragments, number, desk.facts),
            gift_of_yours(fragment, desk.facts),
            talk_of_mine(fragment, desk.facts),
            swapped(fragment, desk.facts),
            of_anothers_subject(line.fragments, number, desk.facts),
            thanks_to_another(fragment, desk.facts),
            None if recorded else taken_for_yours(fragment, desk.facts, desk.mentioned),
            uncovered(fragment, desk.facts) or unheard_of(line.fragments, number, desk.facts),
            unfelt(fragment, desk.facts),
            unwitnessed(fragment, desk.facts),
            praised_by_others(line.fragments, number, desk.facts),
            recalled(line.fragments, number, desk.facts),
            thanked_for(fragment, desk.facts),
            thanks_turned(line.fragments, number, desk.facts),
            meanwhile(line.fragments, number, desk.facts),
            attached(line.fragments, number, desk.facts),
            hung_on(fragment, desk.facts),
            added(fragment, desk.facts),
            unheard_reason(line.fragments, number, desk.facts),
            granted(fragment, desk.facts, line.fragments[number - 1] if number else None),
            not_yet(line.fragments, number, desk.facts),
            None if recorded else foreign(fragment, desk.facts, desk.mentioned),
            None if recorded else conceded(fragment, desk.facts),
            None if promise else baseless_offer(fragment, desk.facts),
            None if promise else offered_besides(line.fragments, number, desk.facts),
            None if recorded else offered_things(line.fragments, number, desk.facts),
        )
        line.findings += [finding for finding in checks if finding]
    if early := too_early(desk, line):
        line.findings.append(early)


def _due_to_reader(fragment: Fragment, first: int, last: int, facts: Facts) -> bool:
    """`I still have your photographs to take`: those that the writer owes the reader."""
    words = frozenset(key(token.low) for token in fragment.tokens[first : last + 1])
    return any(one.by == USER and one.to == facts.reader and words <= one.keys for one in facts.promises)


def _promise(desk: Desk, parts: Sequence[Fragment], number: int, plain: str) -> Finding | None:
    """The promise that a clause speaks of, found by its words, else by the day on which it is due."""
    fragment = parts[number]
    before = parts[number - 1] if number else None
    after = parts[number + 1] if number + 1 < len(parts) else None
    if crossed := due_from_the_other(fragment, desk.facts, plain, desk.briefing.today):
        return crossed
    found = pledged(fragment, desk.facts, plain, before, after)
    if found and not is_turned(found):
        return found
    return due_that_day(fragment, desk.facts, plain, desk.briefing.today) or found


def _promised_or_kept(fragment: Fragment, facts: Facts, kept: bool) -> bool:
    """`as agreed` beside a promise on record; and a thing that is promised, which tells of nothing done together."""
    about = telling(fragment.keys)
    promised = any(promise.by == USER and len(about & promise.keys) * 2 > len(about) for promise in facts.promises)
    return promised or (kept and fragment.words[0] in ("as", "like"))


def _verdict(desk: Desk, line: Line) -> SentenceCheck:
    """The worst of what was found; else supported by what holds its words; else no claim."""
    parts: list[ClaimCheck | Finding] = [*line.findings, *line.claims]
    worst: Verdict = max((part.verdict for part in parts), key=lambda verdict: _RANK[verdict], default="no_claim")
    chosen = [part for part in parts if part.verdict == worst]
    if worst in ("no_claim", "supported"):
        return _upheld(desk, line, [part for part in parts if part.verdict == "supported"])
    return _sentence(desk, line, worst, chosen, chosen[0].reason)


def _upheld(desk: Desk, line: Line, parts: Sequence[ClaimCheck | Finding]) -> SentenceCheck:
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


def _elsewhere(desk: Desk, line: Line, parts: Sequence[ClaimCheck | Finding]) -> SentenceCheck:
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
    desk: Desk, line: Line, verdict: Verdict, parts: Sequence[ClaimCheck | Finding], reason: str
) -> SentenceCheck:
    span = line.span
    return SentenceCheck(
        start=span.start, end=span.end, text=desk.text[span.start : span.end], verdict=verdict,
        labels=tuple(dict.fromkeys(label for part in parts for label in part.labels)),
        quotes=tuple(dict.fromkeys(quote for part in parts for quote in part.quotes if quote)),
        reason=reason,
    )  # fmt: skip
