"""Your voice, in plain words: what was learned from your messages, and fields in which your own word wins."""

from __future__ import annotations

import re

import streamlit as st

from coach.domain.naming import first_name
from coach.domain.voice import Voice, VoiceProfile
from coach.drafting.channels import CHANNELS, greeting_for, sign_off_for
from coach.drafting.languages import LANGUAGES
from coach.errors import InputError
from coach.facade import Coach
from coach.ui import keys
from coach.ui.boundary import calm
from coach.ui.components.layout import card, esc, row, section
from coach.ui.strings import t

TONES = ("warm", "plain", "formal")
HABITS: dict[str, float | None] = {"learned": None, "always": 1.0, "never": 0.0}
"""Choices for contractions, and what each sets."""
MARKS: dict[str, float | None] = {"learned": None, "some": 0.25, "none": 0.0}
"""Choices for exclamation marks, as a share of the sentences."""


def voice(coach: Coach) -> None:
    section(t("voice.title"), t("voice.hint"))
    with card("voice"), calm():
        language = st.selectbox(
            t("follow_up.language"),
            list(LANGUAGES),
            format_func=lambda one: t(f"language.{one}"),
            key="voice.language",
            width=220,
        )
        profile = coach.voice(language)
        rows = "".join(f"<li>{esc(one)}</li>" for one in in_words(profile.learned))
        st.html(f'<ul class="reasons">{rows}</ul>')
        _form(coach, profile)
        if profile.by_hand != Voice() and st.button(t("voice.reset"), key="voice.reset", icon=":material/undo:"):
            _keep(coach, language, Voice(), t("voice.reset_done"))


def in_words(learned: Voice) -> list[str]:
    """What was learned, one plain sentence a trait."""
    if not learned.messages:
        return [t("voice.none")]
    said = [t("voice.from", messages=t.counted("draft", learned.messages))]
    openings = [*learned.greetings.values(), *learned.sign_offs.values()]
    said += [t("voice.edges", words=", ".join(t("quote", text=one) for one in openings))] if openings else []
    said += [t("voice.length", count=learned.sentence_words)] if learned.sentence_words else []
    if learned.contractions is not None:
        said.append(t("voice.contractions.said", percent=round(100 * learned.contractions)))
    if learned.exclamations is not None:
        said.append(t("voice.exclamations.said", percent=round(100 * learned.exclamations)))
    said += [t("voice.emoji.said", emoji=learned.emoji)] if learned.emoji else []
    said += [t("voice.uses.said", words=", ".join(learned.uses))] if learned.uses else []
    return said + ([t("voice.avoids.said", words=", ".join(learned.avoids))] if learned.avoids else [])


def _form(coach: Coach, profile: VoiceProfile) -> None:
    language, mine = profile.language, profile.by_hand
    with st.form(f"voice-form-{language}", border=False):
        edges = {tone: _edges(profile, tone) for tone in TONES}
        uses = st.text_input(t("voice.uses"), ", ".join(mine.uses), key=f"voice.uses.{language}", help=t("form.commas"))
        avoids = st.text_input(
            t("voice.avoids"), ", ".join(mine.avoids), key=f"voice.avoids.{language}", help=t("form.commas")
        )
        with row(f"voice-habits-{language}", align="bottom"):
            contractions = _choice("contractions", HABITS, mine.contractions, language)
            exclamations = _choice("exclamations", MARKS, mine.exclamations, language)
            words = st.number_input(
                t("voice.words"), 0, 60, mine.sentence_words or 0, key=f"voice.words.{language}", width=220
            )
        if st.form_submit_button(t("voice.save"), key=f"voice.save.{language}"):
            by_hand = Voice(
                greetings={tone: pattern for tone, (top, _) in edges.items() if (pattern := _kept(top, tone))},
                sign_offs={tone: bottom for tone, (_, bottom) in edges.items() if bottom},
                uses=_listed(uses),
                avoids=_listed(avoids),
                contractions=HABITS[contractions],
                exclamations=MARKS[exclamations],
                sentence_words=max(3, int(words)) if words else None,
            )
            _keep(coach, language, by_hand, t("voice.saved"))


def _edges(profile: VoiceProfile, tone: str) -> tuple[str, str]:
    """Greeting and sign-off of a tone; the field shows what is used while it is empty."""
    language, learned, mine = profile.language, profile.learned, profile.by_hand
    mail = CHANNELS["email"]
    usual = greeting_for(mail, name=t("voice.somebody"), tone=tone, language=language, voice=learned)
    closing = sign_off_for(mail, user="", tone=tone, language=language, voice=learned)
    with row(f"voice-{tone}-{language}", align="bottom"):
        top = st.text_input(
            t("voice.greeting", tone=t(f"tone.{tone}")),
            _shown(mine.greetings.get(tone, "")),
            key=f"voice.greeting.{tone}.{language}",
            placeholder=usual,
            help=t("voice.greeting.help", name=t("voice.somebody").split()[0]),
        )
        bottom = st.text_input(
            t("voice.sign_off", tone=t(f"tone.{tone}")),
            mine.sign_offs.get(tone, ""),
            key=f"voice.sign_off.{tone}.{language}",
            placeholder=closing,
        )
    return (top or "").strip(), (bottom or "").strip()


def _shown(template: str) -> str:
    """A greeting as it reads, to somebody."""
    name = t("voice.somebody")
    return template.replace("{first}", first_name(name)).replace("{name}", name)


_PLACE = re.compile(
    r"[{\[<]\s*(?P<marked>[^{}\[\]<>]*?)\s*[}\]>]|\b(?P<bare>(?:first[ _-]?|full[ _-]?)?name|vorname)\b", re.IGNORECASE
)
"""Where the name goes, as people mark it: `{name}`, `[First name]`, `<Vorname>`, or the bare word."""
_WHOLE = re.compile(r"full[ _-]?name|ganzer[ _-]?name|vor-? und nachname", re.IGNORECASE)
_FIRST = re.compile(r"first(?:[ _-]?name)?|vorname", re.IGNORECASE)
_EITHER = re.compile(r"(?:the |der |dein |ihr |your )?name", re.IGNORECASE)


def _kept(greeting: str, tone: str) -> str:
    """The greeting as a pattern for everybody. Raises InputError for a place that no name can go to."""
    name = t("voice.somebody")

    def filled(found: re.Match[str]) -> str:
        said = found["marked"] if found["marked"] is not None else found["bare"]
        if _WHOLE.fullmatch(said) or (_EITHER.fullmatch(said) and tone == "formal"):
            return "{name}"
        if _FIRST.fullmatch(said) or _EITHER.fullmatch(said):
            return "{first}"
        raise InputError(
            t("voice.greeting.place", greeting=greeting, place=found[0]),
            t("voice.greeting.place.step", name=first_name(name)),
        )

    shown = greeting.strip().replace(name, "{full name}")
    shown = re.sub(rf"(?<!\w){re.escape(first_name(name))}(?!\w)", "{first name}", shown)
    return _PLACE.sub(filled, shown)


def _choice(name: str, values: dict[str, float | None], now: float | None, language: str) -> str:
    current = next((key for key, value in values.items() if value == now), next(iter(values)))
    return str(
        st.selectbox(
            t(f"voice.{name}"),
            list(values),
            index=list(values).index(current),
            format_func=lambda one: t(f"voice.habit.{one}"),
            key=f"voice.{name}.{language}",
            width=220,
        )
    )


def _listed(words: str | None) -> tuple[str, ...]:
    return tuple(one.strip() for one in (words or "").split(",") if one.strip())


def _keep(coach: Coach, language: str, by_hand: Voice, said: str) -> None:
    coach.keep_voice(language, by_hand)
    for key in [one for one in st.session_state if str(one).startswith("voice.") and str(one) != "voice.language"]:
        keys.drop(str(key))
    keys.notice(said)
    st.rerun()
