#!/usr/bin/env python3
"""How well are postings understood?

postings.py FOLDER --cmd 'build/release/atsmatch job {job} --format json' [--jobs] [--words JOB]

FOLDER holds a folder a job: `job.txt`, and `job.json` with what a recruiter read out of it: "must_have" and
"nice_to_have" (lists of texts), "min_years" (a number or null), "degree" (a word or null).  The command prints JSON
with the same keys.

Token F1: the words of all texts of both lists, each word as often as it stands there, against those of the recruiter's
two lists.  A word is a run of letters, digits and + # . & inside it, in lower case; nothing is left out.  `together`
does not ask in which of the two lists a word stands, `by need` does.  Figures are means over the jobs; a job where
both sides say nothing counts 1.  `pooled` adds the words of all jobs up first.  Years and degree are right when they
are the same, none included."""
import argparse, collections, glob, json, os, re, shlex, subprocess


def words(texts, tag=""):
    found = re.findall(r"[^\W_]+(?:[.&'’][^\W_]+)*[+#]*", " ".join(texts).lower())
    return collections.Counter(tag + w.replace("’", "'") for w in found)


def f1(shared, ours, theirs):
    return 2 * shared / (ours + theirs) if ours + theirs else 1.0


def sizes(ours, theirs):
    return sum((ours & theirs).values()), sum(ours.values()), sum(theirs.values())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--cmd", required=True)
    parser.add_argument("--jobs", action="store_true", help="a line for each job, the worst first")
    parser.add_argument("--words", metavar="JOB", help="the words of one job that only one side has")
    options = parser.parse_args()
    rows, years_right, degree_right = [], 0, 0
    pooled = [0, 0, 0]
    for path in sorted(glob.glob(os.path.join(options.folder, "*", "job.json"))):
        folder = os.path.dirname(path)
        truth = json.load(open(path, encoding="utf-8"))
        command = [w.replace("{job}", os.path.join(folder, "job.txt")) for w in shlex.split(options.cmd)]
        read = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
        lists = [(side["must_have"], side["nice_to_have"]) for side in (read, truth)]
        together = sizes(*(words(must + nice) for must, nice in lists))
        by_need = sizes(*(words(must, "must ") + words(nice, "nice ") for must, nice in lists))
        pooled = [a + b for a, b in zip(pooled, together)]
        years = [side["min_years"] or 0 for side in (read, truth)]
        degree = [side["degree"] or "" for side in (read, truth)]
        years_right += years[0] == years[1]
        degree_right += degree[0] == degree[1]
        name = os.path.basename(folder)
        notes = [f"{what} {got or 'none'}, not {want or 'none'}" for what, (got, want) in (("years", years), ("degree", degree)) if got != want]
        rows.append((f1(*together), f1(*by_need), together, name, read["title"], notes))
        if name == options.words:
            ours, theirs = (words(must + nice) for must, nice in lists)
            print("too many:", *sorted((ours - theirs).elements()))
            print("missing: ", *sorted((theirs - ours).elements()))
    if options.jobs:
        for together, by_need, (shared, ours, theirs), name, title, notes in sorted(rows):
            print(f"{name}  {together:.3f}  {by_need:.3f}  {shared:4} of {ours:4} read, {theirs:4} asked  {title}  {'; '.join(notes)}")
    count = len(rows)
    print(f"jobs {count}  token F1 together {sum(r[0] for r in rows) / count:.3f}  by need {sum(r[1] for r in rows) / count:.3f}"
          f"  pooled {f1(*pooled):.3f}  years right {years_right}  degree right {degree_right}")


if __name__ == "__main__":
    main()
