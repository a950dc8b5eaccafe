/**
 * A sentence about a show that does not exist, veiled by the real shield: to be looked at, opened, and hidden again.
 */
import { useMemo, useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { Say } from "../page/words.ts";
import { defaults, type Look } from "../preferences/choices.ts";
import { type Snapshot, snapshotVersion } from "../preferences/snapshot.ts";
import { createSampleDetector, sampleShow, sampleText } from "./sample.ts";
import { ShieldFrame } from "./shield-frame.tsx";

export function SampleVeil({ look, say }: { readonly look: Look; readonly say: Say }) {
  const [seen, setSeen] = useState(false);
  const [revealed, setRevealed] = useState(false);
  /** A new page for each round: what has been revealed is hidden again. */
  const [round, setRound] = useState(0);
  const sample = useMemo(sampleText, []);
  const detector = useMemo(() => createSampleDetector, []);
  const { style, strength, label } = look;
  const snapshot = useMemo((): Snapshot => {
    const shows = seen ? { [sampleShow]: { state: "watched" as const } } : {};
    return { ...defaults, version: snapshotVersion, revision: 1, shows, look: { style, strength, label } };
  }, [seen, style, strength, label]);
  return (
    <figure class="card sample">
      <figcaption class="sample-head">
        <span>{i18n.t("sample.name")}</span>
        <button
          type="button"
          class="button quiet"
          // Not `disabled`: what is pressed would lose the focus by it.
          aria-disabled={!revealed && !seen}
          onClick={() => {
            if (!revealed && !seen) return;
            setSeen(false);
            setRevealed(false);
            setRound(round + 1);
          }}
        >
          {i18n.t("page.hideAgain")}
        </button>
      </figcaption>
      <ShieldFrame
        key={round}
        name={i18n.t("sample.name")}
        title={sample.title}
        paragraphs={sample.paragraphs}
        snapshot={snapshot}
        detector={detector}
        say={say}
        onSeen={() => setSeen(true)}
        onReveal={() => setRevealed(true)}
      />
    </figure>
  );
}
