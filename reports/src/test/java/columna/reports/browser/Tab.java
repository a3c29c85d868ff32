package columna.reports.browser;

import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One page in the browser, used as a reader uses it: pointer, keys, light or dark. Everything that went wrong is collected in {@link #problems}: messages
 * of level error or warning on the console, exceptions, refusals by the Content-Security-Policy, and requests for anything but the page.
 */
public final class Tab implements AutoCloseable {
    private static final int WAIT_SECONDS = 30;
    private static final Map<String, Integer> KEYS = Map.of("Tab", 9, "Enter", 13, "Escape", 27, " ", 32, "End", 35, "Home", 36, "ArrowLeft", 37, "ArrowUp", 38, "ArrowRight", 39, "ArrowDown", 40);
    private final DevTools tools;
    private final String session;
    private final String target;
    private final List<String> problems = new CopyOnWriteArrayList<>();
    private final List<String> loaded = new CopyOnWriteArrayList<>();

    Tab(DevTools tools, String session, String target) {
        this.tools = tools;
        this.session = session;
        this.target = target;
        tools.listen(session, this::event);
        List.of("Page.enable", "Runtime.enable", "Log.enable", "Network.enable").forEach(method -> send(method, Map.of()));
        send("Emulation.setDeviceMetricsOverride", Map.of("width", 1300, "height", 1000, "deviceScaleFactor", 1, "mobile", false));
        send("Emulation.setFocusEmulationEnabled", Map.of("enabled", true));
        setDark(false);
    }

    private void event(String method, JsonNode event) {
        switch (method) {
            case "Runtime.exceptionThrown" -> problems.add("exception: " + event.at("/exceptionDetails/exception/description").asString(event.at("/exceptionDetails/text").asString("")));
            case "Runtime.consoleAPICalled" -> addIfSerious("console", event.get("type").asString(), event.get("args").toString());
            case "Log.entryAdded" -> addIfSerious("log", event.at("/entry/level").asString(), event.at("/entry/text").asString());
            case "Network.requestWillBeSent" -> addIfForeign(event);
            case "Page.loadEventFired" -> loaded.add(method);
            default -> { }
        }
    }

    private void addIfSerious(String source, String level, String text) {
        if (level.equals("error") || level.equals("warning") || level.equals("assert")) {
            problems.add(source + " " + level + ": " + text);
        }
    }

    /** A reader's click may lead to another page on disk; nothing else is asked for. */
    private void addIfForeign(JsonNode event) {
        String url = event.at("/request/url").asString();
        if (!event.get("type").asString("").equals("Document") || !url.startsWith("file:")) {
            problems.add("request: " + url);
        }
    }

    private JsonNode send(String method, Map<String, ?> parameters) {
        return tools.send(session, method, parameters);
    }

    void open(URI page) {
        int before = loaded.size();
        send("Page.navigate", Map.of("url", page.toString()));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_SECONDS);
        while (loaded.size() == before) {
            if (System.nanoTime() > end) {
                throw new AssertionError(page + " was not loaded within " + WAIT_SECONDS + " seconds.");
            }
            Browser.pause();
        }
    }

    /** Everything that went wrong since the tab was opened. */
    public List<String> problems() {
        evaluate("0");
        return List.copyOf(problems);
    }

    /** The value of a JavaScript expression. */
    public JsonNode evaluate(String expression) {
        JsonNode answer = send("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError("The page could not evaluate " + expression + ": " + answer.at("/exceptionDetails/exception/description").asString(""));
        }
        return answer.get("result").has("value") ? answer.get("result").get("value") : JsonMapper.shared().nullNode();
    }

    public String text(String expression) {
        return evaluate(expression).asString("");
    }

    /** Waits until a JavaScript condition holds. */
    public void await(String condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_SECONDS);
        while (!holds(condition)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Within " + WAIT_SECONDS + " seconds the page did not reach: " + condition);
            }
            Browser.pause();
        }
    }

    /** A page that is just being left has no answer. */
    private boolean holds(String condition) {
        try {
            return evaluate(condition).asBoolean(false);
        } catch (AssertionError refused) {
            if (refused.getMessage() != null && refused.getMessage().contains("Inspected target navigated or closed")) {
                return false;
            }
            throw refused;
        }
    }

    /** Scrolls an element into view and moves the pointer to its middle. The element is a JavaScript expression. */
    public void hover(String element) {
        mouse("mouseMoved", middle(element), 0);
    }

    public void click(String element) {
        JsonNode at = middle(element);
        mouse("mouseMoved", at, 0);
        mouse("mousePressed", at, 1);
        mouse("mouseReleased", at, 1);
    }

    private JsonNode middle(String element) {
        return evaluate("(e => { e.scrollIntoView({block: 'center', behavior: 'instant'}); const r = e.getBoundingClientRect(); return {x: r.x + r.width / 2, y: r.y + r.height / 2}; })(" + element + ")");
    }

    private void mouse(String type, JsonNode at, int clicks) {
        send("Input.dispatchMouseEvent", Map.of("type", type, "x", at.get("x").asDouble(), "y", at.get("y").asDouble(), "button", clicks == 0 ? "none" : "left", "clickCount", clicks));
    }

    /** Presses and releases a key by its name in the DOM, such as ArrowRight. */
    public void press(String key) {
        String text = key.equals("Enter") ? "\r" : key.equals(" ") ? " " : "";
        Map<String, Object> down = Map.of("type", text.isEmpty() ? "rawKeyDown" : "keyDown", "key", key, "code", key.equals(" ") ? "Space" : key, "text", text,
                "windowsVirtualKeyCode", KEYS.get(key));
        send("Input.dispatchKeyEvent", down);
        send("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key, "code", key.equals(" ") ? "Space" : key, "windowsVirtualKeyCode", KEYS.get(key)));
    }

    /** Types a text where the focus is. */
    public void type(String text) {
        send("Input.insertText", Map.of("text", text));
    }

    /** What the reader sees now, as PNG. */
    public byte[] screenshot() {
        return Base64.getDecoder().decode(send("Page.captureScreenshot", Map.of("format", "png")).get("data").asString());
    }

    /** Dark or light. The reader wants no motion, or the pointer would aim at what is still scrolling. */
    public void setDark(boolean dark) {
        send("Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"),
                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    /** Scripts on or off, from the next page on. */
    public void setScripts(boolean enabled) {
        send("Emulation.setScriptExecutionDisabled", Map.of("value", !enabled));
    }

    /** Loads the page again. */
    public void reload() {
        open(URI.create(text("location.href")));
    }

    /** Visible texts whose contrast with their ground (WCAG 2.2, 1.4.3) is below the least ratio, each with its ratio. */
    public List<String> faintTexts(double least) {
        return evaluate("(" + FaintTexts.SCRIPT + ")(" + least + ")").valueStream().map(JsonNode::asString).toList();
    }

    @Override
    public void close() {
        tools.send("", "Target.closeTarget", Map.of("targetId", target));
    }
}
