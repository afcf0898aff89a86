"use strict";
// What a page does beyond being read: it keeps itself up to date, opens citations beside it, and heeds keys.
// Without this file every page reads the same, and links lead to whole pages.

(() => {
  const sheet = () => document.getElementById("sheet");
  const beside = document.getElementById("beside");
  const besideBody = document.getElementById("beside-body");
  const news = document.getElementById("news");
  const pulse = document.getElementById("pulse");

  // ---- up to date ---------------------------------------------------------------------------------------------

  const HIDDEN_FOR = 30_000; // a tab that nobody looks at gives its connection back after so many milliseconds
  const SAID_EVERY = 10_000; // what changed is spoken at most so often
  const FRESH_FOR = 60_000;
  let source = null;
  let refreshing = null;
  let again = false;
  let unsaid = { added: 0, changed: 0 };
  let saying = null;

  const standing = () => new Map([...sheet().querySelectorAll("[data-key]")].map((line) => [line.dataset.key, words(line)]));
  const words = (line) => (line.querySelector(".words") ?? line).textContent.trim();

  const connect = () => {
    if (source || !sheet()?.dataset.state || document.hidden) return;
    source = new EventSource(`/stream?from=${encodeURIComponent(sheet().dataset.state)}`);
    source.addEventListener("open", () => showPulse(true));
    source.addEventListener("error", () => showPulse(false));
    source.addEventListener("changed", (event) => {
      if (event.data !== sheet().dataset.state) refresh();
    });
  };
  const disconnect = () => { source?.close(); source = null; };
  const showPulse = (live) => {
    pulse.hidden = false;
    pulse.classList.toggle("lost", !live);
    pulse.textContent = live ? "live" : "not connected";
  };

  const isBusy = () => sheet().querySelector("form[data-typing] :focus, form[data-typing].touched") !== null;

  // What was asked for before somebody began to type must not come in over the words either.
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (refreshing && event.detail.target === sheet() && isBusy()) event.detail.shouldSwap = false;
  });

  const refresh = async () => {
    if (isBusy()) return;
    if (refreshing) { again = true; return; }
    const before = standing();
    refreshing = htmx.ajax("GET", location.pathname + location.search, { target: "#sheet", select: "#sheet", swap: "morph:outerHTML" });
    try { await refreshing; } finally { refreshing = null; }
    show(before);
    if (again) { again = false; refresh(); }
  };

  const show = (before) => {
    for (const line of sheet().querySelectorAll("[data-key]")) {
      const then = before.get(line.dataset.key);
      if (then === words(line)) continue;
      unsaid[then === undefined ? "added" : "changed"] += 1;
      line.classList.remove("fresh");
      void line.offsetWidth; // begins the animation again
      line.classList.add("fresh");
      setTimeout(() => line.classList.remove("fresh"), FRESH_FOR);
    }
    document.dispatchEvent(new CustomEvent("desk:refreshed"));
    if (!saying && (unsaid.added || unsaid.changed)) { say(); saying = setTimeout(() => { saying = null; if (unsaid.added || unsaid.changed) say(); }, SAID_EVERY); }
  };
  const say = () => {
    const parts = [];
    if (unsaid.added) parts.push(`${unsaid.added} new ${unsaid.added === 1 ? "line" : "lines"}`);
    if (unsaid.changed) parts.push(`${unsaid.changed} changed`);
    news.textContent = `Page updated: ${parts.join(", ")}.`;
    unsaid = { added: 0, changed: 0 };
  };

  let hiding = null;
  document.addEventListener("visibilitychange", () => {
    clearTimeout(hiding);
    if (document.hidden) hiding = setTimeout(disconnect, HIDDEN_FOR);
    else connect();
  });
  window.addEventListener("pagehide", disconnect);
  window.addEventListener("pageshow", connect);
  document.addEventListener("input", (event) => event.target.closest("form[data-typing]")?.classList.add("touched"));

  // ---- citations, opened beside the page ----------------------------------------------------------------------

  const WIDE = window.matchMedia("(min-width: 44rem)");
  let opener = null;
  let isLed = false;

  const openBeside = async (link) => {
    for (const other of document.querySelectorAll(".cite[aria-current]")) other.removeAttribute("aria-current");
    link.setAttribute("aria-current", "true");
    opener = link;
    await htmx.ajax("GET", link.getAttribute("href").split("#")[0], { target: "#beside-body", select: ".article", swap: "innerHTML" });
    beside.hidden = false;
    const cited = besideBody.querySelector("#cited");
    cited?.setAttribute("tabindex", cited.tagName === "A" ? "0" : "-1");
    isLed = true; // there the next Tab goes on from the words, and nobody asked for their record yet
    (cited ?? besideBody).focus({ preventScroll: true });
    isLed = false;
    beside.scrollTop = cited ? cited.getBoundingClientRect().top - beside.getBoundingClientRect().top + beside.scrollTop - 120 : 0;
  };
  const closeBeside = () => {
    if (beside.hidden) return false;
    beside.hidden = true;
    besideBody.replaceChildren();
    opener?.removeAttribute("aria-current");
    opener?.focus({ preventScroll: true });
    return true;
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.cite");
    if (!link || !WIDE.matches || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    openBeside(link);
  });
  document.getElementById("close-beside").addEventListener("click", closeBeside);

  // ---- the record behind marked words -------------------------------------------------------------------------

  const card = document.createElement("div");
  card.id = "card";
  card.hidden = true;
  card.setAttribute("role", "tooltip");
  document.body.append(card);

  // Beside the words where there is a pointer; on a phone at the lower edge, with its links, so that it covers no words.
  const DOCKED = window.matchMedia("(max-width: 43.99rem), (pointer: coarse)");
  let shown = null;
  let byKey = false; // whether the last thing that somebody touched was a key
  document.addEventListener("keydown", () => { byKey = true; }, true);
  document.addEventListener("pointerdown", () => { byKey = false; }, true);

  const showCard = (mark) => {
    hideCard();
    const article = mark.closest(".article");
    const records = mark.dataset.records.split(" ").map((n) => article.querySelector(`[id="r${n}"]`)).filter(Boolean);
    card.replaceChildren(...records.map((record) => {
      const copy = document.createElement("div");
      copy.className = record.className.replace("lit", "");
      for (const part of record.childNodes) copy.append(part.nodeName === "A" && !DOCKED.matches ? part.textContent : part.cloneNode(true));
      return copy;
    }));
    for (const record of records) record.classList.add("lit");
    card.hidden = false;
    shown = mark;
    place(mark);
    mark.setAttribute("aria-describedby", "card");
  };
  // Never on the words themselves: all lines of the mark, and of what was cited where it is of that.
  const place = (mark) => {
    const marks = mark.classList.contains("cited") ? [...mark.parentElement.querySelectorAll(".cited")] : [mark];
    const rects = marks.flatMap((one) => [...one.getClientRects()]);
    const top = Math.min(...rects.map((rect) => rect.top));
    const bottom = Math.max(...rects.map((rect) => rect.bottom));
    const head = document.querySelector(".bar").getBoundingClientRect().bottom;
    const below = bottom + 8 + card.offsetHeight < window.innerHeight;
    const docked = DOCKED.matches || !(below || top - card.offsetHeight - 8 > head);
    card.classList.toggle("docked", docked);
    card.removeAttribute("style");
    if (docked) {
      const hidden = bottom + 12 - (window.innerHeight - card.offsetHeight);
      if (DOCKED.matches && hidden > 0) window.scrollBy(0, Math.max(0, Math.min(hidden, top - Math.max(head, 0) - 12)));
      return;
    }
    const left = Math.min(mark.getClientRects()[0].left, document.documentElement.clientWidth - card.offsetWidth - 12);
    card.style.left = `${Math.max(8, left) + window.scrollX}px`;
    card.style.top = `${(below ? bottom + 6 : top - card.offsetHeight - 6) + window.scrollY}px`;
  };
  const hideCard = () => {
    card.hidden = true;
    shown?.removeAttribute("aria-describedby");
    shown = null;
    for (const record of document.querySelectorAll(".record.lit")) record.classList.remove("lit");
  };
  const markOf = (event) => event.target.closest?.(".said-here");
  document.addEventListener("mouseover", (event) => { if (markOf(event) && !DOCKED.matches) showCard(markOf(event)); });
  document.addEventListener("mouseout", (event) => { if (markOf(event) && !DOCKED.matches) hideCard(); });
  document.addEventListener("focusin", (event) => {
    const mark = markOf(event);
    if (!mark || isLed || (!byKey && (DOCKED.matches || mark.matches(":target")))) return; // the browser alone led there
    showCard(mark);
  });
  document.addEventListener("focusout", (event) => { if (markOf(event) && !card.contains(event.relatedTarget) && !DOCKED.matches) hideCard(); });
  document.addEventListener("click", (event) => {
    const mark = markOf(event);
    if (mark && DOCKED.matches && !byKey) {
      event.preventDefault();
      if (mark === shown) hideCard();
      else showCard(mark);
    } else if (!mark && !card.contains(event.target)) {
      hideCard();
    }
  });

  // ---- keys ---------------------------------------------------------------------------------------------------

  const keys = document.getElementById("keys");
  const keysOn = document.getElementById("keys-on");
  const showKeys = document.getElementById("show-keys");
  showKeys.hidden = false;
  showKeys.addEventListener("click", () => keys.showModal());
  try { keysOn.checked = localStorage.getItem("keys") !== "off"; } catch { /* a browser that keeps nothing */ }
  keysOn.addEventListener("change", () => { try { localStorage.setItem("keys", keysOn.checked ? "on" : "off"); } catch { /* as above */ } });

  let current = null;
  let going = false;
  const lines = () => [...sheet().querySelectorAll(".line")].filter((line) => line.offsetParent !== null);
  const step = (by) => {
    const all = lines();
    const at = all.indexOf(current);
    current?.classList.remove("here");
    current = all[Math.max(0, Math.min(all.length - 1, at < 0 ? 0 : at + by))] ?? null;
    if (!current) return;
    current.classList.add("here");
    current.scrollIntoView({ block: "nearest" });
    (current.querySelector("a") ?? current).focus({ preventScroll: true });
  };
  const go = (step) => sheet().querySelector(`a[data-step="${step}"]`)?.click();
  const ACTIONS = {
    j: () => step(1),
    k: () => step(-1),
    o: () => current?.querySelector("a.cite")?.click(),
    "[": () => go("Earlier"),
    "]": () => go("Later"),
    "+": () => go("Closer"),
    "-": () => go("Wider"),
    "/": () => document.getElementById("seek").focus(),
    "?": () => keys.showModal(),
    g: () => { going = true; setTimeout(() => { going = false; }, 1500); },
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !keys.open) {
      if (card.hidden) closeBeside();
      else hideCard();
      return;
    }
    if (!keysOn.checked || event.metaKey || event.ctrlKey || event.altKey || keys.open) return;
    if (event.target.closest("input, textarea, select")) return;
    if (going) {
      going = false;
      document.querySelector(`.bar a[data-go="${CSS.escape(event.key)}"]`)?.click();
      return;
    }
    if (ACTIONS[event.key]) {
      event.preventDefault();
      ACTIONS[event.key]();
    }
  });

  connect();
})();
