import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Put, Query } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { type Actor, REACH } from '@quancheng/domain';
import { eraseContact, keepContact, type Store } from '@quancheng/event-store';
import { type DivisionCode, dateOf, type FieldFault, refuse } from '@quancheng/kernel';
import { contactOf, type PeopleFilter, peopleOn, postsEver } from '@quancheng/read-models';
import { z } from 'zod';
import type { BusinessClock } from '../clock/business-clock.ts';
import { denied, notFound, Problem } from '../http/problem.ts';
import { jsonFaults } from '../http/text-check.ts';
import { Acting, Reading } from '../identity/guard.ts';
import type { Reader } from '../identity/posts.ts';
import { DIVISION_QUERY } from '../reading/lists.controller.ts';
import { readCursor, readDay, readText } from '../reading/query.ts';
import { BUSINESS_CLOCK, STORE } from '../tokens.ts';

const line = z.string().trim().min(1).max(200);
const contactSchema = z.strictObject({
  name: line.nullable().default(null),
  email: z.email({ error: '邮箱格式不对 / not an e-mail address' }).max(200).nullable().default(null),
  phone: z
    .string()
    .regex(/^\+?[0-9 -]{3,30}$/, { error: '电话只用数字、空格和 - / digits, blanks and - only' })
    .nullable()
    .default(null),
});

const PERSON = /^[\x21-\x7e]{1,128}$/;

/** Who holds which post; and, for the administrator alone, how each is reached. */
@ApiTags('directory 单位人员')
@Controller('api/people')
export class PeopleController {
  private readonly store: Store;
  private readonly clock: BusinessClock;

  constructor(@Inject(STORE) store: Store, @Inject(BUSINESS_CLOCK) clock: BusinessClock) {
    this.store = store;
    this.clock = clock;
  }

  @Get()
  @ApiQuery({ name: 'on', required: false })
  @ApiQuery({ name: 'unit', required: false })
  @ApiQuery({ name: 'role', required: false })
  @ApiQuery({ name: 'q', required: false, description: '姓名或编号中的文字 / text in name or id' })
  @ApiQuery({ name: 'cursor', required: false })
  @ApiQuery(DIVISION_QUERY)
  @ApiOperation({ summary: '任职人员，按日期和权限 / who holds which post on a day, within my reach' })
  async people(@Query() query: Readonly<Record<string, unknown>>, @Reading() reader: Reader) {
    const on = readDay('on', query.on) ?? dateOf(await this.clock.now(reader.actor.division));
    const asked = {
      on,
      unit: readText('unit', query.unit),
      role: readText('role', query.role),
      q: readText('q', query.q),
    };
    const page = await peopleOn(this.store, reader, narrowed(asked, reader), readCursor(query.cursor));
    return { on, ...page };
  }

  @Get(':id')
  @ApiQuery(DIVISION_QUERY)
  @ApiOperation({
    summary:
      '某人的任职经历；联系方式仅系统管理员和本人可见 / the posts of a person; contact for the administrator and the person',
  })
  async person(@Param('id') id: string, @Reading() reader: Reader) {
    const personId = personIn(id);
    const { actor, division } = reader;
    const isSelf = actor.personId === personId && division === actor.division;
    if (!isSelf && REACH[actor.role] !== 'whole-division') throw notYours();
    const posts = await postsEver(this.store, reader, personId);
    const mayReach = division === actor.division && (isSelf || actor.role === 'administrator');
    const contact = mayReach ? await contactOf(this.store, division, personId) : null;
    if (posts.length === 0 && contact === null) throw notFound({ zh: '此人', en: 'this person' });
    return { personId, posts: posts.map(({ name: _, personId: __, ...post }) => post), contact };
  }

  @Put(':id/contact')
  @ApiBody({
    schema: {
      type: 'object',
      properties: { name: { type: 'string' }, email: { type: 'string' }, phone: { type: 'string' } },
    },
  })
  @ApiOperation({
    summary:
      '登记姓名和联系方式（不进事件，可依法删除） / keep a name and how to reach it: no event, erasable by law',
  })
  async keep(@Param('id') id: string, @Body() body: unknown, @Acting() actor: Actor) {
    onlyAdministrator(actor);
    const personId = personIn(id);
    const contact = contactIn(body);
    await keepContact(this.store, placeOf(actor), { personId, ...contact });
    return { personId, ...contact };
  }

  @Delete(':id/contact')
  @HttpCode(200)
  @ApiOperation({
    summary: '依法删除姓名、邮箱和电话，只留编号 / erase name, e-mail and phone; the id stays',
  })
  async erase(@Param('id') id: string, @Acting() actor: Actor) {
    onlyAdministrator(actor);
    const personId = personIn(id);
    if ((await contactOf(this.store, actor.division, personId)) === null)
      throw notFound({ zh: '此人的联系方式', en: 'a contact of this person' });
    await eraseContact(this.store, placeOf(actor), personId);
    return await contactOf(this.store, actor.division, personId);
  }
}

const placeOf = ({ division, personId }: Actor) => ({ division: division as DivisionCode, by: personId });

/** Never wider than the reach: of others the list shows nothing at all. */
function narrowed(asked: PeopleFilter, { actor }: Reader): PeopleFilter {
  const reach = REACH[actor.role];
  if (reach === 'assigned') return { ...asked, personId: actor.personId };
  if (reach === 'own-department') return { ...asked, department: actor.department };
  if (reach === 'whole-division') return asked;
  if (asked.unit !== undefined && asked.unit !== actor.unit) throw notYours();
  return { ...asked, unit: actor.unit };
}

function personIn(id: string): string {
  if (PERSON.test(id)) return id;
  throw notFound({ zh: '此人', en: 'this person' });
}

function contactIn(body: unknown): z.output<typeof contactSchema> {
  const unkeepable = jsonFaults(body, '');
  const parsed = contactSchema.safeParse(body ?? {});
  if (parsed.success && unkeepable.length === 0) return parsed.data;
  const shape: FieldFault[] = (parsed.error?.issues ?? []).map(({ path, code, message }) => {
    const [zh = message, en = message] = message.split(' / ', 2);
    return { field: path.map(String).join('.'), code, because: { zh, en } };
  });
  throw new Problem(
    422,
    refuse({
      code: 'FORM_INVALID',
      because: { zh: '姓名或联系方式不符合要求', en: 'the name or the contact does not hold' },
      remedy: { zh: '请按字段提示修改后重新提交', en: 'mend the named fields and send again' },
      fields: [...unkeepable, ...shape],
    }),
  );
}

function onlyAdministrator({ role }: Actor): void {
  if (role === 'administrator') return;
  throw denied({
    code: 'ROLE_NOT_ALLOWED',
    because: {
      zh: '只有系统管理员可以登记或删除联系方式',
      en: 'only the administrator keeps or erases a contact',
    },
  });
}

const notYours = (): Problem =>
  denied({
    code: 'NOT_YOUR_OBJECT',
    because: { zh: '只能查看本单位或本部门的人员', en: 'only people of your own unit or department' },
  });
