"""Reading and pressing what is on the screen of an app under test."""

from __future__ import annotations

import time

from streamlit.testing.v1 import AppTest

from coach.ui import workspace


def finish(app: AppTest, *name: str, seconds: float = 30) -> AppTest:
    """Wait until the job of that name has ended, then draw the page as its poll would."""
    until = time.monotonic() + seconds
    while (job := workspace.jobs().find(*name)) is not None and job.running and time.monotonic() < until:
        time.sleep(0.05)
    return app.run()


def words(app: AppTest) -> str:
    """All that is on the screen, in one string: markup of `st.html` included."""
    parts = [str(getattr(one, "value", "")) for one in app.main if one.type != "html"]
    html = [body for one in app.get("html") if not (body := str(one.proto.body)).startswith("<style")]
    return "\n".join([*parts, *html])


def press(app: AppTest, label: str, key: str = "") -> AppTest:
    """Press the button with that label (or key); what is read out beside the label does not count."""
    for button in app.button:
        if (key and button.key == key) or (not key and button.label.partition(" :gray[")[0] == label):
            return button.click().run()
    raise AssertionError(f"no button {label or key!r} among {[one.label for one in app.button]}")
