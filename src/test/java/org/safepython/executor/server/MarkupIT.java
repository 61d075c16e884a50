package org.safepython.executor.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Markup and scripts in all that comes from elsewhere: it is shown as the text that it is. */
class MarkupIT {
    @RegisterExtension
    static final Browsing BROWSING = new Browsing();

    private Desk desk;
    private Page page;

    @BeforeEach
    void open() {
        desk = BROWSING.open();
        page = desk.page();
    }

    @AfterEach
    void nothingBecameMarkup() {
        assertThat(page.evaluate("window.hacked === undefined")).isEqualTo(true);
        assertThat(page.locator("img, svg:not(.cm-editor svg), iframe, object, embed, base, i, b, script:not([src])")
                        .count())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=x onerror=window.hacked=1>",
                "</div></pre></script><script>window.hacked=1</script>",
                "<svg onload=window.hacked=1><a href=javascript:window.hacked=1>x</a>",
                "'-window.hacked=1-'\"><b onmouseover=window.hacked=1>${window.hacked=1}#{7*7}",
                "<iframe srcdoc='<script>parent.hacked=1</script>'>",
                "<style>*{display:none}</style><base href=//evil.example/>",
                "{{constructor.constructor('window.hacked=1')()}}<template><i>x</i></template>",
                "&lt;i&gt;&#60;i&#62;<!--]]>"
            })
    void testMarkupIsTextWhereverItComesFrom(String markup) {
        desk.field("Standard input").fill(markup);
        desk.field("Arguments").fill(markup);
        desk.field("Policy").selectOption("container");
        String quoted = markup.replace("'", "\\'");
        desk.run("# " + markup + "\nimport sys\nprint(input())\nprint(sys.argv[1])\nprint('" + quoted
                + "', file=sys.stderr)\nraise ValueError('" + quoted + "')");
        assertThat(desk.lines("stdout")).containsExactly(markup, markup);
        assertThat(desk.lines("stderr")).contains(markup, "ValueError: " + markup);

        page.getByText("Last runs").click();
        assertThat(page.locator("#runs li")).containsText("# " + markup);
        page.getByText("The same from a program").click();
        assertThat(page.locator("#recipe")).containsText("curl");

        desk.run("print('other')");
        page.locator("#runs").getByText("Compare").last().click();
        assertThat(page.getByRole(AriaRole.DIALOG).locator(".difference").first())
                .containsText(markup);
        page.keyboard().press("Escape");

        desk.write("# " + markup);
        String link = desk.link();
        nothingBecameMarkup();
        desk.write("print('mine')");
        desk.at(link);
        assertThat(page.locator("#code")).hasValue("# " + markup);
    }

    /** A name that is refused is said again in the message. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "__import__('<img src=x onerror=window.hacked=1>')",
                "'{0.<img src=x onerror=window.hacked=1>}'.format(1)"
            })
    void testMarkupInARefusalIsText(String code) {
        desk.write(code);
        assertThat(page.locator("#refused li").first()).isVisible();
        page.locator(".cm-lintRange-error").first().hover();
        assertThat(page.locator(".cm-tooltip-lint").first()).isVisible();
        desk.run();
        assertThat(desk.outcome()).contains("policy refuses");
    }
}
