/**
 * Records histories of a division that has lived through the rehearsal:
 *   node test/replay/record.ts <temporal address> <namespace> <division>
 * or one history of any other division, such as a spec's:
 *   node test/replay/record.ts <temporal address> <namespace> <division> <file> <name>
 * A new file each time; what was recorded before stays for ever.
 */
import { Client, Connection } from '@temporalio/client';
import { recordHistory } from './histories.ts';

/** Which files went through what. Together they passed every stage of every kind of stream. */
const TO_RECORD: readonly (readonly [stream: string, name: string])[] = [
  ['project/N1-sewage', 'project.extended-and-completed'],
  ['project/F13-yongde', 'project.recurrent'],
  ['project/N2-schools', 'project.taken-over-three-years'],
  ['project-year/F11-xiaoxian-2014', 'project-year.late-self-evaluation'],
  ['project-year/N3-health-2014', 'project-year.decided-against-the-proposal'],
  ['project-year/N4-dust-2014', 'project-year.failed-and-cut'],
  ['project-year/N2-schools-2013', 'project-year.taken-over-without-a-goal'],
  ['project-year/N2-schools-2015', 'project-year.approved-and-tracked'],
  ['evaluation/E-F11-xiaoxian-completion', 'evaluation.self-evaluated-late'],
  ['evaluation/E-N2-schools-2013', 'evaluation.spot-check-and-key'],
  ['evaluation/E-N4-dust-completion', 'evaluation.key'],
  ['budget-year/2014', 'budget-year.whole-year'],
];

const [address = '127.0.0.1:17002', namespace = 'default', division = '330211001', file, as] =
  process.argv.slice(2);
const wanted = file === undefined || as === undefined ? TO_RECORD : [[file, as] as const];
const connection = await Connection.connect({ address });
const client = new Client({ connection, namespace });
for (const [stream, name] of wanted) {
  process.stdout.write(`${await recordHistory(client, `${division}/${stream}`, name)}\n`);
}
await connection.close();
