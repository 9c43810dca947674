"""Writing what people take along: Markdown and a one-page PDF."""
