"""Ombud in Python: audit a DataFrame, a file or a table, and keep the answer.

    import ombud
    result = ombud.audit(people, decision="approved=yes", groups=["sex"], policy="us-four-fifths")
    result.verdict        # "pass", "fail" or "cannot-tell"
    result.frame()        # a tidy DataFrame
    result                # in a notebook: the first screen of the report

The counting and the statistics are the command's, which runs beside (`ombud.command`). Also here: `ombud.export_model`.
"""

from ombud.auditing import audit
from ombud.errors import CommandNotFound, OmbudError
from ombud.result import PolicyNotMet, Result

__all__ = ["CommandNotFound", "OmbudError", "PolicyNotMet", "Result", "audit"]
