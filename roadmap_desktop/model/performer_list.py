"""Performers as they are written in one cell."""


def split_performers(text: str) -> list[str]:
    """Performers from a list separated by commas, semicolons or lines; commas inside «…» or (…) do not separate."""
    parts, depth = [""], 0
    for character in text:
        depth += {"«": 1, "(": 1, "»": -1, ")": -1}.get(character, 0)
        if character in ",;\n" and depth <= 0:
            parts.append("")
        else:
            parts[-1] += character
    return [" ".join(part.split()) for part in parts if part.strip()]
