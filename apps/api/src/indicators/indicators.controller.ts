import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { type Actor, canRead, type Entry, isValidOn } from '@quancheng/domain';
import type { Store } from '@quancheng/event-store';
import { dateOf, type PlainDate } from '@quancheng/kernel';
import { findIndicators, indicatorsOf, type PastValue, pastValuesOf } from '@quancheng/read-models';
import type { BusinessClock } from '../clock/business-clock.ts';
import { notFound } from '../http/problem.ts';
import { Reading } from '../identity/guard.ts';
import type { Reader } from '../identity/posts.ts';
import { DIVISION_QUERY } from '../reading/lists.controller.ts';
import { readDay, readText } from '../reading/query.ts';
import { BUSINESS_CLOCK, STORE } from '../tokens.ts';

const ON = {
  name: 'on',
  required: false,
  description:
    '哪一天可以选用，省略为今天；all 为全部 / valid on which day; today when left out, `all` for every one',
};

/** The indicators that goals are made of, for whoever writes one. */
@ApiTags('indicators 指标库')
@Controller('api/indicators')
export class IndicatorsController {
  private readonly store: Store;
  private readonly clock: BusinessClock;

  constructor(@Inject(STORE) store: Store, @Inject(BUSINESS_CLOCK) clock: BusinessClock) {
    this.store = store;
    this.clock = clock;
  }

  @Get()
  @ApiQuery({
    name: 'q',
    required: false,
    description: '名称、编码、关键词或说明中的文字 / text, the best fit first',
  })
  @ApiQuery({ name: 'kind', required: false, description: '二级指标 / quantity, quality, …' })
  @ApiQuery({ name: 'scope', required: false, description: 'common, industry, department' })
  @ApiQuery({ name: 'industry', required: false })
  @ApiQuery({
    name: 'department',
    required: false,
    description: '只看某部门可用的 / what that department may take',
  })
  @ApiQuery(ON)
  @ApiQuery(DIVISION_QUERY)
  @ApiOperation({ summary: '查找指标 / search the indicator library' })
  async find(@Query() query: Readonly<Record<string, unknown>>, @Reading() reader: Reader) {
    const asked = query.on === 'all' ? undefined : readDay('on', query.on);
    const on = asked ?? (await this.today(reader));
    const { items, more } = await findIndicators(this.store, reader, {
      q: readText('q', query.q),
      kind: readText('kind', query.kind),
      scope: readText('scope', query.scope),
      industry: readText('industry', query.industry),
      department: readText('department', query.department),
      on: query.on === 'all' ? undefined : on,
    });
    return { on, items: items.map((entry) => shown(entry, on)), more };
  }

  @Get(':code')
  @ApiQuery(DIVISION_QUERY)
  @ApiOperation({
    summary: '一个指标及其历史值 / one indicator, and what goals aimed at and reached with it by year',
  })
  async one(@Param('code') code: string, @Reading() reader: Reader) {
    const [entry] = await indicatorsOf(this.store, reader, [readText('code', code) ?? '']);
    if (entry === undefined) throw notFound({ zh: '此指标', en: 'this indicator' });
    const on = await this.today(reader);
    const past = await pastValuesOf(this.store, reader, entry);
    return { on, ...shown(entry, on), past: past.map((value) => pastShown(value, reader.actor)) };
  }

  private async today({ division }: Reader): Promise<PlainDate> {
    return dateOf(await this.clock.now(division));
  }
}

const shown = (entry: Entry, on: PlainDate) => ({ ...entry, valid: isValidOn(entry, on) });

/** Values are experience for everybody; whose project it was is told to those who may read that project. */
function pastShown({ projectYearId, unit, department, ...value }: PastValue, actor: Actor) {
  const owner = { division: actor.division, unit, department };
  return canRead(actor, owner) === null ? { ...value, projectYearId, unitCode: unit } : value;
}
