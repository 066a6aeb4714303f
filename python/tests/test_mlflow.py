"""The lines of docs/python.md about MLflow, run against a tracker in a folder."""

import json
import re
import tempfile
import unittest
from pathlib import Path

import pandas as pd

import ombud

try:
    import mlflow
except ImportError:
    mlflow = None

PAGE = Path(__file__).resolve().parents[2] / "docs" / "python.md"


@unittest.skipIf(mlflow is None, "MLflow is not installed")
class MlFlow(unittest.TestCase):
    def test_the_lines_of_the_page(self):
        people = pd.DataFrame({"sex": ["F", "M"] * 200, "hired": [0, 1, 1, 1] * 100})
        result = ombud.audit(people, decision="hired=1", groups="sex", favourable="positive", policy="us-four-fifths")
        section = PAGE.read_text("utf-8").split("## MLflow")[1]
        lines = re.search(r"```python\n(.+?)```", section, re.DOTALL).group(1)
        with tempfile.TemporaryDirectory() as folder:
            mlflow.set_tracking_uri(f"sqlite:///{folder}/tracking.db")
            mlflow.set_experiment(mlflow.create_experiment("audits", artifact_location=Path(folder, "kept").as_uri()) and "audits")
            exec(lines, {"mlflow": mlflow, "result": result})
            run = mlflow.search_runs(experiment_names=["audits"], output_format="list")[0]
            self.assertEqual(run.data.tags["ombud.verdict"], "fail")
            self.assertEqual(run.data.metrics["selection-rate/rate/sex_F"], result.rates("selection-rate")["sex=F"])
            kept = mlflow.artifacts.download_artifacts(run_id=run.info.run_id, artifact_path="ombud/result.json")
            self.assertEqual(json.loads(Path(kept).read_text("utf-8")), result.data)


if __name__ == "__main__":
    unittest.main()
