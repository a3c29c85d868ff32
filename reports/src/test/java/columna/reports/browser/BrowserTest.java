package columna.reports.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/** The fixture notices what it is there to notice: pages with one deliberate mistake each. */
class BrowserTest {
    private static Browser browser;
    @TempDir
    private static Path folder;

    @BeforeAll
    static void start() {
        browser = Browser.start();
    }

    @AfterAll
    static void end() {
        if (browser != null) {
            browser.close();
        }
    }

    private static Tab page(String head, String body) throws IOException {
        Path file = Files.createTempFile(folder, "page", ".html");
        Files.writeString(file, "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">" + head + "<title>t</title></head><body>" + body + "</body></html>");
        return browser.open(file);
    }

    @Test
    void aGoodPageHasNoProblems() throws IOException {
        try (Tab tab = page("", "<p>good</p><script>console.log('fine')</script>")) {
            assertThat(tab.problems()).isEmpty();
        }
    }

    @Test
    void anExceptionIsAProblem() throws IOException {
        try (Tab tab = page("", "<script>missing.call()</script>")) {
            assertThat(tab.problems()).singleElement().asString().contains("ReferenceError");
        }
    }

    @Test
    void aMessageOnTheConsoleIsAProblem() throws IOException {
        try (Tab tab = page("", "<script>console.error('broken'); console.warn('odd')</script>")) {
            assertThat(tab.problems()).hasSize(2).anyMatch(p -> p.contains("broken")).anyMatch(p -> p.contains("odd"));
        }
    }

    @Test
    void aRequestIsAProblem() throws IOException {
        try (Tab tab = page("", "<img alt=\"\" src=\"http://127.0.0.1:9/x.png\"><img alt=\"\" src=\"neighbour.png\">")) {
            assertThat(tab.problems()).anyMatch(p -> p.startsWith("request: http://127.0.0.1:9/x.png")).anyMatch(p -> p.startsWith("request: file:") && p.endsWith("neighbour.png"));
        }
    }

    @Test
    void aScriptThatThePolicyForbidsIsAProblem() throws IOException {
        String policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='\">";
        try (Tab tab = page(policy, "<script>document.title = 'ran'</script>")) {
            assertThat(tab.problems()).anyMatch(p -> p.contains("Content Security Policy"));
            assertThat(tab.text("document.title")).isEqualTo("t");
        }
    }

    /** Contrast on white as the W3C's own examples have it: #777 has 4.48, #767676 has 4.54. */
    @Test
    void aFaintTextIsFound() throws IOException {
        try (Tab tab = page("", "<p style=\"color:#777\">faint</p><p style=\"color:#767676\">enough</p><p style=\"background:#000;color:#333\">dark</p>")) {
            assertThat(tab.faintTexts(4.5)).containsExactly("4.48 faint", "1.66 dark");
        }
    }

    @Test
    void aMissingBrowserIsAFailureThatSaysWhatToDo() {
        assertThatThrownBy(() -> Chromium.find("", folder.toString())).isInstanceOf(AssertionError.class).hasMessage("No Chromium was found on the PATH: "
                + "install it (apt-get install chromium), name it with -Dbrowser=PATH, or leave browser tests out with -Dbrowser=none.");
        assertThatThrownBy(() -> Chromium.find("/no/such", "")).isInstanceOf(AssertionError.class).hasMessageStartingWith("-Dbrowser names /no/such, which is no program: install it");
        assertThatThrownBy(() -> Chromium.find("none", "")).isInstanceOf(TestAbortedException.class).hasMessageContaining("left out");
    }
}
