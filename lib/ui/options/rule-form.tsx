/** A new rule, or one that is being changed. */
import { useId, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { longestRule, type Rule, type RuleKind, ruleKinds } from "../../catalog/rule.ts";
import type { CatalogShow } from "../popup/model.ts";
import { titleOf } from "../show-title.ts";

interface RuleFormProps {
  readonly catalog: readonly CatalogShow[];
  /** What is changed; none: a new one. */
  readonly rule?: Rule;
  /** Resolves to whether it was saved: what cannot be need not be typed again. */
  readonly onSave: (rule: Rule) => Promise<boolean>;
  readonly onCancel?: () => void;
}

/** Only words can be found: as the store asks for them. */
const telling = ".*[\\p{L}\\p{N}].*";
const isTelling = (words: string) => /[\p{L}\p{N}]/u.test(words);

export function RuleForm({ catalog, rule, onSave, onCancel }: RuleFormProps) {
  const [kind, setKind] = useState<RuleKind>(rule?.kind ?? "name");
  const [text, setText] = useState(rule?.text ?? "");
  const [about, setAbout] = useState(() => {
    const known = catalog.find(({ id }) => id === rule?.show);
    return known && !rule?.title ? titleOf(known) : nameIn(rule);
  });
  const isGone = kind !== "show" && isOfGone(rule, about, catalog);
  const note = useId();
  const list = useId();
  return (
    <form
      class="card rule-form"
      {...(rule && { "aria-label": i18n.t("rules.editThis", [rule.text]) })}
      onKeyDown={({ key, isComposing }) => key === "Escape" && !isComposing && onCancel?.()}
      onSubmit={async (event) => {
        event.preventDefault();
        const made = ruleFrom(rule?.id ?? crypto.randomUUID(), kind, text, about, catalog, rule);
        if (!made || !(await onSave(made)) || rule) return;
        setText((now) => (now === text ? "" : now));
        setAbout((now) => (now === about ? "" : now));
      }}
    >
      <label class="field">
        <span>{i18n.t("rules.kind")}</span>
        <select
          class="select"
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as RuleKind)}
        >
          {ruleKinds.map((each) => (
            <option key={each} value={each}>
              {i18n.t(`ruleKind.${each}`)}
            </option>
          ))}
        </select>
      </label>
      <label class="field grow">
        <span>{i18n.t("rules.text")}</span>
        <input
          class="input"
          type="text"
          dir="auto"
          required
          pattern={telling}
          maxLength={longestRule}
          autocomplete="off"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      {kind !== "show" && (
        <label class="field grow">
          <span>{i18n.t("rules.aboutShow")}</span>
          <input
            class="input"
            type="text"
            list={list}
            pattern={telling}
            maxLength={longestRule}
            autocomplete="off"
            {...(isGone && { "aria-describedby": note })}
            value={about}
            onInput={(event) => setAbout(event.currentTarget.value)}
          />
          <datalist id={list}>
            {catalog.map((show) => (
              <option key={show.id} value={titleOf(show)} />
            ))}
          </datalist>
        </label>
      )}
      <span class="form-buttons">
        <button type="submit" class="button">
          {i18n.t(rule ? "rules.save" : "rules.add")}
        </button>
        {onCancel && (
          <button type="button" class="button quiet" onClick={onCancel}>
            {i18n.t("rules.cancel")}
          </button>
        )}
      </span>
      {isGone && (
        <p class="note-line" id={note}>
          {i18n.t("rules.goneNote")}
        </p>
      )}
      <p class="note-line">{i18n.t(`ruleKind.${kind}Note`)}</p>
    </form>
  );
}

/**
 * The words for what a rule is about, where the catalog has none: a later one may lack a show, and then there is but
 * its id.
 */
function nameIn(rule: Rule | undefined): string {
  return rule?.title ?? rule?.show ?? "";
}

/** Is it about a show that is no longer in the catalog, and do these words still say so? */
function isOfGone(rule: Rule | undefined, about: string, catalog: readonly CatalogShow[]): boolean {
  const show = rule?.show;
  return show !== undefined && about.trim() === nameIn(rule) && !catalog.some(({ id }) => id === show);
}

/**
 * Undefined where there is no word in the text. `about` is the title of a show, of the catalog or not, or what the rule
 * said `before`: so it keeps a show that has left the catalog.
 */
export function ruleFrom(
  id: string,
  kind: RuleKind,
  text: string,
  about: string,
  catalog: readonly CatalogShow[],
  before?: Rule,
): Rule | undefined {
  const words = text.trim();
  if (!isTelling(words)) return undefined;
  const title = kind === "show" ? words : about.trim();
  const known =
    kind === "show" ? undefined : catalog.find((show) => show.title === title || titleOf(show) === title);
  if (known) return { id, kind, text: words, show: known.id };
  if (kind !== "show" && isOfGone(before, about, catalog)) return { ...before, id, kind, text: words };
  return { id, kind, text: words, ...(isTelling(title) ? { title } : {}) };
}
