package org.safepython.executor.sandbox.docker;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import org.safepython.executor.sandbox.Cell;
import org.safepython.executor.sandbox.GuestState;
import org.safepython.executor.sandbox.Keeper;
import org.safepython.executor.sandbox.Sandbox;
import org.safepython.executor.sandbox.SandboxUnavailableException;
import org.safepython.executor.sandbox.Supply;
import org.safepython.executor.sandbox.pool.CellPool;
import org.safepython.executor.settings.Language;
import org.safepython.executor.settings.Settings;

/** A container for each cell, made before it is asked for where there is a pool. Thread safe. */
@Singleton
public class DockerSandbox implements Sandbox {
    private final Engine engine;
    private final GuestImages images;
    private final DockerCells cells;
    private final CellPool pool;
    private final String runtime;

    @Inject
    public DockerSandbox(Settings settings) {
        this(
                settings,
                new ContainerWalls(
                        settings.container(),
                        GuestImage.resource("seccomp.json"),
                        settings.engine().runtime()));
    }

    DockerSandbox(Settings settings, ContainerWalls walls) {
        this.engine = new Engine(settings.engine());
        this.images = new GuestImages(settings, engine);
        this.cells = new DockerCells(engine, images, walls, settings.engine());
        this.runtime = settings.engine().runtime();
        this.pool = new CellPool(settings.pool(), images.languages(), cells, System::nanoTime);
    }

    @Override
    public Cell lease(Language language, CompletableFuture<?> needless) throws SandboxUnavailableException {
        return pool.lease(language, needless);
    }

    @Override
    public Keeper keeper() throws SandboxUnavailableException {
        try {
            return EngineVersions.ask(engine.client(), runtime);
        } catch (RuntimeException failure) {
            throw GuestImages.noContainer(failure);
        }
    }

    @Override
    public int keeperLife() {
        return engine.life();
    }

    @Override
    public GuestState state(Language language) {
        return images.state(language);
    }

    @Override
    public Supply supply(Language language) {
        return pool.supply(language);
    }

    @Override
    public void prepare(Language language) {
        images.prepare(language);
        pool.fill(language);
    }

    @Override
    public void tidy() {
        images.refresh();
        pool.look();
        cells.tidy();
    }

    @Override
    public void retire() {
        pool.retire();
    }

    @PreDestroy
    void close() {
        images.close();
        pool.close();
        cells.removeAll();
        engine.close();
    }
}
