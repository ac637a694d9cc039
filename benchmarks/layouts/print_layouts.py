#!/usr/bin/env python3
"""Prints invented people in layouts of our own, each PDF with the truth of what it prints.

print_layouts.py OUTPUT [--set working|aside] [--layout NAME] [--person NAME]

templates/NAME.EXT is a layout, a Jinja template of HTML (printed by Chromium), LaTeX, groff or a flat Writer document;
people/NAME.json is a JSON Resume.  Whatever a template prints of a person is noted while it is printed, so that the
truth is made by the print itself: `printed` (paths), `date_precision`, the résumé.  sets.tsv says which layouts and
people are for working with and which are kept aside to measure with only.

Needs (Debian): chromium texlive-latex-recommended texlive-fonts-recommended libreoffice-writer-nogui groff
fonts-lato fonts-roboto-unhinted fonts-ebgaramond fonts-font-awesome fonts-open-sans fonts-wqy-zenhei; python3-jinja2.  A layout whose program is missing is left out."""
import argparse, json, os, re, shutil, subprocess, sys, tempfile
from concurrent.futures import ThreadPoolExecutor

try:
    import jinja2
    from markupsafe import Markup, escape
except ImportError:
    sys.exit("print_layouts.py: needs Jinja2 (python3-jinja2)")

HERE = os.path.dirname(os.path.abspath(__file__))
WORDS = json.load(open(os.path.join(HERE, "words.json"), encoding="utf-8"))


# ---- a résumé that notes what is printed of it

class Notes:
    def __init__(self):
        self.printed, self.precision = [], {}

    def note(self, paths, precision=None):
        for path in paths:
            if path not in self.printed:
                self.printed.append(path)
            if precision:
                self.precision[path] = precision


class Leaf:
    """A text of the résumé; to print it is to note its paths."""

    def __init__(self, notes, paths, text):
        self.notes, self.paths, self.text = notes, paths, text

    def __str__(self):
        self.notes.note(self.paths)
        return self.text

    def __html__(self):
        return escape(str(self))

    def __bool__(self):
        return bool(self.text)

    def __eq__(self, other):  # comparing is not printing
        return self.text == (other.text if isinstance(other, Leaf) else other)

    __hash__ = None


class Node:
    """An object of the résumé; absent members are false."""

    def __init__(self, notes, path, value):
        self.notes, self.path, self.value = notes, path, value

    def get(self, key):
        return wrap(self.notes, (self.path + "." if self.path else "") + key, self.value.get(key))

    def __getattr__(self, key):
        return self.get(key)


def wrap(notes, path, value):
    if isinstance(value, dict):
        return Node(notes, path, value)
    if isinstance(value, list):
        return [wrap(notes, "%s[%d]" % (path, i), v) for i, v in enumerate(value)]
    return None if value is None else Leaf(notes, [path], str(value))


class Group:
    """Entries that follow each other at one employer; its name stands for all of them."""

    def __init__(self, entries):
        self.entries, first = entries, entries[0]
        self.name = Leaf(first.notes, [e.path + ".name" for e in entries], first.value["name"])
        places = {e.value.get("location") for e in entries}
        self.location = Leaf(first.notes, [e.path + ".location" for e in entries], places.pop()) if len(places) == 1 and None not in places else None
        self.end = entries[0].value.get("endDate")
        self.start = entries[-1].value.get("startDate")


def grouped(entries):
    groups = []
    for entry in entries:
        if groups and groups[-1][0].value["name"] == entry.value["name"]:
            groups[-1].append(entry)
        else:
            groups.append([entry])
    return [Group(g) for g in groups]


# ---- dates

def month_name(lang, month, kind):
    return WORDS[lang]["months" if kind == "long" else "short_months"][int(month) - 1]


def season(lang, month):
    """The season that a month stands for: March spring, June summer, September autumn, December winter."""
    return WORDS[lang]["seasons"][int(month) // 3 % 4]


def date_text(lang, date, style):
    """2021-03 in one of the ways that people write dates."""
    year, month = date[:4], date[5:7]
    if style == "season" and month:
        return season(lang, month) + " " + year, "year"
    if style == "year" or not month:
        return year, "year"
    name, short = month_name(lang, month, "long"), month_name(lang, month, "short")
    text = {"long": name + " " + year, "short": short + " " + year, "dot": (short if len(short) == len(name) else short + ".") + " " + year,
            "apos": short + " ’" + year[2:], "comma": name + ", " + year, "slash": month + "/" + year, "dots": month + "." + year,
            "iso": year + "-" + month, "yearfirst": year + " " + short, "upper": short.upper() + " " + year, "shortslash": month + "/" + year[2:]}[style]
    if lang in ("ja", "zh") and style in ("long", "short", "dot", "comma"):
        text = year + "年" + name
    return text, "month"


RIGHT_TO_LEFT = ("ar", "he")
FONTS = {"ar": "DejaVu Sans", "he": "DejaVu Sans", "ja": "WenQuanYi Zen Hei", "zh": "WenQuanYi Zen Hei"}


class Printer:
    """What a template may call."""

    def __init__(self, person, notes):
        self.lang, self.notes = person.get("x-language", "en"), notes
        self.habit = person.get("x-dates")  # how this person writes dates, whatever the layout: "season" or "session"

    def font(self, name):
        """The font of a layout, or one that has the letters of the language."""
        return Markup('"%s"' % FONTS.get(self.lang, name))

    def spaced(self, width):
        """Letter spacing, where letters stand apart."""
        return "" if self.lang in FONTS else "letter-spacing:%s;" % width

    def heading(self, key, variant=0):
        choices = WORDS[self.lang]["headings"][key]
        return choices[variant % len(choices)]

    def word(self, key):
        return WORDS[self.lang]["words"][key]

    def date(self, entry, field="date", style="short"):
        value = entry.value.get(field)
        if not value:
            return ""
        text, precision = date_text(self.lang, value, "season" if self.habit == "season" and style != "year" else style)
        self.notes.note([entry.path + "." + field], precision)
        return text

    def dates(self, entry, style="short", dash=" – ", since=False):
        """The range of an entry; `since` writes "since 2019" instead of "2019 – today"."""
        start, end = self.date(entry, "startDate", style), self.date(entry, "endDate", style)
        if self.habit == "session" and start and end and int(end) == int(start) + 1:
            return start + "/" + end[2:]
        if start and end:
            return start + dash + end
        if start and since:
            return self.word("since") + " " + start
        return start + dash + self.word("present") if start else end

    def years_of(self, group, style="year", dash=" – "):
        """The range of a group, which the entries print again: nothing to note."""
        end = date_text(self.lang, group.end, style)[0] if group.end else self.word("present")
        return date_text(self.lang, group.start, style)[0] + dash + end

    def duration(self, entry):
        """(2 years 3 months), as some exports add; ongoing entries count to 2026-06."""
        value = entry.value
        first, last = value["startDate"], value.get("endDate") or "2026-06"
        months = (int(last[:4]) - int(first[:4])) * 12 + int(last[5:7] or 12) - int(first[5:7] or 1) + 1
        parts = [(months // 12, "year"), (months % 12, "month")]
        return " ".join("%d %s" % (n, self.word(w if n == 1 else w + "s")) for n, w in parts if n)


# ---- programs that print

TEX = {"\\": r"\textbackslash{}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_", "{": r"\{", "}": r"\}", "~": r"\textasciitilde{}",
       "^": r"\textasciicircum{}", "’": "'", "–": "--", "—": "---", "“": "``", "”": "''", "•": r"\textbullet{}", "€": r"\texteuro{}", "₂": r"\textsubscript{2}"}
ROFF = {"\\": r"\e", "–": r"\(en", "—": r"\(em", "’": r"\(cq"}


def tex_text(value):
    return value if isinstance(value, Markup) else "".join(TEX.get(c, c) for c in str(value))


def roff_text(value):
    text = "".join(ROFF.get(c, c) for c in str(value))
    return r"\&" + text if text[:1] in (".", "'") else text


def chromium(source, out, work):
    page = os.path.join(work, "page.html")
    open(page, "w", encoding="utf-8").write(source)
    run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=" + os.path.join(work, "profile"), "--no-pdf-header-footer",
         "--print-to-pdf=" + out, "file://" + page], work)


def latex(source, out, work):
    open(os.path.join(work, "page.tex"), "w", encoding="utf-8").write(source)
    for _ in range(2):
        run(["pdflatex", "-interaction=batchmode", "page.tex"], work, fatal=False)
    shutil.move(os.path.join(work, "page.pdf"), out)


def groff(source, out, work):
    open(os.path.join(work, "page.ms"), "w", encoding="utf-8").write(source)
    with open(out, "wb") as pdf:
        subprocess.run(["groff", "-k", "-t", "-ms", "-Tpdf", "-P-pa4", "page.ms"], cwd=work, stdout=pdf, stderr=subprocess.DEVNULL, check=True)


def writer(source, out, work):
    page = os.path.join(work, "page.fodt")
    open(page, "w", encoding="utf-8").write(source)
    run(["soffice", "-env:UserInstallation=file://" + os.path.join(work, "office"), "--headless", "--convert-to", "pdf", "--outdir", work, page], work)
    shutil.move(os.path.join(work, "page.pdf"), out)


def run(command, work, fatal=True):
    subprocess.run(command, cwd=work, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=fatal, timeout=180)


KINDS = {".html": ("chromium", chromium, None), ".tex": ("pdflatex", latex, tex_text), ".ms": ("groff", groff, roff_text), ".fodt": ("soffice", writer, None)}


# Their fonts have no other letters, and would leave them out without a word.
LETTERS = {".tex": r"[\x00-\u017f–—’“”•€₂]*", ".ms": r"[\x00-\xff–—’]*"}


def prints(layout, kind, resume):
    """A person of a script that few layouts are made for names those."""
    if layout not in resume.get("x-layouts", [layout]):
        return False
    return kind not in LETTERS or re.fullmatch(LETTERS[kind], json.dumps(resume, ensure_ascii=False)) is not None


def environment(kind):
    finalize = KINDS[kind][2]
    options = dict(loader=jinja2.FileSystemLoader(os.path.join(HERE, "templates")), trim_blocks=True, lstrip_blocks=True,
                   autoescape=finalize is None, extensions=["jinja2.ext.do"])
    if kind == ".tex":
        options.update(block_start_string="<%", block_end_string="%>", variable_start_string="<<", variable_end_string=">>", comment_start_string="<#", comment_end_string="#>")
    if finalize:
        options["finalize"] = finalize
    env = jinja2.Environment(**options)
    env.filters["grouped"] = grouped
    env.filters["given"] = lambda name: " ".join(str(name).split()[:-1]) or str(name)
    env.filters["family"] = lambda name: str(name).split()[-1]
    env.filters["bare"] = lambda url: re.sub(r"^https?://(www\.)?|/$", "", str(url))
    env.filters["halves"] = lambda items: [items[: (len(items) + 1) // 2], items[(len(items) + 1) // 2:]]
    env.filters["texts"] = lambda items: [str(i) for i in items]
    return env


def print_one(template, person, resume, folder):
    notes = Notes()
    printer = Printer(resume, notes)
    kind = os.path.splitext(template)[1]
    layout = os.path.splitext(template)[0]
    source = environment(kind).get_template(template).render(
        r=Node(notes, "", resume), b=Node(notes, "basics", resume["basics"]), h=printer.heading, w=printer.word, lang=printer.lang, font=printer.font, spaced=printer.spaced,
        direction="rtl" if printer.lang in RIGHT_TO_LEFT else "ltr",
        date=printer.date, dates=printer.dates, years_of=printer.years_of, duration=printer.duration)
    stem = os.path.join(folder, layout + "__" + person)
    with tempfile.TemporaryDirectory() as work:
        KINDS[kind][1](source, stem + ".pdf", work)
    truth = {"meta": {"theme": layout, "resume": person, "kind": kind[1:], "family": "layouts"}, "printed": notes.printed,
             "date_precision": notes.precision, "sentinel_only": [], "resume": {k: v for k, v in resume.items() if not k.startswith("x-")}}
    with open(stem + ".truth.json", "w", encoding="utf-8") as out:
        json.dump(truth, out, ensure_ascii=False, indent=1)


def read_sets():
    """{"layout": {name: set}, "person": {name: set}}"""
    sets = {"layout": {}, "person": {}}
    for line in open(os.path.join(HERE, "sets.tsv"), encoding="utf-8"):
        if line.strip() and not line.startswith("#"):
            kind, name, chosen = line.rstrip("\n").split("\t")
            sets[kind][name] = chosen
    return sets


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("output")
    options.add_argument("--set", choices=("working", "aside"), help="layouts and people of this set only")
    options.add_argument("--layout", help="this layout only")
    options.add_argument("--person", help="this person only")
    options.add_argument("--jobs", type=int, default=2)
    asked = options.parse_args()
    sets = read_sets()
    os.makedirs(asked.output, exist_ok=True)
    jobs = []
    for template in sorted(os.listdir(os.path.join(HERE, "templates"))):
        layout, kind = os.path.splitext(template)
        if kind not in KINDS or layout not in sets["layout"] or (asked.layout and layout != asked.layout):
            continue
        if asked.set and sets["layout"][layout] != asked.set:
            continue
        if not shutil.which(KINDS[kind][0]):
            print("print_layouts.py: no %s, %s is left out" % (KINDS[kind][0], layout), file=sys.stderr)
            continue
        for person, chosen in sorted(sets["person"].items()):
            if (asked.set and chosen != asked.set) or (asked.person and person != asked.person):
                continue
            resume = json.load(open(os.path.join(HERE, "people", person + ".json"), encoding="utf-8"))
            if not prints(layout, kind, resume):
                continue
            jobs.append((template, person, resume, os.path.abspath(asked.output)))
    failed = 0
    with ThreadPoolExecutor(asked.jobs) as pool:
        for job, future in [(j, pool.submit(print_one, *j)) for j in jobs]:
            try:
                future.result()
            except (subprocess.SubprocessError, OSError, jinja2.TemplateError) as error:
                failed += 1
                print("print_layouts.py: %s of %s: %s" % (job[0], job[1], error), file=sys.stderr)
    print("%d documents in %s" % (len(jobs) - failed, asked.output))
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
