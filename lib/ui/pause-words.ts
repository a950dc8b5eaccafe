/** A pause in words: until when, and what it means. */
import { i18n } from "#i18n";
import type { Pause } from "../preferences/choices.ts";
import { timeOfDay } from "./time-of-day.ts";

export const pauseWords = ({ until }: Pause): string =>
  until === "restart" ? i18n.t("pause.untilRestart") : i18n.t("pause.until", [timeOfDay(until)]);
