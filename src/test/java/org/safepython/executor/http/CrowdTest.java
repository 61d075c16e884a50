package org.safepython.executor.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CrowdTest {
    private final Crowd crowd = new Crowd(3, 2);

    @Test
    void testOneClientGetsItsShareAndAllGetTheRest() {
        assertThat(crowd.enter("a")).isEmpty();
        assertThat(crowd.enter("a")).isEmpty();
        assertThat(crowd.enter("a")).map(Problem::type).contains(ProblemType.TOO_MANY_REQUESTS);
        assertThat(crowd.enter("b")).isEmpty();
        assertThat(crowd.enter("c")).map(Problem::type).contains(ProblemType.BUSY);
        assertThat(crowd.enter("b")).map(Problem::type).contains(ProblemType.BUSY);
    }

    @Test
    void testWhoeverLeavesMakesRoom() {
        crowd.enter("a");
        crowd.enter("a");
        crowd.enter("b");
        crowd.leave("a");

        assertThat(crowd.enter("c")).isEmpty();
        assertThat(crowd.enter("a")).map(Problem::type).contains(ProblemType.BUSY);
        crowd.leave("c");
        assertThat(crowd.enter("a")).isEmpty();
        assertThat(crowd.enter("a")).map(Problem::type).contains(ProblemType.TOO_MANY_REQUESTS);
    }
}
