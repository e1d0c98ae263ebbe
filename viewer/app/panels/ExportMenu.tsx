/** Keep and share: the address, or what is on the canvas as a file. */
import { Button, Menu } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { IconLink, IconPhoto, IconShare2, IconTable } from "@tabler/icons-react";
import type { Picture } from "../canvas/picture.ts";
import { seen } from "../canvas/stage.ts";
import { drawing, edgesCsv, gexfOf, jsonOf, nodesCsv, pngOf, shownPart, svgOf } from "../export/export.ts";
import { download } from "../export/files.ts";
import { useSpeech } from "../words.ts";

export function ExportMenu({ picture }: { picture: Picture }) {
  const { say } = useSpeech();
  const clipboard = useClipboard();
  const files = filesOf(picture);
  return (
    <Menu position="bottom-start" shadow="md">
      <Menu.Target>
        <Button variant="default" size="compact-md" leftSection={<IconShare2 size={16} />}>
          {say("share")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconLink size={15} />}
          closeMenuOnClick={false}
          onClick={() => clipboard.copy(window.location.href)}
        >
          {say(clipboard.copied ? "copied" : "copyLink")}
        </Menu.Item>
        <Menu.Divider />
        {files.map(({ name, label, table, save }) => (
          <Menu.Item
            key={label}
            leftSection={table ? <IconTable size={15} /> : <IconPhoto size={15} />}
            onClick={() => void save(name)}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

interface FileKind {
  name: string;
  label: string;
  table: boolean;
  save: (name: string) => void | Promise<void>;
}

function filesOf(picture: Picture): FileKind[] {
  const image = (
    name: string,
    label: string,
    make: (now: ReturnType<typeof drawn>) => Promise<Blob> | Blob,
  ): FileKind => ({
    name,
    label,
    table: false,
    save: async (file) => {
      const now = drawn();
      if (now) download(file, "", await make(now));
    },
  });
  const table = (
    name: string,
    label: string,
    type: string,
    make: (part: ReturnType<typeof shownPart>) => string,
  ): FileKind => ({
    name,
    label,
    table: true,
    save: (file) => {
      const now = seen();
      if (now) download(file, type, make(shownPart(picture, now.sight)));
    },
  });
  return [
    image("zhengtu.png", "PNG", (now) => pngOf(now as NonNullable<typeof now>, window.devicePixelRatio)),
    image("zhengtu-large.png", "PNG × 4", (now) => pngOf(now as NonNullable<typeof now>, 4)),
    image("zhengtu.svg", "SVG", (now) => svgOf(now as NonNullable<typeof now>)),
    table("zhengtu.gexf", "GEXF", "application/xml", (part) =>
      gexfOf(part, picture.positions, seen()?.sight.ground ?? "light"),
    ),
    table("zhengtu-nodes.csv", "CSV · 实体 entities", "text/csv", nodesCsv),
    table("zhengtu-relations.csv", "CSV · 关系 relations", "text/csv", edgesCsv),
    table("zhengtu.json", "JSON", "application/json", jsonOf),
  ];
}

function drawn() {
  const now = seen();
  return now && drawing(now.scene, now.sight, now.columns);
}
