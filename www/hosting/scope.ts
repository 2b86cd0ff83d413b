/** What of a service worker's surroundings is used: TypeScript's types of them exclude a page's. */
export interface ServiceWorkerScope {
  readonly registration: ServiceWorkerRegistration;
  readonly navigator: object;
  readonly clients: {
    matchAll(options: {
      readonly type: "window";
      readonly includeUncontrolled?: boolean;
    }): Promise<readonly WindowClient[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: WorkEvent) => void): void;
  addEventListener(type: "fetch", listener: (event: RequestEvent) => void): void;
}

interface WindowClient {
  readonly url: string;
  readonly frameType: "top-level" | "nested" | "auxiliary" | "none";
}

interface WorkEvent {
  /** Keeps the worker alive until then. */
  waitUntil(work: Promise<unknown>): void;
}

interface RequestEvent extends WorkEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
