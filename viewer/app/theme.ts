/** Typography, colours and spacing of the page. */
import { Button, createTheme, type MantineColorsTuple } from "@mantine/core";

const cinnabar: MantineColorsTuple = [
  "#fbf0ee",
  "#f3dcd8",
  "#e8b7b0",
  "#dc8f85",
  "#d26d61",
  "#b9453b",
  "#a8322d",
  "#962b27",
  "#852421",
  "#731b19",
];

/** As the page's own paper and ink in the dark (app.css). */
const dark: MantineColorsTuple = [
  "#e9e6df",
  "#c4c0b7",
  "#a9a59b",
  "#8f8b83",
  "#31353d",
  "#282c33",
  "#1d2026",
  "#15171b",
  "#101215",
  "#0b0c0f",
];

export const theme = createTheme({
  primaryColor: "cinnabar",
  primaryShade: { light: 6, dark: 5 },
  colors: { cinnabar, dark },
  fontFamily: `"PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC",system-ui,sans-serif`,
  headings: {
    fontFamily: `"Songti SC","STSong","Noto Serif CJK SC","Noto Serif SC","Source Han Serif SC",SimSun,serif`,
    fontWeight: "600",
  },
  defaultRadius: "md",
  components: { Button: Button.extend({ styles: { label: { fontWeight: 500 } } }) },
  respectReducedMotion: true,
  fontSizes: { xs: "12px", sm: "13.5px", md: "15px", lg: "17px", xl: "20px" },
});
