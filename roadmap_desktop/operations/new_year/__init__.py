"""«Новый учебный год»: a file for the next year made out of this year's."""
