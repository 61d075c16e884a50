package org.safepython.executor.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.safepython.executor.settings.Sha256;

/** A file of the pages, as it is and compressed. Immutable, thread safe. */
final class Asset {
    private static final int DIGEST_DIGITS = 16;

    private final String file;
    private final String type;
    private final byte[] content;
    private final byte[] compressed;

    Asset(String name, byte[] content) {
        int dot = name.lastIndexOf('.');
        String extension = name.substring(dot);
        this.file = name.substring(0, dot) + "." + Sha256.hex(content).substring(0, DIGEST_DIGITS) + extension;
        this.type = (extension.equals(".js") ? "text/javascript" : "text/css") + ";charset=utf-8";
        this.content = content;
        this.compressed = compress(content);
    }

    /** Its name with a digest of its content. */
    String file() {
        return file;
    }

    String type() {
        return type;
    }

    byte[] content() {
        return content;
    }

    /** The content in the form of gzip. */
    byte[] compressed() {
        return compressed;
    }

    private static byte[] compress(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new SmallestGzip(bytes)) {
            out.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static final class SmallestGzip extends GZIPOutputStream {
        SmallestGzip(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
