/** The address of the service worker of the folder that this page lies in. */
export const workerAddress = (): string => new URL("sw.js", document.baseURI).href;

/** The browser's service workers; null where it has none for this page. */
export function serviceWorkers(): ServiceWorkerContainer | null {
  try {
    return "serviceWorker" in navigator ? navigator.serviceWorker : null;
  } catch {
    // In a sandboxed frame even the question is refused.
    return null;
  }
}

/** Resolves when the service worker keeps a whole build and answers for the next page. */
export async function register(container: ServiceWorkerContainer): Promise<void> {
  const registration = await container.register(workerAddress());
  const worker = registration.active ?? registration.waiting ?? registration.installing;
  if (worker === null) throw new Error("The service worker was given up.");
  await new Promise<void>((resolve, reject) => {
    const settle = (): void => {
      if (worker.state === "activated") resolve();
      if (worker.state === "redundant") reject(new Error("The service worker could not install."));
    };
    worker.addEventListener("statechange", settle);
    settle();
  });
}
