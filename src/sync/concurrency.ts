/** Maps entries, at most `limit` at the same time. Results keep the order. Starts no entry after an error, and throws it. */
export async function mapLimited<T, R>(
  entries: readonly T[],
  limit: number,
  map: (entry: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  const queue = entries.entries();
  let failed = false;
  const worker = async (): Promise<void> => {
    for (const [index, entry] of queue) {
      if (failed) return;
      try {
        results[index] = await map(entry);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, entries.length) }, worker));
  return results;
}
