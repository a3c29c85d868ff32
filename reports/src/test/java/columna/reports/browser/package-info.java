/**
 * A real browser for tests of pages: headless Chromium, driven through its DevTools protocol over the JDK's own WebSocket.
 * Below it are the JDK, Jackson and JUnit; other modules use it from this module's test-jar.
 * Nothing of reports may be imported here.
 */
package columna.reports.browser;
