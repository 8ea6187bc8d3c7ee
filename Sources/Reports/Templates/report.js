"use strict";
(() => {
  const root = document.documentElement;
  const status = document.getElementById("status");

  const button = document.createElement("button");
  button.id = "theme";
  button.type = "button";
  const prefersDark = window.matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme || (prefersDark.matches ? "dark" : "light")) === "dark";
  const name = () => { button.textContent = isDark() ? "Light paper" : "Dark paper"; };
  button.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    name();
  });
  prefersDark.addEventListener("change", name);
  name();
  document.body.prepend(button);

  // A row and what stands under it stay together: such a pair is a body of its own.
  const rowsOf = (table) => {
    const pairs = [...table.querySelectorAll("tbody.pair")];
    return pairs.length ? pairs : [...table.tBodies[0].rows];
  };
  const firstRow = (row) => (row.tagName === "TBODY" ? row.rows[0] : row);

  const sort = (table, column, header) => {
    const descending = header.getAttribute("aria-sort") === "ascending";
    const keyed = rowsOf(table).map((row) => {
      const cell = firstRow(row).cells[column];
      const key = cell.dataset.k === undefined ? cell.textContent.trim() : cell.dataset.k;
      return { row, key, number: Number(key) };
    });
    const isNumeric = keyed.every((entry) => entry.key === "" || !Number.isNaN(entry.number));
    keyed.sort((a, b) => {
      if ((a.key === "") !== (b.key === "")) return a.key === "" ? 1 : -1;
      const order = isNumeric ? a.number - b.number : a.key.localeCompare(b.key, "en", { numeric: true });
      return descending ? -order : order;
    });
    const parent = keyed.length ? keyed[0].row.parentNode : table;
    keyed.forEach((entry) => parent.append(entry.row));
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    header.setAttribute("aria-sort", descending ? "descending" : "ascending");
    status.textContent = `Sorted by ${header.textContent.trim()}, ${descending ? "descending" : "ascending"}`;
  };

  for (const box of document.querySelectorAll(".table")) {
    const table = box.querySelector("table");
    [...table.tHead.rows[0].cells].forEach((header, column) => {
      const label = header.querySelector("span");
      const control = document.createElement("button");
      control.type = "button";
      control.title = "Sort by this column";
      control.append(...label.childNodes);
      label.append(control);
      control.addEventListener("click", () => sort(table, column, header));
    });
    const filter = box.querySelector(".filter");
    if (!filter) continue;
    filter.hidden = false;
    const input = filter.querySelector("input");
    input.addEventListener("input", () => {
      const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      const rows = rowsOf(table);
      for (const row of rows) {
        const text = row.textContent.toLowerCase();
        row.hidden = !words.every((word) => text.includes(word));
        if (!row.hidden) shown += 1;
      }
      status.textContent = `${shown} of ${rows.length} rows`;
    });
  }

  // What a link or a printer needs must not stay folded.
  const unfold = () => {
    const goal = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const folded = goal && goal.closest("details");
    if (folded && !folded.open) {
      folded.open = true;
      goal.scrollIntoView();
    }
  };
  window.addEventListener("hashchange", unfold);
  window.addEventListener("beforeprint", () => {
    document.querySelectorAll("details").forEach((part) => { part.open = true; });
  });
  unfold();
})();
