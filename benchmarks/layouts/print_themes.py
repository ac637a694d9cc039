#!/usr/bin/env python3
"""Prints our invented people in layouts that others designed: public JSON Resume themes.

print_themes.py OUTPUT [--set working|aside] [--theme NAME] [--people N]

themes.tsv names the themes; each is installed by npm under OUTPUT/themes, which needs the network once.  The pages are
printed without it, as a theme looks where its web fonts and style sheets do not load.  What a theme prints of a person
is found by render_theme.mjs and must stand in the text of the PDF: the truth is inferred, and wrong where a theme says
a thing twice.  Needs (Debian): nodejs npm chromium poppler-utils."""
import argparse, json, os, re, subprocess, sys, tempfile, unicodedata
from concurrent.futures import ThreadPoolExecutor

HERE = os.path.dirname(os.path.abspath(__file__))
PEOPLE = os.path.join(HERE, "people")
FEWEST = 8  # values; a theme that prints less did not know the schema


def run(command, seconds, **more):
    return subprocess.run(command, timeout=seconds, check=True, capture_output=True, text=True, **more)


def themes(options):
    with open(os.path.join(HERE, "themes.tsv"), encoding="utf-8") as rows:
        named = [row.rstrip("\n").split("\t") for row in rows if not row.startswith("#")]
    return [(number, name) for number, (name, chosen) in enumerate(named)
            if options.set in (None, chosen) and options.theme in (None, name)]


def flat(text):
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text).casefold())


def value_at(resume, path):
    for key in re.findall(r"[^.\[\]]+", path):
        resume = resume[int(key)] if isinstance(resume, list) else resume.get(key)
    return resume


def stands_in(path, value, text):
    """Whether the PDF's text holds the value: how it writes dates is not known."""
    if path.endswith("ate"):
        return value[:4] in text
    if path.endswith("phone"):
        return re.sub(r"\D", "", value)[-7:] in re.sub(r"\D", "", text)
    if path.endswith("url"):
        value = re.sub(r"^https?://(www\.)?", "", value)
    return flat(value)[:60] in flat(text)


def print_page(page, theme, person):
    stem = page[:-len(".html")]
    with tempfile.TemporaryDirectory() as profile:
        run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=" + profile, "--no-pdf-header-footer",
             "--virtual-time-budget=4000", "--host-resolver-rules=MAP * 0.0.0.0", "--print-to-pdf=" + stem + ".pdf", "file://" + page], 60)
    text = "".join(run(["pdftotext"] + order + [stem + ".pdf", "-"], 30).stdout for order in ([], ["-raw"]))
    with open(os.path.join(PEOPLE, person + ".json"), encoding="utf-8") as file:
        resume = json.load(file)
    with open(stem + ".printed.json", encoding="utf-8") as file:
        noted = json.load(file)
    printed = [path for path in noted["printed"] if stands_in(path, value_at(resume, path), text)]
    for used in (page, stem + ".printed.json"):
        os.remove(used)
    if len(printed) < FEWEST:
        os.remove(stem + ".pdf")
        return 0
    truth = {"meta": {"theme": theme, "resume": person, "kind": "html", "family": "themes"}, "printed": printed,
             "date_precision": noted["date_precision"], "sentinel_only": [], "resume": resume}
    with open(stem + ".truth.json", "w", encoding="utf-8") as out:
        json.dump(truth, out, ensure_ascii=False, indent=1)
    return 1


def print_theme(number, theme, people, output):
    home = os.path.join(output, "themes", theme)
    if not os.path.isdir(os.path.join(home, "node_modules")):
        os.makedirs(home, exist_ok=True)
        run(["npm", "install", "--prefix", home, "--legacy-peer-deps", "--ignore-scripts", "--no-audit", "--no-fund",
             "--no-package-lock", "jsonresume-theme-" + theme], 300)
    everybody = sorted(name[:-len(".json")] for name in os.listdir(PEOPLE))
    chosen = [everybody[(7 * number + 5 * i) % len(everybody)] for i in range(people)]
    files = [os.path.join(PEOPLE, person + ".json") for person in chosen]
    done = run(["node", os.path.join(HERE, "render_theme.mjs"), home, theme, output] + files, 120)
    sys.stderr.write(done.stderr if "render_theme.mjs" in done.stderr else "")
    pages = [(os.path.join(output, "%s__%s.html" % (theme, person)), person) for person in chosen]
    return sum(print_page(page, theme, person) for page, person in pages if os.path.exists(page))


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("output")
    options.add_argument("--set", choices=("working", "aside"), help="themes of this set only")
    options.add_argument("--theme", help="this theme only")
    options.add_argument("--people", type=int, default=5, help="how many in each theme")
    options = options.parse_args()
    output = os.path.abspath(options.output)
    os.makedirs(output, exist_ok=True)
    count = 0
    with ThreadPoolExecutor(2) as pool:
        started = [(theme, pool.submit(print_theme, number, theme, options.people, output))
                   for number, theme in themes(options)]
        for theme, printing in started:
            try:
                count += printing.result()
            except (subprocess.SubprocessError, OSError) as error:
                print("print_themes.py: %s: %s" % (theme, error), file=sys.stderr)
    print("%d documents in %s" % (count, options.output))


if __name__ == "__main__":
    main()
