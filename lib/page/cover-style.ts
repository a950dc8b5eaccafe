/** How covers look, and what goes on hiding text when the extension, and with it our script, goes. */
import { css } from "./css.ts";
import {
  aloneLook,
  coverAttribute,
  coverHighlight,
  crowdAttribute,
  initialLook,
  insteadAttribute,
  keptAttribute,
  lookHighlight,
  stillLook,
  unreadLook,
} from "./names.ts";

// Three times the attribute, or two names that no element has: more than a page's own rule is likely to weigh.
const covered = `[${coverAttribute}][${coverAttribute}][${coverAttribute}]`;
const crowd = `[${crowdAttribute}]`.repeat(3);
const still = `[${coverAttribute}^=${stillLook}]:not(#_):not(#_)`;
const blurred = `${covered}:not([${coverAttribute}^=${stillLook}],[${coverAttribute}=backdrop],[${coverAttribute}=${unreadLook}])`;

// An element with `display: contents` has no box that could be blurred: its letters go, too, and those of what is in
// it, for hardly anything sets their filling.
const letterless = css`
  color: transparent !important;
  -webkit-text-fill-color: transparent !important;
  -webkit-text-stroke-color: transparent !important;
  text-decoration: none !important;
`;
const wide = "0 0 1.1em";
const smudge = css`${wide} #808080`;
const smudged = css`
  text-shadow:
    ${smudge},
    ${smudge},
    ${smudge} !important;
`;

// The blur holds from the first frame; only its look fades in late, so that a cover that goes again soon (the
// preferences arrive, the sentence ends) is never seen.
const roughStyle = css`
  ${covered} {
    user-select: none !important;
  }
  ${blurred} {
    filter: blur(.45em) !important;
    ${letterless}
    ${smudged}
    animation: spoiler-cover .2s .12s backwards !important;
  }
  [${coverAttribute}=${aloneLook}]${covered} {
    cursor: pointer !important;
  }
  [${coverAttribute}=image]${covered} {
    filter: blur(1.5rem) !important;
    clip-path: inset(0) !important;
    cursor: pointer !important;
  }
  [${coverAttribute}=backdrop]${covered} {
    background-image: linear-gradient(#80808080, #80808080) !important;
    cursor: pointer !important;
    user-select: auto !important;
  }
  [${coverAttribute}=${unreadLook}]${covered} {
    filter: blur(.45em) !important;
    opacity: 0 !important;
    transition: none !important;
    ${letterless}
    text-shadow: none !important;
  }
  ${crowd} {
    clip-path: inset(100%) !important;
    opacity: 0 !important;
    transition: none !important;
  }
  @keyframes spoiler-cover {
    from {
      opacity: 0;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    ${blurred} {
      animation-duration: 1ms !important;
    }
  }
  @media print {
    ${covered} {
      visibility: hidden !important;
    }
  }
`;

// The same for letters: first they only go, then their shadow comes, too wide to be read. Chromium has no room for it,
// and leaves some of it behind when it goes, but where the element itself has one as wide that is not seen.
const lettersStyle = css`
  ${still} {
    user-select: none !important;
    text-shadow: ${wide} transparent !important;
  }
  ${still}::highlight(${coverHighlight}) {
    ${letterless}
    text-shadow: none !important;
  }
  ${still}::highlight(${lookHighlight}) {
    ${letterless}
    ${smudged}
  }
  [${coverAttribute}=${initialLook}]${still}::first-letter {
    ${letterless}
    text-shadow: 0 0 .4em #808080 !important;
  }
  /* What a search or the address has found is painted above any highlight of ours. */
  ${still}::target-text {
    ${letterless}
  }
  ${still}::search-text {
    ${letterless}
  }
`;

export const coverStyle = roughStyle + lettersStyle;

const instead = `[${insteadAttribute}],[${insteadAttribute}] i`;

/**
 * The sheet that goes with the extension (presence.ts). It is the reader's, not the page's: it holds in veils as well.
 * Firefox takes no style of highlights from such a sheet, and by one that it finds there loses that of ours.
 */
export const presentStyle = css`
  ${roughStyle}
  [${keptAttribute}] {
    display: none !important;
  }
  ${instead} {
    animation: none !important;
  }
`;

/**
 * Seconds for which everything stays hidden after that: an update comes without it, and another script will be there.
 */
const grace = 5;

/** What stands beside it for covers, and follows on it. */
export const goneStyle = css`
  ${lettersStyle}
  ${blurred} {
    animation: spoiler-gone ${grace}s !important;
  }
  @keyframes spoiler-gone {
    from,
    to {
      filter: blur(.45em);
      color: transparent;
      -webkit-text-fill-color: transparent;
    }
  }
`;

/** And for veils, to stand in their roots. */
export const openStyle = css`
  [${keptAttribute}] {
    animation: open 1ms ${grace}s backwards;
  }
  ${instead} {
    animation: close 1ms ${grace}s forwards;
  }
  @keyframes open {
    from {
      font-size: 0;
      opacity: 0;
    }
  }
  /* Not by its display, which Firefox does not animate: it is made to take no room, word by word. */
  @keyframes close {
    to {
      font-size: 0;
      inline-size: 0;
      visibility: hidden;
    }
  }
`;
