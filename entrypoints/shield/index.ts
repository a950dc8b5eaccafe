/**
 * The shield in every frame. Wires the browser to lib/page and lib/detect, and no more than that: each line here runs
 * in each frame of each page. No polyfill: the few calls below take callbacks in Chromium and Firefox alike.
 */
import { cues, names, tables } from "virtual:catalog/tables";
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { readCues } from "../../lib/detect/cues.ts";
import { createDetector } from "../../lib/detect/detect.ts";
import { createGate, type Gate } from "../../lib/detect/gate.ts";
import { decodeNames, type NameIndex } from "../../lib/detect/names.ts";
import { createRuleSet } from "../../lib/detect/rules/ruled.ts";
import { isPageCommand, type RecallAnswer, type SiteAnswer, type Summary } from "../../lib/messages.ts";
import { selectedWords } from "../../lib/page/selection.ts";
import { startShield } from "../../lib/page/shield.ts";
import { siteHost } from "../../lib/page/site-host.ts";
import { watchPause } from "../../lib/preferences/pause.ts";
import { isSiteOff } from "../../lib/preferences/site.ts";
import { readSnapshot, type Snapshot, snapshotKey } from "../../lib/preferences/snapshot.ts";
import type { CatalogHolder } from "../../lib/ui/options/tables.ts";
import { chrome, openShadow, say, send } from "./chrome.ts";

// Nothing of the catalog is touched before the first text; of most pages it is the names alone that ever are.
let decoded: NameIndex | undefined;
const index = () => (decoded ??= decodeNames(names()));
let asked: Gate | undefined;
const gate: Gate = (text) => (asked ??= createGate(index()))(text);

/** Text in other formats is not prose. */
const readable = /html|xml|text\/plain/;

/**
 * Unlisted, for a content script of wxt's would bring its own runtime into every frame and tell the page of itself by
 * an event with the extension's id. wxt.config.ts puts it into the manifest.
 */
export default defineUnlistedScript(() => {
  // A page of the extension itself has asked for this file, for the sake of the catalog (lib/ui/options/tables.ts).
  if (location.protocol.endsWith("-extension:")) {
    (globalThis as CatalogHolder).catalog = tables;
    return;
  }
  if (!readable.test(document.contentType)) return;
  let snapshot: Snapshot | undefined;
  let host = siteHost(window);
  // The answer may come before the shield is there, and a newer one before an older.
  const receive = (value: unknown) => {
    const next = readSnapshot(value);
    if (snapshot && next.revision < snapshot.revision) return;
    snapshot = next;
    pause.forget();
    update();
  };
  const load = () => {
    try {
      chrome.storage.local.get(snapshotKey, (values) => receive(values?.[snapshotKey]));
    } catch {
      // Then nothing counts as watched.
    }
  };
  load();

  // Of a page that is prerendered the tab is the one whose page is in front: it waits until it is that itself.
  const tell = (summary?: Summary) => {
    // An element of the page that has this name is none of it.
    if ((document as { prerendering?: unknown }).prerendering !== true) send({ type: "summary", summary });
  };
  const tellNow = () => tell(shield.summary());
  addEventListener("prerenderingchange", tellNow, true);

  const life = new AbortController();
  const shield = startShield({
    document,
    signal: life.signal,
    gate,
    detector: () => createDetector(tables(), index()),
    rules: createRuleSet(() => readCues(cues())),
    onReveal: (keys) => send({ type: "revealed", keys }),
    recall: (done) =>
      send({ type: "recall" }, (answer) => done((answer as RecallAnswer | undefined)?.keys ?? [])),
    onSpare: (keys) => send({ type: "spare", keys }),
    onSeen: ({ show, where }) => send({ type: "seen", show, where }),
    say,
    recoverable: import.meta.env.FIREFOX,
    openShadow,
    onReturn: load,
    onPoint: (items) => send({ type: "pointed", items }),
    onChange: tell,
  });
  const update = () => {
    const off = isSiteOff(snapshot?.sitesOff ?? [], host) || pause.paused(snapshot?.pause ?? null);
    shield.update(snapshot, !off);
  };
  const pause = watchPause({
    now: Date.now,
    // Not `setTimeout` itself: it may be called on nothing but the window.
    later: (run, ms) => setTimeout(run, ms),
    ask: (answer) => send({ type: "paused" }, (held) => answer(held === true)),
    changed: update,
  });
  if (snapshot) update();

  chrome.storage.onChanged.addListener((changes, area) => {
    const change = changes[snapshotKey];
    if (area === "local" && change) receive(change.newValue);
  });
  chrome.runtime.onMessage.addListener((message, _sender, answer) => {
    if (!isPageCommand(message)) return;
    if (message.type === "reveal-all") shield.revealAll();
    else if (message.type === "hide-again") shield.hideAgain();
    else if (message.type === "where") answer({ host: location.hostname });
    else if (message.type === "selection") {
      // The first answer counts, so only a frame in which something is selected gives one.
      const text = selectedWords(getSelection());
      if (text) answer(text);
    } else if (message.type === "choose") shield.choose(message.item);
    else if (message.type === "next-veil") shield.nextVeil();
    else tellNow();
  });
  if (host === undefined)
    send({ type: "site" }, (answer) => {
      host = (answer as SiteAnswer | undefined)?.host;
      update();
    });
});
