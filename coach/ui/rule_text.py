"""What rules write into the workspace stands there in English; here it is said in the language of the app.

Reasons, results of a check and cues are kept with the draft they belong to, so they cannot be put into words late:
each is known again by the sentence that the rule fills in. What no rule wrote is left as it is.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from importlib import import_module
from string import Formatter

from coach.domain.brief import Brief, PersonBrief
from coach.ui.strings import t

DAY = re.compile(r"^(Mon|Tue|Wed|Thu|Fri|Sat|Sun) (\d{1,2}) ([A-Z][a-z]+)(?=,|$)")
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = tuple("January February March April May June July August September October November December".split())
LONG = dict(zip(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"), range(7), strict=True))


def ruled(text: str) -> str:
    """A sentence of a rule in the app's language; any other text as it is."""
    for pattern, translated in _patterns(t.language):
        if found := pattern.fullmatch(text):
            values = found.groupdict()
            if "weekday" in values:
                values["weekday"] = _weekday(values["weekday"])
            return translated.format(**values)
    return text


def when(text: str) -> str:
    """Where and when to find somebody: the day in the app's language, e.g. `Do 3. Dezember, 10:00, Crane Hall`."""
    found = DAY.match(text) if t.language != "en" else None
    if found is None or found[3] not in MONTHS:
        return text
    named = {"weekday": t(f"weekday.{WEEKDAYS.index(found[1])}"), "month": t(f"month.{MONTHS.index(found[3]) + 1}")}
    return t("date.day_of_year", day=found[2], **named) + text[found.end() :]


def spoken(brief: Brief) -> Brief:
    """The brief with the words of its rules in the app's language, as it is shown and taken along."""
    return brief.model_copy(update={"people": tuple(map(_person, brief.people))})


def _person(person: PersonBrief) -> PersonBrief:
    reasons = tuple(reason.model_copy(update={"text": ruled(reason.text)}) for reason in person.reasons)
    story = person.story and person.story.model_copy(update={"cue": ruled(person.story.cue)})
    changed = {"reasons": reasons, "story": story, "where": when(person.where), "error": ruled(person.error)}
    return person.model_copy(update=changed)


def _weekday(name: str) -> str:
    return t(f"weekday.{LONG[name]}") if name in LONG else name


@functools.cache
def _patterns(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    if language == "en":
        return ()
    table: Mapping[str, str] = import_module(f"coach.ui.words.{language}.rules").GERMAN
    return tuple((_pattern(english), translated) for english, translated in table.items())


def _pattern(english: str) -> re.Pattern[str]:
    parts = [
        re.escape(words) + (f"(?P<{name}>.+?)" if name else "") for words, name, _, _ in Formatter().parse(english)
    ]
    return re.compile("".join(parts), re.DOTALL)
