package org.safepython.executor.policy;

import com.oracle.graal.python.pegparser.sst.ExprTy;
import com.oracle.graal.python.pegparser.sst.MatchCaseTy;
import com.oracle.graal.python.pegparser.sst.PatternTy;
import com.oracle.graal.python.pegparser.sst.SSTNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the cases of match statements. */
abstract class PatternReader extends NodeReader {

    PatternReader(Text text, Program.Facts facts, Deadline deadline) {
        super(text, facts, deadline);
    }

    @Override
    public final @Nullable Void visit(MatchCaseTy node) {
        read(node.pattern);
        read(node.guard);
        return read(node.body);
    }

    @Override
    public final @Nullable Void visit(PatternTy.MatchValue node) {
        return read(node.value);
    }

    @Override
    public final @Nullable Void visit(PatternTy.MatchSingleton node) {
        return null;
    }

    @Override
    public final @Nullable Void visit(PatternTy.MatchSequence node) {
        return read(node.patterns);
    }

    @Override
    public final @Nullable Void visit(PatternTy.MatchOr node) {
        return read(node.patterns);
    }

    @Override
    public final @Nullable Void visit(PatternTy.MatchStar node) {
        if (node.name != null) {
            name(node.name, Role.STAR_CAPTURE, text.wordAtEnd(span(node)));
        }
        return null;
    }

    @Override
    public final @Nullable Void visit(PatternTy.MatchAs node) {
        if (node.name != null) {
            name(node.name, Role.CAPTURE, text.wordAtEnd(span(node)));
        }
        return read(node.pattern);
    }

    @Override
    public final @Nullable Void visit(PatternTy.MatchMapping node) {
        if (node.rest != null) {
            name(node.rest, Role.REST_CAPTURE, after(last(node.patterns), node, node.rest));
        }
        read(node.keys);
        return read(node.patterns);
    }

    @Override
    public final @Nullable Void visit(PatternTy.MatchClass node) {
        if (node.patterns != null && node.patterns.length > 0) {
            Optional<String> type = node.cls instanceof ExprTy.Name name
                    ? Optional.of(Identifier.normalised(name.id))
                    : Optional.empty();
            facts.patterns.add(new PositionalPattern(type, scope(), span(node.cls)));
        }
        if (node.kwdAttrs != null) {
            readKeywords(node, node.kwdAttrs);
        }
        read(node.cls);
        read(node.patterns);
        return read(node.kwdPatterns);
    }

    /** Each keyword stands between the pattern before it, or the class, and its own pattern. */
    private void readKeywords(PatternTy.MatchClass node, String[] keywords) {
        SSTNode before = last(node.patterns) == null ? node.cls : last(node.patterns);
        for (int i = 0; i < keywords.length; i++) {
            attribute(keywords[i], Access.PATTERN_KEYWORD, after(before, node, keywords[i]));
            before = node.kwdPatterns[i];
        }
    }

    private static @Nullable SSTNode last(SSTNode @Nullable [] nodes) {
        return nodes == null || nodes.length == 0 ? null : nodes[nodes.length - 1];
    }

    /** Where a name stands in a construct, behind one of its parts. */
    final Span after(@Nullable SSTNode part, SSTNode construct, String name) {
        Span whole = span(construct);
        Span before = part == null ? Span.of(whole.line(), whole.column(), 0) : span(part);
        return text.find(Identifier.normalised(name), before.endLine(), before.endColumn(), whole);
    }
}
