// The reader's keyboard: j and k move, a accepts, e edits, x rejects, ? asks, u takes back. Forms do the same without it.
import { busy, fill, fragment, say } from "./page.js";
import { typeaheads } from "./typeahead.js";

export function reader(desk) {
  const items = () => [...desk.querySelectorAll(".candidate")];
  let current = null;

  function light(item) {
    for (const piece of desk.querySelectorAll(".q.on")) piece.classList.remove("on");
    const pieces = [...desk.querySelectorAll(`.q[data-c~="${item.dataset.index}"]`)];
    for (const piece of pieces) piece.classList.add("on");
    return pieces[0];
  }

  async function choose(item, { scroll = true } = {}) {
    if (!item) return;
    current?.removeAttribute("aria-current");
    if (current && current !== item) current.querySelector(".body").hidden = true;
    current = item;
    item.setAttribute("aria-current", "true");
    const first = light(item);
    const body = item.querySelector(".body");
    body.hidden = false;
    item.focus({ preventScroll: true });
    if (!body.dataset.loaded) {
      body.dataset.loaded = "yes";
      fill(body, await fragment(item.dataset.src));
      typeaheads(body);
    }
    within(item);
    if (scroll && first) first.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  }

  function within(item) {
    const panel = item.closest(".panel");
    if (panel.scrollHeight <= panel.clientHeight) return;
    const top = item.offsetTop - panel.querySelector(".panel-head").offsetHeight;
    if (top < panel.scrollTop || item.offsetTop + item.offsetHeight > panel.scrollTop + panel.clientHeight) panel.scrollTop = top;
  }

  function move(step) {
    const all = items();
    const at = current ? all.indexOf(current) : -1;
    choose(all[Math.min(Math.max(at + step, 0), all.length - 1)]);
  }

  function next() {
    const all = items();
    const at = all.indexOf(current);
    const open = [...all.slice(at + 1), ...all.slice(0, at)].find((item) => item.dataset.state === "open");
    if (open) choose(open);
  }

  async function act(name) {
    if (!current) return move(1);
    if (!current.querySelector(".body form")) await choose(current, { scroll: false });
    const body = current.querySelector(".body");
    if (name === "accept") return body.querySelector("form[data-act=accept]")?.requestSubmit();
    if (name === "undo") return body.querySelector("form[data-act=undo]")?.requestSubmit();
    const part = body.querySelector(`details[data-act=${name}]`);
    if (part) {
      part.open = true;
      const field = part.querySelector("input:not([type=hidden]), select, textarea");
      field?.focus();
      field?.select?.();
    }
  }

  async function submit(form, item) {
    const data = new FormData(form);
    const answer = await fragment(form.action, { method: "POST", body: data });
    if (!answer.ok) {
      const place = item.querySelector("[data-problem]") ?? item.querySelector(".body");
      return fill(place, answer);
    }
    const fresh = document.createElement("ul");
    fresh.innerHTML = answer.html;
    const replacement = fresh.firstElementChild;
    item.replaceWith(replacement);
    current = replacement;
    for (const piece of desk.querySelectorAll(`.q[data-c~="${replacement.dataset.index}"]`)) piece.classList.toggle("settled", replacement.dataset.state !== "open");
    const count = desk.querySelector("[data-open-count]");
    if (count) count.textContent = String(items().filter((i) => i.dataset.state === "open").length);
    say(replacement.querySelector(".state")?.textContent ?? "");
    if (replacement.dataset.state === "open") await choose(replacement);
    else next();
    if (current === replacement) replacement.focus();
  }

  desk.addEventListener("submit", (event) => {
    const item = event.target.closest(".candidate");
    if (!item) return;
    event.preventDefault();
    submit(event.target, item);
  });
  desk.addEventListener("click", (event) => {
    const opener = event.target.closest(".candidate .line");
    if (opener && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      return choose(opener.closest(".candidate"));
    }
    const quote = event.target.closest(".q");
    if (!quote || event.target.closest("a") || !getSelection().isCollapsed) return;
    const index = quote.dataset.c.split(" ")[0];
    const item = items().find((i) => i.dataset.index === index);
    if (item) choose(item, { scroll: false });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target.closest?.(".candidate")) return current?.focus();
    if (busy(event)) return;
    const arrows = event.target.closest?.(".panel") && event.target.type !== "radio";
    if (event.key === "j" || (arrows && event.key === "ArrowDown")) { event.preventDefault(); move(1); }
    else if (event.key === "k" || (arrows && event.key === "ArrowUp")) { event.preventDefault(); move(-1); }
    else {
      const name = { a: "accept", e: "edit", x: "reject", "?": "ask", u: "undo" }[event.key];
      if (name) { event.preventDefault(); act(name); }
    }
  });
}
