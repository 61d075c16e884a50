package org.safepython.executor.policy;

import java.lang.reflect.Method;
import java.util.function.Supplier;
import org.python.core.ThreadState;

/**
 * Gives a thread the state in which Jython takes it that an interpreter is there. Its parser compares the keywords of a
 * call as Python compares objects, and for that alone would start one, with a process of the operating system. No public
 * method does it without running Python code.
 */
final class WithoutInterpreter {

    private static final Method ENTER = method("enterCall");
    private static final Method EXIT = method("exitCall");

    private WithoutInterpreter() {}

    static <T> T parse(Supplier<T> parsing) {
        ThreadState state = new ThreadState(null);
        call(ENTER, state);
        try {
            return parsing.get();
        } finally {
            call(EXIT, state);
        }
    }

    private static void call(Method method, ThreadState state) {
        try {
            method.invoke(null, state);
        } catch (ReflectiveOperationException changed) {
            throw new LinkageError("Jython's thread states cannot be set", changed);
        }
    }

    private static Method method(String name) {
        try {
            Method method = Class.forName("org.python.core.ThreadStateMapping").getMethod(name, ThreadState.class);
            method.setAccessible(true);
            return method;
        } catch (ReflectiveOperationException changed) {
            throw new LinkageError("another Jython", changed);
        }
    }
}
