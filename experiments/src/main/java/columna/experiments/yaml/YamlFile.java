package columna.experiments.yaml;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The text of a file on disk, refused with one sentence when it is no file, no text, or larger than an experiment file can be. */
public final class YamlFile {

    /** The largest file that is read, in bytes. A shipped experiment has about 4,000. */
    public static final long LARGEST_BYTES = 1 << 20;

    private YamlFile() {}

    /**
     * Reads and parses a file.
     *
     * @throws BadInput with the path as the user wrote it
     */
    public static YamlNode.Section read(String path) {
        return YamlText.parse(path, text(path));
    }

    /**
     * Reads a file without parsing it.
     *
     * @throws BadInput with the path as the user wrote it
     */
    public static String text(String path) {
        return decode(path, bytes(path));
    }

    private static byte[] bytes(String name) {
        Path path = Path.of(name);
        try {
            if (Files.isDirectory(path)) {
                throw new BadInput(name + ": found a folder; an experiment file is allowed here");
            }
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                throw new BadInput(name + ": found neither a file nor a folder; an experiment file is allowed here");
            }
            if (Files.size(path) > LARGEST_BYTES) {
                throw new BadInput(name + ": found a file of " + Files.size(path) + " bytes; at most " + LARGEST_BYTES + " are allowed");
            }
            return Files.readAllBytes(path);
        } catch (NoSuchFileException missing) {
            throw new BadInput(name + ": found no such file; the path of an experiment file is allowed here");
        } catch (AccessDeniedException denied) {
            throw new BadInput(name + ": found a file that may not be read; give yourself the right to read it");
        } catch (IOException broken) {
            throw new BadInput(name + ": found a file that cannot be read (" + broken.getMessage() + ")");
        }
    }

    /** Strict UTF-8, a byte order mark dropped; the position of the first wrong byte is that of the character it would have been. */
    static String decode(String name, byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            String found = String.format(java.util.Locale.ROOT, "the byte 0x%02X", bytes[in.position()] & 0xFF);
            throw YamlText.locate(name, text, text.length()).complain("found " + found + ", which is not UTF-8; save the file as UTF-8");
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
