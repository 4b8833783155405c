/**
 * Messages in the language of the reader. The English text is the key, and what is said where a bundle has no other.
 * The shape is that of `@vscode/l10n`, which is not used since its build for Node brings `fs` into whatever calls it.
 */

/** By English message, the message in another language, with the same places. */
export type Bundle = Readonly<Record<string, string>>;

/** What stands in the places `{0}`, `{1}` … of a message: as many as it has. A message that is not written out has no such. */
type Arguments<Message extends string> = string extends Message
  ? [never]
  : Message extends `${string}{3}${string}`
    ? [Value, Value, Value, Value]
    : Message extends `${string}{2}${string}`
      ? [Value, Value, Value]
      : Message extends `${string}{1}${string}`
        ? [Value, Value]
        : Message extends `${string}{0}${string}`
          ? [Value]
          : [];

type Value = string | number;

/** A message taken apart: a text, and behind it each place with the text that follows. */
interface Template {
  readonly start: string;
  readonly rest: readonly (readonly [place: number, text: string])[];
}

let bundle: Bundle = {};
const templates = new Map<string, Template>();

/**
 * Sets the language of all messages that are made from now on; English without contents. Called once, before the first
 * message, by whoever knows the reader: a finding keeps the words it was made with.
 */
export function config({ contents = {} }: { readonly contents?: Bundle | undefined }): void {
  bundle = contents;
  templates.clear();
}

/**
 * A message in the reader's language. It must be written out in the call, so that `scripts/localized-strings.ts` finds
 * it, and be a whole sentence or phrase, since languages order their words differently.
 */
export function t<const Message extends string>(message: Message, ...values: Arguments<Message>): string {
  let template = templates.get(message);
  if (!template) {
    template = takenApart(bundle[message] || message);
    templates.set(message, template);
  }
  let text = template.start;
  // Findings make messages by the thousand, so nothing is searched for here.
  for (const [place, then] of template.rest) text += values[place] + then;
  return text;
}

function takenApart(message: string): Template {
  const [start = "", ...parts] = message.split(/\{(\d)\}/);
  const rest: [number, string][] = [];
  for (let i = 0; i + 1 < parts.length; i += 2) rest.push([Number(parts[i]), parts[i + 1] as string]);
  return { start, rest };
}
