package org.safepython.executor.policy;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.safepython.executor.settings.Language;

/** Judges a program of many constructs a few times, so that the first user does not wait for classes to load. */
final class WarmUp implements Runnable {

    private static final int ROUNDS = 40;
    private static final Duration LIMIT = Duration.ofSeconds(10);

    static final String PROGRAM = """
        # Every kind of token, and most kinds of nodes.
        class Größe[T](Exception, metaclass=type):
            __slots__ = ("x",)
            def __init__(self, x: int = 0x1F, /, *rest, key=1.5e3, **more) -> None:
                self.x, *others = x, 1j, b"\\x00", "\\N{BULLET}\\u00e9" 'joined'
        @staticmethod
        async def f(a, b=lambda y: y ** 2):
            async with a as c, b:
                await c[1:2, ...]
            async for i in a:
                yield i
        for i in range(10):
            if i % 2 == 0 and not i < 3 or i is None:
                continue
            elif (n := i) in {1, 2} | {*()}:
                break
            else:
                print(f"{n!r:>{i}} {i=}", "{:>8}".format(n), end="")
        while True:
            try:
                del i
            except (ValueError, TypeError) as e:
                raise e from None
            finally:
                pass
        match [x for x in {"a": 1, **{}} if x]:
            case Größe(x=0) | [1, *_] | {"k": -1, **others} | None:
                assert True, "never"
            case int(q) as w if q:
                global g
        type Pair[U, *V, **W] = tuple[U, U]
        g: int = 1 if (yield) else ~2 // 3
        g += 4
        """;

    private static final String BROKEN = "def f(:\n    return 'x\n";

    @Override
    public void run() {
        try {
            for (int round = 0; round < ROUNDS; round++) {
                judge(PROGRAM);
                judge(BROKEN);
            }
        } catch (CancellationException stopped) {
            // The policy closes already.
        }
    }

    private static void judge(String program) {
        Judge.judge(SourceCode.of(program), Preset.STRICT, Language.PYTHON3, Deadline.in(LIMIT));
    }
}
