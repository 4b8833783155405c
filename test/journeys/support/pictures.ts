/** The pictures of docs/images, taken on the way, and only where they are asked for (`npm run screenshots`). */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import sharp from "sharp";
import { rootFolder } from "../../editor/extension.ts";

/** Whether pictures are asked for. */
export const taking = process.env.IMMUNOLEX_PICTURES === "yes";

/** Pixels of a picture to one of the window; letters are sharp at 1.5. */
export const scale = taking ? 1.5 : 1;

/** Where the pictures go. */
export const images = join(rootFolder, "docs", "images");

/** A picture should load at once. */
const mostBytes = 58_000;

/** A part of the window in CSS pixels. */
export interface Part {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Gives the window the size of a picture, where pictures are asked for. */
export async function sizeOf(page: Page, width: number, height: number): Promise<void> {
  if (taking) await page.setViewportSize({ width, height });
}

/**
 * Takes a picture of a part of the window, where pictures are asked for. Letters stay sharp in few colours, and weigh less
 * so than in the many that a photograph needs.
 */
export async function picture(page: Page, name: string, part: () => Promise<Part>): Promise<void> {
  if (!taking) return;
  const shot = await page.screenshot({ clip: await part(), animations: "disabled" });
  for (const colours of [64, 24, 16]) {
    const few = await sharp(shot).png({ palette: true, colours, dither: 0 }).toBuffer();
    const bytes = await sharp(few).webp({ lossless: true, effort: 6 }).toBuffer();
    writeFileSync(join(images, name), bytes);
    if (bytes.length <= mostBytes) return;
  }
}

/** The smallest part that holds elements, with a margin around them, within the window. */
export async function around(page: Page, elements: readonly Locator[], margin = 0): Promise<Part> {
  const boxes = await Promise.all(elements.map((element) => element.first().boundingBox()));
  const seen = boxes.filter((box) => box !== null);
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const left = Math.max(0, Math.min(...seen.map(({ x }) => x)) - margin);
  const top = Math.max(0, Math.min(...seen.map(({ y }) => y)) - margin);
  const right = Math.min(width, Math.max(...seen.map((box) => box.x + box.width)) + margin);
  const bottom = Math.min(height, Math.max(...seen.map((box) => box.y + box.height)) + margin);
  return { x: left, y: top, width: right - left, height: bottom - top };
}
