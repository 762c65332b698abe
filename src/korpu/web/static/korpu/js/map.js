// The routes' map: an area drawn with mouse, finger or keyboard is closed, and a click fills in degrees. The page does
// the same without this file, by its forms.
const SVG = "http://www.w3.org/2000/svg";
const STEP = 12;
const LEAST = 8;

function place(figure, x, y) {
  const { left, top, scale } = figure.dataset;
  const lon = ((Number(left) + x / scale) * 180) / Math.PI;
  const lat = (Math.atan(Math.sinh(Number(top) - y / scale)) * 180) / Math.PI;
  return { lon, lat };
}

function pixel(svg, event) {
  const spot = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
  return { x: spot.x, y: spot.y };
}

function sides(figure, area) {
  const upper = place(figure, area.x, area.y);
  const lower = place(figure, area.x + area.width, area.y + area.height);
  return { west: upper.lon, north: upper.lat, east: lower.lon, south: lower.lat };
}

// One area on one map: drawn by pointer or moved by arrows, then handed to `close`.
function drawing(figure, close) {
  const svg = figure.querySelector("svg");
  const frame = svg.viewBox.baseVal;
  const box = document.createElementNS(SVG, "rect");
  box.setAttribute("class", "drawn");
  let begun = null;
  let area = null;

  function show(next) {
    area = next;
    if (!area) return box.remove();
    for (const [name, value] of Object.entries(area)) box.setAttribute(name, value);
    if (!box.parentNode) svg.append(box);
  }
  const api = {
    finger: false,
    begin() {
      show({ x: frame.width * 0.4, y: frame.height * 0.35, width: frame.width * 0.2, height: frame.height * 0.3 });
    },
    leave() {
      begun = null;
      show(null);
    },
    key(event) {
      if (!area) return false;
      const move = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] }[event.key];
      if (move && event.shiftKey) {
        show({ ...area, width: Math.max(LEAST, area.width + move[0]), height: Math.max(LEAST, area.height + move[1]) });
      } else if (move) {
        show({ ...area, x: area.x + move[0], y: area.y + move[1] });
      } else if (event.key === "Enter") {
        close(sides(figure, area));
      } else return false;
      return true;
    },
  };
  svg.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || (event.pointerType === "touch" && !api.finger)) return;
    begun = pixel(svg, event);
    svg.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  svg.addEventListener("pointermove", (event) => {
    if (!begun) return;
    const now = pixel(svg, event);
    show({
      x: Math.min(begun.x, now.x), y: Math.min(begun.y, now.y),
      width: Math.abs(now.x - begun.x), height: Math.abs(now.y - begun.y),
    });
  });
  svg.addEventListener("pointerup", (event) => {
    if (!begun) return;
    const drawn = area && area.width > LEAST && area.height > LEAST;
    const spot = begun;
    begun = null;
    if (drawn) close(sides(figure, area));
    else {
      show(null);
      figure.dispatchEvent(new CustomEvent("spot", { bubbles: true, detail: place(figure, spot.x, spot.y) }));
    }
    event.preventDefault();
  });
  svg.addEventListener("pointercancel", api.leave);
  return api;
}

export function mapping(page) {
  const figures = [...page.querySelectorAll("[data-map]")];
  const form = page.querySelector("[data-box]");
  if (!figures.length || !form) return;
  const button = page.querySelector("[data-draw]");
  for (const part of page.querySelectorAll("[data-drawing]")) part.hidden = false;

  function close(area) {
    for (const [name, value] of Object.entries(area)) form.elements[name].value = value.toFixed(3);
    form.submit();
  }
  const maps = figures.map((figure) => drawing(figure, close));
  const last = maps[maps.length - 1];

  function press(on) {
    button.setAttribute("aria-pressed", String(on));
    for (const map of maps) map.finger = on;
    for (const figure of figures) figure.classList.toggle("takes", on);
    if (on) last.begin();
    else for (const map of maps) map.leave();
  }
  button.addEventListener("click", () => press(button.getAttribute("aria-pressed") !== "true"));
  button.addEventListener("keydown", (event) => {
    if (button.getAttribute("aria-pressed") !== "true") return;
    if (event.key === "Escape") press(false);
    else if (!last.key(event)) return;
    event.preventDefault();
  });
  page.addEventListener("spot", (event) => {
    const own = page.querySelector("details.own[open] [data-spot]");
    if (!own) return;
    own.elements.lat.value = event.detail.lat.toFixed(3);
    own.elements.lon.value = event.detail.lon.toFixed(3);
    own.elements.lat.focus();
  });
}
