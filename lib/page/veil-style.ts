/** How veils and their labels look, in the shadow root where no rule of the page reaches. */

import type { Look } from "../preferences/snapshot.ts";
import { openStyle } from "./cover-style.ts";
import { css } from "./css.ts";

// Whatever the strength, the letters are meaningless. By their size: in large headings a blur of pixels leaves them sharp.
const blurs = { 1: ".2em", 2: ".3em", 3: ".45em" };
const bars = { 1: 14, 2: 30, 3: 100 };

/**
 * With 150 filters Chromium needs a quarter of a second of the page's time for each frame in which anything changes: it
 * compares each with each. So there only the letters' shadow is seen, which looks alike (its number is twice the
 * filter's), but where a line runs under or through them, which throws none. In forced colours nothing throws any, and
 * in Firefox no letters do that are transparent themselves.
 */
const blurStyle = (blur: string) => css`
  .decoy {
    filter: blur(${blur});
    -webkit-text-fill-color: currentColor;
    text-shadow: none;
  }
  @media (forced-colors: none) {
    @supports not (-moz-appearance: none) {
      .decoy:not(.lined) {
        filter: none;
        -webkit-text-fill-color: transparent;
        text-shadow: 0 0 calc(2 * ${blur}) currentColor;
      }
    }
  }
`;

const barStyle = (percent: number) => css`
  .decoy {
    background: color-mix(in srgb, currentColor ${percent}%, transparent);
    border-radius: .2em;
    -webkit-box-decoration-break: clone;
    box-decoration-break: clone;
    -webkit-text-fill-color: transparent;
    text-shadow: none;
  }
`;

/**
 * A decoy may be wider than its word, and what is beyond it could be scrolled to where a line ends. A clip for each word
 * does, but in Chromium each stretch of a page of 200 veils that comes into view takes a frame of 33 ms then (seven of a
 * hundred). There these run against the box that scrolls, and go beyond where a line begins, to which nothing scrolls.
 * Firefox, told of a direction anywhere, takes all text of the page apart by its directions, veils too.
 */
export const veilStyle = ({ style, strength }: Look) => css`
  :host {
    display: inline !important;
    position: static !important;
    float: none !important;
    visibility: inherit !important;
    margin: 0 !important;
    padding: 0 !important;
    border: 0 !important;
    background: none !important;
    filter: none !important;
    opacity: 1 !important;
  }
  ${openStyle}
  .line {
    position: relative;
    cursor: pointer;
    border-radius: .15em;
  }
  .line:hover {
    background: color-mix(in srgb, currentColor 8%, transparent);
  }
  .decoy {
    -webkit-text-stroke: 0;
    text-emphasis: none;
    text-decoration: none;
    user-select: none;
  }
  ${style === "blur" ? blurStyle(blurs[strength]) : barStyle(bars[strength])}
  .late {
    animation: in .2s .12s backwards;
  }
  .decoy i {
    display: inline-block;
    overflow: clip;
    font-style: inherit;
    white-space: nowrap;
    text-indent: 0;
    text-align: center;
    text-align-last: center;
  }
  @supports not (-moz-appearance: none) {
    .decoy i {
      overflow: visible;
      direction: rtl;
    }
    .backwards i {
      direction: ltr;
    }
  }
  .hollow i {
    background: #80808080;
  }
  .hollow i::before {
    visibility: hidden;
  }
  [data-text]::before {
    content: attr(data-text);
    content: attr(data-text) / "";
  }
  /* Where it is higher than its line it goes beyond that above, for below something could be scrolled to. */
  .show {
    position: absolute;
    inset: 0 auto auto 0;
    inline-size: 24px;
    block-size: 24px;
    margin: 0;
    margin-block-start: min(0px, 1em - 24px);
    font-size: inherit;
    padding: 0;
    border: 0;
    outline: 0;
    background: none;
    appearance: none;
    forced-color-adjust: none;
    cursor: pointer;
  }
  .narrow {
    max-inline-size: 100%;
  }
  .line:has(.show:focus-visible) {
    outline: 2px solid;
    outline-offset: 1px;
  }
  .panel {
    all: initial;
    position: fixed;
    inset: auto;
    margin: 0;
    box-sizing: border-box;
    max-width: min(480px, calc(100vw - 16px));
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    padding: 4px 4px 4px 10px;
    border: 0;
    border-radius: 8px;
    background: #1c1b22;
    color: #fbfbfe;
    font: 500 13px/1.4 system-ui, sans-serif;
    cursor: default;
    user-select: none;
    box-shadow: 0 0 0 1px #fff3, 0 2px 8px #0006;
  }
  .panel span {
    all: unset;
  }
  .panel .why {
    flex-basis: 100%;
    font-weight: 400;
    padding: 2px 6px 4px 0;
  }
  .act {
    all: unset;
    box-sizing: border-box;
    min-height: 26px;
    padding: 3px 9px;
    border-radius: 5px;
    background: #fff2;
    color: #fbfbfe;
    cursor: pointer;
  }
  .act:hover {
    background: #fff4;
  }
  .act:focus-visible {
    outline: 2px solid #9bd;
    outline-offset: 1px;
  }
  @keyframes in {
    from {
      opacity: 0;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .late {
      animation-duration: 1ms;
    }
  }
  @media (forced-colors: active), (prefers-contrast: more) {
    .line {
      outline: 1px solid;
    }
    .panel,
    .act {
      border: 1px solid;
    }
  }
  @media print {
    .decoy,
    .decoy:not(.lined) {
      filter: none;
      text-shadow: none;
      background: currentColor;
      -webkit-text-fill-color: transparent;
    }
    .panel {
      display: none !important;
    }
  }
`;
