import { DEMO_PEOPLE } from '../../apps/api/src/identity/demo-people.ts';

/** One invented person for each role, as the embedded sign-in knows them. */
export interface DemoPerson {
  readonly personId: string;
  readonly name: string;
  readonly role: string;
  readonly post: string;
  readonly unit: string;
  readonly department: string;
  readonly division: string;
}

const DIVISION = '330211000';

/** The list itself belongs to the sign-in; a second one would drift from what a person sees there. */
export const demoPeople: readonly DemoPerson[] = DEMO_PEOPLE.map(({ id, name, ...place }) => ({
  personId: id,
  name: name.zh,
  ...place,
  division: DIVISION,
}));
