package io.text2vec.collections.write;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.engine.Engine;
import io.text2vec.collections.filter.Filter;
import io.text2vec.collections.filter.FilterCheck;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.object.Value;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.Schema;
import io.text2vec.collections.schema.VectorDef;
import io.text2vec.collections.tenant.TenantAccess;
import io.text2vec.collections.vectorize.BoundModel;
import io.text2vec.collections.vectorize.ObjectVectors;
import io.text2vec.collections.vectorize.ObjectVectors.Missing;
import io.text2vec.collections.vectorize.PassageVectors;
import io.text2vec.collections.vectorize.PassageVectors.Passage;
import io.text2vec.collections.vectorize.VectorLengths;
import io.text2vec.collections.vectorize.VectorRequests;
import io.text2vec.collections.vectorize.VectorizeSettings;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Writes to an engine, with the vectors that are made of their texts. */
public final class EmbeddingWrites implements Writes {
    private final Engine engine;
    private final Schema schema;
    private final WriteSettings settings;
    private final InstantSource clock;
    private final TenantAccess tenants;
    private final Drafts drafts;
    private final ObjectVectors vectors;
    private final BoundModel models;
    private final VectorLengths lengths;
    private final ObjectStore objects;
    private final IdLocks locks = new IdLocks();
    private final ChunkEmbedder chunks;
    private final ReferenceTargets targets;
    private final ReferenceEdits references;

    public EmbeddingWrites(
            Engine engine,
            Schema schema,
            VectorRequests requests,
            BoundModel models,
            VectorizeSettings vectorize,
            WriteSettings settings,
            InstantSource clock) {
        this.engine = engine;
        this.schema = schema;
        this.settings = settings;
        this.clock = clock;
        tenants = new TenantAccess(engine);
        drafts = new Drafts(schema, tenants);
        this.models = models;
        vectors = new ObjectVectors(requests, vectorize);
        lengths = new VectorLengths(engine);
        objects = new ObjectStore(engine, lengths, models);
        chunks = new ChunkEmbedder(settings.chunksAtOnce());
        targets = new ReferenceTargets(engine, schema);
        references = new ReferenceEdits(engine, schema, targets, locks, clock);
    }

    @Override
    public StoredObject insert(ObjectInput object) {
        Draft draft = drafts.whole(object);
        targets.check(draft.beacons(), draft.tenant());
        try (IdLocks.Held _ = locks.lock(draft.collection().name(), draft.id())) {
            refuseExisting(draft);
            long now = clock.millis();
            return put(draft, Optional.empty(), now, now);
        }
    }

    @Override
    public StoredObject replace(ObjectInput object) {
        Draft draft = drafts.whole(identified(object));
        targets.check(draft.beacons(), draft.tenant());
        try (IdLocks.Held _ = locks.lock(draft.collection().name(), draft.id())) {
            StoredObject stored = existing(draft.collection(), object);
            return put(draft, Optional.of(stored), stored.created(), clock.millis());
        }
    }

    @Override
    public void merge(ObjectInput object) {
        CollectionDef collection = schema.get(identified(object).collection());
        tenants.read(collection, object.tenant());
        try (IdLocks.Held _ = locks.lock(collection.name(), object.id().orElseThrow())) {
            StoredObject stored = existing(collection, object);
            Draft draft = withStoredVectors(drafts.changed(object, stored), stored);
            targets.check(added(draft, stored), draft.tenant());
            put(draft, Optional.of(stored), stored.created(), clock.millis());
        }
    }

    /** Targets of old references may have gone since, which is nobody's fault now. */
    private static Set<Value.Beacon> added(Draft draft, StoredObject stored) {
        Set<Value.Beacon> added = new HashSet<>(draft.beacons());
        Value.References.in(stored.properties()).forEach(added::remove);
        return added;
    }

    /** Vectors that nobody makes of the text stay, unless there are new ones. */
    private static Draft withStoredVectors(Draft draft, StoredObject stored) {
        Map<String, float[]> all = new HashMap<>();
        for (VectorDef vector : draft.collection().vectors().values()) {
            float[] kept = stored.vectors().get(vector.name());
            if (kept != null && !vector.vectorizer().vectorizes()) {
                all.put(vector.name(), kept);
            }
        }
        all.putAll(draft.vectors());
        return new Draft(draft.collection(), draft.tenant(), draft.id(), draft.known(), draft.properties(), all);
    }

    private StoredObject put(Draft draft, Optional<StoredObject> before, long created, long updated) {
        Map<String, float[]> all = new HashMap<>(draft.vectors());
        List<Missing> toMake = new ArrayList<>();
        for (Missing missing : vectors.missing(draft.collection(), draft.properties(), draft.vectors())) {
            before.flatMap(stored -> vectors.kept(missing, stored, draft.properties()))
                    .ifPresentOrElse(kept -> all.put(missing.vector(), kept), () -> toMake.add(missing));
        }
        toMake.forEach(missing -> missing.text().check(draft.collection(), models));
        Map<String, Passage> made = PassageVectors.make(toMake);
        made.forEach((name, passage) -> all.put(name, passage.vector()));
        StoredObject object = draft.stored(created, updated, all);
        objects.put(draft, object, made.values());
        return object;
    }

    @Override
    public void delete(String collection, Optional<String> tenant, UUID id) {
        CollectionDef found = schema.get(collection);
        tenants.read(found, tenant);
        try (IdLocks.Held _ = locks.lock(found.name(), id)) {
            objects.delete(found.name(), tenant, id);
        }
    }

    @Override
    public List<Outcome> importAll(List<ObjectInput> inputs) {
        Iterator<ObjectInput> each = inputs.iterator();
        Supplier<Optional<ObjectInput>> next = () -> each.hasNext() ? Optional.of(each.next()) : Optional.empty();
        return new ImportBatch(inputs.size())
                .outcomes(batch -> run(next, ImportedReferences.in(inputs), Patience.NONE, batch::told));
    }

    @Override
    public void importAll(Arrivals arrivals) {
        Set<Value.Beacon> come = new HashSet<>();
        Supplier<Optional<ObjectInput>> next = () -> {
            Optional<ObjectInput> object = arrivals.next();
            object.flatMap(ImportedReferences::beacon).ifPresent(come::add);
            return object;
        };
        ImportRun run = run(next, () -> come, Patience.whileWanted(arrivals::wanted), arrivals::told);
        try {
            run.run();
        } catch (CollectionException stop) {
            run.fail(stop);
        }
    }

    private ImportRun run(
            Supplier<Optional<ObjectInput>> next,
            Supplier<Set<Value.Beacon>> brought,
            Patience patience,
            Consumer<List<Arrivals.Told>> told) {
        return new ImportRun(
                new ChunkReader(next, drafts, vectors, models, engine, new ImportedReferences(brought, targets)),
                chunks,
                new ChunkWriter(engine, lengths, models, locks, clock),
                patience,
                told);
    }

    @Override
    public Engine.Deleted deleteAll(String collection, Optional<String> tenant, Filter filter, boolean dryRun) {
        CollectionDef found = schema.get(collection);
        tenants.read(found, tenant);
        FilterCheck.check(found, filter, settings.filters(), schema::find);
        return engine.delete(found.name(), tenant, filter, settings.maxDeleted(), dryRun);
    }

    @Override
    public void validate(ObjectInput object) {
        Draft draft = drafts.trial(object);
        targets.check(draft.beacons(), draft.tenant());
        vectors.missing(draft.collection(), draft.properties(), draft.vectors());
        boolean stored = schema.find(object.collection()).isPresent();
        if (tenants.wouldMake(draft.collection(), draft.tenant())) {
            return; // nothing is there that it could not stand beside
        }
        if (stored) {
            tenants.read(draft.collection(), draft.tenant());
            refuseExisting(draft);
        }
        lengths.claim(draft.collection(), draft.tenant(), draft.vectors()).close();
    }

    @Override
    public ReferenceWrites references() {
        return references;
    }

    private void refuseExisting(Draft draft) {
        if (draft.known() && objects.get(draft).isPresent()) {
            throw new CollectionException.Invalid("%s has an object with the id %s already."
                    .formatted(draft.collection().name(), draft.id()));
        }
    }

    private StoredObject existing(CollectionDef collection, ObjectInput object) {
        UUID id = object.id().orElseThrow();
        return engine.get(collection.name(), object.tenant(), List.of(id))
                .getFirst()
                .orElseThrow(() -> new CollectionException.NotFound(
                        "%s has no object with the id %s.".formatted(collection.name(), id)));
    }

    private static ObjectInput identified(ObjectInput object) {
        if (object.id().isEmpty()) {
            throw new CollectionException.Invalid("To change an object, name its id.");
        }
        return object;
    }
}
