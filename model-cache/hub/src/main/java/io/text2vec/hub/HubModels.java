package io.text2vec.hub;

import io.text2vec.runtime.infer.CpuKind;
import io.text2vec.runtime.onnx.ExternalFiles;
import io.text2vec.runtime.source.GraphMaker;
import io.text2vec.runtime.source.TokenizerForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * The models of the hub on this machine: finds them in our cache and in that of the hub's Python client, and fetches what is
 * missing into ours.
 */
public final class HubModels {
    /** The hub's name for the newest. */
    public static final String NEWEST = "main";

    private final HubSettings settings;
    private final PullListener listener;
    private final Pause pause;
    private final ToLongFunction<Path> room;
    private final CpuKind here;
    private final Supplier<Optional<GraphMaker>> makers;

    public HubModels(HubSettings settings, PullListener listener) {
        this(settings, listener, Pause.SLEEP, HubModels::usable, CpuKind.here(), GraphMaker::find);
    }

    /**
     * @param room bytes that may still be written to a directory's disk
     * @param makers asked only when a model lacks the graph that is wanted
     */
    HubModels(
            HubSettings settings,
            PullListener listener,
            Pause pause,
            ToLongFunction<Path> room,
            CpuKind here,
            Supplier<Optional<GraphMaker>> makers) {
        this.settings = settings;
        this.listener = listener;
        this.pause = pause;
        this.room = room;
        this.here = here;
        this.makers = makers;
    }

    /**
     * A model that is here if it was pulled before, whatever has become of the revision since; else as {@link #pull} does.
     *
     * @throws HubException if it can't be had
     */
    public Snapshot find(String id, String revision, Variant variant) {
        Optional<Snapshot> pulled = pulled(id, revision, variant);
        return pulled.isPresent() ? pulled.get() : pull(id, revision, variant, false);
    }

    /**
     * A model as the hub has it now. Nothing is fetched that is here; two pulls of a model at once share the work.
     *
     * @param weightsToo whether weights are wanted where there is neither a graph nor somebody who makes one of them
     * @throws HubException if it can't be had
     */
    public Snapshot pull(String id, String revision, Variant variant, boolean weightsToo) {
        if (settings.offline().isPresent()) {
            return pulled(id, revision, variant)
                    .or(() -> foreign(id, revision, variant)
                            .filter(found -> weightsToo
                                    || found.graph().isPresent()
                                    || makers.get().isPresent()))
                    .orElseThrow(() -> notHere(id, revision, variant));
        }
        try (Hub hub = new Hub(settings)) {
            Listing listing = listing(hub, id, revision);
            Repository own = Repository.of(settings.own(), id);
            try (RepositoryLock _ = RepositoryLock.take(own.lock(), listener)) {
                return new Pull(settings, hub, listener, pause, room, makers)
                        .run(id, revision, listing, new Pull.Wish(variant, here, weightsToo));
            } catch (IOException e) {
                throw unwritable(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new HubException.Unreachable("Pulling " + id + " was interrupted", e);
            }
        }
    }

    /**
     * What there is to know of a model without its weights: from this machine if it is here, else from the hub, of which only
     * the files that describe it are fetched.
     *
     * @throws HubException if it can't be had
     */
    public Description describe(String id, String revision, Variant variant) {
        Optional<Snapshot> local = pulled(id, revision, variant).or(() -> foreign(id, revision, variant));
        if (local.isPresent() || settings.offline().isPresent()) {
            return Description.of(local.orElseThrow(() -> notHere(id, revision, variant)));
        }
        try (Hub hub = new Hub(settings)) {
            Listing listing = listing(hub, id, revision);
            Repository own = Repository.of(settings.own(), id);
            try (RepositoryLock _ = RepositoryLock.take(own.lock(), listener)) {
                return new Pull(settings, hub, listener, pause, room, makers)
                        .describe(id, listing, new Pull.Wish(variant, here, true));
            } catch (IOException e) {
                throw unwritable(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new HubException.Unreachable("Asking for " + id + " was interrupted", e);
            }
        }
    }

    private Listing listing(Hub hub, String id, String revision) {
        Retries retries = new Retries("the list of files of " + id, hub.endpoint(), pause, listener);
        while (true) {
            try {
                return hub.list(id, revision);
            } catch (IOException failed) {
                retries.after(failed);
            }
        }
    }

    private Optional<Snapshot> pulled(String id, String revision, Variant variant) {
        return Pull.pulled(Repository.of(settings.own(), id), revision, variant, here)
                .map(receipt -> snapshot(id, receipt.commit(), receipt.directory(), receipt.names(), variant));
    }

    /** What another program has pulled, as far as can be told without the hub's list of files. */
    private Optional<Snapshot> foreign(String id, String revision, Variant variant) {
        List<Path> caches = new ArrayList<>(settings.others());
        caches.add(settings.own());
        for (Path cache : caches) {
            Repository repository = Repository.of(cache, id);
            Optional<String> commit = repository.commit(revision);
            List<String> names = commit.map(repository::names).orElse(List.of());
            if (names.contains("config.json")
                    && TokenizerForm.among(names::contains).isPresent()) {
                Snapshot found = snapshot(id, commit.get(), repository.snapshot(commit.get()), names, variant);
                if (isWhole(found)) {
                    return Optional.of(found);
                }
            }
        }
        return Optional.empty();
    }

    private Snapshot snapshot(String id, String commit, Path directory, List<String> names, Variant variant) {
        NeededFiles needed = NeededFiles.among(names, id, variant, here);
        Set<String> files = new LinkedHashSet<>(needed.all());
        needed.graph().ifPresent(graph -> files.addAll(external(directory, graph)));
        return new Snapshot(
                id, commit, directory, needed.graph(), needed.variant(), needed.reason(), List.copyOf(files), 0, 0);
    }

    private static boolean isWhole(Snapshot snapshot) {
        return snapshot.files().stream()
                .allMatch(file -> Files.isReadable(snapshot.directory().resolve(file)));
    }

    /** The other files of a graph, named as in the listing. */
    static Set<String> external(Path directory, String graph) {
        String folder = graph.substring(0, graph.lastIndexOf('/') + 1);
        try {
            return ExternalFiles.of(directory.resolve(graph)).stream()
                    .map(name -> folder + name)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException("The graph " + graph + " in " + directory + " can't be read", e);
        }
    }

    private HubException notHere(String id, String revision, Variant variant) {
        List<Path> searched = new ArrayList<>(List.of(settings.own()));
        searched.addAll(settings.others());
        return new HubException.Offline(id + " (revision " + revision + ", variant " + variant.word()
                + ") is not on this machine, and " + settings.offline().orElseThrow()
                + " forbids to fetch it. Searched: "
                + searched.stream().map(Path::toString).collect(Collectors.joining(", "))
                + ". Run text2vec pull " + id + " with a connection, or unset "
                + settings.offline().orElseThrow());
    }

    private HubException unwritable(IOException e) {
        if (Download.isNoSpace(e)) {
            return new HubException.NoRoom(
                    "The disk of " + settings.own() + " is full (" + e.getMessage()
                            + "): make room, or let TEXT2VEC_CACHE name a directory on another disk; what has arrived is kept",
                    e);
        }
        return new HubException.NoRoom(
                "The cache directory " + settings.own() + " can't be written (" + e
                        + "): let TEXT2VEC_CACHE name a directory that can",
                e);
    }

    private static long usable(Path directory) {
        try {
            return Files.getFileStore(directory).getUsableSpace();
        } catch (IOException unknown) {
            return Long.MAX_VALUE; // a full disk then shows when it is full
        }
    }
}
