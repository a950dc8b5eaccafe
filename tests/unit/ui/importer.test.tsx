// @vitest-environment happy-dom
import { render } from "preact";
import { act } from "preact/test-utils";
import { beforeEach, expect, test, vi } from "vitest";
import { i18n } from "#i18n";
import { applyEdit, type Choices, defaults, type Edit } from "../../../lib/preferences/choices.ts";
import { createEngine } from "../../../lib/ui/exchange/engine.ts";
import { Exporter } from "../../../lib/ui/exchange/exporter.tsx";
import { Importer } from "../../../lib/ui/exchange/importer.tsx";
import { malFile } from "../exchange/fixtures.ts";

// The real thing, with the real catalog.
const engine = createEngine();
const load = async () => engine;

let choices: Choices;
let edits: Edit[];
let works: boolean;

beforeEach(() => {
  choices = { ...defaults };
  edits = [];
  works = true;
  document.body.innerHTML = "<div id=root></div>";
  draw();
});

const apply = async (edit: Edit) => {
  if (!works) return false;
  edits.push(edit);
  choices = applyEdit(choices, edit);
  draw();
  return true;
};
const draw = () =>
  render(<Importer choices={choices} apply={apply} load={load} />, document.getElementById("root")!);

const query = <E extends Element = HTMLElement>(selector: string) => document.querySelector<E>(selector);
const texts = (selector: string) => [...document.querySelectorAll(selector)].map((e) => e.textContent);
const button = (text: string) =>
  [...document.querySelectorAll("button")].find((b) => b.textContent?.trim() === text);
async function press(text: string) {
  await act(async () => button(text)!.click());
  await settled();
}

/** Until the page shows something else than its progress bar. */
async function settled() {
  await vi.waitFor(() => expect(query("progress")).toBeNull(), 10_000);
  await act(async () => {});
}

async function paste(text: string) {
  await act(async () => {
    const field = query<HTMLTextAreaElement>("textarea")!;
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await press(i18n.t("exchange.read"));
}

async function choose(content: string | Uint8Array<ArrayBuffer>) {
  await act(async () => {
    const input = query<HTMLInputElement>("input[type=file]")!;
    Object.defineProperty(input, "files", { value: [new File([content], "list.txt")] });
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
  await settled();
}

test("nothing is written before the reader agrees", async () => {
  await choose(malFile([{ title: "Monster", episodes: 74, watched: 10, status: "Watching" }]));
  expect(texts(".change-title")).toEqual(["Monster"]);
  expect(query(".change-words")?.textContent).toContain("10");
  expect(document.activeElement).toBe(query("#preview-title"));
  expect(edits).toEqual([]);
  await press(i18n.t("exchange.apply", 1));
  expect(edits).toEqual([{ shows: { monster: { state: "watching", part: 1, episode: 10 } } }]);
  // Heard once: it has the focus, and is no live region besides.
  expect(document.activeElement?.textContent).toBe(i18n.t("exchange.done", 1));
  expect(document.activeElement?.closest("[role]")).toBeNull();
});

test("a show that is unticked stays as it is; cancel changes nothing at all", async () => {
  await paste("[x] Monster\n[x] Nana");
  await act(async () => query<HTMLInputElement>(".change-row input")!.click());
  await press(i18n.t("exchange.apply", 1));
  expect(edits).toEqual([{ shows: { nana: { state: "watched" } } }]);
  await press(i18n.t("exchange.another"));
  await paste("[x] Monster");
  await press(i18n.t("exchange.cancel"));
  expect(edits).toHaveLength(1);
  expect(query("textarea")).not.toBeNull();
});

test("a file that is dropped beside its place is not opened by the browser; text may be dropped anywhere", async () => {
  const refused = (type: string, ...types: string[]) => {
    const event = new Event(type, { bubbles: true, cancelable: true });
    return !document.body.dispatchEvent(Object.assign(event, { dataTransfer: { types } }));
  };
  await act(async () => {});
  // Also while a preview waits for the reader's word.
  await paste("Monster");
  for (const type of ["dragover", "drop"]) {
    expect(refused(type, "Files"), type).toBe(true);
    expect(refused(type, "text/plain"), type).toBe(false);
  }
});

test("the place to drop a file stays lit while the file is over what stands in it", async () => {
  const zone = query(".drop-zone")!;
  const drag = (type: string, relatedTarget: Element | null) =>
    act(async () => {
      zone.dispatchEvent(Object.assign(new Event(type, { bubbles: true }), { relatedTarget }));
    });
  await drag("dragover", null);
  await drag("dragleave", query(".file-button"));
  expect(zone.className).toContain("over");
  await drag("dragleave", document.body);
  expect(zone.className).not.toContain("over");
});

test("lines that are titles only mean what the reader says", async () => {
  await paste("Monster");
  expect(query(".change-words")?.textContent).toBe(i18n.t("progress.watched"));
  await act(async () => document.querySelectorAll<HTMLInputElement>("[name=plain]")[1]!.click());
  expect(query(".change-words")?.textContent).toBe(i18n.t("progress.planned"));
});

test("who is further stays so, and is shown; the list may replace it", async () => {
  choices = { ...defaults, shows: { monster: { state: "watched" } } };
  draw();
  await paste("Monster - ep 3");
  expect(texts(".change-title")).toEqual([]);
  expect(query(".kept summary")?.textContent).toBe(i18n.t("exchange.kept", 1));
  expect(button(i18n.t("exchange.apply", 0))?.disabled).toBe(true);
  await act(async () => query<HTMLInputElement>(".preview-replace input")!.click());
  await press(i18n.t("exchange.apply", 1));
  expect(choices.shows).toEqual({ monster: { state: "watching", part: 1, episode: 3 } });
});

test("what was not recognised is offered the nearest titles, and taken once one is picked", async () => {
  await paste("Monsterr\nSomething that nobody has ever heard of");
  expect(texts(".unrecognised .change-title")).toEqual([
    "Monsterr",
    "Something that nobody has ever heard of",
  ]);
  await vi.waitFor(() => expect(query("select")).not.toBeNull());
  const select = query<HTMLSelectElement>("select")!;
  expect(select.getAttribute("aria-label")).toBe(i18n.t("exchange.offer", ["Monsterr"]));
  await act(async () => {
    select.value = "monster";
    select.dispatchEvent(new Event("change", { bubbles: true }));
  });
  await press(i18n.t("exchange.apply", 1));
  expect(edits).toEqual([{ shows: { monster: { state: "watched" } } }]);
});

test("what has no title goes by its number, of whichever tracker", async () => {
  // Of no show: the largest numbers that are read.
  const kitsu = {
    type: "libraryEntries",
    attributes: { status: "current", progress: 5 },
    relationships: { anime: { data: { type: "anime", id: "999999999" } } },
  };
  await paste(JSON.stringify({ data: [kitsu] }));
  expect(texts(".unrecognised .change-title")).toEqual([i18n.t("exchange.number", ["999999999"])]);
  await press(i18n.t("exchange.cancel"));
  await paste(
    JSON.stringify({ lists: [{ series_type: 0, series_id: 999_999_998, status: 0, progress: 5 }] }),
  );
  expect(texts(".unrecognised .change-title")).toEqual([i18n.t("exchange.number", ["999999998"])]);
});

test.each([
  ["<rss></rss>", "unknownForm"],
  [new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0]), "notText"],
  ["", "empty"],
] as const)("a file that is none is refused in words: %#", async (content, fault) => {
  await choose(content as string);
  const words = query("[role=alert]")?.textContent;
  expect(words).toContain(i18n.t(`exchange.fault.${fault}`));
  expect(words).toContain(i18n.t("exchange.unchanged"));
  expect(query("textarea")).not.toBeNull();
});

test("what was typed is still there when it could not be read, or is to be changed once more", async () => {
  const typed = `Nana\n${"No title is as long as this line. ".repeat(20)}\n${"Nor this one. ".repeat(40)}`;
  await paste(typed);
  expect(query("[role=alert]")?.textContent).toContain(i18n.t("exchange.fault.unknownForm"));
  expect(query<HTMLTextAreaElement>("textarea")?.value).toBe(typed);
  await paste("Nana");
  await press(i18n.t("exchange.cancel"));
  expect(query<HTMLTextAreaElement>("textarea")?.value).toBe("Nana");
  await press(i18n.t("exchange.read"));
  await press(i18n.t("exchange.apply", 1));
  await press(i18n.t("exchange.another"));
  expect(query<HTMLTextAreaElement>("textarea")?.value).toBe("");
});

test("titles are text, whatever they look like", async () => {
  await paste("Monster <img src=x onerror=alert(1)>\nNana");
  expect(query("img")).toBeNull();
  expect(texts(".unrecognised .change-title")).toEqual(["Monster <img src=x onerror=alert(1)>"]);
});

test("a backup brings back everything, and can be read right away", async () => {
  const full: Choices = {
    ...defaults,
    shows: { monster: { state: "open" }, nana: { state: "planned" } },
    rules: [{ id: "r1", kind: "phrase", text: "the red door" }],
    sitesOff: ["a.example"],
    level: "careful",
  };
  const file = await engine.file("backup", full);
  await choose(await file.text());
  expect(query("h3")?.textContent).toBe(i18n.t("exchange.form.backup"));
  await press(i18n.t("exchange.apply", 2));
  expect(choices).toEqual(full);
});

test("what cannot be saved brings the preview back", async () => {
  works = false;
  await paste("Monster");
  await press(i18n.t("exchange.apply", 1));
  expect(texts(".change-title")).toEqual(["Monster"]);
});

test("each form is saved as a file of its own name", async () => {
  const names: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    names.push(this.download);
  });
  await act(() => render(<Exporter choices={choices} load={load} />, document.getElementById("root")!));
  for (const [i, b] of document.querySelectorAll("button").entries()) {
    await act(async () => b.click());
    await vi.waitFor(() => expect(names).toHaveLength(i + 1));
  }
  expect(names).toEqual([
    "spoiler-shield-backup.json",
    "animelist.xml",
    "animelist.xml.gz",
    "anilist.json",
    "kitsu.json",
    "anime.txt",
  ]);
});
