/** The editor itself: CodeMirror with colours, completion, the place of errors. Knows nothing of React. */
import { autocompletion, type CompletionContext, type CompletionResult } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { cypher } from "@codemirror/legacy-modes/mode/cypher";
import { EditorState } from "@codemirror/state";
import { EditorView, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { askSchema } from "../ask.ts";
import type { Lang } from "../words.ts";
import { offersAt } from "./complete.ts";
import { troubleField } from "./errors.ts";

export interface Listener {
  lang: () => Lang;
  changed: (text: string) => void;
  run: (text: string) => void;
}

export function createView(parent: HTMLElement, doc: string, label: string, listener: Listener): EditorView {
  const run = (view: EditorView): boolean => {
    // Enter that ends the choice of an input method does not run the query
    if (view.composing) return false;
    listener.run(view.state.doc.toString());
    return true;
  };
  return new EditorView({
    parent,
    state: EditorState.create({
      doc,
      extensions: [
        keymap.of([{ key: "Mod-Enter", run }]),
        keymap.of([...defaultKeymap, ...historyKeymap]),
        history(),
        lineNumbers(),
        bracketMatching(),
        StreamLanguage.define(cypher),
        syntaxHighlighting(COLORS),
        autocompletion({ override: [(context) => complete(context, listener.lang())] }),
        troubleField,
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ "aria-label": label }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) listener.changed(update.state.doc.toString());
        }),
      ],
    }),
  });
}

const COLORS = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--accent)", fontWeight: "600" },
  { tag: tags.string, color: "var(--type-Park)" },
  { tag: tags.number, color: "var(--type-Project)" },
  { tag: tags.comment, color: "var(--faint)", fontStyle: "italic" },
  { tag: [tags.standard(tags.name), tags.atom], color: "var(--type-District)" },
  { tag: tags.operator, color: "var(--soft)" },
]);

/** Asked anew at every key: what is typed may be Chinese (项目 → Project), which CodeMirror's own filter does not know. */
async function complete(context: CompletionContext, lang: Lang): Promise<CompletionResult | null> {
  if (context.view?.composing) return null;
  const schema = await askSchema();
  const found = offersAt(context.state.doc.toString(), context.pos, schema, lang, context.explicit);
  if (!found || context.aborted) return null;
  return {
    from: found.from,
    filter: false,
    options: found.offers.map(({ kind, ...offer }) => ({ ...offer, type: kind })),
  };
}
