"""Words that are replaced in many records at once."""
