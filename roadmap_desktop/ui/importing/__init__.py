"""«Взять из документа»: which one, what was found in it, where it goes."""
