package org.safepython.executor.policy;

import com.oracle.graal.python.pegparser.sst.SSTNode;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** What the parser on the class path itself says about its nodes. */
final class NodeKinds {

    private NodeKinds() {}

    /** Every class of which there can be nodes. */
    static List<Class<?>> all() throws IOException, URISyntaxException {
        Path jar = Path.of(SSTNode.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        String folder = SSTNode.class.getPackageName().replace('.', '/') + '/';
        List<Class<?>> kinds = new ArrayList<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            file.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(folder) && name.endsWith(".class"))
                    .map(name -> load(name.substring(0, name.length() - 6).replace('/', '.')))
                    .filter(type -> SSTNode.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers()))
                    .forEach(kinds::add);
        }
        return kinds;
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }

    static Stream<Field> fields(Class<?> kind) {
        return Stream.of(kind.getFields()).filter(field -> !Modifier.isStatic(field.getModifiers()));
    }

    static String name(Field field) {
        return field.getDeclaringClass().getName().replaceFirst(".*[.]", "").replace('$', '.') + '.' + field.getName();
    }

    /** Goes through all that is below a node, by reflection alone, and shows each value with the field it is in. */
    static void walk(SSTNode node, BiConsumer<Field, Object> seen) {
        fields(node.getClass())
                .forEach(field -> values(field, node).forEach(value -> {
                    seen.accept(field, value);
                    if (value instanceof SSTNode child) {
                        walk(child, seen);
                    }
                }));
    }

    private static Stream<Object> values(Field field, SSTNode node) {
        try {
            Object value = field.get(node);
            if (value == null) {
                return Stream.empty();
            }
            return value.getClass().isArray() ? elements(value) : Stream.of(value);
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(hidden);
        }
    }

    private static Stream<Object> elements(Object array) {
        List<Object> elements = new ArrayList<>();
        for (int i = 0; i < Array.getLength(array); i++) {
            Object element = Array.get(array, i);
            if (element != null) {
                elements.add(element);
            }
        }
        return elements.stream();
    }
}
