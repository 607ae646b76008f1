package io.text2vec.hub;

import io.text2vec.runtime.infer.CpuKind;
import io.text2vec.runtime.source.GraphMaker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** One pull of one model, under its lock: what is not here is fetched, some files at once, verified and put in its place. */
final class Pull {
    /** More gain nothing: two or three connections fill most lines. */
    private static final int AT_ONCE = 4;

    private static final long MEBIBYTE = 1 << 20;

    private final HubSettings settings;
    private final Hub hub;
    private final PullListener listener;
    private final Pause pause;
    private final ToLongFunction<Path> room;
    private final Supplier<Optional<GraphMaker>> makers;
    private final Download download;
    private int fetched;
    private long bytes;

    /**
     * What is to be pulled of a model.
     *
     * @param here the processor it is for
     * @param weightsToo whether weights will do where nobody makes a graph of them
     */
    record Wish(Variant variant, CpuKind here, boolean weightsToo) {}

    Pull(
            HubSettings settings,
            Hub hub,
            PullListener listener,
            Pause pause,
            ToLongFunction<Path> room,
            Supplier<Optional<GraphMaker>> makers) {
        this.settings = settings;
        this.hub = hub;
        this.listener = listener;
        this.pause = pause;
        this.room = room;
        this.makers = makers;
        this.download = new Download(hub, pause, listener);
    }

    /** What an earlier pull has written down, if it still holds. */
    static Optional<Receipt> pulled(Repository own, String revision, Variant variant, CpuKind here) {
        return Receipt.read(receipt(own, revision, variant, here));
    }

    /** @throws IOException if the cache directory can't be written */
    Snapshot run(String id, String revision, Listing listing, Wish wish) throws IOException, InterruptedException {
        Repository own = Repository.of(settings.own(), id);
        Path target = own.snapshot(listing.commit());
        // Graphs that were made here from the model's weights count as the model's.
        Set<String> names = new LinkedHashSet<>(listing.names());
        own.names(listing.commit()).stream()
                .filter(name -> name.endsWith(".onnx"))
                .forEach(names::add);
        NeededFiles needed = NeededFiles.among(names, id, wish.variant(), wish.here());
        Optional<GraphMaker> maker = needed.graph().isPresent() ? Optional.empty() : maker(id, needed, names, wish);

        // What is made here belongs into our cache, and so does what it is made of.
        Optional<Path> foreign = maker.isPresent() ? Optional.empty() : foreign(id, listing, needed);
        Path directory = foreign.orElse(target);
        if (foreign.isEmpty()) {
            fetch(id, listing, own, inListing(needed.all(), listing));
        }
        Set<String> files = new LinkedHashSet<>(needed.all());
        Optional<String> opened = needed.graph().or(needed::sourceGraph);
        if (opened.isPresent()) {
            Set<String> external = HubModels.external(directory, opened.get());
            if (foreign.isEmpty()) {
                fetch(id, listing, own, inListing(external, listing));
            }
            files.addAll(external);
        }
        Optional<String> graph = needed.graph();
        String reason = needed.reason();
        if (maker.isPresent()) {
            MadeGraph made = MadeGraph.of(
                    directory, needed.variant(), own.directory().resolve("partial"), maker.get(), listener);
            files.addAll(made.files());
            graph = Optional.of(made.name());
            reason += "; it was made of the model's " + needed.source().getFirst();
        }
        List<String> all = List.copyOf(files);
        own.refer(revision, listing.commit());
        if (graph.isPresent()) {
            Receipt.of(directory, listing.commit(), all).write(receipt(own, revision, wish.variant(), wish.here()));
        }
        return new Snapshot(id, listing.commit(), directory, graph, needed.variant(), reason, all, fetched, bytes);
    }

    /** Fetches what describes the model, and takes what there is to know of the rest from the hub's list. */
    Description describe(String id, Listing listing, Wish wish) throws IOException, InterruptedException {
        NeededFiles needed = NeededFiles.among(listing.names(), id, wish.variant(), wish.here());
        Repository own = Repository.of(settings.own(), id);
        fetch(id, listing, own, inListing(needed.described(), listing));
        Map<String, Long> sizes = new LinkedHashMap<>();
        for (String name : needed.all()) {
            sizes.put(name, described(listing, name).size());
        }
        return new Description(
                new Snapshot(
                        id,
                        listing.commit(),
                        own.snapshot(listing.commit()),
                        needed.graph(),
                        needed.variant(),
                        needed.reason(),
                        needed.all(),
                        fetched,
                        bytes),
                sizes,
                false);
    }

    /** Who makes the graph that the model lacks; nobody where the weights are wanted for themselves. */
    private Optional<GraphMaker> maker(String id, NeededFiles needed, Set<String> names, Wish wish) {
        Optional<GraphMaker> maker = makers.get();
        if (maker.isPresent() || wish.weightsToo()) {
            return maker;
        }
        String graphs =
                names.stream().filter(name -> name.endsWith(".onnx")).sorted().collect(Collectors.joining(", "));
        throw new HubException.NotSupported(id + " can't be run: " + needed.reason()
                + (graphs.isEmpty() ? "" : " (it has " + graphs + ")") + ", and making one of "
                + needed.source().getFirst() + " is not part of this build. "
                + (graphs.isEmpty() ? "Choose a model that has an ONNX graph" : "Choose another variant")
                + ", or export one to onnx/ and let TEXT2VEC_MODEL name the directory");
    }

    private static Path receipt(Repository own, String revision, Variant variant, CpuKind here) {
        return own.receipt(revision, variant.word() + "-" + here.word());
    }

    private static List<String> inListing(Iterable<String> names, Listing listing) {
        List<String> there = new ArrayList<>();
        for (String name : names) {
            if (listing.files().containsKey(name)) {
                there.add(name);
            }
        }
        return there;
    }

    /** A snapshot of the same commit in a cache of the hub's client, if it has all that is needed in its size. */
    private Optional<Path> foreign(String id, Listing listing, NeededFiles needed) {
        for (Path cache : settings.others()) {
            Path snapshot = Repository.of(cache, id).snapshot(listing.commit());
            if (Files.isDirectory(snapshot)
                    && needed.all().stream().allMatch(name -> has(snapshot, name, listing))
                    && needed.graph().stream()
                            .flatMap(graph -> HubModels.external(snapshot, graph).stream())
                            .allMatch(name -> has(snapshot, name, listing))) {
                return Optional.of(snapshot);
            }
        }
        return Optional.empty();
    }

    private static boolean has(Path snapshot, String name, Listing listing) {
        try {
            long size = Files.size(snapshot.resolve(name));
            return listing.files()
                    .getOrDefault(name, Optional.empty())
                    .map(file -> file.size() == size)
                    .orElse(size > 0);
        } catch (IOException absent) {
            return false;
        }
    }

    private void fetch(String id, Listing listing, Repository own, List<String> names)
            throws IOException, InterruptedException {
        Path target = own.snapshot(listing.commit());
        List<RemoteFile> missing = new ArrayList<>();
        for (String name : names) {
            RemoteFile file = described(listing, name);
            Path place = target.resolve(name).normalize();
            if (!place.startsWith(target)) {
                throw new HubException.Damaged("The graph of " + id + " keeps weights in " + name
                        + ", outside of the model; it is not fetched");
            }
            if (!Files.exists(place) || Files.size(place) != file.size()) {
                missing.add(file);
            }
        }
        long total = missing.stream().mapToLong(RemoteFile::size).sum();
        if (missing.isEmpty()) {
            return;
        }
        checkRoom(id, own, missing);
        listener.planned(id, listing.commit(), missing.size(), total);
        allOf(missing, file -> place(id, listing, own, file));
        fetched += missing.size();
        bytes += total;
    }

    private RemoteFile described(Listing listing, String name) {
        return listing.files().get(name).orElseGet(() -> {
            Retries retries = new Retries(name + " of " + listing.id(), hub.endpoint(), pause, listener);
            while (true) {
                try {
                    return hub.describe(listing, name);
                } catch (IOException failed) {
                    retries.after(failed);
                }
            }
        });
    }

    private void checkRoom(String id, Repository own, List<RemoteFile> missing) throws IOException {
        long wanted = 0;
        for (RemoteFile file : missing) {
            Path part = own.partial(file);
            wanted += file.size() - (Files.exists(part) ? Math.min(Files.size(part), file.size()) : 0);
        }
        long free = room.applyAsLong(own.directory());
        if (wanted > free) {
            throw new HubException.NoRoom(
                    id + " needs " + (wanted / MEBIBYTE + 1) + " MiB more, and the disk of " + settings.own() + " has "
                            + free / MEBIBYTE
                            + " MiB left: make room, or let TEXT2VEC_CACHE name a directory on another"
                            + " disk",
                    null);
        }
    }

    private void place(String id, Listing listing, Repository own, RemoteFile file) throws IOException {
        Path part = own.partial(file);
        if (!copied(id, listing, file, part)) {
            download.fetch(listing, file, part);
        }
        Placed.move(part, own.snapshot(listing.commit()).resolve(file.name()));
        listener.placed(file.name());
    }

    /** Takes the file from another cache's snapshot of the same commit if it is there and the same. */
    private boolean copied(String id, Listing listing, RemoteFile file, Path part) throws IOException {
        for (Path cache : settings.others()) {
            Path there = Repository.of(cache, id).snapshot(listing.commit()).resolve(file.name());
            if (Files.isReadable(there)
                    && Files.size(there) == file.size()
                    && file.checksum().matches(there)) {
                Files.createDirectories(part.getParent());
                Files.deleteIfExists(part);
                Files.copy(there, part);
                listener.received(file.name(), file.size());
                return true;
            }
        }
        return false;
    }

    @FunctionalInterface
    private interface Work {
        void on(RemoteFile file) throws IOException;
    }

    /** Works on some files at once; the first failure ends them all. */
    private static void allOf(List<RemoteFile> files, Work work) throws IOException, InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(
                Math.min(AT_ONCE, files.size()),
                runnable -> Thread.ofPlatform().daemon().name("text2vec-pull").unstarted(runnable));
        try {
            CompletionService<Void> done = new ExecutorCompletionService<>(workers);
            for (RemoteFile file : files) {
                done.submit(() -> {
                    work.on(file);
                    return null;
                });
            }
            for (int i = 0; i < files.size(); i++) {
                done.take().get();
            }
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException failed -> throw failed;
                case RuntimeException failed -> throw failed;
                case Error failed -> throw failed;
                default -> throw new IllegalStateException("Work declares no other exception", e.getCause());
            }
        } finally {
            workers.shutdownNow();
            workers.close(); // nobody writes any more when the lock is given back
        }
    }
}
