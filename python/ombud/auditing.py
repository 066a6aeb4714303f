"""`ombud.audit`."""

from __future__ import annotations

import html
import json
import os
import subprocess
import tempfile
from pathlib import Path

from ombud import roles
from ombud.command import find_command
from ombud.errors import OmbudError
from ombud.result import Result
from ombud.tables import columns_of, to_parquet

# Pass, fail, cannot tell: the audit was made.
_MADE = {0, 1, 3}


def audit(
    data,
    *,
    decision=None,
    groups,
    outcome=None,
    score=None,
    need=None,
    strata=(),
    bins=None,
    count=None,
    weight=None,
    subject=None,
    time=None,
    period=None,
    favourable=None,
    policy=None,
    reference=None,
    audits=None,
    depth=None,
    level=None,
    seed=None,
    language=None,
) -> Result:
    """Audits decisions, and gives the result.

    data: a pandas or polars DataFrame, an Arrow table, a path or pattern of files, or a location such as
        `postgres://HOST/DATABASE#TABLE`.
    decision, outcome: a column; "approved=yes" or "score>=7"; or `("approved", ["yes"])`.
    groups, strata: columns. bins: for columns of numbers, `{"age": [25, 40, 65]}`.
    policy: a rule pack such as "us-four-fifths", a policy file, a dict such as
        `{"assert": {"adverse-impact": ["error", {"minRatio": 0.8}]}}`, or a list of packs and files.
    favourable: "positive" or "negative": whether the positive decision is good for the person.

    Raises OmbudError with the command's sentence and code; what it cannot tell is no error but a verdict.
    """
    is_place = isinstance(data, (str, os.PathLike))
    columns = None if is_place else columns_of(data)
    wanted: list[str] = []
    words: list[str] = []

    def flag(name: str, given) -> None:
        if given is not None:
            words.extend([f"--{name}", str(given)])

    for name, role in (("decision", decision), ("outcome", outcome)):
        if role is not None:
            column, text = roles.binary(role, columns)
            wanted.append(column)
            flag(name, text)
    for name, role in (("groups", groups), ("strata", strata)):
        listed = roles.names(role)
        wanted.extend(listed)
        if listed:
            flag(name, ",".join(roles.quote(each) for each in listed))
    for column, edges in (bins or {}).items():
        flag("bins", f"{roles.quote(column)}={','.join(str(edge) for edge in edges)}")
    single = {"score": score, "need": need, "count": count, "weight": weight, "subject": subject, "time": time}
    for name, column in single.items():
        flag(name, column)
        wanted.extend([] if column is None else [str(column)])
    for name, given in (("period", period), ("favourable", favourable), ("depth", depth), ("level", level), ("seed", seed)):
        flag(name, given)
    if isinstance(reference, dict):
        reference = ",".join(f"{roles.quote(key)}={roles.quote(of)}" for key, of in reference.items())
    flag("reference", reference)
    flag("audits", None if audits is None else ",".join(roles.names(audits)))
    flag("lang", language)
    source = str(data) if is_place else "-"
    content = None if is_place else to_parquet(data, list(dict.fromkeys(wanted)))
    return _run(source, content, words, policy)


def _whole_path(policy) -> str:
    return str(Path(policy).resolve()) if Path(policy).is_file() else str(policy)


def _run(source: str, content, words: list[str], policy) -> Result:
    with tempfile.TemporaryDirectory(prefix="ombud-") as folder:
        own = Path(folder, "policy.yaml")
        out = Path(folder, "out")
        for one in policy if isinstance(policy, (list, tuple)) else [policy]:
            if isinstance(one, dict):
                own.write_text(json.dumps(one), encoding="utf-8")
            if one is not None:
                words.extend(["--policy", str(own if isinstance(one, dict) else _whole_path(one))])
        command = [*find_command(), "audit", source, *words, "--format", "json,html", "--out", str(out), "--quiet"]
        done = subprocess.run(
            command,
            # An ombud.yaml that lies about is of a file, and says nothing of a table in memory.
            cwd=None if content is None else folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            **({"stdin": subprocess.DEVNULL} if content is None else {"input": content}),
        )
        if done.returncode not in _MADE:
            raise OmbudError(done.stderr.decode("utf-8", "replace").strip().removeprefix("ombud: "))
        # A policy that was written here is called by no path, so that the same input gives the same result.
        text = Path(out, "result.json").read_text(encoding="utf-8").replace(json.dumps(str(own))[1:-1], "policy")
        page = Path(out, "report.html").read_text(encoding="utf-8").replace(html.escape(str(own)), "policy")
        return Result(json.loads(text), page)
