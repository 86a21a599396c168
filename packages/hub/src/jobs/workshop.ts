import { type JobResult, type JobWithMetadata, PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import type { Database } from '../db/index.ts';
import { on, type Subscriber } from '../events/index.ts';
import { jobAsked, type Worker } from './job.ts';

/** Where jobs wait and are done: pg-boss, on either database. */
export interface Workshop {
  /** Puts asked jobs into the queue. Give it to the relay. */
  readonly subscriber: Subscriber;
  /** Lets running jobs end, at most 10 s. */
  stop(): Promise<void>;
}

/** Starts the queue and its workers. */
export async function startWorkshop(
  db: Pick<Database, 'jobs' | 'kind'>,
  workers: readonly Worker[],
  log: Pick<Logger, 'error' | 'warn'>,
): Promise<Workshop> {
  const boss = new PgBoss({
    db: db.jobs,
    backend: db.kind,
    schedule: false,
    // Migration 0000 made it; the role of the jobs may make no schema.
    createSchema: false,
    useListenNotify: true,
    // Housekeeping of a queue that holds little.
    superviseIntervalSeconds: 300,
    monitorIntervalSeconds: 300,
    maintenanceIntervalSeconds: 3_600,
    bamIntervalSeconds: 3_600,
    flowIntervalSeconds: 3_600,
    monitorVacuum: false,
    reindex: false,
  });
  boss.on('error', (error) => log.warn({ err: error }, 'the job queue'));
  await boss.start();
  for (const worker of workers) await employ(boss, worker, log);
  return {
    subscriber: on(jobAsked, 'jobs.enqueue', async ({ id, payload: { queue, payload, notBefore } }) => {
      await boss.send(queue, { payload }, { id, ...(notBefore === null ? {} : { startAfter: notBefore }) });
    }),
    stop: () => boss.stop({ close: false, graceful: true, timeout: 10_000 }),
  };
}

async function employ(
  boss: PgBoss,
  { type, run }: Worker,
  log: Pick<Logger, 'error' | 'warn'>,
): Promise<void> {
  const settings = {
    retryLimit: type.retries,
    retryDelay: 1,
    retryBackoff: true,
    retryDelayMax: 600,
    expireInSeconds: type.timeoutS,
    deleteAfterSeconds: 86_400,
    notify: true,
  };
  await boss.createQueue(type.name, settings);
  await boss.updateQueue(type.name, settings);
  const once = async (job: JobWithMetadata<{ payload: unknown }>): Promise<JobResult> => {
    try {
      await run(job.data.payload, { id: job.id });
      return { id: job.id, status: 'completed' };
    } catch (error) {
      const about = { err: error, job: job.id, queue: type.name, attempt: job.retryCount + 1 };
      if (job.retryCount >= job.retryLimit) log.error(about, 'gave up a job');
      else log.warn(about, 'a job will be tried again');
      return { id: job.id, status: 'failed', output: { message: String(error) } };
    }
  };
  await boss.work(type.name, taking, async (jobs: JobWithMetadata<{ payload: unknown }>[]) =>
    Promise.all(jobs.map(once)),
  );
}

// Notices of jobs that come close together count as one. So a worker takes several at a time and asks again at once
// when it got all it asked for; and a job that waits for another try is told by no notice at all.
const taking = {
  pollingIntervalSeconds: 5,
  notifyPollingIntervalSeconds: 5,
  batchSize: 10,
  burstWhenBatchFull: true,
  perJobResults: true,
  includeMetadata: true,
} as const;
