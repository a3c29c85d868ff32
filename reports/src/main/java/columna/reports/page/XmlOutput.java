package columna.reports.page;

import gg.jte.TemplateOutput;

/** What templates write, in memory. Characters that XML forbids (control characters, half surrogate pairs) become U+FFFD. */
final class XmlOutput implements TemplateOutput {
    private final StringBuilder out = new StringBuilder(1 << 16);

    @Override
    public void writeContent(String value) {
        writeContent(value, 0, value.length());
    }

    @Override
    public void writeContent(String value, int begin, int end) {
        int from = begin;
        for (int i = begin; i < end;) {
            int c = value.codePointAt(i);
            int next = i + Character.charCount(c);
            if (!isAllowed(c)) {
                out.append(value, from, i).append('\ufffd');
                from = next;
            }
            i = next;
        }
        out.append(value, from, end);
    }

    private static boolean isAllowed(int c) {
        boolean control = c < ' ' && c != '\t' && c != '\n' || c >= 0x7f && c < 0xa0;
        return !control && (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
