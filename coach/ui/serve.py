"""Run the app's server, and import what the first page needs while the browser is still on its way.

`python -m coach.ui.serve SCRIPT [OPTION …]` takes what `streamlit run` takes. Streamlit itself imports the page
script only when the first browser connects; by then most of the work can be done.
"""

from __future__ import annotations

import gc
import os
import sys
import threading
import time

from coach.ui import imports

COLLECT_AFTER = (50_000, 20, 20)
"""Objects until a garbage collection, and younger ones until an older one (Python: 700, 10, 10).

The modules alone are several hundred thousand objects; walking through them again and again while more are imported
and pages are drawn takes longer than the garbage is worth.
"""


def keep_compiled() -> None:
    """Let Python keep what it compiles, in this process and in those that it starts.

    Where `PYTHONDONTWRITEBYTECODE` is set, as in many containers, each start would compile a thousand modules anew:
    more than half of the time until the first page.
    """
    sys.dont_write_bytecode = False
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def _without_component_packages() -> None:
    """Keep Streamlit from reading the metadata of every installed package in search of components.

    It takes half a second of the start, and the app's components are its own.
    """
    from streamlit.components.v2 import manifest_scanner

    manifest_scanner.scan_component_manifests = lambda *_, **__: []


def _import_pages() -> None:
    """The server comes first: then the browser, on another processor, can load the page's own program."""
    from streamlit.runtime import Runtime

    while not Runtime.exists():
        time.sleep(0.02)
    imports.first_page()
    imports.pages()


def main() -> None:
    gc.set_threshold(*COLLECT_AFTER)
    keep_compiled()
    from streamlit.web.cli import main as streamlit

    _without_component_packages()
    threading.Thread(target=_import_pages, name="imports", daemon=True).start()
    sys.argv = ["streamlit", "run", *sys.argv[1:]]
    streamlit()


if __name__ == "__main__":
    main()
