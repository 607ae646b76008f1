/** Server-side batching: what a program does that imports by a stream. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import weaviate, { dataType, generateUuid5, vectors, type WeaviateClient } from 'weaviate-client';

// The client counts what is under way by operations of sets that Node has from 22 on; before, its streams end at once.
const streams = { skip: 'difference' in Set.prototype ? false : 'this client streams with Node 22 or newer only' };

let client: WeaviateClient;

// Nothing but local defaults; HTTP_PORT and GRPC_PORT say where else to look.
const connect = () =>
  weaviate.connectToLocal({
    port: Number(process.env.HTTP_PORT ?? 8080),
    grpcPort: Number(process.env.GRPC_PORT ?? 50051),
  });

before(async () => {
  console.info = () => {}; // the client tells of each step
  client = await connect();
});

beforeEach(async () => {
  await client.collections.delete('Film');
});

after(async () => {
  await client.collections.delete('Film');
  await client.close();
});

const create = () =>
  client.collections.create({
    name: 'Film',
    vectorizers: vectors.selfProvided(),
    properties: [{ name: 'title', dataType: dataType.TEXT }],
  });

const id = (i: number) => generateUuid5(String(i), 'film');

const film = (i: number) => ({
  id: id(i),
  properties: { title: `film ${i}` } as Record<string, any>,
  vectors: [i % 7, 1, i],
});

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i);

test('ingest stores every object and tells of each', streams, async () => {
  const films = await create();
  const result = await films.data.ingest(numbers(1234).map(film));
  assert.equal(result.hasErrors, false);
  assert.equal(Object.keys(result.uuids).length, 1234);
  assert.equal(result.uuids[17], id(17));
  assert.equal(await films.length(), 1234);
});

test('what was ingested is found by the next query', streams, async () => {
  const films = await create();
  await films.data.ingest(numbers(50).map(film));
  const near = await films.query.nearVector([20 % 7, 1, 20], { limit: 1 });
  assert.equal(near.objects[0].properties.title, 'film 20');
  const words = await films.query.bm25('49', { limit: 1 });
  assert.equal(words.objects[0].uuid, id(49));
});

test('vectors are made for objects that bring none', streams, async () => {
  const films = await client.collections.create({
    name: 'Film',
    vectorizers: vectors.text2VecTransformers(),
    properties: [{ name: 'title', dataType: dataType.TEXT }],
  });
  const titles = ['a shark at the beach', 'a family at Christmas', 'a ship in space'];
  const result = await films.data.ingest(numbers(120).map((i) => ({ properties: { title: titles[i % 3] } })));
  assert.equal(result.hasErrors, false);
  const near = await films.query.nearText('a dangerous fish', { limit: 1 });
  assert.match(String(near.objects[0].properties.title), /shark/);
});

test('each object that fails is named and no other fails', streams, async () => {
  const films = await create();
  const objects = numbers(300).map(film);
  objects[100].properties = { title: 7 };
  objects[200].vectors = [1];
  const result = await films.data.ingest(objects);
  assert.equal(result.hasErrors, true);
  assert.deepEqual(Object.keys(result.errors).map(Number), [100, 200]);
  assert.match(result.errors[100].message, /title/);
  assert.equal(await films.length(), 298);
});

test('an object that is sent again takes the place of the first', streams, async () => {
  const films = await create();
  await films.data.ingest(numbers(200).map(film));
  await films.data.ingest(numbers(200).map((i) => ({ ...film(i), properties: { title: `other ${i}` } })));
  assert.equal(await films.length(), 200);
  assert.equal((await films.query.fetchObjectById(id(5)))?.properties.title, 'other 5');
});

test('objects without an id are told by the one they get', streams, async () => {
  const films = await create();
  const result = await films.data.ingest(numbers(30).map((i) => ({ properties: { title: `film ${i}` } })));
  assert.equal(new Set(Object.values(result.uuids)).size, 30);
  assert.equal(await films.length(), 30);
});

test('a stream of the client takes several collections', streams, async () => {
  await create();
  await client.collections.delete('Book');
  await client.collections.create({ name: 'Book', vectorizers: vectors.selfProvided() });
  const batch = await client.batch.stream();
  for (const i of numbers(100)) {
    await batch.addObject({ collection: i % 2 ? 'Film' : 'Book', ...film(i) });
  }
  await batch.stop();
  assert.equal(batch.hasErrors(), false);
  assert.equal(await client.collections.use('Film').length(), 50);
  assert.equal(await client.collections.use('Book').length(), 50);
  await client.collections.delete('Book');
});

test('nothing ingested is nothing wrong', streams, async () => {
  const films = await create();
  const result = await films.data.ingest([]);
  assert.equal(result.hasErrors, false);
  assert.equal(await films.length(), 0);
});

test('several streams at once lose nothing', streams, async () => {
  const films = await create();
  const results = await Promise.all(
    [0, 1, 2].map(async (part) => {
      const own = await connect();
      const result = await own.collections
        .use('Film')
        .data.ingest(numbers(300).map((i) => film(part * 300 + i)));
      await own.close();
      return result;
    }),
  );
  assert.ok(results.every((result) => !result.hasErrors));
  assert.equal(await films.length(), 900);
});
