"""The records of all registers."""
