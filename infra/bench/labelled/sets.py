"""Makes sets of texts with labels, to measure retrieval: python3 sets.py debian|news SOURCE DIRECTORY

debian SOURCE is the index of English package descriptions (Translation-en) that apt keeps, unpacked. A query is a
package's one-line description, its one relevant document the paragraphs below it.
news SOURCE is the wheel of the Python package gensim, which carries 50 news items of 51 to 126 words and how alike people
found each two of them (Lee, Pincombe and Welsh 2005). Each item is a query, and the other 49 are graded by its readers.

Writes corpus.jsonl, queries.jsonl and qrels.tsv, in the layout that retrieval benchmarks use.
"""

import hashlib
import json
import pathlib
import sys
import zipfile

DOCUMENTS = 2000
QUERIES = 1000
SHORTEST = 100
TEST_DATA = "gensim/test/test_data/"
GRADES = 5


def debian(source):
    """Distinct descriptions, drawn by a hash of the package's name so that everybody draws the same."""
    items, seen = [], set()
    for paragraph in pathlib.Path(source).read_text(encoding="utf-8").split("\n\n"):
        lines = paragraph.splitlines()
        at = next((i for i, line in enumerate(lines) if line.startswith("Description-en: ")), None)
        if at is None:
            continue
        query = lines[at].split(": ", 1)[1].strip()
        parts = [part.strip() for part in "\n".join(line[1:] for line in lines[at + 1 :]).split("\n.\n")]
        # Packages of one source share their first paragraph, and none of them would be the one that is meant.
        keys = {("name", lines[0]), ("text", parts[0]), ("query", query.lower())}
        document = " ".join(" ".join(parts).split())
        if len(document) >= SHORTEST and not keys & seen:
            items.append((lines[0].split(": ", 1)[1], query, document))
        seen |= keys
    items.sort(key=lambda item: hashlib.sha256(item[0].encode()).digest())
    chosen = items[:DOCUMENTS]
    documents = [(name, document) for name, _, document in chosen]
    queries = [(f"about {name}", query) for name, query, _ in chosen[:QUERIES]]
    return documents, queries, [(f"about {name}", name, 1) for name, _, _ in chosen[:QUERIES]]


def news(source):
    """A grade is the mean of what readers said from 1 to 5, of which the file has the fifth, less 1."""
    with zipfile.ZipFile(source) as wheel:
        items = wheel.read(TEST_DATA + "lee.cor").decode("latin-1").splitlines()
        alike = [
            [float(value) for value in line.split("\t")]
            for line in wheel.read(TEST_DATA + "similarities0-1.txt").decode().splitlines()
        ]
    documents = [(str(i), item) for i, item in enumerate(items)]
    labels = [
        (str(i), str(j), round(GRADES * alike[min(i, j)][max(i, j)] - 1, 4))
        for i in range(len(items))
        for j in range(len(items))
        if i != j
    ]
    return documents, documents, labels


def main():
    kind, source, directory = sys.argv[1:]
    documents, queries, labels = {"debian": debian, "news": news}[kind](source)
    directory = pathlib.Path(directory)
    directory.mkdir(parents=True, exist_ok=True)
    for name, texts in (("corpus.jsonl", documents), ("queries.jsonl", queries)):
        with open(directory / name, "w", encoding="utf-8") as file:
            for identity, text in texts:
                print(json.dumps({"_id": identity, "text": text}), file=file)
    with open(directory / "qrels.tsv", "w", encoding="utf-8") as file:
        print("query-id\tcorpus-id\tscore", file=file)
        for label in labels:
            print(*label, sep="\t", file=file)
    print(f"{len(documents)} documents, {len(queries)} queries, {len(labels)} labels in {directory}")


if __name__ == "__main__":
    main()
