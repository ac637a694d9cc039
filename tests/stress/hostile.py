#!/usr/bin/env python3
"""Ordinary résumés among hostile files: one record each, and nobody is touched by the others.

usage: hostile.py PROGRAM JOB --ordinary FOLDER --hostile FOLDER... [--threads 1,2,8] [--memory MIB]

Every file of the hostile folders and every ordinary one must have exactly one record, in the order of
the inputs; the records of the ordinary ones must be those that they have alone; with every number of
workers, in other orders too; and the parent's memory must stay under the limit.
"""
import argparse
import collections
import json
import os
import tempfile

from stress import AS_OF, Checks, Run, files_of, read, shuffled


def records(options, paths, threads, name):
    """The lines by path, their order, the peak of memory, seconds and exit code."""
    listed = os.path.join(options.scratch, "list")
    out = os.path.join(options.scratch, name)
    with open(listed, "wb") as file:
        file.write(b"\0".join(os.fsencode(path) for path in paths) + b"\0")
    with open(out, "wb") as file:
        run = Run([options.program, "--files-from", listed, "-0", "--job", options.job, "-f",
                   "ndjson", "-q", "-t", str(threads), "--cpu-limit", str(options.cpu_limit)] +
                  AS_OF, out=file)
        code = run.finish()
    lines = read(out).splitlines()
    order = [json.loads(line)["resume"] for line in lines]
    return dict(zip(order, lines)), order, run, code


def without_duplicate(line):
    record = json.loads(line)
    record.pop("duplicate_of", None)
    return record


def kind_of(record):
    return record.get("error", {}).get("kind", "read")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("job")
    parser.add_argument("--ordinary", required=True)
    parser.add_argument("--hostile", nargs="+", required=True)
    parser.add_argument("--threads", default="1,2,8")
    parser.add_argument("--memory", type=float, default=64)
    parser.add_argument("--cpu-limit", type=float, default=2)
    options = parser.parse_args()
    checks = Checks()
    ordinary = files_of(options.ordinary)
    hostile = [path for folder in options.hostile for path in files_of(folder)]
    with tempfile.TemporaryDirectory() as options.scratch:
        alone, _, _, _ = records(options, ordinary, 1, "alone")
        expected = {path: without_duplicate(line) for path, line in alone.items()}
        print(f"{len(ordinary)} ordinary, {len(hostile)} hostile", flush=True)
        first = None
        for number, threads in enumerate(map(int, options.threads.split(","))):
            paths = shuffled(ordinary + hostile, seed=number)
            got, order, run, code = records(options, paths, threads, "mixed")
            kinds = collections.Counter(
                kind_of(json.loads(line)) for line in got.values())
            print(f"{threads} workers: {run.seconds:.0f} s, {dict(kinds.most_common())}")
            checks.that(order == paths, f"{len(order)} records of {len(paths)} files, in order")
            checks.that(code == 1, f"exit code {code}")
            same = sum(path in got and without_duplicate(got[path]) == expected[path]
                       for path in ordinary)
            checks.that(same == len(ordinary), f"{same} of {len(ordinary)} ordinary as alone")
            checks.that(run.peak <= options.memory,
                        f"parent's memory {run.peak:.0f} of {options.memory:.0f} MiB")
            plain = {path: without_duplicate(line) for path, line in got.items()}
            if first is None:
                first = plain
            else:
                other = [path for path in plain if plain[path] != first[path] and
                         # What needs about as much time as the limit is now over it, now not.
                         not {kind_of(plain[path]), kind_of(first[path])} & {"time-limit"}]
                checks.that(not other, f"{len(other)} records differ from the first run: "
                            f"{[os.path.basename(path) for path in other[:5]]}")
    checks.exit()


if __name__ == "__main__":
    main()
