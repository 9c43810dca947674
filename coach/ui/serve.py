"""Run the app's server, and import the slow parts while the browser is still on its way.

`python -m coach.ui.serve SCRIPT [OPTION …]` takes what `streamlit run` takes. Streamlit itself imports the page
script only when the first browser connects; by then most of the work can be done.
"""

from __future__ import annotations

import importlib
import sys
import threading

SLOW_PARTS = ("coach.bootstrap", "coach.ui.workspace", "coach.ui.views.today", "chromadb", "onnxruntime")


def _import_slow_parts() -> None:
    for name in SLOW_PARTS:
        importlib.import_module(name)


def main() -> None:
    from streamlit.web.cli import main as streamlit

    threading.Thread(target=_import_slow_parts, name="imports", daemon=True).start()
    sys.argv = ["streamlit", "run", *sys.argv[1:]]
    streamlit()


if __name__ == "__main__":
    main()
