"""The table of contents: what attached files are made of."""

from sqlalchemy import Boolean, Column, Integer, LargeBinary, String, Table

from roadmap_desktop.model.base import Record

# A content is known by the SHA-256 of its bytes and never changes, so it is no record and is not journalled: the
# journal carries the hash, and the content stays as long as anything in the file, also in its history, names it.
# ``size`` is that of the bytes; ``data`` holds them, compressed by zlib where that pays; NULL: the bytes are lost, and
# known to be. It is the last column, so that the others are read without it.
content_table = Table(
    "content",
    Record.metadata,
    Column("sha256", String, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("is_compressed", Boolean, nullable=False),
    Column("data", LargeBinary),
)
