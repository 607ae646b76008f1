/** What a program written for Weaviate does with tenants: each has objects of its own, and its shard. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import weaviate, { dataType, vectors, type WeaviateClient } from 'weaviate-client';

const ID = '11111111-2222-4333-8444-555555555555';

let client: WeaviateClient;
let letters: Letters;

before(async () => {
  client = await weaviate.connectToLocal({
    port: Number(process.env.HTTP_PORT ?? 8080),
    grpcPort: Number(process.env.GRPC_PORT ?? 50051),
  });
});

beforeEach(async () => {
  letters = await made({});
});

after(async () => {
  await client.collections.delete('Letter');
  await client.close();
});

type Letters = Awaited<ReturnType<typeof made>>;

async function made(settings: { autoTenantCreation?: boolean; autoTenantActivation?: boolean }) {
  await client.collections.delete('Letter');
  return client.collections.create({
    name: 'Letter',
    multiTenancy: weaviate.configure.multiTenancy({ enabled: true, ...settings }),
    vectorizers: vectors.selfProvided(),
    properties: [
      { name: 'text', dataType: dataType.TEXT },
      { name: 'year', dataType: dataType.INT },
    ],
  });
}

/** Two of anna, one of bert, with the same id in both. */
async function filled() {
  await letters.tenants.create([{ name: 'anna' }, { name: 'bert' }]);
  const [anna, bert] = [letters.withTenant('anna'), letters.withTenant('bert')];
  await anna.data.insert({ id: ID, properties: { text: 'a letter to anna', year: 1 }, vectors: [1, 0, 0] });
  await anna.data.insert({ properties: { text: 'another letter to anna', year: 2 }, vectors: [0, 1, 0] });
  await bert.data.insert({ id: ID, properties: { text: 'a letter to bert', year: 3 }, vectors: [1, 0] });
  return [anna, bert] as const;
}

async function status() {
  const tenants = Object.values(await letters.tenants.get());
  return Object.fromEntries(tenants.map((tenant) => [tenant.name, tenant.activityStatus]));
}

const count = async (tenant: Letters) => (await tenant.aggregate.overAll()).totalCount;
const texts = (found: { objects: { properties: object }[] }) =>
  found.objects.map((hit) => (hit.properties as { text: string }).text).sort();

test('tenants are created and listed', async () => {
  assert.deepEqual(await letters.tenants.get(), {});

  await letters.tenants.create([{ name: 'anna' }, { name: 'carl', activityStatus: 'INACTIVE' }]);

  assert.deepEqual(await status(), { anna: 'ACTIVE', carl: 'INACTIVE' });
  assert.equal((await letters.config.get()).multiTenancy.enabled, true);
});

test('tenants are found by their names', async () => {
  await letters.tenants.create([{ name: 'anna' }, { name: 'bert' }]);

  assert.deepEqual(Object.keys(await letters.tenants.getByNames(['bert', 'nobody'])), ['bert']);
  assert.equal((await letters.tenants.getByName('anna'))?.name, 'anna');
  assert.equal(await letters.tenants.getByName('nobody'), null);
});

test('a removed tenant leaves nothing', async () => {
  await filled();

  await letters.tenants.remove(['anna', 'nobody']);

  assert.deepEqual(Object.keys(await letters.tenants.get()), ['bert']);
  await letters.tenants.create({ name: 'anna' });
  assert.equal(await count(letters.withTenant('anna')), 0);
});

test('objects belong to their tenant', async () => {
  const [anna, bert] = await filled();

  assert.equal((await anna.query.fetchObjectById(ID))?.properties.text, 'a letter to anna');
  await bert.data.update({ id: ID, properties: { text: 'changed' } });
  await bert.data.deleteById(ID);
  assert.equal(await bert.data.exists(ID), false);
  assert.equal((await anna.query.fetchObjectById(ID))?.properties.text, 'a letter to anna');
});

test('searches see one tenant', async () => {
  const [anna, bert] = await filled();

  assert.deepEqual(texts(await bert.query.bm25('letter')), ['a letter to bert']);
  assert.deepEqual(texts(await anna.query.nearVector([1, 0, 0], { limit: 1 })), ['a letter to anna']);
  assert.deepEqual(texts(await bert.query.nearVector([1, 0])), ['a letter to bert']);
  assert.equal((await anna.query.fetchObjects()).objects.length, 2);
});

test('a deletion by a filter is of one tenant', async () => {
  const [anna, bert] = await filled();

  const deleted = await anna.data.deleteMany(anna.filter.byProperty('year').greaterThan(0));

  assert.equal(deleted.successful, 2);
  assert.equal(await count(anna), 0);
  assert.equal(await count(bert), 1);
});

test('many objects are inserted into one tenant', async () => {
  const [anna, bert] = await filled();

  const answer = await bert.data.insertMany([{ properties: { text: 'one' } }, { properties: { text: 'two' } }]);

  assert.equal(answer.hasErrors, false);
  assert.equal(await count(bert), 3);
  assert.equal(await count(anna), 2);
});

test('a call needs a tenant that is there', async () => {
  await filled();

  for (const wrong of [letters, letters.withTenant('nobody')]) {
    await assert.rejects(wrong.query.fetchObjects());
    await assert.rejects(wrong.data.insert({ text: 'x' }));
  }
});

test('a tenant is put to sleep and woken', async () => {
  const [anna] = await filled();

  await letters.tenants.deactivate('anna');
  assert.deepEqual(await status(), { anna: 'INACTIVE', bert: 'ACTIVE' });
  await assert.rejects(anna.query.fetchObjects());

  await letters.tenants.activate('anna');
  assert.equal(await count(anna), 2);
  await assert.rejects(letters.tenants.offload('anna'));
});

test('tenants come and wake by themselves where the collection says so', async () => {
  letters = await made({ autoTenantCreation: true, autoTenantActivation: true });
  const anna = letters.withTenant('anna');

  await anna.data.insert({ text: 'hello' });
  await letters.tenants.deactivate('anna');

  assert.equal(await count(anna), 1);
  assert.deepEqual(await status(), { anna: 'ACTIVE' });
});

test('each tenant is a shard, which can be read-only', async () => {
  const [anna, bert] = await filled();

  await letters.config.updateShards('READONLY', 'anna');
  const shards = await letters.config.getShards();
  assert.deepEqual(
    shards.map((shard) => `${shard.name} ${shard.status}`),
    ['anna READONLY', 'bert READY']
  );
  await assert.rejects(anna.data.insert({ text: 'x' }));
  await bert.data.insert({ text: 'x' });

  await letters.config.updateShards('READY', 'anna');
  await anna.data.insert({ text: 'x' });
});
