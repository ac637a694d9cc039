#!/usr/bin/env python3
"""Kills workers and whole batches at random points; the output must not show it.

usage: kills.py PROGRAM FOLDER JOB [--worker-kills N] [--parent-kills N] [--seed N]

FOLDER should keep the program busy for some seconds: a few hundred documents.
"""
import argparse
import os
import random
import signal
import tempfile
import time

from stress import AS_OF, Checks, Run, children, read


EVERY = 0.02  # seconds between looks at the workers


def kill_workers(options, command, reference, seconds, checks, rng):
    """Runs batches until enough of their workers were killed; each must give the same bytes."""
    killed = runs = wrong = 0
    while killed < options.worker_kills:
        out = os.path.join(options.scratch, "workers")
        quota = min(20, options.worker_kills - killed)
        state = {"killed": 0}
        often = quota * EVERY / seconds  # spread over the run

        def tick(run):
            workers = children(run.pid)
            if workers and state["killed"] < quota and rng.random() < often:
                try:
                    os.kill(rng.choice(workers), signal.SIGKILL)
                    state["killed"] += 1
                except ProcessLookupError:
                    pass

        Run(command + ["-o", out]).finish(tick, every=EVERY)
        killed += state["killed"]
        runs += 1
        wrong += read(out) != reference
    checks.that(wrong == 0, f"{killed} workers killed in {runs} runs: {wrong} outputs differ")


def kill_parents(options, command, reference, seconds, checks, rng):
    """Kills batches that write to one file, and starts them again, until the quota is used up."""
    out = os.path.join(options.scratch, "parents")
    killed = runs = wrong = spoilt = left = 0
    while killed < options.parent_kills:
        with open(out, "wb") as file:
            file.write(b"what was there before")
        while True:
            run = Run(command + ["-o", out])
            if killed < options.parent_kills:
                end = run.started + rng.uniform(0, seconds)
                run.finish(lambda run: run.kill(rng.choice(
                    [signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGINT]))
                    if time.time() > end else None)
            else:
                run.finish()
            if run.process.returncode >= 0:
                break
            killed += 1
            # Killed between the renaming and its end, it leaves the new output, whole.
            spoilt += read(out) not in (b"what was there before", reference)
        runs += 1
        wrong += read(out) != reference
        left += len([n for n in os.listdir(options.scratch) if n.startswith("parents")]) - 1
    checks.that(spoilt == 0, f"{killed} batches killed: {spoilt} outputs were neither the older one nor whole")
    checks.that(wrong == 0, f"{runs} batches went on to their end: {wrong} outputs differ")
    checks.that(left == 0, f"{left} files left beside the output")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("folder")
    parser.add_argument("job")
    parser.add_argument("--worker-kills", type=int, default=100)
    parser.add_argument("--parent-kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    checks = Checks()
    with tempfile.TemporaryDirectory() as options.scratch:
        command = [options.program, options.folder, options.job, "-f", "ndjson", "-q", "-t", "3"]
        command += AS_OF
        out = os.path.join(options.scratch, "reference")
        run = Run(command + ["-o", out])
        run.finish()
        reference = read(out)
        print(f"{reference.count(10)} records in {run.seconds:.1f} s", flush=True)
        kill_workers(options, command, reference, run.seconds, checks, rng)
        kill_parents(options, command, reference, run.seconds, checks, rng)
    checks.exit()


if __name__ == "__main__":
    main()
