"""A plan of one school year carried into the next: which records come, and what their words and dates become."""
