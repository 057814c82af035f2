"""«Взять из списка»: rows of another program's list become records of a register."""
