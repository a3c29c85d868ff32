package columna.experiments.study.computation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Names for what a map says: 64 bits of SHA-256 over its lines in the order of the keys. */
final class Digest {

    private static final int DIGITS = 16;

    private Digest() {}

    static String of(Map<String, String> content) {
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(content).forEach((key, value) -> lines.append(key).append('=').append(value).append('\n'));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(lines.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
