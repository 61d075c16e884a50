package org.safepython.executor.server;

import static com.microsoft.playwright.options.ColorScheme.LIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safepython.executor.server.Visit.Window;

/** What the page costs who opens it. */
class WeightIT {
    private static final TestServer SERVER = TestServer.shared();
    private static final int MOST_BYTES = 250_000;
    private static final Pattern ADDRESS = Pattern.compile("/assets/[a-z-]+\\.[0-9a-f]{16}\\.(?:css|js)");

    @RegisterExtension
    static final Browsing BROWSING = new Browsing();

    private final Client client = new Client(SERVER);

    private List<String> addresses() {
        Matcher matcher = ADDRESS.matcher(client.get("/").body());
        List<String> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 360})
    void testFirstLoadIsSmallAndNothingMoves(int width) {
        Visit visit = new Visit(BROWSING.browser(), SERVER, new Window(width, 800, true, LIGHT));
        Page page = visit.page();
        List<Response> responses = new ArrayList<>();
        page.onResponse(responses::add);
        page.addInitScript("window.shifts = [];"
                + "new PerformanceObserver(list => shifts.push(...list.getEntries().map(entry => entry.value)))"
                + ".observe({type: 'layout-shift', buffered: true})");
        page.navigate("/");
        page.locator("form[data-ready]").waitFor();
        page.waitForTimeout(1500);

        assertThat(responses).hasSizeGreaterThanOrEqualTo(4).allMatch(Response::ok);
        int bytes = responses.stream()
                .map(Response::request)
                .map(request -> request.sizes())
                .mapToInt(sizes -> sizes.responseBodySize + sizes.responseHeadersSize)
                .sum();
        assertThat(bytes).isLessThan(MOST_BYTES);
        assertThat(page.evaluate("shifts.reduce((sum, value) => sum + value, 0) < 0.01"))
                .as(String.valueOf(page.evaluate("shifts")))
                .isEqualTo(true);
        visit.assertNothingForbidden();
        visit.end();
    }

    @Test
    void testAssetsAreKeptForEverAndThePageNever() {
        assertThat(addresses()).hasSize(3);
        for (String address : addresses()) {
            assertThat(client.get(address).headers().firstValue("Cache-Control"))
                    .hasValue("public, max-age=31536000, immutable");
            assertThat(client.get(address).headers().firstValue("X-Content-Type-Options"))
                    .hasValue("nosniff");
        }
        assertThat(client.get("/").headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip|true",
                "br, GZIP|true",
                "gzip;q=0.5, *|true",
                "identity|false",
                "gzip;q=0|false",
                "gzip;q=0.0|false",
                "x-gzip2|false"
            })
    void testCompressionIsUsedWhereItIsUnderstood(String accepted, boolean isCompressed) {
        String address = addresses().get(0);
        assertThat(client.get(address, "Accept-Encoding", accepted).headers().firstValue("Content-Encoding"))
                .isEqualTo(isCompressed ? Optional.of("gzip") : Optional.empty());
        assertThat(client.get(address, "Accept-Encoding", accepted).headers().firstValue("Vary"))
                .hasValue("Accept-Encoding");
    }

    @Test
    void testAnotherContentIsNotThere() {
        String address = addresses().get(0);
        String other = address.replaceFirst("[0-9a-f]{16}", "0123456789abcdef");
        assertNotThere(other);
        assertNotThere("/assets/page.css");
        assertNotThere("/asset/" + address.substring("/assets/".length()));
    }

    private static void assertNotThere(String path) {
        Problems.assertProblem(new Wire(SERVER).request("GET " + path + " HTTP/1.1", ""), 404, "not-found");
    }
}
