"""Ombud in Python: audit a DataFrame, a file or a table, and keep the answer.

    import ombud
    result = ombud.audit(people, decision="approved=yes", groups=["sex"], policy="us-four-fifths")
    result.verdict        # "pass", "fail" or "cannot-tell"
    result.frame()        # a tidy DataFrame
    result                # in a notebook: the first screen of the report

The counting and the statistics are the command's, which runs beside (`ombud.command`). Also here: `ombud.export_model`, and
`ombud.client` for systems that decide.
"""

from importlib import import_module

_HOME = {
    "CommandNotFound": "ombud.errors",
    "OmbudError": "ombud.errors",
    "PolicyNotMet": "ombud.result",
    "Result": "ombud.result",
    "audit": "ombud.auditing",
}

__all__ = ["CommandNotFound", "OmbudError", "PolicyNotMet", "Result", "audit"]


def __getattr__(name: str):
    """Loaded when asked for: a service that records decisions loads no pandas."""
    if name not in _HOME:
        raise AttributeError(f"module 'ombud' has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)
