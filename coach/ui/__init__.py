"""The Streamlit front end, thin."""
