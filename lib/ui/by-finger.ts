/** Is it a finger that points here, as on phones? What is said of clicks and keys is of no use there. */
export const byFinger = (): boolean => matchMedia("(pointer: coarse)").matches;
