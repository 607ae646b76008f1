/** What a program written for Weaviate with text2vec-transformers does: create, import, search. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import weaviate, { dataType, tokenization, vectors, type WeaviateClient } from 'weaviate-client';

import { FILMS } from './films.js';

let client: WeaviateClient;

// Nothing but local defaults; HTTP_PORT and GRPC_PORT say where else to look.
before(async () => {
  client = await weaviate.connectToLocal({
    port: Number(process.env.HTTP_PORT ?? 8080),
    grpcPort: Number(process.env.GRPC_PORT ?? 50051),
  });
});

beforeEach(async () => {
  await client.collections.delete('Film');
});

after(async () => {
  await client.collections.delete('Film');
  await client.close();
});

/** The short way: title and description, vectors made for them. */
async function imported() {
  const films = await client.collections.create({
    name: 'Film',
    vectorizers: vectors.text2VecTransformers(),
    properties: [
      { name: 'title', dataType: dataType.TEXT },
      { name: 'description', dataType: dataType.TEXT },
    ],
  });
  const answer = await films.data.insertMany(FILMS);
  assert.equal(answer.hasErrors, false);
  return films;
}

test('a collection keeps every setting', async () => {
  await client.collections.create({
    name: 'Film',
    vectorizers: [
      vectors.text2VecTransformers({
        name: 'title',
        poolingStrategy: 'cls',
        sourceProperties: ['title'],
        vectorIndexConfig: weaviate.configure.vectorIndex.hnsw({ distanceMetric: 'dot', ef: 200 }),
      }),
      vectors.text2VecTransformers({ name: 'elsewhere', inferenceUrl: 'http://vectors:8080' }),
      vectors.text2VecTransformers({
        name: 'apart',
        passageInferenceUrl: 'http://passages:8080',
        queryInferenceUrl: 'http://queries:8080',
      }),
      vectors.selfProvided({ name: 'own' }),
    ],
    properties: [
      { name: 'title', dataType: dataType.TEXT, tokenization: tokenization.FIELD, skipVectorization: true },
      { name: 'year', dataType: dataType.INT, indexRangeFilters: true },
    ],
  });

  const config = await client.collections.use('Film').config.get();

  const { title, elsewhere, apart, own } = config.vectorizers;
  assert.equal(title.vectorizer.name, 'text2vec-transformers');
  assert.deepEqual(title.properties, ['title']);
  const settings = title.vectorizer.config as Record<string, unknown>;
  assert.equal(settings.poolingStrategy, 'cls');
  const index = title.indexConfig as { distance: string; ef: number };
  assert.deepEqual([index.distance, index.ef], ['dot', 200]);
  assert.equal((elsewhere.vectorizer.config as Record<string, unknown>).inferenceUrl, 'http://vectors:8080');
  assert.equal((apart.vectorizer.config as Record<string, unknown>).passageInferenceUrl, 'http://passages:8080');
  assert.equal((apart.vectorizer.config as Record<string, unknown>).queryInferenceUrl, 'http://queries:8080');
  assert.equal(own.vectorizer.name, 'none');
  assert.equal(config.properties[0].tokenization, 'field');
  assert.equal(config.properties[1].indexRangeFilters, true);
});

test('five films are imported with vectors', async () => {
  const films = await imported();

  assert.equal(await films.length(), 5);
  for await (const film of films.iterator({ includeVector: true })) {
    assert.equal((film.vectors.default as number[]).length, 384);
  }
});

test('films are found by meaning and by words', async () => {
  const films = await imported();

  const near = await films.query.nearText('A holiday film', {
    limit: 2,
    returnMetadata: ['distance', 'certainty'],
  });
  const hybrid = await films.query.hybrid('A holiday film', {
    limit: 2,
    returnMetadata: ['score', 'explainScore'],
  });

  assert.deepEqual(near.objects.map((hit) => hit.properties.title), ['The Holiday', 'Home Alone']);
  const [first, second] = near.objects.map((hit) => hit.metadata!.distance!);
  assert.ok(0 < first && first < second && second < 1);
  assert.ok(Math.abs(near.objects[0].metadata!.certainty! - (1 - first / 2)) < 1e-5);
  assert.deepEqual(hybrid.objects.map((hit) => hit.properties.title), ['The Holiday', 'Home Alone']);
  assert.ok(hybrid.objects[0].metadata!.score! > hybrid.objects[1].metadata!.score!);
  assert.match(hybrid.objects[0].metadata!.explainScore!, /Hybrid/);
});
