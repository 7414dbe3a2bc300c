import { appendFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Outcome, Outgoing } from './send.ts';
import { type MailSettings, smtpChannel } from './mail.ts';

/** Something that reaches people outside of this program. Never throws: whatever happens is an outcome. */
export interface Channel {
  send(telling: Outgoing & { readonly address: string }): Promise<Outcome>;
}

export interface ChannelSettings {
  readonly mail: MailSettings | null;
  /** The file that stands in for a provider of short messages; null: none are sent. */
  readonly smsLog: string | null;
}

export type OpenChannels = Readonly<Record<Outgoing['channel'], Channel | null>>;

export const openChannels = ({ mail, smsLog }: ChannelSettings): OpenChannels => ({
  mail: mail === null ? null : smtpChannel(mail),
  sms: smsLog === null ? null : smsLogChannel(smsLog),
});

/** One line a message, as a provider's interface would be given it. */
export function smsLogChannel(file: string): Channel {
  return {
    async send({ deliveryId, address, title, training }) {
      const text = `【全程】${training ? '（演练）' : ''}${title.zh}`;
      const line = JSON.stringify({ at: new Date().toISOString(), id: deliveryId, to: address, text });
      try {
        await mkdir(path.dirname(file), { recursive: true });
        await appendFile(file, `${line}\n`);
        return { outcome: 'sent', answer: path.basename(file) };
      } catch (fault) {
        return { outcome: 'later', answer: String(fault), down: true };
      }
    },
  };
}
