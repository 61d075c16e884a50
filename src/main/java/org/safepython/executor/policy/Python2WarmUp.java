package org.safepython.executor.policy;

import java.time.Duration;
import org.safepython.executor.settings.Language;

/**
 * Loads Jython's parser, once, on the thread that first asks for Python 2: who does not use it does not pay for it, and
 * no deadline of a judgement is spent on it.
 */
final class Python2WarmUp {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int ROUNDS = 3;

    static final String PROGRAM = """
        # coding: utf-8
        from __future__ import division
        import a.b as c, d
        from .e import *
        @c.f(1, *x, k=2, **y)
        class C(d, object):
            'doc' u"\\u00e9" r'raw'
            __slots__ = "x",
            def m(self, (p, [q]), r=0x1FL, *s, **t):
                global g
                self.x, g[1:2, ..., ::3] = lambda z: (yield z), `p`
                del s[0], t.u
                return
        for i in [j for j in xrange(10) if j]:
            if i % 2 == 0 and not i < 3 or i is None:
                continue
            elif i:
                break
            else:
                print >>g, "%s" % i, "{0:>8}".format(-1.5e3),
        while True:
            try:
                exec "pass" in g, g
            except (ValueError, TypeError), e:
                raise E, 1j, tb
            else:
                pass
            finally:
                assert 1 if 2 else 3, 0777
        with a as b, c:
            x += {1: 2, 3: [4 ** 5 // 6]}, {7, 8}, {k: v for k, v in z}, {s for s in t}, (u for u in w)
        """;

    private static volatile boolean begun;

    private Python2WarmUp() {}

    /** Returns when the parser is loaded. */
    static void done() {
        begun = true;
        Once.await();
    }

    /** Has the JDK forget what was loaded, if anything was; what is being loaded is waited for. */
    static void undo() {
        if (begun) {
            Once.await();
            Python2Types.forget();
        }
    }

    /** Initialised by one thread, while the others wait. */
    private static final class Once {
        static {
            for (int round = 0; round < ROUNDS; round++) {
                judge(PROGRAM);
                judge("x = (");
            }
        }

        private static void judge(String program) {
            Judge.judge(SourceCode.of(program), Preset.STRICT, Language.PYTHON2, Deadline.in(LIMIT));
        }

        static void await() {}
    }
}
