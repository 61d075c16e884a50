package org.safepython.executor.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * What a program says: all that a rule looks at, whatever front end read it. In no particular order.
 *
 * @param namings identifiers that are not attributes
 * @param attributes names of attributes
 * @param imports imported modules
 * @param classes class statements
 * @param patterns class patterns with positional parts
 * @param references dotted paths that are read, from their first part on
 * @param importedNames names that imports bind
 * @param madeNames names that calls give their values to
 * @param annotatedCalls values of annotated names in class bodies, where these are calls
 * @param tooDeep places below which the tree goes too deep, and was not read
 */
record Program(
        List<Naming> namings,
        List<AttributeUse> attributes,
        List<ImportedModule> imports,
        List<ClassStatement> classes,
        List<PositionalPattern> patterns,
        List<Reference> references,
        List<ImportedName> importedNames,
        List<MadeName> madeNames,
        List<AnnotatedCall> annotatedCalls,
        List<Span> tooDeep) {

    Program {
        namings = List.copyOf(namings);
        attributes = List.copyOf(attributes);
        imports = List.copyOf(imports);
        classes = List.copyOf(classes);
        patterns = List.copyOf(patterns);
        references = List.copyOf(references);
        importedNames = List.copyOf(importedNames);
        madeNames = List.copyOf(madeNames);
        annotatedCalls = List.copyOf(annotatedCalls);
        tooDeep = List.copyOf(tooDeep);
    }

    /** Where a front end writes down what it reads, and how many nodes deep it may read. */
    static final class Facts {
        final int deepest;
        final List<Naming> namings = new ArrayList<>();
        final List<AttributeUse> attributes = new ArrayList<>();
        final List<ImportedModule> imports = new ArrayList<>();
        final List<ClassStatement> classes = new ArrayList<>();
        final List<PositionalPattern> patterns = new ArrayList<>();
        final List<Reference> references = new ArrayList<>();
        final List<ImportedName> importedNames = new ArrayList<>();
        final List<MadeName> madeNames = new ArrayList<>();
        final List<AnnotatedCall> annotatedCalls = new ArrayList<>();
        final List<Span> tooDeep = new ArrayList<>();

        Facts(int deepest) {
            this.deepest = deepest;
        }

        Program program() {
            return new Program(
                    namings,
                    attributes,
                    imports,
                    classes,
                    patterns,
                    references,
                    importedNames,
                    madeNames,
                    annotatedCalls,
                    tooDeep);
        }
    }
}
