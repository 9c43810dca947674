"""Two things that only the browser can do: put text on the clipboard, and count characters while you type."""

from __future__ import annotations

import streamlit as st

from coach.ui.strings import t

_COPY_JS = """
export default function ({ data, parentElement }) {
  const button = parentElement.querySelector("button");
  const say = parentElement.querySelector("[role=status]");
  button.textContent = data.label;
  button.onclick = async () => {
    try { await navigator.clipboard.writeText(data.text); say.textContent = data.done; }
    catch { say.textContent = data.failed; }
    setTimeout(() => { say.textContent = ""; }, 4000);
  };
}
"""
_COPY_CSS = """
.copy { display: flex; align-items: center; gap: .6rem; min-height: 2.5rem;
  font-family: var(--st-font); font-size: .875rem; }
button { font: inherit; cursor: pointer; padding: .45rem 1rem; border-radius: 999px; color: var(--st-text-color);
  background: var(--st-secondary-background-color); border: 1px solid var(--st-border-color); }
button:hover { border-color: var(--st-primary-color); color: var(--st-primary-color); }
button:focus-visible { outline: 3px solid var(--st-primary-color); outline-offset: 2px; }
[role=status] { font-size: .9rem; color: var(--st-text-color); }
"""
_COUNT_JS = """
export default function ({ data, parentElement }) {
  const out = parentElement.querySelector("output");
  const area = () => document.querySelector(`.st-key-${CSS.escape(data.field)} textarea`);
  const show = (text) => {
    const words = (text.match(/\\S+/g) || []).length;
    const characters = [...text].length;
    out.textContent = data.limit ? data.with_limit.replace("{n}", characters).replace("{limit}", data.limit)
      .replace("{words}", words) : data.plain.replace("{n}", characters).replace("{words}", words);
    out.classList.toggle("over", Boolean(data.limit) && characters > data.limit);
  };
  const listen = (event) => { if (event.target === area()) show(event.target.value); };
  document.addEventListener("input", listen);
  show(area()?.value ?? data.text);
  return () => document.removeEventListener("input", listen);
}
"""
_COUNT_CSS = """
output { display: block; font-family: var(--st-font); font-size: .9rem; color: var(--st-text-color); opacity: .8; }
output.over { color: var(--st-red-color); opacity: 1; font-weight: 600; }
"""


def copy_button(text: str, key: str) -> None:
    """Copy `text` as it is."""
    mount = st.components.v2.component(
        "coach_copy",
        html='<div class="copy"><button type="button"></button><span role="status"></span></div>',
        css=_COPY_CSS,
        js=_COPY_JS,
    )
    data = {"text": text, "label": t("copy.label"), "done": t("copy.done"), "failed": t("copy.failed")}
    mount(data=data, key=f"copy-{key}", width="content")


def live_count(field: str, text: str, limit: int | None, key: str) -> None:
    """Characters and words of the text area with the widget key `field`, against the channel's limit."""
    mount = st.components.v2.component(
        "coach_count", html='<output aria-live="polite"></output>', css=_COUNT_CSS, js=_COUNT_JS
    )
    data = {
        "field": css_name(field),
        "text": text,
        "limit": limit or 0,
        "with_limit": t.raw("counter.with_limit"),
        "plain": t.raw("counter.plain"),
    }
    mount(data=data, key=f"count-{key}")


def css_name(key: str) -> str:
    """The class part that Streamlit makes of a widget key: all but letters, digits, `_` and `-` becomes `-`."""
    return "".join(
        letter if (letter.isalnum() and letter.isascii()) or letter in "_-" else "-" for letter in key.strip()
    )
