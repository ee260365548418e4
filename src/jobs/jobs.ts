/**
 * What processes hand each other to do. The tables are the truth and a job is a hint: each tick sends again what the tables say is due,
 * so a lost job costs a minute, and every handler asks the tables first, so a job done twice changes nothing.
 */
export interface Jobs {
  /** Hands over a job, unless one of its queue and key waits or is being done. Never throws: the next tick sends it again. */
  send(queue: QueueName, key: string): Promise<void>;
  /** Does the jobs of a queue, so many at a time. One that throws is tried again later and later, then left in the dead letters. */
  work(queue: QueueName, together: number, handler: (key: string) => Promise<unknown>): Promise<void>;
  /** Takes no more jobs and waits for those in hand. */
  stop(): Promise<void>;
}

/** `poll-feed`: ask the feeds of the host that the key names. `deliver`: take part in sending what is due. */
export type QueueName = 'poll-feed' | 'deliver';

export const queueNames = ['poll-feed', 'deliver'] as const satisfies readonly QueueName[];

/** How often a job is tried again, and after how long first; each time twice as long. */
export const retries = { limit: 3, firstSeconds: 5 } as const;
