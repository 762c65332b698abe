// Drop a file anywhere on the form: it lands in the file field, whose name the page then shows.
export function dropping(form) {
  if (!form) return;
  const field = form.querySelector("input[type=file]");
  const box = form.querySelector(".drop");
  for (const kind of ["dragover", "dragleave", "drop"]) {
    form.addEventListener(kind, (event) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      box.classList.toggle("over", kind === "dragover");
      if (kind === "drop") field.files = event.dataTransfer.files;
    });
  }
}
