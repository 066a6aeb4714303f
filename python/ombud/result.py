"""The result of an audit."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path


class PolicyNotMet(AssertionError):
    """What a test ends with where the policy is not met."""


def _name(group) -> str | None:
    if group is None or isinstance(group, str):
        return group
    return ", ".join(f"{column}={value}" for column, value in group.items())


def _interval(interval) -> dict:
    given = interval or {}
    return {name: given.get(name) for name in ("low", "high", "level", "method")}


class Result:
    """What an audit found, and what the policy says of it.

    data: the document `ombud/result@2`; every number of the report is in it (docs/result.md).
    html: the report, one page that needs nothing else.
    """

    def __init__(self, data: dict, html: str):
        self.data = data
        self.html = html

    @property
    def verdict(self) -> str:
        """"pass", "fail" or "cannot-tell"; without a policy always "cannot-tell"."""
        return self.data["verdict"]["state"]

    def frame(self):
        """Every rate and every comparison, a row each, as a pandas DataFrame."""
        import pandas

        rows = []
        for finding in self.data["findings"]:
            about = {
                "audit": finding["audit"],
                "measure": finding.get("measure", finding["audit"]),
                "group_by": ", ".join(finding["groupBy"]),
                "state": finding["state"],
                "reason": (finding["reason"] or {}).get("code"),
            }
            for group in finding["groups"]:
                rows.append({
                    **about, "kind": "rate", "group": _name(group["group"]), "value": group["value"],
                    **_interval(group["interval"]), "n": group["n"], "events": group["events"],
                })
            for pair in finding["comparisons"]:
                rows.append({
                    **about, "kind": pair["measure"], "group": _name(pair["group"]), "reference": _name(pair["reference"]),
                    "value": pair["value"], **_interval(pair["interval"]), "p": pair["p"], "p_adjusted": pair["pAdjusted"],
                })
            if not finding["groups"] and not finding["comparisons"]:
                rows.append({**about, "kind": "none"})
        columns = ["audit", "measure", "kind", "group_by", "group", "reference", "value", "low", "high", "level", "method",
                   "n", "events", "p", "p_adjusted", "state", "reason"]
        return pandas.DataFrame(rows, columns=columns)

    def rates(self, audit: str, group_by="first"):
        """One rate by group, as a pandas Series: `result.rates("selection-rate")`.

        group_by: the attributes of the grouping, in their order; by default the first attribute alone.
        """
        names = [self.data["roles"]["groups"][0]["column"]] if group_by == "first" else list(group_by)
        frame = self.frame()
        of = frame[(frame["kind"] == "rate") & (frame["audit"] == audit) & (frame["group_by"] == ", ".join(names))]
        return of.set_index("group")["value"].rename(audit)

    def rules(self):
        """Every rule of the policy and what became of it, a row each, as a pandas DataFrame."""
        import pandas

        rows = [
            {
                "audit": rule["audit"], "measure": rule["measure"], "group": _name(rule["group"]),
                "reference": _name(rule["reference"]), "operator": rule["operator"], "limit": rule["expected"],
                "value": rule["actual"], **_interval(rule["interval"]), "severity": rule["level"], "state": rule["state"],
                "source": rule["source"],
            }
            for rule in self.data["verdict"]["assertions"]
        ]
        columns = ["audit", "measure", "group", "reference", "operator", "limit", "value", "low", "high", "level", "method",
                   "severity", "state", "source"]
        return pandas.DataFrame(rows, columns=columns)

    def metrics(self) -> dict[str, float]:
        """Every measured number under a name, as trackers of experiments keep them."""
        found = {}
        for row in self.frame().to_dict("records"):
            if isinstance(row["value"], (int, float)) and row["value"] == row["value"]:
                of = row["group"] if isinstance(row["group"], str) else ""
                against = f" vs {row['reference']}" if isinstance(row["reference"], str) else ""
                name = f"{row['measure']}/{row['kind']}/{of}{against}"
                found[re.sub(r"[^A-Za-z0-9_\-./ ]", "_", name)] = float(row["value"])
        return found

    def assert_policy(self) -> None:
        """For a test: raises PolicyNotMet unless the verdict is "pass". Cannot tell is no pass.

        Raises ValueError where the audit had no policy.
        """
        rules = self.data["verdict"]["assertions"]
        if not rules:
            raise ValueError("The audit had no policy, so there is nothing to meet. Give one: audit(..., policy=...).")
        if self.verdict == "pass":
            return
        lines = [
            f"{rule['state']}: {rule['audit']} {rule['measure']} of {_name(rule['group'])}"
            + (f" against {_name(rule['reference'])}" if rule["reference"] is not None else "")
            + f": {rule['actual']}, to be {rule['operator']} {rule['expected']} ({rule['source']})"
            for rule in rules
            if rule["state"] != "pass"
        ]
        raise PolicyNotMet("\n".join([f"The verdict is {self.verdict}.", *lines]))

    def save(self, path) -> None:
        """Writes the result as JSON, or the report where the name ends with .html."""
        file = Path(path)
        text = self.html if file.suffix in (".html", ".htm") else json.dumps(self.data, ensure_ascii=False, indent=2) + "\n"
        file.write_text(text, encoding="utf-8")

    def __repr__(self) -> str:
        return f"<ombud.Result {self.verdict}: {self.data['coverage']['counted']} people>"

    def _repr_html_(self) -> str:
        """The first screen of the report, apart from the notebook's own styles and without scripts."""
        page = html.escape(_first_screen(self.html), quote=True)
        return f'<iframe sandbox title="Ombud" srcdoc="{page}" style="width:100%;height:36em;border:0"></iframe>'


def _first_screen(page: str) -> str:
    """The page without what stands behind the first answer; all of it where it is made in another way."""
    start, end = page.find('<div class="rest">'), page.rfind("</main>")
    if start < 0 or end < start:
        return page
    return re.sub(r"<nav\b.*?</nav>", "", page[:start], flags=re.DOTALL) + "</div>" + page[end:]
