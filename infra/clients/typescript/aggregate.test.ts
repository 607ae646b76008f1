/** Figures of many objects: over all, over filtered ones, over what a search finds, by groups. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import weaviate, { dataType, vectors, type Collection, type WeaviateClient } from 'weaviate-client';

const NAME = 'AggregatedBook';
type Book = { title: string; pages: number; price: number; sold: boolean; printed: Date; tags: string[] };

// The vectors lie at ever larger angles to the first.
const BOOKS: [Book, number[]][] = [
  [book('Emma', 100, 1.5, true, '2020-01-01T00:00:00Z', ['a', 'b']), [1, 0]],
  [book('Persuasion', 300, 2.5, false, '2020-01-02T00:00:00Z', ['a']), [0.9, 0.1]],
  [book('Emma', 300, 4, true, '2020-01-04T00:00:00Z', []), [0.5, 0.5]],
  [book('Dune', 200, 8, true, '2020-01-04T00:00:00Z', ['c', 'b']), [0, 1]],
];

function book(title: string, pages: number, price: number, sold: boolean, printed: string, tags: string[]): Book {
  return { title, pages, price, sold, printed: new Date(printed), tags };
}

let client: WeaviateClient;
let books: Collection<Book, typeof NAME>;

before(async () => {
  client = await weaviate.connectToLocal({
    port: Number(process.env.HTTP_PORT ?? 8080),
    grpcPort: Number(process.env.GRPC_PORT ?? 50051),
  });
  await client.collections.delete(NAME);
  await client.collections.create({
    name: NAME,
    vectorizers: vectors.selfProvided(),
    properties: [
      { name: 'title', dataType: dataType.TEXT },
      { name: 'pages', dataType: dataType.INT },
      { name: 'price', dataType: dataType.NUMBER },
      { name: 'sold', dataType: dataType.BOOLEAN },
      { name: 'printed', dataType: dataType.DATE },
      { name: 'tags', dataType: dataType.TEXT_ARRAY },
    ],
  });
  books = client.collections.use<typeof NAME, Book>(NAME);
  const answer = await books.data.insertMany(BOOKS.map(([properties, vector]) => ({ properties, vectors: vector })));
  assert.equal(answer.hasErrors, false);
});

after(async () => {
  await client.collections.delete(NAME);
  await client.close();
});

test('all and filtered objects are counted', async () => {
  const few = await books.aggregate.overAll({ filters: books.filter.byProperty('pages').greaterThan(200) });

  assert.equal((await books.aggregate.overAll()).totalCount, 4);
  assert.equal(few.totalCount, 2);
  assert.equal(await books.length(), 4);
});

test('whole numbers have all figures', async () => {
  const { properties } = await books.aggregate.overAll({
    returnMetrics: [books.metrics.aggregate('pages').integer(['count', 'sum', 'mean', 'median', 'mode', 'minimum', 'maximum'])],
  });

  assert.deepEqual(
    { ...properties.pages },
    { count: 4, sum: 900, mean: 225, median: 250, mode: 300, minimum: 100, maximum: 300 },
  );
});

test('numbers have all figures', async () => {
  const { properties } = await books.aggregate.overAll({
    returnMetrics: [books.metrics.aggregate('price').number(['count', 'sum', 'mean', 'median', 'mode', 'minimum', 'maximum'])],
  });

  assert.deepEqual(
    { ...properties.price },
    { count: 4, sum: 16, mean: 4, median: 3.25, mode: 1.5, minimum: 1.5, maximum: 8 },
  );
});

test('the most frequent texts are told', async () => {
  const { properties } = await books.aggregate.overAll({
    returnMetrics: [books.metrics.aggregate('title').text(['count', 'topOccurrencesOccurs', 'topOccurrencesValue'], 2)],
  });

  assert.equal(properties.title.count, 4);
  assert.deepEqual(
    properties.title.topOccurrences?.map(({ occurs, value }) => [value, occurs]),
    [['Emma', 2], ['Dune', 1]],
  );
});

test('booleans have all figures', async () => {
  const { properties } = await books.aggregate.overAll({
    returnMetrics: [books.metrics.aggregate('sold').boolean(['count', 'totalTrue', 'totalFalse', 'percentageTrue', 'percentageFalse'])],
  });

  assert.deepEqual(
    { ...properties.sold },
    { count: 4, totalTrue: 3, totalFalse: 1, percentageTrue: 0.75, percentageFalse: 0.25 },
  );
});

test('dates have all figures', async () => {
  const { properties } = await books.aggregate.overAll({
    returnMetrics: [books.metrics.aggregate('printed').date(['count', 'median', 'mode', 'minimum', 'maximum'])],
  });

  const day = (text?: string) => new Date(text!).toISOString().slice(0, 10);
  const { count, minimum, maximum, median, mode } = properties.printed;
  assert.equal(count, 4);
  assert.deepEqual([minimum, median, mode, maximum].map(day), ['2020-01-01', '2020-01-03', '2020-01-04', '2020-01-04']);
});

test('a list counts with each of its values', async () => {
  const { properties } = await books.aggregate.overAll({ returnMetrics: [books.metrics.aggregate('tags').text(['count'])] });

  assert.equal(properties.tags.count, 5);
});

test('only what fits a filter counts', async () => {
  const { properties, totalCount } = await books.aggregate.overAll({
    filters: books.filter.byProperty('title').equal('Emma'),
    returnMetrics: [books.metrics.aggregate('pages').integer(['sum'])],
  });

  assert.equal(totalCount, 2);
  assert.equal(properties.pages.sum, 400);
});

test('groups are told, the largest first', async () => {
  const groups = await books.aggregate.groupBy.overAll({
    groupBy: 'title',
    returnMetrics: [books.metrics.aggregate('pages').integer(['sum'])],
  });

  assert.deepEqual(groups[0].groupedBy, { prop: 'title', value: 'Emma' });
  assert.deepEqual([groups[0].totalCount, groups[0].properties.pages.sum], [2, 400]);
  assert.deepEqual(groups.slice(1).map((group) => group.groupedBy.value).sort(), ['Dune', 'Persuasion']);
});

test('as many groups are told as asked for', async () => {
  const groups = await books.aggregate.groupBy.overAll({ groupBy: { property: 'pages', limit: 1 } });

  assert.deepEqual(groups.map((group) => [group.groupedBy.value, group.totalCount]), [[300, 2]]);
});

test('what is near counts', async () => {
  const metrics = [books.metrics.aggregate('pages').integer(['sum'])];
  const nearest = await books.aggregate.nearVector([1, 0], { objectLimit: 2, returnMetrics: metrics });
  const within = await books.aggregate.nearVector([1, 0], { distance: 0.5, returnMetrics: metrics });

  assert.deepEqual([nearest.totalCount, nearest.properties.pages.sum], [2, 400]);
  assert.deepEqual([within.totalCount, within.properties.pages.sum], [3, 700]);
});

test('what words are found in counts', async () => {
  const found = await books.aggregate.hybrid('emma', {
    alpha: 0,
    objectLimit: 10,
    returnMetrics: [books.metrics.aggregate('pages').integer(['sum'])],
  });

  assert.deepEqual([found.totalCount, found.properties.pages.sum], [2, 400]);
});

test('a property that is not there fails', async () => {
  const weight = { kind: 'integer', propertyName: 'weight', sum: true } as never;

  await assert.rejects(books.aggregate.overAll({ returnMetrics: [weight] }));
});
