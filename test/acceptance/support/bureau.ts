import type { Role } from '@quancheng/domain';
import { endOfDay, epochOf, type Instant, instantFromEpoch, type PlainDate } from '@quancheng/kernel';
import { type ApiClient, type Collection, type Post, Refused } from '../../../infra/client/client.ts';
import type { Stack } from '../../support/stack.ts';

/** `project-years/P-1-2014`: a file as its address names it. */
export type Address = `${Collection}/${string}`;
export type Paper = Readonly<Record<string, unknown>>;
export type Day = { readonly happenedOn?: string; readonly lateReason?: string };
/** A post of the default unit 201001 of department 201, or one that says where it sits. */
export type By = Role | readonly [role: Role, unit: string, department?: string];

/** What the API said to a command, as a table of expectations needs it. */
export interface Said {
  readonly status: number;
  readonly code: string | null;
  readonly clause: string | null;
  readonly fields: readonly string[];
}

export interface Waiting {
  readonly obligation: string;
  readonly waitingFor: { readonly role: string; readonly unit: string };
  readonly forWhat: { readonly zh: string };
  readonly since: string;
  readonly until: string | null;
  readonly whyThatDate: { readonly zh: string } | null;
  readonly overdue: boolean;
  readonly remindedAt: string | null;
  readonly clause: string;
  readonly unblockedBy: readonly { readonly command: string }[];
  readonly ifNobodyActs: { readonly zh: string };
  readonly escalatesTo: { readonly role: string; readonly unit: string } | null;
}

/** An event as the API shows it: money under `…Yuan`. The specs look only at the members they name. */
export interface Fact {
  readonly type: string;
  readonly version: number;
  readonly happenedOn: string;
  readonly recordedAt: string;
  readonly clause?: string;
  readonly lateReason?: string;
  readonly actor: { readonly role: string; readonly personId: string };
  readonly data: Paper;
}

const FINANCE: readonly Role[] = [
  'finance-business',
  'finance-performance',
  'treasury',
  'section-chief',
  'bureau-leader',
  'administrator',
];

/** One division's bureau at work: its posts act through the public API on days of its own clock. */
export class Bureau {
  readonly api: ApiClient;
  readonly division: string;
  private now: Instant | null = null;

  constructor(stack: Stack, division = stack.division) {
    this.api = stack.api;
    this.division = division;
  }

  /** The clock goes on to this moment, and everything that time and other files bring has arrived. */
  async at(moment: string): Promise<void> {
    await this.api.moveClock(this.post('administrator'), moment);
    this.now = moment as Instant;
  }

  /** Nine o'clock of a day. */
  async on(day: string): Promise<void> {
    await this.at(`${day}T09:00:00.000+08:00`);
  }

  /** The last moment of a day. */
  async lateOn(day: string): Promise<void> {
    await this.at(`${day}T23:59:59.999+08:00`);
  }

  /** 24:00 of a day. */
  async afterThe(day: string): Promise<void> {
    await this.at(endOfDay(day as PlainDate));
  }

  /** A second passes: what one file has to tell another arrives. */
  async settle(): Promise<void> {
    if (this.now === null) throw new Error('the clock of this bureau has not been set');
    await this.at(instantFromEpoch(epochOf(this.now) + 1000));
  }

  get today(): string {
    if (this.now === null) throw new Error('the clock of this bureau has not been set');
    return this.now.slice(0, 10);
  }

  /** Must be accepted: a refusal in a story is a fault of the story. */
  async does(by: By, file: Address, command: string, data: Paper = {}, day: Day = {}) {
    const said = await this.send(by, file, command, data, day);
    if (said.status >= 300) throw new Refused(`${file} ${command}`, said.status, said.body as Paper);
    return said.body as { version: number; stage: string; events: { type: string }[] };
  }

  /** What is said to an attempt. */
  async tries(by: By, file: Address, command: string, data: Paper = {}, day: Day = {}): Promise<Said> {
    const { status, body } = await this.send(by, file, command, data, day);
    const {
      code = null,
      clause = null,
      fields = [],
    } = (body ?? {}) as {
      code?: string;
      clause?: string | null;
      fields?: { field: string }[];
    };
    return { status, code, clause, fields: fields.map(({ field }) => field) };
  }

  async read<T>(path: string, by: By = 'finance-performance'): Promise<T> {
    const { status, body } = await this.api.get<T>(this.post(by), `/api/${path}`);
    if (status !== 200) throw new Refused(path, status, body as Paper);
    return body;
  }

  async stageOf(file: Address): Promise<string> {
    return (await this.read<{ stage: string }>(file)).stage;
  }

  async stateOf(file: Address): Promise<Paper> {
    return (await this.read<{ state: Paper }>(file)).state;
  }

  async factsOf(file: Address): Promise<Fact[]> {
    return (await this.read<{ events: Fact[] }>(`${file}/events`)).events;
  }

  async typesOf(file: Address): Promise<string[]> {
    return (await this.factsOf(file)).map(({ type }) => type);
  }

  /** The last fact of a kind. */
  async factOf(file: Address, type: string): Promise<Fact> {
    const found = (await this.factsOf(file)).findLast((fact) => fact.type === type);
    if (found === undefined) throw new Error(`${file} has no ${type}`);
    return found;
  }

  async waitingAt(file: Address): Promise<Waiting[]> {
    return (await this.read<{ waiting: Waiting[] }>(`${file}/waiting`)).waiting;
  }

  /** `rectify/R1/1 unit-head 2014-10-14`: who owes what until when, the earliest date first. */
  async duties(file: Address): Promise<string[]> {
    const waiting = await this.waitingAt(file);
    return waiting.map(
      ({ obligation, waitingFor, until }) => `${obligation} ${waitingFor.role} ${until ?? '-'}`,
    );
  }

  post(by: By): Post {
    const [role, unit, department] = typeof by === 'string' ? [by] : by;
    if (unit !== undefined)
      return { role, unit, department: department ?? unit.slice(0, 3), division: this.division };
    const house = FINANCE.includes(role)
      ? { unit: '101', department: '101' }
      : { unit: role === 'department' ? '201' : '201001', department: '201' };
    return { role, ...house, division: this.division };
  }

  private async send(by: By, file: Address, command: string, data: Paper, day: Day) {
    const [collection, id] = file.split('/') as [Collection, string];
    return await this.api.send(this.post(by), [collection, id, command], { data, ...day });
  }
}

export const yearFile = (id: string, year = 2014): Address => `project-years/${id}-${year}`;
