/** The API over a store and the built page. On loopback unless told otherwise; then with a token. */
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { serve as listen, type ServerType } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { compress } from "hono/compress";
import type { Store } from "../../cypher/store.ts";
import { explain, ServerError } from "./errors.ts";
import { headers, hostGuard, isLoopback, tokenGuard } from "./guard.ts";
import { createMemory, type Memory } from "./memory.ts";
import { createApi } from "./routes.ts";

export interface AppOptions {
  /** Refuse every Host but loopback names; default true. */
  loopbackOnly?: boolean;
  /** Demanded with every request where given. */
  token?: string;
  /** Folder of the built page; default dist/app. */
  page?: string;
  /** Told of every error that is no fault of the request. */
  log?: (error: unknown) => void;
}

const PAGE = fileURLToPath(new URL("../../dist/app", import.meta.url));

export function createApp(
  store: Store,
  options: AppOptions = {},
  memory: Memory = createMemory(store),
): Hono {
  const { loopbackOnly = true, token, page = PAGE, log = console.error } = options;
  const app = new Hono();
  app.onError((error, context) => {
    const { status, detail } = explain(error);
    if (status >= 500) log(error);
    return context.json({ error: detail }, status);
  });
  app.use(headers);
  app.use(hostGuard(loopbackOnly));
  if (token !== undefined) app.use(tokenGuard(token));
  // within one machine packing costs more than it saves
  if (!loopbackOnly) app.use(compress());
  app.route("/api", createApi(store, memory));
  app.use(
    "/assets/*",
    serveStatic({
      root: page,
      onFound: (_, context) => context.header("cache-control", "public, max-age=31536000, immutable"),
    }),
  );
  app.get("/", (_, next) => {
    if (existsSync(page)) return next();
    throw new ServerError(503, {
      who: "page",
      what: { zh: "网页还没有构建", en: "the page is not built" },
      advice: { zh: "请先运行 npm run build。", en: "Run npm run build first." },
    });
  });
  app.get("*", serveStatic({ root: page }));
  app.notFound((context) =>
    context.json(
      {
        error: {
          who: context.req.path.slice(0, 100),
          what: { zh: "没有这个地址", en: "no such address" },
          advice: { zh: "请从首页打开。", en: "Start from the first page." },
        },
      },
      404,
    ),
  );
  return app;
}

export interface ServeOptions {
  host?: string;
  /** 0 takes any free port; a taken one gives way to the next free one. */
  port?: number;
  token?: string;
  page?: string;
}

export interface Served {
  /** With the token where one is demanded. */
  url: string;
  port: number;
  close: () => Promise<void>;
}

const PORT = 7420;
const PORTS_TRIED = 50;

/** Serves until closed. Beyond loopback a token is demanded; one is made where none is given. */
export async function serve(store: Store, options: ServeOptions = {}): Promise<Served> {
  const { host = "127.0.0.1", port = PORT, page } = options;
  const open = !isLoopback(host);
  const token = options.token ?? (open ? randomBytes(18).toString("base64url") : undefined);
  const memory = createMemory(store);
  const given = {
    ...(token === undefined ? {} : { token }),
    ...(page === undefined ? {} : { page }),
  };
  const app = createApp(store, { loopbackOnly: !open, ...given }, memory);
  const { server, port: taken } = await listenFrom(app, host, port);
  void memory.warm();
  const shown = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host.includes(":") ? `[${host}]` : host;
  return {
    url: `http://${shown}:${taken}/${token === undefined ? "" : `?token=${encodeURIComponent(token)}`}`,
    port: taken,
    close: () => closeAll(server),
  };
}

async function listenFrom(
  app: Hono,
  host: string,
  first: number,
): Promise<{ server: ServerType; port: number }> {
  for (let port = first; ; port++) {
    try {
      return await listenOn(app, host, port);
    } catch (error) {
      const taken = (error as NodeJS.ErrnoException).code === "EADDRINUSE";
      if (!taken || first === 0 || port - first >= PORTS_TRIED) throw error;
    }
  }
}

function listenOn(app: Hono, hostname: string, port: number): Promise<{ server: ServerType; port: number }> {
  return new Promise((resolve, reject) => {
    const server = listen({ fetch: app.fetch, hostname, port }, (info) =>
      resolve({ server, port: info.port }),
    );
    server.once("error", reject);
  });
}

function closeAll(server: ServerType): Promise<void> {
  if ("closeAllConnections" in server) server.closeAllConnections();
  return new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));
}
