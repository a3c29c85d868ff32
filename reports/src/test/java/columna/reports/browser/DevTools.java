package columna.reports.browser;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands and events of the Chrome DevTools Protocol (version 1.3) over one WebSocket; a session is a tab, the empty one the browser. */
final class DevTools implements WebSocket.Listener {
    private static final int ANSWER_SECONDS = 60;
    private final AtomicInteger last = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final Map<String, List<BiConsumer<String, JsonNode>>> listeners = new ConcurrentHashMap<>();
    private final StringBuilder text = new StringBuilder();
    private WebSocket socket;

    private DevTools() {
    }

    static DevTools connect(String address) {
        DevTools tools = new DevTools();
        HttpClient client = HttpClient.newHttpClient();
        tools.socket = client.newWebSocketBuilder().buildAsync(URI.create(address), tools).join();
        return tools;
    }

    /** Tells the listener every event of a session: its method and parameters. */
    void listen(String session, BiConsumer<String, JsonNode> listener) {
        listeners.computeIfAbsent(session, key -> new CopyOnWriteArrayList<>()).add(listener);
    }

    /** Sends a command and waits for its result. Commands come from one thread at a time. */
    JsonNode send(String session, String method, Map<String, ?> parameters) {
        int id = last.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        Map<String, Object> command = session.isEmpty() ? Map.of("id", id, "method", method, "params", parameters)
                : Map.of("id", id, "method", method, "params", parameters, "sessionId", session);
        socket.sendText(JsonMapper.shared().writeValueAsString(command), true).join();
        try {
            JsonNode message = answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
            if (message.has("error")) {
                throw new AssertionError("The browser refused " + method + " " + parameters + ": " + message.get("error"));
            }
            return message.get("result");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("The browser did not answer " + method + " within " + ANSWER_SECONDS + " seconds.", e);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean isLast) {
        text.append(data);
        if (isLast) {
            JsonNode message = JsonMapper.shared().readTree(text.toString());
            text.setLength(0);
            receive(message);
        }
        from.request(1);
        return null;
    }

    private void receive(JsonNode message) {
        if (message.has("id")) {
            CompletableFuture<JsonNode> answer = waiting.remove(message.get("id").asInt());
            if (answer != null) {
                answer.complete(message);
            }
        } else {
            String session = message.has("sessionId") ? message.get("sessionId").asString() : "";
            listeners.getOrDefault(session, List.of()).forEach(listener -> listener.accept(message.get("method").asString(), message.get("params")));
        }
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        waiting.values().forEach(answer -> answer.completeExceptionally(error));
    }
}
