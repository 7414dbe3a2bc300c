import { condition, defineUpdate, proxyLocalActivities, setHandler } from '@temporalio/workflow';

const { nothing } = proxyLocalActivities<{ nothing(): Promise<void> }>({ startToCloseTimeout: '10s' });

/** The least that any durable command on this server costs: an Update whose handler runs one empty local activity. */
export async function bareUpdate(): Promise<void> {
  setHandler(defineUpdate('touch'), async () => await nothing());
  await condition(() => false);
}
