"""Questions to reflect on in German, by rule: sentences of the notes, and what one may ask oneself about them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.domain.evidence import Evidence
from coach.domain.models import Event, Goal, Kind, ReflectionPrompt
from coach.domain.naming import first_name
from coach.domain.quoting import quotable
from coach.domain.reading.promise_words import promised_in
from coach.domain.text import sentences
from coach.drafting.languages import language_in
from coach.drafting.statements import varied

_FEELING = re.compile(
    r"\b(?:müde|nervös|Angst|stolz|froh|glücklich|traurig|einsam|allein|wütend|peinlich|geschämt|gelacht|geweint|getraut|"
    r"beste[nrs]?|schlimmste[nrs]?|geliebt|genossen|gelangweilt|Energie|Kraft|erleichtert|gefühlt|bewegt|berührt|still|"
    r"erschöpft|begeistert|wach|lebendig|schön|gefreut)\b",
    re.IGNORECASE,
)
"""Words for how a moment was."""
_OWN = re.compile(r"\b(?:ich|mich|mir|mein\w*)\b", re.IGNORECASE)
_NEED = re.compile(
    r"\b(?:sucht|braucht|fehlt|fehlen|Problem\w*|Sorge\w*|möchte|wünscht|hofft|vermisst|verloren|kommt nicht weiter|"
    r"weiß nicht|kann nicht|Schwierigkeit\w*)\b",
    re.IGNORECASE,
)
_MINE = re.compile(r"I owe (?P<name>[^:]+): (?P<what>.+?)(?:\s*\(by [^)]*\))?\.?$")
_THEIRS = re.compile(r"(?P<name>[^:]+?) owes me: (?P<what>.+?)(?:\s*\(by [^)]*\))?\.?$")
_LEAST, _MOST = 4, 27
"""Words of a sentence that a question quotes."""
_TOWARDS = ("Was ist näher gekommen, und was nicht?", "Wie weit bist du gekommen, und was hat dich gehalten?")
_ENERGY = "Hat dir das Kraft gegeben oder Kraft gekostet?"
_TOUCHED = ("Was hat das in dir berührt?", "Was hast du dabei gefühlt?", "Was davon möchtest du behalten?")
_SOMEBODY = "den Menschen dort"


def reflects_in_german(evidence: Sequence[Evidence]) -> bool:
    """Whether the notes, or the goals where there are none, are German."""
    texts = [one.text for one in evidence if one.kind is Kind.NOTE]
    return language_in(texts or [one.text for one in evidence if one.kind is Kind.GOAL]) == "de"


def german_by_rule(event: Event, goals: Sequence[Goal], evidence: Sequence[Evidence]) -> list[ReflectionPrompt]:
    """As `by_rule` does in English: energy, giving, what it touched, whom to ask next time, the goal, what was new,
    belonging."""
    told = _told(evidence)
    energy = _taken(told, _FEELING, own=True)
    giving = _giving(evidence, told)
    moved, again, new = (_taken(told) for _ in range(3))
    who = _names(evidence)
    return [
        _about(energy, _ENERGY)
        or ReflectionPrompt(text=f"Welcher Moment bei „{event.name}“ hat dir Kraft gegeben, welcher hat sie gekostet?"),
        giving or ReflectionPrompt(text=f"Was hast du dort gegeben, und was könntest du {who} noch geben?"),
        *filter(None, (_about(moved, varied(_TOUCHED, 0, event.name)),)),
        *filter(None, (_about(again, f"Was möchtest du {_of(again, who)} beim nächsten Mal dazu fragen?"),)),
        *(ReflectionPrompt(text=f"Du wolltest: „{_bare(goal.text)}“. {varied(_TOWARDS, 0, event.name)}",
                           labels=tuple(one.label for one in evidence if one.kind is Kind.GOAL)[:1])
          for goal in goals[:1]),
        *filter(None, (_about(new, "Was war daran neu für dich?"),)),
        ReflectionPrompt(text=f"Was möchtest du {who} sagen oder fragen, wenn ihr euch wiederseht?"),
        ReflectionPrompt(text="Was hast du gehört, woran du vorher nicht gedacht hast?"),
        ReflectionPrompt(text="Wo hast du dich zugehörig gefühlt, und wo fehl am Platz?"),
    ]  # fmt: skip


_Told = tuple[str, Evidence]


def _told(evidence: Sequence[Evidence]) -> list[_Told]:
    """Sentences of the notes that say something by themselves, from each note in turn, promises left out."""
    found = []
    for one in [one for one in evidence if one.kind is Kind.NOTE]:
        parts = [part.strip() for part in sentences(quotable(one.text))]
        fitting = (part for part in parts if _LEAST <= len(part.split()) <= _MOST and "?" not in part)
        found.append([(part, one) for part in fitting if promised_in(part) is None])
    longest = max(map(len, found), default=0)
    return [parts[at] for at in range(longest) for parts in found if at < len(parts)]


def _taken(told: list[_Told], fitting: re.Pattern[str] | None = None, *, own: bool = False) -> _Told | None:
    """The next sentence, or the next that fits, one of the user's own first; it is asked about once."""
    there = [one for one in told if fitting is None or fitting.search(one[0])]
    chosen = next((one for one in there if own and _OWN.search(one[0])), None) or next(iter(there), None)
    if chosen is not None:
        told.remove(chosen)
    return chosen


def _about(told: _Told | None, asking: str) -> ReflectionPrompt | None:
    if told is None:
        return None
    return ReflectionPrompt(text=f"„{_bare(told[0])}.“ {asking}", labels=(told[1].label,))


def _giving(evidence: Sequence[Evidence], told: list[_Told]) -> ReflectionPrompt | None:
    """How to keep a promise of the user's well; else what would help with a need; else how to make it easy for somebody
    to keep theirs."""
    for one in evidence:
        if one.kind is Kind.COMMITMENT and (owed := _MINE.match(one.text)):
            what = to_oneself(_bare(owed["what"]))
            text = f"Du hast {owed['name']} versprochen: {what}. Was könntest du dazugeben, damit es hilft?"
            return ReflectionPrompt(text=text, labels=(one.label,))
    if need := _taken(told, _NEED):
        return _about(need, f"Was könntest du {_of(need, _SOMEBODY)} geben, das hilft?")
    return _awaited(evidence)


def _awaited(evidence: Sequence[Evidence]) -> ReflectionPrompt | None:
    for one in evidence:
        if one.kind is Kind.COMMITMENT and (owed := _THEIRS.match(one.text)):
            what = to_oneself(_bare(owed["what"]))
            asked = "Wie könntest du das leichter machen, und was zurückgeben?"
            return ReflectionPrompt(text=f"{owed['name']} hat dir versprochen: {what}. {asked}", labels=(one.label,))
    return None


def to_oneself(words: str) -> str:
    """Words of a note said to whoever wrote it: "mir seine Tabelle schicken" is "dir seine Tabelle schicken"."""
    said = re.sub(r"\b(?:mir|mich)\b", lambda found: {"mir": "dir", "mich": "dich"}[found[0]], words)
    said = re.sub(r"\buns\b", "euch", said)
    return re.sub(r"\bmein(?P<end>e[mnrs]?)?\b", lambda found: f"dein{found['end'] or ''}", said)


def _of(told: _Told | None, otherwise: str) -> str:
    """Whom a sentence is about, by first name."""
    names = told[1].names if told else ()
    named = next((name for name in names if told and first_name(name) in told[0]), names[0] if len(names) == 1 else "")
    return first_name(named) if named else otherwise


def _names(evidence: Sequence[Evidence]) -> str:
    """Somebody who was there, by first name."""
    names = [name for one in evidence if one.kind in (Kind.NOTE, Kind.COMMITMENT) for name in one.names]
    return first_name(names[0]) if names else _SOMEBODY


def _bare(text: str) -> str:
    return " ".join(text.split()).rstrip(" .!")
