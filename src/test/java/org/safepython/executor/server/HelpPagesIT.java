package org.safepython.executor.server;

import static com.microsoft.playwright.options.ColorScheme.DARK;
import static com.microsoft.playwright.options.ColorScheme.LIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.safepython.executor.http.ProblemType;
import org.safepython.executor.server.Visit.Window;

/** The pages beside the one where programs run: what an error means, and the API to try. */
class HelpPagesIT {
    private static final TestServer SERVER = TestServer.shared();

    private static Chromium chromium;

    private final Client client = new Client(SERVER);

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    static Stream<Window> windows() {
        return Stream.of(new Window(1280, 800, true, LIGHT), new Window(360, 740, true, DARK));
    }

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void testEveryProblemIsExplainedToProgramsAndPeople(ProblemType type) {
        JsonNode json = Json.parse(client.get(type.uri()).body());
        HttpResponse<String> page = client.get(type.uri(), "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");

        assertThat(json.path("title").textValue()).isEqualTo(type.title());
        assertThat(json.path("status").intValue()).isEqualTo(type.status());
        assertThat(json.path("meaning").textValue()).isEqualTo(type.meaning());
        assertThat(json.path("advice").textValue()).isEqualTo(type.advice());
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
        assertThat(page.body()).contains(type.title(), type.uri());
    }

    @Test
    void testNoOtherProblemIsExplained() {
        assertThat(client.get("/problems/bad-luck").statusCode()).isEqualTo(404);
        assertThat(client.get("/problems/busy", "Accept", "image/png").statusCode())
                .isEqualTo(406);
    }

    @ParameterizedTest
    @MethodSource("windows")
    void testPageOfAProblemCanBeRead(Window window) {
        Visit visit = new Visit(chromium.browser(), SERVER, window);
        visit.page().navigate("/problems/rejected");

        assertThat(visit.page().locator("h1").textContent()).isEqualTo("The policy refuses the program");
        assertThat(visit.scrollsSideways()).isFalse();
        visit.picture("problem");
        visit.assertNothingForbidden();
        visit.end();
    }

    /** Nothing comes from elsewhere, and the policy of the page forbids nothing that it needs. */
    @ParameterizedTest
    @MethodSource("windows")
    void testApiCanBeTried(Window window) {
        Visit visit = new Visit(chromium.browser(), SERVER, window);
        Page page = visit.page();
        page.navigate("/try");
        Locator run = page.locator("#operations-programs-run");
        run.locator(".opblock-summary-control").click();
        run.locator(".try-out__btn").click();
        run.locator("button.execute").click();
        Locator answer = run.locator(".live-responses-table tbody td.response-col_description .microlight")
                .first();
        answer.waitFor();

        assertThat(run.locator(".live-responses-table tbody td.response-col_status")
                        .first()
                        .textContent())
                .contains("200");
        assertThat(answer.textContent()).contains("Hello World", "completed");
        visit.picture("try");
        visit.assertNothingForbidden();
        visit.end();
    }
}
