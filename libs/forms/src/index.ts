export * from './fault.ts';
export * from './field.ts';
export * from './goal-declaration.form.ts';
export * from './indicator.ts';
export * from './money.ts';
export * from './review-sheet.form.ts';
export * from './tracking-report.form.ts';
