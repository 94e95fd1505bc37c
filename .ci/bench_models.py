#!/usr/bin/env python3
"""Hold the speed of `outcomes models` against R's nlme::gls on the same scores.

    bench_models.py BINARY

2,000 invented participants at four timepoints, UCLA-3, the same model. R's time is that of the fit
alone, the program's that of the whole command, reading included: the best of three and of five. The exit
code is 1 where the command is not at least 100 times faster. Needs Debian's r-base-core and
r-cran-nlme; without R it says so and passes.
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

GLS = """
library(nlme)
scores <- subset(read.csv("scores.csv"), instrument == "ucla-3" & !is.na(score))
scores <- data.frame(y = scores$score, id = factor(scores$participant),
                     wave = factor(scores$day))
scores <- scores[order(scores$id, scores$wave), ]
scores$visit <- as.integer(scores$wave)
seconds <- replicate(3, system.time(fit <<- gls(
  y ~ wave, scores, correlation = corSymm(form = ~ visit | id),
  weights = varIdent(form = ~ 1 | wave)))[["elapsed"]])
cat(sprintf("%.17g %.17g", min(seconds), as.numeric(logLik(fit))))
"""


def main():
    binary = str(pathlib.Path(sys.argv[1]).resolve())
    if shutil.which("Rscript") is None:
        print("R is not installed: nothing to compare with")
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        store = ["--store", scratch + "/store", "--as-of", "2030-01-01"]
        run = lambda *words: subprocess.run(
            [binary, *words], check=True, capture_output=True).stdout
        run("demo", scratch + "/store", "--participants", "2000")
        run("export", "--store", store[1], "-o", scratch + "/scores.csv")
        seconds = []
        for _ in range(5):
            start = time.perf_counter()
            out = run("models", *store, "--instrument", "ucla-3", "--format", "json")
            seconds.append(time.perf_counter() - start)
        model = json.loads(out)["models"][0]["mmrm"]
        told = subprocess.run(
            ["Rscript", "-e", GLS], cwd=scratch, check=True, capture_output=True).stdout
        gls, likelihood = map(float, told.split())
        ratio = gls / min(seconds)
        print(f"{model['participants']} participants, {model['scores']} scores")
        print(f"log-likelihood {model['log_likelihood']:.6f}, of gls {likelihood:.6f}")
        print(f"gls {gls:.2f} s, whole command {min(seconds):.4f} s: {ratio:.0f} times faster")
        return 0 if ratio >= 100 else 1


if __name__ == "__main__":
    sys.exit(main())
