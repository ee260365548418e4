/** What is counted of Slack; the metrics of the service implement it. */
export interface SlackFigures {
  /** A call of the Web API, by its method and `ok` or Slack's error code. */
  countCall(method: string, outcome: string): void;
  /** Something that came from Slack, by its kind, such as `slash_commands`. */
  countArrival(kind: string): void;
  /** How long Slack waited for an acknowledgement. */
  recordAcknowledgement(milliseconds: number): void;
  /** Requests that are not believed or not served, by why. */
  countRefusal(reason: string): void;
}

/** Counts nothing. */
export const noFigures: SlackFigures = {
  countCall() {},
  countArrival() {},
  recordAcknowledgement() {},
  countRefusal() {},
};
