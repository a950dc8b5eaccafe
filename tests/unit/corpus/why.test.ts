import { describe, expect, it } from "vitest";
import { loadShows } from "../../corpus/detector.ts";
import { why } from "../../corpus/why.ts";

const shows = loadShows().filter(({ id }) => id === "madoka-magica");
const title = "Madoka Magica review";

describe("npm run why", () => {
  it("names the mention, the cue, the fact and what each level does", () => {
    const lines = why({ text: "Mami dies in the third episode. It rained.", title }, shows);
    const [first, second] = lines.join("\n").split("\n\n");
    expect(first).toContain('"Mami" → Mami Tomoe, Puella Magi Madoka Magica');
    expect(first).toMatch(/cues: {3}dies ×1/);
    expect(first).toContain('death "mami-dies", part 1, episode 3');
    expect(first).toContain("certain hides");
    expect(second).toMatch(/names: {2}none[\s\S]*certain shows/);
  });

  it("says when a text is not looked at, and what would change that", () => {
    expect(why({ text: "She is eaten in the end." }, shows)[0]).toContain("Not looked at");
    expect(why({ text: "She is eaten in the end.", headings: ["Mami Tomoe"] }, shows).join()).toContain(
      "by section",
    );
  });

  it("says how a text in another language is read", () => {
    const text = "Mami muere en el tercer episodio.";
    expect(why({ text, title: "Reseña de Madoka Magica" }, shows)[0]).toBe(
      "Read as: mami dies in the third episode",
    );
  });

  it("reads what stands before the text", () => {
    const lines = why({ text: "She is killed.", before: ["Mami Tomoe pours tea."] }, shows);
    expect(lines.join("\n")).toMatch(/by (recent|page|paragraph)/);
  });
});
