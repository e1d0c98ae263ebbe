/** What can be done with several nodes at once. */
import { Button, CloseButton, Paper } from "@mantine/core";
import type { Picture } from "../canvas/picture.ts";
import { pick, usePicked } from "../canvas/stage.ts";
import { compareDistricts, hideAll, keepOnly, showPath } from "../state.ts";
import { act } from "../store.ts";
import { useSpeech } from "../words.ts";

export function Selection({ picture }: { picture: Picture }) {
  const { say } = useSpeech();
  const picked = [...usePicked()].filter((id) => picture.nodes.has(id));
  if (picked.length === 0) return null;
  const districts = picked.filter((id) => picture.nodes.get(id)?.type === "District");
  const done = (): void => pick([]);
  const [from, to] = picked;
  return (
    <Paper
      className="selection"
      shadow="md"
      withBorder
      role="toolbar"
      aria-label={say("selected", { n: picked.length })}
    >
      <span>{say("selected", { n: picked.length })}</span>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => {
          act(keepOnly(picked, [...picture.nodes.keys()]));
          done();
        }}
      >
        {say("keepOnly")}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => {
          act(hideAll(picked));
          done();
        }}
      >
        {say("hide")}
      </Button>
      {picked.length === 2 && from && to && (
        <Button size="compact-sm" variant="default" onClick={() => act(showPath([from, to]))}>
          {say("findPath")}
        </Button>
      )}
      {districts.length > 1 && (
        <Button size="compact-sm" variant="default" onClick={() => act(compareDistricts(districts))}>
          {say("compare")}
        </Button>
      )}
      <CloseButton size="sm" aria-label={say("close")} onClick={done} />
    </Paper>
  );
}
