/** How a veil looks, with one to try. */
import { useMemo } from "preact/hooks";
import { i18n } from "#i18n";
import type { Say } from "../../page/words.ts";
import { strengths, veilStyles } from "../../preferences/choices.ts";
import { SampleVeil } from "../sample-veil.tsx";
import { Check, Radios } from "./controls.tsx";
import type { OptionsModel } from "./model.ts";

export function Look({ model, say }: { readonly model: OptionsModel; readonly say: Say }) {
  const { edit, state } = model.settings;
  const look = state.value?.look;
  const steps = useMemo(() => strengths.map(String), []);
  if (!look) return null;
  return (
    <>
      <SampleVeil look={look} say={say} />
      <Radios
        name="style"
        legend={i18n.t("look.style")}
        value={look.style}
        options={veilStyles.map((style) => ({ value: style, words: i18n.t(`look.${style}`) }))}
        onChange={(style) => edit({ look: { ...look, style } })}
      />
      <Radios
        name="strength"
        legend={i18n.t("look.strength")}
        value={String(look.strength)}
        options={steps.map((step) => ({
          value: step,
          words: i18n.t(`look.strength${step as "1" | "2" | "3"}`),
        }))}
        onChange={(step) =>
          edit({ look: { ...look, strength: strengths.find((each) => String(each) === step) ?? 2 } })
        }
      />
      <Check
        words={i18n.t("look.label")}
        note={i18n.t("look.labelNote")}
        on={look.label}
        onChange={(label) => edit({ look: { ...look, label } })}
      />
    </>
  );
}
