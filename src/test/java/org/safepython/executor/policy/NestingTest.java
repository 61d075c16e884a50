package org.safepython.executor.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NestingTest {

    @Test
    void twoHundredLevelsAreAccepted() {
        // The statement is one level, and so is the name.
        assertThat(Judging.strict("-".repeat(198) + "x")).isEmpty();
        assertThat(Judging.strict("-".repeat(199) + "x")).containsExactly("nesting 1:199-1:201");
    }

    /** What stands before, behind and above is judged all the same. */
    @Test
    void theRestIsJudgedAsFarAsItIsRead() {
        assertThat(Judging.strict("eval\n[eval, " + "-".repeat(300) + "x, eval]\neval"))
                .containsExactly(
                        "builtin 1:1-1:5 eval",
                        "builtin 2:2-2:6 eval",
                        "nesting 2:205-2:309",
                        "builtin 2:311-2:315 eval",
                        "builtin 3:1-3:5 eval");
    }

    @Test
    void anElifChainCountsOnce() {
        String chain = "if a: ...\n" + "elif b: ...\n".repeat(5000) + "else: ";
        assertThat(Judging.strict(chain + "c")).isEmpty();
        assertThat(Judging.strict(chain + "eval")).containsExactly("builtin 5002:7-5002:11 eval");
        assertThat(Judging.strict("if a: ...\n" + "elif b: ...\n".repeat(1000) + "elif eval: eval"))
                .hasSize(2);
    }

    @Test
    void flatThingsAreNotDeep() {
        assertThat(Judging.strict("x = [" + "1, ".repeat(5000) + "]")).isEmpty();
        assertThat(Judging.strict("x = a" + " and a".repeat(5000))).isEmpty();
        assertThat(Judging.strict("x = a" + " < a".repeat(5000))).isEmpty();
        assertThat(Judging.strict("x = (" + "'a'\n".repeat(5000) + ")")).isEmpty();
        assertThat(Judging.strict("x = " + "a = ".repeat(5000) + "1")).isEmpty();
        assertThat(Judging.strict("@a\n".repeat(5000) + "def f(): ...")).isEmpty();
        assertThat(Judging.strict("f(" + "a, ".repeat(5000) + ")")).isEmpty();
        assertThat(Judging.strict("f'" + "{a}".repeat(5000) + "'")).isEmpty();
        assertThat(Judging.strict("[a " + "for b in c ".repeat(2000) + "]")).isEmpty();
        assertThat(Judging.strict("x\n".repeat(5000))).isEmpty();
    }

    /** A sum is a tree as deep as it is long. */
    @ParameterizedTest
    @CsvSource({
        "'', ' + a'",
        "'', .b",
        "'', ()",
        "'', [0]",
        "'not ', ''",
        "'- ', ''",
        "'lambda: ', ''",
        "'a if b else ', ''",
        "'a ** ', ''"
    })
    void chainsAreDeep(String before, String behind) {
        String begin = "async def f():\n  ";
        assertThat(Judging.rules(begin + before.repeat(190) + "a" + behind.repeat(190)))
                .isEmpty();
        assertThat(Judging.rules(begin + before.repeat(210) + "a" + behind.repeat(210)))
                .containsExactly("nesting");
    }
}
