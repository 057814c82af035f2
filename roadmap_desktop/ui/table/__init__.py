"""The table of any register: rows filtered, searched and sorted, as high as their texts, edited in place."""
