"use strict";
// What is plotted, as specifications of Vega (https://vega.github.io/vega/): a function from a figure's rows, the colours
// of the page and its width to a specification. plots.js draws them; nothing here touches the page.

const PLOTS = (() => {
  const SHAPES = {
    contact: "circle", proposal: "square", response: "triangle-down", agreement: "diamond", demand: "triangle-up",
    pledge: "triangle-right", action: "cross", statement: "stroke",
  };
  const DAY = 86_400_000;
  const time = (day) => Date.parse(`${day}T00:00:00Z`);
  const isoDay = (ms) => new Date(ms).toISOString().slice(0, 10);
  const clipped = (words, most) => (words.length > most ? `${words.slice(0, most - 1)}…` : words);
  const several = (n, one) => `${n} ${n === 1 ? one : `${one}s`}`;
  const days = (row) => (row.first === row.last ? row.first : `${row.first} to ${row.last}`);
  const named = (words) => words.replaceAll("_", " ");

  const columns = (width, each) => Math.max(2, Math.floor(width / each));

  const base = (colours, width, height) => ({
    $schema: "https://vega.github.io/schema/vega/v6.json",
    background: null,
    padding: { left: 2, right: 2, top: 4, bottom: 2 },
    autosize: { type: "fit-x", contains: "padding" },
    width,
    height,
    config: {
      axis: {
        labelColor: colours.muted, titleColor: colours.muted, domainColor: colours.rule, tickColor: colours.rule,
        gridColor: colours.faint, labelFont: colours.font, titleFont: colours.font, labelFontSize: 12, titleFontSize: 12,
        titleFontWeight: "normal",
      },
      legend: { labelColor: colours.ink, titleColor: colours.muted, labelFont: colours.font, titleFont: colours.font, labelFontSize: 12 },
      title: { color: colours.ink, subtitleColor: colours.muted, font: colours.font, subtitleFont: colours.font, anchor: "start", fontSize: 16, subtitleFontSize: 12, offset: 12 },
      text: { font: colours.font, fill: colours.ink, fontSize: 12 },
    },
  });

  // ---- the window of days, dragged and zoomed --------------------------------------------------------------------

  const zoomable = (first, last) => [
    { name: "held", value: null, on: [
      { events: "pointerdown[!event.ctrlKey]", update: "{x: x(), from: span[0], to: span[1]}" },
      { events: "window:pointerup, window:pointercancel", update: "null" },
    ] },
    { name: "span", value: [time(first), time(last) + DAY], on: [
      { events: "window:pointermove", update: "held && abs(held.x - x()) > 3 ? [held.from + (held.x - x()) * (held.to - held.from) / width, held.to + (held.x - x()) * (held.to - held.from) / width] : span" },
      { events: { source: "view", type: "wheel", filter: ["event.ctrlKey || event.metaKey"], consume: true }, update: "zoomLinear(span, invert('x', x()), pow(1.0015, event.deltaY))" },
      { events: "dblclick", update: "zoomLinear(span, invert('x', x()), 0.5)" },
    ] },
  ];
  const timeAxis = (orient, grid) => ({
    orient, scale: "x", grid, labelOverlap: "greedy", labelSeparation: 12, labelFlush: true, tickCount: { signal: `(span[1] - span[0]) / ${DAY} <= width / 110 ? "day" : max(2, width / 110)` },
    format: { year: "%Y", quarter: "%b %Y", month: "%b %Y", week: "%-d %b", date: "%-d %b", day: "%-d %b", hours: "", minutes: "", seconds: "", milliseconds: "" },
  });

  // Counts of neighbouring periods put together where these would lie closer than so many pixels.
  const APART = 15;
  const apart = (rows, { first, last }, width) => {
    const length = (time(last) - time(first)) / DAY + 1;
    const step = Math.ceil((APART * length) / width);
    const longest = Math.max(...rows.map((row) => (time(row.last) - time(row.first)) / DAY + 1));
    if (step <= longest) return rows;
    const groups = new Map();
    for (const row of rows) {
      const place = Math.floor((time(row.first) - time(first)) / DAY / step);
      const key = `${place}|${row.party}|${row.kind}|${row.is_ahead}`;
      const held = groups.get(key);
      const bounds = { first: isoDay(time(first) + place * step * DAY), last: isoDay(Math.min(time(first) + ((place + 1) * step - 1) * DAY, time(last))) };
      groups.set(key, held ? { ...held, n: held.n + row.n, entry: "", words: "" } : { ...row, ...bounds });
    }
    return [...groups.values()];
  };

  const timeline = (all, { colours, width, figure, whole }) => {
    const rows = apart(all, figure, width);
    const lanes = figure.lanes.filter((lane) => rows.some((row) => row.party === lane));
    const kinds = figure.kinds.filter((kind) => rows.some((row) => row.kind === kind));
    const [head, row, foot] = [22, 19, 7];
    const lane = head + kinds.length * row + foot;
    const values = rows.map((one) => ({
      ...one,
      at: (time(one.first) + time(one.last) + DAY) / 2,
      tip: `${days(one)}, ${one.party}: ${one.n === 1 ? one.words : several(one.n, named(one.kind))}`,
      href: one.n === 1 ? `/entry/${encodeURIComponent(one.entry)}` : figure.within(one),
    }));
    const middle = { scale: "lane", field: "party", offset: { scale: "row", field: "kind", band: 0.5 } };
    return {
      ...base(colours, width, lanes.length * lane + 48),
      signals: zoomable(figure.first, figure.last),
      data: [
        { name: "points", values },
        { name: "lanes", values: lanes.map((name) => ({ name })) },
        { name: "today", values: figure.today ? [{ at: time(figure.today) + DAY / 2 }] : [] },
      ],
      scales: [
        { name: "x", type: "utc", domain: { signal: "span" }, range: [10, { signal: "width - 10" }] },
        { name: "lane", type: "band", domain: lanes, range: "height" },
        { name: "row", type: "band", domain: kinds, range: [head, lane - foot] },
        { name: "size", type: "sqrt", domain: [2, { signal: "max(3, extent(pluck(data('points'), 'n'))[1])" }], range: [150, 430] },
        { name: "shape", type: "ordinal", domain: kinds, range: kinds.map((kind) => SHAPES[kind]) },
        { name: "colour", type: "ordinal", domain: kinds, range: kinds.map((kind) => colours.kinds[kind]) },
      ],
      axes: [timeAxis("top", true), timeAxis("bottom", false)],
      ...(whole ? { legends: [{ fill: "colour", stroke: "colour", shape: "shape", orient: "bottom", direction: "horizontal", symbolSize: 90, encode: { labels: { update: { text: { signal: "replace(datum.label, '_', ' ')" } } } } }] } : {}),
      marks: [
        { type: "rule", from: { data: "lanes" }, encode: { update: { x: { value: 0 }, x2: { signal: "width" }, y: { scale: "lane", field: "name" }, stroke: { value: colours.rule } } } },
        { type: "text", from: { data: "lanes" }, encode: { update: { x: { value: 4 }, y: { scale: "lane", field: "name", offset: 15 }, text: { field: "name" }, fontWeight: { value: 600 }, fontSize: { value: 13 } } } },
        { type: "group", clip: true, encode: { update: { width: { signal: "width" }, height: { signal: "height" } } }, marks: [
          { type: "rule", interactive: false, from: { data: "today" }, encode: { update: { x: { scale: "x", field: "at" }, y: { value: 0 }, y2: { signal: "height" }, stroke: { value: colours.accent }, strokeDash: { value: [4, 3] } } } },
          { type: "symbol", from: { data: "points" }, sort: { field: "datum.n", order: "descending" }, encode: {
            update: {
              x: { scale: "x", field: "at" }, y: middle, cursor: { value: "pointer" }, tooltip: { field: "tip" },
              shape: [{ test: "datum.n > 1", value: "circle" }, { scale: "shape", field: "kind" }],
              size: [{ test: "datum.n > 1", scale: "size", field: "n" }, { test: "datum.kind === 'statement'", value: 60 }, { value: 80 }],
              fill: [{ test: "datum.is_ahead", value: colours.paper }, { scale: "colour", field: "kind" }],
              stroke: { scale: "colour", field: "kind" }, strokeWidth: { value: 1.5 }, strokeOpacity: { value: 1 },
            },
            hover: { strokeWidth: { value: 4 } },
          } },
          { type: "text", interactive: false, from: { data: "points" }, encode: { update: {
            x: { scale: "x", field: "at" }, y: middle, align: { value: "center" }, baseline: { value: "middle" }, fontWeight: { value: 650 },
            fontSize: { signal: "datum.n > 99 ? 9 : 10.5" }, text: { signal: "datum.n > 1 ? datum.n > 999 ? format(datum.n, '.1s') : datum.n : ''" },
            fill: [{ test: "datum.is_ahead", value: colours.ink }, { value: colours.paper }],
          } } },
        ] },
      ],
    };
  };

  const periods = (rows, { colours, width, figure }) => ({
    ...base(colours, width, 120),
    signals: zoomable(figure.first, figure.last),
    data: [{ name: "bars", values: rows.map((row) => ({ ...row, from: time(row.first), to: time(row.last) + DAY, tip: `${days(row)}: ${several(row.n, "contact")}`, href: figure.within(row) })) }],
    scales: [
      { name: "x", type: "utc", domain: { signal: "span" }, range: "width" },
      { name: "y", domain: { data: "bars", field: "n" }, range: "height", zero: true, nice: true },
    ],
    axes: [timeAxis("bottom", false), { orient: "left", scale: "y", grid: true, domain: false, ticks: false, tickCount: 3, format: "d", tickMinStep: 1 }],
    marks: [{ type: "group", clip: true, encode: { update: { width: { signal: "width" }, height: { signal: "height" } } }, marks: [
      { type: "rect", from: { data: "bars" }, encode: {
        update: { x: { scale: "x", field: "from", offset: 0.5 }, x2: { signal: "max(scale('x', datum.to) - 0.5, scale('x', datum.from) + 2)" }, y: { scale: "y", field: "n" }, y2: { scale: "y", value: 0 }, fill: { value: colours.kinds.contact }, fillOpacity: { value: 0.85 }, tooltip: { field: "tip" }, cursor: { value: "pointer" } },
        hover: { fillOpacity: { value: 1 } },
      } },
    ] }],
  });

  // ---- who met whom ----------------------------------------------------------------------------------------------

  const network = (rows, { colours, width, figure, whole }) => {
    const narrow = width < 560;
    const margin = narrow ? 48 : 80;
    const height = Math.max(320, Math.min(600, narrow ? width * 1.3 : width * 0.62, 160 + figure.people.length * 18));
    const places = new Map(figure.people.map((one, n) => [one.name, n]));
    const named = [...new Set(figure.people.map((one) => one.side).filter(Boolean))];
    const sides = figure.people.some((one) => !one.side) ? [...named, "no side"] : named;
    const last = colours.sides.length - 1;
    const colour = (side) => (side === "no side" ? colours.sides[last] : colours.sides[Math.min(named.indexOf(side), last)]);
    const most = narrow ? 16 : 60;
    const links = rows.slice(0, most).map((row) => ({
      source: places.get(row.a), target: places.get(row.b), n: row.n, href: figure.pair(row),
      tip: `${row.a} and ${row.b}: ${several(row.n, "contact")}, ${row.first === row.last ? row.first : `${row.first} to ${row.last}`}`,
    })).filter((link) => link.source !== undefined && link.target !== undefined);
    const drawn = new Set(links.flatMap((link) => [link.source, link.target]));
    const order = [...drawn].sort((a, b) => a - b);
    const index = new Map(order.map((place, n) => [place, n]));
    for (const link of links) { link.source = index.get(link.source); link.target = index.get(link.target); }
    const ends = { x: { scale: "x", field: "source.x" }, x2: { scale: "x", field: "target.x" }, y: { scale: "y", field: "source.y" }, y2: { scale: "y", field: "target.y" } };
    const nodes = order.map((place) => {
      const one = figure.people[place];
      return { ...one, side: one.side ?? "no side", label: clipped(one.name, narrow ? 16 : 28), tip: `${one.name}${one.side && one.side !== one.name ? `, ${one.side}` : ""}`, href: figure.person(one) };
    });
    return {
      ...base(colours, width, height),
      data: [
        { name: "ties", values: links },
        { name: "people", values: nodes, transform: [{ type: "force", static: true, iterations: 400, forces: [
          { force: "center", x: 0, y: 0 },
          { force: "x", x: { expr: "0" }, strength: 0.05 },
          { force: "y", y: { expr: "0" }, strength: 0.08 },
          { force: "collide", radius: 34, iterations: 2 },
          { force: "nbody", strength: -420, distanceMax: 600 },
          { force: "link", links: "ties", distance: 75 },
        ] }] },
      ],
      scales: [
        { name: "colour", type: "ordinal", domain: sides, range: sides.map(colour) },
        { name: "x", domain: { data: "people", field: "x" }, range: [margin, { signal: `width - ${margin}` }], zero: false },
        { name: "y", domain: { data: "people", field: "y" }, range: [12, height - 26], zero: false },
        { name: "size", domain: [0, { signal: "max(20, extent(pluck(data('people'), 'n'))[1])" }], range: [60, 800] },
        { name: "line", domain: [1, { signal: "max(10, extent(pluck(data('ties'), 'n'))[1])" }], range: [1.2, 9] },
      ],
      legends: sides.length > 1 ? [{ fill: "colour", orient: whole ? "bottom" : "top", direction: "horizontal", columns: columns(width, 130), symbolType: "circle", symbolSize: 90, labelLimit: 105 }] : [],
      marks: [
        { type: "rule", from: { data: "ties" }, encode: {
          enter: { stroke: { value: colours.muted }, strokeWidth: { scale: "line", field: "n" }, strokeCap: { value: "round" }, cursor: { value: "pointer" }, tooltip: { field: "tip" } },
          update: { ...ends, strokeOpacity: { value: 0.5 } }, hover: { strokeOpacity: { value: 1 } },
        } },
        ...[true, false].map((halo) => ({ type: "text", interactive: false, from: { data: "ties" }, encode: { update: {
          x: { signal: "(scale('x', datum.source.x) + scale('x', datum.target.x)) / 2" }, y: { signal: "(scale('y', datum.source.y) + scale('y', datum.target.y)) / 2" }, text: { signal: "datum.n > 1 ? datum.n : ''" },
          align: { value: "center" }, baseline: { value: "middle" }, fontSize: { value: 11.5 }, fontWeight: { value: 650 }, ...(halo ? { stroke: { value: colours.paper }, strokeWidth: { value: 4 } } : {}),
        } } })),
        { type: "symbol", from: { data: "people" }, encode: {
          enter: { fill: { scale: "colour", field: "side" }, size: { scale: "size", field: "n" }, strokeWidth: { value: 1.5 }, cursor: { value: "pointer" }, tooltip: { field: "tip" } },
          update: { x: { scale: "x", field: "x" }, y: { scale: "y", field: "y" }, stroke: { value: colours.paper } }, hover: { stroke: { value: colours.ink } },
        } },
        ...[true, false].map((halo) => ({ type: "text", interactive: false, from: { data: "people" }, encode: { update: {
          x: { scale: "x", field: "x" }, y: { signal: "scale('y', datum.y) + sqrt(scale('size', datum.n)) / 2 + 3" }, text: { field: "label" }, align: { value: "center" }, baseline: { value: "top" },
          fontSize: { value: narrow ? 11 : 12 }, ...(halo ? { stroke: { value: colours.paper }, strokeWidth: { value: 3.5 }, strokeJoin: { value: "round" } } : {}),
        } } })),
      ],
    };
  };

  // ---- how well it was foreseen ----------------------------------------------------------------------------------

  const sideAxis = (width) => ({ orient: "left", scale: "y", domain: false, ticks: false, labelPadding: 8, labelLimit: width < 560 ? 110 : 220, labelFontSize: 12.5 });

  const bands = (rows, { colours, width }) => {
    const values = rows.filter((row) => row.rate !== null).map((row) => ({ ...row, low: row.between[0], high: row.between[1], told: `${row.true} of ${row.decided}` }));
    const centre = { scale: "y", field: "sure", band: 0.5 };
    return {
      ...base(colours, width, values.length * 30 + 46),
      data: [{ name: "bands", values }],
      scales: [
        { name: "x", domain: [0, 1], range: "width" },
        { name: "y", type: "band", domain: values.map((row) => row.sure), range: "height" },
      ],
      axes: [{ orient: "bottom", scale: "x", format: "%", grid: true, title: "came true, with the interval of 95 %", tickCount: 5 }, sideAxis(width)],
      marks: [
        { type: "rule", from: { data: "bands" }, encode: { update: { x: { scale: "x", field: "low" }, x2: { scale: "x", field: "high" }, y: centre, stroke: { value: colours.muted }, strokeWidth: { value: 2 } } } },
        { type: "symbol", from: { data: "bands" }, encode: { update: { x: { scale: "x", field: "rate" }, y: centre, size: { value: 110 }, fill: { value: colours.accent }, tooltip: { field: "told" } } } },
        { type: "text", from: { data: "bands" }, encode: { update: { x: { scale: "x", field: "rate" }, y: { ...centre, offset: -9 }, align: { signal: "datum.rate > 0.9 ? 'right' : datum.rate < 0.1 ? 'left' : 'center'" }, baseline: { value: "bottom" }, fontSize: { value: 11 }, text: { field: "told" } } } },
      ],
    };
  };

  const phrases = (rows, { colours, width }) => {
    const values = rows.filter((row) => row.days).slice(0, 15).map((row) => ({ name: `“${row.phrase}”`, low: row.days[0], mid: row.days[1], high: row.days[2], told: `${row.done} of ${row.used}` }));
    const centre = { scale: "y", field: "name", band: 0.5 };
    return {
      ...base(colours, width, values.length * 26 + 46),
      data: [{ name: "phrases", values }],
      scales: [
        { name: "x", type: "symlog", constant: 7, domain: { data: "phrases", fields: ["low", "high"] }, range: "width", zero: true, nice: true },
        { name: "y", type: "band", domain: values.map((row) => row.name), range: "height" },
      ],
      axes: [{ orient: "bottom", scale: "x", grid: true, title: "days until it was done: fewest, median, most", format: "d", values: [0, 1, 3, 7, 14, 30, 60, 90, 180, 365, 730], labelOverlap: "greedy" }, sideAxis(width)],
      marks: [
        { type: "rule", from: { data: "phrases" }, encode: { update: { x: { scale: "x", field: "low" }, x2: { scale: "x", field: "high" }, y: centre, stroke: { value: colours.muted }, strokeWidth: { value: 3 }, strokeCap: { value: "round" } } } },
        { type: "symbol", from: { data: "phrases" }, encode: { update: { x: { scale: "x", field: "mid" }, y: centre, size: { value: 90 }, fill: { value: colours.accent }, tooltip: { signal: "datum.told + ' done'" } } } },
      ],
    };
  };

  const outcomes = (rows, { colours, width }) => {
    const order = ["came_true", "failed", "overdue", "due", "open", "gone"];
    const titles = { came_true: "came true", failed: "failed", overdue: "overdue", due: "due", open: "open", gone: "lapsed, overtaken, withdrawn" };
    const used = order.filter((id) => rows.some((row) => row.columns[id]));
    const shown = rows.slice(0, 12);
    const values = shown.flatMap((row) => used.filter((id) => row.columns[id]).map((id) => ({ name: row.name, n: row.columns[id], outcome: titles[id], rank: order.indexOf(id), tip: `${row.name}: ${row.columns[id]} ${titles[id]}` })));
    return {
      ...base(colours, width, shown.length * 26 + 76),
      data: [{ name: "parts", values, transform: [{ type: "stack", groupby: ["name"], field: "n", sort: { field: "rank" } }] }],
      scales: [
        { name: "x", domain: { data: "parts", field: "y1" }, range: "width", zero: true, nice: true },
        { name: "y", type: "band", domain: shown.map((row) => row.name), range: "height", padding: 0.28 },
        { name: "colour", type: "ordinal", domain: used.map((id) => titles[id]), range: used.map((id) => colours.outcomes[id]) },
      ],
      axes: [{ orient: "bottom", scale: "x", grid: true, format: "d", tickMinStep: 1, title: "forecasts and promises" }, sideAxis(width)],
      legends: [{ fill: "colour", orient: "top", direction: "horizontal", symbolType: "square", columns: columns(width, 100) }],
      marks: [
        { type: "rect", from: { data: "parts" }, encode: { update: { x: { scale: "x", field: "y0" }, x2: { scale: "x", field: "y1" }, y: { scale: "y", field: "name" }, height: { scale: "y", band: 1 }, fill: { scale: "colour", field: "outcome" }, stroke: { value: colours.paper }, tooltip: { field: "tip" } } } },
        { type: "text", interactive: false, from: { data: "parts" }, encode: { update: { x: { signal: "(scale('x', datum.y0) + scale('x', datum.y1)) / 2" }, y: { scale: "y", field: "name", band: 0.5 }, align: { value: "center" }, baseline: { value: "middle" }, fontSize: { value: 11 }, fill: { value: colours.paper }, text: { signal: "scale('x', datum.y1) - scale('x', datum.y0) > 16 ? datum.n : ''" } } } },
      ],
    };
  };

  // To a screen reader a figure is one image with its name: what it shows stands in the table below it.
  const silent = (part) => ({ ...part, aria: false, ...(part.marks ? { marks: part.marks.map(silent) } : {}) });
  const asImage = (plot) => (rows, given) => {
    const spec = plot(rows, given);
    for (const name of ["marks", "axes", "legends"]) if (spec[name]) spec[name] = spec[name].map(silent);
    return spec;
  };
  return Object.fromEntries(Object.entries({ timeline, periods, network, bands, phrases, outcomes }).map(([name, plot]) => [name, asImage(plot)]));
})();
