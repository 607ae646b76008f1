/** References between objects: stored, changed, followed, filtered by. Films 1 and 3 are by Ann, 2 and 3 by Bob. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import weaviate, {
  configure,
  dataType,
  vectors,
  Filters,
  type Collection,
  type CrossReference,
  type FilterValue,
  type WeaviateClient,
} from 'weaviate-client';

type Named = { name: string };
type Film = {
  title: string;
  by?: CrossReference<Named>;
  sequelOf?: CrossReference<Film>;
  about?: CrossReference<Named>;
  shotIn?: CrossReference<Named>;
};

const NAMES = ['Film', 'Person', 'Place', 'Made'];
const id = (number: number) => `00000000-0000-0000-0000-${number.toString(16).padStart(12, '0')}`;
const [ANN, BOB, OSLO, NOBODY] = [id(0xa), id(0xb), id(0xc), id(0xff)];

let client: WeaviateClient;
let films: Collection<Film, 'Film'>;

before(async () => {
  client = await weaviate.connectToLocal({
    port: Number(process.env.HTTP_PORT ?? 8080),
    grpcPort: Number(process.env.GRPC_PORT ?? 50051),
  });
});

async function none() {
  for (const name of NAMES) {
    await client.collections.delete(name);
  }
}

after(async () => {
  await none();
  await client.close();
});

beforeEach(async () => {
  await none();
  const properties = [{ name: 'name', dataType: dataType.TEXT }];
  const person = await client.collections.create({ name: 'Person', properties });
  const place = await client.collections.create({ name: 'Place', properties });
  await client.collections.create({
    name: 'Film',
    vectorizers: vectors.selfProvided(),
    properties: [{ name: 'title', dataType: dataType.TEXT }],
    references: [
      { name: 'by', targetCollection: 'Person' },
      { name: 'sequelOf', targetCollection: 'Film' },
      { name: 'about', targetCollections: ['Person', 'Place'] },
    ],
    invertedIndex: configure.invertedIndex({ indexNullState: true }),
  });
  films = client.collections.use<'Film', Film>('Film');
  await person.data.insert({ id: ANN, properties: { name: 'Ann' } });
  await person.data.insert({ id: BOB, properties: { name: 'Bob' } });
  await place.data.insert({ id: OSLO, properties: { name: 'Oslo' } });
  await films.data.insert({ id: id(1), properties: { title: 'one' }, vectors: [1, 0], references: { by: ANN } });
  await films.data.insert({
    id: id(2),
    properties: { title: 'two' },
    vectors: [1, 1],
    references: { by: BOB, sequelOf: id(1) },
  });
  await films.data.insert({ id: id(3), properties: { title: 'three' }, vectors: [0, 1], references: { by: [ANN, BOB] } });
  await films.data.insert({ id: id(4), properties: { title: 'four' } });
});

/** The names of whom a film is by. */
async function by(film: string) {
  const found = await films.query.fetchObjectById(film, { returnReferences: [{ linkOn: 'by' }] });
  return found?.references?.by?.objects.map((person) => person.properties.name) ?? [];
}

async function titles(filters: FilterValue) {
  const found = await films.query.fetchObjects({ filters });
  return found.objects.map((film) => film.properties.title).sort();
}

test('the class tells what its references point to', async () => {
  await assert.rejects(films.config.addReference({ name: 'shotIn', targetCollection: 'Nothing' }));
  await films.config.addReference({ name: 'shotIn', targetCollection: 'Place' });

  const { references } = await films.config.get();

  const targets = Object.fromEntries(references.map((each) => [each.name, each.targetCollections]));
  assert.deepEqual(targets, { by: ['Person'], sequelOf: ['Film'], about: ['Person', 'Place'], shotIn: ['Place'] });
});

test('targets come with what was asked of them', async () => {
  const found = await films.query.fetchObjectById(id(3), {
    returnReferences: [{ linkOn: 'by', returnProperties: ['name'], returnMetadata: ['creationTime'] }],
  });

  const [ann, bob] = found?.references?.by?.objects ?? [];
  assert.equal(ann.uuid, ANN);
  assert.deepEqual(ann.properties, { name: 'Ann' });
  assert.ok(ann.metadata?.creationTime instanceof Date);
  assert.equal(bob.uuid, BOB);
});

test('references come only when they are asked for', async () => {
  const found = await films.query.fetchObjectById(id(1));

  assert.equal(found?.references?.by, undefined);
});

// One behind the other they are not: this client sends the first only.
test('references may lead to the collection that they are from', async () => {
  const found = await films.query.fetchObjectById(id(2), { returnReferences: [{ linkOn: 'sequelOf' }, { linkOn: 'by' }] });

  assert.equal(found?.references?.sequelOf?.objects[0].properties.title, 'one');
  assert.equal(found?.references?.by?.objects[0].properties.name, 'Bob');
});

test('a property may point to several collections', async () => {
  const about = (uuids: string, targetCollection: string) =>
    films.data.referenceAdd({ fromUuid: id(1), fromProperty: 'about', to: { uuids, targetCollection } });
  await about(BOB, 'Person');
  await about(OSLO, 'Place');

  const found = await films.query.fetchObjectById(id(1), {
    returnReferences: [{ linkOn: 'about', targetCollection: 'Place' }],
  });

  assert.deepEqual(
    found?.references?.about?.objects.map((place) => place.properties.name),
    ['Oslo'],
  );
  const oslo = films.filter.byRefMultiTarget('about', 'Place').byProperty('name').equal('Oslo');
  assert.deepEqual(await titles(oslo), ['one']);
});

test('single references are added, replaced and deleted', async () => {
  const one = { fromUuid: id(1), fromProperty: 'by' };
  await films.data.referenceAdd({ ...one, to: BOB });
  assert.deepEqual(await by(id(1)), ['Ann', 'Bob']);
  await films.data.referenceDelete({ ...one, to: ANN });
  assert.deepEqual(await by(id(1)), ['Bob']);
  await films.data.referenceReplace({ ...one, to: [BOB, ANN] });
  assert.deepEqual(await by(id(1)), ['Bob', 'Ann']);
  const kept = await films.query.fetchObjectById(id(1), { includeVector: true });
  assert.deepEqual(kept?.vectors.default, [1, 0]);
});

test('what is not there cannot be pointed to', async () => {
  await assert.rejects(films.data.referenceAdd({ fromUuid: id(1), fromProperty: 'by', to: NOBODY }));
  await assert.rejects(films.data.referenceAdd({ fromUuid: NOBODY, fromProperty: 'by', to: ANN }));
  await assert.rejects(films.data.insert({ properties: { title: 'five' }, references: { by: NOBODY } }));
});

test('an update adds and a replacement replaces', async () => {
  await films.data.update({ id: id(1), properties: { title: '1' }, references: { by: BOB } });
  assert.deepEqual(await by(id(1)), ['Ann', 'Bob']);
  await films.data.replace({ id: id(1), properties: { title: '1' }, references: { by: BOB } });
  assert.deepEqual(await by(id(1)), ['Bob']);
});

test('many references are added and fail one by one', async () => {
  const answer = await films.data.referenceAddMany([
    { fromUuid: id(4), fromProperty: 'by', to: ANN },
    { fromUuid: NOBODY, fromProperty: 'by', to: ANN },
    { fromUuid: id(4), fromProperty: 'sequelOf', to: id(1) },
  ]);

  assert.equal(answer.hasErrors, true);
  assert.deepEqual(Object.keys(answer.errors), ['1']);
  assert.deepEqual(await by(id(4)), ['Ann']);
});

test('many objects are inserted with references', async () => {
  const answer = await films.data.insertMany([
    { id: id(5), properties: { title: 'five' }, references: { by: ANN } },
    { id: id(6), properties: { title: 'six' }, references: { by: NOBODY } },
  ]);

  assert.deepEqual(Object.keys(answer.errors), ['1']);
  assert.deepEqual(await by(id(5)), ['Ann']);
});

test('what is behind references is filtered by', async () => {
  // One for each use: the client's own are spent when they are used.
  const isBy = (name: string) => films.filter.byRef('by').byProperty('name').equal(name);
  assert.deepEqual(await titles(isBy('Ann')), ['one', 'three']);
  assert.deepEqual(await titles(Filters.and(isBy('Ann'), isBy('Bob'))), ['three']);
  assert.deepEqual(await titles(films.filter.byRef('by').byId().equal(BOB)), ['three', 'two']);
  assert.deepEqual(await titles(films.filter.byRef('sequelOf').byRef('by').byProperty('name').equal('Ann')), ['two']);
});

test('references are counted', async () => {
  assert.deepEqual(await titles(films.filter.byRefCount('by').equal(0)), ['four']);
  assert.deepEqual(await titles(films.filter.byRefCount('by').greaterThan(1)), ['three']);
  assert.deepEqual(await titles(films.filter.byRefCount('by').notEqual(1)), ['four', 'three']);
});

test('hits are grouped by what they point to', async () => {
  const found = await films.query.nearVector([1, 0], {
    limit: 4,
    groupBy: { property: 'by' as never, numberOfGroups: 5, objectsPerGroup: 5 },
  });

  const sizes = Object.fromEntries(Object.values(found.groups).map((group) => [group.name, group.numberOfObjects]));
  assert.deepEqual(sizes, { [`weaviate://localhost/Person/${ANN}`]: 2, [`weaviate://localhost/Person/${BOB}`]: 2 });
});

test('what points to something is deleted', async () => {
  const answer = await films.data.deleteMany(films.filter.byRef('by').byProperty('name').equal('Bob'));

  assert.equal(answer.successful, 2);
  assert.deepEqual(await titles(films.filter.byRefCount('by').lessOrEqual(5)), ['four', 'one']);
});
