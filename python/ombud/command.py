"""Finds the command, or installs it. The distribution carries no copy of the engine: there is one, in Node."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from ombud.errors import CommandNotFound, OmbudError

_ENTRY = Path("packages", "cli", "bin", "ombud.mjs")


def cache_folder() -> Path:
    """Where `install` puts a clone."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "ombud" / "clone"


def find_command() -> list[str]:
    """The words that start the command: OMBUD_COMMAND, the clone that this file lies in, the PATH, what was installed.

    Raises CommandNotFound.
    """
    named = os.environ.get("OMBUD_COMMAND")
    if named:
        return _start(Path(named))
    clone = Path(__file__).resolve().parents[2]
    if _is_built(clone):
        return _start(clone / _ENTRY)
    on_path = shutil.which("ombud")
    if on_path:
        return [on_path]
    if _is_built(cache_folder()):
        return _start(cache_folder() / _ENTRY)
    raise CommandNotFound()


def install(repository: str) -> Path:
    """Clones a repository of Ombud and builds the command; needs git, and Node with npm. Gives the folder."""
    folder = cache_folder()
    if folder.exists():
        shutil.rmtree(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    _run(["git", "clone", "--quiet", "--depth", "1", repository, str(folder)])
    _run(["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"], folder)
    _run(["npm", "run", "--silent", "build"], folder)
    if not _is_built(folder):
        raise OmbudError(f"{repository} was cloned, but it builds no command of Ombud.")
    return folder


def _is_built(clone: Path) -> bool:
    return (clone / _ENTRY).exists() and (clone / "packages" / "cli" / "dist" / "ombud.mjs").exists()


def _start(path: Path) -> list[str]:
    if path.suffix != ".mjs":
        return [str(path)]
    pinned = path.parents[3] / "node_modules" / "node" / "bin" / "node" if len(path.parents) > 3 else path
    node = str(pinned) if pinned.is_file() else shutil.which("node")
    if node is None:
        raise OmbudError("Node is not found; Ombud needs Node 24 or newer.")
    return [node, str(path)]


def _run(words: list[str], folder: Path | None = None) -> None:
    program = shutil.which(words[0])
    if program is None:
        raise OmbudError(f"{words[0]} is not found; it is needed to install the command.")
    done = subprocess.run([program, *words[1:]], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if done.returncode != 0:
        raise OmbudError(f"`{' '.join(words[:2])}` failed: {done.stderr.strip()[-2000:]}")


def main(arguments: list[str]) -> int:
    """`python -m ombud install REPOSITORY`, `python -m ombud where`."""
    try:
        if len(arguments) == 2 and arguments[0] == "install":
            print(install(arguments[1]))
        elif arguments == ["where"]:
            print(" ".join(find_command()))
        else:
            print("python -m ombud install REPOSITORY | where", file=sys.stderr)
            return 2
    except OmbudError as error:
        print(error, file=sys.stderr)
        return 2
    return 0
