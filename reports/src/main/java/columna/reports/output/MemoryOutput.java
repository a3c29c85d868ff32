package columna.reports.output;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps the files in memory and insists on the protocol: every stream closed before the commit, no file created twice. */
public final class MemoryOutput implements ReportOutput {
    private final Map<String, byte[]> staged = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final List<String> open = new ArrayList<>();

    @Override
    public OutputStream createFile(String path) {
        if (open.contains(ReportOutput.checked(path)) || staged.containsKey(path)) {
            throw new IllegalStateException("Report file \"" + path + "\" is created twice.");
        }
        open.add(path);
        return new ByteArrayOutputStream() {
            @Override
            public void close() throws IOException {
                super.close();
                if (open.remove(path)) {
                    staged.put(path, toByteArray());
                }
            }
        };
    }

    @Override
    public void commit() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("Report files were not closed: " + open);
        }
        files.putAll(staged);
        staged.clear();
    }

    @Override
    public void close() {
        staged.clear();
        open.clear();
    }

    /** Paths of the committed files, in the order in which they were created. */
    public List<String> paths() {
        return List.copyOf(files.keySet());
    }

    /** The bytes of one committed file. */
    public byte[] bytes(String path) {
        byte[] bytes = files.get(path);
        if (bytes == null) {
            throw new IllegalArgumentException("No report file \"" + path + "\"; there are " + files.keySet() + ".");
        }
        return bytes.clone();
    }

    /** One committed file read as UTF-8. */
    public String text(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }
}
