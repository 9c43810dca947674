"""Turning briefs, drafts and reflections into something to carry along: Markdown, terminal text, a one-page PDF."""
