/** What one writing brought, ringed on the canvas as long as the address says so. */
import { CloseButton } from "@mantine/core";
import { useEffect } from "react";
import type { ChangeReport } from "../../../cypher/changes.ts";
import { askChanges } from "../ask.ts";
import { markNew } from "../canvas/stage.ts";
import { useAnswer } from "../panels/useAnswer.ts";
import { showNews } from "../state.ts";
import { act, usePart } from "../store.ts";
import { useSpeech } from "../words.ts";

export function News() {
  const { say } = useSpeech();
  const news = usePart((state) => state.news);
  const changes = useAnswer(news && "changes", askChanges);
  const change = changes.value?.find(({ id }) => id === news);
  const ids = change && newEntities(change);
  const key = ids?.join(" ") ?? "";
  useEffect(() => {
    markNew(key === "" ? [] : key.split(" "));
    return () => markNew([]);
  }, [key]);
  if (!ids || ids.length === 0) return null;
  return (
    <p className="news">
      <span className="news-ring" aria-hidden="true" />
      {say("newMarked", { n: ids.length })}
      <CloseButton size="xs" aria-label={say("close")} onClick={() => act(showNews(null))} />
    </p>
  );
}

/** Entities that were not there before; where there are none, those of which something new is said. */
export function newEntities({ entities, facts }: ChangeReport): string[] {
  const { first } = entities.added.count > 0 ? entities.added : facts.added;
  const ids = first.filter(({ gone }) => !gone).map(({ node }) => node);
  return [...new Set(ids)].filter(Boolean);
}
