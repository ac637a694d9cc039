#!/usr/bin/env python3
"""Ten thousand files: flat memory, two workers against one, and a second job from the cache.

usage: many.py PROGRAM SAMPLES JOB OTHER_JOB [--files N] [--only memory,workers,cache]

SAMPLES is a folder of PDF résumés; the files are copies under other names and with other bytes.
Processor time is what counts on a busy machine; wall time is shown beside it.
"""
import argparse
import os
import resource
import statistics
import tempfile

from stress import AS_OF, Checks, Run, files_of, read


def make_files(samples, folder, count):
    originals = [read(path) for path in files_of(samples) if path.endswith(".pdf")]
    os.makedirs(folder)
    for number in range(count):
        # What follows the end of a PDF is no part of it.
        with open(os.path.join(folder, f"{number:06}.pdf"), "wb") as file:
            file.write(originals[number % len(originals)] + b"\n%% copy %d\n" % number)


def parent_cpu(pid):
    try:
        with open(f"/proc/{pid}/stat") as file:
            fields = file.read().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    except OSError:
        return None


def timed(options, job, *more, folder=None):
    """One run: peak memory of the parent, processor time of all and of the parent, wall time."""
    out = os.path.join(options.scratch, "out")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run = Run([options.program, folder or options.folder, job, "-q", "-o", out] + AS_OF + list(more))
    run.parent = 0.0

    def tick(run):
        run.parent = max(run.parent, parent_cpu(run.pid) or 0)

    run.finish(tick, every=0.1)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    run.cpu = (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)
    run.records = read(out).count(b"\n")
    print(f"      {' '.join(more)}: {run.records} lines, {run.cpu:.1f} s of processor time "
          f"({run.parent:.1f} of the parent), {run.seconds:.1f} s, {run.peak:.1f} MiB", flush=True)
    return run


def memory(options, checks):
    few = os.path.join(options.scratch, "few")
    make_files(options.samples, few, options.files // 10)
    for form in ("ndjson", "csv", "json", "html", "text"):
        small = timed(options, options.job, "-f", form, "-t", "2", folder=few)
        large = timed(options, options.job, "-f", form, "-t", "2")
        growth = large.peak - small.peak
        checks.that(growth < 5, f"{form}: {growth:.1f} MiB more for {options.files} files than for "
                    f"{options.files // 10}")


def workers(options, checks):
    """Takes turns, so that what else the machine does meets both."""
    folder = os.path.join(options.scratch, "turns")
    make_files(options.samples, folder, options.files // 5)
    seconds = {"1": [], "2": []}
    for _ in range(5):
        for threads, taken in seconds.items():
            taken.append(timed(options, options.job, "-f", "ndjson", "-t", threads,
                               folder=folder).seconds)
    ratio = statistics.median(seconds["1"]) / statistics.median(seconds["2"])
    checks.that(ratio >= 1.8, f"two workers are {ratio:.2f} times as fast as one (medians of five)")


def cache(options, checks):
    folder = os.path.join(options.scratch, "cache")
    plain = timed(options, options.other_job, "-f", "ndjson", "-t", "2")
    expected = read(os.path.join(options.scratch, "out"))
    timed(options, options.job, "-f", "ndjson", "-t", "2", "--cache", folder)
    again = timed(options, options.other_job, "-f", "ndjson", "-t", "2", "--cache", folder)
    checks.that(read(os.path.join(options.scratch, "out")) == expected, "the cache changes no byte")
    share = 100 * again.cpu / plain.cpu
    checks.that(share < 5, f"the second job takes {share:.1f} % of the processor time of the first "
                f"({100 * again.seconds / plain.seconds:.1f} % of the wall time)")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("samples")
    parser.add_argument("job")
    parser.add_argument("other_job")
    parser.add_argument("--files", type=int, default=10000)
    parser.add_argument("--only", default="memory,workers,cache")
    options = parser.parse_args()
    checks = Checks()
    with tempfile.TemporaryDirectory() as options.scratch:
        options.folder = os.path.join(options.scratch, "many")
        make_files(options.samples, options.folder, options.files)
        for name in options.only.split(","):
            {"memory": memory, "workers": workers, "cache": cache}[name](options, checks)
    checks.exit()


if __name__ == "__main__":
    main()
