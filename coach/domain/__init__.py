"""Pydantic models and pure rules. Nothing here reads a file, opens a socket or imports a vendor's library."""
