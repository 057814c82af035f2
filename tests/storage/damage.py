"""Ways to spoil a file behind the program's back."""

import random
import sqlite3
from pathlib import Path


def change(path: Path, *statements: str) -> None:
    """Runs statements on the file as another program would."""
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def damaged(content: bytes, chance: random.Random) -> bytes:
    """The content with random bytes flipped, cut off, or zeroed."""
    spoiled = bytearray(content)
    way = chance.randrange(3)
    if way == 0:
        for _ in range(chance.choice([1, 3, 20, 300])):
            spoiled[chance.randrange(len(spoiled))] ^= chance.randrange(1, 256)
    elif way == 1:
        del spoiled[chance.randrange(len(spoiled)) :]
    else:
        start = chance.randrange(len(spoiled))
        end = min(len(spoiled), start + chance.randrange(1, 10_000))
        spoiled[start:end] = bytes(end - start)
    return bytes(spoiled)
