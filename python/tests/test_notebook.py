"""A notebook as people write it, executed."""

import unittest

try:
    import nbclient
    import nbformat
except ImportError:
    nbclient = None


@unittest.skipIf(nbclient is None, "nbclient is not installed")
class Notebook(unittest.TestCase):
    def test_the_last_line_shows_the_first_screen_and_a_frame_shows_a_table(self):
        cells = [
            "import pandas as pd, ombud\npeople = pd.DataFrame({'sex': ['F', 'M'] * 200, 'hired': [0, 1, 1, 1] * 100})",
            "result = ombud.audit(people, decision='hired=1', groups='sex', favourable='positive', policy='us-four-fifths')\nresult",
            "result.frame().head()",
            "result.verdict",
        ]
        notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
        nbclient.NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
        shown = [cell["outputs"][0]["data"] if cell["outputs"] else {} for cell in notebook.cells]
        self.assertIn("<iframe sandbox", shown[1]["text/html"])
        self.assertIn("&lt;svg", shown[1]["text/html"])
        self.assertIn("<table", shown[2]["text/html"])
        self.assertEqual(shown[3]["text/plain"], "'fail'")


if __name__ == "__main__":
    unittest.main()
