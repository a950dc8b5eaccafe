/**
 * The browser's context menu. In Firefox it is really opened, read and chosen from, in the browser's own window. In
 * Chromium nobody but a hand can do that: there a copy of the extension keeps book of which items it has made visible,
 * and a choice is dispatched as the browser would.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { inFirefoxWindow } from "./firefox-window.ts";
import type { LaunchOptions, Session } from "./launch.ts";
import { until } from "./look.ts";
import { dispatch, worker } from "./worker.ts";

/** Before anything else in the background: its items as they are, in `menu`. */
const bookkeeping = `{
  const { contextMenus } = chrome;
  const { create, update, removeAll } = contextMenus;
  globalThis.menu = new Map();
  contextMenus.create = (item, ...more) => {
    menu.set(item.id, item.visible ?? true);
    return create.call(contextMenus, item, ...more);
  };
  contextMenus.update = (id, { visible }, ...more) => {
    menu.set(id, visible);
    return update.call(contextMenus, id, { visible }, ...more);
  };
  contextMenus.removeAll = (...more) => {
    menu.clear();
    return removeAll.call(contextMenus, ...more);
  };
}
`;

export const withMenu: LaunchOptions = {
  change(folder) {
    // In an event page, as Firefox has it, this would be of no use.
    if (!readFileSync(join(folder, "manifest.json"), "utf8").includes("service_worker")) return;
    const file = join(folder, "background.js");
    writeFileSync(file, bookkeeping + readFileSync(file, "utf8"));
  },
};

// Of Firefox's own window: the menu, the answers on a veil in it, and (in an async function) that it is open.
const popup = `const popup = document.getElementById("contentAreaContextMenu");`;
const answers = `const items = [...popup.querySelectorAll("menuitem[id*=_veil]")];`;
const opened = `for (let i = 0; i < 50 && popup.state !== "open"; i++) await new Promise((done) => setTimeout(done, 20));
  if (popup.state !== "open") throw new Error("no menu has opened");`;

/** Presses the right button there: which answers on a veil does the menu have? */
export async function openMenu(
  session: Session,
  page: Page,
  at: { x: number; y: number },
): Promise<string[]> {
  // As a hand would: it never comes from exactly there, and is not faster either.
  await page.mouse.move(at.x - 5, at.y);
  await page.mouse.move(at.x, at.y);
  await new Promise((done) => setTimeout(done, 400));
  await page.mouse.click(at.x, at.y, { button: "right" });
  return menuItems(session);
}

/** Which answers on a veil are in the menu that is open (Firefox), or would be if it were (Chromium)? */
export async function menuItems(session: Session): Promise<string[]> {
  if (session.name === "chromium")
    return (await (
      await worker(session)
    ).evaluate(
      `[...menu].filter(([id, visible]) => visible && id.startsWith("veil:")).map(([id]) => id.slice(5))`,
    )) as string[];
  const found = await inFirefoxWindow(
    session.browser,
    `(async () => {
      ${popup} ${opened} ${answers}
      return JSON.stringify(items.filter((item) => !item.hidden).map(({ id }) => id.split("_veil:")[1]));
    })()`,
  );
  return JSON.parse(found) as string[];
}

/**
 * Chooses that item of the menu that is open; `frame`: its number in the tab, where Chromium has no menu to tell it.
 */
export async function choose(session: Session, item: string, frame = 0): Promise<void> {
  if (session.name === "chromium")
    await dispatch(session, "contextMenus.onClicked", { menuItemId: `veil:${item}`, frameId: frame });
  else
    await inFirefoxWindow(
      session.browser,
      `(() => { ${popup} ${answers} const item = items.find(({ id }) => id.endsWith(":${item}")); item.closest("menu").openMenu(true); popup.activateItem(item); return ""; })()`,
    );
}

/** Selects these words of the element. */
export const select = (page: Page, id: string, words: string) =>
  page.evaluate(`(() => {
    const node = document.getElementById("${id}").firstChild;
    const at = node.data.indexOf("${words}");
    getSelection().setBaseAndExtent(node, at, node, at + ${words.length});
  })()`);

/**
 * Selects these words of the element, presses the right button on them and chooses the item with this id, "hide" say.
 */
export async function chooseFor(
  session: Session,
  page: Page,
  [element, words]: readonly [element: string, words: string],
  id: string,
): Promise<void> {
  await select(page, element, words);
  const at = (await page.evaluate(
    "(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 }))(getSelection().getRangeAt(0).getBoundingClientRect())",
  )) as { x: number; y: number };
  await chooseAt(session, page, at, id);
}

/** Presses the right button there and chooses the item with this id. */
export async function chooseAt(
  session: Session,
  page: Page,
  at: { x: number; y: number },
  id: string,
): Promise<void> {
  await page.bringToFront();
  if (session.name === "chromium") {
    // Where book is kept (withMenu).
    const has = `globalThis.menu?.has(${JSON.stringify(id)}) ?? true`;
    await until(async () => {
      if (!(await (await worker(session)).evaluate(has))) throw new Error("no such item");
    });
    const item = { menuItemId: id, frameId: 0, selectionText: await page.evaluate("String(getSelection())") };
    return dispatch(session, "contextMenus.onClicked", item);
  }
  // The menu is made anew when the page has told the background of its veils: then it has to be opened once more.
  await until(async () => {
    await page.mouse.click(at.x, at.y, { button: "right" });
    await inFirefoxWindow(
      session.browser,
      `(async () => {
        ${popup} ${opened}
        const item = popup.querySelector('[id$="_${id}"]');
        if (!item || item.hidden) {
          popup.hidePopup();
          throw new Error("no such item");
        }
        const menus = [];
        for (let menu = item.closest("menu"); menu; menu = menu.parentElement.closest("menu")) menus.unshift(menu);
        for (const menu of menus) menu.openMenu(true);
        popup.activateItem(item);
        return "";
      })()`,
    );
  }, 10_000);
}

/** Closes the menu that is open. */
export async function closeMenu({ name, browser }: Session): Promise<void> {
  if (name === "firefox")
    await inFirefoxWindow(browser, `(() => { ${popup} popup.hidePopup(); return ""; })()`);
}
