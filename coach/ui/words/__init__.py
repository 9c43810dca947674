"""Every word that the app shows: a module a part of the app, a table a language. No view has a sentence of its own."""
