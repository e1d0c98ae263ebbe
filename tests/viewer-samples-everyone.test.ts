/** By keys, by ear, on a phone, in the dark, without a server: for everyone, in a real browser on the samples. */
import type { Browser } from "playwright-core";
import { describe, expect, test, vi } from "vitest";
import { ENTITY_TYPES, RELATION_TYPES } from "../ingest/ontology.ts";
import { LOOKS } from "../viewer/app/palette.ts";
import type { NodeCard } from "../viewer/server/api.ts";
import { launchBrowser } from "./browser.ts";
import { faintTexts } from "./viewer/contrast.ts";
import { colorsAt, drawnNames, eventually, placeOf, settled } from "./viewer/looking.ts";
import { nameOf, readSamples } from "./viewer/samples.ts";

// the tests share their machine with others
vi.setConfig({ testTimeout: 90_000 });

const browser: Browser | null = await launchBrowser();

describe.skipIf(!browser)("the page for everyone", () => {
  const on = readSamples(browser, { settles: false });
  const { at, panel, button, words } = on;

  const chosen = (id: string): string => `#/graph?steps=o.${id}&chosen=${id}`;
  const narrowEnough = (): Promise<boolean> =>
    on.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);

  describe("for everyone", () => {
    test("by keys alone: search, open, expand, walk, evidence, close, with the focus seen all the way", async () => {
      await at();
      await settled(on.page);
      await on.page.keyboard.press("Control+k");
      await on.page.keyboard.type(on.home.name);
      await on.page.getByRole("option").first().waitFor();
      await on.page.keyboard.press("Enter");
      await settled(on.page);
      const walked: string[] = [];
      for (let times = 0; times < 60; times++) {
        await on.page.keyboard.press("Tab");
        const stop = await focused();
        walked.push(stop.name);
        expect(stop, `the focus is not seen on ${stop.name}`).toMatchObject({ seen: true });
        if (stop.name.startsWith("原文依据")) break;
      }
      for (const name of ["显示", "列表", "分享导出", "放大", "关闭", "收起", "按关系展开", "固定位置"])
        expect(walked).toContain(name);
      await on.page.keyboard.press("Enter");
      await panel().locator(".sentence").first().waitFor();
      await on.page.locator(".canvas").focus();
      await on.page.keyboard.press("ArrowRight");
      await eventually(() => panel().locator("h2").innerText()).not.toBe(on.home.name);
      const name = await panel().locator("h2").innerText();
      await on.page.keyboard.press("h");
      await eventually(() => drawnNames(on.page)).not.toContain(name.slice(0, 60));
      await on.page.keyboard.press("Control+z");
      await eventually(() => drawnNames(on.page)).toContain(name.slice(0, 60));
      await on.page.locator(".canvas").focus();
      await on.page.keyboard.press("Escape");
      await eventually(() => panel().count()).toBe(0);
    });
    /** What has the focus, and whether one sees that: an outline, a border or a shadow that it has not without. */
    const focused = (): Promise<{ name: string; seen: boolean }> =>
      on.page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        const look = (): string => {
          const parts = [
            element,
            element.parentElement as HTMLElement,
            element.nextElementSibling as HTMLElement,
          ];
          return parts
            .filter(Boolean)
            .map((part) => {
              const { outlineStyle, outlineWidth, borderColor, boxShadow } = getComputedStyle(part);
              return [outlineStyle === "none" ? "" : outlineWidth, borderColor, boxShadow].join();
            })
            .join(";");
        };
        const name = element.getAttribute("aria-label") ?? element.innerText ?? "";
        const on = look();
        element.blur();
        const off = look();
        element.focus();
        const box = element.getBoundingClientRect();
        return { name: name.trim(), seen: on !== off && box.width > 0 };
      });

    test("what is found is said to those who do not see it; Escape leaves the panel for the canvas", async () => {
      await at();
      await settled(on.page);
      await on.page.keyboard.press("Control+k");
      await on.page.keyboard.type(on.home.name);
      await eventually(() => words(on.page.getByRole("status").first())).toMatch(/找到 \d+ 个/);
      await on.page.keyboard.press("Enter");
      await panel().locator("h2").waitFor();
      await button("复制为文字").focus();
      await on.page.keyboard.press("Escape");
      await eventually(() => panel().count()).toBe(0);
      expect(await on.page.evaluate(() => document.activeElement?.className)).toContain("canvas");
      await on.page.keyboard.press("ArrowRight");
      await panel().locator("h2").waitFor();
      await panel().getByRole("button", { name: "关闭" }).focus();
      await on.page.keyboard.press("Enter");
      await eventually(() => panel().count()).toBe(0);
      expect(await on.page.evaluate(() => document.activeElement?.className)).toContain("canvas");
    });

    test("dialogs give the focus back; the list says what the canvas shows and follows the filter", async () => {
      await at(`#/graph?steps=o.${on.home.id}`);
      await settled(on.page);
      const names = await drawnNames(on.page);
      await on.page.locator(".legend-row", { hasText: ENTITY_TYPES.Policy.zh }).click();
      await button("列表").focus();
      await on.page.keyboard.press("Enter");
      const list = on.page.getByRole("dialog");
      await list.waitFor();
      const shown = (await list.locator(".list-name").allInnerTexts()).map((name) => name.slice(0, 60));
      expect(shown.sort()).toEqual((await drawnNames(on.page)).sort());
      expect(shown.length).toBeLessThan(names.length);
      expect(await words(list)).toContain(`${RELATION_TYPES.PURSUES.zh}`);
      await on.page.keyboard.press("Escape");
      await eventually(() => list.count()).toBe(0);
      await eventually(() => on.page.evaluate(() => document.activeElement?.textContent)).toBe("列表");
      await button("显示").focus();
      await on.page.keyboard.press("Enter");
      await on.page.getByRole("radiogroup", { name: "布局" }).waitFor();
      await on.page.keyboard.press("Escape");
      await eventually(() => on.page.evaluate(() => document.activeElement?.textContent)).toBe("显示");
      await button("列表").click();
      await on.page.getByRole("dialog").locator(".list-name").first().click();
      await eventually(() => panel().locator("h2").count()).toBe(1);
    });

    test("every button, field and dialog has a name", async () => {
      for (const hash of [
        "",
        chosen(on.home.id),
        "#/cypher",
        `#/compare?compare=${on.samples.overview.districts
          .slice(0, 2)
          .map(({ node }) => node.id)
          .join("~")}`,
        `#/report?report=${on.samples.overview.reports[0]?.id}`,
      ]) {
        await at(hash);
        await on.page.locator("main").waitFor();
        await eventually(() => on.page.locator(".mantine-Loader-root, .mantine-Skeleton-root").count()).toBe(
          0,
        );
        const nameless = await on.page.evaluate(() =>
          [
            ...document.querySelectorAll<HTMLElement>(
              "button, a, input:not([type=hidden]), select, textarea, [role]",
            ),
          ]
            .filter((element) => element.offsetParent !== null)
            .filter((element) => {
              const labels = (element as HTMLInputElement).labels;
              const named =
                element.getAttribute("aria-label") ||
                element.getAttribute("aria-labelledby") ||
                element.getAttribute("title") ||
                element.textContent?.trim() ||
                (labels && labels.length > 0);
              return (
                !named &&
                element.getAttribute("aria-hidden") !== "true" &&
                !/presentation|none|status|img/.test(element.role ?? "")
              );
            })
            .map((element) => element.outerHTML.slice(0, 160)),
        );
        expect(nameless, hash).toEqual([]);
      }
    });

    test("text stands out from its ground in light and in dark, on every view", async () => {
      const views = [
        "",
        chosen(on.home.id),
        "#/cypher",
        `#/report?report=${on.samples.overview.reports[0]?.id}`,
        `#/compare?compare=${on.samples.overview.districts
          .slice(0, 2)
          .map(({ node }) => node.id)
          .join("~")}`,
      ];
      for (const dark of [false, true])
        for (const hash of views) {
          await at(hash, { dark });
          await on.page.locator("main").waitFor();
          await eventually(() =>
            on.page.locator(".mantine-Loader-root, .mantine-Skeleton-root").count(),
          ).toBe(0);
          expect(await on.page.evaluate(faintTexts), `${hash} ${dark ? "dark" : "light"}`).toEqual([]);
        }
    });

    test("390 pixels are enough for reading and searching, in the dark too", async () => {
      const phone = { width: 390, height: 844, dark: true };
      await at("", phone);
      await on.page.getByRole("textbox").first().fill(on.home.name);
      await on.page.getByRole("option").first().click();
      await eventually(() => panel().locator("h2").innerText()).toBe(on.home.name);
      await panel().locator(".fact-quote").first().click();
      await panel().getByText("看全文").first().click();
      await on.page.locator(".reader h1").waitFor();
      expect(await narrowEnough()).toBe(true);
      const searched = await on.page.getByRole("textbox").first().boundingBox();
      expect(searched?.width).toBeGreaterThan(300);
      for (const hash of [
        "",
        chosen(on.home.id),
        "#/cypher",
        `#/compare?compare=${on.samples.overview.districts
          .slice(0, 3)
          .map(({ node }) => node.id)
          .join("~")}`,
      ]) {
        await at(hash, phone);
        await on.page.locator("main").waitFor();
        await eventually(() => on.page.locator(".mantine-Loader-root, .mantine-Skeleton-root").count()).toBe(
          0,
        );
        expect(await narrowEnough(), hash).toBe(true);
      }
    });

    test("dark and light, Chinese and English are a click away and stay", async () => {
      await at();
      await settled(on.page);
      expect(await colorsAt(on.page, await placeOf(on.page, on.home.name), 9)).toContain(
        LOOKS.District.light,
      );
      await button("深浅色").click();
      await eventually(async () => colorsAt(on.page, await placeOf(on.page, on.home.name), 9)).toContain(
        LOOKS.District.dark,
      );
      await button("English").click();
      await eventually(() => on.page.locator(".totals").innerText()).toContain("Reports");
      await on.page.reload();
      await eventually(() => on.page.locator(".totals").innerText()).toContain("Reports");
      await settled(on.page);
      expect(await colorsAt(on.page, await placeOf(on.page, on.home.name), 9)).toContain(LOOKS.District.dark);
    });

    test("waiting is shown; when the server is gone it says so, and goes on when it is back", async () => {
      await at(`#/graph?steps=o.${on.home.id}`);
      await settled(on.page);
      await on.page.route("**/api/entity/**", async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 600));
        await route.continue();
      });
      const { x, y } = await placeOf(on.page, nameOf(on.samples.home.initiatives[0] as NodeCard));
      await on.page.mouse.click(x, y);
      await panel().locator(".mantine-Loader-root").waitFor();
      await panel().locator("h2").waitFor();
      await on.page.unroute("**/api/entity/**");
      await on.page.route("**/api/**", (route) => route.abort());
      const spot = await placeOf(on.page, nameOf(on.samples.home.initiatives[1] as NodeCard));
      await on.page.mouse.click(spot.x, spot.y);
      await eventually(() => on.page.getByRole("alert").first().innerText()).toMatch(
        /连接不到服务程序[\s\S]*请确认 zhengtu 仍在运行/,
      );
      await on.page.unroute("**/api/**");
      await panel().getByRole("button", { name: "重试" }).click();
      await panel().locator("h2").waitFor();
    });
  });
});
