// Copies a table as tab-separated text, ready for a spreadsheet or a letter.
import { say, word } from "./page.js";

export function copying() {
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const rows = [...document.querySelectorAll(`${button.dataset.copy} tr`)];
      const text = rows.map((row) => [...row.cells].map(plain).join("\t")).join("\n");
      await navigator.clipboard.writeText(text);
      button.textContent = word("copied");
      say(word("copied"));
    });
  }
}

function plain(cell) {
  const drawing = cell.querySelector("svg[aria-label]");
  const text = cell.innerText.replace(/\s+/g, " ").trim();
  return drawing ? `${drawing.getAttribute("aria-label")} ${text}`.trim() : text;
}
