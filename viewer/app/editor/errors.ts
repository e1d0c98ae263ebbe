/** The place of an error in the editor: the word is underlined, and says what is wrong, until something is typed. */
import { type EditorState, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";
import type { ApiError } from "../../server/api.ts";

export type Trouble = { error: ApiError["error"]; words: string } | null;

export const setTrouble = StateEffect.define<Trouble>();

export const troubleField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    for (const effect of transaction.effects)
      if (effect.is(setTrouble)) return mark(transaction.state, effect.value);
    return transaction.docChanged ? Decoration.none : marks;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function mark({ doc }: EditorState, trouble: Trouble): DecorationSet {
  const { line: at, column = 1 } = trouble?.error ?? {};
  if (!trouble || at === undefined || at < 1 || at > doc.lines) return Decoration.none;
  // an error at the end of a line is shown at its last character
  const line = doc.line(at);
  const from = Math.max(line.from, Math.min(line.from + column - 1, line.to - 1));
  const word = /^[\p{L}\p{N}_]+|^\S/u.exec(doc.sliceString(from, line.to))?.[0] ?? "";
  const to = Math.min(line.to, from + Math.max(1, word.length));
  const attributes = { title: trouble.words };
  return to > from
    ? Decoration.set([Decoration.mark({ class: "editor-error", attributes }).range(from, to)])
    : Decoration.none;
}
