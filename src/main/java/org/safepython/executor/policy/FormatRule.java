package org.safepython.executor.policy;

/**
 * Allows {@code format} as an attribute only on a string literal that is called at once and whose fields are plain: a
 * field {@code {0.x}} or {@code {0[x]}} reads what the text names, out of sight of every other rule.
 */
final class FormatRule implements Rule {

    @Override
    public void judge(Program program, Findings findings) {
        for (AttributeUse use : program.attributes()) {
            if (use.access() == Access.CALL_KEYWORD) {
                continue;
            }
            if (use.name().equals("format_map")) {
                refuse(use, "cannot be used as an attribute", findings);
            } else if (use.name().equals("format")) {
                judgeFormat(use, findings);
            }
        }
    }

    private static void judgeFormat(AttributeUse use, Findings findings) {
        if (use.template().isEmpty()) {
            refuse(use, "can only be called on a string literal", findings);
        } else if (!FormatTemplate.isPlain(use.template().get())) {
            refuse(use, "can only be called with well-formed plain fields, without \".\" and \"[\"", findings);
        }
    }

    private static void refuse(AttributeUse use, String what, Findings findings) {
        findings.add(RuleName.FORMAT, use.name(), what, use.span());
    }
}
