// What stands behind a number: its cells, seed by seed, and how each is made again.
(() => {
  const source = document.getElementById("records");
  if (!source) return;
  let data = null;
  let drawer = null;

  // The same names of places as the page's.
  const word = (part) => [...String(part)]
    .map((sign) => (/[A-Za-z0-9-]/.test(sign) ? sign : `_${sign.codePointAt(0)}`)).join("");

  const load = () => {
    if (data) return data;
    const raw = JSON.parse(source.textContent);
    const cells = raw.cells.map((row, index) => {
      const [suite, task, model, seed, profile, key, state, reason, origin, parameters, seconds,
        memory, run, command, foreign, facts] = row;
      const text = (place) => raw.words[place];
      const cell = {
        suite: text(suite), task: text(task), model: text(model), seed, profile: text(profile), key,
        state: text(state), reason: text(reason), origin: text(origin), parameters, seconds, memory,
        run: text(run), foreign, facts: text(facts), values: raw.values[index],
      };
      cell.command = text(command).replaceAll("\uE000", cell.task).replaceAll("\uE001", cell.model)
        .replaceAll("\uE002", seed);
      return cell;
    });
    const group = (cell) => [cell.suite, cell.task, cell.model, cell.profile].join("\n");
    const groups = new Map();
    const places = new Map();
    for (const cell of cells) {
      const own = group(cell);
      if (!groups.has(own)) groups.set(own, []);
      groups.get(own).push(cell);
      places.set(["cell", cell.suite, cell.task, cell.model, cell.seed, cell.profile].map(word)
        .join("."), cell);
    }
    data = { raw, places, seeds: (cell) => groups.get(group(cell)) };
    return data;
  };

  const quoted = (text) => `'${text.replaceAll("'", "''")}'`;

  const query = (cell, metric, evaluation, split) =>
    `SELECT seed, value, missing\nFROM v_results\nWHERE suite = ${quoted(cell.suite)} AND task = `
    + `${quoted(cell.task)}\n  AND model = ${quoted(cell.model)} AND profile = ${quoted(cell.profile)}`
    + `\n  AND metric = ${quoted(metric)} AND evaluation = ${quoted(evaluation)}\n  AND split = `
    + `${quoted(split)} AND position = 0\nORDER BY seed;`;

  const copied = (text) => assay.make("div", { class: "copied" },
    assay.make("pre", {}, text), assay.button("Copy", () => assay.copy(text)));

  const table = (heads, rows) => {
    const head = assay.make("tr", {}, ...heads.map((name) => assay.make("th", { scope: "col" }, name)));
    const body = rows.map((cells) => assay.make("tr", {}, ...cells.map((cell) =>
      (cell instanceof Node ? assay.make("td", {}, cell) : assay.make("td", {}, String(cell))))));
    return assay.make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Cells" },
      assay.make("table", {}, assay.make("thead", {}, head), assay.make("tbody", {}, ...body)));
  };

  const facts = (entries) => assay.make("dl", { class: "facts" }, ...entries
    .filter(([, value]) => value).map(([name, value]) => assay.make("div", {},
      assay.make("dt", {}, name), assay.make("dd", {}, value))));

  const shown = (value) => (value === null || value === undefined
    ? "—" : typeof value === "string" ? `— ${value}` : String(value));

  const open = (cell, quantity, place) => {
    const { raw, seeds } = load();
    const title = (kind, id) => raw.titles[`${cell.suite}/${kind}/${id}`] || id;
    const column = raw.quantities.indexOf(quantity);
    const [metric, evaluation, split] = quantity ? quantity.split(" ") : [];
    const all = quantity ? seeds(cell) : [cell];
    const heads = ["Seed", ...(quantity ? ["Value"] : []), "State", "Seconds", "MiB", "Busy elsewhere", "Key"];
    const rows = all.map((one) => [
      one.seed, ...(quantity ? [shown(one.values[column])] : []),
      one.state + (one.reason ? `: ${one.reason}` : ""), one.seconds, one.memory,
      `${one.foreign} cores`, assay.make("code", {}, one.key.slice(0, 16)),
    ]);
    const run = raw.runs.find((one) => one.id === cell.run)
      || (raw.runs.length === 1 ? raw.runs[0] : null);
    const about = run ? run.facts : {};
    const parts = [];
    if (quantity) {
      parts.push(assay.make("p", {},
        `${title("metric", metric)}, ${evaluation}, ${split} split; every seed:`));
    }
    parts.push(table(heads, rows));
    parts.push(facts([
      ["Cell", `${cell.suite} / ${cell.task} / ${cell.model}, ${cell.profile} profile`],
      ["Key", cell.key], ["Data", cell.origin],
      ["Parameters", cell.parameters ? String(cell.parameters) : ""], ["Software", cell.facts],
      ["Code", about.code],
      ["Machine", [about.cpu, about.cores && `${about.cores} cores`, about.kernel].filter(Boolean)
        .join(", ")],
      ["Run", run && [run.id, run.started].filter(Boolean).join(", ")],
    ]));
    const commands = all.filter((one) => one.command);
    if (commands.length) {
      parts.push(assay.make("h3", {}, commands.length > 1 ? "Make the cells again" : "Make it again"));
      parts.push(copied(commands.map((one) => one.command).join("\n")));
    }
    if (quantity) {
      parts.push(assay.make("h3", {}, "Ask the store"));
      parts.push(copied(query(cell, metric, evaluation, split)));
    }
    if (place) {
      const row = assay.make("a", { href: `#${place}` }, "Show the row among all cells");
      row.addEventListener("click", () => drawer.element.close());
      parts.push(assay.make("p", {}, row));
    }
    drawer = drawer || assay.dialog("drawer");
    drawer.open(`${title("model", cell.model)} on ${title("task", cell.task)}`, ...parts);
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("td a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    const place = link.dataset.cell || decodeURIComponent((link.hash || "").slice(1));
    if (!place.startsWith("cell.")) return;
    const cell = load().places.get(place);
    if (!cell) return;
    event.preventDefault();
    open(cell, link.closest("td").dataset.q, place);
  });
})();
