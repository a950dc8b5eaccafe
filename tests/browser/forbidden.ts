/** What no script of ours may hold, each with code in which it must be found: else the pattern would forbid nothing. */
export const forbidden: readonly (readonly [what: string, pattern: RegExp, ...examples: string[]])[] = [
  // --- text that runs as code ---
  // The polyfill has it as a key.
  ["eval", /\beval\b(?!:)/, "eval(t)", "(0,eval)(t)", "globalThis.eval?.(t)"],
  ["Function", /\bFunction\s*\(|\bnew\s+Function\b/, "new Function(`a`,`b`)", "Function(t)()"],
  ["a function's constructor", /\.constructor\s*\(\s*["'`]/, 'f.constructor("a")'],
  [
    "a timer with text",
    /\bset(?:Timeout|Interval)\s*\(\s*["'`]/,
    'setTimeout("a()",5)',
    "setInterval(`a()`)",
    "window.setTimeout('a')",
  ],
  [
    "a module from elsewhere",
    /\bimport\s*\(\s*(?!["'`]\.\/[\w-]+\.js["'`]\s*\))/,
    "import(t)",
    'import("https://a.example/b.js")',
    'import("./"+t)',
    'import("../a.js")',
  ],
  [
    "scripts for workers",
    /\bimportScripts\b|\b(?:Shared)?Worker\s*\(|\bserviceWorker\s*\.\s*register\b/,
    "importScripts(t)",
    "new Worker(t)",
  ],
  [
    "code for pages",
    /\.\s*(?:executeScript|insertCSS)\s*\(|\bscripting\s*\.\s*\w+\(/,
    "e.tabs.executeScript({code:t})",
  ],
  ["an address that is code", /\bjavascript:/i, 'a.href="javascript:b()"'],
  ["machine code", /\bWebAssembly\b/, "WebAssembly.compile(t)"],
  // --- text that is parsed as markup ---
  ["markup", /\.\s*(?:inner|outer)HTML\s*\+?=(?!=)/, "e.innerHTML=t", "e.outerHTML += t"],
  [
    "markup by other ways",
    /\binsertAdjacentHTML\b|\bcreateContextualFragment\b|\bDOMParser\b|\b(?:set|parse)HTMLUnsafe\b|\bdocument\s*\.\s*write/,
    "e.insertAdjacentHTML(w,t)",
    "new DOMParser",
    "document.write(t)",
    "document.writeln(t)",
  ],
  // --- requests ---
  [
    "a request",
    /\bXMLHttpRequest\b|\bfetch\s*\(|\bsendBeacon\b|\bEventSource\b/,
    "fetch(t)",
    "new XMLHttpRequest",
    "n.sendBeacon(t)",
  ],
  [
    "a connection",
    /\bWebSocket\b|\bWebTransport\b|\bRTCPeerConnection\b/,
    "new WebSocket(t)",
    "new RTCPeerConnection",
  ],
  [
    "a picture or a font that is fetched",
    /\bnew\s+Image\b|\bnew\s+FontFace\b/,
    "new Image(1,1)",
    "new FontFace(a,t)",
  ],
  // --- what stores and pages would keep of readers ---
  [
    "what sites keep",
    /\bdocument\s*\.\s*cookie\b|\b(?:local|session)Storage\b/,
    "document.cookie=t",
    "localStorage.a=t",
  ],
];
