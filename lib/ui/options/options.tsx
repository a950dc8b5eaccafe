/** The options page: its sections, one at a time, each with an address of its own. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { Say } from "../../page/words.ts";
import { ShieldIcon } from "../icons.tsx";
import { Problems } from "../problems.tsx";
import { UndoToast } from "../undo-toast.tsx";
import { Data } from "./data.tsx";
import { Hiding } from "./hiding.tsx";
import { Lists, type LoadExchange } from "./lists.tsx";
import { Look } from "./look.tsx";
import type { OptionsModel } from "./model.ts";
import { OffNote } from "./off-note.tsx";
import { Rules } from "./rules.tsx";
import { light, type Section, sectionOf, sections } from "./sections.ts";
import { Shortcuts, type ShortcutsParts } from "./shortcuts.tsx";
import { Shows } from "./shows.tsx";
import { Sites } from "./sites.tsx";
import type { LoadDetection } from "./tester.tsx";

export interface OptionsProps {
  readonly model: OptionsModel;
  readonly say: Say;
  readonly loadDetection: LoadDetection;
  readonly loadExchange: LoadExchange;
  readonly shortcuts: ShortcutsParts;
}

export function Options(props: OptionsProps) {
  const { model, shortcuts } = props;
  const section = useSection((entered) => entered === "shows" && model.listAnew());
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  useEffect(() => {
    document.title = `${i18n.t(`section.${section}`)} – ${i18n.t("app.name")}`;
    // Not at the start: whoever has just opened the page begins at its top.
    if (!first.current) {
      scrollTo(0, 0);
      heading.current?.focus({ preventScroll: true });
    }
    first.current = false;
  }, [section]);
  const { settings } = model;
  return (
    <div class="options">
      <header>
        <h1>
          <ShieldIcon />
          {i18n.t("app.name")}
        </h1>
        <nav aria-label={i18n.t("section.nav")}>
          {sections
            // A phone has no keys.
            .filter((each) => each !== "shortcuts" || shortcuts.change)
            .map((each) => (
              <a key={each} href={`#${each}`} aria-current={each === section ? "page" : undefined}>
                {i18n.t(`section.${each}`)}
              </a>
            ))}
        </nav>
        <p class="promise">{i18n.t("app.promise")}</p>
      </header>
      <main>
        <h2 ref={heading} tabIndex={-1}>
          {i18n.t(`section.${section}`)}
        </h2>
        <OffNote settings={settings} />
        <Problems settings={settings} />
        {/* Without the state a show would stand there as not started for a moment. */}
        {settings.state.value && (settings.whole.value || light.has(section)) && body(section, props)}
      </main>
      <UndoToast settings={settings} show={model.show} />
    </div>
  );
}

function body(
  section: Section,
  { model, say, loadDetection, loadExchange, shortcuts }: OptionsProps,
): ComponentChildren {
  switch (section) {
    case "shows":
      return <Shows model={model} />;
    case "hiding":
      return <Hiding model={model} />;
    case "look":
      return <Look model={model} say={say} />;
    case "rules":
      return <Rules model={model} say={say} load={loadDetection} />;
    case "sites":
      return <Sites model={model} />;
    case "lists":
      return <Lists model={model} load={loadExchange} />;
    case "shortcuts":
      return <Shortcuts {...shortcuts} />;
    case "data":
      return <Data model={model} />;
  }
}

/** The section that the address names; the first where it names none. `onEnter` is called before another is drawn. */
function useSection(onEnter: (section: Section) => void): Section {
  const read = () => sectionOf(location.hash);
  const [section, setSection] = useState(read);
  useEffect(() => {
    const follow = () => {
      onEnter(read());
      setSection(read());
    };
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  return section;
}
