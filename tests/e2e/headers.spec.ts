/** What is sent with the files, and what the page asks for. */
import { QUICK, run } from "./controls";
import { expect, test } from "./test";

test("no request leaves the origin, and there are no cookies", async ({ page, context, sites }) => {
  const asked = new Set<string>();
  context.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol !== "blob:") asked.add(origin);
  });
  await page.goto(sites.isolated + QUICK);
  await run(page);
  expect([...asked]).toEqual([new URL(sites.isolated).origin]);
  expect(await context.cookies()).toEqual([]);
});

test("the policy of the page is the one of the headers, and allows nothing inline", async ({
  page,
  request,
  sites,
}) => {
  const response = await request.get(sites.isolated);
  const policy = response.headers()["content-security-policy"];
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain("unsafe-inline");
  await page.goto(sites.plain);
  const inPage = page.locator("meta[http-equiv=Content-Security-Policy]");
  expect(await inPage.getAttribute("content")).toBe(policy);
});

test("what is named by its content is kept for ever, everything else is asked for again", async ({
  page,
  request,
  sites,
}) => {
  await page.goto(sites.isolated + QUICK);
  await run(page);
  const files = await page.evaluate(() =>
    performance.getEntriesByType("resource").map(({ name }) => name),
  );
  const assets = files.filter((file) => file.startsWith("http"));
  expect(assets.length).toBeGreaterThan(4);
  for (const file of assets) {
    const response = await request.get(file);
    expect(file).toContain("/assets/");
    expect(response.headers()["cache-control"]).toContain("immutable");
  }
  for (const name of ["", "sw.js", "engine.js"]) {
    const response = await request.get(sites.isolated + name);
    const { "cache-control": caching, etag = "" } = response.headers();
    expect(caching).toBe("no-cache");
    const again = await request.get(sites.isolated + name, { headers: { "If-None-Match": etag } });
    expect(again.status()).toBe(304);
  }
});

test("files are sent as the browser takes them", async ({ request, sites }) => {
  for (const encoding of ["br", "gzip"]) {
    const headers = { "Accept-Encoding": encoding };
    const response = await request.get(sites.isolated, { headers });
    expect(response.headers()["content-encoding"]).toBe(encoding);
    expect(await response.text()).toContain("GIL playground");
  }
  const plain = await request.get(sites.isolated, { headers: { "Accept-Encoding": "identity" } });
  expect(plain.headers()["content-encoding"]).toBeUndefined();
});

test("hosts find their settings beside the page", async ({ request, sites }) => {
  const page = await request.get(sites.isolated);
  const { "content-security-policy": policy = "none" } = page.headers();
  for (const name of ["_headers", "hosting/nginx.conf", "hosting/Caddyfile"]) {
    const text = await (await request.get(sites.isolated + name)).text();
    expect(text).toContain(policy);
    expect(text).toContain("Document-Isolation-Policy");
    expect(text).toContain("immutable");
  }
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the page says what it is and what it needs", async ({ page, sites }) => {
    await page.goto(sites.isolated);
    await expect(page.getByRole("heading", { name: "GIL playground" })).toBeVisible();
    await expect(page.getByText("This page needs JavaScript")).toBeVisible();
  });
});
