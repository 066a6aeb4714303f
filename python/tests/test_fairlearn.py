"""Every line of docs/from-fairlearn.md: both sides are run, and are the same number."""

import re
import unittest
from pathlib import Path

import numpy as np
import pandas as pd

import ombud

try:
    import fairlearn.metrics as fairlearn_metrics
    import sklearn.metrics as sklearn_metrics
except ImportError:
    fairlearn_metrics = None

PAGE = Path(__file__).resolve().parents[2] / "docs" / "from-fairlearn.md"


@unittest.skipIf(fairlearn_metrics is None, "Fairlearn is not installed")
class FromFairlearn(unittest.TestCase):
    def test_every_line_of_the_page(self):
        draw = np.random.default_rng(7)
        sex, y = draw.choice(["F", "M", "X"], 3000), draw.integers(0, 2, 3000)
        d = ((draw.random(3000) + 0.2 * y - 0.1 * (sex == "F")) > 0.5).astype(int)
        people = pd.DataFrame({"sex": sex, "paid": y, "approved": d})
        result = ombud.audit(people, decision="approved=1", outcome="paid=1", groups=["sex"])
        names = {name: getattr(module, name) for module in (sklearn_metrics, fairlearn_metrics) for name in module.__all__}
        names |= {"y": y, "d": d, "sex": sex, "result": result, "max": max, "min": min}
        lines = re.findall(r"^\| `(.+?)` \| `(.+?)` \|$", PAGE.read_text("utf-8"), re.MULTILINE)
        self.assertGreater(len(lines), 12)
        for theirs, ours in lines:
            with self.subTest(theirs):
                known, found = eval(theirs, dict(names)), eval(ours, dict(names))
                if isinstance(known, pd.Series):
                    found = found.rename(lambda group: group.removeprefix("sex="))
                    known, found = known.sort_index().to_numpy(float), found.sort_index().to_numpy(float)
                np.testing.assert_allclose(found, known, rtol=0, atol=1e-12)


if __name__ == "__main__":
    unittest.main()
