"""Copies of a file: made, compared, merged, summed up."""
