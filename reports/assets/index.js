// Search, filters and order over the events of one page. Without it the page shows them all, newest first.
"use strict";
(() => {
  const form = document.getElementById("filters");
  const list = document.getElementById("events");
  if (!form || !list) return;
  const items = [...list.children].map((node, place) => {
    const counts = Object.fromEntries(
      node.dataset.severities.trim().split(" ").filter(Boolean).map((pair) => pair.split(":")),
    );
    return {
      node,
      place,
      text: node.textContent.toLowerCase().normalize("NFKD"),
      types: new Set(node.dataset.types.split(" ")),
      kinds: new Set(node.dataset.kinds.split(" ")),
      high: Number(counts.high || 0),
      medium: Number(counts.medium || 0),
      low: Number(counts.low || 0),
      outlets: Number(node.dataset.outlets),
    };
  });
  const value = (name) => (form.elements[name] ? form.elements[name].value : "");
  const reaches = {
    "": () => true,
    high: (e) => e.high > 0,
    medium: (e) => e.high + e.medium > 0,
    low: (e) => e.high + e.medium + e.low > 0,
  };
  const orders = {
    newest: (a, b) => a.place - b.place,
    disputed: (a, b) => b.high - a.high || b.medium - a.medium || b.low - a.low || a.place - b.place,
    outlets: (a, b) => b.outlets - a.outlets || a.place - b.place,
  };
  const apply = () => {
    const words = value("text").toLowerCase().normalize("NFKD").split(/\s+/).filter(Boolean);
    const [type, kind] = [value("type"), value("kind")];
    let shown = 0;
    for (const e of items) {
      const fits =
        words.every((w) => e.text.includes(w)) &&
        reaches[value("severity")](e) &&
        (!type || e.types.has(type)) &&
        (!kind || e.kinds.has(kind));
      e.node.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    list.append(...[...items].sort(orders[value("order")]).map((e) => e.node));
    document.getElementById("shown").textContent =
      shown === items.length ? "" : `${shown} of ${items.length} events on this page`;
  };
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
})();
