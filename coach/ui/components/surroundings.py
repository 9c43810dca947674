"""What Streamlit draws by itself, in the app's language and as screen readers need it.

Its own labels are English, and its menu puts sections into a list where only entries may be. Both are mended in the
browser, as often as Streamlit draws them: whole labels by a table, and the menu by the roles of what is in it.
"""

from __future__ import annotations

import streamlit as st

from coach.ui.strings import t
from coach.ui.words import streamlit_words

_JS = """
const ATTRIBUTES = ["aria-label", "placeholder", "title", "aria-roledescription"];
const OWN = '[data-testid="stFileUploader"], [data-testid="InputInstructions"], [data-testid="stStatusWidget"], '
  + '[data-testid="stSidebarHeader"], [data-testid="stHeader"], [role="listbox"], [data-testid="stSkipLink"]';

// Streamlit leaves a label alone that it believes to be its own still: each is put back before another language comes.
let before = () => {};

export default function ({ data }) {
  before();
  const mended = new Map();
  const patterns = data.patterns.map(([from, to]) => [new RegExp(`^${from}$`), to]);
  const said = (text) => {
    const words = text.trim();
    if (Object.hasOwn(data.words, words)) return text.replace(words, data.words[words]);
    for (const [from, to] of patterns) if (from.test(words)) return words.replace(from, to);
    return text;
  };
  const attributes = (node) => {
    for (const name of ATTRIBUTES) {
      const value = node.getAttribute(name);
      if (!value || said(value) === value) continue;
      mended.set(node, { ...mended.get(node), [name]: [value, said(value)] });
      node.setAttribute(name, said(value));
    }
  };
  const texts = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode.nodeValue;
      if (said(text) !== text) walker.currentNode.nodeValue = said(text);
    }
  };
  const mend = () => {
    menu();
    for (const node of mended.keys()) if (!node.isConnected) mended.delete(node);
    if (!data.patterns.length) return;
    document.querySelectorAll(ATTRIBUTES.map((name) => `[${name}]`).join(",")).forEach(attributes);
    document.querySelectorAll(OWN).forEach(texts);
    document.querySelectorAll('body > a, .stApp > a, #root a[href^="#"]').forEach(texts);
  };
  let asked = 0;
  const soon = () => { asked ||= requestAnimationFrame(() => { asked = 0; mend(); }); };
  const watcher = new MutationObserver(soon);
  watcher.observe(document.body, {
    childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES,
  });
  mend();
  before = () => {
    watcher.disconnect();
    cancelAnimationFrame(asked);
    for (const [node, labels] of mended) {
      for (const [name, [own, ours]] of Object.entries(labels)) {
        if (node.getAttribute(name) === ours) node.setAttribute(name, own);
      }
    }
    mended.clear();
    before = () => {};
  };
  return before;
}

// The list holds sections, each with a heading and its entries: every section becomes a list of its own.
function menu() {
  for (const list of document.querySelectorAll('[data-testid="stSidebarNavItems"]')) {
    give(list, "role", "none");
    list.querySelectorAll("li").forEach((entry) => give(entry, "role", "none"));
    for (const head of list.querySelectorAll('[data-testid="stNavSectionHeader"]')) {
      const label = head.querySelector("p");
      if (!label) continue;
      label.id ||= `menu-${crypto.randomUUID()}`;
      give(head.parentElement, "role", "group");
      give(head.parentElement, "aria-labelledby", label.id);
    }
  }
}

function give(node, name, value) {
  if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}
"""


def mend() -> None:
    """Look after what Streamlit draws, for as long as the page is open."""
    words, patterns = streamlit_words(t.language)
    mount = st.components.v2.component("coach_surroundings", html="<span hidden></span>", js=_JS)
    mount(data={"words": words, "patterns": patterns}, key="surroundings", height=0)
