// Pictures of fields at a larger size, with the values under the pointer; roll-outs step by step.
(() => {
  let viewer = null;

  const pixels = (address, act) => {
    const image = new Image();
    image.onload = () => {
      const canvas = assay.make("canvas");
      canvas.width = image.naturalWidth;
      canvas.height = image.naturalHeight;
      const context = canvas.getContext("2d", { willReadFrequently: true });
      context.drawImage(image, 0, 0);
      act(context.getImageData(0, 0, canvas.width, canvas.height));
    };
    image.src = address;
  };

  // The number of a colour by the bar that has all colours of a map in a row.
  const scaleOf = (svg, map, act) => {
    const bar = svg.querySelector(`[data-bar="${map}"] image`);
    if (!bar) return;
    pixels(bar.getAttribute("href"), ({ data, width }) => {
      const numbers = new Map();
      for (let place = 0; place < width; place += 1) {
        numbers.set(data.slice(place * 4, place * 4 + 3).join(), place / (width - 1));
      }
      act(numbers);
    });
  };

  const readout = (image, svg, field, output) => {
    const [low, high] = field.dataset.range.split(" ").map(Number);
    scaleOf(svg, field.dataset.map, (numbers) => {
      pixels(image.src, ({ data, width, height }) => {
        image.addEventListener("pointermove", (event) => {
          const box = image.getBoundingClientRect();
          const column = Math.min(width - 1, Math.floor((event.clientX - box.x) / box.width * width));
          const row = Math.min(height - 1, Math.floor((event.clientY - box.y) / box.height * height));
          const start = (row * width + column) * 4;
          const part = numbers.get(data.slice(start, start + 3).join());
          const value = part === undefined ? "outside the scale"
            : `about ${Number((low + part * (high - low)).toPrecision(3))}`;
          output.textContent = `${field.dataset.field}: column ${column}, row ${height - 1 - row}: `
            + `${field.dataset.quantity} ${value}`;
        });
      });
    });
  };

  const panel = (group, name, svg, output) => {
    const picture = group.querySelector("image");
    const box = assay.make("div", {}, assay.make("b", {}, name));
    if (!picture) {
      box.append("no frame");
      return box;
    }
    const image = assay.make("img", { alt: name, src: picture.getAttribute("href") });
    image.style.aspectRatio = `${picture.getAttribute("width")} / ${picture.getAttribute("height")}`;
    box.append(image);
    if (output && group.dataset.range) readout(image, svg, group, output);
    return box;
  };

  const title = (figure) => figure.querySelector("figcaption b").textContent.replace(/\.$/, "");

  // Truth, prediction and error of one model at a time.
  const openFields = (figure, clicked) => {
    const svg = figure.querySelector("svg");
    const groups = [...svg.querySelectorAll("[data-field]")];
    const rows = [];
    for (let place = 0; place < groups.length; place += 3) rows.push(groups.slice(place, place + 3));
    const panels = assay.make("div", { class: "panels" });
    const output = assay.make("output", {}, "Point at a picture to read its values.");
    const choice = assay.make("select", { "aria-label": "Model" }, ...rows.map((row, place) =>
      assay.make("option", { value: place }, (row[1] || row[0]).dataset.field)));
    const show = () => panels.replaceChildren(...rows[choice.value].map((group) =>
      panel(group, group.dataset.field, svg, output)));
    choice.addEventListener("change", show);
    choice.value = Math.max(0, rows.findIndex((row) => row.includes(clicked)));
    show();
    viewer.open(title(figure), assay.make("div", { class: "choice" }, "Model", choice), panels, output);
  };

  // Truth and models side by side at one step of a roll-out.
  const openRollout = (figure, clicked) => {
    const svg = figure.querySelector("svg");
    const frames = [...svg.querySelectorAll("[data-row]")];
    const steps = [...new Set(frames.map((frame) => Number(frame.dataset.step)))];
    const rows = [...new Set(frames.map((frame) => frame.dataset.row))];
    const names = rows.map((row) => {
      const before = svg.querySelector(`[data-row="${row}"]`).previousElementSibling;
      return before && before.tagName === "text" ? before.textContent : `row ${row}`;
    });
    const panels = assay.make("div", { class: "panels" });
    const output = assay.make("output", {});
    const range = assay.make("input", {
      type: "range", min: 0, max: steps.length - 1, step: 1, "aria-label": "Step of the roll-out",
    });
    const show = () => {
      const step = steps[range.value];
      range.setAttribute("aria-valuetext", `step ${step}`);
      output.textContent = `step ${step}`;
      panels.replaceChildren(...rows.map((row, place) => panel(
        frames.find((frame) => frame.dataset.row === row && Number(frame.dataset.step) === step),
        names[place], svg, null)));
    };
    range.addEventListener("input", show);
    range.value = clicked ? steps.indexOf(Number(clicked.dataset.step)) : 0;
    show();
    viewer.open(title(figure), assay.make("div", { class: "choice" }, "Step", range, output), panels);
  };

  const open = (figure, clicked) => {
    viewer = viewer || assay.dialog("viewer");
    viewer.element.classList.add("viewer");
    if (figure.querySelector("[data-row]")) openRollout(figure, clicked);
    else openFields(figure, clicked);
  };

  for (const figure of document.querySelectorAll("figure")) {
    const svg = figure.querySelector("svg");
    const isRollout = Boolean(svg.querySelector("[data-row]"));
    if (!isRollout && !svg.querySelector("[data-field]")) continue;
    const tools = figure.querySelector(".tools")
      || figure.appendChild(assay.make("div", { class: "tools" }));
    const words = isRollout ? "Step through" : "Enlarge";
    tools.prepend(assay.button(words, () => open(figure, null), {
      "aria-label": `${words}: ${title(figure)}`,
    }));
    svg.addEventListener("click", (event) => {
      const clicked = event.target.closest("[data-row], [data-field]");
      if (clicked) open(figure, clicked);
    });
  }
})();
