"""Documents changed by chance, as a broken stick, a careless converter and an enemy change them."""

import io
import random
import re
import zipfile
from collections.abc import Callable

_NUMBER = re.compile(rb"\d+")
_TAG = re.compile(rb"<[^<>]{1,200}>")
_ATTRIBUTE = re.compile(rb"=\"[^\"<>]{0,60}\"")
_NUMBERS = (
    b"0",
    b"-1",
    b"1",
    b"65536",
    b"1048576",
    b"4294967296",
    b"99999999999999999999",
    b"1e308",
    b"NaN",
    b"0x7f",
)
_NASTY = (
    b"", b"\0", b"\xff\xfe", b"\xed\xa0\x80", "\u202e".encode(), b"&#0;", b"&x;", b"&#1114112;", b"]]>", b"<!--",
    b"<![CDATA[", b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"<?xml version='1.0' encoding='utf-7'?>", b"../../x",
    b"<a>" * 300, b"<table><tr><td>" * 60, "х".encode() * 5000, b"1.1.1.1.1.1",
    "сентябрь 2024 ".encode() * 200, b"((((" * 500,
    "«".encode() * 300, b"\n" * 3000, b"\t" * 3000, b"|" * 3000, b"-" * 5000, b"=CMD()", b"sep=\0\n", b'"' * 999,
)  # fmt: skip

Mutation = Callable[[random.Random, bytes], bytes]


def mutated(data: bytes, seed: int) -> bytes:
    """The document changed in one to four ways, always the same for a seed."""
    chance = random.Random(seed)
    for _ in range(chance.choice((1, 1, 2, 4))):
        if data.startswith(b"PK") and chance.random() < 0.85:
            data = _repacked(chance, data)
        else:
            data = chance.choice(_OF_BYTES if chance.random() < 0.6 else _OF_TEXT)(chance, data)
    return data


def _repacked(chance: random.Random, data: bytes) -> bytes:
    """The archive with a part changed, left out, doubled, emptied or put in another's place."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except Exception:  # whatever was changed before, it is no archive any more
        return _flipped(chance, data)
    if not parts:
        return data
    # The part that holds the text is the largest, and worth most of the changes.
    names = sorted(parts, key=lambda name: -len(parts[name]))
    name = names[0] if chance.random() < 0.6 else chance.choice(names)
    way = chance.random()
    if way < 0.75:
        parts[name] = chance.choice((*_OF_TEXT, *_OF_XML, *_OF_XML))(chance, parts[name])
    elif way < 0.85:
        other = chance.choice(names)
        parts[name], parts[other] = parts[other], parts[name]
    elif way < 0.92:
        del parts[name]
    else:
        parts[name] = b""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for one, content in parts.items():
            archive.writestr(one, content)
    return file.getvalue()


def _flipped(chance: random.Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 5, 50)) if changed else 0):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _truncated(chance: random.Random, data: bytes) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _headless(chance: random.Random, data: bytes) -> bytes:
    return data[chance.randrange(min(len(data), 2000) + 1) :]


def _cut(chance: random.Random, data: bytes) -> bytes:
    start, end = _span(chance, data)
    return data[:start] + data[end:]


def _doubled(chance: random.Random, data: bytes) -> bytes:
    start, end = _span(chance, data)
    return data[:end] + data[start:end] * chance.choice((1, 2, 20)) + data[end:]


def _moved(chance: random.Random, data: bytes) -> bytes:
    start, end = _span(chance, data)
    place = chance.randrange(len(data) + 1)
    return data[:place] + data[start:end] + data[place:]


def _inserted(chance: random.Random, data: bytes) -> bytes:
    place = chance.randrange(len(data) + 1)
    return data[:place] + chance.choice(_NASTY) + data[place:]


def _span(chance: random.Random, data: bytes) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + chance.choice((1, 10, 100, 3000)))


def _other_number(chance: random.Random, data: bytes) -> bytes:
    return _replaced(chance, data, _NUMBER, _NUMBERS)


def _other_attribute(chance: random.Random, data: bytes) -> bytes:
    return _replaced(
        chance, data, _ATTRIBUTE, [b'="' + one + b'"' for one in (*_NUMBERS, b"", b"true", b"x", b"\xd1\x8f")]
    )


def _lost_tag(chance: random.Random, data: bytes) -> bytes:
    return _replaced(chance, data, _TAG, (b"",))


def _other_tag(chance: random.Random, data: bytes) -> bytes:
    tags = _TAG.findall(data)
    return _replaced(chance, data, _TAG, tags) if tags else data


def _nested(chance: random.Random, data: bytes) -> bytes:
    """A tag over and over, so that elements stand within one another."""
    tags = list(_TAG.finditer(data))
    if not tags:
        return data
    found = chance.choice(tags)
    return data[: found.start()] + found[0] * chance.choice((2, 50, 400)) + data[found.end() :]


def _replaced(chance: random.Random, data: bytes, pattern: re.Pattern[bytes], others: object) -> bytes:
    found = list(pattern.finditer(data))
    for _ in range(chance.choice((1, 1, 4)) if found else 0):
        one = chance.choice(found)
        data = data[: one.start()] + chance.choice(list(others)) + data[one.end() :]  # type: ignore[call-overload]
    return data


_OF_BYTES: tuple[Mutation, ...] = (_flipped, _flipped, _truncated, _headless, _cut, _doubled, _moved)
_OF_TEXT: tuple[Mutation, ...] = (_inserted, _cut, _doubled, _moved, _other_number, _other_number)
_OF_XML: tuple[Mutation, ...] = (_other_attribute, _lost_tag, _other_tag, _nested)
