// Renders people in a JSON Resume theme, and finds out what the theme prints of each.
//
//   node render_theme.mjs FOLDER THEME OUTPUT PERSON.json ...
//
// FOLDER has the package jsonresume-theme-THEME installed.  For each person, OUTPUT/THEME__PERSON.html is the page and
// OUTPUT/THEME__PERSON.printed.json what it shows: each value is replaced by a mark of its own, and the page rendered
// once more; {"printed": [paths], "date_precision": {path: "month" or "year"}}.
import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [folder, theme, output, ...people] = process.argv.slice(2);
const out = path.resolve(output);
const files = people.map((file) => path.resolve(file));
process.chdir(folder);

async function load() {
  const name = `jsonresume-theme-${theme}`;
  try {
    return createRequire(path.resolve("x.js"))(name);
  } catch {
    const home = path.resolve("node_modules", name);
    const about = JSON.parse(fs.readFileSync(path.join(home, "package.json")));
    const main = about.exports?.["."] ?? about.exports;
    const entry = typeof main === "string" ? main : main?.import?.default ?? main?.import ?? main?.default;
    return import(pathToFileURL(path.join(home, entry ?? about.module ?? about.main ?? "index.js")));
  }
}

// Themes of the first version of the schema know its names, and fail without lists.
function withOldNames(resume) {
  const { basics } = resume;
  resume.meta ??= {};
  basics.website ??= basics.url ?? "";
  basics.picture ??= basics.image ?? "";
  basics.profiles ??= [];
  basics.location ??= {};
  basics.location.countryCode ??= "";
  basics.location.address ??= "";
  for (const profile of basics.profiles) (profile.username ??= ""), (profile.url ??= "");
  for (const list of ["work", "volunteer", "education", "awards", "publications", "skills", "languages", "interests",
    "references", "projects", "certificates"]) {
    resume[list] ??= [];
    for (const entry of resume[list]) {
      entry.website ??= entry.url;
      for (const inner of ["highlights", "keywords", "courses", "roles"]) entry[inner] ??= [];
    }
  }
  for (const work of resume.work) (work.company ??= work.name), (work.summary ??= "");
  for (const education of resume.education) education.gpa ??= education.score;
  for (const skill of resume.skills) skill.level ??= "";
  return resume;
}

function replaceLeaves(node, at, replace) {
  for (const key of Object.keys(node)) {
    const where = Array.isArray(node) ? `${at}[${key}]` : at ? `${at}.${key}` : key;
    if (typeof node[key] === "string") node[key] = replace(node[key], where);
    else if (node[key] && typeof node[key] === "object") replaceLeaves(node[key], where, replace);
  }
}

const visible = (html) =>
  html.replace(/<(script|style|title|head)\b[\s\S]*?<\/\1>/gi, " ").replace(/<!--[\s\S]*?-->/g, " ")
    .replace(/<[^>]*>/g, " ").replace(/&nbsp;|&#160;/g, " ").replace(/&amp;/g, "&").replace(/\s+/g, " ").toLowerCase();

async function htmlOf(render, resume) {
  const html = await render(withOldNames(resume));
  return typeof html === "string" ? html : html?.html ?? String(html);
}

async function whatIsPrinted(render, resume) {
  const marks = {}, years = {};
  let next = 10;
  replaceLeaves(resume, "", (value, where) => {
    if (value === "" || /^(meta|\$|x-)/.test(where) || /countryCode$/.test(where)) return value;
    const number = next++;
    if (/Date$|\.date$/.test(where)) {
      years[where] = String(1900 + Object.keys(years).length);
      return `${years[where]}-07-15`;
    }
    if (/phone$/.test(where)) {
      marks[where] = `555${1000 + number}`;
      return `+1 555 ${1000 + number}`;
    }
    marks[where] = `zq${number}x`;
    if (/email$/.test(where)) return `${marks[where]}@example.com`;
    return /url$|image$/i.test(where) ? `https://${marks[where]}.example.com` : marks[where];
  });
  const text = visible(await htmlOf(render, resume)), glued = text.replace(/ /g, ""), digits = text.replace(/\D/g, "");
  const printed = [], precision = {};
  for (const [where, mark] of Object.entries(marks)) {
    if (mark.startsWith("555") ? digits.includes(mark) : glued.includes(mark)) printed.push(where);
  }
  for (const [where, year] of Object.entries(years)) {
    if (!text.includes(year)) continue;
    printed.push(where);
    const month = `(jul[a-z]*|0?7)[^0-9a-z]{0,4}(1[45](th)?[^0-9a-z]{0,3})?${year}|${year}[-/. ]{1,3}(0?7|jul)`;
    precision[where] = new RegExp(month).test(text) ? "month" : "year";
  }
  return { printed, date_precision: precision };
}

const module = await load();
const render = module.render ?? module.default?.render ?? module.default;
for (const file of files) {
  const person = path.basename(file, ".json");
  const read = () => JSON.parse(fs.readFileSync(file));
  try {
    const html = await htmlOf(render, read());
    const printed = await whatIsPrinted(render, read());
    fs.writeFileSync(path.join(out, `${theme}__${person}.html`), html);
    fs.writeFileSync(path.join(out, `${theme}__${person}.printed.json`), JSON.stringify(printed));
  } catch (error) {
    console.error(`render_theme.mjs: ${theme} of ${person}: ${String(error.message).split("\n")[0]}`);
  }
}
process.exit(0);
