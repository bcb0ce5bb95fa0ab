/** One event as an Asterisk writes it: its fields in order, keys perhaps repeated. */
export type Written = readonly (readonly [key: string, value: string])[];
export interface Transcript {
  readonly title: string;
  readonly events: readonly Written[];
  /** What is to be understood of it: type, call, and what else is known. */
  readonly means: readonly string[];
}

const event = (name: string, fields: Record<string, string>): Written => [
  ['Event', name],
  ['Privilege', 'call,all'],
  ...Object.entries(fields),
];
const channel = (uniqueid: string, more: Record<string, string> = {}) => ({
  Channel: `PJSIP/trunk-${uniqueid.slice(-8)}`,
  ChannelStateDesc: 'Ring',
  CallerIDNum: '0908417226',
  CallerIDName: '<unknown>',
  Context: 'from-trunk',
  Exten: '115',
  Uniqueid: uniqueid,
  Linkedid: uniqueid,
  ...more,
});
const agentLeg = (uniqueid: string, linkedid: string, extension: string) =>
  channel(uniqueid, {
    Channel: `PJSIP/${extension}-0000000a`,
    CallerIDNum: extension,
    Context: 'from-internal',
    Linkedid: linkedid,
  });
const join = (id: string, queue: string, more: Record<string, string> = {}) =>
  event('QueueCallerJoin', { ...channel(id, more), Queue: queue, Position: '1', Count: '1' });
const agentConnect = (id: string, queue: string, extension: string) =>
  event('AgentConnect', {
    ...channel(id),
    DestChannel: `PJSIP/${extension}-0000000a`,
    DestCallerIDNum: extension,
    Queue: queue,
    Interface: `PJSIP/${extension}`,
    MemberName: 'Nguyễn Thị Mai',
    RingTime: '4',
    HoldTime: '9',
  });
const hangup = (id: string, more: Record<string, string> = {}) =>
  event('Hangup', { ...channel(id, more), Cause: '16', 'Cause-txt': 'Normal Clearing' });
const dialEnd = (id: string, extension: string, status: string) =>
  event('DialEnd', { ...channel(id), DestChannel: `PJSIP/${extension}-0000000a`, DialStatus: status });
const A = '1763700000.101';
const B = 'pbx1-1763700003.7';

/** Written after the manager's documentation; each is varied by the spec in how an exchange may write it. */
export const TRANSCRIPTS: readonly Transcript[] = [
  {
    title: 'queued, answered, recorded, hung up',
    events: [
      event('Newchannel', channel(A)),
      join(A, 'cap-cuu'),
      event('Newchannel', agentLeg('1763700004.102', A, '201')),
      event('AgentCalled', { ...channel(A), Queue: 'cap-cuu', Interface: 'PJSIP/201', DestCallerIDNum: '201' }),
      agentConnect(A, 'cap-cuu', '201'),
      event('VarSet', { ...channel(A), Variable: 'MIXMONITOR_FILENAME', Value: '/rec/1763700000.101.wav' }),
      event('BridgeEnter', { ...channel(A), BridgeUniqueid: 'b-1' }),
      hangup('1763700004.102', { Linkedid: A }),
      hangup(A),
    ],
    means: [
      `ringing ${A} from=0908417226 to=115`,
      `ringing ${A} from=0908417226 to=115 queue=cap-cuu`,
      `answered ${A} from=0908417226 extension=201`,
      `recording ${A} recordingId=/rec/1763700000.101.wav`,
      `ended ${A} from=0908417226`,
    ],
  },
  {
    title: 'given up in the queue',
    events: [
      event('Newchannel', channel(A)),
      join(A, 'cap-cuu'),
      event('QueueCallerAbandon', { ...channel(A), Queue: 'cap-cuu', OriginalPosition: '1', HoldTime: '31' }),
      event('QueueCallerLeave', { ...channel(A), Queue: 'cap-cuu' }),
      hangup(A),
    ],
    means: [
      `ringing ${A} from=0908417226 to=115`,
      `ringing ${A} from=0908417226 to=115 queue=cap-cuu`,
      `abandoned ${A} from=0908417226 queue=cap-cuu`,
    ],
  },
  {
    title: 'hung up in the announcement, before any queue',
    events: [event('Newchannel', channel(A)), hangup(A)],
    means: [`ringing ${A} from=0908417226 to=115`, `ended ${A} from=0908417226`],
  },
  {
    title: 'the number withheld',
    events: [
      event('Newchannel', channel(A, { CallerIDNum: '<unknown>' })),
      join(A, 'cap-cuu', { CallerIDNum: '<unknown>' }),
      hangup(A, { CallerIDNum: '<unknown>' }),
    ],
    means: [`ringing ${A} to=115`, `ringing ${A} to=115 queue=cap-cuu`, `ended ${A}`],
  },
  {
    title: 'anonymous by name',
    events: [event('Newchannel', channel(A, { CallerIDNum: 'anonymous', CallerIDName: 'Anonymous' }))],
    means: [`ringing ${A} from=anonymous to=115`],
  },
  {
    title: 'the number learned late',
    events: [
      event('Newchannel', channel(A, { CallerIDNum: '' })),
      event('NewCallerid', channel(A, { CallerIDNum: '+84908417226' })),
      event('NewCallerid', channel(A, { CallerIDNum: '+84908417226' })),
    ],
    means: [`ringing ${A} to=115`, `ringing ${A} from=+84908417226 to=115`],
  },
  {
    title: 'two calls at once, told in turns',
    events: [
      event('Newchannel', channel(A)),
      event('Newchannel', channel(B, { CallerIDNum: '02743822920' })),
      join(B, 'tu-van', { CallerIDNum: '02743822920' }),
      agentConnect(A, 'cap-cuu', '201'),
      hangup(B, { CallerIDNum: '02743822920' }),
      hangup(A),
    ],
    means: [
      `ringing ${A} from=0908417226 to=115`,
      `ringing ${B} from=02743822920 to=115`,
      `ringing ${B} from=02743822920 to=115 queue=tu-van`,
      `answered ${A} from=0908417226 extension=201`,
      `ended ${B} from=02743822920`,
      `ended ${A} from=0908417226`,
    ],
  },
  {
    title: 'overflowing from one queue into another',
    events: [
      event('Newchannel', channel(A)),
      join(A, 'cap-cuu'),
      event('QueueCallerLeave', { ...channel(A), Queue: 'cap-cuu' }),
      join(A, 'du-phong'),
      agentConnect(A, 'du-phong', '305'),
      hangup(A),
    ],
    means: [
      `ringing ${A} from=0908417226 to=115`,
      `ringing ${A} from=0908417226 to=115 queue=cap-cuu`,
      `answered ${A} from=0908417226 extension=305`,
      `ended ${A} from=0908417226`,
    ],
  },
  {
    title: 'answered, held, handed to another telephone',
    events: [
      join(A, 'cap-cuu'),
      agentConnect(A, 'cap-cuu', '201'),
      event('Hold', channel('1763700004.102', { Linkedid: A })),
      event('AttendedTransfer', { ...channel(A), Result: 'Success', TransfererUniqueid: '1763700004.102' }),
      dialEnd(A, '305', 'ANSWER'),
      hangup('1763700004.102', { Linkedid: A }),
      hangup(A),
    ],
    means: [
      `ringing ${A} from=0908417226 to=115 queue=cap-cuu`,
      `answered ${A} from=0908417226 extension=201`,
      `ended ${A} from=0908417226`,
    ],
  },
  {
    title: 'dialled without a queue: busy, then answered',
    events: [
      event('Newchannel', channel(A)),
      event('DialBegin', { ...channel(A), DestChannel: 'PJSIP/201-0000000a' }),
      dialEnd(A, '201', 'BUSY'),
      dialEnd(A, '202', 'ANSWER'),
      hangup(A),
    ],
    means: [
      `ringing ${A} from=0908417226 to=115`,
      `answered ${A} from=0908417226 extension=202`,
      `ended ${A} from=0908417226`,
    ],
  },
  {
    title: 'calls among the desks and out of the house are not ours',
    events: [
      event('Newchannel', agentLeg(A, A, '201')),
      event('DialBegin', { ...agentLeg(A, A, '201'), DestChannel: 'PJSIP/trunk-0000000b' }),
      event('Hangup', agentLeg(A, A, '201')),
      event('VarSet', { ...agentLeg(A, A, '201'), Variable: 'MIXMONITOR_FILENAME', Value: 'x.wav' }),
    ],
    means: [],
  },
  {
    title: 'a local channel of the queue answers',
    events: [
      join(A, 'cap-cuu'),
      event('AgentConnect', { ...channel(A), Queue: 'cap-cuu', Interface: 'Local/204@from-queue/n', DestChannel: 'x' }),
    ],
    means: [`ringing ${A} from=0908417226 to=115 queue=cap-cuu`, `answered ${A} from=0908417226 extension=204`],
  },
  {
    title: 'the end told twice, and words after it',
    events: [join(A, 'cap-cuu'), hangup(A), hangup(A), agentConnect(A, 'cap-cuu', '201'), join(A, 'cap-cuu')],
    means: [`ringing ${A} from=0908417226 to=115 queue=cap-cuu`, `ended ${A} from=0908417226`],
  },
];

const NOISE: Written = [
  ['Event', 'RTCPSent'],
  ['SSRC', '0x3f'],
  ['Report0Jitter', '0'],
];
type Variant = (events: readonly Written[]) => string;
const lines = (fields: Written, end: string) => fields.map(([key, value]) => `${key}: ${value}${end}`).join('') + end;
const plain =
  (greeting: string, end = '\r\n', write: (fields: Written) => Written = (fields) => fields): Variant =>
  (events) =>
    `Asterisk Call Manager/${greeting}${end}${events.map((fields) => lines(write(fields), end)).join('')}`;
const keys =
  (change: (key: string) => string) =>
  (fields: Written): Written =>
    fields.map(([key, value]) => [change(key), value]);

/** How different exchanges and versions write the same. */
export const VARIANTS: Record<string, Variant> = {
  'Asterisk 18': plain('7.0.3'),
  'Asterisk 20, keys in lower case': plain(
    '9.0.0',
    '\r\n',
    keys((key) => key.toLowerCase()),
  ),
  'Asterisk 13, keys in upper case': plain(
    '2.10.6',
    '\r\n',
    keys((key) => key.toUpperCase()),
  ),
  'bare line ends': plain('11.0.0', '\n'),
  'fields nobody knows, before and after': plain('11.0.0', '\r\n', (fields) => [
    ['X-Vendor', 'a:b: c'],
    ...fields,
    ['AccountCode', ''],
    ['TenantID', '7'],
  ]),
  'repeated fields': plain('11.0.0', '\r\n', (fields) => [
    ...fields,
    ['ChanVariable', 'A=1'],
    ['ChanVariable', 'B=2'],
    ['CallerIDNum', '0999999999'],
  ]),
  'fields in another order': plain('11.0.0', '\r\n', (fields) => [...fields].reverse()),
  'names in Vietnamese and beyond': plain('11.0.0', '\r\n', (fields) =>
    fields.map(([key, value]) => (key === 'CallerIDName' ? [key, 'Nguyễn Thị Hạnh 🚑 中'] : [key, value])),
  ),
  'times on every event': plain('11.0.0', '\r\n', (fields) => [...fields, ['Timestamp', '1763700001.250001']]),
  'noise between': (events) => plain('11.0.0')(events.flatMap((fields) => [NOISE, fields, [['Response', 'Success']]])),
};
