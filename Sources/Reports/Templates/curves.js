// Reading values off curves and points, switching series, and a figure's numbers as CSV.
(() => {
  const tip = assay.make("div", { id: "tip", "aria-hidden": "true", hidden: "" });
  document.body.append(tip);

  const short = (number) => (Math.abs(number) >= 1e5 || (number && Math.abs(number) < 1e-3)
    ? number.toExponential(3) : String(Number(number.toPrecision(4))));

  // A number's place between the ends of an axis.
  const fraction = (value, low, high, law) => (law === "logarithmic"
    ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low));

  class Plot {
    constructor(figure, group) {
      this.figure = figure;
      this.group = group;
      this.svg = group.ownerSVGElement;
      this.area = group.dataset.plot.split(" ").map(Number);
      this.hasHeights = group.dataset.y0 !== undefined;
      this.points = [];
      for (const series of group.querySelectorAll("[data-series]")) this.read(series);
    }

    read(series) {
      const { series: style, name } = series.dataset;
      for (const entry of (series.dataset.values || "").split(";").filter(Boolean)) {
        const [x, y, lower, upper] = entry.split(" ").map(Number);
        this.points.push({ style, name, x, y, lower, upper, ...this.place(x, y) });
      }
      for (const mark of series.querySelectorAll("[data-point]")) {
        const [x, y] = mark.dataset.point.split(" ").map(Number);
        const title = mark.querySelector("title");
        const words = title ? title.textContent : "";
        // The browser would show the words a second time.
        if (title) title.remove();
        const box = mark.getBBox();
        const place = this.hasHeights && y !== undefined
          ? this.place(x, y) : { ...this.place(x, 0), top: box.y + box.height / 2 };
        this.points.push({ style, name, x, y, words, ...place });
      }
    }

    place(x, y) {
      const [left, top, width, height] = this.area;
      const { x0, x1, xLaw, y0, y1, yLaw } = this.group.dataset;
      const across = fraction(x, Number(x0), Number(x1), xLaw);
      const up = this.hasHeights ? fraction(y, Number(y0), Number(y1), yLaw) : 0;
      return { left: left + across * width, top: top + (1 - up) * height };
    }

    get visible() {
      return this.points.filter((point) => !this.figure.off.has(point.style));
    }

    words(point) {
      if (point.words) return point.words;
      const { xTitle, yTitle } = this.group.dataset;
      const range = Number.isFinite(point.lower) && point.lower !== point.upper
        ? ` [${short(point.lower)}, ${short(point.upper)}]` : "";
      return `${point.name}\n${xTitle} ${short(point.x)}\n${yTitle} ${short(point.y)}${range}`;
    }
  }

  class Figure {
    constructor(element) {
      this.element = element;
      this.plotBox = element.querySelector(".plot");
      this.svg = element.querySelector("svg");
      this.off = new Set();
      this.current = null;
      this.offer();
    }

    // Points are read when they are first asked for.
    get plots() {
      this.read = this.read
        || [...this.svg.querySelectorAll("[data-plot]")].map((group) => new Plot(this, group));
      return this.read;
    }

    offer() {
      const title = this.element.querySelector("figcaption b").textContent;
      this.plotBox.tabIndex = 0;
      this.plotBox.setAttribute("role", "group");
      this.plotBox.setAttribute("aria-label", `${title} Arrow keys read the values.`);
      this.svg.addEventListener("pointermove", (event) => this.hover(event));
      this.svg.addEventListener("pointerleave", () => this.show(null));
      this.plotBox.addEventListener("keydown", (event) => this.step(event));
      this.plotBox.addEventListener("blur", () => this.show(null));
      this.svg.addEventListener("click", (event) => {
        const legend = event.target.closest("[data-legend]");
        if (legend) this.toggle(legend.dataset.legend);
      });
      const tools = this.element.querySelector(".tools")
        || this.element.appendChild(assay.make("div", { class: "tools" }));
      tools.prepend(this.chooser(), assay.button("CSV", () => this.save(),
        { "aria-label": `Save the numbers of ${title} as CSV` }));
    }

    chooser() {
      const chooser = assay.make("details", { class: "series" }, assay.make("summary", {}, "Series"));
      chooser.addEventListener("toggle", () => {
        if (chooser.querySelector(".popover")) return;
        const names = new Map();
        for (const series of this.svg.querySelectorAll("[data-series]")) {
          names.set(series.dataset.series, series.dataset.name);
        }
        this.boxes = new Map([...names].map(([style, name]) => {
          const box = assay.make("input", { type: "checkbox" });
          box.checked = !this.off.has(style);
          box.addEventListener("change", () => this.set(style, box.checked));
          return [style, { box, label: assay.make("label", {}, box, ` ${name}`) }];
        }));
        const all = (isOn) => () => { for (const style of names.keys()) this.set(style, isOn); };
        chooser.append(assay.make("div", { class: "popover" },
          ...[...this.boxes.values()].map((entry) => entry.label),
          assay.button("All", all(true)), assay.button("None", all(false))));
      });
      return chooser;
    }

    toggle(style) { this.set(style, this.off.has(style)); }

    set(style, isOn) {
      if (isOn) this.off.delete(style); else this.off.add(style);
      for (const part of this.svg.querySelectorAll(`[data-series="${style}"], [data-legend="${style}"]`)) {
        const isInside = part.parentElement.closest(`[data-series="${style}"]`);
        if (!isInside) part.classList.toggle("off", !isOn);
      }
      const entry = this.boxes && this.boxes.get(style);
      if (entry) entry.box.checked = isOn;
    }

    hover(event) {
      const matrix = this.svg.getScreenCTM();
      if (!matrix) return;
      const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
      let best = null;
      let least = 18;
      for (const plot of this.plots) {
        for (const point of plot.visible) {
          const far = Math.hypot(point.left - at.x, point.top - at.y);
          if (far < least) [best, least] = [{ plot, point }, far];
        }
      }
      this.show(best);
    }

    step(event) {
      const turn = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (!turn) {
        if (event.key === "Escape") this.show(null);
        return;
      }
      event.preventDefault();
      const plot = this.current ? this.current.plot : this.plots[0];
      const points = plot.visible;
      if (!points.length) return;
      let point = points[0];
      if (this.current && points.includes(this.current.point)) {
        const now = this.current.point;
        if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
          const own = points.filter((other) => other.style === now.style);
          point = own[Math.min(own.length - 1, Math.max(0, own.indexOf(now) + turn))];
        } else {
          const styles = [...new Set(points.map((other) => other.style))];
          const next = styles[(styles.indexOf(now.style) + turn + styles.length) % styles.length];
          const others = points.filter((other) => other.style === next);
          point = others.reduce((near, other) =>
            (Math.abs(other.x - now.x) < Math.abs(near.x - now.x) ? other : near));
        }
      }
      this.show({ plot, point });
      assay.say(plot.words(point).replaceAll("\n", ", "));
    }

    show(found) {
      this.current = found;
      if (this.probe) this.probe.remove();
      tip.hidden = !found;
      if (!found) return;
      const { plot, point } = found;
      this.probe = this.probe || document.createElementNS("http://www.w3.org/2000/svg", "circle");
      this.probe.setAttribute("class", "probe");
      this.probe.setAttribute("cx", point.left);
      this.probe.setAttribute("cy", point.top);
      this.probe.setAttribute("r", 5);
      this.svg.append(this.probe);
      tip.textContent = plot.words(point);
      const spot = new DOMPoint(point.left, point.top).matrixTransform(this.svg.getScreenCTM());
      const left = Math.min(spot.x + 12, document.documentElement.clientWidth - tip.offsetWidth - 8);
      const top = spot.y + 14 + tip.offsetHeight > window.innerHeight
        ? spot.y - tip.offsetHeight - 10 : spot.y + 14;
      tip.style.left = `${Math.max(4, left)}px`;
      tip.style.top = `${top}px`;
    }

    csv() {
      const field = (value) => {
        const text = value === undefined || Number.isNaN(value) ? "" : String(value);
        return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
      };
      return this.plots.map((plot) => {
        const { xTitle, yTitle } = plot.group.dataset;
        const head = ["series", xTitle || "x", yTitle || "y", "lower", "upper", "words"];
        const rows = plot.points.map((point) =>
          [point.name, point.x, point.y, point.lower, point.upper, point.words || ""]);
        return [head, ...rows].map((row) => row.map(field).join(",")).join("\r\n");
      }).join("\r\n\r\n") + "\r\n";
    }

    save() { assay.save(`${this.element.id}.csv`, this.csv()); }
  }

  assay.figures = new Map();
  for (const element of document.querySelectorAll("figure")) {
    if (element.querySelector("[data-plot]")) assay.figures.set(element.id, new Figure(element));
  }
})();
