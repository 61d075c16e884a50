package org.safepython.executor.http;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Style sheets and scripts of the pages. Each is reached by an address that has a digest of its content in it: so browsers
 * may keep it for ever, and get another one as soon as it changes. Thread safe.
 */
@Named("assets")
@ApplicationScoped
public class Assets {
    private static final List<String> NAMES =
            List.of("page.css", "page.js", "theme.js", "try.js", "swagger-ui.css", "swagger-ui-bundle.js");

    @Inject
    private ServletContext context;

    private Map<String, Asset> byName = Map.of();

    @PostConstruct
    void load() {
        byName = NAMES.stream().collect(Collectors.toMap(Function.identity(), this::load));
    }

    private Asset load(String name) {
        try (InputStream in = context.getResourceAsStream("/" + name)) {
            return new Asset(name, Objects.requireNonNull(in, name).readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The path of an asset as it is now, from the root of the host. */
    public String address(String name) {
        return context.getContextPath() + "/assets/"
                + Objects.requireNonNull(byName.get(name), name).file();
    }

    /** The asset behind the last part of such an address; empty where it is of another content. */
    Optional<Asset> behind(String file) {
        return byName.values().stream()
                .filter(asset -> asset.file().equals(file))
                .findFirst();
    }
}
