"""Words that are typed and not saved yet survive a reload: the browser keeps them until the workspace has them.

Streamlit learns of a text when the field is left. A reload before that, or while it is being saved, would lose it.
"""

from __future__ import annotations

import hashlib
from typing import Any

import streamlit as st

from coach.facade import Coach
from coach.ui.components.clipboard import css_name

_JS = """
const seen = (window.coachTyped ??= new Map());
const typedHere = (window.coachTypedHere ??= new Set());
const setValue = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set;

export default function ({ data }) {
  const area = () => document.querySelector(`.st-key-${CSS.escape(data.field)} textarea`);
  const known = seen.get(data.name);
  seen.set(data.name, data.field);
  const kept = localStorage.getItem(data.name);
  const done = kept !== null && kept.trim() === data.saved.trim();
  const emptied = known !== undefined && known !== data.field;
  if (done || emptied) localStorage.removeItem(data.name);
  else if (known === undefined) first(area, data, kept);
  const listen = (event) => {
    if (event.target !== area()) return;
    if (event.isTrusted) typedHere.add(data.name);
    localStorage.setItem(data.name, event.target.value);
  };
  // Streamlit takes over the text first: its own listener stands nearer to the field.
  const go = (event) => {
    if (!data.go || event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.target !== area()) return;
    setTimeout(() => document.querySelector(`.st-key-${CSS.escape(data.go)} button`)?.click(), 0);
  };
  document.addEventListener("input", listen);
  document.addEventListener("keydown", go);
  return () => {
    document.removeEventListener("input", listen);
    document.removeEventListener("keydown", go);
  };
}

function first(area, data, kept) {
  const early = area()?.value ?? "";
  if (early.trim() && early.trim() !== data.saved.trim() && kept === null) localStorage.setItem(data.name, early);
  else if (kept !== null) give(area, data.name, kept, 600);
}

// The field may be drawn late, and drawn anew while the page is still being built: it is looked after for a while.
function give(find, name, text, tries) {
  if (typedHere.has(name) || localStorage.getItem(name) !== text || !tries) return;
  const area = find();
  if (area && area.value !== text) {
    setValue.call(area, text);
    area.dispatchEvent(new Event("input", { bubbles: true }));
    area.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
  }
  setTimeout(() => give(find, name, text, area ? Math.min(tries - 1, 60) : tries - 1), 50);
}
"""


def follow(field: str, saved: Any) -> None:
    """Before a widget that saves itself is drawn: show what is saved by now, unless this session changed the widget.

    Without it a page that was left open in another tab would write its older answer over the newer one.
    """
    shown = f"{field}.shown"
    state = st.session_state
    if shown in state and state[shown] != saved and state.get(field) == state[shown]:
        state[field] = saved
    state[shown] = saved


def keep(coach: Coach, name: str, field: str, saved: str, go: str = "") -> None:
    """Keep what is typed into the text area with the widget key `field` until it equals `saved`.

    `name` stays the same over reloads; a field that comes back under another key has been emptied on purpose. `go`: the
    key of the button that Ctrl+Enter in the field presses, and Cmd+Enter.
    """
    place = hashlib.sha256(str(coach.home).encode()).hexdigest()[:12]
    mount = st.components.v2.component("coach_typed", html="<span hidden></span>", js=_JS)
    data = {"name": f"coach.{place}.{name}", "field": css_name(field), "saved": saved, "go": css_name(go)}
    mount(data=data, key=f"typed-{name}", height=0)
