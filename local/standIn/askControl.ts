/** Calls the control of the stand-in at this address; throws its words when it refuses. */
export function askControl(url: string) {
  return async <T>(method: string, path: string, body?: object): Promise<T> => {
    const response = await fetch(`${url}/_control${path}`, {
      method,
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${(answer as { error: string }).error}`);
    return answer as T;
  };
}
