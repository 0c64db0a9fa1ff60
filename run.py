#!/usr/bin/env python3
"""Set vhdesk up on this machine and run it: ``python3 run.py`` for the desk, ``python3 run.py test`` for the tests.

Standard library only. Makes ``.venv``, installs exactly what ``uv.lock`` names (by hash), checks the Qt system
libraries on Debian and Ubuntu, and starts the verb. What is already in place is not done again.
"""

from __future__ import annotations

import argparse
import contextlib
import ctypes
import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "vhdesk-stamp"
WINDOWS = os.name == "nt"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")

# Shared library -> Debian package, measured on a bare machine. The first group is enough without a window.
OFFSCREEN = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libbrotlidec.so.1": "libbrotli1",
}
WINDOW = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libcups.so.2": "libcups2",
}
RENAMED = {"libglib2.0-0": "libglib2.0-0t64", "libcups2": "libcups2t64"}  # Ubuntu 24.04, Debian 13 and later


class SetupError(Exception):
    """Setting up cannot go on; the text is one sentence with the next step."""


def has_display() -> bool:
    """Return whether a window can be shown here."""
    if WINDOWS or sys.platform == "darwin":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def environment() -> dict[str, str]:
    """Return the environment for what we start: bytecode is written (start-up doubles without it)."""
    env = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    env["VIRTUAL_ENV"] = str(VENV)
    env["UV_PROJECT_ENVIRONMENT"] = str(VENV)
    env["UV_LINK_MODE"] = "copy"
    env["UV_COMPILE_BYTECODE"] = "1"
    env.setdefault("UV_HTTP_TIMEOUT", "180")
    if "PIP_CERT" in env:
        env.setdefault("SSL_CERT_FILE", env["PIP_CERT"])
    if "PIP_INDEX_URL" in env:
        env.setdefault("UV_DEFAULT_INDEX", env["PIP_INDEX_URL"])
    return env


def wanted_stamp() -> str:
    """Return what the environment must be made of: the lock, the project file, this interpreter."""
    digest = hashlib.sha256()
    for name in ("uv.lock", "pyproject.toml"):
        digest.update((ROOT / name).read_bytes())
    digest.update(f"{sys.version} {platform.machine()} {ROOT}".encode())
    return digest.hexdigest()


def call(command: list[str], *, quiet: bool = False) -> None:
    """Run ``command``; raises SetupError when it fails, with what it said."""
    done = subprocess.run(
        command, cwd=ROOT, env=environment(), stdout=subprocess.PIPE if quiet else None,
        stderr=subprocess.STDOUT if quiet else None, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        said = (done.stdout or "").strip()
        raise SetupError(f"{said}\nDeze stap lukte niet: {' '.join(command)}")


def make_venv() -> None:
    """Make ``.venv``; on Debian python3-venv may be missing."""
    done = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", str(VENV)], capture_output=True, text=True, check=False
    )
    if done.returncode == 0:
        return
    version = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    if shutil.which("apt-get") and os.geteuid() == 0:
        apt_install([version])
        call([sys.executable, "-m", "venv", "--clear", str(VENV)])
        return
    hint = f"Voer uit: sudo apt-get install -y {version}" if shutil.which("apt-get") else done.stderr.strip()
    raise SetupError(f"Er kan geen Python-omgeving worden gemaakt. {hint}")


def locked_uv() -> str:
    """Return the pip requirement of uv with all its hashes, as the lock names them."""
    import tomllib

    lock = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
    uv = next(package for package in lock["package"] if package["name"] == "uv")
    files = [*uv.get("wheels", []), *([uv["sdist"]] if "sdist" in uv else [])]
    return " ".join([f"uv=={uv['version']}", *(f"--hash={file['hash']}" for file in files)])


def install() -> None:
    """Bring ``.venv`` to exactly the lock. Nothing is done when it is there already."""
    if STAMP.is_file() and STAMP.read_text() == wanted_stamp() and PYTHON.is_file():
        return
    say("Eerste keer of gewijzigd: de onderdelen van vhdesk worden geïnstalleerd ...")
    make_venv()
    with tempfile.TemporaryDirectory() as folder:
        requirement = Path(folder) / "uv.txt"
        requirement.write_text(locked_uv() + "\n", encoding="utf-8")
        call(
            [
                str(PYTHON),
                "-m",
                "pip",
                "install",
                "-q",
                "--require-hashes",
                "--no-deps",
                "-r",
                str(requirement),
            ]
        )
    uv = [str(PYTHON), "-m", "uv", "--quiet"]
    call([*uv, "sync", "--frozen", "--no-install-project"])
    call([*uv, "pip", "install", "--no-deps", "--no-build-isolation", "-e", "."])
    call([str(PYTHON), "-m", "compileall", "-q", "vhdesk"], quiet=True)
    STAMP.write_text(wanted_stamp())


def say(text: str) -> None:
    """Print progress to standard error, so that standard output stays the program's own."""
    print(text, file=sys.stderr, flush=True)


def missing_libraries(window: bool) -> list[str]:
    """Return the Debian packages of the Qt system libraries that this machine lacks."""
    libraries = OFFSCREEN | (WINDOW if window else {})
    missing = []
    for library, package in libraries.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(package)
    return missing


def apt_install(packages: list[str]) -> None:
    """Install Debian packages as root; a package that was renamed is tried under its new name."""
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-q"], env=env, stdout=subprocess.DEVNULL, check=False)
    command = ["apt-get", "install", "-y", "-q", "--no-install-recommends"]
    for names in (packages, [RENAMED.get(name, name) for name in packages]):
        done = subprocess.run([*command, *names], env=env, stdout=subprocess.DEVNULL, check=False)
        if done.returncode == 0:
            return
    raise SetupError(f"Installeren lukte niet. Voer zelf uit: apt-get install -y {' '.join(packages)}")


def check_system(window: bool) -> None:
    """See that Qt finds its system libraries; on Debian and Ubuntu install them as root or name the line."""
    if not sys.platform.startswith("linux"):
        return
    missing = missing_libraries(window)
    if not missing:
        return
    if not shutil.which("apt-get"):
        raise SetupError(f"Qt mist bibliotheken. Installeer wat op Debian zo heet: {' '.join(missing)}")
    if os.geteuid() != 0:
        raise SetupError(f"Qt mist bibliotheken. Voer uit: sudo apt-get install -y {' '.join(missing)}")
    say(f"Systeembibliotheken voor Qt worden geïnstalleerd: {' '.join(missing)}")
    apt_install(missing)


def start(command: list[str], extra: dict[str, str] | None = None) -> int:
    """Run ``command`` with the program's interpreter and return its exit code."""
    with contextlib.suppress(KeyboardInterrupt):
        return subprocess.run(
            [str(PYTHON), *command], cwd=ROOT, env=environment() | (extra or {}), check=False
        ).returncode
    return 130


def desk(arguments: list[str]) -> int:
    """Start the desk on the practice vault; without a display hold the practice meeting offscreen."""
    if not has_display() and "--offscreen" not in arguments:
        arguments = [*arguments, "--offscreen"]
    if "--offscreen" in arguments and "--uit" not in " ".join(arguments):
        arguments = [*arguments, "--uit", str(ROOT / "uit")]
    return start(["-m", "vhdesk", "desk", "--oefening", *arguments])


def test(arguments: list[str]) -> int:
    """Run lint, types, architecture and all tests; with arguments only pytest on those."""
    offscreen = {"QT_QPA_PLATFORM": "offscreen"}
    if arguments:
        return start(["-m", "pytest", *arguments], offscreen)
    return lint([]) or start(["-m", "pytest", "-n", "2", "-q"], offscreen)


def lint(_: list[str]) -> int:
    """Run ruff, mypy and the architecture contracts."""
    steps = (
        ["-m", "ruff", "check", "--quiet", "."],
        ["-m", "ruff", "format", "--quiet", "--check", "."],
        ["-m", "mypy", "--no-error-summary"],
        ["-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
    )
    return next((code for step in steps if (code := start(step))), 0)


def bench(arguments: list[str]) -> int:
    """Measure what a person waits for, each beside its floor; 1 when a target was missed."""
    return start(["-m", "tests.bench", *arguments], {"QT_QPA_PLATFORM": "offscreen"})


VERBS: dict[str, Callable[[list[str]], int]] = {"desk": desk, "test": test, "bench": bench, "lint": lint}


def main() -> int:
    """Parse the verb, set up, run. Returns the exit code."""
    parser = argparse.ArgumentParser(
        prog="run.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "verb", nargs="?", choices=tuple(VERBS), default="desk",
        help="desk: start vhdesk op de oefenkluis (zonder beeldscherm: --offscreen --uit MAP); "
        "test: alle controles en tests; bench: metingen (--json FILE, --only NAME); lint: alleen de controles",
    )  # fmt: skip
    parser.add_argument("rest", nargs=argparse.REMAINDER, help="wordt doorgegeven")
    arguments = parser.parse_args()
    if sys.version_info < (3, 11):  # noqa: UP036 - this very file is what an older Python starts
        say("vhdesk vraagt Python 3.11 of nieuwer. Installeer dat en begin opnieuw.")
        return 2
    try:
        install()
        check_system(window=arguments.verb == "desk" and has_display())
    except SetupError as error:
        say(str(error))
        return 1
    return VERBS[arguments.verb](arguments.rest)


if __name__ == "__main__":
    sys.exit(main())
