"""The sentences of a German message by rule, from German notes: what stayed, a promise, an offer, a wish, a question.

A small model's German is not fit to be sent: it slips into English and turns promises round. The notes' own words can
be said to the reader by rule, where they are built plainly; where they are not, a catchword of them can be named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from coach.domain.brief import Line
from coach.domain.checking.language import reads_as_english
from coach.domain.evidence import Evidence
from coach.domain.models import Kind
from coach.domain.naming import sex_by_title
from coach.domain.quoting import quotable
from coach.domain.text import stems
from coach.drafting.angles import Rarity
from coach.drafting.german_address import said_to, to_the_reader
from coach.drafting.german_lines import catchwords, german_offer, german_promise
from coach.drafting.german_told import also, stayed, told_in_notes
from coach.drafting.languages import addressed
from coach.drafting.lines import grounded_lines, raw_line
from coach.drafting.statements import varied

_CATCHWORD = ("Ein Stichwort ist mir geblieben: {word}.", "Ich habe mir ein Stichwort gemerkt: {word}.")
_ON = ("Was ist seither daraus geworden?", "Wie ging es damit weiter?", "Wie geht es damit voran?")
_AFTER_A_PROMISE = ("Gibt es etwas, das ich noch dazulegen soll?", "Passt {dir|Ihnen} das so?")
_AFTER_THANKS = ("{Brauchst du|Brauchen Sie} dafür etwas von mir?", "Was kann ich dafür vorbereiten?")
_AFTER_AN_OFFER = ("Wäre das etwas für {dich|Sie}?", "Würde {dir|Ihnen} das helfen?")
_TO_DO = re.compile(r"\bzu [a-zäöüß]\w*en$|\w(?:zu)\w+en$")
_INFINITIVE = re.compile(r"(?<!\w)[a-zäöüß]\w*(?:en|ern|eln)$")
_FIRST_PERSON = re.compile(r"^[Ii]ch (?P<what>.+)$")
_DAY = re.compile(
    r"\s*\b(?:heute|morgen|übermorgen|(?:bis|am)(?: zum)? (?:nächste\w* |kommende\w* )?\w+tag|"
    r"(?:in der )?nächste\w* Woche)\b"
)
_GIVES = re.compile(r"\b(?:schick|send|mail|geb|gib|zeig|leih|bring|schreib|vorstell|weiterleit)\w*$")
_WEEKDAYS = "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split()
_MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()


def german_message(
    evidence: Sequence[Evidence], names: Sequence[str], intent: str, facts: Mapping[str, Any], today: date, most: int
) -> dict[str, Line]:
    """At most so many sentences by their place in a message, each of which passes its check; empty where nothing can be
    said. `names`: all names of the reader; `facts["address"]`: "du" or "Sie"."""
    address, key = str(facts.get("address", "du")), str(facts.get("person", ""))
    raw: dict[str, dict[str, Any]] = {}
    for slot, what, label in _promises(evidence, address, today):
        raw.setdefault(slot, raw_line(what, label))
    told = told_in_notes(evidence, names, address, [one["text"] for one in raw.values()])
    if told:
        raw["memory"] = raw_line(stayed(told[0][0], key), told[0][1])
    elif not raw and not intent.strip():
        own = [one for one in evidence if not reads_as_english(quotable(one.text))]
        words = (one for one in catchwords(own, Rarity()) if not _of_their_work(one[0], evidence))
        if word := next(words, None):
            raw["memory"] = raw_line(varied(_CATCHWORD, 0, key).format(word=word[0]), word[1])
    if intent.strip() and not reads_as_english(intent):
        raw["ask"] = raw_line(_wished(intent, address))
    lines = {slot: line for slot, one in raw.items() for line in grounded_lines([one], evidence, facts)}
    if "keep" not in lines and (offer := german_offer(evidence, facts)):
        lines["give"] = offer
    if len(lines) < most - 1 and "ask" not in lines and len(told) > 1:
        more = raw_line(also(told[1][0], key), told[1][1])
        lines.update(zip(("detail",), grounded_lines([more], evidence, facts), strict=False))
    if lines and "ask" not in lines and len(lines) < most:
        lines["next"] = Line(text=addressed(varied(_closing(lines), 0, key), address))
    return dict(list(lines.items())[:most])


def _of_their_work(word: str, evidence: Sequence[Evidence]) -> bool:
    """Whether a word only names what the reader is, or where they work: nothing to bring back to mind."""
    return any(word in one.text for one in evidence if one.kind is Kind.PERSON)


def german_sentences(
    evidence: Sequence[Evidence], names: Sequence[str], words: str, facts: Mapping[str, Any]
) -> list[Line]:
    """What the notes tell of the reader that shares a word with `words`, said to them; what shares most comes first."""
    wanted = stems(words, "de")
    told = told_in_notes(evidence, names, str(facts.get("address", "du")))
    fitting = [(len(stems(text, "de") & wanted), text, label) for text, label in told]
    fitting = sorted((one for one in fitting if one[0]), key=lambda one: -one[0])
    return grounded_lines([raw_line(text, label) for _, text, label in fitting], evidence, facts)


def asked_about(lines: Iterable[str]) -> str:
    """The place of the sentence that a closing question comes back to."""
    return next((slot for slot in ("keep", "give", "thanks") if slot in lines), "memory")


def _closing(lines: Mapping[str, Line]) -> tuple[str, ...]:
    asked = {"keep": _AFTER_A_PROMISE, "give": _AFTER_AN_OFFER, "thanks": _AFTER_THANKS, "memory": _ON}
    return asked[asked_about(lines)]


# --------------------------------------------------------------------- promises
def _promises(evidence: Sequence[Evidence], address: str, today: date) -> list[tuple[str, str, str]]:
    """(place, sentence, label) of each open promise: of the user's and of theirs."""
    found = []
    for one in [one for one in evidence if one.kind is Kind.COMMITMENT]:
        who, _, rest = quotable(one.text).partition(": ")
        what, due = _without_due(_SAYS_SO.sub("", rest))
        what = to_the_reader(what.strip(" ."), address, sex_by_title(who))
        if who.startswith("I "):
            found.append(("keep", _kept(what, due, address, today), one.label))
        else:
            found.append(("thanks", _awaited(what, address), one.label))
    return found


_SAYS_SO = re.compile(
    r"^(?:ich )?(?:hab|habe|hat)? ?(?:ich )?(?:ihr|ihm|ihnen|mir|dir|Ihnen) (?:versprochen|zugesagt|angeboten)\s*:\s*"
    r"(?:dass )?",
    re.IGNORECASE,
)
"""`hab ihr versprochen: Kontakt zu Ben`."""
_DUE = re.compile(r"\s*\(by (\d{4}-\d{2}-\d{2})\)\s*\.?$")


def _without_due(what: str) -> tuple[str, date | None]:
    found = _DUE.search(what)
    return (what[: found.start()], date.fromisoformat(found[1])) if found else (what, None)


def _kept(what: str, due: date | None, address: str, today: date) -> str:
    """What the user promised, as something that they will do, by its day."""
    you = addressed("{dir|Ihnen}", address)
    first = _FIRST_PERSON.match(what)
    bare = _DAY.sub("", first["what"] if first else what).strip()
    day = f"{_by(due, today)} " if due and due >= today else ""
    to_them = "" if re.search(rf"\b{you}\b", bare) or not _GIVES.search(bare) else f"{you} "
    if first:
        return f"Wie versprochen: Ich {bare}."
    if _TO_DO.search(bare):
        return f"Ich denke daran, {to_them}{day}{bare}."
    if _INFINITIVE.search(bare) and len(bare.split()) > 1:
        if not to_them and bare.startswith(f"{you} "):
            return f"Wie versprochen werde ich {bare}{', ' + day.strip() if day else ''}."
        return f"Wie versprochen werde ich {to_them}{day}{bare}."
    return f"Ich schulde {you} noch {bare}." if _OWED_THING.match(bare) else german_promise(bare)


_OWED_THING = re.compile(
    r"(?:den|die|das|einen|eine|(?:mein|dein|sein|ihr|Ihr|unser)e[nr]?|ein|dein|sein|Ihr|unser|mein) "
    r"(?:[a-zäöü]+ )?[A-ZÄÖÜ]\S+"
)
"""A thing in the form in which it is owed: "einen Vortrag", "seine Tabelle"."""


def _by(due: date, today: date) -> str:
    if due - today < timedelta(days=7):
        return f"bis {_WEEKDAYS[due.weekday()]}"
    return f"bis zum {due.day}. {_MONTHS[due.month - 1]}"


def _awaited(what: str, address: str) -> str:
    """What the reader promised, as thanks."""
    who, will, your = addressed("{du willst dein|Sie wollen Ihr}", address).split()
    if _TO_DO.search(what):
        return f"Danke für {your} Angebot, {what}."
    what = re.sub(r"^(?:(?:Sie|Er|sie|er) )?(?:will|wird|möchte|kann) (?=.*\w(?:en|ern|eln)$)", "", what)
    if re.match(r"(?:Sie|Er|sie|er|du) ", what):
        turned = said_to(re.sub(r"^(?:sie|er|du|Sie) ", "Sie ", what), (), address)
        return f"Ich freue mich darauf: {turned}" if turned else ""
    if _INFINITIVE.search(what) and len(what.split()) > 1:
        return f"Danke, dass {who} {what} {will}."
    return f"Ich freue mich auf {what}." if _OWED_THING.match(what) else f"Danke für {your} Versprechen: {what}."


def _wished(intent: str, address: str) -> str:
    """What the user wants to say, in their own words, to the reader."""
    bare = to_the_reader(intent.strip().rstrip(" .!"), address)
    if bare.endswith("?"):
        return f"{bare[:1].upper()}{bare[1:]}"
    if _INFINITIVE.search(bare) and not _FIRST_PERSON.match(bare):
        return f"Ich möchte {bare}."
    return f"{bare[:1].upper()}{bare[1:]}."


def german_subject(lines: Mapping[str, Line], evidence: Sequence[Evidence]) -> str:
    """A thing of the promise, else of what stayed: one noun of the message that the notes hold; "" where there is
    none."""
    for slot in ("keep", "thanks", "memory"):
        if slot in lines:
            held = [one for one in evidence if one.label in lines[slot].labels]
            said = [one.model_copy(update={"kind": Kind.NOTE, "text": lines[slot].text}) for one in held[:1]]
            known = " ".join(one.text for one in held)
            words = [word for word, _ in catchwords(said, Rarity()) if word in known]
            if word := next((word for word in words if not word.endswith(("en", "ern", "eln"))), ""):
                return word
    return ""
