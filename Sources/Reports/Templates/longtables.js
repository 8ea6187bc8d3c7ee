// Long tables: most rows are data, and only those in view are on the page.
(() => {
  const margin = 20;
  const known = new Map();

  class LongTable {
    constructor(box) {
      this.box = box;
      this.table = box.querySelector("table");
      this.pane = box.querySelector(".scroll");
      const first = [...this.table.querySelectorAll("tbody")].flatMap((body) => {
        if (!body.classList.contains("pair")) return [...body.rows];
        if (body.id) body.rows[0].id = body.id;
        return [body.rows[0]];
      });
      this.fixWidths();
      const rest = document.createElement("template");
      rest.innerHTML = JSON.parse(box.querySelector(".rest").textContent).join("");
      this.all = [...first, ...rest.content.children];
      this.shown = this.all;
      this.height = first[0].getBoundingClientRect().height || 28;
      this.body = assay.make("tbody");
      this.above = assay.make("tr", { class: "space", "aria-hidden": "true" });
      this.below = this.above.cloneNode();
      this.table.querySelectorAll("tbody").forEach((body) => body.remove());
      this.table.append(this.body);
      this.table.setAttribute("aria-rowcount", this.all.length + 1);
      this.pane.addEventListener("scroll", () => this.draw(), { passive: true });
      this.note();
      this.draw(true);
    }

    // Columns would change their widths with the rows in view.
    fixWidths() {
      const heads = [...this.table.tHead.rows[0].cells];
      const widths = heads.map((head) => head.getBoundingClientRect().width);
      if (!widths[0]) return;
      heads.forEach((head, place) => { head.style.width = `${widths[place]}px`; });
      this.table.style.width = `${widths.reduce((sum, width) => sum + width, 0)}px`;
      this.table.style.tableLayout = "fixed";
    }

    note() {
      const words = this.shown.length === this.all.length
        ? `${this.all.length} rows` : `${this.shown.length} of ${this.all.length} rows`;
      this.box.querySelector(".note").textContent = words;
    }

    set(rows) {
      this.shown = rows;
      this.pane.scrollTop = 0;
      this.note();
      this.draw(true);
    }

    draw(isForced = false) {
      const count = Math.ceil((this.pane.clientHeight || 540) / this.height) + 2 * margin;
      const last = Math.max(0, this.shown.length - count);
      const start = Math.min(last, Math.max(0, Math.floor(this.pane.scrollTop / this.height) - margin));
      if (!isForced && start === this.start) return;
      this.start = start;
      const rows = this.shown.slice(start, start + count);
      rows.forEach((row, place) => row.setAttribute("aria-rowindex", start + place + 2));
      this.above.style.height = `${start * this.height}px`;
      this.below.style.height = `${(this.shown.length - start - rows.length) * this.height}px`;
      this.body.replaceChildren(this.above, ...rows, this.below);
    }

    // Brings the row with an id into view; whether there is one.
    reveal(id) {
      const row = this.all.find((row) => row.id === id);
      if (!row) return null;
      if (!this.shown.includes(row)) this.set(this.all);
      this.pane.scrollTop = Math.max(0, (this.shown.indexOf(row) - 3) * this.height);
      this.draw(true);
      return row;
    }
  }

  assay.long = (table) => {
    const box = table.closest(".long");
    if (!box) return null;
    if (!known.has(box)) known.set(box, new LongTable(box));
    return known.get(box);
  };

  const watcher = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (!entry.isIntersecting) continue;
      watcher.unobserve(entry.target);
      assay.long(entry.target.querySelector("table"));
    }
  }, { rootMargin: "200px" });
  document.querySelectorAll(".long").forEach((box) => watcher.observe(box));
})();
