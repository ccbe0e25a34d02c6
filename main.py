"""Start CoopDesk; from a checkout, install everything it needs first."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent


def main() -> int:
    if getattr(sys, "frozen", False) or Path(sys.prefix).resolve() == ROOT / ".venv":
        from coopdesk.app import main as start

        return start()
    sys.path.insert(0, str(ROOT / "packaging"))
    import bootstrap

    return bootstrap.main(sys.argv[1:])


if __name__ == "__main__":
    raise SystemExit(main())
