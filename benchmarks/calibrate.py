#!/usr/bin/env python3
"""Fits corpora/confidence.tsv: how often a field that a rule has found is right.

calibrate.py --program build/atsmatch FOLDER... [--write corpora/confidence.tsv] [--by resume|theme] [--rules]

Each FOLDER holds documents with NAME.truth.json beside them (corpora/bench is one).  The program parses each; its
values are compared with what the truth says is printed, field by field.  A field is known by its group (work.name), its
rule, the rule's own score in steps of .05, and how whole the entry is that it stands in (see Wholeness below).  The
table holds the share that was right of each, drawn towards the share of what it is a part of, so that a rule that was
seen twice stays near its group.  The figures of the fields left out are those of five folds by person: fitted on four,
tried on the fifth."""
import argparse, json, math, os, re, subprocess, sys, unicodedata, zlib
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor

STRENGTH = 10.0  # as many fields of a part must be seen to weigh as much as the whole that it is a part of
FOLDS = 5
FORMATS = (".pdf", ".docx", ".odt", ".html", ".txt", ".md")
# The fields that make an entry whole; must be those of parser/fields/confidence.cc.
WHOLE = {"work": ("name", "position", "startDate"), "volunteer": ("organization", "position", "startDate"),
         "education": ("institution", "studyType", "endDate"), "projects": ("name", "startDate"),
         "awards": ("title", "awarder"), "certificates": ("name", "issuer"), "publications": ("name", "publisher"),
         "skills": ("name", "keywords"), "languages": ("language", "fluency"), "interests": ("name",),
         "references": ("name", "reference")}
NAME = {section: fields[0] for section, fields in WHOLE.items()}


# ---- comparing values

def folded(text):
    text = unicodedata.normalize("NFKC", str(text or "")).replace("\u00ad", "").casefold()
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text))


def overlap(a, b):
    """F1 of the words of two texts."""
    x, y = folded(a), folded(b)
    if not x or not y:
        return 0.0
    count = defaultdict(int)
    for word in x:
        count[word] += 1
    hits = 0
    for word in y:
        hits += count[word] > 0
        count[word] -= 1
    return 2.0 * hits / (len(x) + len(y))


def close(a, b):
    return ("".join(folded(a)) == "".join(folded(b)) != "") or overlap(a, b) >= 0.8


def exact(a, b):
    return "".join(folded(a)) == "".join(folded(b)) and re.sub(r"[^+#]", "", a) == re.sub(r"[^+#]", "", b)


def same_phone(a, b):
    a, b = (re.sub(r"\D", "", str(x or "").replace("(0)", "")).lstrip("0") for x in (a, b))
    short, long = sorted((a, b), key=len)
    return a != "" and b != "" and (a == b or (len(short) >= 7 and long.endswith(short) and len(long) - len(short) <= 4))


def same_url(a, b):
    bare = lambda u: re.sub(r"^(https?:)?(//)?(www\.)?|^mailto:", "", str(u or "").casefold().replace(" ", "")).rstrip("/")
    return bare(a) == bare(b) != ""


def same_date(a, b, precision):
    a, b = (re.match(r"(\d{4})(?:-(\d\d))?", str(x or "")) for x in (a, b))
    return bool(a and b) and a[1] == b[1] and (precision == "year" or not a[2] or a[2] == b[2])


def right(field, truth, value, precision="month"):
    if truth in (None, "", []):
        return False
    if field.endswith("Date") or field == "date":
        return same_date(truth, value, precision)
    if field == "phone":
        return same_phone(truth, value)
    if field == "url":
        return same_url(truth, value)
    if field in ("name_of_person", "email", "city", "countryCode", "postalCode", "username"):
        return exact(str(truth).casefold(), str(value).casefold())
    if field == "score":
        return close(truth, value) or "".join(folded(truth)) in "".join(folded(value))
    return close(truth, value)


# ---- judging a document

def pair(section, truth, found):
    """Index of the true entry of each found one; entries go to the most alike first."""
    def likeness(a, b):
        words = sum(3 * overlap(a.get(f), b.get(f)) for f in WHOLE[section] if isinstance(a.get(f, ""), str) and not f.endswith("Date"))
        return words + sum(same_date(a.get(f), b.get(f), "month") for f in ("startDate", "endDate", "date", "releaseDate"))
    scores = sorted(((likeness(a, b), -i, -j) for i, a in enumerate(truth) for j, b in enumerate(found)), reverse=True)
    pairs, used = {}, set()
    for score, i, j in scores:
        if score > 0.8 and -j not in pairs and -i not in used:
            pairs[-j] = -i
            used.add(-i)
    return pairs


def judge_list(values, truths):
    """Right or wrong of each value of a list; each truth counts once."""
    left, verdicts = list(truths), []
    for value in values:
        best = max(left, key=lambda t: overlap(t, value), default=None)
        ok = best is not None and close(best, value)
        if ok:
            left.remove(best)
        verdicts.append(ok)
    return verdicts


def judge(truth, parsed):
    """{JSON pointer: right?} of what can be judged."""
    resume, precision = truth["resume"], truth.get("date_precision", {})
    verdicts = {}
    basics, own = resume.get("basics", {}), parsed.get("basics", {})
    for field in ("name", "label", "email", "phone", "summary"):
        if own.get(field):
            verdicts["/basics/" + field] = right("name_of_person" if field == "name" else field, basics.get(field), own[field])
    for field in ("city", "countryCode", "postalCode", "region", "address"):
        if own.get("location", {}).get(field) and basics.get("location", {}).get(field):
            verdicts["/basics/location/" + field] = right(field, basics["location"][field], own["location"][field])
    urls = [basics.get("url")] + [p.get("url") for p in basics.get("profiles", [])]
    users = [str(p.get("username", "")).casefold() for p in basics.get("profiles", [])]
    if own.get("url"):
        verdicts["/basics/url"] = any(same_url(u, own["url"]) for u in urls)
    for i, profile in enumerate(own.get("profiles", [])):
        ok = any(same_url(u, profile.get("url")) for u in urls) or str(profile.get("username", "")).casefold() in users
        for field in ("network", "username", "url"):
            verdicts["/basics/profiles/%d/%s" % (i, field)] = ok
    for section in WHOLE:
        if section in ("skills", "interests"):
            continue
        true, found = resume.get(section, []), parsed.get(section, [])
        pairs = pair(section, true, found)
        for j, entry in enumerate(found):
            answer = true[pairs[j]] if j in pairs else {}
            for field, value in entry.items():
                pointer = "/%s/%d/%s" % (section, j, field)
                texts = answer.get("highlights", []) + [line for f in ("summary", "description") for line in str(answer.get(f) or "").split("\n") if line]
                if field in ("highlights", "courses", "keywords", "roles"):
                    for k, ok in enumerate(judge_list(value, texts if field == "highlights" else answer.get(field, []))):
                        verdicts["%s/%d" % (pointer, k)] = ok
                elif field in ("summary", "description", "reference"):
                    verdicts[pointer] = any(close(t, value) for t in texts + [answer.get("reference", ""), answer.get(field, "")])
                else:
                    shown = precision.get("%s[%d].%s" % (section, pairs.get(j, -1), field), "month")
                    verdicts[pointer] = right(field, answer.get(field), value, shown)
    for section in ("skills", "interests"):
        pool = [t for entry in resume.get(section, []) for t in [entry.get("name", "")] + entry.get("keywords", [])]
        for j, entry in enumerate(parsed.get(section, [])):
            if entry.get("name"):
                verdicts["/%s/%d/name" % (section, j)] = any(exact(t, entry["name"]) for t in pool)
            for k, word in enumerate(entry.get("keywords", [])):
                verdicts["/%s/%d/keywords/%d" % (section, j, k)] = any(exact(t, word) for t in pool)
    return verdicts


def wholeness(parsed, section, index):
    """Wholeness: does the entry have what makes one, and do those of the work and the education of the document?"""
    whole = lambda s, entry: all(entry.get(f) for f in WHOLE[s])
    entries = [(s, e) for s in ("work", "education") for e in parsed.get(s, [])]
    broken = sum(not whole(s, e) for s, e in entries)
    document = "regular" if entries and not broken else "mixed" if entries and 2 * broken <= len(entries) else "irregular"
    if section in WHOLE and not whole(section, parsed[section][index]):
        return "part-" + document
    return document


def samples(program, folder, stem):
    truth = json.load(open(os.path.join(folder, stem + ".truth.json"), encoding="utf-8"))
    document = next((p for p in (os.path.join(folder, stem + e) for e in FORMATS) if os.path.exists(p)), None)
    if document is None:
        return []
    run = subprocess.run([program, "parse", document], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=60)
    if not run.stdout:
        return []
    parsed = json.loads(run.stdout.decode("utf-8"))
    verdicts, rows = judge(truth, parsed), []
    for pointer, shown in parsed.get("meta", {}).get("atsmatch", {}).get("provenance", {}).items():
        if pointer not in verdicts:
            continue
        parts = pointer.strip("/").split("/")
        group = ".".join(p for p in parts if not p.isdigit())
        index = int(parts[1]) if len(parts) > 1 and parts[1].isdigit() else 0
        step = int(shown.get("score", shown["confidence"]) * 20 + 0.5 + 1e-9) * 5
        key = (group, wholeness(parsed, parts[0], index), shown["rule"], str(step))
        rows.append({"key": key, "right": verdicts[pointer], "confidence": shown["confidence"], "raw": shown.get("score", shown["confidence"]),
                     "resume": truth["meta"]["resume"], "theme": truth["meta"]["theme"]})
    return rows


# ---- fitting

def share(counted):
    return (counted[0] + 0.5) / (counted[1] + 1)


def logit(p):
    return math.log(p / (1 - p))


def expit(x):
    return 1 / (1 + math.exp(-x))


def fit(rows):
    """{(group, whole, rule, step): (confidence, count)}; shorter keys are what longer ones are a part of."""
    counts = defaultdict(lambda: [0, 0])
    for row in rows:
        for length in range(1, 5):
            counts[row["key"][:length]][0] += row["right"]
            counts[row["key"][:length]][1] += 1
    mean = sum(r["right"] for r in rows) / max(1, len(rows))
    whole = defaultdict(lambda: [0, 0])
    for row in rows:
        whole[row["key"][1]][0] += row["right"]
        whole[row["key"][1]][1] += 1
    for group in [key for key in counts if len(key) == 1]:
        for wholeness in whole:
            counts[group + (wholeness,)]  # a row for each, seen or not
    table = {}
    for key in sorted(counts, key=lambda k: (len(k), k)):
        hits, count = counts[key]
        if len(key) > 2 and counts[key[:-1]][1] == count:  # all of the whole: the same fields must not count twice
            table[key] = table[key[:-1]]
            continue
        prior = table[key[:-1]][0] if len(key) > 1 else mean
        if len(key) == 2:  # entries that lack parts are worse in every group
            prior = expit(logit(prior) + logit(share(whole[key[1]])) - logit(mean))
        table[key] = ((hits + STRENGTH * prior) / (count + STRENGTH), count)
    return table


def look_up(table, key):
    for length in range(4, 0, -1):
        if key[:length] in table:
            return min(0.99, max(0.01, table[key[:length]][0]))
    return 0.5


def report(title, rows, confidence):
    bins = defaultdict(lambda: [0, 0, 0.0])
    for row in rows:
        c = confidence(row)
        b = bins[min(9, int(c * 10 + 1e-9))]
        b[0] += 1
        b[1] += row["right"]
        b[2] += c
    print("\n%s\n%-10s %8s %8s %8s %8s" % (title, "decile", "fields", "mean", "right", "off"))
    for d in sorted(bins):
        n, hits, total = bins[d]
        print("%.1f - %.1f  %8d %8.3f %8.3f %+8.3f" % (d / 10, d / 10 + 0.1, n, total / n, hits / n, total / n - hits / n))
    error = sum(abs(b[2] - b[1]) for b in bins.values()) / max(1, len(rows))
    print("fields %d, right %.3f, expected calibration error %.4f" % (len(rows), sum(r["right"] for r in rows) / max(1, len(rows)), error))


def left_out(rows, by):
    fold = {name: i % FOLDS for i, name in enumerate(sorted({r[by] for r in rows}, key=lambda n: zlib.crc32(n.encode())))}
    predictions = {}
    for k in range(FOLDS):
        table = fit([r for r in rows if fold[r[by]] != k])
        for r in rows:
            if fold[r[by]] == k:
                predictions[id(r)] = look_up(table, r["key"])
    return lambda row: predictions[id(row)]


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folders", nargs="+", metavar="FOLDER")
    options.add_argument("--program", required=True)
    options.add_argument("--write", metavar="TABLE")
    options.add_argument("--by", choices=("resume", "theme"), default="resume", help="what is left out: people or layouts")
    options.add_argument("--rules", action="store_true", help="show each group and rule")
    options.add_argument("--jobs", type=int, default=2)
    asked = options.parse_args()
    documents = [(asked.program, folder, f[:-len(".truth.json")]) for folder in asked.folders for f in sorted(os.listdir(folder)) if f.endswith(".truth.json")]
    with ThreadPoolExecutor(asked.jobs) as pool:
        rows = [row for part in pool.map(lambda d: samples(*d), documents) for row in part]
    if not rows:
        sys.exit("calibrate.py: no field of %d documents could be compared" % len(documents))
    report("as the rules score them", rows, lambda r: r["raw"])
    report("as the program says", rows, lambda r: r["confidence"])
    table = fit(rows)
    report("fitted on all", rows, lambda r: look_up(table, r["key"]))
    report("fitted without the %s" % asked.by, rows, left_out(rows, asked.by))
    if asked.rules:
        by_rule = defaultdict(lambda: [0, 0])
        for r in rows:
            by_rule[(r["key"][0], r["key"][2])][0] += r["right"]
            by_rule[(r["key"][0], r["key"][2])][1] += 1
        print("\n%-30s %-28s %7s %7s" % ("group", "rule", "fields", "right"))
        for (group, rule), (hits, count) in sorted(by_rule.items()):
            print("%-30s %-28s %7d %7.3f" % (group, rule, count, hits / count))
    if asked.write:
        with open(asked.write, "w", encoding="utf-8") as out:
            out.write("# group TAB rule TAB wholeness TAB score of the rule in per cent TAB confidence TAB fields seen; * is any\n")
            for key in sorted(table):
                if len(key) > 1 and table[key] == table[key[:-1]]:
                    continue  # what is looked up next says the same
                group, whole, rule, step = key + ("*",) * (4 - len(key))
                out.write("%s\t%s\t%s\t%s\t%.3f\t%d\n" % (group, rule, whole, step, table[key][0], table[key][1]))


if __name__ == "__main__":
    main()
