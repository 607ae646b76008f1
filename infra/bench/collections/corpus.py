"""Makes a corpus of real texts from the package index of a Debian or Ubuntu machine: python3 corpus.py > corpus.jsonl

One line a package: {"name", "section", "size", "text"}, the text being its one-line description and, where the
machine has them, the paragraphs below it.
"""

import json
import subprocess


def packages():
    """Yields the index's paragraphs as dictionaries."""
    index = subprocess.run(["apt-cache", "dumpavail"], capture_output=True, text=True, check=True).stdout
    for paragraph in index.split("\n\n"):
        fields, name = {}, None
        for line in paragraph.splitlines():
            if line.startswith(" ") and name:
                fields[name] += "\n" + line[1:]
            elif ": " in line:
                name, value = line.split(": ", 1)
                fields[name] = value
            elif line.endswith(":"):
                name = line[:-1]
                fields[name] = ""
        if "Package" in fields:
            yield fields


def main():
    seen = set()
    for package in packages():
        text = next((package[field] for field in ("Description", "Description-en") if package.get(field)), "")
        if text and package["Package"] not in seen:
            seen.add(package["Package"])
            text = " ".join(text.replace("\n.\n", "\n").split())
            print(
                json.dumps(
                    {
                        "name": package["Package"],
                        "section": package.get("Section", ""),
                        "size": int(package.get("Installed-Size", "0")),
                        "text": f"{package['Package']}: {text}",
                    }
                )
            )


if __name__ == "__main__":
    main()
