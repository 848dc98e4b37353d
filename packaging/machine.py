"""What the machine itself must have: a screen, and the libraries that Qt needs on Linux. Installs what it may."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from pathlib import Path

import steps
from steps import Stopped, say

# library -> Debian package; the bare minimum that was found in an empty Debian 12
OFFSCREEN = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libbrotlidec.so.1": "libbrotli1",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
}
SCREEN = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}


def has_screen() -> bool:
    """Tell whether a window can be shown: always on Windows and macOS, with an X or Wayland server on Linux."""
    if sys.platform != "linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def need(libraries: dict[str, str], *, pip_is_missing: bool = False) -> None:
    """See to it that the libraries can be loaded, and that there is a pip; all at once, for a person types one command.

    Raises:
        Stopped: something is missing and cannot be installed from here; the text has the command to type.
    """
    missing = [name for name in libraries if not _loads(name)] if sys.platform == "linux" else []
    if not missing and not pip_is_missing:
        return
    if shutil.which("apt-get") is None:
        names = ", ".join([*missing, *(["pip 22.3 or newer"] if pip_is_missing else [])])
        raise Stopped(f"This is missing on the machine: {names}. Install it and try again.")
    _install_packages(sorted({libraries[name] for name in missing} | ({"python3-pip"} if pip_is_missing else set())))
    still = [name for name in missing if not _loads(name)]
    if still:
        raise Stopped(f"These system libraries are still missing: {', '.join(still)}.")


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _install_packages(packages: list[str]) -> None:
    """Install Debian packages as root.

    Raises:
        Stopped: not root, or apt-get failed; the text has the command to type.
    """
    line = "apt-get install --yes --no-install-recommends " + " ".join(packages)
    if os.geteuid() != 0:
        raise Stopped(f"The system lacks some packages. Type this, then try again:\n\n    sudo {line}\n")
    say(line)
    quietly = {"DEBIAN_FRONTEND": "noninteractive"}
    if not any(Path("/var/lib/apt/lists").glob("*Packages*")):
        steps.call(["apt-get", "update", "--quiet"], quietly)
    if steps.call(line.split(), quietly) != 0:
        steps.call(["apt-get", "update", "--quiet"], quietly)  # an old list names releases that are gone
        if steps.call(line.split(), quietly) != 0:
            raise Stopped(f"apt-get failed; the command was: {line}")
