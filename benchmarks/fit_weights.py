#!/usr/bin/env python3
"""Fits corpora/weights.tsv to graded jobs, with cross-validation by job.

ranking FOLDER --dump features.tsv && fit_weights.py features.tsv [--weights corpora/weights.tsv] [--write OUT]

The weights are those of an ordered logistic regression (one slope a feature, one threshold a grade), held at 0 or more
so that more evidence never lowers a score, and pulled towards equal shares by a ridge.  Figures are printed for the
weights as they are, as fitted on all jobs, and as fitted on seven eighths of the jobs and tried on the rest."""
import argparse, math


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


def fit(rows, weights, ridge=0.02, steps=1500, rate=1.0):
    names = list(weights)
    data = [([value(f[k], weights[k]) if f[k] >= -1 else 0.5 for k in names], g) for _, g, _, f in rows]
    slopes, thresholds = [1.0] * len(names), [0.0, 2.0, 4.0]
    for _ in range(steps):
        gradient, shift = [ridge * s for s in slopes], [0.0] * 3
        for x, grade in data:
            linear = sum(s * v for s, v in zip(slopes, x))
            error = 0.0
            for t in range(3):
                e = 1 / (1 + math.exp(thresholds[t] - linear)) - (1 if grade > t else 0)
                shift[t] -= e / len(data)
                error += e
            for i, v in enumerate(x):
                gradient[i] += error * v / len(data)
        slopes = [max(0.0, s - rate * d) for s, d in zip(slopes, gradient)]
        thresholds = [b - rate * d for b, d in zip(thresholds, shift)]
    return dict(zip(names, slopes))


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
