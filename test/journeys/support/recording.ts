import { join } from "node:path";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { images } from "./pictures.ts";

/** A recording made of moments, each shown for as long as a reader needs for it and not for as long as it took. */
export class Recording {
  private readonly page: Page;
  private readonly moments: { readonly frame: Buffer; readonly ms: number }[] = [];

  constructor(page: Page) {
    this.page = page;
  }

  /** Shows the window as it is now, for so many milliseconds of the recording. */
  async hold(ms: number): Promise<void> {
    this.moments.push({ frame: await this.page.screenshot({ animations: "disabled" }), ms });
  }

  /** Writes the recording as an animated WebP, which goes on for ever. */
  async save(name: string): Promise<void> {
    const frames = this.moments.map(({ frame }) => frame);
    await sharp(frames, { join: { animated: true } })
      .webp({ quality: 60, effort: 5, minSize: true, loop: 0, delay: this.moments.map(({ ms }) => ms) })
      .toFile(join(images, name));
  }
}
