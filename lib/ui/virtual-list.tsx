/** A list of which only the rows in sight stand in the document. It scrolls with the window. */
import {
  defaultRangeExtractor,
  observeWindowOffset,
  observeWindowRect,
  Virtualizer,
  windowScroll,
} from "@tanstack/virtual-core";
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useReducer, useRef, useState } from "preact/hooks";

interface VirtualListProps<T> {
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  /** Pixels, roughly: rows are measured once they are there. */
  readonly height: number;
  readonly label: string;
  readonly row: (item: T) => ComponentChildren;
}

export function VirtualList<T>({ items, keyOf, height, label, row }: VirtualListProps<T>) {
  const list = useRef<HTMLUListElement>(null);
  const [, render] = useReducer((n: number) => n + 1, 0);
  /**
   * The row with the focus stays, however far away it is scrolled: else the focus would be lost. So do those beside it:
   * Tab goes on at once, scrolling asks for rows only with the next frame.
   */
  const [kept, keep] = useState<string>();
  const options = {
    count: items.length,
    getScrollElement: () => window,
    estimateSize: () => height,
    getItemKey: (index: number) => keyOf(items[index] as T),
    overscan: 8,
    scrollMargin: list.current?.offsetTop ?? 0,
    initialRect: { width: window.innerWidth, height: window.innerHeight },
    rangeExtractor: (range: Parameters<typeof defaultRangeExtractor>[0]) => {
      const indices = defaultRangeExtractor(range);
      const at = kept === undefined ? -1 : items.findIndex((item) => keyOf(item) === kept);
      const around = at < 0 ? [] : [at - 1, at, at + 1].filter((i) => i >= 0 && i < items.length);
      return [...new Set([...indices, ...around])].sort((a, b) => a - b);
    },
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
    scrollToFn: windowScroll,
    onChange: () => render(0),
  };
  const [virtualizer] = useState(() => new Virtualizer<Window, HTMLLIElement>(options));
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  // Where the list begins is known only once it stands there.
  useLayoutEffect(() => render(0), []);

  return (
    <ul
      ref={list}
      class="virtual"
      aria-label={label}
      style={{ height: `${virtualizer.getTotalSize()}px` }}
      onFocusIn={(event) => keep((event.target as Element).closest("li")?.dataset["key"])}
      onFocusOut={() => keep(undefined)}
    >
      {virtualizer.getVirtualItems().map(({ index, key, start }) => (
        <li
          key={key}
          ref={virtualizer.measureElement}
          data-index={index}
          data-key={key}
          aria-setsize={items.length}
          aria-posinset={index + 1}
          style={{ translate: `0 ${start - options.scrollMargin}px` }}
        >
          {row(items[index] as T)}
        </li>
      ))}
    </ul>
  );
}
