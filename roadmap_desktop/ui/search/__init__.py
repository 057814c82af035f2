"""Search over everything in the window."""
