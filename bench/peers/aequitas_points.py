"""Aequitas: its rates for three attributes and their cross, which it takes as one more column."""

import sys

from aequitas.group import Group
from people import read
from used import leave_used

leave_used()
table = read(sys.argv[1]).rename(columns={"decision": "score", "outcome": "label_value"})
table["cross"] = table["sex"] + "/" + table["age"] + "/" + table["region"]
crosstab, _ = Group().get_crosstabs(table, attr_cols=["sex", "age", "region", "cross"])
print(crosstab[["attribute_name", "attribute_value", "tpr", "tnr", "for", "fdr", "fpr", "fnr", "pprev"]].to_string())
