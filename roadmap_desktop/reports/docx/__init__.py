"""Blocks as a Word file. python-docx is imported here alone, and only when such a file is asked for."""
