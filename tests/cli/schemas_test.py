#!/usr/bin/env python3
"""Every JSON that the program prints is what its schema (cli/schemas) says.

    schemas_test.py PROGRAM SOURCE_FOLDER
"""
import copy
import json
import pathlib
import subprocess
import sys
import tempfile
import warnings

warnings.simplefilter("ignore", DeprecationWarning)  # RefResolver; its successor is not in Debian 12
from jsonschema import Draft7Validator, RefResolver  # noqa: E402

PROGRAM, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
failures = []


def load(name):
    path = SOURCE / "cli" / "schemas" / f"{name}.schema.json"
    schema = json.loads(path.read_text())
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema, resolver=RefResolver(path.as_uri(), schema))


def run(*arguments):
    done = subprocess.run([PROGRAM, "--no-config", *map(str, arguments)], capture_output=True, text=True, cwd=SOURCE)
    return [json.loads(line) for line in done.stdout.splitlines()] if "ndjson" in arguments else [json.loads(done.stdout)]


def check(validator, values, what, at_least=1):
    if len(values) < at_least:
        failures.append(f"{what}: {len(values)} records")
    for value in values:
        for error in validator.iter_errors(value):
            causes = [f"{list(c.absolute_path)}: {c.message[:200]}" for c in error.context] or [error.message[:200]]
            failures.append(f"{what}: {list(error.absolute_path)}: {causes}")


def refuses(validator, value, what):
    if validator.is_valid(value):
        failures.append(f"a schema takes what it should not: {what}")


def changed(value, path, new):
    value = copy.deepcopy(value)
    place = value
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = new
    return value


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    (folder / "damaged.pdf").write_bytes(b"%PDF-1.4\nbroken")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "short.txt").write_text("Sam Okafor\nsam@example.com\n")
    (folder / "copy.txt").write_text("Sam Okafor\nsam@example.com\n")
    (folder / "asks-nothing.txt").write_text("\n")
    (folder / "odd.md").write_bytes(b"# \xff\xfe\x00\x1b[31m Kim\n\n## Work\n\n- 2019 - 2018\n- 99/2020\n")
    samples = [SOURCE / "corpora" / "resumes", SOURCE / "corpora" / "bench"]
    jobs = sorted((SOURCE / "corpora" / "jobs").glob("*.*"))

    resume, error = load("resume"), load("error")
    lines = run("parse", *samples, folder, "--check", "--format", "ndjson")
    parsed = [line for line in lines if "status" not in line]
    failed = [line for line in lines if "status" in line]
    check(resume, parsed, "parse", at_least=30)
    check(error, failed, "parse's errors", at_least=2)
    one = run("parse", SOURCE / "corpora/resumes/nurse-ie/resume.pdf", "--check")[0]
    check(resume, [one], "parse of one")
    refuses(resume, changed(one, ["work", 0, "startDate"], "2020-13"), "a month 13")
    refuses(resume, changed(one, ["basics", "nickname"], "x"), "a field that JSON Resume does not know")
    refuses(resume, changed(one, ["meta", "atsmatch", "pages"], "1"), "pages as text")
    refuses(error, changed(failed[0], ["error", "kind"], "unknown"), "an unknown kind of error")

    match = load("match")
    arguments = [word for job in jobs[:4] for word in ("--job", job)]
    records = run(*samples, folder, *arguments, "--format", "ndjson")
    check(match, records, "match", at_least=120)
    check(match, run(folder, folder / "asks-nothing.txt", "--format", "ndjson"), "match with a job that asks nothing", 5)
    scored = next(record for record in records if record["status"] == "ok")
    refuses(match, changed(scored, ["score"], 101), "a score of 101")
    refuses(match, changed(scored, ["breakdown", 0, "extra"], 1), "a feature with another field")
    refuses(match, {**scored, "status": "error"}, "an error with a score")

    job = load("job")
    for path in jobs:
        check(job, run("job", path, "--format", "json"), path.name)
    understood = run("job", jobs[0], "--format", "json")[0]
    refuses(job, changed(understood, ["requirements", 0, "need"], "maybe"), "a need of maybe")

    version = load("version")
    versions = run("--version", "--format", "json")[0]
    check(version, [versions], "version")
    refuses(version, changed(versions, ["libraries"], {}), "no libraries")

print("\n".join(failures[:40]))
sys.exit(1 if failures else 0)
