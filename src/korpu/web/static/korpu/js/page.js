// Small things every module uses: fetch a fragment, say something to a screen reader, find the words of the page.
export function word(name) {
  const found = document.getElementById("words").content.querySelector(`[data-word="${name}"]`);
  return found ? found.textContent : "";
}

export function say(words) {
  const place = document.getElementById("said");
  place.textContent = "";
  window.setTimeout(() => { place.textContent = words; }, 50);
}

export async function fragment(url, options = {}) {
  let answer;
  try {
    answer = await fetch(url, { credentials: "same-origin", ...options, headers: { "X-Korpu": "fragment", ...options.headers } });
  } catch {
    say(word("failed"));
    return { ok: false, html: `<div class="problem" role="alert"><p class="happened"></p></div>`, text: word("failed") };
  }
  if (answer.status === 401) return { ok: false, html: "", text: word("signin") };
  return { ok: answer.ok, html: await answer.text(), text: "" };
}

export function fill(place, answer) {
  if (answer.text) {
    const box = document.createElement("div");
    box.className = "problem";
    box.setAttribute("role", "alert");
    box.textContent = answer.text;
    place.replaceChildren(box);
    return;
  }
  place.innerHTML = answer.html;
}

export function busy(event) {
  const at = event.target;
  return event.ctrlKey || event.metaKey || event.altKey || at.closest?.("input:not([type=radio]), textarea, select, dialog[open], [contenteditable]");
}
