package org.safepython.executor.settings;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.safepython.executor.Written;

class PolicySchemaPageTest {
    @Test
    void testShippedSchemaIsWhatTheReaderTakes() throws IOException {
        Written.assertWritten("docs/policy.schema.json", PolicySchema.schema().toPrettyString() + "\n");
    }
}
