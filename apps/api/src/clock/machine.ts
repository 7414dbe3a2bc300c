import { type Instant, instantFromEpoch } from '@quancheng/kernel';

/** The one place of the API that reads the machine's clock. */
export const machineEpoch = (): number => Date.now();

export const machineNow = (): Instant => instantFromEpoch(machineEpoch());
