/** That nothing is hidden at present, whatever is chosen below: the shield is paused, or off on all sites. */
import { useEffect, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { pauseLeft } from "../../preferences/pause.ts";
import { pauseWords } from "../pause-words.ts";
import type { Settings } from "../settings.ts";

/** While a computer sleeps, the time of timers stands still: look at the clock at least so often. */
const look = 30_000; // ms

export function OffNote({ settings }: { readonly settings: Settings }) {
  const { state, edit } = settings;
  const pause = state.value?.pause ?? null;
  const paused = usePaused(pause);
  const off = state.value?.sitesOff.includes("*");
  // The region stands there from the start: assistive technology announces what is added to it.
  return (
    <div class="notes" role="status">
      {paused && pause ? (
        <Note
          words={pauseWords(pause)}
          remedy={i18n.t("pause.resume")}
          onRemedy={() => edit({ pause: null })}
        />
      ) : (
        off && (
          <Note
            words={i18n.t("sites.offAll")}
            remedy={i18n.t("sites.remove")}
            onRemedy={() => edit({ sites: { "*": true } })}
          />
        )
      )}
    </div>
  );
}

interface NoteProps {
  readonly words: string;
  readonly remedy: string;
  readonly onRemedy: () => void;
}

function Note({ words, remedy, onRemedy }: NoteProps) {
  return (
    <div class="note">
      <p class="note-words">{words}</p>
      <div class="note-actions">
        <button type="button" class="button quiet" onClick={onRemedy}>
          {remedy}
        </button>
      </div>
    </div>
  );
}

/** Pauses end by themselves, also while the page stands open. */
function usePaused(pause: Parameters<typeof pauseLeft>[0]): boolean {
  const [, setLooks] = useState(0);
  const left = pauseLeft(pause, Date.now());
  useEffect(() => {
    if (left === 0 || left === Number.POSITIVE_INFINITY) return;
    const timer = setTimeout(() => setLooks((looks) => looks + 1), Math.min(left, look));
    return () => clearTimeout(timer);
  });
  return left > 0;
}
