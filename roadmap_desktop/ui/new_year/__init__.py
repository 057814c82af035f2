"""«Новый учебный год»: what comes into next year's file, and how its words and dates will read."""
