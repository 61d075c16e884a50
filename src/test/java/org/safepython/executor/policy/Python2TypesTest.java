package org.safepython.executor.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.python.antlr.PythonParser;
import org.safepython.executor.settings.Language;

/** The policy with class loaders of its own, as an application server has it. */
class Python2TypesTest {

    private static final int PATIENCE = 50;

    /** What is done inside such a class loader. */
    public static final class Application implements Runnable {
        @Override
        public void run() {
            CodePolicy policy = new CodePolicy();
            for (String program : List.of(Python2WarmUp.PROGRAM, "x = (", "f(a=1, a=2)", "class A: x = 'a' 1")) {
                assertJudged(policy.judge(SourceCode.of(program), Preset.STRICT, Language.PYTHON2, "test"));
            }
            policy.end();
        }

        private static void assertJudged(Verdict verdict) {
            if (!(verdict instanceof Verdict.Judged)) {
                throw new AssertionError(verdict);
            }
        }
    }

    @Test
    void whenTheApplicationEndsNothingHoldsItsClasses() throws Exception {
        WeakReference<ClassLoader> loader = deployed();
        for (int i = 0; i < PATIENCE && loader.get() != null; i++) {
            System.gc();
            Thread.sleep(50);
        }
        assertThat(loader.get()).isNull();
    }

    private static WeakReference<ClassLoader> deployed() throws Exception {
        URL[] places = Stream.of(CodePolicy.class, Python2TypesTest.class, PythonParser.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .toArray(URL[]::new);
        try (URLClassLoader loader = new URLClassLoader(places, ClassLoader.getPlatformClassLoader())) {
            Class<?> application = loader.loadClass(Application.class.getName());
            ((Runnable) application.getDeclaredConstructor().newInstance()).run();
            return new WeakReference<>(loader);
        }
    }
}
