"""The Linux libraries that Qt needs: probed, installed as root, or named with their line."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

from install_steps import Checkout, InstallError, complaint, tell

if TYPE_CHECKING:
    from collections.abc import Sequence

# Names of Debian and Ubuntu. The first list is enough to draw without a screen.
QT_LIBRARIES = (
    *("libgl1", "libegl1", "libfontconfig1", "libxkbcommon0", "libdbus-1-3"),
    *("libglib2.0-0", "libbrotli1", "fonts-dejavu-core"),
)
SCREEN_LIBRARIES = (
    *("libxkbcommon-x11-0", "libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1"),
    *("libxcb-shape0", "libwayland-cursor0"),
)
IMPORT_QT = "import PySide6.QtWidgets, PySide6.QtSvg, PySide6.QtPrintSupport"
LOAD_PLUGIN = """
import ctypes, pathlib, sys, PySide6
platforms = pathlib.Path(PySide6.__file__).parent / "Qt/plugins/platforms"
ctypes.CDLL(str(next(platforms.glob(f"lib{sys.argv[1]}*.so"))))
"""


def check_qt(checkout: Checkout) -> None:
    """Make sure that Qt finds the libraries that it needs even without a screen."""
    _need_libraries(
        [str(checkout.python), "-c", IMPORT_QT],
        [*QT_LIBRARIES, *SCREEN_LIBRARIES],
        "Il manque des bibliothèques du système à Qt.",
    )


def check_screen(checkout: Checkout) -> None:
    """Make sure that Qt can open a window on the screen of this session."""
    _need_libraries(
        [str(checkout.python), "-c", LOAD_PLUGIN, str(screen_plugin())],
        SCREEN_LIBRARIES,
        "Il manque des bibliothèques du système pour ouvrir une fenêtre.",
    )


def screen_plugin() -> str | None:
    """Return the Qt plugin of this session's screen; None without one, or if one is named."""
    if os.environ.get("QT_QPA_PLATFORM"):
        return None
    if os.environ.get("DISPLAY"):
        return "qxcb"
    return "qwayland" if os.environ.get("WAYLAND_DISPLAY") else None


def add_system_packages(packages: Sequence[str], why: str) -> None:
    """Install Debian packages as root; otherwise stop with the line to type."""
    line = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if not is_root or not shutil.which("apt-get"):
        reason = (
            f"{why}\nInstallez ce qui manque (noms de Debian et d'Ubuntu), puis relancez :\n"
            f"    sudo apt-get update && sudo {' '.join(line)}"
        )
        raise InstallError(reason)
    tell(f"{why}\n{' '.join(line)}")
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    complaint(["apt-get", "update"])  # what it knows may be enough: the next line decides
    problem = complaint(line)
    if problem:
        reason = f"apt-get n'a pas pu installer ces paquets : {problem}"
        raise InstallError(reason)


def _need_libraries(probe: Sequence[str], packages: Sequence[str], why: str) -> None:
    """Run a probe; when it fails, install these packages and run it again."""
    problem = complaint(probe)
    if not problem:
        return
    add_system_packages(packages, f"{why} ({problem})")
    problem = complaint(probe)
    if problem:
        reason = f"Qt ne démarre toujours pas : {problem}"
        raise InstallError(reason)
