/*<![CDATA[*/
"use strict";
/* What the page adds for readers with a script: sorting, filtering, zoom, labels under the pointer and under the keyboard. Nothing is loaded. */
function each(selector, action) { document.querySelectorAll(selector).forEach(action); }

/* Sorting: numbers by data-v, their true value; unknown numbers last; a third click restores the order of the file. */
each("table.sortable", function (table) {
  var body = table.tBodies[0], original = Array.from(body.rows), heads = Array.from(table.tHead.rows[0].cells), words = new Intl.Collator("en", {numeric: true});
  function key(row, c) {
    var cell = row.cells[c], v = cell.getAttribute("data-v");
    return v === null ? cell.textContent : Number(v);
  }
  function compare(a, b) { return typeof a === "string" || typeof b === "string" ? words.compare(String(a), String(b)) : a > b ? 1 : b > a ? -1 : 0; }
  heads.forEach(function (head, c) {
    var handle = head.querySelector(".head");
    handle.setAttribute("role", "button"); handle.tabIndex = 0;
    handle.addEventListener("keydown", function (event) { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); handle.click(); } });
    handle.addEventListener("click", function () {
      var first = head.className === "num" ? "descending" : "ascending", second = first === "ascending" ? "descending" : "ascending";
      var old = head.getAttribute("aria-sort"), next = old === null ? first : old === first ? second : null, rows = original.slice();
      heads.forEach(function (h) { h.removeAttribute("aria-sort"); });
      if (next !== null) {
        head.setAttribute("aria-sort", next);
        rows = original.map(function (row) { return {row: row, key: key(row, c)}; }).sort(function (x, y) {
          var unknownX = x.key !== x.key, unknownY = y.key !== y.key;
          if (unknownX || unknownY) { return unknownX - unknownY; }
          return next === "ascending" ? compare(x.key, y.key) : compare(y.key, x.key);
        }).map(function (pair) { return pair.row; });
      }
      body.append.apply(body, rows);
    });
  });
});

/* Filtering: rows without the typed text are hidden; gaps between digits and kinds of minus signs do not matter. */
each("table.filtered", function (table) {
  var rows = Array.from(table.tBodies[0].rows), texts = null;
  var bar = document.createElement("p"), label = document.createElement("label"), box = document.createElement("input"), count = document.createElement("output");
  function plain(text) { return text.replace(/[\u202f\u2009]/g, "").replace(/\u2212/g, "-").replace(/\s+/g, " ").trim().toLowerCase(); }
  function filter() {
    var wanted = plain(box.value), shown = 0;
    texts = texts || rows.map(function (row) { return plain(Array.from(row.cells, function (cell) { return cell.textContent; }).join(" ")); });
    rows.forEach(function (row, i) { row.hidden = !texts[i].includes(wanted); shown += row.hidden ? 0 : 1; });
    count.textContent = shown + " of " + rows.length + " rows";
  }
  bar.className = "filter"; box.type = "search"; box.autocomplete = "off"; box.spellcheck = false;
  label.append("Filter rows ", box); bar.append(label, " ", count);
  count.textContent = rows.length + " of " + rows.length + " rows";
  box.addEventListener("input", filter);
  box.addEventListener("keydown", function (event) { if (event.key === "Escape") { box.value = ""; filter(); } });
  table.parentNode.before(bar);
});

/* Zoom: a click shows a figure over the whole window, a click or Escape puts it back. */
each("figure svg", function (svg) {
  svg.addEventListener("click", function (event) { if (!event.defaultPrevented && !event.target.closest("a")) { svg.closest("figure").classList.toggle("zoom"); } });
});
document.addEventListener("keydown", function (event) {
  if (event.key === "Escape") { each("figure.zoom", function (figure) { figure.classList.remove("zoom"); }); }
});

/* The box beside the pointer, inside the figure and away from its edges. */
function tip(figure) {
  var box = document.createElement("div");
  box.className = "tip"; box.hidden = true; box.setAttribute("aria-hidden", "true"); figure.appendChild(box);
  return {
    hide: function () { box.hidden = true; },
    show: function (text, x, y) {
      var frame = figure.getBoundingClientRect(), left = x - frame.left + 14, top = y - frame.top + 12;
      box.textContent = text; box.hidden = false; box.style.left = "0px";
      if (left + box.offsetWidth > frame.width) { left = Math.max(0, left - box.offsetWidth - 28); }
      if (y + 12 + box.offsetHeight > innerHeight) { top = top - box.offsetHeight - 24; }
      box.style.left = left + "px"; box.style.top = top + "px";
    }
  };
}
function at(svg, event) {
  var m = svg.getScreenCTM().inverse();
  return {x: event.clientX * m.a + event.clientY * m.c + m.e, y: event.clientX * m.b + event.clientY * m.d + m.f};
}
/* The unbroken pieces of a path made of M and L. */
function pieces(path) {
  return path.getAttribute("d").split("M").slice(1).map(function (piece) {
    var n = piece.match(/-?[\d.]+/g).map(Number), out = [];
    for (var i = 0; i !== n.length; i += 2) { out.push([n[i], n[i + 1]]); }
    return out;
  });
}

/* Curves: their values at the pointer, read back from the drawing to the drawing's precision. */
each("svg.lines", function (svg) {
  function axis(name) {
    var p = svg.getAttribute(name).split(","), low = Number(p[1]), high = Number(p[2]), from = Number(p[3]), to = Number(p[4]);
    return {from: from, to: to, value: function (px) {
      var c = low + (px - from) / (to - from) * (high - low);
      return p[0] === "log" ? Math.pow(10, c) : c;
    }};
  }
  var x = axis("data-x"), y = axis("data-y"), unit = svg.getAttribute("data-unit"), box = tip(svg.closest("figure")), curves = null;
  var cursor = document.createElementNS(svg.namespaceURI, "line");
  cursor.setAttribute("class", "cursor"); cursor.setAttribute("y1", y.to); cursor.setAttribute("y2", y.from); cursor.style.display = "none"; svg.appendChild(cursor);
  function read() {
    return Array.from(svg.querySelectorAll("path.line[data-name]"), function (path) { return {name: path.getAttribute("data-name"), points: [].concat.apply([], pieces(path))}; });
  }
  function shown(v) { var a = Math.abs(v); return a === 0 ? "0" : a >= 1e5 || 1e-3 > a ? v.toExponential(2) : String(Number(v.toPrecision(4))); }
  function leave() { box.hide(); cursor.style.display = "none"; }
  svg.addEventListener("mouseleave", leave);
  svg.addEventListener("mousemove", function (event) {
    curves = curves || read();
    var px = at(svg, event).x;
    if (x.from > px || px > x.to) { leave(); return; }
    var text = shown(x.value(px));
    curves.forEach(function (curve) {
      var best = null, distance = Infinity;
      curve.points.forEach(function (p) { var d = Math.abs(p[0] - px); if (distance > d) { distance = d; best = p; } });
      if (best !== null) { text += "\n" + curve.name + "  " + shown(y.value(best[1])) + (unit ? " " + unit : ""); }
    });
    cursor.setAttribute("x1", px); cursor.setAttribute("x2", px); cursor.style.display = "";
    box.show(text, event.clientX, event.clientY);
  });
});

/* Items (points, cells, ways): the label under pointer or focus; one tab stop per chart, arrow keys, Home and End inside it. */
each("svg.items", function (svg) {
  var items = Array.from(svg.querySelectorAll(".item")), columns = Number(svg.getAttribute("data-columns") || 1), figure = svg.closest("figure"), box = tip(figure);
  var ways = null, lit = null, stop = items[0], spot = document.createElementNS(svg.namespaceURI, "path");
  svg.insertBefore(spot, svg.querySelector(".over"));
  items.forEach(function (item) {
    item.setAttribute("aria-label", item.firstElementChild.textContent); item.firstElementChild.remove();
    item.setAttribute("tabindex", item === stop ? "0" : "-1");
    if (!item.hasAttribute("href")) { item.setAttribute("role", "img"); }
  });
  function wayOf(item) { return item.matches(".way") ? item : item.querySelector(".way"); }
  function light(item, x, y) {
    if (lit !== item) {
      if (lit !== null) { lit.classList.remove("lit"); }
      lit = item; svg.classList.toggle("dim", item !== null); spot.removeAttribute("d");
      if (item === null) { box.hide(); return; }
      item.classList.add("lit");
      var way = wayOf(item), cell = item.querySelector("rect");
      spot.setAttribute("class", cell ? "spot ring" : "spot");
      if (way) { spot.setAttribute("d", way.getAttribute("d")); }
      if (cell) { spot.setAttribute("d", "M" + cell.x.baseVal.value + " " + cell.y.baseVal.value + "h" + cell.width.baseVal.value + "v" + cell.height.baseVal.value + "h-" + cell.width.baseVal.value + "z"); }
    }
    if (item !== null) { box.show(item.getAttribute("aria-label"), x, y); }
  }
  /* The way that passes closest above or below the pointer, within a finger's breadth. */
  function nearest(p) {
    var best = null, distance = 12;
    ways = ways || items.filter(wayOf).map(function (item) { return {item: item, pieces: pieces(wayOf(item))}; });
    ways.forEach(function (way) {
      way.pieces.forEach(function (points) {
        for (var i = 1; i !== points.length; i++) {
          var a = points[i - 1], b = points[i];
          if (p.x >= a[0] && b[0] > p.x) {
            var d = Math.abs(a[1] + (p.x - a[0]) / (b[0] - a[0]) * (b[1] - a[1]) - p.y);
            if (distance > d) { distance = d; best = way.item; }
          }
        }
      });
    });
    return best;
  }
  svg.addEventListener("mousemove", function (event) { light(event.target.closest(".item") || nearest(at(svg, event)), event.clientX, event.clientY); });
  svg.addEventListener("mouseleave", function () { light(null); });
  svg.addEventListener("click", function (event) {
    if (lit !== null && lit.hasAttribute("href") && !event.target.closest("a")) {
      event.preventDefault();
      lit.dispatchEvent(new MouseEvent("click", {cancelable: true, ctrlKey: event.ctrlKey, metaKey: event.metaKey, shiftKey: event.shiftKey}));
    }
  });
  /* Heard at the figure: an svg that listens for focus becomes a tab stop itself. */
  figure.addEventListener("focusin", function (event) {
    var item = event.target.closest(".item");
    if (item === null) { return; }
    stop.setAttribute("tabindex", "-1"); stop = item; stop.setAttribute("tabindex", "0");
    var r = item.getBoundingClientRect();
    if (item.matches(":focus-visible")) { light(item, r.left + r.width / 2, r.top + r.height / 2); }
  });
  figure.addEventListener("focusout", function () { light(null); });
  svg.addEventListener("keydown", function (event) {
    var here = items.indexOf(stop), last = items.length - 1;
    var to = {ArrowRight: here + 1, ArrowLeft: here - 1, ArrowDown: here + columns, ArrowUp: here - columns, PageDown: Math.min(here + 50, last), PageUp: Math.max(here - 50, 0),
      Home: 0, End: last}[event.key];
    if (event.key === "Escape") { light(null); }
    if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) { return; }
    event.preventDefault();
    if (items[to]) { items[to].focus({focusVisible: true}); }
  });
});
/*]]>*/
