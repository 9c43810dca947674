"""Which kind of fact a sentence tells: a habit, a thing made, a number, a loss, a change, a belief, a plan, a problem.

Read from its main clause by rule, since what one asks next depends on the kind and not on the words.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

from coach.domain.checking.english import forms
from coach.drafting.sayings import WRITTEN, about_them, announced, own_saying, their_words, tie_in
from coach.drafting.whole_sentences import TOLD, in_the_past, in_the_past_of_all


class FactKind(Enum):
    """What happened or holds, as far as one asks on differently about it."""

    TIE = "the user has something to do with it"
    SAYING = "a rule, a worry or a motto of theirs"
    ADVICE = "they advised something"
    ADMIRED = "the user admired something of theirs"
    BUSY = "they are at something"
    COMMON = "the two have it in common"
    TRIED = "the user tried or saw something of theirs"
    MISSED = "the user missed something of theirs"
    AGREED = "the two agreed on something"
    BOUGHT = "they paid for something"
    SKILL = "they speak, play, sing or coach"
    NEVER = "they do not do something"
    DISLIKES = "something is not to their liking"
    OWED = "the user has promised them something"
    PROMISED = "they have promised something"
    OFFERS = "they would lend, give or show something"
    HELPED = "they helped the user with something"
    KNOWS = "they know somebody whom the user knows"
    REACTED = "they laughed, nodded or wept"
    SHARED = "the two lived through it together"
    WONDERED = "they asked the user something"
    AHEAD = "their talk is going to tell something"
    BEGAN = "they began something"
    COUNTED = "they counted something"
    ASKED = "they asked people something"
    SEARCHED = "they looked for something"
    LOST = "they failed or lost something"
    MISHAP = "something went wrong"
    CHANGED = "they changed something"
    FOUND = "they found something"
    LEARNED = "they learned something"
    MADE = "they did something once"
    ROUTINE = "they do something each day, or at its hour"
    HABIT = "they do something in a way of their own"
    CRAFT = "they make something"
    DECIDES = "they decide something, again and again"
    TERMS = "they take, charge or allow so much and no more"
    RUNS = "they have charge of something"
    THEIRS = "somebody of theirs does something"
    USED_TO = "they did something for a time"
    BELIEF = "they hold something to be true"
    PLAN = "they want to do something"
    NEEDS = "they want to have something"
    PROBLEM = "something is in the way"
    DONE = "something was done"
    TURNED_OUT = "something proved to be so"
    SHIFTED = "a figure went up or down"
    FIGURE = "so many of so many did"
    HAPPENED = "something happened"
    OWNED = "they have or are something"
    CARES = "they care about something"
    HOLDS = "something is so"


_SUBORDINATE = re.compile(
    r",? (?:so that|because|since|whether|before|after|until|while|when|where|which|who|that|whose)\b"
)
_YOU = re.compile(
    r"^(?:(?:in|at|on|last|for|after|before|each|every|over|since|during|within) [^,]{2,40},? |[A-Z]\w+ )?you\b",
    re.IGNORECASE,
)
_PAST = (
    (FactKind.COUNTED, re.compile(r"\b(?:counted|measured|wrote down|tallied|timed|weighed)\b")),
    (
        FactKind.LOST,
        re.compile(
            r"\b(?:lost|failed|ruined|broke|fell|collapsed|burned|burnt|flooded|cracked|missed|cried|sank|died|stolen|"
            r"crashed|melted|tore|injured|went wrong|gave up|ate|sent \w+ back|switched off|called off|turned down|"
            r"rejected)\b"
        ),
    ),
    (
        FactKind.CHANGED,
        re.compile(
            r"\b(?:replaced|stopped|swapped|switched|moved|left|closed|sold|quit|changed|dropped|gave away|banned|"
            r"turned [\w ]+ into|cut|stepped (?:back|down)|handed [\w ]+ to)\b"
        ),
    ),
    (FactKind.ASKED, re.compile(r"\b(?:asked|interviewed|surveyed|polled)\b")),
    (FactKind.SEARCHED, re.compile(r"\b(?:opened|searched|dug|looked (?:for|through)|hunted)\b")),
    (FactKind.FOUND, re.compile(r"\b(?:found|discovered|noticed|spotted|came across)\b")),
    (FactKind.BEGAN, re.compile(r"\b(?:started|began|became|joined|took over|founded|set up|launched)\b")),
    (FactKind.LEARNED, re.compile(r"\b(?:learned|learnt|trained|studied)\b")),
    (FactKind.BOUGHT, re.compile(r"\b(?:paid|bought)\b")),
)
_BELIEF = re.compile(
    r"^you (?:\w+ly |now |still |also )?(?:think|thought|believe|trust|distrust|doubt|prefer|hold that|swear|"
    r"find that|feel that)\b"
)
_PLAN = re.compile(
    r"^you (?:\w+ly |now |still |also )?(?:want|plan|hope|intend|are going|are looking|would like|will|dream|wish)\b"
)
_WANTS_A_THING = re.compile(r"^you (?:\w+ly |now |still |also )?(?:want|wish for|would like) (?!to\b|us to\b|me to\b)")
_PROBLEM = re.compile(
    r"\b(?:your (?:\w+ )?(?:worry|problem|trouble|fear) (?:is|was)|cannot|can't|could not|struggle|worry|"
    r"^you(?:r \w+)? (?:now |still |also )?(?:needs?|lacks?|fears?|asks? for|looks? for|are looking for|"
    r"search(?:es)? for|miss)\b|agree on nothing|does not|do not|is missing|"
    r"too (?:few|late|little|slow|expensive))\b"
)
_OWNED = re.compile(r"^you (?:now |still |also |already )?(?:have|are|own|live|work)\b(?! not\b)")
_ROUTINE = re.compile(
    r"\b(?:(?:each|every) (?:day|morning|evening|night|week|month|year|spring|summer|autumn|winter|monday|tuesday|"
    r"wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|"
    r"november|"
    r"december|christmas|season)|at \d\d?:\d\d|at (?:dawn|night|noon)|on a \w+ (?:call|shift)|"
    r"for (?:\w+ ){1,2}(?:minutes|hours)|always|still)\b",
    re.IGNORECASE,
)
_HAVE_DONE = re.compile(
    r"^you have (?:the |your )?[a-z]+ (?P<verb>[a-z]+) (?:on|in|with|at|to|into|the|a|an|it|them|for)\b"
)
_SHIFTED = re.compile(
    r"\b(?:went|fell|fallen|rose|risen|dropped|grew|grown|shrank|climbed|sank|came|is|are) "
    r"(?:down |up |back )?(?:from \S+ to|to \w+ an?|by \w+ per) |"
    r"\b(?:halved|doubled|tripled)\b"
)
_AT_WORK = (
    (
        FactKind.PLAN,
        re.compile(
            r"^you (?:move|visit|go|travel|come|fly|leave|retire|open|start|marry|return)\b.* "
            r"(?:in|on|next|from) (?:\d+ )?(?:January|February|March|April|May|June|July|August|September|October|"
            r"November|December|week|month|year|spring|summer|autumn|winter)\b"
        ),
    ),
    (FactKind.SKILL, re.compile(r"^you (?:also |now |still )?(?:speak|play|sing|dance|coach|conduct|teach|study)\b")),
    (FactKind.KNOWS, re.compile(r"^you (?:also )?(?:know|knew) (?:my|our|[A-Z])")),
    (FactKind.DECIDES, re.compile(r"^you (?:\w+ly )?(?:decide|judge|choose|select|pick)\b")),
    (FactKind.TERMS, re.compile(r"^you (?:only |now |still |never )?(?:take|accept|charge|close|open|allow)\b")),
    (
        FactKind.RUNS,
        re.compile(
            r"^you (?:now |still |also )?(?:run|lead|manage|cover|handle|head|chair|look after|serve|organi[sz]e|host|"
            r"edit|supervise|maintain|coordinate)\b"
        ),
    ),
    (
        FactKind.CRAFT,
        re.compile(
            r"^you (?:now |still |also )?(?:make|grow|build|brew|bake|weave|dye|print|mend|repair|carve|knit|cast|"
            r"forge|roast|ferment|spin|distil|restore|glaze|freeze|breed|raise|smoke)\b"
        ),
    ),
)
"""What they do in the present, by its verb."""
_FIGURE = re.compile(
    r"^(?:of|out of|among) (?:the |your |my |our )?\S+ [a-z]+(?: [a-z]+)?,? (?:most|half|\d+|only \w+|all but)\b|"
    r"^(?:\d+|one|two|three|four|five|six|seven|eight|nine) (?:out )?of (?:the |your )?(?:\d+|ten|twenty|hundred)\b",
    re.IGNORECASE,
)
_KNEW = re.compile(r"\b(?:knew|could|believed|thought|understood|remembered)\b")
"""How somebody or something was, which one finds out, and no event."""
_BEING = re.compile(r"\b(?:was|were)(?: not| never)?(?P<next> [a-z]+)?")


def kind_of(told: str) -> FactKind:
    """The kind of a fact that is turned to the person and begins small, as `clause` gives it."""
    bare = WRITTEN.sub("", TOLD.sub("", about_them(told))).strip(" ,:")
    main = _SUBORDINATE.split(bare, maxsplit=1)[0] or bare
    theirs = bool(_YOU.match(main))
    if special := _by_its_form(told, bare) or _by_its_words(bare, main):
        return special
    if _FIGURE.match(bare):
        return FactKind.FIGURE
    if in_the_past(main) if theirs else in_the_past_of_all(main):
        return _of_the_past(main, theirs=theirs)
    if theirs and _OWNED.match(main) and not _lets_do(main):
        return FactKind.OWNED
    if theirs:
        at_work = next((kind for kind, verb in _AT_WORK if verb.match(main)), FactKind.HABIT)
        return FactKind.ROUTINE if at_work is FactKind.HABIT and _ROUTINE.search(main) else at_work
    return FactKind.THEIRS if _does_something(main) else FactKind.HOLDS


def _by_its_words(bare: str, main: str) -> FactKind | None:
    """The kinds that a verb or a phrase tells: a belief, a plan, a problem, what they used to do."""
    if re.search(r"\byou used to\b", main):
        return FactKind.USED_TO
    if _WANTS_A_THING.match(bare):
        return FactKind.NEEDS
    for kind, pattern in ((FactKind.BELIEF, _BELIEF), (FactKind.PLAN, _PLAN), (FactKind.PROBLEM, _PROBLEM)):
        if pattern.search(main if kind is FactKind.PROBLEM else bare):
            return kind
    return FactKind.BUSY if _BUSY.match(main) else None


_TOGETHER = re.compile(
    r"^we\b|^you (?:[a-z]+ )?(?:let|made|caught|pulled|helped|took|showed|taught|gave|drove|lent|beat) (?:me|us)\b"
)
_ADMIRED = re.compile(
    r"\b(?:impressed me|brilliant|wonderful|superb|stunning|lovely|the best|cleverest|beautiful|delicious|excellent|"
    r"moved me|a joy|made (?:me|us|everyone|everybody) laugh|gave me goosebumps|crystal clear|gracious|patient)\b"
)
_BUSY = re.compile(
    r"^you are (?:now |still |currently )?(?!going\b|looking\b|hearing\b|missing\b|willing\b)[a-z]+ing\b"
)
_REACTED = re.compile(
    r"^you (?:\w+ly )?(?:laughed|smiled|nodded|cried|wept|sighed|shrugged|grinned|hated|loved|liked|tried|visited|"
    r"came|"
    r"sat|stayed|waited)\b(?! (?:\d|first|second|third|last))"
)
_TRIED = re.compile(
    r"^I (?:tried|played|tasted|used|read|cooked|baked|watched|heard|saw|visited|drank|ate|wore|liked|"
    r"loved) .*\byour\b"
)
_MISSED = re.compile(r"^I (?:missed|have(?:n['’]t| not)|did(?:n['’]t| not)|could(?:n['’]t| not)) .*\byour?\b")
_AGREED = re.compile(r"^we (?:both |all )?(?:agreed|decided|concluded)\b")
_WITH_ME = re.compile(r"^you (?:sat|walked|waited|stayed|danced|sang|ate|worked|drove) [^,;]*\bwith (?:me|us)\b")
_RULED_OUT = re.compile(r"(?:never|always|don['’]t|do not) [a-z]+\b")
"""How advice begins that leaves no choice: "never bring a form to the first visit"."""
_NEVER = re.compile(
    r"^you (?:don['’]t|do not|never|won['’]t|can['’]t|no longer|are not|aren['’]t|"
    r"(?:use|eat|take|drink|sell|buy|wear) no)\b"
)
_DISLIKES = re.compile(
    r"^you (?:[^,;.:]+ and )?(?:\w+ly |also |still )?(?:hate|dislike|resent|(?:don['’]t|do not) (?:like|love|enjoy)|"
    r"cannot stand|can['’]t stand|are (?:tired|sick) of)\b"
)
_OWED = re.compile(
    r"^I (?:also |have |had )?(?:(?:promised|offered|agreed|owe|still owe)\b|(?:said|told you) (?:that )?I(?:['’]d|"
    r"['’]ll| would| will| could)\b|"
    r"(?:will|shall|['’]ll) (?:send|write|bring|lend|give|show|introduce|ask|call|look|share|forward|find)\b)"
)
_PROMISED = re.compile(
    r"^you (?:\w+ly |also |have |had )?(?:promised|offered|agreed to|owe (?:me|us)|(?:said|"
    r"told me) (?:that )?you(?:['’]d|['’]ll| would| will))\b"
)
_OFFERS = re.compile(
    r"^you (?:[^,;.:]+ and )?(?:would|could|might|will|can) (?:also |gladly )?"
    r"(?:lend|give|share|show|help|introduce|bring|send|let|host|donate|take|come|join|teach|try|test|look)\b"
)
_HELPED = re.compile(
    r"^you (?:\w+ly )?(?:answered|explained|helped|advised|fixed|repaired|checked|corrected|translated|found) "
    r"(?:me|us|my|our)\b"
)
_WONDERED = re.compile(r"^you (?:[^,;.]+ and )?asked (?:me|us|how|what|why|whether|if|where|when|who|about)\b")


def _by_its_form(told: str, bare: str) -> FactKind | None:
    """The kinds that the form of a sentence tells, whatever its verb."""
    first = bare.partition(" ")[0]
    a_deed = first in forms(first).get("VERB", ()) and not {"NOUN", "ADJ"} & forms(first).keys()
    forms_of = (
        (FactKind.OWED, bool(_OWED.match(told))),
        (FactKind.PROMISED, bool(_PROMISED.match(told) or _PROMISED.match(bare))),
        (FactKind.AHEAD, told.startswith("you will ") and bool(announced(told))),
        (FactKind.COMMON, told.startswith(("we both ", "we all "))),
        (FactKind.MISSED, bool(_MISSED.match(told))),
        (FactKind.TRIED, bool(_TRIED.match(told))),
        (FactKind.AGREED, bool(_AGREED.match(told))),
        (FactKind.SHARED, told.startswith("I ") or bool(_WITH_ME.match(bare))),
        (FactKind.SAYING, own_saying(told) or their_words(told)),
        (FactKind.ADVICE, bare != told and (a_deed or bool(_RULED_OUT.match(bare)))),
        (FactKind.DISLIKES, bool(_DISLIKES.search(bare))),
        (FactKind.OFFERS, bool(_OFFERS.search(bare))),
        (FactKind.HELPED, bool(_HELPED.match(bare))),
        (FactKind.NEVER, bool(_NEVER.match(bare))),
        (FactKind.TIE, tie_in(told)),
        (FactKind.CARES, bare.startswith("you care about ")),
        (FactKind.WONDERED, bool(_WONDERED.match(bare))),
        (FactKind.REACTED, bool(_REACTED.match(bare))),
        (FactKind.SHARED, bool(_TOGETHER.match(bare))),
        (FactKind.ADMIRED, bool(_ADMIRED.search(bare) and re.search(r"\byour?\b", bare))),
    )
    return next((kind for kind, fits in forms_of if fits), None)


def _of_the_past(main: str, *, theirs: bool) -> FactKind:
    """By the first verb that says more than that something was."""
    places = {kind: found.start() for kind, pattern in _PAST if (found := pattern.search(main))}
    if theirs:
        return (
            FactKind.LOST
            if FactKind.LOST in places
            else min(places, key=lambda kind: places[kind], default=FactKind.MADE)
        )
    if _SHIFTED.search(main):
        return FactKind.SHIFTED
    if FactKind.LOST in places:
        return FactKind.MISHAP
    if being := _BEING.search(main):
        word = (being["next"] or "").strip()
        bases = forms(word).get("VERB", ())
        done = bool(bases) and word not in bases and word.endswith(("ed", "en"))
        return FactKind.DONE if done else FactKind.TURNED_OUT
    return FactKind.TURNED_OUT if _KNEW.search(main) else FactKind.HAPPENED


def _lets_do(main: str) -> bool:
    """ "You have children blow on a ball": what others do because of them, not what they own."""
    found = _HAVE_DONE.match(main)
    verb = found["verb"] if found else ""
    return verb in forms(verb).get("VERB", ())


def _does_something(main: str) -> bool:
    """Whether people of theirs act ("your aunt counts rows"), and not a thing that merely is."""
    return bool(re.match(r"your \w+", main)) and not re.match(r"your (?:\w+ ){1,3}(?:is|are|was|were)\b", main)


# ------------------------------------------------------------------ the thing that is numbered
class Counted(NamedTuple):
    """ "14 stops": how many, and the plural noun with what stands before it."""

    number: str
    things: str


_WORDS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety"
).split()
_NUMBER = rf"(?:\d[\d,.]*|{'|'.join(_WORDS)})"
_COUNTED = re.compile(
    rf"\b(?P<number>{_NUMBER})(?: of (?:your |the |{_NUMBER} ))? (?P<things>(?:[a-z]+ ){{0,2}}?[a-z]+s)\b"
)
_UNITS = frozenset(
    """minutes seconds hours days weeks months years decades metres meters kilometres kilometers miles degrees euros
    dollars pounds francs tonnes tons grams kilos percent cents times steps words others minutes pages lines plus
    litres acres hectares this is was has its as us always less lots""".split()
)
_CROWDS = frozenset(("hundred", "thousand", "million", "dozen"))
MOST = 60
"""Of more than so many things nobody can say which."""


def counted_in(told: str) -> Counted | None:
    """The first numbered things of a fact that one can point at; None for a measure, a date or a crowd of hundreds."""
    for found in _COUNTED.finditer(told):
        number, things = found["number"], found["things"]
        last = things.split()[-1]
        size = _WORDS.index(number) + 2 if number in _WORDS else int(re.sub(r"[,.]", "", number) or 0)
        if last not in _UNITS and things.split()[0] not in _CROWDS and _all_nouns(things) and 2 <= size <= MOST:
            return Counted(number, things)
    return None


def _all_nouns(things: str) -> bool:
    """Whether the words name a thing: nouns and adjectives alone, the last a plural."""
    words = things.split()
    last = forms(words[-1]).get("NOUN", ())
    fit = all({"NOUN", "ADJ"} & forms(word).keys() for word in words[:-1])
    return fit and bool(last) and words[-1] not in last
