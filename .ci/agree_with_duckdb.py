#!/usr/bin/env python3
"""agree_with_duckdb.py BINARY: computes the summary of the demonstration with DuckDB, from the same files, and compares.

Needs the Python package duckdb. The last line of a key counts; voided ones are dropped.
"""
import json
import os
import subprocess
import sys
import tempfile

import duckdb

QUERY = """
with numbered as (select *, row_number() over () as line from {reader}),
latest as (
  select participant, timepoint, instrument, arg_max(coalesce(score, -1), line) as score, arg_max(action, line) as action
  from numbered group by all),
live as (select * from latest where action <> 'void' and score >= 0),
base as (select participant, instrument, score as baseline from live where timepoint = 'baseline')
select live.instrument, live.timepoint, count(*), avg(score), stddev_samp(score), quantile_cont(score, 0.25),
  quantile_cont(score, 0.5), quantile_cont(score, 0.75), count(baseline), avg(score - baseline), stddev_samp(score - baseline)
from live left join base using (participant, instrument) group by all"""
KEYS = ["n", "mean", "sd", "q1", "median", "q3"]
CHANGE = ["pairs", "mean_change", "sd_change"]


def close(a, b):
    return a == b or (a is not None and b is not None and abs(a - b) <= 1e-9 * max(abs(a), abs(b)))


binary = os.path.abspath(sys.argv[1])
passed = failed = 0
with tempfile.TemporaryDirectory() as folder:
    for kind, ending in (("csv", "csv"), ("json", "jsonl")):
        store = os.path.join(folder, kind)
        subprocess.run([binary, "demo", store, "--participants", "5000", "--format", kind], check=True, capture_output=True)
        # The demonstration's withdrawals leave no later assessment behind, so that the query need not know of them.
        command = [binary, "summary", "--store", store, "--format", "json", "--as-of", "2025-06-30"]
        summary = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        path = os.path.join(store, f"scores.{ending}")
        reader = f"read_csv('{path}', header=true)" if kind == "csv" else f"read_json('{path}', format='newline_delimited')"
        theirs = {(row[0], row[1]): row[2:] for row in duckdb.sql(QUERY.format(reader=reader)).fetchall()}
        for measure in summary["measures"]:
            for at in measure["timepoints"]:
                row = theirs[(measure["instrument"], at["timepoint"])]
                ours = [at[key] for key in KEYS]
                expected = list(row[:6])
                if at["change"]:
                    ours += [at["change"][key] for key in CHANGE]
                    expected += list(row[6:])
                if all(close(a, b) for a, b in zip(ours, expected)):
                    passed += 1
                else:
                    failed += 1
                    print(kind, measure["instrument"], at["timepoint"], ours, expected)
print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed else 0)
