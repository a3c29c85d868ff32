package columna.reports.browser;

/** Computed contrast of a page's texts, after the definitions of WCAG 2.2: relative luminance and contrast ratio. */
final class FaintTexts {
    /**
     * A function of the least ratio. The ground of a text in HTML is the first opaque background among its ancestors, translucent ones over it
     * (a gradient counts as its first colour); of a text in a coloured cell of an SVG the cell; of other SVG texts the background behind the SVG.
     */
    static final String SCRIPT = """
            least => {
              const parse = c => { const n = (c.match(/[\\d.]+/g) || []).map(Number); return n.length < 3 ? [0, 0, 0, 0] : [n[0], n[1], n[2], n.length > 3 ? n[3] : 1]; };
              const over = (top, under) => [0, 1, 2].map(i => top[i] * top[3] + under[i] * (1 - top[3])).concat(1);
              const light = c => { const l = [0, 1, 2].map(i => { const v = c[i] / 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; }); return 0.2126 * l[0] + 0.7152 * l[1] + 0.0722 * l[2]; };
              const ratio = (a, b) => { const x = light(a) + 0.05, y = light(b) + 0.05; return Math.max(x, y) / Math.min(x, y); };
              const ground = e => {
                if (e === null) { return [255, 255, 255, 1]; }
                const style = getComputedStyle(e), image = style.backgroundImage.match(/rgba?\\([^)]*\\)/), colour = parse(image ? image[0] : style.backgroundColor);
                return colour[3] === 1 ? colour : over(colour, ground(e.parentElement));
              };
              const found = [];
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                const e = node.parentElement, style = getComputedStyle(e), box = e.getBoundingClientRect();
                if (node.data.trim() === "" || box.width === 0 || style.visibility === "hidden" || ["SCRIPT", "STYLE", "title"].includes(e.tagName)) { continue; }
                const svg = e.closest("svg"), cell = svg && e.closest(".item") && e.closest(".item").querySelector("rect");
                const under = cell && cell.getAttribute("fill") ? parse(getComputedStyle(cell).fill) : ground(svg ? svg.parentElement : e);
                const contrast = ratio(over(parse(svg ? style.fill : style.color), under), under);
                if (contrast < least) { found.push(contrast.toFixed(2) + " " + node.data.trim().slice(0, 40)); }
              }
              return found;
            }""";

    private FaintTexts() {
    }
}
