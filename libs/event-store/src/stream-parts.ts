import {
  type DivisionCode,
  isRefusal,
  parseStreamId,
  type StreamId,
  type StreamParts,
} from '@quancheng/kernel';

/** Throws on a malformed id and, when a division is given, on a stream of another division: both are broken code, not a clerk's mistake. */
export function partsOf(stream: StreamId, division?: DivisionCode): StreamParts {
  const parts = parseStreamId(stream);
  if (isRefusal(parts)) throw new RangeError(`not a stream id: ${stream.slice(0, 160)}`);
  if (division !== undefined && parts.division !== division)
    throw new RangeError(`stream ${stream} does not belong to division ${division}`);
  return parts;
}
