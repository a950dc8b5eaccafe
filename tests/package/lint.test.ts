/** What `web-ext lint` runs, over the built package: no error, no warning, no notice. */
import { fileURLToPath } from "node:url";
import linter from "addons-linter";
import { expect, it } from "vitest";

interface Message {
  readonly code: string;
  readonly message: string;
  readonly file?: string;
}

it("passes the linter of addons.mozilla.org without a word", async () => {
  const folder = fileURLToPath(new URL("../../.output/firefox-mv2", import.meta.url));
  const config = { _: [folder], logLevel: "fatal", output: "none", stack: false, warningsAsErrors: false };
  const run = linter.createInstance({ config, runAsBinary: false });
  const found = (await run.run({ _console: { log() {}, error() {} } })) as Record<string, Message[]>;
  const all = [...found.errors!, ...found.warnings!, ...found.notices!];
  expect(all.map(({ code, file, message }) => `${code} ${file}: ${message}`)).toEqual([]);
}, 60_000);
