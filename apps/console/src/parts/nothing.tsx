/** Where a list is empty it says so, in words that can be read. */
export function Nothing({ words }: { words: string }) {
  return <p className="nothing">{words}</p>;
}
