"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const models = data.models;
const SHOWN = 400;
const byPath = new Map(models.map((model, at) => [model.path, at]));
const list = document.getElementById("list");
const main = document.getElementById("main");
const search = document.getElementById("search");

// An element with properties and children. Text is only ever text.
function el(name, props, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(props || {})) {
    if (key === "class") node.className = value;
    else node.setAttribute(key, value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return node;
}

const hash = (path, part) => "#" + encodeURIComponent(part === undefined ? path : path + "." + part);
const link = (path, part, text) => el("a", { href: hash(path, part) }, text);
const plural = (count, word) => count + " " + word + (count === 1 ? "" : word.endsWith("s") ? "es" : "s");

function type(parts) {
  const shown = parts.map((part) => (typeof part === "number" ? link(models[part].path, undefined, models[part].path.split("::").pop()) : part));
  return el("span", { class: "type" }, shown);
}

const fields = (model) => (model.kind === "struct" ? model.parts : []);

// Which models mention a model, and where.
let mentions = null;
function mentioned(at) {
  if (!mentions) {
    mentions = models.map(() => []);
    models.forEach((model, from) => {
      model.parts.forEach((part) => {
        for (const target of new Set((part.type || []).filter((it) => typeof it === "number"))) {
          mentions[target].push([from, part.name]);
        }
      });
    });
  }
  return mentions[at];
}

function places(from) {
  return el("ul", { class: "plain dim" }, from.map(([file, line]) => el("li", {}, el("code", {}, data.files[file] + ":" + line))));
}

function evidence(facts) {
  const names = ["type", "required", "nullable", "key"];
  const rows = facts.flatMap((fact, at) => {
    const said = [];
    for (let i = 1; i < fact.length; i += 5) {
      const [file, line, column, words, won] = fact.slice(i, i + 5);
      said.push(el("div", { class: won ? "" : "against" }, (won ? "+ " : "− ") + data.says[words] + " ", el("code", { class: "dim" }, data.files[file] + ":" + line + ":" + column)));
    }
    return [el("dt", {}, names[at]), el("dd", {}, data.rules[fact[0]], said)];
  });
  return el("details", {}, el("summary", {}, "evidence"), el("dl", {}, rows));
}

function part(model, it) {
  const head = el("div", { class: "head" });
  if (it.name !== undefined) head.append(el("a", { href: hash(model.path, it.name) }, el("b", {}, it.name)));
  if (it.type) head.append(type(it.type));
  if (it.is) head.append(el("span", { class: "dim" }, it.is));
  if (it.key && it.key !== it.name) head.append(el("code", { class: "dim" }, it.key));
  for (const note of it.notes || []) head.append(el("span", { class: "note" }, note));
  if (it.deprecated !== undefined) head.append(el("span", { class: "note" }, "deprecated"));
  const node = el("div", { class: "part", "data-part": it.name || "", "data-key": it.key || "" }, head);
  if (it.doc) node.append(el("div", { class: "doc" }, it.doc));
  if (it.deprecated) node.append(el("div", { class: "doc dim" }, it.deprecated));
  if (it.constant) node.append(el("div", {}, "always ", el("code", {}, it.constant)));
  if (it.examples) node.append(el("div", { class: "dim" }, "examples: ", it.examples.flatMap((value) => [el("code", {}, value), " "])));
  if (it.facts) node.append(evidence(it.facts));
  else if (it.from && it.from.length) node.append(el("details", {}, el("summary", {}, plural(it.from.length, "place")), places(it.from)));
  return node;
}

function showModel(at, marked) {
  const model = models[at];
  const call = model.call ? [model.call[0], model.call[1]].filter(Boolean).join(" of ") : "";
  main.replaceChildren(
    el("h1", {}, model.path),
    el("p", { class: "dim" }, [model.kind, model.title ? "“" + model.title + "” in the docs" : "", call, model.replaced ? "replaced by " + model.replaced : ""].filter(Boolean).join(" · ")),
  );
  if (model.deprecated !== undefined) main.append(el("p", {}, el("span", { class: "note" }, "deprecated"), " " + model.deprecated));
  if (model.doc) main.append(el("div", { class: "doc" }, model.doc));
  if (model.tag) main.append(el("p", {}, "told apart by ", el("code", {}, model.tag[0]), el("span", { class: "dim" }, " · " + data.rules[model.tag[1][0]])));
  const noun = { struct: "field", union: "variant", alias: "type" }[model.kind] || "value";
  main.append(el("h2", {}, plural(model.parts.length, noun)));
  for (const it of model.parts) main.append(part(model, it));
  if (model.extra) main.append(el("div", { class: "part" }, el("div", { class: "head" }, el("b", {}, model.extra[0]), type(model.extra[1]), el("span", { class: "dim" }, "all other keys"))));
  const users = mentioned(at);
  main.append(el("h2", {}, "used by " + plural(users.length, "place")));
  main.append(el("ul", { class: "plain" }, users.map(([from, name]) => el("li", {}, link(models[from].path, name, name === undefined ? models[from].path : models[from].path + "." + name)))));
  main.append(el("h2", {}, "read from"), places(model.from));
  if (marked === undefined) return scrollTo(0, 0);
  for (const node of main.querySelectorAll(".part")) {
    if (node.dataset.part !== marked && node.dataset.key !== marked) continue;
    node.classList.add("marked");
    const why = node.querySelector("details");
    if (why) why.open = true;
    node.scrollIntoView();
  }
}

// A list that shows its first items, and the rest when asked.
function long(items, show) {
  const shown = el("ul", { class: "plain" }, items.slice(0, SHOWN).map(show));
  if (items.length <= SHOWN) return [shown];
  const more = el("button", { type: "button" }, "show all " + items.length);
  more.onclick = () => { shown.append(...items.slice(SHOWN).map(show)); more.remove(); };
  return [shown, more];
}

function showHome() {
  const kinds = new Map();
  const noted = new Map();
  let all = 0;
  for (const model of models) {
    kinds.set(model.kind, (kinds.get(model.kind) || 0) + 1);
    for (const field of fields(model)) {
      all += 1;
      for (const note of field.notes || []) {
        if (!noted.has(note)) noted.set(note, []);
        noted.get(note).push([model.path, field.name]);
      }
    }
  }
  main.replaceChildren(
    el("h1", {}, data.name),
    el("ul", { class: "cards" }, [...kinds].map(([kind, count]) => el("li", {}, plural(count, kind))), el("li", {}, plural(all, "field")), el("li", {}, plural(data.pages, "page"))),
    el("p", {}, "keys: ", data.case[0], el("span", { class: "dim" }, " · " + data.case[1])),
  );
  const titles = { "key derived": "Derived keys, seen nowhere", contested: "Sources disagree", "null not known": "Null not known", "width not known": "Width of a number not known" };
  for (const [note, title] of Object.entries(titles)) {
    const found = noted.get(note) || [];
    if (!found.length) continue;
    const body = el("details", {}, el("summary", {}, plural(found.length, "field")));
    body.addEventListener("toggle", () => { if (body.childElementCount === 1) body.append(...long(found, ([path, name]) => el("li", {}, link(path, name, path + "." + name)))); });
    main.append(el("h2", {}, title), body);
  }
  const unread = data.otherTables.flatMap(([title, at]) => at.map((place) => title + " · " + place)).concat(data.withoutField.map((place) => "a row without a field · " + place), data.withoutModel.map((page) => "a page without a model · " + page));
  main.append(el("h2", {}, "Not read"), el("p", { class: "dim" }, [data.notUnderstood, ...data.leftOut].join(" · ")), ...long(unread, (it) => el("li", {}, it)));
  scrollTo(0, 0);
}

function route() {
  let name = "";
  try { name = decodeURIComponent(location.hash.slice(1)); } catch { /* not one of ours */ }
  const dot = name.indexOf(".");
  const path = dot < 0 ? name : name.slice(0, dot);
  const at = byPath.get(path);
  if (at === undefined) showHome();
  else showModel(at, dot < 0 ? undefined : name.slice(dot + 1));
  document.title = (at === undefined ? data.name : path) + ": atlas";
  for (const node of list.querySelectorAll("a")) {
    if (node.dataset.path === path) node.setAttribute("aria-current", "page");
    else node.removeAttribute("aria-current");
  }
}

let index = null;
function find(words) {
  index = index || models.flatMap((model, at) => [
    [(model.path + " " + (model.title || "")).toLowerCase(), at, undefined, ""],
    ...model.parts.filter((it) => it.name !== undefined).map((it) => [(it.name + " " + (it.key || "")).toLowerCase(), at, it.name, it.key || ""]),
  ]);
  const found = [];
  for (const entry of index) {
    if (entry[0].includes(words)) found.push(entry);
    if (found.length > SHOWN) break;
  }
  return found.sort((a, b) => (a[2] === undefined ? 0 : 1) - (b[2] === undefined ? 0 : 1));
}

function showList() {
  const words = search.value.trim().toLowerCase();
  const found = words ? find(words) : models.slice(0, SHOWN + 1).map((model, at) => ["", at, undefined, ""]);
  const items = found.slice(0, SHOWN).map(([, at, name, key]) => {
    const path = models[at].path;
    const node = name === undefined ? link(path, undefined, path) : link(path, name, [path + ".", el("b", {}, name), key && key !== name ? el("small", {}, " " + key) : null]);
    node.dataset.path = name === undefined ? path : "";
    return el("li", {}, node);
  });
  if (found.length > SHOWN) items.push(el("li", { class: "dim" }, "more: search for a name"));
  if (!found.length) items.push(el("li", { class: "dim" }, "nothing is called so"));
  list.replaceChildren(...items);
}

search.addEventListener("input", showList);
document.addEventListener("keydown", (event) => {
  const links = [...list.querySelectorAll("a")];
  const at = links.indexOf(document.activeElement);
  if (event.key === "/" && document.activeElement !== search) { event.preventDefault(); search.focus(); search.select(); }
  else if (event.key === "Escape" && document.activeElement === search) { search.value = ""; showList(); }
  else if (event.key === "Enter" && document.activeElement === search && links.length) links[0].click();
  else if (event.key === "ArrowDown" && (at >= 0 || document.activeElement === search)) { event.preventDefault(); (links[at + 1] || links[at] || search).focus(); }
  else if (event.key === "ArrowUp" && at >= 0) { event.preventDefault(); (links[at - 1] || search).focus(); }
});
document.getElementById("theme").addEventListener("click", () => {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
});
addEventListener("hashchange", () => { route(); main.focus({ preventScroll: true }); });
showList();
route();
document.documentElement.dataset.ready = "yes";
