// Who may speak to the one session that PGlite has. Plain JavaScript for the same reason as server.mjs.

const SYNC = Uint8Array.of('S'.charCodeAt(0), 0, 0, 0, 4);
const READY = 'Z'.charCodeAt(0);
const READY_BYTES = 6;
const IDLE = 'I'.charCodeAt(0);
/** Parse, Bind, Describe, Execute, Close, Flush: steps of an extended query, which ends with its Sync. */
const STEPS = new Set([...'PBDECH'].map((letter) => letter.charCodeAt(0)));

/**
 * Takes the place of pglite-socket's queue, which hands out single messages: between one connection's Parse and its
 * Bind another's Parse could slip in, and the first got an answer to the second's question. Here a connection keeps its
 * turn from the first step of an extended query to its Sync, and from the begin of a transaction to its end. A failed
 * message ends its own connection and nobody else's.
 *
 * PGlite also says ReadyForQuery when a step fails, and again at the Sync; PostgreSQL says it once, and a client that
 * hears it twice is one answer behind from then on. What a step says of it is left out.
 */
export class Turns {
  #database;
  #waiting = [];
  #holder = null;
  #running = false;
  #inTransaction = false;

  constructor(database) {
    this.#database = database;
  }

  enqueue(handlerId, message, onData) {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ handlerId, message, onData, resolve, reject });
      void this.#run();
    });
  }

  getQueueLength() {
    return this.#waiting.length;
  }

  clearQueueForHandler(handlerId) {
    const gone = this.#waiting.filter((item) => item.handlerId === handlerId);
    this.#waiting = this.#waiting.filter((item) => item.handlerId !== handlerId);
    for (const { reject } of gone) reject(new Error('The client has gone.'));
  }

  /** A client that went away in the middle leaves nothing behind: neither half a query nor an open transaction. */
  async clearTransactionIfNeeded(handlerId) {
    if (this.#holder !== handlerId) return;
    await this.#execute(SYNC, () => undefined);
    if (this.#inTransaction) await this.#database.exec('rollback');
    this.#inTransaction = false;
    this.#holder = null;
    void this.#run();
  }

  async #run() {
    if (this.#running) return;
    this.#running = true;
    for (let next = this.#takeNext(); next; next = this.#takeNext()) {
      const { handlerId, message, onData, resolve, reject } = next;
      this.#holder = handlerId;
      try {
        resolve(await this.#execute(message, onData));
      } catch (error) {
        reject(error);
      }
      if (!STEPS.has(message[0]) && !this.#inTransaction) this.#holder = null;
    }
    this.#running = false;
  }

  #takeNext() {
    const index = this.#holder === null ? 0 : this.#waiting.findIndex(({ handlerId }) => handlerId === this.#holder);
    return index < 0 ? undefined : this.#waiting.splice(index, 1)[0];
  }

  /** Runs one message; hands on the answer and reads from it whether a transaction is open. */
  async #execute(message, onData) {
    const isStep = STEPS.has(message[0]);
    let bytes = 0;
    const onRawData = (data) => {
      const end = data.length - READY_BYTES;
      const isReady = end >= 0 && data[end] === READY && data[end + 4] === READY_BYTES - 1;
      if (isReady && !isStep) this.#inTransaction = data[end + 5] !== IDLE;
      const answer = isReady && isStep ? data.subarray(0, end) : data;
      bytes += answer.length;
      if (answer.length > 0) onData(answer);
    };
    await this.#database.runExclusive(() => this.#database.execProtocolRawStream(message, { onRawData }));
    return bytes;
  }
}
