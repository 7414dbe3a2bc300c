/** Names under which the parts of the API are handed to its controllers. */
export const SETTINGS = Symbol('settings');
export const VERIFIER = Symbol('verifier');
export const POSTS = Symbol('posts');
export const STORE = Symbol('store');
export const BUSINESS_CLOCK = Symbol('business clock');
export const DESK = Symbol('desk');
export const CHECKS = Symbol('checks');
export const CLOCK_MOVER = Symbol('clock mover');
export const METRICS = Symbol('metrics');
export const JOB_DESK = Symbol('job desk');
export const PAPER_DESK = Symbol('paper desk');
export const ATTACHMENTS = Symbol('attachments');
export const TEMPORAL_CLIENT = Symbol('temporal client');
