"""AIF360: one attribute of two values, which is what its metric class takes."""

import logging
import sys

from people import read
from used import leave_used

logging.disable(logging.WARNING)
from aif360.datasets import BinaryLabelDataset  # noqa: E402
from aif360.metrics import ClassificationMetric  # noqa: E402

leave_used()
table = read(sys.argv[1])
table["sex"] = (table["sex"] == "male").astype(int)


def dataset(label):
    return BinaryLabelDataset(
        df=table[["sex", label]].rename(columns={label: "label"}),
        label_names=["label"],
        protected_attribute_names=["sex"],
    )


metric = ClassificationMetric(
    dataset("outcome"),
    dataset("decision"),
    unprivileged_groups=[{"sex": 0}],
    privileged_groups=[{"sex": 1}],
)
for privileged in (True, False):
    print(
        metric.selection_rate(privileged),
        metric.base_rate(privileged),
        metric.true_positive_rate(privileged),
        metric.false_positive_rate(privileged),
        metric.true_negative_rate(privileged),
        metric.false_negative_rate(privileged),
    )
