/**
 * zod would write code of its own and try it out with `new Function`, which our Content-Security-Policy refuses and reports. Told so
 * before it is loaded, it reads its schemas instead. A page checks a form now and then: nobody notices.
 */
declare global {
  var __zod_globalConfig: { jitless?: boolean } | undefined;
}

globalThis.__zod_globalConfig = { ...globalThis.__zod_globalConfig, jitless: true };

export {};
