"""Keeps what the migrations make as ``database/schema.json``, which opening a file compares it with: call it after a
migration was written."""

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Writes the file."""
    sys.path.insert(0, str(ROOT))
    from roadmap_desktop.storage.own_schema import made_schema
    from roadmap_desktop.storage.schema import SCHEMA_VERSION

    kept = {"version": SCHEMA_VERSION, **made_schema(SCHEMA_VERSION)._asdict()}
    text = json.dumps(kept, ensure_ascii=False, indent=1)
    (ROOT / "database" / "schema.json").write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
