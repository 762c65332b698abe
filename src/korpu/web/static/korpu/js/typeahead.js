// A field that finds a record by a few letters of its name; arrows choose, Enter takes, Esc leaves it.
import { word } from "./page.js";

let serial = 0;

export function typeaheads(root) {
  for (const field of root.querySelectorAll("[data-suggest]")) typeahead(field);
}

function typeahead(field) {
  const chosen = field.form.elements[field.dataset.into];
  const list = document.createElement("ul");
  list.setAttribute("role", "listbox");
  list.id = `suggestions-${serial += 1}`;
  list.hidden = true;
  list.setAttribute("aria-label", field.labels[0]?.textContent ?? "");
  field.parentElement.append(list);
  for (const [name, value] of Object.entries({ role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })) field.setAttribute(name, value);
  let at = -1;
  let latest = 0;

  const close = () => { list.hidden = true; at = -1; field.setAttribute("aria-expanded", "false"); field.removeAttribute("aria-activedescendant"); };
  const mark = (index) => {
    const options = [...list.children];
    at = (index + options.length) % options.length;
    options.forEach((option, i) => option.setAttribute("aria-selected", i === at));
    options[at]?.scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", options[at]?.id ?? "");
  };
  const take = (option) => {
    field.value = option.dataset.title;
    chosen.value = option.dataset.id;
    field.dispatchEvent(new CustomEvent("taken", { bubbles: true, detail: option.dataset }));
    close();
  };
  const look = async () => {
    const turn = latest += 1;
    chosen.value = "";
    if (!field.value.trim()) return close();
    const answer = await fetch(`${field.dataset.suggest}?q=${encodeURIComponent(field.value)}`, { headers: { "X-Korpu": "fragment" } });
    if (!answer.ok || turn !== latest) return;
    const { hits } = await answer.json();
    list.replaceChildren(...hits.map((hit, i) => optionFor(hit, `${list.id}-${i}`)));
    list.hidden = hits.length === 0;
    field.setAttribute("aria-expanded", String(hits.length > 0));
    at = -1;
  };

  field.addEventListener("input", look);
  field.addEventListener("blur", () => window.setTimeout(close, 150));
  list.addEventListener("mousedown", (event) => { event.preventDefault(); take(event.target.closest("[role=option]")); });
  field.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown") { event.preventDefault(); mark(at + 1); }
    else if (event.key === "ArrowUp") { event.preventDefault(); mark(at - 1); }
    else if (event.key === "Enter" && at >= 0) { event.preventDefault(); take(list.children[at]); }
    else if (event.key === "Escape") { event.preventDefault(); event.stopPropagation(); close(); }
  });
}

function optionFor(hit, id) {
  const option = document.createElement("li");
  option.id = id;
  option.setAttribute("role", "option");
  option.setAttribute("aria-selected", "false");
  option.dataset.id = hit.id;
  option.dataset.title = hit.title;
  option.dataset.kind = hit.kind;
  option.textContent = hit.title;
  const small = document.createElement("small");
  small.textContent = hit.about || word("new");
  option.append(small);
  return option;
}
