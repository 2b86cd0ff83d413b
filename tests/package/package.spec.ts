/** The npm package in a project that has nothing else. */
import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "../../scripts/lib/paths.mjs";
import { serveFolder } from "../../scripts/lib/static-server.mjs";
import { makePackage } from "../../scripts/package.mjs";
import { expect, test } from "../e2e/test";

const exec = promisify(execFile);

/** A command that succeeds, or fails with all that it said. */
async function run(cwd: string, command: string, ...args: string[]): Promise<void> {
  await exec(command, args, { cwd }).catch((error: Error & { stdout: string }) => {
    throw new Error(`${error.message}\n${error.stdout}`);
  });
}

/** Both entries, as strictly typed as they are. */
const MAIN = `import { createEngine, type Report } from "gil-playground";
import { GilPlayground } from "gil-playground/element";

const element: GilPlayground = document.createElement("gil-playground");
// Of a script it is another report.
element.addEventListener("report", ({ detail }) => "mismatches" in detail && show(detail));

function show({ plan, mismatches }: Report): void {
  document.body.textContent = [...plan.models, mismatches.length, element.localName].join(" ");
}

const engine = await createEngine({ wasm: "/wasm/" });
show(await engine.run({ program: "countdown", args: { n: 5_000_000 }, workers: [2], samples: 2 }));
`;

const FILES = {
  "package.json": JSON.stringify({ name: "empty", private: true, type: "module" }),
  "tsconfig.json": JSON.stringify({
    compilerOptions: {
      target: "es2022",
      module: "esnext",
      moduleResolution: "bundler",
      lib: ["es2023", "dom", "dom.iterable"],
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
    },
    include: ["main.ts"],
  }),
  "index.html": `<!doctype html><html lang="en"><head><title>Empty</title></head><body><script type="module" src="/main.ts"></script></body></html>`,
  "main.ts": MAIN,
};

let project = "";

test.beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), "gil-playground-"));
});

test.afterAll(() => rm(project, { recursive: true, force: true }));

test("an empty Vite project installs the package, checks its types and runs an experiment", async ({
  page,
}) => {
  await run(makePackage(), "npm", "pack", "--pack-destination", project);
  const tarball = (await readdir(project)).find((name) => name.endsWith(".tgz")) ?? "";
  for (const [name, text] of Object.entries(FILES)) await writeFile(join(project, name), text);
  const alone = ["--offline", "--no-audit", "--no-fund"];
  await run(project, "npm", "install", ...alone, `./${tarball}`);

  const installed = join(project, "node_modules");
  for (const tool of ["typescript", "vite"]) {
    await symlink(join(root, "node_modules", tool), join(installed, tool));
  }
  // The one step that the README asks for.
  const wasm = join(installed, "gil-playground/dist/wasm");
  await cp(wasm, join(project, "public/wasm"), { recursive: true });
  await run(project, "node", join(installed, "typescript/bin/tsc"));
  await run(project, "node", join(installed, "vite/bin/vite.js"), "build", "--target", "es2022");

  const server = await serveFolder({ folder: join(project, "dist"), port: 0 });
  await page.goto(server.url);
  await expect(page.locator("body")).toHaveText(
    "sequential gil free-threaded process 0 gil-playground",
  );
  await server.close();
});
