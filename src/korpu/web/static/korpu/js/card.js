// The evidence card: Enter or a click opens it, Esc closes it, c copies a citation.
import { fill, fragment, say, word } from "./page.js";

export function cards() {
  const box = document.getElementById("card");
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-card]");
    if (button && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      await open(box, button.getAttribute("formaction") || button.getAttribute("href"));
    } else if (event.target.closest("[data-close]")) {
      event.preventDefault();
      event.target.closest("dialog").close();
    } else if (event.target.closest("[data-cite]")) {
      event.preventDefault();
      cite(event.target.closest("[data-citation]"));
    } else if (event.target === box) {
      box.close();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === " " && event.target.closest?.("a[role=button]")) {
      event.preventDefault();
      event.target.click();
    }
    const typing = event.target.closest("input, textarea, select");
    if (event.key === "c" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      cite(box.open ? box.querySelector("[data-citation]") : document.querySelector("main [data-citation]"));
    }
  });
}

async function open(box, url) {
  const answer = await fragment(url);
  fill(box, answer);
  if (!box.open) box.showModal();
  box.scrollTop = 0;
}

async function cite(card) {
  if (!card) return;
  await navigator.clipboard.writeText(card.dataset.citation);
  const note = card.querySelector("[data-copied]");
  if (note) note.textContent = word("copied");
  say(word("copied"));
}
