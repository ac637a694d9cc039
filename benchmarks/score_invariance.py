#!/usr/bin/env python3
"""Does a résumé score the same whatever its layout?

score_invariance.py --program build/release/atsmatch FOLDER... [--job JOB]... [--worst 10]

Each FOLDER holds the same people in several layouts: LAYOUT__PERSON.pdf with LAYOUT__PERSON.truth.json beside it.  Layouts
that print the same things of a person (some leave out sections, or items) are compared among themselves: the standard
deviation of their scores against each job, in points.  Without --job: three of corpora/jobs, of different trades."""
import argparse, collections, json, os, statistics, subprocess

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
JOBS = ["accountant_usa_flattened", "backend_engineer_germany", "coronary_care_nurse_ireland"]


def scores_of(program, folder, job):
    out = subprocess.run([program, folder, job, "--format", "ndjson", "--as-of", "2026-01-01"], capture_output=True, text=True).stdout
    records = (json.loads(line) for line in out.splitlines())
    return {os.path.basename(r["resume"]).rsplit(".", 1)[0]: r["score"] for r in records if r.get("score") is not None}


def printed_of(folder, stem):
    with open(os.path.join(folder, stem + ".truth.json"), encoding="utf-8") as file:
        return frozenset(json.load(file)["printed"])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--program", required=True)
    parser.add_argument("--job", action="append")
    parser.add_argument("--worst", type=int, default=0)
    a = parser.parse_args()
    deviations = []
    for job in a.job or [f"{ROOT}/corpora/jobs/{name}.txt" for name in JOBS]:
        groups = collections.defaultdict(list)
        for folder in a.folders:
            for stem, score in scores_of(a.program, folder, job).items():
                person = stem.split("__")[-1]
                groups[person, printed_of(folder, stem)].append((score, stem.split("__")[0]))
        for (person, _), scores in groups.items():
            if len(scores) > 1:
                deviation = statistics.stdev(s for s, _ in scores)
                deviations.append((deviation, os.path.basename(job), person, sorted(scores)))
    deviations.sort(reverse=True)
    for deviation, job, person, scores in deviations[: a.worst]:
        print("%5.2f  %s  %s  %s" % (deviation, job, person, "  ".join("%.1f %s" % s for s in (scores[0], scores[-1]))))
    values = [d[0] for d in deviations]
    print("groups %d, of layouts %d; standard deviation: mean %.2f, largest %.2f, at most 1.5 in %d"
          % (len(values), sum(len(d[3]) for d in deviations), statistics.mean(values), values[0], sum(v <= 1.5 for v in values)))


if __name__ == "__main__":
    main()
