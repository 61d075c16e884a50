package org.safepython.executor.http;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Answers with style sheets and scripts, which browsers may keep. Thread safe. */
@WebServlet("/asset/*")
public class AssetServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final transient Assets assets;

    @Inject
    public AssetServlet(Assets assets) {
        this.assets = assets;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Asset> asset = assets.behind(request.getPathInfo().substring(1));
        if (asset.isEmpty()) {
            ProblemWriter.write(Problem.of(ProblemType.NOT_FOUND, "There is nothing at this address."), response);
            return;
        }
        boolean isCompressed = takesGzip(request);
        byte[] body = isCompressed ? asset.get().compressed() : asset.get().content();
        response.setHeader("Cache-Control", FOR_EVER);
        response.setHeader("Vary", "Accept-Encoding");
        if (isCompressed) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentType(asset.get().type());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static boolean takesGzip(HttpServletRequest request) {
        String accepted = request.getHeader("Accept-Encoding");
        return accepted != null
                && Arrays.stream(accepted.toLowerCase(Locale.ROOT)
                                .replace(" ", "")
                                .split(","))
                        .anyMatch(coding -> coding.matches("gzip(;q=(1(\\.0*)?|0\\.[0-9]*[1-9][0-9]*))?"));
    }
}
