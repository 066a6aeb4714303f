"""Reads the file of the bench as each peer's users would: with pandas."""

import pandas as pd


def read(path):
    return pd.read_parquet(path) if path.endswith(".parquet") else pd.read_csv(path)
