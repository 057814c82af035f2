"""Files of other programs, read into one neutral form: paragraphs and tables in their order."""
