#!/usr/bin/env python3
"""Rebuilds the labelled real posts, whose text is not kept here, from mirrors of the repositories that publish them.

    POSTS_MIRROR=MIRRORS EXTRACT=FOLDER python3 rebuild.py --out DIR

FOLDER holds extract.py, by which posts are cut into blocks and sentences; MIRRORS a bare mirror of each repository as
owner+name/repo. DIR must lie outside every repository: the sentences are never committed. An entry whose sentences
differ from those that were labelled (by hash) is left out and named; then the status is 1.
"""
import argparse, hashlib, json, os, sys

sys.path.insert(0, os.environ["EXTRACT"])
import extract

CUT = {
    "md": lambda text, opts: extract.md_blocks(text, opts),
    "reddit": lambda text, opts: extract.reddit_blocks(text, opts),
    "lua_review": lambda text, opts: extract.lua_review_blocks(text, opts),
    "perso": lambda text, opts: extract.perso_blocks(text, opts),
}


def by_index(lists):
    """{show: [index, ...]} as {index: show}."""
    return {i: show or None for show, indices in (lists or {}).items() for i in indices}


def rebuild(entry):
    text = extract.read_blob(entry["repo"], entry["commit"], entry["path"])
    blocks = CUT[entry["mode"]](text, entry.get("opts", {}))
    if "ranges" in entry:
        blocks = [b for a, z in entry["ranges"] for b in blocks[a:z]]
    flat = [s for _, ss in blocks for s in ss]
    if hashlib.sha256("\n".join(flat).encode()).hexdigest()[:8] != entry["hash"]:
        raise ValueError("the sentences differ from those that were labelled")
    spoilers, leaning = by_index(entry.get("spoilers")), by_index(entry.get("borderline"))
    clean = set(entry.get("borderlineClean", []))
    out, i = [], 0
    for tag, ss in blocks:
        sentences = []
        for s in ss:
            label = {"text": s, "label": int(i in spoilers or i in leaning), "show": spoilers.get(i, leaning.get(i))}
            if i in leaning or i in clean:
                label["borderline"] = True
            sentences.append(label)
            i += 1
        out.append({"tag": tag, "sentences": sentences})
    return {"repo": entry["repo"], "path": entry["path"], "kind": "real", "blocks": out}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", required=True)
    out = parser.parse_args().out
    os.makedirs(out, exist_ok=True)
    here = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(here, "labels.json"), encoding="utf-8") as f:
        entries = json.load(f)
    failed = 0
    for n, entry in enumerate(entries):
        try:
            doc = rebuild(entry)
        except Exception as e:
            failed += 1
            print(f"{entry['repo']} {entry['path']}: {e}", file=sys.stderr)
            continue
        with open(os.path.join(out, f"{n:04}.json"), "w", encoding="utf-8") as f:
            json.dump(doc, f, ensure_ascii=False)
    print(f"{len(entries) - failed} rebuilt, {failed} failed")
    sys.exit(1 if failed else 0)


main()
