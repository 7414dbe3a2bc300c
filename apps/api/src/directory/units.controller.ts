import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@quancheng/domain';
import type { Store } from '@quancheng/event-store';
import { dateOf, type PlainDate } from '@quancheng/kernel';
import { divisionsDown, peopleOn, unitHistory, type UnitOnDay, unitsOf } from '@quancheng/read-models';
import type { BusinessClock } from '../clock/business-clock.ts';
import { notFound } from '../http/problem.ts';
import { Acting, Reading } from '../identity/guard.ts';
import type { Reader } from '../identity/posts.ts';
import { DIVISION_QUERY } from '../reading/lists.controller.ts';
import { readDay, readText } from '../reading/query.ts';
import { BUSINESS_CLOCK, STORE } from '../tokens.ts';
import { mayKnow } from './within-reach.ts';

const ON = {
  name: 'on',
  required: false,
  description: '哪一天，省略为今天 / on which day; today when left out',
};

/** A division's units as they were on a day, and what became of each. */
@ApiTags('directory 单位人员')
@Controller('api')
export class UnitsController {
  private readonly store: Store;
  private readonly clock: BusinessClock;

  constructor(@Inject(STORE) store: Store, @Inject(BUSINESS_CLOCK) clock: BusinessClock) {
    this.store = store;
    this.clock = clock;
  }

  @Get('divisions')
  @ApiOperation({ summary: '本区划及下级区划 / my division and those below it' })
  async divisions(@Acting() { division }: Actor) {
    return { items: await divisionsDown(this.store, division) };
  }

  @Get('units')
  @ApiQuery(ON)
  @ApiQuery(DIVISION_QUERY)
  @ApiQuery({ name: 'department', required: false })
  @ApiQuery({ name: 'kind', required: false })
  @ApiQuery({ name: 'q', required: false, description: '名称或编码中的文字 / text in name or code' })
  @ApiOperation({ summary: '单位树，按日期 / the tree of units on a day' })
  async units(@Query() query: Readonly<Record<string, unknown>>, @Reading() reader: Reader) {
    const on = await this.dayOf(query.on, reader);
    const department = readText('department', query.department);
    const kind = readText('kind', query.kind);
    const text = readText('q', query.q);
    const all = await unitsOf(this.store, reader.division, on, reader.wall);
    const items = all.filter(
      (unit) =>
        (department === undefined || unit.department === department) &&
        (kind === undefined || unit.kind === kind) &&
        (text === undefined || unit.name.includes(text) || unit.unit.includes(text)),
    );
    return { on, items: items.map((unit) => ({ ...unit, departmentName: nameOf(all, unit.department) })) };
  }

  @Get('units/:unit')
  @ApiQuery(ON)
  @ApiQuery(DIVISION_QUERY)
  @ApiOperation({
    summary:
      '单位沿革与人员 / what a unit was called and belonged to, its successors, and who holds its posts on a day',
  })
  async unit(
    @Param('unit') unit: string,
    @Query() query: Readonly<Record<string, unknown>>,
    @Reading() reader: Reader,
  ) {
    const code = readText('unit', unit) ?? '';
    const on = await this.dayOf(query.on, reader);
    const history = await unitHistory(this.store, reader, code);
    const now = history.find(({ from, until }) => from <= on && (until === null || until >= on));
    const last = history.at(-1);
    if (last === undefined) throw notFound({ zh: '此单位', en: 'this unit' });
    const { items } = await peopleOn(this.store, reader, { on, unit: code });
    const people = items.map((post) => (mayKnow(reader, post) ? post : { ...post, name: null }));
    return { unit: code, on, ...(now ?? last), exists: now !== undefined, history, people };
  }

  private async dayOf(given: unknown, { actor }: Reader): Promise<PlainDate> {
    return readDay('on', given) ?? dateOf(await this.clock.now(actor.division));
  }
}

const nameOf = (units: readonly UnitOnDay[], code: string): string | null =>
  units.find(({ unit }) => unit === code)?.name ?? null;
