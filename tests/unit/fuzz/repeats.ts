/**
 * What a text may repeat to make reading slow: one of each thing that the detector looks for, and what stands around
 * it.
 */
export const repeats = [
  ...["a", "A", "a-", "a'", ".", "Mr. ", '"', "(", " ", "\n", "\ud800", "\u0301", "M\u200b", "魔", "she "],
  ...["Mami ", "Mami, ", "Mami? ", "Mami | ", "Mami dies ", "Mami dies. ", "Mami's death ", "Madoka Magica "],
  ...["Death Note ", "Angel Beats!", "kills L, ", "turns into a witch and "],
  ...[
    "Mami and ",
    "Mami, who ",
    "killed by Mami ",
    "It was Mami all along ",
    "Status: ",
    "Spouse: Mami ",
    "Sayuka ",
  ],
  ...["Mami: ", "#1 Mami ", "if Mami had to die ", "😭", ":(", "[1]"],
  // Of other languages.
  ...["は", "ー", "マミは死ぬ", "マミが魔女に ", "la muerte de Mami ", "l'", "der Tod, ", "pierde la "],
];
