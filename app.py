"""The page router of the app: `streamlit run app.py`, or `coach app`."""

from coach.ui.frame import draw

draw()
