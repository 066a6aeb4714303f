"""Fairlearn: six rates at the three-way intersection, points only (no bootstrap)."""

import sys

from fairlearn.metrics import (
    MetricFrame,
    count,
    false_negative_rate,
    false_positive_rate,
    selection_rate,
    true_negative_rate,
    true_positive_rate,
)
from people import read
from used import leave_used

leave_used()
table = read(sys.argv[1])
frame = MetricFrame(
    metrics={
        "count": count,
        "selection rate": selection_rate,
        "tpr": true_positive_rate,
        "fpr": false_positive_rate,
        "tnr": true_negative_rate,
        "fnr": false_negative_rate,
    },
    y_true=table["outcome"],
    y_pred=table["decision"],
    sensitive_features=table[["sex", "age", "region"]],
)
print(frame.by_group.to_string())
print(frame.difference(), frame.ratio())
