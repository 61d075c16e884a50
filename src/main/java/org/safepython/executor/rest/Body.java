package org.safepython.executor.rest;

import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.regex.Pattern;
import org.safepython.executor.http.Problem;
import org.safepython.executor.http.ProblemException;
import org.safepython.executor.http.ProblemType;

/** Reads the body of a request, bounded, and tells its type. */
final class Body {
    private static final int LIMIT_BYTES = 256 * 1024;
    private static final Pattern JSON = Pattern.compile("application/json(;charset=\"?utf-8\"?)?");
    private static final Pattern PYTHON = Pattern.compile("text/x-python(;charset=\"?utf-8\"?)?");

    private Body() {}

    /** The types that are read here. */
    enum Type {
        JSON,
        PYTHON
    }

    static Type type(HttpHeaders headers) {
        String encoding = headers.getHeaderString("Content-Encoding");
        String header = headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
        String type = header == null ? "" : header.toLowerCase(Locale.ROOT).replaceAll("[ \t]", "");
        if (encoding == null && JSON.matcher(type).matches()) {
            return Type.JSON;
        }
        if (encoding == null && PYTHON.matcher(type).matches()) {
            return Type.PYTHON;
        }
        throw new ProblemException(Problem.of(
                ProblemType.UNSUPPORTED_MEDIA_TYPE,
                "Send application/json, or the program itself as text/x-python, in UTF-8 and without encoding."));
    }

    static byte[] read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LIMIT_BYTES + 1);
        if (bytes.length > LIMIT_BYTES) {
            throw tooLarge("A request body is at most 256 KiB.");
        }
        return bytes;
    }

    static ProblemException tooLarge(String detail) {
        return new ProblemException(Problem.of(ProblemType.TOO_LARGE, detail).with("Connection", "close"));
    }
}
