"""The file itself: made, opened, backed up, checked, what is attached to it."""
