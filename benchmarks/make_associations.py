#!/usr/bin/env python3
"""Makes corpora/background/{text,title}_associations.tsv and association_spread.tsv: which words go with which titles.

make_associations.py --postings POSTINGS.jsonl --onet FOLDER --list-terms build/benchmarks/list_terms --out corpora/background

POSTINGS.jsonl has {"title", "text"} a line; FOLDER holds the tables of O*NET (Occupation Data, Alternate Titles,
Technology Skills, Tools Used).  The TF-IDF matrix of the texts times that of their titles says how often a word of a
text comes with a word of a title; its singular vectors, all of one length, place words and titles in one space of 128
dimensions, in which a text lies near the titles of those who do such work.  Only these numbers are kept: each
coordinate is one printable character, 'O' is 0, and a row's scale makes the largest 46.

association_spread.tsv says how postings of all trades lie in that space: the mean of their directions (each of length 1)
and rows whose outer products add up to the covariance, so that a closeness can be told in standard deviations from
that of any other posting.  Needs numpy and scipy."""
import argparse, collections, json, math, subprocess

import numpy as np
import scipy.sparse as sparse
from scipy.sparse.linalg import svds

DIMENSIONS = 128
LEVELS = 46
TEXT_MINIMUM, PAIR_MINIMUM, TITLE_MINIMUM = 6, 14, 4  # documents in which a word, a pair, a word of a title stands
COMMON_SHARE = 0.4


def postings_of(postings):
    seen = set()
    for line in open(postings, encoding="utf-8"):
        posting = json.loads(line)
        key = "".join(posting["text"].lower().split())[:300]
        if key not in seen:
            seen.add(key)
            yield posting["title"], posting["text"]


def occupations_of(onet):
    titles, texts = collections.defaultdict(list), collections.defaultdict(list)
    rows = lambda name: (l.rstrip("\n").split("\t") for l in list(open(f"{onet}/{name}.txt", encoding="utf-8"))[1:])
    for code, title, description in rows("Occupation Data"):
        titles[code].append(title)
        texts[code].append(description)
    for row in rows("Alternate Titles"):
        titles[row[0]].append(row[1])
        texts[row[0]].append(row[1])
    for row in rows("Technology Skills"):
        if "Y" in row[4:6]:
            texts[row[0]].append(row[1])
    for row in rows("Tools Used"):
        texts[row[0]].append(row[1])
    for code in sorted(titles):
        yield " . ".join(titles[code]), " . ".join(texts[code])


def terms_of(program, texts):
    lines = "\n".join(t.replace("\\n", " ").replace("\r", " ").replace("\n", "\\n") for t in texts) + "\n"
    out = subprocess.run([program], input=lines, capture_output=True, text=True, check=True).stdout
    return [line.split("\t") if line else [] for line in out.split("\n")[: len(texts)]]


def matrix(lists, keep):
    counts = collections.Counter(t for terms in lists for t in set(terms))
    vocabulary = sorted(t for t, n in counts.items() if keep(t, n))
    index = {t: i for i, t in enumerate(vocabulary)}
    data, columns, starts = [], [], [0]
    for terms in lists:
        row = {index[t]: (1 + math.log(n)) * (math.log((1 + len(lists)) / (1 + counts[t])) + 1)
               for t, n in collections.Counter(terms).items() if t in index}
        length = math.sqrt(sum(v * v for v in row.values())) or 1
        columns += row.keys()
        data += (v / length for v in row.values())
        starts.append(len(columns))
    return vocabulary, counts, sparse.csr_matrix((data, columns, starts), shape=(len(lists), len(vocabulary)))


def write(path, names, vectors):
    with open(path, "w", encoding="utf-8") as out:
        for term, vector in sorted(zip(names, vectors), key=lambda r: r[0].encode()):
            scale = float(np.abs(vector).max()) / LEVELS
            levels = np.rint(vector / scale).astype(int) if scale > 0 else np.zeros(DIMENSIONS, int)
            out.write("%s\t%.4g\t%s\n" % (term, scale * 1000, "".join(chr(ord("O") + v) for v in levels)))


def spread(lists, vocabulary, vectors):
    index = {t: i for i, t in enumerate(vocabulary)}
    directions = []
    for terms in lists:
        counts = {t: n for t, n in collections.Counter(terms).items() if t in index}
        total = sum((math.log1p(1.7 * n) * vectors[index[t]] for t, n in counts.items()), np.zeros(DIMENSIONS))
        if np.any(total):
            directions.append(total / np.linalg.norm(total))
    values, axes = np.linalg.eigh(np.cov(np.array(directions).T))
    factors = (axes * np.sqrt(np.maximum(values, 0))).T
    return ["mean"] + ["spread %03d" % i for i in range(DIMENSIONS)], np.vstack([np.mean(directions, axis=0), factors])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("postings", "onet", "list-terms", "out"):
        parser.add_argument("--" + name, required=True)
    a = parser.parse_args()
    postings = list(postings_of(a.postings))
    pairs = postings + list(occupations_of(a.onet))
    titles, texts = terms_of(a.list_terms, [p[0] for p in pairs]), terms_of(a.list_terms, [p[1] for p in pairs])
    words, counts, X = matrix(texts, lambda t, n: (TEXT_MINIMUM if " " not in t else PAIR_MINIMUM) <= n < COMMON_SHARE * len(pairs))
    title_words, title_counts, Y = matrix(titles, lambda t, n: n >= TITLE_MINIMUM)
    left, _, right = svds((X.T @ Y).astype(np.float64), k=DIMENSIONS, v0=np.ones(min(X.shape[1], Y.shape[1])))
    idf = lambda vocabulary, c: np.array([math.log((1 + len(pairs)) / (1 + c[t])) + 1 for t in vocabulary])
    vectors = left * idf(words, counts)[:, None]
    write(a.out + "/text_associations.tsv", words, vectors)
    write(a.out + "/title_associations.tsv", title_words, right.T * idf(title_words, title_counts)[:, None])
    write(a.out + "/association_spread.tsv", *spread(texts[: len(postings) : 2], words, vectors))
    print(len(words), "words and pairs of texts,", len(title_words), "of titles")


if __name__ == "__main__":
    main()
