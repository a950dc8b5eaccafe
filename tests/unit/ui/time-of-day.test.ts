import { expect, test } from "vitest";
import { timeOfDay } from "../../../lib/ui/time-of-day.ts";

test("hours are written as people write them", () => {
  expect(timeOfDay(new Date(2026, 0, 1, 14, 5).getTime()).replace(/\s/, " ")).toBe("2:05 PM");
});
