"""Reading what people already have: programmes, contacts, notes."""
