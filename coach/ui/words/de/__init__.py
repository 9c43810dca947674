"""The words in German, a module a part, as in the folder above. The reader is „du“."""
