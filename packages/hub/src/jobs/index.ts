export { createJobs, type Jobs } from './ask.ts';
export { type JobType, jobOf, type Worker, work } from './job.ts';
export { type Recurring, startRecurring } from './recurring.ts';
export { startWorkshop, type Workshop } from './workshop.ts';
