package org.safepython.executor.policy;

import java.lang.reflect.Field;
import java.util.stream.Stream;

/**
 * Lets the application's classes go when it ends: Jython's registry of types hangs on a few classes of the JDK, which stay,
 * and would hold them for ever. Those are {@code Class}, what it inherits from, and what these declare.
 */
final class Python2Types {

    private Python2Types() {}

    /** Nothing can be judged in Python 2 any more. */
    static void forget() {
        ClassValue<?> types = registered();
        inherited(Class.class)
                .flatMap(type -> Stream.concat(Stream.of(type), Stream.of(type.getClasses())))
                .forEach(types::remove);
    }

    private static Stream<Class<?>> inherited(Class<?> type) {
        Stream<Class<?>> parents =
                Stream.concat(Stream.ofNullable(type.getSuperclass()), Stream.of(type.getInterfaces()));
        return Stream.concat(Stream.of(type), parents.flatMap(Python2Types::inherited));
    }

    private static ClassValue<?> registered() {
        try {
            Field types = Class.forName("org.python.core.PyType$Registry").getDeclaredField("classToType");
            types.setAccessible(true);
            return (ClassValue<?>) types.get(null);
        } catch (ReflectiveOperationException changed) {
            throw new LinkageError("another Jython", changed);
        }
    }
}
