/** What Firefox itself reads of the page in front, by code of its own that also enters closed shadow roots. */
import type { Browser } from "puppeteer-core";
import { inFirefoxPage, inFirefoxWindow } from "./firefox-window.ts";

/**
 * Has Firefox translate the page, from then on also what comes, and as while its find bar is open: with all that is not
 * drawn. Capitals stand for the other language.
 */
export const translate = (browser: Browser): Promise<string> =>
  inFirefoxPage(
    browser,
    `(() => {
      const { TranslationsDocument, LRUCache } = ChromeUtils.importESModule(
        "chrome://global/content/translations/translations-document.sys.mjs",
      );
      const asked = (content.asked = []);
      const answer = (data) => Promise.resolve().then(() => port.onmessage({ data }));
      const port = {
        close() {},
        postMessage({ type, translationId, sourceText }) {
          if (type.endsWith("GetEngineStatusRequest"))
            answer({ type: "TranslationsPort:GetEngineStatusResponse", status: "ready" });
          if (!type.endsWith("TranslationRequest")) return;
          asked.push(sourceText);
          const targetText = sourceText.replace(/[^<>]+(?=<|$)/g, (text) => text.toUpperCase());
          answer({ type: "TranslationsPort:TranslationResponse", translationId, targetText });
        },
      };
      const cache = new LRUCache({ sourceLanguage: "en", targetLanguage: "es" });
      const { innerWindowId } = content.windowGlobalChild;
      content.translated = new TranslationsDocument(
        content.document, "en", "es", innerWindowId, port, () => {}, () => {}, cache, true,
      );
      return "";
    })()`,
  );

/** All that has been given to the translation. */
export const translated = (browser: Browser): Promise<string> =>
  inFirefoxPage(browser, `content.asked.join("\\n")`);

/** The text of the page's veils, their closed roots included. */
export const inVeils = (browser: Browser): Promise<string> =>
  inFirefoxPage(
    browser,
    `[...content.document.querySelectorAll("spoiler-veil")].map((veil) => veil.openOrClosedShadowRoot.textContent).join("\\n")`,
  );

/** What Firefox's assistants are given of a page. */
export const extracted = (browser: Browser): Promise<string> =>
  inFirefoxWindow(
    browser,
    `gBrowser.selectedBrowser.browsingContext.currentWindowGlobal.getActor("PageExtractor").getText().then(({ text }) => text)`,
  );

/** What the reader view shows of it. */
export const readerView = (browser: Browser): Promise<string> =>
  inFirefoxPage(
    browser,
    `ChromeUtils.importESModule("moz-src:///toolkit/components/reader/ReaderMode.sys.mjs")
      .ReaderMode.parseDocument(content.document)
      .then(({ content }) => content)`,
  );
