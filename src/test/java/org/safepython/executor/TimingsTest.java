package org.safepython.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimingsTest {
    @Test
    void testPartsAddUpToTheTotalWhateverIsRounded() {
        Random random = new Random(1);
        for (int round = 0; round < 10_000; round++) {
            long judged = random.nextInt(3_000_000);
            long admitted = judged + random.nextInt(200_000);
            long acquired = admitted + random.nextInt(300_000_000);
            long ended = acquired + random.nextInt(2_000_000_000);

            Timings timings = Timings.between(0, judged, admitted, acquired, ended);

            BigDecimal exact = BigDecimal.valueOf(ended, 6);
            assertThat(timings.total().subtract(exact).abs()).isLessThanOrEqualTo(new BigDecimal("0.05"));
            assertThat(timings.policy()).isNotNegative();
            assertThat(timings.queue()).isNotNegative();
            assertThat(timings.acquire()).isNotNegative();
            assertThat(timings.run()).isNotNegative();
        }
    }
}
