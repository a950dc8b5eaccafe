/** The words of the context menu. */
import { i18n } from "#i18n";
import type { MenuWords } from "./menus.ts";

export function menuWords(): MenuWords {
  return {
    veil: {
      show: i18n.t("menu.show"),
      showPicture: i18n.t("menu.showPicture"),
      spare: i18n.t("veil.spare"),
      seen: i18n.t("veil.seen"),
      read: i18n.t("veil.read"),
      seenAll: i18n.t("veil.seenAll"),
    },
    hide: i18n.t("menu.hide"),
    of: (title) => i18n.t("menu.of", [title]),
    ofOther: i18n.t("menu.ofOther"),
    revealAll: i18n.t("page.revealAll"),
  };
}
