import { DEPARTMENTS, player, THREE_YEARS } from './cast.ts';
import * as approve from './story/approve.ts';
import * as complete from './story/complete.ts';
import * as declare from './story/declare.ts';
import * as evaluate from './story/evaluate.ts';
import * as prepare from './story/prepare.ts';
import * as review from './story/review.ts';
import { type Step, step } from './story/step.ts';
import * as track from './story/track.ts';
import * as use from './story/use-result.ts';

const { AUTUMN, SPRING } = use;

/**
 * A bureau's year from the declaration of 2014 to the use of its results, with what of 2013 and 2015 lies beside it.
 * Read it from the top: a step happens at its hour, after everything before it has come to rest. Its cast is small: 18 projects,
 * among them every published form.
 */
export const timeline: readonly Step[] = [
  // Autumn 2013: projects declare goal and money together.
  step('2013-09-02T09', 'prepare-2014', '布置2014年度工作', prepare.prepare('2014', DEPARTMENTS)),
  step('2013-09-02T11', 'window-2014', '开启申报窗口', prepare.openWindow('2014', 'declaration')),
  step(
    '2013-09-05T09',
    'take-over-2013',
    '接管实施中的经常性项目（2013年没有目标）',
    prepare.takeOverRunning(),
  ),
  step('2013-09-06T09', 'register', '项目入库', prepare.registerAll()),
  step('2013-09-10T09', 'open-2014', '建立2014预算年度', prepare.openYears()),
  step('2013-09-12T09', 'nil-return', '一个部门零申报', prepare.nilReturn()),
  step('2013-09-16T09', 'draft', '经办人保存草稿', prepare.saveDraft()),
  step('2013-09-24T09', 'declare-early', '同步申报目标与资金（第一批）', declare.declareEarly()),
  step('2013-10-08T09', 'declare-last', '同步申报（第二批，一份盖章扫描件）', declare.declareLast()),
  step('2013-10-10T09', 'department-early', '主管部门审核，一件退回', declare.reviewEarly()),
  step('2013-10-16T09', 'department-last', '主管部门审核，一件补录', declare.reviewLast()),
  step('2013-10-17T09', 'declare-again', '退回的项目逐条回复，重新申报', declare.declareAgain()),
  step('2013-10-21T09', 'department-again', '主管部门审核通过', declare.passReturned()),
  step('2013-10-25T09', 'review-money', '业务科室审核资金', review.reviewMoney()),
  step('2013-10-28T09', 'review-goal', '绩效科按23个要点评审目标', review.reviewGoals()),
  step('2013-11-04T09', 'window-second', '开启二上窗口', prepare.openWindow('2014', 'second-submission')),
  step('2013-11-11T09', 'control-figure', '一下：下达控制数', review.issueControlFigures()),
  step('2013-11-20T09', 'second-submission', '二上：目标随控制数修订', review.resubmitAll()),

  // Spring 2014: the congress, the batches, the plan of the year's evaluations.
  step('2014-02-17T09', 'congress-2014', '登记人代会批准', approve.congress('2014', '2014-02-14')),
  step('2014-02-24T09', 'approve-2014', '按部门成批批复', approve.approveBatches()),
  step('2014-02-26T09', 'take-over-2014', '接管一个没有目标的项目', approve.takeOverGoalless()),
  step('2014-03-20T09', 'self-2013', '2013年度自评', evaluate.submitSchools2013()),
  step('2014-04-10T14', 'pay-spring', '国库支付：一季度', track.payInSpring()),
  step('2014-04-18T09', 'draw-2013', '抽中2013年度自评', evaluate.drawSchools2013()),
  step('2014-05-05T09', 'plan-2014', '确定年度评价计划', evaluate.adoptPlan()),
  step('2014-05-22T09', 'check-2013', '抽检：差距过大，重新自评', evaluate.checkSchools2013()),
  step('2014-06-05T09', 'self-2013-again', '2013年度重新自评', evaluate.submitSchools2013Again()),
  step(
    '2014-06-10T09',
    'window-mid-year',
    '开启年中调整窗口',
    prepare.openWindow('2014', 'mid-year-adjustment'),
  ),
  step('2014-06-12T09', 'ask-adjustment', '申请预算调整', approve.requestAdjustment()),
  step('2014-06-20T09', 'grant-adjustment', '同意预算调整', approve.decideAdjustment()),
  step('2014-06-25T14', 'pay-summer', '国库支付：上半年', track.payInSummer()),

  // Summer 2014: the first projects are finished, the others are tracked.
  step('2014-06-30T09', 'accept-subsidy', '补贴项目6月28日验收', complete.acceptSubsidy()),
  step('2014-07-02T09', 'complete-subsidy', '报告完成', complete.completeSubsidy()),
  step('2014-07-02T11', 'accept-gauges', '水标尺项目7月1日验收', complete.acceptGauges()),
  step('2014-07-04T09', 'complete-gauges', '报告完成', complete.completeGauges()),
  step('2014-07-14T09', 'accept-hall', '文化馆项目7月11日验收', complete.acceptHall()),
  step('2014-07-14T11', 'plan-supplement', '2013年度列入重点评价', evaluate.adoptSupplement()),
  step('2014-07-16T09', 'complete-hall', '报告完成', complete.completeHall()),
  step('2014-08-01T09', 'track', '布置7月跟踪', track.sendRound()),
  step('2014-08-12T09', 'key-prepare-2013', '布置2013年度重点评价', evaluate.prepareSchools2013()),
  step('2014-08-20T09', 'track-report', '填报跟踪，一个项目偏离', track.reportRound()),

  // Autumn 2014: three years of one project are open at once.
  step(
    '2014-09-01T09',
    'prepare-2015',
    '布置2015年度工作',
    prepare.prepare('2015', [player(THREE_YEARS).department]),
  ),
  step('2014-09-01T11', 'window-2015', '开启2015申报窗口', prepare.openWindow('2015', 'declaration')),
  step('2014-09-10T09', 'open-2015', '建立2015预算年度', prepare.openThirdYear()),
  step('2014-09-25T09', 'rectify-order', '送达整改通知', track.orderRectification()),
  step('2014-09-26T09', 'stop', '提请停拨', track.requestStop()),
  step('2014-09-28T09', 'stop-acknowledged', '国库确认停拨（周日上班）', track.acknowledgeStop()),
  step('2014-09-28T10', 'self-printed', '原样填报的自评被退回', evaluate.submitEarlyAsPrinted()),
  step('2014-09-28T11', 'self-gauges', '水标尺项目自评', evaluate.submitGauges()),
  step('2014-10-08T09', 'self-hall', '文化馆项目自评', evaluate.submitHall()),
  step('2014-10-09T09', 'self-subsidy', '补贴项目自评，已逾期', evaluate.submitSubsidy()),
  step('2014-10-09T11', 'declare-2015', '2015年度申报', declare.declareThirdYear()),
  step('2014-10-10T09', 'key-report-2013', '2013年度重点评价报告', evaluate.reportSchools2013()),
  step('2014-10-13T09', 'rectify-report', '报告整改', track.reportRectification()),
  step('2014-10-15T09', 'department-2015', '主管部门审核2015年度', declare.passThirdYear()),
  step('2014-10-20T09', 'rectify-confirm', '确认整改', track.confirmRectification()),
  step('2014-10-20T10', 'stop-lifted', '解除停拨', track.liftStop()),
  step('2014-10-20T11', 'draw-early', '抽检一个，采用两个', evaluate.drawEarly()),
  step('2014-10-20T14', 'extension-asked', '污水工程申请延期', complete.askExtension()),
  step('2014-10-22T09', 'confirm-2013', '确认2013年度结果', evaluate.confirmSchools2013()),
  step('2014-10-24T09', 'extension-granted', '同意延期', complete.grantExtension()),
  step('2014-10-27T09', 'review-2015', '审核2015年度资金和目标', review.reviewThirdYear()),
  step('2014-10-28T09', 'check-early', '登记抽检结果', evaluate.checkEarly()),
  step('2014-10-30T09', 'confirm-early', '确认结果', evaluate.confirmEarly()),
  step('2014-11-03T09', 'circulate-autumn', '通报', use.circulate(AUTUMN)),
  step(
    '2014-11-05T09',
    'window-second-2015',
    '开启2015二上窗口',
    prepare.openWindow('2015', 'second-submission'),
  ),
  step('2014-11-07T09', 'disclose-autumn', '决定公开', use.disclose(AUTUMN)),
  step('2014-11-10T09', 'acknowledge-autumn', '签收通报', use.acknowledge(AUTUMN)),
  step('2014-11-10T11', 'control-2015', '下达2015控制数', review.controlThirdYear()),
  step('2014-11-12T09', 'clues-autumn', '核实线索', use.verifyClues(AUTUMN)),
  step('2014-11-14T09', 'link-autumn', '决定挂钩', use.decideLinks(AUTUMN)),
  step('2014-11-17T09', 'answers-autumn', '报告评价问题整改', use.reportRectifications(AUTUMN)),
  step('2014-11-20T09', 'second-2015', '2015年度二上', review.resubmitThirdYear()),
  step('2014-11-21T09', 'accept-cannons', '雾炮车项目11月20日验收', complete.acceptCannons()),
  step('2014-11-24T09', 'close-autumn', '确认整改，年度办结', use.confirmRectifications(AUTUMN)),
  step('2014-11-25T09', 'complete-cannons', '报告完成', complete.completeCannons()),
  step('2014-11-28T09', 'close-2013', '办结2013年度工作', approve.closeYear('2013')),

  // Winter: the year ends; one unit stays silent.
  step('2014-12-01T09', 'accept-sewers', '污水工程11月28日验收', complete.acceptSewers()),
  step('2014-12-03T09', 'complete-sewers', '报告完成', complete.completeSewers()),
  step('2014-12-08T09', 'plan-key', '重点评价列入计划', evaluate.adoptKeyPlan()),
  step('2014-12-08T14', 'pay-year-end', '国库支付：年末', track.payAtYearEnd()),
  step('2014-12-09T09', 'final-payment', '登记最后一笔付款', complete.finalPaymentOfDust()),
  step('2014-12-15T09', 'complete-dust', '报告完成', complete.completeDust()),
  step('2014-12-22T09', 'establish', '单位不报，财政认定完成', complete.establishSilent()),
  step('2015-01-12T09', 'leftovers', '处理结转结余', track.settleLeftovers()),
  step('2015-01-15T09', 'key-prepare', '布置重点评价', evaluate.prepareKey()),
  step('2015-01-19T09', 'commission', '委托中介机构', evaluate.commission()),
  step('2015-01-26T09', 'self-yearly-printed', '原样填报的自评被退回', evaluate.submitYearlyAsPrinted()),
  step('2015-01-26T10', 'self-yearly', '经常性项目自评', evaluate.submitYearly()),
  step('2015-02-06T09', 'self-named', '重点项目自评', evaluate.submitNamed()),
  step('2015-02-10T09', 'self-cannons', '雾炮车项目自评', evaluate.submitCannons()),
  step('2015-02-12T09', 'congress-2015', '登记2015年人代会批准', approve.congress('2015', '2015-02-11')),
  step('2015-02-16T09', 'key-report', '重点评价报告', evaluate.reportKey()),
  step('2015-02-26T09', 'approve-2015', '批复2015年度', approve.approveThirdYear()),
  step('2015-02-26T11', 'key-return', '退回一份重点评价报告', evaluate.returnReport()),
  step('2015-02-27T09', 'self-silent-printed', '原样填报的自评被退回', evaluate.submitSilentAsPrinted()),
  step('2015-02-27T10', 'self-silent', '认定完成的项目自评', evaluate.submitSilent()),

  // Spring 2015: results are confirmed and used.
  step('2015-03-05T09', 'draw-rest', '抽检', evaluate.drawRest()),
  step('2015-03-06T09', 'key-again', '补充后的重点评价报告', evaluate.reportAgain()),
  step('2015-03-12T09', 'check-rest', '登记抽检结果', evaluate.checkRest()),
  step('2015-03-13T09', 'confirm-key', '确认重点评价结果', evaluate.confirmKey()),
  step('2015-03-20T09', 'confirm-rest', '确认其余结果', evaluate.confirmRest()),
  step('2015-03-23T09', 'circulate-spring', '通报', use.circulate(SPRING)),
  step('2015-03-27T09', 'acknowledge-spring', '签收通报', use.acknowledge(SPRING)),
  step('2015-03-30T09', 'disclose-spring', '决定公开', use.disclose(SPRING)),
  step('2015-04-01T09', 'clues-spring', '核实线索', use.verifyClues(SPRING)),
  step('2015-04-03T09', 'link-spring', '决定挂钩', use.decideLinks(SPRING)),
  step('2015-04-08T09', 'clues-decided', '一件了结，一件立案', use.decideClues()),
  step('2015-04-13T09', 'answers-spring', '报告评价问题整改', use.reportRectifications(SPRING)),
  step('2015-04-20T09', 'close-spring', '确认整改，年度办结', use.confirmRectifications(SPRING)),
  step('2015-04-24T09', 'close-2014', '办结2014年度工作', approve.closeYear('2014')),
];

/** When the clock stops. */
export const LAST_INSTANT = '2015-04-30T18';
