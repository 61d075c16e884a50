package org.safepython.executor.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CrowdTest {
    private final Crowd crowd = new Crowd(3);

    @Test
    void testOneClientGetsItsShareAndAllGetTheRest() {
        assertThat(crowd.enter("a", 2)).isEmpty();
        assertThat(crowd.enter("a", 2)).isEmpty();
        assertThat(crowd.enter("a", 2)).map(Problem::type).contains(ProblemType.TOO_MANY_REQUESTS);
        assertThat(crowd.enter("b", 2)).isEmpty();
        assertThat(crowd.enter("c", 2)).map(Problem::type).contains(ProblemType.BUSY);
        assertThat(crowd.enter("b", 2)).map(Problem::type).contains(ProblemType.BUSY);
    }

    @Test
    void testWhoeverLeavesMakesRoom() {
        crowd.enter("a", 2);
        crowd.enter("a", 2);
        crowd.enter("b", 2);
        crowd.leave("a");

        assertThat(crowd.enter("c", 2)).isEmpty();
        assertThat(crowd.enter("a", 2)).map(Problem::type).contains(ProblemType.BUSY);
        crowd.leave("c");
        assertThat(crowd.enter("a", 2)).isEmpty();
        assertThat(crowd.enter("a", 2)).map(Problem::type).contains(ProblemType.TOO_MANY_REQUESTS);
    }
}
