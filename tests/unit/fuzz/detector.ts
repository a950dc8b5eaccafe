/** A real detector over a few real shows: quick to compile, and every rule of detection is in it. */
import { detectorFor, loadShows } from "../../corpus/detector.ts";

const ids = ["madoka-magica", "death-note", "angel-beats", "monster", "attack-on-titan", "your-lie-in-april"];
export const shows = loadShows().filter(({ id }) => ids.includes(id));
export const detector = detectorFor(shows);
export const page = detector.begin({ title: "Madoka Magica review", url: "https://blog.example/madoka" });
export const text = (words: string) => ({ text: words, role: "text", level: 0 }) as const;
