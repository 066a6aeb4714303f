"""What can go wrong."""

from __future__ import annotations

import re


class OmbudError(Exception):
    """What the command says: a sentence, and a stable `code` such as `OMBUD_E_UNKNOWN_COLUMN`."""

    def __init__(self, text: str):
        super().__init__(text)
        found = re.search(r"\[(OMBUD_E_[A-Z_]+)\]", text)
        self.code = found.group(1) if found else "OMBUD_E_UNEXPECTED"


class CommandNotFound(OmbudError):
    """The command is not on this machine."""

    def __init__(self):
        super().__init__(
            "The command of Ombud is not found. Install it with `python -m ombud install REPOSITORY`, put `ombud` on the "
            "PATH, or name it in OMBUD_COMMAND."
        )
