// Starts what the page at hand needs. Every page works without this file; it adds the keyboard and saves round trips.
import { cards } from "./card.js";
import { copying } from "./copy.js";
import { dropping } from "./drop.js";
import { mapping } from "./map.js";
import { reader } from "./reader.js";
import { selecting } from "./select.js";
import { typeaheads } from "./typeahead.js";

cards();
copying();
typeaheads(document);
mapping(document);
dropping(document.querySelector("[data-drop]"));
const desk = document.querySelector("[data-reader]");
if (desk) {
  reader(desk);
  selecting(desk);
}
