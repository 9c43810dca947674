"""Dates and numbers of one sentence: which are claims at all, and which are the writer's own to propose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from coach.domain.checking.claims import Finding
from coach.domain.checking.clauses import AUXILIARIES, Fragment
from coach.domain.checking.date_words import DateMention
from coach.domain.checking.dated_events import FREE, RECAP, dated_event
from coach.domain.checking.dates import dates, of_day
from coach.domain.checking.desk import Desk, Line, add
from coach.domain.checking.due_later import delivered_late
from coach.domain.checking.english import keys_of
from coach.domain.checking.lexicon import split_words
from coach.domain.checking.numbers import SUPPOSING, check_numbers
from coach.domain.checking.own_days import TO_BE, clause_of, in_a_plan, own_days, own_doing
from coach.domain.checking.paired import changed_over
from coach.domain.checking.people import USER
from coach.domain.checking.quantities import digits, quantities
from coach.domain.checking.reckoned_days import day_that_follows
from coach.domain.checking.sources import content_keys
from coach.domain.checking.tense_of_days import in_tense
from coach.domain.checking.that_weekday import on_another_weekday
from coach.domain.checking.timing import check_date
from coach.domain.checking.weighing import telling
from coach.domain.checking.when_met import mistimed, settled_day


def check_dates_and_numbers(desk: Desk, line: Line, taken: set[int]) -> None:
    """Note the outcome for each date and number; `taken` are the positions of the tokens of dates."""
    keys = content_keys([token for position, token in enumerate(line.tokens) if position not in taken])
    named = dates(line.tokens, desk.briefing.today)
    for found in named:
        if found.last not in taken:
            continue
        lead = " ".join(token.low for token in line.tokens[: found.first])
        expected = bool(_EXPECTING.search(lead))
        mention = _ahead_of(found, desk.briefing.today) if expected else in_tense(line, found, desk.briefing.today)
        text = _words(desk, line, mention)
        plain = " ".join(token.low for token in line.tokens)
        arranged = bool(_ARRANGED & _around(line, mention.first) or _AS_ARRANGED.search(plain))
        settled = settled_day(desk, plain, mention)
        presumed = settled or any(phrase in plain for phrase in _PRESUMING)
        known = (
            arranged
            or presumed
            or _given_time(desk, line, mention.first)
            or _of_reader(desk, line, mention.first)
            or _taken_for_granted(line, mention)
        )
        mine = not known and (own_doing(desk, line, mention) or own_days(desk, line, mention))
        mine = mine or bool(_ALL_BUT.search(lead))
        planned = in_a_plan(line, mention.first)
        claimed = known or not (planned or mine)
        here = clause_of(line, mention.first)
        asked = mine or bool(_TENTATIVE & {token.low for token in line.tokens})
        asked = asked or any({"i'd", "we'd"} & set(part.words) for part in here) or bool(_IF_IT_SUITS.search(plain))
        of_mine = _own_plan(desk, line, mention)
        ahead = planned or of_mine or any(TO_BE.search(part.plain) for part in here)
        claimed = claimed and (settled or not of_mine) and not _of_the_season(line, mention)
        claimed = claimed or dated_event(line, mention) or (expected and not asked)
        free = not (arranged or presumed)
        claimed = claimed and not (free and _left_open(plain, here, mention))
        claimed = claimed and not (_UNTRUE.search(plain) or _SUFFICES.search(plain) or SUPPOSING.search(plain))
        if _as_number(desk, text):
            continue
        if passing := _in_passing(desk, line, mention, lead, plain, free=free):
            add(desk, line, mention.first, mention.last, "date", passing)
            continue
        finding = check_date(
            _up_to(line, mention),
            _near_words(line, mention.first, keys - _names_of(desk), [one.first for one in named if one is not found]),
            desk.sources,
            text,
            (claimed, asked, ahead, _says_no(line)),
            _lead(line, mention.first),
            frozenset(number.value for number in quantities(line.tokens) if number.first not in taken),
            told=_of_a_talk(line, mention.first),
            stated=any(_STATED.search(part.plain) for part in here),
            definite=mention.first > 0 and line.tokens[mention.first - 1].low == "the",
            names=keys_of(frozenset(part for name in desk.facts.people.names for part in name)),
            told_of=not FREE.search(plain),
            of_writer=not RECAP.search(plain) and (asked or all(part.owners == {USER} for part in here)),
            besides=[(one, _words(desk, line, one)) for one in named if one is not found],
        )
        finding = _once_more(desk, line, mention, named, keys, finding)
        add(desk, line, mention.first, mention.last, "date", finding)
    check_numbers(desk, line, keys - _names_of(desk), taken)


def _once_more(
    desk: Desk, line: Line, mention: DateMention, named: Sequence[DateMention], keys: frozenset[str], finding: Finding
) -> Finding:
    """What is found of a date, or else what follows from another day, from the tense or from what is owed."""
    plain = " ".join(token.low for token in line.tokens)
    if finding.verdict in ("unsupported", "contradicted"):
        finding = day_that_follows(mention, line.tokens, keys, desk.sources) or finding
    if finding.verdict == "supported" and len(named) == 1:
        finding = changed_over(desk, line, mention, finding.sentences) or finding
    if finding.verdict != "contradicted":
        wrong = mistimed(desk, line, mention) or on_another_weekday(desk, line, mention, finding)
        finding = wrong or delivered_late(desk, line, mention, named) or finding
    if finding.verdict == "unsupported":
        finding = _before_then(desk, mention, plain) or finding
    if finding.verdict == "unsupported" and _is_today(desk, line, mention):
        return Finding("no_claim", reason="The day of writing.")
    return finding


_PROPOSED = re.compile(
    r"(?:[\w-]+ , )?(?:could|may|can|might|shall) (?:i|we) "
    r"(?!.*\b(?:as (?:you|we|agreed)|when|before|after|until|you (?:proposed|named|said|suggested|offered|"
    r"wrote))\b).*\?$"
)
"""`could I come and see your hives in June?`"""
_IF_WE = re.compile(
    r"(?:and |but |so )?if (?:we|i|you) .*\b(?:can|could|will|would|may|might)\b|(?:and )?if (?:we|i|you) .*'(?:ll|d)\b"
)
"""`if we order today, he can have them ready by the middle of June`: worked out, and not told."""


def _before_then(desk: Desk, mention: DateMention, plain: str) -> Finding | None:
    """`until the end of this month`, where `before July` is noted."""
    if not mention.days or not re.search(r"\b(?:until|till|by|before) the end of\b", plain):
        return None
    for source in desk.sources:
        for sentence in source.sentences if source.label else ():
            for noted in sentence.dates:
                led = sentence.tokens[noted.first - 1].low if noted.first else ""
                ends = {first - timedelta(days=1) for first, _ in noted.days}
                if led == "before" and any(first <= end <= last for end in ends for first, last in mention.days):
                    return Finding("supported", (source.label,), (sentence.text,), "Found in your notes.", (sentence,))
    return None


def _left_open(plain: str, here: Sequence[Fragment], mention: DateMention) -> bool:
    """Worked out, guessed, or for the reader to say."""
    return bool(_IF_WE.match(plain) or _must_be(here, mention) or _IF_IT_SUITS.search(plain))


def _in_passing(desk: Desk, line: Line, mention: DateMention, lead: str, plain: str, *, free: bool) -> Finding | None:
    """A month that is proposed, the day of writing, the day of a note: nothing to look for in the notes."""
    if free and mention.grain in ("month", "season") and _PROPOSED.match(plain):
        return Finding("no_claim", reason="A proposal, not a claim.")
    today = desk.briefing.today
    if today and _AS_IT_IS.search(f"{lead} ") and mention.overlaps(of_day(today)):
        return Finding("no_claim", reason="The day of writing.")
    if _AS_A_RULE.search(plain) and all(part.owners == {USER} for part in line.fragments_at(mention.first)):
        return Finding("no_claim", reason="Your own doing.")
    if _said_on(desk, line, mention):
        return Finding("supported", reason="The day of the note.")
    return None


_AS_A_RULE = re.compile(r"\b(?:usually|mostly|normally|as a rule|most of the time)\b")
"""`I'm usually free at the weekend`: a habit of the writer's, which the notes need not know."""


def _must_be(here: Sequence[Fragment], mention: DateMention) -> bool:
    """`driving that bus in January must be miserable`: of how it is in such a season."""
    return mention.grain in ("month", "season") and any(part.mood == "guess" for part in here)


_IF_IT_SUITS = re.compile(
    r"\bif (?:that|it|this|the day) (?:suits|works|is (?:ok|okay|fine|all right|possible))\b|"
    r"\bif you (?:can|could|have time|are free|like|are around)\b"
)
"""`this Thursday, if that suits you`: for the reader to say."""
_SUFFICES = re.compile(
    r"\b(?:reply|answer|word|note|line|decision) (?:by|before|on|until|in) .* is (?:plenty|soon enough|early enough)\b"
)
"""`a reply by the end of the week is plenty`: the writer's own wish."""


_STATED = re.compile(
    r"^(?:and |but |so )?(?:your|the|his|her|their|our|my) (?:[\w-]+ ){1,4}(?:is|are|meets?|opens?|closes?|"
    r"starts?|begins?|"
    r"ends?|runs?|takes place|falls)(?: on| every)?\b"
)
"""`your deadline is Thursday`: when something is, which the day of a note says nothing of."""
_WRITING = frozenset(("texting", "writing", "mailing", "bothering", "disturbing", "messaging", "emailing", "calling"))


def _is_today(desk: Desk, line: Line, mention: DateMention) -> bool:
    """`today`; `texting you on a Monday`, on a Monday."""
    today = desk.briefing.today
    by_name = mention.first > 0 and line.tokens[mention.first - 1].low == "a" and mention.weekday is not None
    written = bool(_WRITING & {token.low for token in line.tokens})
    named = by_name and written and today is not None and mention.weekday == today.weekday()
    return today is not None and (named or mention.days == ((today, today),))


_AS_IT_IS = re.compile(r"\b(?:as|since|because|now that) (?:it|today) is (?:a )?$|\btoday is (?:a )?$|\bit is (?:a )?$")


def _as_number(desk: Desk, text: str) -> bool:
    """`my board shows 6.8`, where a note has that number: no sixth of August."""
    plain = text.strip(" .")
    value = digits(plain) if _DECIMAL.fullmatch(plain) else None
    return value is not None and any(
        number.value == value for source in desk.sources for sentence in source.sentences for number in sentence.numbers
    )


_DECIMAL = re.compile(r"\d{1,2}\.\d{1,2}")


def _words(desk: Desk, line: Line, mention: DateMention) -> str:
    return desk.text[line.tokens[mention.first].start : line.tokens[mention.last].end]


_ALL_BUT = re.compile(r"\b(?:any|every|all) (?:\w+ ){0,2}(?:but|except|bar)(?: on| for| the)?$")
"""`any evening but Wednesday you'll find me at home`: a day that the writer sets aside."""
_UNTRUE = re.compile(
    r"\b(?:would|'d) (?:\w+ )?have \w+(?:ed|en|ne|ade|ent|ut|ome)\b|"
    r"\b(?:we|us|me|you) (?:\w+ )?(?:still )?(?:have|leaves|gives)(?: us| me| you)? (?:\w+ )?"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
)
"""`I would have planned it for July`, `we then still have June`: no day of which a note could tell."""


def _ahead_of(mention: DateMention, today: date | None) -> DateMention:
    """`the books that you're posting this Friday`, looked forward to: the coming one, where it may be either."""
    coming = tuple(span for span in mention.days if today and span[1] >= today)
    return replace(mention, days=coming) if coming else mention


_EXPECTING = re.compile(
    r"\blook(?:ing)? forward to (?:the|your) \w|\bwatch (?:my inbox|the post|out) for (?:the|your)\b|"
    r"\b(?:i'm|i am|we're) (?:expecting|awaiting) (?:the|your)\b|\b(?:waiting|wait) for (?:the|your)\b"
)
"""What comes from the reader, and when."""
_SEEN_TO = re.compile(
    r"\b(?:i|we)(?:'ve| have)? (?:just |now )?(?:checked|booked|reserved|asked|arranged|spoken|found|kept)\b"
)


def _lead(line: Line, position: int) -> str:
    """The word before a date, its article left out."""
    before = [token.low for token in line.tokens[max(0, position - 2) : position]]
    return next((low for low in reversed(before) if low != "the"), "")


def _when_we_do(line: Line, position: int) -> bool:
    """`when I come in September, I'll bring it`: the writer's own time to come."""
    here = line.fragments_at(position)
    lead = any(_WE_DO.search(part.plain) for part in here)
    return lead and any(_COMING.search(part.plain) for part in line.fragments if part not in here)


_WE_DO = re.compile(r"^(?:when|once|after|before|if|until) (?:i|we)(?:'m|'re)? (?!was|were|had|did|met|saw|spoke|came)")


_COMING = re.compile(r"'ll\b|\b(?:will|can|could|shall|would|might)\b")


_ON_ITS_WAY = re.compile(
    r"\b(?:will|'ll|should) (?:\w+ )?(?:reach you|be with you|come to you|get to you|arrive|follow|go out|be sent|"
    r"be ready)\b|"
    r"\byou(?:'ll| will) (?:\w+ )?(?:get|receive) (?:my|our|the|a|an|it|them)\b|"
    r"\bwill have (?:\w+ ){1,6}from (?:me|us)\b|(?:will|'ll) hear from (?:me|us)\b|"
    r"\byou'll have (?:my|our|the)\b|\byou will have (?:my|our|the)\b"
)
"""`the paper will reach you this week`: the writer's plan, told from the thing's side."""


def _says_no(line: Line) -> bool:
    """Somewhere in the sentence something is denied or set aside."""
    words = {token.low for token in line.tokens}
    if {"any", "?"} <= words:
        return True  # `is there any heating in winter?`
    return any(part.negated for part in line.fragments) or bool(words & _SETTING_ASIDE)


_SETTING_ASIDE = split_words(
    "out bar but except instead unless avoid skip moved from without shame pity sorry sadly unfortunately bad "
    "difficult impossible busy clash clashes hopeless leave vacation "
    "kein keine nicht nie statt"
)


_ARRANGED = split_words("agreed promised asked arranged planned said told mentioned offered discussed booked")


_AS_ARRANGED = re.compile(r"\b(?:as|like) (?:\w+ )?(?:" + "|".join(sorted(_ARRANGED)) + r")\b")


def _around(line: Line, position: int) -> set[str]:
    """The words of the fragment at the position and of the one before it, which may introduce it."""
    here = [number for number, part in enumerate(line.fragments) if part.first <= position <= part.last]
    return {word for number in here for part in line.fragments[max(0, number - 1) : number + 1] for word in part.words}


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
    if any(_ON_MY_LIST.search(part.plain) for part in line.fragments_at(mention.first)):
        return True
    if any(_ON_ITS_WAY.search(part.plain) for part in line.fragments) or _when_we_do(line, mention.first):
        return True
    if any(first < desk.briefing.today for first, _ in mention.days):
        return False
    here = line.fragments_at(mention.first)
    return bool(here) and all(part.owners == {USER} and desk.facts.reader not in part.persons for part in here)


_ON_MY_LIST = re.compile(r"\bon my (?:list|desk|plan|to-do list)\b")


def _names_of(desk: Desk) -> frozenset[str]:
    """The reader's name and the writer's tell nothing of the matter."""
    return keys_of(frozenset((*desk.facts.reader.split(), *desk.facts.people.writer)))


def _said_on(desk: Desk, line: Line, mention: DateMention) -> bool:
    """`you mentioned a video yesterday`: the day of the talk, which the note bears."""
    here = line.fragments_at(mention.first)
    today = desk.briefing.today
    if today is None or not mention.days or any(last >= today for _, last in mention.days):
        return False
    spoken = any(_TOLD.search(part.plain) for part in here)
    return spoken and any(source.at and source.label and mention.overlaps(of_day(source.at)) for source in desk.sources)


_TOLD = re.compile(
    r"\b(?:you|i|we) (?:\w+ )?(?:mentioned|told|said|talked|spoke|described|asked|promised|offered|discussed)\b"
)


def _of_a_talk(line: Line, position: int) -> bool:
    """The clause tells of saying, meeting or writing, so that its day is that of the talk and not of its matter; so
    does one without a doing of its own."""
    here = line.fragments_at(position)
    return not here or any(_TALKING.search(part.plain) or not part.verbs for part in here)


_TALKING = re.compile(
    r"\b(?:tell|told|say|said|mention\w*|speak|spoke|spoken|talk\w*|chat\w*|ask\w*|met|meet\w*|see|saw|seen|discuss\w*|"
    r"hear|heard|promis\w*|offer\w*|agree\w*|plan\w*|decid\w*|book\w*|announc\w*|invit\w*|sen[dt]|wr[io]te\w*|written|show\w*|"
    r"explain\w*|describ\w*|learn\w*|read|thank\w*|call\w*|rang|rung|post\w*|mail\w*|message\w*|email\w*|conversation|"
    r"news|answer\w*|repl\w*|suggest\w*|propos\w*|warn\w*|think|thought|remember|look\w*|found|find|enjoy\w*)\b"
)


def _up_to(line: Line, mention: DateMention) -> DateMention:
    """`before July` is by the end of June, too, and `before the weekend` by Friday; `around the 11th` is near it."""
    led = [token.low for token in line.tokens[: mention.first] if token.low != "the"]
    before = led[-1] if led else ""
    lead = {token.low for token in line.tokens[max(0, mention.first - 2) : mention.first]}
    if lead & _ABOUT and mention.grain == "day":
        return replace(mention, loose=max(mention.loose, _A_FEW_DAYS))
    if before == "before" and mention.grain == "day":
        return replace(mention, days=tuple((first - timedelta(days=1), last) for first, last in mention.days))
    if before != "before" or mention.grain not in ("weekend", "month", "season", "year"):
        return mention
    return replace(mention, days=tuple((first - timedelta(days=7), last) for first, last in mention.days))


_ABOUT = frozenset(("around", "about", "roughly", "circa", "gegen", "rund"))
_A_FEW_DAYS = 3


def _of_the_season(line: Line, mention: DateMention) -> bool:
    """`how are the beans doing this year?`, `how is your bunker in autumn?`: asked of now, or of how it usually is."""
    here = line.fragments_at(mention.first)
    if _TOLD_AS_KNOWN.search(" ".join(token.low for token in line.tokens[: mention.first])):
        return False
    said = " ".join(token.low for token in line.tokens[max(0, mention.first - 1) : mention.last + 1])
    return all(part.mood == "question" for part in here) and bool(_LOOSE_TIME.search(said))


_LOOSE_TIME = re.compile(
    r"\bthis (?:year|season|spring|summer|autumn|winter|month|week)\b|^(?:in|in the) (?:spring|summer|autumn|"
    r"winter|fall)$"
)


def _near_words(line: Line, position: int, keys: frozenset[str], others: Sequence[int]) -> frozenset[str]:
    """The words of the fragment around a date; where it says nothing, those of the one that it opens, or of all but
    those around `others`, the positions of the sentence's other dates."""
    parts = line.fragments
    at = [number for number, part in enumerate(parts) if part.first <= position <= part.last]
    here = frozenset(word for number in at for word in parts[number].keys) & keys
    if telling(here) or (at == [0] and _FAREWELL.match(parts[0].plain)):
        return here
    if at and not parts[at[-1]].explicit and at[-1] + 1 < len(parts):  # `Next Friday | you must tell me …`
        following = parts[at[-1] + 1].keys & keys
        if telling(following):
            return following
    other = [part for part in parts if _ANOTHER_TIME.search(part.plain)]
    other += [part for part in parts if any(part.first <= one <= part.last for one in others)]
    return keys - frozenset(word for part in other for word in part.keys)


_FAREWELL = re.compile(r"(?:until|till|see you(?: again)?|bis) (?:\w+ ){0,2}\w+ [,!.]$")
"""`Until November, and don't let the pot boil over!`: what follows is of another matter."""
_ANOTHER_TIME = re.compile(r"\b(?:before|after|until|by) (?:that|then)\b|\bbeforehand\b|\bafterwards\b")
"""`…, and the list comes before that`: of another day than the one just named."""


def _given_time(desk: Desk, line: Line, position: int) -> bool:
    """`when you are back on the 15th`: the day of something that the reader is taken to do."""
    here = line.fragments_at(position)
    return any(
        part.words[0] in ("when", "once", "after", "before", "until") and desk.facts.reader in part.owners
        for part in here
    )


_HEARING = frozenset(("hear", "heard", "know", "see", "seen", "aware", "realise", "realize", "remember", "notice"))
"""`did you hear that …`: what follows is told as a fact."""
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
        asked = number and line.fragments[number - 1].words[-1] in _HEARING
        if asked and part.words[0] == "that" and part.explicit and _others_do(part):
            return True
        apart = following is not None and following.first - mention.last <= 2
        if apart and following and following.words[0] in ("when", "as", "which") and _others_do(following):
            return True
    before = " ".join(token.low for token in line.tokens[: mention.first])
    return bool(_TOLD_AS_KNOWN.search(before)) or dated_event(line, mention)


_TOLD_AS_KNOWN = re.compile(
    r"\b(?:did|do|have) you (?:hear|heard|know|see|seen|notice|noticed) that (?!i\b|we\b|there\b)|"
    r"\b(?:before|after|until|when) (?:the|your|her|his|their) (?:\w+ ){1,2}(?:votes|meets|decides|opens|closes|starts|"
    r"begins|ends|leaves|returns|arrives|comes|goes)(?: \w+)?$|"
    r"\bthe (?:one|ones) (?:that |which )?(?:you|he|she|they) \w+(?: \w+){0,2}$|\bdue(?: by| on)?$"
)
"""`did you hear that …`, `before the council votes …`: told as known, be it in a question."""


def _others_do(part: Fragment) -> bool:
    """The clause has a verb, and its doer is not the writer nor both of you."""
    mine = {"i", "we", "i'm", "i'll", "we'll", "we're", "i've", "we've", "if"} & set(part.words[:3])
    return bool(part.verbs or AUXILIARIES & set(part.words)) and USER not in part.owners and not mine


def _of_reader(desk: Desk, line: Line, position: int) -> bool:
    """`your firing in November`: the date of a thing that is the reader's; not one by which the writer wants it."""
    here = line.fragments_at(position)
    if _lead(line, position) in ("by", "before", "until") and all(part.mood == "wish" for part in here):
        return False
    theirs = [last for part in here for owner, _, last in part.possessed if owner == desk.facts.reader]
    return any(last < position and line.tokens[last].low not in _WHERE for last in theirs)


_WHERE = frozenset(("place", "house", "home", "flat", "office", "door"))
"""`I'll pick it up at your place on Thursday`: where, and not what the day is of."""
