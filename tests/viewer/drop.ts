/** Files as the browser hands them to the page when they are let go over it. */
import type { JSHandle, Page } from "playwright-core";

/** A DataTransfer with one file of that name and text. */
export const transferOf = (page: Page, name: string, text: string): Promise<JSHandle> =>
  page.evaluateHandle(
    ([name, text]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text ?? ""], name ?? ""));
      return transfer;
    },
    [name, text],
  );
