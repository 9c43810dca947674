"""The language model: one LangChain chat model behind a factory, local or remote."""
