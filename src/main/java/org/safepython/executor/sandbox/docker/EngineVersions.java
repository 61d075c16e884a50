package org.safepython.executor.sandbox.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Info;
import com.github.dockerjava.api.model.Version;
import com.github.dockerjava.api.model.VersionComponent;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.safepython.executor.sandbox.Keeper;
import org.safepython.executor.settings.Wall;

/** What the engine tells of itself, and what another version would close. Immutable. */
final class EngineVersions {
    private static final String RUNC = "runc";

    private final Info info;
    private final Version version;
    private final String runtime;

    private EngineVersions(Info info, Version version, String runtime) {
        this.info = info;
        this.version = version;
        this.runtime = runtime.isEmpty() ? defaultRuntime(info) : runtime;
    }

    static Keeper ask(DockerClient engine, String runtime) {
        EngineVersions versions =
                new EngineVersions(engine.infoCmd().exec(), engine.versionCmd().exec(), runtime);
        return new Keeper(versions.name(), versions.advice(), versions.lacking());
    }

    private static String defaultRuntime(Info info) {
        return info.getRawValues().get("DefaultRuntime") instanceof String name ? name : RUNC;
    }

    private String name() {
        List<String> parts = new ArrayList<>();
        parts.add("engine " + engine());
        parts.add(runtime + runtimeVersion().map(number -> " " + number).orElse(""));
        parts.add("control groups " + Objects.requireNonNullElse(info.getCGroupVersion(), "of an unknown version"));
        parts.add(rights());
        return String.join(", ", parts);
    }

    private String engine() {
        return Objects.requireNonNullElse(version.getVersion(), "of an unknown version");
    }

    /** Whose rights a program would have that left its container. */
    private String rights() {
        if (has("rootless")) {
            return "rootless";
        }
        return has("userns") ? "user namespaces" : "no user namespaces";
    }

    private boolean has(String securityOption) {
        return Objects.requireNonNullElse(info.getSecurityOptions(), List.<String>of()).stream()
                .anyMatch(option -> option.startsWith("name=" + securityOption));
    }

    private Set<Wall> lacking() {
        Set<Wall> lacking = EnumSet.noneOf(Wall.class);
        if (Boolean.FALSE.equals(info.getMemoryLimit())) {
            lacking.add(Wall.MEMORY);
        }
        if (Boolean.FALSE.equals(info.getCpuCfsQuota())) {
            lacking.add(Wall.CPU);
        }
        if (Boolean.FALSE.equals(info.getRawValues().get("PidsLimit"))) {
            lacking.add(Wall.PROCESSES);
        }
        if (!has("seccomp")) {
            lacking.add(Wall.SYSTEM_CALLS);
        }
        return lacking;
    }

    private Optional<String> runtimeVersion() {
        return Objects.requireNonNullElse(version.getComponents(), List.<VersionComponent>of()).stream()
                .filter(component -> runtime.equals(component.getName()))
                .map(VersionComponent::getVersion)
                .findFirst();
    }

    private List<String> advice() {
        List<String> advice = new ArrayList<>();
        runtimeVersion()
                .filter(number -> runtime.equals(RUNC))
                .ifPresent(number -> advice.addAll(KnownEscapes.ofRunc(number)));
        advice.addAll(KnownEscapes.ofEngine(engine()));
        return advice;
    }
}
