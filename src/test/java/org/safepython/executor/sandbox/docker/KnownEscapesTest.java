package org.safepython.executor.sandbox.docker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownEscapesTest {
    @ParameterizedTest
    @CsvSource({
        "1.0.0~rc93, 2",
        "1.1.5+ds1, 2",
        "1.1.11, 2",
        "1.1.12, 1",
        "1.1.15, 1",
        "1.2.7, 1",
        "1.2.8, 0",
        "1.3.2, 1",
        "1.3.3+ds1, 0",
        "1.4.0-rc.2, 1",
        "1.4.0, 0",
        "1.5.0, 0",
        "2.0, 0",
        "unknown, 0",
        "99999999999.0.0, 0",
    })
    void testVersionsOfRunc(String version, int known) {
        assertThat(KnownEscapes.ofRunc(version)).hasSize(known);
    }

    @ParameterizedTest
    @CsvSource({
        "20.10.24+dfsg1, 2",
        "25.0.5, 2",
        "25.0.6, 1",
        "28.5.2, 1",
        "29.3.0, 1",
        "29.3.1, 0",
        "30.0.0, 0",
        "of an unknown version, 0"
    })
    void testVersionsOfTheEngine(String version, int known) {
        assertThat(KnownEscapes.ofEngine(version)).hasSize(known);
    }

    @Test
    void testAdviceSaysWhatAndWhereItIsClosed() {
        assertThat(KnownEscapes.ofRunc("1.2.0"))
                .singleElement()
                .asString()
                .contains("runc 1.2.0", "CVE-2025-31133", "1.2.8, 1.3.3, 1.4.0");
    }
}
