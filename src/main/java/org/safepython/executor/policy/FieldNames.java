package org.safepython.executor.policy;

import com.oracle.graal.python.pegparser.sst.ExprTy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads from a call that makes a named tuple how its fields are called. */
final class FieldNames {

    private FieldNames() {}

    /** The names, if all of them are literals. */
    static Optional<List<String>> of(ExprTy.Call call) {
        return call.args == null || call.args.length != 2 || hasOtherKeywords(call)
                ? Optional.empty()
                : names(call.args[1]);
    }

    /** Others than those that say nothing about names. */
    private static boolean hasOtherKeywords(ExprTy.Call call) {
        return call.keywords != null
                && Stream.of(call.keywords).anyMatch(keyword -> keyword.arg == null || !keyword.arg.equals("defaults"));
    }

    private static Optional<List<String>> names(ExprTy fields) {
        if (fields instanceof ExprTy.List list) {
            return each(list.elements);
        }
        return fields instanceof ExprTy.Tuple tuple ? each(tuple.elements) : literal(fields);
    }

    private static Optional<List<String>> each(ExprTy @Nullable [] elements) {
        List<String> names = new ArrayList<>();
        for (ExprTy element : elements == null ? new ExprTy[0] : elements) {
            Optional<List<String>> literal = literal(name(element));
            if (literal.isEmpty()) {
                return literal;
            }
            names.addAll(literal.get());
        }
        return Optional.of(names);
    }

    /** A field alone, or in front of its type. */
    private static ExprTy name(ExprTy field) {
        return field instanceof ExprTy.Tuple pair && pair.elements != null && pair.elements.length == 2
                ? pair.elements[0]
                : field;
    }

    private static Optional<List<String>> literal(ExprTy text) {
        return ExpressionReader.string(text)
                .map(words -> Stream.of(words.split("[,\\s]+", -1))
                        .filter(word -> !word.isEmpty())
                        .toList());
    }
}
