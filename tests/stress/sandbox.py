#!/usr/bin/env python3
"""With and without the sandbox: the same records, but for the word that there was none.

usage: sandbox.py PROGRAM JOB FOLDER...
"""
import argparse
import json
import os
import tempfile

from stress import AS_OF, Checks, Run, read


def records(options, command, *more):
    out = os.path.join(options.scratch, "out")
    with open(out, "wb") as file:
        Run([options.program] + command + ["-q", "-f", "ndjson", "-t", "2"] + AS_OF + list(more),
            out=file).finish()
    return [json.loads(line) for line in read(out).splitlines()]


def without_note(record):
    record.get("inputs", {}).pop("sandbox", None)
    record.get("meta", {}).get("atsmatch", {}).pop("sandbox", None)
    return record


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("job")
    parser.add_argument("folder", nargs="+")
    options = parser.parse_args()
    checks = Checks()
    with tempfile.TemporaryDirectory() as options.scratch:
        for command in (["parse"] + options.folder, options.folder + ["--job", options.job]):
            inside = records(options, command)
            outside = [without_note(record) for record in records(options, command, "--no-sandbox")]
            same = sum(a == b for a, b in zip(inside, outside))
            checks.that(len(inside) == len(outside) == same,
                        f"{same} of {len(inside)} records are the same")
            read_ = sum(record.get("status", "ok") == "ok" for record in inside)
            checks.that(read_ > 0, f"{read_} of them were read")
    checks.exit()


if __name__ == "__main__":
    main()
