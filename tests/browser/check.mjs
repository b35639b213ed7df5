// Drives the pages as a reader would: mouse, keyboard, phone, dark room, no script, hostile text.
//     node check.mjs CHROMIUM PAGES SAMPLES OUT
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [executablePath, pages, samples, out] = process.argv.slice(2);
const profile = mkdtempSync(join(tmpdir(), "vinews-browser-"));
const launch = {
  executablePath,
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync"],
};
const desktop = { width: 1280, height: 860 };
const phone = { width: 390, height: 844 };
const browser = await chromium.launchPersistentContext(profile, launch);

/** Opens a page with nothing of the others'; fails on any request but its own and any message. */
async function open(name, options = {}) {
  const context = await browser.browser().newContext({ viewport: desktop, ...options });
  const page = await context.newPage();
  const wrong = [];
  const own = pathToFileURL(resolve(pages, name)).href;
  page.on("request", (request) => { if (request.url().split("#")[0] !== own) wrong.push(request.url()); });
  page.on("console", (message) => wrong.push(message.text()));
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("dialog", (dialog) => { wrong.push(dialog.message()); dialog.dismiss(); });
  await page.goto(own);
  return { page, close: async () => { await context.close(); assert.deepEqual(wrong, []); } };
}

const bare = (text) => text.replace(/\s+/gu, "");
/** What a mark looks like to the eye. */
const look = (mark) => mark.evaluate((element) => {
  const style = getComputedStyle(element);
  return `${style.backgroundColor} ${style.textDecorationLine}`;
});
const plain = "rgba(0, 0, 0, 0) none";

const checks = {
  async "the text is whole and in order"() {
    const { page, close } = await open("many.html");
    const articles = await page.locator("article .text").all();
    const names = readdirSync(samples).sort();
    assert.equal(articles.length, names.length);
    for (const [i, name] of names.entries()) {
      const shown = await articles[i].evaluate((text) =>
        [...text.querySelectorAll("h2, p:not(.source)")].map((part) => part.textContent).join(""));
      assert.equal(bare(shown), bare(readFileSync(join(samples, name), "utf8")), name);
    }
    await close();
  },

  async "each kind is marked and the legend switches each"() {
    const { page, close } = await open("many.html");
    for (const kind of ["person", "title", "place", "organization", "abbreviation"]) {
      const marks = page.locator(`mark.${kind}`);
      assert.ok(await marks.count() > 0, `no ${kind} in the samples`);
      assert.notEqual(await look(marks.first()), plain, kind);
      await page.locator(`label.${kind}`).click();
      assert.equal(await look(marks.first()), plain, kind);
      await page.locator(`#show-${kind}`).focus();
      await page.keyboard.press("Space");
      assert.notEqual(await look(marks.first()), plain, kind);
    }
    await close();
  },

  async "pointing at a mark says more"() {
    const { page, close } = await open("many.html");
    const card = page.locator("#card");
    assert.ok(await card.isHidden());
    for (const kind of ["person", "place", "abbreviation"]) {
      const mark = page.locator(`article mark.${kind}[data-card]`).first();
      await mark.scrollIntoViewIfNeeded();
      await mark.hover();
      await card.waitFor({ state: "visible" });
      const entry = await mark.evaluate((element) =>
        [...element.closest("article").querySelector(`[data-entry="${element.dataset.card}"]`).querySelectorAll("button, .more:not(.within)")].map((child) => child.textContent));
      const said = await card.textContent();
      for (const line of entry) assert.ok(said.includes(line), `${kind}: ${line} not in ${said}`);
      await page.mouse.move(2, 2);
      await card.waitFor({ state: "hidden" });
    }
    await close();
  },

  async "units say where they lie and what they are now"() {
    const { page, close } = await open("many.html");
    const within = await page.locator("li[data-entry^=l] .more").allTextContents();
    assert.ok(within.some((line) => line.includes(", ")), "a path of units");
    assert.ok(await page.locator(".now").count() > 0, "a unit that is another now");
    await close();
  },

  async "the keyboard leads from mark to mark"() {
    const { page, close } = await open("one.html");
    const focused = () => page.evaluate(() => {
      const marks = [...document.querySelectorAll(".text mark")];
      return [marks.indexOf(document.activeElement), marks.length];
    });
    for (let i = 0; i < 12 && (await focused())[0] < 0; i += 1) await page.keyboard.press("Tab");
    const [first, count] = await focused();
    assert.equal(first, 0);
    assert.ok(await page.locator("#card").isVisible(), "focus says more, too");
    await page.keyboard.press("ArrowRight");
    assert.equal((await focused())[0], 1);
    await page.keyboard.press("End");
    assert.equal((await focused())[0], count - 1);
    await page.keyboard.press("Home");
    await page.keyboard.press("Escape");
    assert.ok(await page.locator("#card").isHidden());
    await page.keyboard.press("Tab");
    assert.equal((await focused())[0], -1, "one tab leaves the text");
    await close();
  },

  async "a name in the list leads to its mentions"() {
    const { page, close } = await open("one.html");
    const button = page.locator("li[data-entry=p0] button");
    await button.click();
    assert.equal(await page.locator('mark.person[data-card="p0"].lit').count(),
      await page.locator('mark.person[data-card="p0"]').count());
    await close();
  },

  async "over several articles there is a summary, first of all"() {
    const { page, close } = await open("many.html");
    assert.equal(await page.evaluate(() => document.querySelector("main").firstElementChild.className), "summary");
    const bars = await page.locator(".bars.person i").evaluateAll((all) => all.map((bar) => bar.offsetWidth));
    assert.ok(bars.length > 0 && bars[0] >= bars.at(-1) && bars[0] > 100, String(bars));
    const links = page.locator(".contents a");
    assert.equal(await links.count(), readdirSync(samples).length);
    await links.nth(2).click();
    const top = await page.locator("article").nth(2).evaluate((article) => article.getBoundingClientRect().top);
    assert.ok(Math.abs(top) < 200, String(top));
    await close();
    const one = await open("one.html");
    assert.equal(await one.page.locator(".summary").count(), 0);
    await one.close();
  },

  async "it fits a phone"() {
    for (const name of ["many.html", "one.html", "hostile.html"]) {
      const { page, close } = await open(name, { viewport: phone, isMobile: true, hasTouch: true });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= phone.width, `${name} is ${wide} wide`);
      const mark = page.locator(".text mark").first();
      if (await mark.count()) {
        await mark.tap();
        const box = await page.locator("#card").boundingBox();
        assert.ok(box.x >= 0 && box.x + box.width <= phone.width && box.y + box.height <= phone.height, name);
      }
      await close();
    }
  },

  async "text stands out from what is behind it, light and dark"() {
    for (const colorScheme of ["light", "dark"]) {
      const { page, close } = await open("many.html", { colorScheme });
      const worst = await page.evaluate(() => {
        const rgb = (color) => color.match(/[\d.]+/g).map(Number);
        const light = (color) => {
          const [r, g, b] = rgb(color).map((v) => (v / 255 <= 0.03928 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const behind = (element) => {
          for (let at = element; at; at = at.parentElement) {
            const color = getComputedStyle(at).backgroundColor;
            if (rgb(color)[3] !== 0) return color;
          }
          return "rgb(255, 255, 255)";
        };
        let least = [99, ""];
        for (const element of document.querySelectorAll("p, h2, h3, h4, mark, button, .more, .times, .bars b, .bars span, .contents a")) {
          const [a, b] = [light(getComputedStyle(element).color), light(behind(element))].sort((x, y) => y - x);
          const contrast = (a + 0.05) / (b + 0.05);
          if (contrast < least[0]) least = [contrast, element.className || element.tagName];
        }
        return least;
      });
      assert.ok(worst[0] >= 4.5, `${colorScheme}: ${worst}`);
      await close();
    }
  },

  async "nothing in an article is taken for the page"() {
    const { page, close } = await open("hostile.html");
    assert.equal(await page.evaluate(() => window.harmed), undefined);
    assert.equal(await page.locator("article").count(), 2);
    assert.equal(await page.locator("article script, article img, article style").count(), 0);
    const shown = await page.locator("article .text").first().textContent();
    for (const part of ["<script>window.harmed", "<img src=x onerror=", "&lt;script&gt; &amp;", "<!-- </div>"])
      assert.ok(shown.includes(part), part);
    await close();
  },

  async "it can be read and switched without script"() {
    const { page, close } = await open("many.html", { javaScriptEnabled: false });
    assert.ok(await page.locator("article .text p").first().isVisible());
    assert.ok(await page.locator(".summary").count() === 1);
    const mark = page.locator("mark.place").first();
    await page.locator("label.place").click();
    assert.equal((await page.locator("#show-place").isChecked()), false);
    assert.ok(await mark.count() > 0);
    await close();
  },
};

/** Pictures for people to look at. */
async function shots() {
  for (const [name, viewport] of [["desktop", desktop], ["phone", phone]]) {
    for (const colorScheme of ["light", "dark"]) {
      const { page, close } = await open("many.html", { viewport, colorScheme, deviceScaleFactor: name === "phone" ? 2 : 1 });
      const shot = (part) => page.screenshot({ path: join(out, "shots", `${name}-${colorScheme}-${part}.png`) });
      await shot("summary");
      await page.locator("article").first().evaluate((article) => article.scrollIntoView());
      await page.waitForTimeout(100);
      await shot("article");
      const mark = page.locator("article").first().locator("mark.place").nth(1);
      await mark.evaluate((element) => element.scrollIntoView({ block: "center" }));
      await mark.focus();
      await shot("card");
      if (name === "phone") {
        await page.locator("aside").first().evaluate((lists) => lists.scrollIntoView());
        await page.keyboard.press("Escape");
        await shot("lists");
      }
      await close();
    }
  }
}

let failed = 0;
for (const [name, check] of Object.entries(checks)) {
  try {
    await check();
    console.log(`browser: ok: ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`browser: FAILED: ${name}\n${error.stack ?? error}`);
  }
}
await shots();
await browser.close();
rmSync(profile, { recursive: true, force: true });
process.exit(failed ? 1 : 0);
