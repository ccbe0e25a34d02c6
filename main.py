"""Start CoopDesk; from a checkout, first install everything that it needs."""

import sys
from pathlib import Path


def main() -> int:
    """Hand over to the program, or to what installs it; return the exit code."""
    root = Path(__file__).resolve().parent
    installed = Path(sys.prefix).resolve() == (root / ".venv").resolve()
    wants_tests = sys.argv[1:2] == ["test"]
    if getattr(sys, "frozen", False) or (installed and not wants_tests):
        from coopdesk.app import main as run

        return run()
    sys.path.insert(0, str(root / "packaging"))
    from bootstrap import main as install_and_run

    return install_and_run()


if __name__ == "__main__":
    raise SystemExit(main())
