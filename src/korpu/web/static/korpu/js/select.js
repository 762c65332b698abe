// Select words, press n: a claim prefilled from the figures in them, saved with Enter.
import { busy, fill, fragment, say, word } from "./page.js";
import { typeaheads } from "./typeahead.js";

export function selecting(desk) {
  const box = document.getElementById("card");
  document.addEventListener("keydown", async (event) => {
    if (event.key !== "n" || busy(event)) return;
    event.preventDefault();
    const ranges = chosen(desk.querySelector(".doc"));
    if (!ranges) return say(word("select"));
    fill(box, await fragment(`${desk.dataset.claim}?ranges=${ranges}`));
    typeaheads(box);
    box.showModal();
    box.querySelector("[data-suggest]")?.focus();
  });
  const touch = desk.querySelector("[data-make-claim]");
  if (touch) {
    touch.hidden = false;
    touch.addEventListener("mousedown", (event) => event.preventDefault());
    touch.addEventListener("click", () => document.dispatchEvent(new KeyboardEvent("keydown", { key: "n" })));
  }
  box.addEventListener("submit", async (event) => {
    const form = event.target.closest("form[data-claim]");
    if (!form) return;
    event.preventDefault();
    const answer = await fragment(form.action, { method: "POST", body: new FormData(form) });
    if (!answer.ok) return fill(form.querySelector("[data-problem]"), answer);
    box.close();
    const saved = desk.querySelector("[data-saved]");
    saved.insertAdjacentHTML("afterbegin", answer.html);
    saved.closest(".panel").scrollTop = 0;
    saved.firstElementChild.querySelector("a")?.focus();
  });
}

function chosen(doc) {
  const selection = getSelection();
  if (selection.isCollapsed || !doc.contains(selection.anchorNode)) return "";
  const range = selection.getRangeAt(0);
  let start = null;
  let end = null;
  for (const leaf of doc.querySelectorAll("[data-s]")) {
    if (!range.intersectsNode(leaf)) continue;
    const text = leaf.textContent;
    const base = Number(leaf.dataset.s);
    const from = leaf.contains(range.startContainer) ? within(leaf, range.startContainer, range.startOffset) : 0;
    const to = leaf.contains(range.endContainer) ? within(leaf, range.endContainer, range.endOffset) : points(text, text.length);
    if (to <= from) continue;
    start ??= base + from;
    end = base + to;
  }
  return start === null ? "" : `${start}-${end}`;
}

function within(leaf, node, offset) {
  if (node === leaf) return offset === 0 ? 0 : points(leaf.textContent, leaf.textContent.length);
  return points(leaf.textContent, offset);
}

// Offsets of korpu count Unicode code points; those of the browser count UTF-16 units.
function points(text, units) {
  return [...text.slice(0, units)].length;
}
