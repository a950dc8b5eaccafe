/** Articles for the tests: one spoiler that nobody doubts, and what surrounds it. */
export const article = (body: string, title = "Madoka Magica, ten years on") =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><article>${body}</article></body></html>`;

export const spoiler = "In the third episode Mami is killed by the witch Charlotte, who bites off her head.";
export const harmless = "The tea that Mami pours in the first two episodes looks lovely.";

/** One veil in `#b`, none in `#a`. */
export const page = article(
  `<h1>Madoka Magica, ten years on</h1><p id="a">${harmless}</p><p id="b">I rewatched it in spring. ${spoiler} The soundtrack is by Yuki Kajiura.</p>`,
);

export const show = { id: "madoka-magica", title: "Puella Magi Madoka Magica" } as const;
