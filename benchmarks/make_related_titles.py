#!/usr/bin/env python3
"""Makes corpora/background/related_titles.tsv: which occupations lie near each other, though no name says so.

make_related_titles.py --onet FOLDER --skills corpora/skills --out corpora/background

FOLDER holds tables of O*NET: Occupation Data, Alternate Titles, Sample of Reported Titles, Related Occupations.  A title of
the taxonomy stands for the three occupations that its names are titles of most often, by their shares.  Two titles are as
near as their occupations, on average over the shares: 1 the same, and by O*NET's tiers of relatedness .6, .45 and .3.  A row
is two ids of titles, in the order of the alphabet, and their nearness; under .25 there is none."""
import argparse, collections, glob, itertools, re

TIERS = {"Primary-Short": 0.6, "Primary-Long": 0.45, "Supplemental": 0.3}
LEAST = 0.25


def rows(path):
    lines = open(path, encoding="utf-8").read().split("\n")[1:]
    return [line.split("\t") for line in lines if line]


def folded(name):
    return re.sub(r"[^a-z0-9&+#]+", " ", name.lower()).strip()


def occupations_by_name(onet):
    found = collections.defaultdict(collections.Counter)
    for code, title, *_ in rows(f"{onet}/Occupation Data.txt"):
        for name in {folded(title), folded(title).removesuffix("s")}:
            found[name][code] += 5  # the occupation's own name
    for table, weight in (("Alternate Titles", 1), ("Sample of Reported Titles", 2)):
        for code, title, *_ in rows(f"{onet}/{table}.txt"):
            found[folded(title)][code] += weight
    return found


def names_of_titles(skills):
    names = {}
    for path in sorted(glob.glob(f"{skills}/*.tsv")):
        for line in open(path, encoding="utf-8"):
            cells = line.rstrip("\n").split("\t") + [""]
            if not line.startswith("#") and cells[2] == "title":
                texts = [cells[1]] + cells[4].split("|")
                names[cells[0]] = {folded(re.sub(r"\{.*?\}", "", text)) for text in texts}
    return names


def shares_of(names, by_name):
    counts = collections.Counter()
    for name in sorted(names):
        of_name = by_name.get(name, {})
        for code, count in of_name.items():
            counts[code] += count / len(of_name)
    most = sorted(counts.items(), key=lambda c: (-c[1], c[0]))[:3]
    return {code: count / sum(c for _, c in most) for code, count in most}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("onet", "skills", "out"):
        parser.add_argument("--" + name, required=True)
    a = parser.parse_args()
    by_name = occupations_by_name(a.onet)
    tier = {(x, y): TIERS[t] for x, y, t, *_ in rows(f"{a.onet}/Related Occupations.txt")}
    near = lambda x, y: 1 if x == y else max(tier.get((x, y), 0), tier.get((y, x), 0))
    titles = {i: shares_of(names, by_name) for i, names in names_of_titles(a.skills).items()}
    titles = {i: shares for i, shares in titles.items() if shares}
    written = 0
    with open(f"{a.out}/related_titles.tsv", "w", encoding="utf-8") as out:
        for one, other in itertools.combinations(sorted(titles), 2):
            nearness = sum(s * t * near(x, y) for x, s in titles[one].items() for y, t in titles[other].items())
            if nearness >= LEAST:
                out.write(f"{one} {other}\t{nearness:.2f}\n")
                written += 1
    print(len(titles), "titles,", written, "pairs")


if __name__ == "__main__":
    main()
