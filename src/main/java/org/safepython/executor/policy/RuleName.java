package org.safepython.executor.policy;

/** The rules by the ids that users see. */
enum RuleName {
    SOURCE("source"),
    SYNTAX("syntax"),
    NESTING("nesting"),
    IMPORT("import"),
    BUILTIN("builtin"),
    MODULE_NAME("module-name"),
    DUNDER_NAME("dunder-name"),
    DUNDER_ATTRIBUTE("dunder-attribute"),
    FRAME_ATTRIBUTE("frame-attribute"),
    FORMAT("format"),
    MEMBER("member"),
    DATA_CLASS("data-class"),
    LIBRARY_ATTRIBUTE("library-attribute"),
    DENIED("denied");

    private final String id;

    RuleName(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }
}
