// Folding, keys and search for the outline; without it everything is shown unfolded.
(() => {
  const doc = document, tree = doc.querySelector("[role=tree]"), items = [...tree.querySelectorAll("[role=treeitem]")];
  const place = new Map(items.map((item, index) => [item, index]));
  const levels = items.map(item => +item.getAttribute("aria-level"));
  const texts = items.map(item => item.querySelector(".text").firstChild);
  const parents = [], last = [];
  levels.forEach((level, index) => { parents.push(level > 1 ? last[level - 1] : -1); last[level] = index; });
  const branches = items.map(item => item.hasAttribute("aria-expanded"));
  const open = branches.slice();
  const box = doc.getElementById("search"), told = doc.getElementById("told");
  let current = 0, off = null, matches = [];
  doc.documentElement.classList.add("js");

  const fold = text => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  const shown = index => !(off && off[index]) && !items[index].classList.contains("shut");
  const paint = () => {
    const shut = new Uint8Array(items.length);
    tree.hidden = true;
    items.forEach((item, index) => {
      const above = parents[index];
      shut[index] = above >= 0 && (shut[above] || !open[above]) ? 1 : 0;
      if (item.classList.contains("shut") !== !!shut[index]) item.classList.toggle("shut", !!shut[index]);
      if (item.classList.contains("off") !== !!(off && off[index])) item.classList.toggle("off", !!(off && off[index]));
      if (branches[index] && item.getAttribute("aria-expanded") !== String(open[index])) item.setAttribute("aria-expanded", open[index]);
    });
    tree.hidden = false;
  };
  const settle = () => { let here = current; while (here > 0 && !shown(here)) here = parents[here] >= 0 ? parents[here] : here - 1; point(here); };
  const point = index => { items[current].tabIndex = -1; current = index; items[current].tabIndex = 0; };
  const go = index => {
    if (index === undefined || index < 0 || index >= items.length) return;
    point(index);
    items[index].focus({ preventScroll: true });
    items[index].scrollIntoView({ block: "nearest" });
  };
  const turn = (index, way) => { if (branches[index]) { open[index] = way; paint(); settle(); } };
  const next = (index, way) => { let there = index + way; while (there >= 0 && there < items.length && !shown(there)) there += way; return there; };
  const all = way => { branches.forEach((is, index) => { open[index] = is && (way === true || levels[index] < way); }); paint(); settle(); };
  const reveal = index => { for (let above = parents[index]; above >= 0; above = parents[above]) open[above] = true; paint(); };

  tree.addEventListener("click", event => {
    if (event.target.closest("a")) return;
    const item = event.target.closest("[role=treeitem]");
    if (!item) return;
    go(place.get(item));
    if (event.target.closest(".turn, .sign")) turn(current, !open[current]);
  });

  let typed = "", pause = 0;
  const startsWith = () => {
    const from = typed.length > 1 ? current : current + 1;
    for (let step = 0; step < items.length; step++) {
      const index = (from + step) % items.length;
      if (shown(index) && fold(texts[index].data).startsWith(typed)) return index;
    }
  };
  const keys = {
    ArrowDown: () => go(next(current, 1)),
    ArrowUp: () => go(next(current, -1)),
    Home: () => go(next(-1, 1)),
    End: () => go(next(items.length, -1)),
    ArrowRight: () => { if (branches[current]) open[current] ? go(next(current, 1)) : turn(current, true); },
    ArrowLeft: () => { if (branches[current] && open[current]) turn(current, false); else go(parents[current]); },
    Enter: () => { const link = items[current].querySelector(".row a[href^='#']"); link ? link.click() : turn(current, !open[current]); },
    " ": () => turn(current, !open[current]),
    "*": () => { items.forEach((_, index) => { if (branches[index] && parents[index] === parents[current]) open[index] = true; }); paint(); },
    "/": () => box.focus(),
  };
  tree.addEventListener("keydown", event => {
    const link = event.target.closest("a");
    if (link && event.key === "Enter" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (link) point(place.get(link.closest("[role=treeitem]")));
    if (keys[event.key]) keys[event.key]();
    else if (event.key.length === 1 && /\S/.test(event.key)) {
      clearTimeout(pause);
      typed += fold(event.key);
      pause = setTimeout(() => { typed = ""; }, 600);
      go(startsWith());
    } else return;
    event.preventDefault();
  });

  let folded = null;
  const mark = sought => {
    if (!window.CSS || !CSS.highlights) return;
    CSS.highlights.clear();
    if (!sought) return;
    const found = new Highlight();
    for (const index of matches.slice(0, 500)) {
      const text = fold(texts[index].data);
      if (text.length !== texts[index].data.length) continue;
      for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + sought.length)) {
        const range = new Range();
        range.setStart(texts[index], at);
        range.setEnd(texts[index], at + sought.length);
        found.add(range);
      }
    }
    CSS.highlights.set("found", found);
  };
  const count = () => { told.textContent = off ? matches.length + (matches.length === 1 ? " match" : " matches") : items.length + " items"; };
  const search = () => {
    const sought = fold(box.value.trim());
    if (sought) outline();
    folded = folded || items.map(item => fold(item.textContent));
    matches = [];
    off = sought ? new Uint8Array(items.length).fill(1) : null;
    if (sought) folded.forEach((text, index) => {
      if (!text.includes(sought)) return;
      matches.push(index);
      for (let here = index; here >= 0 && off[here]; here = parents[here]) { off[here] = 0; if (here !== index && branches[here]) open[here] = true; }
    });
    paint();
    settle();
    mark(sought);
    count();
  };
  let waiting = 0;
  box.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(search, 120); });
  box.addEventListener("keydown", event => {
    if (event.key === "Escape") { clearTimeout(waiting); box.value = ""; search(); go(current); }
    else if (event.key === "Enter" || event.key === "ArrowDown") { event.preventDefault(); clearTimeout(waiting); search(); go(matches.length ? matches[0] : current); }
  });
  doc.addEventListener("keydown", event => {
    if (event.key === "/" && event.target !== box && !event.target.closest("[role=tree]")) { event.preventDefault(); box.focus(); }
  });

  const on = (id, act) => { const button = doc.getElementById(id); if (button) button.addEventListener("click", act); };
  on("all", () => { outline(); all(true); });
  on("two", () => { outline(); all(2); });
  on("none", () => { outline(); all(1); });
  on("print", () => print());

  const tabs = [...doc.querySelectorAll("[role=tab]")], panels = tabs.map(tab => doc.getElementById(tab.getAttribute("aria-controls")));
  let centred = false;
  const centre = frame => {
    const start = frame && !centred && frame.querySelector(`[data-claim="${CSS.escape(items[0].id)}"]`);
    if (!start) return;
    const card = start.getBBox();
    frame.scrollTo(card.x + card.width / 2 - frame.clientWidth / 2, card.y + card.height / 2 - frame.clientHeight / 2);
    centred = true;
  };
  const show = chosen => tabs.forEach((tab, index) => {
    tab.setAttribute("aria-selected", index === chosen);
    tab.tabIndex = index === chosen ? 0 : -1;
    panels[index].hidden = index !== chosen;
    if (index === chosen) centre(panels[index].querySelector(".picture"));
  });
  const outline = () => { if (tabs.length) show(0); };
  tabs.forEach((tab, index) => {
    tab.addEventListener("click", () => show(index));
    tab.addEventListener("keydown", event => {
      const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (way) { const there = (index + way + tabs.length) % tabs.length; show(there); tabs[there].focus(); event.preventDefault(); }
    });
  });
  const picture = doc.querySelector(".picture svg");
  if (picture) {
    const wide = picture.width.baseVal.value, high = picture.height.baseVal.value;
    let scale = 1;
    const zoom = to => {
      scale = Math.min(4, Math.max(.05, to));
      picture.setAttribute("width", wide * scale);
      picture.setAttribute("height", high * scale);
    };
    on("larger", () => zoom(scale * 1.25));
    on("smaller", () => zoom(scale / 1.25));
    on("fit", () => zoom(Math.min(1, (picture.parentElement.clientWidth - 2) / wide)));
  }
  outline();

  const visit = () => {
    const item = doc.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!place.has(item)) return;
    outline();
    if (off && off[place.get(item)]) { box.value = ""; search(); }
    reveal(place.get(item));
    go(place.get(item));
  };
  addEventListener("hashchange", visit);
  if (items.length > 400) all(3);
  count();
  visit();
})();
