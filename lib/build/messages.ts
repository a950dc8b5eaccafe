/** Files of messages, one a language, before the build writes them. */

/** A file as the build has it then. */
export interface Asset {
  readonly relativeDest: string;
  contents?: string;
}

/** Has the messages in a file changed, by their keys. */
export function changeMessages(
  file: Asset,
  change: (messages: Record<string, { message: string }>) => void,
): void {
  const messages = JSON.parse(file.contents ?? "{}");
  change(messages);
  file.contents = JSON.stringify(messages);
}
