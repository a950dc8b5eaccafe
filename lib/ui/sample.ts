/** A show that does not exist, for whoever wants to see a veil without being told anything. */
import { i18n } from "#i18n";
import type { Detector, Finding } from "../detect/types.ts";

/** Id of the show that does not exist. */
export const sampleShow = "sample";

export function sampleText(): { readonly title: string; readonly paragraphs: readonly string[] } {
  return {
    title: i18n.t("sample.title"),
    paragraphs: [[i18n.t("sample.before"), i18n.t("sample.spoiler"), i18n.t("sample.after")].join(" ")],
  };
}

/** Finds the sample's one spoiler, in the sample's own words. */
export function createSampleDetector(): Detector {
  const context = { topical: false };
  return {
    begin: () => context,
    read(passage, before) {
      const spoiler = i18n.t("sample.spoiler");
      const start = passage.text.indexOf(spoiler);
      const finding: Finding = {
        start,
        end: start + spoiler.length,
        show: sampleShow,
        title: i18n.t("sample.title"),
        spoiler: 0,
        kind: "identity",
        where: { part: 1, episode: 9 },
        score: 1,
        why: { by: "title" },
      };
      return { findings: start < 0 ? [] : [finding], after: before };
    },
  };
}
