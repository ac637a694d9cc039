#!/usr/bin/env python3
"""Does a résumé say the same whatever its layout?

invariance.py --program build/release/atsmatch FOLDER... [--worst 10] [--jobs 2]

Each FOLDER holds the same people in several layouts: NAME.pdf with NAME.truth.json beside it (see layouts/).  Of each
two layouts of a person, the fields that both print are compared as they were read: texts without case and accents of
typography, dates at the coarser precision of the two.  A field that was not read in either is not equal.  Values
need not be right, only the same; the truth merely says what is printed, and which of the entries read is which.

Prints the share that is equal by field, and the layouts and fields that differ most from the others."""
import argparse, json, os, re, subprocess, sys
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from itertools import combinations

from calibrate import FORMATS, WHOLE, close, exact, folded, pair, same_phone, same_url

LISTS = ("highlights", "courses", "keywords", "roles")


def best(items, wanted, alike):
    """The item that is the wanted text, or none."""
    return next((item for item in items if alike(wanted, item)), None)


def read_values(truth, parsed):
    """{path that is printed: what was read of it, or None}"""
    resume, values = truth["resume"], {}
    entry_of = {}
    for section in WHOLE:
        if section not in ("skills", "interests"):
            entry_of[section] = {true: found for found, true in pair(section, resume.get(section, []), parsed.get(section, [])).items()}
    pools = {s: [t for e in parsed.get(s, []) for t in [e.get("name", "")] + e.get("keywords", [])] for s in ("skills", "interests")}
    for path in truth["printed"]:
        parts = re.findall(r"[A-Za-z]+|\d+", path)
        section, value = parts[0], None
        if section == "basics":
            found, true = parsed.get("basics", {}), resume["basics"]
            if parts[1] == "profiles":
                profile = true["profiles"][int(parts[2])]
                urls = [found.get("url", "")] + [p.get("url", "") for p in found.get("profiles", [])]
                value = best(urls, profile.get("url"), same_url)
            else:
                for part in parts[1:]:
                    found = found.get(part, {}) if isinstance(found, dict) else {}
                value = found or None
        elif section in pools:
            wanted = resume[section][int(parts[1])][parts[2]]
            value = best(pools[section], wanted[int(parts[3])] if len(parts) > 3 else wanted, exact)
        elif section in entry_of:
            index, field = int(parts[1]), parts[2]
            at = entry_of[section].get(index)
            if at is not None:
                entry = parsed[section][at]
                if field in LISTS:
                    texts = entry.get(field, []) + ([entry.get("summary", "")] if field == "highlights" else [])
                    value = best(texts, resume[section][index][field][int(parts[3])], close)
                elif field in ("summary", "description", "reference"):
                    value = best([entry.get(field, "")] + entry.get("highlights", []), resume[section][index][field], close)
                else:
                    value = entry.get(field)
        values[path] = value
    return values


def equal(path, a, b):
    if a is None or b is None:
        return False
    a, b = str(a), str(b)
    if path.endswith("Date") or path.endswith(".date"):
        length = min(len(a), len(b), 7)
        return a[:length] == b[:length]
    if path.endswith("phone"):
        return same_phone(a, b)
    return folded(a) == folded(b) or close(a, b)


def field_of(path):
    return re.sub(r"\[\d+\]", "", path)


def read(program, folder, stem):
    truth = json.load(open(os.path.join(folder, stem + ".truth.json"), encoding="utf-8"))
    document = next((p for p in (os.path.join(folder, stem + e) for e in FORMATS) if os.path.exists(p)), None)
    if document is None:
        return None
    run = subprocess.run([program, "parse", document], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=60)
    parsed = json.loads(run.stdout.decode("utf-8")) if run.stdout else {}
    return truth["meta"]["resume"], truth["meta"]["theme"], read_values(truth, parsed)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folders", nargs="+", metavar="FOLDER")
    options.add_argument("--program", required=True)
    options.add_argument("--worst", type=int, default=10, help="how many layouts and pairs to show")
    options.add_argument("--jobs", type=int, default=2)
    asked = options.parse_args()
    documents = [(asked.program, folder, f[:-len(".truth.json")]) for folder in asked.folders for f in sorted(os.listdir(folder)) if f.endswith(".truth.json")]
    people = defaultdict(list)
    with ThreadPoolExecutor(asked.jobs) as pool:
        for found in pool.map(lambda d: read(*d), documents):
            if found:
                people[found[0]].append(found[1:])
    fields, layouts, whole = defaultdict(lambda: [0, 0]), defaultdict(lambda: [0, 0]), [0, 0]
    for prints in people.values():
        for (layout_a, a), (layout_b, b) in combinations(prints, 2):
            for path in a:
                if path not in b:
                    continue
                same = equal(path, a[path], b[path])
                for tally in (whole, fields[field_of(path)], layouts[layout_a], layouts[layout_b]):
                    tally[0] += same
                    tally[1] += 1
    if not whole[1]:
        sys.exit("invariance.py: no person has two layouts that print the same field")
    share = lambda t: t[0] / t[1]
    print("%-32s %8s %8s" % ("field", "pairs", "equal"))
    for name, tally in sorted(fields.items(), key=lambda item: share(item[1])):
        print("%-32s %8d %8.3f" % (name, tally[1], share(tally)))
    print("\n%-32s %8s %8s" % ("layout", "pairs", "equal"))
    for name, tally in sorted(layouts.items(), key=lambda item: share(item[1]))[:asked.worst]:
        print("%-32s %8d %8.3f" % (name, tally[1], share(tally)))
    print("\n%d people, %d documents: %.4f of %d pairs of fields are equal" % (len(people), sum(map(len, people.values())), share(whole), whole[1]))


if __name__ == "__main__":
    main()
