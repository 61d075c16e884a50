package org.safepython.executor.policy;

import com.oracle.graal.python.pegparser.AbstractParser;
import com.oracle.graal.python.pegparser.InputType;
import com.oracle.graal.python.pegparser.Parser;
import com.oracle.graal.python.pegparser.sst.ModTy;
import java.util.EnumSet;
import org.safepython.executor.settings.Language;

/** Reads Python 3.12 with the parser of GraalPy, which is a port of CPython's own grammar. */
final class Python3FrontEnd {

    private static final int MINOR_VERSION = 12;

    private Python3FrontEnd() {}

    /**
     * Says what the program says.
     *
     * @param deepest how many nodes deep the tree is read
     * @throws SyntaxRefused when it is no Python
     */
    static Program read(String source, int deepest, Deadline deadline) {
        Parser parser = new Parser(
                source,
                new ParserEvents(deadline),
                InputType.FILE,
                EnumSet.noneOf(AbstractParser.Flags.class),
                MINOR_VERSION);
        ModTy module = (ModTy) parser.parse();
        Program.Facts facts = new Program.Facts(deepest);
        module.accept(new StatementReader(new Text(source), facts, deadline));
        return facts.program(Language.PYTHON3);
    }
}
