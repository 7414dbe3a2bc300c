import { Readable } from 'node:stream';
import { dateOf, type Words } from '@quancheng/kernel';
import MailComposer from 'nodemailer/lib/mail-composer';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Channel } from './channels.ts';
import type { Outcome, Outgoing } from './send.ts';

export interface MailSettings {
  /** smtp:// or smtps://, with user and password where the server asks for them. */
  readonly url: string;
  /** Who the mail says it is from, as in a header: `名称 <address>`. */
  readonly from: string;
  /** Where the notice is answered; null: nothing is said of it. */
  readonly workAt: string | null;
  readonly timeouts?: { readonly connectMs: number; readonly answerMs: number };
}

const TIMEOUTS = { connectMs: 10_000, answerMs: 45_000 };

type Addressed = Outgoing & { readonly address: string };

/** What nodemailer's errors carry. */
interface SmtpFault extends Error {
  readonly responseCode?: number;
  readonly command?: string;
}

/**
 * A connection a mail, spoken with directly: only so is it known whether the server had the whole message when the answer failed to
 * come, and a mail that it may have taken is never sent twice by a program.
 */
export function smtpChannel(settings: MailSettings): Channel {
  return {
    async send(telling) {
      const message = await composed(settings, telling);
      return await handOver(settings, telling.address, message);
    },
  };
}

async function composed({ from, workAt }: MailSettings, telling: Addressed): Promise<Buffer> {
  const { deliveryId, address, name, title, text, training, toldAt } = telling;
  const mark: Words = training ? { zh: '【演练】', en: '[training] ' } : { zh: '', en: '' };
  const day = dateOf(toldAt);
  const at = workAt === null ? '' : `\n\n请登录办理 / please sign in: ${workAt}`;
  const mail = new MailComposer({
    from,
    to: name === null ? address : { name, address },
    subject: `${mark.zh}【全程】${title.zh}`,
    text: `${mark.zh}${day}：${text.zh}\n\n${mark.en}${day}: ${title.en}\n${text.en}${at}\n`,
    messageId: `<${deliveryId}@notices.quancheng.invalid>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return await mail.compile().build();
}

function handOver(settings: MailSettings, address: string, message: Buffer): Promise<Outcome> {
  const { connectMs, answerMs } = settings.timeouts ?? TIMEOUTS;
  const { auth, ...server } = parseConnectionUrl(settings.url);
  const connection = new SMTPConnection({
    ...(server as object),
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    dnsTimeout: connectMs,
    socketTimeout: answerMs,
  });
  // Read to its end only when the server has asked for the data, and the data has gone its way.
  const body = Readable.from([message]);
  let handedOver = false;
  body.once('end', () => {
    handedOver = true;
  });
  return new Promise((resolve) => {
    const end = (outcome: Outcome) => {
      connection.close();
      resolve(outcome);
    };
    const fail = (fault: Error) => end(outcomeOf(fault, handedOver));
    connection.on('error', fail);
    const send = () =>
      connection.send({ from: senderOf(settings.from), to: [address] }, body, (fault, info) =>
        fault ? fail(fault) : end({ outcome: 'sent', answer: info?.response ?? '' }),
      );
    connection.connect((fault) => {
      if (fault) return fail(fault);
      if (auth === undefined) return send();
      connection.login(auth, (refused) => (refused ? fail(refused) : send()));
    });
  });
}

/** The bare address of a header's sender. */
const senderOf = (from: string): string => /<([^>]+)>/.exec(from)?.[1] ?? from;

/** What is known of the mail after a fault: the server's word decides; without one, whether it had the whole message. */
export function outcomeOf(fault: SmtpFault, handedOver: boolean): Outcome {
  const answer = fault.message;
  const code = fault.responseCode ?? 0;
  const aboutThisMail = fault.command === 'RCPT TO' || fault.command === 'DATA';
  if (code >= 500 && aboutThisMail) return { outcome: 'refused', answer };
  if (code >= 400 && aboutThisMail) return { outcome: 'later', answer, down: false };
  if (handedOver && code < 400) return { outcome: 'uncertain', answer };
  return { outcome: 'later', answer, down: true };
}
