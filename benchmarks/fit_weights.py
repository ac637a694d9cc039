#!/usr/bin/env python3
"""Fits corpora/weights.tsv to graded jobs, with cross-validation by job.

ranking FOLDER --dump features.tsv && fit_weights.py features.tsv [--weights corpora/weights.tsv] [--write OUT]

The weights are those of an ordered logistic regression (one slope a feature, one threshold a grade) together with one
over pairs of the same job (the better grade should score more; a pair across 1 and 2 counts twice), held at 0 or more
so that more evidence never lowers a score, and held small by a ridge.  Figures are printed for the
weights as they are, as fitted on all jobs, and as fitted on seven eighths of the jobs and tried on the rest."""
import argparse, math

import numpy as np


def read_dump(path):
    rows = []
    for line in open(path, encoding="utf-8"):
        job, stem, grade, score, *cells = line.rstrip("\n").split("\t")
        rows.append((job, int(grade), float(score), {k: float(v) for k, v in (c.split("=") for c in cells)}))
    return rows


def read_weights(path):
    rows = [l.rstrip("\n").split("\t") for l in open(path, encoding="utf-8") if l.strip() and not l.startswith("#")]
    return {r[0]: [float(r[1]), float(r[2]), float(r[3]), r[4]] for r in rows}


def value(raw, row):
    return min(1.0, max(0.0, (raw - row[1]) / (row[2] - row[1])))


def score(features, weights, slopes):
    total = sum(slopes[k] for k in slopes if features[k] >= -1)
    return 100 * sum(slopes[k] * value(features[k], weights[k]) for k in slopes if features[k] >= -1) / total if total else 0


def dcg(grades):
    return sum((2 ** g - 1) / math.log2(i + 2) for i, g in enumerate(grades[:10]))


def figures(rows, scores):
    jobs = {}
    for row, s in zip(rows, scores):
        jobs.setdefault(row[0], []).append((s, row[1]))
    ndcg, ap = [], []
    for pairs in jobs.values():
        ranked = [g for s, g in sorted(pairs, key=lambda p: (-p[0], p[1]))]
        if dcg(sorted(ranked, reverse=True)) > 0:
            ndcg.append(dcg(ranked) / dcg(sorted(ranked, reverse=True)))
        hits = [i + 1 for i, g in enumerate(ranked) if g >= 2]
        if hits:
            ap.append(sum((n + 1) / i for n, i in enumerate(hits)) / len(hits))
    order = sorted((s, r[1] >= 2) for r, s in zip(rows, scores))
    good, below, wins = sum(1 for o in order if o[1]), 0, 0
    for _, relevant in order:
        wins, below = (wins + below, below) if relevant else (wins, below + 1)
    medians = []
    for grade in range(4):
        own = sorted(s for r, s in zip(rows, scores) if r[1] == grade)
        medians.append("%.0f" % own[len(own) // 2] if own else "-")
    return "nDCG@10 %.3f  MAP %.3f  pooled AUC %.3f  medians %s" % (
        sum(ndcg) / len(ndcg), sum(ap) / len(ap), wins / (good * (len(order) - good)), " ".join(medians))


def pairs_of(rows):
    better, worse, counts = [], [], []
    for i, a in enumerate(rows):
        for j, b in enumerate(rows):
            if a[0] == b[0] and a[1] > b[1]:
                better.append(i)
                worse.append(j)
                counts.append((a[1] - b[1]) * (2 if a[1] >= 2 > b[1] else 1))
    return better, worse, np.array(counts) / sum(counts)


def fit(rows, weights, ridge=0.02, steps=400, pairs=3.0):
    names = list(weights)
    data = np.array([[value(f[k], weights[k]) if f[k] >= -1 else np.nan for k in names] for _, _, _, f in rows])
    data = np.where(np.isnan(data), np.nanmean(data, axis=0), data)
    grades = np.array([g for _, g, _, _ in rows])
    better, worse, counts = pairs_of(rows)
    apart = data[better] - data[worse]
    at = np.array([0.5] * len(names) + [0.0, 2.0, 4.0])
    mean, square = np.zeros(len(at)), np.zeros(len(at))
    for step in range(1, steps + 1):  # Adam
        slopes, thresholds = at[:-3], at[-3:]
        linear, gradient = data @ slopes, np.zeros(len(at))
        gradient[:-3] = ridge * slopes - pairs * (apart * (counts / (1 + np.exp(apart @ slopes)))[:, None]).sum(axis=0)
        for t in range(3):
            error = 1 / (1 + np.exp(thresholds[t] - linear)) - (grades > t)
            gradient[t - 3] = -error.mean()
            gradient[:-3] += data.T @ error / len(rows)
        mean, square = 0.9 * mean + 0.1 * gradient, 0.99 * square + 0.01 * gradient**2
        at = at - 0.05 * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
        at[:-3] = np.maximum(0, at[:-3])
    return dict(zip(names, at[:-3]))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dump")
    parser.add_argument("--weights", default="corpora/weights.tsv")
    parser.add_argument("--steps", type=int, default=400)
    parser.add_argument("--write")
    a = parser.parse_args()
    rows, weights = read_dump(a.dump), read_weights(a.weights)
    print("as they are   ", figures(rows, [score(r[3], weights, {k: w[0] for k, w in weights.items()}) for r in rows]))
    fitted = fit(rows, weights, steps=a.steps)
    print("fitted on all ", figures(rows, [score(r[3], weights, fitted) for r in rows]))
    jobs, tried = sorted({r[0] for r in rows}), [0.0] * len(rows)
    for fold in range(8):
        held_out = set(jobs[fold::8])
        slopes = fit([r for r in rows if r[0] not in held_out], weights, steps=a.steps)
        for i, r in enumerate(rows):
            if r[0] in held_out:
                tried[i] = score(r[3], weights, slopes)
    print("cross-validated", figures(rows, tried))
    total = sum(fitted.values())
    lines = ["%s\t%.1f\t%g\t%g\t%s" % (k, 100 * s / total, weights[k][1], weights[k][2], weights[k][3]) for k, s in fitted.items()]
    print("\n".join(lines))
    if a.write:
        open(a.write, "w", encoding="utf-8").write("# id\tweight\tlow\thigh\tlabel; see SOURCES.md for how they were fitted\n" + "\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
