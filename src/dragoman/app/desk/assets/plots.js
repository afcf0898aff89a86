"use strict";
// Draws the figures of a page with Vega, in the colours of the page, and saves them as SVG and PNG. Without this file
// the tables below the figures have the same rows, and the links beside them the same windows.

(() => {
  const root = document.documentElement;
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const drawn = new Map(); // figure: what it was drawn from, and its view
  const SETTLED = 350; // milliseconds after which a window that was dragged is asked for
  const SAVED_WIDTH = 1100;
  const KINDS = ["contact", "proposal", "response", "agreement", "demand", "pledge", "action", "statement"];
  const SIDES = 8;

  root.classList.add("plots");

  // ---- colours ---------------------------------------------------------------------------------------------------

  const colours = (onPaper = false) => {
    root.classList.toggle("on-paper", onPaper); // the style gives it the light colours
    const style = getComputedStyle(root);
    const read = (name) => style.getPropertyValue(`--${name}`).trim();
    const found = {
      ...Object.fromEntries(["paper", "ink", "muted", "rule", "faint", "accent"].map((name) => [name, read(name)])),
      font: '"Source Sans 3", system-ui, sans-serif',
      kinds: Object.fromEntries(KINDS.map((kind) => [kind, read(`dot-${kind}`)])),
      sides: Array.from({ length: SIDES }, (_, n) => read(`side-${n + 1}`)),
      outcomes: { came_true: read("good"), failed: read("bad"), overdue: read("warn"), due: read("dot-contact"), open: read("muted"), gone: read("dot-pledge") },
    };
    root.classList.remove("on-paper");
    return found;
  };

  // ---- addresses -------------------------------------------------------------------------------------------------

  const here = (changes) => {
    const url = new URL(location.href);
    for (const [name, value] of Object.entries(changes)) {
      if (value) url.searchParams.set(name, value);
      else url.searchParams.delete(name);
    }
    return url.pathname + url.search;
  };
  const day = (ms) => new Date(Math.min(Math.max(ms, -62_135_596_800_000), 253_402_214_400_000)).toISOString().slice(0, 10);
  const asOf = () => new URL(location.href).searchParams.get("as-of");
  const withDay = (path) => (asOf() ? `${path}?as-of=${asOf()}` : path);

  const LINKS = {
    timeline: { within: (point) => here({ first: point.first, last: point.last, kind: point.kind, party: point.party }) },
    periods: { within: (row) => here({ first: row.first, last: row.last }) },
    network: {
      pair: (row) => here({ who: row.a, other: row.b }),
      person: (one) => here({ who: one.name, other: "" }),
    },
  };

  // ---- drawing ---------------------------------------------------------------------------------------------------

  const read = (figure) => ({ rows: JSON.parse(figure.dataset.rows), figure: { ...JSON.parse(figure.dataset.figure || "{}"), ...LINKS[figure.dataset.plot] } });

  const view = (spec, options) => new vega.View(vega.parse(spec, null, { ast: true }), { expr: vega.expressionInterpreter, logLevel: vega.Error, ...options });

  const draw = (figure, { again = false, onPaper = false } = {}) => {
    const body = figure.querySelector(".plot-body");
    const width = Math.floor(body.clientWidth);
    if (width < 50) return;
    const key = `${figure.dataset.rows}|${figure.dataset.figure}|${location.search}|${width}`;
    if (!again && drawn.get(figure)?.key === key) return;
    const given = read(figure);
    const spec = PLOTS[figure.dataset.plot](given.rows, { colours: colours(onPaper), width, figure: given.figure, whole: onPaper });
    drawn.get(figure)?.view.finalize();
    const made = view(spec, { renderer: "svg", container: body, hover: true });
    made.description(figure.dataset.title);
    made.run();
    const svg = body.querySelector("svg");
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", `${figure.dataset.title}; the table below has the same`);
    svg.removeAttribute("aria-roledescription");
    drawn.set(figure, { key, view: made });
    follow(made);
  };

  const figures = () => [...document.querySelectorAll("figure[data-plot]")];
  const drawAll = (how) => {
    for (const figure of [...drawn.keys()]) if (!figure.isConnected) { drawn.get(figure).view.finalize(); drawn.delete(figure); }
    for (const figure of figures()) { tools(figure); draw(figure, how); }
  };

  // A point leads to its entry, a count to the window that it counts; what was dragged to is asked for when it rests.
  const follow = (made) => {
    let moved = false;
    made.addEventListener("click", (event, item) => {
      if (moved) { moved = false; return; }
      const href = item?.datum?.href ?? item?.datum?.datum?.href;
      if (href) location.assign(href.startsWith("/entry/") ? withDay(href) : href);
    });
    if (!("span" in made.getState({ signals: (name) => name === "span" }).signals)) return;
    let resting = null;
    made.addSignalListener("span", (_, [from, to]) => {
      moved = true;
      clearTimeout(resting);
      resting = setTimeout(async () => {
        moved = false;
        const address = here({ first: day(from), last: day(to - 1) });
        history.replaceState(history.state, "", address);
        await htmx.ajax("GET", address, { target: "#sheet", select: "#sheet", swap: "morph:outerHTML" });
        drawAll();
      }, SETTLED);
    });
  };

  // What is drawn stays where it is while the page around it is made again.
  const callbacks = Idiomorph.defaults.callbacks;
  const before = callbacks.beforeNodeMorphed;
  callbacks.beforeNodeMorphed = (old, now) => (old.classList?.contains("plot-body") || old.classList?.contains("plot-tools") ? false : before(old, now));

  // ---- saving ----------------------------------------------------------------------------------------------------

  const save = async (figure, type) => {
    const given = read(figure);
    const spec = PLOTS[figure.dataset.plot](given.rows, { colours: colours(true), width: SAVED_WIDTH, figure: given.figure, whole: true });
    const { marking, title, source } = figure.dataset;
    spec.title = { text: title, subtitle: marking ? [`TLP:${marking}`, source] : source };
    spec.background = "#ffffff";
    spec.padding = 16;
    const made = await view(spec, { renderer: "none" }).runAsync();
    const blob = type === "svg"
      ? new Blob([await made.toSVG()], { type: "image/svg+xml" })
      : await made.toCanvas(2).then((canvas) => new Promise((done) => canvas.toBlob(done, "image/png")));
    made.finalize();
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = `${figure.dataset.plot}${marking ? `.TLP-${marking.replace("+", "-")}` : ""}.${type}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };
  const tools = (figure) => {
    const place = figure.querySelector(".plot-tools");
    if (!place || place.querySelector("button")) return;
    for (const type of ["svg", "png"]) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "plain";
      button.textContent = type.toUpperCase();
      button.setAttribute("aria-label", `Save “${figure.dataset.title}” as ${type.toUpperCase()}`);
      button.addEventListener("click", () => save(figure, type));
      place.append(button);
    }
  };

  // ---- when it is drawn again ------------------------------------------------------------------------------------

  document.addEventListener("desk:refreshed", () => drawAll());
  dark.addEventListener("change", () => drawAll({ again: true }));
  const paper = window.matchMedia("print");
  let width = window.innerWidth;
  let resizing = null;
  window.addEventListener("resize", () => {
    if (window.innerWidth === width) return;
    width = window.innerWidth;
    clearTimeout(resizing);
    resizing = setTimeout(() => drawAll({ onPaper: paper.matches }), 120);
  });
  paper.addEventListener("change", () => drawAll({ again: true, onPaper: paper.matches }));
  document.fonts.ready.then(() => drawAll({ again: true }));
})();
