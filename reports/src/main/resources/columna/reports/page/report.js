/*<![CDATA[*/
"use strict";
/* Sorting: numbers by data-v, unknown numbers last; a third click restores the order of the file. */
document.querySelectorAll("table.sortable").forEach(function (table) {
  var body = table.tBodies[0], original = Array.from(body.rows), heads = Array.from(table.tHead.rows[0].cells);
  function key(row, c) {
    var cell = row.cells[c], v = cell.getAttribute("data-v");
    return v === null ? cell.textContent : Number(v);
  }
  function compare(a, b) {
    if (typeof a === "string" || typeof b === "string") { return String(a).localeCompare(String(b), "en", {numeric: true}); }
    return a - b;
  }
  heads.forEach(function (head, c) {
    var handle = head.querySelector(".head");
    handle.setAttribute("role", "button"); handle.tabIndex = 0;
    handle.addEventListener("keydown", function (event) { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); handle.click(); } });
    handle.addEventListener("click", function () {
      var old = head.getAttribute("aria-sort"), number = head.className === "num";
      var next = old === null ? (number ? "descending" : "ascending") : old === (number ? "descending" : "ascending") ? (number ? "ascending" : "descending") : null;
      heads.forEach(function (h) { h.removeAttribute("aria-sort"); });
      var rows = original.slice();
      if (next !== null) {
        head.setAttribute("aria-sort", next);
        rows.sort(function (x, y) {
          var a = key(x, c), b = key(y, c), unknownA = a !== a, unknownB = b !== b;
          if (unknownA || unknownB) { return unknownA - unknownB; }
          return next === "ascending" ? compare(a, b) : compare(b, a);
        });
      }
      rows.forEach(function (row) { body.appendChild(row); });
    });
  });
});
/* Zoom: a click shows a figure over the whole window, a click or Escape puts it back. */
document.querySelectorAll("figure svg").forEach(function (svg) {
  svg.addEventListener("click", function () { svg.closest("figure").classList.toggle("zoom"); });
});
document.addEventListener("keydown", function (event) {
  if (event.key === "Escape") { document.querySelectorAll("figure.zoom").forEach(function (f) { f.classList.remove("zoom"); }); }
});
/* Hover: reads the curves' values back from the drawing, to the drawing's precision. */
document.querySelectorAll("svg.lines").forEach(function (svg) {
  function axis(name) {
    var p = svg.getAttribute(name).split(","), low = Number(p[1]), high = Number(p[2]), from = Number(p[3]), to = Number(p[4]);
    return {from: from, to: to, value: function (px) {
      var c = low + (px - from) / (to - from) * (high - low);
      return p[0] === "log" ? Math.pow(10, c) : c;
    }};
  }
  var x = axis("data-x"), y = axis("data-y"), unit = svg.getAttribute("data-unit"), figure = svg.closest("figure"), curves = null;
  var tip = document.createElement("div"), cursor = document.createElementNS(svg.namespaceURI, "line");
  tip.className = "tip"; tip.hidden = true; figure.appendChild(tip);
  cursor.setAttribute("class", "cursor"); cursor.setAttribute("y1", y.to); cursor.setAttribute("y2", y.from); cursor.style.display = "none"; svg.appendChild(cursor);
  function read() {
    return Array.from(svg.querySelectorAll("path.line")).map(function (path) {
      var n = path.getAttribute("d").match(/-?[\d.]+/g).map(Number), points = [];
      for (var i = 0; i !== n.length; i += 2) { points.push([n[i], n[i + 1]]); }
      return {name: path.getAttribute("data-name"), points: points};
    });
  }
  function shown(v) { var a = Math.abs(v); return a === 0 ? "0" : a >= 1e5 || 1e-3 > a ? v.toExponential(2) : String(Number(v.toPrecision(4))); }
  function leave() { tip.hidden = true; cursor.style.display = "none"; }
  svg.addEventListener("mouseleave", leave);
  svg.addEventListener("mousemove", function (event) {
    curves = curves || read();
    var m = svg.getScreenCTM().inverse(), px = event.clientX * m.a + event.clientY * m.c + m.e;
    if (x.from > px || px > x.to) { leave(); return; }
    var text = shown(x.value(px));
    curves.forEach(function (curve) {
      var best = null, distance = Infinity;
      curve.points.forEach(function (p) { var d = Math.abs(p[0] - px); if (distance > d) { distance = d; best = p; } });
      if (best !== null) { text += "\n" + curve.name + "  " + shown(y.value(best[1])) + (unit ? " " + unit : ""); }
    });
    cursor.setAttribute("x1", px); cursor.setAttribute("x2", px); cursor.style.display = "";
    tip.textContent = text; tip.hidden = false;
    var box = figure.getBoundingClientRect(), left = event.clientX - box.left + 14;
    if (left + tip.offsetWidth > box.width) { left = left - tip.offsetWidth - 28; }
    tip.style.left = left + "px"; tip.style.top = (event.clientY - box.top + 12) + "px";
  });
});
/*]]>*/
