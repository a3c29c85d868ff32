package columna.experiments.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import columna.experiments.study.Shard;
import columna.experiments.study.Study;
import columna.experiments.study.TinyStudies;
import columna.experiments.study.engine.Workforce;
import columna.experiments.study.definition.Measure;
import columna.experiments.study.result.ConfigurationResult;
import columna.experiments.study.result.StudyResult;
import columna.reports.browser.Browser;
import columna.reports.browser.Tab;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report of a simulated study as an architect uses it, in a browser; what it should say comes from the study's file. */
class StudyPageTest {

    private static final String MARKS = "[...document.querySelectorAll('#front-memory .item')]";
    private static final String ROWS = "[...document.querySelectorAll('#configurations-table tbody tr')]";
    private static final String TIP = "document.querySelector('#front-memory .tip')";

    @TempDir
    private static Path folder;

    private static Browser browser;
    private static StudyResult result;
    private Tab tab;

    @BeforeAll
    static void simulate() {
        browser = Browser.start();
        result = new Study(TinyStudies.bitsRoundingLanes(), folder).sweep(Shard.WHOLE, Workforce.threads(2), (f, p, c) -> {}, () -> false);
        Study.report(folder, folder, configuration -> true);
    }

    @AfterAll
    static void end() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void open() {
        tab = browser.open(folder.resolve("index.html"));
    }

    /** No error on the console, and nothing asked of any network. */
    @AfterEach
    void nothingWentWrong() {
        assertThat(tab.problems()).isEmpty();
        tab.close();
    }

    private static ConfigurationResult byLink(String link) {
        return result.configurations().stream().filter(c -> link.endsWith(PointPage.path(c.points().firstEntry().getValue().id()))).findFirst().orElseThrow();
    }

    @Test
    void hoverShowsThePointAndAClickOpensItsReport() {
        String mark = MARKS + ".filter(e => e.hasAttribute('href')).find(e => { e.scrollIntoView({block: 'center', behavior: 'instant'}); const r = e.getBoundingClientRect(); "
                + "const hit = document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2); return hit !== null && hit.closest('.item') === e; })";
        ConfigurationResult configuration = byLink(tab.text(mark + ".getAttribute('href')"));
        tab.hover(mark);
        String tip = tab.text(TIP + ".textContent");
        configuration.settings().forEach((axis, value) -> assertThat(tip).contains(axis + " = " + value));
        assertThat(tip).contains("loss " + Texts.number(configuration.mean(Measure.LOSS)));
        tab.click(mark);
        tab.await("location.href.includes('/points/') && document.readyState === 'complete'");
        assertThat(tab.text("document.querySelector('h1').textContent")).isEqualTo("Configuration " + configuration.number() + ", seed 1");
        assertThat(tab.text("document.body.textContent")).contains("Loss while learning").contains("chip.loss");
    }

    @Test
    void theTableSortsByLoss() {
        String head = "[...document.querySelectorAll('#configurations-table thead th')].find(h => h.textContent.trim().startsWith('Loss'))";
        tab.click(head + ".querySelector('.head')");
        List<Integer> shown = IntStream.range(0, result.configurations().size())
                .mapToObj(i -> Integer.parseInt(tab.text(ROWS + "[" + i + "].cells[0].textContent").replaceAll("\\D", ""))).toList();
        List<Double> losses = shown.stream().map(number -> result.configurations().get(number).mean(Measure.LOSS)).toList();
        assertThat(shown).containsExactlyInAnyOrderElementsOf(IntStream.range(0, result.configurations().size()).boxed().toList());
        assertThat(losses.equals(losses.stream().sorted().toList()) || losses.equals(losses.stream().sorted(Comparator.reverseOrder()).toList())).isTrue();
        assertThat(losses).as("in the study's own order they are not sorted")
                .isNotEqualTo(result.configurations().stream().map(c -> c.mean(Measure.LOSS)).toList());
    }

    @Test
    void theFilterHidesRows() {
        tab.evaluate("document.querySelector('#configurations-table input').focus()");
        tab.type("STOCHASTIC");
        tab.await(ROWS + ".filter(r => r.offsetParent !== null).length === 6");
        assertThat(tab.evaluate(ROWS + ".filter(r => r.offsetParent !== null).every(r => r.textContent.includes('STOCHASTIC'))").asBoolean()).isTrue();
    }

    @Test
    void itIsReadableInTheDarkAndWithoutScripts() {
        tab.setDark(true);
        assertThat(tab.faintTexts(4.5)).isEmpty();
        tab.setScripts(false);
        tab.reload();
        assertThat(tab.evaluate(ROWS + ".length").asInt()).isEqualTo(12);
        tab.setScripts(true);
    }
}
