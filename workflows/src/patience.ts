/** How long runs wait for what they ask of the outside, and how they ask again. */

/** One transaction in the store: asked again until it has gone through. */
export const ONE_TRANSACTION = {
  startToCloseTimeout: '20s',
  localRetryThreshold: '30s',
  retry: { initialInterval: '100ms', backoffCoefficient: 2, maximumInterval: '10s' },
} as const;

/** Longer work beats every second: after a kill of its worker another one goes on within seconds, not minutes. */
export const BEATING = {
  heartbeatTimeout: '5s',
  retry: { initialInterval: '200ms', backoffCoefficient: 2, maximumInterval: '30s' },
} as const;
