/** Personal rules: added, changed, deleted, and tried on any text. */
import { useMemo, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { mostRules, type Rule } from "../../catalog/rule.ts";
import type { Say } from "../../page/words.ts";
import { hasRule } from "../../preferences/phrase.ts";
import { SearchIcon } from "../icons.tsx";
import { createSearch } from "../show-search.ts";
import { titleOf } from "../show-title.ts";
import { VirtualList } from "../virtual-list.tsx";
import type { OptionsModel } from "./model.ts";
import { RuleForm } from "./rule-form.tsx";
import { type LoadDetection, Tester } from "./tester.tsx";

/** So many are looked through without a search. */
const few = 10;

interface RulesProps {
  readonly model: OptionsModel;
  readonly say: Say;
  readonly load: LoadDetection;
}

export function Rules({ model, say, load }: RulesProps) {
  const { edit, state } = model.settings;
  const [edited, setEdited] = useState<string>();
  const [words, setWords] = useState("");
  /** How often in a row a new rule has been one that there is: each time is said anew. */
  const [known, setKnown] = useState(0);
  const rules = state.value?.rules ?? [];
  const search = useMemo(
    () =>
      createSearch(
        rules.map((rule) => ({
          id: rule.id,
          rule,
          title: rule.text,
          aliases: namesOf(aboutIn(model, rule)),
        })),
      ),
    [rules, model],
  );
  const searchable = rules.length > few;
  const found = searchable && words.trim() !== "" ? search(words).map(({ rule }) => rule) : rules;
  const save = async (rule: Rule) => {
    const isNew = !rules.some(({ id }) => id === rule.id);
    const isKnown = isNew && hasRule(rules, rule);
    setKnown(isKnown ? known + 1 : 0);
    if (isKnown) return false;
    const saved = await edit({ rules: { [rule.id]: rule } });
    if (saved) setEdited((now) => (now === rule.id ? undefined : now));
    // A new one is to be seen, whatever was searched for.
    if (saved && isNew) setWords("");
    return saved;
  };
  return (
    <>
      <p>{i18n.t("rules.about")}</p>
      {rules.length < mostRules ? (
        <RuleForm catalog={model.catalog} onSave={save} />
      ) : (
        <p class="note">{i18n.t("rules.full", mostRules)}</p>
      )}
      {known > 0 && (
        <p key={known} class="note-line wrong" role="alert">
          {i18n.t("rules.known")}
        </p>
      )}
      <Tester model={model} say={say} load={load} />
      {rules.length > 0 ? (
        <h3>{i18n.t("rules.count", rules.length)}</h3>
      ) : (
        <p class="empty">{i18n.t("rules.none")}</p>
      )}
      {searchable && (
        <>
          <search class="search">
            <SearchIcon />
            <input
              type="search"
              aria-label={i18n.t("rules.search")}
              placeholder={i18n.t("rules.search")}
              autocomplete="off"
              spellcheck={false}
              value={words}
              onInput={(event) => setWords(event.currentTarget.value)}
            />
          </search>
          <p class="note-line" role="status">
            {found !== rules && i18n.t("rules.found", found.length)}
          </p>
        </>
      )}
      <VirtualList
        items={found}
        keyOf={(rule) => rule.id}
        height={58}
        label={i18n.t("section.rules")}
        row={(rule) =>
          rule.id === edited ? (
            <RuleForm
              catalog={model.catalog}
              rule={rule}
              onSave={save}
              onCancel={() => setEdited(undefined)}
            />
          ) : (
            <RuleRow
              rule={rule}
              about={aboutIn(model, rule)}
              onEdit={() => setEdited(rule.id)}
              onDelete={() => edit({ rules: { [rule.id]: null } })}
            />
          )
        }
      />
    </>
  );
}

const namesOf = (about: string | undefined) => (about === undefined ? [] : [about]);

function aboutIn(model: OptionsModel, { title, show: id }: Rule): string | undefined {
  const show = id && model.show(id);
  if (id && !show) return i18n.t("rules.gone", [title ?? id]);
  return title ?? (show ? titleOf(show) : undefined);
}

interface RuleRowProps {
  readonly rule: Rule;
  /** The show that it is about. */
  readonly about: string | undefined;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
}

function RuleRow({ rule, about, onEdit, onDelete }: RuleRowProps) {
  const facts = [i18n.t(`ruleKind.${rule.kind}`), ...(about ? [about] : [])];
  return (
    <div class="row">
      <div class="row-text">
        <span class="row-title" dir="auto">
          {rule.text}
        </span>
        <span class="row-facts">{facts.join(" · ")}</span>
      </div>
      <span class="form-buttons">
        <button
          type="button"
          class="button quiet"
          aria-label={i18n.t("rules.editThis", [rule.text])}
          onClick={onEdit}
        >
          {i18n.t("rules.edit")}
        </button>
        <button
          type="button"
          class="button quiet"
          aria-label={i18n.t("rules.deleteThis", [rule.text])}
          onClick={onDelete}
        >
          {i18n.t("rules.delete")}
        </button>
      </span>
    </div>
  );
}
