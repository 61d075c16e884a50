package org.safepython.executor.policy;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What to do instead of naming a refused builtin. */
final class BuiltinAdvice {

    private static final Map<String, String> BY_NAME = new TreeMap<>();

    static {
        advise(
                "data comes in by stdin, which input() reads (raw_input() in Python 2), and print() writes the result",
                "open file");
        advise("convert what you expect, int(x) or float(x), or parse the text yourself", "eval");
        advise("write the code into the program itself", "exec compile execfile __import__ reload");
        advise("keep the values in a dict of your own", "globals locals vars");
        advise("write the attribute itself, x.name, or keep the values in a dict", "getattr setattr delattr");
        advise("print() what you want to see", "breakpoint");
        advise("look it up at docs.python.org", "help copyright credits license");
        advise("use bytes or bytearray", "memoryview");
        advise("in Python 2 it evaluates what it reads: use raw_input() there", "input");
    }

    private BuiltinAdvice() {}

    private static void advise(String instead, String names) {
        Set.of(names.split(" ")).forEach(name -> BY_NAME.put(name, instead));
    }

    static String on(String builtin) {
        return BY_NAME.getOrDefault(builtin, RuleName.BUILTIN.instead());
    }
}
