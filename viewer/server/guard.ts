/** What every request must pass: the right Host and Origin, a token beyond loopback, and headers that keep the page to itself. */
import { timingSafeEqual } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { ServerError } from "./errors.ts";

const LOOPBACK = new Set(["localhost", "::1", "[::1]"]);

/** 127.evil.example is a foreign name, 127.0.0.2 is not. */
export const isLoopback = (host: string): boolean =>
  LOOPBACK.has(host.toLowerCase()) || /^127(?:\.\d{1,3}){3}$/.test(host);

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

export const headers: MiddlewareHandler = async (context, next) => {
  await next();
  context.header("content-security-policy", POLICY);
  context.header("x-content-type-options", "nosniff");
  context.header("referrer-policy", "no-referrer");
  context.header("cross-origin-opener-policy", "same-origin");
  context.header("cross-origin-resource-policy", "same-origin");
  if (context.req.path.startsWith("/api")) context.header("cache-control", "no-store");
};

/** On loopback only loopback names are answered, so that no foreign name can be pointed here (DNS rebinding). */
export function hostGuard(loopbackOnly: boolean): MiddlewareHandler {
  return async (context, next) => {
    const host = context.req.header("host") ?? "";
    const name = host.replace(/:\d+$/, "");
    if (loopbackOnly && !isLoopback(name)) throw refused("host", name);
    const origin = context.req.header("origin");
    if (origin !== undefined && !sameOrigin(origin, host)) throw refused("origin", origin);
    const site = context.req.header("sec-fetch-site") ?? "none";
    if (!OWN_SITES.has(site) && context.req.path.startsWith("/api")) throw refused("origin", site);
    await next();
  };
}

/** What the browser says of who asks: the page itself, or the reader by hand. Another port of this machine is "same-site". */
const OWN_SITES = new Set(["same-origin", "none"]);

function sameOrigin(origin: string, host: string): boolean {
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}

const refused = (who: string, value: string): ServerError =>
  new ServerError(403, {
    who,
    what: {
      zh: `不接受来自 ${value.slice(0, 100)} 的请求`,
      en: `requests from ${value.slice(0, 100)} are not accepted`,
    },
    advice: {
      zh: "请用 zhengtu 打印的地址打开；要从别的机器访问，请用 --host 启动。",
      en: "Use the address that zhengtu printed; to reach it from other machines start it with --host.",
    },
  });

const COOKIE = "zhengtu-token";

/** `?token=…` once, then a cookie; or an Authorization header for programs. */
export function tokenGuard(token: string): MiddlewareHandler {
  return async (context, next) => {
    const given = context.req.query("token");
    if (given !== undefined && equal(given, token) && context.req.method === "GET") {
      setCookie(context, COOKIE, token, { httpOnly: true, sameSite: "Strict", path: "/" });
      return context.redirect(context.req.path.replace(/^\/+/, "/"));
    }
    if (!equal(getCookie(context, COOKIE) ?? bearer(context), token))
      throw new ServerError(401, {
        who: "token",
        what: { zh: "缺少访问口令", en: "the token is missing or wrong" },
        advice: {
          zh: "请用 zhengtu 打印的带 token 的地址打开。",
          en: "Open the address with the token that zhengtu printed.",
        },
      });
    await next();
  };
}

const bearer = (context: Context): string =>
  (context.req.header("authorization") ?? "").replace(/^Bearer /, "");

function equal(a: string, b: string): boolean {
  const [one, two] = [Buffer.from(a), Buffer.from(b)];
  return one.length === two.length && timingSafeEqual(one, two);
}
