"""How Streamlit is set up for this app, in one place: a checkout reads it from `.streamlit/config.toml`, an installed
`coach app` passes the same options as flags. A test keeps the two equal.
"""

from __future__ import annotations

import json
from pathlib import Path

Value = str | int | bool | list[str] | list[int]

OPTIONS: dict[str, Value] = {
    "browser.gatherUsageStats": False,
    "client.toolbarMode": "minimal",
    "client.showErrorDetails": "none",
    "client.showErrorLinks": False,
    "logger.hideWelcomeMessage": True,
    "runner.magicEnabled": False,
    "runner.postScriptGC": False,
    "server.address": "127.0.0.1",
    "server.fileWatcherType": "none",
    "server.maxUploadSize": 60,
    "server.showEmailPrompt": False,
    "theme.font": "sans-serif",
    "theme.headingFont": "serif",
    "theme.baseFontSize": 16,
    "theme.baseRadius": "0.75rem",
    "theme.buttonRadius": "full",
    "theme.headingFontSizes": ["2.125rem", "1.5rem", "1.2rem", "1.05rem", "1rem", "1rem"],
    "theme.headingFontWeights": [600, 600, 600, 600, 600, 600],
    "theme.showWidgetBorder": True,
    "theme.linkUnderline": True,
    "theme.paddingTop": "2rem",
    "theme.paddingBottom": "5rem",
    "theme.light.primaryColor": "#0f665a",
    "theme.light.backgroundColor": "#fbfaf7",
    "theme.light.secondaryBackgroundColor": "#ffffff",
    "theme.light.textColor": "#1d2a2c",
    "theme.light.linkColor": "#0f665a",
    "theme.light.borderColor": "#dcd8ce",
    "theme.light.orangeColor": "#a04e0b",
    "theme.light.redColor": "#a62b2b",
    "theme.light.sidebar.backgroundColor": "#f2efe8",
    "theme.light.sidebar.secondaryBackgroundColor": "#e6e2d8",
    "theme.light.sidebar.borderColor": "#e2ddd2",
    "theme.dark.primaryColor": "#6ec9b4",
    "theme.dark.backgroundColor": "#14191b",
    "theme.dark.secondaryBackgroundColor": "#1d2427",
    "theme.dark.textColor": "#e9ece9",
    "theme.dark.linkColor": "#84d6c3",
    "theme.dark.borderColor": "#354044",
    "theme.dark.orangeColor": "#f0b06a",
    "theme.dark.redColor": "#f09a90",
    "theme.dark.sidebar.backgroundColor": "#101516",
    "theme.dark.sidebar.secondaryBackgroundColor": "#1f282b",
    "theme.dark.sidebar.borderColor": "#242d30",
}
"""Streamlit's own option names. Streamlit ships Source Sans and Source Serif, so no font comes from outside.

No forced garbage collection after each run: with everything imported it takes longer than drawing a page.

The welcome is hidden since an advertisement comes with it, over every page; `coach app` says the address itself.

Contrast ratios (WCAG 2.2, text on background): ink on paper 13.8, accent on paper 6.5; dark: 15.0 and 9.2.
"""


def script_path() -> Path:
    """`app.py`: beside the package in a checkout, inside it in an installed wheel."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "app.py"
    return inside if inside.is_file() else package.parent / "app.py"


def flags(**more: Value) -> list[str]:
    """The options as command-line flags of `streamlit run`. `more` overrides or adds, with `__` for a dot."""
    chosen = {**OPTIONS, **{name.replace("__", "."): value for name, value in more.items()}}
    return [f"--{name}={_plain(value)}" for name, value in chosen.items()]


def _plain(value: Value) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return json.dumps(value) if isinstance(value, list) else str(value)


def config_toml() -> str:
    """The options as the text of `.streamlit/config.toml`, one table a section."""
    sections: dict[str, list[str]] = {}
    for name, value in OPTIONS.items():
        section, option = name.rsplit(".", 1)
        sections.setdefault(section, []).append(f"{option} = {json.dumps(value)}")
    head = "# Made from coach/ui/streamlit_options.py by `python -m coach.ui.streamlit_options`: change it there.\n"
    return head + "".join(f"\n[{section}]\n" + "\n".join(lines) + "\n" for section, lines in sections.items())


if __name__ == "__main__":
    (Path(__file__).resolve().parents[2] / ".streamlit" / "config.toml").write_text(config_toml(), encoding="utf-8")
