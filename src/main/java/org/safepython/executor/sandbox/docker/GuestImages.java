package org.safepython.executor.sandbox.docker;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.safepython.executor.sandbox.GuestState;
import org.safepython.executor.sandbox.SandboxUnavailableException;
import org.safepython.executor.settings.Language;
import org.safepython.executor.settings.Settings;

/** The guest image of each language that is offered, and how a missing one may come. Thread safe. */
final class GuestImages implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(GuestImages.class.getName());

    private final Map<Language, GuestImage> images = new EnumMap<>(Language.class);
    private final GuestBuilds builds;
    private final Engine engine;

    GuestImages(Settings settings, Engine engine) {
        settings.languages().forEach(language -> images.put(language, new GuestImage(language, settings.engine())));
        this.builds = new GuestBuilds(settings.engine());
        this.engine = engine;
    }

    Collection<Language> languages() {
        return images.keySet();
    }

    /** A language's image as it is now. */
    GuestImage.Found find(Language language) throws SandboxUnavailableException {
        GuestImage image = image(language);
        try {
            return image.find(engine.client()).orElseThrow(() -> missing(language, image));
        } catch (RuntimeException failure) {
            throw noContainer(failure);
        }
    }

    /** A language's image as it was when the engine was last asked, which is now where it was never. */
    GuestImage.Found last(Language language) throws SandboxUnavailableException {
        var last = image(language).last();
        return last.isPresent() ? last.get() : find(language);
    }

    /** Whether an id was, when the engine was last asked, what programs of the language run in. */
    boolean isCurrent(Language language, String id) {
        return image(language)
                .last()
                .map(GuestImage.Found::id)
                .filter(id::equals)
                .isPresent();
    }

    private GuestImage image(Language language) {
        return Objects.requireNonNull(images.get(language));
    }

    private SandboxUnavailableException missing(Language language, GuestImage image) {
        GuestState state = builds.mayBring(language)
                ? new GuestState.Preparing()
                : new GuestState.Absent("this installation has no image for " + language.label());
        return new SandboxUnavailableException(state, "The engine has no image " + image.name(), null);
    }

    static SandboxUnavailableException noContainer(Exception failure) {
        GuestState state = new GuestState.Absent("the engine gives no container");
        return new SandboxUnavailableException(state, "The engine gives no container: " + failure, failure);
    }

    GuestState state(Language language) {
        try {
            GuestImage.Found found = find(language);
            return new GuestState.Ready(found.id(), found.python());
        } catch (SandboxUnavailableException unavailable) {
            return unavailable.state();
        }
    }

    /** Begins to build what is missing, where the operator has said how. Asks for what was not there the last time. */
    void prepare(Language language) {
        if (builds.mayBring(language)
                && image(language).last().isEmpty()
                && state(language) instanceof GuestState.Preparing) {
            builds.begin(language);
        }
    }

    /** Asks the engine for all. */
    void refresh() {
        for (GuestImage image : images.values()) {
            try {
                image.find(engine.client());
            } catch (RuntimeException failure) {
                LOG.log(Level.FINE, "The engine does not tell its images", failure);
            }
        }
    }

    @Override
    public void close() {
        builds.close();
    }
}
