// Sorting, filtering and choosing the columns of tables.
(() => {
  // A row and what stands under it stay together: such a pair is a body of its own.
  const rowsOf = (table) => {
    const long = assay.long(table);
    if (long) return long.all;
    const pairs = [...table.querySelectorAll("tbody.pair")];
    return pairs.length ? pairs : [...table.tBodies[0].rows];
  };
  const firstRow = (row) => (row.tagName === "TBODY" ? row.rows[0] : row);

  const sort = (table, column, header) => {
    const descending = header.getAttribute("aria-sort") === "ascending";
    const long = assay.long(table);
    const keyed = (long ? long.shown : rowsOf(table)).map((row) => {
      const cell = firstRow(row).cells[column];
      const key = cell.dataset.k === undefined ? cell.textContent.trim() : cell.dataset.k;
      return { row, key, number: Number(key) };
    });
    const isNumeric = keyed.every((entry) => entry.key === "" || !Number.isNaN(entry.number));
    const words = new Intl.Collator("en", { numeric: true });
    keyed.sort((a, b) => {
      if ((a.key === "") !== (b.key === "")) return a.key === "" ? 1 : -1;
      const order = isNumeric ? a.number - b.number : words.compare(a.key, b.key);
      return descending ? -order : order;
    });
    if (long) {
      long.set(keyed.map((entry) => entry.row));
    } else if (keyed.length) {
      keyed[0].row.parentNode.append(...keyed.map((entry) => entry.row));
    }
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    header.setAttribute("aria-sort", descending ? "descending" : "ascending");
    const name = header.querySelector("button").textContent.trim();
    assay.say(`Sorted by ${name}, ${descending ? "descending" : "ascending"}`);
  };

  const filter = (table, input) => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    const long = assay.long(table);
    const rows = rowsOf(table);
    const kept = rows.filter((row) => {
      const text = row.textContent.toLowerCase();
      const isKept = words.every((word) => text.includes(word));
      if (!long) row.hidden = !isKept;
      return isKept;
    });
    if (long) long.set(kept);
    assay.say(`${kept.length} of ${rows.length} rows`);
  };

  // The boxes are made when they are first asked for.
  const offerColumns = (table, chooser) => {
    chooser.addEventListener("toggle", () => {
      if (chooser.querySelector(".popover")) return;
      const boxes = [...table.tHead.rows[0].cells].slice(1).map((head, place) => {
        const box = assay.make("input", { type: "checkbox" });
        box.checked = true;
        box.addEventListener("change", () => showColumn(table, place + 1, box.checked));
        const detail = head.querySelector("small");
        const name = head.querySelector("span").textContent.trim();
        return assay.make("label", {}, box, ` ${name}${detail ? `, ${detail.textContent}` : ""}`);
      });
      chooser.append(assay.make("div", { class: "popover" }, ...boxes));
    });
  };

  const showColumn = (table, column, isShown) => {
    table.tHead.rows[0].cells[column].hidden = !isShown;
    for (const row of rowsOf(table)) firstRow(row).cells[column].hidden = !isShown;
  };

  for (const box of document.querySelectorAll(".table")) {
    const table = box.querySelector("table");
    [...table.tHead.rows[0].cells].forEach((header, column) => {
      const label = header.querySelector("span");
      const control = assay.make("button", { type: "button", title: "Sort by this column" });
      control.append(...label.childNodes);
      label.append(control);
      control.addEventListener("click", () => sort(table, column, header));
    });
    const input = box.querySelector(".filter input");
    if (input) input.addEventListener("input", () => filter(table, input));
    const chooser = box.querySelector(".chooser");
    if (chooser) offerColumns(table, chooser);
  }

  // An open list closes when something else is clicked or Escape is pressed.
  const close = (except) => {
    for (const open of document.querySelectorAll(".chooser[open], .series[open]")) {
      if (!except || !open.contains(except)) open.open = false;
    }
  };
  document.addEventListener("click", (event) => close(event.target));
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(null); });
})();
