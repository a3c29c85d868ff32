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

    static String of(Report report) {
        XmlOutput output = new XmlOutput();
        TEMPLATES.render("page.jte", new PageParts(report), output);
        return output.toString();
    }
}
