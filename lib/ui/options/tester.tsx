/** "Paste a text, see what would be hidden and why": the detector itself, with the rules and choices of the moment. */
import { useMemo, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { reasonWords } from "../../detect/reasons.ts";
import type { Finding } from "../../detect/types.ts";
import { createWords, localTitle, type Say } from "../../page/words.ts";
import { sparing } from "../../preferences/choices.ts";
import { buildSnapshot } from "../../preferences/expand.ts";
import { seen } from "../../preferences/seen.ts";
import { endOf } from "../progress/steps.ts";
import { ShieldFrame } from "../shield-frame.tsx";
import { type Detection, explain } from "./explain.ts";
import type { OptionsModel } from "./model.ts";

/** Fetches detector and catalog, megabytes of both: not before somebody wants to try something. */
export type LoadDetection = () => Promise<Detection>;

interface TesterProps {
  readonly model: OptionsModel;
  readonly say: Say;
  readonly load: LoadDetection;
}

export function Tester({ model, say, load }: TesterProps) {
  const [title, setTitle] = useState("");
  const [text, setText] = useState("");
  const [detection, setDetection] = useState<Detection>();
  const [failed, setFailed] = useState(false);
  const loading = useRef(false);
  const { catalog, settings } = model;
  const choices = settings.state.value;
  // What pages are told: sequels followed, or the answer would be another one than theirs.
  const snapshot = useMemo(
    () => choices && buildSnapshot(choices, choices.revision, catalog),
    [choices, catalog],
  );
  const begin = async () => {
    // Asked for with every key: once is enough, and once more where it has failed.
    if (detection || loading.current) return;
    loading.current = true;
    try {
      setDetection(await load());
    } catch {
      setFailed(true);
    }
    loading.current = false;
  };
  /** As on any page. */
  const onSeen = ({ show: id, where }: Finding) => {
    const show = model.show(id);
    const edit = seen(settings.state.peek()?.shows ?? {}, id, where, show && endOf(show.parts));
    if (edit) void settings.edit(edit);
  };
  const paragraphs = text.split("\n").filter((line) => line.trim() !== "");
  const ready = detection && snapshot && paragraphs.length > 0 ? { detection, snapshot } : undefined;
  const findings = ready ? explain(ready.detection, title, paragraphs, ready.snapshot) : [];
  const waiting = paragraphs.length > 0 ? i18n.t(failed ? "tester.failed" : "tester.loading") : "";
  return (
    <details class="card tester">
      <summary>{i18n.t("tester.title")}</summary>
      <p>{i18n.t("tester.about")}</p>
      <label class="field">
        <span>{i18n.t("tester.page")}</span>
        <input
          class="input"
          type="text"
          dir="auto"
          autocomplete="off"
          value={title}
          onFocus={begin}
          onInput={(event) => setTitle(event.currentTarget.value)}
        />
      </label>
      <label class="field">
        <span>{i18n.t("tester.text")}</span>
        <textarea
          class="input"
          rows={5}
          dir="auto"
          maxLength={20_000}
          value={text}
          onFocus={begin}
          onInput={(event) => {
            void begin();
            setText(event.currentTarget.value);
          }}
        />
      </label>
      {ready && (
        <ShieldFrame
          name={i18n.t("tester.result")}
          title={title}
          paragraphs={paragraphs}
          snapshot={ready.snapshot}
          detector={ready.detection.detector}
          rules={ready.detection.frameRules}
          say={say}
          onSpare={(keys) => void settings.edit(sparing(keys))}
          onSeen={onSeen}
        />
      )}
      {/* There from the start, so that it is announced; and no more of it than the number, with every key. */}
      <p role="status">{ready ? i18n.t("tester.hidden", findings.length) : waiting}</p>
      <Reasons findings={findings} say={say} />
    </details>
  );
}

/** With the show's title in the reader's language. */
const named = (finding: Finding, say: Say): Finding =>
  finding.rule === undefined ? { ...finding, title: localTitle(say, finding.show, finding.title) } : finding;

function Reasons({ findings, say }: { readonly findings: readonly Finding[]; readonly say: Say }) {
  if (findings.length === 0) return null;
  const words = createWords(say);
  return (
    <ol class="reasons">
      {findings.map((finding, i) => (
        <li key={i}>
          <span>{words.describe(finding)}</span>
          <span class="note-line">{words.why(finding)}</span>
          <ul class="pieces note-line">
            {reasonWords(named(finding, say), say).map((words, i, { length }) => (
              <li key={words}>{i < length - 1 ? `${words}\u00a0· ` : words}</li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
