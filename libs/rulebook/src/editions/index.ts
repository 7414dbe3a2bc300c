import type { Edition } from '../edition.ts';
import { hbDepartments } from './hb-departments/index.ts';
import { national2020 } from './national-2020/index.ts';
import { zh2014 } from './zh-2014/index.ts';

/** Every edition that the product carries: the district's, the national ones, then variants seen elsewhere. A new one is added here and nowhere else. */
export const EDITIONS: readonly Edition[] = [zh2014, national2020, hbDepartments];
