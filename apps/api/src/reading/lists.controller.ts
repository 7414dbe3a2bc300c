import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import { type Actor, REACH } from '@quancheng/domain';
import type { Store } from '@quancheng/event-store';
import type { Words } from '@quancheng/kernel';
import {
  type ListFilter,
  type ListItem,
  listBudgetYears,
  listDirectories,
  listEvaluations,
  listIndicatorLibraries,
  listProjects,
  listProjectYears,
} from '@quancheng/read-models';
import { aggregateAt, COLLECTIONS, type Collection } from '../commands/catalogue.ts';
import { yuanJson } from '../http/money-json.ts';
import { denied } from '../http/problem.ts';
import { Reading } from '../identity/guard.ts';
import type { Reader } from '../identity/posts.ts';
import { STORE } from '../tokens.ts';
import { stageTitle } from './dossier.ts';
import { linksOf } from './links.ts';
import { readCursor, readFlag, readNumber, readText } from './query.ts';

type Asked = Readonly<Record<string, unknown>>;

export const DIVISION_QUERY = {
  name: 'division',
  required: false,
  description: '下级区划代码 / a division below your own',
};

const LISTS = {
  projects: listProjects,
  'project-years': listProjectYears,
  evaluations: listEvaluations,
  'budget-years': listBudgetYears,
  directories: listDirectories,
  'indicator-libraries': listIndicatorLibraries,
} as const satisfies Record<Collection, unknown>;

@ApiTags('files 事项')
@ApiParam({ name: 'collection', enum: Object.keys(COLLECTIONS) })
@Controller('api')
export class ListsController {
  private readonly store: Store;

  constructor(@Inject(STORE) store: Store) {
    this.store = store;
  }

  @Get(':collection')
  @ApiOperation({
    summary: "事项清单，按权限与条件 / the files within the reader's reach; pages by `cursor`",
  })
  @ApiQuery(DIVISION_QUERY)
  @ApiQuery({ name: 'stage', required: false })
  @ApiQuery({ name: 'unit', required: false })
  @ApiQuery({ name: 'department', required: false })
  @ApiQuery({ name: 'fiscalYear', required: false, type: Number })
  @ApiQuery({
    name: 'late',
    required: false,
    type: Boolean,
    description: '只看有逾期的 / only with a date that has passed',
  })
  @ApiQuery({ name: 'q', required: false, description: '名称或编号中的文字 / text in name or id' })
  @ApiQuery({
    name: 'cursor',
    required: false,
    description: '上一页给出的 next / the `next` of the last page',
  })
  async list(@Param('collection') collection: string, @Query() query: Asked, @Reading() reader: Reader) {
    const aggregate = aggregateAt(collection);
    const page = await LISTS[collection as Collection](
      this.store,
      reader.division,
      filterOf(query, reader.actor),
      readCursor(query.cursor),
      reader.wall,
    );
    const items = page.items.map((item: ListItem) =>
      lineOf(item, stageTitle(aggregate, item.stage), linksOf(`/api/${collection}/${item.id}`, reader)),
    );
    return yuanJson({ items, next: page.next });
  }
}

/** A line as readers need it: the row's own bookkeeping stays inside, its version is the file's. */
function lineOf(
  { stream: _s, division: _d, projectionVersion: _p, streamVersion, ...line }: ListItem,
  title: Words,
  links: ReturnType<typeof linksOf>,
) {
  return { ...line, version: streamVersion, stageTitle: title, links };
}

/** What was asked for, never wider than the actor's reach: a list shows nothing that could not be opened. */
function filterOf(query: Asked, actor: Actor): ListFilter {
  const asked = {
    stage: readText('stage', query.stage),
    unit: readText('unit', query.unit),
    department: readText('department', query.department),
    fiscalYear: readNumber('fiscalYear', query.fiscalYear, undefined),
    q: readText('q', query.q),
    late: readFlag('late', query.late),
  };
  const reach = REACH[actor.role];
  if (reach === 'assigned') {
    throw denied({
      code: 'NOT_YOUR_OBJECT',
      because: { zh: '受托的评价请从待办进入', en: 'files you were named for are in your inbox' },
    });
  }
  const own =
    reach === 'own-unit'
      ? { unit: actor.unit }
      : reach === 'own-department'
        ? { department: actor.department }
        : {};
  for (const [name, code] of Object.entries(own)) {
    const wanted = asked[name as 'unit' | 'department'];
    if (wanted !== undefined && wanted !== code) {
      throw denied({
        code: 'NOT_YOUR_OBJECT',
        because: { zh: '只能查看本单位或本部门的事项', en: 'only files of your own unit or department' },
      });
    }
  }
  const narrowed = Object.entries({ ...asked, ...own }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(narrowed) as ListFilter;
}
