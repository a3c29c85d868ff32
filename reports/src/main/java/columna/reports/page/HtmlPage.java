package columna.reports.page;

import columna.reports.Report;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;

/**
 * The whole report as one page: verdict, key figures, contents, sections, definitions. The page is written by the templates in
 * {@code src/main/jte}, which were compiled with the program; they escape what they are given for the place where it stands. Nothing is
 * loaded from anywhere; the Content-Security-Policy forbids it.
 */
final class HtmlPage {
    static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(null, ContentType.Html, HtmlPage.class.getClassLoader(), HtmlPage.class.getPackageName());

    private HtmlPage() {
    }

    /** A page beside which every chart and table has its files. */
    static String of(Report report) {
        return render(new PageParts(report, true));
    }

    /** A page that stands alone. */
    static String alone(Report report) {
        return render(new PageParts(report, false));
    }

    private static String render(PageParts parts) {
        XmlOutput output = new XmlOutput();
        TEMPLATES.render("page.jte", parts, output);
        return output.toString();
    }
}
