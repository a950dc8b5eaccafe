/**
 * What takes seconds to compile is kept on the disk, for every build, script and worker of the tests compiles the same.
 * It is found under the hash of all that it is made of: files, sources of the compilers, packages, Node.
 */
import { createHash, randomUUID } from "node:crypto";
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const keptFolder = join(root, ".cache/catalog");

/** So many of one kind stay: a catalog that is edited has a new one each time. */
const mostKept = 8;

const digest = (text: string) => createHash("sha256").update(text).digest("hex");

/** Folders and files of the project, as one hash of their names and bytes. */
export function hashOf(paths: readonly string[], base = root): string {
  const hash = createHash("sha256");
  for (const path of paths) {
    const whole = join(base, path);
    const files = statSync(whole).isDirectory()
      ? readdirSync(whole, { recursive: true, encoding: "utf8" })
          .sort()
          .map((file) => join(path, file))
      : [path];
    for (const file of files) {
      if (statSync(join(base, file)).isDirectory()) continue;
      const bytes = readFileSync(join(base, file));
      hash.update(`${file.replaceAll("\\", "/")} ${bytes.length}\n`).update(bytes);
    }
  }
  return hash.digest("hex");
}

const compilers = () => hashOf(["lib/catalog", "lib/detect", "package-lock.json"]);
/** Of those that this process runs, whatever stands in their files later. */
const loaded = compilers();

/**
 * What `make` gives, or what it gave when it was last asked the same; it has to be JSON.
 * `name`: a word for its file. `from`: what else than the compilers' sources it is made of, as text. Throws what `make`
 * throws; that nothing can be read or written is no reason not to make it.
 */
export function kept<T>(name: string, from: string, make: () => T, folder = keptFolder): T {
  const key = digest([process.version, loaded, from].join("\n"));
  const file = join(folder, `${name}-${key}.json`);
  const known = read(file);
  if (known !== undefined) return JSON.parse(known) as T;
  const made = make();
  // Sources that were edited meanwhile may have been loaded before or after.
  if (compilers() === loaded) write(folder, name, file, JSON.stringify(made));
  return made;
}

/** The text in a file if it is the one that was written. */
function read(file: string): string | undefined {
  try {
    const text = readFileSync(file, "utf8");
    const end = text.indexOf("\n");
    const json = text.slice(end + 1);
    if (digest(json) !== text.slice(0, end)) return undefined;
    const now = new Date();
    utimesSync(file, now, now);
    return json;
  } catch {
    return undefined;
  }
}

/** All at once, whoever reads or writes the same at this moment. */
function write(folder: string, name: string, file: string, json: string): void {
  const draft = `${file}.${randomUUID()}`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(draft, `${digest(json)}\n${json}`);
    renameSync(draft, file);
    const age = (other: string) => statSync(join(folder, other)).mtimeMs;
    const others = readdirSync(folder).filter((other) => other.startsWith(`${name}-`));
    for (const old of others.sort((a, b) => age(b) - age(a)).slice(mostKept)) rmSync(join(folder, old));
  } catch {
    // Compiled anew next time.
    try {
      rmSync(draft);
    } catch {}
  }
}
