import type { OutwardActivities, StreamActivities } from '@quancheng/ports';
import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import { BEATING, ONE_TRANSACTION } from '../patience.ts';

// Local activities: 9–12 ms a command instead of 50–100 ms. A broken machine is tried again without limit;
// a refusal is an answer, not an error, so nothing here ever gives up on a clerk's command.
export const store = proxyLocalActivities<StreamActivities>(ONE_TRANSACTION);

export const outward = proxyActivities<OutwardActivities>({ ...BEATING, startToCloseTimeout: '5m' });
