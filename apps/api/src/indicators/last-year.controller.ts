import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { aggregates, approvedPaper, isValidOn, type ProjectYearState } from '@quancheng/domain';
import type { Store } from '@quancheng/event-store';
import { copyLastYear, type GoalDeclaration } from '@quancheng/forms';
import { dateOf } from '@quancheng/kernel';
import { actualsOf, type Dossier, indicatorsOf } from '@quancheng/read-models';
import type { BusinessClock } from '../clock/business-clock.ts';
import { streamAt } from '../commands/catalogue.ts';
import { yuanJson } from '../http/money-json.ts';
import { notFound } from '../http/problem.ts';
import { Reading } from '../identity/guard.ts';
import type { Reader } from '../identity/posts.ts';
import { openDossier } from '../reading/dossier.ts';
import { BUSINESS_CLOCK, STORE } from '../tokens.ts';

type OpenYear = Exclude<ProjectYearState, { stage: 'none' }>;

/** 复制上年: what the same project had approved for the year before, for whoever declares it again. */
@ApiTags('indicators 指标库')
@Controller('api/project-years/:id/last-year')
export class LastYearController {
  private readonly store: Store;
  private readonly clock: BusinessClock;

  constructor(@Inject(STORE) store: Store, @Inject(BUSINESS_CLOCK) clock: BusinessClock) {
    this.store = store;
    this.clock = clock;
  }

  @Get()
  @ApiOperation({
    summary:
      "上年批复的目标，作为本年草稿，差异逐项列出 / last year's approved goal as a draft, with everything that is to be settled",
  })
  async lastYear(@Param('id') id: string, @Reading() reader: Reader) {
    const { projectId, fiscalYear } = yearOf(await this.open(id, reader)).identity;
    const before = `${projectId}-${fiscalYear - 1}`;
    const dossier = await this.open(before, reader);
    const last = yearOf(dossier);
    const form = approvedPaper(last);
    if (form === null || last.approvedFen === null)
      throw notFound({ zh: '上年批复的申报表', en: "last year's approved declaration" });
    const [actuals, library] = await Promise.all([
      actualsOf(this.store, reader, before),
      this.library(form, reader),
    ]);
    const { approvedFen } = last;
    const given = { fiscalYear: fiscalYear - 1, form, approvedFen, actuals, library };
    const from = { projectYearId: before, fiscalYear: fiscalYear - 1, version: dossier.version };
    return yuanJson({ from, ...copyLastYear(given, fiscalYear) });
  }

  private async library({ indicators = [] }: GoalDeclaration, reader: Reader) {
    const codes = indicators.flatMap(({ libraryId }) => libraryId ?? []);
    const today = dateOf(await this.clock.now(reader.division));
    const known = await indicatorsOf(this.store, reader, codes);
    const standings = known.map((entry) => {
      const { code, successor } = entry;
      return [code, { valid: isValidOn(entry, today), successor }] as const;
    });
    return Object.fromEntries(standings);
  }

  private open(id: string, reader: Reader): Promise<Dossier> {
    const aggregate = aggregates['project-year'];
    return openDossier(this.store, aggregate, streamAt(aggregate, reader.division, id), reader);
  }
}

/** What was opened is there: a dossier without its first event is none. */
function yearOf({ state }: Dossier): OpenYear {
  const year = state as ProjectYearState;
  if (year.stage === 'none') throw notFound(aggregates['project-year'].title);
  return year;
}
