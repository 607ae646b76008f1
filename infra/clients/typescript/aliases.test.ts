/** What a program written for Weaviate does with aliases: other names of a collection. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import weaviate, { dataType, vectors, type WeaviateClient } from 'weaviate-client';

const ID = '11111111-2222-4333-8444-555555555555';

let client: WeaviateClient;

before(async () => {
  client = await weaviate.connectToLocal({
    port: Number(process.env.HTTP_PORT ?? 8080),
    grpcPort: Number(process.env.GRPC_PORT ?? 50051),
  });
});

beforeEach(async () => {
  await remove();
  for (const name of ['Play', 'Series']) {
    await client.collections.create({
      name,
      vectorizers: vectors.selfProvided(),
      properties: [{ name: 'title', dataType: dataType.TEXT }],
    });
  }
  await client.alias.create({ alias: 'Show', collection: 'Play' });
});

after(async () => {
  await remove();
  await client.close();
});

async function remove() {
  for (const { alias } of (await client.alias.listAll()) ?? []) {
    await client.alias.delete(alias);
  }
  await client.collections.delete('Play');
  await client.collections.delete('Series');
}

test('aliases are listed and found', async () => {
  await client.alias.create({ alias: 'Soap', collection: 'Series' });

  assert.deepEqual(
    (await client.alias.listAll())?.map((each) => each.alias),
    ['Show', 'Soap']
  );
  assert.equal((await client.alias.listAll({ collection: 'Series' }))?.length, 1);
  assert.equal((await client.alias.get('Show')).alias, 'Show');
});

test('a name is taken once', async () => {
  await assert.rejects(client.alias.create({ alias: 'Show', collection: 'Series' }));
  await assert.rejects(client.alias.create({ alias: 'Series', collection: 'Play' }));
  await assert.rejects(client.alias.create({ alias: 'Other', collection: 'Nothing' }));
  await assert.rejects(client.collections.create({ name: 'Show' }));
});

test('objects are written and found by an alias', async () => {
  const shows = client.collections.use('Show');
  await shows.data.insert({ id: ID, properties: { title: 'Hamlet' }, vectors: [1, 0] });

  const plays = client.collections.use('Play');
  assert.equal((await plays.query.fetchObjectById(ID))?.properties.title, 'Hamlet');
  assert.equal((await shows.query.bm25('hamlet')).objects.length, 1);
  assert.equal((await shows.query.nearVector([1, 0])).objects[0]?.uuid, ID);
  assert.equal((await shows.aggregate.overAll()).totalCount, 1);
  assert.equal((await shows.config.get()).name, 'Play');
});

test('an alias comes to mean another collection', async () => {
  await client.collections.use('Show').data.insert({ title: 'Hamlet' });

  await client.alias.update({ alias: 'Show', newTargetCollection: 'Series' });

  assert.equal((await client.collections.use('Show').aggregate.overAll()).totalCount, 0);
  assert.equal((await client.collections.use('Play').aggregate.overAll()).totalCount, 1);
});

test('a deleted alias leaves its collection', async () => {
  await client.alias.delete('Show');

  assert.equal(await client.collections.exists('Play'), true);
  assert.deepEqual(await client.alias.listAll(), []);
});
