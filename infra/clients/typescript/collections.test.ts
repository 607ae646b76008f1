/** What programs do with a collection of their own vectors: change its settings, write, read, filter, search. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import weaviate, {
  Bm25Operator,
  configure,
  dataType,
  Filters,
  reconfigure,
  tokenization,
  vectors,
  type Collection,
  type FilterValue,
  type Vectors,
  type WeaviateClient,
} from 'weaviate-client';

const NAME = 'Planet';
// As long and with a version and a variant as this client wants ids where a deletion tells them.
const id = (number: number) => `10000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;

type Planet = {
  name: string;
  code: string;
  moons?: number;
  mass?: number;
  ringed?: boolean;
  seen?: Date;
  tags?: string[];
};

// Seen from the first, the others are 0.2, 1 and 2 away. The last one has but texts.
const PLANETS: [Planet, number[]][] = [
  [planet('The red Planet', 'Red One', 2, 0.5, false, '2001-01-01T00:00:00Z', ['near', 'rock']), [1, 0]],
  [planet('The blue planet', 'Blue Two', 1, 1.5, false, '2002-01-01T00:00:00Z', ['near', 'rock', 'water']), [0.8, 0.6]],
  [planet('A ringed giant', 'Giant Three', 80, 95.5, true, '2003-01-01T00:00:00Z', ['far']), [0, 1]],
  [{ name: 'Evening star', code: 'Star Four' }, [-1, 0]],
];

function planet(
  name: string,
  code: string,
  moons: number,
  mass: number,
  ringed: boolean,
  seen: string,
  tags: string[],
): Planet {
  return { name, code, moons, mass, ringed, seen: new Date(seen), tags };
}

let client: WeaviateClient;
let planets: Collection<Planet, typeof NAME>;

before(async () => {
  client = await weaviate.connectToLocal({
    port: Number(process.env.HTTP_PORT ?? 8080),
    grpcPort: Number(process.env.GRPC_PORT ?? 50051),
  });
});

after(async () => {
  await client.collections.delete(NAME);
  await client.close();
});

beforeEach(async () => {
  await client.collections.delete(NAME);
  await client.collections.create({
    name: NAME,
    vectorizers: vectors.selfProvided(),
    invertedIndex: configure.invertedIndex({
      indexNullState: true,
      indexPropertyLength: true,
      indexTimestamps: true,
    }),
    properties: [
      { name: 'name', dataType: dataType.TEXT },
      { name: 'code', dataType: dataType.TEXT, tokenization: tokenization.FIELD },
      { name: 'moons', dataType: dataType.INT },
      { name: 'mass', dataType: dataType.NUMBER },
      { name: 'ringed', dataType: dataType.BOOLEAN },
      { name: 'seen', dataType: dataType.DATE },
      { name: 'tags', dataType: dataType.TEXT_ARRAY },
    ],
  });
  planets = client.collections.use<typeof NAME, Planet>(NAME);
  const answer = await planets.data.insertMany(
    PLANETS.map(([properties, vector], index) => ({ id: id(index + 1), properties, vectors: vector })),
  );
  assert.equal(answer.hasErrors, false);
});

/** A new collection in the place of the planets, of nothing but vectors. */
async function bare(vectorizers: ReturnType<typeof vectors.selfProvided>) {
  await client.collections.delete(NAME);
  return client.collections.create({ name: NAME, vectorizers });
}

const numbers = (found: { objects: { uuid: string }[] }) => found.objects.map((hit) => parseInt(hit.uuid.slice(-12), 16));

async function fitting(filters: FilterValue) {
  return numbers(await planets.query.fetchObjects({ filters })).sort();
}

function near(actual: (number | undefined)[], expected: number[]) {
  assert.equal(actual.length, expected.length);
  expected.forEach((value, index) => {
    assert.ok(Math.abs(actual[index]! - value) < 1e-4, `${actual} instead of ${expected}`);
  });
}

test('settings that may change are updated', async () => {
  await planets.config.update({
    description: 'round',
    propertyDescriptions: { name: 'how it is called', code: 'how it is numbered' },
    invertedIndex: reconfigure.invertedIndex({ bm25b: 0.5, bm25k1: 1.5, stopwordsAdditions: ['planet'] }),
    vectorizers: reconfigure.vectors.update({
      vectorIndexConfig: reconfigure.vectorIndex.hnsw({ ef: 77 }),
    }),
  });

  const config = await planets.config.get();
  assert.equal(config.description, 'round');
  assert.equal(config.properties.find((each) => each.name === 'name')?.description, 'how it is called');
  assert.deepEqual(config.invertedIndex.bm25, { b: 0.5, k1: 1.5 });
  assert.deepEqual(config.invertedIndex.stopwords.additions, ['planet']);
  assert.equal((config.vectorizers.default.indexConfig as { ef: number }).ef, 77);
  assert.deepEqual(numbers(await planets.query.bm25('planet')), []);
});

test('an added property is stored and filtered by, and its name is taken', async () => {
  await planets.config.addProperty({ name: 'rank', dataType: dataType.INT });
  await client.collections.use(NAME).data.insert({ id: id(5), properties: { name: 'new', rank: 7 } });

  assert.deepEqual(await fitting(client.collections.use(NAME).filter.byProperty('rank').equal(7)), [5]);
  for (const name of ['rank', 'Rank', 'RANK']) {
    await assert.rejects(planets.config.addProperty({ name, dataType: dataType.TEXT }));
  }
});

test('an added named vector is searched beside the first', async () => {
  await planets.config.addVector(vectors.selfProvided({ name: 'second' }));
  await planets.data.update({ id: id(3), vectors: { second: [1, 0, 0] } });

  assert.deepEqual(numbers(await planets.query.nearVector([1, 0, 0], { targetVector: 'second' })), [3]);
  assert.deepEqual(numbers(await planets.query.nearVector([1, 0], { targetVector: 'default' })), [1, 2, 3, 4]);
  await assert.rejects(planets.query.nearVector([1, 0]));
});

test('an insert under a taken id fails and changes nothing', async () => {
  await assert.rejects(planets.data.insert({ id: id(1), properties: { name: 'another', code: '' } }));

  assert.equal((await planets.query.fetchObjectById(id(1)))?.properties.name, 'The red Planet');
  assert.equal(await planets.length(), 4);
});

test('a replacement drops what it does not bring', async () => {
  await planets.data.replace({ id: id(1), properties: { name: 'bare', code: 'B' } });

  const found = await planets.query.fetchObjectById(id(1), { includeVector: true });
  assert.equal(found?.properties.name, 'bare');
  assert.ok(found.properties.moons == null);
  assert.deepEqual(found.vectors, {});
  assert.deepEqual(numbers(await planets.query.nearVector([1, 0])), [2, 3, 4]);
});

test('an update merges and keeps the vector', async () => {
  await planets.data.update({ id: id(1), properties: { moons: 3 } });

  const found = await planets.query.fetchObjectById(id(1), { includeVector: true });
  assert.equal(found?.properties.name, 'The red Planet');
  assert.equal(found.properties.moons, 3);
  assert.deepEqual(found.vectors.default, [1, 0]);
});

test('what is not there is neither replaced nor updated', async () => {
  await assert.rejects(planets.data.replace({ id: id(99), properties: { name: 'nobody', code: '' } }));
  await assert.rejects(planets.data.update({ id: id(99), properties: { name: 'nobody', code: '' } }));
  assert.equal(await planets.query.fetchObjectById(id(99)), null);
});

test('what is deleted twice is gone once', async () => {
  assert.equal(await planets.data.exists(id(1)), true);
  assert.equal(await planets.data.deleteById(id(1)), true);
  assert.equal(await planets.data.deleteById(id(1)), true);
  assert.equal(await planets.data.exists(id(1)), false);
  assert.equal(await planets.length(), 3);
});

test('objects of a batch fail one by one', async () => {
  const answer = await client.collections.use(NAME).data.insertMany([
    { id: id(10), properties: { name: 'good' }, vectors: [0, 1] },
    { id: id(11), properties: { moons: 'three' } },
    { id: id(12), properties: { moons: 1.5 } },
    { id: id(13), properties: { name: 'longer' }, vectors: [1, 2, 3] },
    { id: id(14), properties: { name: 'unknown' }, vectors: { other: [1, 2] } },
    { id: id(15), properties: { name: 'good too' } },
  ]);

  assert.equal(answer.hasErrors, true);
  assert.deepEqual(Object.keys(answer.errors), ['1', '2', '3', '4']);
  assert.ok(Object.values(answer.errors).every((error) => error.message));
  assert.deepEqual(answer.uuids, { 0: id(10), 5: id(15) });
  assert.equal(await planets.length(), 6);
});

test('text is filtered by its tokens', async () => {
  const name = () => planets.filter.byProperty('name');
  const code = () => planets.filter.byProperty('code');
  assert.deepEqual(await fitting(name().equal('PLANET red')), [1]);
  assert.deepEqual(await fitting(name().notEqual('planet')), [3, 4]);
  assert.deepEqual(await fitting(name().like('plan*')), [1, 2]);
  assert.deepEqual(await fitting(code().equal('Red One')), [1]);
  assert.deepEqual(await fitting(code().equal('One')), []);
  await assert.rejects(fitting(name().equal('the')));
});

test('numbers, booleans and dates are compared', async () => {
  assert.deepEqual(await fitting(planets.filter.byProperty('moons').greaterThan(1)), [1, 3]);
  assert.deepEqual(await fitting(planets.filter.byProperty('moons').notEqual(2)), [2, 3, 4]);
  assert.deepEqual(await fitting(planets.filter.byProperty('mass').lessThan(1.5)), [1]);
  assert.deepEqual(await fitting(planets.filter.byProperty('mass').greaterOrEqual(1.5)), [2, 3]);
  assert.deepEqual(await fitting(planets.filter.byProperty('seen').lessThan(new Date('2003-01-01T00:00:00Z'))), [1, 2]);
  assert.deepEqual(await fitting(planets.filter.byProperty('ringed').equal(true)), [3]);
  await assert.rejects(fitting(client.collections.use(NAME).filter.byProperty('weight').equal(1)));
});

test('any, all or none of several values are contained', async () => {
  const tags = () => planets.filter.byProperty('tags');
  assert.deepEqual(await fitting(tags().containsAny(['water', 'far'])), [2, 3]);
  assert.deepEqual(await fitting(tags().containsAll(['near', 'water'])), [2]);
  assert.deepEqual(await fitting(tags().containsNone(['near'])), [3, 4]);
  assert.deepEqual(await fitting(planets.filter.byProperty('moons').containsAny([1, 80])), [2, 3]);
});

test('missing values and lengths are filtered by', async () => {
  assert.deepEqual(await fitting(planets.filter.byProperty('moons').isNull(true)), [4]);
  assert.deepEqual(await fitting(planets.filter.byProperty('moons').isNull(false)), [1, 2, 3]);
  assert.deepEqual(await fitting(planets.filter.byProperty('tags', true).greaterThan(1)), [1, 2]);
});

test('ids and times are filtered by', async () => {
  const future = new Date(Date.now() + 3_600_000);
  assert.deepEqual(await fitting(planets.filter.byId().equal(id(2))), [2]);
  assert.deepEqual(await fitting(planets.filter.byId().containsAny([id(2), id(4), id(9)])), [2, 4]);
  assert.deepEqual(await fitting(planets.filter.byId().notEqual(id(2))), [1, 3, 4]);
  assert.deepEqual(await fitting(planets.filter.byCreationTime().lessThan(future)), [1, 2, 3, 4]);
  assert.deepEqual(await fitting(planets.filter.byUpdateTime().greaterThan(future)), []);
});

test('conditions are joined and negated', async () => {
  // One for each use: the client's own are spent when they are used.
  const isPlanet = () => planets.filter.byProperty('name').equal('planet');
  const hasOne = () => planets.filter.byProperty('moons').equal(1);
  const isFar = () => planets.filter.byProperty('tags').containsAny(['far']);
  assert.deepEqual(await fitting(Filters.and(isPlanet(), hasOne())), [2]);
  assert.deepEqual(await fitting(Filters.or(hasOne(), isFar())), [2, 3]);
  assert.deepEqual(await fitting(Filters.not(isPlanet())), [3, 4]);
  assert.deepEqual(await fitting(Filters.and(Filters.or(isPlanet(), isFar()), Filters.not(hasOne()))), [1, 3]);
});

test('missing values are sorted first, and backwards last', async () => {
  const { sort, query } = planets;
  assert.deepEqual(numbers(await query.fetchObjects({ sort: sort.byProperty('moons') })), [4, 2, 1, 3]);
  assert.deepEqual(numbers(await query.fetchObjects({ sort: sort.byProperty('moons', false) })), [3, 1, 2, 4]);
  const twice = sort.byProperty('ringed').byProperty('mass', false);
  assert.deepEqual(numbers(await query.fetchObjects({ sort: twice })), [4, 2, 1, 3]);
  assert.deepEqual(numbers(await query.fetchObjects({ sort: sort.byId(false) })), [4, 3, 2, 1]);
});

test('an iteration meets each object once while others write', async () => {
  const lasting = Array.from({ length: 250 }, (_, index) => id(1000 + index));
  const answer = await planets.data.insertMany(lasting.map((each) => ({ id: each, properties: { name: 'l', code: 'l' } })));
  assert.equal(answer.hasErrors, false);
  let done = false;
  const write = async () => {
    while (!done) {
      const passing = await planets.data.insert({ name: 'passing', code: 'p' });
      await planets.data.update({ id: lasting[0], properties: { moons: 1 } });
      await planets.data.deleteById(passing);
    }
  };
  const writer = write();

  const met: string[] = [];
  for await (const each of planets.iterator()) {
    met.push(each.uuid);
  }
  done = true;
  await writer;

  assert.equal(new Set(met).size, met.length);
  assert.deepEqual(lasting.filter((each) => !met.includes(each)), []);
});

test('pages end at the maximum', async () => {
  assert.deepEqual(numbers(await planets.query.fetchObjects({ limit: 2, offset: 2 })), [3, 4]);
  assert.deepEqual(numbers(await planets.query.fetchObjects({ limit: 2, offset: 9 })), []);
  assert.deepEqual(numbers(await planets.query.fetchObjects({ limit: 2, after: id(1) })), [2, 3]);
  await assert.rejects(planets.query.fetchObjects({ limit: 10001 }));
  await assert.rejects(planets.query.fetchObjects({ limit: 1, offset: 10000 }));
});

test('only what was asked for is told', async () => {
  const [bareHit] = (await planets.query.nearVector([1, 0], { limit: 1, returnProperties: ['moons'] })).objects;
  assert.deepEqual(bareHit.properties, { moons: 2 });
  assert.deepEqual(bareHit.vectors, {});
  assert.equal(bareHit.metadata?.distance, undefined);

  const [full] = (
    await planets.query.nearVector([1, 0], {
      limit: 1,
      includeVector: true,
      returnMetadata: ['distance', 'certainty', 'creationTime', 'updateTime'],
    })
  ).objects;
  assert.deepEqual(full.vectors, { default: [1, 0] });
  near([full.metadata?.distance, full.metadata?.certainty], [0, 1]);
  assert.deepEqual(full.metadata?.creationTime, full.metadata?.updateTime);
});

test('distances to several targets are combined', async () => {
  const named = (name: string) =>
    vectors.selfProvided({
      name,
      vectorIndexConfig: configure.vectorIndex.hnsw({ distanceMetric: 'l2-squared' }),
    });
  await client.collections.delete(NAME);
  const targets = await client.collections.create<undefined, typeof NAME>({
    name: NAME,
    vectorizers: [named('near'), named('far')],
  });
  const stored: Vectors[] = [{ near: [1, 0], far: [0, 0] }, { near: [3, 0], far: [1, 0] }, { near: [2, 0] }];
  for (const [index, vector] of stored.entries()) {
    await targets.data.insert({ id: id(index + 1), vectors: vector });
  }
  const both = ['near', 'far'];
  const { multiTargetVector } = targets;
  const distances = async (targetVector: ReturnType<typeof multiTargetVector.sum>) => {
    const found = await targets.query.nearVector(
      { near: [1, 0], far: [1, 0] },
      { targetVector, returnMetadata: ['distance'] },
    );
    return found.objects.sort((a, b) => a.uuid.localeCompare(b.uuid)).map((hit) => hit.metadata?.distance);
  };

  near(await distances(multiTargetVector.sum(both)), [1, 4]);
  near(await distances(multiTargetVector.average(both)), [0.5, 2]);
  near(await distances(multiTargetVector.minimum(both)), [0, 0, 1]);
  near(await distances(multiTargetVector.manualWeights({ near: 1, far: 3 })), [3, 4]);
  near(await distances(multiTargetVector.relativeScore({ near: 0.8, far: 0.2 })), [0.2, 0.8]);
});

test('what is near to an object starts with it', async () => {
  const found = await planets.query.nearObject(id(2), { returnMetadata: ['distance'] });

  assert.deepEqual(numbers(found), [2, 1, 3, 4]);
  near(found.objects.map((hit) => hit.metadata?.distance), [0, 0.2, 0.4, 1.8]);
  await assert.rejects(planets.query.nearObject(id(99)));
});

test('what is too far away is cut off', async () => {
  assert.deepEqual(numbers(await planets.query.nearVector([1, 0], { distance: 0.5 })), [1, 2]);
  assert.deepEqual(numbers(await planets.query.nearVector([1, 0], { certainty: 0.4 })), [1, 2, 3]);
  assert.deepEqual(numbers(await planets.query.nearVector([1, 0], { autoLimit: 1 })), [1, 2, 3]);
  await assert.rejects(planets.query.nearVector([1, 0], { distance: 0.5, certainty: 0.4 }));
});

test('words and vectors are fused', async () => {
  const scores = async (fusionType: 'Ranked' | 'RelativeScore') => {
    const found = await planets.query.hybrid('planet', {
      vector: [1, 0],
      alpha: 0.5,
      fusionType,
      returnMetadata: ['score'],
    });
    assert.deepEqual(numbers(found), [1, 2, 3, 4]);
    return found.objects.map((hit) => hit.metadata?.score);
  };

  near(await scores('RelativeScore'), [1, 0.95, 0.25, 0]);
  near(await scores('Ranked'), [1 / 60, 1 / 61, 0.5 / 62, 0.5 / 63]);
});

test('a hybrid search may be all words or all vectors', async () => {
  assert.deepEqual(numbers(await planets.query.hybrid('giant', { vector: [1, 0], alpha: 0 })), [3]);
  assert.deepEqual(numbers(await planets.query.hybrid('giant', { vector: [1, 0], alpha: 1 })), [1, 2, 3, 4]);
  await assert.rejects(planets.query.hybrid('giant', { alpha: 0.5 }));
});

test('words may all be needed, or some, and count more in one property', async () => {
  const words = 'red planet star';
  assert.deepEqual(numbers(await planets.query.bm25(words, { operator: Bm25Operator.or({ minimumMatch: 2 }) })), [1]);
  assert.deepEqual(numbers(await planets.query.bm25(words, { operator: Bm25Operator.and() })), []);
  const score = async (weight: number) => {
    const queryProperties = [{ name: 'name' as const, weight }];
    const found = await planets.query.bm25('giant', { queryProperties, returnMetadata: ['score'] });
    return found.objects[0].metadata!.score!;
  };
  near([await score(2)], [2 * (await score(1))]);
});

test('hits are grouped by a property', async () => {
  const found = await planets.query.nearVector([1, 0], {
    limit: 3,
    groupBy: { property: 'ringed', numberOfGroups: 5, objectsPerGroup: 1 },
  });

  assert.deepEqual(Object.keys(found.groups), ['false', 'true']);
  assert.deepEqual(Object.values(found.groups).map(numbers), [[1], [3]]);
});

test('what words find is grouped too', async () => {
  const groupBy = { property: 'ringed' as const, numberOfGroups: 2, objectsPerGroup: 5 };
  const words = await planets.query.bm25('planet giant', { groupBy });
  const both = await planets.query.hybrid('planet giant', { vector: [1, 0], alpha: 0.5, limit: 3, groupBy });

  for (const found of [words, both]) {
    assert.deepEqual(Object.keys(found.groups).sort(), ['false', 'true']);
    assert.deepEqual(numbers(found.groups['false']).sort(), [1, 2]);
    assert.deepEqual(numbers(found.groups['true']), [3]);
  }
});

test('a deletion by a filter can be tried first', async () => {
  const where = () => planets.filter.byProperty('name').equal('planet');

  const tried = await planets.data.deleteMany(where(), { dryRun: true, verbose: true });
  assert.deepEqual([tried.matches, tried.successful, tried.failed], [2, 2, 0]);
  assert.deepEqual(tried.objects.map((each) => each.id).sort(), [id(1), id(2)]);
  assert.equal(await planets.length(), 4);

  const done = await planets.data.deleteMany(where());
  assert.deepEqual([done.matches, done.successful, done.failed], [2, 2, 0]);
  assert.equal(await planets.length(), 2);
});

test('every kind of index finds the nearest', async () => {
  const { flat, hnsw, quantizer } = configure.vectorIndex;
  const indexes = [
    flat(),
    hnsw({ ef: 50, efConstruction: 64, maxConnections: 8 }),
    hnsw({ quantizer: quantizer.sq() }),
    hnsw({ quantizer: quantizer.rq({ bits: 8 }) }),
  ];
  for (const vectorIndexConfig of indexes) {
    const made = await bare(vectors.selfProvided({ vectorIndexConfig }));
    const objects = Array.from({ length: 50 }, (_, n) => ({ id: id(n + 1), vectors: [100 - n, n] }));
    assert.equal((await made.data.insertMany(objects)).hasErrors, false);

    assert.deepEqual(numbers(await made.query.nearVector([1, 0], { limit: 3 })), [1, 2, 3]);
    assert.equal((await made.config.get()).vectorizers.default.indexType, vectorIndexConfig.name);
  }
});

test('distances are measured as configured', async () => {
  // This client has no word for manhattan.
  const expected = [['cosine', 0.29289], ['dot', -5], ['l2-squared', 5], ['hamming', 2]] as const;
  for (const [distanceMetric, distance] of expected) {
    const made = await bare(
      vectors.selfProvided({ vectorIndexConfig: configure.vectorIndex.hnsw({ distanceMetric }) }),
    );
    await made.data.insert({ vectors: [1, 2] });

    const found = await made.query.nearVector([3, 1], { returnMetadata: ['distance'] });
    near([found.objects[0].metadata?.distance], [distance]);
  }
});

test('generating and reranking are refused by name', async () => {
  await assert.rejects(planets.generate.nearVector([1, 0], { singlePrompt: 'Describe {name}' }), /generat/);
  await assert.rejects(planets.query.nearVector([1, 0], { rerank: { property: 'name', query: 'red' } }), /rerank/);
});

test('every consistency level is accepted', async () => {
  for (const level of ['ONE', 'QUORUM', 'ALL'] as const) {
    const leveled = planets.withConsistency(level);
    const made = await leveled.data.insert({ name: 'level', code: level });
    await leveled.data.update({ id: made, properties: { moons: 9 } });
    assert.equal((await leveled.query.fetchObjectById(made))?.properties.moons, 9);
    assert.equal(await leveled.data.deleteById(made), true);
  }
});

test('nodes are told with their shards', async () => {
  const [node] = await client.cluster.nodes({ collection: NAME, output: 'verbose' });

  assert.equal(node.status, 'HEALTHY');
  assert.deepEqual(node.shards.map((shard) => shard.class), [NAME]);
  assert.equal(node.stats.shardCount, 1);
});
