/** The Cypher editor: colours, completion of our labels, types and properties, the place of an error underlined. Loaded when first opened. */
import { autocompletion, type CompletionContext, type CompletionResult } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { cypher } from "@codemirror/legacy-modes/mode/cypher";
import { EditorState, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { useEffect, useRef } from "react";
import {
  ENTITY_TYPES,
  type EntityType,
  RELATION_TYPES,
  type RelationType,
} from "../../../ingest/ontology.ts";
import type { ApiError, SchemaCard } from "../../server/api.ts";
import { askSchema } from "../ask.ts";
import { useSpeech } from "../words.ts";

interface Props {
  value: string;
  error: ApiError["error"] | null;
  onChange: (value: string) => void;
  onRun: (value: string) => void;
}

export default function Editor({ value, error, onChange, onRun }: Props) {
  const { say } = useSpeech();
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const tell = useRef({ onChange, onRun });
  tell.current = { onChange, onRun };
  const label = say("cypherEditor");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the editor is made once; changes come by the effects below
  useEffect(() => {
    const made = createView(place.current as HTMLDivElement, value, label, tell);
    view.current = made;
    return () => made.destroy();
  }, []);
  useEffect(() => {
    const here = view.current;
    if (here && here.state.doc.toString() !== value)
      here.dispatch({ changes: { from: 0, to: here.state.doc.length, insert: value } });
  }, [value]);
  useEffect(() => {
    view.current?.dispatch({ effects: setError.of(error) });
  }, [error]);
  return <div ref={place} className="editor" />;
}

type Tell = React.RefObject<Pick<Props, "onChange" | "onRun">>;

function createView(parent: HTMLElement, doc: string, label: string, tell: Tell): EditorView {
  const run = (view: EditorView): boolean => {
    // Enter that ends the choice of an input method does not run the query
    if (view.composing) return false;
    tell.current?.onRun(view.state.doc.toString());
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
        autocompletion({ override: [complete] }),
        errorField,
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ "aria-label": label }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) tell.current?.onChange(update.state.doc.toString());
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

const setError = StateEffect.define<ApiError["error"] | null>();

/** The word at the place of the error, until something is typed. */
const errorField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    for (const effect of transaction.effects)
      if (effect.is(setError)) return markError(transaction.state, effect.value);
    return transaction.docChanged ? Decoration.none : marks;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function markError(state: EditorState, error: ApiError["error"] | null): DecorationSet {
  if (error?.line === undefined || error.line > state.doc.lines) return Decoration.none;
  const line = state.doc.line(error.line);
  const from = Math.min(line.from + Math.max(0, (error.column ?? 1) - 1), line.to);
  const word = /^[\p{L}\p{N}_]+|^\S/u.exec(state.doc.sliceString(from, line.to))?.[0] ?? "";
  const to = Math.min(line.to, from + Math.max(1, word.length));
  return to > from
    ? Decoration.set([Decoration.mark({ class: "editor-error" }).range(from, to)])
    : Decoration.none;
}

const KEYWORDS = [
  ..."MATCH OPTIONAL WHERE RETURN WITH ORDER BY LIMIT SKIP UNWIND AS DISTINCT COUNT COLLECT AND OR NOT IN".split(
    " ",
  ),
  ..."CONTAINS STARTS ENDS EXISTS CASE WHEN THEN ELSE END UNION SHORTESTPATH NULL TRUE FALSE DESC".split(" "),
];

let schema: Promise<SchemaCard> | null = null;

/** After `(…:` labels, after `[…:` relationship types, after a dot properties, else keywords. */
async function complete(context: CompletionContext): Promise<CompletionResult | null> {
  const before = context.state.doc
    .lineAt(context.pos)
    .text.slice(0, context.pos - context.state.doc.lineAt(context.pos).from);
  const word = /[\p{L}\p{N}_]*$/u.exec(before)?.[0] ?? "";
  const head = before.slice(0, before.length - word.length);
  schema ??= askSchema();
  const { labels, types, properties } = await schema;
  const from = context.pos - word.length;
  const offer = (
    names: Record<string, number>,
    kind: string,
    zh: (name: string) => string,
  ): CompletionResult => ({
    from,
    options: Object.entries(names).map(([label, count]) => ({
      label,
      type: kind,
      detail: `${zh(label)} ${count}`.trim(),
    })),
  });
  if (/\([^()[\]]*:$/.test(head))
    return offer(labels, "class", (name) => ENTITY_TYPES[name as EntityType]?.zh ?? "");
  if (/\[[^\][]*[:|]$/.test(head))
    return offer(types, "interface", (name) => RELATION_TYPES[name as RelationType]?.zh ?? "");
  if (/[\p{L}_]\.$/u.test(head))
    return { from, options: properties.map((label) => ({ label, type: "property" })) };
  if (word.length < 2 && !context.explicit) return null;
  return { from, options: KEYWORDS.map((label) => ({ label, type: "keyword" })) };
}
