/** The commands with their keys, and the way to the browser's own page where they are changed. */
import { useEffect, useState } from "preact/hooks";
import { i18n } from "#i18n";

export interface Command {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  /** As the browser writes it; empty: none. */
  readonly shortcut?: string | undefined;
}

export interface ShortcutsParts {
  readonly commands: () => Promise<readonly Command[]>;
  /** Opens the browser's page; undefined where there is none, as on phones. */
  readonly change: (() => Promise<unknown>) | undefined;
}

export function Shortcuts({ commands, change }: ShortcutsParts) {
  const [list, setList] = useState<readonly Command[]>([]);
  useEffect(() => {
    const load = () => void commands().then(setList);
    load();
    // They are changed on another page.
    addEventListener("focus", load);
    return () => removeEventListener("focus", load);
  }, [commands]);
  return (
    <>
      <p>{i18n.t("shortcuts.about")}</p>
      {list.length > 0 && (
        <table class="keys">
          <thead>
            <tr>
              <th scope="col">{i18n.t("shortcuts.command")}</th>
              <th scope="col">{i18n.t("shortcuts.key")}</th>
            </tr>
          </thead>
          <tbody>
            {list.map(({ name, description, shortcut }) => (
              <tr key={name}>
                <th scope="row">{description || i18n.t("shortcuts.popup")}</th>
                <td>{shortcut ? <kbd>{shortcut}</kbd> : i18n.t("shortcuts.unset")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {change && (
        <button type="button" class="button" onClick={() => void change()}>
          {i18n.t("shortcuts.change")}
        </button>
      )}
    </>
  );
}
