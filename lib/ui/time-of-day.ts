/** A time of this day, as the reader's language writes it. */
import { i18n } from "#i18n";

/** `time`: milliseconds since 1970. "2:35 PM" in English, "14:35" in German. */
export const timeOfDay = (time: number): string =>
  new Date(time).toLocaleTimeString(i18n.t("app.lang"), { hour: "numeric", minute: "2-digit" });
