"""A million people as a DataFrame beside the Parquet file that they came from, turn by turn: `dataframe.py FILE RUNS`. The wall time
and the processor time of this process and of the commands that it starts."""
import os
import statistics
import sys
import time

import ombud
import pandas

file, runs = sys.argv[1], int(sys.argv[2])
people = pandas.read_parquet(file)
roles = {"decision": "decision=1", "outcome": "outcome=1", "groups": ["sex", "age", "region"]}


def cpu():
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def once(source):
    wall, used = time.perf_counter(), cpu()
    ombud.audit(source, **roles)
    return time.perf_counter() - wall, cpu() - used


# The first of each is not counted.
taken = [(once(file), once(people)) for _ in range(runs + 1)][1:]
for i, name in enumerate(("Parquet file", "DataFrame")):
    wall, used = (statistics.median(run[i][j] for run in taken) for j in (0, 1))
    print(f"| {name} | {wall:.2f} s | {used:.2f} s |")
wall, used = (statistics.median(run[1][j] / run[0][j] for run in taken) for j in (0, 1))
print(f"DataFrame / Parquet: {wall:.2f} times the wall time (at most 1.5), {used:.2f} times the CPU time")
