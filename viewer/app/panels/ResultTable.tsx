/** An answer as a table: sorted by a click, downloaded as CSV, its entities put on the canvas by row or all at once. */
import { Button, Group, Table, UnstyledButton } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { type Answer, type Cell, isNode, isPath, isRelationship } from "../../../cypher/cells.ts";
import { type EntityType, entityTypes, RELATION_TYPES, type RelationType } from "../../../ingest/ontology.ts";
import { visible } from "../canvas/labels.ts";
import { csvOf, download } from "../export/files.ts";
import { add, open } from "../state.ts";
import { act } from "../store.ts";
import { type Lang, useSpeech } from "../words.ts";
import { cellText, entitiesIn } from "./cells.ts";
import { headingOf, plainCell } from "./columns.ts";
import { TypeMark } from "./TypeMark.tsx";

const SHOWN = 500;

/** `plain` answers come from saved questions: their columns and codes are shown in words. */
export function ResultTable({ answer: raw, plain }: { answer: Answer; plain: boolean }) {
  const { say, lang } = useSpeech();
  const answer = useMemo(() => (plain ? plainAnswer(raw, lang) : raw), [raw, plain, lang]);
  const [sort, setSort] = useState<{ column: number; down: boolean } | null>(null);
  const rows = useMemo(() => (sort ? sorted(answer.rows, sort) : answer.rows), [answer, sort]);
  const all = useMemo(() => entitiesIn(answer.rows), [answer]);
  const turn = (column: number): void =>
    setSort(sort?.column === column && !sort.down ? { column, down: true } : { column, down: false });
  return (
    <section className="result">
      <Group gap="sm" mb="xs">
        <span aria-live="polite">
          {say("rows", { n: answer.rows.length, ms: Math.round(answer.milliseconds) })}
          {answer.more && ` · ${say("moreRows")}`}
        </span>
        {all.length > 0 && (
          <Button size="compact-sm" variant="default" onClick={() => act(add(all.slice(0, 500)))}>
            {say("allToCanvas")}
          </Button>
        )}
        {rows.length > 0 && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() =>
              download(
                "zhengtu.csv",
                "text/csv",
                csvOf(
                  answer.columns,
                  rows.map((row) => row.map(cellText)),
                ),
              )
            }
          >
            {say("csv")}
          </Button>
        )}
      </Group>
      {rows.length === 0 ? (
        <p className="panel-note">{say("noRows")}</p>
      ) : (
        <div className="result-table">
          <Table striped highlightOnHover verticalSpacing={5} fz="sm" stickyHeader>
            <Table.Thead>
              <Table.Tr>
                {answer.columns.map((name, column) => (
                  <Table.Th
                    key={raw.columns[column]}
                    aria-sort={sort?.column === column ? (sort.down ? "descending" : "ascending") : "none"}
                  >
                    <UnstyledButton className="sort" onClick={() => turn(column)}>
                      {name}
                      {sort?.column === column &&
                        (sort.down ? <IconArrowDown size={13} /> : <IconArrowUp size={13} />)}
                    </UnstyledButton>
                  </Table.Th>
                ))}
                {all.length > 0 && <Table.Th />}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.slice(0, SHOWN).map((row, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own
                <Row key={index} row={row} withCanvas={all.length > 0} />
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </section>
  );
}

function plainAnswer({ columns, rows, ...rest }: Answer, lang: Lang): Answer {
  return {
    ...rest,
    columns: columns.map((column) => headingOf(column, lang)),
    rows: rows.map((row) => row.map((cell, index) => plainCell(columns[index] ?? "", cell, lang))),
  };
}

function Row({ row, withCanvas }: { row: Cell[]; withCanvas: boolean }) {
  const { say } = useSpeech();
  const ids = entitiesIn([row]);
  return (
    <Table.Tr>
      {row.map((cell, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their places
        <Table.Td key={column} data-long={cellText(cell).length > LONG}>
          <CellView cell={cell} />
        </Table.Td>
      ))}
      {withCanvas && (
        <Table.Td>
          {ids.length > 0 && (
            <UnstyledButton className="more" onClick={() => act(add(ids))}>
              {say("toCanvas")}
            </UnstyledButton>
          )}
        </Table.Td>
      )}
    </Table.Tr>
  );
}

/** Longer words may break over lines. */
const LONG = 14;
const LONGEST = 160;

function CellView({ cell }: { cell: Cell }) {
  const { name } = useSpeech();
  if (isNode(cell)) {
    const type = entityTypes.find((one) => cell.labels.includes(one));
    return type ? (
      <EntityCell id={cell.id} type={type} text={cellText(cell)} />
    ) : (
      <span title={cellText(cell)}>{cut(cellText(cell))}</span>
    );
  }
  if (isRelationship(cell))
    return (
      <span>{cell.type in RELATION_TYPES ? name(RELATION_TYPES[cell.type as RelationType]) : cell.type}</span>
    );
  if (isPath(cell)) return <span>{cell.nodes.map((node) => cellText(node)).join(" – ")}</span>;
  return <span title={cellText(cell)}>{cut(cellText(cell))}</span>;
}

const cut = (text: string): string => visible(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

function EntityCell({ id, type, text }: { id: string; type: EntityType; text: string }) {
  return (
    <UnstyledButton className="other" onClick={() => act(open(id))}>
      <TypeMark type={type} size={16} />
      <span>{cut(text)}</span>
    </UnstyledButton>
  );
}

function sorted(rows: Cell[][], { column, down }: { column: number; down: boolean }): Cell[][] {
  const order = (a: Cell | undefined, b: Cell | undefined): number =>
    typeof a === "number" && typeof b === "number"
      ? a - b
      : cellText(a ?? null).localeCompare(cellText(b ?? null), "zh-CN");
  return [...rows].sort((a, b) => (down ? -1 : 1) * order(a[column], b[column]));
}
