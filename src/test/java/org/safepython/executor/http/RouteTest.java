package org.safepython.executor.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.safepython.executor.settings.Scope;

class RouteTest {
    /** A new address is open to everybody only where somebody has written that down here. */
    @Test
    void testWhatIsNotForEverybodyHasItsScope() {
        Map<Route, Scope> scopes = new EnumMap<>(Route.class);
        for (Route route : Route.values()) {
            route.scope("POST").ifPresent(scope -> scopes.put(route, scope));
            boolean isPage = route == Route.PAGE || route == Route.PAGE_FORM;
            assertThat(route.scope("GET")).isEqualTo(isPage ? Optional.empty() : route.scope("POST"));
        }

        assertThat(scopes)
                .isEqualTo(Map.of(
                        Route.PAGE, Scope.RUN,
                        Route.PAGE_FORM, Scope.RUN,
                        Route.RUN, Scope.RUN,
                        Route.RUNNING, Scope.RUN,
                        Route.CHECK, Scope.CHECK,
                        Route.POLICY, Scope.READ,
                        Route.METRICS, Scope.READ,
                        Route.SELF_TEST, Scope.OPERATE));
    }
}
